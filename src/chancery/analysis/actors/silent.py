"""People of a document who do not speak at some place of it: the dead, and whom the words themselves are about."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met, apposed_to_subject, is_person, says, source
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

LONGEST = 12
"""Words between the end of a quotation and who said it."""
CLITICS = 3
"""Words from the first of a quotation on within which the verb of the subject before it stands."""
OPENING = ('"', "«", "“")
INNER = ("'", "‘", "‹", "+")
"""Marks before words that are quoted within a quotation."""


def dead(scene: Scene, names: Iterable[Named]) -> frozenset[str]:
    """Those of whom the article itself says that they died (`|X| est mort`, `|X| a été tué`)."""
    return frozenset(name.actor for name in names if name.actor is not None and not scene.quoted[name.first] and _died(scene, name))


def _died(scene: Scene, name: Named) -> bool:
    if name.first and scene.row[name.first - 1].pos == "ADP":
        return False  # `le père |d'|Anna Roy est mort`
    head = scene.head(name)
    head = head.head if apposed_to_subject(head) else head
    relation, verb = head.dep, head.head
    passive = relation == "nsubj:pass" and scene.has("callings.killing", verb.lemma)
    root = scene.sentences[scene.sentence_of[name.first]].root
    opens = name.first == scene.first_of_sentence(name.first) and root.child("aux:pass") is not None
    if opens and scene.has("callings.killing", root.lemma):
        return True  # `|Anna Roy|, 39 ans, membre d'un club local, a été tuée`
    return passive or (relation.startswith("nsubj") and scene.has("callings.dying", verb.lemma))


def spoken_of(scene: Scene, place: int) -> frozenset[str]:
    """Whom the quotation names that the role at this place closes: nobody speaks of themselves by name (`« Paul se trompe », dit |le maire|`).

    What stands before the quotation in its sentence is told by them too: `Paul « se trompe », dit |le maire|`.
    """
    if not source(scene, place):
        return frozenset()
    start, end = words_before(scene, place)
    opens = scene.first_of_sentence(start) if end else start
    if all(token.text != ":" and not scene.quoted[index] for index, token in enumerate(scene.row[opens:start], opens)):
        start = opens
    return frozenset(name.actor for name in scene.names if start <= name.first < end and name.type == "PER" and name.actor is not None)


def named_in_words(scene: Scene, place: int) -> frozenset[str]:
    """Whom the quotation tells of by name that an inverted pronoun here closes, or right before it.

    `« Paul ment », dit-|il|`, `Paul « ment », dit-|il|`: but none who is called by a first name there or says who they are, nor who speaks.
    """
    start, end = words_before(scene, place)
    if start >= end:
        return frozenset()
    whole = scene.row[start].text[:1].isupper()  # else the sentence around it may be told by whom it names
    names = (name for name in scene.names if name.type == "PER")
    told = (name for name in names if (whole and start <= name.first < end) or (_opened_behind(scene, name, start) and _goes_on(scene, start)))
    return frozenset(name.actor for name in told if name.actor is not None and not names_self(scene, name))


def names_self(scene: Scene, name: Named) -> bool:
    """Whether who speaks may name themselves so: by a first name, behind `je suis`, in words that they repeat, or as who is said to speak."""
    first = " " not in name.text and fold(name.text) in scene.lexicon.genders
    before = scene.row[name.first - 1] if name.first else None
    own = before is not None and before.lemma == "être" and before.morph.get("Person") == "1"
    inner = scene.document.text[name.span.start - 1 : name.span.start] in INNER if name.first else False
    helped = name.first > 1 and scene.row[name.first - 2].pos == "AUX"
    aside = before is not None and before.pos in ("VERB", "ADJ") and helped  # `« Assez ! s'est écrié |Paul|. J'ai dit »`
    return first or own or inner or aside or says(scene, name)


def living(met: Sequence[Met], dead: frozenset[str], asked: Asked) -> Sequence[Met]:
    """Those met; without the dead behind words of speech that are no memory (`disait-il`), where someone alive spoke or is near."""
    recalled = any(token.morph.get("Tense") == "Imp" for token in (asked.verb, *asked.verb.all("aux")))
    alive = [one for one in met if one.actor not in dead]
    near = (one for one in alive if is_person(one) and one.gender in ("", asked.gender) and (one.spoke or one.sentence >= asked.sentence - 1))
    return alive if asked.speaks and not recalled and any(near) else met


def only_tells(scene: Scene, met: Met) -> bool:
    """Whether it is a paper, channel or network that is no subject there, or only as who tells: `selon |Radio Deux|`, `raconte |Radio Deux|`."""
    kind, _, name = (met.actor or "").partition(":")
    aside = met.cited or not met.subject or (met.spoke and not scene.row[met.place].dep.startswith("nsubj"))
    return kind == "org" and aside and bool(scene.lexicon.taken_up(name) & scene.lexicon.sets["pronouns.media"])


def words_before(scene: Scene, place: int) -> tuple[int, int]:
    """The first word of the quotation that ends before the place, and the word behind its last."""
    end = next((index + 1 for index in range(place - 1, max(-1, place - LONGEST), -1) if scene.quoted[index]), 0)
    return next((index + 1 for index in range(end - 1, -1, -1) if not scene.quoted[index]), 0), end


def _opened_behind(scene: Scene, name: Named, start: int) -> bool:
    """Whether nothing but the mark of quotation stands between the name and the words that begin there."""
    return 0 < start - name.after <= 1 and scene.row[name.after].text in OPENING


def _goes_on(scene: Scene, start: int) -> bool:
    """Whether the quoted words begin with a verb, clitics before it allowed, as they would behind its subject."""
    token = next((token for token in scene.row[start : start + CLITICS] if token.pos not in ("PRON", "ADV")), None)
    finite = token is not None and ("Mood" in token.morph or token.morph.get("VerbForm") == "Fin")
    return finite and token is not None and not scene.lexicon.speaks(token.head if token.dep.startswith("aux") else token)


def told_of(scene: Scene, noun: int, after: int) -> frozenset[str]:
    """Whom the clause or quotation names that the role before it says: `|Le maire| dit que Paul ment`, `Selon |le maire|, « Paul ment »`.

    `after` is the place behind the role's words.
    """
    token, verb = scene.row[noun], scene.row[noun].head
    says = token.dep.startswith("nsubj") and scene.lexicon.speaks(verb)
    clauses = [word.start for clause in (verb.all("ccomp") if says else ()) for word in clause.subtree()]
    told = {place for place in range(after, scene.after_sentence(noun)) if scene.row[place].start in clauses}
    if says or source(scene, noun):
        near = range(after, min(after + LONGEST, scene.after_sentence(noun)))
        opening = next((place for place in near if scene.quoted[place]), len(scene.row))
        told.update(takewhile(scene.quoted.__getitem__, range(opening, len(scene.row))))
    names = (scene.starting.get(place) for place in told)
    return frozenset(name.actor for name in names if name is not None and name.type == "PER" and name.actor is not None)
