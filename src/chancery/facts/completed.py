"""What a bare noun for an amount leaves open, and the words beside it tell: "un fonds de 3 millions pour les victimes", "d'un montant de"."""

from dataclasses import replace
from itertools import pairwise

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import preposition
from chancery.facts.fact import Figure
from chancery.facts.measured import Measured
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

SHORT = 2
"""Words of a noun that may leave open what it is of."""
BEFORE = 8
"""Words before an amount among which its noun stands."""
BEHIND = 6
"""Words behind a change before what it is of: "une réduction de 80 % en 2018 des départs"."""


class Completed:
    """The bare nouns that the amounts of one document are told of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._restricting, self._measured = nearby, restricting, measured
        numbers = pack.words("numbers")
        lists = numbers["completed"]
        self._for, self._amounts = frozenset(lists["for"]), frozenset(lists["amounts"])
        self._between, self._lengths = frozenset(lists["between"]), frozenset(numbers["levels"]["lengths"])
        self._net, self._rates, self._per = frozenset(lists["net"]), dict[str, str](lists["rates"]), lists["per"]
        self._paid = frozenset(numbers["otherwise"]["amounts"]) - self._amounts
        self._times, self._told = frozenset(lists["times"]), tuple(lists["told"])
        self._articles = frozenset((*numbers["shares"]["opened"], *numbers["told"]["some"]))
        self._elided = tuple(article for article in self._articles if article.endswith(("'", "’")))
        self._of, self._of_the = frozenset(numbers["sums"]["partitive"]), frozenset(numbers["bare"]["of_the"])

    def told(self, figure: Figure, quantity: Quantity) -> Figure:
        """The figure, what it is of completed."""
        what = figure.what
        if not what or not self._measured.is_measured(quantity):
            return figure
        if len(what.split()) <= SHORT and (noun := self._noun(quantity, what)) is not None:
            fuller = self._whole(quantity, noun, what) or self._owned(noun, what) or self._changing(quantity, noun, what)
            what = fuller or self._meant(quantity, noun, figure) or what
        if self._measured.is_sum(quantity):
            what = self._rated(quantity, what)
        return replace(figure, what=what)

    def _noun(self, quantity: Quantity, what: str) -> Token | None:
        """The noun before it that opens the words for it."""
        at = self._nearby.at(quantity.span.start)
        first = what.split()[0].lower()
        before = reversed(self._nearby.tokens[max(0, at - BEFORE) : at])
        return next((token for token in before if token.pos in ("NOUN", "PROPN") and token.text.lower() == first), None)

    def _whole(self, quantity: Quantity, noun: Token, what: str) -> str | None:
        """ "Des logements d'une superficie de 300 m²": what has that size or worth."""
        whole = noun.head
        while whole.dep.startswith("nmod") and whole.child("det") is None and whole.head.pos == "NOUN":
            whole = whole.head  # "un placard sur mesure d'un montant de"
        if noun.lemma.lower() not in self._amounts or preposition(noun) not in self._of:
            return None
        if whole.pos != "NOUN" or whole.end > noun.start or not self._measured.is_named(whole):
            whole = self._beside(noun) or whole
        if whole.pos != "NOUN" or whole.end > noun.start or not self._measured.is_named(whole) or self._is_joined(noun):
            return None
        end = self._restricting.end(whole, whole.end, Span(noun.start, quantity.span.end))
        return f"{what} {self._measured.joined(whole)}{self._nearby.text[whole.start : end]}"

    def _is_joined(self, noun: Token) -> bool:
        """Whether "et" stands before its preposition: "pesant 300 tonnes |et d'une longueur| de 40 mètres"."""
        case = noun.child("case")
        at = self._nearby.at(case.start) if case is not None else 0
        return at > 0 and self._nearby.tokens[at].index > 0 and self._nearby.tokens[at - 1].pos == "CCONJ"

    def _beside(self, noun: Token) -> Token | None:
        """The noun before the comma of "un contrat, d'une valeur de", whatever the parser hangs that on."""
        case = noun.child("case")
        at = self._nearby.at(case.start) if case is not None else 0
        commas = at > 1 and self._nearby.tokens[at].index > 0 and self._nearby.tokens[at - 1].text == ","
        return self._measured.foregoing.ending(at - 1) if commas else None

    def _owned(self, noun: Token, what: str) -> str | None:
        """ "Une prime sera versée. Son montant est de": whose amount it is, by the subject before."""
        owned = noun.lemma.lower() in self._amounts and any(part.morph.get("Poss") == "Yes" for part in noun.all("det"))
        whole = self._measured.foregoing.owner(noun, self._paid) if owned and " " not in what else None
        return f"{what} {self._measured.joined(whole)}{whole.text}" if whole is not None and self._measured.is_named(whole) else None

    def _changing(self, quantity: Quantity, noun: Token, what: str) -> str | None:
        """What changes, behind by how much: "une réduction de 80 % en 2018 des départs"."""
        at = self._nearby.at(quantity.span.end)
        if not self._measured.changes.is_change(noun):
            return None
        for place, token in enumerate(self._nearby.tokens[at : at + BEHIND], at):
            if token.index == 0 or token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") or token.pos == "PRON":
                return None
            if token.pos == "NUM" and not self._restricting.is_timed(token):
                return None  # "une chute de 9 points en 2018 avec 16 % |de|"
            if token.text.lower() in (*self._of, *self._of_the):
                last = self._restricting.clause(place)
                return f"{what} {self._nearby.words(place, last)}" if last > place + 1 and self._is_of(place) else None
        return None

    def _is_of(self, place: int) -> bool:
        noun = next((token for token in self._nearby.tokens[place + 1 : place + 4] if token.pos not in ("DET", "ADJ")), None)
        return noun is not None and noun.pos in ("NOUN", "PROPN") and noun.text.lower() not in self._times

    def _meant(self, quantity: Quantity, noun: Token, figure: Figure) -> str | None:
        """Whom or what a sum is for, behind it: "un fonds de 3 millions pour indemniser les victimes"."""
        at = self._nearby.at(quantity.span.end)
        opens = next(iter(self._nearby.tokens[at : at + 1]), None)
        towards = self._for if self._measured.is_sum(quantity) else self._between if quantity.unit in self._lengths else ()
        if opens is None or opens.text.lower() not in towards or not self._measured.is_named(noun):
            return None
        last = self._restricting.clause(at)
        number = next((place for place in range(at + 1, last) if self._nearby.tokens[place].pos == "NUM"), last)
        last = self._plain(at, number) if number < last else last  # "pour les apprentis de moins de 30 ans"
        named = self._nearby.mention_before(self._nearby.tokens[last - 1].start)
        its = named is not None and named.actor in figure.who and named.span.end > opens.start  # whose it is has a field of its own
        if its or ":" in self._nearby.text[noun.end : quantity.span.start]:
            return None
        plain = last > at + 1 and not any(word.pos == "NUM" for word in self._nearby.tokens[at:last])
        plain = plain and self._nearby.tokens[last - 1].morph.get("VerbForm") != "Inf"
        return f"{figure.what} {self._nearby.words(at, last)}" if plain else None

    def _plain(self, at: int, number: int) -> int:
        """The index behind the words from one index on that stand before a number and what goes with it."""
        last, words = number, self._nearby.tokens
        while last > at + 1 and (words[last - 1].pos in ("ADP", "DET", "ADV", "CCONJ") or self._restricting.trails(words[last - 1])):
            last -= 1
        return last

    def _is_rated(self, what: str) -> bool:
        """Whether words say how often: "par mois", and not by whom: "par la ville"."""
        words = what.lower().split()
        behind = [word for before, word in pairwise(words) if before == self._per]
        return any(word not in self._articles and not word.startswith(self._elided) for word in behind)

    def _rated(self, quantity: Quantity, what: str) -> str:
        """ "Une aide de 100 euros par mois": how often, which the words for it do not say yet."""
        at = self._nearby.at(quantity.span.end)
        behind = [token for token in self._nearby.tokens[at : at + 4] if token.text.lower() not in self._net]
        if not behind or any(f" {part}" in f" {what}" for part in self._told) or self._is_rated(what):
            return what
        if (rate := self._rates.get(behind[0].text.lower())) is not None:
            return f"{what} {rate}"
        per = len(behind) > 1 and behind[0].text.lower() == self._per and behind[1].pos == "NOUN"
        return f"{what} {self._per} {behind[1].text}" if per else what
