"""The judged articles: what stands in the file is in the annotation's format, without the words of the texts."""

import json

from training.french.judged import JUDGED

ROWS = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]


def test_each_article_is_there_once_in_order() -> None:
    ids = [row["document"] for row in ROWS]
    assert ids == sorted(set(ids))
    assert len(ids) >= 132


def test_items_have_their_place_and_type_and_no_words_of_the_text() -> None:
    for row in ROWS:
        for item in (*row["statements"], *row["figures"]):
            assert 0 <= item["start"] < item["end"], row["document"]
            assert "words" not in item
        assert {item["type"] for item in row["statements"]} <= {"direct", "indirect", "mixed", "post"}
