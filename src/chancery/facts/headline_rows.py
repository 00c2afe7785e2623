"""What a headline tells of the last of a row is told of all: "trois soldats et deux civils tués dans une attaque"."""

from dataclasses import replace

from chancery.analysis import Token
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.span import Span

MOST = 3
"""Words of one of the row that nothing is told of: "six touristes belges"."""


class HeadlineRows:
    """The counts of people in one document that share the participle behind the last of their row."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._counts_people = nearby, units(pack).counts_people
        self._joining = frozenset((",", *pack.words("numbers")["restricting"]["joining"]))

    def told(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, in text order; those of a row with what is told behind its last."""
        done = list(found)
        for place, last in enumerate(found):
            said = self._said(last)
            before = place - 1
            while said and before >= 0 and self._is_beside(found[before], found[before + 1]):
                done[before] = replace(found[before], what=f"{found[before].what} {self._agreeing(said, found[before])}")
                before -= 1
        return tuple(done)

    def _said(self, last: Figure) -> str:
        """What a participle right behind a count of people tells of more than those, in a sentence that has no verb; empty for none."""
        at = self._nearby.at(last.evidence.end)
        done = next(iter(self._nearby.tokens[at : at + 1]), None)
        if done is None or not self._is_done(done) or not last.what or f" {done.text}" not in last.what or not self._are_people(last):
            return ""
        sentence = self._nearby.tokens[slice(*self._nearby.sentence(last.evidence.start))]
        verbless = not any(word.morph.get("VerbForm") in ("Fin", "Inf") for word in sentence)
        return last.what[last.what.index(f" {done.text}") + 1 :] if verbless else ""

    def _is_done(self, word: Token) -> bool:
        """Whether a word is a participle of many."""
        past = word.morph.get("VerbForm") == "Part" and word.morph.get("Tense") == "Past"
        return word.index > 0 and word.pos == "VERB" and past and word.morph.get("Number") == "Plur"

    def _is_beside(self, figure: Figure, other: Figure) -> bool:
        """Whether people of whom nothing is told but who they are stand right before others, a comma or conjunction in between."""
        between = self._nearby.text[figure.evidence.end : other.evidence.start].strip().lower()
        told = self._nearby.inside(figure.evidence)
        plain = bool(figure.what) and len((figure.what or "").split()) <= MOST and not any(word.pos == "VERB" for word in told)
        return between in self._joining and plain and self._are_people(figure) and figure.evidence.of(self._nearby.text).endswith(figure.what or " ")

    def _are_people(self, figure: Figure) -> bool:
        return self._counts_people((figure.what or " ").split(" ")[0])

    def _agreeing(self, said: str, figure: Figure) -> str:
        """The participle as it goes with the one of the row: "tuées", where all of them are women."""
        done, _, more = said.partition(" ")
        nouns = [word for word in self._nearby.inside(Span(figure.evidence.start, figure.evidence.end)) if word.pos == "NOUN"]
        feminine = bool(nouns) and all(word.morph.get("Gender") == "Fem" for word in nouns[-1:])
        done = f"{done.removesuffix('s').removesuffix('e')}{'e' if feminine else ''}s"
        return f"{done} {more}".rstrip()
