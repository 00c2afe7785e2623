"""Documents of a report: what they are called, and a page each that any file system takes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.clean.document import Block
from chancery.span import Span
from chancery.web.library import LONGEST_TITLE, page_name, title

RESERVED = set('<>:"/\\|?*')


@given(st.lists(st.text(min_size=1), unique=True, max_size=12))
def test_every_document_has_a_page_of_its_own(ids: list[str]) -> None:
    taken: Counter[str] = Counter()
    names = [page_name(each, taken) for each in ids]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert name
        assert name.isascii()
        assert not RESERVED & set(name)
        assert not name.startswith(".")
        assert len(name) < 80


@pytest.mark.parametrize(
    ("text", "blocks", "expected"),
    [
        ("Menu\nUn titre\nLe texte.", [("furniture", 0, 4), ("headline", 5, 13), ("body", 14, 23)], "Un titre"),
        ("Le texte sans titre.", [("body", 0, 20)], "Le texte sans titre."),
        ("Menu", [("furniture", 0, 4)], "Menu"),
        ("Deux\n  lignes", [("headline", 0, 13)], "Deux lignes"),
        ("mot " * 60, [("body", 0, 240)], ("mot " * 35).strip() + " …"),
        ("x" * 300, [("body", 0, 300)], "x" * LONGEST_TITLE + " …"),
        ("", [], ""),
    ],
)
def test_what_a_document_is_called(text: str, blocks: list[tuple[str, int, int]], expected: str) -> None:
    made = tuple(Block(Span(start, end), kind) for kind, start, end in blocks)  # type: ignore[arg-type]
    assert title(text, made) == expected
