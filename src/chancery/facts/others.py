"""What the others of those counted before have of their own: "blessé plus de 500 autres", "deux autres de la police", "12 autres à Lyon"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive
from chancery.facts.fact import Figure
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle

COMPLEMENT = 7
"""Words of whose the others are."""
KEPT = 3
"""Words of a clause that are told without its place."""


class Others:
    """The counts of one document that go on with "autres"."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._pack = nearby, restricting, pack
        lists = pack.words("numbers")
        self._called = frozenset(lists["others"]["called"])
        self._done, self._ranging = Listed(lists["predicated"]["done"], pack), frozenset(lists["predicated"]["ranging"])
        self._of = frozenset((*lists["restricting"]["of"], *lists["bare"]["of_the"]))
        self._at, self._relative = frozenset(lists["whereabouts"]["at"]), f" {lists['predicated']['relative']} "

    def what(self, quantity: Quantity, noun: str, before: Figure | None) -> str:
        """The noun with what is told of the others alone; empty where nothing is."""
        if self._nearby.inside(quantity.span)[-1].text.lower() not in self._called:
            return ""
        return self._handled(quantity, noun) or self._owned(quantity, noun) or self._placed(quantity, before)

    def _handled(self, quantity: Quantity, noun: str) -> str:
        """ "A tué 3 personnes et blessé plus de 500 autres": what goes on with the verb before, though the parser takes it for an adjective."""
        at = self._nearby.at(quantity.span.start)
        while at and (self._nearby.tokens[at - 1].text.lower() in self._ranging or self._nearby.tokens[at - 1].pos in ("ADV", "ADP")):
            at -= 1
        word = self._nearby.tokens[at - 1] if at else None
        if word is None or word.pos != "ADJ" or word.dep != "conj" or word.head.pos != "VERB" or is_passive(word.head):
            return ""
        verb, counted = self._done.form(word.text, word.text), self._nearby.inside(quantity.taken_up) if quantity.taken_up else []
        feminine = any(token.pos == "NOUN" and token.morph.get("Gender") == "Fem" for token in counted)
        done = past_participle(verb, self._pack, feminine=feminine, plural=True) if verb else None
        return f"{noun} {done}" if done and word.head.child("aux", "aux:tense") is not None else ""

    def _owned(self, quantity: Quantity, noun: str) -> str:
        """ "Six agents de la mairie et deux autres de la police": "agents de la police"."""
        at = self._nearby.at(quantity.span.end)
        if not self.is_owned(quantity):
            return ""
        last = self._restricting.clause(at)
        return f"{noun.split()[0]} {self._nearby.words(at, last)}" if 1 < last - at <= COMPLEMENT else ""

    def is_owned(self, quantity: Quantity) -> bool:
        """Whether the others are of another one than those before."""
        at = self._nearby.at(quantity.span.end)
        behind = self._nearby.tokens[at : at + 3]
        if len(behind) < len(("de", "la", "police")) or behind[0].text.lower() not in self._of or not behind[0].index:
            return False
        noun = behind[2] if behind[1].pos == "DET" else behind[1]
        return self._is_other(quantity) and noun.pos in ("NOUN", "PROPN") and not self._restricting.is_timed(noun)

    def _is_other(self, quantity: Quantity) -> bool:
        words = self._nearby.inside(quantity.span)  # none where the number is glued to the word before: "similaire.60 d'entre eux"
        return bool(words) and words[-1].text.lower() in self._called

    def _placed(self, quantity: Quantity, before: Figure | None) -> str:
        """ "Vingt restent dans le gymnase, et 12 autres à Lyon": what they do, without the place of the ones before."""
        at = self._nearby.at(quantity.span.end)
        here = next(iter(self._nearby.tokens[at : at + 1]), None)
        noun, does, clause = (before.what or "").partition(self._relative) if before is not None else ("", "", "")
        if here is None or not here.index or here.text.lower() not in self._at or not does or not self._is_near(here):
            return ""
        cut = min((place for case in self._at if (place := clause.find(f" {case} ")) > 0), default=-1)
        kept = clause[:cut].split() if cut > 0 else []
        return f"{noun}{does}{' '.join(kept)}" if 1 < len(kept) <= KEPT else ""

    def _is_near(self, case: Token) -> bool:
        """Whether a preposition brings a place by name, with no verb behind it in its clause."""
        name = self._nearby.tokens[self._nearby.at(case.start) + 1 :][:2]
        return any(token.pos == "PROPN" for token in name)
