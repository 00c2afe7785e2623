"""The person whose name stands beside a role: right behind it, or before it with a comma between."""

from chancery.analysis.actors.inhabitants import behind_inhabitant
from chancery.analysis.actors.lexicon import Role, key
from chancery.analysis.actors.owners import past_phrase, qualified
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.register import fold

BRACKETED = 4
"""Words, marks included, of a name with a party in brackets."""


def beside(scene: Scene, first: int, after: int, roles: tuple[Role, ...]) -> Named | None:
    """The person named right behind the role, or before it with a comma between."""
    row = scene.row
    behind = _past_posting(scene, after)
    place = behind
    while place < len(row) and _between(scene, place, behind):
        place += 1
    if place == after and place + 1 < len(row) and qualified(scene, place):
        place += 1
    place = behind_inhabitant(scene, place)
    name = scene.starting.get(place)
    if name is not None and name.type == "PER" and scene.sentence_of[place] == scene.sentence_of[after - 1] and not dedicated(scene, name):
        if (place == after and _of_another(scene, first, after)) or (first > 1 and scene.has("around.attached", scene.row[first - 2].text)):
            return None
        comma = place > behind and row[behind].text == ","
        if not comma and _attached(scene, after):
            return None  # `secrétaire d'État auprès du ministre |Paul Roy|`
        if comma and (_of_someone(scene, first) or has_own(scene, first, name)) and not _holds(scene, name, roles):
            return None
        if (comma and (closes(scene, name.after) or _runs_on(scene, first, name.after))) or (not comma and (behind == after or place == behind)):
            return name
    return _before(scene, first, past_phrase(scene, behind), roles)


def _before(scene: Scene, first: int, after: int, roles: tuple[Role, ...]) -> Named | None:
    """The person named before a role and a comma, what they are besides and a bracket between: `|Paul Roy| (PS), également maire de Lyon,`.

    Where the role has no article, nothing need close it: `|Anna Roy|, sénatrice de Paris et donc élue`, or `sénatrice de Paris s'est tue`.
    With one, and another person's joined to it, it is somebody else's: `Anna Roy, la préfète et le maire sont venus`.
    """
    row, comma = scene.row, first - 1
    while comma > 1 and scene.has("around.besides", row[comma].text):
        comma -= 1
    if comma < 1 or row[comma].text not in (",", "("):
        return None
    name = scene.inside[_before_bracket(scene, comma) - 1]
    if name is None or name.type != "PER":
        return None
    bare = row[first].pos not in ("DET", "ADP", "NUM") and after + 1 < len(row)
    if not bare and lists_on(scene, after) and not _holds(scene, name, roles):
        return None
    goes_on = bare and row[after].pos == "CCONJ" and row[after + 1].pos == "ADV"
    return name if goes_on or (bare and finite(scene, after)) or closes(scene, after) else None


def lists_on(scene: Scene, after: int) -> bool:
    """Whether `et` joins another person's noun with its definite article here: `et |le maire|`."""
    row = scene.row
    joined = after + 2 < len(row) and row[after].pos == "CCONJ" and row[after + 1].morph.get("Definite") == "Def"
    return joined and scene.lexicon.calling(row[after + 2].text) in scene.lexicon.people


def begins_clause(scene: Scene, name: Named, noun: int) -> bool:
    """Whether the noun behind a name and its comma is the subject of a verb, and not the name: `À la messe de Paul Roy, |un prêtre| est tombé`."""
    token, verb = scene.row[noun], scene.row[noun].head
    told = "Mood" in verb.morph or verb.child("aux", "cop") is not None  # not `Paul Roy, |un garçon| abattu hier`
    subject = told and token.dep.startswith("nsubj") and token.start < verb.start and not scene.head(name).dep.startswith("nsubj")
    between = scene.row[noun + 1 : scene.after_sentence(noun)]
    return subject and all(other.text != "," for other in between if other.start < verb.start)


def _before_bracket(scene: Scene, comma: int) -> int:
    """The place of the bracket that a comma closes with a party in it, or of the comma: `Anna Roy |(PS)|, maire`."""
    row = scene.row
    if comma < BRACKETED or row[comma - 1].text != ")":
        return comma
    label = scene.inside[comma - 2]
    opening = label.first - 1 if label is not None and label.type == "ORG" else 0
    return opening if opening > 0 and row[opening].text == "(" else comma


def _of_another(scene: Scene, first: int, after: int) -> bool:
    """Whether the role is someone's whom its words tell, whose the name behind them is: `directrice de cabinet |du ministre| de la Santé X`."""
    return any(_is_whose(scene, place) and scene.lexicon.calling(scene.row[place].text) in scene.lexicon.people for place in range(first + 2, after))


def _of_someone(scene: Scene, first: int) -> bool:
    """Whether the role is whose someone else is, to whom a name behind a comma belongs: `le frère |du président|, Paul Roy,`."""
    place = first - 1
    noun = place - 1
    while noun > 0 and scene.row[noun].pos == "ADJ":
        noun -= 1
    linked = place > 0 and (scene.has("around.contracted", scene.row[place].text) or scene.has("around.linking", scene.row[place].text))
    person = linked and scene.lexicon.calling(scene.row[noun].text) in scene.lexicon.people
    return person and scene.sentence_of[noun] == scene.sentence_of[first]


