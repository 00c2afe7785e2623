"""What a bare count tells by the words that govern it: "des réunions limitées à dix personnes", "une solution à deux Etats", "18 élus en moins"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, is_passive, preposition, subject
from chancery.analysis.units import units
from chancery.facts.actions import VOWEL
from chancery.facts.listed import Listed
from chancery.facts.measured import Measured, outermost
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

AHEAD = 3
"""Words before a number among which the noun stands that it is a complement of."""


class Governed:
    """What governs the counts of one document."""

    def __init__(self, nearby: Nearby, measured: Measured, pack: Pack) -> None:
        self._nearby, self._measured, numbers = nearby, measured, pack.words("numbers")
        lists = numbers["governed"]
        self._limiting, self._to, self._limit = Listed(lists["limiting"], pack), frozenset(lists["to"]), lists["limit"]
        self._reducing = Listed(lists["reducing"], pack)
        self._passing, self._not_to = Listed(lists["passing"], pack), str(lists["not_to"])
        self._banning, self._bans = Listed(lists["banning"], pack), frozenset(lists["bans"])
        self._ranging = frozenset(numbers["predicated"]["ranging"])
        self._states = frozenset(lists["states"])
        self._letting = Listed(lists["letting"], pack)
        self._can, self._having = Listed((*numbers["limits"]["able"], *numbers["predicated"]["had_to"]), pack), Listed(lists["having"], pack)
        self._elided: list[str] = numbers["predicated"]["of"]
        self._joining, self._known = frozenset(lists["joining"]), units(pack)
        self._empty = frozenset((*lists["empty"], *numbers["predicated"]["scales"], *numbers["told"]["groups"]))
        self._giving = Listed((*numbers["whose"]["to_whom"], *numbers["sums"]["paying"]), pack)
        whose, self._holding = numbers["whose"], frozenset(numbers["predicated"]["holding"])
        self._empty |= {*whose["totals"], *whose["swelling"], *whose["groups"]}
        self._votes, self._stances = frozenset(lists["votes"]), list[str](numbers["restricting"]["stances"])
        self._changed, self._of = tuple(lists["changed"]), frozenset((*numbers["sums"]["partitive"], *numbers["bare"]["of_the"]))

    def limit(self, quantity: Quantity, noun: Token) -> str:
        """What so many are the limit of: "limite des rassemblements privés"; empty where they are none."""
        role = outermost(quantity, noun)
        if capped := self._capped(quantity, role) or self._banned(quantity, role) or self._forbidden(quantity, role):
            return capped
        over = role.head if role.dep.startswith("nmod") and role.head.dep == "obj" else None  # "limiter les réunions à dix personnes"
        verb = over.head if over is not None else role.head
        if self._reducing.verb(verb) and quantity.unit != self._known.people_unit:
            return ""  # "le plan a été réduit à trois points"
        done = verb.pos in ("VERB", "ADJ") or verb.morph.get("VerbForm") == "Part"
        if not done or role.start < verb.start or preposition(role) not in self._to or not self._limiting.verb(verb):
            return ""
        objects = (part for part in verb.all("obj") if not quantity.span.contains(part.span))
        described = verb.head if verb.dep in ("acl", "amod") and verb.morph.get("VerbForm") == "Part" else subject(verb) if is_passive(verb) else None
        whole = over or next(objects, None) or described
        if whole is None or (whole.end > quantity.span.start and whole.dep != "obj") or not self._measured.is_named(whole):
            return ""
        told = self._measured.phrase(quantity, whole)
        return told if whole.lemma.lower() in self._holding else f"{self._limit} {self._measured.joined(whole)}{told}"

    def _capped(self, quantity: Quantity, role: Token) -> str:
        """Of so many that something may not have more than: "les réunions ne pourront plus rassembler plus de dix personnes"."""
        verb, can = role.head, role.head.head
        whole = subject(can) if role.dep == "obj" and self._having.verb(verb) and verb.dep == "xcomp" and self._can.verb(can) else None
        if whole is None or not is_negated(can) or whole.end > can.start or quantity.bound is None:
            return ""
        if whole.pos != "NOUN" or whole.child("nummod") or not self._measured.is_named(whole):
            return ""
        return f"{self._limit} {self._measured.joined(whole)}{self._measured.phrase(quantity, whole)}"

    def at_most(self, quantity: Quantity, counted: str) -> str:
        """Of a share that may not be passed: "capacité à ne pas dépasser", of "ne pas dépasser 70 % de leur capacité"; empty where it may."""
        at = self._nearby.at(quantity.span.start)
        verb = self._nearby.tokens[at - 1] if at else None
        passing = verb is not None and verb.pos == "VERB" and verb.index > 0 and self._passing.verb(verb) is not None
        if verb is None or not passing or verb.morph.get("VerbForm") != "Inf":
            return ""
        can = verb.head
        bounded = is_negated(verb) or (verb.dep == "xcomp" and self._can.verb(can) is not None and is_negated(can))
        return f"{counted} {self._not_to} {verb.text.lower()}" if bounded else ""

    def _banned(self, quantity: Quantity, role: Token) -> str:
        """Of so many from which on something is banned: "interdire les réunions rassemblant plus de dix personnes"."""
        verb = role.head
        verb, bounded = (verb.head, True) if verb.pos == "ADV" and verb.dep == "obj" else (verb, role.dep == "obj" and quantity.bound is not None)
        up_to = self._nearby.words(*(self._nearby.at(quantity.span.start) + step for step in (0, 2))).lower().replace(" ", "")
        bounded = bounded or (role.dep.startswith("obl") and up_to in self._ranging)
        whole = verb.head
        gathered = bounded and verb.dep == "acl" and self._having.verb(verb) and verb.morph.get("Tense") == "Pres"
        if not gathered or whole.pos != "NOUN" or whole.end > verb.start or whole.child("nummod") or not self._measured.is_named(whole):
            return ""
        ban = whole.head
        over = self._banning.verb(ban) and (whole.dep == "obj" or (whole.dep == "nsubj:pass" and is_passive(ban)))
        over = over or (self._letting.verb(ban) is not None and whole.dep.startswith("nsubj") and is_passive(ban))
        over = over or (ban.lemma.lower() in self._bans and whole.dep.startswith("nmod"))
        if not over or is_negated(ban):
            return ""
        end = self._nearby.at(verb.start)
        while self._nearby.tokens[end - 1].pos in ("ADV", "PUNCT"):
            end -= 1
        named, article = self._nearby.words(self._nearby.at(whole.start), end), whole.child("det")
        every = article is not None and article.morph.get("PronType") not in ("Art", None)
        joined = f"{self._elided[0]} {article.text.lower()} " if every and article is not None else self._measured.joined(whole)
        return f"{self._limit} {joined}{named}"

    def _forbidden(self, quantity: Quantity, role: Token) -> str:
        """Of so many at whom a ban begins: "les réunions de plus de dix personnes sont interdites"; one gathering is banned, whatever its size."""
        whole = role.head if role.head.pos == "NOUN" else role.head.head  # "les réunions |privées| de plus de neuf personnes"
        described = whole is role.head or role.head.dep == "amod"
        tied = described and whole.pos == "NOUN" and preposition(role) in self._of and quantity.unit == self._known.people_unit
        if not tied or quantity.bound is None or whole.morph.get("Number") != "Plur" or whole.end > quantity.span.start:
            return ""
        defined = any(part.morph.get("Definite") in ("Def", "Ind") and not part.morph.get("Poss") for part in whole.all("det", "case"))
        plain = defined and not any(part.pos == "DET" and part.morph.get("PronType") != "Art" for part in whole.all("det"))
        if not plain or whole.child("nummod") or not self._measured.is_named(whole) or not self._is_ruled(whole):
            return ""
        case = role.child("case")
        end = case.start if case is not None and case.start < quantity.span.start else quantity.span.start
        of = next((part.text.lower() for part in whole.all("det", "case") if part.text.lower() in self._of), "")
        return f"{self._limit} {f'{of} ' if of else self._measured.joined(whole)}{self._before(whole, end)}"

    def _before(self, whole: Token, end: int) -> str:
        """The noun with its adjectives up to a place, without the preposition that ends there."""
        words = self._nearby.tokens[self._nearby.at(whole.start) : self._nearby.at(end)]
        while len(words) > 1 and words[-1].pos in ("ADP", "ADV"):
            words = words[:-1]
        return self._nearby.text[words[0].start : words[-1].end]

    def _is_ruled(self, whole: Token) -> bool:
        """Whether such things are banned or allowed, alone or in a row with others; "l'interdiction des réunions" says so itself."""
        first = whole
        while whole.dep == "conj" and whole.head.pos == "NOUN":
            whole = whole.head
        if whole is not first and whole.lemma.lower() in self._bans:  # "interdiction des bals et des réunions": the parser joins those to the ban
            return True
        rule = whole.head
        verb = self._banning.verb(rule) or self._letting.verb(rule)
        ruled = verb is not None and (whole.dep == "obj" or (whole.dep.startswith("nsubj") and is_passive(rule)))
        return ruled or (whole is not first and rule.lemma.lower() in self._bans and whole.dep.startswith("nmod"))

    def phrase(self, quantity: Quantity, noun: Token, end: int) -> str:
        """The words from the noun right before that things are a complement of, to the end of their own: "solution à deux Etats"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - AHEAD) : at]
        if quantity.unit == self._known.people_unit or len(before) < AHEAD or before[-1].pos != "ADP" or before[-1].index < 1:
            return ""
        described = before[-2].dep in ("acl", "amod") and before[-2].head is before[-3]  # "des délégués venus de 30 pays"
        above = before[-3] if described else before[-2]
        if not described and before[-1].text.lower() not in self._joining:
            return ""
        whole = outermost(quantity, noun).head
        tied = above is whole or above in noun.ancestors()
        named = above.pos == "NOUN" if described else self._measured.is_named(above)
        if not tied or not named or above.lemma.lower() in self._empty or above.child("nummod") is not None or above.dep == "appos":
            return ""
        if above.dep == "obj" and before[-1].text.lower() in self._to and self._giving.verb(above.head):
            return ""  # "a distribué de la nourriture à 300 familles"
        told = above.child("det") is not None or any("Definite" in case.morph for case in above.all("case"))
        return self._nearby.text[above.start : end] if told and "\n" not in self._nearby.text[above.start : end] else ""

    def of_them(self, quantity: Quantity, head: Token, what: str) -> str:
        """What so many "of them" are a complement of, with what they are: "mémoire de morts du virus"; empty where they are none of a noun."""
        role = outermost(quantity, head)
        above = role.head
        if preposition(role) not in self._of or not role.dep.startswith("nmod") or not self._measured.is_named(above):
            return ""
        if above.lemma.lower() in self._empty or quantity.span.contains(above.span) or above.end > quantity.span.start:
            return ""
        of = self._elided[VOWEL.match(what) is not None]
        return f"{above.text} {of}{what}" if of.endswith("'") else f"{above.text} {of} {what}"

    def are_states(self, noun: Token) -> bool:
        """Whether states are counted, whose the count is though a noun has them: "l'option de deux Etats"."""
        return noun.text.lower() in self._states

    def voted(self, noun: Token, end: int) -> str:
        """How votes are cast, right behind their noun: "9 voix |contre|"; empty where something follows that they are for or against."""
        at = self._nearby.at(end)
        pair = self._nearby.tokens[at : at + 2]
        votes = noun.lemma.lower() in self._votes and bool(pair) and pair[0].text.lower() in self._stances and pair[0].index > 0
        return pair[0].text if votes and (len(pair) < 2 or pair[1].pos in ("PUNCT", "CCONJ") or pair[1].index == 0) else ""

    def is_against(self, quantity: Quantity) -> bool:
        """Whether votes are set against those before: "320 voix contre 210"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[at - 1] if at else None
        return before is not None and before.text.lower() == self._stances[1] and quantity.unit in self._votes

    def changed(self, end: int) -> str:
        """Where so many are more or fewer than before, the words that say so right behind: " en moins"; "de moins de 18 ans" does not."""
        at = self._nearby.at(end)
        pair = self._nearby.words(at, at + 2).lower() if at + 2 <= len(self._nearby.tokens) else ""
        behind = self._nearby.tokens[at + 2 : at + 3]
        same = pair in self._changed and "\n" not in self._nearby.text[end : self._nearby.tokens[at + 1].end]
        return f" {pair}" if same and not (behind and behind[0].text.lower() in self._of) else ""
