"""Whether an act is told without its day: as done before what the text tells of, more than once, or as known already."""

from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.inflection import tense
from chancery.facts.fact import Statement
from chancery.facts.status import IN_WORDS
from chancery.facts.triggers import triggers
from chancery.languages import Pack

PAST = ("past", "imperfect", "pluperfect", "participle", "infinitive")
AHEAD = ("future", "conditional")
FARTHEST = 4
"""Verbs looked at from an act up."""


class Undated:
    """The list `told` of the pack's `times.toml`, over the words of an act."""

    def __init__(self, pack: Pack) -> None:
        lists = pack.words("times")["told"]
        self._often, self._before = frozenset(lists["often"]), frozenset(lists["before"])
        self._cues = triggers(pack)
        self._repeated, self._helpers = tuple(lists["repeated"]), tuple(lists["helpers"])

    def tells(self, head: Token) -> bool:
        """Whether the telling of a stance says that it is no news: nothing dates it then but its own words of time."""
        if head.pos in ("NOUN", "PROPN"):
            return self._known(head)
        return self._earlier(head) or self._repeats(head)

    def is_before(self, statement: Statement) -> bool:
        """Whether something was said before what the text tells of: `avait-il dit`."""
        words = (statement.cue or "").lower().replace("’", "'").split()
        return bool(words) and words[0].rpartition("'")[2].partition("-")[0] in self._helpers

    def _known(self, noun: Token) -> bool:
        """Whether the noun takes up what is told elsewhere: `|la| demande de X`, `|ses| promesses`."""
        if noun.dep == "obj" and (cue := self._cues.match(noun.head)) is not None and cue.type in IN_WORDS:
            return False  # `a rejeté |les demandes| de X`: they are answered on the day
        return any(child.start < noun.start and _defines(child) for child in noun.all("det", "case"))

    def _earlier(self, verb: Token) -> bool:
        """Whether it is told as over before something else: a pluperfect, `avoir refusé`, `l'appel |lancé| par X`."""
        if tense(verb) == "infinitive" and any(helper.morph.get("VerbForm") == "Inf" for helper in verb.all("aux")):
            return True
        past = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Past" and verb.child("aux", "cop") is None
        if past and verb.dep in ("acl", "amod") and verb.head.head is not verb.head:
            return True
        for _ in range(FARTHEST):
            if tense(verb) == "pluperfect":
                return not _is_reported(verb)
            if tense(verb) not in ("infinitive", "participle") or verb.head is verb:
                return False
            verb = verb.head
        return False

    def _repeats(self, verb: Token) -> bool:
        when = tense(verb)
        if when in AHEAD:
            return False  # what is to be done often is undertaken once
        known = self._often | self._before if when in PAST else self._often
        for token in (verb, *verb.all("aux", "cop")):
            for child in token.children:
                words = " ".join(part.text for part in child.subtree()).lower().replace("’", "'").replace("' ", "'")
                if (child.pos == "ADV" and child.text.lower() in known) or words.startswith(self._repeated):
                    return True
        return False


def _is_reported(verb: Token) -> bool:
    """Whether a past verb reports the clause: `a dit que X |avait refusé|` tells what `a refusé` does."""
    return verb.dep.partition(":")[0] in ("ccomp", "xcomp") and tense(verb.head) in ("past", "pluperfect", "imperfect")


def _defines(word: Token) -> bool:
    return word.morph.get("Definite") == "Def" or word.morph.get("Poss") == "Yes" or word.morph.get("PronType") == "Dem"


@lru_cache(maxsize=8)
def undated(pack: Pack) -> Undated:
    """The list of a pack; made once."""
    return Undated(pack)
