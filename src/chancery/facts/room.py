"""What can have so many, as it stands: "spectateurs que le stade peut accueillir", of "le stade, qui peut accueillir 300 spectateurs"."""

import re

from chancery.analysis import Token
from chancery.analysis.clauses import is_negated, own_subject, subject
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)
LONGEST = 6
"""Words of what can have so many, with its verbs."""


class Room:
    """What the clauses of one document say can have so many."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists = pack.words("numbers")["predicated"]
        self._can, self._that = Listed(lists["able_to"], pack), list[str](lists["that"])

    def what(self, verb: Token) -> str:
        """What can have so many, as it stands: "que le stade peut accueillir"; empty where no noun before the verb can."""
        can, own = verb.head, own_subject(verb.head)
        relative = own if own is not None and own.morph.get("PronType") == "Rel" else None
        own = subject(can) if relative is not None else own
        if verb.dep != "xcomp" or self._can.verb(can) is None or own is None or own.pos != "NOUN" or own.start > can.start or is_negated(can):
            return ""
        det = own.child("det") if relative is not None else own.subtree()[0]
        if det is None or det.start > own.start or (relative is not None and det.morph.get("Poss") == "Yes"):
            return ""
        first, last = self._nearby.at(det.start), self._nearby.at(verb.start)
        told = [token for token in self._nearby.tokens[first : last + 1] if token is not relative]
        told = [token for token in told if relative is None or token.text != "," or token.end + 1 != relative.start]
        finite = can.morph.get("VerbForm") == "Fin" and can.morph.get("Tense") != "Past"
        if not finite or len(told) > LONGEST or any(token.pos == "PUNCT" or self._restricting.is_timed(token) for token in told):
            return ""
        words = self._nearby.words(first, last + 1)
        if relative is not None:  # "le stade |qui| peut accueillir"
            named, acts = self._nearby.words(first, self._nearby.at(relative.start)), self._nearby.words(self._nearby.at(relative.end), last + 1)
            words = f"{named.rstrip(' ,')} {acts}"
        return f"{self._that[VOWEL.match(words) is not None]}{words[0].lower()}{words[1:]}"
