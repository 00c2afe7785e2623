"""Words taken for names that name nobody and no place: acronyms of things, points of the compass, feasts, peoples, medicines."""

from collections.abc import Iterable, Sequence

from chancery.analysis.name_acronyms import spelled
from chancery.analysis.name_agreement import Found
from chancery.analysis.name_features import Lexicon, Unit

NONE: frozenset[str] = frozenset()


def without_things(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those gone that are words for things: `la |TVA|`, `à Lund (|Est|)`.

    An acronym that the text spells out as a body's name stays that body's.
    """
    bodies = {acronym for run, found in zip(runs, names, strict=True) for acronym in _spelled_by_bodies(run, found)}
    return [[name for name in found if not _is_nothing(run, name, lexicon, bodies)] for run, found in zip(runs, names, strict=True)]


def _spelled_by_bodies(run: Sequence[Unit], found: Sequence[Found]) -> Iterable[str]:
    """The acronyms in a run that stand beside the body's name that spells them out."""
    if not found or not any(unit.text == "(" for unit in run):
        return
    marks = spelled(run)
    spelling = any(name.label == "ORG" and marks[name.start].startswith("full") for name in found)
    yield from (unit.text for unit, mark in zip(run, marks, strict=True) if mark == "acr" and spelling)


def _is_nothing(run: Sequence[Unit], name: Found, lexicon: Lexicon, bodies: set[str]) -> bool:
    if name.end - name.start > 1:
        return False
    word = run[name.start].text
    if word in lexicon.beside.get("acronyms", NONE):
        return word not in bodies
    return word.lower() in lexicon.beside.get("nothing", NONE) or _is_direction(run, name, lexicon)


def _is_direction(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a point of the compass: `Lund (|Est|)`, `le |Sud| de la ville`."""
    if run[name.start].text.lower() not in lexicon.beside.get("compass", NONE):
        return False
    before, behind = (run[place].text if 0 <= place < len(run) else "" for place in (name.start - 1, name.end))
    return (before == "(" and run[name.start].text != "Nord") or behind in ("de", "du", "des", "d'")
