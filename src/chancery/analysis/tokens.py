"""Tokens and sentences, free of the library that found them, so that any pipeline may."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chancery.clean.document import Block
from chancery.span import Span


@dataclass(slots=True, eq=False)
class Token:
    """A word in its sentence, with Universal Dependencies labels. Made by `analysis.syntax`, mended by `analysis.mending`, and not changed after."""

    start: int
    end: int
    text: str
    """With typographic apostrophes, quotes and spaces made plain (`reading.levelled`)."""
    lemma: str
    pos: str
    """UPOS."""
    dep: str
    """UD relation to the head, subtypes kept (`obl:mod`); `ROOT` for the head of a sentence."""
    morph: dict[str, str]
    """UD features; shared between tokens, never changed."""
    index: int
    """Position in the sentence."""
    head: "Token" = field(init=False, repr=False)
    """The governing token; a root is its own head."""
    children: list["Token"] = field(default_factory=list, repr=False)
    """In text order."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def bare(self) -> Span:
        """Where the word itself stands, without what ties it to the verb before: `il` of `-t-il`."""
        return Span(self.end - len(self.text.rpartition("-")[2]), self.end) if self.text[0] == "-" and len(self.text) > 1 else self.span

    def child(self, *relations: str) -> "Token | None":
        """The first dependent with one of these relations, subtypes included (`obl` finds `obl:mod`)."""
        for token in self.children:
            if (dep := token.dep) in relations or (":" in dep and dep.partition(":")[0] in relations):
                return token
        return None

    def all(self, *relations: str) -> Sequence["Token"]:
        """The dependents with one of these relations, in text order."""
        if not self.children:
            return ()  # most words, and it is asked of all
        return [token for token in self.children if (dep := token.dep) in relations or (":" in dep and dep.partition(":")[0] in relations)]

    def rehang(self, head: "Token | None", relation: str) -> None:
        """Hang the token, with all it governs, on another head (which it must not govern); None makes it the root."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep = head or self, relation if head else "ROOT"
        if head is not None:
            place = sum(child.start < self.start for child in head.children)
            head.children.insert(place, self)

    def ancestors(self) -> Iterator["Token"]:
        """From the head up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list["Token"]:
        """The token and all it governs, in text order."""
        found, open_ = [], [self]
        while open_:
            token = open_.pop()
            found.append(token)
            open_.extend(token.children)
        return sorted(found, key=lambda token: token.start)


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of an article block."""

    span: Span
    block: Block
    tokens: list[Token]
    cut: bool = False
    """Whether what is read on as the next sentence belongs to it: it was too long to be read at once."""

    @property
    def root(self) -> Token:
        return next(token for token in self.tokens if token.head is token)
