"""What a page becomes: its text line by line, with what the markup tells."""

from pathlib import Path

from chancery.capture import Metadata, Source, capture
from chancery.edtf import Edtf

PARAGRAPHS = [
    "Les négociateurs des deux pays ont repris mardi leurs entretiens dans la petite ville thermale, après trois mois de silence et deux reports.",
    "« Nous avons fait la moitié du chemin », a déclaré la ministre à la sortie de la séance, avant de regagner sa capitale par le train du soir.",
    "Son homologue s’est montré plus réservé, et a rappelé que la question des otages restait entière aux yeux de son gouvernement.",
]
PAGE = f"""<!doctype html><html lang="fr"><head><title>Reprise des pourparlers - Le Pli</title>
<meta property="og:title" content="Reprise des pourparlers"><meta property="og:site_name" content="Le Pli">
<meta property="article:published_time" content="2021-03-02T23:40:00+01:00"><meta name="author" content="Ada Morel">
<link rel="canonical" href="https://pli.example/pourparlers"><style>p {{}}</style></head>
<body><nav><ul><li><a href="/m">Monde</a></li><li><a href="/e">Économie</a></li></ul></nav>
<article><h1>Reprise des  pourparlers</h1><figure><img><figcaption>La salle des séances, mardi.</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1].replace("la ministre", "<b>la</b> ministre")}</p>
<blockquote class="twitter-tweet"><p>Séance utile. #Pourparlers</p>— Délégation (@delegation) March 2, 2021</blockquote>
<p>{PARAGRAPHS[2]}</p></article>
<aside><h3>À lire aussi</h3><a href="/x">Un pont s’effondre dans la vallée, le trafic est coupé</a></aside>
<footer>© Le Pli. Tous droits réservés</footer><script>var x = "<p>caché</p>";</script></body></html>"""


def page(tmp_path: Path, html: str) -> Source:
    (tmp_path / "page.html").write_text(html, "utf-8")
    found = next(iter(capture([tmp_path])))
    assert isinstance(found, Source)
    return found


def test_the_text_is_the_page_line_by_line(tmp_path: Path) -> None:
    lines = page(tmp_path, PAGE).text.split("\n")
    assert lines[:4] == ["Monde", "Économie", "Reprise des pourparlers", "La salle des séances, mardi."]
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS
    assert not [line for line in lines if "caché" in line]


def test_what_the_markup_tells_is_marked_and_paragraphs_are_not(tmp_path: Path) -> None:
    source = page(tmp_path, PAGE)
    marked = {mark.span.of(source.text): mark.kind for mark in source.marks}
    assert marked["Monde"] == marked["À lire aussi"] == marked["© Le Pli. Tous droits réservés"] == "furniture"
    assert marked["Reprise des pourparlers"] == "headline"
    assert marked["La salle des séances, mardi."] == "caption"
    assert marked["— Délégation (@delegation) March 2, 2021"] == "post"
    assert not set(PARAGRAPHS) & set(marked)
    assert [mark.span for mark in source.marks] == sorted(mark.span for mark in source.marks)


def test_what_the_page_says_of_itself(tmp_path: Path) -> None:
    assert page(tmp_path, PAGE).metadata == Metadata(Edtf("2021-03-02"), "https://pli.example/pourparlers", "Le Pli", None, "Ada Morel")


def test_linked_data_and_times_serve_where_the_head_is_silent(tmp_path: Path) -> None:
    node = '{"@type": "NewsArticle", "datePublished": "2020-05-06", "author": [{"name": "Ada Morel"}]}'
    linked = f'<script type="application/ld+json">{{"@graph": [{node}]}}</script>'
    assert page(tmp_path, f"<html><body>{linked}<p>{PARAGRAPHS[0]}").metadata == Metadata(Edtf("2020-05-06"), author="Ada Morel")
    timed = "<time itemprop=datePublished datetime=2020-05-07T10:00Z></time>"
    assert page(tmp_path, f"<html><body>{timed}<p>{PARAGRAPHS[0]}").metadata.published == Edtf("2020-05-07")
    assert page(tmp_path, f'<html><head><meta name="date" content="soon"></head><body><p>{PARAGRAPHS[0]}').metadata == Metadata()


def test_line_breaks_and_inline_markup(tmp_path: Path) -> None:
    assert (
        page(tmp_path, "<html><body><div>un<br>deux <i>tr</i>ois<span> quatre</span><p>cinq\n six</p>sept</div>").text
        == "un\ndeux trois quatre\ncinq six\nsept"
    )
