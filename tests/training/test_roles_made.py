"""The annotations that teach whom roles mean, and the examples that a text gives by itself."""

import pytest
from training.french.logit import fitted
from training.french.roles_told import TELLING, examples
from training.french.standing import SOMEONE, annotations, read

from chancery.analysis.actors.ranking import NOBODY, Candidate

ROWS = annotations("roles")
TITLE = "Sylve et la dune"
TOLD = "La sociologue Anna Morel a visité la dune lundi. Elle a jugé le sable trop sec. Le vent souffle. La sociologue estime que la dune recule."
UNTOLD = "Anna Morel a visité la dune lundi. Elle a jugé le sable trop sec. La sociologue estime que la dune recule."


def test_every_role_is_marked_once_and_means_someone() -> None:
    assert len({row["document"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        ends = [end for end, _ in row["roles"]]
        assert ends == sorted(set(ends)), row["document"]
        for _, bearer in row["roles"]:
            assert bearer == SOMEONE or bearer[0] < bearer[1], row["document"]


def test_no_text_is_in_them() -> None:
    assert {key for row in ROWS for key in row} == {"document", "digest", "roles"}


def test_a_role_whose_bearer_is_told_is_an_example_and_does_not_give_itself_away() -> None:
    (_, candidates, right), *rest = examples(read({"id": "told", "title": TITLE, "text": TOLD}, {}))
    assert not rest
    assert [candidates[place].actor for place in right] == ["person:Anna Morel"]
    assert not any(TELLING & set(one.signs) for one in candidates)


def test_a_role_of_which_the_text_does_not_tell_is_none() -> None:
    assert not examples(read({"id": "untold", "title": TITLE, "text": UNTOLD}, {}))


@pytest.mark.parametrize("lent", [0, 1])
def test_examples_that_are_lent_teach_what_their_signs_weigh_and_no_manner(lent: int) -> None:
    candidates = [Candidate("person", ("near",)), Candidate("person", ("far",)), Candidate(NOBODY, (NOBODY,))]
    own = [("bare", candidates[:1] + candidates[2:], frozenset({0}))]
    weights = fitted(own, [("bare", candidates, frozenset({lent}))] * 40)
    assert set(weights) == {"bare"}
    assert (weights["bare"]["near"] > weights["bare"]["far"]) == (lent == 0)
