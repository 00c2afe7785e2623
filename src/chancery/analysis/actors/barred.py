"""Whom a pronoun cannot mean by the grammar of its sentence: who stands under it, in a phrase set before it, or wants what it does."""

from collections.abc import Iterator

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import BESIDE, acting, verb_ahead
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.silent import names_self
from chancery.analysis.tokens import Token
from chancery.register import fold

UNDER = ("obj", "iobj", "obl", "xcomp", "ccomp", "nmod", "appos", "flat", "acl", "amod", "nsubj", "conj")
"""Relations by which what is told of a subject hangs on its verb; clauses that only stand beside it are none."""
APART = frozenset((",", ":", ";", "(", "-", "–"))
"""Marks behind which what is told of a subject may have ended."""
STEPS = 12
"""Words from a name up to the verb."""
CONTROL = ("obj", "iobj", "obl:arg")
"""Relations of whoever is to do what an infinitive says: `exhorter |Paul Roy| à partir`."""


def barred(scene: Scene, asked: Asked) -> frozenset[str]:
    """Whom the pronoun does not mean."""
    if asked.manner in ("inset", "cited"):
        return frozenset()
    found = (*under(scene, asked), *_set_before(scene, asked), *_apposed(scene, asked), *_willing(scene, asked), *_told(scene, asked))
    return frozenset(actor for actor in found if actor is not None)


def under(scene: Scene, asked: Asked) -> Iterator[str | None]:
    return below(scene, asked.place, asked.verb, quoted=asked.quoted)


def below(scene: Scene, place: int, verb: Token, *, quoted: bool) -> Iterator[str | None]:
    """Who is named behind the pronoun in what is told of it (principle C of binding theory; Chomsky 1981): `|il| dit que Paul Roy part`.

    Behind a mark of punctuation the name may as well belong to what goes before: `Alors qu'|il| part, Paul Roy se dit heureux`.
    """
    behind = range(place + 1, scene.after_sentence(place))
    end = next((place for place in behind if scene.row[place].text in APART), behind.stop)
    for name in people(scene, range(behind.start, end)):
        token = scene.head(name)
        named = scene.has("pronouns.becoming", token.head.lemma) or token.child("cop") is not None  # `elle devient Anna Roy`
        free = token.dep.partition(":")[0] != "nsubj" and token.child("case") is None
        if free and (ahead := verb_ahead(scene, name.after)) is not None and acting(ahead):
            return  # a heading that was read on: `|Elle| part Anna Roy travaille`
        if scene.quoted[name.first] == quoted and token.start > verb.start and not named and _hangs(token, verb):
            yield name.actor


def _hangs(token: Token, verb: Token) -> bool:
    for _ in range(STEPS):
        if token is verb:
            return True
        if token.dep.partition(":")[0] not in UNDER or (token.dep == "conj" and token.pos in ("VERB", "AUX")) or token.head is token:
            return False
        token = token.head
    return False


def _set_before(scene: Scene, asked: Asked) -> Iterator[str | None]:
    """Who is named in the phrase that opens the sentence right before the pronoun: `Après Anna Roy, |elle| est la deuxième`.

    A participle may say more of them: `Contre Paul Roy, jugé pour vol, |il| requiert un an`.
    """
    first = scene.first_of_sentence(asked.place)
    opening = scene.row[first : asked.place]
    if len(opening) < 2 or opening[-1].text != "," or not scene.has("pronouns.set_before", opening[0].text):
        return
    if any(token.pos in ("VERB", "AUX") and not _says_more(token) for token in opening):
        return
    for name in people(scene, range(first, asked.place)):
        before = scene.row[name.first - 1]
        if not scene.has("around.linking", before.text):
            yield name.actor


def _says_more(token: Token) -> bool:
    """Whether it is the participle of what is said of a name before it, behind a comma: `Paul Roy, |jugé| pour vol`."""
    return token.dep == "acl" and token.head.pos == "PROPN" and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"


