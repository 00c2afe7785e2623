"""What each format tells beside its text, and what is made of it."""

from pathlib import Path

import pytest
import samples

from chancery.capture import Metadata, Source, capture
from chancery.capture.mending import mended
from chancery.capture.pages import put_together
from chancery.edtf import Edtf
from chancery.errors import Rejected
from chancery.settings import Fields, Settings

TITLE, TEXT, DAY = samples.ARTICLES[0]


def read(folder: Path, name: str, data: bytes, settings: Settings | None = None) -> list[Source | Rejected]:
    (folder / name).write_bytes(data)
    return list(capture([folder / name], settings or Settings()))


def source(folder: Path, name: str, data: bytes, settings: Settings | None = None) -> Source:
    (found,) = read(folder, name, data, settings)
    assert isinstance(found, Source), found
    return found


def marked(found: Source) -> list[tuple[str, str]]:
    return [(mark.kind, mark.span.of(found.text)) for mark in found.marks]


# tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_in_any_encoding_and_by_any_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    data = samples.table(delimiter=delimiter).decode().encode(encoding)
    found = read(tmp_path, "a.csv", data)
    assert [item.text.split("\n")[0] for item in found if isinstance(item, Source)] == [title for title, _, _ in samples.ARTICLES]
    assert [item.text.split("\n\n")[1] for item in found if isinstance(item, Source)] == [text for _, text, _ in samples.ARTICLES]


def test_a_cell_of_several_lines_and_quotes_is_one_text_and_its_place_is_its_first_line(tmp_path: Path) -> None:
    data = b'id,text\nx,"Un ""mot"".\nDeux."\ny\nz,"Trois."\n'
    first, second, third = read(tmp_path, "a.csv", data)
    assert isinstance(first, Source)
    assert isinstance(third, Source)
    assert (first.id, first.text, third.origin) == ("x", 'Un "mot".\nDeux.', f"{tmp_path / 'a.csv'}:5")
    assert isinstance(second, Rejected)
    assert "1 cells, the header 2" in second.reason


@pytest.mark.parametrize("make", [samples.table, samples.parquet])
def test_columns_go_by_the_names_that_were_set(tmp_path: Path, make: samples.Maker) -> None:
    data = make([("Un titre", "2021-03-04", DAY)])
    found = source(tmp_path, "a", data, Settings(fields=Fields(text="title", title="outlet", published="text")))
    assert (found.text, found.metadata) == ("Le Pli\n\nUn titre", Metadata(Edtf("2021-03-04"), outlet="Le Pli"))


def test_a_record_can_say_when_it_was_fetched(tmp_path: Path) -> None:
    found = source(tmp_path, "a.jsonl", b'{"text": "Un mot.", "crawled": "2021-04-14T10:00:00Z", "fetched": "hier"}')
    assert found.metadata == Metadata(seen=Edtf("2021-04-14"))


# feeds


def test_a_feed_s_markup_is_read_as_a_page_s_and_its_title_marked(tmp_path: Path) -> None:
    markup = "<p>Un.</p><figure><figcaption>La salle.</figcaption></figure><p>Deux &#8217;<br>trois.</p><aside>Lire aussi</aside>"
    item = f"<item><title>L&amp;#8217;accord</title><description><![CDATA[{markup}]]></description></item>"
    feed = f"<rss><channel><title>Le Pli</title>{item}</channel></rss>"
    found = source(tmp_path, "a.xml", feed.encode())
    assert found.text == "L’accord\n\nUn.\nLa salle.\nDeux ’\ntrois.\nLire aussi"
    assert marked(found) == [("headline", "L’accord"), ("caption", "La salle."), ("furniture", "Lire aussi")]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("<description>Un mot &amp; deux.</description>", "Un mot & deux."),
        ("<link>https://x.example</link><content:encoded>Sans espace de noms.</content:encoded>", "Sans espace de noms."),
        ("<media:description xmlns:media='http://search.yahoo.com/mrss/'>Image</media:description><description>Un mot.</description>", "Un mot."),
        (
            "<description>D&eacute;but</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>Tout.</content:encoded>",
            "Tout.",
        ),
    ],
)
def test_which_text_of_an_entry_is_its_text(tmp_path: Path, item: str, said: str) -> None:
    assert source(tmp_path, "a.xml", f"<rss><channel><item>{item}</item></channel></rss>".encode()).text == said


