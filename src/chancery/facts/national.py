"""Whose own economy or people a share or sum tells of: the state's that the clause, the sentence before, or the whole text is about."""

from collections.abc import Callable

from chancery.analysis import Token
from chancery.analysis.clauses import complements, own_subject
from chancery.analysis.units import units
from chancery.facts.disowned import Disowned
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack
from chancery.register import register_for

Described = Callable[[Token], tuple[str, ...]]
DEEP = 4
"""Governors among which the verb is whose subject the economy is told of."""


class National:
    """What the states of one document have of their own; built once."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, topics: Topics, disowned: Disowned, described: Described, pack: Pack) -> None:
        """`described`: whom an adjective names."""
        self._nearby, self._who, self._spoken, self._topics, self._disowned, self._described_by = nearby, who, spoken, topics, disowned, described
        lists = pack.words("numbers")["whose"]
        self._economies, self._national = frozenset(lists["economies"]), frozenset(lists["national"])
        self._wider, self._peoples = frozenset(lists["wider"]), frozenset(lists["peoples"])
        self._people = units(pack)

    def has(self, word: str) -> bool:
        """Whether a word, in lower case, is one for what a state has of its own: "population", "PIB"."""
        return word in self._national

    def is_in_all(self, outer: Token) -> bool:
        """ "Une population de 3 millions d'habitants" """
        return outer.dep.startswith("nmod") and outer.head.start < outer.start and outer.head.lemma.lower() in self._national

    def share_of_people(self, parts: list[Token]) -> tuple[str, ...]:
        """The state whose population a share is of: "45 % de la population elbonienne"."""
        people = (part for part in parts if part.lemma.lower() in self._peoples)
        return next((states for part in people if (states := self._disowned.states(self._who.owner(part, bare=False, acting=True)))), ())

    def of(self, noun: Token) -> tuple[str, ...]:
        """Whose economy or people it is: the state that the clause, or else the sentence before, is about."""
        named = (noun, *complements(noun, "de"))
        if not any(word.lemma.lower() in self._national for word in named):
            return ()
        if any(child.lemma.lower() in self._wider for word in named for child in word.all("amod")):
            return ()
        told = (found for word in named for child in word.all("amod") if (found := self._disowned.states(self._described_by(child))))
        if own := next(told, ()):
            return own  # "le recul du PIB elbonien"
        verb = next((token for token in above(noun, DEEP) if own_subject(token) not in (None, *named)), None)
        acts = own_subject(verb) if verb is not None else None
        if acts is not None and acts.lemma.lower() in (*self._national, *self._economies):
            found = self._disowned.states(self._who.owner(acts, bare=False, acting=True))  # "l'économie elbonienne subit une récession de 3 %"
        else:
            found = self._who.acting(acts) or self._topics.state(acts) if acts is not None and acts.end < noun.start else self._topics.before(noun)
        if len(found) == 1 and register_for(None).is_state(found[0]):
            return found
        inner = (part for word in named if word.lemma.lower() in self._national for part in complements(word, "de"))
        whole = any(part.lemma.lower() not in self._national for part in inner)  # "le PIB de la zone"
        return self._economy(noun) if acts is None and not whole and not self._people.counts_people(noun.text) else ()

    def _economy(self, noun: Token) -> tuple[str, ...]:
        """The state of the economy that the sentence before is about, else that the text speaks of nearly alone, if its own names no place."""
        first, last = self._nearby.sentence(noun.start)
        end = self._nearby.tokens[last].end
        start = self._nearby.tokens[first].start
        if any(name.type == "LOC" for name in self._nearby.mentions_before(end, end - start) if name.span.start >= start):
            return ()
        before = self._nearby.tokens[first - 1 - self._nearby.tokens[first - 1].index : first] if first else []
        about = next((own_subject(word) or word for word in before if word.head is word), None)
        told = about if about is not None and about.lemma.lower() in (*self._national, *self._economies) else None
        described = told.all("amod") if told is not None else ()
        return next((found for word in described if (found := self._described_by(word))), ()) or self._spoken.about()
