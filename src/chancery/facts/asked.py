"""What so many answer, where the words before them tell it once: the question of a poll, the opinion that others have."""

import re
from functools import lru_cache

from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

OPENING = 3
"""Words of "sur les quelque" before a number."""
NEAR = 12
"""Code points between a share and what it does."""
BEFORE = 700
"""Code points between a question and its answers, at most."""


@lru_cache(maxsize=8)
def _questions(pack: Pack) -> re.Pattern[str]:
    """A question in quotes behind the word for it."""
    opens = either(pack.words("numbers")["polled"]["questions"])
    return re.compile(rf'(?<!\w)(?:{opens})\s?[:,]?\s?["«“]\s?([^"«»“”\n]{{8,200}}?)\s?["»”]', re.IGNORECASE)


class Asked:
    """The answers of one document that are of what stands before them."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._questions = nearby, _questions(pack)
        lists = pack.words("numbers")["polled"]
        self._answers, self._to, self._of_it = frozenset(lists["answers"]), str(lists["to"][0]), frozenset(lists["of_it"])
        self._kinds = frozenset(pack.words("numbers")["shares"]["before_noun"])
        self._among: str = pack.words("numbers")["shares"]["out_of"]
        self._relative: str = pack.words("numbers")["predicated"]["relative"]

    def what(self, what: str | None, share: Span, before: str | None) -> str | None:
        """What a share is of, with the question that "oui" answers, or the noun that "une mauvaise" leaves out; else as it is."""
        if what and self._is_of_nobody(what, share) and (noun := self._out_of(share)):
            return f"{noun} {what}"
        if not what or f" {self._relative} " not in f" {what} ":
            return what
        last = what.split()[-1].lower()
        if last in self._answers and (question := self._question(share)):
            return f'{what} {self._to} "{question}"'
        return self._of_kind(what, before or "") if last in self._kinds else what

    def _question(self, share: Span) -> str | None:
        """The last question before a share, in its paragraph."""
        first = max(share.start - BEFORE, self._nearby.text.rfind("\n", 0, share.start) + 1)
        found = list(self._questions.finditer(self._nearby.text, first, share.start))
        return found[-1].group(1) if found else None

    def _of_kind(self, what: str, before: str) -> str:
        """ "Une bonne opinion du maire ... qui en ont une mauvaise": with the noun of those before."""
        told = before.split()
        place = next((place for place, word in enumerate(told) if word.lower() in self._kinds), len(told))
        if place + 1 >= len(told) or f" {self._relative} " not in f" {before} ":
            return what
        words = [word for word in what.split() if word.lower() not in self._of_it]
        return " ".join((*words, *told[place + 1 :]))

    def _is_of_nobody(self, what: str, share: Span) -> bool:
        """Whether only what they do is told: "qui sont partis", "parvenue"."""
        start = self._nearby.text.find(what, share.end, share.end + NEAR + len(what))
        done = self._nearby.tokens[self._nearby.at(start)] if start >= 0 else None
        return what.startswith(f"{self._relative} ") or (done is not None and done.pos == "VERB" and done.morph.get("VerbForm") == "Part")

    def _out_of(self, share: Span) -> str | None:
        """The noun of "Sur les 300 maires élus, la moitié sont partis"; None where the sentence does not open so."""
        at = self._nearby.at(share.start)
        words = self._nearby.tokens[at - self._nearby.tokens[at].index : at] if at < len(self._nearby.tokens) else []
        opens = len(words) > OPENING and words[0].text.lower() == self._among and words[1].pos == "DET" and words[-1].text == ","
        place = next((place for place, word in enumerate(words) if word.pos == "NUM"), 0) if opens else 0
        noun = words[place + 1] if 0 < place <= OPENING and place + 1 < len(words) else None
        plain = noun is not None and noun.pos == "NOUN" and sum(word.text == "," for word in words) == 1
        return noun.text if plain and noun is not None else None
