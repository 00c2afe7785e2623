"""What the outlet adds behind a comma to what somebody said: `..., une première depuis dix ans`; `..., le conseil voulant gagner du temps`."""

from itertools import pairwise

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.facts.context import Context
from chancery.facts.cue_lexicon import lexicon
from chancery.facts.speaking import can_speak, is_finite, is_participle
from chancery.span import Span

LONGEST = 32
"""Code points of a preposition of several words."""
NEAR = 4
"""Tokens from a comma within which the noun stands that is added."""


def text_from(context: Context, first: Token) -> str:
    """The text from a token on, as prepositions are compared with it."""
    return context.text[first.start : first.start + LONGEST].lower().replace("’", "'")


def adds_allusion(context: Context, behind: list[Token]) -> bool:
    """Whether the outlet tells behind a comma what is alluded to, or that it was said: `..., en allusion à X`; `..., comme il l'a confié à Y`."""
    order = context.pack.words("cues")["order"]
    if text_from(context, behind[0]).startswith(tuple(order["alluding"])):
        return True
    verb = next((token for token in behind[1 : NEAR + 2] if token.pos == "VERB"), None)
    if behind[0].text.lower() != order["leading"][-1] or verb is None or behind[1].text.lower() not in order["plain_inverted"]:
        return False
    return any(entry.speech_act == "say" for entry in lexicon(context.pack).get(verb.lemma, ()))


def adds_relative(context: Context, behind: list[Token]) -> bool:
    """Whether a relative clause without marks follows a comma behind quoted words, and reaches to the end: `"le port", |qui a fermé hier|`."""
    if len(behind) < 2 or _is_marked(context, behind) or context.quote_ending(context.back_over_gaps(behind[0].start, ",")) is None:
        return False
    opens = behind[0].text.lower() in context.pack.words("cues")["order"]["relatives"] and behind[0].pos not in ("SCONJ", "ADP")
    return opens and sum(map(is_finite, behind)) == 1 and not any(token.text == "," for token in behind)


def adds_remark(context: Context, behind: list[Token], limit: int) -> bool:
    """Whether the tokens behind a comma, up to the limit, are the outlet's: what the words amount to, who else said so, why it was done."""
    rest = [token for token in behind if token.start < limit]
    return sums_up(context, rest) or _why(context, rest)


def sums_up(context: Context, rest: list[Token]) -> bool:
    """Whether these last tokens say what the words before amount to, or who else said so; without marks of their own."""
    if not rest or _is_marked(context, rest):
        return False
    return _takes_up(context, rest) or _says_too(context, rest)


def _is_marked(context: Context, rest: list[Token]) -> bool:
    """Whether words with marks stand among the tokens."""
    return any(context.quotes_in(Span(rest[0].start, rest[-1].end)))


def _takes_up(context: Context, rest: list[Token]) -> bool:
    """Whether a noun for what was said or done opens what follows, bare or with an indefinite article: `une information niée`, `mesure qui ...`."""
    if rest[0].pos == "DET" and rest[0].morph.get("Definite") != "Ind":
        return False
    place = next((place for place, token in enumerate(rest[:NEAR]) if _is_sum(context, token)), None)
    if place is None or any(token.pos not in ("DET", "ADJ", "NUM", "ADV") for token in rest[:place]):
        return False
    behind = rest[place + 1] if place + 1 < len(rest) else None
    if rest[0].pos != "DET" and (behind is None or behind.morph.get("PronType") != "Rel"):
        return False
    return not any(token.text in (":", ";") for token in rest) and not _lists(rest[place:])


def _is_sum(context: Context, token: Token) -> bool:
    """Whether the word is a noun by which what was said is taken up, whatever the tagger takes it for."""
    known = context.pack.words("cues")["order"]["summing"]
    return token.text.lower() in known or (token.pos == "NOUN" and token.lemma.lower() in known)


def _lists(rest: list[Token]) -> bool:
    """Whether a comma and a conjunction carry a list on: `..., une mesure de plus, et un port`."""
    return any(one.text == "," and other.pos == "CCONJ" for one, other in pairwise(rest))


def _says_too(context: Context, rest: list[Token]) -> bool:
    """Whether others are named who said the same: `..., de même que la mairie`."""
    also = context.pack.words("cues")["order"]["also"]
    opens = next((words for words in also if context.text.startswith(words + " ", rest[0].start)), None)
    named = ("NOUN", "PROPN", "PRON")
    who = next((token for token in rest if token.pos in named and opens and token.start >= rest[0].start + len(opens)), None)
    return who is not None and can_speak(context, who) and not any(map(is_finite, rest))


def _why(context: Context, rest: list[Token]) -> bool:
    """Whether a noun with a participle of its own says why or how it was done: `..., le conseil voulant gagner du temps`."""
    if len(rest) < NEAR or rest[0].pos != "DET" or _is_marked(context, rest):
        return False
    place = next((place for place, token in enumerate(rest[: NEAR + 1]) if is_participle(token)), None)
    if place is None or place < 2 or any(token.pos not in ("DET", "NOUN", "PROPN", "ADJ") for token in rest[:place]):
        return False
    verbs = [token for token in rest if is_finite(token) and own_subject(token) in rest[:place]]
    return rest[0].morph.get("Definite") == "Def" and not verbs
