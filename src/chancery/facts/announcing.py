"""What is announced for a day to come, as a noun: `a annoncé |le retrait de ses troupes| d'ici juin`. It has not happened yet."""

from chancery.analysis import TimeExpression, Token
from chancery.analysis.clauses import complements, doer, run_on
from chancery.analysis.inflection import tense
from chancery.facts.aimed import is_own
from chancery.facts.moments import Moments
from chancery.facts.parties import Parties, is_public
from chancery.languages import Pack
from chancery.span import Span

BOUNDS = ("by", "before", "until")
"""What makes words of time a last day."""


class Announcing:
    """The lists `announcing` of the pack's `commitments.toml`, over the dates of one document."""

    def __init__(self, moments: Moments, pack: Pack) -> None:
        lists = pack.words("commitments")["announcing"]
        self._moments = moments
        self._deeds, self._verbs = frozenset(lists["deeds"]), frozenset((*lists["planned"], *lists["promised"]))
        self._promised = frozenset(lists["promised"])
        self._by = frozenset(pack.words("numbers")["told"]["by"])

    def when(self, noun: Token, tokens: list[Token]) -> TimeExpression | None:
        """The day to come, or the last day, of the deed that a noun tells as the object of a verb that announces it; None where nothing says so."""
        if noun.dep != "obj" or noun.pos != "NOUN" or noun.lemma.lower() not in self._deeds or noun.head.lemma not in self._verbs:
            return None
        after = run_on(noun, tokens)
        return self._moments.ahead(Span(noun.end, after[-1].end + 1), BOUNDS) if after else None

    def is_promised(self, noun: Token) -> bool:
        """Whether the verb over it gives a promise, and does not only tell a plan."""
        return noun.head.lemma in self._promised

    def bound(self, noun: Token, parties: Parties) -> tuple[str, ...]:
        """Whom the announcement binds: whoever makes it, if he acts for the public and no other is to do the deed."""
        whose = doer(noun.head) if tense(noun.head) not in ("infinitive", None) else None
        who, others = parties.acting(whose), self._others(noun, parties)
        binds = is_public(who) and not parties.is_people(whose) and (not others or bool(set(others) & set(who)))
        return who if binds else ()

    def _others(self, noun: Token, parties: Parties) -> tuple[str, ...]:
        """Who does the deed, or whose forces do it, where the words say so: `le départ des |troupes russes|`."""
        forces = (part for part in complements(noun, "de") if parties.stands_for_others(part) and not is_own(part))
        return parties.beside(noun, self._by) or tuple(actor for part in forces for actor in parties.acting(part))
