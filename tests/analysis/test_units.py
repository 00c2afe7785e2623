"""The unit right behind a number, as the text writes it."""

import pytest

from chancery.analysis.counted import written_unit
from chancery.analysis.units import units
from chancery.languages import pack_for
from chancery.scan.numbers import scan_numbers

FR = pack_for("fr")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 pour cent", "%"),
        ("12 pour\u202fcent", "%"),
        ("12\u2009pour\u00a0CENT", "%"),
        ("5 dollarſ", "USD"),
        ("£5", "GBP"),
        ("300 km\u202fcarrés", "km²"),
        ("300 kilomètres à l’heure", "km/h"),
        ("300 kilos", None),
        ("300\npour cent", None),
    ],
)
def test_a_unit_is_known_in_any_spaces_and_letters(text: str, unit: str | None) -> None:
    number = scan_numbers(text, FR)[0]
    found = written_unit(number, text, units(FR))
    assert (found.unit if found else None) == unit
