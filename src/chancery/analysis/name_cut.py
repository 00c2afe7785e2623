"""Names of which the tagger found the beginning or the end alone: `l'|Institut danois| de la mer`, `le détroit de |Lund|`."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit

NONE: frozenset[str] = frozenset()
APOSTROPHES = ("'", "’")
CLOSING = ('"', "»", "”")
"""What closes words within which a mark of quotation may be left over."""
QUOTES = ("'", "‘", "’")
"""What opens a quotation that an apostrophe would close."""
COMPLEMENTS = 3
"""Complements that go on a body's name behind its adjective."""


def lengthened(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, those whole that were cut short; what lies inside a name made longer is no name of its own."""
    made: list[Found] = []
    for name in names:
        free = made[-1].end if made else 0
        if name.start < free:
            continue
        if _is_way(run, name, free, lexicon):
            made.append(Found(name.start - 1, name.end, "LOC"))
            continue
        if made and _is_union(run, made[-1], name, lexicon):
            made.append(made.pop()._replace(end=name.end))
            continue
        house = _house(run, name, free, lexicon)
        if house < name.start:
            made.append(Found(house, name.end, "ORG"))
            continue
        if name.label == "LOC" and (body := _established(run, name, lexicon)) >= free and body < name.start:
            made.append(Found(body, name.end, "ORG"))
            continue
        start = _start(run, name, free, lexicon)
        made.append(name._replace(start=start, end=_end(run, name, names, lexicon)))
    return made


def _is_way(run: Sequence[Unit], name: Found, free: int, lexicon: Lexicon) -> bool:
    """Whether a street or a ground is called after a person: `sur l'|avenue Anna Roy|`, `la |voie Anna-Roy|`, of which a place's name was made."""
    after = name.label == "PER" or (name.label == "LOC" and run[name.start].text.partition("-")[0] in lexicon.given)
    if not after or name.start - 2 < free:
        return False
    article, noun = (run[place].text.lower() for place in (name.start - 2, name.start - 1))
    ways = lexicon.beside.get("ways", NONE) | lexicon.beside.get("roads", NONE)
    return noun in ways and (article in lexicon.articles or article in lexicon.plurals)


def _is_union(run: Sequence[Unit], body: Found, name: Found, lexicon: Lexicon) -> bool:
    """Whether a union's name ends with that of the one which it is of: `le syndicat |Concorde |CFDT||`, `|Union des pêcheurs |FO||`."""
    unions = lexicon.beside.get("unions", NONE)
    last = name.end - name.start == 1 and run[name.start].text in unions and run[name.start].start - run[body.end - 1].end == 1
    if not last or body.label != "ORG" or body.end != name.start or run[body.start].text in unions:
        return False
    noun = run[body.start - 1].text.lower() if body.start else ""
    syndicates = lexicon.beside.get("syndicates", NONE)
    return noun in syndicates or (run[body.start].text.lower() in syndicates and body.end - body.start > 1)


def _house(run: Sequence[Unit], name: Found, free: int, lexicon: Lexicon) -> int:
    """Where a body's name begins that a place's or a person's ends: `la |fondation Saint-Lund|`, `le |théâtre de la Porte|`; else where that does.

    What stands behind the post of whoever leads the body may be their own name: `le président de la fondation |Paul Roy|`.
    """
    place, words = name.start - 1, lexicon.beside
    if name.label != "ORG" and place > free and run[place].text in words.get("founded", NONE) and run[place - 1].text in lexicon.articles:
        return place if name.label == "LOC" or not _is_headed(run, place - 1, lexicon) else name.start
    place -= place > free and run[place].text in lexicon.articles and run[place - 1].text in lexicon.of
    linked = name.label != "PER" and place - 2 >= free and run[place].text in lexicon.of_any and run[name.start].text[0].isupper()
    noun = linked and run[place - 1].text.lower() in words.get("stages", NONE) and run[place - 2].text.lower() in lexicon.articles
    state = any(listed == (run[name.start].text,) for listed, _ in lexicon.register.get(run[name.start].text, ()))
    return place - 1 if noun and not state else name.start


def _is_headed(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether the article that stands there belongs to what somebody is the head of: `le président de |la| fondation`."""
    place -= run[place].text not in lexicon.of_any
    return place > 0 and run[place].text in lexicon.of_any and run[place - 1].text.lower() in lexicon.titles


def _established(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the body's name begins that a place's ends (`l'|établissement public de la Lund|`); where the place's does if none does."""
    place = name.start - 1
    place -= place > 0 and run[place].text in lexicon.articles and run[place - 1].text in lexicon.of
    if place < 2 or run[place].text not in lexicon.of_any:
        return name.start
    noun, adjective = (run[place - back].text.lower() for back in (2, 1))
    told = noun in lexicon.beside.get("established", NONE) and adjective in lexicon.beside.get("publicly", NONE)
    return place - 2 if told else name.start


def _start(run: Sequence[Unit], name: Found, free: int, lexicon: Lexicon) -> int:
    """Where the name begins: with the noun for a water or a cape that is called by a land, or a body's own article."""
    if name.label == "LOC" and name.start - 2 >= free:
        place = name.start - 1
        place -= run[place].text in lexicon.articles and run[place - 1].text in lexicon.of
        water = place > free and run[place].text in lexicon.of_any and run[place - 1].text.lower() in lexicon.beside.get("waters", NONE)
        if water or (place > free and (_is_shore(run, place, name, lexicon) or _is_street(run, place, name, lexicon))):
            return place - 1
    if name.label == "LOC":
        return name.start - (name.start > free and _is_hyphened(run, name, lexicon))
    if name.label == "ORG" and name.start - 2 >= free:
        article, before = run[name.start - 1].text, run[name.start - 2]
        large = article[0].isupper() and article.lower() in lexicon.articles | lexicon.plurals
        return name.start - 1 if large and before.pos in ("NOUN", "ADJ") and before.text.islower() else name.start
    return name.start


def _is_shore(run: Sequence[Unit], link: int, name: Found, lexicon: Lexicon) -> bool:
    """Whether a ground by the sea or in the hills is called so, with its article, and by no known place: `la plage du |Lundet|`."""
    whole = run[link].text in lexicon.of_any - lexicon.of or link < name.start - 1
    shore = link > 1 and run[link].text in lexicon.of_any and run[link - 1].text.lower() in lexicon.beside.get("shores", NONE)
    one = shore and run[link - 2].text.lower() in lexicon.articles and run[name.start].text[0].isupper()  # `une anse de la Lund`
    words = tuple(unit.text for unit in run[name.start : name.end])
    return one and whole and not any(words == known for known, _ in _listed(words[0], lexicon))


def _is_street(run: Sequence[Unit], link: int, name: Found, lexicon: Lexicon) -> bool:
    """Whether a street or a town's gate is called so: `l'avenue des |Champs-Ondiens|`, `porte de |Lund|`, one of those that are stations."""
    noun, words = run[link - 1].text.lower(), lexicon.beside
    if run[link].text not in lexicon.of_any or not run[name.start].text[0].isupper():
        return False
    if noun in words.get("gates", NONE):
        return name.end - name.start == 1 and run[name.start].text in words.get("gated", NONE)
    return link > 1 and noun in words.get("streets", NONE) and run[link - 2].text.lower() in lexicon.articles


def _is_hyphened(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a town's name goes on there of which a hyphen was forgotten: `Saint-Roy-du |Lund|`."""
    first, _, last = run[name.start - 1].text.rpartition("-")
    return first[:1].isupper() and last.islower() and (last in lexicon.links or last in lexicon.places) and "-" + last not in lexicon.clitics


def _end(run: Sequence[Unit], name: Found, names: Sequence[Found], lexicon: Lexicon) -> int:
    """Where the name ends."""
    if name.label == "PER":
        return _family(run, name, lexicon)
    if name.label == "LOC":
        return name.end
    end = _division(run, name, lexicon) or _of_trade(run, name, lexicon) or _belonging(run, name, names, lexicon) or _english(run, name, lexicon)
    if end == name.end:
        end = _complemented(run, name, names, lexicon)
    return _coordinated(run, name._replace(end=end), names, lexicon)


def _family(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where a person's name ends with a saint's (`|Anna Roy| de Saint Lund`; towns called so have a hyphen) or cut short (`|Anna Lund|'`)."""
    if _is_shortened(run, name.end):
        return name.end + 1
    behind = [unit.text for unit in run[name.end : name.end + 3]]
    saint = name.end - name.start > 1 and len(behind) > 2 and behind[0] in lexicon.of and behind[1] in lexicon.beside.get("saints", NONE)
    return name.end + 3 if saint and behind[2][0].isupper() else name.end


def _is_shortened(run: Sequence[Unit], end: int) -> bool:
    """Whether an apostrophe ends the word before it, and no quotation."""
    if end >= len(run) or run[end].text not in APOSTROPHES or run[end].start != run[end - 1].end:
        return False
    apart = end + 1 == len(run) or run[end + 1].start > run[end].end or not (run[end + 1].text[0].isalnum() or run[end + 1].text in CLOSING)
    return apart and not any(unit.text in QUOTES for unit in run[:end])


def _division(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the name of a maker's division ends of which the maker alone was found: `|Valma| Trucks`; 0 of other names."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    end = name.end
    if not any(words == listed for listed, _ in lexicon.makers.get(words[0], ())):
        return 0
    while end < len(run) and run[end].text in lexicon.beside.get("divisions", NONE):
        end += 1
    return end if end > name.end else 0


def _of_trade(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the name of a trade's union ends of which the union alone was found: `|Unsa| ferroviaire`, `|CGT| Énergie`; 0 of other names."""
    place, words = name.end, lexicon.beside
    if name.end - name.start > 1 or run[name.start].text not in words.get("unions", NONE):
        return 0
    place += place + 1 < len(run) and run[place].text == "-" and run[place].start == run[place - 1].end
    return place + 1 if place < len(run) and run[place].text.lower() in words.get("trades", NONE) else 0


def _belonging(run: Sequence[Unit], name: Found, names: Sequence[Found], lexicon: Lexicon) -> int:
    """Where a body's name ends that goes on with whose it is, or which land's; 0 of other names.

    `|commission des Ports| du Sénat`, `|Agence régionale de la pêche| de Lund`, `le |SDIS| de la Sarthe`.
    """
    place = name.end + 1
    if place >= len(run) or run[name.end].text not in lexicon.of_any:
        return 0
    place += run[place].text in lexicon.articles and place + 1 < len(run)
    whose = next((other for other in names if other.start == place), None)
    if whose is None or whose.label == "PER":
        return 0
    first, words = run[name.start].text, lexicon.beside
    if first in words.get("academies", NONE) and whose.label == "LOC" and run[name.end].text in lexicon.of:
        return whose.end  # `|Universidade Federal| de Lund`
    if whose.label == "ORG":
        return whose.end if first.lower() in words.get("organs", NONE) and name.end - name.start > 1 else 0
    alone = name.end - name.start == 1 and first in words.get("local", NONE)
    scoped = name.end - name.start > 2 and first.lower() in words.get("divided", NONE) and run[name.start + 1].text in words.get("regional", NONE)
    return whose.end if alone or scoped else 0


def _english(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where a body's English name ends: `|The Lund Conference| on Civil and Human Rights`, `|Institut| for Public Research`."""
    end, words = name.end, lexicon.beside
    opens = run[name.start].text in words.get("definite", NONE) and end - name.start > 1
    sure = opens or run[end - 1].text in words.get("english", NONE)
    between = words.get("prepositions", NONE) | words.get("conjunctions", NONE) if sure else NONE
    goes_on = end
    while goes_on < len(run) - 1:
        here, behind = run[goes_on].text, run[goes_on + 1].text
        if here in between and behind[0].isupper():
            end = goes_on = goes_on + 2
        elif here[0].isupper() and (opens or end > name.end) and here.lower() not in lexicon.clusters:
            goes_on += 1
            end = goes_on if end > name.end else end  # before `&` or the like, else it may be another name
        else:
            break
    return end


def _complemented(run: Sequence[Unit], name: Found, names: Sequence[Found], lexicon: Lexicon) -> int:
    """Where a body's name ends that was cut behind its adjective: `|Centre danois| de la mer`, `|Université danoise| de Lund`."""
    if name.end - name.start != 2 or not _is_cut(run, name, lexicon):
        return name.end
    return _complements(run, name.end, True, names, lexicon)


def _complements(run: Sequence[Unit], end: int, first: bool, names: Sequence[Found], lexicon: Lexicon) -> int:
    """Where the complements end that follow there; the same place if none do."""
    for number in range(COMPLEMENTS):
        longer = _complement(run, end, first and number == 0, names, lexicon)
        if longer == end:
            break
        end = longer
    return end


def _is_cut(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a noun and an adjective of many bodies, and no body known by them alone."""
    noun, adjective = run[name.start].text, run[name.start + 1].text
    known = any(words == (noun, adjective) for words, _ in _listed(noun, lexicon))
    scope = adjective in lexicon.beside.get("scopes", NONE) or adjective in lexicon.demonyms
    return not known and scope and noun.lower() in lexicon.beside.get("divided", NONE)


def _coordinated(run: Sequence[Unit], name: Found, names: Sequence[Found], lexicon: Lexicon) -> int:
    """Where a body's name ends whose complement goes on: `|Centre de recherche| et d'essai`, `|Institut des arts| et métiers de Lund`."""
    link = _last_link(run, name, lexicon)
    known = any(words == tuple(unit.text for unit in run[name.start : name.end]) for words, _ in _listed(run[name.start].text, lexicon))
    if not link or known or name.end + 2 >= len(run) or run[name.end].text not in lexicon.beside.get("and", NONE):
        return name.end
    place = name.end + 1
    again = next((size for size in (1, 2) if _linked(run[place : place + size], lexicon) == link), 0)
    if again:
        place += again
    elif run[name.end - 1].pos != "NOUN":
        return name.end  # `l'élue de la |Chambre des arts danoise| et soutien du maire`
    noun, free = run[place], not any(other.start <= place < other.end for other in names)
    somebody = lexicon.titles | lexicon.owned.keys() | lexicon.epithets | lexicon.beside.get("roles", NONE)
    if not (free and noun.pos == "NOUN" and noun.text.islower() and noun.text not in somebody):
        return name.end
    place += 1
    while place < len(run) and run[place].text.islower() and run[place].pos == "ADJ":
        place += 1
    return _complements(run, place, False, names, lexicon)


def _last_link(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> tuple[str, ...]:
    """What links the last word of a name, a common noun, to the words before: `de la` of `Conseil de la santé`."""
    place = name.end - 1
    while place > name.start and run[place].text.islower() and run[place].pos == "ADJ":
        place -= 1
    if not run[place].text.islower() or run[place].pos != "NOUN":
        return ()
    end = place
    while place - 1 > name.start and (run[place - 1].text in lexicon.of_any or run[place - 1].text in lexicon.articles):
        place -= 1
    return _linked(run[place:end], lexicon)


def _linked(link: Sequence[Unit], lexicon: Lexicon) -> tuple[str, ...]:
    """The words that link a complement; all forms without an article are one, and all with that of one thing: `de la` of `du`."""
    words = tuple(unit.text for unit in link)
    bare, one = min(lexicon.of), min(lexicon.articles)
    if words[:1] and words[0] in lexicon.of:
        return (bare, one) if words[1:] and words[1] in lexicon.articles else (bare, *words[1:])
    return (bare, one) if words and words[0] in lexicon.of_any - lexicon.of_some else words


def _listed(word: str, lexicon: Lexicon) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The names of the register, and those that most readers know, that begin with a word."""
    return (*lexicon.register.get(word, ()), *lexicon.known.get(word, ()))


def _complement(run: Sequence[Unit], end: int, first: bool, names: Sequence[Found], lexicon: Lexicon) -> int:
    """Where the complement ends that begins there; the same place if none does."""
    if end + 1 >= len(run) or not (run[end].text in lexicon.of_any or (first and run[end].text in lexicon.buyers)):
        return end
    place = end + 1
    place += run[place].text in lexicon.articles and place + 1 < len(run)
    inside = next((name for name in names if name.start == place), None)
    if inside is not None:
        return inside.end if first or inside.label != "ORG" else end
    if run[place].pos not in ("NOUN", "PROPN"):
        return end
    place += 1
    while place < len(run) and run[place].text.islower() and run[place].pos == "ADJ":
        place += 1
    return place
