"""Capitals that act for their government: `Moscou accuse`, `les demandes de Moscou`, `selon Moscou`; elsewhere they are cities.

The words beside the name decide first, for they hold where the parser errs; then what the name hangs on.
"""

from itertools import chain as join

from chancery.analysis.actors.alongside import finite
from chancery.analysis.actors.between import LISTED, between, paired
from chancery.analysis.actors.governing import addressed, beside_still, governor, opposed, touched, undergoes
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import source
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

DEEPEST = 4
NEAR = 6
"""Words between a verb and whom it addresses."""
ADJACENT = 3
"""Words between a noun for what is at stake and the capital that it is for: `une menace directe pour |Oslo|`."""
REACH = 6
"""Words from the first of a verb on within which its last stands: `n'a pas encore répondu`."""
ASIDE = 4
"""Words of an aside behind an auxiliary, at most: `de son côté`, `d'ores et déjà`."""
SHORTEST_ASIDE = 2
COURSE = 4
"""Words of `en train de` with the verb behind it."""


def let_capitals_act(scene: Scene) -> None:
    """Give the state's id to capitals that act."""
    for chain in _chains(scene):
        others, end = _list(scene, chain[-1].after)
        cities = end and any(_is_place(scene, other) for other in others)
        idle = [name for name in chain if name.actor is None and not cities and not _city(scene, name)]
        after = end or chain[-1].after
        led = chain[0].first > 0 and scene.row[chain[0].first - 1].pos == "ADP"  # `les musées de Rome et |Oslo| proposent`: no subject
        beside = (name for name in idle if (name is chain[0] or not led) and _beside(scene, name, after))
        around = (name for name in idle if opposed(scene, chain) or touched(scene, name) or addressed(scene, name))
        hanging = (name for name in idle if _hangs(scene, name, scene.head(name), DEEPEST))
        for name in idle if next(join(beside, around, hanging), None) else ():
            name.actor = _power(scene, name)
            scene.present.add(name.actor or "")
    _let_authorities(scene)


def _let_authorities(scene: Scene) -> None:
    """The authorities of a capital are the state's where the capital acts elsewhere in the text, else as well the city's."""
    known = {name.text: name.actor for name in scene.names if name.actor is not None and scene.register.is_state(name.actor)}
    for name in scene.names:
        if name.type != "PER" and name.actor is None and scene.register.capital(name.text) == known.get(name.text, "") and not _city(scene, name):
            noun = governor(scene, name.first - 1) if name.first and scene.has("around.linking", scene.row[name.first - 1].text) else None
            name.actor = known[name.text] if noun is not None and scene.has("capitals.local_nouns", noun.lemma) else None


def _chains(scene: Scene) -> list[list[Named]]:
    """The capitals of the document, those together that stand side by side in a list: `|Rome|, |Oslo| et |Lima|`."""
    chains: list[list[Named]] = []
    for name in scene.names:
        if name.type == "PER" or name.first >= len(scene.row) or _power(scene, name) is None:
            continue
        between = scene.row[chains[-1][-1].after : name.first] if chains else []
        further = len(between) == 2 and between[0].pos == "CCONJ" and scene.has("capitals.further", between[1].text)  # `Rome ou encore |Oslo|`
        alike = len(between) == 1 and scene.has("capitals.likening", between[0].text)  # `Rome comme |Oslo| refusent`
        joined = further or alike or (len(between) == 1 and (between[0].pos == "CCONJ" or between[0].text == "-"))
        if joined or (len(between) == 1 and between[0].text == "," and _goes_on(scene, name)):
            chains[-1].append(name)
        else:
            chains.append([name])
    return chains


def _power(scene: Scene, name: Named) -> str | None:
    """Whose capital it is; of several powers' seat (`Bruxelles`) the first, where it is the only one of them that the text names."""
    several: list[str] = scene.lexicon.words["shared_seats"].get(fold(name.text), [])
    adjectives = {scene.lexicon.demonym(word, scene.register) for word in (scene.spelled if several else ())}
    named = adjectives | scene.present | {other.actor for other in scene.names}
    told = [power for power in several if power in named]
    return told[0] if len(told) == 1 and told[0] == several[0] else scene.register.capital(name.text)


def _goes_on(scene: Scene, name: Named) -> bool:
    """Whether a list goes on behind a capital in it, to another name at last: `Rome, |Oslo| et Lima`."""
    return _list(scene, name.after)[1] > 0


