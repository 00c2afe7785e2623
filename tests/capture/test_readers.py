"""What every reader keeps to, whatever it reads: one contract, tried on the same articles in every format."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chancery.capture import Source, capture
from chancery.capture.reader import FALLBACK, reader_for
from chancery.errors import Rejected
from chancery.plugins import load, names
from chancery.settings import Settings
from growth import grows_linearly

FORMATS = list(samples.MAKERS)
FILES = {called: make() for called, (_, make, _) in samples.MAKERS.items()}
UNTOLD = frozenset(("text",))
"""What has nothing to be told by."""


def named(called: str) -> str:
    return samples.MAKERS[called][0]


def written(folder: Path, called: str, data: bytes | None = None, name: str | None = None) -> Path:
    path = folder / (name or named(called))
    path.write_bytes(FILES[called] if data is None else data)
    return path


def read(*paths: Path, largest: int | None = None) -> list[Source | Rejected]:
    return list(capture(paths, Settings(largest_bytes=largest) if largest else Settings()))


def sound(found: list[Source | Rejected]) -> None:
    """Whatever came in, what came out can be worked with."""
    assert found, "a file vanished"
    assert len({item.id for item in found if isinstance(item, Source)}) == sum(isinstance(item, Source) for item in found)
    for item in found:
        if isinstance(item, Rejected):
            assert item.reason
            assert item.origin
            assert not item.fault
            continue
        item.text.encode()
        assert item.text.strip()
        assert item.origin
        assert "\n" not in item.id
        at = 0
        for mark in item.marks:
            assert at <= mark.span.start <= mark.span.end <= len(item.text)
            at = mark.span.end


def test_every_reader_is_tried() -> None:
    assert {called.partition(",")[0] for called in FORMATS} == set(names("readers"))


@pytest.mark.parametrize("called", FORMATS)
def test_every_article_comes_out_whole_and_once(tmp_path: Path, called: str) -> None:
    found = read(written(tmp_path, called))
    sound(found)
    count = samples.MAKERS[called][2]
    assert [type(item) for item in found] == [Source] * count
    for source, (title, text, day) in zip(found, samples.ARTICLES, strict=False):
        assert isinstance(source, Source)
        assert " ".join(text.split()) in " ".join(source.text.split())
        assert called == "text" or source.text.startswith(title)
        assert source.metadata.published is None or source.metadata.published.value == day


@pytest.mark.parametrize("called", [called for called in FORMATS if called not in UNTOLD])
def test_a_file_is_told_by_its_content_whatever_its_name(tmp_path: Path, called: str) -> None:
    texts = [item.text for item in read(written(tmp_path, called)) if isinstance(item, Source)]
    for name in ("article", "article.dat", "article.txt"):
        found = read(written(tmp_path, called, name=name))
        assert [item.text for item in found if isinstance(item, Source)] == texts, name


@pytest.mark.parametrize("called", FORMATS)
def test_one_reader_takes_a_file_and_the_others_leave_it(called: str) -> None:
    data = FILES[called]
    if data.startswith(b"\x1f\x8b"):
        return  # unpacked before a reader is asked
    takers = [name for name in names("readers") if name != FALLBACK and load("readers", name).accepts(data, "")]
    assert takers in ([called.partition(",")[0]], []), takers
    assert takers or called in UNTOLD
    assert reader_for(data, "").name == called.partition(",")[0]


@pytest.mark.parametrize("called", FORMATS)
def test_the_same_file_gives_the_same_sources_from_any_stream(tmp_path: Path, called: str) -> None:
    first = read(written(tmp_path, called))
    assert read(tmp_path / named(called)) == first
    if not named(called).endswith(".gz"):
        stream = io.BytesIO(FILES[called])
        assert [item.text for item in reader_for(FILES[called], "").read(stream, "x", "a", Settings())] == [item.text for item in first]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    paths = [written(tmp_path, called, name=f"{number}-{named(called)}") for number, called in enumerate(FORMATS)]
    assert read(*paths) == read(*reversed(paths)) == read(tmp_path)


@pytest.mark.parametrize("called", FORMATS)
def test_what_is_larger_than_allowed_is_refused_with_the_reason(tmp_path: Path, called: str) -> None:
    found = read(written(tmp_path, called), largest=12)
    sound(found)
    assert all(isinstance(item, Rejected) for item in found)
    assert any("larger" in item.reason or "longer" in item.reason or "unpacks" in item.reason for item in found if isinstance(item, Rejected))


@pytest.mark.parametrize("reader", sorted(names("readers")))
@pytest.mark.parametrize("piece", [b"<!-- a -->", b"<?a>", b"a: b\r\n", b"a:", b"<", b"{", b'{"', b" ", b"a,b\n", b"<!DOCTYPE a [ ] >"])
def test_a_reader_is_chosen_in_time_that_grows_with_the_head(reader: str, piece: bytes) -> None:
    accepts = load("readers", reader).accepts
    assert grows_linearly(lambda count: lambda: accepts(piece * (count // len(piece)) + b"<x>", "a"), 8_000)


def spoilt(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "cut", data[: len(data) * 2 // 3]
    yield "cut at the head", data[len(data) // 3 :]
    yield "zeros", data[: len(data) // 2] + b"\0" * 40 + data[len(data) // 2 :]
    yield "doubled", data + data
    yield "head alone", data[:8]


@pytest.mark.parametrize("called", FORMATS)
def test_a_spoilt_file_is_read_or_refused_and_never_raises(tmp_path: Path, called: str) -> None:
    for how, data in spoilt(FILES[called]):
        sound(read(written(tmp_path, called, data, name=f"{how} {named(called)}")))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FORMATS), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12)), min_size=1, max_size=8))
def test_bytes_changed_anywhere_are_read_or_refused_and_never_raise(tmp_path: Path, called: str, changes: list[tuple[float, int, bytes]]) -> None:
    data = FILES[called]
    for share, taken, put in changes:
        at = int(share * len(data))
        data = data[:at] + put + data[at + taken :]
    sound(read(written(tmp_path, called, data)))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FORMATS), st.binary(max_size=300))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path: Path, called: str, data: bytes) -> None:
    sound(read(written(tmp_path, called, FILES[called][:12] + data)))
    sound(read(written(tmp_path, called, data)))


BROKEN = ("Un titre", "", "2021-03-04")


@pytest.mark.parametrize("make", [samples.jsonl, samples.table, samples.parquet, samples.rss, samples.atom, samples.json_feed, samples.warc])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_of_many_records_none_vanishes_and_one_that_is_broken_is_refused_alone(tmp_path: Path, make: samples.Maker, at: int) -> None:
    articles = [*samples.ARTICLES[:at], BROKEN if make is not samples.warc else ("", "", ""), *samples.ARTICLES[at:]]
    (tmp_path / "a").write_bytes(make(articles))
    found = read(tmp_path / "a")
    sound(found)
    assert [isinstance(item, Rejected) for item in found] == [number == at for number in range(4)]
    refused = found[at]
    assert isinstance(refused, Rejected)
    assert refused.origin.startswith(f"{tmp_path / 'a'}:")


@pytest.mark.parametrize(
    ("called", "module", "extra"), [("parquet", "duckdb", "tables"), ("warc", "fastwarc.warc", "archives"), ("pdf", "pypdf", "pdf")]
)
def test_a_library_that_is_not_installed_is_named_with_how_to_get_it(
    tmp_path: Path, called: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (refused,) = read(written(tmp_path, called))
    assert isinstance(refused, Rejected)
    assert module.partition(".")[0] in refused.reason
    assert refused.hint == f"pip install 'chancery[{extra}]'"
