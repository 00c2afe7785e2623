"""What is done, or is to be done, with what a noun alone counts: "masques envoyés aux familles", "accords à signer"."""

from functools import lru_cache

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, is_passive, own_subject, preposition, subject, tense
from chancery.analysis.units import units
from chancery.facts.agents import Agents
from chancery.facts.clause_ends import QUOTES
from chancery.facts.genders import is_feminine
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.placed import Placed
from chancery.facts.refused import Refused
from chancery.facts.restricting import Restricting
from chancery.facts.room import Room
from chancery.languages import Pack
from chancery.languages.conjugation import conjugated, past_participle
from chancery.span import Span

DASHES = ("-", "–", "—")
ENDS = (".", "!", "?", "…", "\n", *QUOTES)
"""What a heading stands behind, with its dash."""
HEADING = 8
"""Code points before a number among which those stand."""
COMPLEMENT = 5
"""Words of what stands between a verb and its object: "a interné dans la région 300 personnes"."""


@lru_cache(maxsize=2)
def handled(nearby: Nearby, restricting: Restricting, pack: Pack) -> "Handled":
    """What the verbs of a document do, made once for all that ask."""
    return Handled(nearby, restricting, pack)


class Handled:
    """What the verbs of one document do with what they count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._pack = nearby, restricting, pack
        lists, told = pack.words("numbers")["predicated"], pack.words("numbers")["told"]
        self._empty = Listed((*lists["empty"], *pack.words("numbers")["restricting"]["counting"]), pack)
        self._can, self._room = Listed(lists["able_to"], pack), Room(nearby, restricting, pack)
        self._thinking = Listed(lists["thinking"], pack)
        self._concerning = Listed(lists["concerning"], pack)
        self._towards, self._not = frozenset(lists["towards"]), frozenset(lists["ne"])
        self._than = frozenset(pack.words("numbers")["whose"]["than"])
        self._aside = frozenset((*pack.words("numbers")["restricting"]["aside"], *pack.words("numbers")["sums"]["no_noun"]))
        self._making, self._achieving = Listed(lists["making"], pack), Listed((*lists["achieving"], *lists["accusing"]), pack)
        self._accusing = Listed(lists["accusing"], pack)
        self._taking_of, self._of_all = Listed(told["taking_of"], pack), frozenset(pack.words("numbers")["restricting"]["of"])
        self._had_to = Listed(lists["had_to"], pack)
        self._holding, self._made_for = Listed(lists["room"]["verbs"], pack), Listed(lists["room"]["made_for"], pack)
        self._refusing, self._unhesitating = Listed(lists["refusing"], pack), Listed(lists["unhesitating"], pack)
        self._risking, self._without = Listed(lists["risking"], pack), frozenset(lists["without"])
        self._capable, self._being_able = frozenset(lists["room"]["capable"]), str(lists["room"]["able"])
        self._besides = tuple(lists["besides"])
        self._ongoing, self._respelt = frozenset(lists["ongoing"]), dict[str, str](lists["respelt"])
        self._present: dict[str, str] = lists["present"]
        self._to, self._lasting = lists["to"][0], units(pack).not_things
        self._done = frozenset(lists["perfect"])
        self._placed, self._refused = Placed(nearby, restricting, pack), Refused(pack)
        self._agents, self._each = Agents(nearby, restricting, pack), frozenset(pack.words("numbers")["restricting"]["each"])
        self._involved: dict[str, str] = lists["involved"]
        self._involving = Listed(self._involved, pack)
        self._between: str = pack.words("numbers")["ranges"]["between"]
        self._people = units(pack).people_unit
        self._groups, self._of = frozenset(told["groups"]), list[str](lists["of"])
        self._no_subjects = frozenset((*pack.words("numbers")["restricting"]["where"], *told["to_which"]))
        self._ranging = frozenset((*lists["ranging"], *told["ranging"]))

    def is_aside(self, noun: Token) -> bool:
        """Whether a noun tells only when or how: "temps", "moyenne"."""
        return noun.text.lower() in (*self._aside, *self._lasting)

    def done_to(self, verb: Token, thing: Token) -> str:
        """The participle of a verb that is no passive, as it goes with its object: "rémunérés"; empty where it says nothing."""
        plain = verb.pos == "VERB" and not (is_passive(verb) or is_negated(verb) or self._empty.verb(verb) or self.is_aside(thing))
        infinitive = self.infinitive(verb) if plain else None
        many, feminine = thing.morph.get("Number") == "Plur", is_feminine(thing)
        return (past_participle(infinitive, self._pack, feminine=feminine, plural=many) or "") if infinitive else ""

    def fate(self, verb: Token, thing: Token) -> str:
        """What a verb does with its object, or the subject of its passive: "évitée", "à éviter"; empty where it is no verb of any family."""
        infinitive = self.infinitive(verb)
        if infinitive and not is_passive(verb) and self._is_ahead(verb):
            return f"{self._to} {infinitive}"
        many, feminine = thing.morph.get("Number") == "Plur", is_feminine(thing)
        return (past_participle(infinitive, self._pack, feminine=feminine, plural=many) or "") if infinitive else ""

    def verb_before(self, quantity: Quantity) -> Token | None:
        """The verb before a number, past words of how many, when and where: "a arrêté samedi dans la ville une centaine de personnes"."""
        at, placed, opened = self._nearby.at(quantity.span.start) - 1, False, False
        at -= at > 0 and quantity.unit == self._people and self._nearby.tokens[at].text.lower() == self._between
        while at > 0 and self._nearby.tokens[at].index:
            token = self._nearby.tokens[at]
            if token.pos == "VERB":
                return token if not opened or any(child.text.lower() in self._not for child in token.children) else None
            opened = opened or token.text.lower() in self._than  # `a dit |que| 300 marins`, not `n'a vu que 300 marins`
            if self._pair(at) in self._ranging:
                at -= 2
            elif token.text.lower() in self._ranging or token.text in QUOTES or token.pos in ("ADV", "DET") or self._restricting.is_timed(token):
                at -= 1
            elif token.pos == "ADP" and self._restricting.is_timed(self._nearby.tokens[at + 1]):
                at -= 1  # "a mobilisé |en| quelques jours des centaines de personnes"
            elif self._nearby.tokens[at - 1].text.lower() in self._each:
                at -= 2
            elif not placed and (before := self._before_complement(at)):
                at, placed = before, True
            else:
                return None
        return None

    def _is_complement(self, quantity: Quantity) -> bool:
        """Whether a preposition before a number makes it no object: "ne porte que sur 12 enfants", "avec cette fois une dizaine"."""
        at = self._nearby.at(quantity.span.start) - 1
        last = at
        while at > 0 and self._nearby.tokens[at].index and self._restricting.is_timed(self._nearby.tokens[at]):
            at -= 1
        at -= 0 < at < last and self._nearby.tokens[at].pos == "ADP"
        if at > 0 and self._nearby.tokens[at - 1].lemma.lower() in self._groups and self._nearby.tokens[at].text.lower() in self._of:
            return False
        token = self._nearby.tokens[at] if at >= 0 else None
        return (
            token is not None
            and token.pos == "ADP"
            and token.end <= quantity.span.start
            and token.text.lower() not in (*self._ranging, self._between)
        )

    def is_feminine(self, quantity: Quantity, noun: Token) -> bool:
        """Whether a participle of those counted is feminine; a number alone is as the noun that it takes up."""
        told = self._nearby.inside(quantity.taken_up) if quantity.taken_up else []
        word = next((token for token in reversed(told) if token.pos == "NOUN"), noun)
        return is_feminine(word)

    def is_grouped(self, role: Token) -> bool:
        """Whether a noun before them only groups them: "un total de 300 policiers"."""
        group = role.head
        single = group.pos == "NOUN" and group.child("nummod") is None and group.morph.get("Number") != "Plur"
        return role.dep.startswith("nmod") and single and group.lemma.lower() in self._groups and preposition(role) == self._of[0]

    def _pair(self, at: int) -> str:
        return f"{self._nearby.tokens[at - 1].text.lower()} {self._nearby.tokens[at].text.lower()}"

    def _before_complement(self, at: int) -> int:
        """The index of the verb right before the preposition of a complement that ends at an index; 0 where none stands there."""
        for place in range(at, max(0, at - COMPLEMENT), -1):
            token = self._nearby.tokens[place]
            if token.pos == "ADP":
                verb = place - 1
                while (word := self._nearby.tokens[verb]).index and (word.pos == "ADV" or self._restricting.is_timed(word)):
                    verb -= 1
                return verb if place < at and word.pos == "VERB" else 0
            if token.pos not in ("NOUN", "PROPN", "ADJ", "DET"):
                return 0
        return 0

    def _with_no_other(self, verb: Token, quantity: Quantity) -> Token:
        """The verb, or the nearer one where it has its object already: "dit aider |le port| en envoyant deux grues"."""
        has = any(token.end <= quantity.span.start and token.pos == "NOUN" for token in verb.all("obj"))
        nearer = self.verb_before(quantity) if has else None
        return nearer if nearer is not None and nearer.start > verb.start else verb

    def _opens_clause(self, verb: Token, between: list[Token]) -> bool:
        """Whether a conjunction parts them, so that they are in another clause: "révèle |que| 300 marins gagnaient", not "n'a vu que 300"."""
        joined = any(token.text.lower() in self._than for token in between)
        return joined and not any(child.text.lower() in self._not for child in verb.children)

    def what(self, verb: Token, quantity: Quantity, noun: Token, end: int, *, many: bool) -> str:
        """The participle of the verb whose object stands behind it, with what follows to say whom to or what for; empty where it says nothing."""
        verb = self._with_no_other(verb, quantity)
        if self._is_complement(quantity) or verb.pos != "VERB" or verb.start > noun.start or is_passive(verb) or self.is_denied(verb):
            return ""
        if room := self._room.what(verb):
            return room
        if self._empty.verb(verb) and not (self._concerning.verb(verb) and self.by(verb)):
            return ""
        between = self._nearby.inside(Span(verb.end, noun.start))
        if (self._thinking.verb(verb) and self._is_ahead(verb)) or self._opens_clause(verb, between):
            return ""
        if self._placed.is_mark(verb, quantity.span.start):
            return ""
        if not self._acts(verb) or any(token.pos == "PUNCT" and token.text not in QUOTES for token in between) or self.is_heading(quantity):
            return ""
        lemma = self.infinitive(verb)
        done = past_participle(lemma, self._pack, feminine=self.is_feminine(quantity, noun), plural=many) if lemma else None
        if done is None:
            return ""
        if refused := self._refused.what(verb, str(lemma), done, many=many):
            return refused
        said = self._as_ahead(verb, str(lemma), done) if self._is_ahead(verb) and not self._concerning.verb(verb) else done
        needs = self._needed(verb, [token for token in between if token.end <= quantity.span.start])
        said = f"{said} {needs}" if needs else said
        at = self._nearby.at(end)
        tokens = self._nearby.tokens[at : at + 3]
        opens = bool(tokens) and tokens[0].text.lower() in self._towards and not any(token.text.lower() in self._lasting for token in tokens)
        opens = opens or (bool(tokens) and tokens[0].text.lower() in self._of_all and self._taking_of.verb(verb) is not None)
        infinitive = len(tokens) > 2 and tokens[2].morph.get("VerbForm") == "Inf"
        opens = opens and not (len(tokens) > 1 and tokens[1].pos == "PRON" and not infinitive)  # "à lui seul", not "à s'en aller"
        last = self._restricting.clause(at) if opens else at
        if last > at + 1:
            return f"{said} {self._nearby.words(at, last)}"
        if placed := self._placed.words(verb, noun, end):
            by = self.by(verb) if said.startswith(done) else ""
            return " ".join(part for part in ((said, placed, by) if self._placed.is_waited_for(verb) else (said, by, placed)) if part)
        if self._placed.is_waited_for(verb) and not needs:
            return ""
        by = self.by(verb) if said.startswith(done) else ""
        return f"{said} {by}" if by else said

    def is_heading(self, quantity: Quantity) -> bool:
        """Whether a heading begins with the number, which nothing before it tells of: "a fermé ses portes.- 300 morts -"."""
        before = self._nearby.text[max(0, quantity.span.start - HEADING) : quantity.span.start].rstrip(" ")
        return before.endswith(DASHES) and before[:-1].rstrip(" ").endswith(ENDS)

    def due(self, verb: Token) -> str:
        """ "À verser" of what has yet to be done; empty of what is, or only can be."""
        infinitive = self.infinitive(verb) if not is_passive(verb) and self._is_ahead(verb) else None
        said = self._as_ahead(verb, infinitive, infinitive) if infinitive else ""
        return said if said.startswith(self._to) else ""

    def governs(self, verb: Token, case: Token) -> bool:
        """Whether a preposition behind an object goes with its verb: "a empêché 300 bus |de| rouler", "a mis 12 élus |en| examen"."""
        of = case.text.lower() in self._of_all and self._taking_of.verb(verb) is not None
        return of or (self._placed.is_waited_for(verb) and case.text.lower() not in self._of_all)

    def _as_ahead(self, verb: Token, infinitive: str, done: str) -> str:
        """ "À vendre"; of what can be done, "pouvant être vendus"."""
        can = verb.head
        able = verb.dep == "xcomp" and (self._can.verb(can) or self._risking.verb(can)) is not None and can.morph.get("Tense") != "Past"
        holding = self._holding.verb(verb) is not None and (can.lemma.lower() in self._capable or self._made_for.verb(can) is not None)
        return f"{self._being_able} {done}" if able or holding else f"{self._to} {infinitive}"

    def is_denied(self, verb: Token) -> bool:
        """Whether it is not done, or cannot be: "ne peuvent plus rassembler"."""
        governor = verb.head
        if is_negated(verb) or self._is_without(verb):
            return True
        if verb.dep != "xcomp" or verb.morph.get("VerbForm") != "Inf" or governor.pos != "VERB":
            return False
        return self._unhesitating.verb(governor) is None if is_negated(governor) else self._refusing.verb(governor) is not None

    def _is_without(self, verb: Token) -> bool:
        """Whether "sans" or "faute de" stands before its group: "faute d'avoir pu débarquer 300 marins"."""
        if any(token.text.lower() in self._without for token in verb.all("mark", "case")):
            return True
        at = self._nearby.at(verb.start) - 1
        while at > 0 and self._nearby.tokens[at].index and self._goes_before(self._nearby.tokens[at]):
            at -= 1
        return at >= 0 and self._nearby.tokens[at].text.lower() in self._without and self._nearby.tokens[at].index < verb.index

    def _goes_before(self, token: Token) -> bool:
        """Whether a word goes with an infinitive or participle behind it; not what keeps that from being done."""
        opens = token.pos in ("AUX", "PRON", "ADV", "ADP") or (token.pos == "VERB" and token.morph.get("VerbForm") in ("Inf", "Part"))
        return opens and token.text.lower() not in self._without

    def by(self, verb: Token) -> str:
        """What does it, of a verb that is no passive: "par le virus", "dans un accident"; empty where it has a field of its own."""
        lemma = self.infinitive(verb) if self._involving.verb(verb) else None
        into = self._involved.get(lemma) if lemma else None
        said = self._agents.before(verb) if into and verb.dep.startswith("acl") else self._agents.words(verb)
        return f"{into} {said.partition(' ')[2]}" if into and said else said

    def is_free(self, verb: Token) -> bool:
        """Whether no object of a verb stands before the number."""
        return all(self._restricting.is_timed(thing) for thing in verb.all("obj"))

    def _needed(self, verb: Token, between: list[Token]) -> str:
        """What stands between a verb and its object, as the verb needs it: "en prison", "à la fuite"."""
        while between and (
            between[-1].pos in ("ADV", "ADP")
            or self._restricting.is_timed(between[-1])
            or between[-1].text.lower() in (*self._ranging, self._between)
        ):
            between = between[:-1]
        noun = next((word for word in between[1:3] if word.pos != "DET"), None)
        if not between or between[0].pos != "ADP" or noun is None or noun.pos != "NOUN" or noun.head is not verb:
            return ""
        if noun.text.lower() in (*self._lasting, *self._aside) or (noun is not between[1] and noun.dep != "obl:arg"):
            return ""
        return self._nearby.text[between[0].start : between[-1].end] if len(between) <= COMPLEMENT else ""

    def _acts(self, verb: Token) -> bool:
        """Whether somebody else does it: what stands behind a verb without a subject may be its subject ("où se trouvent 300 personnes")."""
        governor = verb.head
        if any(child.dep.startswith("expl") for child in verb.children) or (
            verb.dep != "conj" and governor is not verb and self._making.verb(governor)
        ):
            return False
        if verb.index and self._making.verb(self._nearby.tokens[self._nearby.at(verb.start) - 1]):
            return False
        if verb.morph.get("VerbForm") == "Inf" and verb.dep == "xcomp" and governor.morph.get("VerbForm") == "Fin":
            return self._has_subject(governor)
        relative = verb.dep == "acl:relcl" and any(part.morph.get("PronType") == "Rel" for part in verb.children)
        free = not relative or verb.child("aux") is None  # "auquel ont participé 300 personnes"
        return self._has_subject(verb) or (verb.morph.get("VerbForm") in ("Inf", "Part") and free)

    def _has_subject(self, verb: Token) -> bool:
        """Whether a verb has a subject that is not what stands behind it; a relative clause must have its own, and no place is one."""
        own = own_subject(verb) if verb.dep == "acl:relcl" else subject(verb)
        if own is None or own.text.lower() in self._no_subjects or (own.head is verb and own.child("case") and not _is_partitive(own)):
            return False
        return verb.dep != "acl:relcl" or own.start < verb.start

    def infinitive(self, verb: Token) -> str | None:
        """The verb that it is a form of by the tables, too: a lemma alone may be no word."""
        form = verb.text.lower()
        lemma = verb.lemma.lower()
        lemma = next((lemma.removesuffix(wrong) + right for wrong, right in self._respelt.items() if lemma.endswith(wrong)), lemma)
        guesses = (lemma, *(form.removesuffix(ending) + own for ending, own in self._present.items() if form.endswith(ending)))
        return next((guess for guess in guesses if form in conjugated(guess, self._pack)), None)

    def _is_ahead(self, verb: Token) -> bool:
        """Whether it has yet to be done: a future, or an infinitive that is no perfect's ("après avoir", "pour avoir")."""
        if tense(verb) == "future":
            return verb.child("aux") is None
        infinitive = verb.morph.get("VerbForm") == "Inf" and verb.child("aux") is None
        going = verb.head if verb.dep == "xcomp" and verb.head.morph.get("VerbForm") == "Inf" else verb
        opening = (*verb.all("mark", "case"), *going.all("mark", "case"))  # "avant d'aller voir douze élus"
        at = self._nearby.at(verb.start)
        besides = self._nearby.words(max(0, at - 3), at).lower().endswith(self._besides)
        accused = verb.dep.startswith("acl") and verb.head.dep == "obj" and self._accusing.verb(verb.head.head) is not None
        first = verb.head if verb.dep == "conj" and verb.head.morph.get("VerbForm") == "Inf" else verb  # "continue d'amasser du sel et de |bloquer|"
        achieved = self._achieving.verb(first.head) is not None and not self._is_open(first.head)
        done = besides or accused or achieved or verb.head.text.lower() in self._ongoing
        done = done or (verb.dep == "xcomp" and verb.head.child("aux") is not None and self._had_to.verb(verb.head) is not None)
        return infinitive and not done and not any(token.text.lower() in self._done for token in opening)

    def _is_open(self, verb: Token) -> bool:
        """Whether it is not known that it is achieved: "pourrait permettre de", "sa promesse de commencer à"."""
        able = verb.dep == "xcomp" and self._can.verb(verb.head) is not None and verb.head.child("aux") is None
        promised = verb.dep.startswith("acl") and verb.morph.get("VerbForm") == "Inf" and verb.child("aux") is None
        return tense(verb) in ("future", "conditional") or able or promised


def _is_partitive(noun: Token) -> bool:
    """Whether "de" or "des" before a noun is an article: "des tirs"."""
    return all(case.lemma.split(" ")[0].lower() in ("de", "d'", "des", "du") for case in noun.all("case"))
