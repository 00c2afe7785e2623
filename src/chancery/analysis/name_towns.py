"""Names that a town begins or ends: with a square of its own (`|Brest| |place du Port|`), numbered as a university, behind `dans la ville de`."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit

NONE: frozenset[str] = frozenset()
MOST = 13
"""The highest number that a town's university has."""
REACH = 8
"""Words between a university's number and what tells that it is one, at most: `professeur de droit à Lund 1`."""


def in_towns(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a town parted from a street or square of its own, with the number of a university, or without the noun for what it is."""
    return [told for name in names for told in _square(run, name, lexicon) or [_stood_in(run, _campus(run, name, lexicon), lexicon)]]


def _square(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The town and its street or square that were taken for one place: `à |Brest| |place du Port|`."""
    if name.label == "LOC":
        for place in range(name.start + 1, name.end - 1):
            if run[place].text in lexicon.beside.get("ways", NONE) and _is_place(run, name._replace(end=place), lexicon):
                return [name._replace(end=place), name._replace(start=place)]
    return []


def _campus(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The town's university with its number where the words before tell of teaching: `professeur à |Lund 1|`."""
    number = run[name.end].text if name.end < len(run) else ""
    numbered = (number.isdecimal() and 0 < int(number) <= MOST) or number in lexicon.beside.get("roman", NONE)
    taught = numbered and _is_place(run, name, lexicon)
    taught = taught and any(unit.text.lower() in lexicon.beside.get("academic", NONE) for unit in run[max(0, name.start - REACH) : name.start])
    return Found(name.start, name.end + 1, "ORG") if taught else name


def _stood_in(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The town alone where something is in it, not done by it: `des affiches dans la |ville de Lund|`."""
    noun, rest = run[name.start].text, name._replace(start=name.start + 2, label="LOC")
    town = name.label == "ORG" and noun in lexicon.beside.get("settlements", NONE) and name.start > 1 and rest.start < rest.end
    where = town and run[name.start + 1].text in lexicon.of and run[name.start - 2].text.lower() in lexicon.beside.get("within", NONE)
    return rest if where and run[rest.start].text[0].isupper() else name


def _is_place(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether the register, or most readers, know the words as a place's name."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    return any((words, "LOC") in table.get(words[0], ()) for table in (lexicon.register, lexicon.known))
