"""What a figure leaves to the one right before it: the same sum in other money, the end of a range, by how much it is more."""

import re
from dataclasses import replace
from itertools import takewhile, zip_longest

from chancery.analysis import Quantity, Token
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.measured import Measured
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

IN_BETWEEN = 25
"""Code points between a sum and the bracket that gives it in other money: "300 dirhams l'an dernier (27 euros)"."""
SAME = 250
"""Code points between two shares of the same people."""
COMPARED = 9
"""Words behind a share that say what it is more than."""
ROW = 12
"""Words between two changes of one verb."""
VOWEL = re.compile("[aeiouyâàéèêëîïôûœ]", re.IGNORECASE)


class Following:
    """The figures of one document that go on with the one before."""

    def __init__(self, nearby: Nearby, measured: Measured, pack: Pack) -> None:
        self._nearby, self._measured = nearby, measured
        lists = pack.words("numbers")
        self._up_to = frozenset(lists["ranges"]["from_to"])
        compared = lists["compared"]
        self._openings = frozenset((*lists["restricting"]["of"], *lists["shares"]["opened"].values()))
        self._points_back = frozenset(compared["pointing"])
        self._compared = {word: re.compile(rf"\s(?:{either(behind)})(?!\w)") for word, behind in compared["called"].items()}
        self._relative, self._counts_people = lists["predicated"]["relative"], units(pack).counts_people
        self._money, self._reaching = frozenset(lists["money"]["called"].values()), frozenset(compared["reached"])
        self._row: Figure | None = None
        opened = lists["shares"]["opened"].values()
        self._articled = sorted({part if part.endswith("'") else f"{part} " for part in opened})
        self._changing, self._before = frozenset(lists["shares"]["change_nouns"]), frozenset(compared["before"])
        self._partitive, self._pronouns = frozenset(lists["sums"]["partitive"]), frozenset(lists["shares"]["likewise"])
        self._that_is, self._of = frozenset(compared["that_is"]), lists["predicated"]["of"]

    def told(self, figure: Figure, quantity: Quantity, head: Token | None, before: Figure | None) -> Figure:
        """The figure, with what only the one before it tells."""
        if before is not None and before.evidence.end <= figure.evidence.start:
            figure = self._same_share(self._in_row(figure, before), before)
            figure = self._after(self._of_other(figure, before), before)
            figure = self._pointing(self._likewise(self._reached(figure, before), before), before)
            self._row = figure if figure.what and self._measured.changes.changed(figure.what) else self._row
        figure = self._of_the_same(self._more_or_less(figure, before), before)
        return self._converted(self._of_pronoun(figure, quantity, head, before), before) if before is not None else figure

    def opened(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, each that only opens "de 12 à 15 euros" with what the one behind it is of."""
        pairs = zip_longest(found, found[1:])
        return tuple(replace(one, what=other.what, who=one.who or other.who) if other and self._opens(one, other) else one for one, other in pairs)

    def _opens(self, one: Figure, other: Figure) -> bool:
        """Whether nothing but "à" stands between a figure of nothing behind "de" and the next one."""
        between = self._nearby.text[one.evidence.end : other.evidence.start].strip()
        before = self._nearby.tokens[self._nearby.at(one.evidence.start) - 1].text.lower()
        return one.what is None and one.unit == other.unit and between in self._up_to and before in self._partitive

    def _more_or_less(self, figure: Figure, before: Figure | None) -> Figure:
        """ "3.000 cas, soit 4 % de plus": by how much it is more than another time."""
        change = next((word for word, pattern in self._compared.items() if pattern.match(self._nearby.text, figure.evidence.end)), None)
        if change is None or figure.what or not self._measured.is_relative(figure):
            return figure
        between = self._nearby.text[before.evidence.end : figure.evidence.start].lower().split() if before is not None else []
        if before is None or not before.what or not between or between[-1] not in self._that_is or "." in "".join(between):
            return replace(figure, what=change)
        if before.what.partition(" ")[0] in self._money:  # "36.000 euros, soit 10 % de plus que son voisin"
            behind = self._behind(figure.evidence.end)
            return replace(figure, what=f"{before.what} {behind}" if behind else change, who=figure.who or before.who)
        what = f"{change} {self._of[VOWEL.match(before.what) is not None]}"
        return replace(figure, what=f"{what}{before.what}" if what.endswith("'") else f"{what} {before.what}", who=figure.who or before.who)

    def _behind(self, end: int) -> str:
        """The words up to the next mark of punctuation or verb: "de plus que son voisin"."""
        first = self._nearby.at(end)
        words = takewhile(lambda word: word.index and word.pos not in ("PUNCT", "VERB", "AUX"), self._nearby.tokens[first : first + COMPARED])
        return self._nearby.words(first, first + len(list(words)))

    def _same_share(self, figure: Figure, before: Figure) -> Figure:
        """ "Un élu sur deux (54 %)": the same share in other words."""
        between = self._nearby.text[before.evidence.end : figure.evidence.start].strip()
        same = between == "(" and figure.unit == SHARE and before.unit is None and before.what and before.what.startswith(figure.what or "")
        return replace(figure, what=before.what, who=figure.who or before.who) if same else figure

    def _in_row(self, figure: Figure, before: Figure) -> Figure:
        """ "Anna Blanc perd 2 points à 47 %, Jean Roux 5 points à 46 %": points by the verb of those before."""
        words = self._nearby.inside(Span(before.evidence.end, figure.evidence.start))
        row = self._row if self._row is not None and self._row.unit == figure.unit and before.unit == SHARE else None
        row = row if row is not None and before.evidence.start - row.evidence.end <= IN_BETWEEN else None
        bare = not figure.what or figure.what == figure.unit
        clause = any(word.index == 0 or word.pos in ("VERB", "AUX", "SCONJ") for word in words)
        named = any(word.pos == "PROPN" for word in words) and len(words) <= ROW
        return replace(figure, what=row.what) if row is not None and bare and named and not clause else figure

    def _pointing(self, figure: Figure, before: Figure) -> Figure:
        """ "541 vols, un chiffre en hausse de 9 %": what the number before it counts."""
        between = self._nearby.text[before.evidence.end : figure.evidence.start]
        what, changed = figure.what or "", self._measured.changes.changed(figure.what or "")
        if not before.what or "\n" in between or len(between) > SAME:
            return figure
        if what.lower() in self._points_back and figure.unit == before.unit:
            return replace(figure, what=before.what, who=figure.who or before.who)
        first, _, rest = (changed or "").partition(" ")
        if (
            changed is None
            or first.lower() not in self._points_back
            or rest.partition(" ")[0].lower() in self._openings
            or ". " in between
            or figure.unit == before.unit
        ):
            return figure
        of = self._of[VOWEL.match(before.what) is not None]
        return replace(figure, what=f"{what.partition(' ')[0]} {of}{'' if of.endswith(chr(39)) else ' '}{before.what}", who=figure.who or before.who)

    def _reached(self, figure: Figure, before: Figure) -> Figure:
        """ "La cote baisse de 3 points, à 18 %": what has changed by so much has reached the share."""
        between = self._nearby.inside(Span(before.evidence.end, figure.evidence.start))
        plain = bool(between) and all(word.text in (",",) or word.text.lower() in self._reaching for word in between) and between[0].index > 0
        changed = self._measured.changes.changed(before.what) if before.what and self._measured.is_relative(before) else None
        measured = figure.unit == SHARE or (self._measured.is_sum(figure) and figure.what is None)
        reached = changed is not None and measured and plain and (not figure.what or figure.what in (before.what, changed))
        return replace(figure, what=changed, who=figure.who or before.who) if reached else figure

    def _likewise(self, figure: Figure, before: Figure) -> Figure:
        """ "Les vols ont augmenté de 3 %, les fraudes de 9 %": what changes as the thing before it does, with no verb of its own."""
        changed = self._measured.changes.changed(before.what) if before.what and self._measured.is_relative(before) else None
        first, last = self._nearby.at(before.evidence.end), self._nearby.at(figure.evidence.start) - 1
        words = self._nearby.tokens[first : last + 1]
        if changed is None or figure.unit != before.unit or not 3 < len(words) <= ROW or words[-1].text.lower() not in self._partitive:
            return figure
        opens = next((place for place, word in enumerate(words) if word.pos not in ("PUNCT", "CCONJ")), 0)
        inner = words[opens:-1]
        clause = any(word.index == 0 or word.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "NUM") or word.morph.get("PronType") == "Rel" for word in inner)
        if not opens or not inner or clause:
            return figure
        named, change = self._nearby.words(first + opens + 1, last), (before.what or "")[: -len(changed)]
        if inner[0].text.lower() in self._pronouns:
            return replace(figure, what=f"{change}{changed.split()[0]} {named}") if len(inner) > 1 else figure
        joined = self._measured.changes.with_article(inner[0].text)
        word = change.split()[0]
        return replace(figure, what=f"{word} {joined}{named}") if joined and len(inner) > 1 and not word.endswith(",") else figure

    def _of_other(self, figure: Figure, before: Figure) -> Figure:
        """ "Le taux des jeunes est de 21 %, celui des seniors de 6 %": the same of another."""
        words = self._nearby.inside(Span(before.evidence.end, figure.evidence.start))
        place = next((place for place, word in enumerate(words) if word.text.lower() in self._pronouns), None)
        alike = figure.unit == before.unit and (self._measured.is_relative(figure) or self._measured.is_sum(figure))
        if place is None or not before.what or not alike or any(word.index == 0 or word.text in ";:." for word in words):
            return figure
        row = list(takewhile(lambda word: word.pos in ("ADP", "DET", "NOUN", "ADJ", "PROPN"), words[place + 1 :]))
        while row and row[-1].pos in ("ADP", "DET"):
            row.pop()
        at = self._nearby.at(row[0].start) if row else 0
        if len(row) < 2 or row[0].text.lower() not in self._openings:
            return figure
        cut = max((before.what.rfind(f" {part}") for part in self._articled), default=-1)
        of = self._nearby.words(at, at + len(row))
        return replace(figure, what=f"{before.what[:cut] if cut > 0 else before.what} {of}")

    def _after(self, figure: Figure, before: Figure) -> Figure:
        """ "Les ventes ont baissé de 1 %, après une hausse de 3 % en mai": of what the change before it is."""
        changed = self._measured.changes.changed(before.what) if before.what and self._measured.is_relative(before) else None
        between = self._nearby.inside(Span(before.evidence.end, figure.evidence.start))
        bare = figure.what and " " not in figure.what and figure.unit == before.unit and figure.what.lower() in self._changing
        apart = any(word.index == 0 or word.pos in ("VERB", "AUX", "SCONJ") for word in between)
        if changed is None or not bare or apart or not any(word.text.lower() in self._before for word in between):
            return figure
        return replace(figure, what=f"{figure.what}{(before.what or '')[len((before.what or '').split()[0]) :]}", who=figure.who or before.who)

    def _of_the_same(self, figure: Figure, before: Figure | None) -> Figure:
        """ "41 % des sondés le trouvent compétent, 57 % incapable": the people whose share the one before it was."""
        opens = f"{self._relative} "
        people, found, _ = (before.what or "").partition(f" {opens}") if before is not None else ("", "", "")
        shares = before is not None and (before.unit == figure.unit or {before.unit, figure.unit} == {SHARE, None})  # "90 % ..., les deux tiers"
        if before is None or not (found and shares) or not (figure.what or "").startswith(opens) or not self._counts_people(people.split()[0]):
            return figure
        between = self._nearby.text[before.evidence.end : figure.evidence.start]
        return figure if len(between) > SAME or "\n" in between else replace(figure, what=f"{people} {figure.what}")

    def _of_pronoun(self, figure: Figure, quantity: Quantity, head: Token | None, before: Figure) -> Figure:
        """ "La prime est de 1.500 euros. Elle sera de 1.000 euros": a pronoun's amount is told of what the one before it was."""
        sums = self._measured.is_sum(figure) and self._measured.is_sum(before)
        if figure.what or not before.what or head is None or not sums or not self._measured.of_pronoun(quantity, head):
            return figure
        return figure if "\n" in self._nearby.text[before.evidence.end : quantity.span.start] else replace(figure, what=before.what)

    def _converted(self, figure: Figure, before: Figure) -> Figure:
        """A sum in brackets right behind a sum is the same one in other money: "1.000 livres (1.122 euros)"; a range is of one thing."""
        if not (self._measured.is_sum(figure) and self._measured.is_sum(before)):
            return figure
        between = self._nearby.text[before.evidence.end : figure.evidence.start]
        if between.strip() in self._up_to and not figure.what:
            return replace(figure, what=before.what, who=figure.who or before.who)  # "une amende de 1.000 à 5.000 euros"
        if not between.endswith("(") or len(between) > IN_BETWEEN or set(between) & set(").;,\n"):
            return figure
        return replace(figure, what=self._measured.renamed(before, figure.unit), who=before.who or figure.who)
