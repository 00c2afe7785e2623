"""What a person types to a full-text query that cannot go wrong."""

import re
import unicodedata

from chancery.errors import UsageError

WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r'["«“”]([^"«»“”]*)["»“”]|(\S+)')
INFLECTED, GENDERED = 4, 6
"""Letters from which a word is also looked for in its other number, and in its other gender."""
ENDINGS = {"aux": ("al", "aux", "au"), "al": ("al", "aux")}
"""Plurals that are more than a letter at the end."""


def matching(words: str, *, every: bool = True) -> str:
    """An FTS5 query for all of the words, or for any of them; raises UsageError if there is no word.

    A plain word is looked for in its singular and plural, masculine and feminine; what is in quotes, and what an apostrophe or hyphen
    joins, as the phrase that it is.

    >>> matching('"accord  final" l\\'OTAN NEAR( -*')
    '("accord final") AND ("l OTAN") AND ("NEAR" OR "NEARs" OR "NEARx")'
    >>> matching("fin mai", every=False)
    '("fin") OR ("mai")'
    """
    found = [(quoted, WORD.findall(quoted or plain)) for quoted, plain in QUOTED.findall(unicodedata.normalize("NFC", words))]
    pieces = [[" ".join(parts)] if quoted or len(parts) > 1 else forms(parts[0]) for quoted, parts in found if parts]
    if not pieces:
        raise UsageError("there is no word to look for", hint='give one or more words, or a phrase in quotes: chancery search "11 septembre" retrait')
    return (" AND " if every else " OR ").join("(" + " OR ".join(f'"{form}"' for form in piece) + ")" for piece in pieces)


def forms(word: str) -> list[str]:
    """A word, and what it is in its other number and gender; by its letters alone, so that some of these forms are no words.

    >>> forms("sanction"), forms("généraux")
    (['sanction', 'sanctions', 'sanctionx', 'sanctione', 'sanctiones'], ['généraux', 'général', 'générau', 'générale', 'générales'])
    """
    if len(word) < INFLECTED or not word.isalpha():
        return [word]
    for ending, others in ENDINGS.items():
        if word.casefold().endswith(ending):
            stem = word[: -len(ending)]
            return list(dict.fromkeys([word, *(stem + other for other in others), stem + "ale", stem + "ales"]))
    stem = word[:-1] if word[-1].casefold() in "sx" else word
    found = [word, stem, stem + "s", stem + "x"]
    if len(word) >= GENDERED:
        bare = stem[:-1] if stem[-1].casefold() == "e" else stem
        found += [bare, bare + "s", bare + "e", bare + "es"]
    return list(dict.fromkeys(found))
