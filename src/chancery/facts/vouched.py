"""How much of its clause a source vouches for that a preposition names: not what leads up to a colon, nor what the outlet adds behind a comma."""

from chancery.analysis import Token
from chancery.facts.additions import adds_allusion, adds_relative, sums_up
from chancery.facts.context import GAPS, Context
from chancery.facts.cue_lexicon import lexicon
from chancery.facts.leads import COLON
from chancery.facts.resuming import QUE
from chancery.facts.speaking import is_finite, is_press
from chancery.facts.turning import main_clause
from chancery.span import Span


def vouched_for(context: Context, before: Span, source: Token) -> Span:
    """What stands before the source, less what leads up to a colon in it: `La criée a brûlé : |trois navires sont perdus|, selon X`.

    And less the clause that a noun with marks of its own is set beside: `Le port a fermé lundi, |un choix "précipité"|, selon X`.
    """
    colons = [found for found in COLON.finditer(context.text, before.start, before.end) if not context.quote_at(found.start())]
    if colons and not any(context.quotes_in(Span(before.start, colons[-1].start()))):
        rest = Span(colons[-1].end(), before.end).trimmed(context.text, GAPS)
        counted = context.tells(rest) and (_counts(context, rest) or is_press(context, source)) and not _is_person(context, source)
        before = rest if counted or context.quote_at(rest.start) is not None else before
    before = _less_conjunction(context, behind_contrast(context, before))
    words = context.words(before)
    commas = [place for place, token in enumerate(words[:-1]) if token.text == "," and not context.quote_at(token.start)]
    first = words[commas[-1] + 1] if commas else None
    if first is None or first.morph.get("Definite") != "Ind" or first.pos != "DET" or not context.tells(Span(before.start, first.start)):
        return before
    if first.start > before.start and "," not in context.text[before.end : source.start] and not any(context.quotes_in(before)):
        return Span(first.start, before.end) if _is_remark(words[commas[-1] + 1 :]) else before
    ahead = context.quotes_in(Span(before.start, first.start))
    quotes = list(context.quotes_in(Span(first.start, before.end)))
    apart = bool(quotes) and all(map(context.is_label, ahead)) and not any(token.pos == "CCONJ" for token in words[commas[-1] : commas[-1] + 2])
    return Span(first.start, before.end) if apart and not _has_verb(words[commas[-1] + 1 :]) else before


def _is_remark(words: list[Token]) -> bool:
    """Whether a noun with an adjective stands there, and no verb, that a source right behind it is named for: `un loyer trop faible |selon elle|`."""
    verbs = any(token.pos in ("VERB", "AUX", "CCONJ", "SCONJ", "NUM", "PUNCT") for token in words)
    return not verbs and words[-1].pos == "ADJ"


def behind_contrast(context: Context, said: Span) -> Span:
    """The clause behind another that the outlet sets against it at the head of the sentence: `Alors que le vent se lève, |le port ferme|`."""
    words = context.words(said)
    aside = context.pack.words("cues")["order"]["aside"][:2]
    if len(words) < 3 or words[0].text.lower() not in aside or words[1].lemma.lower() not in QUE or context.quote_at(words[2].start):
        return said
    for place, token in enumerate(words[:-1]):
        apart = token.text == "," and not context.quote_at(token.start) and context.tells(Span(said.start, token.start))
        if apart and main_clause(context, words[place + 1 :]):
            return Span(words[place + 1].start, said.end)
    return said


def _less_conjunction(context: Context, said: Span) -> Span:
    """A clause that the outlet sets against the one behind the source, without what opens it: `Alors que |le port ferme|, selon X, la ville ...`."""
    words = context.words(said)
    opens = len(words) > 2 and words[0].text.lower() in context.pack.words("cues")["order"]["aside"][:2] and words[1].lemma.lower() in QUE
    return Span(words[1].end, said.end).trimmed(context.text, GAPS) if opens else said


def behind_others(context: Context, said: Span) -> Span:
    """The same where that clause is what another source says: `Alors que, selon Y, le vent se lève, |le port ferme|, estime X`."""
    rest = behind_contrast(context, said)
    quoting = tuple(context.pack.words("cues")["sources"]["prepositions"])
    ahead = context.words(Span(said.start, rest.start)) if rest.start > said.start else []
    return rest if any(context.text.startswith(quoting, token.start) for token in ahead) else said


def _counts(context: Context, rest: Span) -> bool:
    """Whether a figure that is no date stands there, which is what a source is named for."""
    return any(token.pos == "NUM" and not context.dated(token) for token in context.words(rest))


def _is_person(context: Context, source: Token) -> bool:
    """Whether a person is the source, who may have said what leads up to the colon, too."""
    return any(actor.startswith("person:") for actor in context.who.of(source))


def _has_verb(words: list[Token]) -> bool:
    """Whether a finite verb stands there outside a relative clause, so that it is a clause of its own."""
    relative = next((place for place, token in enumerate(words) if token.morph.get("PronType") == "Rel"), len(words))
    return any(is_finite(token) for token in words[:relative])


def less_remark(context: Context, after: Span) -> Span:
    """What stands behind the source, less what the outlet adds to it: `le port ferme|, une mesure que la ville conteste|`, `...|, ce qui ...|`."""
    words = context.words(after)
    for place, token in enumerate(words[:-1]):
        if token.text != "," or context.quote_at(token.start) or not context.tells(Span(after.start, token.start)):
            continue
        behind = words[place + 1 :]
        if sums_up(context, behind) or _remarks(context, behind) or _adds(context, behind):
            return Span(after.start, context.back_over_gaps(token.start))
    return after


def _adds(context: Context, behind: list[Token]) -> bool:
    """Whether an allusion is explained there, without marks, or a clause set against the words in which somebody else reports something."""
    if any(context.quotes_in(Span(behind[0].start, behind[-1].end))):
        return False
    aside = context.pack.words("cues")["order"]["aside"][:2]
    sets = len(behind) > 2 and behind[0].text.lower() in aside and behind[1].lemma.lower() in QUE
    verb = next((token for token in behind[2:] if token.pos == "VERB" and any(token.all("nsubj"))), None) if sets else None
    says = verb is not None and any("que" in entry.takes for entry in lexicon(context.pack).get(verb.lemma, ()))
    return adds_allusion(context, behind) or adds_relative(context, behind) or says


def _remarks(context: Context, behind: list[Token]) -> bool:
    """Whether a relative clause takes up the whole, or tells what somebody in it answers: `ce qui montre ...`, `qui dément`."""
    if any(context.quotes_in(Span(behind[0].start, behind[-1].end))):
        return False
    order = context.pack.words("cues")["order"]
    if len(behind) > 2 and behind[0].text.lower() == "ce" and behind[1].text.lower() in order["relatives"]:
        return not any(token.pos == "NUM" for token in behind)  # `..., ce qui porte le total à 40`: a sum may be the source's
    if behind[0].text.lower() not in order["relatives"] or len(behind) < 2 or not is_finite(behind[1]):
        return False
    return any(entry.speech_act == "deny" for entry in lexicon(context.pack).get(behind[1].lemma, ()))
