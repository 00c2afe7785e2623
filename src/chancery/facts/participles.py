"""Who does what a participle of speech says, by where it stands: `X a accusé Y, qui s'en va |en criant|`.

`spoke` is where the text names whoever spoke last.
"""

from chancery.analysis import Token
from chancery.analysis.clauses import noun_phrase, own_subject, predicate, preposition, subject
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.makers import is_paper, makers
from chancery.facts.speaking import NAMES, can_speak, is_finite, phrase_head
from chancery.span import Span


def describes(context: Context, verb: Token, noun: Token, tokens: list[Token]) -> bool:
    """Whether a participle says what the person right before it says: `une passante affirmant que ...`."""
    between = tokens[noun.index + 1 : verb.index]
    if not verb.dep.startswith("acl") or noun.pos not in ("NOUN", "PROPN") or any(token.text == "," for token in between):
        return False
    someone = any(context.who.of(token) and not token.dep.startswith(("flat", "amod")) for token in between)
    paper = noun.lemma.lower() in context.pack.words("cues")["sources"]["papers"]
    return bool(makers(context, noun)) if paper else not someone


def telling_paper(context: Context, verb: Token, tokens: list[Token]) -> Token | None:
    """The paper right before a participle that itself says so: `en dépit d'|un rapport| indiquant que ...`; not one that the subject gives out."""
    before = tokens[verb.index - 1] if verb.index else verb
    hung = verb.dep == "acl" and before in verb.head.subtree()
    noun = verb.head if hung else phrase_head(before.head if before.dep == "amod" else before)
    sources, lemma = context.pack.words("cues")["sources"], noun.lemma.lower()
    if noun.pos != "NOUN" or before.pos not in (*NAMES, "ADJ") or any(word.morph.get("Poss") == "Yes" for word in noun.all("det")):
        return None
    if lemma in sources["relays"] or lemma not in (*sources["papers"], *sources["issued"]):
        return None
    if noun.dep == "obj":
        return noun if noun.head.lemma in sources["getting"] and noun.head.lemma not in sources["issuing"] else None
    held = preposition(noun)
    apart = noun.head.lemma.lower() in sources["besides"] if held == "de" else held not in sources["within"]
    return noun if held and apart else None


def right_before(context: Context, cue: Cue, spoke: Span | None) -> Token | None:
    """The subject behind its own verb right before the participle: `X a accusé le port, ce qu'a démenti |Jan Roy|, en faisant valoir que ...`."""
    tokens, place = cue.sentence.tokens, cue.verb.index
    since = spoke.start if spoke is not None else -1
    while place > 0 and tokens[place - 1].text != ",":
        place -= 1
    if place < 2 or cue.verb.index - place > 2:
        return None
    verbs = (token for token in reversed(tokens[: place - 1]) if token.pos == "VERB" and token.start > since)
    party = own_subject(next(verbs, cue.verb)) if since >= 0 else None
    behind = party is not None and party.head.start < party.start and noun_phrase(party).end == tokens[place - 2].end
    return party if party is not None and behind and can_speak(context, party) else None


def main_subject(cue: Cue, spoke: Span | None) -> Token | None:
    """The subject of the clause that a participle goes with, where the last speaker's own stands before that: `Si X dit ..., |Y| part, disant`."""
    party = own_subject(cue.verb.head) if cue.verb.dep == "advcl" else None
    if party is None or spoke is None or not cue.sentence.span.start <= spoke.start < party.start < cue.verb.start:
        return None
    aside = (clause for clause in cue.verb.head.all("advcl") if clause.start < party.start)
    return party if any(spoke.overlaps(token.span) for clause in aside for token in clause.subtree()) else None


def contrasted_with(context: Context, cue: Cue, spoke: Span | None) -> Token | None:
    """The subject of a clause set against the last speaker's own before the participle: `X a dit que ..., tandis que |Y| sortait en criant`."""
    tokens, aside = cue.sentence.tokens, context.pack.words("cues")["order"]["aside"]
    since = spoke.start if spoke is not None else 0
    opening = next(
        (token for token in reversed(tokens[: cue.verb.index]) if token.start > since and token.text.lower() in aside and token.pos != "ADP"), None
    )
    verbs = [token for token in tokens[opening.index : cue.verb.index] if is_finite(token)] if opening is not None else []
    party = subject(predicate(verbs[0])) if len(verbs) == 1 else None
    return party if opening is not None and party is not None and party.start > opening.start else None


def passed_on(context: Context, cue: Cue, spoke: Span | None) -> Token | None:
    """Of whom a paper tells, that spoke last, what a participle says they said: `La radio rapporte que |Jan Roy| s'est plaint, estimant que ...`."""
    words = context.words(spoke) if spoke is not None and cue.sentence.span.contains(spoke) else []
    passing = context.pack.words("cues")["order"]["passing"]
    if not words or words[-1].end > cue.verb.start or not any(is_paper(context, word) or word.head.lemma in passing for word in words):
        return None
    told = [token for token in cue.sentence.tokens[words[-1].index + 1 : cue.verb.index] if own_subject(token) is not None]
    party = own_subject(told[-1]) if told and not context.quote_at(told[-1].start) else None
    return party if party is not None and party.start > words[-1].end and can_speak(context, party) else None
