"""The noun phrase without marks that somebody announces or promises: `a annoncé |la fin de la grève|`."""

from itertools import pairwise

from chancery.analysis import Token
from chancery.analysis.clauses import content_span, run_on
from chancery.facts.additions import text_from
from chancery.facts.closing import phrase_behind
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.endings import POINTS, ending
from chancery.facts.infinitives import opens_infinitive
from chancery.span import Span


def _run_end(context: Context, thing: Token, tokens: list[Token]) -> int:
    """Where the run of a noun's complements ends, whatever the parser hangs them on: `l'ouverture du port |aux navires à partir du 3 mai|`."""
    known = context.pack.words("cues")["occasion"]
    end = thing.end
    for token in run_on(thing, tokens):
        if token.text.lower() in known["opening"] or context.quote_at(token.start):
            return end
        if token.lemma.lower() in known["nouns"]:
            return end
        end = token.end if token.pos not in ("ADP", "DET", "CCONJ") else end
    return end


def _behind_day(context: Context, span: Span, tokens: list[Token]) -> int:
    """Where the thing begins behind the day on which it is announced: `a annoncé quelques jours plus tard |l'embauche`."""
    inside = [token for token in tokens if span.start <= token.start < span.end]
    dated = next((place for place, token in enumerate(inside) if not context.dated(token)), 0)
    while dated and dated + 1 < len(inside) and inside[dated].pos == "ADV" and inside[dated + 1].pos in ("ADV", "DET"):
        dated += 1
    return inside[dated].start if inside and inside[dated].pos != "ADP" else span.start


def _before_deed(cue: Cue, span: Span) -> int:
    """Where the thing ends before a participle that the cue's auxiliary is for, too: `a annoncé |la fin de la grève| et rendu les clés`."""
    if not any(cue.verb.all("aux")):
        return span.end
    deeds = (
        token.start
        for joint, token in pairwise(cue.sentence.tokens)
        if joint.pos == "CCONJ" and span.start < token.start < span.end and token.morph.get("VerbForm") == "Part" and not any(token.all("aux"))
    )
    place = next(deeds, None)
    joint = max((token.end for token in cue.sentence.tokens if place is not None and token.start < place and token.pos != "CCONJ"), default=span.end)
    return joint if place is not None else span.end


def _before_past(context: Context, cue: Cue, span: Span) -> int:
    """Where the thing ends before what was done earlier: `a annoncé |son départ| après avoir perdu la course`."""
    after = context.pack.words("cues")["order"]["aside"]
    return next(
        (
            context.back_over_gaps(one.start)
            for one, two in pairwise(cue.sentence.tokens)
            if span.start < one.start < span.end and one.text.lower() in after and two.pos == "AUX" and two.morph.get("VerbForm") == "Inf"
        ),
        span.end,
    )


def _behind_occasion(context: Context, cue: Cue) -> Token | None:
    """The thing by place, behind the day or the occasion, on which parsers hang it: `a annoncé vendredi 3 mai |sa démission|`."""
    if any(not context.dated(thing) for thing in cue.verb.all("obj")):
        return None
    thing = phrase_behind(context, cue.verb, cue.sentence.tokens)
    return thing if thing is not None and thing.pos == "NOUN" and not context.quote_at(thing.start) and not context.who.of(thing) else None


def _before_occasion(context: Context, cue: Cue, span: Span) -> int:
    """Where the thing ends before when or where it is told: `annonce |son départ| dans un entretien`, `|son retrait| peu avant midi`."""
    known = context.pack.words("cues")["occasion"]
    for one, two, three in zip(cue.sentence.tokens, cue.sentence.tokens[1:], cue.sentence.tokens[2:], strict=False):
        if not span.start < one.start < span.end:
            continue
        told = one.text.lower() in known["within"] and two.pos == "DET" and three.lemma.lower() in known["words"]
        if told or text_from(context, one).startswith(tuple(known["beside"])):
            return context.back_over_gaps(one.start)
    return span.end


def announced(context: Context, cue: Cue) -> Span | None:
    """The noun phrase without marks that is announced or promised."""
    things = [token for token in cue.verb.all("obj") if token.start > cue.verb.end and token.pos == "NOUN"]
    thing = next((token for token in things if not context.dated(token)), None)
    apart = None if thing is not None else _behind_occasion(context, cue)
    thing = thing or apart or next(iter(things), None)
    papers = context.pack.words("cues")["sources"]["papers"]
    if thing is None or (cue.verb.dep == "acl" and cue.verb.head.lemma.lower() in papers):
        return None  # `l'article annonçant le stage` only says what it is about
    span = content_span(thing)
    span = Span(max(span.start, cue.verb.end), max(span.end, _run_end(context, thing, cue.sentence.tokens))).trimmed(context.text, GAPS + POINTS)
    span = Span(_behind_day(context, span, cue.sentence.tokens), span.end)
    if apart is not None:  # what stands behind its comma is no part of it
        span = Span(span.start, min([span.end, *(token.start for token in cue.sentence.tokens if token.text == "," and token.start > apart.start)]))
    if context.words(span)[:1] and context.dated(context.words(span)[0]):
        return None
    if not len(span) or context.quote_at(span.start):
        return None
    if context.quote_at(context.forward_over_gaps(span.end)):
        return None  # `annonce des débats "dans tous les lycées"`: the words between the marks are what is said
    end = ending(context, cue, span.start, set())
    aim = next((token for token in cue.sentence.tokens if token.start >= span.end), None)
    if aim is not None and aim.pos == "ADP" and opens_infinitive(cue.sentence.tokens, aim.index + 1):
        span = Span(span.start, end)  # `la création d'un fonds |pour aider ...|`
    end = min(end, _before_deed(cue, span), _before_past(context, cue, span), _before_occasion(context, cue, span))
    return None if any(context.quotes_in(span)) else Span(span.start, max(span.start + 1, min(span.end, end)))
