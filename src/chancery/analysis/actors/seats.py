"""Seats of government that are only the house, or part of another name: `dîner à l'Elysée`, `au 10, Downing Street`."""

from chancery.analysis.actors.scene import Named, Scene

NEAR = 6
"""Words between a noun for what is said and whom it is said to."""
ADJACENT = 3
"""Words between a noun and the seat that it is turned to: `l'opposant numéro un au Kremlin`."""


def empty_seats(scene: Scene) -> None:
    """Make places without a state of seats of government that are only the house: `dîner à l'Elysée`, `les grilles de l'Elysée`."""
    for name in scene.names:
        seat = name.type != "PER" and name.actor is not None and name.actor == scene.register.seat(name.text) and name.first < len(scene.row)
        if seat and scene.register.named(name.text) is None and scene.register.capital(name.text) is None and _house(scene, name):
            name.actor, name.type = None, "LOC"


def _house(scene: Scene, name: Named) -> bool:
    """Whether the words before a seat make it a place: `à l'Elysée` where nobody is addressed or speaks there, or a part of a house before it."""
    if _of_longer_name(scene, name):
        return True
    place = name.first - 1
    while place > 0 and scene.has("around.articles", scene.row[place].text):
        place -= 1
    if place < 1:
        return False
    preposition, before = scene.row[place], scene.row[place - 1]
    if scene.has("around.linking", preposition.text):
        noun = scene.row[place - 2] if before.pos == "ADJ" and place > 1 else before
        part = scene.has("seats.parts", noun.lemma) or scene.has("seats.parts", before.lemma)
        return part and not (noun.dep == "nsubj" and scene.lexicon.speaks(noun.head))  # `le palais de l'Elysée précise`
    if scene.has("seats.at", preposition.text):
        return True
    heads = (scene.head(name).head, before)
    met = any(scene.lexicon.speaks(head) or scene.has("capitals.addressing", head.lemma) for head in heads)
    told = any(scene.has("capitals.addressing_nouns", token.lemma) for token in scene.row[max(0, place - NEAR) : place])
    held = any(scene.has("seats.offices", token.lemma) for token in scene.row[max(0, place - NEAR) : place])  # `candidat à l'Elysée`
    near = scene.row[max(0, place - ADJACENT) : place]
    towards = any(scene.has("seats.towards", said) for token in near for said in (token.lemma, scene.lexicon.calling(token.text)))
    return scene.has("capitals.to", preposition.text) and not (met or told or held or towards)


def _of_longer_name(scene: Scene, name: Named) -> bool:
    """Whether the name is part of a longer one, or of an address: `le Matignon-Plage`, `le service "Vert Matignon"`, `au 10, Matignon`."""
    text, row, first = scene.document.text, scene.row, name.first
    if text[name.span.end : name.span.end + 1] == "-" and text[name.span.end + 1 : name.span.end + 2].isupper():
        return scene.register.seat(row[min(name.after, len(row) - 1)].text.strip("-")) is None
    number = first - 1 - (first > 1 and row[first - 1].text == ",")
    if first and row[number].text.isdecimal() and scene.sentence_of[number] == scene.sentence_of[first]:
        return True
    before = row[first - 1] if first else None
    titled = before is not None and before.text.istitle() and before.pos in ("ADJ", "NOUN", "PROPN") and scene.inside[first - 1] is None
    return titled and first - 1 > scene.first_of_sentence(first)
