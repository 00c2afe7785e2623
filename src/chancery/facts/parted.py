"""Whether the phrase that names a source stands within the clause that it vouches for, which goes on behind it."""

from chancery.analysis import Sentence, Token
from chancery.facts.context import Context
from chancery.facts.speaking import is_finite
from chancery.span import Span

HELPING = ("avoir", "être")


def stands_within(context: Context, sentence: Sentence, preposition: Span, source: Token, around: tuple[Span, Span]) -> bool:
    """Whether the source stands within its clause, which needs what stands on both sides of it, `around`, to say anything.

    Then the words are one stretch: `Il vaudrait mieux, |selon X|, fermer le port`.
    """
    before, after = around
    apart = "," in context.text[before.end : preposition.start]
    return (
        _parted(sentence, preposition, source)
        or (apart and not _is_told_of(sentence, source, after.start) and _inset(context, before, after))
        or _lacks_infinitive(context, before, sentence, source)
    )


def _is_told_of(sentence: Sentence, source: Token, end: int) -> bool:
    """Whether a participle says of the source when or by whom it was given out, which what follows may belong to: `un bilan publié lundi`."""
    return any(token.pos == "VERB" and token.morph.get("VerbForm") == "Part" for token in sentence.tokens[source.index + 1 :] if token.start < end)


def _inset(context: Context, before: Span, after: Span) -> bool:
    """Whether the phrase stands within a clause that goes on behind it with a complement: `Il est parti, selon X, |à l'aube|`."""
    words = context.words(after)
    if not context.words(before):
        return False
    if words and words[0].text.lower() == "des" and context.words(before)[-1].pos == "VERB":
        quote = next(context.quotes_in(after), None)
        plain = Span(after.start, max(after.start, quote.outer.start)) if quote else after
        return context.tells(before) and not context.tells(plain)  # `Le port aurait accueilli, selon X, |des navires|`
    if _is_awaited(context, before, words):
        return True
    thing = next((word for word in words if word.pos in ("NOUN", "PROPN")), None)
    named = bool(words) and words[0].morph.get("Definite") == "Def"  # `La pêche recule, selon X, |l'agence des mers|`
    if thing is not None and thing.dep == "obj" and thing.head is context.words(before)[-1] and not named:
        return context.tells(before) and not context.tells(after)  # `Le port accueille, selon X, |trois navires|`
    infinitive = any(word.morph.get("VerbForm") == "Inf" for word in words[1:3])
    governed = any(map(is_finite, context.words(before)[-1:]))  # `Il s'agirait, selon X, |d'une panne|`
    trailing = context.pack.words("cues")["order"]["trailing"]
    trails = bool(words) and not governed and words[0].lemma.lower().split(" ")[0] in trailing and not infinitive
    if not words or words[0].pos != "ADP" or trails:
        return False  # `selon X, |de l'institut Y|` says who that is; `selon X, |avec 3 morts|` adds what need not be his
    return context.tells(before) and words[0].dep in ("case", "mark") and not context.tells(after)


def _is_awaited(context: Context, before: Span, words: list[Token]) -> bool:
    """Whether an infinitive follows without which the verb before the source says nothing: `Il vaudrait mieux, selon X, |le fermer|`."""
    last = context.words(before)[-1]
    clitics = context.pack.words("cues")["order"]["clitics"]
    place = next((place for place, word in enumerate(words) if word.text.lower() not in clitics and word.lemma.lower() != "de"), len(words))
    if place == len(words):
        return False
    verb = words[place]
    governed = last.pos == "VERB" or last.lemma.lower() in context.pack.words("cues")["order"]["comparing"] or last.dep == "xcomp"
    return verb.morph.get("VerbForm") == "Inf" and governed and (verb.head is last or verb.head is last.head)


def _parted(sentence: Sentence, preposition: Span, source: Token) -> bool:
    """Whether the phrase parts an auxiliary from its verb: `Le convoi a, selon X, franchi la frontière`."""
    ahead = [token for token in sentence.tokens if token.end <= preposition.start and token.text != ","]
    if not ahead:
        return False
    behind = next((token for token in sentence.tokens[source.index + 1 :] if token.pos in ("VERB", "PUNCT") and token.text != ","), None)
    comma = any(token.text == "," and ahead[-1].end <= token.start < preposition.start for token in sentence.tokens)
    past = behind is not None and behind.morph.get("VerbForm") == "Part" and (sentence.tokens[behind.index - 1].text == "," or not comma)
    if past and ahead[-1].lemma in HELPING and is_finite(ahead[-1]):
        return True  # whatever the parser takes the auxiliary for
    return (ahead[-1].pos == "AUX" or ahead[-1].dep.startswith("aux")) and ahead[-1].head.start > source.start


def _lacks_infinitive(context: Context, before: Span, sentence: Sentence, source: Token) -> bool:
    """Whether the clause before has but the verb whose infinitive stands behind the source: `Le port doit selon X |fermer|`."""
    last = context.words(before)[-1:]
    if not last or not is_finite(last[0]) or last[0].dep == "acl:relcl" or last[0].lemma not in context.pack.words("cues")["order"]["obliging"]:
        return False
    verb = next((token for token in sentence.tokens[source.index + 1 :] if token.pos in ("VERB", "AUX")), None)
    own = verb is not None and (verb.head is last[0] or sentence.tokens[verb.index - 1].pos != "ADP")  # `se doit selon X |de fermer|`
    return verb is not None and own and verb.morph.get("VerbForm") == "Inf"
