"""Names to actors: states and bodies by the register; persons by the document's own full names, the register, and misspelling forgiven."""

from collections import Counter, defaultdict

from chancery.analysis.actors.aliases import beginnings, link_aliases, of_family
from chancery.analysis.actors.demonyms import note_presence
from chancery.analysis.actors.met import acting, source
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.register import distance, fold

SHORTEST_TWO_SLIPS = 8
"""From this length on a surname may have two letters wrong, from five letters on one."""
SHORTEST_SLIP = 5
SHORTEST_INITIALS = 2
"""Initials of fewer letters than one more are left alone."""
PARTICLED = 2
"""Words before a name whose beginning was cut off: a name and a particle."""
PERSON = "person:"


def name_all(scene: Scene) -> None:
    """Give every name its actor, capitals apart: they are cities until they act."""
    for name in scene.names:
        if name.type != "PER":
            _place_or_body(scene, name)
    note_presence(scene)
    _in_brackets(scene)
    _nicknames(scene)
    _persons(scene)


def _place_or_body(scene: Scene, name: Named) -> None:
    register, text = scene.register, name.text
    if " " in text and register.full_name(text):
        name.type = "PER"
        return
    if name.after - name.first > 1 and scene.has("around.titles", scene.row[name.first].text):
        name.type = "PER"  # `Madame Roy`, taken for a body
        return
    found = register.named(text)
    if found is not None and found == register.capital(text):
        found = None  # a state's name in English that is its capital's in the text's language: `Mexico`
    if found is None and name.type == "ORG" and _like_a_person(scene, name):
        name.type = "PER"
        return
    if found is None and name.after - name.first > 1 and scene.has("around.articles", scene.row[name.first].text):
        rest = text.split("'", 1)[-1] if "'" in text.split(" ")[0] else text.partition(" ")[2]
        if register.named(rest) or register.seat(rest):
            scene.shorten(name, name.first + 1)
            found, text = register.named(rest), rest
    if found is not None and name.type == "LOC" and found.startswith("org:"):
        found = None
    if found is None and register.capital(text) is None:
        found = register.seat(text)
    if found is None and name.type == "ORG":
        found = f"org:{text}"
    name.actor = found
    if found is None:
        return
    name.sides = register.sides(found, scene.on) or _organ_of(scene, name)
    if name.type == "LOC" and not register.is_state(found) and not found.startswith("org:"):
        name.type = "ORG" if found != "group:Occident" else "LOC"
    scene.present.update((found, *name.sides))


def _like_a_person(scene: Scene, name: Named) -> bool:
    """Whether a body's name is a first name and a surname, no article before it: a person whom the tagger took for a body."""
    words = name.text.split(" ")
    before = scene.row[name.first - 1].pos if name.first else "PUNCT"
    if before == "NOUN" and name.first > 1 and scene.row[name.first - 2].pos == "PUNCT":
        before = "VERB"  # `..., tempère Anna Roy`: the parser took the verb for a noun
    bare = before not in ("DET", "ADP", "NOUN")
    return len(words) == 2 and bare and all(word[0].isupper() and word[1:2].islower() for word in words) and bool(scene.lexicon.gender(name.text))


def _organ_of(scene: Scene, name: Named) -> tuple[str, ...]:
    """The state that a ministry, embassy or parliament belongs to, by a demonym in its name."""
    words = scene.row[name.first : name.after]
    if not words or not scene.has("collectives.nouns", words[0].lemma) or (name.actor or "").startswith("group:"):
        return ()
    states = {state for word in words if (state := scene.lexicon.demonym(word, scene.register))}
    inner = {scene.register.named(word.text) for word in words if word.text[0].isupper()} - {None}
    found = states or {state for state in inner if state}
    return (found.pop(),) if len(found) == 1 else ()


def _in_brackets(scene: Scene) -> None:
    """Acronyms that the text explains, there and further on: `Etat islamique (EI)`."""
    explained: dict[str, Named] = {}
    for whole in scene.names:
        place = whole.after
        short = scene.starting.get(place + 1) if place < len(scene.row) and scene.row[place].text == "(" else None
        closed = short is not None and short.after < len(scene.row) and scene.row[short.after].text == ")"
        if short is not None and closed and short.type == whole.type == "ORG" and short.text.isupper():
            explained.setdefault(short.text, whole)
    for name in scene.names:
        whole_name = explained.get(name.text) if name.type == "ORG" else None
        if whole_name is not None and (name.actor is None or name.actor.startswith("org:")):
            name.actor, name.sides = whole_name.actor, whole_name.sides


