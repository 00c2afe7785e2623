"""What those do that stand behind their verb, and where: "dans cet avion se trouvaient 2 passagers", "le camp, où vivent 300 réfugiés"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.units import units
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.naming import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

PLACE = 8
"""Words of a place."""
VERBAL = ("AUX", "VERB")


class There:
    """The subjects of one document that stand behind their verbs."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._near, self._handled = nearby, Onward(nearby, pack), handled(nearby, restricting, pack)
        numbers = pack.words("numbers")
        told = numbers["told"]
        self._relative, self._where, self._locative = (
            numbers["predicated"]["relative"],
            frozenset(numbers["restricting"]["where"]),
            frozenset(told["locative"]),
        )
        self._lasting, self._states = units(pack).not_things, frozenset(numbers["predicated"]["states"])
        self._inside: str = told["inside"]
        self._to_which, self._to_the = frozenset(told["to_which"]), dict[str, str](told["to_the"])
        self._which, self._of = frozenset(told["which"]), frozenset(numbers["restricting"]["of"])
        self._to: str = numbers["predicated"]["to"][0]
        self._empty = Listed((*told["empty"], *numbers["restricting"]["counting"]), pack)

    def what(self, quantity: Quantity, noun: Token) -> str:
        """The relative clause with the place or occasion; empty where no verb stands before them that they are the subject of."""
        role, verb = leading(outermost(quantity, noun)), self._handled.verb_before(quantity) or self._fallen(quantity)
        if verb is None or self._empty.verb(verb) or quantity.value == 1:
            return ""
        last = self._nearby.at(verb.start) + 1
        first = self._first(last - 1)
        group = self._nearby.tokens[first:last]
        finite = next((word for word in group if word.morph.get("VerbForm") == "Fin"), None)
        opens = self._opening(first)
        if finite is None or finite.morph.get("Number") != "Plur" or (verb is not role.head and own_subject(verb) is not None and not opens):
            return ""
        said = self._nearby.words(first, last)
        if opens:
            held = self._near.text(first - 2) if self._near.text(first - 1) in self._which else ""
            place = self._antecedent(first - opens - 1, held, to=self._near.text(first - 1) not in self._where and held in ("", self._to))
            return f"{self._relative} {said} {place}" if place else ""
        own = own_subject(verb)
        if own is not None and own is not role and own.start < verb.start and own.child("case") is None:
            return ""
        return self._behind_place(verb, first, said)

    def _fallen(self, quantity: Quantity) -> Token | None:
        """The word for what befell them right before a number, behind its auxiliary: "le bois où sont |morts| 300 soldats"."""
        at = self._nearby.at(quantity.span.start) - 1
        before = self._nearby.tokens[max(0, at - 1) : at + 1]
        found = len(before) > 1 and before[0].pos == "AUX" and before[1].text.lower() in self._states and before[0].index < before[1].index
        return before[1] if found else None

    def _first(self, at: int) -> int:
        """The index of the first word of a verb group: "|pouvaient| participer"."""
        infinitive = self._nearby.tokens[at].morph.get("VerbForm") == "Inf"
        while (
            self._near.goes_with_verb(at - 1)
            or self._nearby.tokens[at - 1].pos == "AUX"
            or (infinitive and self._nearby.tokens[at - 1].pos == "VERB")
        ):
            infinitive = infinitive and self._nearby.tokens[at - 1].pos != "VERB"
            at -= 1
        return at

    def _opening(self, first: int) -> int:
        """How many words of "où", "auquel" or "à laquelle" stand before an index; 0 for none."""
        before = self._near.text(first - 1)
        if before in self._where or before in self._to_which:
            return 1
        if f"{self._near.text(first - 2)} {before}" in self._to_which:
            return 2
        held = before in self._which and first > 1 and self._nearby.tokens[first - 2].pos == "ADP" and self._near.text(first - 2) not in self._of
        return 2 if held else 0

    def _behind_place(self, verb: Token, first: int, said: str) -> str:
        """The clause with the place right before it."""
        ahead = next(
            (part for part in verb.all("obl", "nsubj") if part.child("case") is not None and part.end <= self._nearby.tokens[first].start), None
        )
        if ahead is None or ahead.pos not in ("NOUN", "PROPN"):
            return ""
        words = ahead.subtree()
        start, stop = self._nearby.at(words[0].start), self._nearby.at(words[-1].start) + 1
        if stop - start > PLACE or stop != first or words[0].pos != "ADP":
            return ""
        told = self._nearby.words(start, stop)
        return f"{self._relative} {said} {told[0].lower()}{told[1:]}"

    def _antecedent(self, last: int, held: str, *, to: bool) -> str:
        """What "où" or, with `to`, "auquel" means, with its preposition or the one `held`; empty where it is not one noun with its article."""
        last -= self._near.text(last) == ","
        if not (to or held) and (place := self._named_place(last)):
            return place
        noun = next((self._nearby.tokens[place] for place in range(last, max(-1, last - PLACE), -1) if self._nearby.tokens[place].child("det")), None)
        if noun is None or noun.pos != "NOUN":
            return ""
        while self._is_part(noun) and last - self._nearby.at(noun.head.start) < PLACE:
            noun = noun.head
        if self._nearby.tokens[last] not in noun.subtree() or noun.text.lower() in self._lasting:
            return ""  # "la fin ce mois d'essais auxquels participent 300 malades"
        det, case = noun.child("det"), noun.child("case")
        if det is None or det.start > noun.start:
            return ""
        begin = self._nearby.at(det.start)
        words = self._nearby.words(begin, last + 1)
        if any(mark in words for mark in ",;:()"):
            return ""
        words = f"{words[0].lower()}{words[1:]}"
        if to and (joined := self._to_the.get(det.text.lower())):
            return f"{joined} {self._nearby.words(begin + 1, last + 1)}"
        joining = self._to if to else held or self._placed(case)
        return f"{joining} {words}"

    def _named_place(self, last: int) -> str:
        """The place without an article whose name ends at an index, with its preposition: "des villages bâtis |en Bordurie|, où"; empty for none."""
        name = self._nearby.mention_ending(self._nearby.tokens[last].end)
        if name is None or name.type != "LOC":
            return ""
        at = self._nearby.at(name.span.start) - 1
        return self._nearby.words(at, last + 1) if at >= 0 and self._near.text(at) in self._locative else ""

    def _is_part(self, noun: Token) -> bool:
        """Whether a noun is only the complement of another one with its article, which says no time: not "au début |d'une marche|"."""
        whole = noun.head
        named = noun.dep.startswith("nmod") and whole.pos == "NOUN" and whole.child("det") is not None
        named = named and not any(part.morph.get("PronType") == "Dem" for part in noun.all("det"))  # "à l'entrée de |cette réserve| où"
        return named and whole.text.lower() not in self._lasting

    def _placed(self, case: Token | None) -> str:
        """The preposition of a place, as it stands before it; else "dans"."""
        return case.text.lower() if case is not None and case.text.lower() in self._locative else self._inside
