"""A pronoun that stands for someone or something, and how it stands there."""

from dataclasses import dataclass

from chancery.analysis.actors.met import closes, inverted_verb, next_verb
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token

CLITICS = 1
"""Words that may stand before the verb of an inset."""


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
        incise = inset and _is_incise(scene, place)
        told = passive or (inset and _asks(scene, place, verb))
        speaks = (cited or incise or (scene.lexicon.speaks(verb) and not told)) and (inset or not scene.quoted[place])
        quoted = scene.quoted[place] and not speaks  # `a-t-il dit` is the teller's even where the marks enclose it
        manner = "cited" if cited else "inset" if inset and speaks else "speaks" if speaks else "quoted" if quoted else "told"
        gender = "f" if scene.has("pronouns.feminine", token.text) else "m"
        return cls(place, scene.sentence_of[place], gender, scene.has("pronouns.plural", token.text), verb, speaks, manner, quoted)


def _asks(scene: Scene, place: int, verb: Token) -> bool:
    """Whether the inverted pronoun and its verb ask, with more behind them: `Paul Roy veut-|il| la paix ?`, not `Que faire, a-t-|il| demandé ?`."""
    after = scene.after_sentence(place)
    behind = next((token for token in scene.row[place + 1 : after] if token.start > verb.start), None)
    return scene.row[after - 1].text == "?" and behind is not None and behind.pos != "PUNCT"


def _is_incise(scene: Scene, place: int) -> bool:
    """Whether nothing but the verb stands between a quotation and the inverted pronoun: `« Oui », |juge-t-il|`, `« Oui », s'|agace t-il|`."""
    verb = place - 1 - (scene.row[place - 1].text == "t")
    return any(closes(scene, before) for before in range(max(0, verb - CLITICS - 1), verb))
