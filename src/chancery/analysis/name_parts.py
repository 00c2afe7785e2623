"""Names cut or run together by the tagger: bodies with English names (`Center for |Roy Progress|`), a club's before its player's."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import ADDRESS, Lexicon, Unit

ACRONYM = 4
"""Letters of the longest word in capitals that is an acronym wherever it stands."""
NONE: frozenset[str] = frozenset()


def clubless(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The club and the person whose names were taken for one, else the name as it is: `l'attaquant de |Mönchenbach| |Paul Roy|`."""
    if name.label != "PER" or name.start < 2 or name.end - name.start < 3 or run[name.start - 1].text not in lexicon.of_any:
        return [name]
    player = run[name.start - 2].text.lower() in lexicon.beside.get("players", NONE)
    if not player or run[name.start].text.partition("-")[0] in lexicon.given:
        return [name]
    inside = range(name.start + 1, name.end - 1)
    first = next((place for place in inside if run[place].text.partition("-")[0] in lexicon.given), inside[-1])
    return [Found(name.start, first, "ORG"), name._replace(start=first)]


def dateless(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The place alone of what was taken for a paper, though it opens a sentence and no verb follows: `Aujourd'hui en |Valmie|, il pleut`."""
    last = name.start + 1  # the adverb is two units
    if name.label != "ORG" or name.end < last + 3 or run[last].text.lower() not in lexicon.beside.get("now", NONE) or name.end >= len(run):
        return name
    before, behind = run[name.start - 1].text if name.start else "", run[name.end]
    opens = not before[:1].isalnum() and before not in ("/", "-", "(")
    goes_on = behind.text == "," or (behind.text[0].isalnum() and behind.pos not in ("VERB", "AUX"))
    return Found(last + 2, name.end, "LOC") if opens and goes_on else name


def english(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, those of bodies whole of which only the end was found: `|Center for Roy Progress|`, `|Canal and River Trust|`."""
    made: list[Found] = []
    for name in names:
        start = name.start if name.label == "LOC" else _begins(run, name, lexicon)
        while made and made[-1].end > start:
            start = min(start, made.pop().start)
        made.append(name if start == name.start else Found(start, name.end, "ORG"))
    return made


def divided(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a maker's with that of its division of which only the end was found: `|Lancia Motor Cars|`."""
    made: list[Found] = []
    for name in names:
        maker = name.start > 0 and any(words == (run[name.start - 1].text,) for words, _ in lexicon.makers.get(run[name.start - 1].text, ()))
        if maker and all(unit.text in lexicon.beside.get("divisions", NONE) for unit in run[name.start : name.end]):
            while made and made[-1].end > name.start - 1:
                made.pop()
            name = Found(name.start - 1, name.end, "ORG")
        made.append(name)
    return made


def with_nouns(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a body's with the noun before it that begins it: `le |comité national du parti|`, `l'|université de Nordex|`."""
    made: list[Found] = []
    for name in names:
        first, free = run[name.start], name.start > (made[-1].end if made else 0)
        adjective = name.label == "ORG" and first.text.islower() and first.pos == "ADJ" and not ADDRESS.search(first.text)
        adjective = adjective and first.text not in lexicon.beside.get("momentary", NONE)
        noun = free and adjective and lexicon.heads.get(run[name.start - 1].text.lower()) == "ORG"
        housed = free and name.start > 1 and name.label == "ORG" and not noun and run[name.start - 1].text in lexicon.of
        housed = housed and run[name.start - 2].text in lexicon.beside.get("houses_named", NONE) and name.start - 2 >= (made[-1].end if made else 0)
        schooled = 0 if noun or housed else _schooled(run, name, made[-1].end if made else 0, lexicon)
        made.append(name._replace(start=name.start - (2 if housed else noun or schooled)))
    return made


def continued(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, a body's with whom it is called after or where it is: `|Institut d'océanologie Anna Lund|`, `|université du Texas à Brest|`."""
    made: list[Found] = []
    for name in names:
        longer = bool(made) and _goes_on(run, made[-1], name, lexicon)
        made.append(Found(made.pop().start, name.end, "ORG") if longer else name)
    return made


def _schooled(run: Sequence[Unit], name: Found, free: int, lexicon: Lexicon) -> int:
    """How many words before a school's name belong to it: `le |collège Anna Roy|`, `l'|école primaire Anna-Roy|`; 0 of other names."""
    place = name.start - 1
    place -= place > free and run[place].pos == "ADJ" and run[place].text.islower()
    school = name.label == "ORG" and place >= free and run[place].text in lexicon.beside.get("schools", NONE)
    return name.start - place if school and run[name.start].text[0].isupper() else 0


def _goes_on(run: Sequence[Unit], body: Found, name: Found, lexicon: Lexicon) -> bool:
    """Whether a body's name goes on behind its noun's complement, with whom it is called after or the town of one of a land's universities."""
    noun = run[body.start].text.lower()
    if body.label != "ORG":
        return False
    if body.end == name.start - 1 and name.label == "LOC" and run[body.end].text in lexicon.to:
        return noun in lexicon.beside.get("universities", NONE) and run[body.end - 1].text in lexicon.beside.get("campuses", NONE)
    told = body.end == name.start and name.label == "ORG" and body.end - body.start > 1 and run[body.start + 1].text in lexicon.of_any
    spelled = all(unit.text[0].isupper() and not unit.text.isupper() for unit in run[name.start : name.end])
    return told and spelled and noun in lexicon.beside.get("dedicated", NONE)


def shouted(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The names, those words of a heading in capitals that were taken for bodies read as other words are: `À TRAVERS L'|EUROPE|`."""
    return [kept for name in names if (kept := _lowered(run, name, lexicon)) is not None]


def _lowered(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found | None:
    """What the name is in small letters, where it is one word of several in capitals; None of a common word."""
    word, before = run[name.start].text, [unit.text for unit in run[max(0, name.start - 2) : name.start]]
    alone = name.label == "ORG" and name.end - name.start == 1 and word.isalpha() and word.isupper() and len(word) > ACRONYM
    if _is_shouted(run, name, lexicon):
        return name._replace(start=name.start - 1)
    if not alone or not before or not all(other.isupper() and other[0].isalpha() for other in before):
        return name
    small, capital = word.lower(), word.capitalize()
    if before[-1].capitalize() in lexicon.given:
        return Found(name.start - 1, name.end, "PER")
    if any(words == (capital,) and label == "LOC" for table in (lexicon.register, lexicon.known) for words, label in table.get(capital, ())):
        return name._replace(label="LOC")
    return None if small in lexicon.clusters else name


def _is_shouted(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a person's family name in capitals has the first name before it, in capitals too: `JEAN-PAUL |ROY|`."""
    if name.label != "PER" or not name.start or not all(unit.text.isupper() for unit in run[name.start - 1 : name.end]):
        return False
    first = run[name.start - 1].text.partition("-")[0]
    return len(first) > 1 and first.capitalize() in lexicon.given and run[name.start].text.capitalize() not in lexicon.given


def _begins(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where the body's name begins of which this is the end; where it begins itself if it is none."""
    words, place = lexicon.beside, name.start - 1
    if place > 1 and run[place].text in words.get("the", NONE):
        place -= 1
    if place < 1:
        return name.start
    link, before = run[place].text, run[place - 1].text
    heads = words.get("english", NONE)
    tail = run[name.end - 1].text
    goes_on = link in words.get("prepositions", NONE) and before in heads
    both = link in words.get("conjunctions", NONE) and _capital(before) and (tail in heads or lexicon.tails.get(tail) == "ORG")
    if not (goes_on or both):
        return name.start
    place -= 1
    while (
        place > 0 and _capital(run[place - 1].text) and run[place - 1].text not in lexicon.edges and run[place - 1].text.lower() not in lexicon.titles
    ):
        place -= 1
    return place


def _capital(word: str) -> bool:
    return word[0].isupper() and word[1:2].islower()
