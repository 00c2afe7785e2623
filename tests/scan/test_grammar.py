"""Patterns over classes of words."""

import re
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chancery.errors import PluginError
from chancery.languages import pack_for
from chancery.scan.fits import LONG, Fits, fits, longest
from chancery.scan.grammar import Grammar, grammar
from chancery.scan.letters import WORDS
from chancery.scan.needs import needed


def made(pattern: str, **more: Any) -> Grammar:
    return Grammar(
        {
            "values": {"month": {"mai": 5, "mars": 3}},
            "classes": {"the": ["le", "la"]},
            "macros": {"day": "(<day>|premier)"},
            "rule": [{"kind": "date", "pattern": pattern, **more}],
            "opener": [],
        }
    )


def found(pattern: str, text: str) -> list[str]:
    return [text[start:end] for _, start, end in Fits(made(pattern)).of(text)]


def test_classes_words_macros_and_signs() -> None:
    assert found("<the>? {day} <month>", "le 3 mai, la premier MARS, 45 mai") == ["le 3 mai", "la premier MARS"]
    assert found("<month~Cap>", "Mars ou mars") == ["mars"]
    assert found("de <month> (?![,])", "de mai, de mars") == ["de mars"]
    assert found("(?<=de|vers le)<month>", "de mai, vers le mars, le mai") == ["mai", "mars"]
    assert found("<day>[/]<monthnum>", "14/04 et 14-04") == ["14/04"]


def test_no_place_reaches_into_the_next_line_or_sentence() -> None:
    assert found("<day> <month>", "3\nmai") == []
    assert found("<day> [.]? <month>", "3. Mai") == []


def everywhere(rules: Grammar, text: str) -> list[tuple[str, int, int]]:
    """What the rules find when each is tried on every whole line: kind, start and end of the places that count."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        words = [(line.start() + word.start(), line.start() + word.end()) for word in WORDS.finditer(line[0])]
        letters = "".join(rules.letters[text[start:end]] for start, end in words)
        places = []
        for start, end in pairwise([0, *(match.end() for match in rules.ends.finditer(letters)), len(letters)]):
            places += [(rule, match) for rule in rules.rules for match in rule.pattern.finditer(letters, start, end)]
        for rule, match in longest(sorted(places, key=lambda place: (place[1].start(), -place[1].end()))):
            if rule.kind != "skip":
                found.append((rule.pattern.pattern, words[match.start()][0], words[match.end() - 1][1]))
    return found


def the_short_way(rules: Grammar, text: str) -> list[tuple[str, int, int]]:
    """The same by what is remembered, from the words without which no rule fits."""
    found = []
    for fit, start, end in fits(rules).of(text):
        words = list(WORDS.finditer(text, start, end))
        found.append((fit.rule.pattern.pattern, words[fit.first].start(), end))
    return found


TEXT = "Le 3 mai 2020, à 16h30, il y a deux ans. Depuis mars dernier, de 1996 à 2001, la semaine prochaine, au XXe siècle, pendant trois mois."
LISTS = pack_for("fr").words("times")
ALPHABET = sorted({word for table in (*LISTS["values"].values(), *LISTS["classes"].values()) for word in table})
JOINTS = [" ", " ", " ", "\u00a0", "-", "'", "’", ", ", ". ", "\n", "/", ":", "", "œ", "٣", "e\u0301"]


@pytest.mark.parametrize("name", ["times", "times.en"])
def test_what_is_found_the_short_way_is_what_the_rules_find_everywhere(name: str) -> None:
    rules = grammar(pack_for("fr"), name)
    assert the_short_way(rules, TEXT) == everywhere(rules, TEXT)
    assert name != "times" or len(everywhere(rules, TEXT)) == 8


@example("times.en", "'e\u0301Dec 1 ")
@example("times", "'٣1000-1 ")
@example("times", "1000٣-1 2000-1٣ ")
@given(
    st.sampled_from(["times", "times.en"]),
    st.lists(
        st.tuples(
            st.one_of(st.sampled_from(ALPHABET), st.sampled_from(ALPHABET).map(str.capitalize), st.integers(0, 2100).map(str), st.text(max_size=2)),
            st.sampled_from(JOINTS),
        ).map("".join),
        max_size=40,
    ).map("".join),
)
@settings(max_examples=300)
def test_so_it_is_in_any_words_of_the_lists(name: str, text: str) -> None:
    rules = grammar(pack_for("fr"), name)
    text = "\n".join(text.splitlines())
    assert the_short_way(rules, text) == everywhere(rules, text)


@pytest.mark.parametrize("name", ["times", "times.en"])
def test_in_a_long_phrase_what_is_remembered_is_what_fits(name: str) -> None:
    rules, chance = grammar(pack_for("fr"), name), Random(3)
    known, met = Fits(rules), 0
    words = sorted(word for table in rules.values.values() for word in table)
    for _ in range(40):
        few = [*chance.sample(words, 6), "2014", "14", "3", ",", "-", "/", "h", "de", "le"]
        phrase = "".join(rules.letters[word] for word in chance.choices(few, k=chance.randrange(LONG, 6 * LONG)))
        found = list(known._fits(phrase))
        assert found == [known._fit(phrase, rule, match) for rule, match in longest(known.places(phrase)) if rule.kind != "skip"]
        met += len(found)
    assert met > 50


def test_a_word_in_another_alphabet_or_with_marks_of_its_own_is_met_too() -> None:
    assert found("<month>", "le 3 mai\u0301, Œmai, ٣mai, _mai_") == ["mai", "mai"]
    assert found("<the> été", "l'été, le e\u0301te\u0301, la ÉTÉ") == ["le e\u0301te\u0301", "la ÉTÉ"]
    assert found("<month> <word>", "mai dernier, mars Łódź") == ["mai dernier", "mars Łódź"]


@pytest.mark.parametrize("pattern", ["<month", "<unheard> mai", "{unheard}", "mai)", "* mai"])
def test_a_pattern_that_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises((PluginError, KeyError, re.error)):
        made(pattern)


def test_of_places_that_overlap_the_first_and_longest_counts() -> None:
    assert found("(<month> | <day> <month> | <day>)", "mai 3 mai mars 3") == ["mai", "3 mai", "mars", "3"]


def test_what_is_optional_is_not_needed() -> None:
    assert needed("[a]?(?:[b]|[c][d])?", lambda letter: 1.0) == []
    assert needed("(?<=[a])[b](?![c])", lambda letter: 1.0) == [{"b"}]
