"""Whose a figure is that stands against another's: "contre 60 pour Untel", "l'Italie 200"; and where it is not the same one's."""

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.counted import SHARE
from chancery.facts.beside import Beside
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby, meant
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

BY = 25
"""Code points behind a figure in which "relâchés par" stands."""
NEAR = 3
"""Words behind a figure among which the name of another one stands: "contre 60 en Elbonie"."""
IN_BRACKETS = 15
"""Code points of a share in brackets between a name and its points."""
FEW = 3
"""Words of a noun that stands before its own figure: "et les libéraux 9 %"."""


class Contrasted:
    """The figures of one document that are told of another one than those before them."""

    def __init__(self, nearby: Nearby, beside: Beside, pack: Pack) -> None:
        self._nearby, self._beside = nearby, beside
        lists = pack.words("numbers")["whose"]
        self._compared, self._by = frozenset(lists["compared"]), frozenset(lists["by"])
        self._units, self._scored_with = frozenset((SHARE, *lists["points"])), frozenset(lists["ranked_with"])
        self._of_whom = frozenset((*lists["score_behind"], *lists["at_whose"]))
        self._times = frozenset(pack.words("numbers")["not_things"]["durations"])
        self._places = frozenset(pack.words("numbers")["whereabouts"]["at"])
        self._of = frozenset(pack.words("numbers")["whereabouts"]["of"])
        self._recent: list[Figure] = []

    def whose(self, quantity: Quantity, last: Figure | None) -> tuple[str, ...]:
        """Whose name stands behind "contre 60 pour", or right before a figure without a verb: "la Belgique a 300 chars, l'Italie 200 chars"."""
        last = self._of_kind(last, quantity)
        if last is None:
            return ()
        if (state := self._state_behind(quantity.span)) is not None:
            return meant(state)
        if (name := self._against(quantity.span)) is not None and self._is_his(quantity, *name):
            return self._both(name[1], self._joined(name[1]))
        names = self._gapped(last.evidence, quantity) if last.unit == quantity.unit else ()
        return self._both(*names)

    def where(self, quantity: Quantity, last: Figure | None) -> str | None:
        """The region or town whose name stands so, or the two that "et" joins: "l'Europe a 900 cas, l'Afrique 41 cas"."""
        last = self._of_kind(last, quantity)
        names = self._gapped(last.evidence, quantity) if last is not None and last.unit == quantity.unit else ()
        if (against := self._against(quantity.span)) is not None and self._joined(against[1]) is None:
            names = (against[1],)  # "contre 12 pour l'Europe"
        if not names or any(name.type != "LOC" or name.actor for name in names):
            return None
        return self._nearby.text[names[0].span.start : names[-1].span.end]

    def _of_kind(self, last: Figure | None, quantity: Quantity) -> Figure | None:
        """The nearest figure before that counts the same outside brackets: "l'Europe 900 morts (3.000 cas), l'Afrique 41"; else the last."""
        if last is not None and (not self._recent or self._recent[-1].evidence != last.evidence):
            self._recent = [*self._recent[1 - FEW :], last]
        before = (figure for figure in reversed(self._recent) if figure.evidence.end <= quantity.span.start)
        return next((figure for figure in before if figure.unit == quantity.unit and not self._is_inset(figure.evidence)), last)

    def _is_inset(self, span: Span) -> bool:
        """Whether a figure stands in brackets."""
        before = self._nearby.text[max(0, span.start - IN_BRACKETS) : span.start]
        return before.rfind("(") > before.rfind(")")

    def is_there(self, where: str, last: Figure | None, quantity: Quantity) -> bool:
        """Whether a place is named behind the figure before: one named before it tells where that is, and not another's."""
        return last is None or where in self._nearby.text[last.evidence.end : self._nearby.tokens[self._nearby.sentence(quantity.span.start)[1]].end]

    def _is_his(self, quantity: Quantity, case: Token, name: Mention) -> bool:
        """Whether what stands against another's is told of whom the preposition brings: "contre 60 pour Untel", "contre 39 % à Marc Roux"."""
        return case.text.lower() in self._of_whom or name.type == "PER" or (name.type == "ORG" and quantity.unit in self._units)

    def is_unnamed(self, quantity: Quantity, last: Figure | None) -> bool:
        """Whether a noun alone stands before the number, in a clause that lacks the verb of the one before: "et les libéraux 9 %"."""
        if last is None or last.unit != quantity.unit:
            return False
        if self._is_anothers(quantity.span):
            return True
        if not self._has_own(quantity.span):
            return False
        between = self._nearby.inside(Span(last.evidence.end, quantity.span.start))
        return not any(token.pos in ("VERB", "AUX") or token.index == 0 for token in between)

    def is_apart(self, before: Span, span: Span) -> bool:
        """Whether another one stands between two figures or behind "contre": "ils ont 24 sièges, tandis que les Verts en ont 32"."""
        behind = self._nearby.inside(Span(span.end, span.end + BY))[:2]
        if len(behind) > 1 and behind[0].morph.get("VerbForm") == "Part" and behind[1].text.lower() in self._by:
            return True  # "3.000 captifs, contre 750 relâchés par les rebelles"
        if self._against(span) is not None or self._has_own(span) or self._is_anothers(span):
            return True
        return any(token.dep.startswith("nsubj") or token.pos == "SCONJ" for token in self._nearby.inside(Span(before.end, span.start)))

    def _against(self, span: Span) -> tuple[Token, Mention] | None:
        """The preposition and the name behind a figure that "contre" stands before: "contre 60 en Elbonie"."""
        first, last = self._nearby.at(span.start), self._nearby.at(span.end)
        tokens = self._nearby.tokens
        if first == 0 or tokens[first - 1].text.lower() not in self._compared:
            return None
        for place in range(last, min(last + NEAR, len(tokens) - 1)):
            word = tokens[place]
            if word.text.lower() not in self._of_whom | self._places:
                continue
            name_at = place + 1 + (tokens[place + 1].pos == "DET")
            name = self._nearby.mention_before(tokens[name_at].start) if name_at < len(tokens) else None
            return (word, name) if name is not None and name.span.start == tokens[name_at].start else None
        return None

    def _state_behind(self, span: Span) -> Mention | None:
        """The state whose name "of" brings right behind a bare number: "inférieur à celui de 300 |d'Elbonie|"."""
        at = self._nearby.at(span.end)
        words = self._nearby.tokens[at : at + FEW]
        bare = all(token.pos == "NUM" for token in self._nearby.inside(span))
        if not bare or len(words) < FEW - 1 or words[0].text.lower() not in self._of:
            return None
        name = self._nearby.mention_before(words[1 + (words[1].pos == "DET")].start) if len(words) == FEW else None
        near = name is not None and name.span.start > words[0].start and name.type == "LOC"
        return name if near and name is not None and name.actor and register_for(None).is_state(name.actor) else None

    def _both(self, *names: Mention | None) -> tuple[str, ...]:
        """Whom names mean that are joined; nobody where one of them is known for nobody."""
        told = [name for name in names if name is not None]
        return tuple(dict.fromkeys(actor for name in told for actor in meant(name))) if all(name.actor for name in told) else ()

    def _joined(self, name: Mention) -> Mention | None:
        """The name that "and" joins to one: "pour l'Italie |et la Grèce|"."""
        at = self._nearby.at(name.span.end)
        behind = self._nearby.tokens[at : at + FEW]
        if not behind or behind[0].pos != "CCONJ" or behind[0].index == 0:
            return None
        names = ((word, self._nearby.mention_before(word.start)) for word in behind[1:] if word.pos != "DET")
        word, other = next(names, (None, None))
        return other if word is not None and other is not None and other.span.start == word.start and other.type == name.type else None

    def _is_anothers(self, span: Span) -> bool:
        """Whether it stands against another's, whom a noun tells: "contre 50 pour la droite"."""
        first, last = self._nearby.at(span.start), self._nearby.at(span.end)
        behind = self._nearby.tokens[last : last + FEW]
        if first == 0 or self._nearby.tokens[first - 1].text.lower() not in self._compared or len(behind) < FEW:
            return False
        case, article, noun = behind
        definite = article.morph.get("Definite") == "Def" and noun.pos in ("NOUN", "ADJ") and noun.text.lower() not in self._times
        return case.text.lower() in self._of_whom and definite

    def _has_own(self, span: Span) -> bool:
        """Whether a noun with its article stands right before the number, behind a comma or "and": "et les libéraux 9 %"."""
        at = self._nearby.at(span.start)
        words = self._nearby.tokens[max(0, at - FEW) : at][::-1]
        if len(words) < FEW or words[0].pos not in ("NOUN", "ADJ", "PROPN") or words[0].index < FEW:
            return False
        return words[1].morph.get("Definite") == "Def" and (words[2].pos == "CCONJ" or words[2].text in (",", ";"))

    def _end(self, quantity: Quantity) -> int:
        """Where the name before a number ends; of shares and points, before brackets and a preposition: "Anna Blanc (48 %) de 3 points"."""
        end = self._nearby.back_over(quantity.span.start, "\u00a0 ")
        case = self._nearby.tokens[self._nearby.at(quantity.span.start) - 1]
        if quantity.unit not in self._units or case.text.lower() not in self._scored_with:
            return end
        end = self._nearby.back_over(case.start, "\u00a0 ")
        opened = self._nearby.text.rfind("(", max(0, end - IN_BRACKETS), end) if self._nearby.text.endswith(")", 0, end) else -1
        return self._nearby.back_over(opened, "\u00a0 ") if opened > 0 else end

    def _gapped(self, before: Span, quantity: Quantity) -> tuple[Mention, ...]:
        """The name that begins behind a comma or "and" and ends right before the number, if no verb stands since the figure before it.

        With the name that it is joined to: "le Bork et l'Elbonie 94 cas".
        """
        name = self._nearby.mention_ending(self._end(quantity))
        between = self._nearby.inside(Span(before.end, quantity.span.start))
        if name is None or name.span.start < before.end or any(token.pos in ("VERB", "AUX") or token.index == 0 for token in between):
            return ()
        at = self._nearby.at(name.span.start) - 1
        at -= self._nearby.tokens[at].pos == "DET"
        joined = at >= 0 and self._nearby.tokens[at].pos == "CCONJ"
        if not (joined or (at >= 0 and self._nearby.tokens[at].text in (",", ";"))) or self._beside.governed(name):
            return ()
        first = self._nearby.mention_ending(self._nearby.back_over(self._nearby.tokens[at].start, "\u00a0 ")) if joined else None
        return (first, name) if first is not None and first.span.start > before.end else (name,)
