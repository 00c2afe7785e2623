"""What quotation marks, brackets and last words show a name to be that looks like a person's: `le "Roy", un cargo`, `Roy Lund (chimie)`."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit

NOTHING = ""
"""The label of what is no name by the conventions: storms, ships, products, works."""
QUOTES = frozenset("«\"“'")
CLOSING = frozenset("»\"”'")
LONGEST = 2
"""Words of a name that may have been left out before the rest of it."""
NONE: frozenset[str] = frozenset()


def shown(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str | None:
    """`ORG`, or NOTHING of what is no name; None where nothing of the kind stands beside it."""
    if run[name.end - 1].text in lexicon.beside.get("institutions", NONE) and name.end - name.start > 1:
        return "ORG"
    if _is_firm(run, name, lexicon):
        return "ORG"
    return NOTHING if _is_vessel(run, name, lexicon) else None


def _is_firm(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether what a firm deals in stands in brackets behind: `Roy Lund (chimie)`."""
    behind = [unit.text.lower() for unit in run[name.end : name.end + 3]]
    return behind[:1] == ["("] and behind[2:] == [")"] and behind[1] in lexicon.beside.get("sectors", NONE)


def _is_vessel(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether an apposition says that what stands in quotation marks is a thing: `le "Paul Roy", un cargo`."""
    behind, start = run[name.end : name.end + 4], name.start
    while start > max(0, name.start - LONGEST) and run[start - 1].text[0].isupper():
        start -= 1  # `"King |Roy|"`
    marked = start > 0 and run[start - 1].text in QUOTES and len(behind) > 3 and behind[0].text in CLOSING
    return marked and behind[1].text == "," and behind[2].pos == "DET" and lexicon.things.get(behind[3].text.lower()) == NOTHING


def is_virus(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a virus, which is no name, whatever it was taken for."""
    return name.end - name.start == 1 and run[name.start].text.lower() in lexicon.beside.get("viruses", NONE)