def test_an_entry_is_known_by_its_key_wherever_it_stands(tmp_path: Path) -> None:
    first = {item.id: item.text for item in read(tmp_path, "a.xml", samples.rss()) if isinstance(item, Source)}
    turned = samples.rss([("Nouvelle", "Un mot de plus.", DAY), *samples.ARTICLES]).decode()
    for number in range(4):
        turned = turned.replace(f"pli:{number}<", f"pli:{number - 1}<")
    second = {item.id: item.text for item in read(tmp_path, "a.xml", turned.encode()) if isinstance(item, Source)}
    assert set(second) - set(first) == {"pli:-1"}
    assert all(second[key] == text for key, text in first.items())


def test_a_feed_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    feed = samples.rss().decode().replace('encoding="utf-8"', 'encoding="iso-8859-1"').replace("’", "'")
    found = read(tmp_path, "a.xml", feed.encode("cp1252"))
    assert "délégation" in getattr(found[2], "text", "")


# e-mail


def test_a_letter_s_html_goes_before_its_plain_text_and_files_attached_are_read(tmp_path: Path) -> None:
    letter, note = read(tmp_path, "a.eml", samples.message(html=True, attached=samples.docx([("", "Une note.")]), attached_as="note.docx"))
    assert isinstance(letter, Source)
    assert isinstance(note, Source)
    assert (letter.metadata.published, letter.metadata.outlet, marked(letter)) == (Edtf(DAY), "Le Pli", [("headline", TITLE)])
    assert (note.id, note.text, note.origin) == ("a-1", "Une note.", f"{tmp_path / 'a.eml'}:1")


def test_what_is_attached_and_cannot_be_read_is_refused_and_pictures_are_no_text(tmp_path: Path) -> None:
    refused = read(tmp_path, "a.eml", samples.message(attached=b"\0\1\2"))[1]
    assert isinstance(refused, Rejected)
    assert "attached" in refused.reason
    picture = samples.message(attached=b"\x89PNG").replace(b"application/octet-stream", b"image/png")
    assert len(read(tmp_path, "b.eml", picture)) == 1
    within = read(tmp_path, "c.eml", samples.message(attached=samples.message(), attached_as="d.eml"))
    assert [type(item) for item in within] == [Source, Rejected]


def test_of_a_mailbox_each_letter_is_read(tmp_path: Path) -> None:
    letters = [samples.message(article) for article in samples.ARTICLES]
    found = read(tmp_path, "a", b"\n".join(b"From lettre@pli.example Thu Mar  4 09:00:00 2021\n" + letter for letter in letters))
    assert [(item.id, item.text.split("\n")[0]) for item in found if isinstance(item, Source)] == [
        (f"a-{number}", title) for number, (title, _, _) in enumerate(samples.ARTICLES, 1)
    ]


@pytest.mark.parametrize(
    ("sender", "subject", "said"),
    [
        ("=?utf-8?q?L=27=C3=89cho?= <a@b.example>", "=?iso-8859-1?q?L=27=E9t=E9?=", ("L'Écho", "L'été")),
        ("a@b.example", "=?utf-8?b?x?=", (None, "=?utf-8?b?x?=")),
        ("=?utf-8?q?a?= " * 20_000, "(" * 50_000, None),
    ],
)
def test_headers_in_any_encoding_and_of_any_length(tmp_path: Path, sender: str, subject: str, said: tuple[str | None, str] | None) -> None:
    letter = f"From: {sender}\nSubject: {subject}\nDate: demain\nTo: x\n\nUn mot.".encode()
    found = source(tmp_path, "a.eml", letter)
    assert found.metadata.published is None
    if said:
        assert (found.metadata.outlet, found.text.split("\n")[0]) == said


def test_an_article_that_begins_like_a_letter_is_none(tmp_path: Path) -> None:
    text = "Date: 3 mars 2021\nFrom: Lausanne\n\nLes riverains ont signé mercredi un accord.".encode()
    assert source(tmp_path, "a.txt", text).text == text.decode()


# DOCX


