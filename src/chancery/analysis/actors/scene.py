"""A document while its actors are made out: its words in one row, its names, and who has been met so far."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import repeat

from chancery.analysis.actors.lexicon import Lexicon
from chancery.analysis.actors.vocabulary import Word, vocabulary_of
from chancery.analysis.analysis import Mention, MentionType, Reference
from chancery.analysis.crossheads import is_crosshead
from chancery.analysis.quotations import quotations
from chancery.analysis.tokens import Sentence, Token
from chancery.clean.document import Document
from chancery.edtf import Edtf
from chancery.register import Register, fold
from chancery.span import Span

BRACKETS = (("(", ")"), (")", "("))
"""Each bracket with its other."""
PARTICLE = 3
"""Letters of the longest word that a surname goes on behind: `Le`, `De`, `Ben`."""


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
    age: int | None = None
    """In years, as the text says it beside the name."""


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
    weighed: tuple[MentionType, float] | None = None
    """The type that it was found with, and how likely it is a name of that."""
    likely: float | None = None
    """How likely it is a name of the type that it has, where there is doubt."""

    def mention(self) -> Mention:
        return Mention(self.span, self.type, self.actor, self.sides, likely=self.likely)


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
    spelled: dict[str, list[int]]
    """The places of each word, as it is spelled."""
    said: dict[str, Word]
    """What each spelling says by itself."""
    folded: dict[str, list[int]]
    """The places of each word, as it is compared."""
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
    persons: Counter[str] = field(default_factory=Counter)
    """How often each spelling was found as a person's name."""
    present: set[str] = field(default_factory=set)
    """States and bodies that the text names or points to anywhere."""
    references: list[Reference] = field(default_factory=list)
    pointed: list[tuple[int, int, str]] = field(default_factory=list)
    """The first word and the word behind the last of every reference to an actor so far."""
    allied: dict[str, float] = field(default_factory=dict)
    """How likely it is, from 0 to 1, that actors act for whom they are told to act for, where weights told or speak against it."""
    past: set[str] = field(default_factory=set)
    """Who held offices of state and holds none, as far as the text tells."""
    namesakes: set[str] = field(default_factory=set)
    """Who only bears the name of someone whom the register knows."""
    inhabitants: list[tuple[int, str]] = field(default_factory=list)
    """Where some inhabitants stand who are nobody's voice, as code points, with their state: `des Russes`."""

    @classmethod
    def of(cls, document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], register: Register, lexicon: Lexicon) -> "Scene":
        """The scene before anything is made out."""
        row = [token for sentence in sentences for token in sentence.tokens]
        numbers = [number for place, sentence in enumerate(sentences) for number in repeat(place, len(sentence.tokens))]
        spelled, folded = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
        for place, token in enumerate(row):
            spelled[token.text].append(place)
        vocabulary = vocabulary_of(lexicon, register)
        said = {word: vocabulary.of(word) for word in spelled}
        for word, places in spelled.items():
            folded[said[word].folded] += places
        starts, ends = [token.start for token in row], [token.end for token in row]
        names, quoted = _names(document.text, mentions, row, starts, ends), _quoted(document, starts, ends)
        inside: list[Named | None] = [None] * len(row)
        for name in names:
            inside[name.first : name.after] = [name] * (name.after - name.first)
        starting = {name.first: name for name in names}
        on = document.published.value if document.published else None
        persons = Counter(name.text for name in names if name.type == "PER")
        return cls(document, sentences, register, lexicon, on, row, spelled, said, folded, numbers, quoted, names, starting, inside, persons=persons)

    def places(self, wanted: Callable[[Word], bool]) -> list[int]:
        """The places, in text order, of the words that are wanted."""
        return sorted(place for word, places in self.spelled.items() if wanted(self.said[word]) for place in places)

    def listed(self, *lists: str) -> frozenset[int]:
        """The places of the words that the pack lists under one of these `table.list`."""
        return frozenset(place for where in lists for word in self.lexicon.sets[where] for place in self.folded.get(word, ()))

    def has(self, where: str, word: str) -> bool:
        """Whether the pack lists the word under `table.list`."""
        return fold(word) in self.lexicon.sets[where]

    def begin(self, name: Named, first: int) -> None:
        """Let a name begin elsewhere in the row, later or earlier."""
        for place in range(name.first, first):
            self.inside[place] = None
        self.inside[first : name.after] = [name] * (name.after - first)
        self.starting.pop(name.first, None)
        name.first, name.span = first, Span(self.row[first].start, name.span.end)
        name.text = _spelled(name.span.of(self.document.text))
        self.starting[first] = name

    def drop(self, name: Named) -> None:
        """Let words be a name no more."""
        self.names.remove(name)
        self.starting.pop(name.first, None)
        for place in range(name.first, name.after):
            self.inside[place] = None

    def head(self, name: Named) -> Token:
        """The word of a name on which its others hang."""
        words = self.row[name.first : name.after]
        return next((word for word in words if word.head not in words), words[0])

    def first_of_sentence(self, place: int) -> int:
        """The place of the first word of the sentence that holds this place."""
        return bisect_left(self.sentence_of, self.sentence_of[place])

    def in_crosshead(self, place: int) -> bool:
        """Whether the word stands in a heading within the text."""
        return is_crosshead(self.document.text, self.sentences[self.sentence_of[place]])

    def after_sentence(self, place: int) -> int:
        """The place behind the last word of the sentence that holds this place."""
        return bisect_right(self.sentence_of, self.sentence_of[place])

    def told_through(self, sentence: int) -> bool:
        """Whether every word of the sentence of that number is quoted, marks left out."""
        first, after = bisect_left(self.sentence_of, sentence), bisect_right(self.sentence_of, sentence)
        return all(self.quoted[place] or self.row[place].pos == "PUNCT" for place in range(first, after))

    def point(
        self,
        first: int,
        after: int,
        actor: str | None,
        sides: tuple[str, ...] = (),
        candidates: tuple[str, ...] = (),
        likely: float | None = None,
        nameless: float | None = None,
    ) -> None:
        """Keep that these words of the row point to an actor."""
        span = Span(self.row[first].bare.start, self.row[after - 1].end).trimmed(self.document.text, " .,-")
        self.references.append(Reference(span, actor, sides, candidates, likely, nameless))
        if actor is not None:
            self.pointed.append((first, after, actor))

    def act(self, sides: Mapping[str, tuple[str, ...]]) -> None:
        """Let actors act for those sides, wherever they are named or pointed to."""
        for actor in sides:
            if actor.startswith("person:"):
                self.person(actor).sides = sides[actor]
        for name in self.names:
            name.sides = sides.get(name.actor or "", name.sides)
        for number, reference in enumerate(self.references):
            if reference.actor is not None and reference.actor in sides:
                self.references[number] = replace(reference, sides=sides[reference.actor])

    def meant(self, token: Token) -> str | None:
        """Whom a word names, or what it was pointed to, as far as the text was read."""
        named = next((name.actor for name in self.names if name.span.start <= token.start < name.span.end), None)
        return named or next((one.actor for one in reversed(self.references) if one.span.start <= token.start < one.span.end), None)

    def person(self, id_: str) -> Person:
        """What is known of a person of the document."""
        if id_ not in self.people:
            known = self.people[id_] = Person(id_, id_.partition(":")[2], self.register.gender(id_))
            known.kinds.update(office.rpartition(".")[2] for office in self.register.offices_of(id_, self.on))
        return self.people[id_]

    def sides_of(self, id_: str) -> tuple[str, ...]:
        """Whom a person acts for: as the text says beside the name, else as the register knows for the day."""
        said = self.people[id_].sides if id_ in self.people else ()
        known = self.register.sides(id_, self.on) if id_ not in self.namesakes else ()
        return tuple(dict.fromkeys((*said, *known))) if not said or set(said) & set(known) else said


