"""Names of bodies that swallowed words beside them: a verb, a year, an adjective of the moment, another body, the person behind or before them."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import ADDRESS, Lexicon, Table, Unit

NONE: frozenset[str] = frozenset()
PARTICLE = 3
"""Letters of the longest particle in small letters inside a person's name."""
CLOSING = frozenset("»\"”'")
YEAR = 4
"""Digits of a year."""
CLAUSAL = ("VERB", "AUX", "ADV", "PRON")
"""Kinds of words in small letters that a preposition has behind it where a clause begins, and no complement of a name."""


def unswallowed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The name as it is, else what is left of it, or the two that were taken for one."""
    name = _indoors(run, _closed(run, name, lexicon), lexicon)
    of_land = _of_a_land(run, name, lexicon)
    if of_land is not None:
        return [of_land]
    if _is_some(run, name, lexicon):
        return _where(run, name, lexicon)
    name = _unadverbial(run, _untraded(run, name, lexicon), lexicon)
    name = _unstationed(run, _unclassed(run, _headless(run, name, lexicon), lexicon), lexicon)
    if name.label == "PER":
        name, rival = _unverbed(run, name, lexicon), _object(run, name, lexicon)
        if rival is not None:
            return [name._replace(end=name.start + 1), rival]
    name = name._replace(end=_before_the_moment(run, name, lexicon)) if name.label == "LOC" else name
    titled = (_titled(run, name, lexicon) or _presiding(run, name, lexicon)) if name.label != "PER" and name.end - name.start > 1 else []
    if name.label != "ORG" or titled:
        return titled or [name]
    name = name._replace(end=_end(run, name, lexicon))
    if name.end - name.start == 1 or _label(run, name, lexicon):
        return [name]
    two = _flown(run, name, lexicon) or _and_another(run, name, lexicon) or _two(run, name, lexicon)
    two = two or _known_before(run, name, lexicon) or _with_article(run, name, lexicon)
    return _owned(run, name, lexicon) or two or _body_and_person(run, name, lexicon) or [name]


def _closed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The name without the preposition of a clause at its end: `accuse la |Cour de Lund| de mentir`, `demande au |Parti de la paix| de ne pas`."""
    end = name.end if name.label != "PER" and not _label(run, name, lexicon) else name.start
    while end - name.start > 1:
        last, link = run[end - 1], run[end - 2].text
        clausal = last.text.islower() and last.pos in CLAUSAL and end - name.start > 2 and link in lexicon.of_any
        if not clausal and last.text not in lexicon.of_any and not (last.text in lexicon.links and last.pos == "ADP"):
            break
        end -= 1
    return name._replace(end=max(end, name.start + 1)) if end > name.start else name


