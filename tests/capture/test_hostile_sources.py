"""Input that was made to do harm, or that went wrong badly: a reason, bounded time and memory, and nothing else read."""

import gzip
import io
import os
import time
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
import samples

from chancery.capture import Source, capture
from chancery.errors import Rejected

SECRET = "MOT-DE-PASSE-EN-CLAIR"
SENTENCE = b"<p>Les deux ministres se sont entretenus jeudi dans la capitale, sans dire de quoi ils sont convenus.</p>\n"


def read(path: Path) -> tuple[list[Source], list[Rejected]]:
    found = list(capture([path]))
    return [item for item in found if isinstance(item, Source)], [item for item in found if isinstance(item, Rejected)]


def encrypted() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb() -> bytes:
    packed = zlib.compress(b"\0" * 100_000_000, 1)
    return samples.pdf([[]]).replace(
        b"<< /Length 0 >>\nstream\n\nendstream", b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    )


def letter(*parts: tuple[str, bytes]) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@b.example", "Lettre", "Thu, 04 Mar 2021 09:00:00 +0100"
    for kind, data in parts:
        mail.add_attachment(data, *kind.split("/"), filename="x")
    return mail.as_bytes()


def large() -> bytes:
    return b"<!doctype html><html><body>" + SENTENCE * 20_000 + SENTENCE[3:-5] * 190_000


