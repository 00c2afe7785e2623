"""What does it to those counted, as words behind a participle: "le virus a tué 300 personnes", the "personnes tuées par le virus"."""

from chancery.analysis import Token
from chancery.analysis.clauses import is_passive, own_subject, preposition, subject
from chancery.facts.clause_ends import QUOTES
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

LONGEST = 8
"""Words of what does it."""
SECOND = 3
"""Words from a noun to another that "ou" joins to it."""
VERBAL = ("AUX", "ADV", "PRON", "PART")
"""What may stand between a subject and its verb."""


class Agents:
    """The subjects of one document that are nouns for what has no field of its own: neither named, nor a pronoun, nor told of before."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        self._locative = frozenset(pack.words("numbers")["restricting"]["locative"])
        self._sources = frozenset(pack.words("numbers")["restricting"]["sources"])
        self._between = frozenset((",", *pack.words("numbers")["predicated"]["between"]))
        self._by: str = pack.words("numbers")["told"]["by"][0]
        self._some: str = pack.words("numbers")["told"]["some"][0]

    def words(self, verb: Token) -> str:
        """ "par le virus", of the noun right before a verb, or before the "qui" of one; empty where none stands there."""
        shared = own_subject(verb) is None and (self._is_infinitive(verb) or self._is_joined(verb))
        governor = verb.head if shared else self._first(verb)
        if both := self._both(governor):
            return both
        noun = self._noun(governor)
        det = noun.child("det") if noun is not None else None
        if noun is None or det is None or det.start > noun.start or not self._is_new(det) or not self._agrees(noun, governor):
            return ""
        first = self._nearby.at(det.start)
        tokens = self._nearby.tokens[first : self._nearby.at(governor.start)]
        last, aside = len(tokens), False
        while last and (
            tokens[last - 1].pos in VERBAL or tokens[last - 1].text.lower() in self._between or self._restricting.is_timed(tokens[last - 1])
        ):
            last, aside = last - 1, aside or tokens[last - 1].text == ","
        if aside:  # "une marche, prévue de longue date, a réuni"
            last = next((place for place, token in enumerate(tokens[:last]) if token.text == ","), last)
        last = self._without_place(tokens[:last])
        told = tokens[:last]
        if noun not in told or len(told) > LONGEST or not all(self._is_plain(token) for token in told[1:]):
            return ""
        words = self._nearby.words(first, first + last)
        return f"{self._by} {words[0].lower()}{words[1:]}"

    def _both(self, verb: Token) -> str:
        """ "par la faim et le froid", of two nouns with their articles that end right before a verb in the plural, or before its "qui"."""
        finite = next((token for token in (verb, *verb.all("aux")) if token.morph.get("VerbForm") == "Fin"), None)
        last = self._nearby.at(verb.start)
        while last and self._nearby.tokens[last].index and self._nearby.tokens[last - 1].pos in VERBAL:
            last -= 1
        relative = any(token.morph.get("PronType") == "Rel" for token in self._nearby.tokens[last : self._nearby.at(verb.start)])
        joined = self._phrase(last)
        first = self._phrase(joined - 1) if 1 < joined < last and self._nearby.tokens[joined - 1].dep == "cc" else last
        opens = self._nearby.tokens[first]
        own = own_subject(verb)
        alone = own is not None and own.start < verb.start and (relative or opens.index == 0 or self._nearby.tokens[first - 1].pos == "SCONJ")
        if finite is None or finite.morph.get("Number") != "Plur" or first >= last or not alone:
            return ""
        words = self._nearby.words(first, last)
        return f"{self._by} {words[0].lower()}{words[1:]}"

    def _phrase(self, last: int) -> int:
        """The index of the article of a common noun, with its adjectives, that ends before an index; the index itself where none does."""
        at = last - 1
        while at > 0 and self._nearby.tokens[at].index and self._nearby.tokens[at].pos in ("NOUN", "ADJ"):
            at -= 1
        det = self._nearby.tokens[at] if 0 <= at < last - 1 else None
        named = any(name.span.start >= self._nearby.edges[at] for name in self._nearby.mentions_before(self._nearby.tokens[last - 1].end, LONGEST))
        return at if det is not None and det.pos == "DET" and self._is_new(det) and not named else last

    def before(self, verb: Token) -> str:
        """The same of the noun that a participle right behind it hangs on: "un accident |impliquant| trois voitures"."""
        noun = verb.head
        if noun.dep == "conj":  # "des fuites ou des vols impliquant douze cadres"
            noun = noun.head if noun.head.pos == "NOUN" and noun.index - noun.head.index <= SECOND else noun
        det = noun.child("det") or noun.child("nummod")
        case = noun.child("case")
        opened = det is None and case is not None and case.morph.get("Definite") is not None
        start = det if det is not None else case if opened else None
        if noun.pos != "NOUN" or start is None or start.start > noun.start or verb.morph.get("Tense") != "Pres":
            return ""
        if noun.dep.startswith("nmod") and start.morph.get("Definite") == "Def":
            return ""  # "un accident de la route impliquant trois camions"
        first, last = self._nearby.at(start.start), self._nearby.at(verb.start)
        told = self._nearby.tokens[first:last]
        plain = 1 < len(told) <= LONGEST and all(self._is_plain(token) or token.dep == "cc" for token in told[1:])
        if not plain or self._restricting.is_timed(noun):
            return ""
        many = start.pos != "DET" or start.morph.get("PronType") != "Art"
        words = self._nearby.words(first + 1, last) if many else self._nearby.words(first, last)
        if many and (start.pos != "NUM" or noun.morph.get("Number") != "Plur"):
            return ""
        return f"{self._by} {self._some} {words}" if many else f"{self._by} {words[0].lower()}{words[1:]}"

    def _is_infinitive(self, verb: Token) -> bool:
        """Whether it is an infinitive of whoever does what governs it: not "accuse la mairie de |jeter| 300 sacs"."""
        return verb.morph.get("VerbForm") == "Inf" and verb.dep == "xcomp" and verb.head.child("obj") is None

    def _first(self, verb: Token) -> Token:
        """The verb that one goes on with, and whose subject it has: "la crue a |tué| dix élus et blessé 300 marins"."""
        while (
            verb.dep == "conj"
            and own_subject(verb) is None
            and verb.head.pos == "VERB"
            and not is_passive(verb.head)
            and verb.head.end < verb.start
            and verb.head.morph.get("VerbForm") == verb.morph.get("VerbForm")
        ):
            verb = verb.head
        return verb

    def _is_joined(self, verb: Token) -> bool:
        """Whether a present participle goes with the subject before it: "les marches ont eu lieu, |réunissant| 300 personnes"."""
        present = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Pres" and verb.dep == "advcl"
        return present and verb.head.pos == "VERB" and verb.head.end < verb.start and not is_passive(verb.head)

    def _noun(self, verb: Token) -> Token | None:
        """The common noun that is the subject, itself or by "qui"; None for names."""
        own = own_subject(verb)
        if own is None or own.start > verb.start:
            return None
        noun = subject(verb) if own.morph.get("PronType") == "Rel" else own
        if noun is not None and preposition(noun) in self._sources:
            return None  # "selon la radio, qui a touché 300 euros"
        if noun is not None and noun is not own and any(case.text.lower() in self._locative for case in noun.all("case")):
            return None  # "l'explosion d'une mine dans le nord, qui a blessé deux civils"
        named = noun is not None and any(name.span.overlaps(noun.span) for name in self._nearby.mentions_before(noun.end, len(noun.text) + LONGEST))
        return noun if noun is not None and noun.pos == "NOUN" and noun.end <= verb.start and not named else None

    def _without_place(self, tokens: list[Token]) -> int:
        """How many words are left without the place at their end, which has a field of its own: "l'explosion d'une mine à Zork"."""
        for place in range(len(tokens) - 1, 0, -1):
            if tokens[place].pos == "ADP":
                name = self._nearby.mention_before(tokens[-1].start)
                inside = name is not None and name.type == "LOC" and tokens[place].end <= name.span.start and tokens[-1].end <= name.span.end
                return place if inside and tokens[place].text.lower() in self._locative else len(tokens)
        return len(tokens)

    def _is_new(self, det: Token) -> bool:
        """Whether an article opens it: "cet attentat" or "ses hommes" means nothing apart."""
        return det.morph.get("PronType") == "Art" and det.morph.get("Poss") != "Yes"

    def _agrees(self, noun: Token, verb: Token) -> bool:
        finite = next((token for token in (verb, *verb.all("aux")) if token.morph.get("VerbForm") == "Fin"), None)
        return finite is not None and finite.morph.get("Number") in (noun.morph.get("Number"), None)

    def _is_plain(self, token: Token) -> bool:
        """Whether a word may stand within it: no mark, no clause, no number."""
        clause = token.morph.get("VerbForm") == "Fin" or token.morph.get("PronType") == "Rel" or token.pos in ("SCONJ", "CCONJ", "NUM", "PRON")
        return not clause and token.index > 0 and (token.pos != "PUNCT" or token.text in QUOTES) and "\n" not in token.text
