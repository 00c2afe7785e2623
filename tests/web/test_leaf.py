"""A document's page holds its text whole, and each fact where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from chancery.clean.document import Block
from chancery.facts import Event, Fact, Statement
from chancery.record import KeptDocument, KeptFact
from chancery.span import Span
from chancery.web.leaf import leaf

TEXTS = st.text(alphabet="ab .\n«»é\u202f", max_size=60)
DOCUMENT = KeptDocument("d", "r", "1", "d.txt", None, None, None, None, None, None, None, "fr", None, None, None)
Page = tuple[str, list[Block], list[KeptFact]]


def kept(fact: Fact, text: str) -> KeptFact:
    return KeptFact(0, fact.id, fact, fact.evidence.of(text), DOCUMENT)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A text, blocks that cover some of it, facts that overlap as they like."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    edges = sorted(draw(st.sets(places, max_size=6)))
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    blocks = [Block(span, draw(st.sampled_from(("body", "furniture", "headline")))) for span in spans]
    facts = []
    for start, end in draw(st.lists(st.tuples(places, places), max_size=6)):
        if start < end:
            evidence = Span(start, end)
            statement = Statement(document="d", evidence=evidence, type="direct", speaker=None)
            facts.append(kept(draw(st.sampled_from([statement, Event(document="d", evidence=evidence, type="AID")])), text))
    return text, blocks, list({each.id: each for each in facts}.values())


@given(pages())
def test_the_text_is_whole(page: Page) -> None:
    text, blocks, facts = page
    words = "".join(piece.words for stretch in leaf(text, blocks, facts) for piece in stretch.pieces)
    assert "".join(words.split()) == "".join(text.split())


@given(pages())
def test_each_fact_begins_once_and_covers_its_words(page: Page) -> None:
    text, _, facts = page
    pieces = [piece for stretch in leaf(text, [Block(Span(0, len(text)), "body")], facts) for piece in stretch.pieces]
    for fact in facts:
        assert "".join(piece.words for piece in pieces if fact.id in piece.facts) == fact.words
        assert sum(fact.id in piece.begins for piece in pieces) == 1


@given(pages())
def test_a_fact_that_runs_over_blocks_begins_once(page: Page) -> None:
    text, blocks, facts = page
    begun = [id_ for stretch in leaf(text, blocks, facts) for piece in stretch.pieces for id_ in piece.begins]
    assert len(begun) == len(set(begun))
