"""How the tagger of names is measured: which documents, and by which count."""

import json

import pytest
from training.french.agreement import agreement
from training.french.annotated import ANNOTATIONS, labels, part_of
from training.french.tagging import scores

from chancery.analysis.name_lexicon import Unit

ROWS = [json.loads(line) for line in ANNOTATIONS.read_text("utf-8").splitlines()]


def test_no_document_is_in_two_parts_and_the_test_has_not_moved() -> None:
    parts = {part: [row["document"] for row in ROWS if part_of(row["document"]) == part] for part in ("train", "dev", "test")}
    assert sum(map(len, parts.values())) == len({row["document"] for row in ROWS}) == len(ROWS)
    assert len([row for row in ROWS if "within" not in row and part_of(row["document"]) == "test"]) == 1639
    assert len(parts["train"]) > 5 * len(parts["dev"]) > 5 * 20


def test_where_only_places_were_judged_no_name_stands_elsewhere() -> None:
    for row in ROWS:
        for start, end in row.get("within", []):
            assert 0 <= start < end <= row["end"]
        assert all(any(start < to and at < end for start, end in row["within"]) for at, to, _ in row["names"]) if "within" in row else True


def test_annotated_names_lie_in_the_text_in_order_and_apart() -> None:
    for row in ROWS:
        end = 0
        for start, after, label in row["names"]:
            assert end <= start < after <= row["end"], row["document"]
            assert label in ("PER", "ORG", "LOC")
            end = after


@pytest.mark.parametrize(
    ("true", "found", "all_", "span", "loc"),
    [
        ([(0, 4, "LOC")], [(0, 4, "LOC")], 1.0, 1.0, 1.0),
        ([(0, 4, "LOC")], [(0, 4, "ORG")], 0.0, 1.0, 0.0),
        ([(0, 4, "LOC"), (6, 9, "PER")], [(0, 4, "LOC")], 2 / 3, 2 / 3, 1.0),
        ([(0, 4, "LOC")], [], 0.0, 0.0, 0.0),
    ],
)
def test_scores(true: list, found: list, all_: float, span: float, loc: float) -> None:  # type: ignore[type-arg]
    made = scores([(true, found)])
    assert [made[key][2] for key in ("all", "span", "LOC")] == pytest.approx([all_, span, loc])


def test_labels_begin_and_go_on() -> None:
    run = [Unit(0, 3, "Lac", "X"), Unit(4, 8, "Noir", "X"), Unit(9, 10, ",", "X"), Unit(11, 14, "Ana", "X")]
    assert labels(run, [(0, 8, "LOC"), (11, 14, "PER")]) == ["B-LOC", "I-LOC", "O", "B-PER"]


def test_agreement_counts_spans_and_labels_apart() -> None:
    made = agreement({"a": {(0, 3, "LOC"), (5, 8, "PER")}}, {"a": {(0, 3, "ORG"), (5, 8, "PER")}})
    assert (made["all"], made["span"], made["PER"], made["LOC"]) == (0.5, 1.0, 1.0, 0.0)
