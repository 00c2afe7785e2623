"""Stretches between quotation marks, whoever said them and whether anyone did.

Marks that never close end with their paragraph; a mark that is repeated at the head of each paragraph of a long quotation opens each anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.clean import Block, Document
from chancery.span import Span

MARK = re.compile(r'["“”„«»]|(?<!\w)\'\'|\'\'(?!\w)')
OPENING = {"«": "»", "“": "”", "„": "“"}
CLOSING = {"»", "”"}
BREAK = re.compile(r"\n[ \t]*\n")
REACH = 4000
"""Code points; a mark that closes farther on than this is another quotation's."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch."""

    outer: Span
    """With its marks."""
    inner: Span
    """The words between the marks, white space trimmed."""
    closed: bool


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The outermost quoted stretches of the article, in text order; none overlaps another."""
    return tuple(found for block in document.article() for found in _in_block(document.text, block))


def _in_block(text: str, block: Block) -> Iterator[Quotation]:
    marks = list(MARK.finditer(text, block.span.start, block.span.end))
    position = 0
    while position < len(marks):
        opening = marks[position]
        if not _opens(text, opening):
            position += 1
            continue
        closing = _closing(text, marks, position, block.span.end)
        if closing is None:
            end = _paragraph_end(text, opening.end(), block.span.end)
            yield from _made(text, opening.start(), opening.end(), end, end, closed=False)
            position = next((later for later in range(position + 1, len(marks)) if marks[later].start() >= end), len(marks))
        else:
            yield from _made(text, opening.start(), opening.end(), marks[closing].start(), marks[closing].end(), closed=True)
            position = closing + 1


def _made(text: str, start: int, inner: int, inner_end: int, end: int, *, closed: bool) -> Iterator[Quotation]:
    words = Span(inner, max(inner, inner_end)).trimmed(text, ' \n\r\t\u00a0\u202f\u2009»”"«“')
    if len(words):
        yield Quotation(Span(start, end), words, closed)


def _before(text: str, position: int) -> str:
    return text[position - 1] if position else "\n"


def _after(text: str, position: int) -> str:
    return text[position] if position < len(text) else "\n"


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation where none is open. A closing guillemet may: scrapers turn them round (`d' »un mot »`)."""
    before, after = _before(text, mark.start()), _after(text, mark.end())
    if mark[0] in OPENING:
        return True
    if mark[0] in CLOSING:
        return (before.isspace() or before in "'’(") and after.isalnum()
    return before.isspace() or before in "'’([«—–-:.!?;,/+" or (not after.isspace() and not before.isalnum())


def _closing(text: str, marks: list[re.Match[str]], position: int, limit: int) -> int | None:
    """The position in `marks` of the mark that closes the one at `position`, or None."""
    opening = marks[position]
    wanted = OPENING.get(opening[0], opening[0])
    depth = 0
    for later in range(position + 1, len(marks)):
        mark = marks[later]
        if mark.start() - opening.end() > REACH:
            return None
        between = text[opening.end() : mark.start()]
        if _breaks_off(between, opening[0]):
            return None
        if "\n" in between and mark[0] == opening[0] and not _closes(text, mark):
            return None
        if mark[0] in CLOSING and _before(text, mark.start()).isspace() and _after(text, mark.end()).isalnum():
            continue  # a closing mark in an opening place
        if mark[0] == wanted and not between.strip() and wanted in CLOSING:
            continue  # « » at the head: one of the two is noise
        if opening[0] != wanted and mark[0] == opening[0]:
            if between.strip() and _before(text, mark.start()) != "\n":  # at the head of a paragraph it is the same one taken up again
                depth += 1
        elif mark[0] == wanted:
            if depth == 0 or wanted not in CLOSING:
                return later
            depth -= 1
    return None if depth == 0 or wanted not in CLOSING else _last_resort(marks, position, wanted, text)


def _breaks_off(between: str, mark: str) -> bool:
    """Whether a blank line ends the quotation: it does unless the next paragraph takes the mark up again."""
    return any(not between[gap.end() :].lstrip().startswith(mark) for gap in BREAK.finditer(between))


def _last_resort(marks: list[re.Match[str]], position: int, wanted: str, text: str) -> int | None:
    """The first closing mark, where fewer close than open: the inner one was the stray."""
    for later in range(position + 1, len(marks)):
        if BREAK.search(text[marks[position].end() : marks[later].start()]):
            return None
        if marks[later][0] == wanted:
            return later
    return None


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands as closing ones do: after a word or its point, before a space or point."""
    before, after = _before(text, mark.start()), _after(text, mark.end())
    return not before.isspace() and (after.isspace() or after in ".,;:!?)»-–—…")


def _paragraph_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end
