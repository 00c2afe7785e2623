"""Readings made by hand: a press of short lines that `told` reads without any parser.

    Anna Roy dit : nous resterons           a statement
    USA promet : partir avant 2021-09-11    a commitment
    USA compte : 2500 soldats à Kaboul      a figure
    USA rencontre : RUS le 2021-04-14       an event
    FRA refuse : la base                    a position
    NATO se réunit : FRA DEU le 2021-04-14  a meeting

A line `langue inconnue` refuses the text.
"""

import re

from chancery.analysis import Mention, TimeExpression
from chancery.capture import Metadata, Source
from chancery.clean import Block, Credit, Document, Published
from chancery.edtf import Edtf
from chancery.errors import Rejected
from chancery.facts import Commitment, Event, Fact, Figure, Meeting, Position, Statement
from chancery.record import Reading
from chancery.settings import Settings
from chancery.span import Span

LINE = re.compile(r"^(?P<who>[^:\n]+?) (?P<verb>dit|promet|compte|rencontre|refuse|se réunit) : (?P<rest>.+)$", re.MULTILINE)


def source(id: str, text: str, published: str | None = None, outlet: str | None = None) -> Source:  # noqa: A002
    return Source(id, f"{id}.txt", text, metadata=Metadata(Edtf.parse(published) if published else None, outlet=outlet))


def told(given: Source | Rejected, settings: Settings | None = None) -> Reading | Rejected:
    """What the lines of a source say, in the place of `pipeline.read`."""
    if isinstance(given, Rejected):
        return given
    if "langue inconnue" in given.text:
        return Rejected(given.origin, "no language pack reads this text")
    known = given.metadata.published
    published = Published(known, "given") if known else None
    agency = "AFP" if "(AFP)" in given.text else None
    document = Document(given, (Block(Span(0, len(given.text)), "body"),), "fr", published, Credit(agency=agency, outlet=given.metadata.outlet))
    facts = tuple(fact_of(given.id, match) for match in LINE.finditer(given.text))
    mentions = tuple(Mention(Span(*match.span("who")), "PER", match["who"], ("USA",)) for match in LINE.finditer(given.text))
    times = tuple(TimeExpression(Span(*day.span()), day[0], Edtf(day[0])) for day in re.finditer(r"\d{4}-\d\d-\d\d", given.text))
    return Reading(document, mentions, times, facts)


def fact_of(document: str, match: re.Match[str]) -> Fact:
    who, rest, whole = match["who"], match["rest"], Span(*match.span())
    match match["verb"]:
        case "dit":
            person = (f"person:{who}", "USA") if " " in who else (who,)
            words, speaker = Span(*match.span("rest")), Span(*match.span("who"))
            return Statement(document=document, evidence=words, type="direct", speaker=who, speaker_actors=person, speaker_span=speaker, cue="dit")
        case "promet":
            what, word, day = re.fullmatch(r"(.*?)(?: (avant|dès) (\S+))?", rest).groups()  # type: ignore[union-attr]
            start, deadline = Edtf(day) if word == "dès" else None, Edtf(day) if day else None
            return Commitment(document=document, evidence=whole, who=(who,), what=what, type="pledge", start=start, deadline=deadline)
        case "compte":
            count, what, _, where, *day = rest.split()
            time = Edtf(day[-1]) if day else None
            return Figure(document=document, evidence=whole, time=time, value=float(count), unit="personnes", what=what, who=(who,), where=where)
        case "rencontre":
            whom, _, day = rest.partition(" le ")
            return Event(document=document, evidence=whole, time=Edtf(day) if day else None, type="CONSULT", agents=(who,), targets=(whom,))
        case "refuse":
            issue, _, whom = rest.partition(" de ")
            return Position(document=document, evidence=whole, holders=(who,), stance="refuse", issue=issue, towards=(whom,) if whom else ())
        case _:
            present, _, day = rest.partition(" le ")
            return Meeting(document=document, evidence=whole, time=Edtf(day) if day else None, body=who, participants=tuple(present.split()))


PRESS = (
    source("avril", "Anna Roy dit : nous quitterons Kaboul à l'été\nUSA promet : partir avant 2021-09-11\n", "2021-04-14", "Le Pli"),
    source("mai", "Igor Brun dit : l'Élysée se trompe\nUSA compte : 2500 soldats à Kaboul le 2021-05-01\n", "2021-05-02", "La Cote"),
    source("juin", "USA rencontre : RUS le 2021-06-16\nFRA refuse : la base\nNATO se réunit : FRA DEU le 2021-06-14\n", "2021-06-17"),
    source("copie", "USA rencontre : RUS le 2021-06-16\nUSA compte : 3500 soldats à Kaboul le 2021-05-01\n", "2021-06-18", "Le Pli"),
    source("sans-date", "Anna Roy dit : rien n'est décidé\n"),
)
