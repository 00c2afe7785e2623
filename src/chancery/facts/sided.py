"""How so many stand of whom nothing but that is told: "56 % qui en ont une mauvaise opinion", "38 % sont contre, 12 % sans opinion"."""

from itertools import takewhile

from chancery.analysis import Token
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.clause_ends import Clauses
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.polled import ASIDE, CHANGED, Polled
from chancery.languages import Pack
from chancery.span import Span

NEAR_BY = 25
"""Code points between a share and how its people are."""
NEAR = 250
"""Code points between a share of people and one that goes on with it."""
LONGEST = 5
"""Words of how they stand, where no verb says it."""
HELPING = 3
"""Words of "y sont" and the like before it."""
BEFORE = 6
"""Words before a bracket among which how they stand is told."""


class Sided:
    """The shares of one document that say on which side people are."""

    def __init__(self, nearby: Nearby, clauses: Clauses, polled: Polled, pack: Pack) -> None:
        self._nearby, self._clauses, self._polled, self._known = nearby, clauses, polled, units(pack)
        self._named = ""
        lists = pack.words("numbers")["polled"]
        self._against = frozenset(pack.words("numbers")["whose"]["compared"])
        self._relative, self._called = pack.words("numbers")["predicated"]["relative"], str(lists["asked"])
        self._sides, self._without, self._stances = frozenset(lists["sides"]), frozenset(lists["without"]), frozenset(lists["stances"])

    def what(self, figure: Figure, last: Figure | None) -> str | None:
        """The people with how they stand; what the figure is of already, where nothing stands there or nobody is known."""
        if figure.unit == SHARE and figure.what and figure.what.startswith(f"{self._relative} "):
            people = self._before_it(figure, last)
            return self._told(people, figure.what) if people else figure.what  # "un quart des élèves ont pris le car, 20 % ont opté pour le train"
        if figure.unit == SHARE and figure.what and (there := self._there(figure)):
            return there
        if figure.unit == SHARE and figure.what and (alone := self._alone(figure, last)):
            return alone
        if figure.unit != SHARE or (figure.what and not self._is_people(figure.what)):
            return figure.what
        return self._with_stance(figure, last)

    def _with_stance(self, figure: Figure, last: Figure | None) -> str | None:
        """The people with how they stand, where nothing or only one of the two is told."""
        told = figure.what if figure.what not in self._stances else None
        people = told or self._people(figure, last)
        said = self._said(figure) if people else ""
        return self._told(people, said) if people and said else figure.what

    def _is_people(self, what: str) -> bool:
        """Whether only people are told, or only how they stand."""
        return what in self._stances or (" " not in what and self._known.counts_people(what))

    def _told(self, people: str, said: str) -> str:
        """The people with what is said of them; who they are is kept for the next share."""
        self._named = people
        return f"{people} {said}"

    def _there(self, figure: Figure) -> str | None:
        """ "82 % des Belges y sont favorables": the people of a stance with the words between that tell to what."""
        people, _, stance = (figure.what or "").rpartition(" ")
        start = self._nearby.text.find(people, figure.evidence.start, figure.evidence.end + NEAR_BY + len(people))
        if stance not in self._stances or not people or start < 0:
            return None
        first = self._nearby.at(start + len(people))
        words = list(takewhile(lambda word: word.pos in ("AUX", "ADV", "PRON") and word.text != stance, self._nearby.tokens[first:][:HELPING]))
        told = any(word.pos == "PRON" for word in words) and self._nearby.tokens[first + len(words)].text == stance
        return f"{people} {self._relative} {self._nearby.words(first, first + len(words) + 1)}" if told else None

    def _alone(self, figure: Figure, last: Figure | None) -> str | None:
        """What only an adjective or participle says behind "sont": "37 % sont d'accord", with the people."""
        what, end = figure.what or "", figure.evidence.end
        start = self._nearby.text.find(what, end, end + NEAR_BY + len(what))
        between = self._nearby.inside(Span(end, start)) if start > end else []
        said = bool(between) and all(word.pos in ("AUX", "ADV", "PRON") for word in between)
        people = self._people(figure, last) if said and between[-1].pos in ("AUX", "ADV") else None
        return self._told(people, what) if people else None

    def _people(self, figure: Figure, last: Figure | None) -> str | None:
        """Whom the share right before is of, else those asked where a poll is told."""
        return self._before_it(figure, last) or (self._called if self._polled.near(figure.evidence) else None)

    def _before_it(self, figure: Figure, last: Figure | None) -> str | None:
        """Whom the share right before is of; None where it is of no people."""
        near = last is not None and last.unit in (SHARE, None) and 0 <= figure.evidence.start - last.evidence.end <= NEAR
        named = (last.what or "").partition(f" {self._relative} ")[0].split() if near and last is not None else []
        if self._named and near and last is not None and (last.what or "").startswith(f"{self._named} "):
            return self._named
        people = " ".join(takewhile(lambda word: not self._says(word), named))
        plain = bool(people) and self._known.counts_people(people.split()[0]) and people.split()[0].endswith(("s", "x"))
        return people if plain else None

    def _said(self, figure: Figure) -> str:
        """What stands behind the share, else before its brackets."""
        text, end = self._nearby.text, figure.evidence.end
        bracket = ASIDE.match(text, end) or CHANGED.match(text, end)
        at = self._nearby.at(bracket.end() if bracket else end)
        opens = next(iter(self._nearby.tokens[at : at + 1]), None)
        if opens is None or opens.index == 0 or "\n" in text[end : opens.start]:
            return self._before(figure)
        if self._is_anothers(figure, at):
            return ""
        if opens.text.lower() == self._relative:
            last = self._clauses.clause(at + 1, finite=True, places=True)
            return f"{self._relative} {self._nearby.words(at + 1, last)}" if last > at + 2 else ""
        return self._stance(at) or self._done(figure, at) or self._before(figure)

    def _is_anothers(self, figure: Figure, at: int) -> bool:
        """Whether a share is set against that of another place: "contre 5 % pour l'Italie" are not for it."""
        before = self._nearby.tokens[max(0, self._nearby.at(figure.evidence.start) - 1)]
        names = [(word, self._nearby.mention_before(word.start)) for word in self._nearby.tokens[at + 1 : at + 3]]
        named = any(name is not None and name.type == "LOC" and name.span.start == word.start for word, name in names)
        return named and before.text.lower() in self._against and before.end <= figure.evidence.start

    def _done(self, figure: Figure, at: int) -> str:
        """ "Un quart des élèves ont pris le car, et 20 % ont opté pour le train": the clause right behind a share whose people are told before it."""
        verb = next(iter(self._nearby.tokens[at : at + 1]))
        finite = verb.morph.get("VerbForm") == "Fin" and verb.morph.get("Number") == "Plur" and verb.pos in ("AUX", "VERB")
        told = not figure.what or figure.what in self._nearby.text[figure.evidence.end : verb.start]
        last = self._clauses.clause(at, finite=True, places=True) if finite and not told else at
        return f"{self._relative} {self._nearby.words(at, last)}" if last > at + 1 else ""

    def _stance(self, at: int) -> str:
        """ "Sont contre", "sans opinion", "y sont favorables": behind a share."""
        tokens = self._nearby.tokens[at : at + LONGEST + HELPING + 1]
        words = list(takewhile(lambda word: word.index and word.pos not in ("PUNCT", "CCONJ", "NUM"), tokens))
        if words and len(words) < len(tokens) and tokens[len(words)].pos == "NUM" and words[-1].pos in ("ADP", "DET"):
            return ""  # "48 % contre 44 %"
        first = next((place for place, word in enumerate(words[: HELPING + 1]) if self._is_stance(word)), None)
        if first is None or any(word.pos not in ("AUX", "PRON", "ADV") and word.dep != "cop" for word in words[:first]):
            return ""
        said = self._nearby.words(at, at + len(words)) if len(words) - first <= LONGEST else ""
        return f"{self._relative} {said}" if said and first else said

    def _is_stance(self, word: Token) -> bool:
        return self._says(word.text)

    def _says(self, word: str) -> bool:
        """Whether a word says how somebody stands."""
        return word.lower() in self._stances or word.lower() in self._sides or word.lower() in self._without

    def _before(self, figure: Figure) -> str:
        """ "Nombreux à y être opposés (45 %)": the word right before the bracket."""
        start = figure.evidence.start
        if self._nearby.text[start - 1 : start] != "(":
            return ""
        at = self._nearby.at(start - 1)
        word = self._nearby.tokens[at - 1]
        return word.text if word.text.lower() in self._stances else ""
