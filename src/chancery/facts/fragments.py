"""Quoted fragments in a cue's complement: `dénonce une "grave erreur"`."""

import re
from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.clauses import noun_phrase, own_subject, predicate
from chancery.analysis.quotations import Quotation
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.source_end import is_relative
from chancery.facts.speaking import can_speak, is_calling, is_finite, is_participle
from chancery.span import Span

SENTENCES = re.compile(r"\w{2}[.!?…]\s+[A-ZÀ-Ý]\w* \w")
"""The place between two sentences."""
NEAR = 5
"""Tokens between two coordinated quotations (`une "..." et une initiative "..."`)."""
MARKS = '"«“'
ADDRESSED = frozenset(("à", "de"))
"""What a verb takes whose object is somebody spoken to or named, not what is said."""
FAR = 10
"""Tokens between an evaluation and the words that it quotes."""


def fragments(context: Context, cue: Cue, taken: set[Quotation], places: set[int]) -> Iterator[Words]:
    """Quoted words in the cue's complement: coordinated ones are items each, those of one phrase are one, from the first mark to the last.

    `places` are those of all cue verbs.
    """
    held: list[Quotation] = []
    clause = _behind_colon(context, cue, places)
    if clause is not None:
        yield clause
        return
    end = context.seam_after(cue.verb.end, max(cue.verb.end, cue.sentence.span.end))
    for quote in context.quotes_in(Span(cue.group.start, max(cue.verb.end, end))):
        if quote in taken or not quote.closed or context.is_label(quote) or context.heads(quote) or quote.outer.contains(cue.verb.span):
            continue
        if _is_name(context, cue, quote, coordinated=bool(held)) or _is_occasion(context, cue, quote):
            continue
        since = held[-1].outer.end if held else cue.verb.end
        if any(point + " " in context.text[since : quote.outer.start] for point in ".!?"):
            break
        if held and _one_phrase(context, cue, held[-1], quote, places):
            held.append(quote)
            continue
        if not _coordinated(context, held[-1], quote) if held else _other_verb(context, cue, quote, places):
            break
        yield from _whole(context, cue, held)
        held = [quote]
    yield from _whole(context, cue, held)


def _is_label(context: Context, quote: Quotation, before: Token) -> bool:
    """Whether one noun in marks right behind a noun says what kind of it is meant: `la branche "retraite"`."""
    words = context.words(quote.inner)
    return len(words) == 1 and words[0].pos == "NOUN" and words[0].text.islower() and before.pos == "NOUN" and before.end + 1 >= quote.outer.start


def _is_name(context: Context, cue: Cue, quote: Quotation, *, coordinated: bool) -> bool:
    """Whether the marks set off a name, of which nobody says anything.

    It has capitals and stands right behind a noun (`le parti "Horizons"`) or is joined to other words; or `baptisé` stands before it.
    """
    sentence = context.sentence_at(quote.outer.start)
    before = next((token for token in reversed(sentence.tokens) if token.end <= quote.outer.start), None) if sentence else None
    since = [token for token in cue.sentence.tokens if cue.verb.end <= token.start < quote.outer.start]
    if cue.entry.takes == ADDRESSED and quote.outer.start >= cue.verb.end and all(token.pos == "ADV" for token in since):
        return True  # `qu'elle appelle "Jo"`, `appelle "tous les marins" à partir`
    calls = [token for token in context.words(quote.inner) if token.pos != "ADJ"]
    if cue.entry.takes == ADDRESSED and len(calls) == 1 and is_calling(context, calls[0]):
        return True  # `appelle son "successeur" à partir`
    if before is not None and before is not cue.verb and before.text.lower() in context.pack.words("cues")["order"]["naming"]:
        return True
    words = context.words(quote.inner)
    if words and quote.outer.start > cue.verb.start and all(token.pos == "ADV" for token in words):
        return True  # `rejette "catégoriquement"`: how, not what
    head = next((token for token in words if token.pos in ("NOUN", "PROPN")), None)
    if (
        cue.verb.lemma in context.pack.words("cues")["order"]["citing"]
        and head is not None
        and can_speak(context, head)
        and not context.tells(quote.inner)
    ):
        return True  # `cite "des proches du maire"`
    if before is not None and cue.entry.speech_act == "announce" and _is_label(context, quote, before):
        return True
    if not context.text[quote.inner.start].isupper() or context.tells(quote.inner):
        return False
    return coordinated or (before is not None and before.pos == "NOUN")