def first_gender(scene: Scene, name: str) -> str:
    """`m` or `f` by a person's first name, empty where it does not tell."""
    return scene.register.gender_of_first_name(name) or scene.lexicon.person_gender(name)


def dedicated(scene: Scene, name: Named) -> bool:
    """Whether something that is called after someone bears the name: `le stade Paul Roy`, but not `le président du parc Paul Roy`."""
    return name.first > 0 and scene.has("callings.dedicated", scene.row[name.first - 1].text) and not presiding(scene, name)


def presiding(scene: Scene, name: Named) -> bool:
    """Whether it is who heads what the noun before the name says: `le président du parc |Paul Roy|`."""
    led = name.first > 2 and scene.has("callings.presiding", scene.row[name.first - 3].text)
    return led and scene.has("callings.presided", scene.row[name.first - 1].text)


def hyphened(scene: Scene, index: int) -> bool:
    """Whether a hyphen joins the word to the one before; that of an inverted pronoun joins a verb."""
    token, text = scene.row[index], scene.document.text
    joined = (token.text[0] == "-" and token.text[1:2].isalpha()) or (token.start > 0 and text[token.start - 1] == "-")
    return joined and scene.row[index - 1].end == token.start and token.pos != "PRON"


def past_hyphens(scene: Scene, index: int) -> int:
    """The word behind those that hyphens join to what ends there: `Paris|-Musées|`."""
    row = scene.row
    while index < len(row):
        lone = row[index].text == "-" and index + 1 < len(row) and row[index - 1].end == row[index].start and row[index].end == row[index + 1].start
        if not lone and not hyphened(scene, index):
            break
        index += 1 + lone
    return index


