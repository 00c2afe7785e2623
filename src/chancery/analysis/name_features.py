"""What the tagger of names looks at: the word, its neighbours, and what the rest of the document shows of the same word.

A unit is a token, cut further where signs or a missing space glue words together. Features are strings; those of a word are made once and kept, since
a few thousand words make up most of any text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chancery.analysis.name_acronyms import spelled
from chancery.analysis.name_heads import headed
from chancery.analysis.reading import levelled
from chancery.analysis.tokens import Sentence

PIECE = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:(?:[&-]|\.(?=[a-zà-ÿ])|(?<=[\WA-Z0-9])\.(?=[0-9]))[^\W_]+)*'?|\S")
"""A word with its inner hyphens, apostrophes and points, else one sign; a number behind a point and a small letter begins a sentence."""
INNER = re.compile("(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where a capital stands inside a word."""
HANDLES = ("@", "#")
"""Signs before words that are written together on purpose."""
SHORTEST_GLUED = 4
"""Letters of the shortest word that a first name is glued to; prefixes of names are shorter (`DeAndre`, `MacAlan`)."""
STOPS = frozenset(".!?…")
SIGNS, AFTER = frozenset('(«"'), frozenset('(),»"')
"""What is noted of the signs before and behind a word elsewhere in the document."""
NONE: frozenset[str] = frozenset()
KEPT = 20_000
"""Words whose features are kept at most, a kilobyte each: the first are the frequent ones, and with them memory stays bounded."""


class Unit(NamedTuple):
    """A word or a sign, with its place in the document."""

    start: int
    end: int
    text: str
    pos: str


Table = dict[str, list[tuple[tuple[str, ...], str]]]
"""First word, and the names that begin with it as (words, label), longest first."""


@dataclass(slots=True)
class Lexicon:
    """What is known of words outside the document: their cluster, and the names they begin."""

    clusters: dict[str, str] = field(default_factory=dict)
    """A word as it is written, and the cluster of words that are used like it."""
    register: Table = field(default_factory=dict)
    """Names of the register."""
    joined: frozenset[tuple[str, str]] = frozenset()
    """Words with a hyphen inside names of the register, with the word before: `Conseil`, `OTAN-Russie`."""
    known: Table = field(default_factory=dict)
    """Names that most readers know, by what they nearly always mean."""
    idioms: Table = field(default_factory=dict)
    """Sayings and names of things in which no name stands for anybody: `épée de Damoclès`."""
    makers: Table = field(default_factory=dict)
    """Makers whose name is a thing's with a model's behind it."""
    titles: frozenset[str] = frozenset()
    """What stands before a person's name, in lower case."""
    places: frozenset[str] = frozenset()
    """What stands before the name of a place, in lower case."""
    clitics: frozenset[str] = frozenset()
    """Pronouns behind a hyphen: `-il`."""
    edges: frozenset[str] = frozenset()
    """Words that no name begins or ends with, as written."""
    forms: frozenset[str] = frozenset()
    """Forms of address, which are no part of a name, in lower case."""
    directions: frozenset[str] = frozenset()
    """What belongs to the name of a place behind it: `orientale`."""
    heads: dict[str, str] = field(default_factory=dict)
    """Common nouns that head names, in lower case, with the label of the name."""
    links: frozenset[str] = frozenset()
    """What may stand between a head and the rest of its name, as written."""
    given: frozenset[str] = frozenset()
    """First names."""
    things: dict[str, str] = field(default_factory=dict)
    """Nouns that say of the name behind them that it is no person's, in lower case, with its label; empty where it is no name."""
    owned: dict[str, str] = field(default_factory=dict)
    """The same of the name behind them and `de`: `maire`."""
    tails: dict[str, str] = field(default_factory=dict)
    """Last words of such names, as written, with the label: `Bridge`."""
    epithets: frozenset[str] = frozenset()
    """First words of persons' names that an article may stand before, in lower case: `abbé`."""
    articles: frozenset[str] = frozenset()
    """What stands before no person's full name."""
    plurals: frozenset[str] = frozenset()
    """The same of several, before which a family is called by its surname alone."""
    particles: frozenset[str] = frozenset()
    """Between a first name and a family name, as written: `Le`."""
    starts: dict[str, str] = field(default_factory=dict)
    """First words of what looks like a person's name, as written, with the label of the whole: `Villa`."""
    owners: frozenset[str] = frozenset()
    """Begin the title of a work that was taken for a person, as written: `Mon`."""
    at: frozenset[str] = frozenset()
    """What opens a sentence with a place, as written."""
    copulas: frozenset[str] = frozenset()
    """Between a name and the noun that says what it is, as written: `est`."""
    ages: frozenset[str] = frozenset()
    """Behind the number of an age."""
    nobody: frozenset[str] = frozenset()
    """Words that are nobody's name where they stand alone, in lower case: `insoumis`."""
    of: frozenset[str] = frozenset()
    """What a complement without an article begins with: `de`."""
    of_some: frozenset[str] = frozenset()
    """The same, or with the article of several: `des`."""
    of_any: frozenset[str] = frozenset()
    """The same, or with any article: `du`."""
    to: frozenset[str] = frozenset()
    """What may stand between two names of which the second is no part of the first: `à`."""
    inner: frozenset[str] = frozenset()
    """What goes on a complement behind `de l'`: `homme`, of `droits de l'homme`."""
    patronymics: frozenset[str] = frozenset()
    """In lower case inside persons' names: `ben`."""
    buyers: frozenset[str] = frozenset()
    """Between a body and for whom it worked: `pour`."""
    beside: dict[str, frozenset[str]] = field(default_factory=dict)
    """By their name, the lists of words that only the rules beside the tagger ask for."""
    demonyms: frozenset[str] = frozenset()
    """Words for the people of a land, in lower case: `norvégien`."""
    openers: re.Pattern[str] | None = None
    """Where a sentence begins in a word because a space is missing ("finLe")."""
    kept: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)


