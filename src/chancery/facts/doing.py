"""What those counted do or undergo, by the verb behind them: "mobilisés pour la fête", "qui feront leur rentrée"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, predicate, tense
from chancery.analysis.units import units
from chancery.facts.asides import Asides
from chancery.facts.constituents import Constituents
from chancery.facts.handled import Handled
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.onward import FARTHEST, Onward
from chancery.facts.over_inset import OverInset
from chancery.facts.restricting import Restricting
from chancery.facts.wished import Wished
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle
from chancery.span import Span

MOST = 12
"""Words of what is told."""
OPENS = ("PUNCT", "SCONJ", "CCONJ")
"""What may stand before a subject."""
INSET = ("ADP", "ADV", "DET")
"""What opens an inset."""
NOMINAL = ("NOUN", "PROPN", "PRON")


class Doing:
    """The verbs of one document behind those that they tell of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._restricting, self._handled, self._pack = nearby, restricting, handled, pack
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        self._over_inset, self._wished = OverInset(nearby, self._constituents), Wished(handled, pack)
        numbers = pack.words("numbers")
        lists, told = numbers["predicated"], numbers["told"]
        self._relative, self._ne, self._participles = lists["relative"], frozenset(lists["ne"]), units(pack).participles
        self._that_is, self._opening = frozenset(numbers["compared"]["that_is"]), frozenset(told["through"])
        self._to_what, self._of_the = lists["to"][0], frozenset((*numbers["bare"]["of"], *numbers["bare"]["of_the"]))
        self._passed, self._states = Listed(lists["passed"], pack), frozenset(lists["states"])
        self._had, self._asides = Listed(told["had"], pack), Asides(nearby, pack)
        self._empty = Listed((*told["empty"], *numbers["restricting"]["counting"]), pack)

    def what(self, quantity: Quantity, role: Token, noun: Token, end: int, *, many: bool | None = None) -> str:
        """What they do or undergo, who begin a clause and have its verb behind them: "mobilisés pour la fête", "qui feront leur rentrée".

        Whether they are `many` to the verb is told by their number, unless it is given.
        """
        many = quantity.value != 1 if many is None else many
        finite = self._own_verb(quantity, role, end, many=many)
        if finite is None:
            return ""
        verb = predicate(finite)
        first = last = self._nearby.at(finite.start)
        while self._near.goes_with_verb(first - 1) and self._nearby.tokens[first - 1].start >= end:
            first -= 1
        last = self._nearby.at(verb.start)
        if last < first or self._says_nothing(verb):
            return ""
        group = self._nearby.tokens[first:last]
        stays = any(token.text.lower() in self._ne or token.morph.get("Tense") == "Fut" or token.morph.get("Mood") == "Cnd" for token in group)
        stays = stays or tense(verb) == "conditional"
        if is_passive(verb) and not stays and not any(token.pos == "VERB" or token.morph.get("Reflex") == "Yes" for token in group):
            said = self._agreeing(verb, noun, self._constituents.words(last, verb, MOST), many=many)
            return self._wished.told(verb, said)
        if verb.text.lower() in self._states and not stays:
            return self._constituents.words(last, verb, MOST)  # "sont |morts dans un incendie|", whatever the parser takes that for
        if self._is_cut(last + 1) and not self._over_inset.more(verb, MOST):
            return ""
        said = self._constituents.words(first, verb, MOST) or self._over_inset.words(first, verb, MOST)
        done = verb.pos == "VERB" or (verb.child("cop") is not None and verb.text.lower().endswith(self._participles))  # "sont |guéries|", a noun
        return f"{self._relative} {said}" if len(said.split()) > last - first + 1 or (done and said) else ""

    def _says_nothing(self, verb: Token) -> bool:
        """Whether a verb says no more than that there are so many, or that they are counted."""
        had = self._had.verb(verb) is not None and verb.child("obj", "xcomp") is not None  # "ont |un métier|", "restent |cachés|"
        return (verb.pos == "VERB" and self._empty.verb(verb) is not None and not had) or (is_passive(verb) and self._passed.verb(verb) is not None)

    def _is_cut(self, at: int) -> bool:
        """Whether the clause goes on behind days and an inset that opens at an index: "ont appris lundi|, juste avant le départ, que ..."."""
        while self._near.is_in_line(at) and self._restricting.is_timed(self._nearby.tokens[at]):
            at += 1
        opens = self._nearby.tokens[at + 1] if self._near.text(at) == "," and self._near.is_in_line(at + 1) else None
        inset = opens is not None and (opens.pos in INSET or self._restricting.is_timed(opens))
        return inset and self._asides.past_source(at) == at and any(self._near.text(place) == "," for place in range(at + 2, at + FARTHEST))

    def _agreeing(self, verb: Token, noun: Token, said: str, *, many: bool) -> str:
        """The participle and what follows it, as it agrees with this noun, where it is said of others, too; empty where it can't be said of it."""
        genders = (noun.morph.get("Gender"), verb.morph.get("Gender"))
        if genders == ("Masc", "Fem") or (many and verb.morph.get("Number") == "Sing"):
            return ""  # "cinq blessés, et trois femmes ont été arrêtées"
        others = any(token.pos in NOMINAL for token in self._nearby.inside(Span(noun.end, verb.start)))
        others = others or self._nearby.text[noun.end : noun.end + 1] == ","
        infinitive = self._handled.infinitive(verb) if others and genders == ("Fem", "Masc") else None
        done = past_participle(infinitive, self._pack, feminine=True, plural=many) if infinitive else None
        return f"{done}{said[len(verb.text) :]}" if done and said else said

    def _own_verb(self, quantity: Quantity, role: Token, end: int, *, many: bool) -> Token | None:
        """The finite verb behind those who begin a clause, in their number and with no subject of its own."""
        begin = self._nearby.at(quantity.span.start)
        while self._nearby.tokens[begin].index and (words := self._near.ranges(begin - 1)):
            begin -= words
        before = self._nearby.tokens[begin - 1] if begin else None
        if before is not None and begin > 1 and before.text.lower() in self._of_the and self._nearby.tokens[begin - 2].pos == "NUM":
            return None  # "12 |des 300 marins| sont partis": of the part
        same = before is not None and before.text.lower() in self._that_is
        opened = before is None or self._nearby.tokens[begin].index == 0 or before.pos in OPENS or same
        through = any(case.text.lower() in self._opening for case in role.all("case"))
        if through or (before is not None and before.text.lower() == self._to_what):
            return None
        parsed = role.dep.startswith("nsubj")
        if not opened and not parsed:
            return None
        first = self._nearby.at(end)
        first += same and self._near.text(first) == ","
        finite = self._near.finite(first, first + FARTHEST)
        if finite is None or is_plural(finite) != many:
            return None
        if self._near.reports(predicate(finite)):
            return None
        if same:  # "les élèves de deux écoles, soit 300 enfants, sont partis"
            return finite
        own = own_subject(predicate(finite))
        if own is not None and quantity.span.end <= own.start < end and self._nearby.text[:end].endswith(")"):
            return finite  # "douze des 19 noyés (dont |trois femmes|) étaient |membres du club|"
        if own is not None and self._restricting.names_some(self._nearby.at(end)) and end < own.start < finite.start:
            return finite
        if (
            own is not None
            and own.child("case") is None
            and not quantity.span.contains(own.span)
            and own is not role
            and own not in role.ancestors()
            and not self._near.is_joined(own)
            and not self._near.is_part(own)
        ):
            between = self._nearby.text[own.end : quantity.span.start] if own.end <= quantity.span.start else ""
            if ":" not in between:
                return None
        if own is None and not parsed and predicate(finite).dep == "acl:relcl":
            return None
        return finite


def is_plural(finite: Token) -> bool:
    """Whether a finite verb tells of many."""
    return finite.morph.get("Number") == "Plur"
