"""What the words about so many point back at, said in their place: "médecins de la brigade venue de Bork" instead of "de cette brigade"."""

import re
from dataclasses import replace

from chancery.analysis import Analysis, Token
from chancery.facts.antecedents import Antecedents
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.pointed import Pointed
from chancery.facts.restricting import Restricting
from chancery.facts.said_before import SaidBefore
from chancery.languages import Pack
from chancery.scan.phrases import either

REACH = 300
"""Code points before a figure in which the noun stands that its words have."""


class Recalled:
    """The nouns in the words about the figures of one document that mean something told before."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pointed: Pointed, analysis: Analysis, pack: Pack) -> None:
        self._nearby = nearby
        lists = pack.words("numbers")["recalled"]
        self._these: dict[str, str] = lists["demonstratives"]
        self._opened: dict[str, list[str]] = lists["opened"]
        self._joined: dict[str, str] = lists["joined"]
        self._cut, self._full, self._vowels = str(lists["cut"]), frozenset(lists["full"]), tuple(lists["vowels"])
        self._articles, self._elided = frozenset(lists["articles"]), tuple(lists["elided"])
        self._tied = re.compile(rf" (?:{either(lists['tied'])})(?:(?<=['’])|(?!\w))", re.IGNORECASE)
        words = either([*self._these, *self._opened, *lists["articles"]])
        cases = either([*lists["cases"], lists["in"]])
        self._pointing = re.compile(
            rf"(?<![\w'’-])(?:(?P<case>{cases})\s?)?(?P<word>{words})(?:(?<=['’])|\s)(?P<noun>[\w-]+)(?![\w'’-])", re.IGNORECASE
        )
        self._in, self._of = str(lists["in"]), str(lists["of"])
        self._locative: dict[str, str] = lists["locative"]
        self._antecedents, self._said = Antecedents(nearby, restricting, analysis, pack), SaidBefore(nearby, pointed, analysis, pack)

    def told(self, figure: Figure) -> Figure:
        """The figure with what is meant, where that is plain, and as it is elsewhere; a body or state that they are of has them."""
        what, who = figure.what or "", figure.who
        for found in reversed(list(self._pointing.finditer(what))):
            follows = what[found.end() : found.end() + 2].strip(" ,")
            if self._tied.match(what, found.end()) or (follows and not follows.islower()):
                continue
            noun = self._noun(found, figure)
            told, name = self._meant(found, noun, figure) if noun is not None else ("", "")
            if noun is not None and told:
                what = f"{what[: found.start()]}{told}{what[found.end() :]}"
                right_behind = len(what[: found.start()].split()) == 1 and not self._pointing.match(what)
                who = who or (self._named(name, noun) if right_behind and self._case(found) == self._of else ())
        return replace(figure, what=what, who=who) if what else figure

    def _named(self, name: str, noun: Token) -> tuple[str, ...]:
        """The body or state that a name means where it stands last before the noun."""
        names = self._nearby.mentions_before(noun.start, noun.start)
        before = (mention for mention in names if f"{name} ".startswith(f"{mention.span.of(self._nearby.text)} "))
        actor = next((mention.actor for mention in before), None)
        return (actor,) if actor is not None else ()

    def _case(self, found: re.Match[str]) -> str:
        """The preposition of some words, in full."""
        word = found["word"].lower()
        case = (self._opened[word][0] if word in self._opened else found["case"] or "").lower()
        return self._of if case.rstrip("'’ ") == self._of[:1] else case

    def _noun(self, found: re.Match[str], figure: Figure) -> Token | None:
        """The bare noun of the text that some words are: the nearest in the sentence of the figure, else the last one before."""
        first, last = self._nearby.sentence(figure.evidence.start)
        inside = sorted(self._nearby.tokens[first : last + 1], key=lambda token: abs(token.start - figure.evidence.start))
        before = self._nearby.tokens[self._nearby.at(figure.evidence.start - REACH) : first][::-1]
        return next((token for token in (*inside, *before) if self._is(token, found)), None)

    def _is(self, token: Token, found: re.Match[str]) -> bool:
        """Whether a noun of the text may be the one of the words, by the word that determines it; "des" alone determines none."""
        if token.pos != "NOUN" or token.text != found["noun"] or not token.text.islower():
            return False
        word, before = found["word"].lower(), [child for child in (*token.all("det"), *token.all("case")) if child.start < token.start]
        said = {child.text.lower() for child in before}
        if word in self._these or said.intersection(self._these):
            return word in self._these and word in said
        held = word not in self._opened or not any(child.text.lower() == word and child.dep == "det" for child in before)
        return held and bool(said.intersection((*self._opened, *self._articles)))

    def _meant(self, found: re.Match[str], noun: Token, figure: Figure) -> tuple[str, str]:
        """What stands instead of the words, with their preposition, and the name or noun in it; empty where nothing is plain."""
        word, case = found["word"].lower(), self._case(found)
        own = self._opened[word][1] if word in self._opened else self._these.get(word, word)
        said = self._said.meant(noun, own, figure)
        if said is not None:
            article, name = said
            place = self._said.is_state(noun) or (self._said.is_place(noun) and article in ("", *self._full))
            return (self._put(case, article, name, place=place), name) if article is not None else ("", "")
        again, behind = self._antecedents.of(noun), found.string[found.end() :].split()[:1]
        if not again and word in self._these:
            own, again = self._antecedents.kindred(noun) or (own, self._antecedents.of(noun, this=True))
        said_anyway = behind == again.removeprefix(noun.text).split()[:1]
        return (self._put(case, own, again), again) if again and not said_anyway else ("", "")

    def _put(self, case: str, article: str, name: str, *, place: bool = False) -> str:
        """A name or noun with its article, behind a preposition."""
        if place and case == self._in and article in self._locative:
            return f"{self._locative[article]} {name}"
        if not article and case == self._of and name.startswith(self._elided):
            return f"d'{name}"
        article = self._cut if article in self._full and name.startswith(self._vowels) else article
        words = self._joined.get(f"{case} {article}", f"{case} {article}".strip())
        return f"{words}{name}" if words.endswith(("'", "’")) else f"{words} {name}".strip()
