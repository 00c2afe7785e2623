"""What speaks for and against each person whom a role without a name may mean, and for nobody who is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from chancery.analysis.actors.met import Met, is_agent, is_person, source
from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.protagonists import Protagonists
from chancery.analysis.actors.ranking import NOBODY
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title
from chancery.register import fold

FARTHEST = 4
"""Sentences back beyond which all is equally far."""
OFTEN = (1, 2, 4)
"""Someone named more often than so many times counts for more."""


@dataclass(frozen=True, slots=True)
class Held:
    """The office that a role names."""

    kinds: frozenset[str]
    former: bool
    """Held no more."""
    foreign: bool
    """Of something that the register does not know (`président du tribunal`)."""


UNHELD = Held(frozenset(), False, False)
"""A noun that names no office."""


def held_by(title: Title) -> Held:
    """The office that a role of the text names, where the words are of no other (`le chef de l'État`, not `le patron`)."""
    sure = not title.foreign and not any(role.official or not role.bare for role in title.roles)
    return Held(frozenset(kind for role in title.roles if sure for kind in role.kinds), title.former, title.foreign)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the reading so far says of a role."""

    turn: str | None
    """Who spoke last, where such a noun can mean them."""
    lead: str | None
    """Whom the headline or the first words name, for a noun that opens the text."""
    met: Sequence[Met]
    """Who was met before."""
    sides: tuple[str, ...] = ()
    """The state or body that the words say the role is of."""


class Bearing:
    """One role, and what the text before it tells of the people whom it may mean."""

    def __init__(self, scene: Scene, phrase: Phrase, held: Held, hints: Hints) -> None:
        self._scene, self._phrase, self._held, self._hints = scene, phrase, held, hints
        self._here = scene.sentence_of[phrase.noun]
        self._source = source(scene, phrase.noun)
        self.told = [one for one in hints.met if is_person(one) and not one.quoted and one.place < phrase.first]
        """The people who were met outside quotations."""
        self.acted = [one for one in self.told if one.spoke or is_agent(scene, one.place) or (one.subject and not self._is_aside(one.place))]
        """Those of them who did or said something."""
        self._spoke = [one for one in self.acted if one.spoke]
        self.intruder = self._intruder()

    @property
    def manner(self) -> str:
        """How the role stands: with or without its complements, who speaks or who acts."""
        token = self._scene.row[self._phrase.noun]
        speaks = self._source or (token.dep.startswith("nsubj") and self._scene.lexicon.speaks(token.head))
        return f"{'full' if self._phrase.about else 'bare'} {'speaks' if speaks else 'acts'}"

    @cached_property
    def governed(self) -> frozenset[str | None]:
        """Who is named in the sentence before and does not act: `Avec Anna Roy, le maire a dit`; or in what is told: `Anna part, a dit le maire`."""
        if self._source:
            before = range(self._scene.first_of_sentence(self._phrase.noun), self._phrase.first)
            apart = () if any(self._scene.quoted[place] for place in before) else self.told
            told = [one for one in apart if not self._scene.has("around.linking", self._scene.row[one.place - 1].text)]  # `le père d'|Anna Roy|`
            return frozenset(one.actor for one in told if one.sentence == self._here and not one.pronoun)
        return frozenset(one.actor for one in self.told if one.sentence == self._here and one not in self.acted and not one.pronoun)

    def last(self, actor: str) -> bool:
        """Whether it is who acted last."""
        return bool(self.acted) and self.acted[-1].actor == actor

    def of_nobody(self) -> Iterator[str]:
        """The signs that the role means nobody who is named."""
        phrase = self._phrase
        yield NOBODY
        if self.intruder:
            yield f"{NOBODY} intruder"
        if phrase.this:
            yield f"{NOBODY} this{' intruder' if self.intruder else ''}"
        if phrase.calling in self._scene.lexicon.again:
            yield f"{NOBODY} again"
        if phrase.former:
            yield f"{NOBODY} former"
        if phrase.label:
            yield f"{NOBODY} label"
        if not self.told:
            yield f"{NOBODY} met"
        if not self._spoke:
            yield f"{NOBODY} spoke"

    def turns(self, actor: str) -> Iterator[str]:
        """The signs that it is someone's turn, or not: who acted or spoke last, who since, how far back."""
        own = [one for one in self.told if one.actor == actor]
        acted = [one for one in self.acted if one.actor == actor]
        spoken = bool(self._spoke) and self._spoke[-1].actor == actor
        yield f"met {self._back(own[-1]) if own else 'never'}"
        yield f"acted {self._back(acted[-1]) if acted else 'never'}"
        yield f"between {self._between(acted[-1], actor) if acted else 'unknown'}"
        if self.last(actor):
            yield "acted last"
            if self._source:
                yield "acted last, closing"
        elif self.told and self.told[-1].actor == actor:
            yield "named last"
        if spoken:
            yield "spoke last"
            if self._scene.has("callings.answers", self._scene.row[self._phrase.noun].head.lemma):
                yield "answers"
            if self.acted[-1].actor != actor and self.acted[-1].sentence > self._spoke[-1].sentence and actor != self._hints.turn:
                yield "stale"
        if actor == self._hints.turn:
            yield "turn"
        if actor == self._hints.lead:
            yield "lead"
        topic = next((one for one in self.acted if one.sentence == self._here - 1), None)
        if topic is not None and topic.actor == actor:
            yield "topic"

    def _back(self, met: Met) -> int:
        return min(self._here - met.sentence, FARTHEST)

    def _between(self, since: Met, actor: str) -> int:
        """How many other people acted since, two at most."""
        return min(2, len({one.actor for one in self.acted if one.place > since.place and one.actor != actor}))

    def _is_aside(self, place: int) -> bool:
        """Whether the name is the subject of a relative clause: `le camp où |X| arrive`."""
        return self._scene.row[place].head.dep == "acl:relcl"

    def _intruder(self) -> bool:
        """Whether someone without a name acted since anyone with one."""
        last = self.acted[-1].place if self.acted else -1
        return any(
            one.human and one.actor is None and one.subject and not one.quoted and last < one.place < self._phrase.first for one in self._hints.met
        )


def nearness(people: Protagonists, scene: Scene, phrase: Phrase, actor: str) -> Iterator[str]:
    """The signs of where someone is named, before or behind the role, and of the words beside."""
    places, here = people.places.get(actor, ()), scene.sentence_of[phrase.noun]
    before = [place for place in places if place < phrase.noun]
    behind = [place for place in places if place >= phrase.after]
    if not before:
        yield f"to come {min(scene.sentence_of[behind[0]] - here, FARTHEST) if behind else 'never'}"
    words = people.beside(actor, here)
    if words & phrase.words:
        yield "words beside"
    if fold(scene.row[phrase.noun].text) in words:
        yield "noun beside"


def fame(people: Protagonists, phrase: Phrase, actor: str) -> Iterator[str]:
    """The signs that the text is about someone."""
    if actor in people.headlined:
        yield "headline"
    if actor in people.opening:
        yield "opening"
    if actor in people.main:
        yield "main"
    if actor == people.most:
        yield "named most"
    if actor == people.first:
        yield "named first"
    if actor == people.ahead(phrase):
        yield "ahead"
    yield from (f"named over {times}" for times in OFTEN if people.counts[actor] > times)
