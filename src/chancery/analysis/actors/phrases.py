"""Nouns for one person with their complements: `le maire de la ville`, `l'ancien ministre`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import source, taken_for_noun
from chancery.analysis.actors.scene import Named, Scene, hyphened, past_hyphens
from chancery.analysis.tokens import Token
from chancery.register import fold

LONGEST = 14
"""Words from a noun to the end of its phrase, or to the name that it introduces."""
AGE = 3
"""Words of an age behind a noun: `de 46 ans`."""
BEFORE_NOUN = 3
"""Words from behind a determiner to its noun, that included, at most: `les |deux jeunes femmes|`."""
LABEL = 6
"""Words from the opening mark of a bracket that holds a party to the closing one, at most: `(ex-PS, divers gauche)`."""
WAS = "ex "
"""Before what someone is no more."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun for a person, with its complements."""

    first: int
    """The determiner, or the noun."""
    noun: int
    after: int
    """The word behind its last complement."""
    calling: str
    about: frozenset[str]
    """The words that say whose or which one, folded."""
    gender: str
    definite: bool
    this: bool
    """Brought in by a demonstrative."""
    former: bool
    """What someone was before: `l'ancien ministre`."""
    own: bool = False
    """Brought in by whose it is: `son avocat`."""
    label: frozenset[str] = frozenset()
    """The words of a body right behind the noun, which tell no one apart: `le sénateur LR`."""

    @property
    def words(self) -> frozenset[str]:
        """All that stands with the noun."""
        return self.about | self.label


