"""Subject pronouns and words of class for whom they stand; open where two could be meant."""

from dataclasses import dataclass

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

FAR = 3
"""Sentences back over which a pronoun may find its bearer."""
PERSON = "person:"


@dataclass(slots=True)
class Met:
    """A noun phrase that a pronoun may stand for."""

    place: int
    sentence: int
    gender: str
    plural: bool
    actor: str | None
    sides: tuple[str, ...]
    subject: bool
    quoted: bool
    spoke: bool


class Pronouns:
    """Noun phrases as they are met, and who is meant when a pronoun follows."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._met: list[Met] = []
        self._first = 0

    def meet_name(self, name: Named) -> None:
        """A name may be taken up again by a pronoun."""
        if name.actor is None and not name.sides:
            return
        words = self._scene.row[name.first : name.after]
        self._add(name.first, next((word for word in words if word.head not in words), words[0]), name.actor, name.sides)

    def meet_role(self, place: int, actor: str | None, sides: tuple[str, ...]) -> None:
        """A role may be taken up again, whether its bearer is known or not."""
        self._add(place, self._scene.row[place], actor, sides)

    def meet_noun(self, place: int) -> None:
        """Any other noun stands in the way of those before it."""
        token = self._scene.row[place]
        if token.dep.partition(":")[0] in ("nsubj", "obj", "obl", "ROOT"):
            self._add(place, token, None, ())

    def _add(self, place: int, token: Token, actor: str | None, sides: tuple[str, ...]) -> None:
        scene, verb = self._scene, token.head
        self._met.append(
            Met(
                place,
                scene.sentence_of[place],
                self._gender(place, token, actor),
                self._plural(place, token, actor),
                actor,
                sides,
                token.dep.startswith("nsubj") or _apposed_to_subject(token),
                scene.quoted[place],
                token.dep.startswith("nsubj") and verb.lemma in scene.lexicon.speech,
            )
        )

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
        verb = token.head if token.head is not token else _next_verb(scene, place)
        if self._impersonal(place, verb):
            return None
        speaks = verb.lemma in scene.lexicon.speech
        found = self._best(place, gender, plural, speaks)
        return (found.actor, found.sides) if found is not None and (found.actor or found.sides) else None

    def _impersonal(self, place: int, verb: Token) -> bool:
        scene = self._scene
        word = fold(scene.row[place].text)
        if word in ("il", "il y") and place + 1 < len(scene.row) and fold(scene.row[place + 1].text) == "y":
            return True
        return word.strip() == "il" and scene.has("pronouns.impersonal", verb.lemma)

    def _best(self, place: int, gender: str, plural: bool, speaks: bool) -> Met | None:
        """The best candidate: in its own sentence the subject before it, else of the sentence before; persons first where it speaks."""
        scene = self._scene
        here, quoted = scene.sentence_of[place], scene.quoted[place]
        for back in range(FAR + 1):
            number = here - back
            fitting = [
                met
                for met in reversed(self._met)
                if met.sentence == number and met.plural == plural and met.gender in ("", gender) and met.place < place and (not met.quoted or quoted)
            ]
            if speaks:
                fitting = [met for met in fitting if met.actor or met.sides]
            if not fitting:
                if any(met.sentence == number for met in self._met) and back and not speaks:
                    return None
                continue
            return self._chosen(fitting, speaks)
        return None

    def _chosen(self, fitting: list[Met], speaks: bool) -> Met | None:
        speakers = [met for met in fitting if met.spoke]
        if speaks and speakers:
            return speakers[0]
        subjects = [met for met in fitting if met.subject]
        pool = subjects or fitting
        if speaks:
            persons = [met for met in pool if met.actor and met.actor.startswith(PERSON)]
            pool = persons or pool
        actors = {met.actor for met in pool}
        return pool[-1] if subjects else pool[0] if len(actors) == 1 else None

    def forget(self, sentence: int) -> None:
        """Drop what is too far back to be meant."""
        while self._met and self._met[0].sentence < sentence - FAR:
            self._met.pop(0)


def _apposed_to_subject(token: Token) -> bool:
    """`le ministre russe Sergueï Lavrov`: the name of a subject is one."""
    return token.dep.partition(":")[0] in ("appos", "flat", "nmod") and token.child("case") is None and token.head.dep.startswith("nsubj")


def _next_verb(scene: Scene, place: int) -> Token:
    return next((token for token in scene.row[place : place + 4] if token.pos == "VERB"), scene.row[place])
