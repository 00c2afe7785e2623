"""What stands after a cue in its clause: a reported clause, an infinitive, what the speaker says to be, what is announced."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chancery.analysis import Token
from chancery.analysis.clauses import content_span
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.fact import StatementType
from chancery.facts.quotes import Quotation
from chancery.facts.speaking import is_finite, is_participle
from chancery.span import Span

POINTS = ".!?…;:,"
QUE = ("que", "qu'", "qu")
"""The conjunction, elided or not, as lemmatisers give it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch that someone is reported to have said."""

    span: Span
    type: StatementType
    quotes: tuple[Quotation, ...] = field(default=())
    """The quotations in it, which are then spoken for."""


def typed(context: Context, span: Span) -> Words:
    """The stretch with its type by the conventions of the annotation format: quoted whole is direct, in part mixed, not at all indirect."""
    held = tuple(quote for quote in context.quotes_in(span))
    for quote in held:
        if quote.outer.start <= span.start + 1 and span.end <= quote.outer.end:
            return Words(quote.inner, "direct", held)
    return Words(span, "mixed" if held else "indirect", held)


def reported(context: Context, cue: Cue, others: set[int]) -> Iterator[Words]:
    """The words after the cue, by what its entry takes; `others` are the places of all cue verbs."""
    start = _start(context, cue)
    if start is not None:
        end = reported_end(context, cue, start, others)
        if end > start:
            span = Span(start, end).trimmed(context.text, GAPS + POINTS)
            if len(span):
                yield typed(context, _with_closing_mark(context, span))
    elif "noun" in cue.entry.takes and not cue.inverted:
        yield from _announced(context, cue)


def _with_closing_mark(context: Context, span: Span) -> Span:
    """The span up to the closing mark, if it ends inside a quotation that it entered."""
    quote = context.quote_at(span.end - 1) if len(span) else None
    return Span(span.start, quote.outer.end) if quote and quote.outer.start > span.start else span


def _start(context: Context, cue: Cue) -> int | None:
    """Where the reported words begin, or None."""
    takes = cue.entry.takes
    tokens = cue.sentence.tokens
    if "que" in takes:
        position = _conjunction(context, cue, tokens)
        if position is not None:
            return tokens[position].end
    if takes & {"de", "à"}:
        found = _after_preposition(context, cue, tokens)
        if found is not None:
            return found
    if "infinitive" in takes:
        found = _bare_infinitive(cue, tokens)
        if found is not None:
            return found
    if "adjective" in takes:
        return _adjective(context, cue, tokens)
    return None


def _adjective(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where begins what someone is said to be: `s'est dit vendredi |prêt à ...`."""
    for token in tokens[cue.verb.index + 1 :]:
        if token.pos == "ADJ" or (token.pos == "VERB" and token.morph.get("VerbForm") == "Part"):
            return token.start
        if token.pos not in ("ADV", "DET") and not context.dated(token):
            return None
    return None


def _behind(context: Context, cue: Cue, tokens: list[Token]) -> Iterator[int]:
    """Positions after the cue up to the next finite verb or quotation."""
    for position in range(cue.verb.index + 1, len(tokens)):
        token = tokens[position]
        if is_finite(token) and token.dep.partition(":")[0] != "acl":
            return
        yield position
        if context.quote_at(token.start) and not context.quote_at(cue.verb.start):
            return


