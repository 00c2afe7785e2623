"""The documents of a record, numbered so that those known earlier come first."""

import hashlib
import re
from collections import Counter
from typing import Any

from chancery.clean.document import Block
from chancery.record import KeptDocument
from chancery.record.groups import forest
from chancery.record.lineage import precedence
from chancery.span import Span
from chancery.views import Record, as_json
from chancery.views.lineages import lineages
from chancery.views.sources import row_of

PLAIN = re.compile(r"[^A-Za-z0-9]+")
LONGEST_TITLE = 140
"""Code points."""
LONGEST_NAME = 48
"""Characters of a document's id that the name of its page keeps."""
WORKED_OUT = ("published", "root", "family", "published_basis", "voice")


class Library:
    """Documents in the order of `record.lineage.precedence`: whatever is known on a day comes before whatever is not."""

    def __init__(
        self, documents: list[KeptDocument], listed: list[dict[str, Any]], links: list[tuple[int, int]], refused: list[dict[str, Any]]
    ) -> None:
        self.documents, self._listed, self._links, self._refused = documents, listed, links, refused
        self._numbers = {document.id: number for number, document in enumerate(documents)}
        self.pages = [told["page"] for told in listed]
        """The names of the documents' pages, without folder or ending."""

    @classmethod
    def of(cls, record: Record) -> "Library":
        """The library of a record."""
        store = record.store
        documents = sorted(store.documents(), key=precedence)
        numbers = {document.id: number for number, document in enumerate(documents)}
        alone = {document.id: family for family in lineages(store, None) for document in family.members}
        counts, taken = store.counts(), Counter[str]()
        listed = []
        for document in documents:
            row = as_json(row_of(document, alone[document.id], counts.get(document.reading, 0)))
            told = {name: value for name, value in row.items() if name not in WORKED_OUT and value is not None and value is not False}
            if document.translation_basis:
                told["translation_basis"] = document.translation_basis
            told["page"] = page_name(document.id, taken)
            told["title"] = title(*store.text(document.reading))
            told |= _dated(document)
            if row["voice"] != document.id:
                told["voice"] = row["voice"]
            listed.append(told)
        pairs = ((numbers[pair.a], numbers[pair.b]) for pair in store.pairs() if pair.a in numbers and pair.b in numbers)
        return cls(documents, listed, forest(range(len(documents)), pairs), [as_json(each) for each in record.refusals()])

    def number(self, document: KeptDocument) -> int:
        """The place of a document."""
        return self._numbers[document.id]

    def about(self) -> dict[str, Any]:
        """Documents, the links between copies, what was refused."""
        return {"documents": self._listed, "links": self._links, "refused": self._refused}


def title(text: str, blocks: tuple[Block, ...]) -> str:
    """What a document is called: its headline, else how it begins; cut at a word."""
    article = [block.span for block in blocks if block.kind in ("headline", "body", "post")]
    headline = next((block.span for block in blocks if block.kind == "headline"), None)
    whole = " ".join((headline or (article[0] if article else Span(0, len(text)))).of(text).split())
    if len(whole) <= LONGEST_TITLE:
        return whole
    return whole[: whole.rfind(" ", 0, LONGEST_TITLE) if " " in whole[:LONGEST_TITLE] else LONGEST_TITLE] + " …"


def _dated(document: KeptDocument) -> dict[str, Any]:
    """When it was published, how that is known, and the day from which it was known."""
    if document.published is None:
        return {}
    published: dict[str, Any] = {"published": document.published.value, "basis": document.published_basis}
    if "X" not in document.published.value:
        published["first"] = document.published.first.isoformat() if document.published.first else None
        published["last"] = document.published.last.isoformat() if document.published.last else None
    if document.last_day:
        published["known"] = document.last_day.isoformat()
    return published


def page_name(document: str, taken: Counter[str]) -> str:
    """A name for a document's page that any file system takes: what is plain in its id, with a digest of the id unless all of it is.

    >>> page_name("02-bruxelles", Counter()), page_name("À l'Est/1", Counter())
    ('02-bruxelles', 'l-est-1-2acd16')
    """
    plain = PLAIN.sub("-", document).strip("-").lower()[:LONGEST_NAME].strip("-")
    name = (
        plain if plain == document else f"{plain}-{hashlib.blake2b(document.encode('utf-8', 'surrogatepass'), digest_size=3).hexdigest()}".strip("-")
    )
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"
