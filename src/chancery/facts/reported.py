"""What stands after a cue in its clause: a reported clause, an infinitive, what the speaker says to be, what is announced."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject, predicate, preposition
from chancery.analysis.quotations import Quotation
from chancery.facts.announced import announced
from chancery.facts.commas import is_clause, opens_clause
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.endings import POINTS as POINTS
from chancery.facts.endings import QUE, ending
from chancery.facts.fact import StatementType
from chancery.facts.infinitives import NOMINAL_WORDS, bare_infinitive, has_object, opens_infinitive, own_end, quoted_infinitive
from chancery.facts.judged import judged
from chancery.facts.speaking import can_speak, is_finite, is_participle
from chancery.span import Span

REACH = 25
"""Tokens within which a clause that reports an attitude has its first marks."""
LEAST_INCISE = 4
"""Words of a verb of speech with its auxiliary and its pronoun at most."""
APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch that someone is reported to have said."""

    span: Span
    type: StatementType
    quotes: tuple[Quotation, ...] = field(default=())
    """The quotations in it, which are then spoken for."""


def typed(context: Context, span: Span) -> Words:
    """The stretch with its type by the conventions of the annotation format: quoted whole is direct, in part mixed, not at all indirect."""
    span = _less_bracket(context, span)
    held = tuple(quote for quote in context.quotes_in(span))
    for quote in held:
        if quote.outer.start <= span.start + 1 and span.end <= quote.outer.end:
            return Words(quote.inner, "mixed" if _lacks_subject(context, quote) else "direct", held)
    return Words(span, "indirect" if all(map(context.is_named, held)) else "mixed", held)


def _less_bracket(context: Context, span: Span) -> Span:
    """The stretch without what the outlet explains in brackets behind its last mark: `|"Ils ont signé avec le CNM"| (Centre national de la mer)`."""
    place = context.text.rfind("(", span.start, span.end)
    quote = context.quote_ending(context.back_over_gaps(place)) if place > span.start and context.text[span.end - 1] == ")" else None
    return Span(span.start, quote.outer.end) if quote is not None and quote.outer.start >= span.start else span


def _lacks_subject(context: Context, quote: Quotation) -> bool:
    """Whether the quoted words open with the verb of a clause whose subject stands before the mark: `le port, qui, a dit X, |"ferme trop tôt"|`."""
    clitics = context.pack.words("cues")["order"]["clitics"]
    verb = next((word for word in context.words(quote.inner) if word.text.lower() not in clitics), None)
    if verb is None or not is_finite(verb) or verb.morph.get("Mood") == "Imp" or not verb.text[0].islower():
        return False
    subject = own_subject(predicate(verb))
    return subject is not None and subject.start < quote.outer.start


def items(context: Context, words: Words) -> Iterator[Words]:
    """The quotations one by one, where the words are nothing but quotations joined by commas and conjunctions, sentences among them."""
    if len(words.quotes) < 2 or words.type != "mixed" or not any(map(context.says, words.quotes)):
        yield words
        return
    order = context.pack.words("cues")["order"]
    joins = {",", *order["openers"]} - {*order["explaining"]}
    bounds = [words.span.start, *(place for quote in words.quotes for place in (quote.outer.start, quote.outer.end)), words.span.end]
    gaps = [context.text[min(one, other) : other].strip(GAPS).lower() for one, other in zip(bounds[::2], bounds[1::2], strict=True)]
    if not gaps[0] and not gaps[-1].strip(",") and joins.issuperset(gap.strip(",").strip(GAPS) or gap for gap in gaps[1:-1]):
        yield from (Words(quote.inner, "direct", (quote,)) for quote in words.quotes)
    else:
        yield words


