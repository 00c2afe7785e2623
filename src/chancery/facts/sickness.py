"""Of which illness bare cases, infections and deaths are, in a text that speaks of hardly another: "cas de coronavirus"."""

import re
from functools import cached_property, lru_cache

from chancery.analysis import Token
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either

MOSTLY = 0.9
"""The share of all names of illnesses that are the one spoken of, where the headline names none or several."""
OFTEN = 5
"""Words for an epidemic in a text that is about one, at least,"""
NEAR = 400
"""Code points behind the name of an illness in which "en" may mean it."""
NOUN = 3
"""Words at the head of what is counted among which its noun stands."""
WITHIN = 120
"""and in how many words one of them."""


@lru_cache(maxsize=8)
def _known(pack: Pack) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str], re.Pattern[str]]:
    """A pattern for each illness by all its names; one for the words that tell of an epidemic, those names among them; and one for any name."""
    lists = pack.words("numbers")["sickness"]
    named = tuple(_words(names) for names in lists["names"])
    every = [name for names in lists["names"] for name in names]
    return named, _words([*lists["epidemic"], *every]), _words(every)


def _words(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2)
def sickness(nearby: Nearby, pack: Pack) -> "Sickness":
    """The illness that a document speaks of, found once for all that ask."""
    return Sickness(nearby, pack)


