"""What the outlet sets within a sentence: a relative clause between dashes or brackets, the paper by which it knows what was said."""

from chancery.analysis import Token
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.speaking import is_press
from chancery.span import Span

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


def names_paper(context: Context, behind: list[Token]) -> bool:
    """Whether the outlet only says there by which paper it knows: `"..., a dit X, |selon le journal|. ..."`."""
    opens = behind[:1] and context.text[behind[0].start :].startswith(tuple(context.pack.words("cues")["sources"]["prepositions"]))
    close = next((place for place, token in enumerate(behind) if token.pos == "PUNCT"), 0)
    return bool(opens) and any(token.pos in ("NOUN", "PROPN") and is_press(context, token) for token in behind[:close])
