"""Names of people whom the tagger passed over, told by how a report brings them in: `Silva, 64 ans`, `Silva, couturière de 64 ans`."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_units import STOPS

LONGEST = 3
"""Words of the longest name that is looked for."""
TRADE = 6
"""Words of the longest trade between a name and an age: `, ancien chauffeur de taxi de 64 ans`."""
CLAUSES = frozenset(("VERB", "AUX", "PUNCT", "PRON", "SCONJ"))
"""Kinds of words that no trade is told with."""
CLOSING = frozenset(",).;")
"""Behind an age that stands beside a name."""
COMMON = frozenset(("ADV", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "VERB", "AUX", "NUM", "PUNCT"))
"""Kinds of words that a name is none of."""


def brought_in(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those of people added who are brought in by an age or open a sentence by a first name, wherever they stand."""
    names = _as_in_full(runs, [_from_agencies(run, found, lexicon) for run, found in zip(runs, names, strict=True)])
    aged = {tuple(unit.text for unit in run[start:end]) for run, found in zip(runs, names, strict=True) for start, end in _aged(run, found, lexicon)}
    return [_with(run, found, aged, lexicon) for run, found in zip(runs, names, strict=True)]


def _from_agencies(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a body's acronym parted from the person behind it whose age follows: `dit à l'|AFP| |Silva|, 64 ans`."""
    made: list[Found] = []
    for name in names:
        first, last = run[name.start].text, name.end
        acronym = name.label == "ORG" and last - name.start > 1 and first.isupper() and len(first) > 1 and _known((first,), lexicon)
        person = all(_spelled(unit) for unit in run[name.start + 1 : last])
        aged = last < len(run) - 2 and run[last].text in (",", "(") and _age(run, last, lexicon)
        if acronym and person and aged:
            made.extend((name._replace(end=name.start + 1), Found(name.start + 1, last, "PER")))
        else:
            made.append(name)
    return made


def _as_in_full(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """The names, a person's whose beginning was cut off whole, as it stands elsewhere: `|Jean-Paul Luca Roy|`, then `Jean-Paul |Luca Roy|`."""
    full: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for run, found in zip(runs, names, strict=True):
        for name in found:
            words = tuple(unit.text for unit in run[name.start : name.end])
            for place in range(1, len(words) - 1 if name.label == "PER" else 0):
                full.setdefault(words[place:], set()).add(words[:place])
    if not full:
        return [list(found) for found in names]
    ends = [[0, *(name.end for name in found)] for found in names]
    return [
        [_begun(run, name, full, free) for name, free in zip(found, last, strict=False)] for run, found, last in zip(runs, names, ends, strict=True)
    ]


def _begun(run: Sequence[Unit], name: Found, full: dict[tuple[str, ...], set[tuple[str, ...]]], free: int) -> Found:
    """The name with the words before it that begin it elsewhere, from where the one before ends."""
    if name.label != "PER":
        return name
    for begun in full.get(tuple(unit.text for unit in run[name.start : name.end]), ()):
        start = name.start - len(begun)
        if start >= free and tuple(unit.text for unit in run[start : name.start]) == begun:
            return name._replace(start=start)
    return name


def _with(run: Sequence[Unit], found: Sequence[Found], aged: set[tuple[str, ...]], lexicon: Lexicon) -> list[Found]:
    made = [name._replace(label="PER") if tuple(unit.text for unit in run[name.start : name.end]) in aged else name for name in found]
    taken = {place for name in found for place in range(name.start, name.end)}
    for start in range(len(run)):
        if start in taken:
            continue
        size = _longest(run, start, aged) or int(_acts(run, start, lexicon))
        if size and not taken & set(range(start, start + size)):
            made.append(Found(start, start + size, "PER"))
            taken.update(range(start, start + size))
    return sorted(made)


def _longest(run: Sequence[Unit], start: int, names: set[tuple[str, ...]]) -> int:
    """How many words the longest of the names has that stands there; 0 if none does."""
    if not names:
        return 0  # in most documents
    return next((size for size in range(LONGEST, 0, -1) if tuple(unit.text for unit in run[start : start + size]) in names), 0)


def _aged(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where words stand that an age behind them shows to be someone's name, though none was found there, or another's."""
    inside = {place: name for name in found for place in range(name.start, name.end)}
    made: list[tuple[int, int]] = []
    for comma in range(1, len(run) - 2):
        if run[comma].text not in (",", "(") or not _age(run, comma, lexicon):
            continue
        name = inside.get(comma - 1)
        start = name.start if name is not None else comma
        while name is None and start and comma - start < LONGEST and start - 1 not in inside and _spelled(run[start - 1]):
            start -= 1
        if start < comma and (name is None or name.end == comma) and _can_be(run, start, comma, name, lexicon):
            made.append((start, comma))
    return made


def _spelled(unit: Unit) -> bool:
    """Whether the word is written as names are."""
    return unit.text[0].isupper() and unit.text[1:2].islower() and unit.pos not in COMMON


def _age(run: Sequence[Unit], comma: int, lexicon: Lexicon) -> bool:
    """Whether an age stands behind: `, 64 ans,`, `(64 ans)`, `, une couturière de 64 ans`."""
    place = comma + 1
    if run[comma].text == "," and not run[place].text.isdecimal():
        place = next((index for index in range(place + 1, min(place + TRADE, len(run))) if run[index].text.isdecimal()), 0)
        words = run[comma + 1 : place]
        if not place or words[-1].text != "de" or words[0].pos not in ("DET", "NOUN", "ADJ", "PROPN") or any(word.pos in CLAUSES for word in words):
            return False
    if place + 1 >= len(run) or not run[place].text.isdecimal() or run[place + 1].text not in lexicon.ages:
        return False
    behind = run[place + 2 : place + 3]
    return place > comma + 1 or not behind or behind[0].text in CLOSING or behind[0].pos in ("CCONJ", "VERB", "AUX", "PRON")


def _can_be(run: Sequence[Unit], start: int, end: int, name: Found | None, lexicon: Lexicon) -> bool:
    """Whether the words can name someone: no place and no body that is known, and no common noun that only opens a sentence (`Divorcée, 64 ans,`)."""
    words = tuple(unit.text for unit in run[start:end])
    if name is not None and name.label == "PER":
        return False  # found already
    if _known(words, lexicon):
        return False
    before = run[start - 1] if start else None
    if before is not None and (before.pos in ("DET", "NUM") or before.text.lower() in lexicon.places):
        return False
    if words[0].partition("-")[0] in lexicon.given:
        return True
    opens = before is None or before.text in STOPS or not before.text[0].isalnum()
    return not (opens and (words[0].lower() in lexicon.clusters or run[start].pos == "ADJ"))


def _acts(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether a first name opens the sentence there, with a verb right behind it: `|Silva| est née ici`."""
    unit = run[place]
    if place and run[place - 1].text not in STOPS:
        return False
    first = unit.pos == "PROPN" and unit.text in lexicon.given and unit.text.lower() not in lexicon.clusters and not _known((unit.text,), lexicon)
    return first and place + 1 < len(run) and run[place + 1].pos in ("AUX", "VERB")


def _known(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the words are a name that the lists have."""
    return any(words == known for table in (lexicon.register, lexicon.known) for known, _ in table.get(words[0], ()))