def _is_occasion(context: Context, cue: Cue, quote: Quotation) -> bool:
    """Whether the marks name the occasion of the speech: `a annoncé la fermeture lors de son |"grand discours"|`."""
    known = context.pack.words("cues")["occasion"]
    ahead = [token for token in cue.sentence.tokens if cue.verb.end <= token.start and token.end <= quote.outer.start][-NEAR:]
    lead = context.text[ahead[0].start : quote.outer.start].lower() if ahead else ""
    last = max((lead.rfind(words) for words in known["leads"]), default=-1)
    noun = next((token for token in context.words(quote.inner) if token.pos == "NOUN"), None)
    return last >= 0 and "," not in lead[last:] and noun is not None and noun.lemma.lower() in known["nouns"]


def _behind_colon(context: Context, cue: Cue, places: set[int]) -> Words | None:
    """The clause behind the cue's colon of which only a part has marks: `X le confirme : |le port est "plein" depuis mardi|`."""
    tokens = cue.sentence.tokens[cue.verb.index + 1 :]
    colon = next((token for token in tokens if token.pos == "PUNCT" and token.text in (":", *MARKS)), None)
    if colon is None or colon.text != ":" or cue.inverted:
        return None
    end = max(colon.end, context.seam_after(colon.end, cue.sentence.span.end))
    clause = Span(colon.end, end).trimmed(context.text, GAPS + POINTS)
    quotes = list(context.quotes_in(clause))
    first = next(iter(context.words(clause)), None)
    if not quotes or first is None or not first.text[0].islower() or not all(quote.closed and quote.outer.end <= end for quote in quotes):
        return None
    ahead = any(context.tells(rest) for rest in _around(clause, quotes)) and not any(map(context.says, quotes))
    says = any(token.start in places and own_subject(token) is not None for token in context.words(clause))
    return typed(context, clause) if ahead and not says else None


def _around(clause: Span, quotes: list[Quotation]) -> Iterator[Span]:
    """The stretches of a clause before, between and behind its quotations."""
    starts = [clause.start, *(quote.outer.end for quote in quotes)]
    ends = [*(quote.outer.start for quote in quotes), clause.end]
    return (Span(min(start, end), end) for start, end in zip(starts, ends, strict=True))


def _whole(context: Context, cue: Cue, held: list[Quotation]) -> Iterator[Words]:
    """The words from the first mark to the last of a phrase."""
    if not held:
        return
    if _is_sentence(context, cue, held):
        yield Words(Span(held[0].inner.start, held[-1].inner.end), "direct", tuple(held))
        return
    end = _object_end(context, cue, held[-1])
    span = Span(held[0].outer.start, end) if end is not None else Span(held[0].inner.start, held[-1].inner.end)
    yield Words(span, "mixed", tuple(held))


def _object_end(context: Context, cue: Cue, quote: Quotation) -> int | None:
    """Where the object ends of the quoted infinitive that closes a quotation, if that stands right behind it: `"juste de rouvrir" |le port|`."""
    verb = next(reversed(context.words(quote.inner)), None)
    if verb is None or verb.morph.get("VerbForm") != "Inf":
        verb = _light(context, quote)
    after = [token for token in cue.sentence.tokens if token.start >= quote.outer.end]
    if verb is None or len(after) < 2 or after[0].pos != "DET" or verb.child("obj") in context.words(quote.inner):
        return None
    noun = next((token for token in after[1:NEAR] if token.pos in ("NOUN", "PROPN")), None)
    return noun_phrase(noun).end if noun is not None and noun.head in (verb, cue.verb, *verb.ancestors()) else None


def _light(context: Context, quote: Quotation) -> Token | None:
    """The infinitive before the noun without an article that goes with it, at the end of a quotation: `"mettre en œuvre" la réforme`."""
    words = context.words(quote.inner)[-3:]
    plain = len(words) == 3 and words[0].morph.get("VerbForm") == "Inf" and words[1].pos == "ADP" and words[2].pos == "NOUN"
    return words[0] if plain and words[2].child("det") is None else None


def _is_sentence(context: Context, cue: Cue, held: list[Quotation]) -> bool:
    """Whether the marks hold a sentence: behind a comma (`Comme l'a dit X, "le port ferme"`), or what is shouted."""
    if len(held) > 1:
        return False
    before = context.back_over_gaps(held[0].outer.start)
    quote = held[0]
    right_behind = before == cue.verb.end and not context.text[quote.inner.start].islower() and context.says(quote)
    if SENTENCES.search(quote.inner.of(context.text)) and not context.text[quote.inner.start].islower():
        return True
    clause = right_behind or _is_clause(context, quote)
    told = cue.entry.speech_act == "say" and "que" in cue.entry.takes and clause
    return "aloud" in cue.entry.takes or told or (context.text[before - 1 : before] == "," and context.tells(quote.inner))


