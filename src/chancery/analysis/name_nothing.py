"""Words taken for names that name nobody and no place: acronyms of things, points of the compass, feasts, peoples, medicines."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from chancery.analysis.name_acronyms import spelled
from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_signs import NOTHING

NONE: frozenset[str] = frozenset()
LETTERS = 4
"""Letters of a long noun for each of its acronym."""
YEAR = 4
"""Digits of a year."""
LATIN = 5
"""Letters of the shortest Latin word that is told by its ending."""


def without_things(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those gone that are words for things: `la |TVA|`, `à Lund (|Est|)`.

    An acronym that the text spells out as a body's name stays that body's.
    """
    bodies = {acronym for run, found in zip(runs, names, strict=True) for acronym in _spelled_by_bodies(run, found, lexicon)}
    things = {acronym for run, found in zip(runs, names, strict=True) for acronym in _spelled_by_things(run, found, lexicon)} - bodies
    things |= (_posts(runs, names, lexicon) | _diplomas(runs, lexicon)) - bodies
    called = _called(runs, names, lexicon)
    begun = {_words(run, name)[:2] for run, found in zip(runs, names, strict=True) for name in found if name.end - name.start > 2}
    return [
        [
            name
            for name in found
            if not (
                _is_nothing(run, name, lexicon, bodies)
                or _is_acronym(run, name, things)
                or _is_common(run, name, called, lexicon)
                or _is_emblem(run, name, lexicon)
                or _is_bench(run, name, begun, lexicon)
                or _is_feast(run, name, called, lexicon)
            )
        ]
        for run, found in zip(runs, names, strict=True)
    ]


