"""References as far as their words go: with the whole of a name that they were cut in, and the adjectives that say which office it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from chancery.analysis.actors.phrases import opens_amount
from chancery.analysis.actors.scene import Scene
from chancery.analysis.analysis import Reference
from chancery.span import Span


def widened(scene: Scene, references: Sequence[Reference]) -> list[Reference]:
    """The references, each to the end of its name (`la patronne de |Lund-Gaz|`) and adjectives (`la directrice |adjointe|`).

    What then lies within another for the same actor is left out.
    """
    ends = [token.end for token in scene.row]
    found = [_widened(scene, reference, bisect_left(ends, reference.span.end)) for reference in references]
    grown = sorted((new for new, old in zip(found, references, strict=True) if new is not old), key=_start)
    return [one for one in found if not _is_within(one, grown)]


def _start(reference: Reference) -> int:
    return reference.span.start


def _is_within(one: Reference, grown: Sequence[Reference]) -> bool:
    """Whether the last of the references that begins no later covers it, and is for the same actor."""
    place = bisect_right(grown, one.span.start, key=_start) - 1
    other = grown[place] if place >= 0 else one
    return other is not one and other.span.contains(one.span) and other.actor is not None and other.actor == one.actor


def _widened(scene: Scene, reference: Reference, last: int) -> Reference:
    if last >= len(scene.row) or reference.people or reference.origin:
        return reference
    name, end = scene.inside[last], reference.span.end
    if name is not None and scene.row[last].start < name.span.end < end and not any(map(str.isalnum, scene.document.text[name.span.end : end])):
        return replace(reference, span=Span(reference.span.start, name.span.end))  # a mark that was glued to the name: `la patronne de la |FNU"|`
    if name is not None and name.span.start > reference.span.start and name.span.end > end:
        return replace(reference, span=Span(reference.span.start, name.span.end))
    within = scene.row[last].pos == "ADJ" and scene.row[last].start > reference.span.start
    if name is None and (within or scene.row[last].pos == "NOUN"):
        end = scene.row[_past_adjectives(scene, reference.span.start, last)].end
    return replace(reference, span=Span(reference.span.start, end)) if end > reference.span.end else reference


def _past_adjectives(scene: Scene, start: int, last: int) -> int:
    """The place of the last adjective right behind that is of a noun from `start` (a code point) on, or of the last word.

    Those of a state are left out, for they are references by themselves.
    """
    row, sentence = scene.row, scene.sentence_of[last]
    while last + 1 < len(row) and scene.inside[last + 1] is None and scene.sentence_of[last + 1] == sentence:
        token = row[last + 1]
        deputy = scene.has("around.deputies", token.text)
        modifies = token.pos == "ADJ" and token.dep == "amod" and start <= token.head.start <= row[last].start
        says = opens_amount(scene, last + 2)  # `le ministre |stagne| à 34 %`
        if not (deputy or modifies) or says or not token.text.islower() or scene.lexicon.demonym(token.text, scene.register) is not None:
            break
        last += 1
    return last
