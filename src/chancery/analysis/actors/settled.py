"""What the sentences around settle about a pronoun that the weights leave open, or give to someone told of before."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.barred import finite, relative
from chancery.analysis.actors.met import Met, is_known, is_person
from chancery.analysis.actors.ranking import Choice
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.silent import only_tells, words_before
from chancery.analysis.tokens import Token

ACTING = ("nsubj", "obj", "obl")
"""Relations of a state or body that a sentence is about, rather than of what is theirs."""
GOVERNED = 3
"""Words back over which a preposition before a name stands, an article and a title between."""


def last_speaker(scene: Scene, asked: Asked, before: Sequence[Met], rivals: Sequence[str]) -> Met | None:
    """The person who spoke last, in a sentence before, if none of those who could be meant was met since but in the words told."""
    people = [met for met in before if is_person(met) or met.human]
    last = next((met for met in reversed(people) if met.spoke and not met.quoted), None)
    if last is None or last.actor not in rivals or last.sentence == asked.sentence:
        return None
    if any(met.pronoun and met.subject and not met.known and met.gender == asked.gender and met.sentence > last.sentence for met in before):
        return None  # `Paul Roy le dit. Un soir, |il| vient. Il mange. « Oui », dit-il`: who acts since is not known
    return None if any(_rivals(scene, met, last, rivals, asked) for met in people if met.actor != last.actor) else last


def _rivals(scene: Scene, met: Met, last: Met, rivals: Sequence[str], asked: Asked) -> bool:
    """Whether someone met beside who spoke last, or since, could speak as well."""
    if met.sentence > last.sentence:
        return met.actor in rivals or (not met.quoted and met.gender in ("", asked.gender))
    governed = any(token.pos == "ADP" for token in scene.row[max(0, met.place - GOVERNED) : met.place])
    return met.sentence == last.sentence and not met.quoted and (met.subject or (is_person(met) and met.place > last.place and not governed))


def alone_before_words(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> Met | None:
    """Who could be meant, if the sentence before the quotation that the pronoun closes tells of nobody else: `Paul Roy entre. « Oui », dit-|il|`."""
    start, end = words_before(scene, asked.place) if asked.manner == "inset" and choice.chosen is None else (0, 0)
    first = start - (start > 0 and scene.row[start - 1].pos == "PUNCT")
    if not end or first != scene.first_of_sentence(start):
        return None
    near = [met for met in before if met.sentence == scene.sentence_of[start] - 1 and not met.quoted and met.gender in ("", asked.gender)]
    people = [met for met in near if met.plural == asked.plural and (is_person(met) or met.human)]
    named = next((met for met in people if is_person(met)), None)
    if named is None or named.actor not in choice.open:
        return None
    return named if all(met.actor == named.actor or (not met.known and met.place > named.place) for met in people) else None


def _owns(token: Token) -> bool:
    """Whether it only says whose something is: `la fin de |Paul Roy|`."""
    return token.dep.partition(":")[0] == "nmod" and token.child("case") is not None


def aside(scene: Scene, met: Met) -> bool:
    """Whether it is only named behind the verb, as whose something is: `La banque attend depuis l'annonce de |Paul Roy|`."""
    token = scene.row[met.place]
    behind = token.head.dep.partition(":")[0] in ("obl", "nmod") and token.head.pos == "NOUN"
    return _owns(token) and behind and not met.subject and not met.pronoun


def alone_before(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> Met | None:
    """One of several people who could be meant, if nobody else of that gender is told of in the sentence before, and nothing in the pronoun's own."""
    if choice.chosen is not None or len(choice.open) < 2 or not all(map(is_known, choice.open)) or asked.manner not in ("told", "speaks", "cited"):
        return None
    alike = [met for met in before if met.plural == asked.plural and met.gender in ("", asked.gender)]
    near = [met for met in alike if met.sentence == asked.sentence - 1 and not met.quoted]
    people = [met for met in near if is_person(met) or met.human or (met.known and scene.row[met.place].dep.partition(":")[0] in ACTING)]
    told = any(met.subject or not met.pronoun for met in people) and not any(met.sentence == asked.sentence for met in alike)
    return people[-1] if told and people[-1].actor in choice.open and all(met.actor == people[-1].actor for met in people) else None


