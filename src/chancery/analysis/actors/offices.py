"""From a role to its bearer: the name beside it, the register's holder on the day, or whoever was called so before."""

from functools import cached_property

from chancery.analysis.actors.counterparts import counterpart, of_private
from chancery.analysis.actors.homes import home
from chancery.analysis.actors.incumbents import former_holder, is_anothers, named_holder
from chancery.analysis.actors.lately import NEVER, acting, is_subject
from chancery.analysis.actors.lexicon import Role, key
from chancery.analysis.actors.met import source
from chancery.analysis.actors.scene import Named, Person, Scene
from chancery.analysis.actors.silent import spoken_of
from chancery.analysis.actors.titles import Title
from chancery.analysis.actors.untold import Untold
from chancery.register import Holder, fold, public

STALE = 2
"""Sentences from one `gouvernement` to the next beyond which it is that of the state that the text is about."""
RECENT = 220
"""Words back over which a bare role ("le diplomate") still finds its bearer."""
PERSON = "person:"
Bearer = tuple[str | None, tuple[str, ...], tuple[str, ...]]
"""Actor, sides, and candidates where it stays unsure."""


class Offices:
    """Who bears which role in one document, as it is read from its beginning to its end."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._bearers: dict[tuple[str, str], str] = {}
        """By state or body and kind: whom the text itself names beside that role."""
        self._collectives: dict[str, tuple[str, ...]] = {}
        """By noun: whose government or ministry it was last."""
        self._said: dict[str, int] = {}
        """By noun: the sentence that said so last, or took it up."""
        self._untold = Untold(scene)

    def introduce(self, title: Title) -> None:
        """Learn from a role that stands beside a name: kind, side and gender of the person."""
        name, scene = title.name, self._scene
        if name is not None and title.former and title.owners and not title.plural:
            name.actor = former_holder(scene, name, title.owners, self._fitting(title)) or name.actor
        if name is None or title.former:
            return
        untold = self._untold.owner(title)
        if title.foreign and name.actor is not None and name.actor.startswith(PERSON):
            person = scene.person(name.actor)
            person.kinds.update(mark for role in title.roles if role.official for mark in role.marks)
            person.sides = person.sides or self._with_wholes((untold,) if untold is not None else ())
        if title.foreign or of_private(scene, title):
            return
        roles = tuple(role for role in self._fitting(title) if title.owners or not is_anothers(scene, name, role))
        owners = title.owners or self._homes(name, roles) or ((untold,) if untold is not None else ())
        name.actor = named_holder(scene, name, owners, roles) or self._namesake(name, roles) or name.actor
        if name.actor is None or not name.actor.startswith(PERSON):
            return
        person = scene.person(name.actor)
        person.kinds.update(mark for role in roles for mark in role.marks)
        if len(owners) == 1 and not self._is_elsewhere(title, name.actor, owners[0]) and not self._is_apart(owners[0], roles):
            person.sides = tuple(dict.fromkeys((*person.sides, *self._with_wholes(owners))))
            for role in roles:
                for kind in role.kinds[: 0 if role.official else 1]:
                    self._bearers.setdefault((owners[0], kind), name.actor)
        self._gender(person, title)

    def _is_apart(self, owner: str, roles: tuple[Role, ...]) -> bool:
        """Whether the words are only of offices whose bearers do not act for the state: `le président élu elbonien`."""
        return bool(roles) and all(role.kinds and self._scene.register.is_apart(f"{owner}.{role.kinds[0]}") for role in roles)

    def _is_elsewhere(self, title: Title, actor: str, owner: str) -> bool:
        """Whether a comma parts the role from someone known to act for other states: `son homologue américain, |Angela Merkel|`."""
        scene, known = self._scene, self._scene.register.sides(actor, self._scene.on)
        apart = title.name is not None and title.after < title.name.first and scene.row[title.after].text == ","
        return apart and bool(known) and scene.register.is_state(owner) and owner not in known

    def _homes(self, name: Named, roles: tuple[Role, ...]) -> tuple[str, ...]:
        """Whose such roles mostly are, if the text does not say and the register does not know the bearer elsewhere."""
        homes = tuple(dict.fromkeys(role.home for role in roles if role.home and (role.sure or not self._abroad(role.home))))
        known = self._scene.register.sides(name.actor, self._scene.on) if name.actor is not None else ()
        return homes if not known or set(known) & set(homes) else ()

    def _abroad(self, home: str) -> bool:
        """Whether the text is about another state and does not name this one: a health director in it is not of this one."""
        return self._home not in (None, home) and home not in self._scene.present

    def _gender(self, person: Person, title: Title) -> None:
        if person.gender == "" and title.determiner and not title.plural:
            if self._scene.has("around.feminine_determiners", title.determiner):
                person.gender = "f"
            elif self._scene.has("around.masculine_determiners", title.determiner):
                person.gender = "m"

    def _namesake(self, name: Named, roles: tuple[Role, ...]) -> str | None:
        """The one person of that surname who is known to bear the role, where the document has two of that surname."""
        people, kinds = self._scene.people, {mark for role in roles for mark in role.marks}
        chosen = people.get(name.actor or "")
        if " " in name.text or chosen is None or chosen.kinds & kinds:
            return None
        found = [person.id for person in people.values() if person.kinds & kinds and fold(person.name).endswith(f" {fold(name.text)}")]
        return found[0] if len(found) == 1 else None

    def _fitting(self, title: Title) -> tuple[Role, ...]:
        """The roles that go with whose it is: a body's chief, a king's state, the one state that has that office."""
        register, fitting = self._scene.register, []
        for role in title.roles:
            owners = title.owners or ((role.home,) if role.home else ())
            if role.actors and not set(owners) & set(role.actors):
                continue
            if role.bodies and any(register.is_state(owner) for owner in owners):
                continue
            offices = [office for owner in owners if (office := register.office(f"{owner}.{role.kinds[0] if role.kinds else ''}"))]
            if role.styles and offices and not any(office.style in role.styles for office in offices):
                continue
            fitting.append(role)
        return tuple(fitting)

    def bearer(self, title: Title, place: int) -> Bearer:
        """Actor, sides and candidates of a role without a name beside it."""
        roles = self._fitting(title)
        if title.former or title.foreign or (not roles and any(role.allied for role in title.roles)):
            return None, (), ()
        if any(role.collective for role in roles):
            return self._allied(title, roles) or self._collective(title)
        if title.plural or len(title.owners) > 1:
            return None, self._with_wholes(title.owners), ()
        if title.determiner and self._scene.has("around.indefinite", title.determiner) and not self._scene.has("around.linking", title.determiner):
            return None, self._with_wholes(title.owners), ()
        if self._is_to_fill(title):
            return None, self._with_wholes(title.owners or tuple(dict.fromkeys(role.home for role in roles if role.home))), ()
        if title.owners and self._is_borne(title):
            return self._of_owner(title.owners[0], roles, place, title)
        if title.owners:
            return None, self._with_wholes(title.owners), ()
        if not self._scene.has("around.definite_singular", title.determiner):
            roles = tuple(role for role in roles if not role.own)
            if not any(role.home for role in roles):
                return None, (), ()
        found = self._of_nobody(roles, title, place)
        return (None, (), ()) if self._is_man_for_woman(title, found[0]) else found

    def _is_man_for_woman(self, title: Title, actor: str | None) -> bool:
        """Whether a feminine article stands before the role, and the person is a man: `la secrétaire d'État` is not Mike Pompeo."""
        feminine = self._scene.has("around.feminine_determiners", title.determiner)
        return feminine and (actor or "").startswith(PERSON) and self._scene.person(actor or "").gender.replace("?", "") == "m"

    def _is_borne(self, title: Title) -> bool:
        """Whether the words stand for whoever bears the role, and do not just name it: not `élue maire de Paris`, `le poste de maire de Paris`."""
        opens = title.first == self._scene.first_of_sentence(title.first)
        return (bool(title.determiner) and not self._scene.has("around.bare", title.determiner)) or (opens and not title.determiner)

    def _is_to_fill(self, title: Title) -> bool:
        """Whether the words only name the office that a vote fills: `l'élection |du maire de Paris|`, not `depuis l'élection du maire`."""
        scene, place = self._scene, title.first - 1
        place -= scene.has("around.linking", scene.row[place].text) if place > 0 else 0
        if place < 0 or title.name is not None or not scene.has("around.elections", scene.row[place].lemma):
            return False
        before = scene.row[scene.first_of_sentence(place) : place]
        return not any(scene.has("around.elected_since", said) for token in before for said in (token.text, token.lemma))

    def _allied(self, title: Title, roles: tuple[Role, ...]) -> Bearer | None:
        """Allies and members: of the body behind them, or of the one that the text is about; one land that is not named acts for none."""
        bodies = {role.allied for role in roles if role.allied}
        if not bodies:
            return None
        scene, (body, *_) = self._scene, sorted(bodies)
        if not title.plural and scene.has("allies.lands", key(scene.row[title.word].text)):
            return None, (), ()
        if title.owners:
            ally = scene.has("allies.apart", scene.row[title.word].lemma) and body not in title.owners
            return (None, (), ()) if ally else None
        alone = scene.has("allies.alone", scene.row[title.word].text) and scene.has("allies.determiners", title.determiner)
        return (None, (body,), ()) if title.plural and alone and body in scene.present else (None, (), ())

    def _collective(self, title: Title) -> Bearer:
        """A government, ministry or army: whose it says, else whose the same noun was last."""
        word = key(self._scene.row[title.word].text)
        here = self._scene.sentence_of[title.word]
        if title.owners:
            if title.plural and self._scene.has("collectives.each", word) and not any(map(self._scene.register.is_state, title.owners)):
                return None, (), ()  # `les gouvernements européens`: each member's
            self._collectives[word], self._said[word] = title.owners, here
            return None, self._with_wholes(title.owners), ()
        if title.plural and self._scene.has("collectives.several", word) and self._scene.has("around.peoples_article", title.determiner):
            owners = self._at_home(word)
            return (None, (), ()) if self._elsewhere(title.word, owners) else (None, self._with_wholes(owners), ())
        if title.plural or not self._scene.has("around.definite_singular", title.determiner) or not self._scene.has("collectives.again", word):
            return None, (), ()
        named = [
            name
            for name in self._scene.names
            if name.first < title.word and name.type == "ORG" and name.actor and key(self._scene.row[name.first].text) == word
        ]
        if named:
            return named[-1].actor, named[-1].sides, ()
        owners = self._collectives.get(word, ())
        if here - self._said.get(word, here) > STALE or not owners:
            owners = self._at_home(word) or owners
        self._said[word] = here
        elsewhere = self._elsewhere(title.word, owners) and not self._scene.has("collectives.posted", word)
        return (None, (), ()) if elsewhere else (None, self._with_wholes(owners), ())

    def _at_home(self, word: str) -> tuple[str, ...]:
        """The state that the text is about, whose government a noun for one can mean."""
        state = self._home if self._scene.has("collectives.home", word) else None
        return (state,) if state is not None else ()

    @cached_property
    def _home(self) -> str | None:
        return home(self._scene)

    def _elsewhere(self, place: int, owners: tuple[str, ...]) -> bool:
        """Whether the words before it in its sentence name another state than those."""
        scene = self._scene
        names = (scene.starting.get(index) for index in range(scene.first_of_sentence(place), place))
        return any(name is not None and name.actor is not None and scene.register.is_state(name.actor) and name.actor not in owners for name in names)

    def _with_wholes(self, owners: tuple[str, ...]) -> tuple[str, ...]:
        wholes = (side for owner in owners for side in (owner, *self._scene.register.sides(owner)))
        return tuple(dict.fromkeys(side for side in wholes if public(side)))

    def _of_owner(self, owner: str, roles: tuple[Role, ...], place: int, title: Title | None = None) -> Bearer:
        sides = () if self._is_apart(owner, roles) else self._with_wholes((owner,))
        candidates: dict[str, None] = {}
        for role in roles:
            if role.official:
                continue
            kind = role.kinds[0]
            named = self._bearers.get((owner, kind))
            if named is not None:
                return named, tuple(dict.fromkeys((*self._scene.sides_of(named), *sides))), ()
            holder = self._holder(owner, kind, role)
            if holder is not None:
                return holder.id, sides or self._scene.sides_of(holder.id), ()
            candidates.update((holder.id, None) for holder in self._scene.register.holders(kind, owner, self._scene.on))
        official = [role for role in roles if role.official]
        if official and len(official) == len(roles):
            met = self._met(official, place, owner) or self._to_come(official, owner)
            if met is not None:
                return met.id, self._scene.sides_of(met.id), ()
            other = counterpart(self._scene, title, official[0], owner) if title is not None else None
            if other is not None:
                return other, sides, ()
        alike = self._met([role for role in roles if role.like], place, owner)
        return alike.id if alike is not None else None, sides, tuple(candidates)[:8] if len(candidates) <= 8 else ()

    def _holder(self, owner: str, kind: str, role: Role) -> Holder | None:
        office = self._scene.register.office(f"{owner}.{kind}")
        if office is None or (role.styles and office.style not in role.styles):
            return None
        return self._scene.register.holder(office.id, self._scene.on)

    def _of_nobody(self, roles: tuple[Role, ...], title: Title, place: int) -> Bearer:
        """A bare role: whoever bore it last in the text; else the one state that has such an office, if the text is about it."""
        roles = tuple(role for role in roles if role.bare)
        if any(role.same for role in roles):
            return None, (), ()
        own = self._of_own(roles, title, place)
        if own is not None:
            return own
        roles = tuple(role for role in roles if not role.own)
        met = self._met(list(roles), place, None, title)
        if met is not None:
            return met.id, self._scene.sides_of(met.id), ()
        for role in roles:
            if role.home and role.home in self._scene.present and (role.sure or self._home in (None, role.home)):
                found = self._of_owner(role.home, (role,), place)
                if not self._is_woman(title) or found[0] is None or self._scene.register.gender(found[0]) != "m":
                    return found
        named = self._only_one(roles, title)
        if named is not None:
            return named.id, self._scene.sides_of(named.id), ()
        return self._of_home(roles, title, place) or (None, (), ())

    def _of_own(self, roles: tuple[Role, ...], title: Title, place: int) -> Bearer | None:
        """Who bears a role that the press keeps for the state at home, where the text tells of it and no one else who is called so has just acted.

        In a text about another state it is that state's.
        """
        role = next((role for role in roles if role.own), None)
        if role is None:
            return None
        if self._home not in (None, role.home) and not self._is_minister(role, place):
            return self._of_home(tuple(other for other in roles if not other.own), title, place)
        found = self._of_owner(role.home, (role,), place)
        scene, actor = self._scene, found[0]
        office = f"{role.home}.{role.kinds[0]}"
        before = any(other != actor and office in scene.register.offices_of(other) for other in scene.people)
        lately = acting(scene, place)
        if before and actor not in lately:
            return None  # a text about whoever held it before
        told = role.home in scene.present or any(role.home in scene.sides_of(person.id) for person in scene.people.values())
        if actor is None or not told:
            return None
        others = [person for person in scene.people.values() if person.id != actor and 0 <= person.last < place]
        rivals = [person for person in others if any(self._bears(person, other) for other in roles if not other.own)]
        named = acting(scene, place, pronouns=False)
        last = max((named.get(person.id, NEVER) for person in rivals), default=NEVER)
        return found if last == NEVER or lately.get(actor, NEVER) >= last else None

    def _is_minister(self, role: Role, place: int) -> bool:
        """Whether whoever acted last acts for the role's state without bearing the role: whom its ministers call so is their own."""
        lately = acting(self._scene, place)
        last = max((actor for actor in lately if actor in self._scene.people), key=lately.__getitem__, default=None)
        if last is None or role.home not in self._scene.sides_of(last):
            return False
        return f"{role.home}.{role.kinds[0]}" not in self._scene.register.offices_of(last)

    def _is_woman(self, title: Title) -> bool:
        """Whether the article says that a woman bears the role."""
        return self._scene.has("around.feminine_determiners", title.determiner)

    def _of_home(self, roles: tuple[Role, ...], title: Title, place: int) -> Bearer | None:
        """Who holds the office in the one state that the text is about, for words that name an office: `le ministre de l'Intérieur`."""
        state = self._home if self._is_whole(roles, title) else None
        if state is None or self._elsewhere(title.word, (state,)):
            return None
        own = tuple(role for role in roles if not role.home and not (role.unless and self._scene.register.office(f"{state}.{role.unless}")))
        found = self._of_owner(state, own, place)
        return found if found[0] is not None else None

    def _is_whole(self, roles: tuple[Role, ...], title: Title) -> bool:
        """Whether the words are of an office of one person, and of no other: not `le président`."""
        return title.after - title.word > 1 and not any(role.official or role.bodies for role in roles)

    def _only_one(self, roles: tuple[Role, ...], title: Title) -> Person | None:
        """The one person of the whole text who holds the office, for words that are nobody else's: `le chef de l'État`, `le Premier ministre`."""
        found = [person for person in self._scene.people.values() if any(role.kinds and self._bears(person, role) for role in roles)]
        feminine = self._is_woman(title)
        return found[0] if self._is_whole(roles, title) and len(found) == 1 and not (feminine and found[0].gender == "m") else None

    def _bears(self, person: Person, role: Role) -> bool:
        """Whether the person is known to bear the role, or any office where the words are of whoever bears one."""
        borne = person.kinds & {*role.kinds, *role.like} if role.kinds else person.kinds and role.official
        return bool(borne) and self._styled(person, role)

    def _styled(self, person: Person, role: Role) -> bool:
        """Whether nothing known of the person speaks against the role: a president is no king, and only one state has a pope."""
        sides = self._scene.sides_of(person.id)
        if set(role.without) & set(sides):
            return False
        if (role.home and role.home not in sides) or (role.actors and not set(role.actors) & set(sides)):
            return False
        offices = [office for side in sides if role.kinds and (office := self._scene.register.office(f"{side}.{role.kinds[0]}"))]
        return not role.styles or not offices or any(office.style in role.styles for office in offices)

    def _to_come(self, roles: list[Role], owner: str) -> Person | None:
        """The one person whom the text later names beside this role and side: headlines say the role first."""
        kinds = {kind for role in roles for kind in role.kinds}
        found = [person for person in self._scene.people.values() if person.kinds & kinds and owner in person.sides]
        return found[0] if len(found) == 1 else None

    def _met(self, roles: list[Role], place: int, owner: str | None, title: Title | None = None) -> Person | None:
        """The person last named who bears such a role."""
        feminine = title is not None and self._scene.has("around.feminine_determiners", title.determiner)
        found: list[Person] = []
        silent = spoken_of(self._scene, title.word) if title is not None else frozenset()
        for person in self._scene.people.values():
            if person.id in silent or not 0 <= person.last < place or place - person.last > RECENT:
                continue
            if (feminine and person.gender == "m") or (owner is not None and owner not in self._scene.sides_of(person.id)):
                continue
            if any(self._bears(person, role) for role in roles):
                found.append(person)
        words = self._scene.row[title.first : title.after] if title is not None else [self._scene.row[place]]
        lately = acting(self._scene, place) if len(found) > 1 and (source(self._scene, place) or is_subject(words)) else {}
        return max(found, key=lambda person: (lately.get(person.id, NEVER), person.last)) if found else None
