"""Nouns of bodies that speak without a name (`l'ONG`, `l'entreprise`): the body that the document brought in as one of that kind."""

from collections import Counter, defaultdict
from functools import cached_property

from chancery.analysis.actors.alongside import begins_clause
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import says, source
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.titles import Title
from chancery.analysis.clauses import own_subject
from chancery.analysis.tokens import Token
from chancery.register import fold
from chancery.span import Span

WIDEST = 3
"""Words between a noun and the name that it brings in, or between a name and the noun that says more of it."""
RECENT = 260
"""Words back over which a noun still finds a body of its kind that was not called by it."""
MAIN = 3
"""Times that a body is named which a text is about."""
NEAR = 1
"""Sentences back within which a body of no known kind can be meant."""
WIDTH = 40
"""Code points behind a noun that may tell which one it is."""
ORG = "org:"
GROUP = "group:"
"""Begins the actors that are armed groups."""
OPEN = frozenset(("company", "association", "agency"))
"""Kinds that a body may be of though nothing says so."""


class Bodies:
    """The bodies of one document, by the nouns that the text has for them; built once."""

    def __init__(self, scene: Scene, lead: int) -> None:
        self._scene = scene
        self._lead = lead
        self._kinds: dict[str, str] = {}
        """By noun, as `key` gives it: its kind."""
        for kind, nouns in scene.lexicon.words["bodies"].items():
            for noun in nouns:
                self._kinds.setdefault(key(noun), kind)

    def bearer(self, place: int) -> tuple[int, str, tuple[str, ...]] | None:
        """The noun's first word, and the body meant with its sides; None where the word is no such noun, or nobody clearly leads."""
        scene, token = self._scene, self._scene.row[place]
        noun = key(token.text)
        called = noun in self._kinds and (token.pos == "NOUN" or (token.pos == "PROPN" and token.text.isupper()))  # `l'ONG`
        if not called or scene.inside[place] is not None or place == 0 or scene.quoted[place]:
            return None
        armed = self._is_armed(place)
        alone, speaks = self._alone(place, armed), source(scene, place) or self._speaks(token)
        if not (self._definite(place) or self._told_by(place)) or not (speaks or (token.dep.startswith("nsubj") and not alone)):
            return None
        name = self._just_named(place, noun) or (self._meant_alone(place, noun, armed) if alone else self._told(place, noun))
        first = place - (not scene.has("around.contracted", scene.row[place - 1].text))
        return (first, name.actor, name.sides) if name is not None and name.actor is not None else None

    def _just_named(self, place: int, noun: str) -> Named | None:
        """Of `cette organisation`, the one body that can be called so of those that its sentence names before it, or else the sentence before."""
        scene = self._scene
        if not scene.has("callings.demonstratives", scene.row[place - 1].text):
            return None
        here = scene.sentence_of[place]
        for number in (here, here - 1):
            named = [name for name in self._named if scene.sentence_of[name.first] == number and name.first < place]
            near = [name for name in named if not scene.quoted[name.first] and not scene.has("pronouns.sources", scene.row[name.first - 1].text)]
            fitting = [name for name in near if (name.actor or "").startswith(GROUP) or self._can_be(name, noun, self._kinds[noun])]
            if near:
                return _one(fitting) if fitting else None
        return None

    def _speaks(self, token: Token) -> bool:
        """Whether the noun is the subject of a verb of speech, or of one that such a verb is joined to: `|le groupe| avance et assure`."""
        verb = token.head
        told = (verb, *verb.all("conj", "advcl"))
        return token.dep.startswith("nsubj") and any(own_subject(part) in (None, token) and self._scene.lexicon.speaks(part) for part in told)

    def _is_armed(self, place: int) -> bool:
        """Whether the adjective behind the noun says that it takes up arms: `le groupe |jihadiste|`."""
        return place + 1 < len(self._scene.row) and self._scene.has("armed.adjectives", self._scene.row[place + 1].text)

    def _definite(self, place: int) -> bool:
        """Whether a definite article or a demonstrative stands before the noun."""
        scene, before = self._scene, self._scene.row[place - 1].text
        definite = scene.has("around.definite_singular", before) and not scene.has("around.contracted", before)
        return definite or scene.has("callings.demonstratives", before)

    def _told_by(self, place: int) -> bool:
        """Whether the words before it say that the noun's own news are the source: `selon les informations du |journal|`."""
        row, has = self._scene.row, self._scene.has
        account = next((back for back in range(place - 2, max(0, place - 2 - WIDEST), -1) if row[back].pos != "DET"), 0)
        opening = account - 1 - has("around.definite", row[account - 1].text)
        whose = has("around.contracted", row[place - 1].text) or has("around.linking", row[place - 2].text)
        return account > 1 and opening >= 0 and whose and has("telling.accounts", row[account].text) and has("pronouns.sources", row[opening].text)

    def _alone(self, place: int, armed: bool) -> bool:
        """Whether nothing behind the noun says which one it is; that it is armed tells none apart."""
        scene, row = self._scene, self._scene.row
        next_ = place + 1 + armed
        behind = row[next_] if next_ < len(row) and scene.sentence_of[next_] == scene.sentence_of[place] else None
        if behind is None:
            return True
        told = behind.pos in ("ADJ", "PROPN") or behind.text[0].isupper()  # `l'ONG |Mer| propre`, whose name nobody found
        return scene.inside[next_] is None and not told and not scene.has("around.linking", behind.text)

    def _meant_alone(self, place: int, noun: str, armed: bool) -> Named | None:
        if armed:
            return _one([other for other in self._named if (other.actor or "").startswith(GROUP) and other.first < place])
        return self._meant(place, noun)

    def _told(self, place: int, noun: str) -> Named | None:
        """The body called so, where the words behind the noun tell no other apart or the state that it is of: `le constructeur |français|`."""
        scene = self._scene
        behind = scene.document.text[scene.row[place].end : scene.row[place].end + WIDTH].lstrip()
        usual = any(fold(behind[: len(words)]) == words and not _goes_on(behind[len(words) :]) for words in scene.lexicon.complements)
        state = scene.lexicon.demonym(scene.row[place + 1].text, scene.register) if scene.row[place + 1].pos == "ADJ" else None
        if not usual and state is None:
            return None
        called = [name for name in self._named if name.first < place and noun in self._nouns[name.actor or ""]]
        if state is not None:
            called = self._of_state(called, state)
        near = [name for name in called if self._acts(name) and place - name.first <= RECENT]
        return _one(near) if near else _one(called)

    def _of_state(self, names: list[Named], state: str) -> list[Named]:
        """Of the bodies those that are known to be of that state; else those of which nothing is known."""
        homes = [(name, {*name.sides, self._scene.lexicon.home(name.text)} - {None}) for name in names]
        return [name for name, of in homes if state in of] or [name for name, of in homes if not of]

    def _meant(self, place: int, noun: str) -> Named | None:
        """Who acted right before, if of that kind or of none that is known; else the last one called so; else the only one of the kind."""
        before, kind = [name for name in self._named if name.first < place], self._kinds[noun]
        here = self._scene.sentence_of[place]
        acted = [name for name in before if self._scene.sentence_of[name.first] >= here - NEAR and self._acts(name) and not self._is_short(name)]
        if len({name.actor for name in acted}) == 1 and self._can_be(acted[-1], noun, kind):
            return acted[-1]
        alike = [name for name in before if self._is_alike(name, kind)] or [name for name in before if self._is_wide(name, kind)]
        called = [name for name in alike if noun in self._nouns[name.actor or ""]] or alike
        if alike:
            spoke = [name for name in alike if self._acts(name) and place - name.first <= RECENT]
            return _one(spoke) if spoke else _one(called)
        return self._main(before) if kind == "company" else None

    def _is_alike(self, name: Named, kind: str) -> bool:
        return any(self._kinds.get(noun) == kind for noun in self._nouns[name.actor or ""])

    def _is_wide(self, name: Named, kind: str) -> bool:
        """Whether a body is of a kind that nouns of this one take up too: `l'association`, an institute."""
        return any(self._kinds.get(noun) in self._scene.lexicon.words["wide"].get(kind, ()) for noun in self._nouns[name.actor or ""])

    def _can_be(self, name: Named, noun: str, kind: str) -> bool:
        """Whether a body is called so, or is of that kind, or nothing is known of its kind and it is no paper."""
        nouns = self._nouns[name.actor or ""]
        unknown = not nouns and not self._scene.lexicon.is_paper(name.text)
        return noun in nouns or self._is_alike(name, kind) or self._is_wide(name, kind) or (unknown and kind in OPEN)

    def _is_short(self, name: Named) -> bool:
        """Whether it is the short name in brackets of the body named right before."""
        long = self._scene.inside[name.first - 2] if name.first > 1 and self._scene.row[name.first - 1].text == "(" else None
        return long is not None and long.type == "ORG"

    def _acts(self, name: Named) -> bool:
        """Whether the name is the subject of a verb of speech, or a source."""
        return not self._scene.quoted[name.first] and says(self._scene, name)

    def _main(self, before: list[Named]) -> Named | None:
        """The one body that the text is about, where nothing says what kind it is: named with the headline's first words and time and again."""
        unknown = [name for name in before if not self._nouns[name.actor or ""] and (name.actor or "").startswith(ORG)]
        most = self._counts.most_common(1)
        heads = [
            name for name in unknown if name.first < self._lead and most and most[0][0] == name.actor and most[0][1] >= MAIN and self._acts(name)
        ]
        return next((name for name in reversed(unknown) if heads and name.actor == heads[0].actor), None)

    @cached_property
    def _named(self) -> list[Named]:
        register, names = self._scene.register, (name for name in self._scene.names if name.type == "ORG" and name.actor)
        return [name for name in names if not register.is_state(name.actor or "") and not self._is_where(name)]

    def _is_where(self, name: Named) -> bool:
        """Whether the name only tells on which network something was said: `a annoncé la firme sur |Twitter|`."""
        scene, place = self._scene, name.first - 1
        network = bool(scene.lexicon.taken_up(name.text) & scene.lexicon.sets["pronouns.networks"])
        return network and place >= 0 and scene.has("pronouns.upon", scene.row[place].text)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(name.actor or "" for name in self._named)

    @cached_property
    def _nouns(self) -> defaultdict[str, set[str]]:
        """What the text and the pack call each body."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        known = self._scene.lexicon.words["anaphors"]
        for name in self._named:
            nouns = found[name.actor or ""]
            nouns.update(key(noun) for noun in known.get(name.actor, ()))
            nouns.update(self._scene.lexicon.taken_up(name.text))
            nouns.update(noun for noun in (self._first(name), self._before(name), self._behind(name)) if noun)
        return found

    def _first(self, name: Named) -> str:
        """The first word of the name, where it is such a noun: `Association des riverains`."""
        noun = key(self._scene.row[name.first].text)
        return noun if noun in self._kinds else ""

    def _before(self, name: Named) -> str:
        """The noun that brings the name in: `l'ONG X`, `le constructeur automobile X`."""
        scene = self._scene
        for place in range(name.first - 1, max(-1, name.first - 1 - WIDEST), -1):
            token = scene.row[place]
            if token.pos == "NOUN" or key(token.text) in self._kinds:
                return key(token.text) if key(token.text) in self._kinds else ""
            if token.pos != "ADJ" and token.text not in '"«“':
                return ""
        return ""

    def _behind(self, name: Named) -> str:
        """The noun of an apposition: `X, une ONG de Genève`."""
        scene, row = self._scene, self._scene.row
        if name.after >= len(row) or row[name.after].text != ",":
            return ""
        for place in range(name.after + 1, min(name.after + 1 + WIDEST, len(row))):
            if row[place].pos == "NOUN":
                before = fold(row[place - 1].text)
                noun = key(row[place].text)
                apposed = place == name.after + 1 or scene.has("around.indefinite", before) or scene.has("around.definite_singular", before)
                apposed = apposed and (place == name.after + 1 or not begins_clause(scene, name, place))
                return noun if apposed and noun in self._kinds else ""
            if row[place].pos not in ("DET", "ADJ"):
                return ""
        return ""


def _goes_on(rest: str) -> bool:
    """Whether a word goes on there, or a name stands right behind it, which is another's: `la compagnie aérienne| Air Mer|`."""
    return rest[:1].isalnum() or (rest[:1] == " " and rest[1:2].isupper())


def _one(names: list[Named]) -> Named | None:
    """The last of the names, if all are of one body."""
    return names[-1] if len({name.actor for name in names}) == 1 else None


def registered(scene: Scene, title: Title) -> str | None:
    """The body that the register knows by a role's very words: `l'|exécutif européen|`."""
    if not title.owners or not all(role.collective for role in title.roles):
        return None
    found = scene.register.named(Span(scene.row[title.word].start, scene.row[title.after - 1].end).of(scene.document.text))
    return found if found is not None and not scene.register.is_state(found) else None
