"""Whom the headline and the first words below it name, for the noun that opens the text or heads it: `La ministre promet`."""

from chancery.analysis.actors.met import acting, verb_ahead
from chancery.analysis.actors.phrases import Phrase, apart
from chancery.analysis.actors.scene import Scene


class Headline:
    """What stands over the text of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.lead = lead(scene)
        """The first word below the headline; -1 where there is none."""
        self._heads, self._surely = _headlined(scene, self.lead)

    def in_lead(self, phrase: Phrase) -> str | None:
        """The one person whom the headline names as its subject, for the definite noun that opens the text below it."""
        if not phrase.definite or self.lead < 0 or not self._opens(phrase) or apart(self._scene, phrase):
            return None
        person = self._scene.person(self._heads) if self._heads else None
        if person is None or (phrase.gender and person.gender and phrase.gender != person.gender):
            return None
        agrees = person.gender and phrase.gender == person.gender and phrase.calling in self._scene.lexicon.again
        if not self._surely and not agrees:
            return None
        return person.id

    def in_headline(self, phrase: Phrase) -> str | None:
        """The person with whom the text begins, as a subject, for a definite noun in a headline that names nobody."""
        scene = self._scene
        name = scene.starting.get(self.lead)
        named = any(other.type == "PER" and other.first < self.lead for other in scene.names)
        if not phrase.definite or phrase.noun >= self.lead or named or name is None or name.type != "PER" or name.actor is None:
            return None
        behind = verb_ahead(scene, name.after)
        person = scene.person(name.actor)
        clash = phrase.gender and person.gender and phrase.gender != person.gender
        return (
            name.actor if not clash and not apart(scene, phrase) and behind is not None and behind.pos in ("VERB", "AUX") and acting(behind) else None
        )

    def _opens(self, phrase: Phrase) -> bool:
        """Whether the phrase opens the text, a preposition or conjunction before it: `Si la ministre`."""
        opening = self._scene.row[self.lead : phrase.first]
        return phrase.first >= self.lead and (not opening or (len(opening) == 1 and opening[0].pos in ("SCONJ", "ADP")))


def lead(scene: Scene) -> int:
    """The first word below the headline; -1 where there is none."""
    return next((place for place, number in enumerate(scene.sentence_of) if scene.sentences[number].block.kind != "headline"), -1)


def _headlined(scene: Scene, lead: int) -> tuple[str | None, bool]:
    """The one person that the headline names first, and whether that is surely its subject: before a verb or a colon, or as who says it."""
    over = [name for name in scene.names if name.first < lead and name.type == "PER" and name.actor is not None]
    named = [name for name in over if not scene.quoted[name.first]] or over  # `« Anna Roy a menti », dit |Paul Lis|`
    if len({name.actor for name in named}) != 1:
        return None, False
    name = named[0]
    behind = scene.row[name.after] if name.after < lead else None
    heads = behind is not None and (behind.text == ":" or behind.pos in ("VERB", "AUX"))
    before = scene.row[name.first - 1] if name.first else None
    alone = before is None or before.pos == "PUNCT"
    says = before is not None and (scene.lexicon.speaks(before) or scene.has("pronouns.sources", before.text))
    return name.actor if alone or says else None, (heads and alone) or says
