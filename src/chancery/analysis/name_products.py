"""Names that are a thing's or an event's: a maker's with its model (`une |Lancia Beta|`), a festival's; neither is a body that acts."""

import re
from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Table, Unit
from chancery.analysis.name_signs import NOTHING
from chancery.analysis.name_things import headed_by

NONE: frozenset[str] = frozenset()
MODEL = re.compile(r"[A-Za-z]{1,5}-?\d{1,4}[A-Za-z]{0,3}|e-\w+|[ei][A-Z]\w+|[eiX]|\d{1,4}[A-Za-z]{0,3}")
"""How makers call models: `M8`, `e-tron`, `eDrive`, `911`."""
APOSTROPHES = ("'", "’")
ORDINAL = re.compile(r"\d+\w+")
SPOKEN = 2
"""Words between the name of an event and the participle of what it said."""


def without_products(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those of models and events gone: neither acts.

    It is done last, for what is a name elsewhere would be found again inside them.
    """
    return [
        [
            kept
            for name in found
            if not (_is_model(run, name, found, lexicon) or _is_within(run, name, lexicon) or _is_poured(run, name, lexicon))
            and not (_is_counted(run, name, lexicon) or _is_member(run, name, lexicon))
            and (kept := _as_event(run, name, lexicon)) is not None
        ]
        for run, found in zip(runs, names, strict=True)
    ]


def _is_model(run: Sequence[Unit], name: Found, found: Sequence[Found], lexicon: Lexicon) -> bool:
    """Whether the name is of what a maker makes, in part or whole: `une |Lancia Beta|`, `une |Lancia| Beta`, `la Lancia |B20 Coupé|`."""
    if _behind_maker(run, name, lexicon) or _is_another(run, name, lexicon):
        return True
    if name.label == "LOC":
        return False  # an arena, a works
    words = tuple(unit.text for unit in run[name.start : name.end])
    if name.label == "ORG" and _is_made(run, name, lexicon):
        return True
    maker = next((made for made, _ in lexicon.makers.get(words[0], ()) if words[: len(made)] == made), None)
    if maker is None or (name.label == "PER" and words[0] in lexicon.given):
        return False
    rest = words[len(maker) :] or _behind(run, name, found)
    return bool(rest) and _goes_on((*maker, *rest), rest, lexicon)


def _behind(run: Sequence[Unit], name: Found, found: Sequence[Found]) -> tuple[str, ...]:
    """The word right behind the name, if no other name begins there."""
    unit = run[name.end] if name.end < len(run) else None
    apart = unit is None or unit.start - run[name.end - 1].end != 1 or any(other.start == name.end for other in found)
    return () if apart or unit is None else (unit.text,)


def _is_made(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a maker's name alone is what it makes, for what stands before it, where its model does not follow.

    `la |Lancia| volée`, `une vieille |Lancia|`, `de vieilles |Lancia|`, `le pilote de l'|Airbus|`.
    """
    words = tuple(unit.text for unit in run[name.start : name.end])
    maker = any(words == listed for listed, _ in lexicon.makers.get(words[0], ())) and not {*words} & lexicon.beside.get("feminine", NONE)
    place = name.start - 1
    while place > 0 and run[place].pos == "ADJ" and run[place].text.islower():
        place -= 1
    before, behind = (run[where].text if 0 <= where < len(run) else "." for where in (place, name.end))
    several = place < name.start - 1 and before.lower() in lexicon.of and run[place + 1].text.endswith(("s", "x"))
    flown = words[0] in lexicon.beside.get("flown", NONE) and before in lexicon.articles and place == name.start - 1
    elided = before[-1] in APOSTROPHES and before in lexicon.articles and place == name.start - 1  # no maker's name has its article: `l'|Ondine|`
    made = several or flown or elided or before.lower() in lexicon.beside.get("owning", NONE)
    return maker and made and not (behind[0].isupper() or MODEL.fullmatch(behind))


def _is_poured(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a town's name is a wine's or a cheese's: `boire du |Chablis|`, `un verre de |Bordeaux|`."""
    if name.label != "LOC" or name.end - name.start > 1 or name.start < 2 or run[name.start].text not in lexicon.beside.get("poured", NONE):
        return False
    before, noun = run[name.start - 1].text.lower(), run[name.start - 2].text.lower()
    apart = name.end >= len(run) or run[name.end].text != "-"  # `un Bordeaux-Lund`
    return apart and (before in lexicon.beside.get("pouring", NONE) or (before in lexicon.of and noun in lexicon.beside.get("vessels", NONE)))


def _behind_maker(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a model's name of which the maker's right before it was no part: `la Lancia |B20 Coupé|`."""
    return name.start > 0 and run[name.start - 1].text in lexicon.makers and MODEL.fullmatch(run[name.start].text) is not None


def _is_another(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a model that is listed behind one with its maker's name: `les Lancia B20 Coupé et |B24 S|`."""
    before = run[name.start - 1].text if name.start else ""
    if name.label != "ORG" or name.end - name.start < 2 or before not in lexicon.beside.get("lists", NONE) or not _is_numbered(run[name.start].text):
        return False
    return any(run[place].text in lexicon.makers and _is_numbered(run[place + 1].text) for place in range(name.start - 1))


def _is_numbered(word: str) -> bool:
    """Whether a word is how makers call models, with a number in it and a letter first."""
    return word[0].isalpha() and word[-1].isdigit() and MODEL.fullmatch(word) is not None


def _is_counted(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether trains are told of by the name of who runs them: `trois |Ondia| sur quatre`, `à bord d'un |Ondia|`."""
    train = name.label == "ORG" and name.end - name.start == 1 and run[name.start].text in lexicon.beside.get("trains", NONE)
    before = run[name.start - 1] if name.start else None
    if not train or before is None:
        return False
    one = before.text.lower() in lexicon.beside.get("train_articles", NONE) and before.text.lower() not in lexicon.of
    return one or before.pos == "NUM" or before.text.isdecimal()


def _is_member(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a man of a force is told of by its acronym: `un |CRS| a été blessé`."""
    member = name.label == "ORG" and name.end - name.start == 1 and run[name.start].text in lexicon.beside.get("members", NONE)
    alone = name.end >= len(run) or not run[name.end].text[0].isdigit()
    return member and alone and name.start > 0 and run[name.start - 1].text.lower() in lexicon.beside.get("masculine", NONE)


def _goes_on(words: tuple[str, ...], rest: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a model's name goes on a maker's, and neither a division's, another maker's nor a place's: `|Lancia| Beta`."""
    first, divisions = rest[0], lexicon.beside.get("divisions", NONE)
    if len(rest) > 1 and rest[-1] in lexicon.beside.get("ranges", NONE):
        return True
    if any(_listed(words, names) for names in (lexicon.known, lexicon.register)) or any(word in divisions for word in rest):
        return False
    named = any(_listed(part, names) for part in (rest, *((word,) for word in rest)) for names in (lexicon.known, lexicon.register))
    return bool(MODEL.fullmatch(first)) or (first[0].isupper() and not named and first not in lexicon.makers)


def _as_event(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found | None:
    """The name, an event's as a body's where something is said by it, else gone: `le |Festival de Lund|`."""
    if _is_operation(run, name, lexicon):
        return None
    if not _is_event(run, name, lexicon):
        return name
    return name._replace(label="ORG") if _says(run, name, lexicon) else None


def _is_event(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a name is headed or ended by a word for what takes place."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    if name.label == "PER":
        return False
    if len(words) == 1 and words[0].isupper() and lexicon.tails.get(words[0].capitalize()) == NOTHING:
        return name.start > 0 and run[name.start - 1].text[0].isupper()  # `GT CUP`
    if any(_listed(words, names) for names in (lexicon.known, lexicon.register)):
        return False
    head = words[1] if ORDINAL.fullmatch(words[0]) and len(words) > 1 else words[0]
    tailed = name.label == "ORG" and len(words) > 1 and lexicon.tails.get(words[-1]) == NOTHING
    body = lexicon.heads.get(words[0].lower()) == "ORG" or headed_by(run, name.start, lexicon) == "ORG"
    return (tailed and not body) or head.lower() in lexicon.beside.get("events", NONE)


def _is_within(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether the name is in that of what is agreed or takes place (`l'accord de |Lund|`), of a law or of a title (`la loi |Roy|`)."""
    place = name.start - 1
    before = run[place].text.lower() if place >= 0 else ""
    if before in lexicon.beside.get("entitled", NONE) or _opens_event(run, name, lexicon) or _is_launched(run, name, lexicon):
        return True
    if name.label == "LOC" and before in lexicon.beside.get("crowned", NONE):
        return True
    if name.label != "LOC" or place < 1 or run[place].text.lower() not in lexicon.of:
        return False  # `l'accord des |Etats-Unis|`
    place -= 1 + (place > 1 and run[place - 1].pos == "ADJ")
    return run[place].text.lower() in lexicon.beside.get("agreed", NONE)


def _is_launched(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is one of a row of spacecraft, with its number in or behind the name: `|Mariner| 4`, `|Mars 2|`."""
    number = run[name.start + 1].text if name.start + 1 < len(run) else ""
    alone = name.end - name.start <= 1 + number.isdecimal()
    return alone and number.isdecimal() and run[name.start].text in lexicon.beside.get("launched", NONE)


def _opens_event(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether the name of what takes place begins with a place's: `le |Lund| Motor Show`."""
    end = name.end
    while end < len(run) and run[end].text[0].isupper() and run[end].start - run[end - 1].end == 1:
        end += 1
    return name.label == "LOC" and end > name.end and lexicon.tails.get(run[end - 1].text) == NOTHING


def _is_operation(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a place's name is an operation's there: `l'opération |Lund| II`."""
    return name.label == "LOC" and name.start > 0 and run[name.start - 1].text.lower() in lexicon.beside.get("operations", NONE)


def _says(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is who says something, or has someone at its head: `selon le |Festival de Lund|`, `la directrice du |Festival de Lund|`."""
    before = [unit.text.lower() for unit in run[max(0, name.start - 2) : name.start]]
    source = any(word in lexicon.beside.get("sources", NONE) for word in before)
    headed = len(before) > 1 and before[1] in lexicon.of_any and (before[0] in lexicon.titles or lexicon.owned.get(before[0]) == "ORG")
    return source or headed or any(unit.text in lexicon.beside.get("said", NONE) for unit in run[name.end : name.end + SPOKEN])


def _listed(words: tuple[str, ...], names: Table) -> str:
    return next((label for listed, label in names.get(words[0], ()) if listed == words), "")
