"""A text to its lines, each with what its shape says: how long, how it ends, whether it goes on in the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.capture import BlockKind
from chancery.span import Span

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
WORD = re.compile(r"[^\W_]+")
FINAL = re.compile(r"[.!?…;:,»”\"')\]]\W*$")
STOPPED = re.compile(r"\.[\s»”\"')\]]*$")
TRUNCATED = re.compile(r"(?:\s…|\s\.\.\.|\w…|\w\.\.\.)$")
UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
"""Characters that take no room, such as a byte order mark: white space for our purposes."""
ACCENTED = {"àáâãä": "a", "ç": "c", "èéêë": "e", "ìíîï": "i", "ñ": "n", "òóôõö": "o", "ùúûü": "u", "ýÿ": "y"}
TYPED = {"’‘ʼ′": "'", "\u00a0\u202f\u2009\u2007\t": " ", "‐‑": "-", UNSEEN: " "}
FOLDED = {ord(char): plain for chars, plain in (ACCENTED | TYPED).items() for char in chars}
"""One code point for one, so that places in a folded text are places in the text."""
SENTENCE_WORDS = 8
MARKED_WORDS = 18
LONG_WORDS = 25


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain apostrophes and spaces; as long as before.

    >>> fold("L’ÉTÉ à Genève")
    "l'ete a geneve"
    """
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)).translate(FOLDED)


@dataclass(slots=True)
class Line:
    """A line of the text, or a few that are one wrapped paragraph."""

    span: Span
    text: str
    folded: str
    words: int
    final: bool
    """Ends with a mark that ends or continues a sentence."""
    kind: BlockKind | None = None
    """As far as it is known."""
    listed: bool = False
    """Looks like an entry of a list: a menu, a time line, a teaser."""

    @property
    def sentence(self) -> bool:
        """Whether it holds running text. A headline may end with a question mark or a quotation as well, so these ask for more words."""
        if self.words >= LONG_WORDS or self.words < SENTENCE_WORDS:
            return self.words >= LONG_WORDS
        return self.final and (bool(STOPPED.search(self.text[-6:])) or self.words >= MARKED_WORDS)


def lines(text: str, within: Span | None = None) -> Iterator[Line]:
    """The lines of a text that hold more than white space, in order; a wrapped paragraph is one."""
    span = Span(0, len(text)) if within is None else within
    waiting: Span | None = None
    for found in LINE.finditer(text, span.start, span.end):
        here = trimmed(Span(found.start(), found.end()), text)
        if not len(here):
            continue
        if waiting and _goes_on(text, waiting, here):
            waiting = Span(waiting.start, here.end)
            continue
        if waiting:
            yield line_at(waiting, text)
        waiting = here
    if waiting:
        yield line_at(waiting, text)


def line_at(span: Span, text: str) -> Line:
    """What the shape of that stretch says."""
    words = span.of(text)
    return Line(span, words, fold(words), len(WORD.findall(words)), bool(FINAL.search(words[-8:])) and not TRUNCATED.search(words[-8:]))


def trimmed(span: Span, text: str) -> Span:
    """The span without white space and unseen characters at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in UNSEEN):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in UNSEEN):
        end -= 1
    return Span(start, end)


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether a line break only wraps a paragraph: no empty line, no end of sentence, and a small letter to go on with."""
    between = text[before.end : after.start]
    wrapped = between.count("\n") + between.count("\r") - between.count("\r\n") == 1
    return wrapped and text[after.start].islower() and len(before) >= 40 and text[before.end - 1] not in '.!?…»”"'
