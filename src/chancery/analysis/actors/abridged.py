"""Bodies by their acronyms, their first words and other spellings: `Union des familles (Unaf)`, then `l'Unaf`, `l'Union`."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

ORG = "org:"
SHORTEST_BEGUN = 3
"""Letters of an acronym, at least, that may leave out the last words of a name: `TGI` for `tribunal de grande instance de Brest`."""


def spell_alike(scene: Scene) -> None:
    """Give bodies that differ by accents, capitals and hyphens alone the actor of the first that the text spells, not in capitals if it can be."""
    alike: dict[str, list[Named]] = defaultdict(list)
    for name in scene.names:
        if name.type == "ORG" and (name.actor or "").startswith(ORG):
            alike[fold(name.actor or "")].append(name)
    for names in alike.values():
        first = next((name for name in names if not name.text.isupper()), names[0])
        for name in names:
            name.actor, name.sides = first.actor, first.sides or name.sides


def spell_out(scene: Scene) -> None:
    """Give acronyms whose whole name stands in the text its actor, in capitals or not.

    The text explains them in brackets (`Etat islamique (EI)`, `Union des familles (Unaf)`, `EI (Etat islamique)`), or the letters are the initials of
    one body of the text.
    """
    explained = dict(_in_brackets(scene))
    for letters, wholes in _by_initials(scene).items():
        if len({whole.actor for whole in wholes}) == 1:
            explained.setdefault(letters, wholes[0])
    for name in scene.names:
        whole = explained.get(name.text.upper()) if name.type == "ORG" else None
        if whole is not None and (name.actor is None or name.actor.startswith(ORG)):
            name.actor, name.sides = whole.actor, whole.sides


def _in_brackets(scene: Scene) -> Iterator[tuple[str, Named]]:
    """The acronyms that stand right behind a whole name in brackets, with it; the first of each counts."""
    explained, text = dict[str, Named](), scene.document.text
    for whole, letters in pairwise(scene.names):
        between, behind = text[whole.span.end : letters.span.start].strip(), text[letters.span.end : letters.span.end + 1]
        acronyms = letters.text.isupper() and whole.text.isupper() and " " not in whole.text  # `les gardes de la BNG (SGB)`
        short = (letters.text.isupper() and not acronyms) or (" " not in letters.text and " " in whole.text and letters.text[0] == whole.text[0])
        if between == "(" and behind == ")" and letters.type == whole.type == "ORG" and short:
            explained.setdefault(letters.text.upper(), whole)
    yield from explained.items()


def _by_initials(scene: Scene) -> dict[str, list[Named]]:
    """The acronyms of the text that nobody is known by, with the bodies whose initials they are."""
    bodies = [name for name in scene.names if name.type == "ORG" and name.actor is not None]
    letters = {name.text for name in bodies if name.text.isupper() and name.text.isalpha() and name.actor == ORG + name.text}
    found: dict[str, list[Named]] = defaultdict(list)
    if letters:
        for name in bodies:
            for initials in _initials(scene, name.text):
                for acronym in letters:
                    if initials == acronym or (len(acronym) >= SHORTEST_BEGUN and initials.startswith(acronym)):
                        found[acronym].append(name)
    return found


def _initials(scene: Scene, text: str) -> set[str]:
    """The first letters of a name's words, with and without those that only link: `Française des jeux` is FDJ, `cour de la ville` CV."""
    words = [word for word in fold(text).replace("'", " ").split() if word]
    if len(words) < 2:
        return set()
    full = [word for word in words if not scene.has("wholes.links", word)]
    return {"".join(word[0] for word in some).upper() for some in (words, full) if len(some) > 1}


def clip(scene: Scene) -> None:
    """Names of bodies cut to their first words, after the one body that was named with more: `Agence du fleuve`, then `l'Agence`."""
    whole: dict[str, set[str]] = defaultdict(set)
    nouns = scene.lexicon.body_nouns
    meant: dict[str, Named] = {}
    for name in scene.names:
        words = name.text.split(" ")
        if name.type != "ORG" or name.actor is None or key(words[0]) not in nouns:
            continue
        longer = meant.get(name.text)
        if longer is not None and len(whole[name.text]) == 1 and name.actor == f"org:{name.text}":
            name.actor, name.sides = longer.actor, longer.sides
        for place in range(1, len(words)):
            begun = " ".join(words[:place])
            whole[begun] = {actor for actor in whole[begun] if not name.text.startswith(f"{actor.removeprefix('org:')} ")} | {name.actor or ""}
            meant[begun] = name  # `Cour suprême`, then `Cour suprême d'Elbonie`, is one
