"""What a word says by its spelling alone, asked once in a process: most words of a text were met in the one before."""

from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis.actors.lexicon import Lexicon, key
from chancery.register import Register, fold

KEPT = 50_000
"""Spellings that are kept at most, those met first: they are the frequent ones."""
SHORTEST = 4
"""Letters of a demonym."""
GROUP = "group:"
"""Begins the actors that are armed groups and peoples without a state."""


@dataclass(frozen=True, slots=True)
class Word:
    """A spelling, and what the lexicon and the register make of it."""

    folded: str
    person: bool
    """A noun that people are called by."""
    form: bool
    """A form of a role begins with it."""
    role: bool
    """The same, `ex-` before it left out."""
    points: bool
    """It may point to a state, a people or an armed group."""
    about: str | None
    """The state or body that a text with the word in it is about."""


class Vocabulary:
    """The words of one lexicon and one register."""

    def __init__(self, lexicon: Lexicon, register: Register) -> None:
        self._lexicon, self._register = lexicon, register
        self._kept = dict[str, Word]()

    def of(self, word: str) -> Word:
        """What is known of a spelling."""
        found = self._kept.get(word)
        if found is None:
            found = self._made(word)
            if len(self._kept) < KEPT:
                self._kept[word] = found
        return found

    def _made(self, word: str) -> Word:
        lexicon = self._lexicon
        return Word(
            fold(word),
            lexicon.calling(word) in lexicon.people and word.lower() not in lexicon.words["callings"]["unaccented"],
            key(word) in lexicon.forms.after,
            lexicon.begun(word)[0] is not None,
            self._points(word),
            self._about(word),
        )

    def _points(self, word: str) -> bool:
        if len(word) < SHORTEST:
            return False
        return self._register.state_of_adjective(word.rstrip(".-")) is not None or (self._register.named(word) or "").startswith(GROUP)

    def _about(self, word: str) -> str | None:
        if len(word) < SHORTEST:
            return None
        return self._lexicon.demonym(word, self._register) or (self._register.seat(word) if word[0].isupper() else None)


@lru_cache(maxsize=8)
def vocabulary_of(lexicon: Lexicon, register: Register) -> Vocabulary:
    """The words of that lexicon and register, kept for as long as they are in use."""
    return Vocabulary(lexicon, register)
