"""What a person types to a full-text query that cannot go wrong."""

import re
import unicodedata

from chancery.errors import UsageError

WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r'["«“”]([^"«»“”]*)["»“”]|(\S+)')


def matching(words: str) -> str:
    """An FTS5 query for all of the words; what is in quotes, and what an apostrophe or hyphen joins, as a phrase.

    Raises UsageError if there is no word.

    >>> matching('"accord  final" l\\'OTAN NEAR( -*')
    '"accord final" "l OTAN" "NEAR"'
    """
    pieces = (" ".join(WORD.findall(quoted or plain)) for quoted, plain in QUOTED.findall(unicodedata.normalize("NFC", words)))
    phrases = [f'"{piece}"' for piece in pieces if piece]
    if not phrases:
        raise UsageError("there is no word to look for", hint='give one or more words, or a phrase in quotes: chancery search "11 septembre" retrait')
    return " ".join(phrases)
