"""What a language pack must offer (`contract.toml`); `Pack.lacking` says what one does not."""

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def contract() -> dict[str, dict[str, Any]]:
    """The contract: `words`, `optional` (words that may be missing altogether), `files` and `syntax`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def unsaid(pipeline: "Language") -> list[str]:
    """What a spaCy pipeline does not say of tokens and should, in words."""
    probe = pipeline("A b.")
    return [meaning for name, meaning in contract()["syntax"].items() if not probe.has_annotation(name)]
