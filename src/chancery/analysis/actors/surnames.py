"""Whom a surname or a first name alone means: someone named in full, someone in office, or nobody known."""

from collections.abc import Mapping, Sequence

from chancery.analysis.actors.lexicon import KNOWN, SLOT, key
from chancery.analysis.actors.met import acting, source
from chancery.analysis.actors.namesakes import otherwise_aged, several
from chancery.analysis.actors.scene import Named, Scene, dedicated, first_gender
from chancery.register import distance, fold

SHORTEST_TWO_SLIPS = 8
"""From this length on a surname may have two letters wrong, from five letters on one."""
SHORTEST_SLIP = 5
SHORTEST_INITIALS = 2
"""Initials of fewer letters than one more are left alone."""
LEADING = (".head_of_state", ".head_of_government")
"""How the offices of those who lead a state end."""
REIGNING = (".head_of_state",)
HEIRS = (".crown_prince",)
INTRODUCING = 4
"""Words behind a name that say who someone new is: `, une jeune habitante`."""
AGED = 7
"""Words behind a name within which the age of someone new ends: `, un Lorrain de 80 ans`."""
OFTEN = 3
"""Places in which an unknown word is found as a person's name, from which on it is one."""
LIKELY = 0.7
"""How likely the tagger must hold an unknown word to be a person's name, from 0 to 1, for it to be one."""
PERSON = "person:"


def short(scene: Scene, name: Named, known: dict[str, dict[str, str]]) -> str | None:
    """A name of one word: someone named in full in the document, else someone in office, else as it stands."""
    if several(scene, name):
        return None
    short = fold(name.text)
    crowned = _crowned(scene, name, short) or ranked(scene, name) or _heading(scene, name)
    if crowned is not None:
        return crowned
    if royal(scene, name):
        titled_so = _titled_so(scene, short, known)
        if titled_so is not None or scene.lexicon.person_gender(short):
            return titled_so or PERSON + name.text  # `le prince |Paul|` is nobody else whose name only begins so
    if all(scene.register.offices_of(id_) and not _begins_only(short, full) for id_, full in known.get(short, {}).items()) and _private(
        scene, name, short
    ):
        return _by_itself(scene, name)
    another = _someone_else(scene, name, short, known)
    met = [id_ for id_, full in known.get(short, {}).items() if not _begins_only(short, full) or not another or _first_named(scene, name, id_)]
    met = [id_ for id_ in met if not otherwise_aged(scene, name, id_)]
    met = agreeing(scene, name, met) if len(met) > 1 else _not_another(scene, name, met)
    leader = _leader(scene, name, met)
    if leader is not None:
        return leader
    if met:
        return met[0] if len(met) == 1 else nearest(scene, name, met)
    particles = (f"{particle} {short}" for particle in scene.lexicon.words["callings"]["particles"])
    whole = next((known[form] for form in particles if form in known), {})
    if len(whole) == 1:
        return next(iter(whole))
    slip = None if another and not titled(scene, name) else _misspelt(short, known) or _initialled(name.text, known) or _cut(scene, name, known)
    if slip and not otherwise_aged(scene, name, slip) and _not_another(scene, name, [slip]):
        return slip
    first = bool(scene.lexicon.genders.get(short)) and not titled(scene, name)
    candidates = [person for person in scene.register.people(name.text, scene.on) if (_present_leader if first else serving)(scene, person)]
    candidates = candidates or [person for person in scene.register.people(name.text) if not first and _led(scene, person)]
    candidates = _not_another(scene, name, [person for person in candidates if not (titled(scene, name) and person == PERSON + name.text)])
    if len(candidates) == 1:
        return candidates[0]
    known_to_all = famous(scene, name) or _close(scene, name)
    if known_to_all is not None:
        return known_to_all
    if scene.register.named(name.text) or scene.register.capital(name.text) or not _personal(scene, name) or _of_event(scene, name):
        return None
    return _by_itself(scene, name)


