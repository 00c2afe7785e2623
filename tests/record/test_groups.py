"""The fewest links join the same things, at every moment at which only some of the things are known."""

from hypothesis import given
from hypothesis import strategies as st

from chancery.record.groups import forest, grouped

LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40)


@given(st.integers(0, 12), LINKS)
def test_the_forest_joins_what_the_links_join_among_the_first_of_any_number(size: int, links: list[tuple[int, int]]) -> None:
    found = forest(range(size), links)
    for known in range(size + 1):
        assert grouped(range(known), found) == grouped(range(known), links)


@given(LINKS)
def test_no_link_of_the_forest_is_one_too_many(links: list[tuple[int, int]]) -> None:
    found = forest(range(12), links)
    assert len(found) == 12 - len(grouped(range(12), links))
    assert all(one < other for one, other in found)


def test_what_is_unknown_is_not_joined() -> None:
    assert forest("ab", [("a", "z"), ("z", "b")]) == []
