"""Whether what a conjunction joins goes on from the cue, or from somebody else who reports, and not from the words reported."""

from itertools import takewhile

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.speaking import can_speak, is_finite, is_participle
from chancery.span import Span

QUE = ("que", "qu'", "qu")
"""The conjunction, elided or not, as lemmatisers give it."""
REACH = 12
"""Tokens behind a conjunction within which somebody else reports something."""


def resumes(context: Context, verb: Token, cue: Cue, others: set[int]) -> bool:
    """Whether a coordinated verb goes on with what the speaker does, not with what is said: it agrees with the cue in tense and number."""
    if verb.dep != "conj" or any(mark.lemma.lower() in ("que", "de", "à") for mark in verb.all("mark")):
        return False
    if any(link.text.lower() in context.pack.words("cues")["order"]["choosing"] for link in verb.all("cc")):
        return False  # `dit que les ports ont promis de payer |ou| fait part de leur accord`
    one, other = _finite_part(cue.verb), _finite_part(verb)
    if other.morph.get("VerbForm") == "Inf":
        return False
    if verb.start in others and verb.head is not cue.verb and _alone(context, verb) and is_finite(other):
        behind = cue.sentence.tokens[verb.index + 1 : verb.index + 3]
        if _agree(one, other, "Tense", "Number") or any(token.pos == "SCONJ" and token.lemma.lower() in QUE for token in behind):
            return True  # `X dit que la loi est juste et |condamne| ...`: a law does not
    if verb.head is not cue.verb:  # the parser may have joined it to the verb of the clause; then it must differ from that
        own = verb.child("nsubj")
        goes_on = own is None or (verb.start in others and own.pos == "PRON")  # `..., mais il a rappelé que`
        return is_finite(other) and _agree(one, other) and not _agree(_finite_part(verb.head), other) and goes_on
    shares_auxiliary = verb.start in others and other.morph.get("VerbForm") == "Part" and not lacks_helper(cue, verb)
    return shares_auxiliary or _agree(one, other)


def shares_helper(cue: Cue, verb: Token, words: Span, others: set[int]) -> bool:
    """Whether a past participle of speech has no auxiliary but the cue's: `a appelé les marins à partir, puis |suggéré| que ...`."""
    done = verb.start in others or _has_object(cue, verb)
    bare = done and verb.morph.get("VerbForm") == "Part" and not is_participle(verb) and not any(verb.all("aux"))
    helped = cue.verb.morph.get("VerbForm") == "Part" and any(cue.verb.all("aux"))
    said = [token for token in cue.sentence.tokens if words.start <= token.start < verb.start]
    return bare and helped and not any(token.dep.startswith("aux") and not _is_undergone(token.head, verb) for token in said)


def _has_object(cue: Cue, verb: Token) -> bool:
    """Whether an object stands right behind the verb, as none does behind an adjective: `a regretté qu'il pleuve et |présenté ses excuses|`."""
    thing = verb.child("obj")
    return thing is not None and thing.start > verb.end and cue.sentence.tokens[verb.index + 1].pos in ("DET", "NOUN", "PROPN")


def _is_undergone(verb: Token, other: Token) -> bool:
    """Whether the helpers of a verb are those of the passive, in which the other participle would agree: `la ville a été fermée et |juré|`."""
    passive = any(token.dep == "aux:pass" for token in verb.children)
    return passive and any(verb.morph.get(name) != other.morph.get(name) for name in ("Gender", "Number"))


def another_reports(context: Context, behind: list[Token], others: set[int]) -> bool:
    """Whether a clause follows in which somebody named reports something: `..., mais lundi, |la mairie| a répondu que ...`."""
    ahead = list(takewhile(lambda word: word.pos != "SCONJ" and word.morph.get("PronType") != "Rel", behind[:REACH]))
    verb = next((word for word in ahead if word.pos == "VERB"), None)
    if verb is None or verb.start not in others or context.quote_at(verb.start):
        return False
    subject = own_subject(verb)
    told = behind[behind.index(verb) + 1] if behind.index(verb) + 1 < len(behind) else None
    governs = told is not None and told.pos == "SCONJ" and told.lemma.lower() in QUE
    return governs and subject is not None and subject in ahead and subject.start < verb.start and can_speak(context, subject)


def lacks_helper(cue: Cue, verb: Token) -> bool:
    """Whether a past participle cannot be joined to the cue, which has no auxiliary for it: `affirme avoir vu le port et |interrogé| le maire`."""
    helped = any(cue.verb.all("aux")) or any(verb.all("aux")) or cue.verb.morph.get("VerbForm") == "Part"
    return verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Past" and not helped


def _alone(context: Context, verb: Token) -> bool:
    """Whether a verb has no subject of its own, and that of the clause it is joined to cannot speak."""
    above = own_subject(verb.head)
    return own_subject(verb) is None and above is not None and not can_speak(context, above) and above.pos == "NOUN"


def _agree(one: Token, other: Token, *features: str) -> bool:
    return all(one.morph.get(feature) == other.morph.get(feature) for feature in features or ("Tense", "Number", "Mood"))


def _finite_part(verb: Token) -> Token:
    """The word of a verb group that carries tense and number."""
    return next((token for token in verb.all("aux") if is_finite(token)), verb)