def _names(text: str, mentions: tuple[Mention, ...], row: list[Token], starts: list[int], ends: list[int]) -> list[Named]:
    """The names with their places in the row, in text order; those that were cut are one again."""
    found: list[tuple[Span, Mention, int, int]] = []
    for mention in mentions:
        span, first = mention.span, bisect_right(ends, mention.span.start)
        after = max(bisect_left(starts, span.end), first)
        if mention.type == "PER" and after > first:
            span, first, after = _whole(mention, row, first, after)
        if found and span.start < found[-1][0].end:  # the rest of a name that was cut at a hyphen: `Maréchal-|Le Pen`
            before, begun, place, end = found.pop()
            span, first, after = Span(before.start, max(before.end, span.end)), place, max(end, after)
            found.append((span, begun, first, after))
            continue
        found.append((span, mention, first, after))
    return [Named(span, one.type, _spelled(span.of(text)), first, after, weighed=_weighed(one)) for span, one, first, after in found]


def _spelled(stretch: str) -> str:
    """A name as it is looked up: its words with single spaces and straight apostrophes, a bracket that is only opened or only closed left out."""
    for one, other in BRACKETS:
        stretch = stretch if other in stretch else stretch.replace(one, "")
    return " ".join(stretch.replace("’", "'").split())


def _weighed(mention: Mention) -> tuple[MentionType, float] | None:
    return None if mention.likely is None else (mention.type, mention.likely)


def _whole(mention: Mention, row: list[Token], first: int, after: int) -> tuple[Span, int, int]:
    """The whole of a person's name that was cut: at a hyphen (`Kim Jong-un`, `David-Xavier Weiss`)."""
    start, end = mention.span.start, mention.span.end
    last = row[after - 1]
    if last.start < end < last.end and last.text[end - last.start] == "-":
        end = last.start + len(last.text.rstrip("-"))  # `Un-`, with a dash behind the name, is `Un`
    while after < len(row) and row[after].start == end and (row[after].text == "-" or (row[after].text[0] == "-" and row[after].text[1:2].isalpha())):
        behind = after + 1 if row[after].text == "-" else after
        if behind >= len(row) or row[behind].start != (row[after].end if behind > after else end) or not row[behind].text.strip("-")[:1].isupper():
            break
        after, end = behind + 1, row[behind].end
        particle = len(row[behind].text.strip("-")) <= PARTICLE and after < len(row) and row[after].text[0].isupper() and row[after].start == end + 1
        if particle:  # `Maréchal-Le Pen`
            after, end = after + 1, row[after].end
    while first > 1 and row[first - 1].end == start and row[first - 1].text == "-" and row[first - 2].text[0].isupper():
        if row[first - 2].end < row[first - 1].start:
            break  # a dash before the name: `Au Tchad -Anna Roy`
        first, start = first - 2, row[first - 2].start
    return Span(start, end), first, after


def _quoted(document: Document, starts: list[int], ends: list[int]) -> list[bool]:
    """Which words stand between marks of quotation."""
    found = [False] * len(starts)
    for quote in quotations(document):
        first, after = bisect_right(ends, quote.inner.start), bisect_left(starts, quote.inner.end)
        found[first:after] = [True] * max(0, after - first)
    return found
