"""Names to actors: states and bodies by the register; persons by the document's own full names, the register, and misspelling forgiven."""

from collections import defaultdict

from chancery.analysis.actors.abridged import clip, spell_alike, spell_out
from chancery.analysis.actors.aliases import beginnings, by_part, in_part, link_aliases, of_family, share_families, share_surnames
from chancery.analysis.actors.beginning import cut, unglued, with_first_names, without_participles, without_what_is_before
from chancery.analysis.actors.demonyms import note_presence
from chancery.analysis.actors.homonyms import is_homonym
from chancery.analysis.actors.kin import share_with_kin
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene, dedicated, first_gender, presiding
from chancery.analysis.actors.surnames import agreeing, alike, famous, nearest, present, ranked, serving, short, titled, told_gender
from chancery.analysis.actors.wholes import call_by_whole_name
from chancery.register import fold
from chancery.span import Span

SHORTEST_BEGINNING = 3
"""Letters that more of are needed for the beginning of a first name."""
SHORTEST_SLIP, SHORTEST_SWAP = 7, 5
"""Letters of a surname from which on a letter may be wrong in it behind the same first name, and from which on two may be swapped or one left out."""
BEFORE = 4
"""Words in small letters that a name may have before it, at most: `flotte de la mer Noire`."""
PERSON = "person:"


def name_all(scene: Scene) -> None:
    """Give every name its actor, capitals apart: they are cities until they act."""
    for name in scene.names:
        if name.type != "PER":
            _place_or_body(scene, name)
    note_presence(scene)
    call_by_whole_name(scene)
    spell_alike(scene)
    spell_out(scene)
    clip(scene)
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
    found = register.named(text) if not is_homonym(scene, name) else None
    if found is not None and found == register.capital(text):
        found = None  # a state's name in English that is its capital's in the text's language: `Mexico`
    elif found is None and register.is_open(text):
        found = _with_article(scene, name)
    elif found is None and register.capital(text) is None:
        found = _with_words_before(scene, name)
        text = name.text
    if found is None and name.type == "ORG" and _like_a_person(scene, name):
        name.type = "PER"
        return
    if found is None and name.after - name.first > 1 and scene.has("around.articles", scene.row[name.first].text):
        rest = text.split("'", 1)[-1] if "'" in text.split(" ")[0] else text.partition(" ")[2]
        if register.named(rest) or register.seat(rest):
            scene.begin(name, name.first + 1)
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


def _with_article(scene: Scene, name: Named) -> str | None:
    """The state that a name of several things means behind an article: `le |Luxembourg|`, but not `à Luxembourg`, `le jardin du Luxembourg`."""
    state = scene.lexicon.words["articled"].get(fold(name.text))
    before, noun = (scene.row[place] if place >= 0 else None for place in (name.first - 1, name.first - 2))
    articled = before is not None and (scene.has("around.articles", before.text) or scene.has("articled.contracted", before.text))
    return str(state) if state is not None and articled and not (noun is not None and scene.has("seats.parts", noun.lemma)) else None


def _with_words_before(scene: Scene, name: Named) -> str | None:
    """Whom the register calls so with the words before, with which the name then begins: `Haqqani` behind `réseau`.

    What something is in is a place: `dans la ville de |Lund|`.
    """
    for first in range(name.first - 1, max(name.first - 1 - BEFORE, -1), -1):
        if scene.inside[first] is not None:
            return None
        found = scene.register.named(Span(scene.row[first].start, name.span.end).of(scene.document.text))
        within = name.type == "LOC" and first > 1 and scene.has("around.inside", scene.row[first - 2].text)
        if found is not None and not within:
            scene.begin(name, first)
            name.type = "LOC" if scene.register.is_state(found) else "ORG"
            return found
    return None


def _like_a_person(scene: Scene, name: Named) -> bool:
    """Whether a body's name is a first name and a surname, no article before it: a person whom the tagger took for a body."""
    words = name.text.split(" ")
    before = scene.row[name.first - 1].pos if name.first else "PUNCT"
    if before == "NOUN" and name.first > 1 and scene.row[name.first - 2].pos == "PUNCT":
        before = "VERB"  # `..., tempère Anna Roy`: the parser took the verb for a noun
    bare = before not in ("DET", "ADP", "NOUN") and not any(_of_body(scene, other.first - 1) for other in scene.names if other.text == name.text)
    spelled = len(words) == 2 and all(word[0].isupper() and word[1:2].islower() for word in words)
    return spelled and bare and not scene.lexicon.taken_up(name.text) and bool(scene.lexicon.gender(name.text))


