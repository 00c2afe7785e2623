"""What speaks for and against a statement having been read rightly: signals that a model can weigh, none of which names a word."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from chancery.analysis import Mention, Reference
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.facts.context import Context
from chancery.facts.fact import Statement
from chancery.register import fold

PERSON = "person:"
PRONOUNS = ("masculine", "feminine", "cited")
"""The pack's lists of those that may speak."""
FAR = 600
"""Code points: about a paragraph."""
ENDS = ',.;:!?…»"”\n)-–—'
"""Signs that well-cut words end before."""


class Signals:
    """The signals of one document's statements; built once."""

    def __init__(self, context: Context, said: tuple[Statement, ...]) -> None:
        self._context = context
        self._text = context.text
        self._lexicon = lexicon_of(context.pack)
        self._pronouns = frozenset[str]().union(*(self._lexicon.sets[f"pronouns.{kind}"] for kind in PRONOUNS))
        both: list[Mention | Reference] = [*context.analysis.mentions, *context.analysis.references]
        self._likely = {item.span: item.likely for item in context.analysis.references if item.actor and item.likely is not None}
        self._people = sorted((item.span.start, item.actor) for item in both if item.actor and item.actor.startswith(PERSON))
        self._quoted = [bool(context.quote_at(place)) for place, _ in self._people]
        self._namings = Counter(actor for _, actor in self._people)
        self._starts = [sentence.span.start for sentence in context.analysis.sentences]
        self._before: dict[str, Statement | None] = {}
        self._inside: set[str] = set()
        last: Statement | None = None
        reach = 0
        for statement in sorted(said, key=lambda one: (one.evidence.start, -one.evidence.end)):
            self._before[statement.id] = last
            if statement.evidence.end <= reach:
                self._inside.add(statement.id)
            last, reach = statement, max(reach, statement.evidence.end)

    def of(self, statement: Statement) -> dict[str, float]:
        """The signals by name; one that is absent is zero, and none is above 3."""
        found = dict.fromkeys(self._kinds(statement), 1.0)
        parts = (self._words(statement), self._place(statement), self._bonds(statement), self._rivals(statement))
        found |= {name: value for part in parts for name, value in part if value}
        return found

    def _kinds(self, statement: Statement) -> Iterator[str]:
        named = self._named(statement)
        yield f"type {statement.type}"
        yield f"by {named}"
        if named in ("nobody known", "pronoun for others"):
            yield f"open: {self._open(statement)}"
        yield f"{statement.type} by {named}"
        yield f"cue {statement.cue_class}" if statement.cue_class else "no cue"

    def _named(self, statement: Statement) -> str:
        """How the text calls the speaker: by name, by a role that is somebody's or nobody's, by pronoun, not at all."""
        if statement.anonymous:
            return "hidden"
        if statement.speaker_span is None:
            return "carried"
        words = statement.speaker_span.of(self._text)
        person = any(actor.startswith(PERSON) for actor in statement.speaker_actors)
        if fold(words) in self._pronouns:
            return "pronoun" if person else "pronoun for a body" if statement.speaker_actors else "pronoun for others"
        if not person:
            return "body" if statement.speaker_actors else "nobody known"
        return "name" if (statement.speaker or "").split()[-1] in words else "role"

    def _open(self, statement: Statement) -> str:
        """How a speaker stands there whom nothing names: one or many, definite or not, with a name in the words or none."""
        words = self._context.words(statement.speaker_span) if statement.speaker_span is not None else []
        head = next((word for word in words if word.head not in words), None)
        if head is None:
            return "no words"
        if head.morph.get("Number") == "Plur":
            return "many"
        article = head.child("det")
        definite = article is not None and (article.morph.get("Definite") == "Def" or article.morph.get("PronType") in ("Dem", "Prs"))
        named = any(word.pos == "PROPN" for word in words)
        whose = head.child("nmod", "amod", "acl") is not None
        people = self._lexicon.calling(head.text) in self._lexicon.people
        return f"{'the' if definite else 'a'} {'person' if people else 'thing'}{' of a name' if named else ' so called' if whose else ''}"

    def _words(self, statement: Statement) -> Iterator[tuple[str, float]]:
        words, after = statement.evidence.of(self._text), self._text[statement.evidence.end : statement.evidence.end + 1]
        first = bisect_right(self._starts, statement.evidence.start)
        crossed = bisect_left(self._starts, statement.evidence.end) - first
        yield "length", min(len(words), 600) / 300
        yield "very short", float(len(words) < 15)
        yield "very long", float(len(words) > 350)
        yield "line end inside", float("\n" in words)
        yield "sentences crossed", float(crossed > 0 and statement.type in ("indirect", "mixed"))
        yield "mark unpaired", float(words.count('"') % 2 and statement.type in ("indirect", "mixed"))
        opened = self._context.quote_at(statement.evidence.start)
        yield "scrap", float(statement.type == "mixed" and opened is not None and statement.evidence.end <= opened.outer.end)
        yield "ends before a mark", float(after in ENDS)
        yield "begins small", float(words[:1].islower() and statement.type == "direct")
        yield "commas", min(3.0, words.count(",") / 2) if statement.type != "direct" else 0.0

    def _place(self, statement: Statement) -> Iterator[tuple[str, float]]:
        name, span = statement.speaker or "", statement.speaker_span
        yield "speaker of several words", float(" " in name)
        yield "speaker without capital", float(name[:1].islower())
        yield "long speaker", min(len(name), 90) / 30
        if span is not None:
            apart = max(statement.evidence.start - span.end, span.start - statement.evidence.end, 0)
            yield "far from its speaker", min(apart, 450) / 150
            yield "speaker ahead", float(span.end <= statement.evidence.start)

    def _bonds(self, statement: Statement) -> Iterator[tuple[str, float]]:
        """How the words hang together with their speaker, or with what was said before where none is named."""
        words, speaker = statement.evidence, statement.speaker_span
        yield "inside another", float(statement.id in self._inside)
        if speaker is not None:
            yield "speaker inside", float(words.contains(speaker))
            told = self._context.words(speaker)
            head = next((word.head for word in told if word.head not in told), None)
            yield f"{statement.type} on {head.dep.partition(':')[0] if head is not None else 'nothing'}", 1.0
        elif (before := self._before.get(statement.id)) is not None:
            since = (before.evidence.end, words.start)
            people = bisect_left(self._people, (since[1], "")) - bisect_left(self._people, (since[0], ""))
            yield "gap", min(3.0, max(0.0, (since[1] - since[0]) / 100))
            yield "people in the gap", min(3.0, max(0.0, float(people)))
            yield "line end in the gap", float("\n" in self._text[since[0] : since[1]])

    def _rivals(self, statement: Statement) -> Iterator[tuple[str, float]]:
        """Who else could be meant, where the speaker is not named in place."""
        person = next((actor for actor in statement.speaker_actors if actor.startswith(PERSON)), None)
        before = self._before.get(statement.id)
        yield "same speaker as before", float(before is not None and before.speaker == statement.speaker)
        if statement.speaker_span is None or person is None or self._named(statement) not in ("pronoun", "role"):
            return
        place = statement.speaker_span.start
        around = range(bisect_right(self._people, (place - FAR, "")), bisect_left(self._people, (place, "")))
        near = [self._people[index][1] for index in around if not self._quoted[index]]
        others = {actor for actor in near if actor != person}
        likely = self._likely.get(statement.speaker_span)
        yield "weighed", float(likely is not None)
        yield "how likely", min(3.0, -math.log(1.001 - likely)) if likely is not None else 0.0
        yield "not named nearby", float(person not in near)
        yield "rivals", min(3.0, float(len(others)))
        yield "a rival named last", float(bool(near) and near[-1] != person)
        yield "share of namings", near.count(person) / len(near) if near else 0.0
        yield "main person", float(self._namings[person] > len(self._people) / 2)
        gender = self._lexicon.person_gender(statement.speaker or "")
        yield "gender known", float(bool(gender))
        rivals = {self._lexicon.person_gender(actor.removeprefix(PERSON)) for actor in others}
        yield "rivals of that gender", float(bool(gender) and gender in rivals)
        yield "rivals of gender unknown", float("" in rivals)
