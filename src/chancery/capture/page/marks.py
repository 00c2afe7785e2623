"""Which lines of a page are the article: what trafilatura extracts, checked against the markup."""

import logging
import re

from lxml import html
from trafilatura import bare_extraction

from chancery.capture.page.lines import Line
from chancery.capture.source import BlockKind

LARGEST_PAGE = 50_000
"""Elements; beyond, trafilatura takes minutes, and the markup alone decides."""
MOSTLY_LINK = 0.6
A_SENTENCE = re.compile(r"\w\W*[.!?…»\"”)]\s*$")
SENTENCE_WORDS = 8
"""From which on an extracted line is surely the article's."""
SHORT_SENTENCE_WORDS = 3
NOT_WORD = re.compile(r"[\W_]+")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say goes into the marks, not on the user's terminal


def kinds(tree: html.HtmlElement, page: list[Line], titles: tuple[str, ...], *, whole: bool = False) -> list[BlockKind | None]:
    """For each line the kind that the page gives away; None where the words must tell. `whole`: there is an article and nothing around it."""
    keys = [NOT_WORD.sub("", line.text).casefold() for line in page]
    extracted = set[str]() if whole else _extracted(tree)
    inside = [i for i, line in enumerate(page) if keys[i] in extracted and not line.aside and len(line.text.split()) >= SENTENCE_WORDS]
    heading = _heading(page, keys, titles, inside[0] if inside else len(page))
    first = min(inside[0], heading) if inside and heading is not None else inside[0] if inside else 0
    last = inside[-1] if inside else len(page) - 1
    around = {page[i].parent for i in inside}
    found: list[BlockKind | None] = []
    for i, line in enumerate(page):
        if i == heading:
            found.append("headline")
        elif line.post:
            found.append("post")
        elif line.caption:
            found.append("caption")
        elif keys[i] in extracted and first <= i <= last:
            found.append(None)
        elif line.aside or line.linked > MOSTLY_LINK:
            found.append("furniture")
        else:
            within = first <= i <= last or (line.parent in around and _sentence(line))
            found.append(None if within or not inside else "furniture")
    return found


def _extracted(tree: html.HtmlElement) -> set[str]:
    if sum(1 for _ in tree.iter()) > LARGEST_PAGE:
        return set()
    document = bare_extraction(tree, include_comments=False, with_metadata=False)
    text = getattr(document, "text", None) or ""
    return {NOT_WORD.sub("", line).casefold() for line in text.split("\n")} - {""}


def _heading(page: list[Line], keys: list[str], titles: tuple[str, ...], before: int) -> int | None:
    """The line that is the article's headline: a heading that the page's own titles begin with, else the last main heading before the text."""
    named = [NOT_WORD.sub("", title).casefold() for title in titles]
    headings = [i for i, line in enumerate(page[: before + 1]) if line.tag in ("h1", "h2") and keys[i]]
    agreed = [i for i in headings if any(title.startswith(keys[i]) for title in named) and len(page[i].text.split()) > 2]
    main = [i for i in headings if page[i].tag == "h1" and not page[i].aside]
    return agreed[-1] if agreed else main[-1] if main else None


def _sentence(line: Line) -> bool:
    """Whether a line beside the article's may be of it: articles end with short sentences too ("Verdict en mars.")."""
    return len(line.text.split()) >= SHORT_SENTENCE_WORDS and bool(A_SENTENCE.search(line.text))
