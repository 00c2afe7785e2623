"""Times as they stand in the text: days, hours, lengths, with as much as their words say and no more.

Nothing here knows the document: "mercredi" is a Wednesday, "14 avril" a day of some year. `analysis.times` counts them from the day of publication;
`PartialTime.stated` gives the date of those that need no counting.
"""

from dataclasses import replace

from chancery.languages import Pack
from chancery.scan.expressions import Calendar, Clock, Duration, PartialTime, Relative, Vague
from chancery.scan.found import Found
from chancery.scan.grammar import Grammar, Lexed, grammar, longest
from chancery.scan.readings import read
from chancery.span import Span

LOOK_BACK = 8
"""Words before an expression in which what bounds it stands."""


def scan_times(text: str, pack: Pack, foreign: str | None = None) -> tuple[PartialTime, ...]:
    """The expressions of time in a text, in text order, none inside another; PluginError if the pack has no `times.toml` to read them by.

    With `foreign`, those of that language, by the pack's `times.FOREIGN.toml`.

    >>> from chancery.languages import pack_for
    >>> [(time.value.month, time.value.day, time.bound) for time in scan_times("d'ici le 1er mai ou jusqu'au 3 juin", pack_for("fr"))]
    [(5, 1, 'by'), (6, 3, 'until')]
    """
    rules, language = grammar(pack, f"times.{foreign}" if foreign else "times"), foreign or pack.language
    lexed = rules.lex(text)
    places = ((match.start(), match.end(), (rule, match)) for rule, match in rules.places(lexed))
    found: list[PartialTime] = []
    for first, _, (rule, match) in longest(places):
        found += [
            _opened(time, first, lexed, rules) if not index else time for index, time in enumerate(read(Found(rules, language, lexed, rule, match)))
        ]
    return tuple(found)


def _opened(time: PartialTime, first: int, lexed: Lexed, rules: Grammar) -> PartialTime:
    """With the word before it that bounds it ("depuis") or blurs it ("vers")."""
    if not first or isinstance(time.value, Vague) or lexed.letters[first - 1] not in rules.opening:
        return time
    start = max(0, first - LOOK_BACK)
    best = None
    for rule in rules.openers:
        match = rule.pattern.search(lexed.letters, start, first)
        if match and (best is None or match.start() < best[1].start()):
            best = rule, match
    if best is None:
        return time
    fields, match = best[0].fields, best[1]
    bound, inside = fields.get("bound"), fields["inside"]
    counted = isinstance(time.value, Duration | Relative)
    if bound in ("before", "after") and (isinstance(time.value, Clock) or (counted and not _dated(time))):
        return time
    if bound in ("since", "from") and isinstance(time.value, Clock):
        inside = False
    span = Span(lexed.starts[match.start()], time.span.end) if inside else time.span
    return replace(
        time, span=span, bound=bound, bound_inside=inside and bound is not None, approximate=time.approximate or fields.get("approximate", False)
    )


def _dated(time: PartialTime) -> bool:
    return isinstance(time.value, Calendar) or (isinstance(time.value, Relative) and time.value.otherwise is None)
