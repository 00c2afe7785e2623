"""How many, of what, whose, where and as of when: quantities with the actors, places and times that the clause gives them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from chancery.analysis import Analysis, Quantity, Sentence, TimeExpression, Token
from chancery.analysis.clauses import doer, preposition
from chancery.analysis.who import Who
from chancery.edtf import Edtf
from chancery.facts.fact import Figure, Statement
from chancery.facts.voices import Voices
from chancery.languages import pack_for

NOMINAL = ("NOUN", "PROPN", "NUM", "SYM", "PRON")


def figures(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """The figures of a document, in text order; a number inside a name ("Mouvement 5 étoiles") is none."""
    if not analysis.quantities:
        return ()
    around = _Around(analysis)
    voices = Voices(said)
    return tuple(_figure(quantity, around, voices) for quantity in analysis.quantities if not around.named(quantity))


def _figure(quantity: Quantity, around: "_Around", voices: Voices) -> Figure:
    head = around.head(quantity)
    return Figure(
        document=around.document,
        evidence=quantity.span,
        voice=voices.at(quantity.span),
        time=around.when(head) if head else None,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        what=quantity.what,
        who=around.whose(head) if head else (),
        where=around.where(head) if head else None,
        approximate=quantity.approximate,
    )


class _Around:
    """What stands near a quantity, by place; built once for a document."""

    def __init__(self, analysis: Analysis) -> None:
        self.document = analysis.document.id
        self._text = analysis.text
        self._who = Who(analysis)
        self._sentences = analysis.sentences
        self._sentence_starts = [sentence.span.start for sentence in analysis.sentences]
        self._mentions = {token_start: mention for mention in analysis.mentions for token_start in (mention.span.start,)}
        self._times = {time.span.start: time for time in analysis.times}
        self._time_starts = sorted(self._times)
        self._mention_starts = sorted(self._mentions)
        self._prepositions = frozenset(pack_for(analysis.document.language).words("numbers")["where"]["prepositions"])

    def named(self, quantity: Quantity) -> bool:
        """Whether the number lies inside a name of a person or body."""
        at = bisect_right(self._mention_starts, quantity.span.start) - 1
        if at < 0:
            return False
        mention = self._mentions[self._mention_starts[at]]
        return mention.type != "LOC" and (mention.span.start < quantity.span.start < mention.span.end or mention.span.contains(quantity.span))

    def head(self, quantity: Quantity) -> Token | None:
        """The token that the rest of the quantity hangs on: its noun, or the number where it stands alone."""
        sentence = self._sentence(quantity.span.start)
        if sentence is None:
            return None
        inside = [token for token in sentence.tokens if quantity.span.start <= token.start < quantity.span.end and token.pos in NOMINAL]
        outside = [token for token in inside if token.head not in inside]
        return outside[-1] if outside else None

    def _sentence(self, position: int) -> Sentence | None:
        at = bisect_right(self._sentence_starts, position) - 1
        return self._sentences[at] if at >= 0 else None

    def whose(self, head: Token) -> tuple[str, ...]:
        """Whose they are: by an adjective or complement of the noun, else who gives, sends or has them in the clause."""
        own = self._who.of(head)
        if own:
            return own
        for child in head.children:
            if child.dep.partition(":")[0] in ("amod", "nmod", "appos") and (found := self._who.of(child)):
                return found
        verb = head.head
        if head.dep == "obj" and (acts := doer(verb)) is not None:
            return self._who.of(acts)
        if head.dep in ("obl:agent",) or verb is head:
            return ()
        return self._by(verb) if head.dep.startswith("nmod") else ()

    def _by(self, noun: Token) -> tuple[str, ...]:
        """ "l'envoi par la Russie de 100 soldats": who does what the noun says."""
        agents = (child for child in noun.children if preposition(child) == "par")
        return next((found for child in agents if (found := self._who.of(child))), ())

    def where(self, head: Token) -> str | None:
        """The place that the noun or its clause is put at, as the text names it."""
        for token in self._companions(head):
            mention = self._mentions.get(token.start)
            if mention and mention.type == "LOC" and preposition(token) in self._prepositions:
                return mention.span.of(self._text)
        return None

    def when(self, head: Token) -> Edtf | None:
        """The date that the noun or its clause is put on; None if there is none, or more than one."""
        found: list[TimeExpression] = []
        for token in self._companions(head):
            span = token.span
            at = bisect_left(self._time_starts, span.end) - 1
            if at >= 0 and (time := self._times[self._time_starts[at]]).span.overlaps(span) and time not in found:
                found.append(time)
        dates = [time.date for time in found if time.date]
        return dates[0] if len(dates) == 1 else None

    def _companions(self, head: Token) -> Iterator[Token]:
        """The complements of the noun, then those of the verb that governs it."""
        yield from head.children
        verb = head.head
        if verb is not head and verb.pos in ("VERB", "AUX"):
            yield from (token for token in verb.children if token is not head)
