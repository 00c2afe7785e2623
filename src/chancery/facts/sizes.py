"""How long, high or deep something is: "un pont long de 300 mètres", "l'avion volait à 11.000 mètres d'altitude"."""

import re

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.units import units
from chancery.facts.changes import Changes
from chancery.facts.foregoing import Foregoing
from chancery.facts.naming import Naming, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.phrases import Phrases
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)
ADJECTIVAL = ("ADJ", "NOUN", "VERB", "PROPN")
"""What the parser takes "long" for."""


class Sizes:
    """What the lengths of one document are of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, changes: Changes, foregoing: Foregoing, phrases: Phrases, pack: Pack) -> None:
        self._nearby, self._restricting, self._changes, self._foregoing, self._phrases = nearby, restricting, changes, foregoing, phrases
        levels = pack.words("numbers")["levels"]
        self._naming, self._units = Naming(pack), frozenset(units(pack).codes.values())
        self._partitive = frozenset(pack.words("numbers")["sums"]["partitive"])
        self._sizes, self._lengths = frozenset(levels["sizes"]), frozenset(levels["lengths"])
        self._named_sizes: dict[str, str] = levels["named_sizes"]
        self._elided, self._articles = list[str](pack.words("numbers")["predicated"]["of"]), dict[str, str](pack.words("numbers")["shares"]["opened"])
        self._heights: dict[str, str] = levels["heights"]

    def is_size(self, word: str) -> bool:
        """Whether a word behind a length only says which way it is measured: "haut"."""
        return word in self._sizes

    def behind(self, quantity: Quantity, head: Token, size: str, noun: Token | None) -> str | None:
        """What a size behind the length is of: "un mur de 5 mètres de haut" has the height of the wall."""
        if size in self._sizes and noun is not None and quantity.unit in self._lengths:
            if name := self._called(noun):
                return f"{self._named_sizes.get(size, size)} {name}"
            return f"{self._named_sizes.get(size, size)} {self._changes.joined(noun)}{self._phrases.of(noun, quantity.span)}"
        return self._high(quantity, head, size)

    def _called(self, noun: Token) -> str:
        """What a noun with no article stands for, behind "de": "de l'astéroïde Zurko", of "Zurko, astéroïde"; else "d'astéroïde", "de pont"."""
        of = self._elided[VOWEL.match(noun.text) is not None]
        joined = of if of.endswith("'") else f"{of} "
        if any(child.start < noun.start for child in noun.all("det", "nummod", "case")):
            return ""
        top = noun.head if noun.dep == "appos" and noun.head.end <= noun.start else None
        name = self._nearby.mention_before(top.start) if top is not None else None
        alone = top is not None and (top.pos == "PROPN" or (top.index > 0 and top.text[:1].isupper())) and (name is None or name.type != "PER")
        named = name.span.of(self._nearby.text) if name is not None and top is not None and name.span.contains(top.span) else top.text if top else ""
        behind = self._nearby.tokens[self._nearby.at(noun.end) : self._nearby.at(noun.end) + 1]
        if alone and named and behind and behind[0].pos == "ADP":
            feminine = noun.morph.get("Gender") == "Fem"
            article = self._articles["l'" if of.endswith("'") else "la" if feminine else "le"]
            return f"{article}{'' if article.endswith(chr(39)) else ' '}{noun.text} {named}"
        return f"{joined}{noun.text}" if behind and behind[0].pos == "ADP" else ""

    def before(self, quantity: Quantity) -> str | None:
        """What an adjective right before measures, and of what: "un pont long de 300 mètres" has the "longueur d'un pont"."""
        at = self._nearby.at(quantity.span.start)
        pair = self._nearby.tokens[max(0, at - 2) : at]
        if len(pair) < 2 or pair[1].text.lower() not in self._partitive or quantity.unit not in self._units:
            return None
        size = self._named_sizes.get(pair[0].text.lower()) if pair[0].pos in ADJECTIVAL and pair[0].child("det") is None else None
        whole = pair[0].head if pair[0].dep in ("amod", "acl", "advmod") else own_subject(pair[0]) or self._foregoing.meant(pair[0])
        if size is not None and pair[0].index == 0:
            return self._ahead(quantity, size)
        named = self._nearby.mention_before(whole.start) if size is not None and whole is not None and whole.pos == "PROPN" else None
        if named is not None and whole is not None and named.span.contains(whole.span) and named.span.end <= pair[0].start:
            return f"{size} {self._changes.joined(whole)}{named.span.of(self._nearby.text)}"  # "le Rhin, long de 1.230 km"
        if whole is not None and whole.dep.startswith("nmod") and whole.morph.get("Number") != pair[0].morph.get("Number"):
            whole = whole.head  # "une file de voitures longue de 300 mètres"
        if (
            size is None
            or whole is None
            or whole.pos != "NOUN"
            or whole.end > pair[0].start
            or self._nearby.text[whole.end : pair[0].start].count(":")
        ):
            return size
        end = self._restricting.end(whole, whole.end, Span(pair[0].start, quantity.span.end))
        return f"{size} {self._changes.joined(whole)}{self._nearby.text[whole.start : end]}"

    def _high(self, quantity: Quantity, head: Token, size: str) -> str | None:
        """How high or deep what the verb tells of is: "l'avion volait à 11.000 mètres d'altitude"; None where that is no thing."""
        verb = outermost(quantity, head).head
        told = verb.pos == "VERB" or verb.child("aux", "cop")
        called = self._heights.get(size) if quantity.unit in self._lengths and told and verb.end <= quantity.span.start else None
        found = self._foregoing.subject(verb) if called else None
        plain = called is not None and found is not None and self._naming.is_named(found) and found.end <= verb.start
        return f"{called} {self._changes.joined(found)}{self._phrases.of(found, quantity.span)}" if plain and found is not None else None

    def _ahead(self, quantity: Quantity, size: str) -> str:
        """ "Long de 174 mètres, le navire": the size of what stands behind the comma."""
        at = self._nearby.at(quantity.span.end)
        words = self._nearby.tokens[at : at + 3]
        if len(words) < 3 or words[0].text != ",":
            return size
        whole = self._foregoing.meant(words[1]) if words[1].pos == "PRON" else words[2] if words[1].pos == "DET" else None
        told = whole is not None and self._naming.is_named(whole)
        return f"{size} {self._changes.joined(whole)}{self._phrases.of(whole, quantity.span)}" if told and whole is not None else size
