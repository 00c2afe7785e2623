"""What somebody vouches for in a relative clause: `le maire, selon lequel le port ferme`, `le maire, pour qui le port doit fermer`."""

from itertools import pairwise

from chancery.analysis import Mention, Sentence, Token
from chancery.facts.context import GAPS, Context
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.speaking import can_speak, is_finite, phrase_head
from chancery.span import Span


def told_by_relative(context: Context, sentence: Sentence, preposition: Span) -> tuple[Token, Words] | None:
    """What somebody named right before vouches for in a relative clause: `le maire, |selon lequel| le port ferme`."""
    behind = [token for token in sentence.tokens if token.start >= preposition.end - 1]
    ahead = [token for token in sentence.tokens if token.end <= preposition.start and token.text != ","]
    if not behind or not ahead or behind[0].morph.get("PronType") != "Rel" or context.quote_at(preposition.start):
        return None
    source, pronoun = _antecedent(context, sentence, behind[0], ahead[-1]), behind[0].morph
    if any(pronoun.get(feature, source.morph.get(feature)) != source.morph.get(feature) for feature in ("Gender", "Number")):
        return None
    if context.text[preposition.start : behind[0].start].strip().lower() in context.pack.words("cues")["sources"]["opening"] and not (
        is_someone(context, source) or context.who.of(source)
    ):
        return None  # `un port pour qui tout va bien`
    if behind[1:] and behind[1].text.lower() in context.pack.words("cues")["order"]["plain_inverted"] and _told_of(behind[1]):
        return None  # `le maire, pour qui il avait voté`
    words = Span(behind[0].end, context.seam_after(behind[0].end, sentence.span.end)).trimmed(context.text, GAPS + POINTS)
    known = context.pack.words("cues")
    if source.lemma.lower() in (*known["nouns"]["lemmas"], *known["sources"]["papers"]):
        return None  # `une déclaration selon laquelle`: whose it is, its own clause tells
    words = _less_upper_clause(context, words)
    if source.pos not in ("NOUN", "PROPN") or not can_speak(context, source) or not context.tells(words):
        return None
    return source, typed(context, words)


def _antecedent(context: Context, sentence: Sentence, pronoun: Token, last: Token) -> Token:
    """Whom a relative pronoun stands for: by its clause, else by what stands before it; the one named, if that is set beside a name."""
    named = context.who.at(last.span)
    if isinstance(named, Mention) and named.type == "PER":
        return phrase_head(last)
    clause = next((token for token in (pronoun.head, *pronoun.ancestors()) if token.dep == "acl:relcl"), None)
    noun = clause.head if clause is not None and clause.head.start < pronoun.start and can_speak(context, clause.head) else phrase_head(last)
    while noun.dep in ("appos", "obl:arg", "obl:mod", "obl", "acl") and noun.head.start < noun.start:
        noun = noun.head
    ahead = sentence.tokens[max(0, noun.index - 2) : noun.index]
    beside = len(ahead) == 2 and noun.pos == "NOUN" and noun.child("det") is None and ahead[1].text == "," and ahead[0].pos == "PROPN"
    return phrase_head(ahead[0]) if beside else noun  # `Anna Lund, |infirmière|, pour qui ...`


def _told_of(subject: Token) -> bool:
    """Whether the verb of a subject tells of the past."""
    verb = subject.head
    return any(token.morph.get("Tense") in ("Imp", "Past") for token in (verb, *verb.all("aux")))


def _less_upper_clause(context: Context, words: Span) -> Span:
    """A relative clause less the verb of the clause above it: `le maire, selon lequel |le port ferme|, a quitté la salle`."""
    tokens = context.words(words)
    for comma, verb in pairwise(tokens):
        if comma.text == "," and is_finite(verb) and context.tells(Span(words.start, comma.start)):
            return Span(words.start, context.back_over_gaps(comma.start))
    return words


def is_someone(context: Context, source: Token) -> bool:
    """Whether a person, or a noun for people, is named: states and things are also what something is good for."""
    people = context.pack.words("cues")["sources"]
    if source.pos == "PRON":
        return source.text.lower() in context.pack.words("cues")["order"]["holders"]
    return any(actor.startswith("person:") for actor in context.who.of(source)) or source.lemma.lower() in (*people["people"], *people["nouns"])
