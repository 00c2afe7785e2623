"""Stretches between quotation marks, whoever said them and whether anyone did.

Marks that never close end with their paragraph; a mark that is repeated at the head of each paragraph of a long quotation opens each anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.clean import Block, Document
from chancery.span import Span

MARK = re.compile(r'"|“|”|„|«|»|\'\'(?:(?<!\w\'\')|(?!\w))')  # each begins with a sign, so that all others are passed over at once
OPENING = {"«": "»", "“": "”", "„": "“"}
CLOSING = {"»", "”"}
BREAK = re.compile(r"\n[ \t]*\n")
ENDS = ".!?…"
SENTENCE = re.compile(r"(?<=\w{3})[.!?…](?=\s+[A-ZÀ-Ý])")
"""Where a sentence ends and another begins."""
ENDED = re.compile(r"(?<=[\w\"»”]{2})[.!?…](?=\s*[A-ZÀ-Ý])")
"""The same, where a page may have joined two sentences without a space."""
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
        if not _opens(text, opening) and not _glued(text, marks, position):
            position += 1
            continue
        closing = _closing(text, marks, position, block.span.end)
        if closing is None:
            end = _open_end(text, marks, position, block.span.end)
            yield from _made(text, opening.start(), opening.end(), end, end, closed=False)
            position = next((later for later in range(position + 1, len(marks)) if marks[later].start() >= end), len(marks))
        else:
            yield from _made(text, opening.start(), opening.end(), marks[closing].start(), marks[closing].end(), closed=True)
            position = closing + 1


def _made(text: str, start: int, inner: int, inner_end: int, end: int, *, closed: bool) -> Iterator[Quotation]:
    words = Span(inner, max(inner, inner_end)).trimmed(text, ' \n\r\t\u00a0\u202f\u2009»”"«“,')
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
    closer: int | None = None
    for later in range(position + 1, len(marks)):
        mark = marks[later]
        if mark.start() - opening.end() > REACH:
            return None
        between = text[opening.end() : mark.start()]
        if _breaks_off(between, opening[0]):
            return None
        if "\n" in between and mark[0] == opening[0] and not _closes(text, mark):
            return None
        if _anew(text, mark):
            if mark[0] in CLOSING:
                continue  # a closing mark in an opening place
            if opening[0] == wanted == mark[0]:
                if _sentence_ends(text, mark.start()):
                    return None  # the next sentence's own quotation
                if (
                    closer is not None
                    and depth == 0
                    and _stray(text, marks, position, limit)
                    and ENDED.search(text, marks[closer].end(), mark.start())
                ):
                    return None if _told_before(text, marks, position) else closer  # one mark closes both
                depth += 1
                continue
        if mark[0] == wanted and not between.strip() and wanted in CLOSING:
            continue  # « » at the head: one of the two is noise
        if opening[0] != wanted and mark[0] == opening[0]:
            if between.strip() and _before(text, mark.start()) != "\n":  # at the head of a paragraph it is the same one taken up again
                depth += 1
        elif mark[0] == wanted:
            if depth == 0:
                return later
            depth -= 1
            closer = later
    if wanted not in CLOSING and closer is not None:
        return None if _told_before(text, marks, position) else closer  # one mark closes both
    return None if depth == 0 else _last_resort(marks, position, wanted, text)


def _stray(text: str, marks: list[re.Match[str]], position: int, limit: int) -> bool:
    """Whether the paragraph has an odd number of such marks from this one on, so that one of them has no other half."""
    end = text.find("\n", marks[position].start(), limit)
    later = (mark for mark in marks[position:] if end < 0 or mark.start() < end)
    return sum(mark[0] == marks[position][0] for mark in later) % 2 == 1


def _told_before(text: str, marks: list[re.Match[str]], position: int) -> bool:
    """Whether a sentence ends between a mark and the next: that one then begins words of its own, and the first never closes."""
    return position + 1 < len(marks) and SENTENCE.search(text, marks[position].end(), marks[position + 1].start()) is not None


def _sentence_ends(text: str, position: int) -> bool:
    """Whether a sentence ends before the position."""
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position > 0 and text[position - 1] in ENDS


def _anew(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands as opening ones do: after a space, before a word."""
    return _before(text, mark.start()).isspace() and _after(text, mark.end()).isalnum()


def _glued(text: str, marks: list[re.Match[str]], position: int) -> bool:
    """Whether a straight mark opens a quotation though no space parts it from the word before: `Radio Nord"Nous partons ..."`."""
    mark = marks[position]
    following = marks[position + 1] if position + 1 < len(marks) else None
    stuck = mark[0] == '"' and _before(text, mark.start()).isalpha() and _after(text, mark.end()).isupper()
    return stuck and following is not None and following[0] == '"' and _closes(text, following) and "\n" not in text[mark.end() : following.start()]


def _breaks_off(between: str, mark: str) -> bool:
    """Whether a blank line ends the quotation: it does unless the next paragraph takes the mark up again."""
    return any(not between[gap.end() :].lstrip().startswith(mark) for gap in BREAK.finditer(between))


def _last_resort(marks: list[re.Match[str]], position: int, wanted: str, text: str) -> int | None:
    """The first closing mark, where fewer close than open: the inner one was the stray."""
    for later in range(position + 1, len(marks)):
        if BREAK.search(text[marks[position].end() : marks[later].start()]):
            return None
        if marks[later][0] == wanted and (wanted in CLOSING or not _anew(text, marks[later])):
            return later
    return None


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands as closing ones do: after a word or its point, before a space or point."""
    before, after = _before(text, mark.start()), _after(text, mark.end())
    return not before.isspace() and (after.isspace() or after in ".,;:!?)»-–—…")


def _open_end(text: str, marks: list[re.Match[str]], position: int, limit: int) -> int:
    """Where a quotation that never closes ends: with its paragraph, or before the quotation that the next sentence opens."""
    start = marks[position].end()
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    if position + 1 < len(marks) and marks[position + 1].start() < end and (own := SENTENCE.search(text, start, marks[position + 1].start())):
        return own.start()  # what follows has its own marks
    for mark in marks[position + 1 :]:
        if mark.start() >= end:
            break
        if mark[0] == marks[position][0] and _anew(text, mark) and _sentence_ends(text, mark.start()):
            return mark.start()
    return end
