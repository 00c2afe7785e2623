"""Pronouns that stand for nobody."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from chancery.analysis.actors.deeds import of_deeds
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

NEAR, LINKED = 6, 2
"""Words behind the pronoun in which what is said of nobody stands, and behind that in which its clause begins."""
BETWEEN = ("AUX", "VERB", "ADV", "ADP", "NOUN", "PART")
"""What may stand between the pronoun and `y avoir`: `il |devrait d'abord| y avoir`."""
BEFORE, BEHIND = 2, 6
"""Words before and behind the pronoun over which a set phrase goes."""
FOR = 10
"""Words behind a quality within which those for whom it holds are named: `il est vital |pour les villes côtières de| bâtir`."""
NEGATED = 5
"""Words behind `de` within which the infinitive stands: `de |ne pas lui nuire|`."""
QUOTES = frozenset(('"', "«", "»", "“", "”"))
"""Marks that may stand anywhere in what is said of nobody: `il "y a" des doutes`, `il ne fait "aucun doute"`."""
ASIDE, BOTH = 4, 2
"""Words that may be set between commas behind the verb, and the commas."""
CHAIN = 3
"""Verbs that hang on one another: `il |va| |devoir| |falloir|`."""


def impersonal(scene: Scene, place: int, verb: Token) -> bool:
    """Whether the pronoun at this place, with this verb, stands for nobody: `il y a`, `il est possible que`, or is said of things alone."""
    if _of_things(scene, place, verb):
        return True
    inverted = scene.row[place].text.startswith("-")
    if fold(scene.row[place].text).strip().removeprefix("t ") not in ("il", "il y"):
        return False
    before = scene.row[place - 1] if inverted and place else verb
    return (
        _there_is(scene, place, inverted)
        or any(_is_impersonal(scene, token) for start in (verb, before) for token in _chain(scene, start))
        or _linked(scene, place)
        or _set(scene, place)
        or _to(scene, place, verb)
        or (inverted and _written(scene, place, verb))
        or (not inverted and of_deeds(scene, place, _unmarked(scene.row[place : scene.after_sentence(place)])))
        or _stands_written(scene, verb)
    )


def _there_is(scene: Scene, place: int, inverted: bool) -> bool:
    """`il y a`, `il n'y a`, `il va y avoir`, `y a-t-il`, `peut-il y avoir`."""
    words = _unmarked(scene.row[place : place + NEAR])
    behind = [fold(token.text) for token in words]
    if inverted and place > 1 and fold(scene.row[place - 2].text) == "y":
        return scene.row[place - 1].lemma == "avoir"
    if not inverted and (behind[0] == "il y" or behind[1:2] == ["y"] or behind[1:3] in (["n'", "y"], ["ne", "y"])):
        return True
    there = next((index for index in range(1 if inverted else 2, len(behind) - 1) if behind[index : index + 2] == ["y", "avoir"]), None)
    if there is None or any(token.pos not in BETWEEN for token in words[1:there]):
        return False
    return all(token.morph.get("VerbForm") != "Part" for token in words[there + 2 : there + 3])  # `il dit y avoir |pensé|`


def _unmarked(words: Sequence[Token]) -> list[Token]:
    """The words without marks of quotation between them."""
    return [token for token in words if token.text not in QUOTES]


def _chain(scene: Scene, verb: Token) -> Iterator[Token]:
    """The verb and those that hang on it one by one, but for what is let happen: `il fait |valoir|`."""
    for _ in range(CHAIN):
        over = [child for child in verb.children if child.dep.startswith("aux")] + [verb.head] * (verb.dep == "xcomp")
        if any(scene.has("pronouns.causative", token.lemma) for token in over):
            return
        yield verb
        following = verb.child("xcomp")
        if following is None:
            return
        verb = following


def _is_impersonal(scene: Scene, verb: Token) -> bool:
    if scene.has("pronouns.impersonal", verb.lemma):
        return True
    rumoured = scene.has("pronouns.rumoured", verb.lemma) and verb.child("ccomp", "csubj") is not None  # `il se murmure que tout cesse`
    return _reflexive(verb) and (rumoured or scene.has("pronouns.impersonal_reflexive", verb.lemma))


def _set(scene: Scene, place: int) -> bool:
    """Whether the pronoun stands in a set phrase: `s'|il| vous plaît`, `qu'en est-|il|`."""
    row, first, after = scene.row, max(scene.first_of_sentence(place), place - BEFORE), scene.after_sentence(place)
    behind = _unmarked(row[place : min(after, place + BEHIND + NEAR)])
    plain = [token for token in behind if token.pos != "ADV" or scene.has("pronouns.negations", token.text) or fold(token.text) in ("ne", "n'")]
    phrases = scene.lexicon.sets["pronouns.impersonal_phrases"]
    for words in (behind, plain):
        said, later = _spelled(scene, [*row[first:place], *words[:BEHIND]]), _spelled(scene, words[1:BEHIND])
        if any(phrase in said and phrase not in later for phrase in phrases):  # not `il dit qu'il |fait froid|`
            return True
    return False


def _spelled(scene: Scene, words: Sequence[Token]) -> str:
    """The words as the text has them, each with the space behind it."""
    text = scene.document.text
    spelled = (text[token.start : token.end] + " " * text[token.end : token.end + 1].isspace() for token in words)
    return fold("".join(spelled).replace("’", "'"))


def _to(scene: Scene, place: int, verb: Token) -> bool:
    """Whether it is told what falls to someone, is asked of them, or is gone about.

    `|il| reviendra à chacun de choisir`, `|il| est demandé aux élus de partir`, `|il| sera procédé au vote`.
    """
    passive = any(child.lemma == "être" and child.dep.startswith("aux") for child in verb.children)
    if passive and scene.has("pronouns.impersonal_passive", verb.lemma):
        return True
    falls = scene.has("pronouns.impersonal_to", verb.lemma) or (passive and scene.has("pronouns.asked_of", verb.lemma))
    behind = [token for token in scene.row[place + 1 : scene.after_sentence(place)] if token.start >= verb.end]
    someone = verb.child("iobj")  # `il ne |lui| revenait pas de choisir`
    before = someone is not None and someone.pos == "PRON" and someone.end <= verb.start
    if not falls or not behind or not (before or scene.has("pronouns.to", behind[0].text)):
        return False
    return any(scene.has("pronouns.links", token.text) and _infinitive(behind[index + 1 : index + 1 + NEGATED]) for index, token in enumerate(behind))


def _infinitive(words: Sequence[Token]) -> bool:
    """Whether an infinitive opens the words, pronouns and a negation before it allowed: `de |se taire|`, `de |ne pas mentir|`."""
    first = next((token for token in words if token.pos not in ("PRON", "ADV")), None)
    if first is None:
        return False
    spelled = first.pos == "VERB" and first.text == first.lemma and "Mood" not in first.morph
    return first.morph.get("VerbForm") == "Inf" or spelled


def _linked(scene: Scene, place: int) -> bool:
    """Whether a quality that a clause or an infinitive has, rather than a person, stands behind: `il est |utile| de`, `il était |honteux| que`."""
    words = _without_aside(_unmarked(scene.row[place + 1 : place + 1 + NEAR + FOR]))
    for index, token in enumerate(words[:NEAR]):
        behind = words[index + 1 : min(index + 1 + LINKED, NEAR)]
        links = [fold(word.text) for word in behind if scene.has("pronouns.links", word.text)]
        links = links or (_for_whom(scene, words[index + 1 : index + 1 + FOR]) if token.child("cop") is not None or _passive(token) else [])
        if links and (scene.has("pronouns.unpersonal", token.lemma) or scene.has("pronouns.unpersonal", token.text)):
            if token.pos == "ADV" and not scene.has("pronouns.links", words[index + 1].text):
                continue  # `il a |encore| assuré que`
            if token.dep == "amod" and token.child("cop") is None and token.head.pos == "NOUN":
                continue  # `il a joué un rôle |crucial|`
            return token.pos != "VERB" or _passive(token)
        if token.pos == "VERB" and links and links[0] in ("que", "qu'") and _passive(token):
            return not any(scene.has(minds, token.lemma) or scene.has(minds, token.text) for minds in ("pronouns.told_to", "pronouns.minded"))
        if token.pos == "ADJ" and token.child("cop") is not None and fold(words[index + 1].text if index + 1 < len(words) else "") in ("que", "qu'"):
            return not scene.has("pronouns.minded", token.lemma)
        if token.pos == "PUNCT":
            return False
    return False


def _without_aside(words: Sequence[Token]) -> Sequence[Token]:
    """The words without a short one set between commas behind the verb: `il est|, a priori,| utile de`."""
    commas = [index for index, token in enumerate(words) if token.text == ","][:2]
    if len(commas) < BOTH or not 0 < commas[1] - commas[0] - 1 <= ASIDE:
        return words
    apart = words[commas[0] + 1 : commas[1]]
    clause = len(apart) > BOTH and any(token.pos in ("VERB", "AUX", "SCONJ") for token in apart)
    return words if clause else [*words[: commas[0]], *words[commas[1] + 1 :]]


def _for_whom(scene: Scene, behind: Sequence[Token]) -> list[str]:
    """The word that an infinitive or a clause hangs on behind those for whom it is told, or when and where.

    `il est impératif |pour la ville d'|agir`, `il est vital |pour la ville que| le port ouvre`.
    """
    if not behind or not (scene.has("pronouns.opening", behind[0].text) or scene.has("pronouns.amid", behind[0].text)) or _infinitive(behind[1:]):
        return []
    end = next((index for index, word in enumerate(behind) if word.pos in ("VERB", "AUX", "PUNCT")), len(behind))
    links = ((word, behind[index + 1 : index + 1 + NEGATED]) for index, word in enumerate(behind[:end]) if scene.has("pronouns.links", word.text))
    return [fold(word.text) for word, words in links if _infinitive(words) or (word.pos == "SCONJ" and word.dep == "mark")]


def _passive(token: Token) -> bool:
    """Whether the word is said with `être`, and of nobody by themselves: `il est |précisé|`, not `il a |précisé|` or `il s'est |réjoui|`."""
    with_be = any(child.lemma == "être" and child.dep.partition(":")[0] in ("aux", "cop") for child in token.children)
    return with_be and not _reflexive(token)


def _reflexive(verb: Token) -> bool:
    return verb.index > 0 and any(
        child.morph.get("Reflex") == "Yes" or (child.pos == "PRON" and fold(child.text) in ("s'", "se")) for child in verb.children
    )


def _written(scene: Scene, place: int, verb: Token) -> bool:
    """`est-il écrit`: what stands written, with no one who says it."""
    auxiliary = scene.row[place - 1]
    reflexive = place > 1 and fold(scene.row[place - 2].text) in ("s'", "se")
    return auxiliary.lemma == "être" and not reflexive and verb.start > auxiliary.start and scene.lexicon.speaks(verb)


def _stands_written(scene: Scene, verb: Token) -> bool:
    """Whether a colon and quoted words tell what stands written: `il est écrit sur le mur : « Partez »`."""
    if not scene.has("pronouns.written", verb.lemma) or not _undergone(verb):
        return False
    row, start = scene.row, bisect_right(scene.row, verb.start, key=_start)
    after = scene.after_sentence(start - 1)
    colon = next((index for index in range(start, min(start + FOR, after)) if row[index].text in (":", ",", ";")), after)
    return colon + 2 < after and row[colon].text == ":" and scene.quoted[colon + 2]


def _start(token: Token) -> int:
    return token.start


def _undergone(verb: Token) -> bool:
    """Whether the verb is told as done to its subject, whatever the parser takes the auxiliary for: `il |serait distribué|`."""
    helped = any(child.pos == "AUX" and child.lemma == "être" and child.start < verb.start for child in verb.children)
    return verb.child("aux:pass") is not None or (helped and not _reflexive(verb))


def _of_things(scene: Scene, place: int, verb: Token) -> bool:
    """Whether what is said is said of things, and hardly of who acts: `il est disponible`, `elle n'existe pas`, `il est voté`, `il se déroule`."""
    quality = scene.has("pronouns.things", verb.lemma) and verb.child("cop") is not None
    ahead = scene.row[place + 1 : min(place + 1 + FOR, scene.after_sentence(place))] if verb.lemma == "avoir" else []
    apart = [token for token in ahead if token.pos == "VERB" and token.start > verb.end][:1]  # `il n'a |jusque-là pas été revendiqué|`
    done = any(scene.has("pronouns.things_passive", token.lemma) and _undergone(token) for token in (*_chain(scene, verb), *apart))
    happens = _reflexive(verb) and scene.has("pronouns.things_reflexive", verb.lemma)
    return quality or done or happens or scene.has("pronouns.of_things", verb.lemma)
