"""For whom people and bodies are held to act: what speaks for each, and when the weights overrule the rules."""

from collections.abc import Callable

import pytest

from chancery.analysis.actors import resolve
from chancery.analysis.actors.allegiance import Allegiance, swear
from chancery.analysis.actors.ranking import NOBODY, Ranker
from chancery.analysis.actors.scene import Scene
from chancery.analysis.names import find_names
from chancery.analysis.syntax import parse
from chancery.capture.source import Metadata, Source
from chancery.clean import clean
from chancery.edtf import Edtf
from chancery.languages import Pack, pack_for
from chancery.register import register_for

TARDYK = "person:Karl Tardyk"
POLICE = "Le Pérou attend la pluie. Karl Tardyk, gardien du port de Lima, a parlé au Mali."
GENERAL = "Le Pérou attend la pluie. Le général péruvien Karl Tardyk a parlé."


def resolved(text: str, allegiances: Callable[[Scene, Pack], None], published: str = "2021-06-04") -> dict[str | None, tuple[str, ...]]:
    """The sides of those who are named."""
    document = clean(Source("x", "x", text, metadata=Metadata(published=Edtf.parse(published))))
    pack, register = pack_for("fr"), register_for(None)
    sentences = parse(document, pack.pipeline())
    names = find_names(document, sentences, pack, register)
    return {name.actor: name.sides for name in resolve(document, sentences, names, register, pack, allegiances=allegiances)[0]}


def signs(text: str, published: str = "2021-06-04") -> dict[str | None, tuple[str, ...]]:
    """What speaks for each for whom Karl Tardyk may act."""
    found: dict[str | None, tuple[str, ...]] = {}

    def take(scene: Scene, _: Pack) -> None:
        found.update({one.actor: one.signs for one in Allegiance(scene).candidates(TARDYK)})

    resolved(text, take, published)
    return found


def test_nobody_is_one_of_those_for_whom_someone_may_act() -> None:
    found = signs(POLICE)
    assert {None, "PER", "MLI", "FRA"} <= set(found)
    assert "word gardien" in found[None]
    assert "here" in found["MLI"]
    assert "here" not in found["PER"]
    assert "before" in found["PER"]


def test_what_the_words_and_the_rules_say_speaks_for_a_state() -> None:
    found = signs(GENERAL)
    assert {"ruled", "adjective", "alone said"} <= set(found["PER"])
    assert "other said" in found["FRA"]


@pytest.mark.parametrize(
    ("published", "sign"), [("2021-06-04", "long ago"), ("2000-06", "ago"), ("1998", ""), ("../2021-06-04", "long ago"), ("2021-06-04/..", "")]
)
def test_a_year_of_other_days_in_the_sentence_is_a_sign(published: str, sign: str) -> None:
    found = signs("Le Pérou attend. En 1998, Karl Tardyk, gardien du port, a parlé.", published)
    assert [one for one in found[None] if one in ("ago", "long ago")] == ([sign] if sign else [])


@pytest.mark.parametrize(
    ("text", "weight", "sides"),
    [
        (POLICE, 0.0, ()),
        (POLICE, 3.0, ("MLI",)),
        (GENERAL, 0.0, ("PER",)),
        (GENERAL, -0.6, ("PER",)),  # nobody is likelier, but not by far
        (GENERAL, -9.0, ()),
    ],
)
def test_rules_are_overruled_where_the_weights_are_sure(text: str, weight: float, sides: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"here": weight} if text == POLICE else {"ruled": weight, "not told of": -9.0, "other said": -9.0}
    monkeypatch.setattr(Ranker, "of", classmethod(lambda *_: Ranker({"person": weights, "body": {}})))
    assert resolved(text, swear)[TARDYK][:1] == sides


def test_candidates_begin_with_nobody() -> None:
    kinds = list[str]()
    resolved(POLICE, lambda scene, _: kinds.extend(one.kind for one in Allegiance(scene).candidates(TARDYK)))
    assert kinds[0] == NOBODY
