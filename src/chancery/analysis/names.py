"""Names of persons, bodies and places: tagged word by word by a conditional random field, then made to agree through the document."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from chancery.analysis.analysis import Mention, MentionType
from chancery.analysis.name_agreement import Found, agreed, parted, trimmed, whole
from chancery.analysis.name_cut import lengthened
from chancery.analysis.name_features import clues, features
from chancery.analysis.name_firms import unplaced
from chancery.analysis.name_lexicon import ADDRESS, Lexicon, Unit, openers_pattern, table
from chancery.analysis.name_lists import of_one_kind
from chancery.analysis.name_nothing import without_things
from chancery.analysis.name_parts import clubless, continued, dateless, divided, english, shouted, with_nouns
from chancery.analysis.name_people import brought_in
from chancery.analysis.name_products import without_products
from chancery.analysis.name_runon import unjoined
from chancery.analysis.name_sure import sure
from chancery.analysis.name_swallowed import unswallowed
from chancery.analysis.name_things import unpersoned
from chancery.analysis.name_titles import untitled
from chancery.analysis.name_together import together
from chancery.analysis.name_towns import in_towns
from chancery.analysis.name_units import units
from chancery.analysis.name_weighed import Shares, shares_of, weighed
from chancery.analysis.name_whole import articled, known_whole, spelled_whole, unidiomatic
from chancery.analysis.name_works import without_works
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Document
from chancery.errors import PluginError
from chancery.languages import Pack
from chancery.register import Register
from chancery.span import Span

TYPES: dict[str, MentionType] = {label: label for label in get_args(MentionType)}
BREAKS = frozenset("–—/|•@#")
"""Signs that part two names, those before a handle among them."""
MADE_BY = "make it with python -m training.french.names"


def find_names(document: Document, sentences: tuple[Sentence, ...], pack: Pack, register: Register) -> tuple[Mention, ...]:
    """The names in the sentences, in text order, none inside another; whom they stand for is left open.

    Raises PluginError if the pack's word lists or weights cannot be read.
    """
    lexicon = lexicon_of(pack, register)
    runs = [run for sentence in sentences for run in units(sentence, lexicon)]
    told = list(_tagged(runs, _tagger(pack.folder), lexicon))
    names = zip(runs, told, _settled(runs, [labels for labels, _ in told], lexicon), strict=True)
    return tuple(
        Mention(Span(run[name.start].start, run[name.end - 1].end), TYPES[name.label], likely=weighed(run, name, shares, lexicon))
        for run, (_, shares), found in names
        for name in found
    )


def names_in(runs: Sequence[list[Unit]], tagger: Any, lexicon: Lexicon) -> list[list[Found]]:
    """The names of each run of one document, by a tagger as `pycrfsuite.Tagger`."""
    return _settled(runs, [labels for labels, _ in _tagged(runs, tagger, lexicon)], lexicon)


def _tagged(runs: Sequence[list[Unit]], tagger: Any, lexicon: Lexicon) -> Iterator[tuple[list[str], Shares]]:
    """The labels of each run of which the tagger is sure enough, and how likely they are; nothing for a run that can hold no name."""
    known = clues(runs, lexicon)
    for run in runs:
        labels = sure(run, tagger.tag(features(run, known, lexicon)), tagger.marginal, lexicon) if _capitalised(run) else []
        yield labels, shares_of(labels, tagger.marginal)


def _settled(runs: Sequence[list[Unit]], labels: Sequence[list[str]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of each run, made to agree through the document."""
    found = [_names(run, told, lexicon) if told else [] for run, told in zip(runs, labels, strict=True)]
    people = brought_in(runs, unpersoned(runs, found, lexicon), lexicon)
    settled = unplaced(runs, unpersoned(runs, people, lexicon), lexicon)  # again, for `Adria` that acts may be a storm
    settled = [continued(run, found, lexicon) for run, found in zip(runs, settled, strict=True)]
    listed = of_one_kind(runs, settled, lexicon)
    everywhere = agreed(runs, without_things(runs, listed, lexicon), lexicon)
    made = without_products(runs, untitled(runs, without_works(runs, everywhere, lexicon), lexicon), lexicon)
    return [unidiomatic(run, found, lexicon) for run, found in zip(runs, made, strict=True)]  # again, for what was found elsewhere


def _names(run: list[Unit], labels: list[str], lexicon: Lexicon) -> list[Found]:
    """The names of a run, those parted that were taken for one, and whole."""
    found = (half for name in tagged(run, labels, lexicon) for half in parted(run, name, lexicon))
    names = english(run, whole(run, [half for name in found for half in clubless(run, name, lexicon)], lexicon), lexicon)
    names = divided(run, names, lexicon)
    names = [part for name in shouted(run, names, lexicon) for part in unjoined(run, name, lexicon)]
    names = [half for name in names for half in unswallowed(run, name, lexicon)]
    names = in_towns(run, lengthened(run, with_nouns(run, names, lexicon), lexicon), lexicon)
    names = unidiomatic(run, spelled_whole(run, articled(run, known_whole(run, names, lexicon), lexicon), lexicon), lexicon)
    return together(run, [dateless(run, name, lexicon) for name in names], lexicon)


def tagged(run: list[Unit], labels: list[str], lexicon: Lexicon) -> list[Found]:
    """Labels of single units (`B-LOC`, `I-LOC`, `O`) as names."""
    found: list[Found] = []
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if label != "O" and _parts(run[index].text, label):
            label = "O"
        if kind and label != "I-" + kind:
            name = trimmed(run, Found(start, index, kind), lexicon)
            if name:
                found.append(name)
            kind = ""
        if label != "O" and not kind and (label[0] == "B" or run[index].text[0].isupper()):
            start, kind = index, label[2:]
    return found


