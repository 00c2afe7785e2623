"""Noun phrases that a pronoun may stand for, and what their places say of them."""

import re
from dataclasses import dataclass

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

LONGEST_INSET = 18
"""Words between a verb of speech and the end of the subject behind it; of an apposition with its commas."""
PERSON = "person:"
BESIDE_VERB = 40
"""Code points between a noun and its verb that hold no more than an inset: `le maire|, de son côté,| a dit`."""
INSET = 6
"""Words from a verb back to its auxiliary."""
GLUED = re.compile(r"[.!?](?:(?<=[a-zà-ÿ0-9%].)|(?<=[a-zà-ÿ0-9%][\"»”].))[\"»”]?[A-ZÀ-Þ]")
"""The end of a sentence and the beginning of the next without a space."""
CLOSING = ('"', "»", "”")
"""Marks that end a quotation."""
ASIDE = ("acl:relcl", "advcl")
"""Relations of clauses that are not what a sentence tells."""
BESIDE = ("appos", "flat", "nmod")
"""Relations by which a name hangs on the title before it."""


@dataclass(slots=True)
class Met:
    """A noun phrase that a pronoun may stand for."""

    place: int
    sentence: int
    gender: str
    plural: bool
    actor: str | None
    sides: tuple[str, ...]
    subject: bool
    quoted: bool
    spoke: bool
    cited: bool = False
    """Only named as the source of what is told."""
    human: bool = False
    """A person, named or not."""
    pronoun: bool = False
    nameless: bool = False
    """Brought in as someone whom the text leaves without a name: `|un voisin|`, and the pronouns for them."""

    @property
    def known(self) -> bool:
        """Whether the actor, or at least the state or body that it acts for, is known."""
        return bool(self.actor or self.sides)

    @property
    def kind(self) -> str:
        """`person`, `group`, `body`; else `human` or `thing`."""
        if self.known:
            return "person" if is_person(self) else "group" if (self.actor or "").startswith("group:") else "body"
        return "human" if self.human else "thing"


def is_voice(scene: Scene, met: Met) -> bool:
    """Whether it is a body without a name, as far as its noun tells: `la direction`, `le groupe`."""
    noun = scene.row[met.place]
    return met.kind == "thing" and (key(noun.text) in scene.lexicon.body_nouns or scene.has("pronouns.voices", noun.lemma))


def acting(verb: Token) -> bool:
    """Whether a name before this verb is its subject: it is finite, or a present participle."""
    form = verb.morph.get("VerbForm")
    return form == "Fin" or "Mood" in verb.morph or (form == "Part" and verb.morph.get("Tense") == "Pres")


