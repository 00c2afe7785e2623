"""When a verb puts what it tells: its tense over auxiliaries, `aller` and `venir de`, and by its ending where the tagger errs."""

import re
from typing import Literal

from chancery.analysis.tokens import Token

Tense = Literal["past", "pluperfect", "present", "imperfect", "future", "conditional", "subjunctive", "imperative", "infinitive", "participle"]
FUTURE = re.compile(r"..(?:e|d|r)r(?:ai|as|a|ons|ez|ont)$")
FUTURE_ENDINGS = frozenset(("ai", "as", "a", "ons", "ez", "ont"))
CONDITIONAL_ENDINGS = frozenset(("ais", "ait", "ions", "iez", "aient"))
ANY_FUTURE = re.compile(r"r(?:ai|as|a|ons|ez|ont)$")
CONDITIONAL = re.compile(r"..(?:e|d|r)r(?:ais|ait|ions|iez|aient)$")
"""Endings that no other tense has (`signeront`, `prendrait`), for taggers err on rare forms; `rencontrait` and `livra` have others."""
ANY_CONDITIONAL = re.compile(r"r(?:ais|ait|ions|iez|aient)$")
"""The endings that auxiliaries have in no other tense: `seraient`, `aurait`."""


def tense(verb: Token) -> Tense | None:
    """When the clause puts it, over auxiliaries, `aller` and `venir de`: the compound past is `past`; None if the parser cannot tell.

    An infinitive or participle has no tense of its own.
    """
    periphrastic = _periphrastic(verb)
    if periphrastic:
        return periphrastic
    helpers = sorted(verb.all("aux", "cop"), key=lambda token: token.start)
    finite = next((token for token in helpers if "Mood" in token.morph or token.morph.get("VerbForm") == "Fin"), None)
    if finite is None:
        if any(token.morph.get("VerbForm") == "Inf" for token in helpers) or verb.morph.get("VerbForm") == "Inf":
            return "infinitive"
        if helpers or verb.morph.get("VerbForm") == "Part":
            return "participle"
        return _finite(verb)
    simple = _finite(finite)
    compound = finite.dep in ("aux", "aux:tense") or sum(token.dep.startswith("aux") for token in helpers) > 1
    if not compound:
        return simple
    return {"present": "past", "imperfect": "pluperfect"}.get(simple or "", simple)  # type: ignore[return-value]


def _periphrastic(verb: Token) -> Tense | None:
    """`va attaquer` is future, `vient d'attaquer` past."""
    head = verb.head
    if head is verb or verb.dep not in ("xcomp", "aux") or verb.morph.get("VerbForm") != "Inf" or head.morph.get("VerbForm") != "Fin":
        return None
    if head.lemma == "aller" and verb.child("mark") is None:
        return "conditional" if head.morph.get("Tense") == "Imp" else "future"
    if head.lemma == "venir" and any(mark.text.lower() in ("de", "d'") for mark in verb.all("mark", "case")):
        return "past"
    return None


def _finite(token: Token) -> Tense | None:
    mood, when, word = token.morph.get("Mood"), token.morph.get("Tense"), token.text.lower()
    if mood is None and when is None and "VerbForm" not in token.morph:
        return None
    stem = _future_stem(token.lemma.lower(), word)
    if FUTURE.search(word) or word.removeprefix(stem or word) in FUTURE_ENDINGS:
        return "future"
    if token.pos == "AUX" and ANY_CONDITIONAL.search(word):
        return "conditional"
    if mood == "Cnd" or CONDITIONAL.search(word) or word.removeprefix(stem or word) in CONDITIONAL_ENDINGS:
        return "conditional"
    if mood == "Sub":
        return "subjunctive"
    if mood == "Imp":
        return "imperative"
    if when == "Fut" and not ANY_FUTURE.search(word):
        return "present"
    known: dict[str | None, Tense] = {"Pres": "present", "Imp": "imperfect", "Fut": "future", "Past": "past"}
    return known.get(when)


def _future_stem(lemma: str, word: str) -> str | None:
    """The stem of the future where it is the infinitive: `réussir-ons`, `mettr-ons`; `retirons` is of `retirer`.

    Where the lemmatizer makes an infinitive up, the future shows in it: `partiraient` of `partiraier`.
    """
    invented = lemma.removesuffix("aier").removesuffix("ier") if lemma.endswith(("iraier", "irier")) else lemma
    stem = invented if invented.endswith("ir") else lemma[:-1] if lemma.endswith("re") else None
    return stem if stem and word.startswith(stem) else None