def _conjunction(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """The `que` that opens the reported clause, past adverbs, addressees and occasions."""
    conjoined = context.pack.words("cues")["order"]["conjoined"]
    for position in _behind(context, cue, tokens):
        token = tokens[position]
        if token.lemma.lower() in QUE and token.pos in ("SCONJ", "PRON", "ADV") and not _part_of_conjunction(tokens, position, conjoined):
            return position if token.pos == "SCONJ" or not _has_object(cue, token) else None
    return None


def _has_object(cue: Cue, before: Token) -> bool:
    """Whether a direct object stands between the cue and a `que`, which is then a relative pronoun (`les mesures qu'il prendra`)."""
    return any(token.start > cue.verb.end and token.end <= before.start and token.pos == "NOUN" for token in cue.verb.all("obj"))


def _part_of_conjunction(tokens: list[Token], position: int, conjoined: list[str]) -> bool:
    """Whether this `que` belongs to another conjunction (`afin que`, `alors que`) or to a comparison."""
    return tokens[position].dep == "fixed" or tokens[position - 1].text.lower() in conjoined


def _after_preposition(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where the infinitive begins after its preposition, past the addressee: `appelle X à |retirer ...`, `accuse X de |...`."""
    wanted = {form for name in ("de", "à") if name in cue.entry.takes for form in ((name, "d'") if name == "de" else (name,))}
    nominal = cue.entry.speech_act == "accuse"
    for position in _behind(context, cue, tokens):
        token = tokens[position]
        if token.text.lower() not in wanted or token.pos != "ADP" or position + 1 >= len(tokens):
            continue
        following = position + 1
        while following + 1 < len(tokens) and (
            tokens[following].pos in ("PUNCT", "ADV")
            or (tokens[following].pos == "PRON" and tokens[following].dep.startswith(("obj", "iobj", "expl")))
        ):
            following += 1
        if tokens[following].morph.get("VerbForm") == "Inf" or (
            nominal and token.head.head in (cue.verb, cue.verb.child("obj")) and token.head.pos == "NOUN" and cue.verb.child("obj")
        ):
            return tokens[position + 1].start
    return None


def _bare_infinitive(cue: Cue, tokens: list[Token]) -> int | None:
    """Where an infinitive without preposition begins: `affirme |ne pas avoir ...`."""
    for token in cue.verb.children:
        if token.start < cue.verb.end or token.dep.partition(":")[0] not in ("xcomp", "ccomp", "obj"):
            continue
        verbs = [token, *token.all("aux", "cop")]
        if any(verb.morph.get("VerbForm") == "Inf" for verb in verbs) and not any(mark.pos == "ADP" for mark in token.all("mark", "case")):
            first = min(part.start for part in token.subtree() if part.start > cue.verb.end)
            between = [other for other in tokens if cue.verb.end <= other.start < first]
            return first if all(other.pos in ("ADV", "NOUN", "DET", "ADP", "PUNCT", "ADJ", "NUM", "PRON", "PROPN") for other in between) else None
    return None


def _announced(context: Context, cue: Cue) -> Iterator[Words]:
    """The noun phrase without marks that is announced or promised."""
    thing = next((token for token in cue.verb.all("obj") if token.start > cue.verb.end and token.pos == "NOUN"), None)
    if thing is None:
        return
    span = content_span(thing)
    span = Span(max(span.start, cue.verb.end), span.end).trimmed(context.text, GAPS + POINTS)
    if len(span) and not any(context.quotes_in(span)):
        end = reported_end(context, cue, span.start, set())
        yield Words(Span(span.start, max(span.start + 1, min(span.end, end))), "indirect")


# ---------------------------------------------------------------- where it ends


def reported_end(context: Context, cue: Cue, start: int, others: set[int]) -> int:
    """Where the reported words end: with the sentence, or before what only adds to it or is said anew.

    Guideline: the annotation format's conventions (non-restrictive relatives and participles without marks stay outside).
    """
    sentence = cue.sentence
    limit = Span(start, max(start, sentence.span.end)).trimmed(context.text, GAPS + ".!?…").end
    entered = context.quote_at(min(limit, len(context.text) - 1))
    if entered and entered.outer.start >= start and entered.outer.end > limit:
        return entered.outer.end
    tokens = sentence.tokens
    for position in range(cue.verb.index + 1, len(tokens)):
        token = tokens[position]
        if token.start <= start or context.quote_at(token.start):
            continue
        if _parts(context, cue, tokens, position, limit, others):
            return context.back_over_gaps(token.start)
    return limit


def _parts(context: Context, cue: Cue, tokens: list[Token], position: int, limit: int, others: set[int]) -> bool:
    """Whether the reported words end before this token."""
    token = tokens[position]
    order = context.pack.words("cues")["order"]
    if token.pos == "CCONJ":
        following = tokens[position + 1] if position + 1 < len(tokens) else token
        return (is_participle(following) and following.start in others) or any(
            _resumes(tokens[later], cue, others)
            for later in range(position + 1, min(len(tokens), position + 6))
            if tokens[later].pos in ("VERB", "AUX")
        )
    if token.text != "," or position + 1 >= len(tokens):
        return False
    after = tokens[position + 1]
    source = context.pack.words("cues")["sources"]["prepositions"]
    if context.text[after.start : after.start + 12].lower().replace("’", "'").startswith(tuple(source)):
        return True
    if after.text.lower() in order["relatives"] and after.pos in ("PRON", "ADV"):
        return _closes(after.head if after.head.start > after.start else after, limit)
    verb = next((word for word in tokens[position + 1 : position + 4] if word.pos == "VERB"), None)
    if (
        verb is None
        or not all(word.pos in ("ADV", "PRON", "CCONJ", "ADP") for word in tokens[position + 1 : verb.index])
        or verb.text.lower() in order["prepositional"]
    ):
        return False
    if verb.morph.get("VerbForm") == "Part" and not any(word.pos == "AUX" for word in tokens[position + 1 : verb.index]) and not any(verb.all("aux")):
        gerund = any(word.pos == "ADP" for word in tokens[position + 1 : verb.index])
        says = verb.start in others and is_participle(verb)
        return (
            says
            or (not gerund and verb.head is cue.verb)
            or (verb.dep in ("acl", "advcl") and _closes(verb, limit) and not any(context.quotes_in(Span(verb.start, limit))))
        )
    return False


def _resumes(verb: Token, cue: Cue, others: set[int]) -> bool:
    """Whether a coordinated verb goes on with what the speaker does, not with what is said: it agrees with the cue in tense and number."""
    if verb.head is not cue.verb or verb.dep != "conj" or any(mark.lemma.lower() in ("que", "de", "à") for mark in verb.all("mark")):
        return False
    one, other = _finite_part(cue.verb), _finite_part(verb)
    if other.morph.get("VerbForm") == "Inf":
        return False
    shared_auxiliary = verb.start in others and other.morph.get("VerbForm") == "Part"
    return shared_auxiliary or all(one.morph.get(feature) == other.morph.get(feature) for feature in ("Tense", "Number", "Mood"))


def _finite_part(verb: Token) -> Token:
    """The word of a verb group that carries tense and number."""
    return next((token for token in verb.all("aux") if token.morph.get("VerbForm") == "Fin"), verb)


def _closes(token: Token, limit: int) -> bool:
    """Whether the clause that a token heads runs to the end."""
    return max(part.end for part in token.subtree()) >= limit - 1
