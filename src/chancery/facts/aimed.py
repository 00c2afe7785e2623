"""What hostile acts and measures are aimed at: `les sanctions contre |Riyad|`. Who opposes or backs the act does not act towards whom it strikes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.clauses import complements, objects, preposition
from chancery.facts.parties import NOBODY
from chancery.facts.triggers import Triggers, triggers
from chancery.languages import Pack

PROMISE = "AGREE"
"""The stance that is towards whom a deed strikes: who is ready to fight somebody says so to him."""
NAMES = ("hostile", "measures", "against", "stances", "departures")


@dataclass(frozen=True, slots=True)
class Aimed:
    """The lists `aimed` of the pack's `events.toml`, and the cues that tell hostile acts."""

    cues: Triggers
    hostile: frozenset[str]
    measures: frozenset[str]
    against: frozenset[str]
    stances: frozenset[str]
    departures: frozenset[str]
    forces: frozenset[str]

    def at(self, verb: Token, tokens: list[Token], kind: str) -> frozenset[Token]:
        """The heads of what an act or measure strikes that the clause of a verb or noun tells of: `refuse de sanctionner |Riyad|`."""
        if kind not in self.stances:
            return NOBODY
        below = verb.subtree() if kind != PROMISE else [token for token in verb.subtree() if token.pos != "VERB" or token is verb]
        acts = [token for token in below if token.pos == "NOUN" and token is not verb and self._strikes(token)]
        struck = [token for act in acts for token in below if self._is_against(token, act, tokens)]
        deeds = [token for token in below if token.pos == "VERB" and token is not verb and token.dep == "xcomp" and self._strikes(token)]
        return frozenset([*struck, *(token for deed in deeds for token in objects(deed))])

    def _strikes(self, word: Token) -> bool:
        cue = self.cues.match(word) if word.lemma.lower() not in self.measures else None
        return word.lemma.lower() in self.measures or (cue is not None and cue.type in self.hostile)

    def _is_against(self, token: Token, act: Token, tokens: list[Token]) -> bool:
        """Whether its preposition stands right behind the phrase of the act, whatever the parser hangs it on."""
        case = token.child("case")
        if case is None or case.start < act.end or preposition(token) not in self.against:
            return False
        return tokens[case.index - 1] is act or tokens[case.index - 1] in act.subtree()

    def leaving(self, verb: Token) -> Iterator[Token]:
        """The forces and envoys whose departure is the object of a verb, but not those called its own: `le départ des |troupes| russes`."""
        for noun in objects(verb):
            for part in complements(noun, "de") if noun.lemma.lower() in self.departures else ():
                if part.lemma.lower() in self.forces and not is_own(part):
                    yield part


@lru_cache(maxsize=8)
def aimed(pack: Pack) -> Aimed:
    """The lists, made once for a pack."""
    words = pack.words("events")
    lists, classes = words["aimed"], words["classes"]
    hostile, measures, against, stances, departures = (frozenset(lists[name]) for name in NAMES)
    return Aimed(triggers(pack), hostile, measures, against, stances, departures, frozenset((*classes["forces"], *classes["envoys"])))


def is_own(noun: Token) -> bool:
    """Whether a possessive calls it somebody's own: `|ses| soldats`."""
    return any(child.morph.get("Poss") == "Yes" for child in noun.all("det"))
