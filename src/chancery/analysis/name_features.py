"""What the tagger of names looks at: the word, its neighbours, and what the rest of the document shows of the same word.

Features are strings; those of a word are made once and kept, since a few thousand words make up most of any text.
"""

from collections import defaultdict
from collections.abc import Sequence

from chancery.analysis.name_acronyms import spelled
from chancery.analysis.name_heads import headed
from chancery.analysis.name_lexicon import Lexicon, Table, Unit, Views
from chancery.analysis.name_pairs import paired
from chancery.analysis.name_quoted import quoted

SIGNS, AFTER = frozenset('(«"'), frozenset('(),»"')
"""What is noted of the signs before and behind a word elsewhere in the document."""
KEPT = 20_000
"""Words whose features are kept at most, a kilobyte each: the first are the frequent ones, and with them memory stays bounded."""


def shape(word: str) -> str:
    """The kind of writing: `Aa`, `A`, `AA`, `aA`, `a`, `0`, `A0`, `A-A`, or the sign itself.

    >>> [shape(word) for word in ("Otan", "ONU", "l'", "Le", "SpaceX", "2021", "G7", "Pas-de-Calais", ",")]
    ['Aa', 'AA', "a'", 'Aa', 'AaA', '0', 'A0', 'Aa-a-Aa', ',']
    """
    made: list[str] = []
    for sign in word:
        kind = "A" if sign.isupper() else "a" if sign.isalpha() else "0" if sign.isdigit() else sign
        if not made or kind != made[-1] or (kind == "A" and len(made) == 1):
            made.append(kind)
    return "".join(made)


def word_features(word: str, lexicon: Lexicon) -> Views:
    """Features of a word as the one that is read, the one before, the one after, from two words away, and in pairs."""
    found = lexicon.kept.get(word)
    if found is not None:
        return found
    lower, kind = word.lower(), shape(word)
    fine = lexicon.clusters.get(word, "") or (lexicon.clusters.get(lower, "") if kind in ("AA", "Aa") else "")
    here = [f"w={lower}", f"x={kind}", f"2={lower[-2:]}", f"3={lower[-3:]}", f"4={lower[-4:]}", f"p={lower[:3]}", f"q={lower[:5]}"]
    if fine:
        here += [f"c={fine}", f"C={fine[:1]}"]
    around = [f"w={lower}", f"x={kind}", f"c={fine or lower[-3:]}"]
    if word[:1].isupper():
        here += [f"W={word}", f"S={lower[-5:]}"]
        if word in lexicon.given:
            here.append("given")
            around.append("given")
    far = f"w={lower}" if len(lower) > 1 else f"w={word}"
    pair = (lower, lexicon.clusters.get(word) or lexicon.clusters.get(lower) or kind)
    made = Views(tuple(here), tuple("-" + it for it in around), tuple("+" + it for it in around), ("--" + far, "++" + far), pair)
    if len(lexicon.kept) < KEPT:
        lexicon.kept[word] = made
    return made


def clues(sentences: Sequence[Sequence[Unit]], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """For each capitalised word, what the document shows of it elsewhere: written small, inside a sentence, behind a title, beside another name."""
    small: set[str] = set()
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for unit, mark in zip(sentence, spelled(sentence), strict=True):
            if mark == "acr":
                seen[unit.text].add("d=acr")
        before = ""
        for index, unit in enumerate(sentence):
            word = unit.text
            if not word[0].isupper():
                small.add(word)
            elif index:
                marks = seen[word]
                if before in lexicon.titles:
                    marks.add("d=title")
                elif before[:1].isupper():
                    marks.add("d=after:" + shape(before)[:2])
                elif before[-1:].isalpha() or before[-1:] == "'":
                    marks.add("d=inside")
                if before in lexicon.places:
                    marks.add("d=place")
                if before in lexicon.edges or before in SIGNS:
                    marks.add("d=" + before)
                after = sentence[index + 1].text if index + 1 < len(sentence) else "$"
                if after in AFTER:
                    marks.add("d+" + after)
            if index and word[0].isupper() and before[:1].isupper():
                seen[before].add("d=before")
            before = word if word[0].isupper() else word.lower()
    return {word: (*sorted(marks), "d=small") if word.lower() in small else tuple(sorted(marks)) for word, marks in seen.items()}


def listed(sentence: Sequence[Unit], names: Table, mark: str) -> list[str]:
    """For each unit, the label of the longest known name that it begins or goes on behind `mark`, else ''."""
    tags, texts = [""] * len(sentence), tuple(unit.text for unit in sentence)
    index = 0
    while index < len(sentence):
        length = 1
        for words, label in names.get(texts[index], ()):
            if len(words) == 1 or texts[index : index + len(words)] == words:
                length = len(words)
                tags[index] = f"{mark}=B{label}"
                for k in range(1, length):
                    tags[index + k] = f"{mark}=I{label}"
                break
        index += length
    return tags


def features(sentence: Sequence[Unit], known: dict[str, tuple[str, ...]], lexicon: Lexicon) -> list[list[str]]:
    """The features of each unit of a sentence; `known` is what `clues` found in the document."""
    words = [word_features(unit.text, lexicon) for unit in sentence]
    known_names = (listed(sentence, lexicon.register, "g"), listed(sentence, lexicon.known, "k"))
    behind, full, inside = headed(sentence, lexicon.heads, lexicon.links), spelled(sentence), quoted(sentence)
    pairs = list(paired([word.pair[0] for word in words], [word.pair[1] for word in words]))
    kinds = [word.here[1] for word in words]
    last = len(sentence) - 1
    shouted = "shouted" if _shouted(sentence) else ""
    made = []
    for index, unit in enumerate(sentence):
        found = [*words[index].here, "t=" + unit.pos, *behind[index], *inside[index], *pairs[index]]
        before = kinds[index - 1] if index else "^"
        after = kinds[index + 1] if index < last else "$"
        found.append(f"xx={before}|{kinds[index]}|{after}")
        if index:
            found += words[index - 1].before
            found.append("-t=" + sentence[index - 1].pos)
        else:
            found.append("first")
        if index < last:
            found += words[index + 1].after
            found.append("+t=" + sentence[index + 1].pos)
        if index > 1:
            found.append(words[index - 2].far[0])
        if index + 1 < last:
            found.append(words[index + 2].far[1])
        for tags in known_names:
            if tags[index]:
                found.append(tags[index])
            if index and tags[index - 1]:
                found.append("-" + tags[index - 1])
            if index < last and tags[index + 1]:
                found.append("+" + tags[index + 1])
        if full[index]:
            found.append(full[index])
        if unit.text[0].isupper():
            found += known.get(unit.text, UNKNOWN)
            if shouted:
                found.append(shouted)
        made.append(found)
    return made


UNKNOWN = ("d=only",)


def _shouted(sentence: Sequence[Unit]) -> bool:
    """Whether most of its words are written in capitals only, as headlines are."""
    words = [unit.text for unit in sentence if len(unit.text) > 3 and unit.text.isalpha()]
    return len(words) > 2 and sum(word.isupper() for word in words) * 2 > len(words)
