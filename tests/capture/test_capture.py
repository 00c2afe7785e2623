"""What files, folders and lines become."""

import json
from pathlib import Path

import pytest

from chancery.capture import Metadata, Source, capture, load_metadata
from chancery.edtf import Edtf
from chancery.errors import Rejected, UsageError
from chancery.settings import Fields, Settings

TEXT = "Les deux ministres se sont entretenus jeudi. Ils se reverront en mars."


def sources(*paths: Path, settings: Settings | None = None) -> list[Source]:
    found = list(capture(paths, settings or Settings()))
    assert not [item for item in found if isinstance(item, Rejected)]
    return [item for item in found if isinstance(item, Source)]


@pytest.mark.parametrize("text", ["a\r\nb\rc\n\n d \u2028e\n", "\ufeffParis, été", "L’Otan\u00a0: « oui »"])
def test_plain_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert sources(tmp_path)[0].text == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16", "utf-32"])
def test_other_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    text = "Événement à Liège : le ministre a déclaré à la presse que la grève était levée, où qu'elle ait commencé."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert sources(tmp_path)[0].text == text


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<html><head><meta charset="iso-8859-1"></head><body><p>Été à Genève – fin'.encode("cp1252"))
    assert sources(tmp_path)[0].text == "Été à Genève – fin"


def test_ids_are_paths_below_the_folder_that_was_named(tmp_path: Path) -> None:
    (tmp_path / "2021" / "avril").mkdir(parents=True)
    for name in ("2021/avril/14.04.txt", "2021/sans", "b.txt", ".cache.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", "utf-8")
    assert [source.id for source in sources(tmp_path)] == ["2021/avril/14.04", "2021/sans", "b"]
    assert [source.id for source in sources(tmp_path / "2021" / "avril" / "14.04.txt")] == ["14.04"]


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"text": f"{TEXT} {name}"}), "utf-8")
    paths = [tmp_path / name for name in ("c.txt", "a.txt", "b.jsonl")]
    assert sources(*paths) == sources(*reversed(paths))


def test_one_id_is_one_text(tmp_path: Path) -> None:
    for folder, text in (("un", TEXT), ("deux", TEXT), ("trois", "Autre chose.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, "utf-8")
    found = list(capture([tmp_path / "un", tmp_path / "trois", tmp_path / "deux"]))
    assert [type(item) for item in found] == [Source, Rejected]
    assert isinstance(found[1], Rejected)
    assert "'a'" in found[1].reason


def test_a_record_has_its_title_above_its_text(tmp_path: Path) -> None:
    records = [
        {"title": " Un titre ", "text": TEXT},
        {"title": "Un titre", "text": f"Un titre\n{TEXT}"},
        {"title": "Les", "text": TEXT},
        {"text": TEXT},
    ]
    (tmp_path / "fil.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    found = sources(tmp_path)
    assert [source.text for source in found] == [f"Un titre\n\n{TEXT}", f"Un titre\n{TEXT}", f"Les\n\n{TEXT}", TEXT]
    assert [[mark.span.of(source.text) for mark in source.marks] for source in found] == [["Un titre"], ["Un titre"], ["Les"], []]


def test_fields_go_by_the_names_that_were_set(tmp_path: Path) -> None:
    (tmp_path / "fil.jsonl").write_text(json.dumps({"corps": TEXT, "quand": "2021-04-14T00:30:00+02:00", "cle": 12, "source": "Le Pli"}), "utf-8")
    source = sources(tmp_path, settings=Settings(fields=Fields(text="corps", published="quand", id="cle")))[0]
    assert (source.id, source.text, source.metadata) == ("12", TEXT, Metadata(Edtf("2021-04-14"), None, "Le Pli"))


def test_metadata_from_outside_goes_before_what_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "fil.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2020-01-01", "url": "http://pli.example/1"}), "utf-8")
    (tmp_path / "given.json").write_text(json.dumps({"a": {"published": "2021-04"}}), "utf-8")
    found = next(iter(capture([tmp_path / "fil.jsonl"], metadata=load_metadata(tmp_path / "given.json"))))
    assert isinstance(found, Source)
    assert found.metadata == Metadata(Edtf("2021-04"), "http://pli.example/1")


@pytest.mark.parametrize(
    ("written", "said"),
    [("{", "not JSON"), ("[]", "object of ids"), ('{"a": 1}', "'a'"), ('{"a": {"published": "hier"}}', "'a'"), ('{"a": {"url": 3}}', "'url' of 'a'")],
)
def test_wrong_metadata_says_which_entry(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "given.json").write_text(written, "utf-8")
    with pytest.raises(UsageError, match=said):
        load_metadata(tmp_path / "given.json")
    with pytest.raises(UsageError, match="cannot be read"):
        load_metadata(tmp_path / "absent.json")
