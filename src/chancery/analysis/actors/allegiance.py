"""Whom people and bodies act for of whom the register knows nothing, by weights that were learnt: a second opinion on what rules made of them.

A conditional logit over the states and bodies that the text tells of, the press's own state, and nobody. What someone is called speaks for or against
acting for anybody; how the text tells of a state, and what the rules found, speaks for it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from chancery.analysis.actors.apposed import past_short
from chancery.analysis.actors.ranking import NOBODY, Candidate, Ranker
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.serving import begun
from chancery.languages import Pack
from chancery.register import fold, public

WEIGHTS: Literal["sides"] = "sides"
"""The pack's folder of weights."""
MANNERS = {"PER": "person", "ORG": "body"}
"""In which manner they weigh, by the type of name."""
NAMED, BACK, AHEAD = 2, 10, 14
"""Names of one bearer that are looked at; words before and behind them that say what they are, at most."""
BEGUN = 5
"""Words with which the name of a body begins that tell what it is, at most."""
MANY, QUARTERS = 3, 4
"""Beyond which a count makes no difference; the parts into which shares are put."""
HEAD, FOREMOST = 3, 5
"""Sentences that open a text; states and bodies of which it tells most, and of which it has most people, that are asked about wherever they stand."""
PARTY = "party:"
"""Begins the actors that are parties."""
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
LONG_AGO, AGO = 10, 2
"""Years before publication from which on a year in the sentence speaks of other days."""
SURE, SURER = 0.5, 0.85
"""How likely it must be for whom they act, where the rules tell of nobody or others vie for a body, and where they are wrong."""
AGAINST = 0.4
"""How likely the weights must hold what the rules told, or it is no surer than they say."""
APART = frozenset(("VERB", "AUX", "PRON", "SCONJ"))
"""Parts of speech that end what stands beside a name."""


