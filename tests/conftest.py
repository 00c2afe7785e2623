"""What tests of several parts share lies beside this file: readings made by hand (`made.py`), how cost grows (`growth.py`)."""

import os

from hypothesis import settings

# No deadlines: these machines are shared. In continuous integration the examples are the same on every run, so that green means the same.
settings.register_profile("chancery", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("chancery")
