"""What the document calls its people: nouns beside names (`l'entraîneur du club, Jean Dupont`), by which they are meant again later."""

from collections.abc import Sequence
from functools import cached_property

from chancery.analysis.actors import ages
from chancery.analysis.actors.alongside import begins_clause, closes, finite, has_own, lists_on
from chancery.analysis.actors.headlines import lead
from chancery.analysis.actors.inhabitants import before_inhabitant
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import acting
from chancery.analysis.actors.phrases import LONGEST, WAS, Phrase, Phrases, apart
from chancery.analysis.actors.scene import Named, Person, Scene, dedicated, first_gender
from chancery.register import fold

SOON = 3
"""Sentences behind a noun that opens the text within which its bearer is named."""
NEAR = 90
"""Words back to the last word about someone who shares what they are called with someone else."""
BRACKETED = 5
"""Words of the longest bracket between a noun and the name that it introduces."""
ENDS = frozenset(".!?…")
"""Behind them a sentence begins, though a missing space hides it."""
BRACKETS = ("(", ")")
PERSON = "person:"


class Callings:
    """Who is called what, from the names of the document; and who is meant by such a noun without a name."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.phrases = Phrases(scene)
        self._known: dict[str, list[tuple[frozenset[str], str]]] = {}
        """By noun, as `_noun` has it: whose it is, and who."""
        self.labels: set[str] = set()
        """Words that stand as labels behind nouns for people."""
        self._own: set[tuple[str, str]] = set()
        """Nouns that stand beside a name with whose it is (`son avocat X`), and who."""
        self._nameless: set[str] = set()
        """Nouns met so far for people who are not named."""
        self.introduced: dict[int, tuple[Phrase, str]] = {}
        """By place of the noun: the phrases that stand beside a name, with the person."""
        for name in scene.names:
            if name.type == "PER" and name.after > name.first and not dedicated(scene, name):
                self._introduce(name)

    def called(self, phrase: Phrase) -> Sequence[tuple[frozenset[str], str]]:
        """Who is called so anywhere in the document: whose it is, and who."""
        return [each for noun in self._nouns(phrase) for each in self._known.get(noun, ())]

    def otherwise(self, actor: str, phrase: Phrase) -> bool:
        """Whether the document has another noun for someone."""
        same = self._nouns(phrase)
        return any(whose == actor for noun, known in self._known.items() if noun not in same for _, whose in known)

    def fields(self, actor: str, phrase: Phrase) -> frozenset[str]:
        """The fields of life that the other nouns tell of by which the document calls someone: `media` for `l'animateur Paul Roy`."""
        by_noun, same = self._scene.lexicon.fields, self._nouns(phrase)
        nouns = (noun.removeprefix(WAS) for noun, known in self._known.items() if noun not in same and any(whose == actor for _, whose in known))
        return frozenset(field for noun in nouns for field in by_noun.get(noun, ()))

    def pleads(self, actor: str) -> bool:
        """Whether the document calls someone a lawyer, prosecutor or judge: `l'avocate Anna Roy`, `Me Roy`."""
        scene = self._scene
        called = any(whose == actor for noun, known in self._known.items() if scene.has("callings.pleading", noun) for _, whose in known)
        if called or scene.person(actor).kinds & set(scene.lexicon.words["callings"]["pleading_kinds"]):
            return True
        named = (name.first for name in scene.names if name.actor == actor and name.first)
        return any(scene.has("callings.masters", scene.row[first - 1].text) for first in named)

    def _nouns(self, phrase: Phrase) -> tuple[str, ...]:
        """As what the bearer may be known: `le maire` is nobody who only was one, unless nobody is; `l'ancien maire` may be either."""
        was = f"{WAS}{phrase.calling}"
        return (was, phrase.calling) if phrase.former else (phrase.calling if phrase.calling in self._known else was,)

    def learn(self, phrase: Phrase, actor: str) -> None:
        """Note that someone is called so, though not beside their name."""
        known = self._known.setdefault(_noun(phrase), [])
        self.labels |= phrase.label
        if (phrase.words, actor) not in known:
            known.append((phrase.words, actor))

    def _introduce(self, name: Named) -> None:
        phrase, actor = self._before(name) or self._behind(name), name.actor
        if actor is None or not actor.startswith(PERSON):
            return
        person = self._scene.person(actor)
        among = self._among(name)
        if among is not None and not (person.gender and among.gender != person.gender):
            self.introduced.setdefault(among.noun, (among, actor))
        person.age = person.age if person.age is not None else ages.beside(self._scene, name)
        if phrase is None or (phrase.first > 1 and self._scene.has("around.attached", self._scene.row[phrase.first - 2].text)):
            return
        unsure = " " not in person.name or not self._scene.lexicon.person_gender(person.name)  # `Kim Yo Jong`
        guessed = unsure and person.gender == first_gender(self._scene, person.name)
        if phrase.gender and person.gender and phrase.gender != person.gender and not guessed:
            return
        said = phrase.gender or ("f" if self._is_womans(phrase) and not person.gender else "")
        person.gender = said or person.gender  # `Claude, une voisine`, `son institutrice, Claude`
        told = ages.of(self._scene, phrase)
        person.age = told.start if person.age is None and len(told) == 1 else person.age
        self.learn(phrase, actor)
        self._own.update([(_noun(phrase), actor)] if phrase.own else [])
        self.introduced.setdefault(phrase.noun, (phrase, actor))
        outer = self._outer(phrase, name)
        if outer is not None and not (outer.gender and person.gender and outer.gender != person.gender):
            self.introduced.setdefault(outer.noun, (outer, actor))
        first = self.phrases.joined(phrase) if phrase.noun < name.first else None
        if first is not None and not (first.gender and person.gender and first.gender != person.gender):
            self.introduced.setdefault(first.noun, (first, actor))

    def _is_womans(self, phrase: Phrase) -> bool:
        """Whether the noun is inflected for a woman: `son |institutrice|`."""
        noun, lexicon = self._scene.row[phrase.noun], self._scene.lexicon
        return noun.morph.get("Gender") == "Fem" and lexicon.calling(noun.text).removeprefix(WAS) != key(noun.text).removeprefix(WAS)

    def _outer(self, phrase: Phrase, name: Named) -> Phrase | None:
        """The noun of which the phrase beside the name says more: `|le porte-parole des mutins|, le colonel X`, where that is no list."""
        scene, row = self._scene, self._scene.row
        comma = phrase.first - 1
        if not phrase.definite or phrase.noun >= name.first or comma < 1 or row[comma].text != "," or not closes(scene, name.after):
            return None
        behind = row[name.after + 1] if name.after + 1 < len(row) and row[name.after].text == "," else None
        if behind is not None and behind.pos in ("DET", "CCONJ") and not scene.lexicon.speaks(behind):
            return None
        outer = self._ending(comma, name)
        listed = outer is not None and outer.first > 0 and (row[outer.first - 1].text == "," or row[outer.first - 1].pos == "CCONJ")
        return outer if outer is not None and outer.definite and not listed else None

    def _before(self, name: Named) -> Phrase | None:
        """The noun whose phrase ends right before the name, or before a comma that an apposition follows."""
        scene = self._scene
        end = name.first
        if end and scene.has("around.titles", scene.row[end - 1].text):
            end -= 1
        end = before_inhabitant(scene, end)
        if end and scene.row[end - 1].text == ")" and (bracket := self.phrases.bracket(end - 1)):
            end = bracket.start  # `le député Les Verts (EELV) X`
        if end and scene.row[end - 1].pos == "ADP":
            return None
        if end > 1 and self._inhabitant(end - 1):
            return None
        comma = end > 1 and scene.row[end - 1].text == ","
        if comma and scene.row[end - 2].text == ")":  # `le délégué de la Fédération (FD), X`
            end = next((place + 1 for place in range(end - 3, max(0, end - 3 - BRACKETED), -1) if scene.row[place].text == "("), end)
        if comma and not closes(scene, name.after):  # `Homme d'affaires, X s'est tu`
            opening = self._ending(end - 1, name)
            return opening if opening is not None and opening.first == opening.noun == scene.first_of_sentence(name.first) else None
        if not comma and end == name.first > 0 and name.after - name.first == 1 and self._names_thing(end - 1):
            return None
        found = self._ending(end - 1 if comma else end, name)
        if not comma and found is not None and self._kin_of(found):
            return None
        if comma and found is not None and found.noun > 1 and found.first <= found.noun:
            kin = self._kin_before(found)
            found = kin if kin is not None else found
        return None if comma and found is not None and (self._listed(found) or has_own(scene, found.first, name)) else found

    def _among(self, name: Named) -> Phrase | None:
        """The phrase of one of several right before a name and its comma, by which nobody is called again: `|l'un des élus|, Paul Roy, a dit`."""
        end = name.first - 1
        end -= end > 0 and self._scene.has("around.titles", self._scene.row[end].text)
        serves = name.actor is not None and bool(self._scene.register.offices_of(name.actor, self._scene.on))
        if end < 1 or serves or self._scene.row[end].text != "," or not closes(self._scene, name.after):
            return None
        first = max(self._scene.first_of_sentence(name.first), end - LONGEST)
        return next((one for place in range(end - 1, first, -1) if (one := self._one_of(place, end)) is not None), None)

    def _one_of(self, place: int, end: int) -> Phrase | None:
        """The phrase of one of several with its noun at a place, if it ends where the other does."""
        one = self.phrases.one_of(place)
        return one if one is not None and one.after == end else None

    def _kin_of(self, phrase: Phrase) -> bool:
        """Whether it is kin of someone whom the words tell, whose the name behind them is: `mari de la cheffe |Anna Roy|`."""
        return self._is_kin(phrase) and phrase.after > phrase.noun + 1 and self.phrases.of(phrase.noun + 1)

    def _kin_before(self, phrase: Phrase) -> Phrase | None:
        """The noun for kin of whoever the phrase before a comma means: `|la petite soeur| du dirigeant, Anna Roy,`."""
        row, place = self._scene.row, phrase.first - 1
        place -= place > 0 and not self.phrases.of(place) and row[place].pos == "DET"
        noun = place - 1
        if place < 1 or not (self.phrases.of(place) or self._scene.has("around.contracted", row[place].text)):
            return None
        found = self.phrases.at(noun) if self._scene.has("callings.kin", row[noun].text) else None
        return found if found is not None and self._scene.sentence_of[noun] == self._scene.sentence_of[phrase.noun] else None

    def _is_kin(self, phrase: Phrase) -> bool:
        return self._scene.has("callings.kin", self._scene.row[phrase.noun].text)

    def _listed(self, phrase: Phrase) -> bool:
        """Whether the phrase stands behind another name and its comma, whose it is: `|Anna Roy|, ancienne préfète, Paul Lis, maire,`."""
        row, comma = self._scene.row, phrase.first - 1
        before = self._scene.inside[comma - 1] if comma > 0 and row[comma].text == "," else None
        return before is not None and before.type == "PER" and row[phrase.first].pos != "DET"

    def _ending(self, end: int, name: Named) -> Phrase | None:
        """The noun for a person whose phrase ends right before this place, in the sentence of the name."""
        scene = self._scene
        best: Phrase | None = None
        serves = name.actor is not None and bool(scene.register.offices_of(name.actor, scene.on))  # `un proche du président, |Paul Roy|`
        apart = end < name.first and scene.row[end].text == "," and not serves
        for place in range(end - 1, max(-1, end - LONGEST), -1):
            token = scene.row[place]
            clausal = token.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ") and not scene.has("callings.phrase", token.text)
            clausal = clausal and not (token.text in BRACKETS and self.phrases.bracket(place)) and not self.phrases.described(place)
            if clausal or scene.sentence_of[place] != scene.sentence_of[name.first]:
                break
            inner = scene.inside[place]
            if inner is not None and inner.type == "PER":
                if self.phrases.owned_by(inner.first):
                    continue
                break
            found = self.phrases.at(place) if token.pos in ("NOUN", "PROPN", "ADJ") else None
            if apart and found is None and self._one_of(place, end):
                return None  # `l'un des conseillers du président, |Paul Roy|`
            if found is not None and found.after == end:
                if best is not None and best.noun == place + 1 and scene.row[best.noun].pos == "ADJ":
                    best = None  # `le |candidat| démocrate X`
                if best is not None and (best.noun == end - 1 or self._governed(best)):
                    if apart and self._governed(best):
                        return found  # `la femme du député, |Anna Roy|`, `un conseiller de la ministre, |Paul Roy|`
                    return best if best.noun == end - 1 else None
                best = found
        return best

    def _governed(self, phrase: Phrase) -> bool:
        """Whether the phrase says whose someone else is: `l'adjoint à |la maire|`, `l'avocat de |la maire|`."""
        row = self._scene.row
        return self.phrases.of(phrase.noun - 1) or (0 < phrase.first < phrase.noun and row[phrase.first - 1].pos == "ADP")

    def _names_thing(self, place: int) -> bool:
        """Whether the word is no noun for people but a thing that a surname tells apart: `le chef de la |campagne| Dupont`."""
        token = self._scene.row[place]
        return token.pos == "NOUN" and token.text.islower() and self._scene.lexicon.calling(token.text) not in self._scene.lexicon.people

    def _inhabitant(self, place: int) -> bool:
        """Whether the word is an inhabitant whose someone else is: the name behind `le frère de l'Américain` is the American's."""
        scene, before = self._scene, place - 1
        while before > 0 and scene.has("around.articles", scene.row[before].text):
            before -= 1
        token = scene.row[place]
        return token.text[0].isupper() and self.phrases.of(before) and scene.lexicon.demonym(token.text, scene.register) is not None

    def _behind(self, name: Named) -> Phrase | None:
        """The noun of an apposition behind the name: `Jean Dupont (PS), ancien maire de Lyon,`."""
        scene, place = self._scene, name.after
        if place < len(scene.row) and scene.row[place].text == "(":
            place = next((index + 1 for index in range(place, min(place + 5, len(scene.row))) if scene.row[index].text == ")"), place)
        if place >= len(scene.row) or scene.row[place].text != ",":
            return None
        place += place + 1 < len(scene.row) and scene.has("around.besides", scene.row[place + 1].text)
        for index in range(place + 1, min(place + 5, len(scene.row))):
            token = scene.row[index]
            if scene.sentence_of[index] != scene.sentence_of[name.first] or token.pos not in ("DET", "ADJ", "NOUN", "PROPN"):
                return None
            if token.pos in ("NOUN", "PROPN", "ADJ"):
                found = self.phrases.at(index)
                if found is not None:
                    one = index > 0 and scene.has("around.indefinite", scene.row[index - 1].text)  # `Anna Roy, une juge chargée de ..., a dit`
                    if self._begins_anew(name, found, one=one):
                        return None
                    turns = found.after < len(scene.row) and self.phrases.turns(found.noun, found.after)  # `raconte Paul, le mari d'Anna, |au Soir|`
                    return found if one or turns or closes(scene, found.after) or self._unclosed(name, found) else None
        return None

    def _begins_anew(self, name: Named, phrase: Phrase, *, one: bool) -> bool:
        """Whether a phrase behind a name and its comma, of `one` or brought in by a demonstrative, is what the sentence goes on with, or lists.

        `À la messe d'Anna, |un prêtre| a dit`, `Témoin de l'union d'Anna, |cette voisine| a dit`, `Anna, |la préfète| et le maire`.
        """
        apart = phrase.this and self._scene.row[phrase.noun].head not in self._scene.row[name.first : name.after]
        listed = phrase.definite and not phrase.this and lists_on(self._scene, phrase.after)
        return apart or listed or (one and begins_clause(self._scene, name, phrase.noun))

    def bearer(self, phrase: Phrase) -> str | None:
        """Whom a definite noun without a name means: the one person called so, or the one of several last met, near by."""
        if not phrase.definite:
            return self._again(phrase) if phrase.own else self._to_come(phrase)
        fitting: dict[str, Person] = {}
        told = ages.of(self._scene, phrase)
        for about, actor in self.called(phrase):
            person = self._scene.person(actor)
            whose = phrase.about <= about if self._is_kin(phrase) else not phrase.about or bool(phrase.words & about)
            if whose and (not phrase.label or phrase.label & about) and self._can_be(phrase, told, person) and not self.elsewhere(about, phrase):
                fitting[actor] = person
        if not fitting:
            return self._of_age(phrase, told) or self._narrower(phrase, told) or self._to_come(phrase)
        last = max(fitting.values(), key=lambda person: person.last)
        return last.id if len(fitting) == 1 or phrase.noun - last.last <= NEAR else None

    @cached_property
    def _places(self) -> frozenset[str]:
        """The words of the places that the document names, folded."""
        return frozenset(word for name in self._scene.names if name.type == "LOC" for word in fold(name.text).split())

    def elsewhere(self, about: frozenset[str], phrase: Phrase) -> bool:
        """Whether someone who is called so is so of another place: `le maire de Brives`, `le maire d'Ussel`; `À Ussel, le maire`."""
        where = (phrase.about & self._places) or self._opening(phrase)
        return bool(about & self._places) and bool(where) and not about & where

    def _opening(self, phrase: Phrase) -> frozenset[str]:
        """The words of the town or region with which the sentence opens, in front of the role."""
        scene = self._scene
        first = scene.first_of_sentence(phrase.noun)
        if not (scene.has("around.places", scene.row[first].text) or scene.has("around.inside", scene.row[first].text)):
            return frozenset()
        name = next((name for name in map(scene.starting.get, range(first + 1, phrase.first)) if name is not None), None)
        inside = name is not None and name.type == "LOC" and not any(token.pos in ("VERB", "PUNCT") for token in scene.row[first : name.first])
        return frozenset(fold(name.text).split()) if name is not None and inside and not scene.register.is_state(name.actor or "") else frozenset()

    def _to_come(self, phrase: Phrase) -> str | None:
        """Who alone is called so and is named beside the noun soon behind, where the text opens with it: `a dit |la juge|. ... la juge Anna Roy`.

        Behind an indefinite article the words must also tell of the same: `un juge de Brives`, `Paul Lis, juge à Brives`.
        """
        scene, here = self._scene, self._scene.sentence_of[phrase.noun]
        called = {actor for _, actor in self.called(phrase)}
        if phrase.own or phrase.this or len(called) != 1 or scene.quoted[phrase.noun] or here > scene.sentence_of[max(0, lead(scene))] + 1:
            return None
        actor, person = min(called), scene.person(min(called))
        beside = (other for place, (other, whose) in self.introduced.items() if place > phrase.noun and whose == actor)
        soon = [other for other in beside if other.calling == phrase.calling and scene.sentence_of[other.noun] <= here + SOON]
        clash = (phrase.gender and person.gender and phrase.gender != person.gender) or person.last >= 0
        same = [other for other in soon if phrase.about & other.about or (phrase.definite and not (phrase.about and other.about))]
        return actor if same and not clash else None

    def _narrower(self, phrase: Phrase, told: range) -> str | None:
        """The one person near by who is called by a narrower noun: `Anna Roy, maire d'Ussel`, then `l'édile`; nobody else with a name may be."""
        narrower = () if phrase.former or phrase.calling in self._nameless else self._scene.lexicon.narrower.get(phrase.calling, ())
        known = {actor: about for noun in narrower for about, actor in self._known.get(noun, ())}
        if len(known) != 1 or self._nameless.intersection(narrower):
            return None
        (actor, about), *_ = known.items()
        person = self._scene.person(actor)
        fits = self._can_be(phrase, told, person) and (not phrase.about or phrase.words & about)
        return actor if fits and phrase.noun - person.last <= NEAR else None

    def _unclosed(self, name: Named, phrase: Phrase) -> bool:
        """Whether only the comma is missing behind an apposition that has no article, or whose name opens the sentence.

        `|Anna Roy|, la chef de gare dit`, `avec |Anna Roy|, chef de gare dit`.
        """
        row = self._scene.row
        if row[phrase.first].pos not in ("DET", "ADP", "NUM") and row[phrase.first - 1].text == "," and finite(self._scene, phrase.after):
            return True
        verb = row[phrase.after] if phrase.after < len(row) else None
        opens = name.first == self._scene.first_of_sentence(name.first) or row[name.first - 1].text in ENDS
        return verb is not None and opens and verb.pos in ("VERB", "AUX") and acting(verb)

    def _can_be(self, phrase: Phrase, told: range, person: Person) -> bool:
        """Whether someone who was named before can be called so, by gender and age."""
        clash = (phrase.gender and person.gender and phrase.gender != person.gender) or ages.clash(told, person)
        return not clash and 0 <= person.last < phrase.noun

    def _of_age(self, phrase: Phrase, told: range) -> str | None:
        """The one person of that very age, if the words are of one: `la couturière de 28 ans` is Anna, who is 28."""
        same = [person for person in self._scene.people.values() if len(told) == 1 and person.age in told and self._can_be(phrase, told, person)]
        return same[0].id if len(same) == 1 else None

    def _again(self, phrase: Phrase) -> str | None:
        """`Son avocat`, where the document has one and brought him in as `son avocat X`; not for kin, whom everyone has."""
        called = {actor for _, actor in self.called(phrase)}
        met = [actor for actor in called if 0 <= self._scene.person(actor).last < phrase.noun and (_noun(phrase), actor) in self._own]
        return (
            met[0]
            if len(called) == len(met) == 1 and not self._is_kin(phrase) and not phrase.about and phrase.calling not in self._nameless
            else None
        )

    def is_named(self, phrase: Phrase) -> bool:
        """Whether a name that nobody knows stands right behind the noun, which is likely the bearer's own: `le sociologue |Zoubir Arous|`."""
        name = self._scene.starting.get(phrase.noun + 1)
        if self._is_spelled(phrase):
            return True
        if name is None or name.type != "ORG" or not (name.actor or "").startswith("org:"):
            return False
        words = [token.text for token in self._scene.row[name.first : name.after]]
        return len(words) > 1 and all(word.istitle() for word in words) and not self._scene.has("around.articles", words[0])

    def _is_spelled(self, phrase: Phrase) -> bool:
        """Whether the phrase ends with two words that are spelled as a name, though nothing found one there: `l'imam elbonien |Abou Salim|`."""
        scene, last = self._scene, range(phrase.after - 2, phrase.after)
        bare = last.start > phrase.noun and all(scene.inside[place] is None and scene.row[place].pos == "PROPN" for place in last)
        linked = scene.has("around.linking", scene.row[last.start - 1].text) or scene.has("around.articles", scene.row[last.start - 1].text)
        return bare and all(scene.row[place].text.istitle() for place in last) and not linked

    def leave(self, phrase: Phrase) -> None:
        """Note that someone who is called so is brought in without a name."""
        if not phrase.definite or not self.phrases.lone(phrase):
            self._nameless.add(phrase.calling)

    def nameless(self, noun: int) -> bool:
        """Whether someone who is called so was brought in without a name."""
        return self._scene.lexicon.calling(self._scene.row[noun].text) in self._nameless

    def goes_back(self, phrase: Phrase) -> bool:
        """Whether the noun by itself points to whoever spoke last: `cet habitant`, or `l'élu` if nobody without a name is called so."""
        known = phrase.former or (phrase.calling in self._scene.lexicon.again and self.phrases.lone(phrase))
        return phrase.this or (phrase.definite and known and phrase.calling not in self._nameless)

    def goes_on(self, phrase: Phrase) -> bool:
        """Whether the noun can be another word for whoever spoke right before: a definite one, whose bearer is not someone else's man."""
        scene = self._scene
        own = not apart(scene, phrase) and phrase.calling not in self._nameless
        named = any((name := scene.inside[index]) is not None and name.type == "PER" for index in range(phrase.noun, phrase.after))
        return phrase.definite and own and not named


def _noun(phrase: Phrase) -> str:
    """The noun by which the document's people are kept: that of an office held no more is another than that of the office."""
    return f"{WAS}{phrase.calling}" if phrase.former else phrase.calling
