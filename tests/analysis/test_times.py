"""Times anchored to a day of publication, by the tense of a verb made by hand: no weights are needed."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chancery.analysis.analysis import TimeExpression
from chancery.analysis.syntax import parse
from chancery.analysis.times import anchor
from chancery.analysis.tokens import Sentence, Token
from chancery.capture.source import BlockKind, Source
from chancery.clean.document import Block, Document, Published
from chancery.edtf import Edtf
from chancery.languages import pack_for
from chancery.span import Span
from growth import grows_linearly

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "fr" / "times.toml").read_text("utf-8"))["case"]
TENSES = {"past": "Past", "present": "Pres", "future": "Fut"}
VERBS = {"past": "Ils partirent ", "present": "Ils partent ", "future": "Ils partiront "}


def sentence(text: str, tense: str, block: Block) -> Sentence:
    """The text as one sentence whose second word is its verb, and all else hangs on it."""
    tokens = [
        Token(word.start(), word.end(), word[0], word[0], "X", "dep", {}, index) for index, word in enumerate(re.finditer(r"\w+|[^\w\s]", text))
    ]
    verb = tokens[1]
    verb.pos, verb.dep, verb.morph = "VERB", "ROOT", {"VerbForm": "Fin", "Mood": "Ind", "Tense": TENSES[tense]}
    for token in tokens:
        token.head = verb
        if token is not verb:
            verb.children.append(token)
    return Sentence(Span(0, len(text)), block, tokens)


def times(text: str, published: str, tense: str = "past", kind: BlockKind = "body") -> tuple[TimeExpression, ...]:
    block = Block(Span(0, len(text)), kind)
    known = Published(Edtf.parse(published), "given") if published else None
    document = Document(Source("made", "made", text), (block,), "fr", known)
    return anchor(document, (sentence(text, tense, block),), pack_for("fr"))


@pytest.mark.parametrize(
    ("published", "case"), [pytest.param(table["published"], case, id=f"{table['about']}: {case[1]}") for table in CASES for case in table["cases"]]
)
def test_times_have_their_place_and_value(published: str, case: list[Any]) -> None:
    tense, marked, *values = case
    text = VERBS[tense] + re.sub(r"[\[\]]", "", marked) + "."
    wanted = list(zip(re.findall(r"\[([^\]]+)\]", marked), [value or None for value in values], strict=True))
    assert [(time.span.of(text), time.value) for time in times(text, published, tense)] == wanted
    for time in times(text, published, tense):
        assert time.date is None or Edtf.parse(time.date.value)


def test_there_are_many_cases() -> None:
    assert sum(len(table["cases"]) for table in CASES) >= 150


@pytest.mark.parametrize(
    ("words", "bound", "date"),
    [
        ("depuis 2014", "since", "2014/.."),
        ("depuis sept ans", "since", "2014~/.."),
        ("depuis deux ans et demi", "since", "2018-10~/.."),
        ("d'ici le 11 septembre", "by", "2021-09-11"),
        ("d'ici deux ans", "by", "../2023~"),
        ("jusqu'en 2024", "until", "2024"),
        ("avant 2030", "before", "../2030"),
        ("pendant trois jours", None, None),
    ],
)
def test_a_bound_is_kept_beside_the_value(words: str, bound: str | None, date: str | None) -> None:
    [time] = times(VERBS["past"] + words, "2021-04-14", "past")
    assert (time.bound, time.date and time.date.value) == (bound, date)


def test_a_post_counts_from_its_own_date() -> None:
    found = times("Nous partons demain. March 3, 2020", "2021-04-14", kind="post")
    assert [time.value for time in found] == ["2020-03-04", "2020-03-03"]


@pytest.mark.parametrize("kind", ["furniture", "caption", "byline"])
def test_only_the_article_is_read(kind: BlockKind) -> None:
    assert times("Ils partent mardi", "2021-04-14", kind=kind) == ()


def test_without_sentences_a_weekday_is_the_last_one() -> None:
    text = "Réunion jeudi"
    document = Document(Source("made", "made", text), (Block(Span(0, len(text)), "body"),), "fr", Published(Edtf("2021-04-14"), "given"))
    assert [time.value for time in anchor(document, (), pack_for("fr"))] == ["2021-04-08"]


def test_what_is_planned_is_still_to_come() -> None:
    """A past participle of planning right before the day counts more than the past tense of the verb."""
    text = "Ils annulèrent le sommet prévu jeudi."
    block = Block(Span(0, len(text)), "body")
    read = sentence(text, "past", block)
    document = Document(Source("made", "made", text), (block,), "fr", Published(Edtf("2021-04-14"), "given"))
    assert [time.value for time in anchor(document, (read,), pack_for("fr"))] == ["2021-04-15"]


def test_a_conditional_perfect_looks_ahead_only_where_a_past_verb_reports_it() -> None:
    reported = "Le ministre avait annoncé que les soldats auraient quitté le pays avant le 11 septembre."
    hearsay = "Les deux hommes auraient quitté le pays le 11 septembre."
    assert [time.value for time in parsed(reported, "2021-04-14")] == ["../2021-09-11"]
    assert [time.value for time in parsed(hearsay, "2021-04-14")] == ["2020-09-11"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quito a promis une trêve à partir de vendredi.", ["2021-04-16/.."]),
        ("Quito a annoncé la fermeture du port dès vendredi.", ["2021-04-16"]),
        ("Quito a annoncé la fermeture du port pour vendredi.", ["2021-04-16"]),
        ("Quito promet un vote vendredi.", ["2021-04-16"]),
        ("Quito a annoncé vendredi la fermeture du port.", ["2021-04-09"]),
        ("Quito a promis vendredi une trêve.", ["2021-04-09"]),
        ("Quito a fermé le port à partir de vendredi.", ["2021-04-09/.."]),
        ("Quito a offert son aide lors d'un appel vendredi.", ["2021-04-09"]),
        ("Quito s'engage à livrer les plans avant novembre.", ["../2021-11"]),
        ("Quito avait livré les plans avant novembre.", ["../2020-11"]),
        ("Quito doit livrer les plans d'ici mars.", ["2022-03"]),
        ("Quito doit livrer les plans avant mars.", ["../2022-03"]),
        ("Quito doit livrer les plans d'ici mai.", ["2021-05"]),
    ],
)
def test_whoever_promises_or_announces_speaks_of_what_is_to_come(text: str, wanted: list[str]) -> None:
    assert [time.value for time in parsed(text, "2021-04-14")] == wanted


def parsed(text: str, published: str) -> tuple[TimeExpression, ...]:
    """The times of a text that the pack's own pipeline has parsed."""
    document = Document(Source("made", "made", text), (Block(Span(0, len(text)), "body"),), "fr", Published(Edtf.parse(published), "given"))
    return anchor(document, parse(document, pack_for("fr").pipeline()), pack_for("fr"))