class Allegiance:
    """The people and bodies of one document, once the rules have told what they can."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        named = ((name.span.start, name.actor) for name in scene.names if name.actor and public(name.actor))
        pointed = ((one.span.start, one.actor) for one in scene.references if one.actor and public(one.actor))
        told = sorted((*named, *pointed, *scene.inhabitants))
        self._places, self._told = [place for place, _ in told], [actor for _, actor in told]
        self._counts = Counter(self._told)
        self._rank = {actor: place for place, (actor, _) in enumerate(self._counts.most_common())}
        end = scene.sentences[min(HEAD, len(scene.sentences)) - 1].span.end if scene.sentences else 0
        self._head = set(self._told[: bisect_left(self._places, end)])
        self.bearers: dict[str, list[Named]] = {}
        for name in scene.names:
            if name.type in MANNERS and name.actor is not None and not public(name.actor):
                self.bearers.setdefault(name.actor, []).append(name)
        self._pointed: dict[str, list[range]] = {}
        for first, after, actor in scene.pointed:
            self._pointed.setdefault(actor, []).append(range(first, after))
        self._people = Counter(side for actor in self.bearers for side in dict.fromkeys(self.ruled(actor)))
        most = (*self._counts.most_common(FOREMOST), *self._people.most_common(FOREMOST))
        self._foremost = tuple(dict.fromkeys(actor for actor, _ in most))

    def ruled(self, actor: str) -> tuple[str, ...]:
        """Whom the rules or the register take them to act for."""
        if actor.startswith("person:"):
            return self._scene.sides_of(actor)
        return next((name.sides for name in self.bearers[actor] if name.sides), ())

    def asked(self) -> Iterator[str]:
        """Those of whom the register does not know for whom they act; no papers, firms, parties and the like that the pack knows.

        Nor those who only held offices, or whom the text calls by a trade of people who speak for others, if no rule takes them to act for any.
        """
        scene = self._scene
        return (
            actor
            for actor, names in self.bearers.items()
            if not scene.register.sides(actor, scene.on)
            and not ((actor in scene.past or self._is_hired(actor)) and not self.ruled(actor))
            and not (names[0].type == "ORG" and self._is_private(names[0].text))
        )

    def _is_private(self, name: str) -> bool:
        """Whether the pack knows a body of that name, and does not list it among those that states have."""
        return bool(self._scene.lexicon.taken_up(name)) and fold(name) not in self._scene.lexicon.serving

    def _is_hired(self, actor: str) -> bool:
        """Whether the first noun of people in words that point to them is of such a trade: `l'|avocat| du général`, but not `l'avocat général`."""
        scene = self._scene
        for words in self._pointed.get(actor, ()):
            noun = next((place for place in words if scene.lexicon.calling(scene.row[place].text) in scene.lexicon.people), None)
            if noun is not None and scene.has("serving.hired", scene.lexicon.calling(scene.row[noun].text)):
                return not any(begun(scene, noun, "serving.offices"))
        return False

    def manner(self, actor: str) -> str:
        """In which manner the weights weigh for them."""
        return MANNERS[self.bearers[actor][0].type]

    def vies(self, actor: str, best: str | None) -> bool:
        """Whether a body may as well be of another state or body that the text tells of: of several the weights tell better than the rules whose."""
        return best in self._rank and self.manner(actor) == MANNERS["ORG"]

    def candidates(self, actor: str) -> list[Candidate]:
        """Nobody, and all whom they may act for, with what speaks for each."""
        names, ruled = self.bearers[actor], self.ruled(actor)
        words, said = self._said(actor, names)
        held = self._scene.register.terms(actor) if actor.startswith("person:") else ()
        none = [*words, "no", f"states {min(len(self._counts), MANY)}", f"named {min(len(names), MANY)}", *self._days(names[0])]
        none += [sign for sign, holds in (("ruled none", not ruled), ("nothing said", not said), ("had terms", held)) if holds]
        own = str(self._scene.lexicon.words["untold"]["press"])
        states = {state for state, _ in said}
        near = self._near(names[0].first)
        found = dict.fromkeys((*ruled[:1], *sorted(states), *sorted(near[0] | near[1]), *self._foremost, own))
        told = [(one, list(self._signs(one, ruled, said, states, near))) for one in found]
        for one, signs in told:
            hows = sorted(how for state, how in said if state == one)
            signs += [f"{how}, {word}" for how in (*hows, *(["ruled"] if one in ruled[:1] else [])) for word in words]
            signs += ["had term there"] if any(term.office.startswith(f"{one}.") for term in held) else []
            signs += ["own", *(() if states else (f"own {word}" for word in words))] if one == own else []
        return [Candidate(NOBODY, tuple(none)), *(Candidate("body", tuple(signs), one) for one, signs in told)]

    def _signs(self, one: str, ruled: Sequence[str], said: set[tuple[str, str]], states: set[str], near: tuple[set[str], set[str]]) -> Iterator[str]:
        """What speaks for their acting for a state or body."""
        kind, (here, before) = "state" if self._scene.register.is_state(one) else "body", near
        yield kind
        if one in ruled:
            yield from ("ruled", f"ruled {kind}") if one == ruled[0] else ("ruled too",)
        for how in sorted(how for state, how in said if state == one):
            yield from (how, f"{how} {kind}")
        if states:
            yield "other said" if one not in states else "alone said" if len(states) == 1 else "among said"
        if one in here:
            yield from ("here", "here alone" if len(here) == 1 else "here among")
        if one in before:
            yield "before"
        if one in self._rank:
            yield from (f"rank {min(self._rank[one], MANY)}", f"share {QUARTERS * self._counts[one] // len(self._told)}")
        else:
            yield "not told of"
        if one in self._head:
            yield from ("head", *(("head alone",) if len(self._head) == 1 else ()))
        yield f"people {min(self._people[one], MANY - 1)}"

    def _near(self, place: int) -> tuple[set[str], set[str]]:
        """Of whom the sentence of a word tells, and the one before."""
        number = self._scene.sentence_of[place]
        spans = [self._scene.sentences[one].span if one >= 0 else None for one in (number, number - 1)]
        here, before = (
            set(self._told[bisect_left(self._places, span.start) : bisect_left(self._places, span.end)]) if span is not None else set[str]()
            for span in spans
        )
        return here, before

    def _days(self, name: Named) -> Iterator[str]:
        """Whether the sentence of a name tells of other days, and whether it is quoted."""
        scene = self._scene
        if scene.quoted[name.first]:
            yield "quoted"
        last = scene.on.last if scene.on is not None else None
        if last is None:
            return
        span, on = scene.sentences[scene.sentence_of[name.first]].span, last.year
        oldest = min((int(year) for year in YEAR.findall(span.of(scene.document.text))), default=on)
        if oldest <= on - AGO:
            yield "long ago" if oldest <= on - LONG_AGO else "ago"

    def _said(self, actor: str, names: Sequence[Named]) -> tuple[list[str], set[tuple[str, str]]]:
        """What the words beside their names, and those that point to them, call them, in signs; and which states they say, and how."""
        scene, body = self._scene, names[0].type == "ORG"
        own = {place for name in names for place in range(name.first, name.after)}
        places = {place for name in names[:NAMED] for place in self._beside(name)}
        places.update(place for words in self._pointed.get(actor, ()) for place in words)
        places.update(place for name in names[:NAMED] for place in range(name.first, name.after) if body)
        signs, said = set[str](), set[tuple[str, str]]()
        for place in sorted(places):
            name = scene.inside[place]
            if name is not None and place not in own:
                if scene.starting.get(place) is name:
                    signs.add(f"beside {name.type}")
                    signs.update([f"of {fold(name.text)}"] if name.type == "ORG" else [])
                    said.update(self._told_by(name))
            elif body or place not in own:
                signs.update(self._word(place, said, inside=place in own))
        for name in names[:NAMED] if body else ():
            signs.update(self._name(name))
        return sorted(signs), said

    def _word(self, place: int, said: set[tuple[str, str]], *, inside: bool) -> Iterator[str]:
        """What a word calls them; the state that it says is put beside `said`."""
        scene, token = self._scene, self._scene.row[place]
        state = scene.lexicon.demonym(token.text, scene.register)
        if state is not None:
            said.add((state, "adjective"))
            yield "adjective"
            return
        town = (scene.register.capital(token.text) or scene.lexicon.towns.get(fold(token.text))) if inside else None
        said.update([(town, "town")] if town is not None else [])
        calling = scene.lexicon.calling(token.text)
        yield from scene.lexicon.serving.get(fold(calling), ())
        yield from scene.lexicon.serving.get(fold(token.lemma), ())
        for office in begun(scene, place, "serving.offices") if not inside else ():
            yield from scene.lexicon.serving[fold(office)]
        if calling in scene.lexicon.people:
            yield "people"
        if token.pos in ("NOUN", "ADJ", "PROPN", "VERB") or scene.has("around.former", token.text):
            parts, where = calling.split(), "in" if inside else "said" if token.pos == "ADJ" else "word"
            yield from (f"{where} {said}" for said in (calling, *(parts[-1:] if len(parts) > 1 else ())))

    def _name(self, name: Named) -> Iterator[str]:
        """What the name of a body itself says of it."""
        scene = self._scene
        words = [token.text for token in scene.row[name.first : name.after] if scene.lexicon.demonym(token.text, scene.register) is None]
        begun = [" ".join(words[:size]).replace("' ", "'") for size in range(1, min(BEGUN, len(words)) + 1)]
        for said in (*begun, *words):
            yield from scene.lexicon.serving.get(fold(said), ())
        yield from (f"first {fold(scene.row[name.first].text)}", f"named {fold(name.text)}")
        if name.text.isupper():
            yield "acronym"

    def _told_by(self, name: Named) -> Iterable[tuple[str, str]]:
        """The states and bodies that a name beside theirs is or acts for, and how it says so."""
        scene = self._scene
        sides = scene.sides_of(name.actor) if name.actor and name.actor.startswith("person:") else name.sides
        found = [(one, "name" if one == name.actor else f"of {name.type}") for one in (name.actor, *sides) if one and public(one)]
        if found:
            return found
        town = (scene.register.capital(name.text) or scene.lexicon.towns.get(fold(name.text))) if name.type == "LOC" else None
        home = scene.lexicon.home(name.text) if name.type == "ORG" else None
        how = "of party" if (name.actor or "").startswith(PARTY) else "of firm"
        return [(state, said) for state, said in ((town, "town"), (home, how)) if state is not None]

    def _beside(self, name: Named) -> Iterator[int]:
        """The places of the words beside a name that say what its bearer is: those before it, and between commas or in brackets behind it."""
        scene, row = self._scene, self._scene.row
        for place in range(name.first - 1, max(scene.first_of_sentence(name.first), name.first - BACK) - 1, -1):
            if row[place].pos in APART or (row[place].pos == "PUNCT" and place < name.first - 1) or self._is_kin(place):
                break
            yield place
        after = past_short(scene, name)
        last = min(scene.after_sentence(name.first), after + AHEAD)
        opening = row[after].text if after < last else ""
        closing = {"(": ")", ",": ",", "-": ",", "–": ","}.get(opening)
        for place in range(after + 1, last) if closing else ():
            if row[place].text == closing or row[place].pos in APART:
                break
            yield place

    def _is_kin(self, place: int) -> bool:
        """Whether the word is for someone of theirs: `la |fille| du président Roy`."""
        return self._scene.has("callings.kin", self._scene.row[place].text)


def swear(scene: Scene, pack: Pack) -> None:
    """Let people and bodies act for whom the weights hold likeliest, nobody among them, and not whom the rules told; a pack may have no weights.

    How likely it is that each acts for whom they are told to act for is noted in the scene.
    """
    if not (pack.folder / WEIGHTS).is_dir():
        return
    ranker, allegiance = Ranker.of(pack, WEIGHTS), Allegiance(scene)
    chosen = dict[str, tuple[str, ...]]()
    for actor in allegiance.asked():
        candidates = allegiance.candidates(actor)
        likely = ranker.likelihoods(allegiance.manner(actor), candidates)
        best, ruled = candidates[likely.index(max(likely))].actor, next(iter(allegiance.ruled(actor)), None)
        sure = SURE if ruled is None or allegiance.vies(actor, best) else SURER
        if best != ruled and max(likely) >= sure:
            chosen[actor] = (best, *scene.register.sides(best)) if best is not None else ()
            scene.allied[actor] = max(likely)
        elif ruled is not None:
            told = next(how for one, how in zip(candidates, likely, strict=True) if one.actor == ruled)
            scene.allied.update({actor: told} if told < AGAINST else {})
    scene.act(chosen)
