"""What is counted, as far as its words make a phrase: "villes |qui et ports|", "gardes |tandis que le roi reste|", "cas |--dont six--|"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from chancery.analysis import Token
from chancery.analysis.units import units
from chancery.facts.crossing import is_finite
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.scan.phrases import either

MARKED = "+"
"""With which what is quoted within quotes is marked."""
WORD = re.compile(r"[\w'’-]*\w['’]?|\S")
FINITE_BEHIND = ("PRON", "PART", "ADV")
"""What may stand between a relative pronoun that is a subject and its verb, besides an inset."""
CANNOT = ("CCONJ", "ADJ", "NOUN", "PROPN", "DET")
"""What follows such a pronoun in no French, inset or not."""


class Word(NamedTuple):
    """A word of what is counted, where it begins there, and the word of the text that it is."""

    text: str
    start: int
    token: Token | None


class Formed:
    """The form of what the figures of one document count, whoever put its words together."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        numbers = pack.words("numbers")
        lists, told = numbers["formed"], numbers["told"]
        self._relative: str = numbers["predicated"]["relative"]
        self._which = frozenset(told["lesquels"].values())
        self._contrasting = re.compile(rf",? (?:{either(lists['contrasting'])})(?:(?<=['’])|(?!\w))", re.IGNORECASE)
        any_cause = either(numbers["sickness"]["any_cause"])  # "décès toutes causes confondues" are not of the illness that is spoken of
        alike = either(lists["all"]), either(lists["together"])
        self._together = re.compile(rf",? (?!(?:{any_cause})(?!\w))(?:{alike[0]})(?: [\w'’-]+){{1,2}} (?:{alike[1]})(?!\w)", re.IGNORECASE)
        self._dashed = re.compile(rf"(?: {re.escape(self._relative)})? --(?=\w).*?(?:--|$)|--")
        self._joining = frozenset(numbers["restricting"]["joining"])
        self._of, self._counts_people = frozenset(numbers["bare"]["of"]), units(pack).counts_people

    def told(self, figure: Figure) -> Figure:
        """The figure with what it counts without insets, and up to where its words are well formed; as it is where nothing would be left."""
        what = figure.what
        if not what:
            return figure
        plain = " ".join(self._together.sub("", self._dashed.sub("", what)).split())
        plain = self._in_order(plain, figure)
        kept = plain[: min(self._ends(plain, figure), default=len(plain))].rstrip(" ,")
        return replace(figure, what=kept) if kept else figure

    def _in_order(self, what: str, figure: Figure) -> str:
        """The words with a participle before the clause: "marins ayant fui qui |sont| logés", not "qui ayant fui sont"."""
        words = list(self._words(what, figure))
        at = next((at for at, word in enumerate(words[:-1]) if at and word.text == self._relative), 0)
        behind = words[at + 1 :]
        opens = behind[0].token if behind else None
        if not at or opens is None or opens.morph.get("Tense") != "Pres" or opens.morph.get("VerbForm") != "Part":
            return what
        finite = next((word for word in behind if word.token is not None and is_finite(word.token)), None)
        if finite is None:
            return what
        return f"{what[: words[at].start]}{what[behind[0].start : finite.start]}{self._relative} {what[finite.start :]}"

    def _ends(self, what: str, figure: Figure) -> Iterator[int]:
        """Where the words begin that make no phrase with those before them."""
        if contrast := self._contrasting.search(what):
            yield contrast.start()
        words = list(self._words(what, figure))
        for at, word in enumerate(words):
            if not at:
                continue
            if word.text == MARKED or (word.text == self._relative and not self._has_verb(words[at + 1 :])):
                yield word.start
            elif word.text in self._which and self._is_open(words[at + 1 :]):
                yield words[at - 1].start if at > 1 else word.start
        if (to_do := self._is_to_do(words)) > 0:
            yield to_do
        for before, word in pairwise(words):
            if self._is_of_another(before, word):
                yield word.start

    def _words(self, what: str, figure: Figure) -> Iterator[Word]:
        """Its words with those of the sentence that they are: each time the next one behind the one before, else the first of the sentence."""
        first, last = self._nearby.sentence(figure.evidence.start)
        place, spelled = self._nearby.at(figure.evidence.start), defaultdict[str, list[int]](list)
        for at in range(first, last + 1):
            spelled[self._nearby.tokens[at].text].append(at)
        for found in WORD.finditer(what):
            places = spelled.get(found[0], [])
            behind = next((at for at in places if at >= place), None)
            place = behind + 1 if behind is not None else place
            here = behind if behind is not None else next(iter(places), None)
            yield Word(found[0], found.start(), self._nearby.tokens[here] if here is not None else None)

    def _has_verb(self, behind: list[Word]) -> bool:
        """Whether a finite verb, or an inset, stands behind a pronoun that is the subject of its clause."""
        opens = next((word for word in behind if word.token is None or word.token.pos not in FINITE_BEHIND), None)
        if opens is None:
            return False
        token = opens.token
        return token is None or is_finite(token) or not (token.pos in CANNOT or token.morph.get("VerbForm") in ("Inf", "Part"))

    def _is_open(self, behind: list[Word]) -> bool:
        """Whether a clause that a preposition opens is none, or lacks its object: "contre lesquels |et un élu|", "dans lesquels |les loger|"."""
        token = behind[0].token if behind else None
        pair = [word.token for word in behind[:2] if word.token is not None]
        if len(pair) == 2 and pair[0].pos in ("PRON", "DET") and pair[1].morph.get("VerbForm") == "Inf":
            return True
        return not behind or behind[0].text in self._joining or (len(behind) == 1 and token is not None and token.child("obj") is not None)

    def _is_of_another(self, before: Word, word: Word) -> bool:
        """Whether a participle that says but that somebody counts stands before what is no object of it: "cas recensés |le premier pays|"."""
        done, article = before.token, word.token
        if done is None or article is None or article.pos != "DET" or article.morph.get("Definite") != "Def" or article.start < done.end:
            return False
        counts = done.dep in ("acl", "amod") and self._restricting.counts(self._nearby.at(done.start))
        return counts and not self._restricting.is_timed(article)

    def _is_to_do(self, words: list[Word]) -> int:
        """Where "de" with an infinitive begins that stands right behind people: what they do to no purpose: "300 marins |de débarquer|"."""
        for at, (case, verb) in enumerate(pairwise(words)):
            if case.text.lower() in self._of and verb.token is not None and verb.token.morph.get("VerbForm") == "Inf":
                ahead = [word.token for word in words[:at]]
                people = bool(ahead) and self._counts_people(words[0].text)
                plain = all(token is not None and (token.pos in ("ADJ", "PROPN") or token is ahead[0]) for token in ahead)
                return case.start if people and plain else -1
        return -1