def nested(deep: int) -> bytes:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{part}"\n\n--{part}\n' for part in range(deep))
    return f"From: a@b.example\nSubject: Lettre\nDate: Thu, 04 Mar 2021 09:00:00 +0100\n{parts}Content-Type: text/plain\n\nmot\n".encode()


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a page of 20 MB": ("a.html", large, "text is larger than 5000000 bytes"),
    "a page above all limits": ("a.html", lambda: b"<!doctype html><html><body>" + b"<!-- -->" * 7_000_000, "larger than 50000000 bytes"),
    "a million nested tags": ("a.html", lambda: b"<!doctype html><html><body>" + b"<div>" * 1_000_000 + b"mot", "nested more than 400 deep"),
    "a million nested inline tags": ("a.html", lambda: b"<!doctype html><html><body>" + b"<b>" * 1_000_000 + b"mot", "nested more than 400 deep"),
    "a bomb in a DOCX": ("a.docx", lambda: samples.docx(body=b"<w:document>" + b" " * 60_000_000), "unpacks to more than 50000000 bytes"),
    "a DOCX nested deep": ("a.docx", lambda: samples.docx(body=b"<a>" * 1_000_000), "XML is damaged"),
    "a DOCX with a type of its own": ("a.docx", lambda: samples.docx(body=b'<!DOCTYPE d [<!ENTITY e SYSTEM "x">]><d>&e;</d>'), "a type of its own"),
    "another archive": ("a.zip", lambda: samples.docx().replace(b"word/", b"wurd/"), "ZIP archive"),
    "an empty DOCX": ("a.docx", lambda: samples.docx([("", " ")]), "holds no text"),
    "an encrypted PDF": ("a.pdf", encrypted, "it is encrypted"),
    "a scanned PDF": ("a.pdf", lambda: samples.pdf([[], []]), "no text layer"),
    "a bomb in a PDF": ("a.pdf", pdf_bomb, "PDF is damaged"),
    "a bomb in gzip": ("a.txt.gz", lambda: gzip.compress(b"mot " * 10_000_000), "larger than 5000000 bytes"),
    "a feed nested deep": ("a.xml", lambda: b"<rss>" + b"<channel>" * 1_000_000, "no entries"),
    "a feed without entries": ("a.xml", lambda: samples.rss([]), "no entries"),
    "a JSON Feed nested deep": ("a.json", lambda: b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 99_999, "not JSON"),
    "a JSON Feed of something else": ("a.json", lambda: b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "no list of items"),
    "a table whose quote is left open": ("a.csv", lambda: b'title,text\na,"' + b"mot \n" * 1_500_000, "a cell is larger"),
    "a table without the column of texts": ("a.csv", lambda: b"title,corps\na,b\n", "no column 'text'"),
    "a table with two columns of a name": ("a.csv", lambda: b"text,text\na,b\n", "two columns are called 'text'"),
    "a message of many parts": ("a.eml", lambda: letter(*[("text/x-odd", b"x")] * 300), "more than 200 parts"),
    "a message nested deep": ("a.eml", lambda: nested(2000), "nested too deep"),
    "a message without text": ("a.eml", lambda: letter(), "no text"),
    "a WARC without pages": ("a.warc", lambda: samples.record(samples.response(b"x", "Content-Type: image/png")), "no page"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_the_reason_in_bounded_time(tmp_path: Path, case: str) -> None:
    name, make, reason = REFUSED[case]
    (tmp_path / name).write_bytes(make())
    begun = time.process_time()
    sources, refused = read(tmp_path)
    assert not sources
    assert reason in refused[0].reason
    assert refused[0].origin.startswith(str(tmp_path / name))
    assert time.process_time() - begun < 10


def test_a_page_of_much_markup_and_little_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<!doctype html><html><body>" + SENTENCE + b"<script>" + b"x=1;" * 5_000_000 + b"</script>")
    sources, _ = read(tmp_path)
    assert len(sources) == 1


ENTITIES = {
    "a file": '<!DOCTYPE rss [<!ENTITY e SYSTEM "file://{secret}">]>',
    "by a parameter": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file://{secret}"> %p;]>',
    "a thousand laughs": '<!DOCTYPE rss [<!ENTITY a "{secret}"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "an outer type": '<!DOCTYPE rss SYSTEM "file://{secret}">',
}


@pytest.mark.parametrize("case", ENTITIES)
def test_no_entity_of_a_feed_is_fetched_or_expanded(tmp_path: Path, case: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(f'<!ENTITY e "{SECRET}">', "utf-8")
    feed = (
        samples.rss(head=ENTITIES[case].format(secret=secret))
        .replace(b"samedi.", b"samedi &e; &eacute;&nbsp;&amp;lt; fin.")
        .replace(b"<![CDATA[", b"")
        .replace(b"]]>", b"")
    )
    (tmp_path / "fil.xml").write_bytes(feed.replace(b"<p>", b"").replace(b"</p>", b""))
    sources, refused = read(tmp_path / "fil.xml")
    assert SECRET not in "".join(source.text for source in sources)
    if "<!ENTITY" in ENTITIES[case]:
        assert "entities of its own" in refused[0].reason
    else:
        assert len(sources) == 3
        assert "é\u00a0< fin." in sources[2].text


def test_a_feed_that_is_cut_loses_only_the_entry_it_is_cut_in(tmp_path: Path) -> None:
    whole = samples.rss()
    (tmp_path / "fil.xml").write_bytes(whole[: whole.rindex(b"capitale")])
    sources, refused = read(tmp_path)
    assert len(sources) == 2
    assert "ends within this entry" in refused[0].reason
    assert refused[0].origin.endswith("fil.xml:3")


@pytest.mark.parametrize("missing", [60, 120, 300])
@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_that_is_cut_loses_only_what_is_cut(tmp_path: Path, missing: int, packed: bool) -> None:
    whole = samples.warc()
    cut = whole[:-missing]
    if packed:  # each record packed by itself, as archives are, and the last one not whole
        first = whole[: whole.rindex(b"WARC/1.0")]
        last = gzip.compress(whole[len(first) :])
        cut = gzip.compress(first) + last[: -min(missing, len(last) // 2)]
    (tmp_path / "a.warc").write_bytes(cut)
    sources, refused = read(tmp_path)
    assert len(sources) == 2
    assert len(refused) == 1
    assert "cut or damaged" in refused[0].reason or "missing" in refused[0].reason or "cannot be read" in refused[0].reason


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (samples.response(gzip.compress(samples.page())[:-9], "Content-Type: text/html", "Content-Encoding: gzip"), "did not arrive whole"),
        (samples.response(b"ffff\r\n" + samples.page(), "Content-Type: text/html", "Transfer-Encoding: chunked"), "did not arrive whole"),
        (
            samples.response(gzip.compress(b"<p>" + b"a" * 60_000_000), "Content-Type: text/html", "Content-Encoding: gzip"),
            "larger than 50000000 bytes",
        ),
        (samples.response(b"", "Content-Type: text/html"), "empty"),
    ],
)
def test_a_page_that_did_not_reach_its_archive_whole_is_refused_alone(tmp_path: Path, block: bytes, reason: str) -> None:
    (tmp_path / "a.warc").write_bytes(
        samples.record(samples.response(samples.page())) + samples.record(block) + samples.record(samples.response(samples.page(samples.ARTICLES[1])))
    )
    sources, refused = read(tmp_path)
    assert [source.id for source in sources] == ["a-1", "a-3"]
    assert reason in refused[0].reason


def test_of_an_archive_only_pages_that_were_sent_with_success_are_read_all_encodings_undone(tmp_path: Path) -> None:
    page = samples.page()
    half = len(page) // 2
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (half, page[:half], len(page) - half, page[half:])
    records = [
        samples.record(samples.response(chunks, "Content-Type: text/html; charset=utf-8", "Transfer-Encoding: chunked")),
        samples.record(samples.response(gzip.compress(page), "Content-Type: text/html", "Content-Encoding: gzip")),
        samples.record(samples.response(page, "Content-Type: text/html; charset=utf-8", status="404 Not Found")),
        samples.record(samples.response(page, "Content-Type: image/png")),
        samples.record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        samples.record(samples.response("<p>Été à Genève – fin".encode("cp1252"), "Content-Type: text/html; charset=iso-8859-1")),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    sources, refused = read(tmp_path)
    assert [source.id for source in sources] == ["a-1", "a-2", "a-6"]
    assert sources[0].text == sources[1].text
    assert sources[2].text == "Été à Genève – fin"
    assert not refused


def test_links_out_of_a_folder_are_refused_and_links_within_it_are_followed(tmp_path: Path) -> None:
    (tmp_path / "dehors").mkdir()
    (tmp_path / "dehors" / "secret.txt").write_text(SECRET, "utf-8")
    folder = tmp_path / "presse"
    (folder / "avril").mkdir(parents=True)
    (folder / "avril" / "a.txt").write_text("Les ministres se sont vus.", "utf-8")
    (folder / "lien.txt").symlink_to(folder / "avril" / "a.txt")
    (folder / "fuite.txt").symlink_to(tmp_path / "dehors" / "secret.txt")
    (folder / "fuites").symlink_to(tmp_path / "dehors")
    sources, refused = read(folder)
    assert [source.id for source in sources] == ["avril/a", "lien"]
    assert sorted(Path(refusal.origin).name for refusal in refused) == ["fuite.txt", "fuites"]
    assert {refusal.reason for refusal in refused} == {"the link leads out of the folder that was named"}
    assert read(folder / "fuite.txt")[0][0].text == SECRET, "a link that is named itself is meant"


@pytest.mark.parametrize("name", ["été.txt".encode(), "été.txt".encode("cp1252"), "事件.txt".encode("gb18030"), b"a\x1b[31m.txt", b"a\nb.txt"])
def test_file_names_in_any_encoding(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
    path.write_text("Les ministres se sont vus.", "utf-8")
    (source,), refused = read(tmp_path)
    assert not refused
    for shown in (source.id, source.origin):
        shown.encode()
        assert not any(char < " " for char in shown)


def test_a_name_with_a_pattern_in_it_reads_one_table(tmp_path: Path) -> None:
    (tmp_path / "a*.parquet").write_bytes(samples.parquet(samples.ARTICLES[:1]))
    (tmp_path / "ab.parquet").write_bytes(samples.parquet(samples.ARTICLES[1:2]))
    sources, _ = read(tmp_path / "a*.parquet")
    assert [source.text.split("\n")[0] for source in sources] == [samples.ARTICLES[0][0]]
