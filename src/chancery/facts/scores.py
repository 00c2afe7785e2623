"""What the shares that stand beside names are of: votes, answers in polls, popularity."""

import re
from bisect import bisect_left
from functools import cached_property, lru_cache

from chancery.analysis import Quantity
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either

SCORING = ("person:", "org:", "party:")
"""Whose shares may be scores."""
CLOSE = 3
"""Words before a share among which its verb stands."""
AHEAD = 80
"""Code points behind a share in which its sentence may yet say what it is of."""
NEXT = 200
"""Code points between two scores that are told in a row."""
ASKED = 600
"""And between what a poll asked and a word for the poll."""
BACK = 3000
"""And before it."""


NAMED = "?"
"""Stands for words that only name a vote."""


@lru_cache(maxsize=8)
def _cues(pack: Pack) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What scores may be of, each with the words that say so."""
    lists = pack.words("numbers")["scores"]
    cues = {**{what: [word for word in words if word not in lists["naming"]] for what, words in lists["of"].items()}, NAMED: lists["naming"]}
    return tuple((what, re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)", re.IGNORECASE)) for what, words in cues.items())


class Scores:
    """The scores of one document: what its words last spoke of before each."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        lists = pack.words("numbers")["scores"]
        self._nearby, self._counts_people, self._chez = nearby, units(pack).counts_people, lists["among"]
        shares = pack.words("numbers")["shares"]
        self._called = frozenset(name for what, cues in lists["of"].items() if what for name in (what, *cues))
        self._changes, self._points = (
            frozenset((shares["rise"], shares["fall"], *shares["change_nouns"])),
            frozenset(pack.words("numbers")["sums"]["measures"]),
        )
        self._winning = Listed(lists["winning"], pack)
        self._votes, self._intended, self._votes_named = lists["votes"], lists["meant"], NAMED
        self._polls, self._unsure = frozenset(lists["polls"]), frozenset(("", NAMED, self._votes))
        self._text, self._cues, self._people_only = nearby.text, _cues(pack), frozenset(lists["people_only"])

    def what(self, quantity: Quantity, who: tuple[str, ...]) -> str | None:
        """What a share of somebody's is of, if the text speaks of votes or polls; a state has no score."""
        if quantity.unit != SHARE or not any(actor.startswith(SCORING) for actor in who):
            return None
        found = self._last(quantity)
        return None if not found or (found in self._people_only and not any(actor.startswith("person:") for actor in who)) else found

    def won(self, quantity: Quantity) -> str | None:
        """What a share is of that is the object of a verb for winning votes: "les autres textes ont recueilli 12 %"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - CLOSE) : at][::-1]
        verb = next((token for token in before if token.pos != "ADV"), None)
        won = quantity.unit == SHARE and quantity.what is None and verb is not None and self._winning.verb(verb) is not None
        found = self._last(quantity) if won else None
        return found if found in (self._votes, self._intended) else None

    def among(self, quantity: Quantity) -> str | None:
        """The same of those asked, before the brackets around it: "cote de popularité chez les jeunes"."""
        start, text = quantity.span.start, self._text
        found = self._last(quantity) if quantity.unit == SHARE and text[start - 1 : start] == "(" else None
        last = self._nearby.tokens[self._nearby.at(start - 1) - 1] if found else None
        first = last
        while first is not None and first.dep.partition(":")[0] in ("nmod", "amod", "flat", "appos") and first.head.start < first.start:
            first = first.head
        article = first.child("det") if first is not None else None
        if found not in self._people_only or last is None or first is None or article is None or not self._counts_people(first.text):
            return None
        return f"{found} {self._chez} {text[article.start : last.end]}" if "," not in text[article.start : last.end] else None

    def goes_on(self, quantity: Quantity, before: Figure | None) -> str | None:
        """What the score right before it in its paragraph is of: "la liste d'Anna Roy a 24 % des voix ... une autre, 17 %"."""
        if before is None or before.unit != SHARE or quantity.unit != SHARE or before.what not in self._called:
            return None
        between = self._text[before.evidence.end : quantity.span.start]
        return before.what if len(between) <= NEXT and "\n" not in between else None

    def changed(self, quantity: Quantity, told: str) -> str:
        """What points are of that somebody gains or loses, if the text speaks of scores: "hausse, cote de popularité"."""
        bare = told.lower() in self._changes or told.startswith(quantity.unit or " ")
        found = self._last(quantity) if bare and quantity.unit in self._points else None
        return f"{told}, {found}" if found else told

    def _last(self, quantity: Quantity) -> str | None:
        """What the text around speaks of; empty where it is not known."""
        places, told = self._said
        at = bisect_left(places, quantity.span.start)
        ahead = self._text[quantity.span.end : quantity.span.end + AHEAD].split("\n")[0].split(". ")[0]
        if at < len(places) and places[at] < quantity.span.end + len(ahead):
            found: str | None = told[at]
        else:
            found = told[at - 1] if at and quantity.span.start - places[at - 1] <= BACK else None
        return self._meant(quantity, at) if found == self._votes_named else found

    def _meant(self, quantity: Quantity, at: int) -> str | None:
        """What a share is of where the nearest words only name a vote: what was told before, if it was a poll; else votes."""
        places, told = self._said
        near = zip(places[:at][::-1], told[:at][::-1], strict=True)
        before = [what for place, what in near if quantity.span.start - place <= BACK and what != self._votes_named]
        return next((what for what in before if what), self._intended if before else self._votes)

    @cached_property
    def _said(self) -> tuple[list[int], list[str]]:
        """Where the text says what scores are of, and what."""
        matches = sorted((match.start(), -match.end(), what) for what, pattern in self._cues for match in pattern.finditer(self._text))
        found: list[tuple[int, int, str]] = []
        for start, end, what in matches:  # "popularité" within "cote de popularité" says no more
            if not what and found and found[-1][2] not in self._unsure and start - found[-1][1] <= ASKED and self._text[start:-end] in self._polls:
                continue  # "cette enquête" is the one just told of
            if not found or -end > found[-1][1]:
                found.append((start, -end, what))
        return [place for place, _, _ in found], [what for _, _, what in found]