def _parts(text: str, label: str) -> bool:
    """Whether a unit ends the name before it and is no part of one."""
    return text in BREAKS or (label[0] == "I" and ADDRESS.search(text) is not None)


def _capitalised(run: list[Unit]) -> bool:
    """Whether the run can hold a name at all; most of the time is spent on those that can."""
    return any(unit.text[0].isupper() for unit in run)


@lru_cache(maxsize=4)
def _tagger(folder: Path) -> Any:
    """The weights of a pack, loaded once in each process."""
    import pycrfsuite

    tagger, path = pycrfsuite.Tagger(), folder / "names" / "tagger.crfsuite"
    try:
        tagger.open(str(path))
    except (OSError, ValueError) as error:
        raise PluginError(f"the tagger of names cannot be read: {error}", where=str(path), hint=MADE_BY) from error
    return tagger


_KEPT: dict[tuple[Path, Register], Lexicon] = {}


def lexicon_of(pack: Pack, register: Register) -> Lexicon:
    """What the pack and the register know of words; loaded once. Raises PluginError if the pack's lists cannot be read."""
    key = (pack.folder, register)
    if key not in _KEPT:
        folder = pack.folder / "names"
        clusters = {word: cluster for cluster, *members in _rows(folder / "clusters.tsv") for word in members}
        _KEPT[key] = lexicon_from(pack, register, clusters)
    return _KEPT[key]


def _known(pack: Pack) -> Iterator[tuple[str, str]]:
    """The names that most readers know, with their labels."""
    yield from ((name.strip(), label) for label, names in pack.words("names/known").items() for name in names.split(","))


def _things(pack: Pack) -> Iterator[str]:
    """The names of works and things, where the pack lists them."""
    for names in (pack.words("names/things") if pack.holds("names/things") else {}).values():
        yield from filter(None, map(str.strip, names.split("|")))


def _bodies(pack: Pack) -> Iterator[str]:
    """The well-known bodies whose names of several words, articles aside, are hardly other words: `Freedom House`."""
    articles = frozenset(pack.words("names/words")["articles"])
    tables = pack.words("kinds").values() if pack.holds("kinds") else ()
    yield from (
        name.strip()
        for table in tables
        for name in table.get("names", "").split("|")
        if sum(word.lower() not in articles for word in name.split()) > 1
    )


def _demonyms(register: Register) -> Iterator[str]:
    """The words for one of the people of each state."""
    for state in {actor for _, actor in register.gazetteer().values() if actor is not None and register.is_state(actor)}:
        forms = (register.adjective(state, feminine=feminine) for feminine in (False, True))
        yield from (form.lower() for form in forms if form is not None)


def lexicon_from(pack: Pack, register: Register, clusters: dict[str, str]) -> Lexicon:
    """The same from its parts: the pack's word lists, the register and the clusters."""
    words = pack.words("names/words")
    registered = table((name, label) for name, (label, _) in register.gazetteer().items())
    return Lexicon(
        clusters=clusters,
        register=registered,
        joined=frozenset(pair for names in registered.values() for name, _ in names for pair in pairwise(name) if "-" in pair[1]),
        titles=frozenset(words["titles"]),
        places=frozenset(words["places"]),
        clitics=frozenset(words["clitics"]),
        edges=frozenset(words["edges"]),
        forms=frozenset(words["forms"]),
        directions=frozenset(words["directions"]),
        heads=_labelled(words["heads"]),
        links=frozenset(words["links"]),
        makers=table((maker, "ORG") for maker in words["makers"]),
        idioms=table((idiom, "") for idiom in (*words["idioms"], *_things(pack))),
        known=table((*_known(pack), *((name, "ORG") for name in _bodies(pack)))),
        given=frozenset((*words["either"], *(name for names in pack.words("first_names").values() for name in names.split()))),
        things=_labelled(words["things"]),
        owned=_labelled(words["owned"]),
        tails=_labelled(words["tails"]),
        epithets=frozenset(words["epithets"]),
        articles=frozenset(words["articles"]),
        plurals=frozenset(words["plurals"]),
        particles=frozenset(words["particles"]),
        starts=_labelled(words["starts"]),
        owners=frozenset(words["owners"]),
        at=frozenset(words["at"]),
        copulas=frozenset(words["copulas"]),
        ages=frozenset(words["ages"]),
        nobody=frozenset(words["nobody"]),
        of=frozenset(words["of"]),
        of_some=frozenset(words["of_some"]),
        of_any=frozenset(words["of_any"]),
        to=frozenset(words["to"]),
        inner=frozenset(words["inner"]),
        patronymics=frozenset(words["patronymics"]),
        buyers=frozenset(words["buyers"]),
        beside={name: frozenset(listed.split()) for name, listed in words["beside"].items()},
        demonyms=frozenset(_demonyms(register)),
        openers=openers_pattern(words["openers"]),
    )


def _labelled(lists: dict[str, str]) -> dict[str, str]:
    """Each word of the lists with the label that it stands under; `none` is no label."""
    return {word: "" if label == "none" else label for label, words in lists.items() for word in words.split()}


def _rows(path: Path) -> list[list[str]]:
    """The tab-separated rows of a list beside the weights."""
    try:
        return [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise PluginError(f"a list of names cannot be read: {error}", where=str(path), hint=MADE_BY) from error
