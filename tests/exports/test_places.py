"""Ids to file names: never outside of the folder, never two at one place."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.exports.places import file_name

IDS = st.one_of(st.text(max_size=30), st.text(alphabet="./%a\\~ C:", max_size=12), st.text(min_size=190, max_size=600))


@given(IDS)
def test_no_id_leads_out_of_the_folder(id: str) -> None:  # noqa: A002
    name = file_name(id)
    path = PurePosixPath(name)
    assert not path.is_absolute()
    assert path.parts
    assert not {"..", "."} & set(path.parts)
    assert not any(part.startswith(".") for part in path.parts)
    assert all(len(part.encode()) <= 200 for part in path.parts)
    assert name.isprintable()


@given(IDS, IDS)
def test_two_ids_are_two_names(one: str, other: str) -> None:
    assert (file_name(one) == file_name(other)) == (one == other)


@pytest.mark.parametrize("id", ["con", "NUL.txt", "a.", "a ", " ", "", "..", "a//b", "/a", "a/", "a/" * 40, "\ud800", "a%2Fb", "é" * 300, "a\nb"])
def test_what_is_no_plain_path_is_encoded_as_one_name(id: str, tmp_path: Path) -> None:  # noqa: A002
    name = file_name(id)
    assert "/" not in name
    assert "%" in name
    (tmp_path / f"{name}.json").write_text("x")


@pytest.mark.parametrize("id", ["a", "2021/avril/14.04", "Kaboul, l’été", "fil-12", "..a".lstrip("."), "ministère (2)"])
def test_a_plain_path_is_kept(id: str) -> None:  # noqa: A002
    assert file_name(id) == id
