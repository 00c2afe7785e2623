"""The judged articles: what stands in the file is in the annotation's format, without the words of the texts."""

import json

from training.french.judged import JUDGED, OWNERS, PLACES

ROWS, PARTS = ([json.loads(line) for line in file.read_text("utf-8").splitlines()] for file in (JUDGED, PLACES))


def test_each_article_is_there_once_in_order() -> None:
    ids = [row["document"] for row in ROWS]
    assert ids == sorted(set(ids))
    assert len(ids) >= 132


def test_items_have_their_place_and_type_and_no_words_of_the_text() -> None:
    for row in (*ROWS, *PARTS):
        for item in (*row["statements"], *row.get("figures", ())):
            assert 0 <= item["start"] < item["end"], row["document"]
            assert "words" not in item
        assert all(0 <= start < end for start, end in row["struck"])
        assert {item["type"] for item in row["statements"]} <= {"direct", "indirect", "mixed", "post"}


def test_no_article_is_in_both_files() -> None:
    assert not {row["document"] for row in ROWS} & {row["document"] for row in PARTS}


def test_figures_have_their_owners_or_none_and_no_words_of_the_text() -> None:
    told = [json.loads(line) for line in OWNERS.read_text("utf-8").splitlines()]
    assert [row["document"] for row in told] == sorted({row["document"] for row in told})
    for row in told:
        for item in row["figures"]:
            assert set(item) == {"start", "end", "read", "what", "owner", "nobody"}
            assert 0 <= item["start"] < item["end"]
            assert item["owner"] or item["nobody"] or row.get("unseen")  # of these readers told only that the owner is wrong
