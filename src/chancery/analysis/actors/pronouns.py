"""Subject pronouns and words of class for whom they stand; open where two could be meant."""

from collections import Counter
from collections.abc import Sequence

from chancery.analysis.actors.asfor import as_for
from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.candidates import candidates
from chancery.analysis.actors.construed import construed
from chancery.analysis.actors.impersonal import impersonal
from chancery.analysis.actors.latter import last_named
from chancery.analysis.actors.listed import heads
from chancery.analysis.actors.met import (
    BESIDE,
    Met,
    acting,
    apposed_to_subject,
    beside_governed,
    brought_in,
    contrasted,
    is_known,
    is_person,
    is_voice,
    predicated,
    source,
    titled_and_governed,
    told_by_another,
    verb_ahead,
)
from chancery.analysis.actors.ranking import NOBODY, Candidate, Choice, Ranker
from chancery.analysis.actors.resumed import resumed
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.analysis.actors.settled import (
    alone_before,
    alone_before_words,
    aside,
    goes_on,
    last_speaker,
    nameless_subject,
    own_subject,
    presented,
    several,
    subject_goes_on,
)
from chancery.analysis.actors.silent import living, named_in_words
from chancery.analysis.actors.stressed import stressed
from chancery.analysis.actors.tellers import teller
from chancery.analysis.actors.tocome import to_come
from chancery.analysis.tokens import Token
from chancery.register import fold

FAR, FAR_ROLE, FARTHEST = 3, 6, 12
"""Sentences back over which anyone is kept, a role is found again, a subject is kept (before a long quotation)."""
LIKELIER, SPEAKER = 0.55, 0.55
"""How likely someone must be to be meant where no other actor could be, and to speak, for a wrong bearer costs twice what none does.

Of 741 pronouns that the weights had not seen, chosen because earlier ones were unsure, those from 0.6 to 0.7 are right in 71 of 100, those from
0.5 to 0.6 in 56.
"""
PERSON = "person:"
NAMELESS = Choice(Candidate("human", ()), None)
"""The choice of someone whom the text leaves without a name."""


