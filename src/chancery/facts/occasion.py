"""To whom, on what day, on what occasion and where something was said."""

from collections.abc import Iterator
from datetime import timedelta

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import noun_phrase, obliques, own_subject
from chancery.analysis.dates import date_of, within
from chancery.analysis.inflection import tense
from chancery.edtf import Edtf
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.reported import POINTS
from chancery.facts.speaking import is_participle
from chancery.facts.stated import QUOTES
from chancery.span import Span

WEEK = timedelta(days=7)
BESIDE = 7
"""Tokens within which the day of saying stands from its verb, or from the head of its sentence."""


def addressee(context: Context, cue: Cue) -> str | None:
    """Whom the cue's complement names as addressed (`a déclaré à l'AFP`, `a appelé Moscou à`), as the text has it; None if nobody known."""
    objects = cue.verb.all("obj") if cue.entry.speech_act == "demand" else ()
    for token in (*obliques(cue.verb, "à"), *cue.verb.all("iobj"), *objects):
        if token.start > cue.verb.end and context.who.of(token) and not _is_alluded_to(context, cue, token):
            return context.who.name(token)
    return _audience(context, cue)


def _audience(context: Context, cue: Cue) -> str | None:
    """Those of the press to whom it is said, as the text calls them: `a expliqué |à des journalistes|`."""
    known = context.pack.words("cues")["occasion"]
    for token in (*cue.verb.children, *(part for adverb in cue.verb.all("advmod") for part in adverb.children)):
        if token.pos == "NOUN" and token.lemma.lower() in known["audience"] and _opener(context, token) in known["to"]:
            return token.text
    return None


def _is_alluded_to(context: Context, cue: Cue, token: Token) -> bool:
    """Whether the complement is what the words are about, or bears but a title in marks: `a dit X en écho |au maire|`, `... au film "Jan Roy"`."""
    case = token.child("case")
    noun = cue.sentence.tokens[case.index - 1] if case is not None and case.index > cue.verb.index else None
    about = noun is not None and noun.pos == "NOUN" and any(opener.text.lower() == "en" for opener in noun.all("case"))
    titled = context.who.at(token.bare) is None and any(context.quote_at(part.start) for part in token.all("appos", "flat", "nmod"))
    return about or titled


def occasion(context: Context, cue: Cue, words: Span) -> str | None:
    """When or by what means it was said, by the words for it beside the cue or at the head of its sentence; None if the text does not say."""
    known = context.pack.words("cues")["occasion"]
    main = _main(cue)
    for token in _beside(cue, words, main):
        noun = token.lemma.lower() in known["nouns"] or any(part.lemma.lower() in known["nouns"] for part in token.all("nmod"))
        opener = _opener(context, token)
        if opener is None or opener in known["whose"] or (opener in known["to"] and token.lemma.lower() in known["audience"]):
            continue
        if opener.startswith(tuple(context.pack.words("cues")["sources"]["prepositions"])):
            continue
        if noun or any(opener.startswith(lead) for lead in known["leads"]):
            span = noun_phrase(token)
            whose = (cue.subject, own_subject(main) if main is not None else None)
            speaker = next((who for who in whose if who is not None and who.start > token.end), None)
            end = min(span.end, noun_phrase(speaker).start) if speaker is not None else span.end
            end = min(end, _plain_end(cue, token, span), words.start if words.start > token.end else end)
            end = token.end if _names_person(context, Span(token.end + 1, token.end + 2)) else end
            return Span(min(_first(token), span.start), end).trimmed(context.text, GAPS + POINTS).of(context.text)
    return None


def _names_person(context: Context, start: Span) -> bool:
    """Whether a person's name begins there, right behind an occasion: `a dit dans un message |Jan Roy|`."""
    name = context.who.at(start)
    return isinstance(name, Mention) and name.type == "PER" and name.span.start == start.start


def _plain_end(cue: Cue, noun: Token, span: Span) -> int:
    """Where a phrase ends before what the parser hangs on it and the verb governs: `lors d'un entretien |qu'il part|`, `dans un avis |une halte|`."""
    tokens = cue.sentence.tokens
    for token in tokens[noun.index + 1 :]:
        before = tokens[token.index - 1]
        day = token.index + 1 < len(tokens) and tokens[token.index + 1].pos == "NUM"  # `à la réunion |le 4 juin|`
        article = token.pos == "DET" and before.pos in ("NOUN", "PROPN", "ADJ", "NUM") and not day
        infinitive = token.morph.get("VerbForm") == "Inf" and before.pos != "ADP"
        opens = token.pos == "SCONJ" or token.text == ":" or (token.text in QUOTES and before.pos not in ("NOUN", "ADP"))
        if token.start >= span.end or article or infinitive or opens:
            return min(span.end, before.end)
    return span.end


