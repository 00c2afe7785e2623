"""Patterns over classes of words."""

import re
from typing import Any

import pytest

from chancery.errors import PluginError
from chancery.languages import pack_for
from chancery.scan.grammar import Grammar, grammar, longest
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
    rules = made(pattern)
    lexed = rules.lex(text)
    return [text[lexed.starts[match.start()] : lexed.end(match.end() - 1)] for _, match in rules.places(lexed)]


def test_classes_words_macros_and_signs() -> None:
    assert found("<the>? {day} <month>", "le 3 mai, la premier MARS, 45 mai") == ["le 3 mai", "la premier MARS"]
    assert found("<month~Cap>", "Mars ou mars") == ["mars"]
    assert found("de <month> (?![,])", "de mai, de mars") == ["de mars"]
    assert found("(?<=de|vers le)<month>", "de mai, vers le mars, le mai") == ["mai", "mars"]
    assert found("<day>[/]<monthnum>", "14/04 et 14-04") == ["14/04"]


def test_no_place_reaches_into_the_next_line_or_sentence() -> None:
    assert found("<day> <month>", "3\nmai") == []
    assert found("<day> [.]? <month>", "3. Mai") == []


def test_a_rule_is_tried_everywhere_it_can_fit() -> None:
    """What the short way finds is what the rules find when each is tried on the whole text."""
    rules = grammar(pack_for("fr"), "times")
    text = "Le 3 mai 2020, à 16h30, il y a deux ans. Depuis mars dernier, de 1996 à 2001, la semaine prochaine, au XXe siècle, pendant trois mois."
    lexed = rules.lex(text)
    everywhere = {(rule.pattern.pattern, match.span()) for rule in rules.rules for match in rule.pattern.finditer(lexed.letters)}
    assert {(rule.pattern.pattern, match.span()) for rule, match in rules.places(lexed)} == everywhere


@pytest.mark.parametrize("pattern", ["<month", "<unheard> mai", "{unheard}", "mai)", "* mai"])
def test_a_pattern_that_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises((PluginError, KeyError, re.error)):
        made(pattern)


def test_longest_wins_then_the_first() -> None:
    assert longest([(0, 2, "a"), (0, 3, "b"), (0, 3, "c"), (2, 5, "d"), (3, 4, "e")]) == [(0, 3, "b"), (3, 4, "e")]


def test_what_is_optional_is_not_needed() -> None:
    assert needed("[a]?(?:[b]|[c][d])?", lambda letter: 1.0) == []
    assert needed("(?<=[a])[b](?![c])", lambda letter: 1.0) == [{"b"}]
