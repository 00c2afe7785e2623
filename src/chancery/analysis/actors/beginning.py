"""Where names begin: first names that were missed, particles that cut them, words before them that are no part of them."""

from collections import Counter
from collections.abc import Sequence

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.surnames import titled
from chancery.span import Span

PARTICLED = 2
"""Words before a name whose beginning was cut off: a name and a particle."""
INITIAL = 2
"""Letters of a first name that is cut to its first letter: `A.`."""


def with_first_names(scene: Scene, names: list[Named]) -> None:
    """Give a surname back the first name right before it that the tagger of names has missed and the parser has not: `|Jihad| Roy`.

    So with the particle between (`|Smaïn Aït| Salem Roy`, `|Edineia dos| Reis`), and of a full name behind a comma (`, |Zahir| Ahmed Roy`).
    """
    for name in list(names):
        if _particled(scene, name):
            begun = scene.inside[name.first - 1]
            if begun is not None:
                names.remove(begun)
                scene.drop(begun)
            scene.begin(name, name.first - PARTICLED)
            continue
        before, surname = scene.row[max(0, name.first - 1)], scene.row[name.first]
        behind = name.first > 1 and scene.row[name.first - 2].text == ","
        hyphened = "-" in before.text and bool(scene.lexicon.person_gender(before.text.partition("-")[0]))  # `|Jean-Paul| Luca Roy`
        given = behind and bool(scene.lexicon.person_gender(surname.text)) and surname.head is before
        whole = " " in name.text and not (given or (hyphened and before.end + 1 == surname.start))
        apart = name.first == 0 or whole or scene.inside[name.first - 1] is not None or titled(scene, name)
        joined = surname.head is before and surname.dep.startswith("flat")
        joined = joined or (bool(scene.lexicon.person_gender(before.text)) and before.end + 1 == surname.start)  # `Eric et |Tiffany| Roy`
        one = before.pos == "PROPN" and before.text.istitle() and len(before.text) > INITIAL and joined
        noun = before.text.lower() in scene.spelled or scene.lexicon.calling(before.text) in scene.lexicon.people
        other = noun or scene.has("aliases.honours", before.text) or scene.register.state_of_adjective(before.text) is not None
        if one and not apart and not other and not scene.register.named(before.text):
            scene.begin(name, name.first - 1)


def _particled(scene: Scene, name: Named) -> bool:
    """Whether a first name and a particle in capitals, or before a saint, stand there: `|Smaïn Aït| Salem Roy`, `|Lou de| Saint Roy`."""
    if not cut(scene, name):
        return False
    first, particle = scene.row[name.first - PARTICLED : name.first]
    inside = {id(scene.inside[place]): scene.inside[place] for place in range(name.first - PARTICLED, name.first)}
    apart = len(inside) == 1 and all(other is None or (other.type == "PER" and other.first == name.first - PARTICLED) for other in inside.values())
    foreign = scene.has("callings.foreign", particle.text) and particle.end + 1 == name.span.start
    saint = " " in name.text and scene.has("callings.saints", scene.row[name.first].text)
    capitals = (particle.text[0].isupper() or saint or foreign) and particle.end + 1 == name.span.start
    within = first.pos in ("PROPN", "X") and name.first - PARTICLED > scene.first_of_sentence(name.first) and scene.register.named(first.text) is None
    known = within or bool(scene.lexicon.person_gender(first.text)) or scene.inside[name.first - PARTICLED] is not None
    return apart and capitals and known and scene.sentence_of[name.first - PARTICLED] == scene.sentence_of[name.first]


def without_participles(scene: Scene, names: Sequence[Named]) -> None:
    """Take off a name the participle with which its sentence opens: `Accusant |Roy| de mentir, le maire part`, where that is someone known."""
    endings = tuple(scene.lexicon.words["aliases"]["participles"])
    for name in names:
        first, _, rest = name.text.partition(" ")
        opens = name.first == scene.first_of_sentence(name.first) and name.after - name.first > 1
        named = scene.has("aliases.named", first)  # `Prénommée |Jessica|`
        if not rest or not opens or not (named or first.endswith(endings)) or scene.lexicon.person_gender(first) or titled(scene, name):
            continue
        others = (other.text for other in names if other is not name and other.text != name.text)
        known = scene.lexicon.famous(rest) or scene.register.people(rest) or any(f" {other}".endswith(f" {rest}") for other in others)
        if (known or named) and scene.row[name.first].end + 1 == scene.row[name.first + 1].start:
            scene.begin(name, name.first + 1)


def without_what_is_before(scene: Scene, full: list[Named]) -> None:
    """Take off a name the word before it that was taken for a part of it, where the text has the name without: `l'ex-patron de |Nordex| Anna Roy`."""
    texts = Counter(name.text for name in full if not titled(scene, name))
    opening = Counter(text.partition(" ")[0] for text in {name.text for name in full})
    for name in full:
        rest = name.text.partition(" ")[2]
        times = 0 if scene.lexicon.gender(rest) else texts[name.text]
        start = name.span.end - len(rest)
        first = next((place for place in range(name.first, name.after) if scene.row[place].start == start), None)
        shared = opening[name.text.partition(" ")[0]] > 1  # `Kim Yo Jong`, once `Yo Jong`, beside `Kim Jong Un`
        if " " in rest and texts[rest] > times and first is not None and not (shared or scene.lexicon.gender(name.text)):
            scene.begin(name, first)


def cut(scene: Scene, name: Named) -> bool:
    """Whether a particle and a name before it show that its beginning was cut off: `Ahmed ben |Salem Roy|`."""
    before = scene.row[max(0, name.first - 2) : name.first]
    named = len(before) == PARTICLED and before[0].text[0].isupper() and not scene.has("around.titles", before[0].text)
    return named and (scene.has("callings.particles", before[1].text) or scene.has("callings.foreign", before[1].text))


def unglued(scene: Scene, name: Named) -> None:
    """Take the first word of a credit off a name that it is glued to: `Anna Roy|par| Radio Deux`."""
    behind = scene.starting.get(name.after)
    glued = next((word for word in scene.lexicon.words["callings"]["glued"] if name.text.endswith(word)), "")
    if glued and behind is not None and behind.type == "ORG" and len(name.text.split(" ")[-1]) > len(glued) + INITIAL and " " in name.text:
        name.span = Span(name.span.start, name.span.end - len(glued))
        name.text = name.text.removesuffix(glued)
