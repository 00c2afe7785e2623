"""Roles of which a verb says that someone has, took, kept or was given them: `Paul Roy, devenu |le principal responsable|`."""

from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title
from chancery.analysis.tokens import Token

PREDICATES = ("obj", "xcomp", "attr")
"""Relations by which the role hangs on the verb."""
BESIDE = ("amod", "nmod", "appos")
"""Relations by which it hangs on the word for a time before it."""
UNTOLD = ("Sub", "Cnd")
"""Moods of what is not told as a fact."""
PERSON = "person:"


def became(scene: Scene, title: Title) -> str | None:
    """The person named as the verb's subject, or before its participle; None where the verb has none, or is no such verb."""
    words = scene.row[title.first : title.after]
    heads = (token for token in words if token.dep.partition(":")[0] in PREDICATES)
    verb = next((token.head for token in heads if scene.has("around.becoming", token.head.lemma) or _is_named(scene, token.head)), None)
    verb = verb if verb is not None else _named_when(scene, title)
    if verb is None or verb.start > words[0].start:
        return _was(scene, title)
    subject = verb.child("nsubj") or (verb.head if verb.dep.startswith("acl") else None)
    return _actor(scene, subject)


def _named_when(scene: Scene, title: Title) -> Token | None:
    """The participle by which someone was given the role, with when it was between: `|nommée| en mars préfète`, `|élu| il y a deux ans maire`."""
    noun = scene.row[title.word]
    if title.determiner or noun.pos != "NOUN" or noun.dep not in BESIDE or noun.child("case") is not None or noun.head.pos != "NOUN":
        return None
    verb = noun.head.head
    return verb if noun.head.start < noun.start and _is_named(scene, verb) else None


def is_of_thing(scene: Scene, title: Title) -> bool:
    """Whether a copula says the role of something, or of a state: `L'Elbonie est |le premier responsable|`."""
    words = scene.row[title.first : title.after] if not title.owners and not title.plural else []
    head = next((token for token in words if token.child("cop") is not None), None)
    subject = head.child("nsubj") if head is not None else None
    if subject is None or subject in words or subject.pos not in ("NOUN", "PROPN"):
        return False
    return _actor(scene, subject) is None and scene.lexicon.calling(subject.text) not in scene.lexicon.people


def _is_named(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells in the passive that someone is given an office: `Paul Roy a été |élu|`, `Paul Roy, |nommé|`; not that they may be."""
    helpers = verb.all("aux")
    passive = verb.morph.get("VerbForm") == "Part" and (verb.dep.startswith("acl") or any(helper.dep == "aux:pass" for helper in helpers))
    return passive and scene.has("around.naming", verb.lemma) and not any(helper.morph.get("Mood") in UNTOLD for helper in helpers)


def _was(scene: Scene, title: Title) -> str | None:
    """Whom a role without an article is said of with a copula, one or several: `il a été préfet et |ministre de la Santé|`; not what they may be."""
    if title.determiner or scene.row[title.word].pos != "NOUN":
        return None
    head = scene.row[title.word]
    while head.dep == "conj" and head.head.pos == "NOUN":
        head = head.head
    helpers = head.all("cop", "aux") if head.child("cop") is not None else []
    told = bool(helpers) and not any(helper.morph.get("Mood") in UNTOLD for helper in helpers)
    return _actor(scene, head.child("nsubj")) if told else None


def _actor(scene: Scene, token: Token | None) -> str | None:
    """The person whom the word names, or stands for as a pronoun that was read before it."""
    actor = scene.meant(token) if token is not None else None
    return actor if (actor or "").startswith(PERSON) else None
