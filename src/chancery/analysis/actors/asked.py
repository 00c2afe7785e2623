"""A pronoun that stands for someone or something, and how it stands there."""

from dataclasses import dataclass

from chancery.analysis.actors.met import inverted_verb, next_verb
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun that stands for someone or something."""

    place: int
    sentence: int
    gender: str
    plural: bool
    verb: Token
    speaks: bool
    """Whether it says who speaks: `a-t-il dit`, `selon elle`."""
    manner: str
    """`inset` in an inverted clause of speech, `cited` behind a preposition, `speaks` before a verb of speech, else `quoted` or `told`."""
    quoted: bool

    @classmethod
    def at(cls, scene: Scene, place: int) -> "Asked":
        """The pronoun at this place of the row."""
        row, token = scene.row, scene.row[place]
        inset = token.text.startswith("-")
        verb = token.head if token.head is not token else next_verb(scene, place)
        if inset and not scene.lexicon.speaks(verb):
            verb = inverted_verb(scene, place)
        cited = place > 0 and scene.has("pronouns.sources", row[place - 1].text)
        passive = verb.child("aux:pass") is not None and verb.child("obj") is None
        speaks = (cited or (scene.lexicon.speaks(verb) and not passive)) and (inset or not scene.quoted[place])
        quoted = scene.quoted[place] and not speaks  # `a-t-il dit` is the teller's even where the marks enclose it
        manner = "cited" if cited else "inset" if inset and speaks else "speaks" if speaks else "quoted" if quoted else "told"
        gender = "f" if scene.has("pronouns.feminine", token.text) else "m"
        return cls(place, scene.sentence_of[place], gender, scene.has("pronouns.plural", token.text), verb, speaks, manner, quoted)
