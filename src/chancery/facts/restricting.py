"""Which of its kind a noun means, by the words right behind it: "demandeurs d'asile", "cas dus au virus", "clients par jour"."""

from itertools import takewhile

from chancery.analysis import Analysis, Token
from chancery.analysis.units import units
from chancery.facts.clause_ends import LONGEST, QUOTES, Clauses
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby, meant
from chancery.facts.rows import Rows
from chancery.languages import Pack
from chancery.span import Span

NOUNS = ("NOUN", "PROPN")
BEFORE_NOUN = ("DET", "ADJ", "ADV")
FEMININE = ("e", "es", "ant")
"""How the participles of a feminine noun end, and those that have no gender."""
MOST = 10
"""Words from the noun to the end of what restricts it."""
NAME = 7
"""Words of a name in quotes, with its marks."""
ADVERBS = 2
"""Adverbs before an adjective."""
SUPERLATIVE = 3
"""Words of a superlative behind its noun."""


class Restricting(Clauses):
    """What restricts the nouns of one document. Days, places and those whose it is are no part of it: they have fields of their own."""

    def __init__(self, nearby: Nearby, analysis: Analysis, pack: Pack) -> None:
        super().__init__(nearby, analysis, pack)
        lists = pack.words("numbers")["restricting"]
        self._rows = Rows(nearby, pack)
        self._joining, self._of = frozenset(lists["joining"]), frozenset(lists["of"])
        self._between: str = pack.words("numbers")["ranges"]["between"]
        self._counts_people = units(pack).counts_people
        self._relative = pack.words("numbers")["predicated"]["relative"]
        told = pack.words("numbers")["told"]
        self._plain = frozenset(told["lesquels"].values())
        self._lesquels = self._plain | {*told["auxquels"].values(), *told["desquels"].values()}
        self._relatives, self._places = frozenset(lists["relatives"]), frozenset(lists["where"])
        predicated = pack.words("numbers")["predicated"]
        self._deeds = frozenset((*predicated["actions"], *predicated["happenings"]))
        self._participles = tuple(lists["participles"])
        self._to, self._opposed = frozenset(lists["to"]), frozenset(lists["opposed"])
        self._giving = Listed(pack.words("numbers")["whose"]["to_whom"], pack)
        self._plural: str = lists["plural"]
        self._rates, self._taking_of = frozenset(lists["rates"]), Listed(pack.words("numbers")["told"]["taking_of"], pack)
        finished = pack.words("numbers")["finished"]
        self._needing, self._amounts = frozenset(finished["needing"]), frozenset(finished["amounts"])
        self._going, self._held_to_be = frozenset(lists["going"]), frozenset(lists["held_to_be"])
        self._loose, self._others = frozenset(lists["loose"]), frozenset(lists["others"])
        giving = set(pack.words("numbers")["whose"]["verbs"]) - set(lists["telling"])
        self._neutral, self._counting = Listed((*lists["counting"], *sorted(giving)), pack), Listed(lists["counting"], pack)
        self._aside = frozenset(lists["aside"])
        self._not_things = units(pack).not_things | frozenset(lists["world"]) | self._aside

    def counts(self, at: int) -> bool:
        """Whether a participle there says that somebody counts: "recensés", "officiellement déclarés"."""
        at += at + 1 < len(self._nearby.tokens) and self._nearby.tokens[at].pos == "ADV"
        token = self._nearby.tokens[at] if at < len(self._nearby.tokens) else None
        return token is not None and token.morph.get("VerbForm") == "Part" and self._counting.verb(token) is not None

    def end(
        self,
        noun: Token,
        end: int,
        apart: Span,
        who: tuple[str, ...] = (),
        *,
        within: Span | None = None,
        clauses: bool = False,
        places: bool = False,
    ) -> int:
        """Where the words end that say which ones are meant; `end` where there are none.

        `end` is where the noun and its adjectives end; what hangs on a word of `within` belongs to it, too. No word of `apart` is taken,
        nor a name of `who`; a relative clause with `clauses`, a place that it is of with `places`.
        """
        first, at = self._nearby.at(noun.start), self._nearby.at(end)
        held = {*self._nearby.tokens[first:at], *(self._nearby.inside(within) if within is not None else ())}
        while at - first < MOST:
            after = self._part(at, noun, held, who, clauses, places)
            part = self._nearby.tokens[at:after] if after else []
            if after is None or after - first > (MOST + LONGEST if clauses else MOST) or any(apart.overlaps(token.span) for token in part):
                break
            held.update(part)
            at, end = after, self._nearby.tokens[after - 1].end
        return end

    def _part(self, at: int, noun: Token, held: set[Token], who: tuple[str, ...], clauses: bool, places: bool) -> int | None:
        """The index behind the next part that belongs to the words held; None if the next word belongs to none."""
        rated = self._rated(at)
        if rated or not self._goes_on(at):
            return rated or self._row_behind(at, noun)
        token, before = self._nearby.tokens[at], self._nearby.tokens[at - 1]
        if token.text.lower() in self._joining and (joined := self._joined(at, noun, held)):
            return joined
        if (row := self.row_end(noun, at)) > at or token.text.lower() in self._joining:
            return row if row > at else None
        if clauses and (pronoun := self._held_pronoun(at, held)):
            last = self.clause(pronoun + 1, finite=True, places=True)
            cut = any(part.start >= self._nearby.tokens[last].start for part in self._nearby.tokens[last - 1].all("obj", "xcomp", "ccomp"))
            return last if last > pronoun + 2 and not cut else None
        if before in held and before.text.lower() in self._going and token.morph.get("VerbForm") == "Inf":
            return self.clause(at + 1, places=True)  # "marins partis |rejoindre la flotte|"
        if before in held and before.text.lower() in self._held_to_be and token.pos in ("ADJ", "NOUN", "VERB") and token.child("det") is None:
            return at + 1  # "portés |disparus|"
        if token.pos == "ADP":
            if before in held and before.text.lower() in self._needing and (last := self.clause(at, places=True)) > at + 1:
                return last  # "marins originaires de sept pays"
            following = self._nearby.tokens[at + 1 : at + 2]
            if following and following[0].morph.get("VerbForm") == "Inf" and self._counts_people(noun.text):
                return None  # "a permis à 300 habitants de rester"
            if following and following[0].morph.get("VerbForm") == "Inf" and token.text.lower() in self._of and following[0].head in held:
                return self.clause(at + 2)  # "interdictions de manifester"
            return self._complement(at, noun, held, who, places)
        if token.pos == "DET" and self._is_superlative(at):
            return at + SUPERLATIVE
        if token.pos == "ADJ" or self._is_compound(at, noun):
            agrees = self._agrees(token, before)
            whole = before is noun and token.dep == "amod" and agrees and not self._counts_people(noun.text)  # "le coût total de la tour"
            return at + 1 if token.head in held and agrees and (whole or token.text.lower() not in self._not_things) else None
        if token.pos == "PROPN":
            name = self._name(token)
            called = name is not None and name.span.start == token.start and before is not noun and before.pos == "NOUN"
            if name is None and before in held and (called_by := self.called(at)) > at:
                return called_by  # "membres de l'équipe |ZRK|"
            return self._nearby.at(name.span.end) if name is not None and called else None
        if places and noun.morph.get("Number") == "Sing" and token.pos == "VERB":
            return None  # "2 % du PIB fixé pour 2030": the aim is
        if token.pos == "ADV" and (qualified := self._qualified(at, held)):
            return qualified
        if self._describes(token, noun, before, held) and token.text.lower() not in self._not_things:
            present = token.morph.get("Tense") == "Pres"
            after = self.clause(at + 1, places=present)
            told = not self._neutral.verb(token) or (after > at + 1 and self._counting.verb(token) is not None and not present)
            return None if not told or (after == at + 1 and present) else after
        relative = (
            clauses
            and self._is_relative(token, noun)
            and any(other.dep == "acl:relcl" and other.head in held and self._fits(token, other) for other in token.ancestors())
        )
        last = self.clause(at + 1, finite=True, places=True) if relative else 0
        if last <= at + 1:
            return None
        name = self._name(self._nearby.tokens[last - 1])
        return self._row(last) if name is not None and name.type == "LOC" else last

    def _row_behind(self, at: int, noun: Token) -> int | None:
        """The index behind the row that a comma there goes on with, of complements like that before it: "cas de rougeole|, de grippe ou de toux|"."""
        comma = at < len(self._nearby.tokens) and self._nearby.tokens[at].text == ","
        last = self.row_end(noun, at) if comma and self._nearby.tokens[at - 1] is not noun else at
        return last if last > at else None

    def row_end(self, noun: Token, at: int) -> int:
        """The index behind the row that goes on at an index with others like the noun, or like what restricts it; the index itself for none."""
        return self._rows.end(self._nearby.at(noun.start), at)

    def _held_pronoun(self, at: int, held: set[Token]) -> int:
        """The index of a pronoun that a preposition holds, which opens a clause on a noun held: "villes dans |lesquelles| il vit"; 0 for none."""
        place = at + (self._nearby.tokens[at].pos == "ADP")
        pronoun = self._nearby.tokens[place] if place < len(self._nearby.tokens) else None
        if pronoun is None or pronoun.text.lower() not in self._lesquels or (place == at and pronoun.text.lower() in self._plain):
            return 0
        return place if any(other.dep == "acl:relcl" and other.head in held for other in pronoun.ancestors()) else 0

    def _is_compound(self, at: int, noun: Token) -> bool:
        """ "Produit intérieur brut": a noun between a noun and its adjective that says of what kind it is."""
        before, token, *behind = self._nearby.tokens[at - 1 : at + 2]
        kind = token.pos == "NOUN" and token.dep == "amod" and token.head is noun and before is noun
        return kind and bool(behind) and behind[0].index > 0 and behind[0].pos == "ADJ" and behind[0].head is noun

    def _agrees(self, adjective: Token, before: Token) -> bool:
        """Whether an adjective may go with its noun: behind one of many, one for a single thing is a verb in truth, before an article, or of
        another gender in a sentence that has no verb."""
        noun, behind = adjective.head, self._nearby.tokens[self._nearby.at(adjective.end) :][:1]
        one = noun is before and noun.morph.get("Number") == "Plur" and adjective.morph.get("Number") == "Sing"
        if not one:
            return True
        first = self._nearby.at(adjective.start) - adjective.index
        sentence = takewhile(lambda token: token.index or token.start == self._nearby.tokens[first].start, self._nearby.tokens[first:])
        told = any(token.morph.get("VerbForm") == "Fin" for token in sentence)
        other = noun.morph.get("Gender") != adjective.morph.get("Gender", noun.morph.get("Gender"))
        return not ((other and not told) or (behind and behind[0].pos == "DET"))

    def _is_relative(self, token: Token, noun: Token) -> bool:
        """Whether it is a pronoun of a clause that says which ones are meant; no people are a place."""
        where = token.text.lower() in self._places
        return token.text.lower() in self._relatives and token.pos != "SCONJ" and not (where and self._counts_people(noun.text))

    def _qualified(self, at: int, held: set[Token]) -> int:
        """The index behind the adjective or participle that adverbs go with: "peu qualifiés", "très probablement piqués"; 0 for none."""
        tokens, place = self._nearby.tokens, at
        while place < min(at + ADVERBS, len(tokens)) and tokens[place].pos == "ADV" and self._goes_on(place):
            place += 1
        token = tokens[place] if place < len(tokens) and self._goes_on(place) else None
        if token is None or not (token.pos == "ADJ" or (token.pos == "VERB" and token.morph.get("VerbForm") == "Part")):
            return 0
        tied = tokens[place - 1].head is token or tokens[place - 1].head is token.head  # "accusés du tribunal |mal| soignés"
        return place + 1 if tied and token.head in held and token.dep != "acl:relcl" else 0

    def _describes(self, token: Token, noun: Token, before: Token, held: set[Token]) -> bool:
        """Whether a word is a participle that says which ones a noun means, or its complement right before: "cas de personnes infectées"."""
        misheld = before in held and before.pos == "NOUN" and self._is_misheld(token, noun, before)
        participle = token.morph.get("VerbForm") == "Part" and (misheld or token.dep.partition(":")[0] in ("acl", "amod"))
        scaled = noun.head is token.head and token.head in held and token.head.dep != "obj"  # "aux milliers de marins |tués|"
        scaled = scaled and self._counts_people(noun.text)
        complement = misheld or (token.head is before and before in held and before.pos == "NOUN")
        agrees = noun.morph.get("Number") != "Plur" or token.morph.get("Number") != "Sing" or complement
        if noun.morph.get("Gender") == "Fem" and not complement and not token.text.lower().endswith(FEMININE):
            return False  # "un texte de huit pages remis hier"
        return participle and agrees and token.dep != "acl:relcl" and (token.head is noun or complement or scaled)

    def _is_misheld(self, token: Token, noun: Token, before: Token) -> bool:
        """Whether a participle of many right behind a row hangs on what stands before it: "blessés en |mai| et 12 femmes et enfants |enlevés|"."""
        row = before.dep == "conj" and before.head in (noun, noun.head) and token.head.start < noun.start
        many = token.morph.get("Number") == before.morph.get("Number") == "Plur"
        other = token.head.pos == "VERB" or token.head.morph.get("Number") == "Sing"
        return row and many and other and before.morph.get("Gender") in (token.morph.get("Gender"), None)

    def _is_superlative(self, at: int) -> bool:
        """ "le plus élevé"."""
        words = self._nearby.tokens[at : at + SUPERLATIVE]
        return len(words) == SUPERLATIVE and words[1].text.lower() in self._most and _describes(words[2])

    def _fits(self, token: Token, verb: Token) -> bool:
        """Whether a clause may have that pronoun: "qu'elle est prête" is what somebody says."""
        return token.text.lower() in (*self._places, self._relative) or verb.child("cop") is None

    def _rated(self, at: int) -> int | None:
        """ "par jour", "par table": a rate, with its bare noun."""
        pair = self._nearby.tokens[at : at + 2]
        found = len(pair) > 1 and pair[0].text.lower() in self._rates and pair[1].pos == "NOUN" and pair[1].index > 0
        found = found and pair[1].text.lower() not in self._aside  # "par rapport à"
        found = found and pair[1].morph.get("Number") != "Plur"  # "rapatriés de 12 pays par avions"
        return at + 2 if found else None

    def _joined(self, at: int, noun: Token, held: set[Token]) -> int | None:
        """ "écoles et jardins": a bare noun that is counted with the first; "soldats chinois et indiens": what is of the same as the word before."""
        tokens = self._nearby.tokens
        if at + 1 < len(tokens) and self._is_also(tokens[at - 1], tokens[at + 1], held):
            return at + 2
        second = next((token for token in tokens[at + 1 : at + 3] if token.pos == "NOUN"), None)
        if (
            second is not None
            and second.dep == "conj"
            and second.head in held
            and any(case.text.lower() == self._between for case in second.head.all("case"))
        ):
            return self._nearby.at(second.start) + 1  # "collisions entre des cars et des trains"
        before = tokens[at - 1].head if tokens[at - 1].pos == "ADJ" and tokens[at - 1].head is tokens[at - 2] else tokens[at - 1]
        at += at + 1 < len(tokens) and tokens[at + 1].text.lower() in self._others  # "médecins et |autres| soignants"
        if at + 1 >= len(tokens) or before is not noun or tokens[at + 1].pos != "NOUN" or tokens[at + 1].index == 0:
            return None
        determines = tokens[at + 1].text.lower() in self._not_things or (at + 2 < len(tokens) and tokens[at + 2].pos == "NOUN")
        beside = tokens[at + 1].dep == "conj" and (tokens[at + 1].head in held or (noun.dep == "conj" and tokens[at + 1].head is noun.head))
        return at + 2 if beside and not determines else None

    def _is_also(self, adjective: Token, other: Token, held: set[Token]) -> bool:
        """Whether a word goes on with the adjective before "et": "belges et danois", and all the more behind "entre"."""
        if (
            adjective.pos != "ADJ"
            or adjective not in held
            or other.dep != "conj"
            or other.pos not in ("ADJ", "NOUN")
            or other.child("det", "case", "nummod")
        ):
            return False
        single = other.pos == "ADJ" and other.morph.get("Number") == "Sing" and not other.text.endswith(self._plural)
        if single and adjective.morph.get("Number") == "Plur":
            return False  # "vit dans douze villes bordures et |fréquente|"
        both = any(part.text.lower() == self._between for word in held for part in word.all("case"))
        return other.head is adjective or (both and other.head is adjective.head)

    def _complement(self, at: int, noun: Token, held: set[Token], who: tuple[str, ...], places: bool) -> int | None:
        """A preposition with its noun, or with the whole of its name; a place only where it says of what place another noun is."""
        case, tokens = self._nearby.tokens[at], self._nearby.tokens
        place = at + 1
        while place < len(tokens) and tokens[place].pos in BEFORE_NOUN and tokens[place].index:
            place += 1
        if place < len(tokens) and tokens[place].text in QUOTES and (closed := self._quoted(at, place, noun, held)):
            return closed
        if place >= len(tokens) or tokens[place].pos not in NOUNS or not self._goes_on(place):
            return None
        nominal, case_word = tokens[place], case.text.lower()
        if case_word in self._loose and not self._is_aim(at, noun, nominal, held):
            return None
        if case_word in self._rates and not self._is_done(noun, tokens[at - 1]):
            return None
        if case_word in self._of and any(token.dep == "obj" and self._taking_of.verb(token.head) for token in (noun, noun.head)):
            return None  # "a privé 300 foyers d'électricité"
        to = case_word in self._to
        if to and noun.dep == "obj" and noun.head.pos == "VERB" and self._giving.verb(noun.head) is not None:
            return None  # "a prêté deux agents à une association"
        if self._nearby.words(at, place + 1).lower() in self._amounts and tokens[place + 1 : place + 2] and tokens[place + 1].pos == "ADP":
            return None  # "marchandises d'une valeur de 3 millions"
        bare = case_word in self._bare and place == at + 1 and nominal.pos == "NOUN"
        of_kind = to and "Definite" not in case.morph and place == at + 2 and tokens[at + 1].pos == "ADJ"  # "ouvriers à faible revenu"
        bare = bare or (of_kind and nominal.pos == "NOUN")
        opposed = to and tokens[at - 1].text.lower() in self._opposed  # "opposants aux restrictions"
        hangs = bare or opposed or nominal.head in held or (case_word in self._of and nominal.head.pos != "VERB")
        if not hangs or nominal.text.lower() in self._not_things or any(word.start in self._timed for word in tokens[at:place]):
            return None
        name = self._name(nominal)
        if name is None:
            return None if nominal.pos == "PROPN" and case_word in self._locative else self.called(self._compound(place + 1))
        before = tokens[at - 1]
        own = before is noun or (before.pos in ("ADJ", "VERB") and before.head is noun)
        whose = before.pos != "ADJ" and bool(set(meant(name)) & set(who))
        if (name.type == "LOC" and own and not places) or whose:
            return None
        last = self._nearby.at(name.span.end)
        if name.type != "LOC" and case_word in self._of:
            return last  # "deux filiales de Bork, Zork et Mork": those may be the two
        return self._row(last, name.type)

    def _is_aim(self, at: int, noun: Token, nominal: Token, held: set[Token]) -> bool:
        """Whether the complement of those counted is for something: "militants du mouvement |pour la paix|"."""
        before, case = self._nearby.tokens[at - 1], self._nearby.tokens[at]
        whole = before is not noun and before in held and before.pos == "NOUN" and before.dep.startswith("nmod")
        return whole and case.text.lower() in self._stances and nominal.head in held and nominal.dep.startswith("nmod")

    def _quoted(self, at: int, mark: int, noun: Token, held: set[Token]) -> int:
        """The index behind a short name in quotes behind "de": 'deux figures du "Renouveau"'; 0 for none."""
        tokens = self._nearby.tokens
        last = next((place for place in range(mark + 2, min(mark + NAME, len(tokens))) if tokens[place].text in QUOTES), 0)
        tied = tokens[at].text.lower() in self._of and tokens[at - 1] in (noun, *held) and tokens[mark].text != tokens[mark + 1].text
        return last + 1 if last and tied and not any(token.index == 0 or token.pos == "VERB" for token in tokens[at : last + 1]) else 0

    def _is_done(self, noun: Token, before: Token) -> bool:
        """Whether somebody may do it, who stands behind "par": "enlèvements par", "tirées par"; no balls are done."""
        done = noun.lemma.lower() in self._deeds or noun.text.lower().endswith(self._participles)
        return before.morph.get("VerbForm") == "Part" or before is not noun or done

    def _row(self, at: int, kind: str = "LOC") -> int:
        """The index behind the names that go on with one of their kind that ends before an index: "en Elbonie, à Zork et au Bork"."""
        tokens, last, joined = self._nearby.tokens, at, False
        while last < len(tokens) and not joined and self._goes_on(last) and (tokens[last].text == "," or tokens[last].text.lower() in self._joining):
            last += tokens[last].text == "," and self._goes_on(last + 1) and tokens[last + 1].text.lower() in self._joining  # ", et la Bordurie"
            joined = tokens[last].text != ","
            first = last + 1
            while first < len(tokens) and tokens[first].pos in ("ADP", "DET"):
                first += 1
            name = self._name(tokens[first]) if first < len(tokens) and self._goes_on(first) else None
            if name is None or name.type != kind or name.span.start != tokens[first].start:
                return at
            last = self._nearby.at(name.span.end)
        return last if joined else at

    def places_end(self, at: int) -> int:
        """The index behind the places that go on with the name of one that ends before an index."""
        name = self._name(self._nearby.tokens[at - 1])
        if at + 1 < len(self._nearby.tokens) and self._nearby.tokens[at].text == "," and self._nearby.tokens[at + 1].pos == "CCONJ":
            return at  # "à Lyon|, et Paris accuse"
        return self._row(at) if name is not None and name.type == "LOC" and name.span.end == self._nearby.tokens[at - 1].end else at

    def _compound(self, at: int) -> int:
        """The index behind the rest of a word that the tokenizer has cut at its hyphens."""
        tokens = self._nearby.tokens
        while (
            at < len(tokens) and tokens[at].index and tokens[at].start == tokens[at - 1].end and "-" in (tokens[at].text[0], tokens[at - 1].text[-1])
        ):
            at += 1
        return at


def _describes(token: Token) -> bool:
    return token.pos == "ADJ" or token.morph.get("VerbForm") == "Part"