def _of_body(scene: Scene, place: int) -> bool:
    """Whether a noun for a body ends there, a demonym behind it included: `l'|ONG britannique| Roy Aid`."""
    if place > 0 and scene.register.state_of_adjective(scene.row[place].text) is not None:
        place -= 1
    return place >= 0 and key(scene.row[place].text) in scene.lexicon.body_nouns


def _organ_of(scene: Scene, name: Named) -> tuple[str, ...]:
    """The state that a ministry, embassy or parliament belongs to, by a demonym in its name."""
    words = scene.row[name.first : name.after]
    if not words or not scene.has("collectives.nouns", words[0].lemma) or (name.actor or "").startswith("group:"):
        return ()
    states = {state for word in words if (state := scene.lexicon.demonym(word.text, scene.register))}
    found = states or {side for word in words if word.text[0].isupper() for side in _side(scene, scene.register.named(word.text))}
    return (found.pop(),) if len(found) == 1 else ()


def _side(scene: Scene, actor: str | None) -> tuple[str, ...]:
    """The actor itself, or whom it acts for where it is an organ."""
    if actor is None:
        return ()
    return scene.register.sides(actor) if actor.startswith("org:") else (actor,)


def _nicknames(scene: Scene) -> None:
    """Short names that hold where the text names the body or state in full, or the whole of which it is an organ: the Alliance, the North."""
    words = scene.lexicon.words["sides"]
    for name in scene.names:
        if name.actor is not None and not name.actor.startswith("org:"):
            continue
        body = scene.lexicon.nicknames.get(fold(name.text))
        wholes = scene.register.sides(body) if body is not None and name.actor in (None, f"org:{name.text}") else ()
        if body is not None and (body in scene.present or any(whole in scene.present for whole in wholes)):
            name.actor = body if name.type != "PER" else name.actor
        elif isinstance(words.get(fold(name.text)), str) and any(need in scene.present for need in words["needs"]):
            name.actor = str(words[fold(name.text)])
        elif scene.has("allies.words", name.text) and scene.lexicon.words["allies"]["body"] in scene.present:
            name.actor, name.sides = None, (str(scene.lexicon.words["allies"]["body"]),)


def _persons(scene: Scene) -> None:
    """Full names first, then the short ones by them."""
    names = [name for name in scene.names if name.type == "PER"]
    for name in names:
        if name.after - name.first > 1 and scene.has("around.titles", scene.row[name.first].text):
            scene.begin(name, name.first + 1)  # `Me Roy`
        unglued(scene, name)
    with_first_names(scene, names)
    without_participles(scene, names)
    _retype(scene, names)
    everyone = [name for name in names if name.type == "PER"]
    names = [name for name in everyone if not of_family(scene, name)]
    full = [name for name in names if " " in name.text]
    without_what_is_before(scene, full)
    known: dict[str, dict[str, str]] = defaultdict(dict)
    begun = beginnings(scene, full)
    ends = {" ".join(words[place:]) for words in (name.text.split() for name in full) for place in range(1, len(words))}
    for name in sorted(
        full, key=lambda name: (name.text.isupper(), name.text in begun, name.text in ends, _particled(scene, name) or in_part(scene, name))
    ):
        name.actor = begun[name.text].actor if name.text in begun else _full(scene, name, known)
        for part in _short_forms(name.text, name.actor or ""):
            known[part].setdefault(name.actor or "", name.text)
    for name in names:
        if " " not in name.text:
            name.actor = short(scene, name, known)
    personal = {name.text for name in names if name.actor == PERSON + name.text}
    for name in names:
        if name.actor is None and name.text in personal and not dedicated(scene, name):
            name.actor = PERSON + name.text  # a person wherever the text names one so
    link_aliases(scene, names)
    share_surnames(scene, names)
    share_with_kin(scene, names)
    share_families(scene, everyone)
    for name in names:
        if name.first and scene.has("callings.bearing", scene.row[name.first - 1].text) and not presiding(scene, name):
            name.actor = None  # `la place Paul Roy` is not he
        elif _called_after(scene, name):
            name.actor = None
    for name in names:
        if name.actor and name.actor.startswith(PERSON):
            _meet(scene, name)


