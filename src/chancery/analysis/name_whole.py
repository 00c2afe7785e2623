"""Names found in part or not at all, made whole by what readers know or what spells an acronym out; and idioms, in which a name is none."""

from collections.abc import Iterator, Sequence

from chancery.analysis.name_acronyms import spelled
from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Table, Unit


def known_whole(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, those of several words that most readers know whole, though a part was found or nothing: `|Radio Nord|`, `|Quinze de |Valmie||`."""
    made = list(names)
    for place in _known(run, lexicon):
        inside = [name for name in made if name.start < place.end and place.start < name.end]
        if all(place.start <= name.start and name.end <= place.end and (name.start, name.end) != (place.start, place.end) for name in inside):
            made = [*(name for name in made if name not in inside), place]
    return sorted(made)


def _known(run: Sequence[Unit], lexicon: Lexicon) -> Iterator[Found]:
    """Where names of several words stand that most readers know; none begins with an article, which may be that of other words."""
    for start, unit in enumerate(run):
        if unit.text[0].isupper() and unit.text not in lexicon.edges and unit.text[:1].lower() + unit.text[1:] not in lexicon.edges:
            found = _longest(run, start, lexicon.known)
            if found is not None:
                yield found


def _longest(run: Sequence[Unit], start: int, names: Table) -> Found | None:
    for words, label in names.get(run[start].text, ()):
        if len(words) > 1 and tuple(unit.text for unit in run[start : start + len(words)]) == words:
            return Found(start, start + len(words), label)
    return None


def articled(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a place's with its article where it is written large though it opens nothing: `à La |Valmie|`."""
    return [name._replace(start=name.start - 1) if _has_article(run, name, lexicon) else name for name in names]


def _has_article(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    if name.label != "LOC" or name.start < 2:
        return False
    article, before = run[name.start - 1].text, run[name.start - 2].text
    large = article[0].isupper() and article.lower() in lexicon.articles | lexicon.plurals
    place = before in lexicon.places or before in lexicon.of
    words = tuple(unit.text for unit in run[name.start : name.end])
    return large and place and not any(words == known for known, _ in lexicon.register.get(words[0], ()))


def unidiomatic(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names without those that only an idiom or the name of a thing holds: `l'épée de |Damoclès|`, `la maladie de |Lyme|`."""
    idioms = [found for start in range(len(run)) if (found := _longest(run, start, lexicon.idioms)) is not None] if names else []
    return [name for name in names if not any(_inside(run, name, idiom, lexicon) for idiom in idioms)]


def _inside(run: Sequence[Unit], name: Found, idiom: Found, lexicon: Lexicon) -> bool:
    """Whether an idiom holds a name, or the beginning of what was taken for a body: `24 Heures du |Mans Virtuelles|`, but not `|Lund i8 Club|`."""
    body = name.label == "ORG" and not (name.start == idiom.start and lexicon.tails.get(run[name.end - 1].text) == "ORG")
    return idiom.start <= name.start < idiom.end and (name.end <= idiom.end or body)


def spelled_whole(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a body's cut short whole as far as the words go that spell the acronym behind it out: `|Parti de la paix| et de l'union (PPU)`."""
    if not names or not any(unit.text == "(" for unit in run):
        return list(names)
    made = list(names)
    for start, end in (stretch for loose in (False, True) for stretch in _stretches(run, spelled(run, loose), lexicon)):
        inside = [name for name in made if name.start < end and start < name.end]
        begins = bool(inside) and inside[0].start == start and inside[0].label == "ORG" and inside[0].end < end
        if begins and inside[-1].end <= end:
            made = sorted([*(name for name in made if name not in inside), Found(start, end, "ORG")])
    return made


def _stretches(run: Sequence[Unit], marks: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where what spells an acronym out begins and ends, words of the moment left out."""
    for start in (place for place, mark in enumerate(marks) if mark == "full=B"):
        end = next((place for place in range(start + 1, len(marks)) if marks[place] != "full=I"), len(marks))
        while end - start > 1 and (run[end - 1].text == "," or run[end - 1].text in lexicon.beside.get("momentary", frozenset())):
            end -= 1
        yield start, end
