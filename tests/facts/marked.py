"""Analyses of marked-up lines, so that tests of facts do not hang on how names, times and speech are found.

`[Paris](FRA)` is a place with its actor, `[Lina Berg](person:Lina Berg+SWE)` a person and the side she acts for, `[Otan](ORG NATO)` a body,
`{lundi}(2021-04-12)` words of time (with `by`, `before`, `from` before the value: a bound), `<<...>>(person:Lina Berg+SWE)` what somebody says
(with a class of cue behind the actors: `<<...>>(RUS ~warn)`).
"""

import re
from dataclasses import dataclass, field
from typing import Any

from chancery.analysis import Analysis, Mention, TimeExpression
from chancery.analysis.analysis import MentionType
from chancery.analysis.syntax import parse
from chancery.capture.source import Source
from chancery.clean.document import Block, Document, Published
from chancery.edtf import Edtf
from chancery.facts.fact import Statement
from chancery.languages import pack_for
from chancery.span import Span

PUBLISHED = Edtf("2021-04-14")
NAME = r"\[(?P<name>[^\]]+)\]\((?P<actor>[^)]+)\)"
TIME = r"\{(?P<time>[^}]+)\}\((?P<value>[^)]+)\)"
MARK = re.compile(rf"{NAME}|{TIME}|<<|>>\((?P<speaker>[^)]+)\)")


@dataclass
class Text:
    """A text as it grows, with what its marks say."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)
    open: int = 0

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def read(*lines: str) -> tuple[Analysis, tuple[Statement, ...]]:
    """The analysis of lines as blocks of one document, and what is said in it."""
    made, blocks = Text(), []
    for line in lines:
        start = len(made.text)
        _mark(line, made)
        blocks.append(Span(start, len(made.text)))
        made.add("\n\n")
    source = Source("cases", "cases", made.text)
    document = Document(source, tuple(Block(span, "body") for span in blocks), "fr", Published(PUBLISHED, "given"))
    sentences = parse(document, pack_for("fr").pipeline())
    return Analysis(document, sentences, tuple(made.mentions), (), tuple(made.times)), tuple(made.said)


def _mark(line: str, made: Text) -> None:
    done = 0
    for mark in MARK.finditer(line):
        made.add(line[done : mark.start()])
        done = mark.end()
        if mark["name"]:
            made.mentions.append(_mention(made.add(mark["name"]), mark["actor"]))
        elif mark["time"]:
            made.times.append(_time(made.add(mark["time"]), mark["value"]))
        elif mark["speaker"]:
            who, _, kind = mark["speaker"].partition(" ~")
            actors = tuple(who.split("+"))
            words = Span(made.open, len(made.text))
            speaker = actors[0].removeprefix("person:")
            made.said.append(
                Statement(
                    document="cases", evidence=words, type="direct", speaker=speaker, speaker_actors=actors, time=PUBLISHED, cue_class=kind or None
                )
            )
        else:
            made.open = len(made.text)
    made.add(line[done:])


def _mention(span: Span, written: str) -> Mention:
    kind: MentionType = "PER" if written.startswith("person:") else "LOC"
    if written.startswith("ORG "):
        kind, written = "ORG", written.removeprefix("ORG ")
    actor, *sides = written.split("+")
    return Mention(span, kind, actor if actor != "-" else None, tuple(sides))


def _time(span: Span, written: str) -> TimeExpression:
    first, _, rest = written.partition(" ")
    bound: Any = first if rest else None
    value = rest if bound else written
    return TimeExpression(span, value, Edtf.parse(value), bound)
