"""Where a sentence turns from reported words to the outlet's own: to its main clause, to when they were said, to what was done before."""

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject, predicate
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.resuming import QUE
from chancery.facts.speaking import is_finite

AHEAD = 6
"""Tokens before a cue among which its clause opens."""
MARKS = frozenset(',;:"«»“”')


def concedes(context: Context, cue: Cue) -> bool:
    """Whether the cue's clause only sets out what its sentence answers: `S'il reconnaît que ..., il estime que ...`."""
    first = next((token for token in cue.sentence.tokens if token.start >= cue.group.start), cue.verb)
    ahead = cue.sentence.tokens[max(0, first.index - AHEAD) : first.index]
    if _sets_against(context, cue.sentence.tokens[: first.index]):
        return True
    return any(token.text.lower() in context.pack.words("cues")["order"]["leading"] and token.pos in ("SCONJ", "ADV", "PRON") for token in ahead)


def is_set_back(cue: Cue) -> bool:
    """Whether the cue's clause is a relative one that its sentence's own clause follows: `Après un incendie dont X dit ..., le port ferme`."""
    first = next((token for token in cue.sentence.tokens if token.start >= cue.group.start), cue.verb)
    ahead = cue.sentence.tokens[: first.index]
    return any(token.morph.get("PronType") == "Rel" for token in ahead[-AHEAD:]) and not any(map(is_finite, ahead))


def in_relative(cue: Cue) -> bool:
    """Whether the cue is the first verb of a relative clause: `le port, dont le maire |dit| que ...`."""
    first = next((token for token in cue.sentence.tokens if token.start >= cue.group.start), cue.verb)
    ahead = cue.sentence.tokens[max(0, first.index - AHEAD) : first.index]
    place = next((place for place, token in enumerate(reversed(ahead), 1) if token.morph.get("PronType") == "Rel"), 0)
    return place > 0 and not any(map(is_finite, ahead[-place:]))


def _sets_against(context: Context, ahead: list[Token]) -> bool:
    """Whether `alors que` opens the sentence and nothing closes its clause before the cue: `Alors que le maire | disait que ...`."""
    words = [token for token in ahead if token.pos != "PUNCT" or token.text in MARKS]
    opens = len(words) > 1 and words[0].text.lower() in context.pack.words("cues")["order"]["aside"][:2] and words[1].lemma.lower() in QUE
    return opens and not any(token.text in MARKS for token in words)


def main_clause(context: Context, behind: list[Token]) -> bool:
    """Whether a subject and its finite verb follow the comma, with no conjunction before them."""
    if behind[0].pos not in ("PRON", "DET", "PROPN", "NOUN") or behind[0].morph.get("PronType") == "Rel":
        return False
    verb = next((token for token in behind if is_finite(token) or token.pos in ("SCONJ", "CCONJ") or token.text in MARKS), None)
    if behind[0].text.lower() in context.pack.words("cues")["order"]["plain_inverted"] and verb in behind[1:3]:
        return verb is not None and is_finite(verb)
    subject = own_subject(predicate(verb)) if verb is not None and is_finite(verb) else None
    return subject is not None and subject.start >= behind[0].start


def recalls(context: Context, behind: list[Token], limit: int) -> bool:
    """Whether the outlet sets what was done before against the words: `..., alors qu'il avait promis de rester`."""
    rest = [token for token in behind if token.start < limit]
    if len(rest) < 2 or rest[0].text.lower() not in context.pack.words("cues")["order"]["aside"][:1] or rest[1].lemma.lower() not in QUE:
        return False
    verb = next((token for token in rest if is_finite(token)), None)
    earlier = verb is not None and verb.pos == "AUX" and verb.dep.startswith("aux") and verb.morph.get("Tense") == "Imp"
    return earlier and verb is not None and verb.head.morph.get("VerbForm") == "Part" and not any(context.quote_at(token.start) for token in rest)


def dates_report(context: Context, cue: Cue, behind: list[Token], limit: int) -> bool:
    """Whether what follows only tells when it was said: `..., deux jours après l'accord`, `..., lundi sur Radio Fjord`, `..., avant de partir`."""
    order = context.pack.words("cues")["order"]
    rest = [token for token in behind if token.start < limit]
    if _finite_past(cue) and len(rest) > 2 and rest[0].text.lower() in order["next"] and rest[1].lemma == "de":
        return any(token.morph.get("VerbForm") == "Inf" for token in rest[2:5])
    if any(map(is_finite, rest)) or any(context.quote_at(token.start) for token in rest):
        return False
    span = next((place for place, token in enumerate(rest) if not (context.dated(token) or token.pos in ("NUM", "DET"))), 0)
    if not span or not any(context.dated(token) for token in rest[:span]):
        return False
    return rest[span].text.lower() in order["dating"]


def _finite_past(cue: Cue) -> bool:
    """Whether the cue tells of the past: it is compound, or in the imperfect."""
    return any(cue.verb.all("aux")) or cue.verb.morph.get("Tense") in ("Past", "Imp")
