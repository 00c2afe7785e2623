"""Names inside what stands in quotation marks behind a noun for what has a title (`le film "Nuit de |Lund|"`), or a list that is called so."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_quoted import stretches

NONE: frozenset[str] = frozenset()
LONGEST = 12
"""Words of the longest title, signs included."""
STYLED = 6
"""Words of the longest name that a list goes by."""
REACH = 7
"""Words between a noun and the title of what it says."""
PARTICIPLES = ("é", "ée", "és", "ées")
"""How what has been done with a film ends: `le film présenté à Lund "Nuit de Roy"`."""
FINITE = frozenset(("VERB", "AUX"))
CLAUSES = frozenset(("PUNCT", "PRON", "SCONJ", "CCONJ"))
"""Kinds of words beyond which a noun says nothing of what stands in quotation marks."""


def untitled(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those inside a title gone, and those of which what calls itself so begins or is made as long as that."""
    return [_settled(run, found, lexicon) if found else [] for run, found in zip(runs, names, strict=True)]


def _settled(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names of a run."""
    made = list(found)
    for opening, closing in stretches(run):
        inside = [name for name in made if opening < name.start and name.end <= closing]
        if not inside or not (run[opening + 1].text[0].isupper() or run[opening + 1].text[0].isdecimal()):
            continue
        kept = inside
        if _is_title(run, opening, closing, lexicon):
            kept = [name for name in inside if _is_all(name, opening, closing) and _is_body(run, name, lexicon)]
        elif _is_styled(run, opening, closing, lexicon):
            kept = [Found(opening + 1, closing, "ORG")]
        made = sorted([*(name for name in made if name not in inside), *kept])
    return made


def _is_all(name: Found, opening: int, closing: int) -> bool:
    """Whether a name is all that stands in the quotation marks."""
    return (name.start, name.end) == (opening + 1, closing)


def _is_body(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a name is a body's that a list has."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    return any((words, "ORG") in names.get(words[0], ()) for names in (lexicon.register, lexicon.known))


def _is_title(run: Sequence[Unit], opening: int, closing: int, lexicon: Lexicon) -> bool:
    """Whether a noun for what has a title stands before, or for what is done with it and `de`: `la tournée de "Lund rit encore"`."""
    if closing - opening - 1 > LONGEST:
        return False
    titled, staged = (lexicon.beside.get(table, NONE) for table in ("titled", "staged"))
    if opening > 1 and run[opening - 1].text in lexicon.of:
        return run[opening - 2].text.lower() in staged
    for place in range(opening - 1, max(-1, opening - 1 - REACH), -1):
        unit = run[place]
        if unit.text.lower() in titled:
            return True
        if unit.pos in CLAUSES or not unit.text[0].isalnum() or (unit.pos in FINITE and not unit.text.endswith(PARTICIPLES)):
            return False
    return False


def _is_styled(run: Sequence[Unit], opening: int, closing: int, lexicon: Lexicon) -> bool:
    """Whether a list or the like calls itself so: `la liste citoyenne "Lund pour tous"`."""
    place = opening - 1
    while place > 0 and run[place].pos == "ADJ" and run[place].text.islower():
        place -= 1
    noun = place >= 0 and run[place].text.lower() in lexicon.beside.get("styled", NONE)
    verb = any(unit.pos in FINITE and unit.text.islower() for unit in run[opening + 1 : closing])
    return noun and not verb and closing - opening - 1 <= STYLED
