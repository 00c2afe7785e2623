"""Whether what two paired items say is the same, one function an attribute; the first argument is gold. The rules are the annotation format's."""

import re
from collections.abc import Sequence
from typing import Any

from chancery.evaluation.folding import counted, fold, plain, words, written
from chancery.evaluation.items import Item

NEAR = 0.005
"""Figures this close, as a share of gold's value, are the same."""


def same_name(one: str, other: str) -> bool:
    """Equal names, or one the shorter form of the other.

    >>> same_name("Stoltenberg", "Jens Stoltenberg")
    True
    """
    first, second = words(one), words(other)
    return bool(first and second and (first <= second or second <= first)) or bool(fold(one) and fold(one) == fold(other))


def same_speaker(gold: Item, found: Item) -> bool:
    """Whether the claimed speaker is the expected one, an alias of theirs, or the seat that stands for the state."""
    claimed = written(found["speaker"])
    names = [written(name) for name in (gold["speaker"], *(gold["speaker_aliases"] or ()))]
    return any(same_name(name, claimed) or same_name(plain(name), plain(claimed)) for name in names)


def same_actor(one: str, other: str) -> bool:
    """Equal codes, or equal names under the same prefix; `org:` and `group:` are not told apart."""
    kind, mark, name = one.partition(":")
    other_kind, other_mark, other_name = other.partition(":")
    if not mark or not other_mark:
        return one == other
    return (kind == "person") == (other_kind == "person") and same_name(name, other_name)


def same_actors(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Whether at least half of all that either names is named by both."""
    shared = sum(any(same_actor(one, other) for other in found) for one in gold)
    union = len(gold) + len(found) - shared
    return union > 0 and shared / union >= 0.5


def same_id(gold: Item, found: Item) -> bool:
    return same_actor(gold["id"], written(found["id"]))


def involved(event: Item) -> list[str]:
    """Actors and targets together: who did it and to whom is often a matter of reading."""
    return [*(event["actors"] or ()), *(event["targets"] or ())]


def bounds(value: Any) -> tuple[str, str]:
    """First and last moment of an EDTF value as text that sorts; empty for what is no date.

    It goes by what is written, so that a month and an interval of its days stay two different values.

    >>> bounds("2021-04"), bounds("../2024")
    (('2021-04-01', '2021-04-31'), ('0', '2024-12-31'))
    """
    text = re.sub(r"[~?%]", "", written(value))
    first, slash, last = text.partition("/")
    if slash:
        return ("0" if first in ("..", "") else bounds(first)[0], "9999" if last in ("..", "") else bounds(last)[1])
    if not re.match(r"[\dX]{4}", text):
        return "", ""
    if "T" in text:
        return text[:16], text[:16]
    if text[5:7] in ("21", "22", "23", "24"):
        season = f"{text[:4]}-s{text[5:7]}"
        return season, season
    if len(text) == 4:
        return f"{text}-01-01", f"{text}-12-31"
    return f"{text}-01"[:10], f"{text}-31"[:10]


def same_value(gold: Item, found: Item) -> bool:
    """Equal dates, times or durations, whatever the qualifier; any alternative of gold's will do, and the bare hour of a clock time."""
    value = found["value"]
    right = [gold["value"], *(gold["alternatives"] or ())]
    if value in right:
        return True
    own = bounds(value)
    if own[0] and any(own == bounds(one) for one in right):
        return True
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d", str(value)) is not None and any(str(one).startswith(value) for one in right)


def same_date(gold: Item, found: Item) -> bool:
    """Whether the date lies within gold's; where gold is open on one side, within the year that it names."""
    wanted, own = bounds(gold["date"]), bounds(found["date"])
    if wanted == own:
        return bool(own[0])
    first, last = wanted
    first, last = last[:4] if first == "0" else first, f"{first[:4]}-99" if last == "9999" else last
    return bool(own[0]) and first <= own[0] and own[1] <= last


def same_deadline(gold: Item, found: Item) -> bool:
    """Equal last days: `2021-09-11` and `../2021-09-11` say the same."""
    return bool(gold["deadline"]) and bounds(gold["deadline"])[1] == bounds(found["deadline"])[1]


def same_figure(gold: Item, found: Item) -> bool:
    """The value, and the unit where gold names one."""
    try:
        near = abs(gold["value"] - float(found["value"])) <= NEAR * abs(gold["value"])
    except (TypeError, ValueError):
        return False
    return near and (not gold["unit"] or same_unit(gold, found))


def same_unit(gold: Item, found: Item) -> bool:
    """A word in common between the units, or between the unit of one and what the other counts."""
    unit, claimed = counted(written(gold["unit"])), counted(written(found["unit"]))
    return bool(unit & (claimed | counted(written(found["what"]))) or counted(written(gold["what"])) & claimed)


def same_kind(gold: Item, found: Item) -> bool:
    return found["type"] in (gold["type"], *(gold["types"] or ()))


def same_stance(gold: Item, found: Item) -> bool:
    return found["stance"] in (gold["stance"], *(gold["stances"] or ()))
