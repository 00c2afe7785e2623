"""Spellings of one name, and names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.record.identity import spellings

CASES = [
    ("accents and capitals", "José ÉLAN", "Jose Elan", True),
    ("hyphens", "Jean-Marc Brun", "Jean Marc Brun", True),
    ("one letter of a long word", "Anna Rosental", "Anna Rosenthal", True),
    ("two letters of a very long word", "Igor Konstantinov", "Igor Konstantinow", True),
    ("a short word", "Heiko Maas", "Heiko Mass", False),
    ("another first letter", "Anna Bernardi", "Anna Vernardi", False),
    ("another first name", "Anna Rosenthal", "Jonas Rosenthal", False),
    ("two words differ", "Annna Rosental", "Anna Rosenthal", False),
    ("one word alone", "Rosental", "Rosenthal", False),
    ("a word more", "Anna Maria Rosenthal", "Anna Rosenthal", False),
]


@pytest.mark.parametrize(("one", "other", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_spellings(one: str, other: str, same: bool) -> None:
    assert len(spellings([f"person:{one}", f"person:{other}"])) == (1 if same else 2)


@given(st.lists(st.sampled_from([f"person:{case[at]}" for case in CASES for at in (1, 2)] + ["USA", "org:Rosenthal"])))
def test_everyone_is_in_one_group_whatever_the_order(actors: list[str]) -> None:
    groups = spellings(actors)
    assert sorted(actor for group in groups for actor in group) == sorted({actor for actor in actors if actor.startswith("person:")})
    assert groups == spellings(reversed(actors))
