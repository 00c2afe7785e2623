"""Where it comes from, how independent it is."""

from dataclasses import dataclass

from chancery.record import KeptDocument, Query, Store
from chancery.record.lineage import Family
from chancery.views.lineages import lineages
from chancery.views.row import line, publisher

UNKNOWN = "und"
"""The language of an original that the translation does not name (ISO 639-2, undetermined)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A document."""

    document: str
    origin: str
    url: str | None
    voice: str
    """Who publishes it: the outlet, the agency or the site; the document's id where none is known."""
    outlet: str | None
    agency: str | None
    author: str | None
    place: str | None
    published: str | None
    published_basis: str | None
    """stated in the text, inferred from it, or given from outside."""
    language: str
    translated_from: str | None
    reading_minutes: int | None
    live: bool
    """Told as it happened, so that its first words may be older than its day."""
    facts: int
    root: str
    """The document that it is a copy or a reworking of; itself if of none that is known."""
    family: int
    """How many documents have this root, it included."""
    rules: str

    def cells(self) -> dict[str, str]:
        origin = "" if self.root == self.document else self.root
        return {
            "Published": self.published or "",
            "Dated": "inferred" if self.published_basis == "inferred" else "",
            "Source": line(self.voice if self.voice != self.document else ""),
            "Agency": line(self.agency) if self.agency != self.voice else "",
            "Place": line(self.place),
            "Translated": _from(self.translated_from),
            "Facts": str(self.facts),
            "Copy of": origin,
            "Document": self.document,
        }


def sources(store: Store, query: Query) -> list[SourceRow]:
    """Documents by the day of publication, the undated last; with actors, only those with a fact about them.

    `since` and `until` are days of publication.
    """
    about = {kept.document.id for kept in store.facts(Query(actors=query.actors, as_of=query.as_of))} if query.actors else None
    rows, counts = [], store.counts()
    for family in lineages(store, query.as_of):
        for document in family.members:
            listed = (about is None or document.id in about) and (query.documents is None or document.id in query.documents)
            if listed and _published_within(document, query):
                rows.append(row_of(document, family, counts.get(document.reading, 0)))
    return sorted(rows, key=lambda row: (row.published is None, row.published or "", row.document))


def _from(language: str | None) -> str:
    """That a text is a translation, as a table says it."""
    return "" if not language else "yes" if language == UNKNOWN else f"from {language}"


def _published_within(document: KeptDocument, query: Query) -> bool:
    if not query.since and not query.until:
        return True
    return document.published is not None and document.published.within(query.since, query.until)


def row_of(document: KeptDocument, family: Family, facts: int) -> SourceRow:
    """A document as a row."""
    return SourceRow(
        document=document.id,
        origin=document.origin,
        url=document.url,
        voice=publisher(document),
        outlet=document.outlet,
        agency=document.agency,
        author=document.author,
        place=document.place,
        published=document.published.value if document.published else None,
        published_basis=document.published_basis,
        language=document.language,
        translated_from=document.translated_from,
        reading_minutes=document.reading_minutes,
        live=document.live,
        facts=facts,
        root=family.root.id,
        family=len(family.members),
        rules=document.rules,
    )
