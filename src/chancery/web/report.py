"""A record as a folder of pages that open from disk.

Invariant: a folder is written beside its place and put there whole, or not at all; a folder that holds anything else than a report is left as it is.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chancery.capture.walk import REPORT_MARK
from chancery.capture.written import whole
from chancery.clean.document import Block
from chancery.errors import UsageError
from chancery.record import Store
from chancery.record.lineage import READ
from chancery.views import Record
from chancery.views.card import sentence
from chancery.web.book import KINDS, Book, book
from chancery.web.leaf import leaf
from chancery.web.pages import FILES, PAGES, document_page, page
from chancery.web.scripts import script
from chancery.web.wording import LANGUAGES, wording

ASSETS = Path(__file__).parent / "assets"
Step = Callable[[int, int], None]
"""Hears how many documents of how many are written."""


@dataclass(frozen=True, slots=True)
class Written:
    """A report on disk."""

    index: Path
    """The page to open."""
    documents: int
    facts: int


def write_report(record: Record, out: Path, *, title: str = "chancery", language: str = "fr", step: Step = lambda done, of: None) -> Written:
    """The record's pages in the folder `out`, in the place of a former report. The same record gives the same files, to the byte.

    Raises UsageError if the folder holds anything else, CorruptRecord.
    """
    check_writable(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(f".{out.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        told = book(record)
        for path, content in _files(told, record.store, title, language, step):
            target = partial / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        _put(partial, out)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    facts = sum(map(len, told.facts.values()))
    return Written(out / f"{FILES['overview']}.html", len(told.library.documents), facts)


def check_writable(out: Path) -> None:
    """Raise UsageError unless a report can go there: the folder is new, empty or a report."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise UsageError("this is no folder", where=str(out), hint="name a new folder for the report")
    if out.is_dir() and any(out.iterdir()) and not (out / REPORT_MARK).is_file():
        raise UsageError("the folder holds something else than a report", where=str(out), hint="name a new or empty folder")


def _put(partial: Path, out: Path) -> None:
    """The new folder in the place of the old one."""
    former = out.with_name(f".{out.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    if out.exists():
        os.replace(out, former)
    os.replace(partial, out)
    shutil.rmtree(former, ignore_errors=True)


def _files(told: Book, store: Store, title: str, language: str, step: Step) -> Iterator[tuple[str, bytes]]:
    """Every file of the report by its path, with its content."""
    yield from _assets(ASSETS)
    yield "data/words.js", script("words", {each: wording(each) for each in LANGUAGES})
    yield REPORT_MARK, script("record", told.about())
    for name, shelf in told.shelves.items():
        yield f"data/{name}.js", script(name, shelf)
    for name in PAGES:
        yield f"{FILES[name]}.html", _encoded(page(name, title=title, language=language))
    around: dict[str, dict[str, tuple[str, str]]] = {name: {} for name in KINDS}
    yield from _documents(told, store, title, language, around, step)
    yield "data/texts.js", script("texts", [_article(*store.text(document.reading)) for document in told.library.documents])
    for name, sentences in around.items():
        yield f"data/{name}-sentences.js", script(f"{name}-sentences", sentences)


def _documents(
    told: Book, store: Store, title: str, language: str, around: dict[str, dict[str, tuple[str, str]]], step: Step
) -> Iterator[tuple[str, bytes]]:
    """The documents' pages; on the way, the sentences that the facts stand in."""
    about, total = told.library.about()["documents"], len(told.library.documents)
    shelf_of = {kind: name for name, kinds in KINDS.items() for kind in kinds}
    for number, document in enumerate(told.library.documents):
        text, blocks = store.text(document.reading)
        places = told.places.get(document.reading, [])
        for kept in places:
            words = kept.fact.evidence
            whole = sentence(text, blocks, words)
            around[shelf_of[kept.fact.kind]][kept.id] = (text[whole.start : words.start], text[words.end : whole.end])
        facts = sorted(told.facts.get(document.reading, []), key=lambda fact: (fact.get("start", 0), fact["end"], fact["fact"]))
        html = document_page(title=title, language=language, number=number, told=about[number], stretches=leaf(text, blocks, places), facts=facts)
        yield f"documents/{told.library.pages[number]}.html", _encoded(html)
        step(number + 1, total)


def _article(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of a document without what is not the article, for the search."""
    return "\n".join(block.span.of(text) for block in blocks if block.kind in READ)


def _assets(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"assets/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _encoded(html: str) -> bytes:
    """UTF-8; half of a surrogate pair, which no encoding has, as the sign for what cannot be shown."""
    return whole(html).encode()
