"""An analysis with what finding statements needs close at hand: its quotations, and who is meant where."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from chancery.analysis import Analysis, Sentence, Token
from chancery.analysis.quotations import Quotation, quotations
from chancery.analysis.who import who
from chancery.languages import Pack, pack_for
from chancery.span import Span

NEXT = r"(?=[\"«“]?[A-ZÀ-Ý])"
HEADING = r"\s?-\s?[A-ZÀ-Ý\d«\"“#][^\n]{1,70}?(?:(?<!\w)-\s?|-\s)(?=[A-ZÀ-Ý«\"“])"
QUOTED_HEADING = r"\s?-\s\"[^\"\n]{1,70}\"\s-\s?(?=[A-ZÀ-Ý«\"“])"
FIGURES = rf"(?<=\d[\d%].){NEXT}(?=.[a-zà-ÿ’' ])|(?<=[a-zà-ÿ]{{3}}[a-zà-ÿ»”\"].)(?=[\"«“]?\d[\d.]*%?\s[a-zà-ÿ]{{3}})"
INITIALS = r"(?=[a-z]{2,5}(?:-[a-z]{2,5})*(?:/[a-z]{2,5}(?:-[a-z]{2,5})*)+\s*$)"
SENTENCE = rf"{INITIALS}|(?<=[^\W\d_]{{2}}[)»”\"].){NEXT}|(?<=[^\W\dA-ZÀ-Ý_]{{2}}.){NEXT}|{FIGURES}"
SEAM = re.compile(rf"[.!?»”\"]{HEADING}|[.!?](?:{SENTENCE})|{QUOTED_HEADING}")
"""Where two sentences stand without a space between them, or with a heading that wire copy sets in the text: `...fini.- Douze navires -Le convoi`.