def source(scene: Scene, place: int) -> bool:
    """Whether the words before make it a speaker: `selon X`, `", a dit X`, `ce qu'a dit X`, whatever the parser found."""
    opening_words, sources = scene.lexicon.sets["pronouns.opening"], scene.lexicon.sets["pronouns.sources"]
    named = scene.starting.get(place) is not None
    place -= named and place > 1 and scene.has("around.titles", scene.row[place - 1].text)
    apposed = named and place > 1 and scene.row[place - 1].text == "," and scene.row[place - 2].pos != "PUNCT" and not _acts_at_once(scene, place)
    for back in range(place - (2 if apposed else 1), max(-1, place - LONGEST_INSET), -1):
        token = scene.row[back]
        word = fold(token.text)
        opens = word in opening_words and _opens(scene, back)
        if opens and all(word.pos != "ADP" for word in scene.row[back + 1 : place]):
            return True  # `Pour X, ...`, `Pour le député X, ...`
        if word in sources:
            return not scene.quoted[place]
        said = token.pos == "VERB" and (scene.lexicon.speaks(token) or closes(scene, _before_verb(scene, back)))
        if said or (back == place - 1 and taken_for_noun(scene, back)):
            opening = _before_verb(scene, back)
            first = scene.row[back + 1].text
            governed = back + 1 < place and _governed(scene, place)  # `a répliqué lundi à |X|`
            governed = governed or (_is_cited(scene, back) and _is_body(scene, place) and scene.has("pronouns.towards", first))  # `Y, cité par |X|,`
            return (
                opening >= 0
                and not (token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Pres")  # `, citant X`
                and not governed
                and (scene.row[opening].pos == "PUNCT" or (scene.row[opening].pos == "PRON" and scene.has("pronouns.links", scene.row[opening].text)))
                and not (back + 1 < place and scene.has("pronouns.towards", first) and (back + 3 >= place or _addressed(scene, back, place)))
            )
        if token.pos in ("PUNCT", "VERB", "SCONJ", "PRON") and not scene.has("around.indefinite", token.text):  # `dit l'un des élus, X`
            return False
    return False


def _acts_at_once(scene: Scene, place: int) -> bool:
    """Whether the name that starts here stands right before its verb, and beside no title: `Pour le maire, |Paul Roy| a menti`."""
    name = scene.starting.get(place)
    behind = scene.row[name.after : name.after + 1] if name is not None else []
    return any(token.pos in ("VERB", "AUX") and acting(token) for token in behind)


def brought_in(scene: Scene, place: int) -> bool:
    """Whether the noun tells of someone new, or without a name so far: `un jeune |élu|`, `ce |voisin|`, `l'|avocat| de Paul Roy`, `son |avocat|`."""
    owner, noun = scene.starting.get(place + 2), scene.lexicon.calling(scene.row[place].text)
    apart = any(noun in scene.lexicon.sets[f"callings.{nouns}"] for nouns in ("apart", "own", "kin"))
    if apart and owner is not None and owner.type == "PER" and scene.has("around.linking", scene.row[place + 1].text):
        return True
    before = next((token for token in reversed(scene.row[scene.first_of_sentence(place) : place]) if token.pos not in ("ADJ", "NUM")), None)
    if apart and before is not None and scene.has("pronouns.possessives", before.text):
        return True
    return before is not None and (before.morph.get("Definite") == "Ind" or scene.has("callings.demonstratives", before.text))


def contrasted(scene: Scene, place: int) -> bool:
    """Whether the sentence, up to its verb, sets the noun against whoever came before: `de son côté, le |maire| a dit`, `le |maire| lui-même dit`."""
    noun = scene.row[place]
    verb = noun.head if noun.dep.startswith("nsubj") and noun.head.start > noun.start else noun
    sets, text = scene.lexicon.sets, scene.document.text
    near = verb.start if verb.start - noun.end <= BESIDE_VERB else noun.start
    opening = fold(text[scene.row[scene.first_of_sentence(place)].start : near])
    behind = fold(text[noun.end : max(noun.end, verb.start)].partition(",")[0])
    return any(words in opening for words in sets["callings.contrasts"]) or any(words in behind for words in sets["callings.itself"])


def closes(scene: Scene, place: int) -> bool:
    """Whether a quotation ends at the place, a comma behind it left out: what a verb tells there, whichever it is, is who speaks."""
    place -= place > 0 and scene.row[place].text == ","
    return place > 0 and scene.row[place].text in CLOSING and scene.quoted[place - 1]


def _before_verb(scene: Scene, verb: int) -> int:
    """The place before a verb's auxiliaries, pronouns and adverbs."""
    place = verb - 1 - _between_auxiliary(scene, verb)
    while place > 0 and _goes_with(scene.row[place]):
        place -= 1
    return place


def _goes_with(token: Token) -> bool:
    return token.pos in ("AUX", "ADV") or token.dep == "aux:caus" or token.morph.get("Reflex") == "Yes"


def _between_auxiliary(scene: Scene, verb: int) -> int:
    """How many words stand between a verb and its auxiliary: `a |de son côté| dit`."""
    for back in range(verb - 1, max(-1, verb - INSET), -1):
        if scene.row[back].pos in ("PUNCT", "VERB", "SCONJ"):
            return 0
        if scene.row[back].pos == "AUX":
            return verb - 1 - back
    return 0


def _is_cited(scene: Scene, place: int) -> bool:
    """Whether the verb is a past participle without an auxiliary, which says of whoever stands before it what others did."""
    token = scene.row[place]
    past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
    return past and place > 0 and scene.row[place - 1].text == ","


def _is_body(scene: Scene, place: int) -> bool:
    name = scene.starting.get(place)
    return name is not None and name.type == "ORG"


def _governed(scene: Scene, place: int) -> bool:
    """Whether a preposition for whom a verb addresses stands right before, an article left out."""
    before = place - 1 - scene.has("around.articles", scene.row[place - 1].text)
    return before >= 0 and scene.has("pronouns.towards", scene.row[before].text)


def _addressed(scene: Scene, verb: int, place: int) -> bool:
    """Whether the title before the name belongs to whom the verb addresses: `a demandé au Premier ministre |Paul Roy|`."""
    titled = scene.lexicon.calling(scene.row[place - 1].text) in scene.lexicon.people
    return titled and not any(token.pos == "DET" for token in scene.row[verb + 3 : place])


def taken_for_noun(scene: Scene, place: int) -> bool:
    """Whether a word is a verb of speech, whatever else the tagger found: between a closed quotation, or a comma behind quoted words, and a name.

    `« Oui », juge |Anna Roy|`, `Il faut « attendre » un peu, juge |Anna Roy|`.
    """
    token = scene.row[place]
    if token.pos == "VERB" or not (closes(scene, place - 1) or _ends_quoting(scene, place) or _ends_telling(scene, place)):
        return False
    return scene.lexicon.spoken.infinitive(token.text, token.lemma) in scene.lexicon.speech


def _ends_quoting(scene: Scene, place: int) -> bool:
    """Whether a comma behind a sentence with quoted words stands before the word, and a name behind it."""
    if place < 2 or scene.row[place - 1].text != "," or scene.quoted[place]:
        return False
    titled = place + 1 < len(scene.row) and scene.has("around.titles", scene.row[place + 1].text)
    name = scene.starting.get(place + 1 + titled)
    return name is not None and name.type != "LOC" and any(scene.quoted[scene.first_of_sentence(place) : place])


def _ends_telling(scene: Scene, place: int) -> bool:
    """Whether a comma behind a clause with a finite verb stands before the word, and a person's name with its comma or the end behind it.

    `La mer monte, juge |Anna Roy|, géologue.`; the word is no noun there, for it has no article.
    """
    row, name = scene.row, scene.starting.get(place + 1)
    if place < 2 or row[place - 1].text != "," or name is None or name.type != "PER" or not row[place].text.islower():
        return False
    ends = name.after >= len(row) or row[name.after].text in (",", ".") or scene.sentence_of[name.after] != scene.sentence_of[place]
    before = row[scene.first_of_sentence(place) : place - 1]
    return ends and scene.inside[place - 2] is None and any(token.pos in ("VERB", "AUX") and acting(token) for token in before)


def _opens(scene: Scene, place: int) -> bool:
    """Whether a sentence begins at the word (`Mais pour X`), or a quotation ends before it."""
    place -= place > 0 and scene.row[place - 1].pos == "CCONJ"
    return not place or scene.sentence_of[place - 1] != scene.sentence_of[place] or (scene.quoted[place - 1] and not scene.quoted[place])


def nearest(found: list[Met]) -> Met | None:
    """Of the last sentence that has some: the one that spoke, or the only one."""
    for number in sorted({met.sentence for met in found}, reverse=True):
        here = [met for met in found if met.sentence == number]
        spoke = [met for met in here if met.spoke]
        return spoke[0] if spoke else one(here)
    return None


def one(found: list[Met]) -> Met | None:
    """The first, if all are the same actor."""
    return found[0] if found and len({met.actor for met in found}) == 1 else None


def is_person(met: Met) -> bool:
    return is_known(met.actor)


def is_known(actor: str | None) -> bool:
    """Whether it is a person with a name."""
    return actor is not None and actor.startswith(PERSON)


def predicated(noun: Token) -> bool:
    """Whether it only says what its subject is, and brings in nobody: `Paul Roy est |un homme|`, not `c'est |un homme|`."""
    subject = noun.child("nsubj") if noun.child("cop") is not None else None
    return subject is not None and subject.morph.get("PronType") != "Dem"


def apposed_to_subject(token: Token) -> bool:
    """`le ministre russe Sergueï Lavrov`: the name of a subject is one."""
    return token.dep.partition(":")[0] in BESIDE and token.child("case") is None and token.head.dep.startswith("nsubj")


def says(scene: Scene, name: Named) -> bool:
    """Whether a name is the subject of a verb of speech, or a source."""
    head = scene.head(name)
    apposed = apposed_to_subject(head)
    verb = head.head.head if apposed else head.head
    return ((head.dep.startswith("nsubj") or apposed) and scene.lexicon.speaks(verb)) or source(scene, name.first)


def beside_governed(scene: Scene, token: Token, person: bool) -> bool:
    """`du Premier ministre britannique Boris Johnson`, `dans la revue Nature`: the name of whoever a preposition governs is no subject."""
    noun = scene.lexicon.calling(token.head.text) in scene.lexicon.people if person else token.head.pos == "NOUN" and token.head.start < token.start
    return noun and token.dep.partition(":")[0] in BESIDE and token.head.child("case") is not None


def titled_and_governed(scene: Scene, place: int) -> bool:
    """Whether the noun that brings in the name here is governed: `ses liens avec l'écrivain accusé |Paul Roy|`."""
    for back in range(place - 1, max(0, place - LONGEST_INSET), -1):
        token = scene.row[back]
        if token.pos in ("PUNCT", "SCONJ", "PRON", "CCONJ") or "Mood" in token.morph:
            return False
        if scene.lexicon.calling(token.text) in scene.lexicon.people and token.pos == "NOUN":
            before = scene.row[back - 1]
            contracted = scene.has("around.contracted", before.text)
            return contracted or (before.pos == "DET" and scene.row[back - 2].pos == "ADP")
    return False


def verb_ahead(scene: Scene, place: int) -> Token | None:
    """The word behind a person's name, a comma or what stands between two of them left out: `X, ministre des Transports, |a dit|`."""
    row = scene.row
    while place < len(row) - 1 and row[place].pos in ("ADV", "PRON") and scene.has("capitals.clitics", row[place].text):
        place += 1
    if place >= len(row) or row[place].text != ",":
        return row[place] if place < len(row) else None
    for index in range(place + 1, min(place + LONGEST_INSET, len(row))):
        if row[index].text == ",":
            return next((token for token in row[index + 1 :] if token.pos == "AUX" or not scene.has("capitals.clitics", token.text)), None)
        if row[index].pos in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT") or scene.sentence_of[index] != scene.sentence_of[place]:
            return row[index] if index == place + 1 and row[index].morph.get("VerbForm") != "Part" else None
    return None


def told_by_another(scene: Scene, name: Named) -> bool:
    """Whether all up to the comma behind the name is what someone told: `La gare portera le nom d'Anna Roy, |a annoncé| lundi |le maire|`."""
    row, place, last = scene.row, name.after, scene.after_sentence(name.first)
    verb = next((index for index in range(place + 1, min(place + INSET, last)) if row[index].pos == "VERB"), last)
    if (
        verb >= last - 1
        or row[place].text != ","
        or not scene.lexicon.speaks(row[verb])
        or any(not _goes_with(token) for token in row[place + 1 : verb])
    ):
        return False
    before = row[scene.first_of_sentence(name.first) : name.first]
    clause = any(("Mood" in token.morph or token.morph.get("VerbForm") == "Fin") and token.dep not in ASIDE for token in before)
    return clause and _subject_behind(scene, verb)


def _subject_behind(scene: Scene, verb: int) -> bool:
    """Whether a definite noun for a person follows the verb, a day and adverbs left out."""
    for index in range(verb + 1, min(verb + INSET, scene.after_sentence(verb))):
        token = scene.row[index]
        if token.pos == "NOUN" and scene.has("around.definite_singular", scene.row[index - 1].text):
            return scene.lexicon.calling(token.text) in scene.lexicon.people
        if token.pos not in ("NOUN", "ADV", "DET", "ADJ"):
            return False
    return False


def inverted_verb(scene: Scene, place: int) -> Token:
    """The verb of an inverted pronoun by its neighbours, whatever the parser found: `a-t-il |dit|`, `|dit|-il`."""
    behind = (token for token in scene.row[place + 1 : place + 3] if token.pos == "VERB")
    before = (token for token in reversed(scene.row[max(0, place - 2) : place]) if token.pos == "VERB")
    return next((token for found in (behind, before) for token in found), scene.row[place].head)


def next_verb(scene: Scene, place: int) -> Token:
    return next((token for token in scene.row[place : place + 4] if token.pos == "VERB"), scene.row[place])


def is_agent(scene: Scene, place: int) -> bool:
    """Whether the name is who does what a passive verb says: `saluée par |X|`, `saluée par le maire |X|`."""
    token = scene.row[place]
    return "obl:agent" in (token.dep, token.head.dep if token.dep.partition(":")[0] in BESIDE else "")
