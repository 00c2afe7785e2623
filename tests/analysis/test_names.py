"""Names in sentences of our own, and what holds for any names in any text."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.analysis.analysis import Mention
from chancery.analysis.name_agreement import Found, agreed, parted, trimmed, whole
from chancery.analysis.name_cut import lengthened
from chancery.analysis.name_features import clues, features
from chancery.analysis.name_firms import unplaced
from chancery.analysis.name_lexicon import Lexicon, Unit, openers_pattern, table
from chancery.analysis.name_lists import of_one_kind
from chancery.analysis.name_nothing import without_things
from chancery.analysis.name_parts import continued, with_nouns
from chancery.analysis.name_people import brought_in
from chancery.analysis.name_runon import unjoined
from chancery.analysis.name_swallowed import unswallowed
from chancery.analysis.name_things import unpersoned
from chancery.analysis.name_towns import in_towns
from chancery.analysis.name_units import units
from chancery.analysis.names import find_names, lexicon_of, tagged
from chancery.analysis.syntax import parse
from chancery.analysis.tokens import Sentence, Token
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.errors import PluginError
from chancery.languages import Pack, pack_for
from chancery.register import register_for
from chancery.span import Span

TABLES = tomllib.loads((Path(__file__).parents[1] / "cases" / "fr" / "names.toml").read_text("utf-8"))
CASES = TABLES["case"]
PERSON = re.compile(r"\[([^\]]+)\]")
SIGNED = re.compile(r"\[(?:ORG|LOC) ")
MARK = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")
LEXICON = Lexicon(
    edges=frozenset({"le", "la", "de"}),
    forms=frozenset({"m."}),
    titles=frozenset({"général"}),
    openers=openers_pattern(["Le"]),
    clitics=frozenset({"-il"}),
    directions=frozenset({"orientale"}),
)


def document(text: str) -> Document:
    return Document(Source("t", "t", text), (Block(Span(0, len(text)), "body"),), "fr")


def found(text: str) -> tuple[Mention, ...]:
    given_ = document(text)
    pack = pack_for("fr")
    return find_names(given_, parse(given_, pack.pipeline()), pack, register_for(None))


def by_hand(text: str) -> Sentence:
    """A sentence cut at white space, without a parser."""
    block = Block(Span(0, len(text)), "body")
    tokens = [Token(word.start(), word.end(), word[0], word[0], "X", "dep", {}, index) for index, word in enumerate(re.finditer(r"\S+", text))]
    return Sentence(Span(0, len(text)), block, tokens)


def run(text: str) -> list[Unit]:
    return [unit for part in units(by_hand(text), LEXICON) for unit in part]


@pytest.mark.parametrize("marked", [text for case in CASES for text in case["texts"]])
def test_cases(marked: str) -> None:
    text = MARK.sub(r"\2", marked)
    names = [(mention.span.of(text), mention.type) for mention in found(text)]
    assert names == [(name, label) for label, name in MARK.findall(marked)]


def taken(marked: str) -> tuple[list[list[Unit]], list[list[Found]]]:
    """The units of a text, and what stands in brackets in it as names that were taken for persons."""
    text, spans, at = "", [], 0
    for match in PERSON.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text, at = text + match[1], match.end()
    text += marked[at:]
    pack = pack_for("fr")
    lexicon = lexicon_of(pack, register_for(None))
    runs = [run for sentence in parse(document(text), pack.pipeline()) for run in units(sentence, lexicon)]
    places = [[[n for n, unit in enumerate(run) if start <= unit.start and unit.end <= end] for start, end in spans] for run in runs]
    return runs, [[Found(inside[0], inside[-1] + 1, "PER") for inside in here if inside] for here in places]


@pytest.mark.parametrize(("marked", "labels"), [case for table in TABLES["things"] for case in table["cases"]])
def test_what_was_taken_for_a_person(marked: str, labels: list[str]) -> None:
    runs, names = taken(marked)
    settled = unpersoned(runs, names, lexicon_of(pack_for("fr"), register_for(None)))
    found = [{(name.start, name.end): name.label for name in run} for run in settled]
    assert [here.get((name.start, name.end), "") for here, run in zip(found, names, strict=True) for name in run] == labels


@pytest.mark.parametrize(("marked", "labels"), [case for table in TABLES["placed"] for case in table["cases"]])
def test_what_was_taken_for_a_place_or_a_body(marked: str, labels: list[str]) -> None:
    runs, names = labelled(marked)
    assert [name.label for here in unplaced(runs, names, lexicon_of(pack_for("fr"), register_for(None))) for name in here] == labels


@pytest.mark.parametrize(("marked", "wanted"), [case for table in TABLES["parts"] for case in table["cases"]])
def test_what_was_taken_for_one_name(marked: str, wanted: list[str]) -> None:
    lexicon, found = lexicon_of(pack_for("fr"), register_for(None)), []
    for run, names in zip(*taken(marked), strict=True):
        halves = [half for name in names for half in parted(run, name, lexicon)]
        found += [f"{name.label} {' '.join(unit.text for unit in run[name.start : name.end])}" for name in whole(run, halves, lexicon)]
    assert found == wanted


@pytest.mark.parametrize(("marked", "wanted"), [case for table in TABLES["swallowed"] for case in table["cases"]])
def test_what_a_name_swallowed(marked: str, wanted: list[str]) -> None:
    lexicon, found = lexicon_of(pack_for("fr"), register_for(None)), []
    for run, names in zip(*labelled(marked), strict=True):
        halves = [half for name in names for half in unswallowed(run, name, lexicon)]
        texts = [" ".join(unit.text for unit in run[half.start : half.end]).replace("' ", "'") for half in halves]
        found += [f"{half.label} {text}" for half, text in zip(halves, texts, strict=True)]
    assert found == wanted


def labelled(marked: str) -> tuple[list[list[Unit]], list[list[Found]]]:
    """The units of a text, and what stands in brackets in it as names with the labels there."""
    runs, persons = taken(SIGNED.sub("[", marked.replace("[PER ", "[")))
    told = iter(label for label, _ in MARK.findall(marked))
    return runs, [[name._replace(label=next(told)) for name in here] for here in persons]


@pytest.mark.parametrize(("marked", "wanted"), [case for table in TABLES["cut"] for case in table["cases"]])
def test_what_was_cut(marked: str, wanted: list[str]) -> None:
    lexicon, found = lexicon_of(pack_for("fr"), register_for(None)), []
    for run, names in zip(*labelled(marked), strict=True):
        found += [f"{name.label} {' '.join(unit.text for unit in run[name.start : name.end])}" for name in lengthened(run, names, lexicon)]
    assert found == wanted


@pytest.mark.parametrize(("marked", "wanted"), [case for table in TABLES["towns"] for case in table["cases"]])
def test_what_a_town_begins_or_ends(marked: str, wanted: list[str]) -> None:
    lexicon, found = lexicon_of(pack_for("fr"), register_for(None)), []
    for run, names in zip(*labelled(marked), strict=True):
        found += [f"{name.label} {' '.join(unit.text for unit in run[name.start : name.end])}" for name in in_towns(run, names, lexicon)]
    assert found == wanted


@pytest.mark.parametrize(("marked", "wanted"), [case for table in TABLES["runon"] for case in table["cases"]])
def test_what_runs_on(marked: str, wanted: list[str]) -> None:
    lexicon, found = lexicon_of(pack_for("fr"), register_for(None)), []
    for run, names in zip(*labelled(marked), strict=True):
        parts = [part for name in names for part in unjoined(run, name, lexicon)]
        found += [f"{part.label} {' '.join(unit.text for unit in run[part.start : part.end])}".replace("' ", "'") for part in parts]
    assert found == wanted


@pytest.mark.parametrize(("marked", "wanted"), [case for table in TABLES["continued"] for case in table["cases"]])
def test_what_goes_on(marked: str, wanted: list[str]) -> None:
    lexicon, told = lexicon_of(pack_for("fr"), register_for(None)), []
    for run, names in zip(*labelled(marked), strict=True):
        longer = continued(run, with_nouns(run, names, lexicon), lexicon)
        texts = [" ".join(unit.text for unit in run[name.start : name.end]).replace("' ", "'") for name in longer]
        told += [f"{name.label} {text}" for name, text in zip(longer, texts, strict=True)]
    assert told == wanted


@pytest.mark.parametrize(("marked", "labels"), [case for table in TABLES["nothing"] for case in table["cases"]])
def test_what_names_nobody(marked: str, labels: list[str]) -> None:
    kept = without_things(*labelled(marked), lexicon_of(pack_for("fr"), register_for(None)))
    assert [name.label for here in kept for name in here] == labels


@pytest.mark.parametrize(("marked", "labels"), [case for table in TABLES["listed"] for case in table["cases"]])
def test_what_is_listed_is_of_one_kind(marked: str, labels: list[str]) -> None:
    kept = of_one_kind(*labelled(marked), lexicon_of(pack_for("fr"), register_for(None)))
    assert [name.label for here in kept for name in here] == labels


def test_a_body_begins_with_its_noun() -> None:
    words = [Unit(0, 0, word, pos) for word, pos in (("comité", "NOUN"), ("national", "ADJ"), ("de", "ADP"), ("Lund", "PROPN"))]
    lexicon = Lexicon(heads={"comité": "ORG"})
    assert with_nouns(words, [Found(1, 4, "ORG")], lexicon) == [Found(0, 4, "ORG")]
    assert with_nouns(words, [Found(1, 4, "LOC")], lexicon) == [Found(1, 4, "LOC")]
    assert with_nouns(words, [Found(0, 1, "ORG"), Found(1, 4, "ORG")], lexicon) == [Found(0, 1, "ORG"), Found(1, 4, "ORG")]


def test_sons_keep_their_fathers_name() -> None:
    lexicon = lexicon_of(pack_for("fr"), register_for(None))
    words = run("prince Hamad bin Khalifa Al Vilari part")
    assert whole(words, [Found(1, 2, "PER"), Found(3, 6, "PER")], lexicon) == [Found(1, 6, "PER")]
    assert whole(words, [Found(1, 2, "PER")], lexicon) == [Found(1, 6, "PER")]
    assert whole(run("prince Hamad et Khalifa Al Vilari part"), [Found(1, 2, "PER"), Found(3, 6, "PER")], lexicon) == [
        Found(1, 2, "PER"),
        Found(3, 6, "PER"),
    ]


def test_a_name_cut_short_is_as_it_stands_in_full() -> None:
    runs = [run("Jean-Paul Luca Roy part"), run("Hier Jean-Paul Luca Roy part"), run("Hier Luca Roy part")]
    names = brought_in(runs, [[Found(0, 3, "PER")], [Found(2, 4, "PER")], [Found(1, 3, "PER")]], LEXICON)
    assert names == [[Found(0, 3, "PER")], [Found(1, 4, "PER")], [Found(1, 3, "PER")]]


def test_a_name_made_whole_takes_nothing_from_the_one_before() -> None:
    runs = [run("K. Luca K. Luca K.")]
    assert brought_in(runs, [[Found(0, 3, "PER"), Found(3, 5, "PER")]], LEXICON) == [[Found(0, 3, "PER"), Found(3, 5, "PER")]]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Otan", "la", "M.", "Petrov", "-", "À", "«", "l'", 'RTL."Je', "Jean-Paul", "2021", "…", "K.", "\u00a0", "fin.Le"]),
        max_size=30,
    )
)
def test_names_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    names = found(text)
    for mention in names:
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
    assert all(one.span.end <= other.span.start for one, other in pairwise(names))
    assert found(text) == names


@given(st.text(alphabet="AaéÉ.'-\"/()0 ’", max_size=40))
def test_units_cover_all_but_white_space(text: str) -> None:
    made = run(text)
    assert all(text[unit.start : unit.end] == unit.text for unit in made)
    assert "".join(unit.text for unit in made) == re.sub(r"\s", "", text)


def test_units_part_sentences() -> None:
    assert [[unit.text for unit in part] for part in units(by_hand("à BrestLe vent fin.Le jour"), LEXICON)] == [
        ["à", "Brest"],
        ["Le", "vent", "fin", "."],
        ["Le", "jour"],
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("BudgetAnna rit", ["Budget", "Anna rit"]),
        ("BudgetPetrov rit", ["BudgetPetrov rit"]),
        ("MacAnna rit", ["MacAnna rit"]),
        ("PaulAnna rit", ["PaulAnna rit"]),
        ("#BudgetAnna rit", ["# BudgetAnna rit"]),
    ],
)
def test_a_first_name_that_is_glued_to_a_word_opens_a_sentence(text: str, parts: list[str]) -> None:
    lexicon = Lexicon(given=frozenset({"Anna", "Paul"}))
    assert [" ".join(unit.text for unit in part) for part in units(by_hand(text), lexicon)] == parts


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["Jong", "-", "un"], ["Jong-un"]),
        (["Jong", "-un"], ["Jong-un"]),
        (["Côte", "-", "d'", "Azur"], ["Côte-d'Azur"]),
        (["Part", "-", "il"], ["Part", "-", "il"]),
        (["Mer", "-", "Lac"], ["Mer", "-", "Lac"]),
        (["Pacte", "Mer", "-", "Lac"], ["Pacte", "Mer-Lac"]),
        (["Traité", "Mer", "-", "Lac"], ["Traité", "Mer", "-", "Lac"]),
        (["porte", "-", "voix"], ["porte", "-", "voix"]),
    ],
)
def test_halves_of_a_name_are_joined(words: list[str], joined: list[str]) -> None:
    lexicon = Lexicon(register=table([("Mer", "LOC")]), clitics=frozenset({"-il"}), joined=frozenset({("Pacte", "Mer-Lac")}))
    starts = [sum(map(len, words[:index])) for index in range(len(words))]
    tokens = [Token(start, start + len(word), word, "", "X", "", {}, index) for index, (start, word) in enumerate(zip(starts, words, strict=True))]
    block = Block(Span(0, 20), "body")
    assert [unit.text for unit in units(Sentence(Span(0, 20), block, tokens), lexicon)[0]] == joined


def test_clues_come_from_the_whole_document() -> None:
    known = clues([run("Paix fut faite"), run("le général Paix a dit"), run("sans paix durable")], LEXICON)
    assert known["Paix"] == ("d=title", "d=small")


def test_features_name_the_register() -> None:
    lexicon = Lexicon(register=table([("Mer Noire", "LOC")]))
    sentence = run("la Mer Noire .")
    assert ["g=BLOC" in row or "g=ILOC" in row for row in features(sentence, {}, lexicon)] == [False, True, True, False]


def test_trimming() -> None:
    sentence = run("le M. Petrov - de")
    assert trimmed(sentence, Found(0, 5, "PER"), LEXICON) == Found(2, 3, "PER")
    assert trimmed(sentence, Found(3, 5, "PER"), LEXICON) is None


@pytest.mark.parametrize(("label", "end"), [("LOC", 2), ("ORG", 1)])
def test_a_point_of_the_compass_belongs_to_a_place(label: str, end: int) -> None:
    assert trimmed(run("Valmie orientale rit"), Found(0, 1, label), LEXICON) == Found(0, end, label)
    assert trimmed(run("Valmie rit"), Found(0, 1, label), LEXICON) == Found(0, 1, label)
    assert trimmed(run("Valmie"), Found(0, 1, label), LEXICON) == Found(0, 1, label)


def test_agreement_through_a_document() -> None:
    runs = [run("Ana Petrov parle"), run("hier Petrov rit"), run("ici Petrov va"), run("Ana Petrov dort"), run("petrov")]
    names = [[Found(0, 2, "PER")], [Found(1, 2, "LOC")], [], [], []]
    assert agreed(runs, names, LEXICON) == [[Found(0, 2, "PER")], [Found(1, 2, "PER")], [Found(1, 2, "PER")], [Found(0, 2, "PER")], []]


@pytest.mark.parametrize("text", ["le livre « Petrov »", "la Lada Petrov roule", "Petrov Motors vend", "Petrovs rit"])
def test_a_surname_is_no_person_where_a_product_or_a_title_could_stand(text: str) -> None:
    assert agreed([run("Ana Petrov parle"), run(text)], [[Found(0, 2, "PER")], []], LEXICON)[1] == []


@pytest.mark.parametrize(
    ("label", "agreed_on"),
    [("ORG", "PER"), ("LOC", "LOC")],
    ids=["no body is called like the first name of a person in the text", "but a place may be"],
)
def test_a_first_name_alone(label: str, agreed_on: str) -> None:
    runs = [run("Ana Petrov parle"), run("hier Ana rit")]
    assert agreed(runs, [[Found(0, 2, "PER")], [Found(1, 2, label)]], LEXICON)[1] == [Found(1, 2, agreed_on)]


@pytest.mark.parametrize(
    ("text", "place", "label", "agreed_on"),
    [
        ("Il vit à Brest", 3, "LOC", "LOC"),
        ("Il vit à Brest", 3, "PER", "PER"),
        ("hier Brest rit", 1, "LOC", "PER"),
        ("originaire de Brest", 2, "LOC", "LOC"),
        ("Il répond à Corva", 3, "LOC", "PER"),
    ],
)
def test_a_person_called_like_a_place_leaves_the_place_one(text: str, place: int, label: str, agreed_on: str) -> None:
    known = Lexicon(known=table([("Brest", "LOC")]), places=frozenset({"à"}), owned={"originaire": "LOC"}, of=frozenset({"de"}))
    runs = [run("Ana Brest et Ana Corva"), run(text)]
    found = agreed(runs, [[Found(0, 2, "PER"), Found(3, 5, "PER")], [Found(place, place + 1, label)]], known)
    assert found[1] == [Found(place, place + 1, agreed_on)]


@pytest.mark.parametrize(
    ("text", "labels", "names"),
    [
        ("Brest – Quimper", "B I I", [(0, 1), (2, 3)]),
        ("Brest / demain", "B I I", [(0, 1)]),
        ("Petrov img.exemple.fr dort", "B I O", [(0, 1)]),
        ("exemple.fr dort", "B O", [(0, 1)]),
        ("Brest Quimper", "B I", [(0, 2)]),
        ("Brest Quimper", "B B", [(0, 1), (1, 2)]),
    ],
)
def test_signs_and_addresses_part_names(text: str, labels: str, names: list[tuple[int, int]]) -> None:
    tags = [label if label == "O" else label + "-LOC" for label in labels.split()]
    assert tagged(run(text), tags, LEXICON) == [Found(*name, "LOC") for name in names]


def test_a_pack_without_names_says_so(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="names"):
        lexicon_of(Pack("xx", tmp_path), register_for(None))


def written(text: str, kinds: dict[str, str]) -> list[Unit]:
    """Units of a text cut at white space, each a proper noun unless said otherwise."""
    words = re.finditer(r"\S+", text)
    return [Unit(word.start(), word.end(), word[0], kinds.get(word[0], "PROPN" if word[0][0].isupper() else "NOUN")) for word in words]


@pytest.mark.parametrize(
    ("text", "start", "wanted"),
    [
        ("la mère de Moe Thi Lwin Oo", 5, (3, 7)),
        ("la mère de général Lwin Oo", 4, (4, 6)),
        ("le patron de Nordex Anna Oo", 4, (4, 6)),
        ("l' Espagnol Lwin Oo", 2, (2, 4)),
        ("Hier Lwin Oo", 1, (1, 3)),
    ],
)
def test_a_name_is_whole_with_the_words_that_were_left_out(text: str, start: int, wanted: tuple[int, int]) -> None:
    lexicon = Lexicon(titles=frozenset({"général"}), given=frozenset({"Anna"}))
    units_ = written(text, {"l'": "DET"})
    name = Found(start, len(units_), "PER")
    assert [(found_.start, found_.end) for found_ in whole(units_, [name], lexicon)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Union du Lac et de la Suisse", [(0, 3, "ORG"), (6, 7, "LOC")]),
        ("Union du Lac et de la Flore", [(0, 7, "ORG")]),
        ("Suisse et Lac", [(0, 3, "ORG")]),
    ],
)
def test_two_names_of_the_register_are_not_one(text: str, wanted: list[tuple[int, int, str]]) -> None:
    known = table([("Union du Lac", "ORG"), ("Suisse", "LOC"), ("Suisse et Lac", "ORG")])
    lexicon = Lexicon(register=known, edges=frozenset({"la"}), links=frozenset({"de"}))
    units_ = written(text, {"et": "CCONJ"})
    assert [tuple(half) for half in parted(units_, Found(0, len(units_), "ORG"), lexicon)] == wanted


def test_what_opens_a_sentence_is_no_part_of_a_name() -> None:
    units_ = written("Quand Anna Roy", {"Quand": "SCONJ"})
    assert trimmed(units_, Found(0, 3, "PER"), LEXICON) == Found(1, 3, "PER")
    assert trimmed(units_, Found(0, 3, "ORG"), LEXICON) == Found(0, 3, "ORG")
