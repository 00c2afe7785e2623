"""Whom names, roles and pronouns stand for."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from chancery.analysis.actors import ages
from chancery.analysis.actors.allegiance import swear
from chancery.analysis.actors.antecedents import Antecedents
from chancery.analysis.actors.bearing import UNHELD, Hints, held_by
from chancery.analysis.actors.becoming import became, is_of_thing
from chancery.analysis.actors.bodies import Bodies, registered
from chancery.analysis.actors.called import make_people
from chancery.analysis.actors.callings import Callings
from chancery.analysis.actors.campaigns import before_office
from chancery.analysis.actors.capitals import let_capitals_act
from chancery.analysis.actors.demonyms import point_demonyms
from chancery.analysis.actors.doubted import share_doubts
from chancery.analysis.actors.epithets import let_epithets_stand
from chancery.analysis.actors.headlines import Headline
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.actors.met import source
from chancery.analysis.actors.namesakes import private
from chancery.analysis.actors.naming import name_all
from chancery.analysis.actors.offices import PERSON, Offices
from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.pronouns import Pronouns
from chancery.analysis.actors.protagonists import Protagonists
from chancery.analysis.actors.quoting import of_teller
from chancery.analysis.actors.ranking import Rankers
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.seats import empty_seats
from chancery.analysis.actors.serving import serve
from chancery.analysis.actors.sitting import is_seat, seat
from chancery.analysis.actors.standing import stand_for_states
from chancery.analysis.actors.stressed import emphatic
from chancery.analysis.actors.thisone import just_named, nearest
from chancery.analysis.actors.titles import Title, drop_roles, is_of_party, titles, trim_names
from chancery.analysis.actors.wholes import call_in_full
from chancery.analysis.actors.widened import widened
from chancery.analysis.analysis import Mention, Reference
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.languages import Pack
from chancery.register import Register, public

__all__ = ["resolve"]


def resolve(
    document: Document,
    sentences: tuple[Sentence, ...],
    names: tuple[Mention, ...],
    register: Register,
    pack: Pack,
    rankers: Rankers | None = None,
    callings: Callable[[Scene], Callings] = Callings,
    allegiances: Callable[[Scene, Pack], None] = swear,
) -> tuple[tuple[Mention, ...], tuple[Reference, ...]]:
    """The names with their actors and sides, and references for roles, peoples, demonyms and pronouns, in text order.

    What a name stands for is read from the document first (the full name, the role beside it), then from the register for the day of
    publication. What stays unsure has no actor; a reference then keeps whom it could be. In training,
    `rankers` stand in for the pack's own, `callings` for what the text calls its people, `allegiances` for whom they are held to act for.
    """
    scene = Scene.of(document, sentences, names, register, lexicon_of(pack))
    if not scene.row:
        return names, ()
    trim_names(scene)
    drop_roles(scene)
    make_people(scene)
    name_all(scene)
    let_capitals_act(scene)
    empty_seats(scene)
    let_epithets_stand(scene)
    found, peoples = titles(scene), point_demonyms(scene)
    offices = Offices(scene)
    for title in found:
        offices.introduce(title)
    called = callings(scene)
    scene.namesakes.update(private(scene, called.introduced.values()))
    _Reading(scene, offices, called, rankers or Rankers.of(pack)).through(found, peoples)
    serve(scene, called.introduced.values())
    allegiances(scene, pack)
    for name in scene.names:
        if name.actor is not None and name.actor.startswith(PERSON):
            name.sides = scene.sides_of(name.actor)
        name.sides = () if before_office(scene, name) else name.sides
    call_in_full(scene)
    stand_for_states(scene)
    share_doubts(scene)
    references = sorted(widened(scene, _outside_names(scene)), key=lambda reference: (reference.span.start, -reference.span.end))
    return seat(scene, (name.mention() for name in scene.names), references)


def _outside_names(scene: Scene) -> list[Reference]:
    """The references, but for the adjective of a name that says the same: `République |elbonienne|`, `Parlement |elbonien|`."""
    starts = [name.span.start for name in scene.names]

    def said(reference: Reference) -> bool:
        place = bisect_right(starts, reference.span.start) - 1
        name = scene.names[place] if place >= 0 else None
        inside = name is not None and name.span.contains(reference.span)
        return inside and name is not None and (name.type == "LOC" or reference.actor in (name.actor, *name.sides))

    return [reference for reference in scene.references if not said(reference)]


class _Reading:
    """From beginning to end: every role and pronoun finds its bearer among those met before it."""

    def __init__(self, scene: Scene, offices: Offices, callings: Callings, rankers: Rankers) -> None:
        self._scene = scene
        self._offices = offices
        self._callings = callings
        self._headline = Headline(scene)
        people = Protagonists(scene, self._headline)
        self._pronouns = Pronouns(scene, rankers.pronouns, people.dead)
        self._antecedents = Antecedents(scene, callings, people, rankers.roles)
        self._bodies = Bodies(scene, self._headline.lead)

    def through(self, found: list[Title], peoples: dict[int, str]) -> None:
        """Point roles, pronouns and nouns of the whole row."""
        scene, pronouns = self._scene, self._pronouns
        starting = {title.word: title for title in found}
        standing = scene.listed("pronouns.masculine", "pronouns.feminine")
        cited, latter = scene.listed("pronouns.cited"), scene.listed("pronouns.latter")
        nearby = scene.listed("pronouns.nearest", "pronouns.nearest_feminine")
        skip, last = 0, {after - 1 for after in accumulate(len(sentence.tokens) for sentence in scene.sentences)}
        for place, token in enumerate(scene.row):
            name = scene.starting.get(place)
            if name is not None:
                self._meet(name, place)
            elif place in peoples:
                pronouns.meet_people(place, peoples[place])
            elif place in starting:
                skip = max(skip, self._bear(starting[place]))
            elif place >= skip and scene.inside[place] is None:
                if (place in standing and not emphatic(scene, place)) or (
                    place in cited and scene.has("pronouns.sources", scene.row[place - 1].text)
                ):
                    self._stand_in(place)
                elif place in latter:
                    self._last(place)
                elif place in nearby:
                    self._nearest(place)
                elif token.text[0].isupper() and self._inhabitant(place):
                    if not self._call(place, sides=self._home(place)):  # `le Malien de 26 ans`
                        pronouns.meet_role(place, None, ())
                elif token.pos in ("NOUN", "ADJ", "PROPN") and not self._call(place) and not self._body(place) and token.pos != "ADJ":
                    pronouns.meet_noun(place)
            if place in last:
                pronouns.forget(scene.sentence_of[place])

    def _meet(self, name: Named, place: int) -> None:
        scene = self._scene
        if name.actor is not None and name.actor.startswith(PERSON):
            scene.person(name.actor).last = place
            name.sides = scene.sides_of(name.actor)
            if place and scene.has("around.titles", scene.row[place - 1].text):
                scene.point(place - 1, name.after, name.actor, name.sides)
        self._pronouns.meet_name(name)

    def _inhabitant(self, place: int) -> bool:
        """Whether the word is one inhabitant of a state: `l'Espagnol`, `un jeune Français`."""
        scene, before = self._scene, place - 1
        while before > 0 and scene.row[before].pos == "ADJ":
            before -= 1
        one = before >= 0 and (scene.has("around.definite_singular", scene.row[before].text) or scene.row[before].morph.get("Definite") == "Ind")
        return one and scene.lexicon.demonym(scene.row[place].text, scene.register) is not None

    def _apart(self, place: int) -> bool:
        """Whether the pronoun stands between commas, where it stresses a subject: `Anna a, elle, refusé`."""
        row = self._scene.row
        return 0 < place < len(row) - 1 and row[place + 1].text == "," and (row[place - 1].text == "," or row[place - 1].pos == "AUX")

    def _stand_in(self, place: int) -> None:
        choice = self._pronouns.bearer(place)
        if choice is None or (choice.chosen is None and not choice.open):
            return
        actor, sides = (choice.chosen.actor, choice.chosen.sides) if choice.chosen is not None else (None, ())
        person = actor is not None and actor.startswith(PERSON)
        if person or not self._apart(place):
            self._scene.point(place, place + 1, actor, sides, choice.others or choice.open, choice.likely, choice.nameless)
            if actor and person:
                self._scene.person(actor).last = place

    def _last(self, place: int) -> None:
        """`ce dernier`: the person last named."""
        actor = self._pronouns.latter(place)
        if actor is not None:
            self._scene.point(place - 1, place + 1, actor, self._scene.sides_of(actor))
            self._pronouns.meet_role(place, actor, self._scene.sides_of(actor))

    def _nearest(self, place: int) -> None:
        """`celui-ci`: who was met last."""
        met = nearest(self._scene, place, self._pronouns.met)
        if met is not None:
            self._scene.point(place, place + 1, met.actor, met.sides)
            self._pronouns.meet_role(place, met.actor, met.sides)

    def _bear(self, title: Title) -> int:
        """Point a role to its bearer; the word behind it."""
        scene = self._scene
        known = title.name.actor if title.name is not None else became(scene, title) if not title.plural else None
        known = known or of_teller(scene, title, self._pronouns.met)
        if title.name is None and not title.plural and self._noun(title) in self._callings.introduced and self._call(self._noun(title), title):
            return title.after  # `l'élu LR |Paul Roy|`
        nobody = title.name is None and (self._nameless(title) or self._callings.phrases.blamed(title.after - 1))
        if known is None and (is_of_thing(scene, title) or nobody):
            self._pronouns.meet_role(title.word, None, ())
            return title.after
        if known is None and is_of_party(scene, title) and self._call(self._noun(title), title):
            return title.after
        actor, sides, candidates = (known, scene.sides_of(known), ()) if known is not None else self._offices.bearer(title, title.word)
        if known is None and actor is not None and actor.startswith(PERSON) and self._is_another(title, actor):
            actor, sides = None, ()
        if actor is None and not candidates and title.name is None and not title.plural:
            body = registered(scene, title)
            actor, sides = (body, scene.register.sides(body, scene.on)) if body is not None else (None, sides)
        if actor is None and not candidates and title.name is None and not title.plural:
            if not sides and self._call(self._noun(title), title):
                return title.after
            actor = self._of_side(title, sides)
        if actor is not None or sides or candidates:
            scene.point(title.first, title.after, actor, sides, candidates, self._antecedents.likely.get(self._noun(title)))
            if actor is None and is_seat(scene, title):
                scene.references[-1] = replace(scene.references[-1], sits=True)
        if title.name is None and (title.determiner or known is None):
            self._antecedents.leave(None if actor or title.plural else self._phrase(self._noun(title), title))
            if actor is not None and actor.startswith(PERSON):
                scene.person(actor).last = title.word
                self._learn(title, actor)
            self._pronouns.meet_role(title.word, actor, sides)
        return title.after

    def _learn(self, title: Title, actor: str) -> None:
        """Note what the bearer is called, if of no state or body, whose offices are known: `le maire de Lille`, then `le maire`."""
        phrase = self._phrase(self._noun(title), title) if title.owners and not any(map(public, title.owners)) else None
        if phrase is not None and phrase.about and phrase.calling in self._scene.lexicon.people:
            self._callings.learn(phrase, actor)

    def _noun(self, title: Title) -> int:
        """The place of the noun for a person in a role: `l'ex-Premier |ministre|`."""
        lexicon, row = self._scene.lexicon, self._scene.row
        if all(role.collective for role in title.roles):
            return title.word
        return next((place for place in range(title.word, title.after) if lexicon.calling(row[place].text) in lexicon.people), title.word)

    def _body(self, place: int) -> bool:
        """Point a noun of a body that speaks to the body meant; whether one is."""
        found = self._bodies.bearer(place)
        if found is not None:
            first, actor, sides = found
            self._scene.point(first, place + 1, actor, sides)
            self._pronouns.meet_role(place, actor, sides)
        return found is not None

    def _is_another(self, title: Title, actor: str) -> bool:
        """Whether the role is that of someone without a name, and no other than who tells of them is known: `le fonctionnaire`."""
        phrase = self._phrase(self._noun(title), title) if not title.owners else None
        return phrase is not None and self._antecedents.is_another(phrase, actor)

    def _nameless(self, title: Title) -> bool:
        """Whether a demonstrative points to someone whom the text brought in without a name: `un responsable`, then `ce responsable`."""
        this = self._scene.has("callings.demonstratives", title.determiner) and not title.owners
        return this and self._callings.nameless(title.word)

    def _of_side(self, title: Title, sides: tuple[str, ...]) -> str | None:
        """Who of that side is called so, or spoke right before: `le vice-ministre russe`."""
        phrase = self._callings.phrases.at(title.word)
        actor = self._bearer(phrase, sides=sides) if phrase is not None else None
        known = self._scene.sides_of(actor) if actor is not None else ()
        return actor if not known or set(known) & set(sides) else None

    def _home(self, place: int) -> tuple[str, ...]:
        """The state of an inhabitant."""
        state = self._scene.lexicon.demonym(self._scene.row[place].text, self._scene.register)
        return (state,) if state is not None else ()

    def _call(self, place: int, title: Title | None = None, sides: tuple[str, ...] = ()) -> bool:
        """Point a noun for a person to whom the document calls so; whether it is such a noun.

        `title` is the role that it is the head of, `sides` the state that it says its bearer is of.
        """
        beside = self._callings.introduced.get(place)
        phrase = beside[0] if beside is not None else self._phrase(place, title)
        if phrase is None:
            return False
        actor = beside[1] if beside is not None else self._bearer(phrase, title, sides)
        if actor is None:
            self._callings.leave(phrase)
            self._antecedents.leave(phrase)
            self._pronouns.meet_role(place, None, (), phrase.after)
            return True
        self._scene.point(phrase.first, phrase.after, actor, self._scene.sides_of(actor), likely=self._antecedents.likely.get(place))
        if beside is None:
            ages.learn(ages.of(self._scene, phrase), self._scene.person(actor))
            self._scene.person(actor).last = place
            self._pronouns.meet_role(place, actor, self._scene.sides_of(actor))
        return True

    def _phrase(self, place: int, title: Title | None) -> Phrase | None:
        """The phrase of a noun, from the first word of the role on that it is the head of: `|l'ex-Premier ministre|`."""
        titled = title is not None and not any(role.collective or role.allied for role in title.roles)
        phrase = self._callings.phrases.at(place, titled=titled)
        if phrase is None or title is None or phrase.first <= title.first:
            return phrase
        return replace(phrase, first=title.first, definite=self._scene.has("around.definite_singular", title.determiner))

    def _bearer(self, phrase: Phrase, title: Title | None = None, sides: tuple[str, ...] = ()) -> str | None:
        """Who is called so; else whom all that the text tells points to. `sides` are those that the words name."""
        callings, held = self._callings, held_by(title) if title is not None else UNHELD
        found = callings.bearer(phrase)
        kinds = {kind for role in title.roles for kind in role.kinds} if title is not None and phrase.former else set[str]()
        if kinds & self._antecedents.offices(found or ""):
            found = None  # `l'ancien président` is not who presides
        if found is not None and held.kinds:
            known = self._antecedents.offices(found)
            alike = any(one == kind or one.endswith(f"_{kind}") for one in known for kind in held.kinds)  # of the Senate, `le président`
            found = found if not known or alike else None
        if found is None and not held.kinds and not callings.is_named(phrase):
            found = just_named(self._scene, phrase)
            found = None if found is not None and self._is_other(phrase, found) else found
            if found is not None and phrase.about:
                callings.learn(phrase, found)
        if found is not None or not self._stands_out(phrase) or callings.is_named(phrase):
            return found
        turn = self._pronouns.speaking(phrase.noun, phrase.gender) if callings.goes_back(phrase) else None
        if turn is None and callings.goes_on(phrase):
            turn = self._pronouns.speaking(phrase.noun, phrase.gender, at_once=True)
        clash = turn is not None and ages.clash(ages.of(self._scene, phrase), self._scene.person(turn))
        if turn is not None and (clash or self._is_other(phrase, turn)):
            turn = None
        if phrase.this and turn is not None:
            return turn  # `cet habitant`: whoever spoke last
        if phrase.this and self._pronouns.unknown_spoke(phrase.noun):
            return None
        lead = self._headline.in_lead(phrase) or self._headline.in_headline(phrase)
        return self._antecedents.bearer(phrase, held, Hints(turn, lead, self._pronouns.met, sides))

    def _is_other(self, phrase: Phrase, actor: str) -> bool:
        """Whether the words mean another than who was named or spoke last: `une habitante d'Ussel`, then `cette habitante d'Ussel`."""
        return self._antecedents.is_another(phrase, actor) or self._antecedents.is_stranger(phrase, actor)

    def _stands_out(self, phrase: Phrase) -> bool:
        """Whether the words are definite and who acts or speaks, in the article's own words."""
        scene, words = self._scene, self._scene.row[phrase.first : phrase.after]
        acts = any(word.dep.startswith("nsubj") and word.head not in words for word in words) or source(scene, phrase.noun)
        return phrase.definite and acts and not scene.quoted[phrase.noun]
