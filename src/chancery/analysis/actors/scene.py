"""A document while its actors are made out: its words in one row, its names, and who has been met so far."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from chancery.analysis.actors.lexicon import Lexicon
from chancery.analysis.analysis import Mention, MentionType, Reference
from chancery.analysis.quotations import quotations
from chancery.analysis.tokens import Sentence, Token
from chancery.clean.document import Document
from chancery.edtf import Edtf
from chancery.register import Register, fold
from chancery.span import Span


@dataclass(slots=True)
class Person:
    """Someone the document names, and what it says of them."""

    id: str
    name: str
    gender: str = ""
    kinds: set[str] = field(default_factory=set)
    sides: tuple[str, ...] = ()
    """As the text says it beside the name."""
    last: int = -1
    """Where the row of words last named them."""


@dataclass(slots=True)
class Named:
    """A name while its actor is made out."""

    span: Span
    type: MentionType
    text: str
    first: int
    """Its first word in the row."""
    after: int
    """The word behind its last."""
    actor: str | None = None
    sides: tuple[str, ...] = ()

    def mention(self) -> Mention:
        return Mention(self.span, self.type, self.actor, self.sides)


@dataclass(slots=True)
class Scene:
    """The document, the lexicon and the register, and what has been made out."""

    document: Document
    sentences: tuple[Sentence, ...]
    register: Register
    lexicon: Lexicon
    on: Edtf | None
    row: list[Token]
    """All words of the article, in text order."""
    sentence_of: list[int]
    """The number of each word's sentence."""
    quoted: list[bool]
    """Whether each word stands inside marks of quotation."""
    names: list[Named]
    starting: dict[int, Named]
    """The name that starts at a word of the row."""
    inside: list[Named | None]
    """The name that each word of the row belongs to."""
    people: dict[str, Person] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)
    """States and bodies that the text names or points to anywhere."""
    references: list[Reference] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], register: Register, lexicon: Lexicon) -> "Scene":
        """The scene before anything is made out."""
        row = [token for sentence in sentences for token in sentence.tokens]
        numbers = [number for number, sentence in enumerate(sentences) for _ in sentence.tokens]
        starts, ends = [token.start for token in row], [token.end for token in row]
        names = []
        for mention in mentions:
            first = bisect_right(ends, mention.span.start)
            after = max(bisect_left(starts, mention.span.end), first)
            span = _to_hyphen(mention, row[after - 1]) if after > first else mention.span
            text = span.of(document.text)
            names.append(Named(span, mention.type, " ".join(text.replace("’", "'").split()), first, after))
        inside: list[Named | None] = [None] * len(row)
        for name in names:
            inside[name.first : name.after] = [name] * (name.after - name.first)
        starting = {name.first: name for name in names}
        on = document.published.value if document.published else None
        return cls(document, sentences, register, lexicon, on, row, numbers, _quoted(row, document), names, starting, inside)

    def has(self, where: str, word: str) -> bool:
        """Whether the pack lists the word under `table.list`."""
        return fold(word) in self.lexicon.sets[where]

    def shorten(self, name: Named, first: int) -> None:
        """Let a name begin later in the row."""
        for place in range(name.first, first):
            self.inside[place] = None
        self.starting.pop(name.first, None)
        name.first, name.span = first, Span(self.row[first].start, name.span.end)
        name.text = " ".join(name.span.of(self.document.text).replace("’", "'").split())
        self.starting[first] = name

    def first_of_sentence(self, place: int) -> int:
        """The place of the first word of the sentence that holds this place."""
        return bisect_left(self.sentence_of, self.sentence_of[place])

    def after_sentence(self, place: int) -> int:
        """The place behind the last word of the sentence that holds this place."""
        return bisect_right(self.sentence_of, self.sentence_of[place])

    def point(self, first: int, after: int, actor: str | None, sides: tuple[str, ...] = (), candidates: tuple[str, ...] = ()) -> None:
        """Keep that these words of the row point to an actor."""
        span = Span(self.row[first].start, self.row[after - 1].end).trimmed(self.document.text, " .,-")
        self.references.append(Reference(span, actor, sides, candidates))

    def person(self, id_: str) -> Person:
        """What is known of a person of the document."""
        if id_ not in self.people:
            known = self.people[id_] = Person(id_, id_.partition(":")[2], self.register.gender(id_))
            known.kinds.update(office.rpartition(".")[2] for office in self.register.offices_of(id_, self.on))
        return self.people[id_]

    def sides_of(self, id_: str) -> tuple[str, ...]:
        """Whom a person acts for: as the text says beside the name, else as the register knows for the day."""
        said = self.people[id_].sides if id_ in self.people else ()
        known = self.register.sides(id_, self.on)
        return tuple(dict.fromkeys((*said, *known))) if not said or set(said) & set(known) else said


def _to_hyphen(mention: Mention, last: Token) -> Span:
    """The whole of a name that was cut at a hyphen: `Kim Jong-un`."""
    cut = mention.type == "PER" and last.start < mention.span.end < last.end and last.text[mention.span.end - last.start] == "-"
    return Span(mention.span.start, last.end) if cut else mention.span


def _quoted(row: list[Token], document: Document) -> list[bool]:
    """Which words stand between marks of quotation."""
    found, quotes, index = [], quotations(document), 0
    for token in row:
        while index < len(quotes) and quotes[index].inner.end <= token.start:
            index += 1
        found.append(index < len(quotes) and quotes[index].inner.start < token.end)
    return found