def reported(context: Context, cue: Cue, others: set[int]) -> Iterator[Words]:
    """The words after the cue, by what its entry takes; `others` are the places of all cue verbs."""
    start = _start(context, cue)
    opened = context.quote_at(start) if start is not None and not context.quote_at(cue.verb.start) else None
    if start is not None and opened is not None and _supposes(context, cue, opened):
        start, opened = opened.outer.start, None  # `dit que |"si le port ferme", il partira|`
    if start is not None and opened is not None and cue.verb.start < opened.outer.start < start and opens_clause(context, start):
        said = Span(max(start, opened.inner.start), max(start, opened.inner.end)).trimmed(context.text)
        yield Words(said, "direct", (opened,))  # `a dit "que ..."`
    elif start is not None:
        start = _with_preposition(context, cue, start, opened)
        start += context.text[start : start + 1] in APOSTROPHES
        end = ending(context, cue, start, others)
        if end > start:
            span = Span(start, end).trimmed(context.text, GAPS + POINTS)
            if len(span) and not _is_incise(context, span, others):
                words = typed(context, _with_closing_mark(context, span))
                if "marked" in cue.entry.takes and not _is_marked(context, words):
                    return
                whole = words.type == "direct" and not (opens_clause(context, start) or is_clause(context, cue.sentence.tokens, words.span.start))
                yield replace(words, type="mixed") if whole else words
    elif "noun" in cue.entry.takes and not cue.inverted:
        thing = announced(context, cue)
        if thing is not None:
            yield Words(thing, "indirect")


def _supposes(context: Context, cue: Cue, quote: Quotation) -> bool:
    """Whether a quotation is but the condition of what stands behind its comma."""
    first = next(iter(context.words(quote.inner)), None)
    behind = context.words(Span(quote.outer.end, max(quote.outer.end, cue.sentence.span.end)))
    supposing = context.pack.words("cues")["order"]["supposing"]
    if first is None or first.text.lower() not in supposing or len(behind) < LEAST_INCISE:
        return False
    return behind[0].text == "," and behind[1].pos in ("PRON", "DET", "PROPN")


def _with_preposition(context: Context, cue: Cue, start: int, opened: Quotation | None) -> int:
    """Where the words begin; at the mark, where that stands before the preposition of the infinitive: `demande |"de partir"|`."""
    if opened is None or not cue.verb.end < opened.outer.start < start:
        return start
    first = next((token for token in cue.sentence.tokens if token.start >= start), cue.verb)
    goes_on = context.text[context.forward_over_gaps(opened.outer.end) :][:1].isalpha()
    noun = goes_on and not opens_infinitive(cue.sentence.tokens, first.index)
    return start if noun or len(context.words(Span(opened.inner.start, start))) > 1 else opened.outer.start


def _is_incise(context: Context, span: Span, others: set[int]) -> bool:
    """Whether the stretch is but a verb of speech and its pronoun, set within the clause: `suggère que, |dit-il|, le port ferme`."""
    words = context.words(span)
    return bool(words) and words[-1].text.startswith("-") and any(word.start in others for word in words) and len(words) <= LEAST_INCISE


def _is_marked(context: Context, words: Words) -> bool:
    """Whether quoted words stand near the head of an attitude's clause, without which it is nobody's words; names have capitals."""
    near = [quote for quote in words.quotes if len(context.words(Span(words.span.start, max(words.span.start, quote.outer.start)))) <= REACH]
    return any(quote.inner.of(context.text)[0].islower() for quote in near)


def _with_closing_mark(context: Context, span: Span) -> Span:
    """The span up to the closing mark, if it ends inside a quotation that it entered."""
    quote = context.quote_at(span.end - 1) if len(span) else None
    return Span(span.start, quote.outer.end) if quote and quote.outer.start > span.start else span


def _start(context: Context, cue: Cue) -> int | None:
    """Where the reported words begin, or None."""
    takes = cue.entry.takes
    tokens = cue.sentence.tokens
    adjective = judged(context, cue, tokens)
    if adjective is not None:
        return adjective
    position = _conjunction(context, cue, tokens) if takes & {"que", "marked"} else None
    found = [
        tokens[position].end if position is not None else None,
        _after_preposition(context, cue, tokens) if takes & {"de", "à"} else None,
        bare_infinitive(context, cue, tokens) if takes & {"infinitive", "marked"} else None,
        quoted_infinitive(context, cue, tokens) if "infinitive" in takes else None,
        _question(context, cue, tokens) if "question" in takes else None,
    ]
    return min((start for start in found if start is not None), default=None)


