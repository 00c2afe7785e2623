"""Names of things, bodies and places that the tagger took for persons, told by the words around them: `la tempête Adria`, `la favela Santa Rita`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_signs import NOTHING, QUOTES, is_virus, shown

BEST = (NOTHING, "LOC", "ORG", "PER")
"""What counts where several things are told of one name, the surest first: an article alone tells of a body."""
PARTNERS = "&"
"""What joins the names of those whose firm it is."""
ADJECTIVES = 2
"""Adjectives, or a complement of two words, between a noun and the name of what it says: `institut indépendant de recherche X`."""
SHORT = 2
"""Letters of initials that may be anybody's."""
COMPLEMENTS = 4
"""Complements without articles between a noun and the name of what it says: `association de défense des droits de l'homme X`."""
CLOSING = frozenset(",.;()")
"""Behind a name that is one of several: `dont X, Y et Z`."""
EPITHETS = 3
"""Words between a name and the noun that says what it is: `X, un quartier`, `X, une petite ville`."""


def unpersoned(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those taken for persons with the label that the words beside them give somewhere, or gone where it is none.

    A title before the name or its last word anywhere, or a person's full name that holds it, keeps it a person's.
    """
    told: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    persons: set[str] = set()
    for words in _passed_over(runs, names, lexicon):
        told[words].append(NOTHING)
    for run, found in zip(runs, names, strict=True):
        for name in found:
            words, label = _words(run, name), _told(run, name, lexicon)
            if label is not None:
                told[words].append(label)
            elif name.label == "PER" and len(words) > 1 and words[0] in lexicon.given:
                persons.update(words)
    part = {words for words in told if words[0] in persons and (len(words) == 1 or words[0] in lexicon.particles)}
    titled = {words[0] for words, labels in told.items() if "PER" in labels and len(words) == 1}
    for words in [words for words, labels in told.items() if "PER" in labels or words in part or (len(words) > 1 and words[-1] in titled)]:
        del told[words]
    sure = {words: min(labels, key=BEST.index) for words, labels in told.items()}
    return [
        [
            kept
            for name in found
            if (kept := _settled(run, name, sure)) is not None and not (_stormy(run, name, lexicon) or is_virus(run, name, lexicon))
        ]
        for run, found in zip(runs, names, strict=True)
    ]


def _stormy(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a lone first name is what the noun right before it says, even where the text has someone of that name: `la tempête |Paul|`."""
    return name.label == "PER" and name.end - name.start == 1 and run[name.start].text in lexicon.given and _nothing(run, name.start, lexicon)


def _passed_over(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """The words taken for a person somewhere that are no name elsewhere, for the noun before them: `l'ouragan |Adria|`."""
    people = {
        _words(run, name)[0] for run, found in zip(runs, names, strict=True) for name in found if name.label == "PER" and name.end - name.start == 1
    }
    for run, found in zip(runs, names, strict=True):
        taken = {place for name in found for place in range(name.start, name.end)}
        yield from ((unit.text,) for place, unit in enumerate(run) if place not in taken and unit.text in people and _nothing(run, place, lexicon))


def _nothing(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    return place > 0 and lexicon.things.get(run[place - 1].text.lower()) == NOTHING


def _words(run: Sequence[Unit], name: Found) -> tuple[str, ...]:
    return tuple(unit.text for unit in run[name.start : name.end])


def _settled(run: Sequence[Unit], name: Found, sure: dict[tuple[str, ...], str]) -> Found | None:
    label = sure.get(_words(run, name), "PER") if name.label == "PER" else name.label
    return name._replace(label=label) if label != NOTHING else None


def _told(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str | None:
    """What the words in and beside a name say that it is: `PER`, another label, NOTHING; None if they do not tell."""
    words, start = _words(run, name), name.start
    if PARTNERS in words:
        return "ORG"  # `Lund & Holm`
    before = run[start - 1].text.lower() if start else ""
    if len(words) == 1 and words[0].lower() in lexicon.nobody:
        return NOTHING
    if before in lexicon.titles or _listed(words, lexicon.register) == "PER":
        return "PER"
    if words[-1] in lexicon.beside.get("affairs", ()) and len(words) > 1 and before in lexicon.articles:
        return NOTHING  # `le |Lund Gate|`
    if words[0] in lexicon.owners and len(words) > 1 and run[start].pos == "DET":
        return NOTHING
    known = _listed(words, lexicon.known)
    given = words[0] in lexicon.given and not _is_paper(run, name, lexicon)
    if known and (len(words) > 1 or (not given and len(words[0]) > SHORT)):
        return known
    called = len(words) > 1 and (words[0].partition("-")[0] in lexicon.given or words[0].lower() in lexicon.titles | lexicon.epithets)
    headed = _headed(run, start, lexicon, called)
    headed = headed if headed is not None else _among(run, name, lexicon)
    headed = headed if headed is not None or called else _enumerated(run, start, lexicon)
    if headed is not None or called:
        return headed if headed is not None else shown(run, name, lexicon)
    told = shown(run, name, lexicon)
    if told is not None:
        return told
    if len(words) == 1 and words[0].isupper() and len(words[0]) > SHORT and before in lexicon.articles:
        return "ORG"  # `le |NDR|`
    if len(words) == 1:
        placed = _placed(run, name, lexicon) if words[0] not in lexicon.given and not _listed_with(run, name, lexicon) else None
        return "LOC" if "LOC" in (_owned(run, start, lexicon), placed) else None  # `maire du |Havre|`; `X, sa ville natale,`
    if words[0] in lexicon.starts or words[-1] in lexicon.tails:
        return lexicon.starts[words[0]] if words[0] in lexicon.starts else lexicon.tails[words[-1]]
    article = start > 0 and run[start - 1].text in lexicon.articles | lexicon.plurals and words[0] not in lexicon.particles
    told = _owned(run, start, lexicon) or _placed(run, name, lexicon)
    return told if told is not None else "ORG" if article else None


def _is_paper(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a paper that is called like a woman is told of, for what stands before: `selon |Marianne|`, `a confirmé à |Marianne|`."""
    before = [unit.text.lower() for unit in run[max(0, name.start - 2) : name.start]]
    apposed = run[name.end].text == "," if name.end < len(run) else False
    if not before or apposed or run[name.start].text not in lexicon.beside.get("papers_called", ()):
        return False
    said = before[0] in lexicon.beside.get("said", ()) and before[-1] in lexicon.places
    return said or before[-1] in lexicon.beside.get("sources", ())


def _listed_with(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether the name is of several, or what stands behind its comma begins with an article and may be another: `par les |Roy|, l'esplanade`."""
    several = name.start > 0 and run[name.start - 1].text in lexicon.plurals
    return several or any(unit.text in lexicon.articles for unit in run[name.end + 1 : name.end + 2])


def _listed(words: tuple[str, ...], names: dict[str, list[tuple[tuple[str, ...], str]]]) -> str:
    return next((label for listed, label in names.get(words[0], ()) if listed == words), "")


def headed_by(run: Sequence[Unit], start: int, lexicon: Lexicon) -> str | None:
    """What the noun right before a name that is none of a person says that it is."""
    head = _headed(run, start, lexicon, called=False)
    return head if head is not None else _enumerated(run, start, lexicon)


def _enumerated(run: Sequence[Unit], start: int, lexicon: Lexicon) -> str | None:
    """What the noun of many says that the names of a list are, of which this is none of the first: `des produits Lund, |Holm| et Roy`."""
    place, first = start - 1, start - 1
    while place > 0 and run[place].text in lexicon.beside.get("lists", ()) and run[place - 1].text[0].isupper():
        place -= 1
        while place > 0 and run[place].text[0].isupper():
            place -= 1
    noun = run[place].text.lower() if 0 <= place < first else ""
    return lexicon.things.get(noun, lexicon.things.get(noun.removesuffix("s"))) if noun.endswith("s") else None


def _headed(run: Sequence[Unit], start: int, lexicon: Lexicon, called: bool) -> str | None:
    """What the noun right before a name says that it is, adjectives and a complement between left out: `la tempête tropicale |Adria|`.

    Behind a comma the noun must be nobody's complement; before what is `called` like a person, no person's (`la patronne du réseau Anna Roy`), nor
    one without its article (`disait dans un café Anna Roy`).
    """
    place = start - 1
    while place >= 0 and run[place].text in QUOTES:
        place -= 1
    comma = place > 1 and run[place].text == ","
    place -= comma
    first = place
    named = lexicon.beside.get("named", frozenset())  # `une association nommée Lund`
    while (
        place > max(0, first - ADJECTIVES) and run[place].text.lower() not in lexicon.things and (run[place].pos == "ADJ" or run[place].text in named)
    ):
        place -= 1
    place = _past_complements(run, place, lexicon)
    label = lexicon.things.get(run[place].text.lower()) if place >= 0 else None
    governed = place > 0 and (run[place - 1].pos != "DET" or (place > 1 and run[place - 2].pos == "ADP"))
    owner = next((unit.text.lower() for unit in reversed(run[max(0, place - 3) : max(0, place)]) if unit.pos in ("NOUN", "PROPN")), "")
    personal = owner in lexicon.titles or owner in lexicon.owned or owner in lexicon.epithets
    loose = place > 0 and (run[place - 1].pos == "ADP" or (run[place - 1].pos == "DET" and run[place - 1].text.lower() not in lexicon.articles))
    told = governed and place >= 0 and run[place].text.lower() in lexicon.beside.get("told_media", ())  # `raconte à la chaîne Anna Roy`
    return None if (comma and governed) or (called and governed and (personal or loose or told)) else label


def _among(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str | None:
    """What several are of which the name is said to be one: `plusieurs communes voisines, dont |Vilar di Monte|,`."""
    place, behind = name.start - 2, run[name.end].text if name.end < len(run) else "."
    if place < 1 or run[name.start - 1].text not in lexicon.beside.get("among", ()) or not (behind in CLOSING or behind == "et"):
        return None
    place -= run[place].text == ","
    while place > 0 and run[place].pos in ("ADJ", "VERB"):
        place -= 1
    noun = run[place].text.lower()
    return lexicon.things.get(noun.removesuffix("s")) if noun.endswith("s") else None


def _past_complements(run: Sequence[Unit], place: int, lexicon: Lexicon) -> int:
    """The noun whose complements end at a place: the |association| of `association de défense des droits de l'homme`."""
    for _ in range(COMPLEMENTS):
        noun = run[place].text if place > 1 and run[place].pos != "DET" else ""
        if not noun.islower() or noun in lexicon.things or noun in lexicon.titles:
            break
        before = place - 2 if noun in lexicon.inner and run[place - 1].text == "l'" and place > 2 else place - 1
        if run[before].text not in lexicon.of_some or before < 1:
            break
        place = before - 1
        while place > 0 and run[place].pos == "ADJ" and run[place].text not in lexicon.things:
            place -= 1
    return place


def _owned(run: Sequence[Unit], start: int, lexicon: Lexicon) -> str | None:
    """What the noun before a name and `de` says that it is: `maire de X`, `le président de X`, `dans la banlieue animée de X`."""
    link = run[start - 1].text if start > 1 else ""
    place = start - 2
    while place > 0 and run[place].pos in ("ADJ", "VERB"):
        place -= 1
    return lexicon.owned.get(run[place].text.lower()) if link in lexicon.of_any else None


def _placed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str | None:
    """`LOC` where the words behind the name say so (`X, un quartier`, `X est un village`, `X, où`), or it opens a sentence (`A X, ...`).

    NOTHING for `X, un panda`, `ORG` for `X, une start-up`.
    """
    behind = run[name.end : name.end + 3 + 2 + EPITHETS]
    if len(behind) > 3 and behind[0].text == "(" and behind[2].text == ")":
        behind = behind[3:]
    comma = bool(behind) and behind[0].text == ","
    if comma and name.start == 1 and run[0].text in lexicon.at:
        return "LOC"
    said = comma or (bool(behind) and behind[0].text in lexicon.copulas)
    this = len(behind) > 1 and behind[1].text.lower() in lexicon.beside.get("demonstratives", ())  # `conçu par X, ce ballet`
    if said and not this and len(behind) > 1 and (behind[1].pos == "DET" or (comma and behind[1].pos == "NOUN")):
        noun = next((unit.text.lower() for unit in behind[1 + (behind[1].pos == "DET") :] if unit.pos != "ADJ"), "")
        labels = (lexicon.heads.get(noun), lexicon.things.get(noun))
        if noun in lexicon.beside.get("firms", ()):
            return "ORG"
        return "LOC" if "LOC" in labels else NOTHING if NOTHING in labels else None
    return "LOC" if [unit.text for unit in behind[comma : comma + 1]] == ["où"] else None
