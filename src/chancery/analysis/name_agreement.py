"""Names found one by one, made to agree with each other through a document: trimmed, of one type, and found again where they stand without a clue."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from chancery.analysis.name_lexicon import Lexicon, Table, Unit

OPENING = frozenset(("SCONJ", "CCONJ", "PRON"))
"""Kinds of words that open a sentence, and no name: `Quand |Anna Roy|`."""

QUOTES = frozenset("«\"“'")

COUPLE = 4
"""Words of two persons' full names that were taken for one."""
SHORTEST_SURNAME = 4
"""Letters of a surname, at least, that is found again wherever it stands."""


class Found(NamedTuple):
    """A name in a run of units: the first, the one after the last, and its label."""

    start: int
    end: int
    label: str


def trimmed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found | None:
    """The name without signs, articles and titles at its ends, a place with its point of the compass; None if nothing is left."""
    start, end, label = name
    if label == "PER" and start == 0 and end > 1 and run[0].pos in OPENING:
        start = 1
    while start < end and (not run[start].text[0].isalnum() or run[start].text in lexicon.edges or run[start].text.lower() in lexicon.forms):
        start += 1
    while end > start and (
        (not run[end - 1].text[-1].isalnum() and run[end - 1].text[-1] != ".")
        or run[end - 1].text in lexicon.edges
        or (label == "PER" and run[end - 1].text in lexicon.links)  # `Anna Lund |de| l'institut`
    ):
        end -= 1
    if label == "LOC" and start < end < len(run) and run[end].text in lexicon.directions:
        end += 1
    if label == "PER" and end - start > 1 and _common(run, start, end, lexicon):
        start += 1
    return Found(start, end, label) if start < end else None