def _heading(scene: Scene, name: Named) -> str | None:
    """Who leads the government that is called by their surname: `le gouvernement |Roy|`, whoever has that as a first name or reigns by it."""
    if not name.first or not scene.has("seats.cabinets", scene.row[name.first - 1].text):
        return None
    found = [person for person in scene.register.people(name.text, scene.on) if " " in person and _leads(scene, person)]
    return found[0] if len(found) == 1 else None


def _present_leader(scene: Scene, person: str) -> bool:
    """Whether a person leads a state that the text is about: nobody else is meant by a surname that is a first name too.

    Of the press's own state, which any text names, its powers must be told of.
    """
    own = scene.lexicon.words["untold"]["press"] in scene.register.sides(person, scene.on)
    told = not own or any(word in scene.folded for word in scene.lexicon.sets["seats.powers"])
    return told and present(scene, person) and _leads(scene, person)


def _by_itself(scene: Scene, name: Named) -> str | None:
    """Somebody known by a first name alone, but nobody who reigns by it unless the text calls them so: `Paul, 45 ans`, `le pape Paul`."""
    alone = PERSON + name.text
    if not scene.register.terms(alone) or fold(name.text) not in scene.lexicon.genders:
        return alone
    called = (scene.row[other.first - 1].text for other in scene.names if other.text == name.text and other.first)
    return alone if any(scene.has("callings.reigning", word) for word in called) else None


def ranked(scene: Scene, name: Named) -> str | None:
    """Whom a surname means to most readers behind a rank, whoever else of it the text names: `le général |de Gaulle|`."""
    whole = scene.lexicon.famous(f"{scene.row[name.first - 1].text} {name.text}") if name.first else None
    return (scene.register.full_name(whole) or PERSON + whole) if whole is not None else None


def _titled_so(scene: Scene, first: str, known: Mapping[str, Mapping[str, str]]) -> str | None:
    """The one named in full whose name begins so, if nobody whom most readers know otherwise: `Anna Zara`, then `la princesse |Anna|`."""
    others = scene.lexicon.words["famous"].values()
    found = [id_ for id_, full in known.get(first, {}).items() if _begins_only(first, full) and id_.partition(":")[2] not in others]
    return found[0] if len(found) == 1 and not scene.register.offices_of(found[0]) else None


def royal(scene: Scene, name: Named) -> bool:
    """Whether a royal title stands right before the name: `le prince |Paul|`."""
    return name.first > 0 and scene.has("aliases.royal", scene.row[name.first - 1].text)


def _crowned(scene: Scene, name: Named, first: str) -> str | None:
    """Who reigns, or will, in a state that the text is about, by the first name behind their title alone: `le roi |Paul|`."""
    title = scene.row[name.first - 1].text if name.first else ""
    if scene.on is None or not scene.has("aliases.royal", title):
        return None
    offices = REIGNING if scene.has("aliases.kings", title) else HEIRS
    found = [
        id_
        for id_ in scene.register.first_named(first)
        if present(scene, id_) and any(office.endswith(offices) for office in scene.register.offices_of(id_, scene.on))
    ]
    return found[0] if len(found) == 1 else None


def famous(scene: Scene, name: Named) -> str | None:
    """Whom a surname alone means to most readers, unless a title tells of the other gender: `l'affaire |Benalla|`."""
    said = told_gender(scene, name)
    whole = scene.lexicon.famous(name.text, said)
    if whole is None or (said and said != scene.lexicon.person_gender(whole)):
        return None
    return scene.register.full_name(whole) or PERSON + whole


def _leader(scene: Scene, name: Named, met: Sequence[str]) -> str | None:
    """Who leads a state and is meant by most by that surname, where the text names only kin who hold no office: `le gouvernement |Macron|`."""
    whole = famous(scene, name)
    if whole is None or whole in met or scene.on is None or not _leads(scene, whole):
        return None
    said = told_gender(scene, name)
    kin = bool(met) and all(not scene.register.offices_of(id_) and fold(id_).split()[-1] == fold(whole).split()[-1] for id_ in met)
    meant = all(_gender(scene, id_) not in ("", said) for id_ in met) if said else not titled(scene, name)
    return whole if kin and meant else None


