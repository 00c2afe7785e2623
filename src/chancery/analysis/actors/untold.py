"""Whose an office is where its words do not say, for someone beside it of whom the register knows none: `le ministre de la Santé |Anna Roy|`."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from chancery.analysis.actors.homes import home, named_states, opening_states
from chancery.analysis.actors.lately import state_before, subject_before
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.standing import of_city
from chancery.analysis.actors.titles import Title, organ
from chancery.register import fold, public

FAR = 2
"""How many times as often the text names the state that it is mostly about."""
BACK = 4
"""Sentences back over which the state that was told of last is the office's."""


class Untold:
    """The states that one document tells of, by place."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def owner(self, title: Title) -> str | None:
        """The state that the office of a title with a name is of, as far as the text shows it; None for others than a state's.

        That of the adjective behind the words, of the one body in them, of whoever has the bearer (`son Premier ministre |Anna Roy|`), the one told
        of last, or the one that the text is about.
        """
        actor, register = title.name.actor if title.name is not None else None, self._scene.register
        if actor is None or title.owners or register.sides(actor, self._scene.on) or self._was(actor, title):
            return None
        found, known = self._owner(title), {office.partition(".")[0] for office in register.offices_of(actor)}
        return found if found in known or not known else None

    def _was(self, actor: str, title: Title) -> bool:
        """Whether the register knows that the person held such an office before, and no more on the day."""
        kinds, on = {kind for role in title.roles for kind in role.kinds}, self._scene.on
        terms = [term for term in self._scene.register.terms(actor) if term.office.rpartition(".")[2] in kinds]
        return any(on is None or not term.start or term.start <= on.value for term in terms)

    def _owner(self, title: Title) -> str | None:
        scene = self._scene
        body = organ(scene, title)
        if body is not None and body[1]:
            whole = len(body[1]) == 1 and not of_city(scene, body[0], title.after)
            return body[1][0] if whole and scene.register.is_state(body[1][0]) else None
        if not (self._is_office(title) if body is None else scene.has("untold.organs", key(scene.row[body[0]].text))):
            return None
        if (said := self._said_behind(title)) or self._died(title):
            return said
        return self._having(title) if scene.has("around.ones_own", title.determiner) else self.told(title.word, title.first)

    def _is_office(self, title: Title) -> bool:
        """Whether the words are of an office of states, and of none of their parts: `ministre de la Santé`, but not `ministre de la province`."""
        scene = self._scene
        inside, behind = range(title.word, title.after), scene.row[title.after : title.after + 1]
        words = (*scene.row[title.word : title.after], *(token for token in behind if token.pos == "ADJ"))
        if any(scene.inside[place] is not None for place in inside) or any(scene.has("untold.parts", token.lemma) for token in words):
            return False
        kinds = {kind for role in title.roles for kind in (role.marks if role.official else role.kinds)}
        minister = any(role.official and scene.has("untold.marks", mark) for role in title.roles for mark in role.marks)
        alike = any(kind == known or kind.endswith(f"_{known}") for kind in kinds for known in scene.lexicon.sets["untold.kinds"])
        return minister or (alike and not title.foreign and title.after - title.word > 1)

    def _said_behind(self, title: Title) -> str | None:
        """The state of an adjective at the end of the words, or right behind them: `la ministre de l'Intégration |danoise| Anna Roy`."""
        places = (title.after - 1, title.after) if title.name is not None and title.name.first > title.after else (title.after - 1,)
        words = (self._scene.row[place] for place in places)
        return next((state for word in words if word.pos == "ADJ" and (state := self._scene.lexicon.demonym(word.text, self._scene.register))), None)

    def _died(self, title: Title) -> bool:
        """Whether the words are told of someone's death: `l'assassinat du Premier ministre Paul Roy`."""
        place = title.first - 2
        return place >= self._scene.first_of_sentence(title.first) and self._scene.has("untold.deaths", self._scene.row[place].lemma)

    def _having(self, title: Title) -> str | None:
        """The one state that the subject before acts for or is, else that the text is about: the words say that the bearer is theirs."""
        actor = subject_before(self._scene, title.first)
        states = [side for side in self._scene.sides_of(actor) if self._scene.register.is_state(side)] if actor is not None else []
        return states[0] if len(states) == 1 else state_before(self._scene, title.first) or self._home

    def state(self, word: int, first: int, *, ours: bool = False, wide: bool = False, mostly: bool = False) -> str | None:
        """The state that words of an office are of that do not say so: the one that the text tells of there and is about, or the press's own.

        With `wide` the words are of what only states have: where the text tells of none there, or of several, it is the one that it names far more
        often than others, unless all of its people act for others. With `ours` they are of what the press mostly means at home; with `mostly` it does
        where the text tells of no other state or body. Where it names no state, but towns and parts of one other alone, they are that one's.
        """
        told = self.told(word, first)
        abroad = not {self._home, self._most} <= {None, self.own} and self._sides != {self.own}
        if told is not None and (told in (self._home, self._most) or (told == self.own and not abroad and (wide or ours))):
            return told
        if wide and told is None and self._most is not None and (not self._sides or self._most in self._sides):
            return self._most
        if told is None and not ours and self._abroad is not None and not self._states[1] and self._sides <= {self._abroad}:
            return self._abroad
        if (ours and not abroad) or (mostly and self._alone):
            return self.own
        return self._press if wide or not self._states[1] else None

    @cached_property
    def only(self) -> str | None:
        """The one state that people and bodies of the text act for, if the text opens with it."""
        return next(iter(self._sides)) if len(self._sides) == 1 and self._sides <= opening_states(self._scene) else None

    def among(self, states: Sequence[str], word: int) -> str | None:
        """Of some states the one that the text told of last, or the only one that it tells of; the first where the press's own is not meant."""
        told, named = self.told(word, word), {*self._states[1], *self._sides}
        found = [state for state in states if state in named]
        if told in states or len(found) == 1:
            return told if told in states else found[0]
        return states[0] if states[0] in found and self.own not in found else None

    def near(self, word: int) -> str | None:
        """The one state that its sentence names before this word, as a subject or with a colon behind."""
        scene, (places, states) = self._scene, self._states
        first = scene.first_of_sentence(word)
        found = set(states[bisect_left(places, scene.row[first].start) : bisect_left(places, scene.row[word].start)])
        names = [name for name in scene.names if first <= name.first < word and name.actor in found]
        return found.pop() if len(found) == 1 and any(map(self._is_told_of, names)) else None

    def _is_told_of(self, name: Named) -> bool:
        """Whether a sentence tells of whom it names here."""
        scene = self._scene
        colon = name.first == scene.first_of_sentence(name.first) and scene.row[name.after].text == ":"
        return colon or scene.head(name).dep == "nsubj"

    @property
    def own(self) -> str:
        """The press's own state."""
        return str(self._scene.lexicon.words["untold"]["press"])

    @cached_property
    def _most(self) -> str | None:
        """The state that the text names far more often than any other; none where it opens with others: it may only compare them to that one."""
        counts = Counter(self._states[1]).most_common(2)
        far = bool(counts) and counts[0][1] >= FAR * (counts[1][1] if len(counts) > 1 else 1)
        opening = (opening_states(self._scene) or self._first) if far else set[str]()
        return counts[0][0] if far and (not opening or counts[0][0] in opening) else None

    @property
    def _first(self) -> set[str]:
        """The states of the first sentence that names any."""
        places, states = self._states
        end = next((sentence.span.end for sentence in self._scene.sentences if places and places[0] < sentence.span.end), 0)
        return set(states[: bisect_left(places, end)])

    @cached_property
    def _sides(self) -> set[str]:
        """The states that people and bodies of the text act for."""
        scene = self._scene
        sides = {side for person in scene.people for side in scene.sides_of(person)} | {side for name in scene.names for side in name.sides}
        return {side for side in sides if scene.register.is_state(side)}

    @property
    def _abroad(self) -> str | None:
        """The one state of all towns and parts of states that the text names, if it is another than the press's own."""
        return next(iter(self._places)) if len(self._places) == 1 and self.own not in self._places else None

    @cached_property
    def _places(self) -> set[str]:
        """The states of the towns and parts of states that the text names."""
        scene = self._scene
        found = (scene.register.capital(name.text) or scene.lexicon.towns.get(fold(name.text)) for name in scene.names if name.type == "LOC")
        return set(filter(None, found))

    @cached_property
    def _alone(self) -> bool:
        """Whether the text tells of no state or body but the press's own, nor of towns of others alone, nor of people who act for any."""
        if self._places and self.own not in self._places:
            return False
        people = (side for person in self._scene.people for side in self._scene.sides_of(person) if self.own not in self._scene.sides_of(person))
        return {*self._states[1], *self._sides, *filter(public, (*self._scene.present, *people))} <= {self.own}

    @cached_property
    def _press(self) -> str | None:
        """The state whose press tells no whose an office is, where the text has people or bodies of it and of no other."""
        return self.own if self._sides == {self.own} else None

    def told(self, word: int, first: int) -> str | None:
        """The one state of the last sentence that tells of any, the words' own up to them; of several the one that the whole text is about."""
        scene, (places, states) = self._scene, self._states
        number, start = scene.sentence_of[word], scene.row[first].start
        for back in range(number, max(-1, number - BACK - 1), -1):
            span = scene.sentences[back].span
            found = set(states[bisect_left(places, span.start) : bisect_left(places, min(span.end, start))])
            if found:
                return found.pop() if len(found) == 1 else self._home if self._home in found else None
        return self._home

    @cached_property
    def _home(self) -> str | None:
        return home(self._scene)

    @cached_property
    def _states(self) -> tuple[list[int], list[str]]:
        """Where the text tells of which state, in text order."""
        found = sorted(named_states(self._scene, sides=False))
        return [place for place, _ in found], [state for _, state in found]