def _nicknames(scene: Scene) -> None:
    """Short names that hold where the text names the body or state in full: the Alliance, the North."""
    words = scene.lexicon.words["sides"]
    for name in scene.names:
        if name.actor is not None and not name.actor.startswith("org:"):
            continue
        body = scene.lexicon.nicknames.get(fold(name.text))
        if body is not None and body in scene.present:
            name.actor = body
        elif isinstance(words.get(fold(name.text)), str) and any(need in scene.present for need in words["needs"]):
            name.actor = str(words[fold(name.text)])
        elif scene.has("allies.words", name.text) and scene.lexicon.words["allies"]["body"] in scene.present:
            name.actor, name.sides = None, (str(scene.lexicon.words["allies"]["body"]),)


def _persons(scene: Scene) -> None:
    """Full names first, then the short ones by them."""
    names = [name for name in scene.names if name.type == "PER"]
    for name in names:
        if name.after - name.first > 1 and scene.has("around.titles", scene.row[name.first].text):
            scene.shorten(name, name.first + 1)  # `Me Roy`
    _retype(scene, names)
    names = [name for name in names if name.type == "PER" and not of_family(scene, name)]
    full = [name for name in names if " " in name.text]
    _without_what_is_before(scene, full)
    known: dict[str, dict[str, str]] = defaultdict(dict)
    begun = beginnings(full)
    for name in sorted(full, key=lambda name: (name.text in begun, _particled(scene, name))):
        name.actor = begun[name.text].actor if name.text in begun else _full(scene, name, known)
        for part in _short_forms(name.text, name.actor or ""):
            known[part].setdefault(name.actor or "", name.text)
    for name in names:
        if " " not in name.text:
            name.actor = _short(scene, name, known)
    personal = {name.text for name in names if name.actor == PERSON + name.text}
    for name in names:
        if name.actor is None and name.text in personal and not dedicated(scene, name):
            name.actor = PERSON + name.text  # a person wherever the text names one so
    link_aliases(scene, names)
    for name in names:
        if name.actor and name.actor.startswith(PERSON):
            _meet(scene, name)


def _without_what_is_before(scene: Scene, full: list[Named]) -> None:
    """Take off a name the word before it that was taken for a part of it, where the text has the name without: `l'ex-patron de |Nordex| Anna Roy`."""
    texts = Counter(name.text for name in full if not _titled(scene, name))
    for name in full:
        rest = name.text.partition(" ")[2]
        times = 0 if scene.lexicon.gender(rest) else texts[name.text]
        start = name.span.end - len(rest)
        first = next((place for place in range(name.first, name.after) if scene.row[place].start == start), None)
        if " " in rest and texts[rest] > times and first is not None and not scene.lexicon.gender(name.text):
            scene.shorten(name, first)


def _retype(scene: Scene, names: list[Named]) -> None:
    """A state or body that was taken for a person, unless a title says it is one; an inhabitant has no name (`Anna, Française de 40 ans`)."""
    for name in names:
        if " " not in name.text and scene.register.state_of_adjective(name.text) and not _titled(scene, name) and not scene.register.people(name.text):
            name.type = "LOC"
            scene.drop(name)
            continue
        known = scene.register.named(name.text)
        if known is not None and not _titled(scene, name) and not scene.register.people(name.text):
            name.type = "LOC" if scene.register.is_state(known) else "ORG"
            name.actor, name.sides = known, scene.register.sides(known)