def _close(scene: Scene, name: Named) -> str | None:
    """Whom a first name alone means where the text names the one that they are close to: `Brigitte`, where it names Macron."""
    whole, other = scene.lexicon.words["close"].get(name.text, ("", ""))
    if not whole or titled(scene, name) or other not in scene.spelled:
        return None
    return scene.register.full_name(whole) or PERSON + whole


def agreeing(scene: Scene, name: Named, ids: list[str]) -> list[str]:
    """Those whose gender is what the title says and whose surname it is whole, not half of a double one; all of them if nobody's is."""
    said, bare = told_gender(scene, name), fold(name.text)
    fitting = [id_ for id_ in ids if not said or _gender(scene, id_) in ("", said)] or ids
    whole = [id_ for id_ in fitting if any(fold(word) == bare for word in id_.partition(":")[2].split(" "))]
    return whole or fitting


def _not_another(scene: Scene, name: Named, ids: list[str]) -> list[str]:
    """Those whom the register does not know to be men where the title is a woman's: `Mme |Macron|` is not the president but his wife.

    First names tell too little for that (Alix and Andrea may be either), and `M.` for a woman is a slip of the pen.
    """
    return [id_ for id_ in ids if told_gender(scene, name) != "f" or scene.register.gender(id_) != "m"]


def _gender(scene: Scene, id_: str) -> str:
    """`m` or `f` by the register or the first name; empty where they do not tell."""
    name = id_.partition(":")[2]
    return scene.register.gender(id_) or first_gender(scene, name)


def told_gender(scene: Scene, name: Named) -> str:
    """The gender of the title before a name, empty where there is none."""
    before = scene.row[name.first - 1].text if name.first else ""
    return "f" if scene.has("around.feminine", before) else "m" if scene.has("around.masculine", before) else ""


def _personal(scene: Scene, name: Named) -> bool:
    """Whether a name of one word that no one in the register bears is a person's: known or likely as one, titled, called so, speaking or frequent."""
    if (
        scene.has(KNOWN, name.text)
        or scene.persons[name.text] >= OFTEN
        or (name.weighed is not None and name.weighed[0] == "PER" and name.weighed[1] >= LIKELY)
    ):
        return True
    before = scene.row[name.first - 1] if name.first else None
    apposed = before is not None and before.text == "," and name.first > 1
    noun = scene.row[name.first - 2] if apposed else before
    called = noun is not None and (titled(scene, name) or scene.lexicon.calling(noun.text) in scene.lexicon.people)
    return called or bool(scene.lexicon.genders.get(fold(name.text))) or _speaks(scene, name) or introduced(scene, name)


def _of_event(scene: Scene, name: Named) -> bool:
    """Whether a common noun in capitals within a sentence makes the word a part of its name: `pendant la Nuit |Blanche|`."""
    before = scene.row[name.first - 1] if name.first else None
    noun = before is not None and before.pos == "NOUN" and before.text.istitle() and scene.inside[name.first - 1] is None
    within = name.first - 1 > scene.first_of_sentence(name.first)
    return within and before is not None and noun and scene.lexicon.calling(before.text) not in scene.lexicon.people and not titled(scene, name)


def _speaks(scene: Scene, name: Named) -> bool:
    """Whether the name is the subject of a verb of speech, or stands right behind one."""
    before = scene.row[name.first - 1] if name.first else None
    if before is not None and before.pos == "VERB" and acting(before) and scene.lexicon.speaks(before):
        return True
    return any(word.dep.startswith("nsubj") and scene.lexicon.speaks(word.head) for word in scene.row[name.first : name.after])


def _begins_only(short: str, full: str) -> bool:
    words = fold(full).split()
    return words[0] == short and words[-1] != short


