"""One document's annotations against gold, counted into rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from chancery.evaluation.agreeing import (
    bounds,
    involved,
    same_actors,
    same_date,
    same_deadline,
    same_figure,
    same_id,
    same_kind,
    same_speaker,
    same_stance,
    same_value,
)
from chancery.evaluation.items import SPAN_FIELDS, Annotated, Item
from chancery.evaluation.matching import Compared, Similarity, compare, nearest, over_longer, over_shorter, same_span, trimmed
from chancery.evaluation.rows import Rows

UNJUDGED = ("furniture", "caption", "byline")
"""Blocks whose names, times and figures are not judged."""
BOILERPLATE = ("furniture", "caption")
ALIKE = 0.8
"""How much of the longer span two statements must share."""
CLEAN = 0.95
"""From this F1 of its furniture on, a document counts as clean."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an item may say beside its place, with its own row."""

    label: str
    stated: Callable[[Item], bool]
    right: Callable[[Item, Item], bool]
    absence_counts: bool = False
    """Whether stating it where gold does not is wrong; elsewhere that is not judged."""


def _says(key: str) -> Callable[[Item], bool]:
    return lambda item: bool(item[key])


def _always(item: Item) -> bool:
    return True


def _actors(key: str) -> Callable[[Item, Item], bool]:
    return lambda gold, found: same_actors(gold[key], found[key] or ())


ATTRIBUTES: dict[str, tuple[Attribute, ...]] = {
    "statements": (Attribute("speaker", _says("speaker"), same_speaker),),
    "times": (Attribute("value", _says("value"), same_value),),
    "figures": (Attribute("value and unit", lambda item: item["value"] is not None, same_figure),),
    "entities": (Attribute("type", _always, same_kind), Attribute("id", _says("id"), same_id)),
    "events": (
        Attribute("type", _says("type"), same_kind),
        Attribute("date", _says("date"), same_date),
        Attribute("actors", lambda item: bool(involved(item)), lambda gold, found: same_actors(involved(gold), involved(found))),
    ),
    "positions": (Attribute("stance", _always, same_stance), Attribute("actor", _says("actor"), _actors("actor"))),
    "commitments": (Attribute("deadline", _says("deadline"), same_deadline, absence_counts=True), Attribute("who", _says("who"), _actors("who"))),
    "meetings": (Attribute("date", _says("date"), same_date),),
}
MATCHED: dict[str, tuple[Similarity, float]] = {"statements": (over_longer, ALIKE), "entities": (same_span, 1.0)}
"""How places are compared, and from what similarity on they match; other fields as LOOSE says."""
LOOSE: tuple[Similarity, float] = (over_shorter, 0.5)


def score(gold: Annotated, found: Annotated, text: str, rows: Rows) -> dict[str, Compared]:
    """Count a document into the rows; what was compared, by field. A field that gold leaves out is not judged."""
    compared = {field: _field(field, gold, found, text, rows) for field in SPAN_FIELDS if field in gold.items}
    if "statements" in compared:
        _statements(gold, found, compared["statements"], text, rows)
    if "entities" in compared:
        _entity_types(compared["entities"], rows)
    if gold.blocks is not None:
        _blocks(gold.blocks, found.blocks or (), text, rows)
    if gold.says.get("published") and gold.says.get("published_basis") != "given":
        rows.add("document, published right", bounds(gold.says["published"]) == bounds(found.says.get("published")), 1, 0)
    if gold.says.get("translated") is not None:
        rows.add("document, translated right", bool(found.says.get("translated")) == gold.says["translated"], 1, 0)
    return compared


def _field(field: str, gold: Annotated, found: Annotated, text: str, rows: Rows) -> Compared:
    similarity, threshold = MATCHED.get(field, LOOSE)
    expected, predicted = (_judged(field, side.items.get(field, ()), gold, text) for side in (gold, found))
    result = compare(expected, predicted, similarity, threshold)
    rows.add(field, len(result.pairs), len(result.pairs) + len(result.missed), len(result.pairs) + len(result.spurious))
    for attribute in ATTRIBUTES[field]:
        _attribute(field, attribute, result, rows)
    return result


