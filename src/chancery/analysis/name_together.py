"""People behind a title whom the tagger passed over: `M. |Tu|`; several behind one: `MM. |Roy| et |Lund|`."""

from collections.abc import Iterator, Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit

COMMA = ","
LONGEST = 4
"""Words of one of them, at most."""
NONE: frozenset[str] = frozenset()


def together(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names of a run, whoever stands behind a title a person: of several, though the tagger took them for something else."""
    one, several = (lexicon.beside.get(f"titles_of_{number}", NONE) for number in ("one", "several"))
    if not any(unit.text in one or unit.text in several for unit in run):
        return list(names)  # most sentences have no title
    people = [found for place, unit in enumerate(run) if unit.text in several for found in _behind(run, place + 1, lexicon)]
    taken = {place for name in names for place in range(name.start, name.end)}
    for place, unit in enumerate(run[:-1]):
        if unit.text in one and not taken & {place, place + 1} and _begins(run[place + 1]):
            people.append(Found(place + 1, place + 2, "PER"))
    if not people:
        return list(names)
    free = [name for name in names if not any(name.start < person.end and person.start < name.end for person in people)]
    return sorted([*free, *(_as_found(person, names) for person in people)])


def _as_found(one: Found, names: Sequence[Found]) -> Found:
    """The person, as far as the tagger found their name to go where that begins there too."""
    longer = next((name for name in names if name.start == one.start and name.label == "PER"), one)
    return longer if longer.end > one.end else one


def _behind(run: Sequence[Unit], start: int, lexicon: Lexicon) -> Iterator[Found]:
    """Who stands there one after the other, two at least; nobody where a word in small letters follows first."""
    found, joining = list[Found](), lexicon.beside.get("joining", NONE)
    while start < len(run):
        end = start
        while end < min(len(run), start + LONGEST) and _is_spelled(run[end]):
            end += 1
        if end == start:
            break
        found.append(Found(start, end, "PER"))
        if end >= len(run) or run[end].text not in joining:
            break
        start = end + 1
    last = found[-1].start - 1 if found else 0
    yield from found if len(found) > 1 and any(run[place].text in joining - {COMMA} for place in range(found[0].end, last + 1)) else ()


def _begins(unit: Unit) -> bool:
    """Whether the word is written as a name begins, and no initial alone."""
    return unit.text[0].isupper() and unit.text[1:2].islower() and unit.text[-1].isalpha() and unit.pos != "DET"


def _is_spelled(unit: Unit) -> bool:
    """Whether the word is written as surnames are."""
    return unit.text[0].isupper() and unit.text[-1].isalpha() and unit.pos not in ("DET", "PRON", "ADP", "SCONJ", "VERB", "AUX")
