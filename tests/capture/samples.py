"""A few articles of our own, written in each format that is read."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape

ARTICLES = (
    (
        "Le pont rouvrira en mars",
        "Les deux ministres se sont entretenus jeudi. « Nous rouvrirons le pont », a déclaré la ministre, « c’est une affaire de semaines ».",
        "2021-03-04",
    ),
    (
        "Accord sur le partage des eaux",
        "Les riverains ont signé mercredi un accord. Il règle pour dix ans le partage des eaux du lac, de l’été à l’hiver.",
        "2021-03-05",
    ),
    (
        "La délégation est rentrée",
        "La délégation a regagné la capitale samedi. Elle n’a rien dit de ses entretiens, sinon qu’ils avaient été utiles.",
        "2021-03-07",
    ),
)
"""Title, text, day."""
Articles = Sequence[tuple[str, str, str]]


Maker = Callable[[Articles], bytes]


def jsonl(articles: Articles = ARTICLES) -> bytes:
    return "".join(json.dumps({"title": title, "text": text, "published": day}) + "\n" for title, text, day in articles).encode()


def table(articles: Articles = ARTICLES, delimiter: str = ",") -> bytes:
    written = io.StringIO()
    rows = csv.writer(written, delimiter=delimiter)
    rows.writerow(("title", "text", "published", "outlet"))
    rows.writerows((title, text, day, "Le Pli") for title, text, day in articles)
    return written.getvalue().encode()


def parquet(articles: Articles = ARTICLES) -> bytes:
    import tempfile
    from pathlib import Path

    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        database.execute("CREATE TABLE t (title VARCHAR, text VARCHAR, published DATE, outlet VARCHAR)")
        database.executemany("INSERT INTO t VALUES (?, ?, ?, 'Le Pli')", [list(article) for article in articles])
        database.execute(f"COPY t TO '{folder}/t.parquet' (FORMAT parquet)")
        return Path(folder, "t.parquet").read_bytes()


def rss(articles: Articles = ARTICLES, *, head: str = "", enclosed: bool = True) -> bytes:
    items = "".join(
        f"<item><title>{escape(title)}</title><link>https://pli.example/{number}</link><guid>pli:{number}</guid><pubDate>{day}T09:00:00Z</pubDate>"
        f"<dc:creator>Ada Morel</dc:creator>"
        + (f"<content:encoded><![CDATA[<p>{escape(text, quote=False)}</p>]]></content:encoded>" if enclosed else "")
        + "</item>"
        for number, (title, text, day) in enumerate(articles)
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0" {spaces}><channel><title>Le Pli</title>{items}</channel></rss>'.encode()


def atom(articles: Articles = ARTICLES) -> bytes:
    items = "".join(
        f'<entry><title type="html">{escape(escape(title))}</title><id>tag:pli.example,2021:{number}</id>'
        f'<link rel="self" href="https://pli.example/self"/><link href="https://pli.example/{number}"/>'
        f"<published>{day}T09:00:00Z</published><updated>2021-04-01T00:00:00Z</updated><author><name>Ada Morel</name></author>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(text)}</p></div></content></entry>'
        for number, (title, text, day) in enumerate(articles)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Pli</title>{items}</feed>'.encode()


def json_feed(articles: Articles = ARTICLES) -> bytes:
    items = [
        {
            "id": f"pli:{number}",
            "url": f"https://pli.example/{number}",
            "title": title,
            "content_html": f"<p>{escape(text)}</p>",
            "date_published": f"{day}T09:00:00Z",
            "authors": [{"name": "Ada Morel"}],
        }
        for number, (title, text, day) in enumerate(articles)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Le Pli", "items": items}).encode()


def page(article: tuple[str, str, str] = ARTICLES[0]) -> bytes:
    title, text, day = article
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><meta property="article:published_time" content="{day}">'
    return f"<!doctype html><html><head>{head}</head><body><h1>{escape(title)}</h1><p>{escape(text)}</p></body></html>".encode()


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html; charset=utf-8",)), "", ""]
    return "\r\n".join(lines).encode() + body


def record(block: bytes, address: str = "https://pli.example/1", kind: str = "response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-04-14T10:00:00Z\r\n"
    return f"{head}Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def warc(articles: Articles = ARTICLES) -> bytes:
    return b"".join(record(response(page(article)), f"https://pli.example/{number}") for number, article in enumerate(articles))


def message(article: tuple[str, str, str] = ARTICLES[0], *, html: bool = False, attached: bytes = b"", attached_as: str = "note.txt") -> bytes:
    title, text, _ = article
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = "Le Pli <lettre@pli.example>", "a@b.example", title, "Thu, 04 Mar 2021 09:00:00 +0100"
    mail.set_content(text)
    if html:
        mail.add_alternative(page(article).decode(), subtype="html")
    if attached:
        mail.add_attachment(attached, "application", "octet-stream", filename=attached_as)
    return mail.as_bytes()


def pdf(pages: Sequence[Sequence[str]] = ((ARTICLES[0][0], ARTICLES[0][1]),)) -> bytes:
    """A PDF of lines, each as wide as it comes; a page without lines has no text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"0 -14 Td ({line.translate({40: '[', 41: ']'})}) Tj " for line in lines)
        stream = f"BT /F1 11 Tf 40 800 Td {shown}ET" if lines else ""
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return out + tail.encode()


def docx(paragraphs: Sequence[tuple[str, str]] = (("Title", ARTICLES[0][0]), ("", ARTICLES[0][1])), *, body: bytes | None = None) -> bytes:
    """A DOCX of paragraphs, each with its style."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styled = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body or f'<w:document xmlns:w="{space}"><w:body>{styled}</w:body></w:document>'.encode())
    return written.getvalue()


MAKERS: dict[str, tuple[str, Callable[[], bytes], int]] = {
    "text": ("a.txt", lambda: ARTICLES[0][1].encode(), 1),
    "html": ("a.html", page, 1),
    "jsonl": ("a.jsonl", jsonl, 3),
    "csv": ("a.csv", table, 3),
    "csv, semicolons": ("a.csv", lambda: table(delimiter=";"), 3),
    "csv, gzip": ("a.csv.gz", lambda: gzip.compress(table()), 3),
    "parquet": ("a.parquet", parquet, 3),
    "feed, RSS": ("a.xml", rss, 3),
    "feed, Atom": ("a.atom", atom, 3),
    "feed, JSON": ("a.json", json_feed, 3),
    "warc": ("a.warc", warc, 3),
    "warc, gzip": ("a.warc.gz", lambda: gzip.compress(warc()), 3),
    "eml": ("a.eml", message, 1),
    "eml, HTML": ("a.eml", lambda: message(html=True), 1),
    "pdf": ("a.pdf", pdf, 1),
    "docx": ("a.docx", docx, 1),
}
"""By reader, and variety: a name, how to make the file, and how many articles it holds."""