@pytest.mark.parametrize(
    ("post", "wanted"),
    [
        ("We will meet in Geneva on Tuesday and report by June 3.", ["2021-04-20", "2021-06-03"]),
        ("We met the allies on Tuesday, and it was good.", ["2021-04-13"]),
        ("The ceasefire has held for three weeks. It began two months ago.", ["P3W", "2021-02"]),
        ("The summit is next week, at 5:30 pm on the first day of it.", ["2021-04-19/2021-04-25", "2021-04-14T17:30"]),
        ("Sanctions have been in force since March 2014 and will stay until 2024.", ["2014-03/..", "2024"]),
        ("Tomorrow the talks will go on for an hour.", ["2021-04-15", "PT1H"]),
        ("They may march to the capital, and we are with them for a second time.", []),
        ("A 30-year-old and a man of 45 years old are on trial for this.", []),
    ],
)
def test_a_post_in_english_has_its_times(post: str, wanted: list[str]) -> None:
    assert [time.value for time in times(post, "2021-04-14", kind="post")] == wanted


def test_english_is_read_in_posts_only() -> None:
    english = "We will meet the allies in Geneva next Tuesday."
    assert times(english, "2021-04-14") == ()
    assert [time.value for time in times(english, "2021-04-14", kind="post")] == ["2021-04-20"]


@pytest.mark.parametrize("unit", ["12:30 and 3 May 2021, ", "12:30 ", "on Monday "])
def test_a_long_post_in_english_costs_no_more_than_it_is_long(unit: str) -> None:
    def work(length: int) -> Callable[[], object]:
        text = (f"We met with the president and will be in Paris for the talks. {unit * length}")[:length]
        block = Block(Span(0, length), "post")
        document = Document(Source("made", "made", text), (block,), "fr", Published(Edtf.parse("2021-04-14"), "given"))
        return lambda: anchor(document, (), pack_for("fr"))

    assert grows_linearly(work, 8_000)


def test_a_post_in_french_is_read_in_french() -> None:
    assert [time.value for time in times("Nous partirons mardi pour deux jours.", "2021-04-14", "future", kind="post")] == ["2021-04-20", "P2D"]
