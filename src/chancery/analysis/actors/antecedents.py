"""Whom a definite role without a name stands for (`le maire de la ville`): the document's people are weighed, and one must clearly lead."""

from collections.abc import Iterator

from chancery.analysis.actors import ages
from chancery.analysis.actors.alongside import lists_on
from chancery.analysis.actors.barred import below
from chancery.analysis.actors.bearing import Bearing, Held, Hints, fame, nearness
from chancery.analysis.actors.callings import Callings
from chancery.analysis.actors.candidates import governed
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import contrasted, source
from chancery.analysis.actors.owners import PARTY
from chancery.analysis.actors.phrases import WAS, Phrase, apart
from chancery.analysis.actors.protagonists import Protagonists
from chancery.analysis.actors.ranking import NOBODY, Candidate, Ranker
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.silent import spoken_of, told_of
from chancery.analysis.actors.strangers import Strangers
from chancery.analysis.actors.surnames import LEADING
from chancery.register import public

OFFICE, NONE = frozenset(("politics",)), frozenset[str]()
"""The field of those whom the register knows."""
SURE = 0.75
"""How likely someone must be to be meant: what nine in ten held-out roles that are pointed to someone want, and a little more."""

REACH = 15
"""Words behind a role within which whom its verb is done to is named."""


class Antecedents:
    """The people of one document, as candidates for roles that stand without a name; built once."""

    def __init__(self, scene: Scene, callings: Callings, people: Protagonists, ranker: Ranker) -> None:
        self._scene, self._callings, self._people, self._ranker = scene, callings, people, ranker
        self._strangers = Strangers(scene)
        self.likely: dict[int, float | None] = {}
        """By the place of the role's noun, how likely its bearer is that was chosen."""

    def bearer(self, phrase: Phrase, held: Held, hints: Hints) -> str | None:
        """The person whom the role means; None where nobody clearly leads.

        A noun for someone's man (`le porte-parole`, `le bras droit d'Anna Roy`), or by which someone without a name was brought in, is left alone.
        """
        word = self._scene.row[phrase.noun]
        kin = bool(phrase.about - self._scene.lexicon.sets["callings.offspring"]) and self._scene.has("callings.kin", word.text)
        names = map(self._scene.inside.__getitem__, range(phrase.noun, phrase.after))
        others = apart(self._scene, phrase) or any(name is not None and name.type == "PER" for name in names)
        unknown = any(self._scene.has("callings.unknown", token.text) for token in self._scene.row[phrase.noun : phrase.after])
        if kin or others or unknown or (not phrase.about and self._callings.nameless(phrase.noun)):
            return None
        bearing = Bearing(self._scene, phrase, held, hints)
        found = self._candidates(bearing, phrase, held, hints)
        if not found:
            return None
        nobody = Candidate(NOBODY, tuple(bearing.of_nobody()))
        choice = self._ranker.choose(word, bearing.manner, [*found, nobody], SURE)
        chosen, self.likely[phrase.noun] = choice.chosen, choice.likely
        called = chosen is not None and any(sign.partition(",")[0] == "called" for sign in chosen.signs)
        if chosen is not None and not called and (self.is_stranger(phrase, chosen.actor or "") or (phrase.this and bearing.intruder)):
            chosen = None
        if chosen is not None and chosen.actor and phrase.about and phrase.calling in self._scene.lexicon.people:
            self._callings.learn(phrase, chosen.actor)
        return chosen.actor if chosen is not None else None

    def leave(self, phrase: Phrase | None) -> None:
        """Note that the words bring in someone without a name."""
        if phrase is not None and phrase.about:
            self._strangers.leave(phrase)

    def is_stranger(self, phrase: Phrase, actor: str) -> bool:
        """Whether someone of the same body or place who is called so was brought in without a name, and the person had been named before."""
        return self._strangers.bar(phrase, actor)

    def offices(self, actor: str) -> frozenset[str]:
        """The kinds of office that the person holds on the day for a state or body, by the register; who leads a party or city may be called much."""
        held = (office.rpartition(".") for office in self._scene.register.offices_of(actor, self._scene.on))
        return frozenset(kind for owner, _, kind in held if public(owner))

    def _candidates(self, bearing: Bearing, phrase: Phrase, held: Held, hints: Hints) -> list[Candidate]:
        """Whom the role may mean, with what speaks for and against each; who died says nothing but by an office of theirs or what they are called."""
        silent = self._people.dead | spoken_of(self._scene, phrase.noun) | told_of(self._scene, phrase.noun, phrase.after)
        barred = self._people.fallen if source(self._scene, phrase.noun) and not held.kinds else frozenset[str]()
        above = {*self._above(phrase), *self._acted_upon(phrase), *self._below(phrase), *self._listed_with(phrase)}
        unnamed, humble, trade = self._is_among("unnamed", phrase), self._is_humble(phrase, held), self._is_trade(phrase)
        private, vague = self._is_private(phrase, held), self._is_vague(phrase)
        fitting = [
            (actor, signs)
            for actor in self._people.everyone
            if actor not in silent
            and (signs := self._fit(phrase, actor)) is not None
            and actor not in bearing.governed
            and actor not in above
            and self._can_hold(phrase, actor, held)
            and self._can_be_of(hints.sides, actor)
            and self._in_turn(bearing, phrase, actor)
            and not (
                (
                    actor in barred
                    or unnamed
                    or (humble and self._leads(actor))
                    or (trade and self._is_met(phrase, actor))
                    or (private and self._is_public(actor))
                    or self.is_another(phrase, actor)
                    or self._heads_another(phrase, actor)
                    or self._is_no_maker(phrase, actor)
                    or (vague and self._is_met(phrase, actor))
                )
                and not any(sign.partition(",")[0] == "called" for sign in signs)
            )
        ]
        rivals = {actor for about, actor in self._callings.called(phrase) if about & phrase.words}
        found = []
        for actor, signs in fitting:
            signs += [
                *fame(self._people, phrase, actor),
                *nearness(self._people, self._scene, phrase, actor),
                *bearing.turns(actor),
                *self._office(phrase, actor, held),
            ]
            signs += ["sole"] if len(fitting) == 1 else []
            signs += ["rival"] if rivals and actor not in rivals else []
            signs += ["of that side"] if set(hints.sides) & set(self._scene.sides_of(actor)) else []
            signs += ["within"] if self._is_within(phrase, actor) else []
            found.append(Candidate("person", tuple(signs), actor))
        return found

    def _above(self, phrase: Phrase) -> Iterator[str]:
        """Who says, thinks or does what the role's clause tells, and would be meant there by a pronoun: `|Anna Roy| dit que la maire ...`."""
        word = self._scene.row[phrase.noun].head
        while word.head is not word:
            told, word = word.dep.startswith(("ccomp", "xcomp")), word.head
            subject = word.child("nsubj") if told else None
            actor = self._scene.meant(subject) if subject is not None and subject.start < self._scene.row[phrase.noun].start else None
            if actor is not None:
                yield actor

    def _acted_upon(self, phrase: Phrase) -> Iterator[str | None]:
        """Who is named as the object of the verb that the role is the subject of: `le maire a reçu |Anna Roy|`."""
        noun = self._scene.row[phrase.noun]
        return governed(self._scene, phrase.noun, noun.head, REACH) if noun.dep.startswith("nsubj") else iter(())

    def _below(self, phrase: Phrase) -> Iterator[str | None]:
        """Who is named in what the role, as a subject, is told to do: `le maire a critiqué les propos d'|Anna Roy|`."""
        noun, quoted = self._scene.row[phrase.noun], self._scene.quoted[phrase.noun]
        return below(self._scene, phrase.after - 1, noun.head, quoted=quoted) if noun.dep.startswith("nsubj") else iter(())

    def _listed_with(self, phrase: Phrase) -> Iterator[str | None]:
        """Who is named right before the role in a list that goes on behind it: `|Anna Roy|, la préfète et le maire sont venus`."""
        comma = phrase.first - 1
        name = self._scene.inside[comma - 1] if comma > 0 and self._scene.row[comma].text == "," else None
        if name is not None and name.type == "PER" and lists_on(self._scene, phrase.after):
            yield name.actor

    def _is_among(self, called: str, phrase: Phrase) -> bool:
        """Whether the noun, or the noun with the word behind it, is in a list."""
        noun = self._scene.row[phrase.noun].text
        both = f"{noun} {self._scene.row[phrase.noun + 1].text}" if phrase.after > phrase.noun + 1 else noun
        return any(self._scene.has(f"callings.{called}", word) for word in (noun, phrase.calling, both))

    def _is_humble(self, phrase: Phrase, held: Held) -> bool:
        """Whether nobody who leads a state is called so: a bare noun or a party's (`l'homme`, `l'élu LR`), or a past ruler (`l'ancien souverain`)."""
        bare = self._is_among("plain", phrase) and not phrase.about
        plain = not held.kinds and (bare or self._is_among("elected", phrase))
        return plain or ((phrase.former or held.former) and self._is_among("reigning", phrase))

    def _is_trade(self, phrase: Phrase) -> bool:
        """Whether the noun tells a trade by which nobody is taken up who is not called so: `l'expert`, not `cet expert` nor `l'ancien acteur`."""
        return phrase.definite and not (phrase.this or phrase.former) and self._is_among("trades", phrase)

    def _is_private(self, phrase: Phrase, held: Held) -> bool:
        """Whether nobody in public office is called so, unless they were it before: `le chanteur`, `la jeune femme`; not `l'ancienne journaliste`."""
        if phrase.former or held.former or held.kinds:
            return False
        young = any(self._scene.has("callings.young", token.text) for token in self._scene.row[phrase.first : phrase.noun])
        return self._is_among("private", phrase) or (young and self._is_among("plain", phrase)) or self._is_close(phrase)

    def _is_close(self, phrase: Phrase) -> bool:
        """Whether the words tell who is close to, or kin of, someone without a name: `le petit ami |de l'adolescente|`."""
        close = self._is_among("close", phrase) or self._is_among("kin", phrase)
        scene, someone = self._scene, self._callings.phrases.at
        listed = ("private", "unnamed")  # `la victime`, `le suspect`
        return close and any(
            someone(place) is not None or any(scene.has(f"callings.{which}", scene.row[place].text) for which in listed)
            for place in range(phrase.noun + 2, phrase.after)
        )

    def _heads_another(self, phrase: Phrase, actor: str) -> bool:
        """Whether the words name who heads a body that is no party, and the person leads a state: `le chef de |l'Agence des mers|`."""
        if not self._is_among("heads", phrase) or not self._leads(actor):
            return False
        scene, sides = self._scene, self._scene.sides_of(actor)
        names = [name for name in map(scene.starting.get, range(phrase.noun + 2, phrase.after)) if name is not None and name.type == "ORG"]
        own = [name for name in names if name.actor in sides or (name.actor or "").startswith(PARTY) or self._is_party(name.text)]
        return bool(names) and not own

    def _is_party(self, text: str) -> bool:
        return bool(self._scene.lexicon.taken_up(text) & self._scene.lexicon.sets["bodies.party"])

    def _is_no_maker(self, phrase: Phrase, actor: str) -> bool:
        """Whether the words tell who made a picture, and nothing tells that the person makes any: `l'auteur |du cliché|`."""
        made = self._is_among("makers", phrase) and any(
            self._scene.has("callings.pictures", token.text) for token in self._scene.row[phrase.noun + 1 : phrase.after]
        )
        return made and not self._callings.fields(actor, phrase) & self._scene.lexicon.sets["callings.pictured"]

    def is_another(self, phrase: Phrase, actor: str) -> bool:
        """Whether the words mean an accused, any man or one who stays without a name, and the person pleads, judges or, but for those, governs."""
        if self._is_among("unnamed", phrase) and not self._is_among("accused", phrase):
            return not self._is_among("pleading", phrase) and self._callings.pleads(actor)
        nameless = self._is_among("accused", phrase) or self._is_any_man(phrase)
        return nameless and (self._callings.pleads(actor) or self._leads(actor))

    def _is_any_man(self, phrase: Phrase) -> bool:
        """Whether the words tell no more than that it is a man, woman, child or one of kin, and not whose: `cet homme`, `le père de deux enfants`."""
        any_man = any(self._is_among(called, phrase) for called in ("plain", "kin", "minors"))
        behind = self._scene.row[phrase.noun + 1 : phrase.after]
        whose = any(self._scene.has("around.definite_singular", token.text) for token in behind)  # `le père |de l'|enfant`
        return any_man and not phrase.own and not whose and not phrase.about - self._scene.lexicon.sets["callings.offspring"]

    def _is_vague(self, phrase: Phrase) -> bool:
        """Whether the words bring in someone new, of a body or place that they bring in: `le directeur |d'une école|`."""
        behind = self._scene.row[phrase.noun + 1 : phrase.after]
        of = next((place for place, token in enumerate(behind) if self._scene.has("around.linking", token.text)), len(behind))
        return of + 1 < len(behind) and behind[of + 1].morph.get("Definite") == "Ind"

    def _is_public(self, actor: str) -> bool:
        """Whether the register or the text knows the person by an office, now or before."""
        return bool(self._scene.person(actor).kinds or self._scene.register.offices_of(actor))

    def _is_met(self, phrase: Phrase, actor: str) -> bool:
        return 0 <= self._scene.person(actor).last < phrase.noun

    def _leads(self, actor: str) -> bool:
        return any(f".{kind}".endswith(LEADING) for kind in self.offices(actor))

    def _fit(self, phrase: Phrase, actor: str) -> list[str] | None:
        """How the noun fits the person: gender, and what the text calls them; None if it cannot."""
        scene, person = self._scene, self._scene.person(actor)
        gender, noun = person.gender.replace("?", ""), scene.row[phrase.noun].text
        female = scene.lexicon.calling(noun).removeprefix(WAS) != key(noun).removeprefix(WAS)  # `l'avocate`, not `l'ex-ministre`
        theirs = phrase.gender or ("f" if female else "m" if scene.has("callings.male", noun) else "")
        if (theirs and gender and theirs != gender) or ages.clash(ages.of(scene, phrase), person):
            return None
        if any((name := scene.inside[index]) is not None and name.actor == actor for index in range(phrase.first, phrase.after)):
            return None
        if self._is_complement(phrase, actor) or self._is_whose(phrase, actor):
            return None
        same = [about for about, whose in self._callings.called(phrase) if whose == actor]
        if any(self._callings.elsewhere(about, phrase) for about in same):
            return None
        signs = ["gender agrees"] if theirs and gender else ["gender unknown"] if theirs else []
        if any(about & phrase.words for about in same):
            signs.append("called, whose")
        elif bool(phrase.about) and bool(same) and all(about - self._callings.labels for about in same):
            signs.append("called, of another")
        elif same:
            signs.append("called")
        if self._callings.otherwise(actor, phrase):
            signs.append("called otherwise")
        return [*signs, *self._field(phrase, actor)]

    def _field(self, phrase: Phrase, actor: str) -> Iterator[str]:
        """Whether the noun is of a field of life that the text or the register knows the person by: `l'interprète` for `le chanteur X`."""
        told, known = self._scene.lexicon.fields.get(phrase.calling, NONE), self._callings.fields(actor, phrase)
        known |= OFFICE if self._is_public(actor) else NONE
        if told:
            yield f"field {'unknown' if not known else 'same' if told & known else 'other'}"

    def _is_complement(self, phrase: Phrase, actor: str) -> bool:
        """Whether the person is first named behind the role in its sentence, with a preposition: `le ministre sous la présidence d'|Anna Roy|`."""
        scene = self._scene
        first = next((name for name in scene.names if name.actor == actor), None)
        here = first is not None and phrase.after <= first.first < scene.after_sentence(phrase.noun)
        return first is not None and here and scene.head(first).child("case") is not None

    def _is_whose(self, phrase: Phrase, actor: str) -> bool:
        """Whether the person is named right behind the words for whose the bearer is: `le conseiller du maire |Paul Roy|`."""
        behind = self._scene.starting.get(phrase.after)
        owned = any(self._callings.phrases.of(place) for place in range(phrase.noun + 1, phrase.after))
        return owned and behind is not None and behind.actor == actor and behind.first < self._scene.after_sentence(phrase.noun)

    def _is_within(self, phrase: Phrase, actor: str) -> bool:
        """Whether the person is named before the role in its own sentence, outside quotations."""
        scene = self._scene
        return any(
            name is not None and name.actor == actor and not scene.quoted[name.first]
            for name in map(scene.starting.get, range(scene.first_of_sentence(phrase.noun), phrase.noun))
        )

    def _in_turn(self, bearing: Bearing, phrase: Phrase, actor: str) -> bool:
        """Whether `ce médecin` can mean who acted last and no one else, and `de son côté, le médecin` anyone but them."""
        last = bearing.last(actor)
        return last if phrase.this and bearing.acted else not (last and contrasted(self._scene, phrase.noun))

    def _can_hold(self, phrase: Phrase, actor: str, held: Held) -> bool:
        """Whether the register or the text knows that the person bears the office, or bore it, where the words name one."""
        if not held.kinds:
            return True
        was = held.former or phrase.former
        if phrase.former and self.offices(actor) & held.kinds:
            return False  # `l'ancien président` is not who presides
        if was and actor in self._people.headlined and not any(f".{kind}".endswith(LEADING) for kind in held.kinds):
            return True  # of former ministers not all are kept
        known = self._held_before(actor) if was else self.offices(actor) | self._scene.person(actor).kinds
        return bool(known & held.kinds)

    def _can_be_of(self, sides: tuple[str, ...], actor: str) -> bool:
        """Whether the person can be of the side that the words name (`le vice-ministre russe`): nothing tells of another."""
        known = (self._scene.sides_of(actor) or self._scene.register.sides(actor)) if sides else ()
        return not known or bool(set(known) & set(sides))

    def _office(self, phrase: Phrase, actor: str, held: Held) -> Iterator[str]:
        """What the register and the text know of the person's offices."""
        now, was = self.offices(actor), held.former or phrase.former
        if held.kinds and not was:
            yield "held"
        if held.kinds and was and not now & held.kinds and self._held_before(actor) & held.kinds:
            yield "held before"
        if held.foreign and now and not was:
            yield "holds another"

    def _held_before(self, actor: str) -> set[str]:
        """The kinds of office that the person held by the day."""
        register, on = self._scene.register, self._scene.on.value if self._scene.on is not None else ""
        found = set[str]()
        for office in register.offices_of(actor):
            owner, _, kind = office.rpartition(".")
            terms = [term for term in register.holders(kind, owner) if term.id == actor]
            found.update([kind] if not on or any(term.start <= on for term in terms) else [])
        return found