What stands before the mark is asked for behind it, so that at most places nothing is tried.
"""
CAPITALS = 10
"""Code points of a line in capitals that is no abbreviation."""
NAME = 3
"""Words of a name that stands in marks at most."""
WORD = 40
"""Code points within which the word before a mark stands."""
GAPS = " \n\r\t\u00a0\u202f\u2009"


class Context:
    """One document while its statements are read. Look-ups by place take logarithmic time."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.pack: Pack = pack_for(analysis.document.language)
        self.who = who(analysis)
        self.quotes = quotations(analysis.document)
        headings = [block.span for block in analysis.document.article() if block.kind == "headline"]
        told = (quote for quote in self.quotes if not any(span.contains(quote.outer) for span in headings))
        self._opens = [quote.outer.start for quote in self.quotes]
        self._ends = {quote.outer.end: quote for quote in self.quotes}
        self._times = sorted(time.span for time in analysis.times)
        self._seams = [found.span() for found in SEAM.finditer(self.text)]
        self._quoted = Counter(quote.inner.of(self.text).lower() for quote in told if not self._is_seam(quote))
        self._sentences = [sentence.span.start for sentence in analysis.sentences]

    def is_label(self, quote: Quotation) -> bool:
        """Whether the document puts marks around these very words again and again: a name that it keeps its distance from, nobody's words.

        A headline takes up words of the text, and tells nothing of that.
        """
        return self._quoted[quote.inner.of(self.text).lower()] > 1

    def _is_seam(self, quote: Quotation) -> bool:
        """Whether a quotation stands in a heading set in the text, which takes words up as a headline does."""
        found = bisect_right(self._seams, (quote.outer.start, len(self.text))) - 1
        return found >= 0 and self._seams[found][1] >= quote.outer.end

    def is_named(self, quote: Quotation) -> bool:
        """Whether the marks set off what somebody or something is called, of which nobody says anything.

        The words have a capital and stand right behind a noun (`le parti "Horizons"`), or the document marks them again and again, with the
        definite article before them (`les "bonnets verts"`).
        """
        words = self.words(quote.inner)
        if self.tells(quote.inner) or not 0 < len(words) <= NAME or words[0].pos not in ("NOUN", "PROPN"):
            return False
        before = self.words(Span(max(0, quote.outer.start - WORD), quote.outer.start))[-1:]
        capital = self.text[quote.inner.start].isupper()
        if capital and any(token.pos == "NOUN" for token in before):
            return True
        article = any(token.morph.get("Definite") == "Def" for token in before) and len(words) > 1
        return self.is_label(quote) and (article or words[0].pos == "PROPN")

    def quote_at(self, position: int) -> Quotation | None:
        """The quotation that the position lies in, marks included."""
        found = bisect_right(self._opens, position) - 1
        return self.quotes[found] if found >= 0 and position < self.quotes[found].outer.end else None

    def quote_ending(self, position: int) -> Quotation | None:
        """The quotation whose closing mark ends there."""
        return self._ends.get(position)

    def quotes_in(self, span: Span) -> Iterator[Quotation]:
        """The quotations that begin inside the span, in text order."""
        for index in range(bisect_right(self._opens, span.start - 1), len(self.quotes)):
            if self.quotes[index].outer.start >= span.end:
                return
            yield self.quotes[index]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds the position, or the last one before it."""
        found = bisect_right(self._sentences, position) - 1
        return self.analysis.sentences[found] if found >= 0 else None

    def previous(self, sentence: Sentence) -> Sentence | None:
        """The last sentence before that has a word: a mark by itself is none."""
        for found in range(bisect_right(self._sentences, sentence.span.start) - 2, -1, -1):
            if any(token.text[0].isalnum() for token in self.analysis.sentences[found].tokens):
                return self.analysis.sentences[found]
        return None

    def seam_after(self, position: int, limit: int) -> int:
        """Where the sentence that holds the position ends for want of a space or line between it and the next, outside quotations; else the limit."""
        index = bisect_right(self._seams, (position, len(self.text)))
        while index < len(self._seams) and self._seams[index][0] < limit:
            if not self.quote_at(self._seams[index][0]):
                return self._seams[index][0]
            index += 1
        return limit

    def seam_before(self, position: int, limit: int) -> int:
        """Where a sentence begins behind such a place, before the position; else the limit."""
        index = bisect_right(self._seams, (position, position)) - 1
        while index >= 0 and self._seams[index][1] > limit:
            if self._seams[index][1] <= position and not self.quote_at(self._seams[index][0]):
                return self._seams[index][1]
            index -= 1
        return limit

    def back_over_gaps(self, position: int, more: str = "") -> int:
        """The position after the last character before `position` that is neither white space nor in `more`."""
        while position > 0 and self.text[position - 1] in GAPS + more:
            position -= 1
        return position

    def forward_over_gaps(self, position: int) -> int:
        """The position of the first character from `position` on that is no white space."""
        while position < len(self.text) and self.text[position] in GAPS:
            position += 1
        return position

    def dated(self, token: Token) -> bool:
        """Whether the token stands in an expression of time."""
        found = bisect_right(self._times, Span(token.start, token.start + 10_000)) - 1
        return any(span.start <= token.start < span.end for span in self._times[max(0, found - 1) : found + 1])

    def words(self, span: Span) -> list[Token]:
        """The tokens inside the span."""
        first = max(0, bisect_right(self._sentences, span.start) - 1)
        found: list[Token] = []
        for sentence in self.analysis.sentences[first:]:
            if sentence.span.start >= span.end:
                break
            found.extend(token for token in sentence.tokens if token.start >= span.start and token.end <= span.end)
        return found

    def tells(self, span: Span) -> bool:
        """Whether the stretch can be a clause: it has a finite verb of its own, or a subject, whatever the tagger takes its verb for."""
        return any(
            (token.pos in ("VERB", "AUX") and ("Mood" in token.morph or token.morph.get("VerbForm") == "Fin"))
            or (token.dep.startswith("nsubj") and span.contains(token.head.span))
            for token in self.words(span)
        )

    def says(self, quote: Quotation) -> bool:
        """Whether a quotation can be all that is said: it tells something, or ends with a point of its own."""
        return self.tells(quote.inner) or quote.inner.of(self.text)[-1] in ".!?…"

    def heads(self, quote: Quotation) -> bool:
        """Whether a quotation is a heading that a scrape glued to the text below it: no point ends it, and that begins right behind its mark.

        One with a point is too, where the text before it is glued to it as well and the text below says the same words.
        """
        after = self.text[quote.outer.end : quote.outer.end + 1]
        begins = after.isupper() or (after != "" and after in '"«“')
        ahead = self.text[self.forward_over_gaps(quote.outer.end) :][:1]
        begins = begins or (quote.inner.of(self.text).isupper() and len(quote.inner) >= CAPITALS and ahead.isupper())
        ends = quote.inner.of(self.text)[-1] in ".!?…"
        taken = self.text[quote.outer.start - 1 : quote.outer.start] in (".", '"', "»") and quote.inner.of(self.text) in self.text[quote.outer.end :]
        return quote.closed and begins and (taken or not ends)
