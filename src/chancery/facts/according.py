"""What a source is said to say without a verb: `Selon X, ...`, `..., d'après Y`."""

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.analysis import Mention, Sentence, Token
from chancery.analysis.clauses import predicate
from chancery.facts.context import GAPS, Context
from chancery.facts.for_whom import is_someone, told_by_relative
from chancery.facts.makers import makers
from chancery.facts.parted import HELPING
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.source_end import source_end
from chancery.facts.sourced import joins, quoting, sourced
from chancery.facts.speaking import can_speak, is_calling, is_finite
from chancery.facts.starts import sentence_start
from chancery.span import Span

QUOTED = 2
"""Words of a quotation that may be an opinion though they are no clause."""


@dataclass(frozen=True, slots=True)
class According:
    """A source named by a preposition, with what it is said to say."""

    preposition: Span
    source: Token
    words: Words
    apart: bool = True
    """Whether a comma parts the preposition from what it follows, if anything."""


def according(context: Context) -> Iterator[According]:
    """Each source that a quoting preposition names, in text order, outside quotations; rules and conditions ("selon les règles") are not sources."""
    for sentence in context.analysis.sentences:
        for found in quoting(context.pack).finditer(context.text, sentence.span.start, sentence.span.end):
            source = None if context.quote_at(found.start()) else _source(context, sentence, found.end())
            if source is None:
                told = told_by_relative(context, sentence, Span(found.start(), found.end()))
                if told is not None:
                    yield According(Span(found.start(), found.end()), *told)
                continue
            words = sourced(context, sentence, Span(found.start(), found.end()), source)
            if (
                source.dep == "conj"
                and can_speak(context, source.head)
                and source.head.start < found.start()
                and joins(context, Span(sentence.span.start, found.start()))
            ):
                continue  # `3 000 personnes et selon X, ...`: the parser takes the one for the other's company
            if words is not None:
                apart = words.span.start > found.start() or "," in context.text[words.span.end : found.start()]
                yield According(Span(found.start(), found.end()), source, words, apart)
                rest = _resumed(context, sentence, source, words)
                if rest is not None:
                    yield According(Span(found.start(), found.end()), source, rest, apart)
        for found in quoting(context.pack, "for_whom").finditer(context.text, sentence.span.start, sentence.span.end):
            told = told_by_relative(context, sentence, Span(found.start(), found.end() - len(found.group().split()[-1])))
            if told is not None:
                yield According(Span(found.start(), found.end() - len(found.group().split()[-1])), *told)
        opinion = _opinion(context, sentence)
        if opinion is not None:
            yield opinion


def _resumed(context: Context, sentence: Sentence, source: Token, words: Words) -> Words | None:
    """The quotation that goes on behind the source: `"Le port doit", selon X, |"fermer tout de suite"|`."""
    quote = context.quote_at(context.forward_over_gaps(source_end(context, sentence, source)))
    before = context.quote_ending(words.span.end) or context.quote_ending(words.span.end + 1)
    if quote is None or before is None or not quote.closed or words.span.start >= source.start or context.is_label(quote):
        return None
    goes_on = context.text[context.back_over_gaps(quote.outer.start) - 1] == "," and context.text[quote.inner.start].islower()
    return Words(quote.inner, words.type, (quote,)) if goes_on else None


def _source(context: Context, sentence: Sentence, start: int) -> Token | None:
    """The head of the noun phrase behind the preposition, if it can speak."""
    for token in sentence.tokens:
        if (
            token.start < start - 1
            or token.pos in ("DET", "NUM", "ADP", "ADV", "PUNCT")
            or (token.pos == "ADJ" and token.head.pos == "NOUN" and token.head.start > token.start)
        ):
            continue
        if token.morph.get("PronType") == "Rel":
            return None
        if (
            token.lemma.lower() in context.pack.words("cues")["order"]["kinds"]
            and token.child("nmod", "amod", "acl") is None
            and not context.who.of(token)
        ):
            return None
        sources = context.pack.words("cues")["sources"]
        lemma = token.lemma.lower()
        if lemma in sources["given"]:
            return token if makers(context, token) else None
        names = can_speak(context, token) or lemma in sources["figures"]
        return token if names or (token.pos == "PRON" and token.dep.startswith(("obl", "nmod"))) else None
    return None


