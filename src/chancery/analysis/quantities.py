"""Numbers to quantities: what each counts, by the words and the syntax around it.

A number becomes a quantity only if what it counts is known: a unit or noun behind it, or the noun of an earlier number
that it takes up ("dont 44 ...", "13 autres", "l'Italie (895)"). Left out, after the conventions of the annotation format: times, durations,
counts that only point back ("les deux pays"), names, labels.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from chancery.analysis.aged import is_age
from chancery.analysis.alone import among_them, counts_others, in_brackets, opens_with_others, people_doing, shares_alone, stands_alone
from chancery.analysis.analysis import Mention, Quantity, TimeExpression
from chancery.analysis.bounding import bounded
from chancery.analysis.counted import SHARE, Counted, casualty, find_counted, noun_phrase, out_of, points_back, said, written_unit
from chancery.analysis.labels import called, is_label
from chancery.analysis.meant import meant
from chancery.analysis.numbered import numbered
from chancery.analysis.tokens import Sentence, Token
from chancery.analysis.units import Units, units
from chancery.clean.document import Document
from chancery.languages import Pack
from chancery.scan.numbers import Number, scan_numbers
from chancery.span import Span

AGE = "âge"
CUT = re.compile(r"(?<![\w.,])(?P<whole>[1-9]\d{0,2}), \Z")
"""The whole part of a number before a comma and a space."""
LONGEST_CUT = 8
LONGEST_WORD = 12
"""Code points of the word before it."""
TAIL = re.compile(r"[1-9]\d?(?= )")


def measure(
    document: Document, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...], pack: Pack, mentions: tuple[Mention, ...] = ()
) -> tuple[Quantity, ...]:
    """The quantities of the article, in text order; none for a number that counts nothing."""
    known = units(pack)
    taken = _Taken(times, mentions)
    found: list[Quantity] = []
    before: _Place | None = None
    places = list(_places(document, sentences, pack))
    labels = called(places[0].tokens, ((place.first, place.after, place.number.value) for place in places)) if places else frozenset()
    for place in places:
        if is_label(place.tokens, place.first, place.after, place.number.value) or _written(place) in labels:
            continue
        place = _whole(place, taken, known)
        quantity = _quantity(place, known, taken, _antecedent(found, before, place, known))
        if quantity and quantity.unit == SHARE and quantity.what is None:
            quantity = _of_same(quantity, found, place, known)
        if quantity and not (found and quantity.span.start < found[-1].span.end):  # the "cents" of "13 cents américains" are no hundred
            found.append(bounded(quantity, place.number, place.tokens, place.first, place.text, known))
            before = place
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Place:
    """A number among the tokens. They are the whole document's: the parser may end a sentence inside a number."""

    number: Number
    sentence: Sentence
    order: int
    """Of the sentence in the document."""
    tokens: list[Token]
    first: int
    """Index of its first token."""
    after: int
    """Index of the first token behind it."""
    text: str


class _Taken:
    """The stretches that time expressions take, and the names, for look-up."""

    def __init__(self, times: tuple[TimeExpression, ...], mentions: tuple[Mention, ...]) -> None:
        self.spans = sorted(time.span for time in times)
        self.starts = [span.start for span in self.spans]
        self.names = frozenset(mention.span.start for mention in mentions)
        self.states = frozenset(mention.span.end for mention in mentions if mention.type == "LOC" and mention.actor and ":" not in mention.actor)
        """Where the names of countries end."""

    def hold(self, span: Span) -> bool:
        """Whether a time expression overlaps the span; time expressions do not overlap one another."""
        at = bisect_left(self.starts, span.end)
        return at > 0 and self.spans[at - 1].overlaps(span)


def _places(document: Document, sentences: tuple[Sentence, ...], pack: Pack) -> Iterator[_Place]:
    """The numbers of the article's blocks, each with its sentence and tokens."""
    starts = [sentence.span.start for sentence in sentences]
    tokens = [token for sentence in sentences for token in sentence.tokens]
    edges = [token.start for token in tokens]
    for block in document.article():
        for number in scan_numbers(block.span.of(document.text), pack):
            number = number.moved(block.span.start)
            order = bisect_right(starts, number.start) - 1
            if order < 0 or number.start >= sentences[order].span.end:
                continue
            first, after = max(0, bisect_right(edges, number.start) - 1), bisect_left(edges, number.end)
            yield _Place(number, sentences[order], order, tokens, first, after, document.text)


