"""The collector of cycles rests while a long text is scanned, and is left as it was."""

import gc

import pytest

from chancery.scan.long_texts import LONG, no_cycles


@pytest.mark.parametrize(("length", "resting"), [(10, False), (LONG, True)])
def test_it_rests_for_long_texts_only(length: int, resting: bool) -> None:
    with no_cycles("a" * length):
        assert gc.isenabled() is not resting
    assert gc.isenabled()


def test_it_is_left_as_it_was() -> None:
    with pytest.raises(ValueError, match="stop"), no_cycles("a" * LONG):
        raise ValueError("stop")
    assert gc.isenabled()
    gc.disable()
    try:
        with no_cycles("a" * LONG):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