def _list(scene: Scene, after: int) -> tuple[list[Named], int]:
    """The other names of a list that goes on here, and the word behind its last, 0 if none is: `Rome|, le Mali ou encore Oslo|`."""
    row, others = scene.row, list[Named]()
    while after + 1 < len(row) and (row[after].text == "," or row[after].pos == "CCONJ"):
        last, place = row[after].pos == "CCONJ", after + 1
        while place + 1 < len(row) and (row[place].pos == "DET" or scene.has("capitals.further", row[place].text)):
            place += 1
        other = scene.starting.get(place)
        if other is None or other.type == "PER":
            break
        others.append(other)
        after = other.after
        if last:
            return others, after
    return others, 0


def _city(scene: Scene, name: Named) -> bool:
    """Whether the words around the name say that it is a city, games held in one, or part of another name.

    `Rome, ville de trois millions d'habitants,`, `Rome 1960`, `la capitale Rome`, `Rome et Turin pourront`, `Rome-Match`.
    """
    behind = scene.row[name.after : name.after + 3]
    before = scene.row[name.first - 1] if name.first else None
    if before is not None and scene.has("seats.cities", before.lemma):
        return True
    if len(behind) > 1 and behind[0].text == "-" and behind[0].start == name.span.end and behind[1].text[0].isupper():
        return scene.register.capital(behind[1].text) is None
    if _with_city(scene, name):
        return True
    if behind and behind[0].text.isdecimal() and len(behind[0].text) == len("1960"):
        return True
    noun = next((token for token in behind[1:] if token.pos != "DET"), None)
    told = noun is not None and (behind[0].text == "," or scene.has("capitals.quotes", behind[0].text))  # `proclamer Rome "ville ouverte"`
    return told and noun is not None and scene.has("seats.cities", noun.lemma)


def _with_city(scene: Scene, name: Named) -> bool:
    """Whether `et` joins the name to a place that is no state's capital: `Rome et Turin`, `Turin et Rome`."""
    behind, ahead = scene.starting.get(name.after + 1), scene.inside[name.first - 2] if name.first > 1 else None
    joined = ((behind, name.after), (ahead, name.first - 1))
    others = (other for other, place in joined if place < len(scene.row) and scene.row[place].pos == "CCONJ")
    return any(other is not None and _is_place(scene, other) for other in others)


def _is_place(scene: Scene, name: Named) -> bool:
    """Whether the name is of a place where no government sits; that of several seats (`Bruxelles`) is left open."""
    seat = scene.register.capital(name.text) or scene.register.is_open(name.text)
    return name.type == "LOC" and not name.actor and not seat


def _word(scene: Scene, place: int) -> Token | None:
    """The word at a place of the row, if it is of the same sentence as the one before or behind it."""
    return scene.row[place] if 0 <= place < len(scene.row) else None


def _beside(scene: Scene, name: Named, after: int) -> bool:
    """Whether the words beside the name make it act; `after` is behind the list that it stands in."""
    if scene.document.text[: name.span.start].lower().endswith(tuple(scene.lexicon.words["capitals"]["taking_sides"])):
        return True  # `le camp pro-|Rome|`
    before, behind = _word(scene, name.first - 1), _word(scene, name.after)
    alone = before is None or before.pos not in ("ADP", "DET")
    opening = before is None or before.text == ":" or scene.sentence_of[name.first - 1] != scene.sentence_of[name.first]
    if opening and behind is not None and (scene.has("capitals.stances", behind.lemma) or undergoes(scene, name.after) or _situated(scene, after)):
        return True  # `Rome sceptique`, `Rome accusée de`, a headline
    if (
        alone
        and behind is not None
        and scene.has("capitals.relating", _text(scene, name.after + 1))
        and behind.text == ","
        and _does(scene, name.after + 2)
    ):
        return True
    verb = after + (after < len(scene.row) - 1 and scene.has("capitals.quotes", scene.row[after].text))  # `Rome "se méfie"`
    if alone and behind is not None and finite(scene, verb) and _subject_of(scene, verb):
        return True
    if before is not None and before.pos == "ADP":
        return False
    return (behind is not None and ((alone and _going_on(scene, name.after)) or _told(scene, name))) or _verb_before(scene, name)


def _text(scene: Scene, place: int) -> str:
    """The word at a place of the row, empty behind its end."""
    return scene.row[place].text if place < len(scene.row) else ""