def _written(place: _Place) -> tuple[str, str]:
    """The number as it is written, with the word behind it."""
    words = [token.text for token in place.tokens[place.first : place.after + 1]]
    return (words[0], words[-1])


def _whole(place: _Place, taken: _Taken, known: Units) -> _Place:
    """With the figures before a comma that a space has cut off: "11, 3 millions"."""
    number, start = place.number, place.number.start
    found = CUT.search(place.text, max(0, start - LONGEST_CUT), start) if number.scaled and number.value_max is None else None
    digits = TAIL.match(place.text, start)
    if found is None or digits is None or taken.hold(Span(found.start("whole"), found.end("whole"))):
        return place
    power = number.value / float(digits[0])
    before = next(iter(place.text[max(0, found.start("whole") - LONGEST_WORD) : found.start("whole")].lower().split()[::-1]), "")
    if before in known.not_things or before in known.bare["days"]:
        return place  # "le 11, 3 millions ..."
    value = float(f"{found['whole']}.{digits[0]}") * power
    return replace(place, number=number._replace(start=found.start("whole"), value=value))


def _antecedent(found: list[Quantity], before: _Place | None, place: _Place, known: Units) -> Quantity | None:
    """What a number alone may take up: the last quantity of the sentence or of the one before; no part is of an age, nor more than its whole."""
    if not found or before is None or place.order - before.order > 1 or before.sentence.block is not place.sentence.block:
        return None
    last, start = meant(found, place.number, place.tokens, place.after, place.text, known), place.sentence.span.start
    if place.first < 1 or place.tokens[place.first - 1].text.lower() not in known.parts:
        return last
    if last.what != AGE and (last.value or place.number.value) >= place.number.value:
        return last
    within = takewhile(lambda quantity: quantity.span.start >= start, reversed(found))
    return next((whole for whole in within if whole.unit != SHARE and whole.what != AGE and (whole.value or 0) >= place.number.value), last)


def _quantity(place: _Place, known: Units, taken: _Taken, antecedent: Quantity | None) -> Quantity | None:
    number, tokens = place.number, place.tokens
    if said(number, place.text, known):
        return None
    unit = written_unit(number, place.text, known, tokens)
    if unit:
        return _made(number, unit)
    counted = _numbered(place, known) or find_counted(number, tokens, place.after, place.text, known)
    if counted and counted.word in known.age_nouns:
        age = is_age(number, tokens, place.first, place.after, place.text, known)
        return _made(number, Counted(counted.word, "ans", AGE, counted.end)) if age else None
    if taken.hold(number.span) or (counted and (counted.word in known.not_things or _is_address(number, counted, known))):
        return None
    if number.kind == "fraction":
        part = counted or _part_of(place, known, antecedent)
        return _made(number, replace(part, unit=None))
    if counted and (share := out_of(number, counted, place.text, known)):
        value, end = share
        return _made(number._replace(value=value, article=False), replace(counted, unit=None, end=end))
    if counted is None and people_doing(tokens, place.first, place.after, known):
        return _made(number, Counted("", known.people_unit, None, number.end))
    if counted is None:
        return _alone(place, antecedent, known, taken)
    if counted.named and tokens[place.after].start in taken.names:
        return None
    if number.article and not casualty(number, tokens, place.after, known):
        return None
    if points_back(number, tokens, place.first, place.after, counted, known) or not _countable(number, counted, place.text, known):
        return None
    return _made(number, counted)


def _is_address(number: Number, counted: Counted, known: Units) -> bool:
    """Whether so many are no streets, but a house in one: "au 74 rue des Lilas"."""
    return number.value > 1 and counted.word in known.bare["ways"]


def _numbered(place: _Place, known: Units) -> Counted | None:
    """What a bare number is said to be the number of."""
    noun = numbered(place.tokens, place.first, place.after, known)
    if noun is None:
        return None
    at = place.tokens.index(noun)
    counted = noun_phrase(place.tokens, at, at, known)
    return replace(counted, end=place.number.end) if counted and not counted.named else None


