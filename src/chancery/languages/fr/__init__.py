"""French."""

from pathlib import Path

from chancery.languages.pack import Pack

pack = Pack("fr", Path(__file__).parent)