def _full(scene: Scene, name: Named, known: dict[str, dict[str, str]]) -> str:
    """A full name: as the register spells it; a slip of one letter against the document's other names is forgiven."""
    registered = scene.register.full_name(name.text)
    if registered:
        return registered
    words = fold(name.text).split()
    shortened = known.get(" ".join(words), {})
    if len(shortened) > 1 and _particled(scene, name):
        return _nearest(scene, name, list(shortened)) or PERSON + name.text
    if len(shortened) == 1 and not scene.lexicon.gender(name.text) and not _cut(scene, name):
        return next(iter(shortened))  # `Mme Trump Barry`, once Maryanne Trump Barry was named
    for id_ in known.get(words[-1], ()):
        if _same_first_names(words, fold(id_.partition(":")[2]).split()):
            return id_
    for person in scene.register.people(words[-1], scene.on):
        other = fold(person.partition(":")[2]).split()
        if len(other) == len(words) and _same_first_names(words, other) and _serving(scene, person):
            return person
    slips = [person for person in scene.register.misspelt(name.text) if _present(scene, person)]
    return slips[0] if len(slips) == 1 else PERSON + name.text


def _particled(scene: Scene, name: Named) -> bool:
    """Whether it is a surname with its particle alone: `Le Roy`."""
    first, _, rest = name.text.partition(" ")
    return scene.has("callings.particles", first) and " " not in rest and not scene.lexicon.gender(name.text)


def _cut(scene: Scene, name: Named) -> bool:
    """Whether a particle and a name before it show that its beginning was cut off: `Ahmed ben |Salem Roy|`."""
    before = scene.row[max(0, name.first - 2) : name.first]
    return len(before) == PARTICLED and before[0].text[0].isupper() and scene.has("callings.particles", before[1].text)


def _same_first_names(words: list[str], other: list[str]) -> bool:
    """Whether the first words are spellings of one name; of names of as many words, all but the last (`Anna Rita Roy`, `Anna Zara Roy`)."""
    several = len(words) == len(other)
    return all(_alike(word, against) for word, against in zip(words[:-1] if several else words[:1], other, strict=False))


def _short_forms(text: str, id_: str) -> list[str]:
    """The parts by which someone may be named again: the surname in its lengths, or a first word that is a family name."""
    forms: list[str] = []
    for whole in dict.fromkeys((fold(text), fold(id_.partition(":")[2]))):
        words = whole.split()
        forms.extend(" ".join(words[index:]) for index in range(1, len(words)))
        forms.append(words[0])
    forms.append(fold(text.partition(" ")[0]))
    return list(dict.fromkeys(forms))


def _short(scene: Scene, name: Named, known: dict[str, dict[str, str]]) -> str | None:
    """A name of one word: someone named in full in the document, else someone in office, else as it stands."""
    if name.first and scene.has("around.peoples", scene.row[name.first - 1].text):
        return None  # a family: `les Roy`
    short = fold(name.text)
    met = [id_ for id_, full in known.get(short, {}).items() if not _is_first_name(short, full, id_) or not _titled(scene, name)]
    met = _agreeing(scene, name, met) if len(met) > 1 else met
    if met:
        return met[0] if len(met) == 1 else _nearest(scene, name, met)
    particles = (f"{particle} {short}" for particle in scene.lexicon.words["callings"]["particles"])
    whole = next((known[form] for form in particles if form in known), {})
    if len(whole) == 1:
        return next(iter(whole))
    slip = _misspelt(short, known) or _initialled(name.text, known)
    if slip:
        return slip
    first = bool(scene.lexicon.genders.get(short)) and not _titled(scene, name)
    candidates = [person for person in scene.register.people(name.text, scene.on) if (_present if first else _serving)(scene, person)]
    if len(candidates) == 1:
        return candidates[0]
    if scene.register.named(name.text) or scene.register.capital(name.text) or not _personal(scene, name):
        return None
    return PERSON + name.text


def _agreeing(scene: Scene, name: Named, ids: list[str]) -> list[str]:
    """Those whose gender is what the title says and whose surname it is whole, not half of a double one; all of them if nobody's is."""
    said, short = _said(scene, name), fold(name.text)
    fitting = [id_ for id_ in ids if not said or _gender(scene, id_) in ("", said)] or ids
    whole = [id_ for id_ in fitting if any(fold(word) == short for word in id_.partition(":")[2].split(" "))]
    return whole or fitting


def _gender(scene: Scene, id_: str) -> str:
    """`m` or `f` by the register or the first name; empty where they do not tell."""
    name = id_.partition(":")[2]
    return scene.register.gender(id_) or scene.register.gender_of_first_name(name) or scene.lexicon.gender(name)


def _said(scene: Scene, name: Named) -> str:
    """The gender of the title before a name, empty where there is none."""
    before = scene.row[name.first - 1].text if name.first else ""
    return "f" if scene.has("around.feminine", before) else "m" if scene.has("around.masculine", before) else ""


