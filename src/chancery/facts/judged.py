"""What someone says or judges something to be: `s'est dit vendredi |prêt à ...`, `juge |scandaleux que ...`."""

from chancery.analysis import Token
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.endings import QUE

MARKS = frozenset('"«“')


def judged(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where the adjective begins, its mark and degree included; None where the cue takes none, or none stands there."""
    takes = cue.entry.takes
    if not takes & {"adjective", "judgement"}:
        return None
    place = _adjective(context, cue, tokens)
    if place is None or ("adjective" not in takes and not _of_a_clause(context, tokens, place)):
        return None
    entered = context.quote_at(tokens[place].start)
    if entered is not None and entered.outer.start > cue.verb.end:
        return entered.outer.start
    degrees = context.pack.words("cues")["order"]["degrees"]
    while place - 1 > cue.verb.index and (tokens[place - 1].text.lower() in degrees or tokens[place - 1].text in MARKS):
        place -= 1
    return tokens[place].start


def _adjective(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """The position of the adjective behind the cue, past days, adverbs and what stands between commas."""
    place = cue.verb.index + 1
    while place < len(tokens):
        token = tokens[place]
        if token.text == ",":
            close = next((later for later in range(place + 1, len(tokens)) if tokens[later].text == ","), None)
            if close is None:
                return None
            place = close
        elif context.dated(token) or token.pos == "ADV" or token.text in MARKS:
            pass
        elif (
            token.pos == "ADJ"
            or (token.pos == "VERB" and token.morph.get("VerbForm") == "Part")
            or _bare_noun(context, cue, token, tokens)
            or _alone_in_marks(context, token)
        ):
            return place
        elif token.pos != "DET":
            return None
        place += 1
    return None


def _alone_in_marks(context: Context, token: Token) -> bool:
    """Whether the word stands alone between marks, or with adverbs, whatever the tagger takes it for: `juge |"pas sage"| que ...`."""
    quote = context.quote_at(token.start)
    if quote is None or quote.inner.end != token.end or not token.text[0].islower():
        return False
    return all(word is token or word.pos == "ADV" for word in context.words(quote.inner))


def _bare_noun(context: Context, cue: Cue, token: Token, tokens: list[Token]) -> bool:
    """Whether a noun, or what the tagger takes for one, says without article what the speaker is: `se dit |victime d'une erreur|`."""
    if token.pos != "NOUN" or "adjective" not in cue.entry.takes or not token.text[0].islower():
        return False
    bare = tokens[token.index - 1].pos not in ("DET", "ADP", "NUM") and token.child("det", "case") is None
    return bare and token.lemma.lower() not in context.pack.words("cues")["order"]["performed"]


def _of_a_clause(context: Context, tokens: list[Token], place: int) -> bool:
    """Whether it is a clause or an infinitive that is judged: it follows the adjective and what it has of its own in its marks."""
    quote = context.quote_at(tokens[place].start)
    end = quote.outer.end if quote is not None and quote.outer.start < tokens[place].start else tokens[place].end
    behind = [token for token in tokens[place + 1 :] if token.start >= end]
    if not behind:
        return False
    if behind[0].lemma.lower() in QUE and behind[0].pos in ("SCONJ", "ADV", "PRON"):
        return True
    return behind[0].text.lower() in ("de", "d'") and any(token.morph.get("VerbForm") == "Inf" for token in behind[1:4])