def _does(scene: Scene, place: int) -> bool:
    """Whether a finite verb of what governments do, and no passive, begins here."""
    if place >= len(scene.row) or not finite(scene, place):
        return False
    verb = next((token for token in scene.row[place : place + REACH] if token.pos == "VERB"), None)
    return verb is not None and acts(scene, verb) and verb.child("aux:pass") is None


def _going_on(scene: Scene, place: int) -> bool:
    """Whether a present participle of what governments do begins here: `des Etats ont protesté, Rome |déclarant| que`, `Rome |ayant refusé|`."""
    token = scene.row[place]
    present = token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Pres"
    verb = token.head if token.dep == "aux:tense" else token
    return present and acts(scene, verb)


def _subject_of(scene: Scene, place: int) -> bool:
    """Whether the verb that begins here is one that governments are the subject of: not one of being or housing, nor a passive."""
    aside = _aside(scene, place + 1)
    for verb, token in enumerate(scene.row[place : place + REACH + aside], place):
        if place + (not aside) <= verb <= place + aside:
            continue
        if token.pos == "VERB":
            passive = token.child("expl:pass") is None and token.child("aux:pass", "nsubj:pass") is not None
            if passive:
                return _stance(scene, token) or scene.has("capitals.undergoing", token.lemma) or (acts(scene, token) and not _told_of(scene, token))
            return acts(scene, token) or not scene.has("capitals.still", token.lemma) or beside_still(scene, verb)
        if token.pos == "DET":
            return _ally(scene, token.index - scene.row[place].index + place)
        if token.pos == "NOUN" and scene.has("capitals.relations", token.lemma):
            return True
        if token.pos == "PUNCT" and scene.has("capitals.quotes", token.text):
            continue  # `Rome a "refusé`
        if token.pos in ("PUNCT", "ADP"):
            return _situated(scene, place) or _about_to(scene, verb)
        if token.pos == "ADJ" or _mistaken(token):
            return _mistaken(token) or scene.has("capitals.stances", token.lemma)
    return False


def _told_of(scene: Scene, verb: Token) -> bool:
    """Whether a verb that also reports speech is passive and tells no stance: `Rome a été |ajoutée| à la liste`, but not `Rome est |engagée|`."""
    return verb.child("aux:pass") is not None and scene.lexicon.speaks(verb) and not _stance(scene, verb)


def _stance(scene: Scene, participle: Token) -> bool:
    """Whether a participle, of either gender, tells how governments stand: `Rome est |déterminée|`."""
    word = key(participle.text)
    return any(scene.has("capitals.stances", form) for form in (word, word.removesuffix("e")))


def _aside(scene: Scene, place: int) -> int:
    """How many words an aside has that begins here: `de son côté`, `de nouveau`."""
    words = scene.row[place : place + ASIDE]
    if not words or not (words[0].pos == "ADP" or scene.has("around.linking", words[0].text)):
        return 0
    return next((size for size in range(len(words), SHORTEST_ASIDE - 1, -1) if scene.has("capitals.asides", words[size - 1].text)), 0)


def _situated(scene: Scene, place: int) -> bool:
    """Whether the words from here on tell where governments stand towards each other: `sont en guerre`, `toujours à couteaux tirés`."""
    row = scene.row
    while place < len(row) and (row[place].pos == "ADV" or row[place].lemma == "être"):
        place += 1
    preposition = place < len(row) and row[place].pos == "ADP"
    return preposition and any(scene.has("capitals.situations", token.lemma) for token in row[place + 1 : place + 3])


def _about_to(scene: Scene, place: int) -> bool:
    """Whether it is in the course of something that governments do: `est |en train d'ouvrir| un front`."""
    words = scene.row[place : place + COURSE]
    return (
        len(words) == COURSE
        and scene.has("capitals.courses", words[1].text)
        and words[-1].pos == "VERB"
        and not scene.has("capitals.still", words[-1].lemma)
    )


def _mistaken(token: Token) -> bool:
    """Whether a participle behind its auxiliary was taken for an adjective or a noun: `Rome n'aurait pas communiqué`, `Rome a tout fait`."""
    return token.pos in ("ADJ", "NOUN") and token.child("aux:tense") is not None and token.child("aux:pass", "cop") is None


def _ally(scene: Scene, place: int) -> bool:
    """Whether the noun phrase that begins here, behind `est`, is what governments are to each other: `le premier allié`."""
    noun = next((token for token in scene.row[place : place + 4] if token.pos == "NOUN"), None)
    return noun is not None and scene.has("capitals.relations", noun.lemma)