def _common(run: Sequence[Unit], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a common noun was taken for the beginning of a name: it opens a sentence, or ends a function (`ministre des |Routes| Anna Roy`)."""
    word = run[start].text
    if word.lower() not in lexicon.clusters or word in lexicon.given or not word[1:].islower() or word in lexicon.starts:
        return False
    before = run[start - 1].text if start else ""
    if before == "d'" and run[start].pos == "NOUN":
        return True  # `l'agence de presse d'|Etat| Nova`
    if word.lower() in lexicon.titles | lexicon.epithets | lexicon.heads.keys() or word in lexicon.particles:
        return False
    if before in lexicon.edges:
        return end - start > 2 and before == "des"
    return run[start].pos == "NOUN" and (not start or (not before[0].isalnum() and before not in QUOTES))


def parted(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The two names that were taken for one (`l'|Union européenne| et de la |France|`; an acronym before a person), else the name as it is."""
    if _registered(run, name, lexicon):
        return [name]
    place = _place_before(run, name, lexicon) if name.label != "ORG" else name.start
    if place > name.start:
        return [Found(name.start, place, "LOC"), Found(place, name.end, "PER")]
    body = _body_before(run, name, lexicon) if name.label != "LOC" and name.end - name.start > 2 else name.start
    if body > name.start:
        return [Found(name.start, body, "ORG"), Found(body, name.end, "PER")]
    if name.label == "ORG" and _bought(run, name, lexicon):
        return [name._replace(end=name.start + 1), name._replace(start=name.start + 2)]  # `Elabe pour BFMTV`
    if name.label == "PER" and _couple(run, name, lexicon):
        return [name._replace(end=name.start + 2), name._replace(start=name.start + 2)]
    for place in range(name.start + 1, name.end - 1):
        if run[place].pos == "CCONJ" or run[place].text == ",":
            start = place + 1
            while start < name.end - 1 and (run[start].text in lexicon.edges or run[start].text in lexicon.links):
                start += 1
            halves = [Found(name.start, place, name.label), Found(start, name.end, name.label)]
            labels = [_registered(run, half, lexicon) for half in halves]
            if all(labels):
                return [half._replace(label=label) for half, label in zip(halves, labels, strict=True)]
    return [name]


def _bought(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether one word, `pour` and a capital show a pollster's and its customer's name taken for one."""
    between = name.end - name.start > 2 and run[name.start + 1].text in lexicon.buyers
    return between and run[name.start + 2].text[0].isupper() and run[name.start].text.lower() not in lexicon.heads


def _body_before(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the person's name begins, if a body's was taken for its beginning: an acronym, a known name, or a word behind an article."""
    word = run[name.start].text
    acronym = len(word) > 1 and word.isalpha() and word.isupper()
    article = name.start > 0 and run[name.start - 1].text in lexicon.articles and word.lower() not in lexicon.titles | lexicon.epithets
    for place in range(name.start + 1, name.end - 1):
        if run[place].text.partition("-")[0] in lexicon.given or _someone(run, place, name.end, lexicon):
            words = tuple(unit.text for unit in run[name.start : place])
            body = (words, "ORG") in (*lexicon.known.get(word, ()), *lexicon.register.get(word, ()))
            alone = name.label == "PER" and place == name.start + 1 and word not in lexicon.given
            first = alone and (acronym or article or _someone(run, place, name.end, lexicon))
            return place if body or first else name.start
    return name.start


def _place_before(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the person's name begins, if that of a known place behind `de` was taken for its beginning: `le gouverneur de la |Floride| Anna Roy`."""
    before = [unit.text for unit in run[max(0, name.start - 2) : name.start]]
    behind = bool(before) and (before[-1] in lexicon.articles or before[-1] in lexicon.of)
    for place in range(name.start + 1, name.end - 1) if behind else ():
        land = Found(name.start, place, "LOC")
        known = "LOC" in (_registered(run, land, lexicon), _listed(run, land, lexicon.known))
        rest = run[place : name.end]
        spelled = len(rest) > 1 and all(unit.text[0].isupper() and unit.text[1:].islower() for unit in rest)
        if known and (rest[0].text.partition("-")[0] in lexicon.given or spelled or _someone(run, place, name.end, lexicon)):
            return place
    return name.start


def _someone(run: Sequence[Unit], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words are the full name of a person of the register."""
    return end - start > 1 and _registered(run, Found(start, end, "PER"), lexicon) == "PER"


def _couple(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a name is those of two persons with nothing between: `Anna Roy Paul Noir`."""
    words = [unit.text.partition("-")[0] for unit in run[name.start : name.end]]
    return len(words) == COUPLE and [word in lexicon.given for word in words] == [True, False, True, False] and words[1] not in lexicon.particles


def _registered(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str:
    """The label under which the register knows a name; empty if it does not."""
    return _listed(run, name, lexicon.register)


def _words(run: Sequence[Unit], name: Found) -> tuple[str, ...]:
    return tuple(unit.text for unit in run[name.start : name.end])


def _listed(run: Sequence[Unit], name: Found, names: Table) -> str:
    """The label under which a list has a name; empty if it does not."""
    words = _words(run, name)
    return next((label for listed, label in names.get(words[0], ()) if listed == words), "")


def whole(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a person's with the capitalised words before and behind it that the tagger left out: `la mère de |Moe Thi| Lwin Oo`.

    A known first name begins a name already; behind an article stands an inhabitant; the first word of a run has its capital anyway.
    """
    made: list[Found] = []
    names = _mended(run, names, lexicon)
    for number, name in enumerate(names):
        start, last = name.start, made[-1].end if made else 0
        if start < last:
            continue
        if name.label == "PER" and name.end - name.start > 1 and run[start].text.partition("-")[0] not in lexicon.given:
            while start > last and _part_of_name(run[start - 1], lexicon):
                start -= 1
            alone = start == 0 if name.start == 1 else start > 0 and run[start - 1].pos == "DET"
            if start < name.start and (alone or _common(run, start, name.end, lexicon)):
                start = name.start
        elif name.label == "PER" and name.end - start > 1 and start > last and _introduced(run, start - 1, lexicon):
            start -= 1
        start = _with_particle(run, start, last, lexicon) if name.label == "PER" else start
        if name.label == "PER" and start > last and run[start - 1].text in lexicon.starts:
            made.append(Found(start - 1, name.end, lexicon.starts[run[start - 1].text]))
            continue
        free = all(other.start >= name.end + 2 for other in names[number + 1 :])
        made.append(_registered_whole(run, name._replace(start=start, end=_end(run, name, lexicon) if free else name.end), lexicon))
    return made


def _introduced(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word that nobody knows stands behind what only somebody's name follows: `selon |Lal| Paul Roy`."""
    unit, before = run[place], run[place - 1].text.lower() if place else ""
    if before not in lexicon.titles and before not in lexicon.beside.get("sources", frozenset()):
        return False
    alone = Found(place, place + 1, "PER")
    heard = unit.text.lower() in lexicon.clusters or unit.text in lexicon.makers or unit.text.lower() in lexicon.demonyms
    spelled = unit.text[0].isupper() and unit.text[1:].islower() and unit.text.lower() not in lexicon.forms | lexicon.titles | lexicon.heads.keys()
    return spelled and not (heard or _registered(run, alone, lexicon) or _listed(run, alone, lexicon.known))


def _mended(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a body's that ends in a preposition with the body's behind it, and a son's with his father's.

    `|Bureau de| l'|Assemblée|`, `|Salman| ben |Nasser Roy|`.
    """
    made: list[Found] = []
    for name in names:
        last = made[-1] if made else None
        open_ = last is not None and last.label == name.label == "ORG" and run[last.end - 1].text in lexicon.links
        between = [unit.text for unit in run[last.end : name.start]] if last is not None else []
        son = last is not None and last.label == name.label == "PER" and len(between) == 1 and between[0] in lexicon.patronymics
        if (last is not None and son) or (last is not None and open_ and (not between or (len(between) == 1 and between[0] in lexicon.articles))):
            made[-1] = last._replace(end=name.end)
        else:
            made.append(name)
    return made


def _with_particle(run: Sequence[Unit], start: int, last: int, lexicon: Lexicon) -> int:
    """Where a person's name begins, a particle before it and what the particle goes on included: `|Salman ben| Nasser`, `Madame |Le| Roy`."""
    if start - 1 <= last:
        return start
    if start - 2 > last and run[start - 1].text in lexicon.of and _is_noble(run, start - 2, lexicon):
        return start - 2
    particle, before = run[start - 1].text, run[start - 2]
    if particle in lexicon.patronymics and before.text[0].isupper() and before.pos == "PROPN":
        return start - 2
    return start - 1 if particle in lexicon.particles and before.text.lower() in lexicon.titles else start


def _is_noble(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether a first name stands there behind a title, nobody else's word: `la comtesse |Anna| de Roy`."""
    word = run[place].text
    titled = run[place - 1].text.lower() in lexicon.epithets or run[place - 1].text.lower() in lexicon.titles
    return titled and word[0].isupper() and word[1:].islower() and (word in lexicon.given or word.lower() not in lexicon.clusters)


def _registered_whole(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The longest name of the register, or well-known body's, that begins like a name, if it is longer: `|Kim Jong| Un`, `|Harris| interactive`."""
    for words, label in (*lexicon.register.get(run[name.start].text, ()), *lexicon.known.get(run[name.start].text, ())):
        if len(words) > name.end - name.start and _as_written(run[name.start : name.start + len(words)], words):
            return Found(name.start, name.start + len(words), label)
    return name


def _as_written(units: Sequence[Unit], words: Sequence[str]) -> bool:
    """Whether units are those words, whatever their capitals."""
    return len(units) == len(words) and all(unit.text.lower() == word.lower() for unit, word in zip(units, words, strict=True))


def _end(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where a name ends; behind a lone first name, a family name with its particle belongs to it: `|Anna| Le Roy`."""
    end = name.end
    lone = name.label == "PER" and end - name.start == 1 and run[name.start].text.partition("-")[0] in lexicon.given
    if lone and end + 1 < len(run) and run[end].text in lexicon.particles and run[end + 1].text[0].isupper() and run[end + 1].text[1:].islower():
        return end + 2
    while name.label == "PER" and end + 1 < len(run) and run[end].text in lexicon.patronymics and run[end + 1].text[0].isupper():
        end += 2  # `|Salman| ben Nasser Al Roy`
        while end + 1 < len(run) and run[end].text in lexicon.particles and run[end + 1].text[0].isupper():
            end += 2
    return end


def _part_of_name(unit: Unit, lexicon: Lexicon) -> bool:
    bare = unit.text.lower()
    capital = unit.pos == "PROPN" and unit.text[0].isupper() and unit.text[1:].islower()
    return capital and bare not in lexicon.titles and bare not in lexicon.heads and bare not in lexicon.forms and bare not in lexicon.edges


def agreed(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of each run with the label that most places of the same words have, and words that are a name elsewhere found as one.

    What goes on a first name in the document from a particle on is that person's: `Anna El Roy`, then `|El Roy|`.
    """
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    persons: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    families: set[tuple[str, ...]] = set()
    for run, found in zip(runs, names, strict=True):
        for name in found:
            words = _words(run, name)
            votes[words][name.label] += 1
            if name.label == "PER" and len(words) > 1:
                persons.update(words[1:])
                firsts.update(words[:1])
                families.update(words[place:] for place in range(1, len(words) - 1) if words[place] in lexicon.particles)
    label = {words: "PER" if words in families else _label(words, count, persons, firsts) for words, count in votes.items()}
    seen = Counter(unit.text for run in runs for unit in run)
    sure = {words: label[words] for words, count in votes.items() if _sure(words, count[label[words]], count.total(), seen[words[0]])}
    surnames = {word for word in persons if (word,) not in sure and _is_surname(word, lexicon)}
    made = []
    for run, found in zip(runs, names, strict=True):
        kept = [name if _located(run, name, lexicon) else name._replace(label=label[_words(run, name)]) for name in found]
        found = sorted([*kept, *_again(run, kept, sure)])
        made.append(sorted([*found, *_alone(run, found, surnames, lexicon)]))
    return made


def _located(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it was found as a place where one stands (`à Paris`, `originaire de Paris`): it is no person who is called so elsewhere."""
    before, noun = (run[name.start - back].text.lower() if name.start >= back else "" for back in (1, 2))
    there = before in lexicon.places and "LOC" in (_registered(run, name, lexicon), _listed(run, name, lexicon.known))
    return name.label == "LOC" and (there or (before in lexicon.of and lexicon.owned.get(noun) == "LOC"))


def _label(words: tuple[str, ...], count: Counter[str], persons: Counter[str], firsts: Counter[str]) -> str:
    """The label most often given; a lone word that ends a person's full name in the document is that person, and so is one that begins it if the
    other choice is a body: places are often called like first names, bodies are not.
    """
    best = max(count, key=lambda label: (count[label], label))
    if len(words) == 1 and best == "ORG" and firsts[words[0]] >= count[best]:
        return "PER"
    if len(words) == 1 and persons[words[0]] and count["PER"] + persons[words[0]] >= count[best]:
        return "PER"
    return best


def _sure(words: tuple[str, ...], times: int, named: int, seen: int) -> bool:
    """Whether words are a name wherever they stand: several with two capitals, or one that was found twice, and in half its places at least."""
    if len(words) > 1:
        return words[0][0].isupper() and words[-1][0].isupper()
    return times > 1 and 2 * named >= seen and len(words[0]) > 2 and words[0][0].isupper()


def _is_surname(word: str, lexicon: Lexicon) -> bool:
    """Whether a word of somebody's full name is theirs alone wherever it stands: no common word, no first name, nothing that the lists have."""
    spelled = len(word) >= SHORTEST_SURNAME and word[0].isupper() and word[1:].islower()
    other = any(words == (word,) for table in (lexicon.register, lexicon.known) for words, _ in table.get(word, ()))
    return spelled and not other and word not in lexicon.given and word.lower() not in lexicon.clusters and word.lower() not in lexicon.demonyms


def _alone(run: Sequence[Unit], found: Iterable[Found], surnames: set[str], lexicon: Lexicon) -> list[Found]:
    """Where surnames were passed over that stand as no product's and no title's do: neither behind an article, a mark or a capital nor before one."""
    taken = {index for name in found for index in range(name.start, name.end)}
    places = (index for index, unit in enumerate(run) if unit.text in surnames and not taken & {index - 1, index, index + 1})
    return [Found(index, index + 1, "PER") for index in places if _is_apart(run, index, lexicon)]


def _is_apart(run: Sequence[Unit], index: int, lexicon: Lexicon) -> bool:
    before, behind = (run[place] if 0 <= place < len(run) else None for place in (index - 1, index + 1))
    article = before is not None and (before.pos == "DET" or before.text.lower() in lexicon.articles)
    led = before is not None and (article or before.text in QUOTES or before.text[0].isupper())
    return not led and (behind is None or not behind.text[0].isupper())


def _again(run: Sequence[Unit], found: Iterable[Found], sure: dict[tuple[str, ...], str]) -> list[Found]:
    """Places of sure names that were passed over, inside a sentence and outside of other names."""
    taken = {index for name in found for index in range(name.start, name.end)}
    longest = max(map(len, sure), default=0)
    firsts = {words[0] for words in sure}
    made: list[Found] = []
    index = 0
    while index < len(run):
        length = 1
        if index not in taken and run[index].text in firsts:
            for size in range(min(longest, len(run) - index), 0, -1):
                words = tuple(unit.text for unit in run[index : index + size])
                if words in sure and not taken & set(range(index, index + size)):
                    made.append(Found(index, index + size, sure[words]))
                    length = size
                    break
        index += length
    return made
