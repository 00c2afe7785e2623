"""Who answered so, of a share in brackets at the end of what they say: "les Belges pensent que l'impôt est trop lourd (57 %)"."""

import re
from functools import cached_property, lru_cache

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

HIGH = 6
"""Governors among which the verb of those asked is."""
ANSWERED = 8
"""Words behind a share among which the verb of an answer is."""
FAR = 900
"""Code points before a share in which the poll is told of."""
LONGEST = 26
"""Words from that verb to the bracket."""


@lru_cache(maxsize=8)
def _polls(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(pack.words('numbers')['polled']['polls'])})(?!\w)", re.IGNORECASE)


class Polled:
    """The answers of one document that end in a share."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._known = nearby, units(pack)
        lists = pack.words("numbers")["polled"]
        self._most, self._relative = frozenset(lists["most"]), pack.words("numbers")["predicated"]["relative"]
        self._answering = Listed(lists["answering"], pack)
        self._polls, self._called = _polls(pack), lists["asked"]
        self._clitics = ("AUX", "PRON", "ADV")

    def told(self, end: int) -> bool:
        """Whether the text has told of a poll before a place."""
        return self._first is not None and self._first <= end

    def asked(self, what: str | None, share: Span) -> str | None:
        """What so many do who are not named, with those asked for their name: "sondés qui jugent l'impôt trop lourd"."""
        behind = self._nearby.tokens[self._nearby.at(share.end) :][:ANSWERED]
        answered = next((token for token in behind if token.pos == "VERB"), None)
        told = answered is not None and self._answering.verb(answered) is not None and self._near(share)
        unnamed = told and what is not None and what.startswith(f"{self._relative} ")
        return f"{self._called} {what}" if unnamed else what

    def _near(self, share: Span) -> bool:
        """Whether a poll is told of not far before a share."""
        return self._polls.search(self._nearby.text, max(0, share.start - FAR), share.start) is not None

    @cached_property
    def _first(self) -> int | None:
        """Where the first word for a poll ends."""
        found = self._polls.search(self._nearby.text)
        return found.end() if found else None

    def people(self, quantity: Quantity) -> Token | None:
        """The noun for those who answered: people in the plural, or the most of them."""
        verb = self._verb(quantity)
        return own_subject(verb) if verb is not None else None

    def what(self, quantity: Quantity) -> str | None:
        """Those who answered, and what: "Belges qui pensent que l'impôt est trop lourd"; None where no answer ends there."""
        verb = self._verb(quantity)
        people = own_subject(verb) if verb is not None else None
        if verb is None or people is None:
            return None
        whole = self._nearby.at(people.end)
        first = self._nearby.at(min([verb.start, *(child.start for child in verb.children if child.pos in self._clitics and child is not people)]))
        first = max(first, whole)
        last = self._nearby.at(quantity.span.start) - 1
        named = self._nearby.text[people.start : self._nearby.tokens[first - 1].end]
        return f"{named} {self._relative} {self._nearby.words(first, last)}" if 0 < last - first <= LONGEST and "," not in named else None

    def _verb(self, quantity: Quantity) -> Token | None:
        """The verb that those asked are the subject of, above the last word before the bracket."""
        text, start = self._nearby.text, quantity.span.start
        if quantity.unit != SHARE or start < 2 or text[start - 1] != "(" or text[quantity.span.end : quantity.span.end + 1] not in (")", ";"):
            return None
        last = self._nearby.tokens[self._nearby.at(start - 1) - 1]
        for token in (last, *above(last, HIGH)):
            people = own_subject(token)
            if people is not None and people.end < token.end and self._are_asked(people):
                return token if "(" not in text[people.start : start - 1] else None
        return None

    def _are_asked(self, noun: Token) -> bool:
        plural = noun.morph.get("Number") == "Plur" and self._known.counts_people(noun.text)
        return noun.pos in ("NOUN", "PROPN") and (plural or noun.text.lower() in self._most)
