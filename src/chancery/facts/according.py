"""What a source is said to say without a verb: `Selon X, ...`, `..., d'après Y`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chancery.analysis import Mention, Sentence, Token
from chancery.analysis.clauses import noun_phrase
from chancery.facts.context import GAPS, Context
from chancery.facts.incises import sentence_start, tells_there
from chancery.facts.makers import makers
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.speaking import can_speak, is_finite, is_press
from chancery.languages import Pack
from chancery.span import Span

QUOTED = 3
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
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s") for words in prepositions) + r")\b", re.I)


def according(context: Context) -> Iterator[According]:
    """Each source that a quoting preposition names, in text order, outside quotations; rules and conditions ("selon les règles") are not sources."""
    for sentence in context.analysis.sentences:
        for found in _pattern(context.pack).finditer(context.text, sentence.span.start, sentence.span.end):
            source = None if context.quote_at(found.start()) else _source(context, sentence, found.end())
            if source is None:
                continue
            words = _said(context, sentence, Span(found.start(), found.end()), source)
            if words is not None:
                apart = words.span.start > found.start() or "," in context.text[words.span.end : found.start()]
                yield According(Span(found.start(), found.end()), source, words, apart)
        opinion = _opinion(context, sentence)
        if opinion is not None:
            yield opinion


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
    text, end = context.text, _phrase_end(context, sentence, source)
    start = sentence_start(context, preposition.start) if preposition.start else 0
    before = Span(min(start, preposition.start), preposition.start).trimmed(text, GAPS + "," + "(")
    before = _without_gloss(context, before)
    if before.of(text).endswith(":"):
        before = Span(preposition.start, preposition.start)  # what leads up to the colon is the outlet's
    after = Span(min(end, sentence.span.end), context.seam_after(end, sentence.span.end)).trimmed(text, GAPS + POINTS)
    opened = context.quote_at(sentence.span.end - 1)
    if opened and opened.outer.start >= after.start:
        after = Span(after.start, opened.outer.end)
    if names_source(context, before) or names_source(context, after):
        return None  # two sources in one sentence: which of its clauses is whose cannot be told
    if len(before) and "," in text[before.end : preposition.start] and (_parted(sentence, preposition, source) or _inset(context, before, after)):
        return typed(context, Span(before.start, after.end))
    if len(before) and tells_there(context, before):
        last = context.words(before)[-1]
        apart = "," in text[before.end : preposition.start]
        wanting = last.pos == "VERB" and is_finite(last) and len(after) > 0 and not apart and "," not in text[end - 1 : after.start]
        if last.morph.get("PronType") != "Rel" and last.pos not in ("SCONJ", "AUX") and not wanting:
            return typed(context, before) if apart or not context.tells(after) else None
    inside = len(before) and "," not in text[before.end : preposition.start] and context.words(before)[-1].pos in ("NOUN", "PROPN", "ADJ")
    return typed(context, after) if len(after) and context.tells(after) and not inside else None  # `responsable, |de ceci selon X|, ...`


def _without_gloss(context: Context, before: Span) -> Span:
    """What stands before, less a remark between dashes at its end: `La diète siège|--une "assemblée" de notables--selon X`."""
    for dash in DASHES:
        if before.of(context.text).endswith(dash):
            opening = context.text.rfind(dash, before.start, before.end - len(dash))
            return Span(before.start, opening if opening > before.start else before.end - len(dash)).trimmed(context.text, GAPS + ",")
    return before


def _inset(context: Context, before: Span, after: Span) -> bool:
    """Whether the phrase stands within a clause that goes on behind it with a complement: `Il est parti, selon X, |à l'aube|`."""
    words = context.words(after)
    infinitive = any(word.morph.get("VerbForm") == "Inf" for word in words[1:3])
    trails = bool(words) and words[0].lemma.lower().split(" ")[0] in context.pack.words("cues")["order"]["trailing"] and not infinitive
    if not words or words[0].pos != "ADP" or trails:
        return False  # `selon X, |de l'institut Y|` says who that is; `selon X, |avec 3 morts|` adds what need not be his
    return context.tells(before) and words[0].dep in ("case", "mark") and not context.tells(after)


def _opinion(context: Context, sentence: Sentence) -> According | None:
    """What someone holds whom `pour` names at the head of the sentence: words with marks, or a clause that judges rather than tells."""
    found = _pattern(context.pack, "opening").match(context.text, _behind_label(context, sentence), sentence.span.end)
    source = _source(context, sentence, found.end()) if found else None
    if found is None or source is None or source.child("acl", "acl:relcl") or context.quote_at(found.start()):
        return None
    end = _opinion_end(context, sentence, source)
    if end is None:
        return None
    words = Span(min(end, sentence.span.end), context.seam_after(end, sentence.span.end)).trimmed(context.text, GAPS + POINTS)
    entered = context.quote_at(words.end - 1) if len(words) else None
    words = Span(words.start, max(words.end, entered.outer.end)) if entered and entered.outer.start >= words.start else words
    if not len(words):
        return None
    told = typed(context, words)
    someone = _is_someone(context, source)
    quoted = any(context.tells(quote.inner) or len(context.words(quote.inner)) >= QUOTED for quote in told.quotes)
    if not (context.tells(words) or quoted) or not (quoted or (someone and _judges(context, words))):
        return None
    return According(Span(found.start(), found.end()), source, told) if someone or context.who.of(source) else None


def _behind_label(context: Context, sentence: Sentence) -> int:
    """Where the sentence begins; in a headline behind the label and its colon: `Climat : |pour X, ...`."""
    start = sentence_start(context, sentence.span.end - 1) if sentence.block.kind == "headline" else sentence.span.start
    return context.forward_over_gaps(max(start, sentence.span.start))


def _opinion_end(context: Context, sentence: Sentence, source: Token) -> int | None:
    """Where the phrase of the holder ends: with its comma, or without one behind a pronoun or a person's name that a new noun phrase follows."""
    end = _phrase_end(context, sentence, source)
    if context.text[end - 1] == ",":
        return end
    named = context.who.at(source.span)
    end = named.span.end if isinstance(named, Mention) and named.type == "PER" else source.end
    after = next((token for token in sentence.tokens if token.start >= end), None)
    return end if isinstance(named, Mention) and named.type == "PER" and after is not None and after.pos == "DET" else None