def goes_on(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> Met | None:
    """The one person who could be meant, if a subject of the sentence before, and the pronoun opens its own; of several, who alone is told of there.

    Not where they only stand there as a pronoun beside another subject: `« Le suspect est arrêté », dit-|il|. Il a avoué`.
    """
    if choice.chosen is not None or not choice.open or not all(map(is_known, choice.open)) or asked.manner not in ("told", "speaks"):
        return None
    if not _begins(scene, asked, before, choice.open):
        return None
    near = [met for met in before if met.sentence == asked.sentence - 1 and not met.quoted and met.plural == asked.plural]
    last = next((met for met in reversed(near) if met.subject and met.actor in choice.open), None)
    opens = all(token.pos in ("CCONJ", "PUNCT") for token in scene.row[scene.first_of_sentence(asked.place) : asked.place])
    if last is None or (last.spoke and not (opens or asked.speaks)):
        return None  # `« Il est bon », dit Paul Roy. En mai, |il| part`
    others = [met for met in near if met.actor != last.actor and met.gender in ("", asked.gender)]
    if len(choice.open) > 1:
        alone = not last.pronoun and scene.row[last.place].dep.startswith("nsubj")
        return last if alone and not any(is_person(met) or met.human for met in others) else None
    return None if last.pronoun and not _heads(scene, last) and any(met.subject for met in others) else last


def _heads(scene: Scene, met: Met) -> bool:
    """Whether it is the subject of what the sentence tells: `|il| dit que le projet avance`, not `« Le projet avance », dit-|il|`."""
    token = scene.row[met.place]
    return token.dep.startswith("nsubj") and token.head.dep == "ROOT" and not token.text.startswith("-")


def presented(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> Met | None:
    """The one person whom the sentence before brings in with nobody and nothing else as its subject: `Il s'agit de |Paul Roy|. Il a 30 ans`."""
    if choice.chosen is not None or not choice.open or choice.likeliest.kind != "person" or asked.manner not in ("told", "speaks"):
        return None
    near = [met for met in before if met.sentence == asked.sentence - 1 and met.plural == asked.plural and met.gender in ("", asked.gender)]
    people = [met for met in near if is_person(met) or met.human]
    if not people or any(met.actor != choice.open[0] for met in people) or not _begins(scene, asked, before, choice.open):
        return None
    others = [met for met in near if met not in people]
    things = any(met.subject or (met.place > people[-1].place and scene.row[met.place].head.dep == "ROOT") for met in others)
    return people[-1] if not _owns(scene.row[people[0].place]) and not things and not any(met.quoted or met.pronoun for met in people) else None


def _begins(scene: Scene, asked: Asked, before: Sequence[Met], rivals: Sequence[str]) -> bool:
    """Whether a conjunction, or a phrase that tells of nobody who could be meant, opens the sentence: `Et |il| part`, `En mai, |il| part`."""
    first = scene.first_of_sentence(asked.place)
    opening = scene.row[first : asked.place]
    if all(token.pos in ("CCONJ", "PUNCT") for token in opening):
        return True
    here = (met for met in before if met.sentence == asked.sentence and met.gender in ("", asked.gender))
    others = any(met.actor in rivals or (met.human and not met.known) for met in here)
    return opening[-1].text == "," and not others and all(relative(token) for token in opening if finite(token))


def own_subject(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> Met | None:
    """The one subject before the pronoun in its sentence, if no person, where the likeliest is someone told of before.

    `L'Espagne suit ce qu'|elle| veut`, `Le projet avance et |il| aide`.
    """
    if asked.manner in ("inset", "cited") or choice.likeliest.kind != "person":
        return None
    near = [met for met in before if met.sentence == asked.sentence and met.quoted == asked.quoted and met.gender in ("", asked.gender)]
    near = [met for met in near if met.plural == asked.plural]
    subjects = [met for met in near if met.subject and (met.gender or met.known)]
    if len(subjects) != 1 or any(is_person(met) or met.human or met.pronoun for met in near):
        return None
    noun, verb = scene.row[subjects[0].place], asked.verb
    if not noun.dep.startswith("nsubj"):
        return None
    if subjects[0].known:
        return subjects[0] if verb.dep == "acl:relcl" and noun.head in verb.ancestors() and not scene.lexicon.speaks(noun.head) else None
    joined = verb.dep == "conj" and verb.head is noun.head and scene.row[asked.place - 1].pos == "CCONJ"
    return subjects[0] if joined and not _points(scene, noun, asked.place) else None


def _points(scene: Scene, noun: Token, place: int) -> bool:
    """Whether the clause of the noun before the place points to someone already: `|son| bilan`, `la foule |l'|acclame`."""
    owner = noun.child("det")
    own = owner is not None and scene.has("pronouns.possessives", owner.text)
    clause = scene.row[scene.first_of_sentence(place) : place]
    return own or any(token.pos == "PRON" and token.dep.partition(":")[0] in ("obj", "iobj") and token.head is noun.head for token in clause)


def nameless_subject(scene: Scene, asked: Asked, told: Sequence[Met]) -> bool:
    """Whether someone of whom nothing is known heads the pronoun's sentence, and nobody is named behind: `L'extrémiste a, selon |lui|, agi seul`."""
    here = [met for met in told if met.sentence == asked.sentence and met.gender in ("", asked.gender) and met.plural == asked.plural]
    if not here or here[0].known or here[0].pronoun or any(is_person(met) for met in here):
        return False
    noun, sounds = scene.row[here[0].place], tuple(scene.lexicon.sets["callings.sounding"])
    return noun.dep.startswith("nsubj") and noun.pos == "NOUN" and (here[0].human or noun.text.lower().endswith(sounds))


def subject_goes_on(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> bool:
    """Whether the pronoun's clause hangs on the verb of someone without a name, and the chosen one is only named there as whose something is.

    `La voisine s'inquiète de l'état d'Anna Roy, alors qu'|elle| a reçu une lettre`.
    """
    verb, mark = asked.verb, asked.verb.child("mark")
    timed = mark is not None and scene.has("pronouns.clauses", mark.text) and not scene.has("pronouns.links", mark.text)
    hangs = verb.dep.startswith("advcl") or (verb.dep.startswith("ccomp") and timed)
    if asked.manner != "told" or not hangs or not is_known(choice.likeliest.actor):
        return False
    here = [met for met in before if met.sentence == asked.sentence and met.gender in ("", asked.gender) and not met.plural]
    subject = next((met for met in here if scene.row[met.place].dep.startswith("nsubj") and scene.row[met.place].head is verb.head), None)
    named = [met for met in here if met.actor == choice.likeliest.actor]
    nameless = subject is not None and subject.human and not subject.known and bool(subject.gender)
    return nameless and bool(named) and all((_owns(scene.row[met.place]) or _does(scene.row[met.place])) and not met.pronoun for met in named)


def _does(token: Token) -> bool:
    """Whether it is by whom something is done: `aimée de |Paul Roy|`."""
    return token.dep == "obl:agent"


def first_subject(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """The last subject before the pronoun in its sentence, or the first of the last sentence; None where others that fit are met nearer."""
    alike = [met for met in before if met.quoted == asked.quoted and met.plural == asked.plural and met.gender in ("", asked.gender)]
    alike = [met for met in alike if not met.cited and (asked.speaks or not only_tells(scene, met))]
    here = [met for met in alike if met.sentence == asked.sentence]
    subjects = [met for met in here or alike if met.subject and met.sentence >= asked.sentence - 1]
    if not subjects:
        return None
    return subjects[-1] if here else subjects[0]


def several(scene: Scene, asked: Asked, before: Sequence[Met], choice: Choice) -> Met | None:
    """The group, or those who act for a state or body, of whom the first subject tells: `Les talibans partent, mais |ils| attaquent`."""
    first = first_subject(scene, asked, before) if asked.plural and choice.chosen is None else None
    return first if first is not None and first.known and (first.actor is None or first.kind == "group") else None
