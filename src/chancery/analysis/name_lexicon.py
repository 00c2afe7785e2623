"""What is known of words outside the document, by which names are found: lists of names and of words around them, clusters of words used alike."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chancery.analysis.reading import levelled

PIECE = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:(?:[&-]|\.(?=[a-zà-ÿ])|(?<=[\WA-Z0-9])\.(?=[0-9]))[^\W_]+)*'?|\S")
"""A word with its inner hyphens, apostrophes and points, else one sign; a number behind a point and a small letter begins a sentence."""

ADDRESS = re.compile(r"[a-z]\.[a-z]")
"""Inside a web address, which may be a name by itself but goes on none."""


class Unit(NamedTuple):
    """A word or a sign, with its place in the document."""

    start: int
    end: int
    text: str
    pos: str


class Views(NamedTuple):
    """The features of a word by where it is looked at from."""

    here: tuple[str, ...]
    before: tuple[str, ...]
    """From the word behind it."""
    after: tuple[str, ...]
    """From the word before it."""
    far: tuple[str, str]
    """From two words behind and before."""
    pair: tuple[str, str]
    """The word in lower case and its cluster, for the pairs that it is in."""


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
    kept: dict[str, "Views"] = field(default_factory=dict)


def openers_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Where one of the words stands at the end of a token behind a small letter.

    >>> openers_pattern(["Le"]).search("BrestLe").start()
    5
    """
    return re.compile(f"(?<=[a-zà-ÿ])(?=(?:{'|'.join(map(re.escape, words))})$)")


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