def openers_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Where one of the words stands at the end of a token behind a small letter.

    >>> openers_pattern(["Le"]).search("BrestLe").start()
    5
    """
    return re.compile(f"(?<=[a-zà-ÿ])(?=(?:{'|'.join(map(re.escape, words))})$)")


def units(sentence: Sentence, lexicon: Lexicon) -> list[list[Unit]]:
    """The units of a sentence in text order, in as many runs as there are sentences in it: a missing space hides where one ends."""
    runs: list[list[Unit]] = [[]]
    for token in sentence.tokens:
        if _whole(token.text):
            _add(Unit(token.start, token.start + len(token.text), token.text, token.pos), runs[-1], lexicon)
            continue
        for start, end, opens in _pieces(token.text, lexicon):
            if opens and runs[-1]:
                runs.append([])
            _add(Unit(token.start + start, token.start + end, token.text[start:end], token.pos), runs[-1], lexicon)
    return [run for run in runs if run]


def _add(unit: Unit, run: list[Unit], lexicon: Lexicon) -> None:
    """Put the unit behind the others, or make it one with the halves of its name."""
    halves = _halves(run, unit.text, lexicon) if run and run[-1].end == unit.start else 0
    if halves:
        name = run[-halves:]
        unit = Unit(name[0].start, unit.end, "".join(half.text for half in name) + unit.text, name[0].pos)
        del run[-halves:]
    run.append(unit)


def _halves(run: Sequence[Unit], text: str, lexicon: Lexicon) -> int:
    """How many of the last units belong to one hyphenated name with a word that touches them: tokenisers cut `Jong-un` and `Côte-d'Azur`.

    A pronoun behind a verb is no half of a name (`Voulez-vous`); nor are two names joined by a hyphen one (`Italie-France`), unless the register has
    them so in a longer name.
    """
    last = run[-1].text
    if last[-1] == "'" and "-" in last and text.isalpha():
        return 1
    if last == "-" and text[0].isalpha() and len(run) > 1 and run[-2].end == run[-1].start:
        if len(run) > 2 and (run[-3].text, f"{run[-2].text}-{text}") in lexicon.joined:
            return 2
        both = f"{run[-2].text}-{text}"
        known = any(words == (both,) for words, _ in lexicon.known.get(both, ()))  # `Paris-Match`
        known |= run[-2].text[0].isupper() and text[0].isupper() and text.lower() in lexicon.beside.get("compass", NONE)  # `Berlin-Est`
        return 2 * int(known or (_begins(run[-2].text, lexicon) and "-" + text.lower() not in lexicon.clitics))
    return 0


def _begins(text: str, lexicon: Lexicon) -> bool:
    """Whether a word can be the first half of a name: capitalised, and no name of the register by itself."""
    return text[0].isupper() and text[-1].isalpha() and not any(len(words) == 1 for words, _ in lexicon.register.get(text, ()))


def _whole(text: str) -> bool:
    """Whether a token is plainly one word: small, or in capitals, or capitalised, with at most an apostrophe or an abbreviation's point behind it."""
    bare = text[:-1] if text[-1] == "'" or (text[-1] == "." and len(text) < 4) else text
    return bare.isalpha() and (bare[1:].islower() or bare.isupper() or len(bare) == 1)