class Sickness:
    """The illness that one document speaks of."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._pack = nearby, pack
        lists = pack.words("numbers")["sickness"]
        self._cases, self._deaths = frozenset(lists["cases"]), frozenset(lists["deaths"])
        self._ill = frozenset(lists["ill"])
        self._of: list[str] = pack.words("numbers")["predicated"]["of"]
        predicated = pack.words("numbers")["predicated"]
        self._happenings = frozenset((*predicated["happenings"], *predicated["killing"])) - frozenset(lists["epidemic"])
        self._others = frozenset(pack.words("numbers")["others"]["called"])
        self._tied = frozenset((*self._of, *pack.words("numbers")["bare"]["of_the"]))
        self._elided = tuple(of for of in self._of if of.endswith("'"))
        self._any = _words(lists["any_cause"])
        self._vowels, self._unnamed = tuple(lists["elided"]), tuple(lists["others"])

    def what(self, noun: Token) -> str:
        """The illness of a bare noun, with its preposition: "de coronavirus"; empty for others, and where none or several are much spoken of.

        Deaths are an illness's only where their sentence tells of it, or where the text is about one and nothing else kills there.
        """
        return self.of_any(noun) or (self._joined(self._name(noun.start)) if self._is_case(noun) else "")

    def of_any(self, noun: Token) -> str:
        """The words right behind deaths that are of no illness alone: "toutes causes confondues"; empty for others."""
        found = self._any.match(self._nearby.text, noun.end + 1) if noun.text.lower() in self._deaths else None
        return found.group() if found is not None else ""

    def _is_case(self, noun: Token) -> bool:
        """Whether cases are counted, or deaths that an illness may have caused."""
        word = noun.text.lower()
        if self._tells_of_another(noun):
            return False
        if word in self._ill:
            return self._is_headed or self._in_epidemic(noun)
        return word in self._cases or (word in self._deaths and (self._in_epidemic(noun) or (self._is_topic and not self._kills(noun))))

    def told(self, place: int) -> str:
        """The illness, with its preposition, that is named a little before a place; empty for none."""
        near = any(0 <= place - start <= NEAR for found in self._spelt for start, _ in found)
        return self._joined(self._name(place)) if near else ""

    def spoken_of(self, place: int) -> str:
        """The illness, with its preposition, that is named a little before a place or that the text is about; empty for none."""
        return self.told(place) or (self._joined(self._name(place)) if self._is_topic else "")

    def caught(self, noun: Token) -> str:
        """The illness, with its preposition, that "en" means: one named a little before, or the text's own where the sentence tells of one."""
        return self.told(noun.start) or (self.spoken_of(noun.start) if self._in_epidemic(noun) else "")

    def completed(self, what: str, noun: Token) -> str:
        """The illness put in behind cases that are told of with no word of it: "cas |de rougeole| dans les vallées"."""
        words = what.split()
        place = next((place for place, word in enumerate(words[:NOUN]) if word == noun.text), None)
        other = bool(self._others.intersection(word.lower() for word in words[:place]))  # "neuf autres cas", of what those before are
        if place == 0 and (of := self.of_any(noun)):
            return what if of in what.lower() else " ".join((words[0], of, *words[1:]))
        if place is None or other or not self._is_case(noun) or _known(self._pack)[1].search(" ".join(words[place + 1 :])):
            return what
        described = {child.text for child in noun.all("amod") if child.pos == "ADJ"}
        while words[place + 1 : place + 2] and words[place + 1] in described:
            place += 1
        behind = " ".join(words[place + 1 : place + 2]).lower()
        near = self._is_topic or self._in_epidemic(noun) or self.told(noun.start)
        of = "" if behind in self._tied or behind.startswith(self._elided) or not near else self._joined(self._name(noun.start))
        return " ".join((*words[: place + 1], of, *words[place + 1 :])) if of else what

    def _joined(self, name: str) -> str:
        of = self._of[name.startswith(self._vowels)]
        return f"{of}{name}" if name and of.endswith("'") else f"{of} {name}" if name else ""

    def _in_epidemic(self, noun: Token) -> bool:
        first, last = self._sentence(noun)
        return _known(self._pack)[1].search(self._nearby.words(first, last)) is not None or self._among_cases(noun)

    def _among_cases(self, noun: Token) -> bool:
        """Whether its sentence counts cases before it: "21 cas, dont trois décès"."""
        before = self._nearby.tokens[self._sentence(noun)[0] : self._nearby.at(noun.start)]
        return any(token.text.lower() in self._cases and token.child("nummod") is not None for token in before)

    def is_of_none(self, noun: Token) -> bool:
        """Whether it is of no happening but an epidemic: cases, and those who died of them."""
        return noun.text.lower() in self._cases or (noun.text.lower() in self._deaths and self._among_cases(noun))

    def _tells_of_another(self, noun: Token) -> bool:
        """Whether its sentence names another illness, or the one before it where it names none."""
        first, last = self._sentence(noun)
        begun = self._sentence(self._nearby.tokens[first - 1])[0] if first else first
        for start, end in ((first, last), (begun, first)):
            span = range(self._nearby.tokens[start].start, self._nearby.tokens[end - 1].end) if start < end else range(0)
            named = [found for found in self._spelt if any(place in span for place, _ in found)]
            if named:
                return any(found is not self._spoken for found in named)
        return False

    def _kills(self, noun: Token) -> bool:
        """Whether a sentence, or the one before it, tells of something else that kills."""
        first, last = self._sentence(noun)
        first = self._sentence(self._nearby.tokens[first - 1])[0] if first else first
        return any(token.lemma.lower() in self._happenings for token in self._nearby.tokens[first:last])

    def _sentence(self, noun: Token) -> tuple[int, int]:
        tokens = self._nearby.tokens
        at = last = self._nearby.at(noun.start)
        while last < len(tokens) and (last == at or tokens[last].index):
            last += 1
        return at - tokens[at].index, last

    @cached_property
    def _is_topic(self) -> bool:
        """Whether the text is about an epidemic: its headline tells of one, or many of its words."""
        if self._is_headed:
            return True
        told = len(_known(self._pack)[1].findall(self._nearby.text))
        return told >= OFTEN and told * WITHIN >= len(self._nearby.tokens)

    def _name(self, place: int) -> str:
        """As the text last spells it before a place, else as it does first."""
        found = self._spoken
        return next((name for start, name in reversed(found) if start < place), found[0][1]) if found else ""

    @cached_property
    def _spoken(self) -> list[tuple[int, str]]:
        """Where the illness is named that the text speaks of; empty where several are much spoken of."""
        headed = [found for found in self._spelt if found[0][0] < len(self._headline)]
        most = max(headed if len(headed) == 1 else self._spelt, key=len, default=[])
        return [] if len(headed) != 1 and len(most) < MOSTLY * sum(len(found) for found in self._spelt) else most

    @cached_property
    def _is_headed(self) -> bool:
        """Whether the headline tells of an epidemic."""
        return _known(self._pack)[1].search(self._headline) is not None

    @cached_property
    def _headline(self) -> str:
        """The first line, if others follow, unless it tells of another illness without a name of its own."""
        first, end, _ = self._nearby.text.partition("\n")
        return first if end and not any(other in first.lower() for other in self._unnamed) else ""

    @cached_property
    def _spelt(self) -> list[list[tuple[int, str]]]:
        """Where each illness is named, and how, as the list writes it."""
        spelt = {name.lower(): name for names in self._pack.words("numbers")["sickness"]["names"] for name in names}
        if _known(self._pack)[2].search(self._nearby.text) is None:
            return []
        every = ([(match.start(), spelt[match.group().lower()]) for match in names.finditer(self._nearby.text)] for names in _known(self._pack)[0])
        return [found for found in every if found]
