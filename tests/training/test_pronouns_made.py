"""The annotations that teach whom pronouns stand for, and the weights that are fitted to them."""

import pytest
from training.french.logit import fitted
from training.french.standing import annotations

from chancery.analysis.actors.ranking import NOBODY, Candidate

ROWS = annotations("pronouns")


def test_every_pronoun_is_marked_once_and_stands_for_something_or_nobody() -> None:
    assert len({row["document"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        ends = [end for end, _ in row["pronouns"]]
        assert ends == sorted(set(ends)), row["document"]
        for _, bearer in row["pronouns"]:
            assert bearer in (NOBODY, "thing", "someone", "struck") or bearer[0] < bearer[1], row["document"]


def test_no_text_is_in_them() -> None:
    assert {key for row in ROWS for key in row} == {"document", "digest", "pronouns"}


@pytest.mark.parametrize("right", [0, 1])
def test_weights_make_what_is_right_the_likeliest(right: int) -> None:
    candidates = [Candidate("person", ("near",)), Candidate("person", ("far",)), Candidate(NOBODY, (NOBODY,))]
    weights = fitted([("told", candidates, frozenset({right}))] * 40)["told"]
    assert (weights["near"] > weights["far"]) == (right == 0)
    assert weights[NOBODY] < max(weights["near"], weights["far"])
