"""Whom names and roles stand for, on texts made by hand: but for a few, no weights and no parser are needed."""

import re
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analysis import analyse
from chancery.analysis.actors import resolve
from chancery.analysis.analysis import Analysis, Mention, MentionType, Reference
from chancery.analysis.tokens import Sentence, Token
from chancery.analysis.who import Who
from chancery.capture.source import Source
from chancery.clean.document import Block, Document, Published
from chancery.edtf import Edtf
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.settings import Settings
from chancery.span import Span
from growth import grows_linearly

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "fr" / "actors.toml").read_text("utf-8"))
MARKED = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")
WORD = re.compile(r"[\w-]+['’]|M\.|\w+(?:-(?!(?:t|il|elle)\b)\w+)*|-(?:t|il|elle)\b|[^\w\s]")
TAGS = {
    "DET": ["le", "la", "l'", "les", "un", "une", "ce", "cet", "cette"],
    "ADP": ["de", "du", "des", "d'", "à", "au", "aux", "en", "dans", "par", "entre", "pour"],
    "VERB": [
        "parle",
        "arrive",
        "arrivent",
        "repart",
        "hésite",
        "partent",
        "avancent",
        "attend",
        "veille",
        "reste",
        "vit",
        "vend",
        "écrit",
        "refuse",
        "refusent",
        "est",
        "dit",
        "ajouté",
        "répondu",
        "accuse",
    ],
    "AUX": ["a"],
    "CCONJ": ["et"],
    "PRON": ["il", "elle", "ils", "elles", "-t", "-il", "-elle", "qui"],
    "ADJ": ["ancien", "ancienne", "parisien", "libéral"],
    "ADV": ["pourtant"],
    "SCONJ": ["quand"],
}
LEMMAS = {"dit": "dire", "refusent": "refuser", "ajouté": "ajouter", "répondu": "répondre", "accuse": "accuser"}
FINITE = ("refuse", "refusent", "accuse")
TAG = {word: tag for tag, words in TAGS.items() for word in words}


def tokens_of(text: str, start: int) -> list[Token]:
    """A flat sentence: everything hangs on its first verb."""
    found = []
    for index, word in enumerate(WORD.finditer(text)):
        tag = TAG.get(word[0].lower(), "NOUN" if word[0][0].isalnum() else "PUNCT")
        relation = "punct" if tag == "PUNCT" else "dep"
        morph = {"VerbForm": "Fin"} if word[0] in FINITE else {}
        found.append(Token(start + word.start(), start + word.end(), word[0], LEMMAS.get(word[0], word[0].lower()), tag, relation, morph, index))
    root = next((token for token in found if token.pos == "VERB"), found[0])
    for token in found:
        token.head = root
        if token is not root:
            root.children.append(token)
    return found


def analysed(marked: str, day: str) -> Analysis:
    """A text whose names are marked, with its actors made out."""
    text, mentions, at = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        kind: MentionType = match[1]  # type: ignore[assignment]
        mentions.append(Mention(Span(len(text), len(text) + len(match[2])), kind))
        text, at = text + match[2], match.end()
    text += marked[at:]
    block = Block(Span(0, len(text)), "body")
    published = Published(Edtf.parse(day), "given") if day else None
    document = Document(Source("made", "made", text), (block,), "fr", published)
    pieces = [(piece.start(), piece[0]) for piece in re.finditer(r"(?:M\. |[^.])+\.?", text) if piece[0].strip()]
    sentences = tuple(Sentence(Span(start, start + len(piece)), block, tokens_of(piece, start)) for start, piece in pieces)
    found, references = resolve(document, sentences, tuple(mentions), register_for(None), pack_for("fr"))
    return Analysis(document, sentences, found, references)


def naming(marked: str) -> str:
    """The role with names of bodies and states marked, as the names finder would."""
    for name in ("États-Unis", "Etats-Unis", "Russie", "Maroc"):
        marked = marked.replace(name, f"[LOC {name}]")
    for name in (
        "OTAN",
        "Otan",
        "ONU",
        "Nations unies",
        "FMI",
        "OMS",
        "OSCE",
        "AIEA",
        "Commission européenne",
        "Conseil européen",
        "Parlement européen",
    ):
        marked = re.sub(rf"(?<![\w\[]){name}(?!\w)", f"[ORG {name}]", marked)
    return marked


@pytest.mark.parametrize(
    ("role", "day", "person"), [pytest.param(*case, id=f"{case[0]}, {case[1] or 'no day'}") for table in CASES["offices"] for case in table["cases"]]
)
def test_roles_have_their_bearer_on_the_day(role: str, day: str, person: str) -> None:
    analysis = analysed(naming(f"Selon nous, {role} parle."), day)
    whole = [reference for reference in analysis.references if " " in reference.span.of(analysis.text) or role == "le pape"]
    persons = {reference.actor for reference in whole if reference.actor and reference.actor.startswith("person:")}
    assert persons == ({f"person:{person}"} if person else set())


@pytest.mark.parametrize(("marked", "state"), [case for table in CASES["parsed"] for case in table["cases"]])
def test_capitals_act_in_parsed_sentences(marked: str, state: str) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    document = Document(Source("made", "made", text), (Block(Span(0, len(text)), "body"),), "fr", Published(Edtf.parse("2021-04-14"), "given"))
    mentions = analyse(document, Settings()).mentions
    assert [mention.actor for mention in mentions if mention.span.start == start] == [None if state == "none" else state]