def _opinion(context: Context, sentence: Sentence) -> According | None:
    """What someone holds whom `pour` names at the head of the sentence: words with marks, or a clause that judges rather than tells."""
    found = quoting(context.pack, "opening").match(context.text, _behind_label(context, sentence), sentence.span.end)
    source = _source(context, sentence, found.end()) if found else None
    if found is None or source is None or source.child("acl", "acl:relcl") or context.quote_at(found.start()):
        return None
    if context.words(Span(found.end(), source.end))[0].pos == "ADV":
        return None  # `Pour autant, le maire ...`
    end = _opinion_end(context, sentence, source)
    if end is None or _on_behalf(context, sentence, end):
        return None
    words = Span(min(end, sentence.span.end), context.seam_after(end, sentence.span.end)).trimmed(context.text, GAPS + POINTS)
    entered = context.quote_at(words.end - 1) if len(words) else None
    words = Span(words.start, max(words.end, entered.outer.end)) if entered and entered.outer.start >= words.start else words
    if not len(words):
        return None
    told = typed(context, words)
    someone = is_someone(context, source)
    quoted = any(context.tells(quote.inner) or len(context.words(quote.inner)) >= QUOTED for quote in told.quotes)
    holds = someone and (_judges(context, words) or (_is_of_mind(context, source) and _is_claim(context, words)))
    if not (context.tells(words) or quoted) or not (quoted or holds):
        return None
    return According(Span(found.start(), found.end()), source, told) if someone or context.who.of(source) else None


def _is_of_mind(context: Context, source: Token) -> bool:
    """Whether the holder is one person, or people who are asked what they hold (`les experts`), none of them set apart (`cette famille`)."""
    order, known = context.pack.words("cues")["order"], context.pack.words("cues")["sources"]
    pointed = any(article.text.lower() in order["demonstratives"] for article in source.all("det"))
    several = source.morph.get("Number") == "Plur" and source.lemma.lower() in known["nouns"] and source.lemma.lower() not in known["counted"]
    one = source.morph.get("Number") == "Sing" and is_calling(context, source)
    return not pointed and (several or one or any(actor.startswith("person:") for actor in context.who.of(source)))


def _is_claim(context: Context, words: Span) -> bool:
    """Whether a clause opens with a noun phrase and tells what is or would be; what was done or used to be is told of the holder."""
    told = context.words(words)
    verb = next((token for token in told if is_finite(token) and not predicate(token).dep.startswith("acl")), None)
    if verb is None or told[0].pos not in ("DET", "PROPN"):
        return False
    done = verb.dep.startswith("aux") and not any(context.quotes_in(words))  # `Pour X, la ville a organisé une fête`
    return verb.morph.get("Mood") == "Cnd" or not (done or verb.morph.get("Tense") in ("Imp", "Past"))


def _on_behalf(context: Context, sentence: Sentence, start: int) -> bool:
    """Whether the clause tells who acted for the one named: `Pour le pays, |c'est X qui a signé|`."""
    words = [token for token in sentence.tokens if token.start >= start and not context.quote_at(token.start)]
    acts = context.pack.words("cues")["order"]["on_behalf"]
    cleft = len(words) > 1 and words[1].lemma in HELPING and words[0].pos == "PRON"
    return cleft and any(token.lemma in acts and token.child("aux:tense") is not None for token in words)


def _behind_label(context: Context, sentence: Sentence) -> int:
    """Where the sentence begins; in a headline behind the label and its colon: `Climat : |pour X, ...`."""
    start = sentence_start(context, sentence.span.end - 1) if sentence.block.kind == "headline" else sentence.span.start
    start = context.forward_over_gaps(max(start, sentence.span.start))
    first = next((token for token in sentence.tokens if token.start == start), None)
    opens = first is not None and first.text.lower() in context.pack.words("cues")["order"]["openers"]
    return context.forward_over_gaps(first.end) if first is not None and opens else start  # `Mais |pour X, ...`


def _opinion_end(context: Context, sentence: Sentence, source: Token) -> int | None:
    """Where the phrase of the holder ends: with its comma, or without one behind a pronoun or a person's name that a new noun phrase follows."""
    end = source_end(context, sentence, source)
    if context.text[end - 1] == ",":
        return end
    named = context.who.at(source.span)
    end = named.span.end if isinstance(named, Mention) and named.type == "PER" else source.end
    after = next((token for token in sentence.tokens if token.start >= end), None)
    return end if isinstance(named, Mention) and named.type == "PER" and after is not None and after.pos == "DET" else None


def _judges(context: Context, words: Span) -> bool:
    """Whether the first verb of a clause judges what is, not what was: to be, to have to, to be able to."""
    judging = context.pack.words("cues")["order"]["judging"]
    first = next((token for token in context.words(words) if is_finite(token)), None)
    if first is not None and first.morph.get("Tense") == "Imp":
        return False  # `Pour X, c'était la première fois`: that is told of him
    verb = next((token for token in context.words(words) if (token.pos == "VERB" and not token.dep.startswith("acl")) or token.dep == "cop"), None)
    return verb is not None and (verb.dep == "cop" or verb.lemma in judging)