def _called_after(scene: Scene, name: Named) -> bool:
    """Whether an article right before a full name shows a ship or a prize that is called after someone: `les marins du |Paul Roy|`."""
    before = scene.row[name.first - 1].text if name.first else ""
    whole = " " in name.text and bool(first_gender(scene, name.text)) and not scene.has("callings.particles", name.text.partition(" ")[0])
    if not whole or not scene.has("around.ships", before) or scene.register.offices_of(name.actor or ""):
        return False
    others = [other for other in scene.names if other.text == name.text and other is not name]
    return all(other.first and scene.has("around.ships", scene.row[other.first - 1].text) for other in others)  # a person has none elsewhere


def _retype(scene: Scene, names: list[Named]) -> None:
    """A state or body that was taken for a person, unless a title says it is one; an inhabitant has no name (`Anna, Française de 40 ans`)."""
    for name in names:
        if " " not in name.text and scene.register.state_of_adjective(name.text) and not titled(scene, name) and not scene.register.people(name.text):
            name.type = "LOC"
            scene.drop(name)
            continue
        if _firm(scene, name):
            name.type, name.actor = "ORG", f"org:{name.text}"
            continue
        body = _begun_body(scene, name)
        if body is not None:
            name.type, name.actor, name.sides = "ORG", body.actor, body.sides
            continue
        known = scene.register.named(name.text)
        if _behind_firm(scene, name) and not scene.register.is_state(known or ""):
            name.type, name.actor = "ORG", known or f"org:{name.text}"
            name.sides = scene.register.sides(name.actor, scene.on)
            continue
        if known is not None and not titled(scene, name) and not scene.register.people(name.text):
            name.type = "LOC" if scene.register.is_state(known) else "ORG"
            name.actor, name.sides = known, scene.register.sides(known)


def _begun_body(scene: Scene, name: Named) -> Named | None:
    """The one body of the text whose name of several words begins with a word that was taken for a person: `Nordex Games`, then `Nordex`.

    None where a title, a first name or a person's full name with it shows that it is someone.
    """
    first = name.text if " " not in name.text and not titled(scene, name) and not scene.lexicon.gender(name.text) else ""
    if not first or scene.register.people(first) or any(other.type == "PER" and first in other.text.split(" ")[1:] for other in scene.names):
        return None
    longer = [other for other in scene.names if other.type == "ORG" and other.actor is not None and other.text.startswith(f"{first} ")]
    one = len({other.actor for other in longer}) == 1 and all(word[0].isupper() for word in longer[0].text.split(" "))
    return longer[0] if one else None


def _firm(scene: Scene, name: Named) -> bool:
    """Whether an article and a demonym in small letters stand right before the name: `l'italien |Rossa Nera|`, a firm or a club."""
    before = scene.row[max(0, name.first - 2) : name.first]
    if len(before) < 2 or not scene.has("around.definite_singular", before[0].text) or not before[1].text.islower():
        return False
    person = fold(name.text).split()[0] in scene.lexicon.genders or bool(scene.register.people(name.text))
    return scene.register.state_of_adjective(before[1].text) is not None and not person


def _behind_firm(scene: Scene, name: Named) -> bool:
    """Whether a noun for a firm with its article stands right before a name of one word: `la marque |Roy|`, whoever else bears it."""
    noun = scene.row[name.first - 1] if name.first > 1 and scene.sentence_of[name.first - 2] == scene.sentence_of[name.first] else None
    if noun is None or " " in name.text or not noun.text.islower() or scene.row[name.first - 2].pos not in ("DET", "ADP"):
        return False
    return scene.has("callings.firms", key(noun.text))


