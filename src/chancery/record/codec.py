"""Facts to JSON and back, field by field as their types say; a field that is added to a fact later needs nothing here."""

import json
from collections.abc import Callable
from dataclasses import fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from chancery.edtf import Edtf
from chancery.errors import CorruptRecord
from chancery.facts.fact import Commitment, Event, Fact, Figure, Meeting, Position, Statement, Voice
from chancery.span import Span

KINDS: dict[str, type[Fact]] = {kind.__name__.lower(): kind for kind in (Statement, Event, Meeting, Position, Commitment, Figure)}
Decoder = Callable[[Any], Any]


def encode(fact: Fact) -> str:
    """The fact as JSON with sorted keys; what is at its default is left out."""
    return json.dumps(_filled(fact), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: str, payload: str) -> Fact:
    """The fact that `encode` wrote; raises CorruptRecord if it is none."""
    try:
        made, decoders = KINDS[kind], DECODERS[KINDS[kind]]
        return made(**{name: decoders[name](value) for name, value in json.loads(payload).items() if name in decoders})
    except (KeyError, TypeError, ValueError) as error:
        raise CorruptRecord(f"a {kind} is not as chancery wrote it: {error}", hint="build the record again from the press text") from error


def plain(value: Any) -> Any:
    """A field's value as JSON holds it.

    >>> plain((Span(1, 2), Edtf("2021-04")))
    [[1, 2], '2021-04']
    """
    match value:
        case Edtf():
            return value.value
        case Span():
            return [value.start, value.end]
        case Voice():
            return _filled(value)
        case tuple():
            return [plain(each) for each in value]
        case _:
            return value


def _filled(value: Fact | Voice) -> dict[str, Any]:
    """The fields that are not at their default."""
    return {name: plain(kept) for name, default in DEFAULTS[type(value)] if (kept := getattr(value, name)) != default}


def _decoder(hint: Any) -> Decoder:
    """What turns JSON into a value of that type."""
    if get_origin(hint) in (Union, UnionType):
        inner = _decoder(next(arm for arm in get_args(hint) if arm is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        each = _decoder(get_args(hint)[0])
        return lambda value: tuple(each(part) for part in value)
    if hint is Edtf:
        return Edtf
    if hint is Span:
        return lambda value: Span(*value)
    if hint is Voice:
        return lambda value: Voice(**{name: part(value[name]) for name, part in DECODERS[Voice].items() if name in value})
    return lambda value: value


CODED: tuple[type[Any], ...] = (*KINDS.values(), Voice)
DEFAULTS: dict[type[Any], tuple[tuple[str, Any], ...]] = {kind: tuple((field.name, field.default) for field in fields(kind)) for kind in CODED}
DECODERS: dict[type[Any], dict[str, Decoder]] = {
    kind: {name: _decoder(hint) for name, hint in get_type_hints(kind).items() if name in kind.__dataclass_fields__} for kind in CODED
}
"""What turns each field of each kind from JSON."""