def apart(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun is one for someone's man, who is mostly another: `le conseiller du maire`.

    Who was it is not (`l'ancien conseiller du maire`), nor is one with a seat (`le conseiller régional`).
    """
    behind = scene.row[phrase.noun + 1].text if phrase.noun + 1 < len(scene.row) else ""
    mostly = any(scene.has("callings.apart", word) for word in (scene.row[phrase.noun].text, phrase.calling)) and not phrase.former
    return mostly and not scene.has("callings.seated", behind)


def opens_amount(scene: Scene, place: int) -> bool:
    """Whether `à` stands there before a number, so that the word before it is rather a verb: `stagne |à 34 %|`."""
    return place + 1 < len(scene.row) and scene.has("around.to", scene.row[place].text) and scene.row[place + 1].pos == "NUM"


def _article_in_name(scene: Scene) -> Iterator[tuple[str, str]]:
    """Articles and nouns behind them that are both spelled with a capital behind a word of their sentence: `au restaurant |Le Chef|`."""
    high = [place for place in scene.listed("around.articles") if scene.row[place].text.istitle()]
    for place in (place for place in high if 0 < place < len(scene.row) - 1):
        before, article, noun = scene.row[place - 1 : place + 2]
        if before.text.islower() and noun.text.istitle() and before.end + 1 == article.start:
            yield article.text, noun.text


class Phrases:
    """Reads the phrases of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._people = frozenset(scene.places(lambda word: word.person))
        """The places of words that are nouns for people."""
        self._capitalised = frozenset(_article_in_name(scene))
        """Names of houses and the like that begin with an article and a noun."""

    def at(self, noun: int, *, titled: bool = False) -> Phrase | None:
        """The phrase of a noun for one person; None if it is none, or of several. `titled` says that it is the head of a person's role."""
        scene, token = self._scene, self._scene.row[noun]
        someone = titled or noun in self._people or self._aged(noun)
        if not someone or (scene.inside[noun] is not None and scene.starting.get(noun) is None):
            return None
        if taken_for_noun(scene, noun) or self._of_noun(noun):
            return None  # `« Oui », |juge| Anna Roy`
        if noun + 1 < len(scene.row) and (hyphened(scene, noun + 1) or self._only_describes(noun)):
            return None  # half of `député-maire`
        if (noun > 2 and self._fixed(noun)) or self.blamed(noun) or self._uncounted(noun):
            return None
        first = noun - self._compound(noun)
        while first > 0 and scene.row[first - 1].pos == "ADJ" and scene.sentence_of[first - 1] == scene.sentence_of[noun]:
            first -= 1
        determiner = fold(scene.row[first - 1].text) if first and scene.row[first - 1].pos in ("DET", "ADP") else ""
        several = token.morph.get("Number") == "Plur" and (not determiner or scene.has("around.bare", determiner))  # `d'autres experts`
        if scene.has("around.plural", determiner) or several:
            return None
        if determiner and not scene.has("around.contracted", determiner):
            first -= 1
        if (scene.row[first].text, token.text) in self._capitalised:
            return None  # `au restaurant Le Chef`
        gender = "f" if scene.has("around.feminine_determiners", determiner) and determiner != "sa" else ""
        gender = gender or ("m" if scene.has("around.masculine_determiners", determiner) and determiner != "son" else "")
        told = range(first, noun) if determiner.endswith("'") else ()  # `l'ancienne ministre`
        gender = gender or next((_gender(scene.row[index]) for index in told if scene.row[index].pos == "ADJ"), "")
        after, about = self._complements(noun)
        this = scene.has("callings.demonstratives", determiner)
        former = any(scene.has("around.former", scene.row[index].text) for index in range(first, noun)) or self._was(noun)
        definite = scene.has("around.definite_singular", determiner)
        own = first < noun and scene.row[first].morph.get("Poss") == "Yes"
        label = frozenset(fold(name.text).split()) if (name := scene.starting.get(noun + 1)) is not None and name.type == "ORG" else frozenset[str]()
        return Phrase(first, noun, after, self._calling(noun), about, gender, definite, this, former, own, label)

    def one_of(self, noun: int) -> Phrase | None:
        """The phrase of one of several people: `|l'un des vieux conseillers du président|`; None if the noun is of no such phrase."""
        scene, row, first = self._scene, self._scene.row, noun
        while first > 0 and row[first - 1].pos == "ADJ":
            first -= 1
        own = first > 0 and row[first - 1].morph.get("Poss") == "Yes"
        first -= 2 + own
        if noun not in self._people or scene.inside[noun] is not None or first < scene.first_of_sentence(noun) or not self.of(first + 1):
            return None
        genders = [said for said, listed in (("f", "feminine"), ("m", "masculine")) if scene.has(f"around.{listed}_determiners", row[first].text)]
        if not genders or row[first].pos == "NOUN":
            return None
        first -= first > scene.first_of_sentence(noun) and scene.has("around.articles", row[first - 1].text)
        after, about = self._complements(noun)
        former = self._was(noun) or any(scene.has("around.former", key(token.text)) for token in row[first:noun])
        return Phrase(first, noun, after, self._calling(noun), about, genders[0], False, False, former, own, frozenset[str]())

    def _calling(self, noun: int) -> str:
        """What the bearer is called, with the word before the noun where the two are another office: `Premier ministre`."""
        scene = self._scene
        calling = scene.lexicon.calling(scene.row[noun].text)
        before = scene.lexicon.calling(scene.row[noun - 1].text).removeprefix(WAS) if noun else ""
        return next((whole for one, other, whole in scene.lexicon.words["callings"]["joined"] if (one, other) == (before, calling)), calling)

    def _of_noun(self, noun: int) -> bool:
        """Whether the word only tells of the noun before it: `architecte en |chef|`, `la commission |parlementaire|`."""
        scene, before = self._scene, self._scene.row[noun - 1] if noun else None
        if before is None or scene.sentence_of[noun - 1] != scene.sentence_of[noun]:
            return False
        if scene.has("callings.ranked", scene.row[noun].text) and scene.has("callings.rank", before.text):
            return True
        if scene.has("around.former", before.text) or scene.has("callings.young", before.text):
            return False
        thing = before.pos == "NOUN" and noun - 1 not in self._people and scene.inside[noun - 1] is None and before.text.islower()
        return thing and scene.row[noun].pos == "ADJ" and scene.row[noun].head.start <= before.start and not self._compound(noun)

    def _compound(self, noun: int) -> int:
        """How many words before the noun begin it: one in `|sapeur| pompier`."""
        lexicon, row = self._scene.lexicon, self._scene.row
        pair = [lexicon.calling(token.text) for token in row[noun - 1 : noun + 1]] if noun else []
        return int(any(pair == [fold(word) for word in listed] for listed in lexicon.words["callings"]["compounds"]))

    def _only_describes(self, place: int) -> bool:
        """Whether the word is an adjective of the noun for a person, or of the name, behind it: `la |jeune| femme`, `le |jeune| Paul`."""
        scene, word, behind = self._scene, *self._scene.row[place : place + 2]
        name = scene.starting.get(place + 1)
        if name is not None and name.type == "PER" and scene.has("callings.young", word.text):
            return True
        return word.pos == "ADJ" and behind.pos == "NOUN" and scene.lexicon.calling(behind.text) in scene.lexicon.people

    def _was(self, noun: int) -> bool:
        """Whether the word itself says that someone is it no more: `l'ex-ministre`."""
        return fold(self._scene.row[noun].text).startswith(WAS)

    def _aged(self, noun: int) -> bool:
        """Whether any noun is someone of that age: `cette bouchère de 46 ans`; behind a definite article if they speak, for things have ages too."""
        scene = self._scene
        row = scene.row[noun + 1 : noun + 4]
        if noun == 0 or len(row) < AGE or row[1].pos != "NUM" or not scene.has("callings.ages", row[2].text):
            return False
        if not scene.has("around.linking", row[0].text):
            return False
        this = scene.has("callings.demonstratives", scene.row[noun - 1].text)
        token = scene.row[noun]
        speaks = source(scene, noun) or (token.dep.startswith("nsubj") and scene.lexicon.speaks(token.head))
        known = token.text.islower() or scene.lexicon.demonym(token.text, scene.register) is not None
        return this or (speaks and known and scene.has("around.definite_singular", scene.row[noun - 1].text))

    def _fixed(self, noun: int) -> bool:
        """Whether the noun ends a phrase that is about nobody: `les droits de l'homme`."""
        scene = self._scene
        return scene.has("callings.fixed", scene.document.text[scene.row[noun - 3].start : scene.row[noun].end].replace("’", "'"))

    def _uncounted(self, noun: int) -> bool:
        """Whether the noun means someone only with a number behind, and has none: `le premier |numéro|`, not `le numéro deux`."""
        row, scene = self._scene.row, self._scene
        counted = noun + 1 < len(row) and row[noun + 1].pos not in ("ADP", "ADV", "AUX", "CCONJ", "PRON", "PUNCT", "SCONJ", "VERB")
        return scene.has("callings.numbered", row[noun].text) and not counted

    def blamed(self, noun: int) -> bool:
        """Whether who is to blame is told right behind the noun: `|le responsable| est le maire`, not `le responsable est malade`."""
        row, scene = self._scene.row, self._scene
        if not scene.has("callings.blamed", row[noun].text) or noun + 2 >= len(row) or row[noun + 1].lemma != "être":
            return False
        behind, name = row[noun + 2], scene.starting.get(noun + 2)
        return (name is not None and name.type == "PER") or behind.morph.get("Definite") == "Def"

    def _complements(self, noun: int) -> tuple[int, frozenset[str]]:
        """The word behind what says whose or which one the bearer is, and its words."""
        scene, about = self._scene, set[str]()
        after, index = noun + 1, noun + 1
        while index < min(noun + LONGEST, len(scene.row)):
            token, name = scene.row[index], scene.inside[index]
            if scene.has("around.titles", token.text) or scene.sentence_of[index] != scene.sentence_of[noun]:
                break
            if (token.pos == "NOUN" and self._says(noun, token)) or self._acts(noun, index) or self.turns(noun, index):
                break  # a verb that was taken for a noun: `Cette élue |pointe| un retard`
            if name is not None and name.type == "PER" and (name.first != index or index == noun + 1 or not self.owned_by(index)):
                break
            if name is not None and name.first == index:
                if scene.has("around.to", scene.row[index - 1].text) and not scene.has("callings.posted", scene.row[noun].text):
                    break
                about.update(() if index == noun + 1 and name.type == "ORG" else fold(name.text).split())  # a label
                index = after = past_hyphens(scene, max(name.after, index + 1))
                continue
            if index + 1 < len(scene.row) and scene.has("around.interim", scene.row[index + 1].text):
                index = after = index + 2
                continue
            if token.text == "(" and (bracket := self.bracket(index)):
                index = bracket.stop
                continue
            if token.pos in ("NOUN", "PROPN", "ADJ", "NUM") or scene.has("callings.phrase", token.text) or self.described(index):
                if (self._never(index) and not self._owns(index)) or (token.pos == "CCONJ" and self._begins(index + 1)):
                    break
                if token.pos in ("NOUN", "PROPN", "ADJ") and not scene.has("callings.generic", token.text):
                    about.add(fold(token.text))
                after = index + 1 if token.pos != "CCONJ" else after
            elif token.pos not in ("ADP", "DET") or (token.pos == "ADP" and not self._links(index)):
                break
            elif token.pos == "DET" and scene.row[index - 1].pos in ("NOUN", "ADJ"):
                break  # `partageait avec le maire défunt |la| mairie`
            index += 1
        return after, frozenset(about)

    def _says(self, noun: int, token: Token) -> bool:
        """Whether the noun is the subject of a word that can be a verb of speech."""
        subject = token is self._scene.row[noun].head and self._scene.row[noun].dep.startswith("nsubj")
        return subject and self._scene.lexicon.infinitive(token) in self._scene.lexicon.speech

    def _acts(self, noun: int, index: int) -> bool:
        """Whether the noun is the subject of a word that no `être` makes a predicate, or an amount opens behind it: `le maire |stagne| à 34 %`."""
        row, token = self._scene.row, self._scene.row[index]
        if token.pos != "ADJ" or self._scene.inside[index] is not None:
            return False
        subject = token is row[noun].head and row[noun].dep.startswith("nsubj") and token.child("cop") is None
        return subject or opens_amount(self._scene, index + 1)

    def turns(self, noun: int, index: int) -> bool:
        """Whether the complement of another word opens here: to whom or where something is done, by the words behind.

        `a dit le maire |au Parisien|`, `le député de Brives |au préfet|`, `|à un préfet|`, `le maire et aux élus`, `le maire face aux élus`.
        """
        scene, token = self._scene, self._scene.row[index]
        if token.pos == "NOUN" and token.dep == "case":
            return True
        joined = token.pos == "CCONJ"
        place = index + joined
        if place + 1 >= len(scene.row) or not scene.has("callings.at", scene.row[place].text):
            return False
        if joined:
            return not any(scene.has("callings.at", other.text) for other in scene.row[noun + 1 : index])
        article = scene.has("around.articles", scene.row[place + 1].text) or scene.row[place + 1].morph.get("Definite") == "Ind"
        first = place + 1 + article
        alone = not any(other in self._people for other in range(noun + 1, index))  # `maire et |candidat| à sa succession`
        if (alone and scene.has("callings.unplaced", scene.row[noun].text)) or self._told_to(noun, place):
            return True
        posted = scene.has("callings.posted", scene.row[noun].text) or (index == noun + 1 and not source(scene, noun))
        return not posted and first in self._people and scene.inside[first] is None

    def _told_to(self, noun: int, place: int) -> bool:
        """Whether a paper or channel is named behind `à`, and the bearer is nobody who works for one: `le maire |au Parisien|`."""
        scene = self._scene
        name = next((name for name in map(scene.starting.get, range(place + 1, min(place + 4, len(scene.row)))) if name is not None), None)
        between = scene.row[place + 1 : name.first] if name is not None else ()
        if name is None or name.type != "ORG" or scene.has("callings.writing", scene.row[noun].text):
            return False
        near = all(token.pos == "DET" or scene.has("around.never", token.lemma) for token in between)
        return near and bool(scene.lexicon.taken_up(name.text) & scene.lexicon.sets["pronouns.media"])

    def _never(self, index: int) -> bool:
        """Whether the word is none of a complement; within a name in capitals it may be: `du Grand |Journal|`."""
        token, before = self._scene.row[index], self._scene.row[index - 1]
        return self._scene.has("around.never", token.lemma) and not (token.text.istitle() and before.text.istitle())

    def _owns(self, index: int) -> bool:
        """Whether `de` and no more than an article stand right before: `le patron |de la presse|`, not `a dit le maire |à la presse|`."""
        article = index > 1 and self._scene.has("around.articles", self._scene.row[index - 1].text)
        return index > 1 and self.of(index - 1 - article)

    def described(self, index: int) -> bool:
        """Whether a past participle without an auxiliary stands between a noun for a person and a name: `le candidat |déclaré| Paul Roy`."""
        token = self._scene.row[index]
        past = token.pos == "VERB" and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
        name = self._named_behind(index) if past and index - 1 in self._people else None
        return name is not None and name.type == "PER" and token.child("aux:tense", "aux:pass") is None

    def _named_behind(self, index: int) -> Named | None:
        """The person named behind a participle, no more than its complement between: `le député allié au parti |Paul Roy|`."""
        scene = self._scene
        for place in range(index + 1, min(index + LONGEST, len(scene.row))):
            name = scene.starting.get(place)
            if name is not None and name.type == "PER":
                return name if place == index + 1 or scene.row[place - 1].pos not in ("ADP", "DET") else None
            if scene.row[place].pos not in ("ADP", "DET", "NOUN", "PROPN", "ADJ") or place in self._people:
                return None
        return None

    def _begins(self, index: int) -> bool:
        """Whether another's noun with its determiner begins here: `le maire et |le préfet|`, `et |les deux femmes|`, `et |leur supérieur|`."""
        row, lexicon = self._scene.row, self._scene.lexicon
        if index + 1 >= len(row) or row[index].pos != "DET":
            return False
        noun = next((token for token in row[index + 1 : index + 1 + BEFORE_NOUN] if token.pos not in ("NUM", "ADJ")), row[index + 1])
        people = any(lexicon.calling(token.text) in lexicon.people for token in (row[index + 1], noun))
        return people or row[index].morph.get("Poss") == "Yes"

    def bracket(self, index: int) -> range:
        """The words, marks included, of a bracket at this place that holds the body's short name: `le député Les Verts |(EELV)| de Lyon`.

        Behind the noun itself it holds the bearer's party: `le maire |(ex-PS)| de Lyon`.
        """
        scene = self._scene
        first = (
            index
            if scene.row[index].text == "("
            else next((place for place in range(index, max(-1, index - LABEL), -1) if scene.row[place].text == "("), 0)
        )
        if first - 1 in self._people:
            return self._labelled(first) if first <= index else range(0)
        name, before = scene.starting.get(first + 1), scene.inside[first - 1] if first else None
        short = name is not None and name.type == "ORG" and before is not None and before.type == "ORG"
        closes = name is not None and short and name.after < len(scene.row) and scene.row[name.after].text == ")"
        return range(first, name.after + 1) if name is not None and closes and first <= index <= name.after else range(0)

    def _labelled(self, first: int) -> range:
        """The words, marks included, of a short bracket of names and small words that are no person's: `(ex-PS)`."""
        scene = self._scene
        last = next((place for place in range(first + 1, min(first + LABEL, len(scene.row))) if scene.row[place].text == ")"), first)
        inner = range(first + 1, last)
        person = any((name := scene.inside[place]) is not None and name.type == "PER" for place in inner)
        body = any(scene.inside[place] is not None or not scene.row[place].text.islower() for place in inner)
        clause = any(scene.row[place].pos in ("VERB", "AUX", "NUM", "PRON") for place in inner)
        return range(first, last + 1) if body and not person and not clause else range(0)

    def joined(self, phrase: Phrase) -> Phrase | None:
        """The noun that `et` joins to a bare one beside the name: `|le maire| et candidat Paul Roy`, not `le maire et le préfet Paul Roy`."""
        row, place = self._scene.row, phrase.first - 1
        bare = phrase.first > 1 and all(token.pos == "ADJ" for token in row[phrase.first : phrase.noun])
        if not bare or row[place].pos != "CCONJ":
            return None
        for noun in range(place - 1, max(-1, place - LONGEST), -1):
            first = self.at(noun) if row[noun].pos in ("NOUN", "PROPN", "ADJ") else None
            if first is not None:
                return replace(first, after=place) if first.after >= place and first.definite else None
            if row[noun].pos in ("DET", "VERB", "AUX", "PRON", "SCONJ") or self._scene.sentence_of[noun] != self._scene.sentence_of[place]:
                break
        return None

    def owned_by(self, index: int) -> bool:
        """Whether the person named here is whose someone else is: `de X`, `du président X`."""
        titled = index > 1 and self._scene.lexicon.calling(self._scene.row[index - 1].text) in self._scene.lexicon.people and self.of(index - 2)
        return self.of(index - 1) or titled

    def _links(self, index: int) -> bool:
        """Whether the preposition can open the complement of a role: `de`, `à`, `auprès`."""
        return self.of(index) or self._scene.has("around.places", self._scene.row[index].text)

    def of(self, index: int) -> bool:
        """Whether the word says whose: `de`."""
        return self._scene.has("around.linking", self._scene.row[index].text)

    def lone(self, phrase: Phrase) -> bool:
        """Whether nothing but adjectives stands with the noun."""
        return all(self._scene.row[index].pos == "ADJ" for index in range(phrase.noun + 1, phrase.after))


def _gender(word: Token) -> str:
    """`m` or `f`, as the word is inflected; empty where it does not tell."""
    return {"Masc": "m", "Fem": "f"}.get(word.morph.get("Gender", ""), "")