def _told(scene: Scene, name: Named) -> bool:
    """`a appelé Moscou à retirer`, `autoriser Kiev à rejoindre`: whom a verb moves to do something."""
    row, place = scene.row, name.after
    if place + 1 >= len(row) or fold(row[place].text) not in scene.lexicon.sets["capitals.moving"]:
        return False
    infinitive = any(token.morph.get("VerbForm") == "Inf" for token in row[place + 1 : place + NEAR + 1])
    before = row[max(0, name.first - 3) : name.first]
    verb = any(token.pos == "VERB" for token in before) or (bool(before) and scene.has("capitals.objects", scene.lexicon.infinitive(before[-1])))
    return infinitive and verb


def _verb_before(scene: Scene, name: Named) -> bool:
    """`a déclaré mercredi Pékin,`, `", met en garde Pékin`: a subject behind its verb of speech, at an end."""
    row = scene.row
    ends = name.after == len(row) or row[name.after].pos == "PUNCT" or scene.sentence_of[name.after] != scene.sentence_of[name.first]
    if not ends or source(scene, name.first):
        return ends
    for token in reversed(row[max(0, name.first - 3) : name.first]):
        if token.pos == "VERB":
            return scene.lexicon.speaks(token)
        if token.pos not in ("NOUN", "ADV"):
            return False
    return False


def _hangs(scene: Scene, name: Named, token: Token, depth: int) -> bool:
    """Whether what the name hangs on makes it act."""
    relation, head = token.dep.partition(":")[0], token.head
    case = token.child("case")
    if relation == "conj" and depth:
        listed = 0 < token.index - head.index <= LISTED and _hangs(scene, name, head, depth - 1)
        if listed or case is None:
            return listed
    here = depth == DEEPEST and name.first and scene.row[name.first - 1].pos == "ADP"
    preposition = fold(_spelled(case) if case is not None else scene.row[name.first - 1].text if here else "")
    if scene.has("pronouns.opening", preposition) and here and source(scene, name.first):
        return name.after < len(scene.row) and scene.row[name.after].text == ","
    if scene.has("capitals.speakers", preposition):
        return not scene.has("capitals.ways", head.lemma)
    if scene.has("capitals.partners", preposition):
        if preposition == "entre" and not paired(scene, name) and not between(scene, name, case):
            return False
        way = head.pos != "VERB" and scene.has("capitals.ways", head.lemma)
        return not way and not scene.has("capitals.distances", head.lemma)
    if scene.has("capitals.for", preposition):
        return any(scene.has("capitals.stakes", word.lemma) for word in scene.row[max(0, name.first - ADJACENT - 1) : name.first])
    if scene.has("capitals.on", preposition):
        lemmas = (head.lemma, scene.row[name.first - 2].lemma if here and name.first > 1 else "")  # `font pression sur |Oslo|`
        return any(scene.has("capitals.leaning", lemma) for lemma in lemmas) and 0 < token.index - head.index <= NEAR
    if not preposition:
        ally = head.child("cop") is not None and scene.has("capitals.relations", head.lemma)
        return (relation == "nsubj" and not _told_of(scene, head) and (acts(scene, head) or _mistaken(head) or ally)) or (
            relation in ("obj", "iobj", "nmod") and scene.has("capitals.objects", head.lemma)
        )
    if scene.has("around.linking", preposition):
        noun = governor(scene, name.first - 1) if here else None
        near = noun is not None and (scene.has("capitals.nouns", noun.lemma) or scene.has("capitals.nouns", noun.text))
        if relation == "obl" and scene.has("capitals.from", head.lemma):
            return True
        return near or (relation in ("nmod", "obl") and scene.has("capitals.nouns", head.lemma) and 0 < token.index - head.index <= NEAR)
    if scene.has("capitals.to", preposition):
        addressed = scene.has("capitals.addressing", head.lemma) or scene.has("capitals.addressing_nouns", head.lemma)
        return addressed and 0 < token.index - head.index <= NEAR and not any(word.pos == "PUNCT" for word in scene.row[name.first - 3 : name.first])
    return False


def _spelled(case: Token) -> str:
    """A preposition whole, where its first word is elided: `d'après`."""
    rest = case.child("fixed") if case.text[-1] in "'’" else None
    return case.text + rest.text if rest is not None else case.text


def acts(scene: Scene, verb: Token) -> bool:
    """Whether governments, not cities, are the subjects of the verb."""
    return scene.has("capitals.acting", verb.lemma) or scene.lexicon.speaks(verb)
