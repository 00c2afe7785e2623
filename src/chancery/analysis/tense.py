"""Whether the sentence around a place speaks of what was or of what will be."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter
from typing import Any, Literal

from chancery.analysis import clauses
from chancery.analysis.tokens import Sentence, Token
from chancery.languages import Pack
from chancery.span import Span

Lean = Literal["past", "present", "future"]
LEANS: dict[str, Lean] = {
    "past": "past",
    "pluperfect": "past",
    "imperfect": "past",
    "present": "present",
    "future": "future",
    "conditional": "future",
}
START = attrgetter("start")
FARTHEST = 12
"""Governors looked at; what lies farther up has little to do with the place."""


def lean(sentence: Sentence, span: Span, pack: Pack, *, begins: bool = False) -> Lean | None:
    """The side that the verb governing the words of a span speaks of; None where the sentence does not say. `begins`: something starts on that day.

    What hangs on a noun takes no present from the verb above: "la réunion de lundi montre" is of last Monday, "ils se réunissent lundi" of the next;
    a present participle on a noun (`la cour annulant lundi un arrêt`) is no verb of its own here.
    """
    cues: dict[str, Any] = pack.words("times")["cues"]
    tokens = sentence.tokens
    first = bisect_left(tokens, span.start, key=START)
    inside = tokens[first : bisect_left(tokens, span.end, lo=first, key=START)]
    if not inside:
        return None
    if _planned(tokens[max(0, first - 2) : first], cues):
        return "future"
    indexes = {token.index for token in inside}
    top = next((token for token in inside if token.head is token or token.head.index not in indexes), inside[0])
    if _announced(top, begins or (first > 0 and tokens[first - 1].text.lower() in cues["onward"]), cues):
        return "future"
    finite = top.pos in ("VERB", "AUX") and top.morph.get("VerbForm") != "Part"  # a day that the tagger takes for a participle is none
    speaks = finite or top.head is top
    found = next((found for governor in islice(_governors(top, speaks), FARTHEST) if (found := _of(governor, cues)) is not None), None)
    if found != "present":
        return found
    told = (governor for governor in _governors(top, speaks) if governor.morph.get("VerbForm") != "Part" or governor.morph.get("Tense") != "Pres")
    outer = next(told, None)
    return None if outer is not None and outer.pos not in ("VERB", "AUX") else found


def _governors(top: Token, speaks: bool) -> Iterator[Token]:
    """What governs a place, from the nearest up; its own top too if that speaks."""
    return chain((top,), top.ancestors()) if speaks else top.ancestors()


def _planned(before: list[Token], cues: dict[str, Any]) -> bool:
    """Whether "prévue" stands right before, at most one preposition between: parsers often hang the day on the noun that it belongs to."""
    if before and before[-1].pos in ("ADP", "DET"):
        before = before[:-1]
    return bool(before) and before[-1].text.lower().startswith(tuple(cues["participles"])) and before[-1].morph.get("VerbForm") in ("Part", None)


def _announced(top: Token, begins: bool, cues: dict[str, Any]) -> bool:
    """Whether a verb gives its word of what comes on that day: `a promis une trêve |jeudi|`, `a annoncé une trêve |à partir de jeudi|`.

    Right behind the verb the day is that of the announcement: `a annoncé |jeudi| une trêve`.
    """
    under, verb = top, top.head
    while verb.head is not verb and verb.pos not in ("VERB", "AUX"):
        under, verb = verb, verb.head
    if not any(verb.start < matter.start < top.start for matter in verb.all("obj")):
        return False
    if begins and verb.lemma in cues["announced"]:
        return True
    return verb.lemma in cues["promised"] and (begins or under is top or under.dep == "obj")


def _of(token: Token, cues: dict[str, Any]) -> Lean | None:
    """What one governor says; None if it leaves it to the one above."""
    helpers = token.all("aux", "cop")
    if token.pos not in ("VERB", "AUX") and not helpers:
        return None
    causing = next((helper for helper in helpers if helper.dep == "aux:caus"), None)
    if causing is not None and (told := LEANS.get(clauses.tense(causing) or "")) is not None:
        return told  # "a fait savoir lundi"
    perfect = any(helper.dep == "aux:tense" or helper.lemma == "avoir" for helper in helpers)
    participle = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") != "Pres"
    tense = clauses.tense(token)
    if participle and not perfect and tense in (None, "present", "participle") and token.text.lower().startswith(tuple(cues["participles"])):
        return "future"
    if participle and tense == "conditional" and perfect:
        return "future" if _told_before(token) else "past"
    if participle and tense == "present":
        return "past"
    if tense == "participle":
        return "past" if participle else None
    if tense == "imperfect" and any(mark.text.lower() in cues["hypotheses"] for mark in token.all("mark")):
        return "future"
    if tense == "infinitive":
        return _infinitive(token, helpers, cues)
    return LEANS.get(tense or "")


def _told_before(token: Token) -> bool:
    """Whether the clause is one that a past verb reports: "a annoncé qu'ils seraient partis" looks ahead, "ils seraient partis" is hearsay."""
    return token.dep.partition(":")[0] in ("ccomp", "xcomp") and clauses.tense(token.head) in ("past", "pluperfect", "imperfect")


def _infinitive(token: Token, helpers: Sequence[Token], cues: dict[str, Any]) -> Lean | None:
    """ "après avoir signé" was; what somebody must or wants to do is still to come, unless the governor is past; what was asked for is anyway."""
    if any(helper.morph.get("VerbForm") == "Inf" and helper.dep == "aux:tense" for helper in helpers):
        return "past"
    head = token.head
    if head is token:
        return None
    asked = head.lemma in cues["asked"] and clauses.tense(head) in ("past", "present")
    return "future" if asked or (head.lemma in cues["ahead"] and _of(head, cues) != "past") else None
