"""Who answered so, of a share in brackets at the end of what they say: "les Belges pensent que l'impôt est trop lourd (57 %)"."""

import re
from functools import cached_property, lru_cache
from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.foregoing import Foregoing
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

CHANGED = re.compile(r"\s?\([+-][^()\n]{1,12}\)")
"""By how much a share has changed, in brackets behind it."""
ASIDE = re.compile(r"\s?\([^()\n]{1,14}\)")
"""The same share again, in brackets behind it."""
NAMED = 5
"""Words before "dont" among which those stand whose share it is."""
NEAR = 12
"""Code points between a share and those whose it is."""
CLITICS = 4
"""Words among which a verb stands behind its pronouns."""
ANSWER = 14
"""Words of an answer in quotes."""
QUOTES = ('"',)
OPENING = ('"', "«", "“")
CLOSING = (",", ";", ".", ":", "(", ")", "-", "–", "!", "?")
HIGH = 6
"""Governors among which the verb of those asked is."""
ANSWERED = 8
"""Words behind a share among which the verb of an answer is."""
UNDECIDED = 2
"""Words of "sont sans"."""
ASIDES = 8
"""Words of an aside within an answer."""
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
        self._nearby, self._known, self._foregoing = nearby, units(pack), Foregoing(nearby)
        lists = pack.words("numbers")["polled"]
        self._most, self._relative = frozenset(lists["most"]), pack.words("numbers")["predicated"]["relative"]
        self._answering, self._without = Listed(lists["answering"], pack), frozenset(lists["without"])
        self._others = frozenset(pack.words("numbers")["shares"]["likewise"])
        self._chez, self._they = frozenset(lists["chez"]), frozenset(lists["they"])
        self._replying, self._dont, self._to = lists["replying"], frozenset(lists["whose"]), frozenset(lists["to"])
        self._sources = frozenset(pack.words("numbers")["restricting"]["sources"])
        self._polls, self._called = _polls(pack), lists["asked"]
        self._that = tuple(lists["that"])
        self._clitics = ("AUX", "PRON", "ADV")

    def told(self, end: int) -> bool:
        """Whether the text has told of a poll before a place."""
        return self._first is not None and self._first <= end

    def asked(self, what: str | None, share: Span, *, part: bool = False) -> str | None:
        """What so many do who are not named, with those asked for their name: "sondés qui jugent l'impôt trop lourd".

        A `part` of them may be told of as one: "un quart des élus a voté".
        """
        if not part and (quoted := self._quoted(what, self._nearby.at(share.end), share)):
            return quoted
        behind = self._nearby.tokens[self._nearby.at(share.end) :][:ANSWERED]
        answered = next((token for token in behind if token.pos == "VERB"), None)
        undecided = any(token.text.lower() in self._without for token in behind[:UNDECIDED])
        told = (undecided or (answered is not None and self._answering.verb(answered) is not None)) and self.near(share)
        if what and (people := self._fronted(share)) and (clause := self._clause(what)):
            return f"{people} {clause}"
        unnamed = what is not None and what.startswith(f"{self._relative} ")
        if unnamed and (people := self._whose(share) or self._before_colon(share)):
            return f"{people} {what}"
        if unnamed and told:
            return f"{self._called} {what}"
        return f"{what} {said}" if what and (said := self._said(what, share, part=part)) else what

    def _clause(self, what: str) -> str | None:
        """The relative clause of what is told of a share, if none but those asked is named before it."""
        before, relative, rest = f" {what}".partition(f" {self._relative} ")
        return f"{self._relative} {rest}" if relative and before.strip() in ("", self._called) else None

    def _fronted(self, share: Span) -> str | None:
        """Those whose share the sentence opens with: "Parmi les élus, 59 % le souhaitent"."""
        at = self._nearby.at(share.start)
        if at >= len(self._nearby.tokens):
            return None
        words = self._nearby.tokens[at - self._nearby.tokens[at].index : at]
        commas = [place for place, word in enumerate(words) if word.text == ","]
        first = commas[-2] + 1 if len(commas) > 1 else 0
        if not commas or commas[-1] != len(words) - 1 or words[first].text.lower() not in self._chez:
            return None
        return self._people(words[first + 1 : -1])

    def _people(self, words: list[Token]) -> str | None:
        """The people of a noun phrase behind its article or preposition; None where it names none."""
        noun = next((place for place, word in enumerate(words) if word.pos not in ("DET", "ADP", "ADJ")), None)
        plain = noun is not None and self._known.counts_people(words[noun].text) and not any(word.pos in ("VERB", "PUNCT", "NUM") for word in words)
        return self._nearby.text[words[noun].start : words[-1].end] if noun is not None and plain else None

    def likewise(self, what: str | None, share: Span, before: str | None) -> str | None:
        """Others of whom so many do what is told of those before: "59 % le souhaitent, 86 % chez les élus"."""
        at = self._nearby.at(share.end)
        opens = self._nearby.tokens[at : at + 1]
        if (also := self._also(before or "", at)) and (not what or what == before or f" {self._relative} " not in f" {what} "):
            return also
        _, relative, rest = f" {before or ''}".partition(f" {self._relative} ")
        if not relative or not opens or opens[0].text.lower() not in self._chez or (what and what != before and self._relative in what.split()):
            return what
        words = list(takewhile(lambda word: word.index and word.pos not in ("PUNCT", "VERB", "CCONJ"), self._nearby.tokens[at + 1 : at + ANSWER]))
        people = self._people(words)
        if len(words) > 1 and words[0].text.lower() in self._others:
            people = f"{(before or '').partition(' ')[0]} {self._nearby.text[words[1].start : words[-1].end]}"
        return f"{people} {self._relative} {rest}" if people else what

    def _quoted(self, what: str | None, at: int, share: Span) -> str:
        """Those asked with their answer in quotes: "mauvaise opinion (35 % "plutôt mauvaise")"."""
        tokens = self._nearby.tokens
        if not what or " " in what or not self._known.counts_people(what) or tokens[at : at + 1] == [] or tokens[at].text not in OPENING:
            return ""
        if self._nearby.text[tokens[at].end : tokens[at].end + 1].isspace() and tokens[at].text in QUOTES:
            return ""  # it closes what is quoted before
        last = next((place for place in range(at + 1, min(at + ANSWER, len(tokens))) if tokens[place].text in (*QUOTES, "»", "”")), 0)
        return f"{what} {self._replying} {self._nearby.words(at, last + 1)}" if last > at + 1 and self.near(share) else ""

    def _also(self, before: str, at: int) -> str:
        """What more so many answered, by the verb of those before: "43 % souhaitent qu'il parte, 24 % qu'il reste"."""
        opens = next(iter(self._nearby.tokens[at : at + 1]), None)
        places = [before.find(f" {that}") for that in self._that if f" {that}" in before]
        if opens is None or opens.text.lower() not in (that.strip() for that in self._that) or not places or f" {self._relative} " not in before:
            return ""
        words = list(takewhile(lambda word: word.index and not self._closes(word), self._nearby.tokens[at : at + LONGEST]))
        number = next((place for place, word in enumerate(words) if word.pos == "NUM"), len(words) + 1)
        words = words[: number - 1] if number <= len(words) else words
        said = self._nearby.words(at, at + len(words))
        return f"{before[: min(places)]} {said}" if len(words) > 2 and not _is_open(words) else ""

    def _whose(self, share: Span) -> str | None:
        """Those before "dont": "les adhérents, dont 95 % approuvent"."""
        at = self._nearby.at(share.start)
        if at < 2 or self._nearby.tokens[at - 1].text.lower() not in self._dont:
            return None
        before = self._nearby.tokens[max(0, at - NAMED) : at - 1][::-1]
        people = next((token for token in before if token.pos == "NOUN" and token.morph.get("Number") == "Plur"), None)
        plain = people is not None and self._known.counts_people(people.text)
        return self._nearby.text[people.start : self._nearby.tokens[at - 1].start].rstrip(" ,") if plain and people is not None else None

    def _before_colon(self, share: Span) -> str | None:
        """The subject before the colon: "Les élus de la gauche sont les plus inquiets : 72 % redoutent"."""
        at = self._nearby.at(share.start)
        at -= at > 0 and self._nearby.tokens[at - 1].pos in ("ADJ", "ADV")  # "seuls 12 %"
        words = self._nearby.tokens[at - self._nearby.tokens[at].index : at] if at < len(self._nearby.tokens) else []
        if not words or words[-1].text != ":":
            return None
        verb = next((place for place, word in enumerate(words) if word.pos in ("VERB", "AUX") and word.morph.get("VerbForm") == "Fin"), 0)
        first = next((place for place, word in enumerate(words[:verb]) if word.pos == "NOUN"), verb)
        opened = all(word.pos in ("DET", "ADJ") for word in words[:first]) and words[0].morph.get("Definite") == "Def"
        while verb > first and words[verb - 1].pos in self._clitics:
            verb -= 1
        return self._people(words[first:verb]) if opened and first < verb and words[first].morph.get("Number") == "Plur" else None

    def _said(self, what: str, share: Span, *, part: bool = False) -> str | None:
        """What the people of a share do by the clause behind them, if nothing of it is told yet: "qui jugent l'impôt trop lourd"."""
        start = self._nearby.text.find(what, share.start, share.end + len(what) + NEAR)
        if start < 0 or f" {self._relative} " in what or not self._known.counts_people(what.split()[0]) or not what.split()[0].endswith(("s", "x")):
            return None
        end = max(start + len(what), share.end if share.start <= start < share.end else 0)
        bracket = ASIDE.match(self._nearby.text, end)
        at = self._nearby.at(bracket.end() if bracket else end)
        while at + 1 < len(self._nearby.tokens) and [word.pos for word in self._nearby.tokens[at : at + 2]] == ["ADP", "NUM"]:
            at += 2  # "de ses électeurs de 2012"
        also = self._joined(at)
        joined, at = self._nearby.words(at, also) if also > at else "", also
        opening = self._nearby.tokens[at : at + CLITICS]
        verb = next((token for token in opening if token.pos not in ("PRON", "ADV", "PART") or token.morph.get("PronType") == "Rel"), None)
        if verb is None or verb.index == 0 or verb.morph.get("VerbForm") != "Fin" or self._is_ones(verb, part):
            return None
        words = list(takewhile(lambda word: word.index and not self._closes(word), self._nearby.tokens[at : at + LONGEST]))
        words = self._past_aside(at, words) if _is_open(words) else words
        while words and words[-1].pos in ("ADP", "SCONJ", "CCONJ", "DET", "AUX", "PRON"):
            words.pop()
        said = self._nearby.words(at, at + len(words))
        whole = len(words) > 1 and not sum(said.count(mark) for mark in QUOTES) % 2 and said.count("«") == said.count("»")
        return f"{joined} {self._relative} {said}".lstrip() if whole else None

    def _joined(self, at: int) -> int:
        """The index behind what goes on with the people: "des élus de la gauche |et du centre| le pensent"; the index itself where nothing does."""
        tokens = self._nearby.tokens
        if [word.pos for word in tokens[at : at + 2]] != ["CCONJ", "ADP"] or not tokens[at].index:
            return at
        return (
            at
            + 1
            + len(list(takewhile(lambda word: word.index and word.pos in ("ADP", "DET", "NOUN", "PROPN", "ADJ"), tokens[at + 1 : at + ANSWER])))
        )

    def _is_ones(self, verb: Token, part: bool) -> bool:
        """Whether a verb is of one alone; so many percent are one to some ("56 % des élus estime")."""
        return verb.morph.get("Number") == "Sing" and not part and self._answering.verb(verb) is None

    def _past_aside(self, at: int, words: list[Token]) -> list[Token]:
        """The words with those behind the aside that cuts their clause: "pensent que M. Roy, 57 ans, doit partir"; none where no verb follows."""
        tokens, opens = self._nearby.tokens, at + len(words)
        closes = next((place for place in range(opens + 1, min(opens + ASIDES, len(tokens))) if tokens[place].text == ","), 0)
        if not closes or tokens[opens].text != "," or not all(tokens[place].index for place in range(opens, closes + 1)):
            return []
        more = list(takewhile(lambda word: word.index and not self._closes(word), tokens[closes + 1 : at + LONGEST]))
        return [] if _is_open([*words, *more]) else tokens[at : closes + 1 + len(more)]

    def _closes(self, word: Token) -> bool:
        """Whether a word ends what so many answered."""
        return word.text in CLOSING or word.text.lower() in self._sources or (word.pos == "CCONJ" and word.head.pos in ("VERB", "AUX"))

    def replied(self, quantity: Quantity) -> str | None:
        """What so many answered, in quotes behind the share; those "qui sont 68 % à le vouloir"."""
        text = self._nearby.text
        bracket = CHANGED.match(text, quantity.span.end)
        at, tokens = self._nearby.at(bracket.end() if bracket else quantity.span.end), self._nearby.tokens
        if quantity.unit != SHARE or at >= len(tokens):
            return None
        if not self.told(quantity.span.start):
            return None
        if tokens[at].text in OPENING:
            last = next((place for place in range(at + 1, min(at + ANSWER, len(tokens))) if tokens[place].text in (*QUOTES, "»", "”")), None)
            return f"{self._called} {self._replying} {self._nearby.words(at, last + 1)}" if last is not None and last > at + 1 else None
        if tokens[at].text.lower() == self._relative and bracket:
            words = list(takewhile(lambda word: word.index and not self._closes(word), tokens[at : at + LONGEST]))
            return f"{self._called} {self._nearby.words(at, at + len(words))}" if len(words) > 1 else None
        return None

    def to_do(self, quantity: Quantity) -> str | None:
        """ "Les Français sont 68 % à ne pas vouloir partir": the people, with what they do."""
        bracket = CHANGED.match(self._nearby.text, quantity.span.end)
        at = self._nearby.at(bracket.end() if bracket else quantity.span.end)
        tokens, first = self._nearby.tokens, self._nearby.at(quantity.span.start)
        if quantity.unit != SHARE or at >= len(tokens):
            return None
        verb = next((word for word in tokens[at + 1 : at + CLITICS] if word.pos not in ("ADV", "PRON", "PART")), None)
        if tokens[at].text.lower() not in self._to or verb is None or verb.morph.get("VerbForm") != "Inf":
            return None
        before = tokens[max(0, first - CLITICS - HIGH) : first][::-1]
        relative = next((place for place, word in enumerate(before) if word.text.lower() == self._relative), CLITICS)
        near = all(word.pos in ("AUX", "ADV", "PUNCT") or word.text.lower() in ("que", self._relative) for word in before[: relative + 1])
        before = [word for word in before if word.pos != "PUNCT"][: relative + 2] if near and relative < CLITICS + 1 else before[:CLITICS]
        people = next((word for word in before if word.pos in ("NOUN", "PROPN") or word.text.lower() in self._they), None)
        between = [word for word in before if people is not None and word.start > people.start]
        pronoun = people is not None and people.text.lower() in self._they
        plain = people is not None and (pronoun or self._known.counts_people(people.text)) and any(word.pos == "AUX" for word in between)
        words = list(takewhile(lambda word: word.index and not self._closes(word), tokens[at : at + LONGEST]))
        if not plain or people is None:
            return None
        named = self._foregoing.meant(people) if pronoun else people
        named = named if named is not None and self._known.counts_people(named.text) else None
        if named is None and not self.near(quantity.span):
            return None
        return f"{named.text if named is not None else self._called} {self._nearby.words(at, at + len(words))}"

    def near(self, share: Span) -> bool:
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


def _is_open(words: list[Token]) -> bool:
    """Whether a conjunction stands among words, and no finite verb behind it."""
    last = max((place for place, word in enumerate(words) if word.pos == "SCONJ"), default=None)
    return last is not None and not any(word.morph.get("VerbForm") in ("Fin", "Inf") for word in words[last:])