def _spelled_by_bodies(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> Iterable[str]:
    """The acronyms in a run that stand beside the body's name that spells them out."""
    if not found or not any(unit.text == "(" for unit in run):
        return
    marks = spelled(run)
    events = lexicon.beside.get("events", NONE)
    bodies = [name for name in found if name.label == "ORG" and run[name.start].text.lower() not in events]
    spelling = any(marks[name.start].startswith("full") and lexicon.tails.get(run[name.end - 1].text) != NOTHING for name in bodies)
    yield from (unit.text for unit, mark in zip(run, marks, strict=True) if mark == "acr" and spelling)


def _spelled_by_things(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> Iterable[str]:
    """The acronyms in a run that words in small letters outside of names spell out whose noun heads no name, or a noun for what takes place does.

    So do several places of a kind (`les quartiers de pêche (|QP|)`), what ends as things' names do, and a noun that has all its letters. What the
    lists know as a body's stays so, but for a noun for a benefit: `allocation de rentrée scolaire (|ARS|)`.
    """
    if not any(unit.text == "(" for unit in run):
        return
    named = {place for name in found for place in range(name.start, name.end)}
    yield from (run[place + 2].text for place in range(len(run) - 3) if place not in named and _abbreviated(run, place, lexicon))
    yield from _spelled_out(run, spelled(run), named, lexicon)
    yield from _spelled_out(run, spelled(run, loose=True), named, lexicon)


def _spelled_out(run: Sequence[Unit], marks: Sequence[str], named: set[int], lexicon: Lexicon) -> Iterable[str]:
    """The acronyms of things among those that are marked as spelled out."""
    first = -1
    for place, mark in enumerate(marks):
        first = place if mark == "full=B" else first
        acronym = run[place].text
        known = any(words == (acronym,) for names in (lexicon.register, lexicon.known) for words, _ in names.get(acronym, ()))
        noun = run[first].text.lower()
        if mark != "acr" or first < 0 or (known and (first in named or noun not in lexicon.beside.get("benefits", NONE))):
            continue
        last = next((word for word in range(place - 1, first, -1) if run[word].text not in ("(", '"', "»")), first)
        small = first not in named and run[first].text.islower() and not {noun, noun.removesuffix("s")} & lexicon.heads.keys()
        places = first not in named and run[first].text.islower() and noun not in lexicon.heads and lexicon.heads.get(noun.removesuffix("s")) == "LOC"
        if small or places or noun in lexicon.beside.get("events", NONE) or lexicon.tails.get(run[last].text) == NOTHING:
            yield acronym


def _abbreviated(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether a common noun has an acronym in brackets behind it that is of its letters, in their order: `lundaroxine (|LRX|)`."""
    noun, left, acronym, right = (unit.text for unit in run[place : place + 4])
    if (left, right) != ("(", ")") or not (noun.islower() and noun.isalpha() and acronym.isupper() and acronym.isalpha()):
        return False
    letters = iter(noun.upper())
    long = len(acronym) > 2 and len(noun) >= LETTERS * len(acronym)
    inside = long and noun[0].upper() == acronym[0] and all(letter in letters for letter in acronym)
    return inside and not {noun, noun.removesuffix("s")} & lexicon.heads.keys()


def _posts(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> set[str]:
    """The acronyms that somebody's post has in the text, which is no body's: `le directeur général des pêches`, then `le |DGP|`.

    A direction's acronym has the other gender: `la |DGP|`.
    """
    masculine = lexicon.beside.get("masculine", NONE)
    acronyms: defaultdict[str, set[bool]] = defaultdict(set)
    for run, found in zip(runs, names, strict=True):
        for name in found:
            word = run[name.start].text
            if name.end - name.start == 1 and len(word) > 2 and word.isalpha() and word.isupper() and name.start:
                acronyms[word].add(run[name.start - 1].text.lower() in masculine)
    wanted = {word for word, told in acronyms.items() if told == {True}}
    return {word for word in wanted if any(_is_post(run, place, word, lexicon) for run in runs for place in range(len(run)))}


def _is_post(run: Sequence[Unit], start: int, acronym: str, lexicon: Lexicon) -> bool:
    """Whether a director's post stands there whose words have the letters of the acronym, linking words left out."""
    if run[start].text.lower() not in lexicon.beside.get("posts", NONE):
        return False
    left = list(acronym.lower())
    for unit in run[start : start + 2 * len(acronym) + 1]:
        if unit.text in lexicon.links:
            continue
        if not left or unit.text[0].lower() != left.pop(0):
            return False
        if not left:
            return True
    return False


def _diplomas(runs: Sequence[Sequence[Unit]], lexicon: Lexicon) -> set[str]:
    """The acronyms of diplomas that bodies have too, where the text tells of studies: `étudiant à Lund, il obtient son |DEA|`."""
    studies = lexicon.beside.get("studies", NONE)
    told = {unit.text.lower() for run in runs for unit in run} & studies
    return set(lexicon.beside.get("diplomas", NONE)) if len(told) > 1 else set()


def _is_emblem(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is what a maker has for its emblem: `la marque au |Faucon|`; a place that is known is where it is made."""
    before = [unit.text.lower() for unit in run[max(0, name.start - 2) : name.start]]
    borne = len(before) == 2 and before[1] in lexicon.beside.get("bearing", NONE) and before[0] in lexicon.beside.get("emblazoned", NONE)
    return borne and run[name.start - 2].pos != "VERB" and not _is_known(run, name, lexicon)


def _is_bench(run: Sequence[Unit], name: Found, begun: set[tuple[str, ...]], lexicon: Lexicon) -> bool:
    """Whether it is a court without its town, which nothing in the text tells: `devant le |tribunal correctionnel|`."""
    words = _words(run, name)
    court = len(words) == 2 and words[0] in lexicon.beside.get("courts", NONE) and words[1] in lexicon.beside.get("benches", NONE)
    return court and words not in begun


def _is_feast(run: Sequence[Unit], name: Found, called: set[str], lexicon: Lexicon) -> bool:
    """Whether a first name is a feast's, nobody's in the text, for what stands before: `la messe de |Noël|`, `avant |Noël|`."""
    words = lexicon.beside
    before = [unit.text.lower() for unit in run[max(0, name.start - 2) : name.start]]
    feast = name.label == "PER" and name.end - name.start == 1 and run[name.start].text in words.get("feasts", NONE) - called
    kept = len(before) > 1 and before[1] in lexicon.of and before[0] in words.get("feasted", NONE)
    return feast and (kept or (bool(before) and before[-1] in words.get("dated", NONE)))


def _words(run: Sequence[Unit], name: Found) -> tuple[str, ...]:
    return tuple(unit.text for unit in run[name.start : name.end])


def _called(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> set[str]:
    """The words that are somebody's name in a document for more than that they were taken for one: in a full name, or behind a title."""
    called: set[str] = set()
    for run, found in zip(runs, names, strict=True):
        for name in found:
            titled = name.start > 0 and run[name.start - 1].text.lower() in lexicon.titles
            if name.label == "PER" and (name.end - name.start > 1 or titled):
                called.update(unit.text for unit in run[name.start : name.end])
    return called


def _is_common(run: Sequence[Unit], name: Found, called: set[str], lexicon: Lexicon) -> bool:
    """Whether a common noun with a capital was taken for somebody: `la loi |Travail|`, `après deux années de |Droit|`."""
    word = run[name.start].text
    alone = name.label == "PER" and name.end - name.start == 1 and word not in called and word.partition("-")[0] not in lexicon.given
    return alone and word.lower() in lexicon.clusters and run[name.start].pos in ("NOUN", "ADJ", "ADV", "PRON") and not _is_known(run, name, lexicon)


def _is_acronym(run: Sequence[Unit], name: Found, acronyms: set[str]) -> bool:
    return name.label == "ORG" and name.end - name.start == 1 and run[name.start].text in acronyms


def _is_nothing(run: Sequence[Unit], name: Found, lexicon: Lexicon, bodies: set[str]) -> bool:
    if name.end - name.start > 1:
        part = run[name.start].text.lower() in lexicon.beside.get("numbered", NONE)
        if part and all(unit.text.isdigit() for unit in run[name.start + 1 : name.end]):
            return True  # `l'|Article 5|`
        species = name.end - name.start == 2 and _is_species(run, name.start, lexicon)
        return species or _is_anyone(run, name, lexicon) or _is_unfinished(run, name, lexicon) or _is_management(run, name, lexicon)
    if _is_species(run, name.start, lexicon) or _opens_as_noun(run, name, lexicon):
        return True
    word = run[name.start].text
    if name.label == "ORG" and word in lexicon.beside.get("unfinished", NONE) and not _is_known(run, name, lexicon):
        return True  # `la |mairie|`
    if word in lexicon.beside.get("acronyms", NONE) or _is_budget(run, name, lexicon):
        return word not in bodies
    return word.lower() in lexicon.beside.get("nothing", NONE) or _is_direction(run, name, lexicon) or _is_people(run, name, lexicon)


def _is_budget(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether an acronym that a body has too is a law's, for what stands in it or of which year it is: `inscrit en |LFI|`, `la |LFI| 2018`."""
    if name.label != "ORG" or run[name.start].text not in lexicon.beside.get("budgets", NONE) or not name.start:
        return False
    before, behind = run[name.start - 1].text.lower(), run[name.end].text if name.end < len(run) else ""
    year = len(behind) == YEAR and behind.isdecimal()
    return before in lexicon.beside.get("yearly", NONE) or (year and before in lexicon.articles)


def _is_anyone(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a noun with its adjective was taken for a person: `un |Marine norvégien|`."""
    before = run[name.start - 1].text.lower() if name.start else ""
    rest = run[name.start + 1 : name.end]
    return name.label == "PER" and before in lexicon.beside.get("anyone", NONE) and all(unit.text.islower() and unit.pos == "ADJ" for unit in rest)


def _is_species(run: Sequence[Unit], start: int, lexicon: Lexicon) -> bool:
    """Whether a species is called so, by a capitalised word and a Latin one: `|Lundia marensis|`."""
    if start + 1 >= len(run) or not run[start].text[0].isupper() or run[start + 1].start - run[start].end != 1:
        return False
    word = run[start + 1].text
    french = word.lower() in lexicon.clusters or word in lexicon.demonyms or word.endswith(tuple(lexicon.beside.get("french", NONE)))
    latin = len(word) >= LATIN and word.islower() and word.isalpha() and word.endswith(tuple(lexicon.beside.get("latin", NONE)))
    return latin and not french


def _is_unfinished(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a common noun with its adjective or a camp was taken for a body only told of: `la |mairie danoise|`, `une |mairie de gauche|`."""
    noun, rest = run[name.start].text, run[name.start + 1 : name.end]
    told = name.label == "ORG" and noun in lexicon.beside.get("unfinished", NONE) and not _is_known(run, name, lexicon)
    rest = rest[2:] if rest[0].text in lexicon.of and rest[-1].text in lexicon.beside.get("wings", NONE) else rest
    return told and all(unit.text.replace("-", "").isalpha() and unit.text.islower() and unit.pos == "ADJ" for unit in rest)


def _is_management(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is those who manage a house that is told of without its name: `la |direction du centre hospitalier|`."""
    words, place = [unit.text for unit in run[name.start : name.end]], 1
    if name.label != "ORG" or words[0] not in lexicon.beside.get("managing", NONE) or not all(word.islower() for word in words):
        return False
    while place < len(words) and (words[place] in lexicon.of_any or words[place] in lexicon.articles):
        place += 1
    rest = run[name.start + place + 1 : name.end]
    return 1 < place < len(words) and words[place] in lexicon.beside.get("managed", NONE) and all(unit.pos == "ADJ" for unit in rest)


def _opens_as_noun(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a place's name is the noun that a heading or a saying begins with: `|Manche| de chemise`."""
    before, behind = (run[place] if 0 <= place < len(run) else None for place in (name.start - 1, name.end))
    opens = before is None or not before.text[0].isalnum()
    noun = name.label == "LOC" and run[name.start].text.lower() in lexicon.beside.get("nouns", NONE)
    if not (opens and noun) or behind is None:
        return False
    after = run[name.end + 1].text if behind.text in lexicon.of_some and name.end + 1 < len(run) else behind.text
    return after.islower() and (behind.pos == "ADJ" or behind.text in lexicon.of_some)


def _is_people(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is those who live in a land, or one of them who is called as it is: `les |Norvégiens|`, `un |Suisse|`."""
    word, before = run[name.start].text.lower(), run[name.start - 1].text.lower() if name.start else ""
    if name.label == "LOC" and word in lexicon.demonyms and before in lexicon.beside.get("one", NONE):
        return True
    several = word.endswith("s") and before in lexicon.beside.get("several", NONE)
    return several and {word, word.removesuffix("s")} & lexicon.demonyms != set() and not _is_known(run, name, lexicon)


def _is_known(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    words = tuple(unit.text for unit in run[name.start : name.end])
    return any(words == listed for names in (lexicon.register, lexicon.known) for listed, _ in names.get(words[0], ()))


def _is_direction(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a point of the compass: `Lund (|Est|)`, `le |Sud| de la ville`."""
    if run[name.start].text.lower() not in lexicon.beside.get("compass", NONE):
        return False
    before, behind = (run[place].text if 0 <= place < len(run) else "" for place in (name.start - 1, name.end))
    shire = run[name.start].text.lower() in lexicon.beside.get("shires", NONE)
    return (before == "(" and not shire) or behind in lexicon.of_any or _is_wind(run, name, lexicon)


def _is_wind(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether something blows from there: `un vent d'|Ouest|`, `le flux de Nord à |Nord-Est|`."""
    place, compass = name.start - 1, lexicon.beside.get("compass", NONE)
    if place > 1 and run[place].text in lexicon.to and run[place - 1].text.lower() in compass:
        place -= 2
    place -= place > 0 and run[place].text in lexicon.of
    return place >= 0 and run[place].text.lower() in lexicon.beside.get("winds", NONE)
