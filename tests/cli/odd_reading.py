"""Readings made by hand that go wrong where a text says so: for processes that cannot be given a patched function."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chancery import cli, pipeline
from chancery.capture import Source
from chancery.errors import Rejected
from chancery.record import Reading, open_store
from chancery.settings import Settings
from made import told

Run = Callable[..., Result]
TEXT = "Anna Roy dit : nous resterons\n"


def odd(given: Source | Rejected, settings: Settings | None = None) -> Reading | Rejected:
    """As `told`; but `faute` is a fault of ours, `mort` kills the process, and `lent` takes long."""
    words = given.text if isinstance(given, Source) else ""
    if "faute" in words:
        raise IndexError("list index out of range")
    if "mort" in words:
        os.kill(os.getpid(), signal.SIGKILL)
    if "lent" in words:
        time.sleep(0.01)
    return told(given, settings)


def kept(record: str = "chancery.sqlite") -> list[str]:
    """The ids in a record, which must be whole: each document with its fact."""
    store = open_store(record)
    try:
        assert len(store.facts()) == len(store.documents())
        return [document.id for document in store.documents()]
    finally:
        store.close()


def odd_command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in an empty folder, with readings made by hand that may go wrong."""
    monkeypatch.setattr(pipeline, "read", odd)
    monkeypatch.chdir(folder)
    return lambda *words, **more: CliRunner().invoke(cli.commands, words, **more)
