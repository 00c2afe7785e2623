"""Which language an article is in."""

from functools import cache
from typing import Any

LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko",
    "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""Those that press at large is written in: with all 97 that the identifier knows, short French is taken for Norman languages and creoles."""
SAMPLE = 600
"""Code points from the article's beginning; more does not change the answer."""
LEAST_LETTERS = 80
"""Below, a text says too little; in scripts without spaces, a fifth of that is enough."""
CONFIDENT = 0.6


def language_of(article: str, expected: str) -> str:
    """The language an article is in, as BCP 47; `expected` where the text is too short to tell, or tells nothing clear.

    >>> language_of("Brève.", "fr")
    'fr'
    """
    sample = article[:SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    wide = sum(char > "\u2e7f" for char in sample)
    if letters + 4 * wide < LEAST_LETTERS:
        return expected
    language, confidence = _identifier().classify(sample)
    return str(language) if confidence >= CONFIDENT else expected


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes half a second to load

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