def place(context: Context, cue: Cue, words: Span) -> str | None:
    """Where it was said: the place that a complement of the cue names; None if there is none."""
    known = context.pack.words("cues")["occasion"]
    for token in _beside(cue, words):
        found, opener = context.who.at(token.span), _opener(context, token)
        if token.head is cue.subject and opener in known["whose"]:
            continue  # `le maire |de Bergen| a dit`: that is what he is, not where
        if isinstance(found, Mention) and found.type == "LOC" and opener in known["where"]:
            return found.span.of(context.text)
    return None


def _main(cue: Cue) -> Token | None:
    """The verb before a participle that says what was said with it: `Dans un tweet, X |a condamné| cet acte, rappelant que ...`."""
    main = cue.verb.head
    return main if is_participle(cue.verb) and cue.verb.dep in ("advcl", "xcomp") and main.start < cue.verb.start else None


def _beside(cue: Cue, words: Span, main: Token | None = None) -> Iterator[Token]:
    """The nouns with a preposition that hang on the cue, on its subject or on its `main` verb, outside the words, in text order."""
    governors = [part for part in (cue.verb, cue.subject, *cue.verb.all("xcomp"), main) if part is not None]
    found = [token for governor in governors for token in governor.children if token.pos in ("NOUN", "PROPN") and not words.contains(token.span)]
    deeper = [part for token in cue.verb.all("advmod") for part in token.children if part.pos in ("NOUN", "PROPN") and not words.contains(part.span)]
    yield from sorted({*found, *deeper}, key=lambda token: token.start)


def _first(token: Token) -> int:
    """Where the preposition before a noun begins, its adverb included (`|lors de|`)."""
    case = token.child("case")
    start = min(case.start if case else token.start, token.start)
    return min(start, token.head.start) if token.head.pos in ("ADV", "ADP") and token.head.start < start else start


def _opener(context: Context, token: Token) -> str | None:
    """What stands before the noun and its article, in small letters: `lors d'`; None if that is no preposition."""
    if token.child("case") is None and token.head.pos not in ("ADV", "ADP"):
        return None
    inner = next((child.start for child in token.children if child.pos in ("DET", "ADJ", "NUM") and child.start < token.start), token.start)
    return context.text[_first(token) : inner].strip(GAPS).lower().replace("’", "'")


def said_on(context: Context, cue: Cue, words: Span) -> Edtf | None:
    """The day that stands beside the cue or opens its sentence, outside the reported words; None if there is none, or no one day."""
    tokens = cue.sentence.tokens
    opening = tokens[min(BESIDE, len(tokens)) - 1]
    behind = tokens[min(cue.verb.index + BESIDE, len(tokens) - 1)]
    comma = next((index for index in range(cue.verb.index - 1, -1, -1) if tokens[index].text == ","), -1)
    ahead = tokens[max(comma + 1, cue.verb.index - BESIDE)]  # behind a comma stands another clause's day
    parts = [Span(cue.verb.start, max(behind.end, cue.verb.end)), Span(ahead.start, cue.verb.end)]
    main = cue.verb.head if is_participle(cue.verb) else cue.verb
    if main.start < cue.verb.start and main.pos in ("VERB", "AUX"):  # `s'est dit lundi prêt à partir, en soulignant ...`
        parts.append(Span(main.start, min(tokens[min(main.index + BESIDE, len(tokens) - 1)].end, cue.verb.end)))
    for part in (*parts, Span(cue.sentence.span.start, opening.end)):
        kept = _without(part, words)
        found = date_of(kept, context.analysis) if len(kept) else None
        if found is not None and found.exact is not None:
            return _by_then(found, kept, cue, context)
    return None


def _by_then(day: Edtf, around: Span, cue: Cue, context: Context) -> Edtf | None:
    """The day of saying, which is none to come; a weekday beside a past verb is the last one, whatever the words that it stands behind are about."""
    published = context.analysis.document.published
    last, exact = published.value.last if published else None, day.exact
    if last is None or exact is None or exact <= last:
        return day
    named = next((time for time in within(around, context.analysis) if time.date == day), None)
    bare = named is not None and not any(sign.isdigit() for sign in named.span.of(context.text))
    told = tense(cue.verb) in ("past", "pluperfect", "imperfect")
    return Edtf.day(exact - WEEK) if bare and told and exact - WEEK <= last else None


def _without(part: Span, words: Span) -> Span:
    """The stretch up to the reported words, or behind them."""
    if not part.overlaps(words):
        return part
    if words.start > part.start:
        return Span(part.start, words.start)
    return Span(min(words.end, part.end), part.end)
