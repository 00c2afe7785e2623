"""What costs lives of all that is told before a toll: not its own cause, nor what only goes with it, nor a war from which people flee."""

from collections.abc import Iterable

from chancery.analysis import Token
from chancery.analysis.clauses import is_passive, preposition, subject
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

FARTHEST = 25
"""Words before a toll among which what happened is named."""
THIRD = "3"


class Happened:
    """The happenings that one document tells of."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        lists = pack.words("numbers")["predicated"]
        self._happenings, self._lasting = frozenset(lists["happenings"]), frozenset(lists["lasting"])
        self._along, self._by = Listed(lists["along"], pack), frozenset(pack.words("numbers")["whose"]["by"])
        self._changes = frozenset(pack.words("numbers")["shares"]["change_nouns"])
        self._plural = frozenset(pack.words("numbers")["shares"]["indefinite"])

    def is_one(self, token: Token) -> bool:
        """Whether it is a noun for what costs lives: no "chute des ventes"."""
        return token.pos == "NOUN" and token.lemma.lower() in self._happenings and not self._is_change(token)

    def before(self, place: int, acts: Token | None = None) -> Token | None:
        """The last one before a place, in its sentence; of the gender of the pronoun that takes it up, where one does."""
        at = self._nearby.at(place)
        index = self._nearby.tokens[at].index if at < len(self._nearby.tokens) else 0
        return self._meant(self._told(self._nearby.tokens[max(0, at - index, at - FARTHEST) : at][::-1]), acts)

    def spoken_of(self, before: Iterable[Token], acts: Token | None) -> Token | None:
        """The last one among words, last first, that a bare toll may be of; nobody flees the object that he is hurt by."""
        found = (token for token in self._told(before) if token.lemma.lower() not in self._lasting or token.dep != "obj")
        return self._meant(found, acts)

    def _meant(self, found: Iterable[Token], acts: Token | None) -> Token | None:
        """The first that agrees with the pronoun that takes it up, where one does."""
        gender = acts.morph.get("Gender") if acts is not None and acts.pos == "PRON" and acts.morph.get("Person") == THIRD else None
        return next((token for token in found if gender is None or token.morph.get("Gender") in (gender, None)), None)

    def _told(self, before: Iterable[Token]) -> Iterable[Token]:
        return (token for token in before if self.is_one(token) and self._is_free(token) and not self._is_beside(token))

    def _is_beside(self, token: Token) -> bool:
        """Whether a participle only ties it to something else: "l'explosion causée par |un incendie|", "un pays ravagé par |la guerre|"."""
        tie = token.head
        if tie.pos not in ("VERB", "ADJ") or tie.start > token.start or tie.morph.get("Tense") == "Pres" or tie.morph.get("VerbForm") == "Inf":
            return False
        described = tie.head if tie.dep.partition(":")[0] in ("acl", "amod") else None
        caused = preposition(token) in self._by
        struck = subject(tie) if caused and is_passive(tie) else None
        if struck is not None and struck.pos == "NOUN" and struck.lemma.lower() in self._happenings:
            return True  # "l'explosion a été causée par un incendie"
        if described is not None and described.pos == "NOUN" and described.start < tie.start:
            other = described.lemma.lower() in self._happenings
            return other or (caused and token.lemma.lower() in self._lasting) or self._along.form(tie.text, tie.lemma) is not None
        return preposition(token) != "" and tie.morph.get("VerbForm") == "Part" and self._along.form(tie.text, tie.lemma) is not None

    def _is_change(self, token: Token) -> bool:
        """Whether it tells how a number falls: "la chute |des ventes|"."""
        parts = (part for part in token.all("nmod") if token.lemma.lower() in self._changes)
        return any(case.text.lower() in self._plural for part in parts for case in part.all("case"))

    def _is_free(self, token: Token) -> bool:
        """Whether it is no part of a name."""
        name = self._nearby.mention_before(token.start)
        return name is None or not name.span.contains(token.span)
