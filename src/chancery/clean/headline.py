"""Which of the lines above an article is its headline: the one that shares its words."""

from chancery.clean.lines import WORD, Line

LONGEST_HEADLINE_WORDS = 45
SHORTEST_HEADLINE_WORDS = 3
COMPARED_WORDS = 250
"""How much of the article's beginning a headline is compared with."""
STEM = 5
"""Letters by which two words count as one: "libération" and "libérer" are told apart by their endings only."""
TOO_SHORT = 2
"""Words that a headline is taken to have besides, none of them shared: a section of two words comes again below as whole as a headline does."""
LEAST_SHARED = 0.25
"""Share of a headline's words that must come again below it, where there is more than one line to choose from."""


def choose_headline(above: list[Line], body: list[Line]) -> Line | None:
    """The headline among the lines above the body; None if none of them is one.

    It is the first line of a text that no furniture comes before. Else it is the one that shares most words with the text; of several that share
    as many the first, since what repeats a headline further down is a link to the article itself.
    """
    if above and not any(line.listed or line.kind in ("furniture", "caption") for line in above):
        return next((line for line in above if not line.kind and line.words <= LONGEST_HEADLINE_WORDS), None)
    candidates = [line for line in above if not line.kind and SHORTEST_HEADLINE_WORDS <= line.words <= LONGEST_HEADLINE_WORDS and not line.listed]
    if not candidates:
        return None
    words = [stem for line in body for stem in _stems(line)][:COMPARED_WORDS]
    known = set(words)
    shares = [_share(line, known) for line in candidates]
    best = max(shares)
    if len(candidates) == 1:
        return candidates[0]
    if best < LEAST_SHARED:
        return candidates[-1]
    return next(line for line, share in zip(candidates, shares, strict=True) if share >= best - 1e-9)


def _share(line: Line, known: set[str]) -> float:
    stems = _stems(line)
    return sum(stem in known for stem in stems) / (len(stems) + TOO_SHORT)


def _stems(line: Line) -> list[str]:
    return [word[:STEM] for word in WORD.findall(line.folded) if len(word) > 3]
