"""What is counted, ended where a constituent does: never in a preposition or one half of a fixed phrase, nor with one mark of a pair."""

import re
from dataclasses import replace

from chancery.analysis import Analysis
from chancery.facts.apiece import Apiece
from chancery.facts.clause_ends import QUOTES
from chancery.facts.fact import Figure
from chancery.facts.going_on import GoingOn
from chancery.facts.nearby import Nearby
from chancery.facts.rejoined import Rejoined
from chancery.facts.restricting import Restricting
from chancery.facts.rows import Rows
from chancery.facts.shorn import Shorn
from chancery.facts.tails import Tails
from chancery.facts.unfinished import opens
from chancery.languages import Pack

LONGEST = 28
"""Words that are told in all."""
STEPS = 3
"""Parts that are told besides."""
DANGLING = ("ADP", "SCONJ", "CCONJ", "DET")
"""What nothing ends in."""
PAIRS = {"«": "»", "“": "”", "(": ")"}
MARKS = '"«»“”()'


class Finished:
    """The ends of what the figures of one document count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, analysis: Analysis, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        counted = frozenset(token.start for quantity in analysis.quantities for token in nearby.inside(quantity.span))
        self._tails, self._going_on = Tails(nearby), GoingOn(nearby, restricting, counted, pack)
        self._shorn, self._rows = Shorn(nearby, pack), Rows(nearby, pack)
        self._apiece = Apiece(nearby, restricting, counted, pack)
        self._rejoined = Rejoined(nearby, restricting, counted, pack)
        lists = pack.words("numbers")
        self._of, years = frozenset(lists["bare"]["of"]), frozenset(lists["ages"]["nouns"])
        spans = (quantity.span for quantity in analysis.quantities if quantity.span.of(nearby.text).rpartition(" ")[2] in years)
        self._ages = {nearby.at(span.start): nearby.at(span.end) for span in spans}
        self._alone, self._stances = frozenset(lists["finished"]["loose"]), frozenset(lists["restricting"]["stances"])

    def told(self, figure: Figure) -> Figure:
        """The figure with what it counts in whole constituents."""
        figure = replace(figure, what=self._whole_noun(figure, self._shorn.cut(figure)))
        place = self._tails.of(figure) if figure.what else None
        if place is not None and (begun := self._shorn.apart(*place)) < place[1]:
            figure = replace(figure, what=(figure.what or "").removesuffix(self._nearby.words(begun, place[1])).rstrip())
            place = self._tails.of(figure)
        what = figure.what or ""
        place = place or (self._tails.done(figure) if what else None)  # "ont été tués|, blessés ou enlevés|"
        if place is not None:
            first, last = place
            end = self._back(first, self._shorn.unfinished(first, self._end(first, last, figure)))
            old, new = self._nearby.tokens[last - 1].end, self._nearby.tokens[end - 1].end
            what = what + self._nearby.text[old:new] if new > old else what[: len(what) - (old - new)].rstrip()
            what = f"{what} {self._rejoined.more(first, end, replace(figure, what=what))}".rstrip()
        what = self._rows.plain(self._apiece.told(replace(figure, what=what)) or "", figure.evidence)
        return replace(figure, what=self._shorn.plain(paired(what)) or figure.what)

    def _whole_noun(self, figure: Figure, what: str | None) -> str | None:
        """What is counted with the whole of a noun that is cut at its hyphen: "Nord|-Bordures| tués"."""
        at = self._nearby.at(figure.evidence.end)
        if not what or not 0 < at < len(self._nearby.tokens) or self._nearby.tokens[at].start > figure.evidence.end:
            return what
        noun, whole = self._nearby.tokens[at - 1].text, self._nearby.words(at - 1, self._restricting.whole_name(at))
        return re.sub(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", lambda _: whole, what, count=1)

    def _end(self, first: int, last: int, figure: Figure) -> int:
        """The index behind what belongs to the words between two indices."""
        room = LONGEST - len((figure.what or "").split())
        end = last if self._is_stance(last) else self._going_on.opened(last)
        end = last if self._meets(last, end, figure) else end
        for _ in range(STEPS):
            begun = self._restricting.places_end(self._closed(first, self._called(end)))
            begun = self._aged(self._rows.end(first, begun))
            more = begun if begun > end else self._going_on.end(first, end, figure.evidence, figure.where)
            more = self._going_on.when(end) if more == end and figure.time is None else more
            if more == end or more - last > room or self._meets(end, more, figure):
                break
            end = more
        return end

    def _meets(self, first: int, last: int, figure: Figure) -> bool:
        """Whether the figure itself stands between two indices."""
        return any(figure.evidence.overlaps(token.span) for token in self._nearby.tokens[first:last])

    def _called(self, last: int) -> int:
        """The index behind the rest of a name that ends before an index, or the name that a noun there is called by."""
        return self._restricting.called(self._restricting.whole_name(last))

    def _aged(self, last: int) -> int:
        """The index behind the age that the noun before an index is told with: "des jeunes |de moins de 18 ans|"."""
        aged = self._nearby.tokens[last - 1].pos == "NOUN" and self._nearby.tokens[last : last + 1] != []
        return self._ages.get(last + 1, last) if aged and self._nearby.tokens[last].text.lower() in self._of else last

    def _closed(self, first: int, last: int) -> int:
        """The index behind the mark right there that closes what is quoted, or a bracket."""
        mark = self._nearby.tokens[last] if last < len(self._nearby.tokens) and self._nearby.tokens[last].index else None
        if mark is None or mark.start > self._nearby.tokens[last - 1].end:
            return last
        words = self._nearby.text[self._nearby.tokens[first].start : mark.start]
        opened = sum(token.text in QUOTES for token in self._nearby.tokens[first:last]) % 2 == 1
        closes = (opened and mark.text in QUOTES) or (mark.text == ")" and words.count("(") > words.count(")"))
        return last + 1 if closes else last

    def _back(self, first: int, last: int) -> int:
        """The index behind the last word that something may end in; the index itself where nothing would be left."""
        end = last
        while end > first:
            token = self._nearby.tokens[end - 1]
            if self._is_stance(end):
                return end
            half = self._going_on.is_half(end)
            if half and (self._nearby.words(end - half, end).lower() not in self._alone):
                end -= half
            elif (token.pos in DANGLING and token.text[-1] != "-" and token.dep != "advmod") or self._waits(end):
                end -= 1
            else:
                return end
        return last

    def _waits(self, end: int) -> bool:
        """Whether a word ends before an index whose head stands behind: an auxiliary, a relative pronoun, "l'unique", "tout" of "tout comme"."""
        token, following = self._nearby.tokens[end - 1], self._nearby.tokens[end : end + 1]
        if following and following[0].dep == "fixed" and following[0].head is token and following[0].index:
            return True
        return (opens(token) and not self._restricting.is_timed(token.head)) or token.morph.get("PronType") == "Rel"

    def _is_stance(self, end: int) -> bool:
        """Whether the words before an index end in how one votes: "votes |contre|"."""
        following = next(iter(self._nearby.tokens[end : end + 1]), None)
        alone = following is None or following.index == 0 or following.pos in ("PUNCT", "CCONJ")
        return alone and self._nearby.tokens[end - 1].text.lower() in self._stances


def paired(what: str) -> str:
    """Words without the quotation marks, brackets and dashes that have no other half, and up to where two quotations meet."""
    what = what.partition('""')[0]
    opened: list[tuple[str, int]] = []
    lone: list[int] = []
    for at, sign in enumerate(what):
        if sign not in MARKS:
            continue
        opens = sign in PAIRS or (sign == '"' and (at == 0 or not (what[at - 1].isalnum() or what[at - 1] in ".!?)")))
        if sign == '"' and opened and opened[-1][0] == '"':
            opened.pop()
        elif opens:
            opened.append((sign, at))
        elif opened and PAIRS.get(opened[-1][0]) == sign:
            opened.pop()
        else:
            lone.append(at)
    lone += [at for _, at in opened]
    kept = "".join(sign for at, sign in enumerate(what) if at not in lone)
    whole = " ".join(kept.split())
    open_dash = any(dash in f" {whole}".rstrip("-– ") for dash in (" -", " –"))  # "une intifada -soulèvement-"
    whole = whole if open_dash else whole.rstrip("-– ")
    return whole if whole != " ".join(what.split()) else what
