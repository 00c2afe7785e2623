"""Names that the tagger took for places or bodies though the words beside them say what they are: `la société |Nordex|`, `le PDG de |Nordex|`."""

from collections import defaultdict
from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Table, Unit
from chancery.analysis.name_signs import NOTHING
from chancery.analysis.name_things import PARTNERS, headed_by

NONE: frozenset[str] = frozenset()
REACH = 4
"""Words between a name and the noun that says what it is: `Nordex, une jeune entreprise`."""
SHORTEST = 5
"""Letters of the shortest name in brackets that is no acronym written small."""


def unplaced(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document that no list has, those with the label that the words beside them give somewhere, or gone where it is none.

    What stands where only places do keeps its label.
    """
    told: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    there: set[tuple[str, ...]] = set()
    for run, found in zip(runs, names, strict=True):
        for name in found:
            words = tuple(unit.text for unit in run[name.start : name.end])
            if name.label == "LOC" and name.start and run[name.start - 1].text.lower() in lexicon.places and not _is_leader(run, name, lexicon):
                there.add(words)
            label = _told(run, name, lexicon)
            if label is not None and not any(_listed(words, table) for table in (lexicon.register, lexicon.known)):
                told[words].add(label)
    names = [_in_brackets(run, found, lexicon) for run, found in zip(runs, names, strict=True)]
    sure = {words: labels.pop() for words, labels in told.items() if len(labels) == 1 and words not in there}
    return [[kept for name in found if (kept := _settled(run, name, sure, lexicon)) is not None] for run, found in zip(runs, names, strict=True)]


def _in_brackets(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names of a run, as a place's what stands in brackets behind a place's and is no known body's: `à |Lund| (|Val-du-Nord|)`."""
    made: list[Found] = []
    for name in found:
        behind = bool(made) and made[-1].label == "LOC" and made[-1].end == name.start - 1 and run[name.start - 1].text == "("
        words = tuple(unit.text for unit in run[name.start : name.end])
        known = {_listed(words, lexicon.known), _listed(words, lexicon.register)} - {""}
        closed = name.end < len(run) and run[name.end].text == ")"
        spelled = "LOC" in known or (len(words[0]) >= SHORTEST and not words[0].isupper())  # no acronym
        spelled |= words[0].lower() in lexicon.beside.get("compass", NONE)
        place = behind and closed and name.label == "ORG" and known <= {"LOC"} and spelled and words[0].lower() not in lexicon.heads
        made.append(name._replace(label="LOC") if place else name)
    return made


def _settled(run: Sequence[Unit], name: Found, sure: dict[tuple[str, ...], str], lexicon: Lexicon) -> Found | None:
    words = tuple(unit.text for unit in run[name.start : name.end])
    if name.label != "PER" and name.start and run[name.start - 1].text.lower() in lexicon.forms and not _listed(words, lexicon.known):
        return name._replace(label="PER")  # `Mme |Roy|`
    if _listed(words, lexicon.known) == "PER":
        return name._replace(label="PER")  # `de Roy à |Poutine|`
    if name.label == "ORG" and _is_building(run, name, lexicon):
        return name._replace(label="LOC")
    label = sure.get(words, name.label) if name.label != "PER" else name.label
    return name._replace(label=label) if label != NOTHING else None


def _told(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str | None:
    """`ORG`, `LOC`, NOTHING of what is no name, or None if nothing beside the name tells more than its label."""
    words = {unit.text for unit in run[name.start : name.end]}
    if name.label == "LOC" and PARTNERS in words and not words & lexicon.beside.get("lodgings", NONE):
        return "ORG"  # `Lund & Holm`
    head = headed_by(run, name.start, lexicon) if name.label != "PER" else None
    if _is_ground(run, name, lexicon):
        return "LOC"
    if name.label == "ORG" and _is_seat(run, name, lexicon):
        return "LOC"
    if name.label != "LOC":
        return head if head == NOTHING and name.end - name.start == 1 else None
    if head in ("ORG", NOTHING):
        return head
    house = name.start > 0 and run[name.start - 1].text.lower() in lexicon.beside.get("houses", NONE)
    beside = _led(run, name, lexicon) or _is_firm(run, name, lexicon) or _is_leader(run, name, lexicon)
    return "ORG" if house or beside or _ends_as_firm(run, name, lexicon) else None


def _is_seat(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a firm is called by it that has its seat there: `le constructeur de |Lundstad|`."""
    return name.start > 1 and run[name.start - 1].text in lexicon.of and run[name.start - 2].text.lower() in lexicon.beside.get("seated", NONE)


def _is_building(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a residence is the house, not the office, for what is done with it or which part of it is told: `rénover l'|Élysée|`."""
    place = name.start - 1
    house = name.end - name.start == 1 and run[name.start].text in lexicon.beside.get("residences", NONE)
    if not house or place < 1 or run[place].text not in lexicon.articles:
        return False
    place -= 1
    place -= place > 0 and run[place].text in lexicon.of
    return run[place].text.lower() in lexicon.beside.get("built", NONE)


def _ends_as_firm(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether its last word is one of firms, and no inn's: `|Nordex Motors|`."""
    last = run[name.end - 1].text
    return name.end - name.start > 1 and lexicon.tails.get(last) == "ORG" and last not in lexicon.beside.get("lodgings", NONE)


def _is_ground(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether its last word says that games are played there: `la |Nordex Arena|`."""
    return name.label == "ORG" and name.end - name.start > 1 and run[name.end - 1].text in lexicon.beside.get("grounds", NONE)


def _led(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it has someone whom only firms have: `le PDG de |Nordex|`."""
    return name.start > 1 and run[name.start - 1].text in lexicon.of and run[name.start - 2].text.lower() in lexicon.beside.get("bosses", NONE)


def _is_firm(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether an apposition says so: `|Nordex|, une jeune entreprise`."""
    behind = run[name.end : name.end + REACH]
    if len(behind) < 3 or behind[0].text != "," or behind[1].text not in ("un", "une"):
        return False
    noun = next((unit.text.lower() for unit in behind[2:] if unit.pos != "ADJ"), "")
    return noun in lexicon.beside.get("firms", NONE)


def _is_leader(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether an apposition without its article says so, even where places stand: `à |Nordex|, principal groupe de transport`."""
    behind = run[name.end : name.end + REACH]
    if len(behind) < 3 or behind[0].text != "," or behind[1].pos != "ADJ":
        return False
    noun = next((unit.text.lower() for unit in behind[2:] if unit.pos != "ADJ"), "")
    return noun in lexicon.beside.get("leaders", NONE)


def _listed(words: tuple[str, ...], names: Table) -> str:
    return next((label for listed, label in names.get(words[0], ()) if listed == words), "")
