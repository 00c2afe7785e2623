"""What a language pack is: a folder of word lists (TOML), weights, and the name of its language."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.errors import PluginError

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Pack:
    """A language as chancery reads it. Word lists and weights are loaded at first use and kept."""

    language: str
    """BCP 47."""
    folder: Path
    _kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def words(self, name: str) -> dict[str, Any]:
        """The word list `NAME.toml` of the pack; raises PluginError if the pack lacks it or it is not TOML."""
        if name not in self._kept:
            path = self.folder / f"{name}.toml"
            try:
                self._kept[name] = tomllib.loads(path.read_text("utf-8"))
            except (OSError, tomllib.TOMLDecodeError) as error:
                raise PluginError(f"the {self.language} pack's {name}.toml cannot be read: {error}", where=str(path)) from error
        return self._kept[name]  # type: ignore[no-any-return]

    def pipeline(self, name: str | None = None) -> "Language":
        """The spaCy pipeline for syntax: the pack's own, or the installed one of that name. Raises PluginError if it cannot be loaded."""
        key = f"pipeline:{name or ''}"
        if key not in self._kept:
            import spacy

            try:
                self._kept[key] = spacy.load(name or self.folder / "syntax")
            except OSError as error:
                raise PluginError(
                    f"the pipeline {name or 'of the pack'} cannot be loaded: {error}", hint="name a spaCy pipeline that is installed"
                ) from error
        return self._kept[key]  # type: ignore[no-any-return]
