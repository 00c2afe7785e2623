"""What holds of the blocks of any text."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.capture import Marked, Source
from chancery.clean.blocks import blocks_of
from chancery.clean.dating import published_of
from chancery.clean.document import Block
from chancery.clean.incumbents import terms_named
from chancery.clean.layout import layout_of
from chancery.clean.lines import UNSEEN, fold
from chancery.clean.translation import translation_of
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.span import Span
from growth import grows_linearly

PACK = pack_for("fr")
LAYOUT = layout_of(PACK)
PAGE = """\
Les dockers ont voté jeudi la reprise du travail, au terme d'une longue nuit.
Le port rouvre après dix jours
Réagir
Publicité
Fil info
A lire aussi
Monde
12:50SportLe derby
© AFP, Jean DUPRÉ
1/3
AFP, publié le mercredi 03 mars 2021 à 15h00
LAUSANNE (Reuters) - Les délégations ont signé mercredi.
— Ada Morel (@adamorel) March 3, 2021
Séance utile. #Lausanne
Leave a Reply
\ufeff
\u00a0
.
İ ß ﬁ
suite de la phrase
04 mars 2021"""
PIECES = PAGE.split("\n")
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=14).flatmap(
    lambda pieces: st.lists(st.sampled_from(["\n", "\n\n", "\r\n", " ", "\u2028"]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda ends: "".join(piece + end for piece, end in zip(pieces, ends, strict=True))
    )
)


def check(source: Source) -> None:
    blocks = blocks_of(source, LAYOUT)
    covered = 0
    for block in blocks:
        assert covered <= block.span.start < block.span.end <= len(source.text)
        assert not source.text[covered : block.span.start].translate(dict.fromkeys(map(ord, UNSEEN))).strip()
        covered = block.span.end
    assert not source.text[covered:].translate(dict.fromkeys(map(ord, UNSEEN))).strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blocks_are_in_order_do_not_overlap_and_hold_all_that_is_written(text: str) -> None:
    check(Source("a", "a.txt", text))


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 200), max_size=8), st.sampled_from(["headline", "furniture", "caption", "post", "body"]))
def test_what_the_reader_marked_stays_as_marked(text: str, cuts: list[int], kind: str) -> None:
    places = sorted({cut for cut in cuts if cut <= len(text)})
    marks = tuple(Marked(Span(start, end), kind) for start, end in zip(places[::2], places[1::2], strict=False))  # type: ignore[arg-type]
    source = Source("a", "a.txt", text, marks)
    check(source)
    for mark in marks:
        for place in range(mark.span.start, mark.span.end):
            if not text[place].isspace() and text[place] not in UNSEEN:
                found = next((block.kind for block in blocks_of(source, LAYOUT) if block.span.start <= place < block.span.end), kind)
                assert found == kind


@given(st.text())
def test_a_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_time_grows_with_the_text_and_not_faster() -> None:
    for piece in ("mot ", "Réagir\n", "( AFP - ", "« ", "14 avril ", "a@b (@c) ", "— — ", "\n"):
        sources = {count: Source("a", "a.txt", piece * (count // len(piece))) for count in (8_000, 64_000)}
        assert grows_linearly(lambda count, sources=sources: lambda: blocks_of(sources[count], LAYOUT), 8_000), piece


def test_what_tells_translations_and_days_grows_with_the_text_and_not_faster() -> None:
    register = register_for(None)

    def whole(text: str) -> Callable[[], object]:
        source = Source("a", "a.txt", text)
        blocks = (Block(Span(0, len(text)), "body"),)
        return lambda: (translation_of(text, blocks, PACK, register), published_of(source, blocks, PACK, register), terms_named(text, PACK, register))

    for piece in ("mot ", "Mot", "Le Mot ", "M. Al ", "a dit, ", "de de ", "« ", "ce lundi 3 mars ", "the of "):
        texts = {count: piece * (count // len(piece)) for count in (8_000, 64_000)}
        assert grows_linearly(lambda count, texts=texts: whole(texts[count]), 8_000), piece
