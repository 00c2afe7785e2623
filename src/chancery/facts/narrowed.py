"""What a figure that leans on the one before has of its own: another event, place or time, or only an adjective; and what both share."""

from dataclasses import replace
from functools import partial

from chancery.analysis import Quantity, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.counted import SHARE
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

FAR = 120
"""Code points between a whole and its part, or two that are told of the same."""
SHORT = 6
"""Words of what is counted that are told again in full."""
ROW = 7
"""Words of a second count with its adjective."""
BACK = 250
"""Code points before "la moitié de ces cas" in which the cases have been counted."""
PLACE = 4
"""Words of a preposition and the name of a place."""
APART = frozenset(".;:!?\n")


class Narrowed:
    """The figures of one document that take but some words from the one before them."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        numbers = pack.words("numbers")
        lists = numbers["narrowed"]
        self._parts, self._against = frozenset(numbers["whose"]["parts"]), frozenset(numbers["whose"]["compared"])
        self._events, self._planned = frozenset(lists["events"]), frozenset(lists["planned"])
        self._usual, self._ahead, self._of_both = tuple(lists["usual"]), frozenset(lists["ahead"]), frozenset(lists["of_both"])
        self._these, self._joining = frozenset(lists["these"]), frozenset((*numbers["restricting"]["joining"], ","))
        self._tolls = frozenset((*numbers["whose"]["tolls"], *numbers["predicated"]["victims"]))
        self._ill = frozenset((*numbers["sickness"]["cases"], *numbers["sickness"]["deaths"]))
        self._of, self._deaths = tuple(numbers["predicated"]["of"]), frozenset(numbers["sickness"]["deaths"])
        self._illnesses = tuple(name.lower() for names in numbers["sickness"]["names"] for name in names)
        self._at, self._relative = frozenset(numbers["whereabouts"]["at"]), f" {numbers['predicated']['relative']} "
        self._demonym = partial(lexicon_of(pack).demonym, register=register_for(None))

    def told(self, figure: Figure, quantity: Quantity, last: Figure | None) -> Figure:
        """The figure, with what it has of its own, and what the one behind it shares with it."""
        figure = self._shared(figure)
        if last is None or not last.what or not figure.what or last.evidence.end > figure.evidence.start:
            return figure
        between = self._nearby.text[last.evidence.end : figure.evidence.start]
        words = between.lower().split()
        if words and not APART & set(between.strip(". ")) and len(between) <= FAR:
            if words[-1].lstrip("(") in self._parts:
                return self._part(figure, last)
            if words[-1].lstrip("(") in self._against:
                return self._set_against(self._in_full(figure, last))
            if not words[:-1] and words[0] in self._joining:
                return self._with_illness(self._gapped(figure, quantity, last), last)
        return self._of_these(figure, last) if len(between) <= BACK and "\n" not in between else figure

    def _part(self, figure: Figure, last: Figure) -> Figure:
        """ "640 cas, dont 45 % datant de la guerre", "80 morts, dont deux lors du dernier", "90 renvois à Lyon et à Nantes, dont 20 à Lyon"."""
        what, whole = figure.what or "", last.what or ""
        at = self._nearby.at(figure.evidence.end)
        behind = next(iter(self._nearby.tokens[at : at + 1]), None)
        if behind is None or not behind.index:
            return figure
        if behind.morph.get("VerbForm") == "Part" and behind.morph.get("Tense") == "Pres" and what.startswith(f"{behind.text} "):
            noun = whole if len(whole.split()) <= SHORT and self._relative not in whole else whole.split()[0]
            return replace(figure, what=f"{noun} {what}", who=figure.who or last.who) if figure.unit in (SHARE, None) else figure
        if what != whole:
            return self._with_illness(figure, last)
        if behind.text.lower() in self._events:
            end = self._restricting.clause(at)
            base = whole.split()[0] if whole.split()[0].lower() in self._tolls else self._placeless(whole)
            return replace(figure, what=f"{base} {self._nearby.words(at, end)}") if end > at + 2 else figure
        return replace(figure, what=self._placeless(whole)) if self._is_placed(figure) else figure

    def _with_illness(self, figure: Figure, last: Figure) -> Figure:
        """ "30 cas de rougeole et deux décès", "dont deux décès": of what bare dead have died who are told with the ill."""
        ill = self._illness(last.what or "") if (figure.what or "").lower() in self._deaths else ""
        return replace(figure, what=f"{figure.what} {ill}") if ill else figure

    def _illness(self, whole: str) -> str:
        """The illness at the end of what cases are of: "de rougeole", of "cas confirmés de rougeole"; empty for all others."""
        place = next((whole.rfind(f" {of}") for of in self._of if whole.lower().endswith(tuple(f"{of} {name}" for name in self._illnesses))), -1)
        return whole[place + 1 :] if place > 0 and any(word.lower() in self._ill for word in whole.split()[:2]) else ""

    def _is_placed(self, figure: Figure) -> bool:
        """Whether its own place stands right behind it: "dont 20 |à Lyon|"."""
        at = self._nearby.at(figure.evidence.end)
        words = self._nearby.tokens[at : at + PLACE]
        if not words or not words[0].index or words[0].text.lower() not in self._at:
            return False
        names = (self._nearby.mention_before(word.start) for word in words[1:] if word.text[:1].isupper())
        return any(name is not None and name.type == "LOC" and name.span.start > words[0].start for name in names)

    def _in_full(self, figure: Figure, last: Figure) -> Figure:
        """ "3 piétons sont morts d'un accident, contre 9 piétons l'an dernier": what the one it stands against counts, without its place."""
        what, whole = figure.what or "", last.what or ""
        at = self._nearby.at(figure.evidence.end)
        behind = next(iter(self._nearby.tokens[at : at + 1]), None)
        if what == whole and self._is_placed(figure):
            return replace(figure, what=self._placeless(whole))
        if behind is not None and behind.pos == "ADP" and behind.text.lower() not in self._at:
            whole = whole.partition(f" {behind.text} ")[0]  # "12 % chez les élus, contre 9 % chez les autres"
        said = behind is not None and (behind.pos in ("VERB", "AUX", "ADJ") or behind.morph.get("PronType") == "Rel")
        bare = " " not in what and whole.startswith(f"{what} ") and figure.unit == last.unit and not said
        return replace(figure, what=self._placeless(whole)) if bare else figure

    def _placeless(self, what: str) -> str:
        """What is counted, without the places by name at its end: "renvois |à Lyon et à Nantes|"."""
        words = what.split()
        for place, word in enumerate(words):
            if place and word.lower() in self._at:
                rest = [other for other in words[place:] if other.lower() not in (*self._at, *self._joining)]
                if rest and all(other[:1].isupper() for other in rest):
                    return " ".join(words[:place])
        return what

    def _set_against(self, figure: Figure) -> Figure:
        """ "40 départs sont prévus, contre 300 en temps normal": what was or is so anyway has not been planned."""
        before, _, done = (figure.what or "").rpartition(" ")
        at = self._nearby.at(figure.evidence.end)
        text = self._nearby.text[figure.evidence.end : figure.evidence.end + BACK].lstrip()
        usual = next((words for words in self._usual if text.lower().startswith(words)), "")
        behind = self._nearby.tokens[at : at + 4]
        timed = any(self._restricting.is_timed(word) for word in behind[:2]) and not any(word.text.lower() in self._ahead for word in behind)
        if done.lower() not in self._planned or not before or not (usual or timed):
            return figure
        return replace(figure, what=f"{before} {usual}".rstrip())

    def _gapped(self, figure: Figure, quantity: Quantity, last: Figure) -> Figure:
        """ "Huit écoles belges et deux suisses": the noun of those before, of which only an adjective is told."""
        inside = self._nearby.inside(quantity.span)
        word = inside[-1] if inside else None
        noun = next(
            (token for token in self._nearby.inside(last.evidence) if token.pos == "NOUN" and token.text == (last.what or "").split()[0]), None
        )
        if word is None or noun is None or word.text.lower() != (figure.what or "").split()[0].lower() or not word.text.islower():
            return figure
        at = self._nearby.at(noun.end)
        described = self._nearby.tokens[at].pos == "ADJ" and noun.morph.get("Number") == "Plur" and at + 1 <= self._nearby.at(last.evidence.end)
        alike = self._demonym(word.text.capitalize()) is not None and word.morph.get("Number") == "Plur"
        return replace(figure, what=f"{noun.text} {figure.what}") if described and alike else figure

    def _shared(self, figure: Figure) -> Figure:
        """ "25 morts et 700 cas supplémentaires": an adjective at the end of a row of two tolls is told of both."""
        noun, _, rest = (figure.what or "").partition(" ")
        at = self._nearby.at(figure.evidence.end)
        row = self._nearby.tokens[at : at + ROW]
        if noun.lower() not in self._ill or not row or row[0].text.lower() not in self._joining or row[0].text == ",":
            return figure
        place = next((place for place, word in enumerate(row) if word.text.lower() in self._of_both), 0)
        bare = figure.evidence.of(self._nearby.text).lower().endswith(noun.lower())
        plain = place > 1 and row[place - 1].text.lower() in self._ill and all(self._is_plain(word) for word in row[:place])
        return replace(figure, what=f"{noun} {row[place].text} {rest}".rstrip()) if plain and bare else figure

    def _is_plain(self, word: Token) -> bool:
        return word.index > 0 and word.pos not in ("VERB", "AUX", "PUNCT")

    def _of_these(self, figure: Figure, last: Figure) -> Figure:
        """ "12.000 nouveaux cas de rougeole. La moitié de ces cas": what has been counted right before, in full."""
        words = self._nearby.inside(Span(figure.evidence.start, figure.evidence.end + FAR))
        noun, _, rest = (figure.what or "").partition(" ")
        at = next((place for place, word in enumerate(words) if word.text == noun), 0)
        whole = last.what or ""
        if not at or words[at - 1].text.lower() not in self._these or figure.unit not in (SHARE, None):
            return figure
        fits = noun in whole.split()[:2] and len(whole.split()) <= SHORT and self._relative not in whole
        return replace(figure, what=f"{whole} {rest}".rstrip(), who=figure.who) if fits else figure
