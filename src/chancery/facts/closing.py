"""Who speaks behind a verb that closes what was said, told by place alone, for parsers miss it: `"...", a dit à la presse |un passant|`."""

from chancery.analysis import Mention, Token
from chancery.facts.context import Context
from chancery.facts.speaking import BRACKETS, can_speak, is_finite

NOUNS = ("NOUN", "PROPN")
ENDS = ("SCONJ", "CCONJ", "PRON")
DESCRIBED = ("ADJ", "NUM", "ADV")
"""What may stand between an article and its noun."""


def party_behind(context: Context, verb: Token, tokens: list[Token], *, quoted: bool) -> Token | None:
    """The first noun phrase behind the verb that no preposition governs: with an article, or a person's name.

    Days, adverbs, gerunds, predicates (`poursuit |émue| la dame`), phrases with a preposition and asides between commas or in brackets may stand
    between. Any noun serves where the verb closes a `quoted` sentence, else one for whoever can speak.
    """
    place, governed = verb.index + 1, False
    while place < len(tokens):
        token = tokens[place]
        name = context.who.at(token.span)
        if isinstance(name, Mention) and name.type == "PER" and name.span.start == token.start and not governed:
            return token
        if token.text == BRACKETS[0] or (token.text == "," and _opens_aside(tokens, place)):
            close = next((later.index for later in tokens[place + 1 :] if later.text == (BRACKETS[1] if token.text != "," else ",")), None)
            if close is None:
                return None
            place, governed = close + 1, False
            continue
        if token.pos == "PUNCT" and token.text != BRACKETS[1] or token.pos in ENDS or is_finite(token):
            return None
        if _is_article(context, verb, tokens, place) and not governed and not context.dated(token):
            return _noun(context, tokens, place + 1, quoted=quoted)
        if token.pos == "ADP" or token.dep == "case":
            governed = True
        elif token.pos in NOUNS or token.pos == "VERB" or context.dated(token):
            governed = False
        place += 1
    return None


def _opens_aside(tokens: list[Token], place: int) -> bool:
    """Whether a comma opens a phrase with a preposition: `a réagi|, au sein du parti,| le maire`."""
    return place + 1 < len(tokens) and tokens[place + 1].pos == "ADP"


def _is_article(context: Context, verb: Token, tokens: list[Token], place: int) -> bool:
    """Whether the word opens a noun phrase; `des` does, whatever the tagger takes it for, behind a verb in the plural."""
    token = tokens[place]
    if token.pos == "DET" and token.dep != "case":
        return True
    many = any(helper.morph.get("Number") == "Plur" for helper in (verb, *verb.all("aux")) if is_finite(helper))
    return many and token.pos == "ADP" and token.text.lower() in context.pack.words("cues")["order"]["several"]


def _noun(context: Context, tokens: list[Token], place: int, *, quoted: bool) -> Token | None:
    """The noun behind an article, or the adjective that stands for one: `a promis le |milliardaire|`."""
    while place + 1 < len(tokens) and tokens[place].pos in DESCRIBED and tokens[place + 1].pos in NOUNS:
        place += 1
    token = tokens[place] if place < len(tokens) else None
    if token is None or token.pos not in (*NOUNS, "ADJ") or context.dated(token):
        return None
    return token if can_speak(context, token, personal=not quoted or token.pos == "ADJ") else None
