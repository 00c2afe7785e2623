"""How far statements are trusted, and what is left out for it."""

from dataclasses import replace

from chancery.analysis import analyse
from chancery.capture import Source
from chancery.clean import clean
from chancery.exports.annotations import annotation
from chancery.facts import Fact, Figure, Statement, parted, state
from chancery.facts.trust import share
from chancery.pipeline import read
from chancery.record import Reading
from chancery.record.reading import rules_of
from chancery.settings import RULES, Settings, asked_of_figures

TEXT = (
    "Mission au Sahel\n\nLe Tchad a demandé jeudi à ses alliés de retirer leurs troupes. "
    "« Nous partirons en mars », a déclaré la ministre Anna Lund. Elle a ajouté que 300 soldats resteraient."
)


def facts() -> tuple[Fact, ...]:
    return state(analyse(clean(Source("case", "case", TEXT))))


def test_every_statement_is_trusted_somewhat_and_reading_twice_is_identical() -> None:
    said = [fact for fact in facts() if isinstance(fact, Statement)]
    assert said
    assert all(one.trust is not None and 0 < one.trust < 1 for one in said)
    assert facts() == facts()


def test_what_is_trusted_too_little_is_left_out_with_what_it_promises_and_counted() -> None:
    found = facts()
    inside = next(fact for fact in found if isinstance(fact, Statement) and "en mars" in fact.evidence.of(TEXT))
    doubted = tuple(replace(fact, trust=0.1) if fact is inside else fact for fact in found)
    kept, gone = parted(doubted, 0.2)
    assert sorted((*kept, *gone), key=doubted.index) == list(doubted)
    assert [fact.kind for fact in gone if fact.kind == "statement"] == ["statement"]
    assert {fact.kind for fact in gone} <= {"statement", "commitment", "position"}
    assert all(inside.evidence.contains(fact.evidence) for fact in gone)
    assert parted(doubted, 0.0) == (doubted, ())


def test_what_is_counted_in_a_doubtful_statement_is_still_told() -> None:
    doubted = tuple(replace(fact, trust=0.1) if isinstance(fact, Statement) else fact for fact in facts())
    kept, _ = parted(doubted, 0.2)
    assert [fact.evidence.of(TEXT) for fact in kept if fact.kind == "figure"] == ["300 soldats"]
    assert not [fact for fact in kept if fact.kind == "statement"]


def test_a_figure_is_left_out_under_its_part_of_the_trust_that_is_asked_and_alone() -> None:
    found = facts()
    counted = next(fact for fact in found if isinstance(fact, Figure))
    assert counted.trust is not None
    doubted = tuple(
        replace(fact, trust=asked_of_figures(0.5)) if fact is counted else replace(fact, trust=0.9) if isinstance(fact, Statement) else fact
        for fact in found
    )
    assert parted(doubted, 0.5) == (doubted, ())
    kept, gone = parted(doubted, 0.6)
    assert [fact.kind for fact in doubted if fact not in kept] == [fact.kind for fact in gone] == ["figure"]


def test_of_a_doubtful_figure_the_annotation_has_the_amount_and_leaves_what_and_whose_open() -> None:
    whole = read(Source("case", "case", TEXT), Settings(trust=0.0))
    assert isinstance(whole, Reading)
    doubted = tuple(replace(fact, trust=0.1) if isinstance(fact, Figure) else fact for fact in whole.facts)
    kept, gone = parted(doubted, 0.2)
    (told,) = annotation(replace(whole, facts=doubted))["figures"]
    (bare,) = annotation(replace(whole, facts=kept, doubtful=gone))["figures"]
    assert told["what"]
    assert bare == {**told, "what": None, "who": [], "where": None}


def test_a_statement_that_no_pack_has_weighed_is_kept() -> None:
    plain = tuple(replace(fact, trust=None) if isinstance(fact, Statement | Figure) else fact for fact in facts())
    assert parted(plain, 1.0) == (plain, ())


def test_the_share_rises_with_what_speaks_for_it() -> None:
    weights = {"always": 0.5, "no cue": -1.0, "by name": 2.0}
    assert share(weights, {"no cue": 1.0}) < share(weights, {}) < share(weights, {"by name": 1.0})
    assert share(weights, {"unheard of": 1.0}) == share(weights, {})


def test_readings_of_another_trust_are_other_readings() -> None:
    whole, strict = (read(Source("case", "case", TEXT), Settings(trust=trust)) for trust in (0.0, 1.0))
    assert isinstance(whole, Reading)
    assert isinstance(strict, Reading)
    assert len(strict.facts) + len(strict.doubtful) == len(whole.facts)
    assert not [fact for fact in strict.facts if isinstance(fact, Statement)]
    assert len({rules_of(Settings(trust=0.0)), rules_of(Settings(trust=1.0)), RULES}) == 3
