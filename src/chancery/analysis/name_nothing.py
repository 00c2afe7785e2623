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
    bodies = {acronym for run, found in zip(runs, names, strict=True) for acronym in _spelled_by_bodies(run, found, lexicon)}
    things = {acronym for run, found in zip(runs, names, strict=True) for acronym in _spelled_by_things(run, found, lexicon)} - bodies
    return [
        [name for name in found if not (_is_nothing(run, name, lexicon, bodies) or _is_acronym(run, name, things))]
        for run, found in zip(runs, names, strict=True)
    ]


def _spelled_by_bodies(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> Iterable[str]:
    """The acronyms in a run that stand beside the body's name that spells them out."""
    if not found or not any(unit.text == "(" for unit in run):
        return
    marks = spelled(run)
    events = lexicon.beside.get("events", NONE)
    spelling = any(name.label == "ORG" and marks[name.start].startswith("full") and run[name.start].text.lower() not in events for name in found)
    yield from (unit.text for unit, mark in zip(run, marks, strict=True) if mark == "acr" and spelling)


def _spelled_by_things(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> Iterable[str]:
    """The acronyms in a run that words in small letters outside of names spell out whose noun heads no name, or a noun for what takes place does."""
    if not any(unit.text == "(" for unit in run):
        return
    named = {place for name in found for place in range(name.start, name.end)}
    first = -1
    for place, mark in enumerate(spelled(run)):
        first = place if mark == "full=B" else first
        acronym = run[place].text
        known = any(words == (acronym,) for names in (lexicon.register, lexicon.known) for words, _ in names.get(acronym, ()))
        if mark != "acr" or first < 0 or known:
            continue
        noun = run[first].text.lower()
        small = first not in named and run[first].text.islower() and not {noun, noun.removesuffix("s")} & lexicon.heads.keys()
        if small or noun in lexicon.beside.get("events", NONE):
            yield acronym


def _is_acronym(run: Sequence[Unit], name: Found, acronyms: set[str]) -> bool:
    return name.label == "ORG" and name.end - name.start == 1 and run[name.start].text in acronyms


def _is_nothing(run: Sequence[Unit], name: Found, lexicon: Lexicon, bodies: set[str]) -> bool:
    if name.end - name.start > 1:
        return _is_anyone(run, name, lexicon)
    word = run[name.start].text
    if word in lexicon.beside.get("acronyms", NONE):
        return word not in bodies
    return word.lower() in lexicon.beside.get("nothing", NONE) or _is_direction(run, name, lexicon) or _is_people(run, name, lexicon)


def _is_anyone(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a noun with its adjective was taken for a person: `un |Marine norvégien|`."""
    before = run[name.start - 1].text.lower() if name.start else ""
    rest = run[name.start + 1 : name.end]
    return name.label == "PER" and before in lexicon.beside.get("anyone", NONE) and all(unit.text.islower() and unit.pos == "ADJ" for unit in rest)


def _is_people(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is those who live in a land: `les |Norvégiens|`."""
    word, before = run[name.start].text.lower(), run[name.start - 1].text.lower() if name.start else ""
    several = word.endswith("s") and before in lexicon.beside.get("several", NONE)
    return several and {word, word.removesuffix("s")} & lexicon.demonyms != set() and not _is_known(run, name, lexicon)


def _is_known(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    words = tuple(unit.text for unit in run[name.start : name.end])
    return any(words == listed for names in (lexicon.register, lexicon.known) for listed, _ in names.get(words[0], ()))


def _is_direction(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a point of the compass: `Lund (|Est|)`, `le |Sud| de la ville`."""
    if run[name.start].text.lower() not in lexicon.beside.get("compass", NONE):
        return False
    before, behind = (run[place].text if 0 <= place < len(run) else "" for place in (name.start - 1, name.end))
    shire = run[name.start].text.lower() in lexicon.beside.get("shires", NONE)
    return (before == "(" and not shire) or behind in lexicon.of_any
