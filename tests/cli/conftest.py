"""The command as the tests of it call it."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from odd_reading import Run, odd

from chancery import cli, pipeline


@pytest.fixture
def run_odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in an empty folder, with readings made by hand that may go wrong."""
    monkeypatch.setattr(pipeline, "read", odd)
    monkeypatch.chdir(tmp_path)
    return lambda *words, **more: CliRunner().invoke(cli.commands, words, **more)
