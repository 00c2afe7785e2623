"""Whom a definite role without a name stands for (`le maire de la ville`): the document's people are weighed, and one must clearly lead."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp

from chancery.analysis.actors.callings import Callings, Phrase
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import BESIDE, Met, acting, apposed_to_subject, is_person, source, verb_ahead
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.analysis.actors.silent import dead, spoken_of
from chancery.analysis.actors.titles import Title
from chancery.register import fold

PERSON = "person:"
NEAR = 1
"""Sentences from the beginning of the text over which it opens."""
NOBODY = ""
"""The choice that it is someone who is not named."""


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


class Antecedents:
    """The people of one document, as candidates for roles that stand without a name; built once."""

    def __init__(self, scene: Scene, callings: Callings) -> None:
        self._scene = scene
        self._callings = callings
        self._weights: dict[str, float] = scene.lexicon.words["antecedents"]["weights"]
        self._least: float = scene.lexicon.words["antecedents"]["least"]
        self._hinted: float = scene.lexicon.words["antecedents"]["hinted"]

    def bearer(self, phrase: Phrase, held: Held, hints: Hints) -> str | None:
        """The person whom the role means; None where nobody clearly leads.

        A noun for someone's man (`le porte-parole`), or by which someone without a name was brought in, is left alone.
        """
        word = self._scene.row[phrase.noun].text
        kin = bool(phrase.about) and self._scene.has("callings.kin", word)
        if kin or self._scene.has("callings.apart", word) or (not phrase.about and self._callings.nameless(phrase.noun)):
            return None
        evidence = dict(self.evidence(phrase, held, hints))
        scores = {one: sum(self._weights.get(name, 0.0) * value for name, value in found.items()) for one, found in evidence.items()}
        best = max(scores, key=lambda one: scores[one], default=NOBODY)
        whole = sum(exp(score - scores[best]) for score in scores.values()) if scores else 1.0
        least = self._hinted if best in (hints.turn, hints.lead) else self._least
        if best == NOBODY or 1 / whole < least:
            return None
        if phrase.about and phrase.calling in self._scene.lexicon.people:
            self._callings.learn(phrase, best)
        return best

    def evidence(self, phrase: Phrase, held: Held, hints: Hints) -> Iterator[tuple[str, dict[str, float]]]:
        """What speaks for each candidate, and for nobody who is named, by the names of the weights."""
        scene = self._scene
        told = [one for one in hints.met if is_person(one) and not one.quoted and one.place < phrase.first]
        acted = [one for one in told if one.spoke or self._is_agent(one.place) or (one.subject and not self._is_aside(one.place))]
        here = [one for one in told if one.sentence == scene.sentence_of[phrase.noun] and one not in acted]
        governed = set[str | None]() if source(scene, phrase.noun) else {one.actor for one in here}  # `Avec Anna Roy, le maire a dit`
        shape = "full" if phrase.about else "bare"
        rivals = {actor for about, actor in self._callings.called(phrase) if about & phrase.words}
        intruder = self._intruder(phrase, acted, hints.met)
        yield (
            NOBODY,
            {
                "nobody": 1.0,
                "nobody.full": float(bool(phrase.about)),
                "nobody.intruder": float(intruder),
                "nobody.pointed": float(phrase.this and intruder),
                "nobody.again": -float(phrase.calling in scene.lexicon.again),
                "nobody.this": -float(phrase.this and not intruder),
            },
        )
        silent = self._dead | spoken_of(scene, phrase.noun)
        for actor in self._candidates:
            if actor in silent:
                continue
            found = self._fitting(phrase, actor)
            if found is None:
                continue
            if actor in governed or not self._can_hold(phrase, actor, held) or not self._in_turn(phrase, actor, acted):
                continue
            found |= self._standing(phrase, actor, shape)
            found |= self._turn(phrase, actor, shape, told, acted)
            found |= self._office(phrase, actor, held)
            found |= {"turn": float(actor == hints.turn), "lead": float(actor == hints.lead)}
            found["stale"] *= actor != hints.turn
            found["rival"] = float(bool(rivals) and actor not in rivals)
            yield actor, found

    # ------------------------------------------------------------ what is known before reading

    @cached_property
    def _names(self) -> list[Named]:
        scene = self._scene
        return [name for name in scene.names if name.type == "PER" and (name.actor or "").startswith(PERSON) and not dedicated(scene, name)]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(name.actor or "" for name in self._names if not self._scene.quoted[name.first])

    @cached_property
    def _candidates(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name.actor or "" for name in self._names))

    @cached_property
    def _dead(self) -> frozenset[str]:
        """Who died and is not whom the text is about, whose words it would recall."""
        return dead(self._scene, self._names) - self._headline[0] - {self._most}

    @cached_property
    def _headline(self) -> tuple[frozenset[str], frozenset[str]]:
        """Who the headline names, and who acts in it."""
        named = [name for name in self._names if name.first < self._callings.lead and not self._scene.quoted[name.first]]
        return frozenset(name.actor or "" for name in named), frozenset(name.actor or "" for name in named if self._acts(name) or self._heads(name))

    @cached_property
    def _opening(self) -> frozenset[str]:
        """Who acts in the first two sentences below the headline."""
        scene, lead = self._scene, max(0, self._callings.lead)
        if lead >= len(scene.row):
            return frozenset()
        last = scene.sentence_of[lead] + 1
        names = [name for name in self._names if name.first >= lead and scene.sentence_of[name.first] <= last and not scene.quoted[name.first]]
        return frozenset(name.actor or "" for name in names if self._acts(name))

    @cached_property
    def _most(self) -> str:
        """Who is named more often than anyone else."""
        most = self._counts.most_common(2)
        return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else ""

    @cached_property
    def _main(self) -> frozenset[str]:
        """Whom the text is about: who acts in the headline, or opens the text and is named most."""
        return self._headline[1] | (self._opening & {self._most})

    def _is_aside(self, place: int) -> bool:
        """Whether the name is the subject of a relative clause: `le camp où |X| arrive`."""
        return self._scene.row[place].head.dep == "acl:relcl"

    def _is_agent(self, place: int) -> bool:
        """Whether the name is who does what a passive verb says: `saluée par |X|`, `saluée par le maire |X|`."""
        token = self._scene.row[place]
        return "obl:agent" in (token.dep, token.head.dep if token.dep.partition(":")[0] in BESIDE else "")

    def _heads(self, name: Named) -> bool:
        """Whether the name stands before a colon, or at the head of the line."""
        row = self._scene.row
        return (name.after < len(row) and row[name.after].text == ":") or not name.first

    def _acts(self, name: Named) -> bool:
        """Whether the name is a subject, or who says something."""
        scene = self._scene
        words = scene.row[name.first : name.after]
        head = next((word for word in words if word.head not in words), words[0])
        before = scene.row[name.first - 1] if name.first else None
        behind = verb_ahead(scene, name.after)
        ahead = behind is not None and behind.pos in ("VERB", "AUX") and acting(behind) and (before is None or before.pos != "ADP")
        return head.dep.startswith("nsubj") or apposed_to_subject(head) or source(scene, name.first) or ahead

    # ------------------------------------------------------------ what speaks for a candidate

    def _fitting(self, phrase: Phrase, actor: str) -> dict[str, float] | None:
        """How the noun fits the person: gender, and what the text calls them; None if it cannot."""
        person = self._scene.person(actor)
        gender, noun = person.gender.replace("?", ""), self._scene.row[phrase.noun].text
        theirs = phrase.gender or ("f" if self._scene.lexicon.calling(noun) != key(noun).removeprefix("ex ") else "")  # `l'avocate`
        if theirs and gender and theirs != gender:
            return None
        if any((name := self._scene.inside[index]) is not None and name.actor == actor for index in range(phrase.first, phrase.after)):
            return None
        same = [about for about, whose in self._callings.called(phrase) if whose == actor]
        overlap = any(about & phrase.words for about in same)
        if any(self._elsewhere(about, phrase.about) for about in same):
            return None
        clash = bool(phrase.about) and bool(same) and not overlap and all(about - self._callings.labels for about in same)
        return {
            "gender": float(bool(theirs) and theirs == gender),
            "called": float(bool(same) and not clash and not overlap),
            "called.whose": float(overlap),
            "called.else": float(clash),
        }

    @cached_property
    def _places(self) -> frozenset[str]:
        """The words of the places that the document names, folded."""
        return frozenset(word for name in self._scene.names if name.type == "LOC" for word in fold(name.text).split())

    def _elsewhere(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether the two are of different places: `le maire de Brives`, `le maire d'Ussel`."""
        return bool(one & self._places) and bool(other & self._places) and not one & other

    def _standing(self, phrase: Phrase, actor: str, shape: str) -> dict[str, float]:
        """How much the text is about the person."""
        return {
            "headline": float(actor in self._headline[0]),
            "opening": float(actor in self._opening),
            "most": float(actor == self._most),
            "main.full": float(shape == "full" and actor in self._main),
            "sole.full": float(shape == "full" and len(self._candidates) == 1),
            f"otherwise.{shape}": float(self._callings.otherwise(actor, phrase)),
            "ahead": float(self._ahead(phrase) == actor),
        }

    def _ahead(self, phrase: Phrase) -> str | None:
        """Who is named first behind a role with which the text opens, and speaks there at once."""
        scene = self._scene
        first = scene.sentence_of[max(0, self._callings.lead)]
        if scene.sentence_of[phrase.noun] > first + NEAR:
            return None
        name = next((name for name in self._names if name.first >= phrase.after and not scene.quoted[name.first]), None)
        near = name is not None and scene.sentence_of[name.first] <= max(first, scene.sentence_of[phrase.noun]) + 2
        return name.actor if name is not None and near and self._says(name) else None

    def _says(self, name: Named) -> bool:
        """Whether the name is the subject of a verb of speech, or a source."""
        scene = self._scene
        words = scene.row[name.first : name.after]
        head = next((word for word in words if word.head not in words), words[0])
        verb = head.head.head if apposed_to_subject(head) else head.head
        return source(scene, name.first) or ((head.dep.startswith("nsubj") or apposed_to_subject(head)) and scene.lexicon.speaks(verb))

    def _turn(self, phrase: Phrase, actor: str, shape: str, told: list[Met], acted: list[Met]) -> dict[str, float]:
        """Whether it is the person's turn: who acted or spoke last, who was named since, how far back."""
        scene, here = self._scene, self._scene.sentence_of[phrase.noun]
        own = [one for one in told if one.actor == actor]
        spoke = [one for one in acted if one.spoke]
        last = bool(acted) and acted[-1].actor == actor
        spoken = bool(spoke) and spoke[-1].actor == actor
        verb = scene.row[phrase.noun].head.lemma
        named = [name for name in self._names if name.actor == actor and scene.sentence_of[name.first] == here and not scene.quoted[name.first]]
        return {
            "acted.bare": float(last and shape == "bare"),
            "acted.closing": float(last and source(scene, phrase.noun)),
            "spoke": float(spoken),
            "stale": float(shape == "bare" and spoken and acted[-1].actor != actor and acted[-1].sentence > spoke[-1].sentence),
            "named": float(bool(told) and told[-1].actor == actor and not last),
            "unmet": float(not own),
            "within": float(any(name.first < phrase.noun for name in named)),
            "answers": float(spoken and scene.has("callings.answers", verb)),
        }

    def offices(self, actor: str) -> frozenset[str]:
        """The kinds of office that the person holds on the day, by the register."""
        return frozenset(office.rpartition(".")[2] for office in self._scene.register.offices_of(actor, self._scene.on))

    def _in_turn(self, phrase: Phrase, actor: str, acted: list[Met]) -> bool:
        """Whether `ce médecin` can mean who acted last and no one else, and `de son côté, le médecin` anyone but them."""
        last = bool(acted) and acted[-1].actor == actor
        return last if phrase.this and acted else not (last and self._contrasted(phrase))

    def _can_hold(self, phrase: Phrase, actor: str, held: Held) -> bool:
        """Whether the register or the text knows that the person bears the office, or bore it, where the words name one."""
        if not held.kinds:
            return True
        known = self._held_before(actor) if held.former or phrase.former else self.offices(actor) | self._scene.person(actor).kinds
        return bool(known & held.kinds)

    def _office(self, phrase: Phrase, actor: str, held: Held) -> dict[str, float]:
        """What the register and the text know of the person's offices."""
        now, was = self.offices(actor), held.former or phrase.former
        return {
            "held": float(not was and bool(held.kinds)),
            "former": float(was and bool(held.kinds) and not now & held.kinds),
            "else": float(not was and bool(now) and held.foreign),
        }

    def _held_before(self, actor: str) -> set[str]:
        """The kinds of office that the person held by the day."""
        register, on = self._scene.register, self._scene.on.value if self._scene.on is not None else ""
        found = set[str]()
        for office in register.offices_of(actor):
            owner, _, kind = office.rpartition(".")
            terms = [term for term in register.holders(kind, owner) if term.id == actor]
            found.update([kind] if not on or any(term.start <= on for term in terms) else [])
        return found

    def _intruder(self, phrase: Phrase, acted: list[Met], met: Sequence[Met]) -> bool:
        """Whether someone without a name acted since anyone with one."""
        last = acted[-1].place if acted else -1
        return any(one.human and one.actor is None and one.subject and not one.quoted and last < one.place < phrase.first for one in met)

    def _contrasted(self, phrase: Phrase) -> bool:
        """Whether the sentence sets its subject against whoever came before: `de son côté`."""
        scene = self._scene
        opening = fold(scene.document.text[scene.row[scene.first_of_sentence(phrase.noun)].start : scene.row[phrase.noun].start])
        return any(words in opening for words in scene.lexicon.sets["callings.contrasts"])
