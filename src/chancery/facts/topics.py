"""Whom a figure's own words only point at: the possessor that "son" means, the state of "le pays", whom the sentence before is about."""

from collections import Counter
from collections.abc import Iterable

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import obliques, own_subject, preposition, subject
from chancery.analysis.units import units
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

REACH = 25
"""Words from a possessive to the comma that ends its phrase."""
APPOSED = 4
"""Words behind the comma to the subject."""
MAINLY = 0.5
"""The share of all bodies named that one text is about, which names others beside it."""
MOSTLY, TIMES = 0.75, 4
"""The share of all states named that one text is about, and how often it names that one at least."""


class Topics:
    """Whom the words of one document point back at."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._theirs, self._country, self._bodies = frozenset(lists["theirs"]), frozenset(lists["country"]), frozenset(lists["firms"])
        self._one_person, self._continents = units(pack).one_person, frozenset(lists["continents"])
        self._according = frozenset(pack.words("cues")["sources"]["prepositions"])
        self._one_theirs, self._taking = frozenset(lists["one_theirs"]), Listed(lists["taking"], pack)

    def possessor(self, nouns: Iterable[Token]) -> tuple[str, ...]:
        """Whom "son" or "ses" most often means: the subject of the clause before it, else whom the sentence before is about."""
        owned = [(noun, child) for noun in nouns for child in noun.all("det") if child.text.lower() in self._theirs]
        if not owned:
            return ()
        noun, determiner = owned[0]
        one = determiner.text.lower() in self._one_theirs
        if (beside := self._joined(determiner)) is not None:
            return meant(beside)  # nobody, if it is not known whom the name means
        if noun.dep == "conj" and self._is_someone(noun.head):
            told = preposition(noun.head) in self._according
            return () if told else self._who.own(noun.head)  # "a salué Anna Blanc, ministre du Pérou, et ses deux fils"
        verbs = [token for token in above(noun, DEEP) if token.pos in ("VERB", "AUX") or self._is_told_to_be(token)]
        if verbs and (taken := self._taken_from(verbs[0])):
            return taken
        over = set(noun.ancestors())  # "les élus et leurs agents et Untel": Untel has them not; "selon Untel, dix femmes et leurs enfants"
        acting = [(verb, acts) for verb in verbs if (acts := subject(verb)) is not None and acts.end <= noun.start]
        acting = [(verb, acts) for verb, acts in acting if acts not in over or acts in verb.ancestors()]  # "10 détenus ayant purgé 8 % de leur peine"
        subjects = [acts for _, acts in acting if preposition(acts) not in self._according]
        if subjects:
            acts = next((acts for acts in subjects if not (one and acts.morph.get("Number") == "Plur")), None)  # "son" is not theirs
            return (self._who.acting(acts) or self.state(acts)) if acts is not None else ()
        if self._named_in(Span(self._opening(noun), noun.start)):
            return ()
        ahead = self._ahead(noun, one=one)
        return ahead or (self.before(noun) if one else ())

    def _is_told_to_be(self, token: Token) -> bool:
        """Whether somebody is said to be it: "Anne Blanc était la fondatrice de l'enseigne, avec ses deux frères"."""
        return token.child("cop") is not None and self._one_person(token.text)

    def _is_someone(self, token: Token) -> bool:
        """Whether a name or a noun for one person, and not somebody's ("son mari et ses enfants")."""
        own = any(child.morph.get("Poss") == "Yes" for child in token.all("det"))
        return token.pos == "PROPN" or (token.pos == "NOUN" and not own and self._one_person(token.text))

    def _ahead(self, noun: Token, *, one: bool) -> tuple[str, ...]:
        """The subject behind the comma that ends a phrase before the clause: "Pour nourrir ses trois enfants, Anna Blanc travaille"."""
        place, first = self._nearby.at(noun.start), self._nearby.at(self._opening(noun))
        opening = self._nearby.tokens[first]
        if opening.pos not in ("ADP", "ADV") and opening.morph.get("VerbForm") != "Part":
            return ()
        comma = next((token for token in self._nearby.tokens[place : place + REACH] if token.text in (",", ".") or token.pos == "SCONJ"), None)
        acts = self._acting(comma) if comma is not None and comma.text == "," else None
        return self._who.own(acts) if acts is not None and not (one and acts.morph.get("Number") == "Plur") else ()

    def _acting(self, comma: Token) -> Token | None:
        """The subject right behind a comma."""
        at = self._nearby.at(comma.end)
        words = (token for token in self._nearby.tokens[at : at + APPOSED] if token.index)
        return next((token for token in words if token.dep == "nsubj" and token.morph.get("PronType") != "Rel"), None)

    def _joined(self, determiner: Token) -> Mention | None:
        """The name that "and" joins it to: "l'Elbonie et ses 3 millions d'habitants"."""
        at = self._nearby.at(determiner.start)
        if at < 2 or self._nearby.tokens[at - 1].pos != "CCONJ" or determiner.index < 2:
            return None
        return self._nearby.mention_ending(self._nearby.tokens[at - 2].end)

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
        pointing = {child.morph.get("Definite") or child.morph.get("PronType") for child in noun.all("det", "case")}
        if noun.lemma.lower() not in self._country or not pointing & ({"Dem"} if counted else {"Def", "Dem"}) or noun.morph.get("Number") == "Plur":
            return ()
        if not counted and self.is_told(noun):
            return ()
        begin = self._nearby.text.rfind("\n", 0, noun.start)
        named = self._nearby.mentions_before(noun.start, min(NAMED, noun.start - begin - 1))
        states = {mention.actor for mention in named if mention.actor and mention.type != "PER" and register_for(None).is_state(mention.actor)}
        if len(states) == 1:
            return (states.pop(),)
        here = self._states_in(Span(self._opening(noun), noun.start)) if noun.dep.startswith("nsubj") else set()
        if len(here) == 1:
            return (here.pop(),)  # "Ainsi fait l'Elbonie: outre ses avions, le pays a 30 chars"
        about = self.before(noun) or (self._subject_before(noun) if noun.dep == "nsubj" else ())
        if len(about) == 1 and register_for(None).is_state(about[0]):
            return about
        return self._last_named(noun, begin) if states else self.mostly(noun)

    def is_told(self, noun: Token) -> bool:
        """Whether a complement says which country it is, and not only how many live there or on which continent, of one that acts."""
        told = [child for child in noun.all("nmod") if child.child("case") and not counts(child)]
        acts = noun.dep.startswith("nsubj") and noun.child("amod", "acl", "acl:relcl", "advmod", "appos") is None
        return bool(told) and not (acts and all(map(self._is_continent, told)))

    def _is_continent(self, part: Token) -> bool:
        """Whether a complement is a place that is no state, nor in one: "le pays d'Europe centrale"."""
        return part.text.lower() in self._continents and part.pos == "PROPN"

    def _last_named(self, noun: Token, begin: int) -> tuple[str, ...]:
        """The only state that the sentence before names, if it is the subject of something there or stands at its head."""
        start = self._opening(noun)
        at = self._nearby.at(start)
        opens = max(begin, self._nearby.tokens[at - 1 - self._nearby.tokens[at - 1].index].start) if at > 0 else start
        names = [name for name in self._nearby.mentions_before(noun.start, noun.start - opens) if name.actor and name.type != "PER"]
        states = {name.actor for name in names if name.actor and register_for(None).is_state(name.actor)}
        acting = any(
            word.dep.startswith("nsubj") or word.index <= 1 for name in names if name.actor in states for word in self._nearby.inside(name.span)
        )
        return tuple(states) if len(states) == 1 and acting else ()

    def mostly(self, noun: Token) -> tuple[str, ...]:
        """The state that the text before a noun tells of nearly alone."""
        known = register_for(None)
        named = self._nearby.mentions_before(noun.start, noun.start)
        told = Counter(actor for name in named for actor in dict.fromkeys((name.actor, *name.sides)) if actor and known.is_state(actor))
        most = told.most_common(1)
        return (most[0][0],) if most and most[0][1] >= max(TIMES, MOSTLY * told.total()) else ()

    def body(self, noun: Token) -> tuple[str, ...]:
        """The one body that its paragraph has named before "la firme américaine", "ce groupe"."""
        pointing = any(child.morph.get("Definite") == "Def" or child.morph.get("PronType") == "Dem" for child in noun.all("det", "case"))
        if noun.lemma.lower() not in self._bodies or not pointing or noun.morph.get("Number") == "Plur" or noun.child("nmod", "appos") is not None:
            return ()
        begin = self._nearby.text.rfind("\n", 0, noun.start)
        named = self._nearby.mentions_before(noun.start, min(NAMED, noun.start - begin - 1))
        known = register_for(None)
        bodies = {mention.actor: meant(mention) for mention in named if mention.type == "ORG" and mention.actor and not known.is_state(mention.actor)}
        if len(bodies) == 1:
            return next(iter(bodies.values()))
        main = self._main_body(noun)
        return main if not bodies or main[:1] == (next(iter(bodies)),) else ()

    def _main_body(self, noun: Token) -> tuple[str, ...]:
        """The body that the text before a noun tells of most, but for papers."""
        known = register_for(None)
        named = [name for name in self._nearby.mentions_before(noun.start, noun.start) if name.type == "ORG" and name.actor]
        bodies = [name for name in named if not known.is_state(name.actor or "") and not self._who.who.is_paper(name)]
        most = Counter(name.actor for name in bodies).most_common(1)
        if not most or most[0][1] < max(TIMES, MAINLY * len(bodies)):
            return ()
        return next(meant(name) for name in bodies if name.actor == most[0][0])

    def namesake(self, noun: Token) -> tuple[str, ...]:
        """The one body before "le tribunal" whose name begins with the noun: "le Tribunal pour l'Elbonie"."""
        pointing = any(child.morph.get("Definite") == "Def" or child.morph.get("PronType") == "Dem" for child in noun.all("det"))
        bare = pointing and noun.pos == "NOUN" and noun.morph.get("Number") != "Plur" and noun.child("nmod", "amod", "appos") is None
        if not bare or ((own := self._nearby.mention_before(noun.start)) is not None and own.span.contains(noun.span)):
            return ()
        word = noun.text.lower()
        bodies = (name for name in self._nearby.mentions_before(noun.start, noun.start) if name.type == "ORG" and name.actor)
        called = {name.actor: meant(name) for name in bodies if name.span.of(self._nearby.text).lower().startswith(f"{word} ")}
        return next(iter(called.values())) if len(called) == 1 else ()

    def _opening(self, token: Token) -> int:
        """Where the sentence of a token begins."""
        return self._nearby.tokens[self._nearby.at(token.start) - token.index].start

    def _states_in(self, span: Span) -> set[str]:
        """The states among them."""
        return {actor for actor in self._named_in(span) if register_for(None).is_state(actor)}

    def _named_in(self, span: Span) -> set[str]:
        """The actors named in a stretch."""
        names = self._nearby.mentions_before(span.end, span.end - span.start)
        return {name.actor for name in names if name.actor and name.span.start >= span.start}


def counts(complement: Token) -> bool:
    """Whether a complement only says how many live there: "le pays de 3 millions d'habitants"."""
    return any(part.pos == "NUM" for part in complement.subtree())