def has_own(scene: Scene, first: int, name: Named) -> bool:
    """Whether the name behind a role acts and has a role of its own, and the one before hangs on a preposition.

    `à la demande |du maire|, Paul Roy, préfet, part`, not `le frère |du maire|, Paul Roy, préfet, part`.
    """
    row, noun = scene.row, name.after + 1
    if noun >= len(row) or row[name.after].text != "," or row[noun].pos == "DET" or first < 1:
        return False
    if not (row[first - 1].pos == "ADP" or scene.has("around.linking", row[first - 1].text)):
        return False
    return scene.lexicon.calling(row[noun].text) in scene.lexicon.people and _acts(scene, name, noun)


def _acts(scene: Scene, name: Named, place: int) -> bool:
    """Whether the name is the subject of its sentence, or of the verb behind the comma that ends its apposition, which has no other."""
    row, behind = scene.row, range(place, scene.after_sentence(place) - 1)
    verb = next((row[comma + 1] for comma in behind if row[comma].text == "," and finite(scene, comma + 1)), None)
    subject = verb and (verb.head if verb.pos == "AUX" else verb).child("nsubj")
    return scene.head(name).dep.startswith("nsubj") or (verb is not None and subject is None)


def _holds(scene: Scene, name: Named, roles: tuple[Role, ...]) -> bool:
    """Whether the register knows the person named in one of the roles on the day."""
    held = {office.rpartition(".")[2] for office in scene.register.offices_of(name.actor, scene.on)} if name.actor else set[str]()
    return any(kind in held for role in roles for kind in role.kinds)


def _is_whose(scene: Scene, place: int) -> bool:
    """Whether the word is one whose something is: `du |ministre|`, `de la |ministre|`."""
    before, further = scene.row[place - 1].text, scene.row[place - 2].text
    whose = scene.has("around.contracted", before) or (scene.has("around.articles", before) and scene.has("around.linking", further))
    return whose and not is_plural(scene, place, fold(before))


def _runs_on(scene: Scene, first: int, after: int) -> bool:
    """Whether an apposition may end here without a comma: the verb of a sentence that the role opens follows, or a like role (`du X, A et du Y`)."""
    row = scene.row
    if after + 1 >= len(row):
        return False
    if row[after].pos == "CCONJ":
        return first > 0 and scene.has("around.contracted", row[first - 1].text) and scene.has("around.contracted", row[after + 1].text)
    return first == scene.first_of_sentence(first) and finite(scene, after)


def finite(scene: Scene, place: int) -> bool:
    """Whether a finite verb begins here, clitics before it allowed."""
    while place < len(scene.row) - 1 and scene.has("capitals.clitics", scene.row[place].text) and scene.row[place].pos not in ("VERB", "AUX"):
        place += 1
    token = scene.row[place]
    return token.pos in ("VERB", "AUX") and (token.morph.get("VerbForm") == "Fin" or "Mood" in token.morph)


def _attached(scene: Scene, place: int) -> bool:
    """Whether what stands here attaches a role to another's: `secrétaire d'État |auprès| du ministre de la Santé`."""
    return place + 1 < len(scene.row) and scene.has("around.attached", scene.row[place].text)


def _past_posting(scene: Scene, after: int) -> int:
    """The word behind where the bearer is posted, or behind `par intérim`: `ambassadeur des États-Unis |en Chine|`."""
    if after + 1 < len(scene.row) and scene.has("around.interim", scene.row[after + 1].text):
        return after + 2
    if after >= len(scene.row) or not scene.has("around.places", scene.row[after].text):
        return after
    if _attached(scene, after) and scene.has("around.linking", scene.row[after + 1].text):
        return _past_others(scene, past_phrase(scene, after + 2))
    start = after + 1
    while start < min(after + 3, len(scene.row)) and scene.starting.get(start) is None:
        start += 1
    posted = scene.starting.get(start)
    return posted.after if posted is not None and posted.type != "PER" else after


def _past_others(scene: Scene, after: int) -> int:
    """The word behind what else an office is of: `auprès de la ministre des Ports |et du Travail|`."""
    row = scene.row
    while after + 2 < len(row) and row[after].pos == "CCONJ" and scene.has("around.linking", row[after + 1].text):
        after = past_phrase(scene, after + 2)
    return after


def _between(scene: Scene, place: int, after: int) -> bool:
    """Whether a word may stand between a role and its bearer's name: a comma first, titles, epithets."""
    word = scene.row[place].text
    if scene.row[place].pos == "ADP" and not scene.has("around.interim", scene.row[min(place + 1, len(scene.row) - 1)].text):
        return False  # `nommé Premier ministre par X`
    return (word == "," and place == after) or scene.has("around.titles", word) or scene.has("around.between", word)


def is_plural(scene: Scene, index: int, determiner: str) -> bool:
    """Whether a role is of several, by its determiner (folded, empty if there is none) or its ending."""
    token = scene.row[index]
    marked = token.text.lower().endswith(("s", "x")) and key(token.text) != fold(token.text)
    return scene.has("around.plural", determiner) or (marked and not scene.has("around.definite_singular", determiner) and len(key(token.text)) > 3)


def closes(scene: Scene, index: int) -> bool:
    """Whether an apposition may end before this word, or goes on with what its bearer was before."""
    if index >= len(scene.row):
        return True
    token = scene.row[index]
    if token.pos == "CCONJ" and index + 1 < len(scene.row):
        article = scene.row[index + 1].pos == "DET" and index + 2 < len(scene.row)
        another = article and scene.lexicon.calling(scene.row[index + 2].text) in scene.lexicon.people  # `le maire, X et le préfet, Y`
        return scene.has("around.former", scene.row[index + 1].text) or another
    return (
        token.pos in ("PUNCT", "SCONJ")
        or (token.pos == "ADV" and token.dep == "cc")
        or token.morph.get("PronType") == "Rel"
        or token.text in (",", ".", ")", ":", ";", "»", '"')
    )
