"""Names of persons, bodies and places: tagged word by word by a conditional random field, then made one through the document."""

from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from chancery.analysis.analysis import Mention, MentionType
from chancery.analysis.name_features import Lexicon, Unit, clues, features, openers_pattern, units
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.errors import PluginError
from chancery.languages import Pack
from chancery.register import Register
from chancery.span import Span

TYPES: dict[str, MentionType] = {label: label for label in get_args(MentionType)}


def find_names(document: Document, sentences: tuple[Sentence, ...], pack: Pack, register: Register) -> tuple[Mention, ...]:
    """The names in the sentences, in text order, none inside another; whom they stand for is left open.

    Raises PluginError if the pack's weights cannot be read.
    """
    lexicon, tagger = lexicon_of(pack), _tagger(pack.folder)
    read = [run for sentence in sentences for run in units(sentence, lexicon)]
    known = clues(read, lexicon)
    mentions: list[Mention] = []
    for sentence in read:
        if any(unit.text[0].isupper() for unit in sentence):
            mentions.extend(_mentions(sentence, tagger.tag(features(sentence, known, lexicon))))
    return tuple(mentions)


def _mentions(sentence: list[Unit], labels: list[str]) -> list[Mention]:
    """Labels of single units (`B-LOC`, `I-LOC`, `O`) as names."""
    found: list[Mention] = []
    start, end, kind = 0, 0, ""
    for unit, label in [*zip(sentence, labels, strict=True), (None, "O")]:
        if kind and (label != "I-" + kind or unit is None):
            found.append(Mention(Span(start, end), TYPES[kind]))
            kind = ""
        if unit is not None and label != "O":
            if not kind:
                start, kind = unit.start, label[2:]
            end = unit.end
    return found


@lru_cache(maxsize=4)
def _tagger(folder: Path) -> Any:
    """The weights of a pack, loaded once in each process."""
    import pycrfsuite

    tagger, path = pycrfsuite.Tagger(), folder / "names" / "tagger.crfsuite"
    try:
        tagger.open(str(path))
    except (OSError, ValueError) as error:
        raise PluginError(f"the tagger of names cannot be read: {error}", where=str(path), hint="make it with training/french/names.py") from error
    return tagger


def lexicon_of(pack: Pack) -> Lexicon:
    """What the pack knows of words; loaded once. Raises PluginError if it cannot be read."""
    words = pack.words("names/words")
    return _lexicon(pack.folder, tuple(words["titles"]), tuple(words["places"]), tuple(words["openers"]))


@lru_cache(maxsize=4)
def _lexicon(folder: Path, titles: tuple[str, ...], places: tuple[str, ...], openers: tuple[str, ...]) -> Lexicon:
    path = folder / "names" / "clusters.tsv"
    try:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
        clusters = {word: cluster for cluster, *members in rows for word in members}
    except (OSError, UnicodeDecodeError) as error:
        raise PluginError(f"the word clusters cannot be read: {error}", where=str(path)) from error
    return Lexicon(clusters=clusters, titles=frozenset(titles), places=frozenset(places), openers=openers_pattern(openers))
