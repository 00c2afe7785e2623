"""The paragraphs of an article, as syntax reads them: lines that were cut are joined, and none is too long to be read at once."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from chancery.analysis.quotations import quotations
from chancery.clean.document import Block, Document
from chancery.languages import Pack, pack_for
from chancery.span import Span

LONGEST = 10_000
"""Code points of one paragraph read at once; a longer one is cut behind a sentence, or at white space, so that memory and time stay bounded."""
TOGETHER = 50_000
"""Code points parsed at once: what the network holds for them is about a hundred times as large as they are."""
UNBROKEN = re.compile(r"\S{300}")
"""More without white space is no word; the tokenizer takes the square of its length in time, so it is cut."""
UNFINISHED = ",'’"
"""How a line ends that goes on in the next, unless with a letter or figure."""
ENDED = re.compile(r"[.!?…][\"»”)]*\s")
BEGINS = r"(?=[A-ZÀ-Ý](?:[a-zß-öø-ÿœ]|['’ ]\w))"
SMALL, YEAR = r"(?:(?<![\w#@/.&?=-])[a-zß-öø-ÿœ]{2,}|(?<=\w-)[a-zß-öø-ÿœ]{4,})", r"\b(?:19|20)\d\d"
NUMERAL = r"[IVXLCDM]+(?:er?|ère|i?ème)s?\b"
CAPITALS = rf"(?<![\w#@/])(?!{NUMERAL})[A-ZÀ-Ý'’]*[A-ZÀ-Ý]{{3}}(?=[A-ZÀ-Ý]['’]?[a-zß-öø-ÿœ])"
BULLET = r"(?<=[.!?»\")])(?=[►▶•➜→♦])"
HEADING = r"(?:(?<=[.!?…])|(?<=[.!?…][\"»”)]))(?=-\s[\"«“]?\s?[A-ZÀ-Ý\d])"
COUNTED = r"(?<![\w#@/.&?=-])[a-zß-öø-ÿœ]{4,}\.(?=\d{2,3}(?:[. ]\d{3})*(?: ?%|\s[a-zß-öø-ÿœ]{2}|[hH]\d\d\b))"
NUMBERED = r"(?<=[a-zß-öø-ÿœ]\.)(?=\d{1,2}\.\s[A-ZÀ-Ý])"

Piece = tuple[Span, Block]


def groups(document: Document) -> Iterator[list[Piece]]:
    """The paragraphs of the article with their blocks, each at most LONGEST code points, in groups that are parsed at once."""
    group: list[Piece] = []
    size = 0
    for span, block in _pieces(document):
        if group and size + len(span) > TOGETHER:
            yield group
            group, size = [], 0
        group.append((span, block))
        size += len(span)
    if group:
        yield group


def _pieces(document: Document) -> Iterator[Piece]:
    pack, stuck = pack_for(document.language), sorted(_stuck(document))
    for block in document.article():
        for paragraph in paragraphs(block.span.of(document.text), block.span.start):
            for part in _parted(paragraph, document.text, pack, stuck):
                for piece in _cut(part, document.text):
                    bare = piece.trimmed(document.text)
                    if len(bare):
                        yield bare, block


def paragraphs(text: str, offset: int = 0) -> list[Span]:
    """The lines of a block, those made one that break off and go on with a small letter. Where most do, the block was wrapped: all its lines are one.

    >>> [span.of("Le roi est\\nmort.\\nVive le roi !") for span in paragraphs("Le roi est\\nmort.\\nVive le roi !")]
    ['Le roi est\\nmort.\\n', 'Vive le roi !']
    """
    lines = text.splitlines(keepends=True)
    cut = [_breaks_off(line) and after[:1].islower() for line, after in pairwise(lines)]
    wrapped = len(cut) > 1 and 2 * sum(cut) > len(cut) and all(line.strip() for line in lines)
    found: list[Span] = []
    at = offset
    for index, line in enumerate(lines):
        joined = index > 0 and (wrapped or cut[index - 1])
        found.append(Span(found.pop().start if joined else at, at + len(line)))
        at += len(line)
    return found


def _breaks_off(line: str) -> bool:
    last = line.rstrip()[-1:]
    return last.isalnum() or (last != "" and last in UNFINISHED)


@cache
def _glued(pack: Pack) -> re.Pattern[str]:
    """Where one text ends and the next begins though nothing parts them: a capital in a small word (`finieLe`), behind capitals (`FINIELe`), a year,
    a bracket or a share and its full stop; in a name, a word that opens sentences (`ParisLe`); behind a sentence a bullet, dash, number or count."""
    words = "|".join(re.escape(word) + ("" if word.endswith("'") else r"\s") for word in pack.words("layout")["starters"])
    return re.compile(
        rf"(?:{SMALL}|{YEAR}|\w\)|(?<=[%€])\)?\.){BEGINS}|{CAPITALS}|(?<=[a-zß-öø-ÿœ]{{2}})(?={words})|{BULLET}|{HEADING}|{NUMBERED}|{COUNTED}"
    )


@cache
def _signs(pack: Pack) -> re.Pattern[str]:
    """What stands behind each place that `_glued` finds, with the sign that must stand before it."""
    capitals = f"A-ZÀ-Ý{re.escape(''.join(sorted({word[0] for word in pack.words('layout')['starters']})))}"
    return re.compile(
        rf"[{capitals}►▶•➜→♦\d-](?:(?<=[a-zß-öø-ÿœ\d).].)|(?<=[A-ZÀ-Ý][A-ZÀ-Ý])(?=['’]?[a-zß-öø-ÿœ])|(?<=[.!?…»\"”)][►▶•➜→♦-]))",
    )


def _stuck(document: Document) -> Iterator[int]:
    """Where nothing parts a quotation from the sentence before or behind: `...à la BBC.|"Nous partons"`, `Radio Nord|"Nous partons"|Le ministre`."""
    text = document.text
    for quote in quotations(document):
        before, after = text[quote.outer.start - 1 : quote.outer.start], text[quote.outer.end : quote.outer.end + 1]
        if before and quote.inner.of(text)[0].isupper() and (before in ".!?…" or before.isalnum()):
            yield quote.outer.start
        if quote.closed and after.isupper():
            yield quote.outer.end


def _parted(span: Span, text: str, pack: Pack, stuck: list[int]) -> Iterator[Span]:
    """The span in the stretches that were glued together; `stuck` are the places where that is known, in text order."""
    start = span.start
    places = stuck[bisect_left(stuck, span.start) : bisect_left(stuck, span.end)]
    for place in sorted((*_ends(span, text, pack), *places)):
        if place > start:
            yield Span(start, place)
            start = place
    yield Span(start, span.end)


def _ends(span: Span, text: str, pack: Pack) -> Iterator[int]:
    """The places that `_glued` finds in the span, which holds no white space where it fits: it is tried in the words that have a sign alone."""
    glued, start = _glued(pack), span.start
    for sign in _signs(pack).finditer(text, span.start, span.end):
        tried, start = start, max(start, sign.start())
        while start > tried and not text[start - 1].isspace():
            start -= 1
        while start <= sign.start():
            found = glued.match(text, start, span.end)
            if found:
                yield found.end()
            start = max(start + 1, found.end() if found else 0)


def _cut(span: Span, text: str) -> Iterator[Span]:
    """The span in stretches that are not too long, as a whole and without white space."""
    start = span.start
    while start < span.end:
        end = min(span.end, start + LONGEST)
        if end < span.end:
            ended = [found.end() for found in ENDED.finditer(text, start + LONGEST // 2, end)]
            space = ended[-1] if ended else text.rfind(" ", start + 1, end)
            end = space if space > 0 else end
        if unbroken := UNBROKEN.search(text, start, end):
            end = unbroken.end()
        yield Span(start, end)
        start = end
