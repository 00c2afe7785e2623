"""The collector of cycles rests while something is read, looks behind it, and is left as it was."""

import gc
import weakref

import pytest

from chancery.cycles import resting


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def made(many: int) -> "weakref.ref[Knot]":
    """Knots that nobody needs, and where the last one was."""
    knots = [Knot() for _ in range(many)]
    return weakref.ref(knots[-1])


def test_knots_are_kept_within_and_gone_behind() -> None:
    with resting():
        one = made(10 * gc.get_threshold()[0])
        assert not gc.isenabled()
        assert one() is not None
    assert gc.isenabled()
    assert one() is None


def test_it_does_not_look_for_little() -> None:
    gc.collect()
    with resting():
        one = made(1)
    assert one() is not None


def test_it_looks_into_older_generations_in_their_turn() -> None:
    looked: list[int] = []
    gc.callbacks.append(note := lambda phase, told: looked.append(told["generation"]) if phase == "start" else None)
    try:
        for _ in range(2 * gc.get_threshold()[1]):
            with resting():
                made(2 * gc.get_threshold()[0])
    finally:
        gc.callbacks.remove(note)
    assert 1 in looked
    assert len(looked) < 3 * gc.get_threshold()[1]


@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_left_as_it_was(enabled: bool) -> None:
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(ValueError, match="stop"), resting():
            raise ValueError("stop")
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