def _someone_else(scene: Scene, name: Named, short: str, known: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a name that only begins full names is no one of theirs: a title before a first name (`M. |Wang|` is Wang Zhiyuan), or someone who
    is brought in by it before the others (`Anna, 36 ans`), or anywhere by a royal title.
    """
    if titled(scene, name):
        return short in scene.lexicon.genders
    if any(other.text == name.text and royal(scene, other) for other in scene.names if other.type == "PER"):
        return _titled_so(scene, short, known) is None
    for other in scene.names:
        if other.type == "PER" and fold(other.text).split()[0] == short:
            return other.text == name.text and introduced(scene, other)
    return False


def _first_named(scene: Scene, name: Named, id_: str) -> bool:
    """Whether a title stands before the first name of who leads a state, as where no family names are borne: `M. |Abiy|`."""
    return titled(scene, name) and scene.on is not None and _leads(scene, id_)


def _private(scene: Scene, name: Named, short: str) -> bool:
    """Whether a lone first name is that of someone the text brings in by it, whatever known name ends so: `Michel, un Lorrain de 80 ans`."""
    if titled(scene, name) or short not in scene.lexicon.genders:
        return False
    return any(other.text == name.text and introduced(scene, other) for other in scene.names if other.type == "PER")


def introduced(scene: Scene, name: Named) -> bool:
    """Whether an age or a noun for a person without a definite article stands behind a name: `, 36 ans`, `, une juge`, `, Malienne de 36 ans`."""
    behind = scene.row[name.after : name.after + INTRODUCING]
    if len(behind) < INTRODUCING or behind[0].text not in (",", "("):
        return False
    if behind[1].text.isdecimal():
        return scene.has("callings.ages", behind[2].text)
    if behind[1].morph.get("Definite") == "Ind":
        aged = any(scene.has("callings.ages", word.text) for word in scene.row[name.after + 3 : name.after + AGED])
        return aged or any(scene.lexicon.calling(token.text) in scene.lexicon.people for token in behind[2:4])
    return scene.has("around.linking", behind[2].text) and behind[3].text.isdecimal() and behind[1].pos in ("NOUN", "PROPN", "ADJ")


def titled(scene: Scene, name: Named) -> bool:
    """Whether a title stands before the name, or one of several before those whom it is joined to: `MM. Roy et |Lund|`."""
    return name.first > 0 and (scene.has("around.titles", scene.row[name.first - 1].text) or _joined(scene, name))


def _joined(scene: Scene, name: Named) -> bool:
    before = scene.inside[name.first - 2] if name.first > 1 and scene.has("around.joining", scene.row[name.first - 1].text) else None
    if before is None or before.type != "PER" or before.after != name.first - 1 or not before.first:
        return False
    return scene.has("around.titles_of_several", scene.row[before.first - 1].text) or _joined(scene, before)


def nearest(scene: Scene, name: Named, ids: list[str]) -> str | None:
    """The one last named in full before, if the others are further off; for a first name shared, nobody."""
    if _speaks(scene, name) or source(scene, name.first):
        spoke = {other.actor for other in scene.names if other.actor in ids and (_speaks(scene, other) or source(scene, other.first))}
        if len(spoke) == 1:
            return spoke.pop()
    leading = [id_ for id_ in ids if scene.on and _leads(scene, id_)]
    leading = leading or [
        id_ for id_ in ids if _is_president(scene, name) and any(office.endswith(LEADING) for office in scene.register.offices_of(id_))
    ]
    present_day = _in_office(scene, ids) if titled(scene, name) or fold(name.text) not in scene.lexicon.genders else None
    if present_day is not None:
        return present_day
    first = all(_begins_only(fold(name.text), id_.partition(":")[2]) for id_ in ids)  # a family name before the first names: `M. Kim`
    if len(leading) == 1 and titled(scene, name) and first:
        return leading[0]
    if len(leading) == 1 and not titled(scene, name) and not _begins_only(fold(name.text), leading[0].partition(":")[2]):
        return leading[0]  # `Trump`, of a family, is the president
    whole = (other for other in scene.names if " " in other.text and fold(other.text) != fold(name.text) and not dedicated(scene, other))
    before = [other for other in whole if other.first < name.first and other.actor in ids]
    known = famous(scene, name)
    return before[-1].actor if before else known if known in ids else ids[0]


def _is_president(scene: Scene, name: Named) -> bool:
    """Whether the word before the name is one for whoever leads a state: `le président |Roy|`."""
    node = scene.lexicon.forms.after.get(key(scene.row[name.first - 1].text)) if name.first else None
    bare = node.after.get(SLOT) if node is not None else None
    roles = (*node.roles, *(bare.roles if bare is not None else ())) if node is not None else ()
    return any(f".{kind}" in LEADING for role in roles if not role.official for kind in role.kinds)


def _in_office(scene: Scene, ids: list[str]) -> str | None:
    """The only one of them who holds an office on the day, where all the others held theirs before: `M. Kim` is no founder long dead."""
    if scene.on is None or not all(scene.register.offices_of(id_) for id_ in ids):
        return None
    serving_ = [id_ for id_ in ids if scene.register.offices_of(id_, scene.on)]
    return serving_[0] if len(serving_) == 1 else None


def _misspelt(short: str, known: dict[str, dict[str, str]]) -> str | None:
    """Someone of the document whose surname differs by a letter or two; None if two do."""
    if len(short) < SHORTEST_SLIP:
        return None
    limit = 2 if len(short) >= SHORTEST_TWO_SLIPS else 1
    found = {id_ for part, ids in known.items() if len(part) >= SHORTEST_SLIP and " " not in part and near(short, part, limit) for id_ in ids}
    return found.pop() if len(found) == 1 else None


def _initialled(text: str, known: dict[str, dict[str, str]]) -> str | None:
    """The one person of the document whose initials these are (`ABC`)."""
    if not (text.isupper() and len(text) > SHORTEST_INITIALS):
        return None
    found = {id_ for ids in known.values() for id_, full in ids.items() if "".join(word[0] for word in full.replace("-", " ").split()) == text}
    return found.pop() if len(found) == 1 else None


def _cut(scene: Scene, name: Named, known: Mapping[str, Mapping[str, str]]) -> str | None:
    """The one person of the document whose first name that short form is of: `Alexandre Roy`, then `|Alex|`."""
    if titled(scene, name) or introduced(scene, name):
        return None
    whole = scene.lexicon.words["callings"]["shortened"].get(name.text, "").split()
    found = {id_ for first in map(fold, whole) for id_, full in known.get(first, {}).items() if _begins_only(first, full)}
    return found.pop() if len(found) == 1 else None


def near(one: str, other: str, limit: int) -> bool:
    return one[0] == other[0] and distance(one, other, limit) <= limit


def alike(one: str, other: str) -> bool:
    limit = 2 if len(one) >= SHORTEST_TWO_SLIPS else 1 if len(one) >= SHORTEST_SLIP else 0
    return near(one, other, limit)


def serving(scene: Scene, person: str) -> bool:
    """Whether a person is in office on the day for a side that the text is about; a leader, in any text about two states or more."""
    if present(scene, person):
        return True
    return _leads(scene, person) and scene.on is not None and sum(scene.register.is_state(actor) for actor in scene.present) > 1


def _leads(scene: Scene, person: str) -> bool:
    """Whether a person leads a state on the day, or ever did where the day is not known."""
    return any(office.endswith(LEADING) for office in scene.register.offices_of(person, scene.on))


def _led(scene: Scene, person: str) -> bool:
    """Whether a person has ever led a state that the text is about, or whose people it names: `Mitterrand`."""
    if not any(office.endswith(LEADING) for office in scene.register.offices_of(person)):
        return False
    theirs = (scene.register.sides(name.actor, scene.on) for name in scene.names if name.actor and name.actor.startswith(PERSON))
    about = scene.present.union(*theirs)
    return any(side in about for side in scene.register.sides(person))


def present(scene: Scene, person: str) -> bool:
    """Whether a person is in office on the day for a side that the text is about."""
    return any(side in scene.present for side in scene.register.sides(person, scene.on))
