"""What tests of several parts share: the record of the example press. Beside it, readings made by hand (`made.py`), how cost grows (`growth.py`)."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

import chancery

ROOT = Path(__file__).parents[1]

# No deadlines: these machines are shared. In continuous integration the examples are the same on every run, so that green means the same.
settings.register_profile("chancery", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("chancery")

# A shell that runs the tests in the background lets them ignore Ctrl-C, and what they start inherits it; some tests are of Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example press, made once; tests read it or copy it."""
    path = tmp_path_factory.mktemp("example") / "chancery.sqlite"
    chancery.build([ROOT / "examples" / "press"], record=path).close()
    return path
