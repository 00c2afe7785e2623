"""The annotations that teach for whom people and bodies act, and the weights that are made of them."""

import json

from training.french.sides import ANNOTATIONS, RARE, Asked, weights

from chancery.analysis.actors.ranking import NOBODY, Candidate, Ranker

ROWS = [json.loads(line) for line in ANNOTATIONS.read_text("utf-8").splitlines()]


def test_every_name_is_marked_once_and_acts_for_states_or_bodies() -> None:
    assert len({row["document"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        starts = [start for start, _ in row["sides"]]
        assert starts == sorted(set(starts)), row["document"]
        assert all((side and ":" not in side) or side.startswith("group:") for _, sides in row["sides"] for side in sides), row["document"]


def test_no_text_is_in_them() -> None:
    assert {key for row in ROWS for key in row} == {"document", "digest", "sides"}


def test_what_someone_is_called_tells_whether_they_act_for_a_state_and_rare_signs_are_left_out() -> None:
    judge = [Candidate(NOBODY, ("word juge",)), Candidate("body", ("state", "here"), "ELB")]
    baker = [Candidate(NOBODY, ("word boulanger", "word rare")), Candidate("body", ("state", "here"), "ELB")]
    rows = [Asked(str(number), ("person", judge, frozenset({1})), None, 1) for number in range(RARE)]
    rows += [Asked(str(number), ("person", baker, frozenset({0})), None, 1) for number in range(RARE - 1)]
    rows += [Asked("more", ("person", [Candidate(NOBODY, ("word boulanger",)), baker[1]], frozenset({0})), None, 1)]
    made = weights(rows)
    ranker = Ranker(made)
    assert ranker.likelihoods("person", judge)[1] > 0.5 > ranker.likelihoods("person", baker)[1]
    assert "word rare" not in made["person"]
    assert "word juge" in made["person"]