def _personal(scene: Scene, name: Named) -> bool:
    """Whether a name of one word that nobody known bears is a person's: titled or called so, a first name, or one who speaks."""
    before = scene.row[name.first - 1] if name.first else None
    apposed = before is not None and before.text == "," and name.first > 1
    noun = scene.row[name.first - 2] if apposed else before
    called = noun is not None and (_titled(scene, name) or scene.lexicon.calling(noun.text) in scene.lexicon.people)
    return called or bool(scene.lexicon.genders.get(fold(name.text))) or _speaks(scene, name)


def _speaks(scene: Scene, name: Named) -> bool:
    """Whether the name is the subject of a verb of speech, or stands right behind one."""
    before = scene.row[name.first - 1] if name.first else None
    if before is not None and before.pos == "VERB" and acting(before) and scene.lexicon.speaks(before):
        return True
    return any(word.dep.startswith("nsubj") and scene.lexicon.speaks(word.head) for word in scene.row[name.first : name.after])


def _is_first_name(short: str, full: str, id_: str) -> bool:
    words = fold(full).split()
    return words[0] == short and words[-1] != short


def _titled(scene: Scene, name: Named) -> bool:
    return name.first > 0 and scene.has("around.titles", scene.row[name.first - 1].text)


def _nearest(scene: Scene, name: Named, ids: list[str]) -> str | None:
    """The one last named in full before, if the others are further off; for a first name shared, nobody."""
    if _speaks(scene, name) or source(scene, name.first):
        spoke = {other.actor for other in scene.names if other.actor in ids and (_speaks(scene, other) or source(scene, other.first))}
        if len(spoke) == 1:
            return spoke.pop()
    before = [other for other in scene.names if other.first < name.first and other.actor in ids and " " in other.text and not dedicated(scene, other)]
    return before[-1].actor if before else ids[0]


def _misspelt(short: str, known: dict[str, dict[str, str]]) -> str | None:
    """Someone of the document whose surname differs by a letter or two; None if two do."""
    if len(short) < SHORTEST_SLIP:
        return None
    limit = 2 if len(short) >= SHORTEST_TWO_SLIPS else 1
    found = {id_ for part, ids in known.items() if len(part) >= SHORTEST_SLIP and " " not in part and _near(short, part, limit) for id_ in ids}
    return found.pop() if len(found) == 1 else None


def _initialled(text: str, known: dict[str, dict[str, str]]) -> str | None:
    """The one person of the document whose initials these are (`ABC`)."""
    if not (text.isupper() and len(text) > SHORTEST_INITIALS):
        return None
    found = {id_ for ids in known.values() for id_, full in ids.items() if "".join(word[0] for word in full.replace("-", " ").split()) == text}
    return found.pop() if len(found) == 1 else None


def _near(one: str, other: str, limit: int) -> bool:
    return one[0] == other[0] and distance(one, other, limit) <= limit


def _alike(one: str, other: str) -> bool:
    limit = 2 if len(one) >= SHORTEST_TWO_SLIPS else 1 if len(one) >= SHORTEST_SLIP else 0
    return _near(one, other, limit)


def _serving(scene: Scene, person: str) -> bool:
    """Whether a person is in office on the day for a side that the text is about; a leader, in any text about two states or more."""
    if _present(scene, person):
        return True
    leads = any(office.endswith((".head_of_state", ".head_of_government")) for office in scene.register.offices_of(person, scene.on))
    return leads and scene.on is not None and sum(scene.register.is_state(actor) for actor in scene.present) > 1


def _present(scene: Scene, person: str) -> bool:
    """Whether a person is in office on the day for a side that the text is about."""
    return any(side in scene.present for side in scene.register.sides(person, scene.on))


def _meet(scene: Scene, name: Named) -> None:
    """Note the person, with what titles and first names say of the gender."""
    if name.actor is None:
        return
    person = scene.person(name.actor)
    said = _said(scene, name)
    if said and person.gender and said != person.gender:
        person.gender = "?"
    elif said:
        person.gender = said
    elif not person.gender:
        person.gender = scene.register.gender_of_first_name(person.name) or scene.lexicon.gender(person.name)