def _indoors(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The name without the preposition that opens a sentence: `Chez |Lund|, on attend`; an inn's before a verb or in quotation marks keeps it."""
    before, behind = (run[place] if 0 <= place < len(run) else None for place in (name.start - 1, name.end))
    opens = name.end - name.start > 1 and run[name.start].text[0].isupper() and (before is None or not before.text[0].isalnum())
    inn = behind is None or behind.pos in ("VERB", "AUX") or behind.text in CLOSING
    if not opens or inn or run[name.start].text.lower() not in lexicon.beside.get("houses", NONE) or _label(run, name, lexicon):
        return name
    rest = name._replace(start=name.start + 1)
    words = [unit.text for unit in run[rest.start : rest.end]]
    unheard = len(words) > 1 and not any(word.lower() in lexicon.clusters or word in lexicon.tails for word in words)
    given = unheard or words[0].partition("-")[0] in lexicon.given
    return rest._replace(label=_label(run, rest, lexicon) or ("PER" if given else "ORG"))


def _headless(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The name that stands behind `de`, where what is before it there is no noun: `le site |actuel de Lund|`, `un cargo |parti de Lund|`."""
    if name.label == "PER" or name.end - name.start < 3 or run[name.start + 1].text not in lexicon.of_any:
        return name
    first, rest = run[name.start], name._replace(start=name.start + 2)
    known = _label(run, rest, lexicon)
    moment = first.text in lexicon.beside.get("momentary", NONE)
    seated = (
        name.label == "ORG"
        and not _label(run, name, lexicon)
        and first.text in lexicon.beside.get("seated", NONE) | lexicon.beside.get("plants", NONE)
    )
    if seated and name.end == rest.end and rest.end - rest.start == 1 and run[rest.start].text[0].isupper() and known in ("", "LOC"):
        return rest._replace(label="LOC")  # `le |constructeur de Lund|`
    place = first.text.islower() and first.pos == "VERB" and known == "LOC"
    apposed = name.start > 1 and run[name.start - 1].text == "," and name.label == "LOC"
    apposed = apposed and first.text in lexicon.beside.get("settlements", NONE)  # `Lund, |commune du Nord|`
    return rest._replace(label=known or name.label) if (moment or place or apposed) and run[rest.start].text[0].isupper() else name


def _unclassed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The name without the noun and what it is said to be of, behind which names stand whole: `le |magazine danois Lund|`.

    Other nouns begin the names right behind them: `l'|association danoise| Lund`, `l'|association de pêcheurs| Lund`, but `|association Lund|`.
    """
    noun, start = run[name.start].text, name.start + 1
    bare = noun in lexicon.beside.get("classes", NONE)
    described = lexicon.beside.get("described", NONE) | lexicon.beside.get("sites", NONE)
    if name.label != "ORG" or not (bare or noun in described):
        return name
    if ADDRESS.search(run[name.end - 1].text) and start == name.end - 1:
        return name._replace(start=start)  # `le site |lund.example|`
    while start < name.end - 1 and _describes(run, start, name.start, lexicon):
        start += 1
    return name._replace(start=start) if start < name.end and start > name.start + (not bare) and run[start].text[0].isupper() else name


def _untraded(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The name without the trade before a firm's: `le groupe |BTP Lund|`."""
    if name.label != "ORG" or name.end - name.start < 2 or not name.start or _label(run, name, lexicon):
        return name
    group = run[name.start - 1].text.lower() in lexicon.beside.get("trading", NONE)
    trade = group and run[name.start].text.lower() in lexicon.beside.get("sectors", NONE) and run[name.start + 1].text[0].isupper()
    return name._replace(start=name.start + trade)


def _unadverbial(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The place alone behind a noun of which a preposition makes an adverb: `se met en |place de l'Ondie|`."""
    start = name.start + 2
    start += start < name.end - 1 and run[start].text in lexicon.articles
    noun = name.label == "LOC" and start < name.end and run[name.start].text in lexicon.beside.get("adverbial", NONE)
    adverb = noun and name.start > 0 and run[name.start - 1].text == "en" and run[name.start + 1].text in lexicon.of_any
    return name._replace(start=start) if adverb else name


def _describes(run: Sequence[Unit], place: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether a word is the adjective, or `de` with a noun, that says of which kind a noun is."""
    unit, before = run[place], run[place - 1].text
    if unit.text in lexicon.of:
        return place == noun + 1 and run[place + 1].text.islower() and run[place + 1].pos == "NOUN"
    of_people = unit.text in lexicon.demonyms or unit.text in lexicon.beside.get("peoples", NONE)
    return unit.text.islower() and (unit.pos == "ADJ" or of_people or (unit.pos == "NOUN" and before in lexicon.of))


def _unstationed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The town alone of which a station or a hospital was found that is called by nothing else: `la |gare de Lund|`."""
    of_town = name.label == "LOC" and name.end - name.start == 3 and run[name.start + 1].text in lexicon.of and run[name.end - 1].text[0].isupper()
    behind = run[name.end].text[:1] if name.end < len(run) else ""
    # `gare de Lund-Est` and `gare de Lund TGV` are more than the town
    more = behind.isupper() or any(part[:1].isupper() for part in run[name.end - 1].text.split("-")[1:])
    station = of_town and not more and run[name.start].text in lexicon.beside.get("stations", NONE)
    return name._replace(start=name.start + 2) if station and not _label(run, name, lexicon) else name


def _object(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found | None:
    """The second of two persons between whom a headline has a verb that was taken for a noun: `|Roy piège Lund|`."""
    if name.end - name.start != 3:
        return None
    first, verb, second = run[name.start : name.end]
    between = verb.text.islower() and verb.text.isalpha() and verb.pos in ("NOUN", "VERB", "ADJ") and verb.text in lexicon.clusters
    between = between and len(verb.text) > PARTICLE and verb.text not in lexicon.links | lexicon.patronymics
    return Found(name.end - 1, name.end, "PER") if between and first.text[0].isupper() and second.text[0].isupper() else None


def _end(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the name ends, words of the moment left out: `le |Conseil européen| extraordinaire`, `le |ministère de la Pêche| en 2017`."""
    end = _before_the_moment(run, name, lexicon)
    last = run[end - 1].text
    if end - name.start > 3 and last.isdecimal() and len(last) == YEAR and run[end - 2].text in ("en", "de"):
        end -= 2
    if end - name.start > 2 and run[end - 2].text in lexicon.of and run[end - 1].text in lexicon.beside.get("occasions", NONE):
        end -= 2  # `|Conseil des ministres| de rentrée`
    end = _before_the_count(run, name._replace(end=end), lexicon)
    if run[name.start].text.lower() in lexicon.beside.get("courts", NONE):
        told = (place for place in range(name.start + 1, end - 1) if run[place].text in lexicon.buyers and run[place + 1].pos == "NOUN")
        end = next(told, end)  # `|cour de Lund| pour vol`
    verb = end - name.start > 2 and run[end - 1].text.islower() and run[end - 1].pos in ("VERB", "AUX")
    over = end - name.start > 2 and (verb or _opens(run, end - 1, lexicon))  # `la |Gazette de Lund| Selon elle`
    return end - 1 if over and _label(run, name._replace(end=end - 1), lexicon) else end


def _opens(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether the word that stands there begins a sentence wherever it stands behind a small letter."""
    before = run[place - 1].text
    found = lexicon.openers.search(before + run[place].text) if lexicon.openers else None
    return found is not None and found.start() == len(before)


def _before_the_count(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the name ends before a verb with so many of something: `la |Fondation Lund| sauve 89 animaux`."""
    if _label(run, name, lexicon):
        return name.end
    for place in range(name.start + 2, name.end - 2):
        verb, number, counted = run[place : place + 3]
        small = verb.text.islower() and verb.text.isalpha() and counted.text.islower() and counted.text.isalpha()
        if small and number.text.isdecimal() and verb.text not in lexicon.links | lexicon.of_any and verb.pos in ("VERB", "ADJ", "AUX"):
            return place
    return name.end


def _is_some(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a common noun for one of many: `un |tribunal danois|`, `une |Cour de Lund|`."""
    noun, before = run[name.start].text, run[name.start - 1].text.lower() if name.start else ""
    common = name.label != "PER" and before in lexicon.beside.get("anyone", NONE) and noun.lower() in lexicon.heads and not _label(run, name, lexicon)
    rest = run[name.start + 1 : name.end]
    told = bool(rest) and (rest[0].text in lexicon.of_any or rest[0].pos == "ADJ") and rest[0].text.islower()
    return common and told and (noun.islower() or noun.lower() in lexicon.beside.get("courts", NONE))


def _where(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The known place that ends what is no name itself: `un tribunal fédéral de |Lund|`."""
    ends = (Found(place, name.end, "LOC") for place in range(name.start + 1, name.end) if run[place].text[0].isupper())
    return [place for place in ends if _label(run, place, lexicon) == "LOC"][:1]


def _before_the_moment(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the name ends without what is so at the moment: `le |Conseil européen| extraordinaire`, `son |Danemark| natal`.

    What a preposition binds to the name stays: `|Gazette du samedi|`.
    """
    end = name.end
    while end - name.start > 1 and run[end - 1].text in lexicon.beside.get("momentary", NONE) and run[end - 2].text not in lexicon.of_any:
        end -= 1
    return end


def _unverbed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The person's name without a people's adjective before it and a verb with its object behind: `la famille |danoise Roy|`, `|Roy pilota Lund|`."""
    start = name.start
    while start < name.end - 1 and run[start].text.islower() and _is_of_people(run[start].text, lexicon):
        start += 1
    verbs = (place for place in range(start + 1, name.end - 1) if run[place].text.islower() and run[place].pos in ("VERB", "AUX"))
    end = next((place for place in verbs if run[place].text not in lexicon.links | lexicon.patronymics), name.end)
    return name._replace(start=start, end=end)


def _titled(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """A person whose rank was taken for the beginning of a body's or a place's name: `le Général |de Lund|`, `l'Amiral |Roy|`."""
    if _label(run, name, lexicon):
        return []
    rest = run[name.start + 1 : name.end]
    rank = run[name.start].text.lower() in lexicon.beside.get("ranks", NONE)
    named = rest[-1].text[0].isupper() and all(unit.text[0].isupper() or unit.text in lexicon.of for unit in rest)
    return [Found(name.start + 1, name.end, "PER")] if rank and named else []


def _presiding(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The head of what stands before them without its name, as a ground's or a region's: `le président du parc |Anna Roy|`."""
    noun, rest = run[name.start].text, run[name.start + 1 : name.end]
    led = noun in lexicon.beside.get("presided", NONE) and _is_led(run, name.start, lexicon)
    named = len(rest) > 1 and rest[0].text.partition("-")[0] in lexicon.given and all(unit.text[0].isupper() for unit in rest)
    return [Found(name.start + 1, name.end, "PER")] if led and named and not _label(run, name, lexicon) else []


def _of_a_land(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found | None:
    """The name alone where whose people somebody is was taken for its beginning: `le |Norvégien| Paul Roy`; None if nothing was."""
    word, rest = run[name.start].text, run[name.start + 1 : name.end]
    article = name.start > 0 and run[name.start - 1].text.lower() in lexicon.articles
    named = bool(rest) and all(unit.text[0].isupper() and unit.text[1:2].islower() for unit in rest)
    people = word[0].isupper() and _is_of_people(word.lower(), lexicon) and not _label(run, Found(name.start, name.start + 1, "LOC"), lexicon)
    if not (article and named and people) or _label(run, name, lexicon):
        return None
    alone = name._replace(start=name.start + 1)
    label = _label(run, alone, lexicon) or ("PER" if len(rest) > 1 or rest[0].text in lexicon.given else name.label)
    return alone._replace(label=label)


def _is_of_people(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is for the people of a land or town, or of two: `écossaise`, `franco-danois`."""
    peoples = lexicon.beside.get("peoples", NONE)
    return word in peoples or word.rpartition("-")[2] in lexicon.demonyms


def _owned(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """A person whose party or camp was taken for a body's name: `le parti d'|Anna Roy|`."""
    noun, link = run[name.start].text, run[name.start + 1].text
    if not noun.islower() or link not in lexicon.of or name.end - name.start < 3:
        return []
    person = Found(name.start + 2, name.end, "PER")
    first = run[person.start].text.partition("-")[0] in lexicon.given and person.end - person.start > 1
    camp = noun in lexicon.beside.get("camps", NONE)
    return [person] if camp and (first or _label(run, person, lexicon) == "PER") else []


def _known_before(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """A body that is known by the words before `de`, and the place or person behind it that was taken for its end: `l'|Otan| d'|Afrique du Nord|`."""
    for place in range(name.start + 1, name.end - 1):
        body, rest = name._replace(end=place), name._replace(start=place + 1)
        if run[place].text in lexicon.of and _label(run, body, lexicon) == "ORG" and (label := _label(run, rest, lexicon)) in ("LOC", "PER"):
            return [body, rest._replace(label=label)]
    return []


def _flown(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """An airline behind `vol`, and the place that it flies from or to if it is known: `un vol |Air Lund| |Brest|`."""
    flight = name.start > 0 and run[name.start - 1].text in lexicon.beside.get("flights", NONE)
    for place in range(name.end - 1, name.start if flight else name.end, -1):
        if _label(run, name._replace(end=place), lexicon) == "ORG":
            there = Found(place, name.end, "LOC")
            return [name._replace(end=place), *([there] if _label(run, there, lexicon) == "LOC" else [])]
    return []


def _two(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """Two names joined by `et de` where no `de` stands before it, so that the second is no complement: `l'|Union| et de l'|espace Nord|`."""
    for place in range(name.start + 1, name.end - 1):
        word, link = run[place], run[place + 1].text
        if word.text in lexicon.to and run[place + 1].text[0].isupper() and _label(run, name._replace(end=place), lexicon) == "ORG":
            label = _label(run, Found(place + 1, name.end, "ORG"), lexicon)
            return [name._replace(end=place), *([Found(place + 1, name.end, label)] if label else [])]
        if word.text in lexicon.of_any or word.text in lexicon.to:
            return []  # `Union de la paix et du travail`
        if place < name.end - 2 and word.text == "et" and (link in lexicon.of_any or link in lexicon.to):
            second = place + 2
            while second < name.end - 1 and (run[second].text in lexicon.edges or run[second].text in lexicon.links):
                second += 1
            known = _label(run, Found(second, name.end, "ORG"), lexicon)
            label = known or lexicon.heads.get(run[second].text.lower(), "")
            return [name._replace(end=place), *([Found(second, name.end, label)] if label else [])]
    return []


def _and_another(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """A known body of several words and what is joined to it by `et` though it is no part of it: `|Lund en fête| et |Holm|`."""
    for place in range(name.start + 2, name.end - 1):
        second = name._replace(start=place + 1)
        if run[place].text in lexicon.beside.get("and", NONE) and run[second.start].text[0].isupper():
            known = _label(run, name._replace(end=place), lexicon) == "ORG"
            return [name._replace(end=place), second._replace(label=_label(run, second, lexicon) or "ORG")] if known else []
    return []


def _with_article(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """Two names joined by `et` and an article, which no complement of the first has before it: `la |patrouille de Lund| et les |Red Arrows|`."""
    for place in range(name.start + 1, name.end - 2):
        if run[place].text != "et" or run[place + 1].text not in lexicon.articles | lexicon.plurals:
            continue
        before, second = run[name.start : place], Found(place + 2, name.end, "ORG")
        noun = lexicon.things.get(run[second.start].text.lower(), "")
        if noun and second.end - second.start > 1:
            second = Found(second.start + 1, second.end, noun)  # `Bild et le magazine |Lund|`
        label = _label(run, second, lexicon) or noun
        spelled = second.end - second.start > 1 and all(unit.text[0].isupper() for unit in run[second.start : second.end])
        if label or spelled or not any(unit.text in lexicon.links for unit in before):
            return [name._replace(end=place), *([second._replace(label=label or "ORG")] if label or spelled else [])]
    return []


def _body_and_person(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """A body and the person behind it: `dit au |Congrès| |Anna Roy|`, `le chef du |Mossad| |Isser Roy|`; bodies named after people stay whole."""
    head = run[name.start].text.lower()
    led = _is_led(run, name.start, lexicon)
    for place in range(name.start + 1, name.end):
        end = next((link for link in range(place + 2, name.end) if run[link].text in lexicon.of_any), name.end)
        body, rest = Found(name.start, place, "ORG"), run[place:end]
        spelled = all(unit.text[0].isupper() and unit.text[1:2].islower() for unit in rest)
        given = rest[0].text.partition("-")[0] in lexicon.given
        unheard = led and not any(unit.text.lower() in lexicon.clusters or unit.text in lexicon.tails for unit in rest)
        called = all(unit.text.islower() for unit in run[name.start + 1 : place])  # `|parquet antiterroriste|`
        posted = len(rest) > 1 and place == name.start + 1 and run[name.start].text in lexicon.beside.get("platforms", NONE)
        unheard = unheard or (posted and not any(unit.text.lower() in lexicon.clusters or unit.text in lexicon.tails for unit in rest))
        chamber = head in lexicon.beside.get("chambers", NONE) and called
        known = end - place > 1 and (chamber or _label(run, body, lexicon) == "ORG")
        if spelled and (given or unheard) and (known or (given and _is_local(run, body, lexicon))):
            return [body, Found(place, end, "PER"), *_whose(run, end, name.end, lexicon)]
    return []


def _is_local(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether it is a known body with the known place that it is of: `Radio Nord |Valmie|`."""
    parts = ((name._replace(end=place), name._replace(start=place)) for place in range(name.start + 1, name.end))
    return any(_label(run, body, lexicon) == "ORG" and _label(run, place, lexicon) == "LOC" for body, place in parts)


def _whose(run: Sequence[Unit], start: int, end: int, lexicon: Lexicon) -> list[Found]:
    """The body that someone is of, behind `de` with its article: `Anna Roy de l'|Argus|`."""
    start += 1
    start += start < end and run[start].text in lexicon.articles
    return [Found(start, end, "ORG")] if start < end and run[start].text[0].isupper() and run[start - 1].text in lexicon.articles else []


def _is_led(run: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Whether what stands there is headed by someone: `le |chef| du`, `la |porte-parole| de l'`."""
    place -= 1
    while place > 0 and run[place].text in lexicon.articles and run[place].text != "du":
        place -= 1
    return place > 0 and run[place].text in lexicon.of_any and run[place - 1].text.lower() in lexicon.titles


def _label(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> str:
    """The label under which the register, or most readers, know the words."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    return _listed(words, lexicon.register) or _listed(words, lexicon.known)


def _listed(words: tuple[str, ...], names: Table) -> str:
    return next((label for listed, label in names.get(words[0], ()) if listed == words), "")
