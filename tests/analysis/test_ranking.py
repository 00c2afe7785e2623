"""Whom weights choose among those that a pronoun could stand for."""

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chancery.analysis.actors.ranking import LIKELY, NOBODY, SURE, Candidate, Ranker
from chancery.analysis.tokens import Token
from chancery.errors import PluginError
from chancery.languages.pack import Pack

IL = Token(0, 2, "il", "il", "PRON", "nsubj", {}, 0)
ANNA, PAUL = Candidate("person", ("near",), "person:Anna Roy"), Candidate("person", ("far",), "person:Paul Roy")
NONE = Candidate(NOBODY, (NOBODY,))


@pytest.mark.parametrize(
    ("weights", "chosen", "left"),
    [
        ({"near": 3.0}, "person:Anna Roy", ()),
        ({"far": 3.0}, "person:Paul Roy", ()),
        ({"near": 3.0, "far": 3.0}, None, ("person:Anna Roy", "person:Paul Roy")),
        ({"near": 3.0, "far": 2.5}, None, ("person:Anna Roy", "person:Paul Roy")),
        ({"near": 1.0, "far": -3.0}, None, ("person:Anna Roy",)),
        ({"near": 2.0, "far": -3.0}, "person:Anna Roy", ()),
        ({NOBODY: 3.0}, None, ()),
    ],
)
def test_who_is_likely_enough_is_chosen_and_who_could_be_is_kept(weights: dict[str, float], chosen: str | None, left: tuple[str, ...]) -> None:
    choice = Ranker({"told": weights}).choose(IL, "told", [ANNA, PAUL, NONE])
    assert (choice.chosen.actor if choice.chosen else None, choice.open) == (chosen, left)


@given(st.permutations([ANNA, PAUL, NONE]), st.integers(-5, 5), st.integers(-5, 5))
def test_the_choice_does_not_hang_on_the_order(candidates: list[Candidate], near: int, far: int) -> None:
    assume(len({near, far, 0}) == 3)
    ranker = Ranker({"told": {"near": float(near), "far": float(far)}})
    one, other = ranker.choose(IL, "told", candidates), ranker.choose(IL, "told", [ANNA, PAUL, NONE])
    assert one.chosen == other.chosen
    assert set(one.open) == set(other.open)
    assert len(one.open) <= 1 / LIKELY
    assert one.nameless == pytest.approx(ranker.likelihoods("told", candidates)[candidates.index(NONE)])
    assert one.chosen is None or SURE > LIKELY


def test_less_is_enough_where_less_is_asked() -> None:
    ranker, weights = Ranker({"told": {"near": 1.0, "far": -3.0}}), [ANNA, PAUL, NONE]
    assert ranker.choose(IL, "told", weights).chosen is None
    assert ranker.choose(IL, "told", weights, 0.6).chosen == ANNA


@pytest.mark.parametrize(
    ("weights", "ventured"),
    [
        ({"near": 3.0, "far": 2.1, NOBODY: -3.0}, "person:Anna Roy"),
        ({"near": 0.3, "far": -3.0, NOBODY: 0.1}, "person:Anna Roy"),  # nearly as likely that nobody is
        ({"near": 3.0, "far": 3.0, NOBODY: -3.0}, None),  # no likelier than the other
        ({"near": 0.1, "far": 0.0, NOBODY: 0.0}, None),  # not likely enough
        ({"near": 0.1, "far": -3.0, NOBODY: 0.3}, None),  # likelier that nobody is
    ],
)
def test_a_choice_is_ventured_where_it_is_right_more_often_than_not(weights: dict[str, float], ventured: str | None) -> None:
    choice = Ranker({"told": weights}).choose(IL, "told", [ANNA, PAUL, NONE], 0.75)
    assert choice.chosen is None
    assert (choice.ventured.chosen.actor if choice.ventured.chosen else None) == ventured
    assert choice.ventured.open == choice.open


@pytest.mark.parametrize("what", ["pronouns", "roles"])
@pytest.mark.parametrize("text", ["sign\ttold\nnobody\tmuch\n", "sign\ttold\nnobody\n"])
def test_weights_that_cannot_be_read_are_a_clear_error(tmp_path: Path, what: Literal["pronouns", "roles"], text: str) -> None:
    (tmp_path / what).mkdir()
    (tmp_path / what / "weights.tsv").write_text(text, "utf-8")
    with pytest.raises(PluginError, match=f"weights for {what}"):
        Ranker.of(Pack("fr", tmp_path), what)


@pytest.mark.parametrize("what", ["pronouns", "roles"])
def test_weights_that_are_missing_are_a_clear_error(tmp_path: Path, what: Literal["pronouns", "roles"]) -> None:
    with pytest.raises(PluginError, match=f"weights for {what}"):
        Ranker.of(Pack("fr", tmp_path), what)
