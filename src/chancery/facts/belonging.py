"""Of what so many are the parts, or the toll: "étapes du plan", "candidats d'une liste", "morts de l'explosion"."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, preposition, subject
from chancery.facts.actions import VOWEL
from chancery.facts.happened import Happened
from chancery.facts.listed import Listed
from chancery.facts.measured import PHRASE, Measured, leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

SPOKEN = 60
"""And among which it is, if no verb joins them."""
LONGEST = 8
"""Words of the whole that are told."""


class Belonging:
    """The wholes and causes of what one document counts."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._restricting, self._measured = nearby, restricting, measured
        lists, whose = pack.words("numbers")["predicated"], pack.words("numbers")["whose"]
        self._set_phrases = frozenset(pack.words("numbers")["governed"]["empty"])
        self._by = frozenset(whose["by"])
        self._wholes, self._of = frozenset(lists["wholes"]), lists["of"]
        self._full, self._elided = frozenset(lists["full"]), lists["elided"]
        self._some = tuple(word for word in pack.words("numbers")["shares"]["contracted"].values() if word.startswith("d'"))
        self._loose = frozenset(f"{some} {whole}" for some in self._some for whole in lists["loose"])
        self._inhabitants, self._and = frozenset(whose["inhabitants"]), frozenset(pack.words("numbers")["restricting"]["joining"])
        self._one_of = frozenset((*pack.words("numbers")["restricting"]["opening"], *whose["parts"]))
        self._between = frozenset((pack.words("numbers")["ranges"]["between"],))
        self._part_of, self._made_of = frozenset(lists["part_of"]), Listed(lists["made_of"], pack)
        self._tolls, self._causing = frozenset((*whose["tolls"], *lists["victims"])), Listed(lists["causing"], pack)
        illnesses = (name.lower() for names in pack.words("numbers")["sickness"]["names"] for name in names)
        self._sources = frozenset(pack.words("numbers")["restricting"]["sources"])
        self._happened, self._causes = Happened(nearby, pack), frozenset((*lists["causes"], *illnesses))

    def what(self, quantity: Quantity, noun: Token, who: tuple[str, ...]) -> str:
        """What joins a bare noun to its whole or cause, and that: "du plan de paix"; empty if neither is told, or `who` is known to be the whole."""
        role = leading(outermost(quantity, noun))
        if not who and noun.text.lower() in self._inhabitants and (place := self._inhabited(quantity)):
            return place
        part = self._part(quantity, role)
        part = "" if part in self._loose else part
        return self._toll(quantity.span, role, noun) if not part or (who and part.startswith(self._some)) else part

    def _inhabited(self, quantity: Quantity) -> str:
        """The place named right before that so many live in: "Bourg, ville de 300 habitants", "Bourg et ses 300 habitants"; empty where none is."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - LONGEST) : at][::-1]
        own = len(before) > 2 and before[0].morph.get("Poss") == "Yes" and before[1].text.lower() in self._and
        if own:
            return self._measured.of_place(before[2].end).rstrip()
        phrase = list(takewhile(lambda token: token.text != "," and token.index, before))
        kind = next((token for token in reversed(phrase) if token.pos == "NOUN"), None)
        last = before[len(phrase) + 1] if len(phrase) + 1 < len(before) and before[len(phrase)].text == "," else None
        if kind is None or last is None or phrase[0].text.lower() not in self._part_of or kind.lemma.lower() not in self._wholes:
            return ""
        article = kind.child("det")
        plain = all(token.pos in ("NOUN", "ADJ", "ADP", "DET", "ADV", "PROPN") for token in phrase) and phrase[-1].pos in ("NOUN", "ADJ", "DET")
        fronted = len(phrase) + 2 < len(before) and before[len(phrase) + 2].index == 0 and before[len(phrase) + 2].pos == "ADP"
        subject_too = kind.dep.startswith("nsubj") or (fronted and kind.dep != "appos")  # "en Suisse, une ville de 300 habitants teste"
        told = plain and (article is None or (article.morph.get("Definite") == "Ind" and not subject_too))
        return self._measured.of_place(last.end).rstrip() if told else ""

    def holder_of(self, holding: Token) -> str:
        """What so many find room in, behind "capacité": "du camp"; empty where it is not told before it."""
        whole = subject(holding.head) if holding.head.pos == "VERB" and holding.dep.startswith("obl") else holding.head
        plain = (
            whole is not None
            and whole.pos == "NOUN"
            and whole.lemma.lower() not in self._set_phrases
            and whole.end <= holding.start
            and _has_article(whole)
            and self._is_free(whole)
        )
        return self._joined(whole, holding.start) if whole is not None and plain else ""

    def spoken_of(self, quantity: Quantity, noun: Token) -> str:
        """Of a bare toll, what its paragraph has told of last that costs lives."""
        if (noun.lemma.lower() not in self._tolls and noun.text.lower() not in self._tolls) or noun.text.isupper():
            return ""
        verb = self._nearby.tokens[self._nearby.at(quantity.span.start) - 1]
        if self._causing.verb(verb) and verb.morph.get("Tense") == "Pres" and verb.morph.get("VerbForm") == "Part":
            return ""  # "il a tiré, faisant deux morts"
        begin = self._nearby.at(self._nearby.text.rfind("\n", 0, quantity.span.start) + 1)
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(begin, at - SPOKEN) : at][::-1]
        role = leading(outermost(quantity, noun))
        cause = self._happened.spoken_of(before, subject(role.head) if role.dep == "obj" else None)
        told = cause is not None and (_has_article(cause) or cause.index == 0) and not self._is_one_of(cause, quantity.span.start)
        return self._joined(cause, quantity.span.start) if cause is not None and told else ""

    def _part(self, quantity: Quantity, role: Token) -> str:
        above = role.head
        if preposition(role) in self._part_of and (whole := self._before(quantity)) is not None:
            return self._joined(whole, quantity.span.start)
        if above.pos != "VERB" or not self._made_of.verb(above) or above.start > role.start:
            return ""
        made = role.dep == "obj" and not is_passive(above)
        composed = preposition(role) in self._part_of and above.morph.get("VerbForm") == "Part"
        whole = subject(above) if made or composed else None
        whole = None if whole is not None and whole.child("nummod") is not None else whole
        return self._joined(whole, above.start) if whole is not None and whole.lemma.lower() in self._wholes and self._is_free(whole) else ""

    def _before(self, quantity: Quantity) -> Token | None:
        """The whole in the noun phrase right before the preposition of a quantity."""
        at = self._nearby.at(quantity.span.start)
        phrase = list(takewhile(lambda token: token.pos in PHRASE and token.pos != "DET", self._nearby.tokens[max(0, at - LONGEST) : at][::-1]))
        nouns = (token for token in phrase if token.pos == "NOUN" and token.lemma.lower() in self._wholes)
        return next((token for token in nouns if self._is_whole(token)), None)

    def _is_whole(self, token: Token) -> bool:
        """Whether it is one thing, and no name or other word for one that was named, nor who does it: "la libération par l'armée de"."""
        one = token.morph.get("Number") != "Plur"  # "les chefs de 50 délégations" are of each
        one = one and preposition(token) not in self._by
        return one and token.dep != "appos" and token.child("nummod") is None and _has_article(token) and self._is_free(token)

    def _toll(self, number: Span, role: Token, noun: Token) -> str:
        caused = role.dep == "obj"
        verb = self._last_causing(role.head, number.start) if caused else self._costing(number) or role.head
        if noun.lemma.lower() not in self._tolls and noun.text.lower() not in self._tolls:
            return ""
        if self._nearby.text[number.start - 1 : number.start] == "(" and (cause := self._happened.before(number.start)) is not None:
            return self._joined(cause, number.start - 1)
        if not (caused or verb is not role.head) or not self._causing.verb(verb) or is_passive(verb):
            return ""
        told = subject(verb)
        own = told is not None and (self._happened.is_one(told) or told.lemma.lower() in self._causes)
        cause = self._happening(verb) or (told if own else self._happened.before(verb.start, told))  # "un attentat du groupe, qui a fait 12 morts"
        if cause is None or cause.pos != "NOUN" or cause.end > verb.start or not _has_article(cause) or not self._is_free(cause):
            return ""
        row = [other for other in told.all("conj") if other.pos == "NOUN" and other.end <= verb.start] if told is not None else []
        others = row if cause is told else []
        if len(others) > 1 or cause in row:
            return ""  # "la guerre, la faim et les fièvres ont fait 300 morts"
        joined = others[0].child("cc") if others else None
        if not others:
            return "" if self._is_one_of(cause, number.start) else self._joined(cause, verb.start)
        return f"{self._joined(cause, joined.start)} {joined.text} {self._joined(others[0], verb.start)}" if joined is not None else ""

    def _is_one_of(self, cause: Token, place: int) -> bool:
        """Whether words before a place name one of several happenings: "deux orages ont frappé le port, |notamment| Zorka, qui a fait 12 morts"."""
        between = self._nearby.tokens[self._nearby.at(cause.end) : self._nearby.at(place)]
        return cause.morph.get("Number") == "Plur" and any(token.text.lower() in self._one_of for token in between)

    def _last_causing(self, verb: Token, place: int) -> Token:
        """The verb of a toll, which the parser may have joined to an earlier one: "a causé une explosion qui a |fait| 9 morts et 300 blessés"."""
        between = self._nearby.tokens[self._nearby.at(verb.end) : self._nearby.at(place)]
        return next((token for token in reversed(between) if token.pos == "VERB" and self._causing.verb(token) and not is_passive(token)), verb)

    def _costing(self, number: Span) -> Token | None:
        """The verb right before a toll, or before who tells it in commas, whatever the parser hangs that on: "qui fit, selon l'ONU, 300 morts"."""
        at = self._nearby.at(number.start) - 1
        if at > 0 and self._nearby.tokens[at].text == ",":
            opened = (place for place in range(at - 1, max(0, at - LONGEST), -1) if self._nearby.tokens[place].text == ",")
            opens = next(opened, 0)
            at = opens - 1 if self._nearby.tokens[opens + 1].text.lower() in self._sources else 0
        verb = self._nearby.tokens[at] if at > 0 else None
        return verb if verb is not None and verb.pos == "VERB" and verb.child("obj") is None else None

    def _happening(self, verb: Token) -> Token | None:
        """What happened right before "faisant 14 morts", in its sentence."""
        if verb.morph.get("VerbForm") != "Part" or verb.morph.get("Tense") != "Pres":
            return None
        return self._happened.before(verb.start)

    def _joined(self, whole: Token, before: int) -> str:
        """The preposition, the article and the words of a noun phrase, as far as they stand before a place."""
        end = min(self._restricting.end(whole, whole.end, Span(before, before), places=True), before)
        opening = next((child for child in whole.all("amod") if child.index == whole.index - 1), whole)
        first, last = self._nearby.at(opening.start), self._nearby.at(end)
        between = (place for place in range(first, last) if self._nearby.tokens[place].text.lower() in self._between)
        last = next(between, last)
        last += last < len(self._nearby.tokens) and self._nearby.tokens[last].pos == "NUM" and self._nearby.tokens[last].end <= before
        while last > first + 1 and self._nearby.tokens[last - 1].pos in ("ADP", "DET", "ADV", "PUNCT"):
            last -= 1
        if last - first > LONGEST:
            first, opening = self._nearby.at(whole.start), whole
        told = self._nearby.words(first, last)
        told = f"{told[0].lower()}{told[1:]}" if opening.index == 0 and told[1:2].islower() else told
        return f"{self._joining(whole, opening)}{told}" if last - first <= LONGEST else ""

    def _joining(self, whole: Token, first: Token) -> str:
        """ "de la ", "d'": of some that are not told, without their article."""
        article = whole.child("det")
        some = not whole.child("case") if article is None else article.morph.get("Definite") == "Ind" and whole.morph.get("Number") == "Plur"
        joined = self._measured.joined(whole)
        if some or joined.strip() == self._of[0]:
            joined = self._of[VOWEL.match(first.text) is not None]
        elif VOWEL.match(first.text) and joined.strip() in self._full:
            joined = self._elided
        return joined if joined.endswith(("'", " ")) else f"{joined} "

    def _is_free(self, token: Token) -> bool:
        """Whether it is no part of a name."""
        name = self._nearby.mention_before(token.start)
        return name is None or not name.span.contains(token.span)


def _has_article(noun: Token) -> bool:
    """Whether a noun is no bare singular: it has a determiner, or a preposition that holds its article ("du plan")."""
    plural = noun.morph.get("Number") == "Plur"
    return plural or noun.child("det") is not None or any("Definite" in case.morph for case in noun.all("case"))