def test_styles_mark_titles_and_captions_and_text_taken_out_is_not_read(tmp_path: Path) -> None:
    body = samples.docx([("Titre", "Un titre"), ("", "Un mot."), ("Lgende", "La salle."), ("Normal", "Deux mots.")])
    found = source(tmp_path, "a.docx", body)
    assert found.text == "Un titre\nUn mot.\nLa salle.\nDeux mots."
    assert marked(found) == [("headline", "Un titre"), ("caption", "La salle.")]
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    changed = (
        "<w:p><w:r><w:t>Un </w:t></w:r><w:ins><w:r><w:t>grand </w:t></w:r></w:ins><w:del><w:r><w:delText>petit </w:delText><w:t>x</w:t></w:r></w:del>"
    )
    linked = "<w:hyperlink><w:r><w:t>accord</w:t><w:br/><w:t>net</w:t><w:noBreakHyphen/><w:tab/><w:t>fin</w:t></w:r></w:hyperlink></w:p>"
    xml = f"<w:document {space}><w:body>{changed}{linked}</w:body></w:document>"
    assert source(tmp_path, "b.docx", samples.docx(body=xml.encode())).text == "Un grand accord\nnet\u2011\tfin"


# PDF


def test_lines_that_a_page_s_width_broke_are_paragraphs_again() -> None:
    page = "\n".join(
        [
            "La lettre du lac",
            "Les deux ministres se sont entretenus jeudi dans la capi-",
            "tale, sans rien dire de ce dont ils étaient convenus. Le",
            "Moyen-Orient a été évoqué, et l'accord du Proche-",
            "Orient aussi, disent-",
            "ils.",
            "Un second paragraphe est là, et tient sur deux lignes en",
            "tout.",
            "3",
        ]
    )
    others = [
        "\n".join(["La lettre du lac", f"Une page {word}, un mot.", f"Une ligne {word}.", str(number)])
        for number, word in ((4, "brève"), (5, "vide"))
    ]
    text, marks = put_together([page, *others], "fr")
    assert text.split("\n")[:5] == [
        "La lettre du lac",
        "Les deux ministres se sont entretenus jeudi dans la capitale, sans rien dire de ce dont ils étaient convenus. "
        "Le Moyen-Orient a été évoqué, et l'accord du Proche-Orient aussi, disent-ils.",
        "Un second paragraphe est là, et tient sur deux lignes en tout.",
        "3",
        "La lettre du lac",
    ]
    assert [mark.span.of(text) for mark in marks] == ["La lettre du lac", "3", "La lettre du lac", "4", "La lettre du lac", "5"]


def test_a_paragraph_goes_on_over_the_foot_of_a_page() -> None:
    first = "Le lac\nLes deux ministres se sont entretenus jeudi, sans\nrien dire de ce dont ils étaient convenus. Ils ont été\n1"
    text, _ = put_together([first, "Le lac\nreçus le soir même.\nFin.\n2", "Le lac\nFin.\n3"], "fr")
    assert "convenus. Ils ont été reçus le soir même.\n" in text


def test_a_pdf_s_pages_come_in_their_order(tmp_path: Path) -> None:
    found = source(tmp_path, "a.pdf", samples.pdf([["Page une, un mot."], [], ["Page trois, deux mots."]]))
    assert found.text == "Page une, un mot.\nPage trois, deux mots."


# mojibake


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Le PrÃ©sident a dÃ©clarÃ© : Â«\u00a0ouiÂ\u00a0Â»", "Le Président a déclaré : «\u00a0oui\u00a0»"),
        ("L’été\nLe PrÃ©sident\nÃ‰tÃ©", "L’été\nLe Président\nÉté"),
        ("lâ€™accord", "l’accord"),
        ("29 750 \x80", "29 750 €"),
    ],
)
def test_what_was_decoded_wrongly_is_mended_and_the_rest_left(written: str, text: str) -> None:
    assert mended(written) == text
    assert mended(text) == text


@pytest.mark.parametrize("text", ["São Paulo, « Ã » ; l’Â", "Владимир Путин", "naïveté ﬁne\u00a0: “oui”…", "x\u2028y\r\nz"])
def test_what_is_right_is_left_to_the_character(text: str) -> None:
    assert mended(text) == text


def test_mended_text_is_the_text_of_the_document_in_every_format(tmp_path: Path) -> None:
    spoilt, text = "Le PrÃ©sident a dÃ©clarÃ© la sÃ©ance ouverte.", "Le Président a déclaré la séance ouverte."
    article = [("", spoilt, DAY)]
    files = {
        "a.txt": spoilt.encode(),
        "a.jsonl": samples.jsonl(article),
        "a.csv": samples.table(article),
        "a.html": samples.page((" ", spoilt, DAY)),
        "a.xml": samples.rss(article),
        "a.docx": samples.docx([("", spoilt)]),
    }
    for name, data in files.items():
        assert source(tmp_path, name, data).text.strip() == text, name
