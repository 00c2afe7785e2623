"""Papers and channels that a document names, and the nouns that mean them later: `le quotidien`, `la radio`."""

from collections.abc import Iterable
from dataclasses import replace

from chancery.analysis import Mention, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.actors.met import apposed_to_subject
from chancery.facts.context import Context
from chancery.facts.speaker import Speaker
from chancery.register import fold

ORG = "org:"


class NamedPapers:
    """The papers of one document, and the bodies that tell something in it; built once."""

    def __init__(self, context: Context, outside: Iterable[Mention]) -> None:
        """`outside`: the names outside quotations, in text order."""
        self._context, self._lexicon = context, lexicon_of(context.pack)
        sources = context.pack.words("cues")["sources"]
        self._titled, self._on_air = frozenset(sources["titled"]), frozenset(sources["on_air"])
        self._sources = frozenset(context.pack.words("roles")["pronouns"]["sources"])
        outside = [item for item in outside if item.type == "ORG"]
        quoted = [item for item in context.analysis.mentions if item.type == "ORG" and item not in outside and self._is_all_quoted(item)]
        self._papers = [item for item in sorted((*outside, *quoted), key=lambda item: item.span) if self._is_paper(item)]
        self._tellers = [item for item in outside if (item.actor or "").startswith(ORG) and self._tells(item)]

    def is_titled(self, token: Token) -> bool:
        """Whether the noun is one for a paper or channel."""
        return token.lemma.lower() in self._titled

    def known(self, speaker: Speaker, token: Token) -> Speaker:
        """`le quotidien` by its name, where a paper has been named before."""
        before = [item for item in self._papers if item.span.end <= token.start and self._is_called(item, token)] or self._just_told(token)
        known = len({item.actor for item in before})
        if not known or token.child("nmod", "appos") or (known > 1 and token.child("amod")):
            return speaker
        return replace(speaker, name=self._context.who.title(before[-1]), actors=(before[-1].actor,) if before[-1].actor else ())

    def _is_called(self, paper: Mention, token: Token) -> bool:
        """Whether the noun fits: a channel is no weekly, and a paper no radio."""
        return self._context.who.is_channel(paper) == (token.lemma.lower() in self._on_air)

    def _just_told(self, token: Token) -> list[Mention]:
        """The body that told what stands in the sentence before: `..., rapporte Sud Ouest. |Le quotidien| ...`."""
        here = self._context.sentence_at(token.start)
        before = self._context.sentence_at(here.span.start - 1) if here is not None and here.span.start else None
        before = before or (self._context.sentence_at(here.span.start - 2) if here is not None and here.span.start > 1 else None)
        told = [item for item in self._tellers if before is not None and before.span.contains(item.span)][-1:]
        return [item for item in told if token.lemma.lower() not in self._on_air or self._is_called(item, token)]

    def _tells(self, item: Mention) -> bool:
        """Whether the name is the subject of a verb of speech, or a source."""
        words = self._context.words(item.span)
        head = next((word for word in words if word.head not in words), None)
        if head is None:
            return False
        head = head.head if apposed_to_subject(head) else head
        case = head.child("case")
        cited = case is not None and case.text.lower() in self._sources
        behind = head.head.end < item.span.start and not self._context.text[head.head.end : item.span.start].strip()  # `rapporte |Sud Ouest|`
        return cited or (case is None and self._lexicon.speaks(head.head) and (behind or head.dep.startswith("nsubj")))

    def _is_all_quoted(self, item: Mention) -> bool:
        """Whether the marks around a name hold nothing else: `selon le "Sunday Times"`."""
        quote = self._context.quote_at(item.span.start)
        return quote is not None and quote.inner.of(self._context.text).strip() == item.span.of(self._context.text)

    def _is_paper(self, item: Mention) -> bool:
        """Whether a body's name is a paper's: the word before says so, or its own words do."""
        text, outlets = self._context.text, self._context.pack.words("credits")["outlets"]
        before = text[max(0, item.span.start - 20) : item.span.start].split()
        words = fold(item.span.of(text)).replace("'", " ").split()
        known = not {*outlets["papers"], *outlets["papers_last"]}.isdisjoint(words)
        return known or self._context.who.is_paper(item) or bool(before and before[-1].lower() in self._titled)
