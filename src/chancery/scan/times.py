"""Times as they stand in the text: days, hours, lengths, with as much as their words say and no more.

Nothing here knows the document: "mercredi" is a Wednesday, "14 avril" a day of some year. `analysis.times` counts them from the day of publication;
`PartialTime.stated` gives the date of those that need no counting.
"""

from collections.abc import Iterator
from functools import lru_cache

from chancery.languages import Pack
from chancery.scan.expressions import Calendar, Clock, Duration, PartialTime, Relative, Vague
from chancery.scan.fits import Fit, fits
from chancery.scan.found import Found
from chancery.scan.grammar import Grammar, grammar
from chancery.scan.readings import read
from chancery.span import Span


def scan_times(text: str, pack: Pack, foreign: str | None = None, *, start: int = 0) -> tuple[PartialTime, ...]:
    """The expressions of time in a text, in text order, none inside another; PluginError if the pack has no `times.toml` to read them by.

    With `foreign`, those of that language, by the pack's `times.FOREIGN.toml`. Places count from `start`, where the text begins in another one.

    >>> from chancery.languages import pack_for
    >>> [(time.value.month, time.value.day, time.bound) for time in scan_times("d'ici le 1er mai ou jusqu'au 3 juin", pack_for("fr"))]
    [(5, 1, 'by'), (6, 3, 'until')]
    """
    rules = grammar(pack, f"times.{foreign}" if foreign else "times")
    return tuple(_times(text, rules, foreign or pack.language, start))


def _times(text: str, rules: Grammar, language: str, start: int) -> Iterator[PartialTime]:
    for fit, begin, end in fits(rules).of(text):
        for time in _read(rules, language, fit, text[begin:end]):
            yield time.moved(start + begin)


@lru_cache(maxsize=8192)
def _read(rules: Grammar, language: str, fit: Fit, words: str) -> tuple[PartialTime, ...]:
    """What words with their opener write; places count from the first of them."""
    found = Found(rules, language, fit, words)
    times = read(found)
    return (*(_opened(time, found) for time in times[:1]), *times[1:])


def _opened(time: PartialTime, found: Found) -> PartialTime:
    """With the word before it that bounds it ("depuis") or blurs it ("vers")."""
    if found.fit.opener is None or isinstance(time.value, Vague):
        return time
    fields = found.fit.opener.fields
    bound, inside = fields.get("bound"), fields["inside"]
    if fields.get("lasting") and not isinstance(time.value, Duration):
        return time
    counted = isinstance(time.value, Duration | Relative)
    if bound in ("before", "after") and (isinstance(time.value, Clock) or (counted and not _dated(time))):
        return time
    if bound in ("since", "from") and isinstance(time.value, Clock):
        inside = False
    span = Span(0, time.span.end) if inside else time.span
    return time._replace(
        span=span, bound=bound, bound_inside=inside and bound is not None, approximate=time.approximate or fields.get("approximate", False)
    )


def _dated(time: PartialTime) -> bool:
    return isinstance(time.value, Calendar) or (isinstance(time.value, Relative) and time.value.otherwise is None)
