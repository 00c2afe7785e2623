"""What a source is said to say without a verb: `Selon X, ...`, `..., d'après Y`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from chancery.analysis import Mention, Sentence, Token
from chancery.analysis.clauses import predicate
from chancery.facts.context import GAPS, Context
from chancery.facts.for_whom import is_someone, told_by_relative
from chancery.facts.incises import tells_there
from chancery.facts.insets import between_dashes
from chancery.facts.leads import behind_lead
from chancery.facts.makers import makers
from chancery.facts.parted import HELPING, stands_within
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.source_end import source_end
from chancery.facts.speaking import can_speak, is_calling, is_finite
from chancery.facts.starts import sentence_start
from chancery.facts.vouched import less_remark, vouched_for
from chancery.languages import Pack
from chancery.span import Span

QUOTED = 2
"""Words of a quotation that may be an opinion though they are no clause."""
DASHES = ("--", "—", "–")


@dataclass(frozen=True, slots=True)
class According:
    """A source named by a preposition, with what it is said to say."""

    preposition: Span
    source: Token
    words: Words
    apart: bool = True
    """Whether a comma parts the preposition from what it follows, if anything."""


@cache
def _pattern(pack: Pack, kind: str = "prepositions") -> re.Pattern[str]:
    prepositions = sorted(pack.words("cues")["sources"][kind], key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s") for words in prepositions) + r")\b(?!-)", re.I
    )


def according(context: Context) -> Iterator[According]:
    """Each source that a quoting preposition names, in text order, outside quotations; rules and conditions ("selon les règles") are not sources."""
    for sentence in context.analysis.sentences:
        for found in _pattern(context.pack).finditer(context.text, sentence.span.start, sentence.span.end):
            source = None if context.quote_at(found.start()) else _source(context, sentence, found.end())
            if source is None:
                told = told_by_relative(context, sentence, Span(found.start(), found.end()))
                if told is not None:
                    yield According(Span(found.start(), found.end()), *told)
                continue
            words = _said(context, sentence, Span(found.start(), found.end()), source)
            if (
                source.dep == "conj"
                and can_speak(context, source.head)
                and source.head.start < found.start()
                and _joins(context, Span(sentence.span.start, found.start()))
            ):
                continue  # `3 000 personnes et selon X, ...`: the parser takes the one for the other's company
            if words is not None:
                apart = words.span.start > found.start() or "," in context.text[words.span.end : found.start()]
                yield According(Span(found.start(), found.end()), source, words, apart)
                rest = _resumed(context, sentence, source, words)
                if rest is not None:
                    yield According(Span(found.start(), found.end()), source, rest, apart)
        for found in _pattern(context.pack, "for_whom").finditer(context.text, sentence.span.start, sentence.span.end):
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


def _said(context: Context, sentence: Sentence, preposition: Span, source: Token) -> Words | None:
    """The clause that the source vouches for: behind the phrase if that opens the sentence, else before it."""
    text, end = context.text, source_end(context, sentence, source)
    start = sentence_start(context, preposition.start) if preposition.start else 0
    before = Span(min(start, preposition.start), preposition.start).trimmed(text, GAPS + "," + "(")
    before = behind_lead(context, _without_gloss(context, before))
    if text[preposition.start : preposition.start + 2].istitle() or _joins(context, before):
        before = Span(preposition.start, preposition.start)  # a sentence begins there, whatever stands before without a point
    if before.of(text).endswith(":"):
        before = Span(preposition.start, preposition.start)  # what leads up to the colon is the outlet's
    whole, before = before, vouched_for(context, before, source)
    if before.start > whole.start and any(context.quotes_in(before)) and not context.tells(before):
        told = typed(context, before)  # `..., une mesure "tardive", selon X`
        return told if told.type == "mixed" or any(map(context.says, told.quotes)) else Words(told.span, "mixed", told.quotes)
    if (
        before.start > whole.start
        and not context.tells(before)
        and context.words(before)[:1]
        and context.words(before)[0].morph.get("Definite") == "Ind"
    ):
        return typed(context, before)  # `..., un loyer trop faible selon X`
    after = Span(min(end, sentence.span.end), context.seam_after(end, sentence.span.end)).trimmed(text, GAPS + POINTS)
    opened = context.quote_at(sentence.span.end - 1)
    if opened and opened.outer.start >= after.start:
        after = Span(after.start, opened.outer.end)
    after = less_remark(context, after)
    dashes = between_dashes(context, Span(min(start, preposition.start), sentence.span.end), preposition, source.end)
    if dashes is not None:
        before, after = _narrowed(before, dashes).trimmed(text, GAPS), _narrowed(after, dashes).trimmed(text, GAPS + POINTS)
        if len(before) and not len(after):
            return _remark(context, before)
    if names_source(context, before) != names_source(context, after):
        joined = joined_clause(context, before, after, end)
        if joined is not None:
            return typed(context, joined)
    if names_source(context, before) or names_source(context, after):
        return None  # two sources in one sentence: which of its clauses is whose cannot be told
    apart = "," in text[before.end : preposition.start]
    if len(before) and stands_within(context, sentence, preposition, source, (before, after)):
        start = before.start if apart else _clause_start(context, before)
        return typed(context, Span(start, after.end).trimmed(text, GAPS + POINTS))
    if _limits(context, before, after, source):
        return None
    set_off = None if apart else context.quote_ending(before.end)
    if set_off is not None and set_off.outer.start > before.start and text[context.back_over_gaps(set_off.outer.start) - 1] == ",":
        return (
            None if context.tells(set_off.inner) or source.pos == "PRON" else Words(set_off.inner, "mixed", (set_off,))
        )  # `le port, |"délabré" selon X|, ferme`
    if len(before) and tells_there(context, before):
        last = context.words(before)[-1]
        wanting = last.pos == "VERB" and is_finite(last) and len(after) > 0 and not apart and "," not in text[end - 1 : after.start]
        if last.morph.get("PronType") != "Rel" and last.pos not in ("SCONJ", "AUX") and not wanting:
            return typed(context, before) if apart or not context.tells(after) else None
    inside = len(before) and "," not in text[before.end : preposition.start] and context.words(before)[-1].pos in ("NOUN", "PROPN", "ADJ")
    return typed(context, after) if len(after) and context.tells(after) and not inside else None  # `responsable, |de ceci selon X|, ...`


def _clause_start(context: Context, before: Span) -> int:
    """Where the last clause of what stands before begins, behind its conjunction or relative: `la ville où |un marin a selon X| crié`."""
    words = context.words(before)
    opening = [word for word in words if word.pos == "SCONJ" or (word.morph.get("PronType") == "Rel" and word.dep not in ("nsubj", "obj"))]
    last = opening[-1] if opening else None
    return last.end if last is not None and context.tells(Span(before.start, last.start)) else before.start


def _narrowed(words: Span, bounds: Span) -> Span:
    """What of the words lies within the bounds; an empty span where nothing does."""
    start = max(words.start, bounds.start)
    return Span(start, max(start, min(words.end, bounds.end)))


def _remark(context: Context, words: Span) -> Words | None:
    """What a source vouches for between dashes, though it be no clause: a figure, words with marks: `- |"une folie"| selon lui -`."""
    told = typed(context, words)
    if context.words(words)[0].morph.get("PronType") == "Rel":
        return None
    if context.tells(words) or any(token.pos == "NUM" for token in context.words(words)):
        return told
    return replace(told, type="mixed") if told.quotes else None


def _limits(context: Context, before: Span, after: Span, source: Token) -> bool:
    """Whether the source vouches for a part of its clause only: `dans un "calme", selon X, |s'est tu|`, `le refus, selon lui, |d'agir|`.

    The clause goes on behind it with its verb, or with what belongs to the noun before it.
    """
    behind, ahead = context.words(after), context.words(before)
    if not behind or not ahead:
        return False
    clitics = context.pack.words("cues")["order"]["clitics"]
    verb = next((word for word in behind if word.pos != "PRON" or word.text.lower() not in clitics), None)
    if not context.tells(before) and verb is not None and is_finite(verb) and ahead[-1].morph.get("PronType") != "Rel" and ahead[0].pos == "ADP":
        return True
    return source.pos == "PRON" and behind[0].lemma.lower() == "de" and ahead[-1].pos == "NOUN" and behind[0].head.head is ahead[-1]


def _joins(context: Context, before: Span) -> bool:
    """Whether a conjunction joins the source's clause to one before: `Rien n'est sûr, |mais| selon X, le port ferme`."""
    return any(word.pos == "CCONJ" for word in context.words(before)[-1:])


def _without_gloss(context: Context, before: Span) -> Span:
    """What stands before, less a remark between dashes at its end: `La diète siège|--une "assemblée" de notables--selon X`."""
    for dash in DASHES:
        if before.of(context.text).endswith(dash):
            opening = context.text.rfind(dash, before.start, before.end - len(dash))
            return Span(before.start, opening if opening > before.start else before.end - len(dash)).trimmed(context.text, GAPS + ",")
    return before


def _opinion(context: Context, sentence: Sentence) -> According | None:
    """What someone holds whom `pour` names at the head of the sentence: words with marks, or a clause that judges rather than tells."""
    found = _pattern(context.pack, "opening").match(context.text, _behind_label(context, sentence), sentence.span.end)
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


def names_source(context: Context, span: Span) -> bool:
    """Whether another quoting preposition stands there, outside quotations."""
    return any(not context.quote_at(found.start()) for found in _pattern(context.pack).finditer(context.text, span.start, span.end))


def joined_clause(context: Context, before: Span, after: Span, end: int) -> Span | None:
    """The clause of a source in a sentence that a conjunction joins to another's: `Le port ferme, selon X, |et| la gare reste ouverte, selon Y`.

    `end` is where the source's own phrase ends; None where the sentence is not so built.
    """
    if names_source(context, after):
        opens = next(iter(context.words(after)), None)
        own = opens is not None and opens.pos == "CCONJ" and context.text[end - 1] == "," and not names_source(context, before)
        return before if own and len(before) and context.tells(before) else None
    found = [match for match in _pattern(context.pack).finditer(context.text, before.start, before.end) if not context.quote_at(match.start())]
    joint = [word for word in context.words(Span(found[-1].end(), before.end)) if word.pos == "CCONJ"] if len(found) == 1 else []
    comma = bool(joint) and context.text[context.back_over_gaps(joint[0].start) - 1] == ","
    clause = Span(joint[0].end, before.end).trimmed(context.text, GAPS + ",") if comma else None
    return clause if clause is not None and len(clause) and context.tells(clause) else None
