"""A folder of annotations against a gold standard: the rows, and what was missed, spurious or different."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chancery.errors import UsageError
from chancery.evaluation.items import Annotated, Item, read_annotated
from chancery.evaluation.matching import Compared
from chancery.evaluation.rows import Rows, Scores
from chancery.evaluation.scoring import ATTRIBUTES, score


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out."""

    rows: dict[str, Scores]
    absent: tuple[str, ...]
    """Documents without predictions; they count as missed."""
    compared: dict[str, dict[str, Compared]]
    """By document, then field."""
    texts: dict[str, str]


def evaluate(predictions: Path, gold: Path, *, docs: Path | None = None, only: Sequence[str] = ()) -> Evaluation:
    """A folder of predictions against a folder of gold annotations, whose texts lie in `docs` (by default the folder of that name beside gold).

    `only` takes the documents whose ids begin so. Raises UsageError for a folder or file that is missing or not in the annotation format.
    """
    if not predictions.is_dir():
        raise UsageError("there is no such folder of predictions", where=str(predictions))
    gold = gold / "gold" if (gold / "gold").is_dir() else gold
    paths = [path for path in sorted(gold.glob("*.json")) if path.stem.startswith(tuple(only) or "")]
    if not paths:
        raise UsageError(
            "there are no gold annotations", where=str(gold), hint="a folder of ID.json files is expected" + (", --only leaves none" if only else "")
        )
    rows, absent, compared, texts = Rows(), [], {}, {}
    for path in paths:
        answer = predictions / path.name
        if not answer.exists():
            absent.append(path.stem)
        texts[path.stem] = text = _text(docs or gold.parent / "docs", path.stem)
        found = read_annotated(answer) if answer.exists() else Annotated(path.stem, {})
        compared[path.stem] = score(read_annotated(path), found, text, rows)
    return Evaluation(rows.scores(), tuple(absent), compared, texts)


def _text(docs: Path, name: str) -> str:
    path = docs / f"{name}.txt"
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the text of a gold document cannot be read: {error}", where=str(path), hint="say with --docs where the texts are"
        ) from error


def differences(evaluation: Evaluation, field: str) -> Iterator[str]:
    """A line for each item of a field that was missed, spurious, or says something else, under a line for its document."""
    for document, fields in evaluation.compared.items():
        if field not in fields:
            continue
        yield document
        result, text = fields[field], evaluation.texts[document]
        for label, items in (("missed", result.missed), ("spurious", result.spurious)):
            yield from (f"  {label:9} {_place(item, text)} {_said(item)}" for item in sorted(items, key=lambda item: item.span.start))
        for item, other in result.pairs:
            wrong = [attribute.label for attribute in ATTRIBUTES[field] if attribute.stated(item) and not attribute.right(item, other)]
            if wrong:
                yield f"  different {_place(item, text)} {', '.join(wrong)}: {_said(item)} / {_said(other)}"


def _place(item: Item, text: str) -> str:
    return f"{item.span.start:5}-{item.span.end:<5} {item.span.of(text)!r}"


def _said(item: Item) -> str:
    return json.dumps(dict(item.says), ensure_ascii=False)