def _of_same(share: Quantity, found: list[Quantity], place: _Place, known: Units) -> Quantity:
    """A share alone, of the same as the last share of its sentence that says of what."""
    if not shares_alone(place.number, place.tokens, place.first, share.span.end, place.text, known):
        return share
    start = place.sentence.span.start
    within = takewhile(lambda quantity: quantity.span.start >= start, reversed(found))
    return replace(share, what=next((quantity.what for quantity in within if quantity.unit in (SHARE, None) and quantity.what), None))


def _part_of(place: _Place, known: Units, antecedent: Quantity | None) -> Counted:
    """A fraction alone, of what was counted before it in its sentence: "2 millions de tonnes, dont la moitié"."""
    share = Counted("", None, None, place.number.end)
    if antecedent is None or antecedent.span.start < place.sentence.span.start:
        return share
    alone = shares_alone(place.number, place.tokens, place.first, share.end, place.text, known)
    return replace(share, what=antecedent.what) if alone else share


def _alone(place: _Place, antecedent: Quantity | None, known: Units, taken: _Taken) -> Quantity | None:
    """A number without a noun, in the brackets behind a country or where it takes up an earlier count."""
    number = place.number
    if number.year or number.article or antecedent is None:
        return None
    if number.kind == "vague" and not counts_others(place.tokens, place.after, known):
        return None
    within = antecedent.span.start >= place.sentence.span.start
    if not within and place.first and place.tokens[place.first - 1].text.lower() in known.bare["within"]:
        return None
    if in_brackets(number, place.text) in taken.states:
        counts = within and antecedent.what is not None and number.value == int(number.value)
        return _taken_up(place, antecedent, number.end, known) if counts else None
    if number.spelled and not number.scaled and (antecedent.unit in known.codes.values() or _definite(place, known)):
        return None  # "les deux", of whatever they are
    if within and _is_total(place, antecedent, known):
        return _taken_up(place, antecedent, number.end, known)
    end = stands_alone(number, place.tokens, place.first, place.after, known)
    return _taken_up(place, antecedent, end, known) if end else None


def _is_total(place: _Place, part: Quantity, known: Units) -> bool:
    """Whether so many are all those of whom a part was counted right before: "61 élus sur 120"."""
    between = place.text[part.span.end : place.number.start].split()
    joined = 0 < len(between) <= known.out_of_words and between[-1].lower() == known.out_of_word and "," not in "".join(between)
    counted = part.what is not None and part.unit != SHARE and not place.number.spelled  # "neuf sur dix" is a share
    return joined and counted and (part.value or place.number.value) < place.number.value


def _definite(place: _Place, known: Units) -> bool:
    return place.first > 0 and place.tokens[place.first - 1].text.lower() in known.definite and place.number.value <= known.largest


def _taken_up(place: _Place, antecedent: Quantity, end: int, known: Units) -> Quantity:
    """A number alone counts in the unit of the earlier one; the same things within a sentence, or where a pronoun says so."""
    same = among_them(place.tokens, place.after, known) or opens_with_others(place.tokens, place.first, place.after, known)
    within = same or antecedent.span.start >= place.sentence.span.start
    made = _made(place.number, Counted("", antecedent.unit, antecedent.what if within else None, end))
    return replace(made, taken_up=antecedent.span if within else None)


def _countable(number: Number, counted: Counted, text: str, known: Units) -> bool:
    """Whether people can be that many: "1,200 soldats" is no number in French, and what its writer meant is not ours to guess."""
    return (
        counted.unit != known.people_unit or number.scaled or number.value == int(number.value) or len(number.span.of(text).rpartition(",")[2]) != 3
    )


def _made(number: Number, counted: Counted) -> Quantity:
    """With the words of the noun in the span; a round number in the plural ("des milliers") keeps no value."""
    vague = number.kind == "vague"
    span = Span(number.start, max(number.end, counted.end))
    low, high = (None, None) if vague else (number.value, number.value_max)
    return Quantity(span, low, high, counted.unit, counted.what, number.approximate, number.bound)