def _judged(field: str, items: Sequence[Item], gold: Annotated, text: str) -> list[Item]:
    """Without what lies outside the article, for names, times and figures; names trimmed."""
    if field not in ("times", "figures", "entities"):
        return list(items)
    outside = [block.span for block in gold.blocks or () if block["kind"] in UNJUDGED]
    inside = [item for item in items if not any(block.start <= item.span.start < block.end for block in outside)]
    return [trimmed(item, text) for item in inside] if field == "entities" else inside


def _attribute(field: str, attribute: Attribute, result: Compared, rows: Rows) -> None:
    stated = attribute.stated
    known = sum(stated(item) for item, _ in result.pairs)
    claims = sum(stated(other) and (attribute.absence_counts or stated(item)) for item, other in result.pairs)
    hits = sum(stated(item) and attribute.right(item, other) for item, other in result.pairs)
    rows.add(f"{field} + {attribute.label}", hits, known + sum(map(stated, result.missed)), claims + sum(map(stated, result.spurious)))
    rows.add(f"{field}, {attribute.label} right (of matched)", hits, known, 0)


def _entity_types(result: Compared, rows: Rows) -> None:
    """Names by type: a pair counts under gold's type, and only if the type is right."""
    for kind in ("PER", "ORG", "LOC"):
        hits = sum(item["type"] == kind and same_kind(item, other) for item, other in result.pairs)
        gold = sum(item["type"] == kind for item, _ in result.pairs) + sum(item["type"] == kind for item in result.missed)
        wrong = sum(other["type"] == kind and not same_kind(item, other) for item, other in result.pairs)
        rows.add(f"entities, {kind}", hits, gold, hits + wrong + sum(item["type"] == kind for item in result.spurious))


def _statements(gold: Annotated, found: Annotated, result: Compared, text: str, rows: Rows) -> None:
    """Recall by type, speakers behind pronouns and roles, anonymous sources, and scare quotes taken for speech."""
    for kind in ("direct", "indirect", "mixed", "post"):
        hits = sum(item["type"] == kind for item, _ in result.pairs)
        rows.add(f"statements, {kind} (recall)", hits, hits + sum(item["type"] == kind for item in result.missed), 0)
    hidden = [(item, other) for item, other in result.pairs if _unnamed(item, text)]
    rows.add("statements, pronoun or role resolved right (of matched)", sum(same_speaker(*pair) for pair in hidden), len(hidden), 0)
    anonymous = [(bool(item["anonymous"]), bool(other["anonymous"])) for item, other in result.pairs]
    rows.add("statements, anonymous (of matched)", sum(map(all, anonymous)), sum(one for one, _ in anonymous), sum(other for _, other in anonymous))
    said = found.items.get("statements", ())
    taken = sum(any(nearest(over_longer, scare, item) >= ALIKE for item in said) for scare in gold.scare_quotes)
    rows.add("scare quotes left alone", len(gold.scare_quotes) - taken, len(gold.scare_quotes), 0)


def _unnamed(statement: Item, text: str) -> bool:
    """Whether the text names the speaker only by a pronoun or a role: no word in common with the name."""
    if statement["speaker_start"] is None or not statement["speaker"]:
        return False
    surface = set(text[statement["speaker_start"] : statement["speaker_end"]].lower().split())
    return not surface & set(statement["speaker"].lower().split())


def _blocks(gold: Iterable[Item], found: Iterable[Item], text: str, rows: Rows) -> None:
    """Characters of furniture and captions, white space and by-lines left out."""
    expected, predicted = list(gold), list(found)
    skipped = _covered(expected, ("byline",), len(text)) | {place for place, letter in enumerate(text) if letter.isspace()}
    wanted, marked = (_covered(blocks, BOILERPLATE, len(text)) - skipped for blocks in (expected, predicted))
    shared, both = len(wanted & marked), len(wanted) + len(marked)
    rows.add("blocks, furniture characters", shared, len(wanted), len(marked))
    rows.add("blocks, documents with furniture F1 >= 0.95", (2 * shared / both if both else 1.0) >= CLEAN, 1, 0)


def _covered(blocks: Iterable[Item], kinds: Sequence[str], length: int) -> set[int]:
    """The places inside blocks of these kinds."""
    return {place for block in blocks if block["kind"] in kinds for place in range(block.span.start, min(length, block.span.end))}
