"""The tokens and names of a document by place: what stands in a stretch, and which name begins before it."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from chancery.analysis import Analysis, Mention, Token
from chancery.analysis.crossheads import is_crosshead
from chancery.span import Span


class Nearby:
    """Look-up by place over the tokens and names of one document; built once for it."""

    def __init__(self, analysis: Analysis) -> None:
        self.text, self._sentences = analysis.text, analysis.sentences
        self.tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
        self.edges = [token.start for token in self.tokens]
        self._firsts = [at for at, token in enumerate(self.tokens) if token.index == 0]
        self._mentions = sorted(analysis.mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._mentions]

    @cached_property
    def headings(self) -> list[Span]:
        """The headings within the text, in its order."""
        return [sentence.span for sentence in self._sentences if sentence.tokens and is_crosshead(self.text, sentence)]

    def at(self, position: int) -> int:
        """The index of the first token that begins there or behind."""
        return bisect_left(self.edges, position)

    def sentence(self, position: int) -> tuple[int, int]:
        """The indices of the first and the last token of the sentence in which the token there, or the next behind, stands; (0, -1) if none does."""
        at = self.at(position)
        if at >= len(self.tokens):
            return 0, -1
        place = bisect_right(self._firsts, at)
        last = self._firsts[place] if place < len(self._firsts) else len(self.tokens)
        return self._firsts[place - 1], last - 1

    def mentions(self, first: int, last: int) -> list[Mention]:
        """The names that begin from one token on to another, by their indices, in text order."""
        return self._mentions[bisect_left(self._starts, self.edges[first]) : bisect_left(self._starts, self.tokens[last].end)]

    def inside(self, span: Span) -> list[Token]:
        """The tokens that begin in a stretch."""
        return self.tokens[self.at(span.start) : self.at(span.end)]

    def words(self, first: int, last: int) -> str:
        """The text from one index to before another; empty if there is no word between."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def mention_before(self, position: int) -> Mention | None:
        """The last name that begins there or before."""
        at = bisect_right(self._starts, position) - 1
        return self._mentions[at] if at >= 0 else None

    def back_over(self, position: int, signs: str) -> int:
        """The place behind the last sign before `position` that is none of these; looks no farther back, however long the text."""
        while position > 0 and self.text[position - 1] in signs:
            position -= 1
        return position

    def mention_ending(self, end: int) -> Mention | None:
        """The name that ends exactly there."""
        mention = self.mention_before(end - 1)
        return mention if mention is not None and mention.span.end == end else None

    def mentions_before(self, position: int, reach: int) -> list[Mention]:
        """The names that begin at most `reach` code points before a place, the nearest first."""
        first, last = bisect_left(self._starts, position - reach), bisect_left(self._starts, position)
        return self._mentions[first:last][::-1]


def meant(mention: Mention | None) -> tuple[str, ...]:
    """Whom a name means, with those they act for; empty where nobody is known."""
    return (mention.actor, *mention.sides) if mention is not None and mention.actor else ()
