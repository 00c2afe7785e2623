"""Quoted fragments in a cue's complement: `dénonce une "grave erreur"`."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.quotations import Quotation
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.reported import Words
from chancery.facts.speaking import is_finite, is_participle
from chancery.span import Span

NEAR = 5
"""Tokens between two coordinated quotations (`une "..." et une initiative "..."`)."""
FAR = 10
"""Tokens between an evaluation and the words that it quotes."""


def fragments(context: Context, cue: Cue, taken: set[Quotation], places: set[int]) -> Iterator[Words]:
    """Quoted words in the cue's complement: coordinated ones are items each, those of one phrase are one, from the first mark to the last.

    `places` are those of all cue verbs.
    """
    held: list[Quotation] = []
    end = context.seam_after(cue.verb.end, max(cue.verb.end, cue.sentence.span.end))
    for quote in context.quotes_in(Span(cue.group.start, max(cue.verb.end, end))):
        if quote in taken or not quote.closed or context.is_label(quote) or context.heads(quote) or quote.outer.contains(cue.verb.span):
            continue
        if _is_name(context, cue, quote, coordinated=bool(held)):
            continue
        since = held[-1].outer.end if held else cue.verb.end
        if any(point + " " in context.text[since : quote.outer.start] for point in ".!?"):
            break
        if held and _one_phrase(context, cue, held[-1], quote, places):
            held.append(quote)
            continue
        if not _coordinated(context, held[-1], quote) if held else _other_verb(context, cue, quote):
            break
        yield from _whole(context, cue, held)
        held = [quote]
    yield from _whole(context, cue, held)


def _is_name(context: Context, cue: Cue, quote: Quotation, *, coordinated: bool) -> bool:
    """Whether the marks set off a name, of which nobody says anything.

    It has capitals and stands right behind a noun (`le parti "Horizons"`) or is joined to other words; or `baptisé` stands before it.
    """
    sentence = context.sentence_at(quote.outer.start)
    before = next((token for token in reversed(sentence.tokens) if token.end <= quote.outer.start), None) if sentence else None
    if before is not None and before is not cue.verb and before.text.lower() in context.pack.words("cues")["order"]["naming"]:
        return True
    if not context.text[quote.inner.start].isupper() or context.tells(quote.inner):
        return False
    return coordinated or (before is not None and before.pos == "NOUN")


def _whole(context: Context, cue: Cue, held: list[Quotation]) -> Iterator[Words]:
    """The words from the first mark to the last of a phrase."""
    if held:
        yield Words(Span(held[0].inner.start, held[-1].inner.end), "direct" if _is_sentence(context, cue, held) else "mixed", tuple(held))


def _is_sentence(context: Context, cue: Cue, held: list[Quotation]) -> bool:
    """Whether the marks hold a sentence: behind a comma (`Comme l'a dit X, "le port ferme"`), or what is shouted."""
    if len(held) > 1:
        return False
    before = context.back_over_gaps(held[0].outer.start)
    return "aloud" in cue.entry.takes or (context.text[before - 1 : before] == "," and context.tells(held[0].inner))


def _one_phrase(context: Context, cue: Cue, one: Quotation, other: Quotation, places: set[int]) -> bool:
    """Whether the phrase of one quotation goes on to the other: `une "erreur" d'un parti "usé"`, `ces "amis", dont X, qui ont "..."`."""
    between = context.words(Span(one.outer.end, other.outer.start))
    if one.outer.start < cue.verb.start or context.text[other.inner.start].isupper():
        return False
    if [token.pos for token in context.words(other.inner)] == ["DET", "NOUN"]:
        return False  # `contre "le terrorisme"`: a term that is somebody's, not what is said of it
    if not between:
        return not context.text[one.outer.end : other.outer.start].strip(GAPS)
    if any(token.start in places or token.pos == "CCONJ" or token.text in ":;()" for token in between):
        return False
    order = context.pack.words("cues")["order"]
    first = between[1] if between[0].text == "," and len(between) > 1 else between[0]
    opening = next((token for token in between if _opens(token, order)), None)
    free = [token for token in between if opening is None or token.start < opening.start]
    nominal = all(token.pos not in ("VERB", "AUX") or token.morph.get("VerbForm") != "Fin" for token in free)
    named = first.pos == "DET" and len(between) < NEAR and opening is None  # `condamné "avec force" ces attaques "brutales"`
    tied = first.lemma.lower().split(" ")[0] in order["tying"] or named or first.morph.get("VerbForm") == "Part"
    return nominal and (first is opening or (tied and first is between[0])) and len(free) <= FAR


def _coordinated(context: Context, one: Quotation, other: Quotation) -> bool:
    """Whether nothing but a conjunction or comma, with little words, stands between two quotations."""
    between = context.words(Span(one.outer.end, other.outer.start))
    explaining = context.pack.words("cues")["order"]["explaining"]
    joined = any(token.pos == "CCONJ" or token.text == "," for token in between) and not any(token.text.lower() in explaining for token in between)
    plain = all(token.pos in ("CCONJ", "PUNCT", "DET", "ADP", "ADJ", "NOUN", "PROPN") or token.dep == "acl" for token in between)
    return joined and len(between) <= NEAR and plain


def _other_verb(context: Context, cue: Cue, quote: Quotation) -> bool:
    """Whether another clause lies between the cue and the quotation, so that its words may be someone else's."""
    between = [token for token in cue.sentence.tokens if cue.verb.end <= token.start < quote.outer.start and not context.quote_at(token.start)]
    if is_participle(cue.verb) and any(token.text in (",", ":") for token in between):
        return True
    if not cue.entry.takes - {"marked"} and (len(between) > FAR or any(token.text == "," for token in between)):
        return True  # an attitude or evaluation reaches no farther than its own complement
    return any(is_finite(token) or is_participle(token) or token.pos == "SCONJ" for token in between)


def _opens(token: Token, order: dict[str, list[str]]) -> bool:
    """Whether the word opens a relative clause or a condition."""
    word = token.text.lower()
    return (word in order["relatives"] and token.pos not in ("SCONJ", "ADP")) or (word in order["supposing"] and token.pos == "SCONJ")
