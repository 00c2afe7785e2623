"""Subject pronouns and words of class for whom they stand; open where two could be meant."""

from collections.abc import Sequence

from chancery.analysis.actors.impersonal import impersonal
from chancery.analysis.actors.met import (
    Met,
    acting,
    apposed_to_subject,
    beside_governed,
    complements,
    inverted_verb,
    is_known,
    is_person,
    nearest,
    next_verb,
    source,
    titled_and_governed,
    unglued,
    verb_ahead,
)
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.analysis.tokens import Token
from chancery.register import fold

FAR_TOLD, FAR, FAR_ROLE, FARTHEST = 1, 3, 6, 12
"""Sentences back over which a bearer is found: where nobody speaks, anyone near, whoever spoke last, a subject before a long quotation."""
OPENING = 3
"""Words before the subject of a clause that opens a sentence: `Alors même qu'il`."""
ENDING = frozenset(":.!?…-–—")
"""Signs behind which other words begin than those a name is part of."""
PERSON = "person:"


class Pronouns:
    """Noun phrases as they are met, and who is meant when a pronoun follows."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._met: list[Met] = []
        self._everyone: set[str | None] = set()
        """The people met outside quotations so far."""
        self._speakers: dict[str, int] = {}
        """How often each actor spoke so far."""
        self._ahead: frozenset[str] = frozenset()
        """Who is named in what the verb governs: its subject pronoun does not mean them (principle C of binding theory; Chomsky 1981)."""

    @property
    def met(self) -> Sequence[Met]:
        """The noun phrases met so far that are not too far back."""
        return self._met

    def meet_name(self, name: Named) -> None:
        """A name may be taken up again by a pronoun."""
        if (name.actor is None and not name.sides) or self._beside(name):
            return
        words = self._scene.row[name.first : name.after]
        self._add(name.first, next((word for word in words if word.head not in words), words[0]), name.actor, name.sides)
        behind = verb_ahead(self._scene, name.after) if name.type == "PER" else next(iter(self._scene.row[name.after : name.after + 1]), None)
        before = self._scene.row[name.first - 1] if name.first else None
        governed = before is not None and before.pos == "ADP" and not self._scene.has("around.titles", before.text)
        governed = governed or beside_governed(self._scene, self._scene.row[name.first], name.type == "PER")
        governed = governed or (name.type == "PER" and titled_and_governed(self._scene, name.first))
        if behind is not None and behind.pos in ("VERB", "AUX") and not governed and acting(behind):
            self._met[-1].subject = True
            self._met[-1].spoke = self._met[-1].spoke or self._speech_ahead(behind)

    def _beside(self, name: Named) -> bool:
        """Whether the noun before the name is what is meant: `le stade Paul Roy`, `la députée LR`."""
        before = self._scene.row[name.first - 1] if name.first else None
        if before is None or name.type == "LOC":
            return False
        person = before.pos == "NOUN" and self._scene.lexicon.calling(before.text) in self._scene.lexicon.people
        return dedicated(self._scene, name) if name.type == "PER" else person

    def _speech_ahead(self, verb: Token) -> bool:
        """Whether the verb that begins here is one of speech, auxiliaries before it allowed."""
        main = verb.head if verb.pos == "AUX" and verb.dep.startswith("aux") else verb
        return main.child("aux:pass") is None and self._scene.lexicon.speaks(main)

    def meet_role(self, place: int, actor: str | None, sides: tuple[str, ...], after: int = 0) -> None:
        """A role may be taken up again, whether its bearer is known or not; `after` is the word behind it."""
        self._add(place, self._scene.row[place], actor, sides)
        lexicon, met = self._scene.lexicon, self._met[-1]
        noun = self._scene.row[place]
        inhabitant = noun.text[0].isupper() and lexicon.demonym(noun, self._scene.register) is not None
        met.human = not met.plural and (lexicon.calling(noun.text) in lexicon.people or inhabitant)
        behind = verb_ahead(self._scene, after) if after and met.human and actor is None else None
        if behind is not None and self._scene.has("around.indefinite", self._scene.row[place - 1].text) and acting(behind):
            met.subject = met.subject or behind.pos in ("VERB", "AUX")
            met.spoke = met.spoke or self._speech_ahead(behind)

    def speaking(self, place: int, gender: str, *, at_once: bool = False) -> str | None:
        """The person who spoke last, if a noun that speaks here can mean them; None where someone without a name did.

        `at_once` wants nothing but quoted words between.
        """
        scene, token = self._scene, self._scene.row[place]
        speaks = token.dep.startswith("nsubj") and scene.lexicon.speaks(token.head)
        if not ((speaks and not scene.quoted[place]) or source(scene, place)):
            return None
        opening = fold(scene.document.text[scene.row[scene.first_of_sentence(place)].start : token.start])
        if any(words in opening for words in scene.lexicon.sets["callings.contrasts"]):
            return None
        near = scene.sentence_of[place] - FAR_ROLE
        last = next(
            (met for met in reversed(self._met) if (met.human or is_person(met)) and met.spoke and not met.quoted and met.sentence >= near), None
        )
        after = [met for met in self._met if last is not None and met.place > last.place and not met.quoted]
        between = {met.actor for met in after if met.subject and is_person(met)}
        if at_once and last is not None and (scene.has("callings.answers", token.head.lemma) or self._told_since(last, place)):
            return None
        if last is None and not at_once and len(self._everyone) == 1:
            return next(iter(self._everyone))
        if last is None or not is_person(last) or between - {last.actor} or (gender and last.gender and gender != last.gender):
            return None
        return last.actor

    def _told_since(self, last: Met, place: int) -> bool:
        """Whether a sentence that is not quoted throughout stands between."""
        scene = self._scene
        between = range(scene.after_sentence(last.place), scene.first_of_sentence(place))
        return any(scene.row[index].pos in ("VERB", "AUX") and not scene.quoted[index] for index in between)

    def meet_people(self, place: int, actor: str) -> None:
        """A people or group: `les talibans`, `les Russes`."""
        scene, token = self._scene, self._scene.row[place]
        verb = token.head
        spoke = token.dep.startswith("nsubj") and scene.lexicon.speaks(verb)
        self._met.append(Met(place, scene.sentence_of[place], "", True, actor, (), token.dep.startswith("nsubj"), scene.quoted[place], spoke))

    def meet_noun(self, place: int) -> None:
        """Any other noun stands in the way of those before it."""
        token = self._scene.row[place]
        if token.pos == "PROPN" and not token.dep.startswith("nsubj"):
            return
        if token.dep.partition(":")[0] in ("nsubj", "obj", "obl", "ROOT"):
            self._add(place, token, None, ())

    def _add(self, place: int, token: Token, actor: str | None, sides: tuple[str, ...]) -> None:
        scene = self._scene
        verb = token.head.head if apposed_to_subject(token) else token.head
        told = not self._governed(place) and source(scene, place)
        if is_known(actor) and (told or not scene.quoted[place]):
            self._everyone.add(actor)
        self._met.append(
            Met(
                place,
                scene.sentence_of[place],
                self._gender(place, token, actor),
                self._plural(place, token, actor),
                actor,
                sides,
                token.dep.startswith("nsubj") or apposed_to_subject(token) or told,
                scene.quoted[place] and not told,
                told or ((token.dep.startswith("nsubj") or apposed_to_subject(token)) and scene.lexicon.speaks(verb)),
                told
                and place > 0
                and scene.has("pronouns.sources", scene.row[place - 1 - scene.has("around.articles", scene.row[place - 1].text)].text),
            )
        )

    def _governed(self, place: int) -> bool:
        """Whether it is only whose someone else is: `selon la nièce de X`."""
        before = place - 1
        while before > 0 and self._scene.has("around.articles", self._scene.row[before].text):
            before -= 1
        return before > 0 and self._scene.inside[place] is not None and self._scene.has("around.linking", self._scene.row[before].text)

    def _gender(self, place: int, token: Token, actor: str | None) -> str:
        if actor is not None and actor.startswith(PERSON):
            return self._scene.person(actor).gender.replace("?", "")
        before = fold(self._scene.row[place - 1].text) if place else ""
        if self._scene.has("around.feminine_determiners", before):
            return "f"
        if before in ("le", "un", "ce", "cet", "du", "au"):
            return "m"
        return {"Masc": "m", "Fem": "f"}.get(token.morph.get("Gender", ""), "")

    def _plural(self, place: int, token: Token, actor: str | None) -> bool:
        if actor is not None and actor.startswith(PERSON):
            return False
        before = fold(self._scene.row[place - 1].text) if place else ""
        return before in ("les", "des", "aux", "ces", "ses", "leurs") or (token.morph.get("Number") == "Plur" and token.pos == "NOUN")

    def bearer(self, place: int) -> tuple[str | None, tuple[str, ...]] | None:
        """Whom the pronoun at this place stands for; None where it is impersonal or unsure."""
        scene, token = self._scene, self._scene.row[place]
        gender = "f" if scene.has("pronouns.feminine", token.text) else "m"
        plural = scene.has("pronouns.plural", token.text)
        verb = token.head if token.head is not token else next_verb(scene, place)
        if token.text.startswith("-") and not scene.lexicon.speaks(verb):
            verb = inverted_verb(scene, place)
        if impersonal(scene, place, verb):
            return None
        self._ahead = frozenset() if token.text.startswith("-") else self._named_ahead(place, verb)
        passive = verb.child("aux:pass") is not None and verb.child("obj") is None
        inset = token.text.startswith("-")  # `a-t-il dit` is the teller's even where the marks enclose it
        cited = place > 0 and scene.has("pronouns.sources", scene.row[place - 1].text)
        speaks = (cited or (scene.lexicon.speaks(verb) and not passive)) and (inset or not scene.quoted[place])
        found = self._spoken(place, gender, plural) if speaks else self._told(place, gender, plural)
        found = (None if plural else self._to_come(place, gender)) or found
        here = scene.sentence_of[place]
        if found is None or not (found.actor or found.sides):
            if speaks:  # someone spoke all the same, and stands in the way of those before
                self._met.append(Met(place, here, gender, plural, None, (), True, False, True, human=not plural))
            return None
        self._met.append(Met(place, here, found.gender or gender, plural, found.actor, found.sides, True, scene.quoted[place] and not speaks, speaks))
        return found.actor, found.sides

    def _to_come(self, place: int, gender: str) -> Met | None:
        """Whom the main clause names, for the pronoun of a clause that opens the sentence: `S'il hésite, |Paul Roy| reste`."""
        scene, row = self._scene, self._scene.row
        first, after = scene.first_of_sentence(place), scene.after_sentence(place)
        if place - first > OPENING or scene.quoted[place] or not any(token.pos == "SCONJ" for token in row[first:place]):
            return None
        named = next((name for index in range(place + 1, after) if (name := scene.starting.get(index)) is not None and name.type == "PER"), None)
        if named is None or not is_known(named.actor) or scene.quoted[named.first]:
            return None
        start = named.first - scene.has("around.titles", row[named.first - 1].text)
        behind = verb_ahead(scene, named.after)
        heads = row[start - 1].text == "," and behind is not None and behind.pos in ("VERB", "AUX") and acting(behind)
        person = scene.person(named.actor or "")
        if not heads or person.gender.replace("?", "") not in ("", gender):
            return None
        return Met(place, scene.sentence_of[place], gender, False, named.actor, scene.sides_of(person.id), True, False, False)

    def _named_ahead(self, place: int, verb: Token) -> frozenset[str]:
        scene = self._scene
        names = (scene.starting.get(index) for index in range(place + 1, scene.after_sentence(place)))
        return frozenset(name.actor for name in names if name is not None and name.actor and complements(scene.row[name.first], verb))

    def latter(self, place: int) -> str | None:
        """Whom `ce dernier` or `cette dernière` means at this place: the person last named, if of that gender; None where another word follows."""
        scene, row = self._scene, self._scene.row
        if not place or not scene.has("callings.demonstratives", row[place - 1].text):
            return None
        if place + 1 < len(row) and row[place + 1].pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        gender = "f" if scene.has("around.feminine_determiners", row[place - 1].text) else "m"
        named = next((met for met in reversed(self._met) if (is_person(met) or met.human) and met.quoted == scene.quoted[place]), None)
        near = named is not None and named.sentence >= scene.sentence_of[place] - 1
        return named.actor if named is not None and near and named.gender in ("", gender) else None

    def _spoken(self, place: int, gender: str, plural: bool) -> Met | None:
        """Who speaks, outside quotations: a person who is or was a subject, the nearest, one that spoke before if there are several.

        Else a body that spoke, else any person met, else any subject. Someone without a name who spoke stands in the way of those before.
        """
        fitting = [met for met in self._met if self._fits(met, place, gender, plural) and not met.quoted and not self._told_of(met, place)]
        known = [met for met in fitting if met.actor or met.sides]
        if plural:
            return self._several([met for met in fitting if met.subject])
        if (state := self._topic(place, gender, fitting)) is not None:
            return state
        told = [met for met in fitting if met.subject and (is_person(met) or (met.human and (met.spoke or self._last_told(met, place))))]
        bodies = [met for met in known if met.spoke and not is_person(met) and self._near(met, place)]
        near = self._protagonist(place, unglued(self._scene, nearest(told), told), told)
        if told and near is None:
            return None  # two of one sentence could be meant
        if bodies and (near is None or near.sentence < bodies[-1].sentence - FAR):
            return bodies[-1]
        return near or nearest([met for met in known if is_person(met)])

    def _topic(self, place: int, gender: str, fitting: list[Met]) -> Met | None:
        """The state or body that the sentence before is about, of this gender, where nobody else is met since: `La Russie a massé ... Elle exige`."""
        scene = self._scene
        since = [met for met in fitting if met.sentence >= scene.sentence_of[place] - FAR_TOLD]
        if scene.row[place].text.startswith("-") or any(is_person(met) or met.human for met in since):
            return None
        first = next((met for met in self._met if met.subject and met.sentence == scene.sentence_of[place] - FAR_TOLD), None)
        return first if first in since and first is not None and first.gender == gender and (first.actor or first.sides) else None

    def _last_told(self, met: Met, place: int) -> bool:
        """Whether someone without a name is the subject of the sentence right before a quotation, which may well be theirs."""
        return self._scene.row[place].text.startswith("-") and met.actor is None and met.sentence >= self._scene.sentence_of[place] - FAR_TOLD

    def _told_of(self, met: Met, place: int) -> bool:
        """Whether someone is named in the words that the pronoun says: `Anna Roy « a tort », a-t-elle dit` is another's."""
        scene = self._scene
        inset = scene.row[place].text.startswith("-") and met.sentence == scene.sentence_of[place] and met.place in scene.starting
        return inset and not met.spoke and met.subject and not ENDING & set(scene.document.text[scene.row[met.place].end : scene.row[place].start])

    def _several(self, subjects: list[Met]) -> Met | None:
        """Who speaks as `they`: the last subject, or the last body where that one is unknown; `les sept pays` may be a body's, never a people."""
        last = nearest(subjects)
        if last is not None and (last.actor or last.sides):
            return last
        return nearest([met for met in subjects if (met.actor and not self._scene.register.is_state(met.actor)) or (met.sides and not met.actor)])

    def _near(self, met: Met, place: int) -> bool:
        """Whether a body is near enough to be meant; behind a quotation, only one that spoke right before it is."""
        scene = self._scene
        return not scene.row[place].text.startswith("-") or met.sentence >= scene.sentence_of[place] - FAR_TOLD

    def _protagonist(self, place: int, near: Met | None, told: list[Met]) -> Met | None:
        """Who spoke twice before, behind a quotation that opens a paragraph, where the nearest was only told of and never spoke."""
        scene = self._scene
        if near is None or near.actor in self._speakers or not scene.row[place].text.startswith("-"):
            return near
        spoke = [met for met in told if met.spoke and self._speakers.get(met.actor or "", 0) > 1]
        apart = "\n" in scene.document.text[scene.row[near.place].end : scene.row[place].start]
        return spoke[-1] if spoke and apart and not near.spoke else near

    def _told(self, place: int, gender: str, plural: bool) -> Met | None:
        """Who is meant where nobody speaks: the subject before it in its sentence, or of the last sentence; open if any other noun could be meant."""
        here = self._scene.sentence_of[place]
        fitting = [met for met in self._met if self._fits(met, place, gender, plural) and met.quoted == self._scene.quoted[place]]
        fitting = [met for met in fitting if is_person(met) or not met.cited]
        for number in range(here, here - 1 - FAR_TOLD, -1):
            near = [met for met in fitting if met.sentence == number]
            subjects = [met for met in near if met.subject]
            if subjects:
                chosen = subjects[-1] if number == here else subjects[0]
                rivals = [met for met in near if is_person(met) and met.place > chosen.place]
                return None if rivals and not is_person(chosen) else chosen
            if near:
                return near[0] if len({met.actor for met in near}) == 1 and (is_person(near[0]) or not near[0].actor) else None
        return None

    def _fits(self, met: Met, place: int, gender: str, plural: bool) -> bool:
        return met.place < place and met.plural == plural and met.gender in ("", gender) and met.actor not in self._ahead

    def forget(self, sentence: int) -> None:
        """Drop what is too far back to be meant; count who spoke in the sentence."""
        for met in reversed(self._met):
            if met.sentence < sentence:
                break
            if met.spoke and met.actor:
                self._speakers[met.actor] = self._speakers.get(met.actor, 0) + 1
        self._met = [
            met for met in self._met if met.sentence >= sentence - FAR or (met.subject and not met.quoted and met.sentence >= sentence - FARTHEST)
        ]