def _is_someone(context: Context, source: Token) -> bool:
    """Whether a person, or a noun for people, is named: states and things are also what something is good for."""
    people = context.pack.words("cues")["sources"]
    if source.pos == "PRON":
        return source.text.lower() in context.pack.words("cues")["order"]["holders"]
    return any(actor.startswith("person:") for actor in context.who.of(source)) or source.lemma.lower() in (*people["people"], *people["nouns"])


def _judges(context: Context, words: Span) -> bool:
    """Whether the first verb of a clause judges what is, not what was: to be, to have to, to be able to."""
    judging = context.pack.words("cues")["order"]["judging"]
    first = next((token for token in context.words(words) if is_finite(token)), None)
    if first is not None and first.morph.get("Tense") == "Imp":
        return False  # `Pour X, c'était la première fois`: that is told of him
    verb = next((token for token in context.words(words) if token.pos == "VERB" or token.dep == "cop"), None)
    return verb is not None and (verb.dep == "cop" or verb.lemma in judging)


def _parted(sentence: Sentence, preposition: Span, source: Token) -> bool:
    """Whether the phrase parts an auxiliary from its verb: `Le convoi a, selon X, franchi la frontière`."""
    ahead = [token for token in sentence.tokens if token.end <= preposition.start and token.text != ","]
    return bool(ahead) and ahead[-1].pos == "AUX" and ahead[-1].head.start > source.start


def names_source(context: Context, span: Span) -> bool:
    """Whether another quoting preposition stands there, outside quotations."""
    return any(not context.quote_at(found.start()) for found in _pattern(context.pack).finditer(context.text, span.start, span.end))


def _main_comma(tokens: list[Token], source: Token) -> int:
    """The last comma before the verb of the clause behind a source, over which no complement of it reaches; the end where there is none."""
    relative = "acl:relcl"
    verb = next((word for word in tokens[source.index + 1 :] if is_finite(word) and relative not in (word.dep, word.head.dep)), None)
    commas = [token.start for token in tokens[source.index + 1 : verb.index if verb else len(tokens)] if token.text == ","]
    return commas[-1] if commas else tokens[-1].end


def _begins_name(context: Context, token: Token) -> bool:
    """Whether a person's name begins there."""
    named = context.who.at(token.span)
    return isinstance(named, Mention) and named.type == "PER" and named.span.start == token.start


def _phrase_end(context: Context, sentence: Sentence, source: Token) -> int:
    """Where the phrase that names the source ends: at the first comma behind it that no apposition follows."""
    tokens = sentence.tokens
    end = min(max(noun_phrase(source).end, source.end), _main_comma(tokens, source))
    if source.morph.get("Number") == "Plur" or is_press(context, source):  # `Selon le journal, |Jan Kowal| ...`: a paper is not him, nor are several
        someone = (token for token in tokens[source.index + 1 : -1] if token.text == "," and _begins_name(context, tokens[token.index + 1]))
        end = min(end, next((token.start for token in someone), end))
    for position in range(source.index + 1, len(tokens)):
        if context.quote_at(tokens[position].start):
            return end  # `Selon X, "..."` or `Selon X "..."`: the words begin
        if tokens[position].start >= end and tokens[position].text == ",":
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            several = source.morph.get("Number") == "Plur" or is_press(context, source)
            if several and following is not None and _begins_name(context, following):
                return tokens[position].end
            if following is not None and following.dep in ("appos", "acl", "acl:relcl") and source in following.ancestors():
                last = max(token.end for token in following.subtree() if token.pos != "PUNCT")
                end = max(min(last, _main_comma(tokens, source)), following.end)
                continue
            if following is not None and following.morph.get("PronType") == "Rel":
                close = next((token for token in tokens[position + 2 :] if token.text == ","), None)
                return close.end if close else tokens[position].end
            return tokens[position].end
    return end