class Pronouns:
    """Noun phrases as they are met, and who is meant when a pronoun follows."""

    def __init__(self, scene: Scene, ranker: Ranker, dead: frozenset[str] = frozenset()) -> None:
        self._scene, self._ranker, self._dead = scene, ranker, dead
        self._met: list[Met] = []
        self._spoken: Counter[str] = Counter()
        """How often each actor spoke so far."""
        self._everyone: set[str | None] = set()
        """The people met outside quotations so far."""
        self._called_nameless: set[str] = set()
        """What those without a name are called who were brought in so far."""

    @property
    def met(self) -> Sequence[Met]:
        """The noun phrases met so far that are not too far back."""
        return self._met

    def meet_name(self, name: Named) -> None:
        """A name may be taken up again by a pronoun."""
        unknown = name.actor is None and not name.sides
        if (unknown and name.type != "PER") or self._beside(name) or self._scene.in_crosshead(name.first):
            return
        self._add(name.first, self._scene.head(name), name.actor, name.sides)
        self._met[-1].human = unknown  # who goes by a first name stands in the way of those before
        self._met[-1].subject = self._met[-1].subject or heads(self._scene, name)
        behind = verb_ahead(self._scene, name.after) if name.type == "PER" else next(iter(self._scene.row[name.after : name.after + 1]), None)
        before = self._scene.row[name.first - 1] if name.first else None
        governed = before is not None and before.pos == "ADP" and not self._scene.has("around.titles", before.text)
        governed = governed or beside_governed(self._scene, self._scene.row[name.first], name.type == "PER")
        governed = governed or (name.type == "PER" and titled_and_governed(self._scene, name.first))
        apart = before is not None and before.text == "," and any(token.text == "," for token in self._scene.row[name.after : name.after + 1])
        governed = governed and not (apart and name.type == "PER")  # `le porte-parole du ministère, |Paul Roy|, a dit`
        governed = governed or (name.type == "PER" and told_by_another(self._scene, name))
        if behind is not None and behind.pos in ("VERB", "AUX") and not governed and acting(behind):
            self._met[-1].subject = True
            self._met[-1].spoke = self._met[-1].spoke or self._speech_ahead(behind)

    def _beside(self, name: Named) -> bool:
        """Whether the noun before the name is what is meant: `le stade Paul Roy`, `la députée LR`."""
        before = self._scene.row[name.first - 1] if name.first else None
        if before is None or name.type == "LOC":
            return False
        person = before.pos == "NOUN" and self._scene.lexicon.calling(before.text) in self._scene.lexicon.people
        return dedicated(self._scene, name) if name.type == "PER" else person

    def _speech_ahead(self, verb: Token) -> bool:
        """Whether the verb that begins here is one of speech, auxiliaries before it allowed."""
        main = verb.head if verb.pos == "AUX" and verb.dep.startswith("aux") else verb
        return main.child("aux:pass") is None and self._scene.lexicon.speaks(main)

    def meet_role(self, place: int, actor: str | None, sides: tuple[str, ...], after: int = 0) -> None:
        """A role may be taken up again, whether its bearer is known or not; `after` is the word behind it."""
        if actor is None and predicated(self._scene.row[place]):
            return
        self._add(place, self._scene.row[place], actor, sides)
        lexicon, met = self._scene.lexicon, self._met[-1]
        noun = self._scene.row[place]
        inhabitant = noun.text[0].isupper() and lexicon.demonym(noun.text, self._scene.register) is not None
        met.human = not met.plural and (lexicon.calling(noun.text) in lexicon.people or inhabitant)
        if met.human and actor is None:
            met.nameless = brought_in(self._scene, place) or lexicon.calling(noun.text) in self._called_nameless
            self._called_nameless.update([lexicon.calling(noun.text)] * met.nameless)
        behind = verb_ahead(self._scene, after) if after and met.human and actor is None else None
        if behind is not None and self._scene.has("around.indefinite", self._scene.row[place - 1].text) and acting(behind):
            met.subject = met.subject or behind.pos in ("VERB", "AUX")
            met.spoke = met.spoke or self._speech_ahead(behind)

    def speaking(self, place: int, gender: str, *, at_once: bool = False) -> str | None:
        """The person who spoke last, if a noun that speaks here can mean them; None where someone without a name did.

        `at_once` wants nothing but quoted words between.
        """
        scene, token = self._scene, self._scene.row[place]
        speaks = token.dep.startswith("nsubj") and scene.lexicon.speaks(token.head)
        if not ((speaks and not scene.quoted[place]) or source(scene, place)):
            return None
        if contrasted(scene, place):
            return None
        near = scene.sentence_of[place] - FAR_ROLE
        last = next(
            (met for met in reversed(self._met) if (met.human or is_person(met)) and met.spoke and not met.quoted and met.sentence >= near), None
        )
        after = [met for met in self._met if last is not None and met.place > last.place and not met.quoted]
        between = {met.actor for met in after if met.subject and is_person(met)}
        if at_once and last is not None and (scene.has("callings.answers", token.head.lemma) or self._told_since(last, place)):
            return None
        if last is None and not at_once and len(self._everyone) == 1:
            return next(iter(self._everyone))
        if last is None or not is_person(last) or between - {last.actor} or (gender and last.gender and gender != last.gender):
            return None
        return last.actor

    def unknown_spoke(self, place: int) -> bool:
        """Whether whoever spoke last, before a noun that speaks here, is not known: `« Oui », dit un cadre. « Non », dit |ce cadre|`."""
        scene = self._scene
        if not source(scene, place):
            return False
        told = [met for met in self._met if met.spoke and not met.quoted and met.sentence >= scene.sentence_of[place] - FAR_ROLE]
        return bool(told) and told[-1].human and not told[-1].known and (told[-1].nameless or told[-1].pronoun)

    def _told_since(self, last: Met, place: int) -> bool:
        """Whether a sentence that is not quoted throughout stands between."""
        scene = self._scene
        between = range(scene.after_sentence(last.place), scene.first_of_sentence(place))
        return any(scene.row[index].pos in ("VERB", "AUX") and not scene.quoted[index] for index in between)

    def meet_people(self, place: int, actor: str) -> None:
        """A people or group: `les talibans`, `les Russes`."""
        scene, token = self._scene, self._scene.row[place]
        verb = token.head
        spoke = token.dep.startswith("nsubj") and scene.lexicon.speaks(verb)
        self._met.append(Met(place, scene.sentence_of[place], "", True, actor, (), token.dep.startswith("nsubj"), scene.quoted[place], spoke))

    def meet_noun(self, place: int) -> None:
        """Any other noun stands in the way of those before it."""
        token = self._scene.row[place]
        if (token.pos == "PROPN" and not token.dep.startswith("nsubj")) or predicated(token):
            return
        if token.dep.partition(":")[0] in ("nsubj", "obj", "obl", "ROOT"):
            self._add(place, token, None, ())
            self._met[-1].human = token.pos == "PROPN" and token.child("det") is None and not self._met[-1].plural

    def _add(self, place: int, token: Token, actor: str | None, sides: tuple[str, ...]) -> None:
        scene = self._scene
        verb = token.head.head if apposed_to_subject(token) else token.head
        told = not self._governed(place) and source(scene, place)
        if is_known(actor) and (told or not scene.quoted[place]):
            self._everyone.add(actor)
        self._met.append(
            Met(
                place,
                scene.sentence_of[place],
                self._gender(place, token, actor),
                self._plural(place, token, actor),
                actor,
                sides,
                token.dep.startswith("nsubj") or apposed_to_subject(token) or told,
                scene.quoted[place] and not told,
                told or ((token.dep.startswith("nsubj") or apposed_to_subject(token)) and scene.lexicon.speaks(verb)),
                told
                and place > 0
                and scene.has("pronouns.sources", scene.row[place - 1 - scene.has("around.articles", scene.row[place - 1].text)].text),
            )
        )

    def _governed(self, place: int) -> bool:
        """Whether it is only whose someone else is: `selon la nièce de X`, `selon un proche du |ministre|`; not `selon les mots du |ministre|`."""
        scene, row = self._scene, self._scene.row
        named = scene.inside[place] is not None
        titled = named and place > 0 and scene.lexicon.calling(row[place - 1].text) in scene.lexicon.people
        before = place - 1 - titled
        while before > 0 and scene.has("around.articles", row[before].text):
            before -= 1
        if before <= 0 or not scene.has("around.linking", row[before].text):
            return False
        owned = row[before - 1].text
        return (named and not titled) or scene.lexicon.calling(owned) in scene.lexicon.people or scene.has("pronouns.close", owned)

    def _gender(self, place: int, token: Token, actor: str | None) -> str:
        if actor is not None and actor.startswith(PERSON):
            return self._scene.person(actor).gender.replace("?", "")
        before = fold(self._scene.row[place - 1].text) if place else ""
        if self._scene.has("around.feminine_determiners", before):
            return "f"
        if self._scene.has("pronouns.masculine_before", before):
            return "m"
        return {"Masc": "m", "Fem": "f"}.get(token.morph.get("Gender", ""), "")

    def _plural(self, place: int, token: Token, actor: str | None) -> bool:
        if actor is not None and actor.startswith(PERSON):
            return False
        before = fold(self._scene.row[place - 1].text) if place else ""
        return self._scene.has("pronouns.plural_before", before) or (token.morph.get("Number") == "Plur" and token.pos == "NOUN")

    def bearer(self, place: int) -> Choice | None:
        """Whom the pronoun at this place stands for; None where it is impersonal."""
        asked = Asked.at(self._scene, place)
        if asked.manner != "cited" and impersonal(self._scene, place, asked.verb):
            return None
        ahead = next((met for take in (as_for, resumed, stressed) if (met := take(self._scene, asked, self._met)) is not None), None)
        choice = _meant(ahead) if ahead is not None else construed(self._scene, asked) or to_come(self._scene, asked) or self._chosen(asked)
        found, likeliest = choice.chosen, choice.likeliest.kind
        if found is None and likeliest == NOBODY and not asked.speaks:
            return choice
        someone = found is None and (asked.speaks or likeliest == "human")  # who stands in the way of those before
        actor, sides = (found.actor, found.sides) if found is not None else (None, ())
        human = someone and not asked.plural
        self._met.append(
            Met(place, asked.sentence, asked.gender, asked.plural, actor, sides, True, asked.quoted, asked.speaks, human=human, pronoun=True)
        )
        self._met[-1].nameless = choice is NAMELESS
        return choice

    def _chosen(self, asked: Asked) -> Choice:
        before = living(self._met, self._dead, asked)
        found = candidates(self._scene, asked, before, self._spoken)
        tags = asked.speaks and asked.manner != "speaks"
        if (asked.speaks and asked.plural) or (tags and all(one.kind != "person" for one in found)):
            told = teller(self._scene, before, asked)
            return NAMELESS if told is not None and self._acts_since(told, before, asked) else _meant(told)
        if tags and self._nameless(asked):
            return NAMELESS
        choice = self._protagonist(asked, before, self._ranker.choose(self._scene.row[asked.place], asked.manner, found, _least(asked)))
        choice = self._of_another(asked, before, choice)
        if subject_goes_on(self._scene, asked, before, choice):
            return NAMELESS
        if choice.chosen is None and tags:
            speaker = last_speaker(self._scene, asked, before, choice.open)
            if speaker is not None:
                return _meant(speaker)
        here = own_subject(self._scene, asked, self._met, choice)
        if here is not None:
            return _meant(here)
        topic = self._topic(asked, choice)
        if topic is not None:
            return _meant(topic)
        settled = (alone_before_words, alone_before, goes_on, presented, several)
        alone = next((met for settle in settled if (met := settle(self._scene, asked, before, choice)) is not None), None)
        return _meant(alone) if alone is not None else choice.ventured

    def _acts_since(self, told: Met, before: Sequence[Met], asked: Asked) -> bool:
        """Whether someone without a name acts since a body spoke, whose words `selon elle` tells: `selon X. La |juge| rit. Selon elle`."""
        since = (met for met in before if met.place > told.place and met.subject and not met.quoted and not met.plural)
        return asked.manner == "cited" and not asked.plural and any(met.human and not met.known and met.gender == asked.gender for met in since)

    def _of_another(self, asked: Asked, before: Sequence[Met], choice: Choice) -> Choice:
        """The choice anew if it was one whom the words said tell of by name; open where whoever is left never spoke."""
        silent = named_in_words(self._scene, asked.place) if asked.manner == "inset" else frozenset[str]()
        if choice.chosen is None or choice.chosen.actor not in silent:
            return choice
        found = candidates(self._scene, asked, before, self._spoken, silent)
        anew = self._ranker.choose(self._scene.row[asked.place], asked.manner, found, _least(asked))
        actor = anew.chosen.actor if anew.chosen is not None else None
        return Choice(anew.likeliest, None, (actor,)) if actor and not any(met.spoke and met.actor == actor for met in before) else anew

    def _topic(self, asked: Asked, choice: Choice) -> Met | None:
        """The state, body or bearer of an unknown name that the sentence before is about, where nobody who could be meant is named as near."""
        scene = self._scene
        starts = asked.place == scene.first_of_sentence(asked.place)
        if asked.manner != "told" or asked.plural or not starts or choice.likeliest.kind != "person":
            return None
        near = [
            met for met in self._met if met.sentence == asked.sentence - 1 and not met.quoted and met.gender in ("", asked.gender) and not met.plural
        ]
        noun = next((met for met in near if met.subject), None)
        if noun is None or not noun.gender or any((is_person(met) or met.human) and not aside(scene, met) for met in near):
            return None
        first = next((met for met in near if met.known and _names(scene, met, noun)), noun)
        named = first.kind in ("body", "group") or (first.kind == "thing" and scene.row[first.place].pos == "PROPN")
        return first if named else None

    def _protagonist(self, asked: Asked, before: Sequence[Met], choice: Choice) -> Choice:
        """Who spoke twice before, behind a quotation that opens a paragraph, where the likeliest was only told of and never spoke."""
        actor = choice.chosen.actor if choice.chosen is not None and asked.manner == "inset" else None
        if not is_known(actor) or actor in self._spoken:
            return choice
        told = [met for met in before if is_person(met) and met.subject and not met.quoted and met.gender in ("", asked.gender)]
        last = next((met for met in reversed(told) if met.actor == actor), None)
        spoke = [met for met in told if met.spoke and self._spoken[met.actor or ""] > 1]
        if last is None or last.spoke or not spoke:
            return choice
        between = self._scene.document.text[self._scene.row[last.place].end : self._scene.row[asked.place].start]
        return _meant(spoke[-1]) if "\n" in between else choice

    def _nameless(self, asked: Asked) -> bool:
        """Whether someone or a body without a name spoke last, and nobody with one was a subject since: the next words are theirs too."""
        told = [met for met in self._met if not met.quoted]
        last = next((met for met in reversed(told) if met.spoke), None)
        if asked.manner == "cited" and nameless_subject(self._scene, asked, told):
            return True
        if (
            last is None
            or not (last.nameless or is_voice(self._scene, last))
            or last.known
            or last.gender not in ("", asked.gender)
            or last.sentence < asked.sentence - FAR
        ):
            return False
        return not any(met.subject and is_person(met) and met.place > last.place for met in told)

    def latter(self, place: int) -> str | None:
        """Whom `ce dernier` or `cette dernière` means at this place: the person last named, if of that gender; None where another word follows."""
        scene, row = self._scene, self._scene.row
        if not place or not scene.has("callings.demonstratives", row[place - 1].text):
            return None
        if place + 1 < len(row) and row[place + 1].pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        gender = "f" if scene.has("around.feminine_determiners", row[place - 1].text) else "m"
        named = last_named(scene, place, gender, self._met)
        return named.actor if named is not None and named.gender in ("", gender) else None

    def forget(self, sentence: int) -> None:
        """Drop what is too far back to be meant, unless the sentence is quoted throughout; count who spoke in the sentence."""
        for met in reversed(self._met):
            if met.sentence < sentence:
                break
            if met.spoke and met.actor:
                self._spoken[met.actor] += 1
        if self._scene.told_through(sentence):
            return
        self._met = [
            met for met in self._met if met.sentence >= sentence - FAR or (met.subject and not met.quoted and met.sentence >= sentence - FARTHEST)
        ]


def _names(scene: Scene, met: Met, noun: Met) -> bool:
    """Whether it is the name beside the noun: `l'association |Fleur de Mai|`."""
    token = scene.row[met.place]
    return token.head is scene.row[noun.place] and token.dep.partition(":")[0] in BESIDE and token.child("case") is None


def _meant(met: Met | None) -> Choice:
    """The choice that a rule makes."""
    if met is None or not met.known:
        return Choice(Candidate(NOBODY, ()), None)
    meant = Candidate(met.kind, (), met.actor, met.sides)
    return Choice(meant, meant)


def _least(asked: Asked) -> float:
    """How likely someone must be to be meant."""
    return SPEAKER if asked.speaks else LIKELIER
