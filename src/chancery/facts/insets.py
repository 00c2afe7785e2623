"""What the outlet sets within a sentence: a relative clause between dashes or brackets, the paper by which it knows what was said."""

import re
from itertools import pairwise

from chancery.analysis import Mention, Token
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.speaking import is_calling, is_finite, is_press
from chancery.span import Span

STOPS = ".!?"
DASH = re.compile(r"(?<=\s)[-–—](?=[\s,])|--|—")
CLOSING = {"(": ")", "-": " - ", "–": " – ", "—": " — "}
"""What closes an inset, by the sign that opens it."""


def within_inset(context: Context, cue: Cue, words: Span) -> int:
    """Where the words end within the dashes or brackets that the cue's relative clause stands in: `X |- qui dit partir -| n'en est pas là`."""
    first = next((token for token in cue.sentence.tokens if token.start >= cue.group.start), cue.verb)
    ahead = [token.text for token in cue.sentence.tokens[max(0, first.index - 2) : first.index]]
    if len(ahead) < 2 or ahead[0] not in CLOSING or cue.sentence.tokens[first.index - 1].morph.get("PronType") != "Rel":
        return words.end
    close = context.text.find(CLOSING[ahead[0]], words.start, words.end)
    return context.back_over_gaps(close) if close > words.start else words.end


def added_to_speaker(context: Context, cue: Cue, behind: list[Token]) -> Token | None:
    """The point up to which the outlet tells of the speaker just named: `"..., a dit le maire, |qui vit à Oslo.| ..."`, `|cité par la radio.|`."""
    close = next((place for place, token in enumerate(behind) if token.text in STOPS), None)
    if not close or cue.subject is None or cue.subject.pos not in ("NOUN", "PROPN") or cue.subject.start < cue.verb.start:
        return None
    rest, order = behind[:close], context.pack.words("cues")["order"]
    goes_on = any(one.text == "," and other.pos not in ("ADP", "PROPN") for one, other in pairwise(rest))
    if rest[0].morph.get("PronType") == "Rel" and rest[0].text.lower() in order["relatives"] and not goes_on:
        return behind[close]
    if _describes(context, rest) and _begins(context, behind[close]):
        return behind[close]
    if any(token.pos in ("VERB", "AUX") for token in rest[1:]) or goes_on:
        return None
    if rest[0].text.lower() in order["cited"]:
        return behind[close]
    where = rest[0].pos in ("ADP", "ADV") and any(_is_occasion(context, token) for token in rest)
    return behind[close] if where else None


def _describes(context: Context, rest: list[Token]) -> bool:
    """Whether the tokens, with no clause of their own, tell what the speaker is, or only when it was said: `professeur à Oslo`, `le 8 mai`."""
    if any(is_finite(token) or token.pos == "SCONJ" for token in rest):
        return False
    plain = [token for token in rest if token.pos not in ("DET", "ADV", "ADJ", "NUM")]
    calls = bool(plain) and plain[0].pos == "NOUN" and is_calling(context, plain[0])
    return calls or all(context.dated(token) or token.pos in ("DET", "NUM") for token in rest)


def _begins(context: Context, point: Token) -> bool:
    """Whether a new sentence begins behind a point within the marks."""
    ahead = context.text[context.forward_over_gaps(point.end) :][:1]
    return ahead.isupper() and context.quote_at(point.start) is not None


def _is_occasion(context: Context, token: Token) -> bool:
    """Whether it names a paper or a channel."""
    named = context.who.at(token.span)
    channel = isinstance(named, Mention) and named.type == "ORG" and token.text.isupper()
    return token.pos in ("NOUN", "PROPN") and (channel or is_press(context, token))


def names_paper(context: Context, behind: list[Token]) -> bool:
    """Whether the outlet only says there by which paper it knows: `"..., a dit X, |selon le journal|. ..."`."""
    opens = behind[:1] and context.text[behind[0].start :].startswith(tuple(context.pack.words("cues")["sources"]["prepositions"]))
    close = next((place for place, token in enumerate(behind) if token.pos == "PUNCT"), 0)
    return bool(opens) and any(token.pos in ("NOUN", "PROPN") and is_press(context, token) for token in behind[:close])


def between_dashes(context: Context, whole: Span, preposition: Span, end: int) -> Span | None:
    """What stands between the dashes of a sentence around a source that ends at `end`: `Le port - |rouvert, selon X| - ferme`; else None."""
    dashes = [found.span() for found in DASH.finditer(context.text, whole.start, whole.end) if not context.quote_at(found.start())]
    ahead = [dash for dash in dashes if dash[1] <= preposition.start]
    behind = [dash for dash in dashes if dash[0] >= end]
    return Span(ahead[-1][1], behind[0][0]) if len(ahead) % 2 and behind else None
