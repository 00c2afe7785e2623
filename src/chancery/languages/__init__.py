"""Language packs: the words and weights that a language is read with. Each is a folder with the same file names in it.

A pack is found through the entry points `chancery.languages`; `pack.py` says what it must offer.
"""

import tomllib
from pathlib import Path
from typing import Any

from chancery.errors import UnknownLanguage
from chancery.languages.pack import Pack
from chancery.plugins import load, names

__all__ = ["Pack", "pack_for", "roles"]

ENGLISH = Path(__file__).parent / "en/roles.toml"
"""English words for offices, though no English text is read."""


def pack_for(language: str) -> Pack:
    """The pack for a BCP 47 tag (`fr-BE` is read as `fr`); raises UnknownLanguage where no installed pack reads it."""
    base = language.partition("-")[0].lower()
    if base not in names("languages"):
        raise UnknownLanguage(f"no language pack reads {language!r}", hint=f"installed: {', '.join(names('languages'))}")
    pack: Pack = load("languages", base)
    return pack


def roles() -> list[dict[str, Any]]:
    """The words for offices in every language that has some: those of the installed packs, and English."""
    installed = [load("languages", name) for name in sorted(names("languages"))]
    return [*(pack.words("roles") for pack in installed), *([] if "en" in names("languages") else [tomllib.loads(ENGLISH.read_text("utf-8"))])]
