"""Whom a pronoun could stand for, and what speaks for and against each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chancery.analysis.actors.met import BESIDE, Met, inverted_verb, is_person, next_verb
from chancery.analysis.actors.ranking import NOBODY, Candidate
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token

FARTHEST = 4
"""Sentences back beyond which all is equally far."""
AHEAD = 12
"""Words between a quotation and a pronoun that says whose it is."""
OBJECTS = ("obj", "iobj", "obl", "obl:arg")
MARKS = ('"', "«", "»")
OFTEN = (1, 2, 4)
"""Someone met more often than so many times counts for more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun that stands for someone or something."""

    place: int
    sentence: int
    gender: str
    plural: bool
    verb: Token
    speaks: bool
    """Whether it says who speaks: `a-t-il dit`, `selon elle`."""
    manner: str
    """`inset` in an inverted clause of speech, `cited` behind a preposition, `speaks` before a verb of speech, else `quoted` or `told`."""
    quoted: bool

    @classmethod
    def at(cls, scene: Scene, place: int) -> "Asked":
        """The pronoun at this place of the row."""
        row, token = scene.row, scene.row[place]
        inset = token.text.startswith("-")
        verb = token.head if token.head is not token else next_verb(scene, place)
        if inset and not scene.lexicon.speaks(verb):
            verb = inverted_verb(scene, place)
        cited = place > 0 and scene.has("pronouns.sources", row[place - 1].text)
        passive = verb.child("aux:pass") is not None and verb.child("obj") is None
        speaks = (cited or (scene.lexicon.speaks(verb) and not passive)) and (inset or not scene.quoted[place])
        quoted = scene.quoted[place] and not speaks  # `a-t-il dit` is the teller's even where the marks enclose it
        manner = "cited" if cited else "inset" if inset and speaks else "speaks" if speaks else "quoted" if quoted else "told"
        gender = "f" if scene.has("pronouns.feminine", token.text) else "m"
        return cls(place, scene.sentence_of[place], gender, scene.has("pronouns.plural", token.text), verb, speaks, manner, quoted)


def candidates(scene: Scene, asked: Asked, before: Sequence[Met]) -> list[Candidate]:
    """All of that gender and number that were met before, each once, and nobody last; nobody alone where no person is among them."""
    fitting: dict[object, list[Met]] = {}
    objects = _objects(scene, asked)
    for met in before:
        if met.plural == asked.plural and met.gender in ("", asked.gender) and met.actor not in objects:
            fitting.setdefault((met.actor, met.sides if met.actor is None else ()) if met.known else met.place, []).append(met)
    if not any(mets[0].kind == "person" for mets in fitting.values()):
        return [Candidate(NOBODY, ())]  # bodies are found by rule
    signs = _Signs(scene, asked, before, list(fitting.values()))
    found = [Candidate(mets[0].kind, tuple(signs.of(mets)), mets[0].actor, mets[0].sides) for mets in fitting.values()]
    return [*found, Candidate(NOBODY, tuple(signs.of_nobody()))]


def _objects(scene: Scene, asked: Asked) -> frozenset[str | None]:
    """Who is named as what the verb governs: its subject pronoun does not mean them (principle B of binding theory; Chomsky 1981)."""
    if asked.manner == "inset":
        return frozenset()
    names = (scene.starting.get(index) for index in range(asked.place + 1, scene.after_sentence(asked.place)))
    return frozenset(name.actor for name in names if name is not None and name.actor and _governs(asked.verb, scene.row[name.first]))


def _governs(verb: Token, token: Token) -> bool:
    """Whether the token is an object of the verb, by itself or as the name of one: `a reçu |Anna Roy|`, `a reçu la ministre |Anna Roy|`."""
    while token.dep.partition(":")[0] in BESIDE and token.head is not token and token.child("case") is None:
        token = token.head
    return token.head is verb and token.dep in OBJECTS


class _Signs:
    """What speaks for and against each of those met before one pronoun."""

    def __init__(self, scene: Scene, asked: Asked, before: Sequence[Met], fitting: list[list[Met]]) -> None:
        self._scene, self._asked = scene, asked
        self._own = self._own_words()
        told = [met for met in before if not met.quoted]
        alike = [met for met in before if met.subject and met.quoted == asked.quoted]
        self._speaker = next((met for met in reversed(told) if met.spoke), None)
        self._topic = next((met for met in told if met.subject and met.sentence == asked.sentence - 1), None)
        self._here = next((met for met in reversed(alike) if met.sentence == asked.sentence), None)
        self._people = [met for met in alike if is_person(met) or met.human]
        subjects = [subject for mets in fitting if (subject := self._subject(mets)) is not None]
        self._latest = max(subjects, key=lambda met: met.place, default=None)
        self._starts = asked.place - scene.first_of_sentence(asked.place) <= 1 or scene.row[asked.place - 1].text in MARKS

    def of(self, mets: list[Met]) -> Iterator[str]:
        """The signs of one of them, from all the times that they were met."""
        elsewhere = [met for met in mets if met.spoke or met.place not in self._own]
        last, subject, kind = (elsewhere or mets)[-1], self._subject(mets), mets[0].kind
        yield kind
        yield f"{'subject' if last.subject else 'other'} {self._back(last)}"
        yield f"subject before {self._back(subject) if subject is not None else 'never'}"
        yield "quoted" if last.quoted else "unquoted"
        yield f"between {self._between(subject or last, mets[0].actor)}"
        yield from (f"met over {times}" for times in OFTEN if mets[0].known and len(mets) > times)
        if kind != "thing":
            yield f"{kind} of {'known' if last.gender else 'unknown'} gender"
        if subject is not None and subject is self._latest:
            yield "latest subject"
        if self._speaker is not None and any(met is self._speaker for met in mets):
            yield "last speaker" if mets[0].known else "nameless last speaker"
        if self._topic is not None and any(met is self._topic for met in mets):
            yield f"topic{' at once' if self._starts else ''}"
        if self._here is not None and any(met is self._here for met in mets):
            yield "latest here"
        if len(elsewhere) < len(mets):
            yield "in own words"
        if last.pronoun:
            yield "pronoun"
        if self._dislocated(last):
            yield "dislocated"

    def of_nobody(self) -> Iterator[str]:
        """The signs that the pronoun stands for nobody who was met."""
        verb, word = self._asked.verb, self._scene.row[self._asked.place].text.lower().removeprefix("-t").removeprefix("-")
        yield NOBODY
        yield f"nobody {word}"
        for relation in ("cop", "obj", "aux:pass"):
            if verb.child(relation) is not None:
                yield f"nobody {relation}"
        if verb.child("ccomp", "csubj") is not None:
            yield "nobody clause"
        if self._starts:
            yield "nobody starts"
        if self._scene.has("pronouns.often_impersonal", verb.lemma):
            yield "nobody verb"

    def _back(self, met: Met) -> int:
        return min(self._asked.sentence - met.sentence, FARTHEST)

    def _subject(self, mets: list[Met]) -> Met | None:
        """Where they were last a subject, outside the words that the pronoun says."""
        unquoted = self._asked.manner != "quoted"
        subjects = (met for met in reversed(mets) if met.subject and not (unquoted and met.quoted))
        return next((met for met in subjects if met.spoke or met.place not in self._own), None)

    def _between(self, since: Met, actor: str | None) -> int:
        """How many other people were a subject since, two at most."""
        others: set[object] = set()
        for met in reversed(self._people):
            if met.place <= since.place or len(others) > 1:
                break
            if met.actor is None or met.actor != actor:
                others.add(met.actor or met.place)
        return len(others)

    def _dislocated(self, met: Met) -> bool:
        """Whether the pronoun takes up what stands right before it: `Paul Roy, |il| refuse`."""
        between = self._scene.row[met.place + 1 : self._asked.place]
        return 0 < len(between) <= FARTHEST and between[-1].text == "," and all(token.pos not in ("VERB", "AUX") for token in between)

    def _own_words(self) -> range:
        """The quotation before a pronoun that says who speaks: whoever is told of in it is another."""
        scene, last = self._scene, self._asked.place - 1
        nearest = max(0, last - AHEAD)
        while last > nearest and not scene.quoted[last]:
            last -= 1
        if not self._asked.speaks or not scene.quoted[last]:
            return range(0)
        first = last
        while first > 0 and (scene.quoted[first - 1] or scene.row[first - 1].text in MARKS):
            first -= 1
        return range(first, last + 1)