def _pieces(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each piece of a token, and whether a sentence begins with it."""
    stopped = False
    for found in PIECE.finditer(text):
        start, end = found.span()
        cut = 0 if text[start - 1 : start] in HANDLES else _opens_inside(found.group(), lexicon)
        if cut:
            yield start, start + cut, False
            start += cut
        yield start, end, bool(cut) or (stopped and text[start].isupper())
        stopped = text[start:end] in STOPS


def _opens_inside(word: str, lexicon: Lexicon) -> int:
    """Where a sentence begins in a word, by an opener (`BrestLe`) or a first name behind a word that is none (`BudgetAnna`); 0 if none does."""
    opener = lexicon.openers.search(word) if lexicon.openers else None
    if opener:
        return opener.start()
    inner = INNER.search(word)
    glued = inner is not None and inner.start() >= SHORTEST_GLUED and word[: inner.start()] not in lexicon.given
    return inner.start() if inner is not None and glued and word[inner.start() :].partition("-")[0] in lexicon.given else 0


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


def word_features(word: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Features of a word as the one that is read, the one before, the one after, and from two words away."""
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
    made = (tuple(here), tuple("-" + it for it in around), tuple("+" + it for it in around), ("--" + far, "++" + far))
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


def table(names: Iterable[tuple[str, str]]) -> Table:
    """Names with their labels, by first word.

    >>> table([("Corée du Sud", "LOC"), ("Corée", "LOC")])
    {'Corée': [(('Corée', 'du', 'Sud'), 'LOC'), (('Corée',), 'LOC')]}
    """
    made: Table = {}
    for name, label in names:
        words = tuple(PIECE.findall(levelled(name)))
        if words:
            made.setdefault(words[0], []).append((words, label))
    for entries in made.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return made


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
    behind, full = headed(sentence, lexicon.heads, lexicon.links), spelled(sentence)
    kinds = [word[0][1] for word in words]
    last = len(sentence) - 1
    shouted = "shouted" if _shouted(sentence) else ""
    made = []
    for index, unit in enumerate(sentence):
        found = [*words[index][0], "t=" + unit.pos, *behind[index]]
        before = kinds[index - 1] if index else "^"
        after = kinds[index + 1] if index < last else "$"
        found.append(f"xx={before}|{kinds[index]}|{after}")
        if index:
            found += words[index - 1][1]
            found.append("-t=" + sentence[index - 1].pos)
        else:
            found.append("first")
        if index < last:
            found += words[index + 1][2]
            found.append("+t=" + sentence[index + 1].pos)
        if index > 1:
            found.append(words[index - 2][3][0])
        if index + 1 < last:
            found.append(words[index + 2][3][1])
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
