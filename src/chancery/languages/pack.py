"""What a language pack is: a folder of word lists (TOML), weights, and the name of its language."""

import tomllib
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.errors import PluginError
from chancery.languages.contract import contract, unsaid

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Pack:
    """A language as chancery reads it. Word lists and weights are loaded at first use and kept."""

    language: str
    """BCP 47."""
    folder: Path
    _kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash(self.language)  # looked up by in every cache: the folder's hash would cost more than what is kept

    def words(self, name: str) -> dict[str, Any]:
        """The word list `NAME.toml` of the pack; raises PluginError if the pack lacks it or it is not TOML."""
        if name not in self._kept:
            path = self.folder / f"{name}.toml"
            try:
                self._kept[name] = tomllib.loads(path.read_text("utf-8"))
            except (OSError, tomllib.TOMLDecodeError) as error:
                raise PluginError(f"the {self.language} pack's {name}.toml cannot be read: {error}", where=str(path)) from error
        return self._kept[name]  # type: ignore[no-any-return]

    def holds(self, name: str) -> bool:
        """Whether the pack has a word list of that name; for those that the contract leaves open."""
        return name in self._kept or (self.folder / f"{name}.toml").is_file()

    def pipeline(self, name: str | None = None) -> "Language":
        """The spaCy pipeline for syntax: the pack's own, or the installed one of that name.

        Raises PluginError if it cannot be loaded, or does not say of tokens what the contract asks for.
        """
        key = f"pipeline:{name or ''}"
        if key not in self._kept:
            self._kept[key] = _loaded(name or self.folder / "syntax", name or "of the pack")
        return self._kept[key]  # type: ignore[no-any-return]

    def lacking(self, pipeline: str | None = None) -> list[str]:
        """What the pack lacks of the contract, each in words; empty for one that keeps it. With `pipeline`, that one stands in for its own."""
        return [*self._lacking_words(), *self._lacking_files(), *self._lacking_syntax(pipeline)]

    def _lacking_words(self) -> Iterator[str]:
        optional = {name: tables for name, tables in contract()["optional"].items() if self.holds(name)}
        for name, tables in (contract()["words"] | optional).items():
            try:
                held = self.words(name)
            except PluginError as error:
                yield str(error)
                continue
            yield from (f"{name}.toml has no table {table}" for table in tables if table not in held)

    def _lacking_files(self) -> Iterator[str]:
        for folder, files in contract()["files"].items():
            yield from (f"{folder}/{file} is missing" for file in files if not (self.folder / folder / file).is_file())

    def _lacking_syntax(self, pipeline: str | None) -> Iterator[str]:
        try:
            self.pipeline(pipeline)
        except PluginError as error:
            yield str(error)


def _loaded(where: str | Path, called: str) -> "Language":
    import spacy
    from thinc.api import NumpyOps, get_current_ops, use_ops

    import chancery.languages.lemmas  # noqa: F401  (so that spaCy knows the component)

    plain = type(get_current_ops()) is NumpyOps
    try:
        with use_ops("numpy", use_blis=False) if plain else nullcontext():  # numpy's own BLAS multiplies some three times as fast as thinc's
            pipeline = spacy.load(where)
    except OSError as error:
        raise PluginError(f"the pipeline {called} cannot be loaded: {error}", hint="name a spaCy pipeline that is installed") from error
    if missing := unsaid(pipeline):
        raise PluginError(
            f"the pipeline {called} finds no {', no '.join(missing)}", hint="name one with a tagger or morphologiser, a lemmatiser and a parser"
        )
    return pipeline
