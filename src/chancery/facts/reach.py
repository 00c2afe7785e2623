"""Whom an act can reach: one arrests people, excludes a thing by refusing it, and strikes nobody by what is done with his house."""

from collections.abc import Iterable
from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.clauses import agent, complements, governor, is_passive, objects, preposition, subject
from chancery.analysis.press import press_of
from chancery.analysis.units import units
from chancery.facts.parties import NOBODY, Parties
from chancery.facts.status import IN_WORDS
from chancery.facts.triggers import Cue, has_clause
from chancery.languages import Pack

PERSON = ("person:", "group:")
BELOW = ("nmod", "amod", "appos", "obl", "conj", "flat")


class Reach:
    """The list `reach` of the pack's `events.toml`."""

    def __init__(self, pack: Pack) -> None:
        lists = pack.words("events")["reach"]
        self._private, self._captors = frozenset(lists["private"]), frozenset(lists["captors"])
        self._undergone, self._somewhere, self._seeing = (frozenset(lists[name]) for name in ("undergone", "somewhere", "seeing"))
        self._locative = frozenset(pack.words("events")["roles"]["locative"])
        self._airing, self._press = frozenset(lists["airing"]), press_of(pack)
        self._suffered, self._transitive = frozenset(lists["suffered"]), frozenset(lists["transitive"])
        self._told, self._inside, self._saying = (frozenset(lists[name]) for name in ("told", "inside", "saying"))
        self._against, self._dangers = frozenset(pack.words("events")["aimed"]["against"]), frozenset(lists["dangers"])
        self._nature = frozenset(pack.words("events")["classes"]["nature"])
        self._networks = frozenset(name.lower() for name in pack.words("kinds")["network"]["names"].split("|"))
        self._counts_people = units(pack).counts_people

    # ------------------------------------------------------------ to whom it can be done

    def fits(self, verb: Token, cue: Cue, who: Parties) -> bool:
        """Whether the verb's act is done to what it can be done to, by whom it can be done by; so too where that is not told."""
        if cue.kind != "verb":
            return not (cue.kind == "noun" and self._is_danger(verb))
        passive = is_passive(verb)
        doer = agent(verb) if passive else subject(verb)
        if doer is not None and doer.lemma.lower() in self._nature and doer.pos == "NOUN":
            return False  # "une tempête frappe la Norvège"
        if not objects(verb) and (cue.lemma in self._transitive or (cue.lemma in self._saying and who.spoken_with(verb) is not None)):
            return passive and cue.lemma not in self._saying
        if not cue.upon:
            return not (cue.type == "ACCUSE" and any(token.lemma.lower() in self._suffered for token in objects(verb)))
        undergone = [token for token in ([subject(verb)] if passive else objects(verb)) if token is not None]
        if cue.upon == "unnamed":
            return not any(actor.startswith(PERSON[0]) for token in undergone[:1] for actor in who.own(token))
        people = [self.is_person(token, who) for token in undergone]
        if cue.upon == "things":
            return not any(people)
        by = doer if passive else None
        return all(people) and (by is None or by.lemma.lower() in self._captors or by.text[:1].isupper() or bool(who.acting(by)))

    def _is_danger(self, noun: Token) -> bool:
        """Whether a noun with but a name tells of the danger that somebody is, and not of what he says: `la menace |des pirates|`."""
        if noun.lemma.lower() not in self._dangers or noun.morph.get("Number") == "Plur":
            return False
        known = any(child.morph.get("Definite") == "Def" for child in noun.all("det"))
        told = any(part.pos != "PROPN" for part in complements(noun, "de")) or has_clause(noun, "inf") or has_clause(noun, "que")
        return known and not (told or any(preposition(child) in self._against for child in noun.children))

    def is_person(self, token: Token, who: Parties) -> bool:
        """Whether it is somebody, by name, by a noun for people, or as a pronoun that stands for no body."""
        known = who.own(token)
        if any(actor.startswith(PERSON) for actor in known):
            return True
        if token.pos in ("PRON", "NUM", "PROPN"):
            return not known or token.pos == "NUM"
        return self._counts_people(token.text) or who.is_people(token)

    # ------------------------------------------------------------ who is not reached

    def aside(self, verb: Token, kind: str, who: Parties) -> frozenset[Token]:
        """What under a verb only says where it is done or what it is about is, on which channel it is said, or to which paper."""
        below = verb.subtree()
        deed, stance = kind in self._somewhere, kind in IN_WORDS
        found = [token for token in below if deed and who.place((token,), self._locative)]
        found += [token for token in below if (deed or stance) and token.head is not verb and preposition(token) in self._inside]
        if stance and kind != "REQUEST":
            found += [token for token in verb.children if preposition(token) in self._told and self._is_channel(token, who)]
        return frozenset((*found, *self.channels(verb.children, who)))

    def channels(self, tokens: Iterable[Token], who: Parties) -> frozenset[Token]:
        """The names of channels and networks on which something is said."""
        return frozenset(token for token in tokens if preposition(token) in self._airing and self._is_channel(token, who))

    def _is_channel(self, token: Token, who: Parties) -> bool:
        known = next((actor for actor in who.own(token) if actor.startswith("org:")), "") if token.pos in ("PROPN", "NOUN") else ""
        name = known.partition(":")[2]
        return bool(name) and (name.lower() in self._networks or self._press.is_one(name))

    def private(self, tokens: Iterable[Token]) -> frozenset[Token]:
        """The words that only say whose or whence a private thing or relative is."""
        found: list[Token] = []
        for token in tokens:
            if self.is_private(token):
                found.extend(child for child in token.children if child.dep.partition(":")[0] in BELOW and child.start > token.start)
        return frozenset(found) or NOBODY

    def around(self, noun: Token, tokens: list[Token], kind: str, who: Parties) -> frozenset[Token]:
        """The words around a noun that do not say to whom it is done: channels, where people protest or are arrested."""
        found: list[Token] = []
        if kind == "PROTEST":
            found += [token for token in tokens if preposition(token) not in self._against]
        if kind == "COERCE":
            found += [token for token in tokens if who.place((token,), self._locative)]
        return frozenset((*found, *self.channels(tokens, who)))

    def is_private(self, token: Token) -> bool:
        """Whether it is a noun for a thing or relative of somebody, who is not meant by it."""
        return token.pos == "NOUN" and token.lemma.lower() in self._private

    def is_undergone(self, noun: Token) -> bool:
        """Whether the noun is for what is done to whoever it is of."""
        return noun.lemma.lower() in self._undergone

    def only_sees(self, verb: Token) -> bool:
        """Whether the verb is of a purpose in a clause whose subject only sees it happen: `le pays a connu des grèves pour |dénoncer|`."""
        head = governor(verb)
        purpose = verb.morph.get("VerbForm") == "Inf" and verb.dep in ("advcl", "acl", "obl", "xcomp")
        return purpose and head is not None and head.lemma.lower() in self._seeing


@lru_cache(maxsize=2)
def reach(pack: Pack) -> Reach:
    """The list, made once for a pack."""
    return Reach(pack)