def _full(scene: Scene, name: Named, known: dict[str, dict[str, str]]) -> str:
    """A full name: as the register spells it; a slip of one letter against the document's other names is forgiven."""
    registered = scene.register.full_name(name.text) or ranked(scene, name)
    if registered:
        return registered
    part = by_part(scene, name, known)
    if part is not None:
        return part
    words = fold(name.text).split()
    shortened = known.get(" ".join(words), {})
    if len(shortened) > 1 and _particled(scene, name):
        meant = agreeing(scene, name, list(shortened))
        return (meant[0] if len(meant) == 1 else nearest(scene, name, meant)) or PERSON + name.text
    family = titled(scene, name) or scene.has("callings.particles", name.text.partition(" ")[0])  # `M. Abdel Roy`, `Ben Roy`
    if len(shortened) == 1 and (family or not scene.lexicon.gender(name.text)) and not cut(scene, name):
        return next(iter(shortened))  # `Mme Trump Barry`, once Maryanne Trump Barry was named
    for id_ in known.get(words[-1], ()):
        other = fold(id_.partition(":")[2]).split()
        if _same_first_names(words, other) or _shortened(scene, words, other):
            return id_
    slip = _slipped(words, known)
    if slip is not None:
        return slip
    for person in scene.register.people(words[-1], scene.on):
        other = fold(person.partition(":")[2]).split()
        if len(other) == len(words) and _same_first_names(words, other) and serving(scene, person):
            return person
    whole = famous(scene, name) if _particled(scene, name) else None
    if whole is not None:
        return whole
    slips = [person for person in scene.register.misspelt(name.text) if present(scene, person)]
    return slips[0] if len(slips) == 1 else PERSON + (name.text.title() if name.text.isupper() else name.text)


def _slipped(words: list[str], known: dict[str, dict[str, str]]) -> str | None:
    """The one person of the document with the same first name and a surname that a slip makes this one.

    In a long one that is any letter or two; short ones are too like others, and of one only swapped letters or one too few are a slip.
    """
    others = {id_: fold(id_.partition(":")[2]).split() for id_ in (known.get(words[0], ()) if len(words) == 2 else ())}
    same = {id_: other[1] for id_, other in others.items() if len(other) == 2 and other[0] == words[0]}
    found = [id_ for id_, surname in same.items() if alike(words[1], surname) and _slip(words[1], surname)]
    return found[0] if len(found) == 1 else None


def _slip(one: str, other: str) -> bool:
    """Whether two surnames that are alike are long enough for their difference."""
    shorter, longer = sorted((one, other), key=len)
    swapped = len(shorter) != len(longer) or sorted(one) == sorted(other)
    return len(longer) >= SHORTEST_SLIP or (swapped and len(shorter) >= SHORTEST_SWAP)


def _particled(scene: Scene, name: Named) -> bool:
    """Whether it is a surname with its particle alone: `Le Roy`."""
    first, _, rest = name.text.partition(" ")
    return scene.has("callings.particles", first) and " " not in rest and not scene.lexicon.gender(name.text)


def _same_first_names(words: list[str], other: list[str]) -> bool:
    """Whether the first words are spellings of one name; of names of as many words, all but the last (`Anna Rita Roy`, `Anna Zara Roy`)."""
    several = len(words) == len(other)
    return all(alike(word, against) for word, against in zip(words[:-1] if several else words[:1], other, strict=False))


def _shortened(scene: Scene, words: list[str], other: list[str]) -> bool:
    """Whether the first name is the beginning of another's and no name itself: a slip of the pen (`Ségo Roy`, once Ségolène Roy was named)."""
    begins = len(words) == len(other) == 2 and other[0].startswith(words[0]) and len(words[0]) > SHORTEST_BEGINNING
    return begins and not scene.lexicon.person_gender(words[0])


def _short_forms(text: str, id_: str) -> list[str]:
    """The parts by which someone may be named again: the surname in its lengths, or a first word that is a family name."""
    forms: list[str] = []
    for whole in dict.fromkeys((fold(text), fold(id_.partition(":")[2]))):
        words = whole.split()
        forms.extend(" ".join(words[index:]) for index in range(1, len(words)))
        forms.append(words[0])
    forms.append(fold(text.partition(" ")[0]))
    return list(dict.fromkeys(forms))


def _meet(scene: Scene, name: Named) -> None:
    """Note the person, with what titles and first names say of the gender."""
    if name.actor is None:
        return
    person = scene.person(name.actor)
    said = told_gender(scene, name)
    if said and person.gender and said != person.gender:
        person.gender = "?"
    elif said:
        person.gender = said
    elif not person.gender:
        person.gender = first_gender(scene, person.name)