def _question(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where a question that is told begins, with its own word: `a demandé |si le port ...`."""
    asking = context.pack.words("cues")["order"]["asking"]
    return next(
        (
            tokens[position - (tokens[position - 1].pos == "ADP")].start  # `demande |pour qui| il votera`
            for position in _behind(context, cue, tokens)
            if tokens[position].text.lower() in asking
            and tokens[position - 1].morph.get("PronType") != "Dem"  # `demande à ceux |qui| partent de ...`
            and not has_object(context, cue, tokens[position])  # `demande la libération d'un homme |qui| ...`
        ),
        None,
    )


def _behind(context: Context, cue: Cue, tokens: list[Token]) -> Iterator[int]:
    """Positions after the cue up to the next finite verb or quotation."""
    for position in range(cue.verb.index + 1, len(tokens)):
        token = tokens[position]
        if is_finite(token) or (is_participle(token) and tokens[position - 1].text.lower() == "en"):
            return
        if token.dep == "conj" and token.head is cue.verb and token.pos == "VERB" and tokens[position - 1].pos == "CCONJ":
            return  # `a plaidé coupable et |accepté| de payer`
        yield position
        if context.quote_at(token.start) and not context.quote_at(cue.verb.start) and token.pos != "PUNCT":
            return


def _conjunction(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """The `que` that opens the reported clause, past adverbs, addressees and occasions."""
    order = context.pack.words("cues")["order"]
    for position in _behind(context, cue, tokens):
        token = tokens[position]
        if token.lemma.lower() in QUE and token.pos in ("SCONJ", "PRON", "ADV") and not _part_of_conjunction(cue, tokens, position, order):
            attitude = "que" not in cue.entry.takes and any(word.pos in ("NOUN", "PROPN") for word in tokens[cue.verb.index + 1 : position])
            another = own_subject(cue.verb) is not None and is_participle(tokens[position - 1]) and position - 1 > cue.verb.index
            if attitude or another or _of_infinitive(cue, tokens, position) or _is_relative(context, cue, tokens, position):
                return None  # `se félicite d'une enquête |qu'elle| a ...`; `X a annoncé son départ, |indiquant| que ...`
            if not context.tells(Span(token.end, max(token.end, cue.sentence.span.end))):
                return None  # `le même bilan |que| la veille`: no clause follows
            return position if (token.pos == "SCONJ" and token.dep == "mark") or not has_object(context, cue, token) else None
    return None


def _is_relative(context: Context, cue: Cue, tokens: list[Token], position: int) -> bool:
    """Whether `que` is the pronoun of a noun that is spoken about: `parle sur la course |qu'il| prépare`; or compares: `plus fort |qu'|hier`."""
    token, noun = tokens[position], tokens[position].head.head
    between = tokens[cue.verb.index + 1 : position]
    after = tokens[position + 1] if position + 1 < len(tokens) else token
    if after.pos == "ADP" and any(word.text.lower() in context.pack.words("cues")["order"]["comparing"] for word in between):
        return True
    if token.pos != "PRON" or token.head.dep != "acl:relcl" or noun.pos != "NOUN" or noun not in between or context.dated(noun):
        return False
    spoken_of = preposition(noun) in context.pack.words("cues")["order"]["about"]
    return spoken_of and noun.lemma.lower() not in context.pack.words("cues")["occasion"]["nouns"] and not can_speak(context, noun)


def _of_infinitive(cue: Cue, tokens: list[Token], position: int) -> bool:
    """Whether the clause is that of an infinitive right before it: `a annoncé la fermeture du port pour |éviter| qu'il ne brûle`."""
    return position > own_end(cue, tokens) and tokens[position - 1].morph.get("VerbForm") == "Inf"


def _part_of_conjunction(cue: Cue, tokens: list[Token], position: int, order: dict[str, list[str]]) -> bool:
    """Whether this `que` belongs to another conjunction (`afin que`, `alors que`) or to a comparison."""
    before = tokens[position - 1]
    if any(token.text.lower() in order["until"] for token in tokens[max(0, position - 3) : position]):
        return True
    if before is not cue.verb and before.pos in ("ADJ", "VERB") and tokens[position - 2].text.lower() in order["comparing"]:
        return True  # `parlait dans une salle moins pleine qu'attendu`
    if before.text.lower() == "ce" and tokens[position - 2].pos != "ADP":
        return True  # `dit ce qu'il sait`
    if before.text.lower() in order["adverbs"] and before.index == cue.verb.index + 1:
        return False
    return tokens[position].dep == "fixed" or before.text.lower() in order["conjoined"]


def _after_preposition(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where the infinitive begins after its preposition, past the addressee: `appelle X à |retirer ...`, `accuse X de |...`."""
    wanted = {form for name in ("de", "à") if name in cue.entry.takes for form in ((name, "d'") if name == "de" else (name,))}
    nominal = cue.entry.speech_act == "accuse"
    compounds = context.pack.words("cues")["order"]["before_de"]
    for position in _behind(context, cue, tokens):
        token = tokens[position]
        if token.text == "," and not _inset(tokens, position, wanted):
            return None
        if token.text == "," or tokens[position - 1].text.lower() in compounds or _of_noun(context, tokens, position):
            continue
        if token.text.lower() not in wanted or token.pos != "ADP" or position + 1 >= len(tokens):
            continue
        if opens_infinitive(tokens, position + 1):
            below = _of_thing(context, cue, token) or _of_participle(cue, tokens, position + 1)
            return None if below else tokens[position + 1].start
        if nominal and _accused_of(context, cue, token) and not _infinitive_follows(tokens, position, wanted):
            return tokens[position + 1].start
    return None


def _of_participle(cue: Cue, tokens: list[Token], position: int) -> bool:
    """Whether the infinitive there is that of a present participle behind the cue: `plaide pour des outils permettant à tous |de partir|`."""
    verb = next((token for token in tokens[position:] if token.morph.get("VerbForm") == "Inf"), cue.verb)
    return is_participle(verb.head) and cue.verb.end <= verb.head.start < verb.start


def _of_thing(context: Context, cue: Cue, preposition: Token) -> bool:
    """Whether a thing is asked for, and the infinitive is a complement within it: `réclame un report de la décision |de fermer|`."""
    thing = cue.verb.child("obj")
    asked = thing is not None and thing.pos == "NOUN" and cue.verb.end <= thing.start < preposition.start and not can_speak(context, thing)
    return asked and cue.entry.speech_act in ("demand", "propose") and "que" in cue.entry.takes and not context.dated(thing or preposition)


def _of_noun(context: Context, tokens: list[Token], position: int) -> bool:
    """Whether the infinitive behind the preposition belongs to a noun that asks for one: `conseille les marins sur les |moyens| de partir`."""
    noun = tokens[position - 1]
    return noun.pos == "NOUN" and noun.lemma.lower() in context.pack.words("cues")["order"]["with_infinitive"]


def _inset(tokens: list[Token], position: int, wanted: set[str]) -> bool:
    """Whether a comma opens or closes an adjunct right before the infinitive: `demande aux marins|, malgré la pluie,| de partir`."""
    close = next((later for later in range(position + 1, len(tokens)) if tokens[later].text == ","), None)
    if close is not None and all(token.pos in NOMINAL_WORDS for token in tokens[position + 1 : close]) and _opens(tokens, close + 1, wanted):
        return True
    return _opens(tokens, position + 1, wanted)


def _opens(tokens: list[Token], position: int, wanted: set[str]) -> bool:
    """Whether one of the prepositions stands there with an infinitive behind it."""
    return position + 1 < len(tokens) and tokens[position].text.lower() in wanted and opens_infinitive(tokens, position + 1)


def _infinitive_follows(tokens: list[Token], position: int, wanted: set[str]) -> bool:
    """Whether a later preposition opens an infinitive that is not coordinated: `le gouvernement de gauche |de cacher ...`."""
    for later in range(position + 1, len(tokens) - 1):
        if tokens[later].pos in ("VERB", "AUX") or tokens[later].text == ",":
            return False
        if tokens[later].text.lower() in wanted and opens_infinitive(tokens, later + 1):
            return tokens[later - 1].pos != "CCONJ"
    return False


def _accused_of(context: Context, cue: Cue, preposition: Token) -> bool:
    """Whether the preposition opens the noun that somebody, the cue's object, is accused of: `accuse X |d'inaction`; not `un retard de |paiement`."""
    blamed, thing = cue.verb.child("obj"), preposition.head
    named = context.who.at(blamed.span) if blamed is not None else None
    if named is not None and named.span.contains(preposition.span):
        return False  # `accuse le ministère |de l'Intérieur|`
    return (
        blamed is not None
        and (blamed.pos == "PRON" or blamed.text[0].isupper() or can_speak(context, blamed))
        and thing.pos == "NOUN"
        and thing.head in (cue.verb, blamed)
    )
