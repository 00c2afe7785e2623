"""What a part or a share has of the whole told before it: "500 élus partis, soit 13 % du conseil"; "30 élus, dont 4 nouveaux"."""

from dataclasses import replace

from chancery.analysis import Quantity
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.clause_ends import Clauses
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

FAR = 120
"""Code points between a count and the share that says it otherwise."""
APART = frozenset(".;!?\n")
AHEAD = 60
"""Code points behind a share in which the words begin that say of what it is one."""


class Wholes:
    """The wholes of one document whose parts its figures are."""

    def __init__(self, nearby: Nearby, clauses: Clauses, pack: Pack) -> None:
        self._nearby, self._clauses, lists = nearby, clauses, pack.words("numbers")
        self._describing, self._opening = frozenset(lists["wholes"]["describing"]), tuple(lists["predicated"]["of"])
        self._that_is, self._in_part = frozenset(lists["compared"]["that_is"]), str(lists["unnamed"]["part"])
        self._generic, self._counts_people = frozenset(lists["predicated"]["generic"]), units(pack).counts_people
        self._relative, self._people_unit = f" {lists['predicated']['relative']} ", units(pack).people_unit
        self._fresh, self._parts = frozenset(lists["wholes"]["fresh"]), frozenset(lists["whose"]["parts"])
        self._participles = tuple(lists["restricting"]["participles"])
        self._fates: dict[str, str] = lists["predicated"]["fates"]
        self._between: str = lists["ranges"]["between"]
        self._against = frozenset(lists["whose"]["compared"])
        self._all = frozenset(lists["wholes"]["people"])
        self._of_the = frozenset(lists["bare"]["of_the"])
        self._of_all = frozenset((*lists["restricting"]["of"], *lists["bare"]["of_the"]))
        self._former: Figure | None = None

    def told(self, figure: Figure, quantity: Quantity, before: Figure | None) -> Figure:
        """The figure, with what the whole before it tells; behind "12 des 300 marins", with what the part does."""
        part, self._former = self._former, before
        if before is not None and part is not None and self._is_part(part, before):
            before = part
        if before is None or not before.what:
            return figure
        between = self._nearby.text[before.evidence.end : figure.evidence.start]
        words = between.split()
        if not words or len(between) > FAR:
            return figure
        opens = words[-1].lower().lstrip("(")
        if opens in self._against and before.unit == figure.unit and not APART & set(between[: between.rindex(words[-1])].rstrip(". ")):
            return self._set_against(figure, before)
        if set(between) & APART:
            return figure
        if opens in self._that_is:
            return self._again(figure, before)
        if not opens:  # "200 cas (19 nouveaux)"
            return self._anew(figure, quantity) or figure
        return self._described(figure, quantity, before) if opens in self._parts else figure

    def _is_part(self, part: Figure, whole: Figure) -> bool:
        """Whether nothing but "des" stands between two figures."""
        return self._nearby.text[part.evidence.end : whole.evidence.start].strip().lower() in self._of_the

    def _again(self, figure: Figure, before: Figure) -> Figure:
        """ "500 habitants partis, soit 13 % de la population": what is told of them, as a part of so many."""
        people = before.unit == self._people_unit or self._is_of_people(before.what or "")
        if figure.unit not in (SHARE, None):
            bare = people and (figure.what or "").lower() in self._generic and before.unit in (SHARE, None)
            bare = bare and figure.evidence.of(self._nearby.text) not in (before.what or "")
            return replace(figure, what=before.what, who=figure.who or before.who) if bare else figure
        if before.unit in (SHARE, None):
            return figure
        bare = (before.what or "").lower() in self._generic
        if not figure.what:
            at = self._nearby.at(figure.evidence.end)
            ahead = [token.text.lower() for token in self._nearby.tokens[at : at + 2]]
            rest = bool(ahead) and ahead[0] in self._of_all and ahead[-1] != self._between
            return figure if bare or rest else replace(figure, what=before.what, who=figure.who or before.who)
        whole, said, clause = figure.what.partition(self._relative)
        if (bare and not said) or (self._is_of_people(whole) and not people):
            return figure
        place = self._nearby.text.find(whole, figure.evidence.start, figure.evidence.end + AHEAD + len(whole))
        joined = self._joined(place) if place > 0 else ""
        if not joined or self._in_part in figure.what:
            return figure
        told = f"{before.what}{said}{clause}" if bare else before.what
        return replace(figure, what=f"{told}, {self._in_part} {joined}{whole}", who=figure.who or before.who)

    def _joined(self, place: int) -> str:
        """The preposition and article before a noun, and no possessive: "de la "; empty for others than "de"."""
        at = self._nearby.at(place)
        article = self._nearby.tokens[at - 1] if at else None
        first = at - (2 if article is not None and article.pos == "DET" else 1)
        if first < 0 or self._nearby.tokens[first].text.lower() not in self._of_all:
            return ""
        own = article is not None and article.morph.get("Poss") == "Yes"
        return self._nearby.text[self._nearby.tokens[first].start : article.start if own and article is not None else place]

    def _doing(self, figure: Figure) -> str:
        """ "3 millions de colons, dont la moitié vivent au nord": what a fraction of them does; empty for all others."""
        at = self._nearby.at(figure.evidence.end)
        verb = self._nearby.tokens[at] if at < len(self._nearby.tokens) else None
        finite = verb is not None and verb.pos in ("VERB", "AUX") and verb.morph.get("VerbForm") == "Fin" and verb.morph.get("Number") == "Plur"
        if figure.unit is not None or not figure.what or " " in figure.what or not finite:
            return ""
        last = self._clauses.clause(at, finite=True, places=True)
        return f"{figure.what}{self._relative}{self._nearby.words(at, last)}" if last > at + 1 else ""

    def _is_of_people(self, what: str) -> bool:
        """Whether words count people, or all those of a place."""
        noun = what.partition(" ")[0].lower()
        return self._counts_people(noun) or noun in self._all

    def _set_against(self, figure: Figure, before: Figure) -> Figure:
        """ "12 % des élèves lisent mal, contre 5 % pour l'Europe": the same of another place or time."""
        at = self._nearby.at(figure.evidence.end)
        behind = self._nearby.tokens[at] if at < len(self._nearby.tokens) else None
        if behind is not None and (behind.pos in ("VERB", "AUX") or behind.morph.get("PronType") == "Rel"):
            return figure  # "contre 5 % qui lisent bien"
        bare = not figure.what or (" " not in figure.what and (before.what or "").startswith(f"{figure.what}{self._relative}"))
        return replace(figure, what=before.what) if bare and figure.unit == SHARE else figure

    def _anew(self, figure: Figure, quantity: Quantity) -> Figure | None:
        """ "Dont 19 nouveaux", "(19 nouveaux)": the noun of the whole, with the adjective that the part is told by; None for all others."""
        last, what = figure.evidence.of(self._nearby.text).split()[-1], figure.what or ""
        told = last.lower() in self._fresh and quantity.taken_up and what and last.lower() not in what.lower().split()
        return replace(figure, what=f"{last} {what}") if told else None

    def _described(self, figure: Figure, quantity: Quantity, before: Figure) -> Figure:
        """ "200 cas, dont 19 nouveaux", "40 élus, dont 6 jugés": the noun of the whole, with what the part alone tells of it."""
        if (fresh := self._anew(figure, quantity)) is not None:
            return fresh
        last = figure.evidence.of(self._nearby.text).split()[-1]
        noun, what = (before.what or "").split()[0], figure.what or ""
        first = what.partition(" ")[0]
        if first.lower() in self._describing and first == last and " " in (before.what or " "):
            rest = (before.what or "").removeprefix(noun)
            return replace(figure, what=f"{noun} {what}{rest if rest.lstrip().startswith(self._opening) else ''}", who=figure.who or before.who)
        if (said := self._doing(figure)) or (" " not in what and (before.what or "").startswith(f"{what} ")):
            return replace(figure, what=said or before.what)
        tokens = self._nearby.inside(quantity.span)
        last_word = tokens[-1] if tokens and tokens[-1].text == first and first.endswith(self._participles) else None
        done = last_word is not None and (last_word.pos in ("VERB", "ADJ") or first.lower() in self._fates)
        same = figure.unit in (before.unit, first) and noun.lower() not in (*self._generic, first.lower())
        return replace(figure, what=f"{noun} {what}") if done and same and noun.endswith(("s", "x")) else figure
