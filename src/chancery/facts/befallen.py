"""What is said of those counted, where their noun says little: "deux personnes ont été tuées", "tuant deux personnes", "la mort de dix personnes"."""

from collections.abc import Iterable
from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import conjuncts, is_passive, own_subject, predicate, tense
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.asides import Asides
from chancery.facts.clause_ends import QUOTES
from chancery.facts.collectively import Collectively
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.measured import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.polled import CHANGED
from chancery.facts.restricting import Restricting
from chancery.facts.wished import Wished
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle
from chancery.span import Span

VERBAL = ("AUX", "VERB", "ADV", "PRON", "PART")
"""What may stand between those counted and what is said of them."""
APART = ("VERB", "PUNCT", "SCONJ", "CCONJ")
"""What does not stand between a subject and its verb but in an aside or another clause."""
ELSE = 3
"""Words of "d'entre eux"."""
FARTHEST = 40
"""Words before "d'entre eux" among which those are named."""
CLITICS = 3
"""Words among which a verb stands behind its pronouns."""
REACH = 8
"""Words from those counted to the verb that tells of them."""


class Befallen:
    """What the clauses of one document say of those that its figures count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._pack = nearby, restricting, pack
        lists = pack.words("numbers")["predicated"]
        self._generic, self._only = frozenset(lists["generic"]), frozenset(pack.words("numbers")["shares"]["only"])
        self._relative, self._be, self._ne = lists["relative"], lists["be"], frozenset(lists["ne"])
        self._ranging = frozenset(lists["ranging"])
        self._of_them = frozenset(lists["of_them"])
        self._done = Listed(lists["done"], pack)
        self._passed = Listed(lists["passed"], pack)
        self._to, self._between = frozenset(lists["to"]), frozenset((*lists["between"], *lists["inside"]))
        self._of: list[str] = lists["of"]
        self._of_all = frozenset(pack.words("numbers")["restricting"]["of"])
        self._aside = frozenset(pack.words("numbers")["restricting"]["aside"])
        self._of_the = frozenset(pack.words("numbers")["bare"]["of_the"])
        self._through = frozenset(pack.words("numbers")["told"]["through"])
        self._states, self._joining = frozenset(lists["states"]), frozenset(pack.words("numbers")["restricting"]["joining"])
        self._peoples, self._counts_people, self._lasting = units(pack).peoples, units(pack).counts_people, units(pack).not_things
        self._fearing, self._feared_of = Listed(lists["fearing"]["verbs"], pack), dict[str, str](lists["fearing"]["of"])
        lives = lists["lives"]
        self._costing, self._life, self._lives_to, self._killed = Listed(lives["verbs"], pack), lives["object"], frozenset(lives["to"]), lives["done"]
        whose = pack.words("numbers")["whose"]
        self._counting = Listed(pack.words("numbers")["restricting"]["counting"], pack)
        self._asides, self._near = Asides(nearby, pack), Onward(nearby, pack)
        self._handled = handled(nearby, restricting, pack)
        self._wished = Wished(self._handled, pack)
        self._collectively = Collectively(nearby, restricting, self._handled, pack)
        self._neutral = Listed((*whose["verbs"], *pack.words("numbers")["restricting"]["counting"]), pack)

    def is_generic(self, noun: Token) -> bool:
        """Whether a noun says nothing but that people, or people of some place, are counted."""
        return noun.text.lower() in self._generic or (noun.text[:1].isupper() and bool(self._peoples.search(noun.text)))

    def behind(
        self, quantity: Quantity, noun: Token, end: int, *, share: bool = False, short: bool = False, one: bool = False, bare: bool = False
    ) -> str:
        """What is said of those counted, behind the end of their noun: "tuées", "qui ont protesté contre la taxe"; empty if nothing is.

        Of a noun that says more than that people are counted, or with `short`, only what was done to them is told; of a `share` or a `bare`
        noun, all. With `one`, the noun is singular.
        """
        if self._costs_lives(quantity):
            return past_participle(self._killed, self._pack, feminine=self._handled.is_feminine(quantity, noun), plural=not one) or ""
        outer = outermost(quantity, noun)
        full = share or bare or (outer.dep.startswith("nsubj") and quantity.value != 1) or (self.is_generic(noun) and not short)
        if (verb := self._verb(quantity, outer, end)) is not None:
            opens = self._nearby.tokens[self._nearby.at(quantity.span.start)].index == 0
            full = full or (opens and own_subject(verb) is None)  # the parser hangs "plus de" on the verb
            if full and quantity.value != 1 and self._collectively.is_one(leading(outer), verb):
                return self._collectively.what(verb, end, feminine=noun.morph.get("Gender") == "Fem")
            return self._subject(verb, outer, end, full, many=quantity.value != 1 and not one)
        if bare and leading(outer).dep == "obj":
            outer = leading(outer)
        elif self._handled.is_grouped(outer) and outer.head.dep == "obj":
            outer = outer.head  # "arrêter un total de 300 personnes"
        if short or share or self._handled.is_heading(quantity):
            return ""
        if not self._is_object(outer, noun):
            verb = self._verb_before(quantity, noun) if bare else None
            return self._handled.what(verb, quantity, noun, end, many=quantity.value != 1) if verb is not None else ""
        if bare and (said := self._handled.what(outer.head, quantity, noun, end, many=quantity.value != 1)):
            return said
        told = full or not self._neutral.verb(outer.head)
        feminine = self._handled.is_feminine(quantity, noun)
        said = self._object(outer.head, noun, feminine=feminine, many=quantity.value != 1) if told else ""
        more = self._to_do(end) if said else ""
        return f"{said}{more}" if more or not said else f"{said} {self._handled.by(outer.head)}".rstrip()

    def suffices(self, participle: str) -> bool:
        """Whether a participle says enough alone: "tuées"."""
        return self._done.form(participle, participle) is not None or participle in self._states

    def _costs_lives(self, quantity: Quantity) -> bool:
        """Whether words before say that they are dead: "a coûté la vie à 157 personnes"."""
        at = self._nearby.at(quantity.span.start)
        places = (place for place in range(at - 1, max(2, at - FARTHEST), -1) if self._nearby.tokens[place].text.lower() in self._lives_to)
        first = next(places, 0)
        last = first
        while last and self._nearby.words(last - 2, last).lower() != self._life:
            last = next(places, 0)  # "a coûté la vie |à| six Belges et |à| deux Danois"
        if first != at - 1 or not last or self._costing.verb(self._nearby.tokens[last - 3]) is None:
            return False
        between = self._nearby.tokens[last + 1 : first]
        joined = not between or (between[-1].text.lower() in self._joining or between[-1].text == ",")
        return joined and not any(word.index == 0 or word.pos in ("VERB", "AUX", "SCONJ") for word in between)

    def _is_object(self, outer: Token, noun: Token) -> bool:
        """Whether they are the object of the verb right before them; "plus de" and the like make it hang on other ways."""
        if outer.dep == "obj":
            return True
        if outer is noun or outer.pos not in ("ADV", "ADP") or outer.dep not in ("advmod", "obl:arg") or outer.start < outer.head.end:
            return False
        if any(case.text.lower() in self._to for case in outer.all("case")):
            return False  # "se réunir à plus de dix personnes"
        between = self._nearby.inside(Span(outer.head.end, outer.start))  # "a sauvé à ce jour plus de 300 élèves"
        return all(word.pos in ("ADV", "ADP", "DET") or word.text.lower() in self._lasting or self._restricting.is_timed(word) for word in between)

    def _verb_before(self, quantity: Quantity, noun: Token) -> Token | None:
        """The verb right before a number, whatever the parser hangs it on: "transporte jusqu'à 300 personnes"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - 3) : at][::-1]
        verb = next((token for token in before if token.pos != "ADV" and token.text.lower() not in self._ranging), None)
        if verb is None or verb.pos != "VERB" or verb.child("obj") is not None or any(part.start > verb.start for part in verb.all("nsubj")):
            return None
        return verb if verb in noun.ancestors() else None

    def _to_do(self, end: int) -> str:
        """What they are made to do: " à fuir", behind "a poussé 300 personnes"; empty if nothing is."""
        at = self._nearby.at(end)
        pair = self._nearby.tokens[at : at + 2]
        made = len(pair) > 1 and pair[0].text.lower() in self._to and pair[1].morph.get("VerbForm") == "Inf"
        return f" {self._nearby.words(at, self._restricting.clause(at + 1))}" if made else ""

    def tells(self, quantity: Quantity, head: Token) -> bool:
        """Whether a number alone has a clause of its own."""
        return self._verb(quantity, outermost(quantity, head), quantity.span.end) is not None

    def _verb(self, quantity: Quantity, outer: Token, end: int) -> Token | None:
        """The verb that they are the subject of: by the parser, or the finite one right behind them that has no other."""
        before = self._nearby.tokens[self._nearby.at(quantity.span.start) - 1]
        if before.pos == "ADP" and before.text.lower() in (*self._of_all, *self._to) and before.end <= quantity.span.start:
            return None  # "10 % des 400 cas sont graves", "les prix remis à 300 élèves sont modestes"
        first = leading(outer)
        joined = before.text.lower() in self._joining and before.end <= quantity.span.start
        if not joined and any(case.text.lower() in self._through for case in first.all("case")):
            return None  # "parmi les 43 victimes se trouvent trois enfants"
        if first.dep.startswith("nsubj") and self._near.reports(predicate(first.head)):
            return None
        if first.dep.startswith("nsubj") and (first is outer or quantity.unit == SHARE or "," not in self._nearby.text[first.end : outer.start]):
            return predicate(first.head)
        at = self._asides.past_source(self._nearby.at(end))
        group = takewhile(self._may_stand, self._nearby.tokens[at : at + REACH])
        finite = next((token for token in group if token.morph.get("VerbForm") == "Fin" and token.pos in ("AUX", "VERB")), None)
        if finite is None or (outer.dep.startswith("obj") and outer.head.pos == "VERB"):
            return None
        verb = predicate(finite)
        own = own_subject(verb)
        if (
            verb.morph.get("Gender") == "Masc"
            and not verb.text.lower().endswith(("e", "es"))
            and verb.morph.get("VerbForm") == "Part"
            and outer.morph.get("Gender") == "Fem"
            and verb.child("aux")
        ):
            return None  # "deux vols avec 300 personnes sont arrivés"
        if own is not None and own.end <= before.start and joined and finite.morph.get("Number") == "Plur":
            return verb  # "34 personnes de la ville et |six employés d'une ferme| ont été testés"
        free = own is None or quantity.span.contains(own.span) or own.child("case") is not None
        return verb if free else None

    def _may_stand(self, token: Token) -> bool:
        """Whether a word may stand between those counted and what is said of them."""
        return (token.pos in VERBAL and token.text.lower() != "que") or token.text.lower() in self._between

    def of_share(self, quantity: Quantity, head: Token) -> str:
        """What is said of a share of nobody named: "60 % souhaitent qu'il parte", "ils sont 60 % à souhaiter qu'il parte"."""
        changed = CHANGED.match(self._nearby.text, quantity.span.end)
        outer, at = outermost(quantity, head), self._nearby.at(changed.end() if changed else quantity.span.end)
        at += self._nearby.tokens[at : at + 1] != [] and self._nearby.tokens[at].text in QUOTES
        them = self._is_of_them(at)
        people = self._people_before(quantity.span.start) if them else None
        if them and people is None:
            return ""
        at += ELSE if them else 0
        end = self._nearby.tokens[at].start if at < len(self._nearby.tokens) else quantity.span.end
        behind = self._nearby.tokens[at : at + 2]
        if (
            len(behind) > 1
            and behind[0].text.lower() in self._to
            and behind[1].morph.get("VerbForm") == "Inf"
            and (head.child("cop") or outer.child("cop"))
        ):
            return self._nearby.words(at + 1, self._restricting.clause(at + 1))
        verb = self._verb(quantity, outer, end)
        whole = self._whole(at, verb) if verb is not None and people is None else at
        said = self._subject(verb, outer, self._nearby.tokens[whole].start if whole > at else end, full=True, many=False) if verb is not None else ""
        if said and whole > at:
            return f"{self._nearby.words(at + 1, whole)} {said}"
        return f"{people.text} {said}" if people is not None and said else said

    def _whole(self, at: int, verb: Token) -> int:
        """The index behind the words before the verb that say what a share is one of: "des moins de 5 ans"; the index itself for none."""
        begin = self._nearby.tokens[at].start if at < len(self._nearby.tokens) else verb.start
        group = (part.start for part in verb.children if part.pos in ("AUX", "PRON", "ADV", "PART") and part.start > begin)
        last = self._nearby.at(min([verb.start, *group]))
        words = self._nearby.tokens[at:last]
        opens = 1 < len(words) <= REACH and words[0].text.lower() in (*self._of, *self._of_the)
        plain = not any(word.pos in ("PUNCT", "SCONJ") or word.index == 0 or word.morph.get("VerbForm") == "Fin" for word in words)
        return last if opens and plain else at

    def past_them(self, end: int) -> int:
        """Where "d'entre eux" ends that begins behind a place; else the place."""
        at = self._nearby.at(end)
        return self._nearby.tokens[at + ELSE - 1].end if self._is_of_them(at) else end

    def _is_of_them(self, at: int) -> bool:
        """Whether "d'entre eux" stands there."""
        return " ".join(token.text.lower() for token in self._nearby.tokens[at : at + ELSE]) in self._of_them

    def _people_before(self, place: int) -> Token | None:
        """The last people in the plural before a place, in its paragraph."""
        at = self._nearby.at(place)
        start = self._nearby.text.rfind("\n", 0, place)
        before = (token for token in reversed(self._nearby.tokens[max(0, at - FARTHEST) : at]) if token.start > start)
        plural: Iterable[Token] = (token for token in before if token.pos in ("NOUN", "PROPN") and token.morph.get("Number") == "Plur")
        plural = list(plural)
        people = next((token for token in plural if self._counts_people(token.text)), None)
        return people or next((token for token in plural if token.dep.startswith("nsubj")), None)  # "les hulottes": a subject is whom "eux" means

    def telling(self, at: int) -> str:
        """The words of the clause whose finite verb stands at an index, as they say which ones are meant."""
        token = next((token for token in self._nearby.tokens[at : at + CLITICS] if token.pos not in ("PRON", "PART")), None)
        if token is None or token.morph.get("VerbForm") != "Fin":
            return ""
        said = self._nearby.words(at, self._restricting.clause(at, finite=True, places=True))
        return f"{self._relative} {said}" if said else ""

    def _begins(self, verb: Token, outer: Token, end: int, full: bool) -> int | None:
        """Where the predicate begins behind its subject, what is joined or inserted left out; None where an aside ends there."""
        first, last = self._nearby.at(end), self._nearby.at(verb.start)
        group = self._nearby.tokens[first:last]
        counts = [part for part in conjuncts(leading(outer))[1:] if end <= part.start and _is_counted(part)]
        joined = [word for part in counts for word in part.subtree() if word.start < verb.start]
        if any(part.pos == "NUM" and part.start < verb.start for part in counts):
            return None  # "21 blessées, et six sont soignées"
        if joined and not any(word.morph.get("VerbForm") == "Fin" for word in joined):  # "trois hommes et deux femmes sont partis"
            first = self._nearby.at(max(word.end for word in joined))
            group = self._nearby.tokens[first:last]
        elif group and group[0].text.lower() in self._joining and (behind := self._past_joined(group, verb)):
            first += behind
            group = group[behind:]
        if group and self._asides.ends(first):
            return None
        if group and group[0].text in QUOTES:  # '300 "gilets jaunes" bloquaient'
            first += 1
            group = group[1:]
        if (full or self._done.verb(verb)) and not all(self._may_stand(token) for token in group):
            first = self._asides.past(verb, first, last)
        return self._past_places(verb, first, last) if full and outer.dep.startswith("nsubj") and predicate(outer.head) is verb else first

    def _subject(self, verb: Token, outer: Token, end: int, full: bool, *, many: bool) -> str:
        """The predicate behind its subject, as words that say which ones are meant."""
        first, last = self._begins(verb, outer, end, full), self._nearby.at(verb.start)
        if first is None:
            return ""
        if verb.pos in ("NOUN", "PROPN") and (cop := verb.child("cop")) is not None and cop.start >= self._nearby.tokens[first].start:
            return "" if many and cop.morph.get("Number") == "Sing" else self._being(cop, first)
        while first < last and self._nearby.tokens[first].pos == "VERB" and self._nearby.tokens[first].morph.get("VerbForm") == "Part":
            if self._nearby.tokens[first].child("xcomp") is not None:
                return ""  # "les marins souhaitant rentrer sont logés"
            first += 1  # "les maires élus doivent voter"
        while first < last and self._nearby.tokens[first].text.lower() in self._only:
            first += 1  # "mille seulement viendront"
        group = self._nearby.tokens[first:last]
        if not 0 <= last - first < REACH or not all(self._may_stand(token) for token in group):
            return ""
        if fears := self._feared(verb, outer, first, last):
            return fears
        being = [place for place, token in enumerate(group) if token.pos == "AUX" and token.lemma.lower() == self._be]
        plain = bool(being) and not any(self._must_stay(token) for token in group) and verb.pos != "NOUN" and tense(verb) != "conditional"
        if plain and self._passed.verb(verb):
            return ""
        befallen = verb.text.lower() in self._states or (is_passive(verb) and not self._neutral.verb(verb))
        if not full and not (plain and befallen):
            return ""
        one = any(token.morph.get("Number") == "Sing" and token.morph.get("VerbForm") == "Fin" for token in (*group, verb))
        if many and one:
            return ""
        if plain and full and verb.pos == "VERB" and not is_passive(verb) and verb.text.lower() not in self._states:
            plain = False  # "qui sont entrés dimanche dans la gare"
        done = verb.pos == "VERB" and verb.morph.get("VerbForm") == "Part" and verb.child("aux", "cop") is None  # "les 30 cas vus hier inquiètent"
        plain = plain or done
        behind = self._plain(last + 1) if plain else self._restricting.clause(first, finite=True, places=True)
        bare = behind == last + 1 or (behind == last + 3 and self._nearby.tokens[last + 2].text.lower() in self._aside)  # "en moyenne"
        to_do = verb.morph.get("VerbForm") == "Inf" and verb.child("cop", "aux") is not None and bool(group) and group[-1].text.lower() in self._to
        if to_do and (self._counting.verb(verb) or plain):  # "19 décès sont à déplorer", "12 maisons sont à vendre"
            return "" if self._counting.verb(verb) else self._nearby.words(last - 1, behind)
        if behind <= last or self._is_cut(verb, behind) or (bare and is_passive(verb) and self._counting.verb(verb)):
            return ""  # "300 cas ont été recensés" says no more than that they are
        return self._wished.told(verb, self._nearby.words(last, behind)) if plain else f"{self._relative} {self._nearby.words(first, behind)}"

    def _past_joined(self, group: list[Token], verb: Token) -> int:
        """How many words of others that are counted too stand before a verb: "hommes |et six employés d'une ferme| ont été testés"; 0 for none."""
        own = [place for place, word in enumerate(group) if word.pos == "AUX" or (word.head is verb and word.pos == "PRON")]
        last = own[0] if own else len(group)
        others = group[1:last]
        plain = not any(word.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON") or word.index == 0 for word in others)
        return last if len(others) > 1 and plain and others[0].pos == "NUM" else 0

    def _feared(self, verb: Token, outer: Token, first: int, last: int) -> str:
        """ "On craint que 300 emplois ne disparaissent": "dont on craint qu'ils ne disparaissent"; empty for what nobody fears."""
        finite = next((token for token in self._nearby.tokens[first : last + 1] if token.morph.get("VerbForm") == "Fin"), None)
        if finite is None or verb.dep != "ccomp" or self._fearing.verb(verb.head) is None:
            return ""
        them = self._feared_of[outer.morph.get("Gender", "Masc")]
        return f"{them} {self._nearby.words(first, self._restricting.clause(first, finite=True, places=True))}"

    def _plain(self, at: int) -> int:
        """The index behind the words of a participle; a day may open them: "confinés depuis mars dans une tour"."""
        found = self._restricting.clause(at)
        return found if found > at else self._restricting.clause(at, timed=True)

    def _past_places(self, verb: Token, first: int, last: int) -> int:
        """The index of the first word of the verb group behind what else stands with its subject: "300 fidèles du monde entier se sont rendus"."""
        words = self._nearby.tokens[first:last]
        apart = any(word.pos in APART or word.index == 0 or word.child("nummod") or (word.pos == "PRON" and word.head is not verb) for word in words)
        if not words or self._may_stand(words[0]) or apart:
            return first
        own = [word.start for word in words if word.head is verb and word.pos in VERBAL and not word.dep.startswith("nsubj")]
        return self._nearby.at(min(own)) if own else last

    def _being(self, cop: Token, first: int) -> str:
        """What so many are or where: "qui sont dans la course"."""
        at = self._nearby.at(cop.start)
        group = self._nearby.tokens[first:at]
        behind = self._restricting.clause(first, finite=True) if all(self._may_stand(token) for token in group) else first
        return f"{self._relative} {self._nearby.words(first, behind)}" if behind > at + 1 else ""

    def _is_cut(self, verb: Token, behind: int) -> bool:
        """Whether the words up to an index leave out what a verb needs."""
        last = self._nearby.tokens[behind - 1]
        if self._restricting.begins_anew(behind):
            return False
        governs = last is verb or last.morph.get("VerbForm") == "Inf"
        needed = (token for token in last.all("obj", "xcomp", "ccomp") if token.subtree()[0].text != ",")  # "sont détenus|, où ils ont été battus|"
        return governs and any(token.start >= last.end for token in needed)

    def _must_stay(self, token: Token) -> bool:
        """Whether a word of the verb says more than that it is so: not, will, would, themselves."""
        morph = token.morph
        more = morph.get("Tense") == "Fut" or morph.get("Mood") == "Cnd" or morph.get("Reflex") == "Yes"
        return more or token.pos == "VERB" or token.text.lower() in self._ne

    def _object(self, verb: Token, noun: Token, *, feminine: bool, many: bool) -> str:
        """The participle of the verb that they are the object of."""
        acts = verb.pos == "VERB" and verb.start < noun.start and not is_passive(verb) and not self._handled.is_denied(verb)
        done = self._done.verb(verb) if acts else None
        return (past_participle(done, self._pack, feminine=feminine, plural=many) or "") if done else ""


def _is_counted(part: Token) -> bool:
    """Whether one goes on with those counted: "et deux femmes", "et un sénateur"."""
    return part.child("nummod") is not None or any(det.morph.get("Definite") == "Ind" for det in part.all("det"))
