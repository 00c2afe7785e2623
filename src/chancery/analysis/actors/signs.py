"""What speaks for and against each of those whom a pronoun could stand for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import GLUED, Met, is_person, is_voice
from chancery.analysis.actors.ranking import NOBODY
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.settled import first_subject

FARTHEST = 4
"""Sentences back beyond which all is equally far."""
AHEAD = 12
"""Words between a quotation and a pronoun that says whose it is."""
MARKS = ('"', "«", "»")
ROLES = frozenset(("nsubj", "obj", "obl", "nmod", "conj", "appos", "flat", "xcomp"))
"""Relations to the words around that tell whether someone will be taken up."""
OFTEN = (1, 2, 4)
"""Someone met more often than so many times counts for more."""
PARAGRAPH = 1500
"""Signs back over which the beginning of a paragraph is looked for."""
TURNS = 2
"""How often someone spoke, above which it makes no difference."""
TAKEN = {"person": 0, "human": 0, "group": 0, "body": 1, "thing": 2}
"""Where `Takes.leanings` has how much a verb leans to subjects of a kind."""
STEP, LEAST, MOST = 0.5, -4, 3
"""By what steps such a leaning is told, and how many of them at least and at most."""
AGAIN = 3
"""How often a noun was met, above which it makes no difference."""


class Signs:
    """What speaks for and against each of those met before one pronoun."""

    def __init__(self, scene: Scene, asked: Asked, before: Sequence[Met], fitting: list[list[Met]], spoken: Mapping[str, int]) -> None:
        """`spoken` tells how often each actor spoke so far."""
        self._scene, self._asked, self._spoken = scene, asked, spoken
        self._most = max(spoken.values(), default=0)
        self._own = self._own_words()
        self._origin = self._own.start if self._own else asked.place
        self._sentence = scene.sentence_of[self._origin]
        start = scene.row[self._origin].start
        text = scene.document.text[max(0, start - PARAGRAPH) : start]
        breaks = [found.end() - 1 for found in GLUED.finditer(text)]
        self._paragraph = start - len(text) + max(text.rfind("\n"), breaks[-1] if breaks else 0)
        unquoted = [met for met in before if not met.quoted]
        alike = [met for met in before if met.subject and met.quoted == asked.quoted]
        self._speaker = next((met for met in reversed(unquoted) if met.spoke), None)
        self._topic = next((met for met in unquoted if met.subject and met.sentence == self._sentence - 1), None)
        self._here = next((met for met in reversed(alike) if met.sentence == self._sentence), None)
        self._people = [met for met in alike if is_person(met) or met.human]
        subjects = [subject for mets in fitting if (subject := self._subject(mets)) is not None]
        self._latest = max(subjects, key=lambda met: met.place, default=None)
        self._headlined = {name.actor for name in scene.names if scene.sentences[scene.sentence_of[name.first]].block.kind == "headline"}
        self._sole = sum(mets[0].kind in ("person", "human") for mets in fitting) == 1
        self._first = first_subject(scene, asked, before)
        self._leanings = scene.lexicon.takes.leanings(asked.verb)
        self._nouns = Counter((met.kind, scene.row[met.place].lemma) for met in before if not met.known and not met.pronoun)
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
            yield from ("last speaker",) if mets[0].known else ("nameless last speaker", f"nameless last speaker {kind}")
        if self._topic is not None and any(met is self._topic for met in mets):
            yield f"topic{' at once' if self._starts else ''}"
        if self._here is not None and any(met is self._here for met in mets):
            yield "latest here"
        if any(not met.pronoun and met.place in self._own for met in mets):
            yield "in own words"
        if last.pronoun:
            yield "pronoun"
        if self._dislocated(last):
            yield "dislocated"
        yield f"{kind} taken {self._leaning(kind)}"
        if self._first is not None:
            yield from self._at_first(mets, self._first)
        if mets[0].known and mets[0].actor is None:
            yield "of a side"
        if not last.known and not last.pronoun:
            yield from self._of_noun(last)
        if kind != "thing":
            yield from self._of_people(mets, last)

    def _at_first(self, mets: list[Met], first: Met) -> Iterator[str]:
        """The signs of whether they are the subject that a pronoun goes on with by rule."""
        if any(met is first for met in mets):
            yield "first subject"
            yield f"first subject {mets[0].kind}"
            yield f"first subject {'here' if first.sentence == self._asked.sentence else 'before'}"
        else:
            yield "not the first subject"

    def _leaning(self, kind: str) -> int:
        """By how many steps the pronoun's verb leans to subjects of the kind, or away from them."""
        return max(LEAST, min(MOST, round(self._leanings[TAKEN[kind]] / STEP)))

    def _of_noun(self, met: Met) -> Iterator[str]:
        """The signs of what only a noun tells of: how it is brought in, and how often."""
        scene, kind = self._scene, met.kind
        noun = scene.row[met.place]
        before = scene.row[met.place - 1] if met.place else noun
        this = scene.has("callings.demonstratives", before.text)
        yield f"{kind} {'this' if this else before.morph.get('Definite') or ('own' if before.morph.get('Poss') else 'bare')}"
        yield f"{kind} met {min(AGAIN, self._nouns[kind, noun.lemma])}"
        if met.spoke and kind == "thing":
            yield "thing spoke"
        if is_voice(scene, met):
            yield from (f"{kind} like a body", *((f"{kind} like a body spoke",) if met.spoke else ()))
        if noun.pos == "PROPN":
            yield f"{kind} by name"

    def _of_people(self, mets: list[Met], last: Met) -> Iterator[str]:
        """The signs of who could have spoken."""
        scene, actor = self._scene, mets[0].actor
        relation = scene.row[last.place].dep.partition(":")[0]
        if relation in ROLES:
            yield f"as {relation}"
        if mets[0].known and actor in self._headlined:
            yield "headlined"
        if self._sole:
            yield "sole"
        apart, spoke = scene.row[last.place].start < self._paragraph, self._spoken.get(actor or "", 0)
        if apart:
            yield "apart"
            yield f"apart, {'spoke' if spoke else 'silent'}"
        if spoke > 1 and spoke == self._most:
            yield "spoke most"
        yield f"spoke {min(spoke, TURNS)}"
        if last.spoke:
            yield f"spoke last {self._back(last)}"

    def of_nobody(self) -> Iterator[str]:
        """The signs that the pronoun stands for nobody who was met."""
        verb, word = self._asked.verb, self._scene.row[self._asked.place].text.lower().removeprefix("-t").removeprefix("-")
        yield NOBODY
        yield f"nobody {word}"
        yield f"nobody taken {self._leaning('thing')}"
        for relation in ("cop", "obj", "aux:pass"):
            if verb.child(relation) is not None:
                yield f"nobody {relation}"
        if verb.child("ccomp", "csubj") is not None:
            yield "nobody clause"
        if self._starts:
            yield "nobody starts"
        if self._scene.row[self._asked.place].dep.startswith("expl"):
            yield "nobody expletive"
        if self._scene.has("pronouns.often_impersonal", verb.lemma):
            yield "nobody verb"

    def _back(self, met: Met) -> int:
        return min(max(0, self._sentence - met.sentence), FARTHEST)

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
