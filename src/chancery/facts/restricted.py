"""What is done with things whose noun is restricted, in the order of the text: "fusils retrouvés dans la cave", "chefs d'État réunis par le roi"."""

from chancery.analysis import Quantity, Token
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.naming import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

SHORT = 5
"""Words of what restricts a noun that are still told with more."""
RATE = 2
"""Words of "par jour"."""


class Restricted:
    """The objects of the verbs of one document that more than a noun tells of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._handled = nearby, handled(nearby, restricting, pack)
        lists = pack.words("numbers")["restricting"]
        self._of, self._bare = frozenset(lists["of"]), frozenset((*lists["bare"], *pack.words("numbers")["predicated"]["to"]))
        self._taking_of = Listed(pack.words("numbers")["told"]["taking_of"], pack)
        self._to, self._opposed = frozenset(lists["to"]), frozenset(lists["opposed"])
        self._plural: str = lists["plural"]
        self._clausal, self._rates = frozenset(lists["relatives"]), frozenset(lists["rates"])

    def what(self, quantity: Quantity, noun: Token, found: Span, last: int) -> str:
        """The noun with its adjectives, what restricts it up to a place, and what is done with it; empty if nothing is."""
        first = found.end
        outer = outermost(quantity, noun)
        ahead = self._nearby.inside(Span(leading(outer).end, outer.start)) if leading(outer) is not outer else []
        if any(token.pos == "VERB" for token in ahead):
            return ""  # "ont entendu 30 témoins et vu 300 pièces à conviction"
        if first == last:
            return self._of_kind(quantity, noun, found)
        more = self._nearby.text[first:last].strip()
        words, role = more.lower().split(), leading(outermost(quantity, noun))
        opens = self._nearby.tokens[self._nearby.at(first)]
        verb = self._governor(quantity, role)
        if verb is None or not 0 < len(words) <= SHORT or opens.pos not in ("ADP", "ADJ") or opens.text.lower() in self._clausal:
            return ""
        if opens.text.lower() in self._rates:
            return self._at_rate(verb, quantity, noun, found, last)
        behind = self._nearby.tokens[self._nearby.at(first) + 1]
        told = found.of(self._nearby.text)
        of = opens.pos == "ADJ" or opens.text.lower() in self._of or (opens.text.lower() in self._bare and behind.pos == "NOUN")
        of = of or (opens.text.lower() in self._to and noun.text.lower() in self._opposed)  # "opposants aux restrictions"
        of = of and not (opens.pos == "ADP" and self._handled.governs(verb, opens))
        said = self._handled.what(verb, quantity, noun, last if of else first, many=quantity.value != 1)
        if not said or of:
            return f"{told} {more} {said}" if said else ""
        return f"{told} {said}" if more in said else f"{told} {said} {more}"

    def _at_rate(self, verb: Token, quantity: Quantity, noun: Token, found: Span, last: int) -> str:
        """ "Vend 300 voitures par jour": "voitures vendues par jour", with who does it behind; empty of a rate with more words."""
        rate = self._nearby.text[found.end : last].strip()
        said = self._handled.what(verb, quantity, noun, last, many=quantity.value != 1) if len(rate.split()) == RATE else ""
        done, _, rest = said.partition(" ")
        if not said or quantity.value == 1:
            return ""
        if not done.endswith(self._plural):  # "voiliers par jour |que le port peut accueillir|"
            return f"{found.of(self._nearby.text)} {rate} {said}"
        return f"{found.of(self._nearby.text)} {done} {rate} {rest}".rstrip()

    def _governor(self, quantity: Quantity, role: Token) -> Token | None:
        """The verb whose object they are, by the parser or where it hangs them on words of time: "a rapatrié pour la première fois 12 enfants"."""
        if role.dep == "obj":
            return role.head
        loose = role.dep == "nmod" and all(case.start >= quantity.span.start for case in role.all("case"))
        verb = self._handled.verb_before(quantity) if loose else None
        return verb if verb is not None and verb is not role.head and self._handled.is_free(verb) else None

    def _of_kind(self, quantity: Quantity, noun: Token, found: Span) -> str:
        """The same of a noun whose kind the count itself tells: "chefs d'État"."""
        told, end, role = found.of(self._nearby.text), found.end, leading(outermost(quantity, noun))
        if role.dep != "obj" or not 1 < len(told.split()) <= SHORT:
            return ""
        if self._taking_of.verb(role.head):  # "a privé 300 foyers d'électricité"
            told, end = self._nearby.text[found.start : noun.end], noun.end
        said = self._handled.what(role.head, quantity, noun, end, many=quantity.value != 1)
        return f"{told} {said}" if said else ""
