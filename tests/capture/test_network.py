"""Addresses: what is fetched, what is refused, and what is never asked for; against a server of our own."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import samples

from chancery.capture import Source, capture
from chancery.capture.network.leave import _robots, check
from chancery.edtf import Edtf
from chancery.errors import ReadError, Rejected
from chancery.settings import Network, Settings

QUICK = Settings(network=Network(wait_seconds=0.4, whole_seconds=1.2, pause_seconds=0))
HTML = {"Content-Type": "text/html; charset=utf-8", "Date": "Wed, 14 Apr 2021 23:10:00 GMT"}
Route = Callable[[BaseHTTPRequestHandler], None]


def sends(body: bytes, status: int = 200, **headers: str) -> Route:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response_only(status)
        for name, value in {**HTML, "Content-Length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def redirects(to: str) -> Route:
    return sends(b"", 302, Location=to)


def never(request: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def drips(request: BaseHTTPRequestHandler) -> None:
    request.send_response_only(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    with suppress(OSError):
        for _ in range(40):
            request.wfile.write(b"<p>mot ")
            request.wfile.flush()
            time.sleep(0.1)


class Site:
    """A server that answers by its routes, and remembers what it was asked, and by whom."""

    def __init__(self, routes: dict[str, Route]) -> None:
        self.asked: list[str] = []
        self.agents: set[str] = set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                routes.get(self.path, sends(b"", 404))(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def __truediv__(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"


@contextmanager
def site(routes: dict[str, Route]) -> Iterator[Site]:
    served = Site(routes)
    threading.Thread(target=served.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield served
    finally:
        served.server.shutdown()
        served.server.server_close()


def read(address: str | Path, settings: Settings = QUICK) -> list[Source | Rejected]:
    return list(capture([address], settings))


def test_a_page_is_fetched_with_its_address_and_the_day() -> None:
    with site({"/2021/pont.html": sends(samples.page())}) as served:
        (source,) = read(served / "2021/pont.html#fin")
    assert isinstance(source, Source)
    assert (source.id, source.text.split("\n")[0]) == (f"127.0.0.1:{served.port}/2021/pont", samples.ARTICLES[0][0])
    assert (source.metadata.url, source.metadata.published, source.metadata.seen) == (
        served / "2021/pont.html#fin",
        Edtf("2021-03-04"),
        Edtf("2021-04-14"),
    )
    assert served.asked == ["/robots.txt", "/2021/pont.html"]
    (agent,) = served.agents
    assert agent.startswith("chancery/")


def test_the_encoding_that_the_server_names_goes_before_the_page_s_own() -> None:
    body = '<html><head><meta charset="utf-8"></head><body><p>Été à Genève – fin'.encode("cp1252")
    with site({"/a": sends(body, Content_Type="text/html; charset=ISO-8859-1")}) as served:
        (source,) = read(served / "a")
    assert isinstance(source, Source)
    assert source.text == "Été à Genève – fin"


def test_a_feed_is_fetched_and_its_pages_only_where_that_is_asked_for(tmp_path: Path) -> None:
    with site({"/1": sends(samples.page()), "/2": sends(b"", 404)}) as served:
        feed = samples.rss(samples.ARTICLES[:2], enclosed=False).replace(b"https://pli.example/0", (served / "1").encode())
        feed = feed.replace(b"https://pli.example/1", (served / "2").encode())
        with site({"/fil": sends(feed, Content_Type="application/rss+xml"), "/1": sends(samples.page())}) as feeds:
            plain = read(feeds / "fil")
            assert [item.reason for item in plain if isinstance(item, Rejected)] == ["the entry encloses no text"] * 2
            assert not served.asked
            follow = replace(QUICK, network=replace(QUICK.network, follow=True))
            followed = read(feeds / "fil", follow)
        assert [type(item) for item in followed] == [Source, Rejected]
        assert isinstance(followed[0], Source)
        assert (followed[0].id, followed[0].metadata.author) == ("pli:0", "Ada Morel")
        assert "404" in getattr(followed[1], "reason", "")
        (tmp_path / "fil.xml").write_bytes(feed)
        away = read(tmp_path / "fil.xml", follow)
        assert {getattr(item, "reason", "") for item in away} == {"the link leads into a private network"}


REFUSED: dict[str, tuple[dict[str, Route], str]] = {
    "a redirect loop": ({"/a": redirects("/b"), "/b": redirects("/a")}, "in a circle"),
    "a page that redirects to itself": ({"/a": redirects("/a")}, "in a circle"),
    "redirects without end": ({f"/{'a' * number}": redirects(f"/{'a' * (number + 1)}") for number in range(1, 20)}, "more than 5 times"),
    "a redirect to a file": ({"/a": redirects("file:///etc/hostname")}, "no address of the web"),
    "a redirect into nowhere": ({"/a": redirects("http://[")}, "no address of the web"),
    "a server that never answers": ({"/a": never}, "did not answer within 0.4 seconds"),
    "a server that drips": ({"/a": drips}, "takes too long"),
    "not there": ({}, "answers 404"),
    "an error of the server": ({"/a": sends(b"<p>x", 500)}, "answers 500"),
    "no text": ({"/a": sends(b"")}, "empty"),
    "too large": ({"/a": sends(b"mot " * 20_000)}, "larger than"),
    "a bomb": ({"/a": sends(gzip.compress(b"mot " * 2_000_000), Content_Encoding="gzip")}, "larger than"),
    "gzip that is none": ({"/a": sends(b"<p>mot", Content_Encoding="gzip")}, "cannot be fetched"),
    "robots.txt forbids it": ({"/robots.txt": sends(b"User-agent: *\nDisallow: /"), "/a": sends(samples.page())}, "robots.txt"),
    "robots.txt by a pattern": ({"/robots.txt": sends(b"User-agent: *\nDisallow: /*a$"), "/a": sends(samples.page())}, "robots.txt"),
    "robots.txt asks for an hour between": ({"/robots.txt": sends(b"User-agent: *\nCrawl-delay: 3600"), "/a": sends(samples.page())}, "robots.txt"),
    "robots.txt cannot be had": ({"/robots.txt": sends(b"", 503), "/a": sends(samples.page())}, "robots.txt"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_had_is_refused_with_the_reason_and_in_time(case: str) -> None:
    routes, reason = REFUSED[case]
    begun = time.monotonic()
    with site(routes) as served:
        (refused,) = read(served / "a", replace(QUICK, largest_bytes=5000))
    assert isinstance(refused, Rejected), case
    assert reason in refused.reason
    assert refused.origin.startswith("http")
    assert time.monotonic() - begun < 10
    assert "/a" not in served.asked or "robots" not in case


def test_a_redirect_is_followed_and_the_address_is_where_the_page_was_found() -> None:
    with site({"/a": redirects("/b"), "/b": sends(samples.page())}) as served:
        (source,) = read(served / "a")
    assert isinstance(source, Source)
    assert source.metadata.url == served / "b"


def test_robots_txt_is_asked_for_once_and_its_pause_is_kept() -> None:
    routes = {"/robots.txt": sends(b"User-agent: *\nCrawl-delay: 0.3\nDisallow: /prive"), "/a": sends(samples.page()), "/b": sends(samples.page())}
    with site(routes) as served:
        begun = time.monotonic()
        found = list(capture([served / "a", served / "b", served / "prive"], QUICK))
    assert [type(item) for item in found].count(Source) == 2
    assert served.asked == ["/robots.txt", "/a", "/b"]
    assert time.monotonic() - begun >= 0.3


@pytest.mark.parametrize("address", ["ftp://pli.example/", "http://", "http://[::1", "http://pli.example:99999/"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ReadError, match="no address"):
        check(address, None)


@pytest.mark.parametrize(("address", "named", "stopped"), [
    ("http://127.0.0.1/", None, False),
    ("http://127.0.0.1/", "http://127.0.0.1/a", False),
    ("http://127.0.0.1/", "http://192.0.2.1/", True),
    ("http://[::1]/", "http://192.0.2.1/", True),
    ("http://169.254.169.254/latest", "feed.xml:1", True),
    ("http://10.0.0.1/", "http://192.0.2.1/", True),
    ("http://8.8.8.8/", "http://192.0.2.1/", False),
])  # fmt: skip
def test_no_way_leads_from_the_open_web_into_a_private_network(address: str, named: str | None, stopped: bool) -> None:
    if stopped:
        with pytest.raises(ReadError, match="private network"):
            check(address, named)
    else:
        check(address, named)


def test_a_server_that_is_not_there() -> None:
    with site({}) as served:
        pass
    _robots.cache_clear()
    (refused,) = read(served / "a")
    assert isinstance(refused, Rejected)
