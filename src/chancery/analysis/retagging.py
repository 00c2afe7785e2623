"""Words and relations that a tagger or parser calls wrong, told by endings and by what stands around them."""

import re

from chancery.analysis.tokens import Token

CONDITIONAL = re.compile(r"(..+(?:e|nd|ud)r)(ait|aient)")
"""A stem that is an infinitive, but for its last letter, and an ending of the third person; no noun looks so (`retrait`, `portrait`)."""


def reread(token: Token) -> None:
    """Verbs that the tagger does not know: by an ending of the conditional, which no other word has (`commenceraient`), or by what they govern.

    And nouns: a compound behind its article is no verb (`le chèque-carburant`).
    """
    if token.pos == "VERB" and "-" in token.text[1:] and token.child("det") is not None:
        token.pos = "NOUN"
    if token.pos == "VERB" and token.morph.get("VerbForm") == "Part":
        _present(token)
    if token.pos in ("VERB", "AUX", "PROPN") or not token.text.islower():
        return
    if found := CONDITIONAL.fullmatch(token.text):
        stem = found[1]
        token.pos, token.lemma = "VERB", stem if stem.endswith("er") else f"{stem}e"
        token.morph = {"Mood": "Cnd", "Number": "Plur" if found[2] == "aient" else "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
    elif token.pos in ("ADJ", "NOUN") and token.child("cop", "aux", "det") is None and (_says_what(token) or _governs(token)):
        own = token.child("nsubj")
        token.pos, number = "VERB", own.morph.get("Number", "Sing") if own is not None else "Sing"
        token.morph = {"Mood": "Ind", "Number": number, "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def _present(token: Token) -> None:
    """The present of a verb in -er is no participle, if its subject stands before it and no auxiliary does: `la firme |cherche| deux agents`.

    What stands behind it is its object then, whatever the parser calls it.
    """
    own = token.child("nsubj")
    if own is None or own.start > token.start or token.lemma != f"{token.text}r" or token.child("aux", "cop") is not None:
        return
    token.morph = {"Mood": "Ind", "Number": own.morph.get("Number", "Sing"), "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
    behind = next((child for child in token.all("nsubj") if child.start > token.end and child.child("case") is None), None)
    if behind is not None and token.child("obj") is None:
        behind.dep = "obj"


def _says_what(token: Token) -> bool:
    """Whether a conjunction and a subject open a clause of which the word is the verb: `que Tunis ferme le port`."""
    opening, own = conjunction(token), token.child("nsubj")
    return opening is not None and own is not None and opening.start < own.start < token.start


def _governs(token: Token) -> bool:
    """Whether a word taken for a part of a name has an object: `la mission « Garde » compte dix hommes`."""
    return token.dep.startswith("flat") and any(child.start > token.start for child in token.all("obj"))


def reflexive(verb: Token) -> None:
    """With a reflexive pronoun `être` makes the compound past, and no passive: `ils s'étaient opposés`."""
    if not verb.children:
        return
    clitic = next((child for child in verb.all("expl:pass", "expl:pv") if child.morph.get("Reflex") == "Yes" and child.start < verb.start), None)
    if clitic is None or verb.child("aux:pass") is None:
        return
    for child in verb.all("aux:pass", "expl:pass", "nsubj:pass"):
        child.dep = {"aux:pass": "aux:tense", "expl:pass": "expl:pv", "nsubj:pass": "nsubj"}[child.dep]


def conjunction(verb: Token) -> Token | None:
    """The conjunction that opens a clause."""
    return next((mark for mark in verb.all("mark") if mark.pos == "SCONJ" and mark.start < verb.start), None)
