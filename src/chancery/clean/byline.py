"""Where a text says when, where and by whom it was written: whole lines, and the beginning of the first."""

import re

from chancery.clean.layout import EDGES, Layout
from chancery.clean.lines import Line, fold, line_at
from chancery.register import register_for
from chancery.span import Span

INTERTITLE = re.compile(r"[-–—] .+ [-–—]")
"""How agencies set the titles between paragraphs: a day in one is not a byline."""
LONGEST_BYLINE_WORDS = 30
LONGEST_OPENING = 140
"""Code points within which a dateline must end."""
SENT_FROM = re.compile(r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{1,24}[A-ZÀ-Ý](?:\s*/\s*[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{1,24}[A-ZÀ-Ý])?)\s+[—–-]+\s+(?=[A-ZÀ-Ý«\"“])")
"""A place in capitals and a dash, without an agency: "GENÈVE — Les"."""
NAMES = re.compile(r"[^\W\d_a-zß-ÿ][\w'’.-]*(?:(?:[ /]|, )(?:(?:de|du|des|la|le|les|sur|en)\s+){0,2}[^\W\d_a-zß-ÿ][\w'’.-]*){0,4}")
"""Words with capitals throughout, but for what joins them: "Bobo-Dioulasso", "Port-Louis, Maurice"."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DATELINED_LINES = 3
"""Lines of running text that may begin with a dateline."""


def mark_bylines(page: list[Line], layout: Layout) -> None:
    """Mark the lines that are bylines and nothing else. A line that ends a sentence is none: articles speak of dates and agencies too."""
    for line in page:
        if line.kind or line.words > LONGEST_BYLINE_WORDS or (line.sentence and line.text.endswith((".", "!", "?"))):
            continue
        if not INTERTITLE.fullmatch(line.text) and layout.bylines.fullmatch(line.folded.strip(EDGES)):
            line.kind = "byline"


def split_datelines(page: list[Line], text: str, layout: Layout) -> list[Line]:
    """The lines, with datelines at the beginning of the first running ones cut off as bylines."""
    out: list[Line] = []
    left, begun = DATELINED_LINES, False
    for line in page:
        if line.kind or not left or line.words < 4:
            out.append(line)
            continue
        left -= line.sentence or not out
        start = line.span.start
        while opened := _opening(line, start - line.span.start, text, layout, begun):
            end = line.span.start + opened
            out.append(_byline(Span(start, end), text))
            start = end + len(text[end : line.span.end]) - len(text[end : line.span.end].lstrip())
        begun = begun or line.sentence
        if start == line.span.start:
            out.append(line)
        elif start < line.span.end:
            out.append(line_at(Span(start, line.span.end), text))
    return out


def _opening(line: Line, at: int, text: str, layout: Layout, begun: bool) -> int | None:
    """Where the dateline that begins at a place of a line ends; `begun` says that running text stands before the line."""
    if found := layout.byline_openings.match(line.folded, at, LONGEST_OPENING):
        return found.end()
    if dated := _dateline(line, at, text, layout, begun):
        return dated
    sent = SENT_FROM.match(line.text) if at == 0 else None
    return sent.end() if sent and all(_is_place(part, text, layout) for part in re.split(r"\s*/\s*", sent["place"])) else None


def _dateline(line: Line, at: int, text: str, layout: Layout, begun: bool) -> int | None:
    """Where the place and the day that a line begins with end: before a dash and behind their source any name is a place, else a known one, and
    the day has its year. Before a full stop they may set a scene: then nothing may run before them, and the text may tell of no later year."""
    found = layout.datelines.match(line.folded, at)
    if found is None or found.end() > LONGEST_OPENING or layout.captions.search(found["source"] or ""):
        return None
    place, rest = line.text[found.start("place") : found.end("place")], line.text[found.end() :].lstrip()
    if not NAMES.fullmatch(place):
        return None
    if found["dash"] and found["source"]:
        return found.end()
    year = YEAR.search(found["day"])
    if year is None or not _is_place(re.split(r"[/,]", place)[0].strip(), text, layout):
        return None
    scene = found["stop"] and (begun or max(YEAR.findall(text)) > year[0])
    unsigned = found["words"] is not None and not (found["source"] and rest[:1].isupper())
    return None if scene or unsigned or layout.credits.match(fold(rest)) else found.end()


def _is_place(name: str, text: str, layout: Layout) -> bool:
    """Whether a word in capitals is a place rather than a topic: a known one, or the text says that something is there."""
    folded = fold(name)
    if folded in layout.places or register_for(None).gazetteer().get(name.title()) == ("LOC", None):
        return True
    return bool(re.search(rf"(?<!\w)[àÀ] {re.escape(name.title())}(?!\w)", text))


def _byline(span: Span, text: str) -> Line:
    line = line_at(span, text)
    line.kind = "byline"
    return line
