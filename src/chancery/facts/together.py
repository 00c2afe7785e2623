"""Who speaks together with whom: `la France et la Tunisie`."""

from itertools import pairwise

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import conjuncts, noun_phrase, own_subject
from chancery.facts.context import GAPS, Context
from chancery.facts.speaking import NAMES, can_speak, is_calling
from chancery.span import Span

BACK = 3
"""Sentences, its own among them, in which two are named whom a noun means."""
PERSON = "person:"


def coordinated(context: Context, token: Token) -> tuple[Token, ...]:
    """The parties that speak together (`la France et la Tunisie`); empty if there is one."""
    head = token.head if token.dep == "conj" and token.head.pos in ("NOUN", "PROPN") else token
    beside = tuple(other for other in token.head.all("nsubj") if other.pos in ("NOUN", "PROPN") and other.start < token.head.start)
    if len(beside) == 2 and _is_another(context, beside[1], beside[0]):
        beside = (beside[0], *_closed(context, tuple(part for part in conjuncts(beside[1]) if part.pos in NAMES)))
    if len(beside) > 1 and _joined_side_by_side(context, beside):
        return beside if all(can_speak(context, part) for part in beside) else ()
    parties = _closed(context, _with_listed(context, head, tuple(part for part in conjuncts(head) if part.pos in NAMES)))
    if len(parties) < 2 or any(part.pos == "NOUN" and part.morph.get("Number") == "Sing" and part.child("det") is None for part in parties[1:]):
        return ()  # `X, président du parti et |maire de Y|`: one and the same
    between = [word for part in parties for word in part.all("cc", "punct") if head.start < word.start < parties[-1].start]
    joined = all(word.text == "," or _joins(context, word) for word in between)
    alone = (head.child("case") is None or head is token) and joined
    return parties if alone and all(can_speak(context, part) for part in parties) else ()


def last_joined(context: Context, verb: Token, who: Token) -> Token | None:
    """The last of those joined before a relative whose verb is in the singular, who alone is meant: `A et |B|, qui a dit`; else None."""
    own, finite = own_subject(verb), next((token for token in (*verb.all("aux", "cop"), verb) if "Mood" in token.morph), None)
    if own is None or own.morph.get("PronType") != "Rel" or finite is None or finite.morph.get("Number") != "Sing":
        return None
    parties = coordinated(context, who)
    near = len(parties) > 1 and context.text[noun_phrase(parties[-1]).end : own.start].strip(GAPS) in ("", ",")
    return parties[-1] if near else None


def run_before(context: Context, verb: Token) -> tuple[Token, ...]:
    """The people whose names stand in a row right before a verb, with `et` before the last: `|A, B et C| appelant à voter`; else empty."""
    joins, found, end = context.pack.words("cues")["order"]["joins"], list[Mention](), verb.start
    while end > 1:
        end = context.back_over_gaps(end)
        mark = "," if found[1:] and context.text[end - 1] == "," else next((word for word in joins if context.text.endswith(f" {word}", 0, end)), "")
        end = context.back_over_gaps(end - len(mark)) if found else end
        name = context.who.at(Span(max(0, end - 1), end))
        if (found and not mark) or not isinstance(name, Mention) or name.type != "PER" or name.span.end != end:
            break
        found.append(name)
        end = name.span.start
    heads = [word for name in reversed(found) for word in context.words(name.span)[:1]]
    return tuple(heads) if len(heads) > 1 else ()


def both(context: Context, token: Token) -> tuple[Token, ...]:
    """The two who were named side by side right before, where the noun only says that they are two: `les deux ministres`; else empty."""
    order = context.pack.words("cues")["order"]
    two = any(word.text.lower() in order["two"] for word in token.all("nummod", "amod", "det") if word.start < token.start)
    tells = any(word.start > token.end for word in token.all("nmod", "amod", "acl", "appos"))
    defined = any(word.morph.get("Definite") == "Def" for word in token.all("det"))
    sentence = context.sentence_at(token.start)
    if not two or not defined or tells or sentence is None:
        return ()
    for _ in range(BACK):
        pairs = [pair for word in sentence.tokens if word.end < token.start and (pair := _pair(context, token, word))]
        if pairs:
            return pairs[0] if len({context.who.of(one) + context.who.of(other) for one, other in pairs}) == 1 else ()
        before = context.previous(sentence)
        if before is None:
            return ()
        sentence = before
    return ()


def _pair(context: Context, noun: Token, word: Token) -> tuple[Token, ...]:
    """The word and the one joined to it, where they name two whom the noun can mean: two people, or two bodies."""
    parties = tuple(part for part in conjuncts(word) if part.pos in NAMES)
    if len(parties) != 2 or parties[0] is not word or not any(_joins(context, mark) for mark in parties[1].all("cc")):
        return ()
    people = is_calling(context, noun)
    fits = all((actors := context.who.of(part)) and actors[0].startswith(PERSON) == people for part in parties)
    return parties if fits and not any(context.quote_at(part.start) for part in parties) else ()


def _with_listed(context: Context, head: Token, parties: tuple[Token, ...]) -> tuple[Token, ...]:
    """The parties with the names between the first and the last that the parser takes for what explains the first: `X, |Y| et Z`."""
    if len(parties) < 2 or _finite(head) is None:
        return parties
    listed = [
        part for part in head.all("appos") if part.pos in NAMES and head.end < part.start < parties[1].start and _is_another(context, part, head)
    ]
    return tuple(sorted((*parties, *listed), key=lambda part: part.start))


def _finite(head: Token) -> Token | None:
    """The finite verb in the plural of which the token is the subject; None where it is none."""
    verb = head.head
    finite = next((token for token in (*verb.all("aux", "cop"), verb) if "Mood" in token.morph), None)
    several = finite is not None and finite.morph.get("Number") == "Plur"
    return finite if several and head.dep.partition(":")[0] == "nsubj" else None


def _is_another(context: Context, part: Token, head: Token) -> bool:
    """Whether two names beside each other are of one kind and not of one actor: two countries, two parties, two people."""
    one, other = context.who.at(part.span), context.who.at(head.span)
    if not isinstance(one, Mention) or not isinstance(other, Mention) or one is other:
        return False
    return one.type == other.type and (one.actor is None or one.actor != other.actor)


def _closed(context: Context, parties: tuple[Token, ...]) -> tuple[Token, ...]:
    """The parties up to the last before which a conjunction stands; what the parser hangs on them behind that is no party."""
    last = max((place for place, part in enumerate(parties) if any(_joins(context, word) for word in part.all("cc"))), default=0)
    return parties[: last + 1]


def _joins(context: Context, word: Token) -> bool:
    """Whether a conjunction joins those who speak together: `et`, `mais aussi`."""
    order = context.pack.words("cues")["order"]
    return word.lemma in order["joins"] or any(context.text.startswith(words, word.start) for words in order["also"])


def _joined_side_by_side(context: Context, parties: tuple[Token, ...]) -> bool:
    """Whether nothing but commas and at last a conjunction parts the subjects that the parser hung on one verb side by side."""
    between = [context.text[noun_phrase(one).end : noun_phrase(other).start].strip(GAPS) for one, other in pairwise(parties)]
    apart = any(part.child("case") is not None for part in parties)
    return not apart and between[-1] in context.pack.words("cues")["order"]["joins"] and all(words == "," for words in between[:-1])
