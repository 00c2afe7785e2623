"""Whom a figure's own words only point at: the possessor that "son" means, the state of "le pays", whom the sentence before is about."""

from collections import Counter
from collections.abc import Iterable

from chancery.analysis import Token
from chancery.analysis.clauses import obliques, own_subject, subject
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

DEEP = 4
"""Governors among which the verb is whose subject "ses" means."""
NAMED = 400
"""Code points before "le pays" in which the state has been named."""

MOSTLY, TIMES = 0.75, 4
"""The share of all states named that one text is about, and how often it names that one at least."""


class Topics:
    """Whom the words of one document point back at."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._theirs, self._country, self._bodies = frozenset(lists["theirs"]), frozenset(lists["country"]), frozenset(lists["firms"])
        self._one_theirs, self._taking = frozenset(lists["one_theirs"]), Listed(lists["taking"], pack)

    def possessor(self, nouns: Iterable[Token]) -> tuple[str, ...]:
        """Whom "son" or "ses" most often means: the subject of the clause before it, else whom the sentence before is about."""
        owned = [(noun, child) for noun in nouns for child in noun.all("det") if child.text.lower() in self._theirs]
        if not owned:
            return ()
        noun, determiner = owned[0]
        one = determiner.text.lower() in self._one_theirs
        if beside := self._joined(determiner):
            return beside
        verbs = [token for token in above(noun, DEEP) if token.pos in ("VERB", "AUX")]
        if verbs and (taken := self._taken_from(verbs[0])):
            return taken
        subjects = [acts for verb in verbs if (acts := subject(verb)) is not None and acts.end <= noun.start]
        if subjects:
            acts = next((acts for acts in subjects if not (one and acts.morph.get("Number") == "Plur")), None)  # "son" is not theirs
            return (self._who.acting(acts) or self.state(acts)) if acts is not None else ()
        lone = one and not self._named_in(Span(self._opening(noun), noun.start))
        return self.before(noun) if lone else ()

    def _joined(self, determiner: Token) -> tuple[str, ...]:
        """Whose name "and" joins it to: "l'Elbonie et ses 3 millions d'habitants"."""
        at = self._nearby.at(determiner.start)
        if at < 2 or self._nearby.tokens[at - 1].pos != "CCONJ" or determiner.index < 2:
            return ()
        return meant(self._nearby.mention_ending(self._nearby.tokens[at - 2].end))

    def _taken_from(self, verb: Token) -> tuple[str, ...]:
        """From whom it is asked back or taken: "réclamer à Anna Blanc ses deux passeports"."""
        if not self._taking.verb(verb):
            return ()
        return next((found for part in (*verb.all("iobj"), *obliques(verb, "à")) if (found := self._who.own(part))), ())

    def before(self, token: Token) -> tuple[str, ...]:
        """Whom the sentence before is about, in the same paragraph: its subject, if it names no other of the kind."""
        start = self._opening(token)
        at = self._nearby.at(start)
        if at == 0 or "\n" in self._nearby.text[self._nearby.tokens[at - 1].end : start]:
            return ()
        last = self._nearby.tokens[at - 1]
        sentence = self._nearby.tokens[at - 1 - last.index : at]
        root = next((word for word in sentence if word.head is word), None)
        about = own_subject(root) if root is not None else None
        found = self._who.own(about) if about is not None else ()
        if about is None or not found:
            return ()
        kind = found[0].partition(":")[0] == "person"
        others = self._named_in(Span(sentence[0].start, start))
        return found if all(other == found[0] or (other in found) or (other.partition(":")[0] == "person") != kind for other in others) else ()

    def _subject_before(self, noun: Token) -> tuple[str, ...]:
        """Whom the subject of the sentence before means, whoever else is named there: subjects go on."""
        at = self._nearby.at(self._opening(noun))
        if at == 0 or "\n" in self._nearby.text[self._nearby.tokens[at - 1].end : self._nearby.tokens[at].start]:
            return ()
        sentence = self._nearby.tokens[at - 1 - self._nearby.tokens[at - 1].index : at]
        acts = next((acts for word in sentence if word.head is word and (acts := own_subject(word)) is not None), None)
        return self._who.acting(acts) if acts is not None else ()

    def state(self, noun: Token, *, counted: bool = False) -> tuple[str, ...]:
        """The one state that its paragraph has named before "le pays"; with `counted`, before "ce pays de 300 îles"."""
        pointing = {child.morph.get("Definite") or child.morph.get("PronType") for child in noun.all("det")}
        if noun.lemma.lower() not in self._country or not pointing & ({"Dem"} if counted else {"Def", "Dem"}) or noun.morph.get("Number") == "Plur":
            return ()
        if not counted and any(not any(part.pos == "NUM" for part in child.subtree()) for child in noun.all("nmod")):
            return ()  # other than "le pays de 5 millions d'habitants"
        begin = self._nearby.text.rfind("\n", 0, noun.start)
        named = self._nearby.mentions_before(noun.start, min(NAMED, noun.start - begin - 1))
        states = {mention.actor for mention in named if mention.actor and mention.type != "PER" and register_for(None).is_state(mention.actor)}
        if len(states) == 1:
            return (states.pop(),)
        about = self.before(noun) or (self._subject_before(noun) if noun.dep == "nsubj" else ())
        return about if len(about) == 1 and register_for(None).is_state(about[0]) else () if states else self.mostly(noun)

    def mostly(self, noun: Token) -> tuple[str, ...]:
        """The state that the text before a noun tells of nearly alone."""
        known = register_for(None)
        named = self._nearby.mentions_before(noun.start, noun.start)
        told = Counter(actor for name in named for actor in dict.fromkeys((name.actor, *name.sides)) if actor and known.is_state(actor))
        most = told.most_common(1)
        return (most[0][0],) if most and most[0][1] >= max(TIMES, MOSTLY * told.total()) else ()

    def body(self, noun: Token) -> tuple[str, ...]:
        """The one body that its paragraph has named before "la firme américaine", "ce groupe"."""
        pointing = any(child.morph.get("Definite") == "Def" or child.morph.get("PronType") == "Dem" for child in noun.all("det"))
        if noun.lemma.lower() not in self._bodies or not pointing or noun.morph.get("Number") == "Plur" or noun.child("nmod") is not None:
            return ()
        begin = self._nearby.text.rfind("\n", 0, noun.start)
        named = self._nearby.mentions_before(noun.start, min(NAMED, noun.start - begin - 1))
        bodies = {mention.actor for mention in named if mention.type == "ORG" and mention.actor and ":" in mention.actor}
        return (bodies.pop(),) if len(bodies) == 1 else ()

    def _opening(self, token: Token) -> int:
        """Where the sentence of a token begins."""
        return self._nearby.tokens[self._nearby.at(token.start) - token.index].start

    def _named_in(self, span: Span) -> set[str]:
        """The actors named in a stretch."""
        names = self._nearby.mentions_before(span.end, span.end - span.start)
        return {name.actor for name in names if name.actor and name.span.start >= span.start}
