"""Whom names, roles and pronouns stand for."""

from chancery.analysis.actors.capitals import let_capitals_act
from chancery.analysis.actors.demonyms import point_demonyms
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.actors.naming import name_all
from chancery.analysis.actors.offices import PERSON, Offices
from chancery.analysis.actors.pronouns import Pronouns
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title, titles, trim_names
from chancery.analysis.analysis import Mention, Reference
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.languages import Pack
from chancery.register import Register

__all__ = ["resolve"]


def resolve(
    document: Document, sentences: tuple[Sentence, ...], names: tuple[Mention, ...], register: Register, pack: Pack
) -> tuple[tuple[Mention, ...], tuple[Reference, ...]]:
    """The names with their actors and sides, and references for roles, peoples, demonyms and pronouns, in text order.

    What a name stands for is read from the document first (the full name, the role beside it), then from the register for the day of
    publication. What stays unsure has no actor; a reference then keeps whom it could be.
    """
    scene = Scene.of(document, sentences, names, register, lexicon_of(pack))
    if not scene.row:
        return names, ()
    trim_names(scene)
    name_all(scene)
    let_capitals_act(scene)
    found = titles(scene)
    offices = Offices(scene)
    for title in found:
        offices.introduce(title)
    _read_through(scene, found, offices, point_demonyms(scene))
    for name in scene.names:
        if name.actor is not None and name.actor.startswith(PERSON):
            name.sides = scene.sides_of(name.actor)
    references = sorted(scene.references, key=lambda reference: (reference.span.start, -reference.span.end))
    return tuple(name.mention() for name in scene.names), tuple(references)


def _read_through(scene: Scene, found: list[Title], offices: Offices, peoples: dict[int, str]) -> None:
    """From beginning to end: every role and pronoun finds its bearer among those met before it."""
    pronouns = Pronouns(scene)
    starting = {title.word: title for title in found}
    skip = 0
    for place, token in enumerate(scene.row):
        name = scene.starting.get(place)
        if name is not None:
            if name.actor is not None and name.actor.startswith(PERSON):
                scene.person(name.actor).last = place
                name.sides = scene.sides_of(name.actor)
                if place and scene.has("around.titles", scene.row[place - 1].text):
                    scene.point(place - 1, name.after, name.actor, name.sides)
            pronouns.meet_name(name)
        elif place in peoples:
            pronouns.meet_people(place, peoples[place])
        elif place in starting:
            skip = max(skip, _bear(scene, starting[place], offices, pronouns))
        elif place >= skip and scene.inside[place] is None:
            if scene.has("pronouns.masculine", token.text) or scene.has("pronouns.feminine", token.text):
                bearer = pronouns.bearer(place)
                if bearer is not None:
                    scene.point(place, place + 1, *bearer)
                    if bearer[0] and bearer[0].startswith(PERSON):
                        scene.person(bearer[0]).last = place
            elif token.pos == "NOUN":
                pronouns.meet_noun(place)
        if place + 1 < len(scene.row) and scene.sentence_of[place + 1] != scene.sentence_of[place]:
            pronouns.forget(scene.sentence_of[place])


def _bear(scene: Scene, title: Title, offices: Offices, pronouns: Pronouns) -> int:
    """Point a role to its bearer; the word behind it."""
    known = title.name.actor if title.name is not None else None
    actor, sides, candidates = (known, scene.sides_of(known), ()) if known is not None else offices.bearer(title, title.word)
    if actor is not None or sides or candidates:
        scene.point(title.first, title.after, actor, sides, candidates)
    if title.name is None:
        if actor is not None and actor.startswith(PERSON):
            scene.person(actor).last = title.word
        pronouns.meet_role(title.word, actor, sides)
    return title.after
