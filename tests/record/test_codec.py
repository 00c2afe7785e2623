"""Facts survive the way to JSON and back, whatever they hold."""

from collections.abc import Callable
from dataclasses import fields
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.edtf import Edtf
from chancery.errors import CorruptRecord
from chancery.facts import Fact, Voice
from chancery.record.codec import KINDS, decode, encode
from chancery.span import Span

DATES = st.sampled_from(["2021-04-14", "2021-06~", "../2024", "XXXX-01-07", "2021-21"]).map(Edtf)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*sorted(pair)))
SIMPLE: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    str: lambda: st.text(max_size=8),
    bool: st.booleans,
    float: lambda: st.floats(allow_nan=False, allow_infinity=False),
    Edtf: lambda: DATES,
    Span: lambda: SPANS,
    Voice: lambda: st.builds(Voice, *(values(hint) for hint in get_type_hints(Voice).values())),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Whatever a field of that type may hold."""
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*(st.none() if arm is type(None) else values(arm) for arm in get_args(hint)))
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    return SIMPLE[hint]()


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(list(KINDS.values())))
    hints = get_type_hints(kind)
    return kind(**{field.name: draw(values(hints[field.name])) for field in fields(kind)})


@settings(max_examples=60, deadline=None)
@given(facts())
def test_round_trip(fact: Fact) -> None:
    again = decode(fact.kind, encode(fact))
    assert again == fact
    assert again.id == fact.id


@pytest.mark.parametrize(("kind", "payload"), [("statement", "{}"), ("statement", "["), ("rumour", "{}"), ("event", '{"evidence": [5, 1]}')])
def test_what_is_no_fact_is_said(kind: str, payload: str) -> None:
    with pytest.raises(CorruptRecord, match="not as chancery wrote it"):
        decode(kind, payload)