def _apposed(scene: Scene, asked: Asked) -> Iterator[str | None]:
    """Who is named in what opens the sentence about the pronoun behind it: `Reçu par Anna Roy, |elle| part`, `Fils de Paul Roy, |il| part`."""
    first = scene.first_of_sentence(asked.place)
    opening = scene.row[first : asked.place]
    if len(opening) < 2 or opening[-1].text != ",":
        return
    start = next((token for token in opening if token.pos not in ("CCONJ", "ADV", "PUNCT") and token.lemma != "en"), opening[-1])
    of_person = start.pos in ("NOUN", "ADJ") and scene.lexicon.calling(start.text) in scene.lexicon.people
    participle = start.pos in ("VERB", "ADJ") and start.morph.get("VerbForm") == "Part"
    if (of_person or participle) and all(relative(token) for token in opening if finite(token)):
        behind = (name for name in people(scene, range(first, asked.place)) if scene.row[name.first - 1] is not start)
        yield from (name.actor for name in behind)  # `Appelée Anna Roy, |elle|` may well be her


def finite(token: Token) -> bool:
    return "Mood" in token.morph or token.morph.get("VerbForm") == "Fin"


def relative(verb: Token) -> bool:
    """Whether a finite verb, or the verb that it helps, is one of a relative clause."""
    return "acl:relcl" in (verb.dep, verb.head.dep if verb.pos == "AUX" else "")


def _willing(scene: Scene, asked: Asked) -> Iterator[str | None]:
    """Who wants, or acts so, that someone else does something: `Paul Roy veut qu'|il| parte`, `Paul Roy agit pour qu'|il| parte`."""
    row, place, verb = scene.row, asked.place, asked.verb
    if place < 2 or fold(row[place - 1].text) not in ("que", "qu'"):
        return
    before = row[place - 2]
    purpose = scene.has("pronouns.so_that", before.text) and verb.dep.startswith("advcl")
    wanted = verb.dep.startswith("ccomp") and scene.has("pronouns.willing", verb.head.lemma)
    if purpose or (wanted and (before is verb.head or scene.has("pronouns.negations", before.text))):
        yield _doer(scene, verb.head)


def _doer(scene: Scene, verb: Token) -> str | None:
    """Who does what the verb says, by the verbs that it hangs on where it has no subject of its own."""
    for _ in range(STEPS):
        subject = verb.child("nsubj")
        if subject is not None:
            if subject.morph.get("PronType") == "Rel" and verb.dep == "acl:relcl":
                return _meant(scene, verb.head)
            return _meant(scene, subject)
        if verb.head is verb or verb.dep.partition(":")[0] not in ("xcomp", "conj", "advcl"):
            return None
        other = next((child for child in verb.head.children if child.dep in CONTROL and child.start < verb.start), None)
        if verb.dep.startswith("xcomp") and other is not None:
            return _meant(scene, other)
        verb = verb.head
    return None


def _meant(scene: Scene, token: Token) -> str | None:
    """Whom the word means, or the name that stands beside it."""
    beside = (child for child in token.children if child.dep.partition(":")[0] in BESIDE and child.child("case") is None)
    return next((actor for word in (token, *beside) if (actor := scene.meant(word)) is not None), None)


def _told(scene: Scene, asked: Asked) -> Iterator[str | None]:
    """Who is named in the quotation that a colon opens behind the pronoun: nobody speaks of themselves by name."""
    if asked.quoted or asked.verb.child("aux:pass") is not None or asked.verb.dep.partition(":")[0] in ("acl", "advcl"):
        return
    after = scene.after_sentence(asked.place)
    colon = next((place for place in range(asked.place, after) if scene.row[place].text == ":"), after)
    if colon + 2 >= len(scene.row) or colon == after or not scene.quoted[colon + 2]:
        return
    end = colon + 2
    while end < len(scene.row) and scene.quoted[end]:
        end += 1
    yield from (name.actor for name in people(scene, range(colon + 2, end)) if not names_self(scene, name))


def people(scene: Scene, places: range) -> Iterator[Named]:
    """The people named there."""
    for place in places:
        name = scene.starting.get(place)
        if name is not None and name.type == "PER" and name.actor is not None:
            yield name
