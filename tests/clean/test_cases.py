"""Layout, date, credit and translation of texts in our own words."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from chancery.capture import Metadata, Source
from chancery.clean import Document, clean
from chancery.edtf import Edtf

CASES = Path(__file__).parent.parent / "cases" / "fr"
KINDS = {"H": "headline", "Y": "byline", "B": "body", "P": "post", "C": "caption", "F": "furniture"}


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case.get("name") or case["line"]) for case in tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]]


def cleaned(text: str, metadata: Metadata | None = None) -> Document:
    return clean(Source("a", "a.txt", text, metadata=metadata or Metadata()))


def kind_at(document: Document, place: int) -> str | None:
    return next((block.kind for block in document.blocks if block.span.start <= place < block.span.end), None)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("case", cases("blocks"))
def test_blocks(case: dict[str, Any], between: str) -> None:
    document = cleaned(between.join(" ".join(line[1::2]) for line in case["lines"]))
    expected = [(KINDS[kind], words) for line in case["lines"] for kind, words in zip(line[::2], line[1::2], strict=True)]
    found, place = [], 0
    for _, words in expected:
        place = document.text.index(words, place)
        found.append((kind_at(document, place), words))
        assert kind_at(document, place + len(words) - 1) == found[-1][0]
        place += len(words)
    assert found == expected


@pytest.mark.parametrize("case", cases("dating"))
def test_dating(case: dict[str, Any]) -> None:
    published = cleaned(case["text"]).published
    assert (published and published.value.value, published and published.basis) == (case.get("published"), case.get("basis"))


def test_a_given_date_goes_before_a_stated_one() -> None:
    published = cleaned("Publié le 3 mars 2021\n\nLe port a rouvert jeudi.", Metadata(published=Edtf("2021-03"))).published
    assert published
    assert (published.value.value, published.basis, published.evidence) == ("2021-03", "given", None)


@pytest.mark.parametrize(
    ("line", "given", "seen", "published"),
    [
        ("Publié le 3 mars 2021", None, "2021-03-01", None),
        ("Publié le 3 mars 2021", None, "2021-03-02", "2021-03-03"),
        ("Mis à jour le 9 mars 2021 – Publié le 3 mars 2021", None, "2021-03-04", "2021-03-03"),
        ("Publié le 3 mars 2021", "2031-03-03", "2021-04-14", "2021-03-03"),
        ("Publié le 3 mars 2021", "2021-02", "2021-04-14", "2021-02"),
        ("Le Pli", "2031-03-03", "2021-04-14", None),
        ("Le Pli", None, "2021-04-14", None),
        ("date 2021-03 Temps de lecture : 3 minutes", None, "2021-04-14", "2021-03"),
        ("date 2021-03 Temps de lecture : 3 minutes", None, "2021-02-14", None),
    ],
)
def test_nothing_is_published_after_it_was_fetched_nor_on_that_day_for_want_of_another(
    line: str, given: str | None, seen: str, published: str | None
) -> None:
    text = f"{line}\n\nLes dockers ont voté la reprise du travail, au terme d'une longue nuit d'attente et de débats."
    found = cleaned(text, Metadata(published=Edtf(given) if given else None, seen=Edtf(seen))).published
    assert (found and found.value.value) == published


@pytest.mark.parametrize("case", cases("credit"))
def test_credit(case: dict[str, Any]) -> None:
    text = "Les délégations des deux pays ont signé mercredi un accord qui règle le partage des eaux du lac."
    between = " " if case.get("body") else "\n\n"
    credit = cleaned(("" if case.get("body") else "Accord sur le partage des eaux\n") + case["line"] + between + text).credit
    assert (credit.agency, credit.outlet, credit.author, credit.place) == tuple(case.get(name) for name in ("agency", "outlet", "author", "place"))


def test_the_outlet_is_as_given_or_as_the_page_names_itself() -> None:
    text = "Skip to content\nLe port rouvre – LE PLI\n\nLes dockers ont voté jeudi la reprise du travail, au terme d'une longue nuit.\n\nLe Pli\n"
    assert cleaned(text).credit.outlet == "LE PLI"
    assert cleaned(text, Metadata(outlet="Le Pli du soir")).credit.outlet == "Le Pli du soir"


@pytest.mark.parametrize(
    ("given", "outlet", "author"),
    [
        ("Source : Le Pli du Soir", "Le Pli du Soir", None),
        ("Ada Morel", None, "Ada Morel"),
        ("source Le Pli", "Le Pli", None),
        ("Source AFP", None, None),
    ],
)
def test_whom_a_record_credits(given: str, outlet: str | None, author: str | None) -> None:
    credit = cleaned("Le port rouvre\n\nLes dockers ont voté jeudi la reprise du travail, au terme d'une nuit.", Metadata(author=given)).credit
    assert (credit.outlet, credit.author) == (outlet, author)


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("Menu", "© Le Pli du soir. Tous droits réservés.", "Le Pli du soir"),
        ("Menu", "© 2021 Le Pli du soir - Mentions légales", "Le Pli du soir"),
        ("Menu", "© Copyright Thomson Reuters 2021. Toute reproduction interdite.", None),
        ("Menu", "© Ada Morel", None),
        ("Le Courrier du Lac – Toute l'info", "Contact", "Le Courrier du Lac"),
        ("The Lake Herald (édition française)", "Contact", "The Lake Herald"),
        ("LA GAZETTE DES PORTS", "Contact", "LA GAZETTE DES PORTS"),
        ("Monde", "Contact", None),
        ("Accueil | Monde | Europe", "Contact", None),
    ],
)
def test_the_outlet_is_who_has_the_rights_or_heads_the_page(head: str, foot: str, outlet: str | None) -> None:
    text = "Les dockers ont voté jeudi la reprise du travail, après une longue nuit d'attente et de débats."
    page = f"{head}\nMenu\n\nLe port rouvre après dix jours de grève\nPublié le 3 mars 2021\n\n{text}\n\n{text}\n\nPublicité\n{foot}\n"
    assert cleaned(page).credit.outlet == outlet


@pytest.mark.parametrize("case", cases("translation"))
def test_translation(case: dict[str, Any]) -> None:
    translation = cleaned(case["text"]).translation
    assert bool(translation) == case["translated"]
    if translation:
        assert translation.source_language == case.get("from")
        assert translation.basis


@pytest.mark.parametrize(
    ("notice", "minutes"), [("Temps de lecture estimé : 3 minutes", 3), ("4 min de lecture", 4), ("Lecture : 12 min", 12), ("Menu", None)]
)
def test_reading_time(notice: str, minutes: int | None) -> None:
    text = "Les dockers ont voté jeudi la reprise du travail, après quatre minutes de débat et une longue nuit d'attente."
    assert cleaned(f"{notice}\n\n{text}").reading_minutes == minutes


@pytest.mark.parametrize(
    ("line", "live"),
    [
        ("DIRECT. Grève des dockers : le port rouvre", True),
        ("EN DIRECT - Grève des dockers : le port rouvre", True),
        ("Grève des dockers : le port rouvre (en direct)", True),
        ("Revivez notre direct sur la grève", True),
        ("Ce live est terminé, merci de l'avoir suivi", True),
        ("Direct", False),
        ("Directeur du port : « Nous rouvrons »", False),
        ("Grève des dockers : le port rouvre", False),
    ],
)
def test_what_was_told_live(line: str, live: bool) -> None:
    text = "Les dockers ont voté jeudi la reprise du travail, après quatre minutes de débat et une longue nuit d'attente au port."
    assert cleaned(f"{line}\n\n{text}").live is live