def _is_clause(context: Context, quote: Quotation) -> bool:
    """Whether a quotation is a whole clause, with the subject of its first finite verb, and no conjunction before it."""
    words = context.words(quote.inner)
    verb = next((token for token in words if is_finite(token)), None)
    subject = own_subject(predicate(verb)) if verb is not None and not is_relative(verb) else None
    return subject in words and words[0].pos != "SCONJ" and words[0].morph.get("PronType") != "Rel"


def _one_phrase(context: Context, cue: Cue, one: Quotation, other: Quotation, places: set[int]) -> bool:
    """Whether the phrase of one quotation goes on to the other: `une "erreur" d'un parti "usé"`, `ces "amis", dont X, qui ont "..."`."""
    between = context.words(Span(one.outer.end, other.outer.start))
    if one.outer.start < cue.verb.start or context.text[other.inner.start].isupper():
        return False
    if [token.pos for token in context.words(other.inner)] == ["DET", "NOUN"]:
        return False  # `contre "le terrorisme"`: a term that is somebody's, not what is said of it
    if not between:
        return not context.text[one.outer.end : other.outer.start].strip(GAPS)
    if any(token.start in places or token.text in ":;()" for token in between):
        return False
    if between[0].pos == "CCONJ" and len(between) == 1:
        return _goes_on(context, cue, one, other)
    if any(token.pos == "CCONJ" for token in between):
        return False
    order = context.pack.words("cues")["order"]
    first = between[1] if between[0].text == "," and len(between) > 1 else between[0]
    opening = next((token for token in between if _opens(token, order)), None)
    free = [token for token in between if opening is None or token.start < opening.start]
    nominal = all(token.pos not in ("VERB", "AUX") or token.morph.get("VerbForm") != "Fin" for token in free)
    named = first.pos == "DET" and len(between) < NEAR and opening is None  # `condamné "avec force" ces attaques "brutales"`
    tied = first.lemma.lower().split(" ")[0] in order["tying"] or named or first.morph.get("VerbForm") == "Part"
    return nominal and (first is opening or (tied and first is between[0])) and len(free) <= FAR


def _goes_on(context: Context, cue: Cue, one: Quotation, other: Quotation) -> bool:
    """Whether a second quoted predicate goes on with the relative clause of the first: `une cour qui "juge" et |"condamne" sans entendre|`."""
    order = context.pack.words("cues")["order"]
    first = next(iter(context.words(other.inner)), None)
    since = [token for token in cue.sentence.tokens if cue.verb.end <= token.start < one.outer.start]
    return first is not None and is_finite(first) and any(_opens(token, order) for token in since)


def _coordinated(context: Context, one: Quotation, other: Quotation) -> bool:
    """Whether nothing but a conjunction or comma, with little words, stands between two quotations."""
    between = context.words(Span(one.outer.end, other.outer.start))
    explaining = context.pack.words("cues")["order"]["explaining"]
    joined = any(token.pos == "CCONJ" or token.text == "," for token in between) and not any(token.text.lower() in explaining for token in between)
    plain = all(token.pos in ("CCONJ", "PUNCT", "DET", "ADP", "ADJ", "NOUN", "PROPN") or token.dep == "acl" for token in between)
    return joined and len(between) <= NEAR and plain


def _other_verb(context: Context, cue: Cue, quote: Quotation, places: set[int]) -> bool:
    """Whether another clause lies between the cue and the quotation, so that its words may be someone else's."""
    between = [token for token in cue.sentence.tokens if cue.verb.end <= token.start < quote.outer.start and not context.quote_at(token.start)]
    if is_participle(cue.verb) and any(token.text in (",", ":") for token in between):
        return True
    if any(token.start in places and token.dep == "conj" and token.head is cue.verb for token in between):
        return True  # `a appelé à "mentir moins" et |demandé| de "partir"`
    if not cue.entry.takes - {"marked"} and (len(between) > FAR or any(token.text == "," for token in between)):
        return True  # an attitude or evaluation reaches no farther than its own complement
    return any(is_finite(token) or is_participle(token) or token.pos == "SCONJ" for token in between)


def _opens(token: Token, order: dict[str, list[str]]) -> bool:
    """Whether the word opens a relative clause or a condition."""
    word = token.text.lower()
    return (word in order["relatives"] and token.pos not in ("SCONJ", "ADP")) or (word in order["supposing"] and token.pos == "SCONJ")
