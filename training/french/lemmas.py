"""The lemmas: what the treebanks show of a form and its part of speech, verb forms of the press by conjugation, endings for the rest.

All goes into the tables of `chancery.languages.lemmas`, the component that the pack's pipeline ends with.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Token

from chancery.languages import pack_for
from chancery.languages.conjugation import conjugated
from chancery.languages.lemmas import NAME, Lemmas

OPEN = ("NOUN", "ADJ", "VERB", "AUX", "ADV")
"""Parts of speech whose forms follow endings."""
LISTED = (*OPEN, "ADP", "CCONJ", "DET", "PRON", "PUNCT", "SCONJ")
"""Those whose lemmas are of lower-cased forms."""
INFINITIVE = ("er", "ir", "re", "oir")
SEEN = 3
"""A word of the press is taken for a word if it was read so often."""
LONGEST = 6
"""Letters that an ending takes away at most."""
COMMON = 2
"""A rule is kept if so many forms follow it."""


def add(pipeline: Language, treebanks: Iterable[Iterable[Doc]], press: Mapping[str, int]) -> None:
    """Append a lemmatiser made of the treebanks, the first of which has the say, and of the words of the press with their counts."""
    pipeline.add_pipe(NAME, "lemmatizer").from_bytes(lemmas(treebanks, press).to_bytes())  # type: ignore[attr-defined]


def lemmas(treebanks: Iterable[Iterable[Doc]], press: Mapping[str, int]) -> Lemmas:
    """The tables."""
    shown, texts = _shown(treebanks)
    attested = _attested(press)
    rules = {part: _rules(part, shown) for part in OPEN}
    index: defaultdict[str, set[str]] = defaultdict(set)
    forms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (form, part), lemma in shown.items():
        forms[part][form] = lemma
        if part in OPEN:
            index[part].add(lemma.lower())
    for form, verb in _conjugated(index["VERB"], attested):
        forms["VERB"].setdefault(form, verb)
        if verb in index["AUX"]:
            forms["AUX"].setdefault(form, verb)
        index["VERB"].add(verb)
    for part in ("NOUN", "ADJ"):
        for word in attested.keys() - forms[part].keys():
            forms[part][word] = _guessed(word, rules[part], attested)
        index[part] |= {form for form, lemma in forms[part].items() if form == lemma}
    for part in OPEN:
        index[part] -= {form for form, lemma in forms[part].items() if form != lemma}
    words = {part: dict(sorted((forms[part] | {lemma: lemma for lemma in index[part]}).items())) for part in LISTED}
    return Lemmas(words, {part: _by_ending(rules[part]) for part in OPEN}, texts)


def _by_ending(rules: Iterable[tuple[str, str, int]]) -> dict[str, list[str]]:
    endings: dict[str, list[str]] = {}
    for old, new, _ in rules:
        endings.setdefault(old, []).append(new)
    return endings


def _shown(treebanks: Iterable[Iterable[Doc]]) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """The commonest lemma of each lower-cased form as each listed part of speech, and of the words of other parts as they are written."""
    shown: dict[tuple[str, str], str] = {}
    texts: dict[str, str] = {}
    for rank, docs in enumerate(treebanks):
        here: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        plain: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for token in (token for doc in docs for token in doc):
            if _joined(token):
                continue
            if token.pos_ in LISTED and (not rank or token.pos_ in OPEN):
                here[token.lower_, token.pos_][token.lemma_] += 1
            elif not rank and token.pos_ == "NUM" and token.is_alpha:
                for text in (token.text, token.text.capitalize()):
                    plain[text][token.lemma_] += 1
        for key, lemmas in here.items():
            shown.setdefault(key, _most(lemmas))
        texts |= {text: _most(lemmas) for text, lemmas in plain.items()}
    return shown, {text: lemma for text, lemma in sorted(texts.items()) if text != lemma}


def _joined(token: Token) -> bool:
    """Whether the lemma is not of the token but of several that are written with hyphens or spaces."""
    return token.lemma_ == "_" or (token.pos_ in OPEN and any(mark in token.lemma_ and mark not in token.text for mark in "- "))


def _most(count: Counter[str]) -> str:
    return max(count, key=lambda word: (count[word], word))


def _attested(press: Mapping[str, int]) -> dict[str, int]:
    """Lower-cased words of letters with how often the press has them, those that it has often enough."""
    found: Counter[str] = Counter()
    for word, times in press.items():
        if word.isalpha() and len(word) > 1:
            found[word.lower()] += times if word.islower() else 0
    return {word: times for word, times in found.items() if times >= SEEN}


def _rules(part: str, shown: Mapping[tuple[str, str], str]) -> list[tuple[str, str, int]]:
    """Endings and what the lemma has for them, with how many forms do so: the longest first, the commonest first among those."""
    count: Counter[tuple[str, str]] = Counter()
    for (form, of), lemma in shown.items():
        if of != part or not (form + lemma).isalpha():
            continue
        lemma = lemma.lower()
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, lemma, strict=False)))
        for start in range(same, max(-1, same - LONGEST), -1):
            count[form[start:], lemma[start:]] += 1
    kept = [(old, new, times) for (old, new), times in count.items() if times >= COMMON and len(old) <= LONGEST + 2]
    return sorted(kept, key=lambda rule: (-len(rule[0]), -rule[2], rule))


def _guessed(form: str, rules: list[tuple[str, str, int]], attested: Mapping[str, int]) -> str:
    """What the first rule says whose lemma is another word; else what the first says at all."""
    found = [form.removesuffix(old) + new for old, new, _ in rules if form.endswith(old) and len(form) > len(old)]
    if not found or found[0] == form:
        return form
    return next((lemma for lemma in found if lemma in attested and lemma != form), found[0])


def _conjugated(lemmas: Iterable[str], attested: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Forms that the press has of verbs, with the verb; of two verbs with the same form the more frequent one comes first."""
    pack = pack_for("fr")
    known = set(lemmas)
    verbs = {word: forms for word in known | attested.keys() if word.endswith(INFINITIVE) and (forms := conjugated(word, pack))}
    for verb, forms in sorted(verbs.items(), key=lambda pair: (pair[0] not in known, -attested.get(pair[0], 0), pair[0])):
        found = [form for form in forms if form in attested and form != verb]
        if verb in known or len(found) >= 3:
            yield from ((form, verb) for form in sorted(found))