@pytest.mark.parametrize(("marked", "actor"), [case for table in CASES["roles"] for case in table["cases"]])
def test_roles_mean_somebody_in_parsed_sentences(marked: str, actor: str) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    document = Document(Source("made", "made", text), (Block(Span(0, len(text)), "body"),), "fr", Published(Edtf.parse("2021-04-14"), "given"))
    found = [reference.actor for reference in analyse(document, Settings()).references if reference.span.start == start and not reference.origin]
    assert found == ([] if actor == "none" else [actor])


@pytest.mark.parametrize(("marked", "state"), [case for table in CASES["acting"] for case in table["cases"]])
def test_people_act_for_states_in_parsed_sentences(marked: str, state: str) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    document = Document(Source("made", "made", text), (Block(Span(0, len(text)), "body"),), "fr", Published(Edtf.parse("2021-04-14"), "given"))
    found = [mention.sides for mention in analyse(document, Settings()).mentions if mention.span.start == start]
    assert found == [() if state == "none" else (state,)]


def test_there_are_many_offices_and_refusals() -> None:
    cases = [case for table in CASES["offices"] for case in table["cases"]]
    assert len(cases) >= 150
    assert sum(not person for _, _, person in cases) >= 15


@pytest.mark.parametrize(
    ("marked", "day", "wanted"), [pytest.param(*case, id=f"{table['about']}: {case[0]}") for table in CASES["texts"] for case in table["cases"]]
)
def test_texts_point_to_their_actors(marked: str, day: str, wanted: list[str]) -> None:
    analysis = analysed(marked, day)
    items: list[Mention | Reference] = [*analysis.mentions, *analysis.references]
    found = [f"{item.span.of(analysis.text)} = {item.actor or ''}" + (f">{','.join(item.sides)}" if item.sides else "") for item in items]
    for want in wanted:
        words = want.partition(" = ")[0]
        about = [line for line in found if line.partition(" = ")[0] == words]
        assert any(line == want or (">" not in want and line.partition(">")[0] == want) for line in about), about or found


@pytest.mark.parametrize(
    ("marked", "day", "words"), [pytest.param(*case, id=f"{table['about']}: {case[0]}") for table in CASES["refusals"] for case in table["cases"]]
)
def test_texts_point_to_nobody_where_it_is_unsure(marked: str, day: str, words: str) -> None:
    analysis = analysed(marked, day)
    found = [reference for reference in analysis.references if reference.span.of(analysis.text) == words and not reference.origin]
    assert all(reference.actor is None and not reference.sides for reference in found)


def test_a_journalist_does_not_act_for_the_state() -> None:
    analysis = analysed("le journaliste russe [PER Piotr Nouveau] parle.", "2021-04-14")
    assert analysis.mentions[0].sides == ()


def head(analysis: Analysis, word: str) -> Any:
    return next(token for sentence in analysis.sentences for token in sentence.tokens if token.text == word)


def test_who_answers_by_span_and_token() -> None:
    analysis = analysed(
        "le chef de la diplomatie américaine [PER Antony Blinken] parle. les diplomates russes partent. une source parle.", "2021-04-14"
    )
    who = Who(analysis)
    assert who.of(head(analysis, "chef")) == ("person:Antony Blinken", "USA")
    assert who.name(head(analysis, "chef")) == "Antony Blinken"
    assert who.of(head(analysis, "diplomates")) == ("RUS",)
    assert who.of(head(analysis, "source")) == ()
    assert who.name(head(analysis, "source")) == "source"
    assert who.at(Span(0, 1)) is not None
    assert who.at(head(analysis, "source").span) is None


def test_nothing_is_made_out_of_nothing() -> None:
    assert analysed("", "2021-04-14").mentions == ()
    assert analysed(".", "").references == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "le",
                "président",
                "russe",
                ",",
                "[PER Anna Roy]",
                "de",
                "[LOC France]",
                "il",
                "parle",
                ".",
                "«",
                "»",
                '"',
                "les",
                "alliés",
                "[ORG OTAN]",
                "M.",
            ]
        ),
        max_size=25,
    )
)
def test_any_row_of_words_is_read_and_references_lie_in_the_text(words: list[str]) -> None:
    analysis = analysed(" ".join(words), "2021-04-14")
    spans = [item.span for item in analysis.references]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert all(len(span) > 0 and span.end <= len(analysis.text) for span in spans)
    assert [mention.span for mention in analysis.mentions] == sorted(mention.span for mention in analysis.mentions)
    for reference in analysis.references:
        assert reference.actor or reference.sides or reference.candidates


def crowd(size: int) -> str:
    """As many people as that, each named in full and then by surname."""
    names = [f"Anna {chr(65 + index % 26)}{'aeiou'[index // 26 % 5]}{'rlnst'[index // 130 % 5]}o{chr(97 + index % 26)}a" for index in range(size)]
    return " ".join(f"[PER {name}] arrive. Mme [PER {name.partition(' ')[2]}] repart." for name in names)


def test_a_hundred_people_of_one_text_are_told_apart() -> None:
    found = analysed(crowd(100), "2021-04-14")
    assert len({mention.actor for mention in found.mentions}) == 100
    assert all(mention.actor is not None for mention in found.mentions)


def test_a_crowd_costs_no_more_a_head_than_a_few() -> None:
    assert grows_linearly(lambda size: partial(analysed, crowd(size), "2021-04-14"), 60)
