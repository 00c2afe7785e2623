"""Whose the dead and ill are whom somebody tells of: a state's own, if it tells of them itself."""

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import own_subject, preposition, subject
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties, is_public
from chancery.facts.subjects import Subjects
from chancery.facts.topics import Topics
from chancery.languages import Pack
from chancery.register import register_for

CALLED, LEAD = 20, 4
"""Words back to the comma behind which a state is called something, and from it to the noun for a state."""
DEEP = 4
"""Governors among which the main verb is."""


class Tolled:
    """Who tells of the dead and ill that one document counts."""

    def __init__(self, nearby: Nearby, who: Parties, topics: Topics, pack: Pack) -> None:
        self._nearby, self._who, self._topics = nearby, who, topics
        lists = pack.words("numbers")["whose"]
        self._tolls, self._telling, self._one = frozenset(lists["tolls"]), Listed(lists["telling"], pack), lists["one"]
        self._giving, self._counting = Listed(lists["verbs"], pack), frozenset(lists["counting"])
        self._fronted, self._country = frozenset(lists["fronted"]), frozenset(lists["country"])
        self._most = frozenset(lists["most"])
        self._light, self._stated = Listed(lists["light"], pack), frozenset(lists["stated"])

    def told(self, verb: Token) -> tuple[str, ...]:
        """The state that tells of its own dead or ill: "l'Elbonie a annoncé 30 cas"; "l'Elbonie souffre: on y compte 30 cas"."""
        acts = subject(verb)
        if self._telling.verb(verb):
            return found if is_public(found := self._who.acting(acts)) else ()
        if acts is None or acts.text.lower() != self._one or self._giving.verb(verb) not in self._counting:
            return ()
        main = next((token for token in above(verb, DEEP) if own_subject(token) is not None), None)
        return found if main is not None and is_public(found := self._who.acting(own_subject(main))) else ()

    def stating(self, outer: Token, head: Token, subjects: Subjects) -> tuple[str, ...]:
        """The state that "fait état de" its own dead or ill."""
        over = outer.head
        noun = over if over.lemma.lower() in self._stated else next((word for word in over.all("obj") if word.lemma.lower() in self._stated), None)
        light = noun is not None and any(self._light.verb(word) for word in (*noun.all("aux"), noun.head))
        if noun is None or not light or head.text.lower() not in self._tolls or preposition(outer) != "de":
            return ()
        acts = own_subject(noun) or subject(noun.head)
        found = () if acts is None else self._who.acting(acts) or self._topics.state(acts) or subjects.goes_on(acts)
        return found if any(register_for(None).is_state(actor) for actor in found) else ()

    def called(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The state before the comma behind which it is called a country "avec" so many: "l'Elbonie, pays le plus touché avec 300 décès"."""
        at = self._nearby.at(quantity.span.start) - 1
        if at >= 0 and head.text.lower() in self._tolls and self._nearby.tokens[at].text == "(":
            return meant(self._hardest_hit(at))
        if at < 0 or head.text.lower() not in self._tolls or self._nearby.tokens[at].text.lower() not in self._fronted:
            return ()
        words = self._nearby.tokens[max(at - self._nearby.tokens[at].index, at - CALLED) : at]
        comma = next((place for place in range(len(words) - 1, -1, -1) if words[place].text == ","), None)
        called = words[comma + 1 : comma + 1 + LEAD] if comma is not None and comma > 0 else []
        noun = next((word for word in called if word.pos not in ("DET", "ADJ", "NUM")), None)
        if comma is None or noun is None or noun.lemma.lower() not in self._country or any(word.pos == "NUM" for word in called):
            return ()
        state = self._nearby.mention_ending(words[comma - 1].end)
        return meant(state) if state is not None and state.type == "LOC" and is_public(meant(state)) else ()

    def _hardest_hit(self, at: int) -> Mention | None:
        """The state before the comma behind which it is called the hardest hit, up to a bracket: "l'Elbonie, la plus touchée (300 morts)"."""
        words = self._nearby.tokens[max(at - self._nearby.tokens[at].index, at - CALLED) : at]
        comma = next((place for place in range(len(words) - 1, 0, -1) if words[place].pos in ("PUNCT", "SCONJ")), None)
        called = words[comma + 1 :] if comma is not None and words[comma].text == "," else []
        most = any(word.text.lower() in self._most or word.lemma.lower() in self._country for word in called[:LEAD])
        plain = most and not any(word.morph.get("VerbForm") == "Fin" or word.pos == "NUM" for word in called)
        state = self._nearby.mention_ending(words[comma - 1].end) if plain and comma else None
        first = self._nearby.at(state.span.start) if state is not None else 0
        joined = any(word.pos == "CCONJ" for word in self._nearby.tokens[max(0, first - 2) : first])  # "l'Elbonie et le Pérou, les plus touchés"
        return state if state is not None and not joined and state.type == "LOC" and is_public(meant(state)) else None

    def are_anyones(self, quantity: Quantity) -> bool:
        """Whether the dead, or those who are somebody's, are counted: whose they are is not told by who has killed them."""
        nouns = [token for token in self._nearby.inside(quantity.span) if token.pos == "NOUN"]
        return self.counts(quantity) or any(self._who.stands_for_others(noun) for noun in nouns)

    def counts(self, quantity: Quantity) -> bool:
        """Whether the dead or ill are counted."""
        return any(token.text.lower() in self._tolls for token in self._nearby.inside(quantity.span) if token.pos == "NOUN")
