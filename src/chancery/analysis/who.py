"""Who stands at a place of the text: one look-up over the names and references of a document, for all that is read from it."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

from chancery.analysis.analysis import Analysis, Mention, Reference
from chancery.analysis.bodies import Bodies
from chancery.analysis.press import press_of
from chancery.analysis.tokens import Token
from chancery.analysis.wording import Wording
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.span import Span

Found = Mention | Reference

LINKS = ("appos", "flat", "nmod", "name")
"""Relations by which a name hangs on the title before it: `le ministre Jean Dupont`."""

BODY = "org:"
FAR = 40
"""Code points from a noun to the end of the words that say what kind of body it is."""
AHEAD = 4
"""Names and references behind a noun among which its own name is looked for."""


class Who:
    """Who is meant, by span and by token; built once for a document, in time linear in its tokens and names."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        found: list[Found] = [*analysis.mentions, *analysis.references]
        found.sort(key=lambda item: (item.span.start, -item.span.end, isinstance(item, Reference)))
        self._found = found
        self._starts = [item.span.start for item in found]
        self._exact: dict[Span, Found] = {}
        for item in found:
            self._exact.setdefault(item.span, item)
        self._longest = max((len(item.span) for item in found), default=0)
        self._sides: dict[str, tuple[str, ...]] = {}
        for item in found:
            if item.actor and item.sides:
                self._sides.setdefault(item.actor, item.sides)
        self._names = _display_names(analysis)
        pack = pack_for(analysis.document.language)
        sources = pack.words("cues")["sources"]
        self._public = frozenset(sources["public"])
        self._bodies, self._titles = frozenset(sources["bodies"]), frozenset(sources["titles"])
        self._words_of_roles, self._press = pack.words("roles"), press_of(pack)
        self._items: dict[Token, Found | None] = {}
        """What was found for the tokens that were asked about: most are, more than once."""
        self._wording = Wording(analysis, self._addressed)
        self._organs = Bodies(analysis, self._wording.words, self._ids)

    def at(self, span: Span) -> Found | None:
        """The name or reference with exactly this span, else the smallest that covers it; None where the text points to nobody."""
        if span in self._exact:
            return self._exact[span]
        best: Found | None = None
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0 and self._starts[index] >= span.end - self._longest:
            item = self._found[index]
            if item.span.contains(span) and (best is None or len(item.span) < len(best.span)):
                best = item
            index -= 1
        return best

    def of(self, token: Token) -> tuple[str, ...]:
        """Ids of who the noun phrase headed by this token means, with the states and bodies they act for; empty where nobody is known.

        A name or reference that the token belongs to comes first, then a name it introduces, then a demonym: `diplomates russes` is `("RUS",)`.
        Coordinated phrases have a head each and are asked for one by one.
        """
        found = self._ids(token)
        full = self._full(token) if any(actor.startswith(BODY) for actor in found) else None
        known = [actor for actor in self._ids(full) if actor.startswith(BODY)] if full is not None else []
        return tuple(dict.fromkeys(known[0] if known and actor.startswith(BODY) else actor for actor in found))

    def acting(self, actor: str) -> tuple[str, ...]:
        """An actor with the states and bodies for which the document has them act, wherever it names or points to them."""
        return (actor, *self._sides.get(actor, ()))

    def _ids(self, token: Token) -> tuple[str, ...]:
        item = self._item(token)
        if item is None:
            return ()
        own = (item.actor,) if item.actor else ()
        return (*own, *(side for side in item.sides if side not in own))

    def _full(self, token: Token) -> Token | None:
        """The noun of the phrase that names the body in full which this one names shortly."""
        item = self._item(token)
        actor = item.actor if item is not None and not self._is_organ(token, item) else None
        if item is not None and actor and not (actor.startswith(BODY) and item.span.contains(token.span)):
            return None
        name = actor.removeprefix(BODY) if actor else self._wording.words(token)
        return self._organs.full(token, name) if name else None

    def name(self, token: Token) -> str | None:
        """How to call who is meant: the full name, else the role's words as they stand (`source diplomatique`); None for a bare pronoun."""
        full = self._full(token)
        item = self._item(full or token)
        if full is not None and (item is None or item.span.contains(full.span)):
            return self._wording.words(full)
        if item is not None and item.actor and not self._is_organ(token, item):
            people = self._people(token, item)
            known = people or (item.span.of(self._text) if self._is_seat(item) else self._names.get(item.actor))
            if known:
                return known
            kind, _, rest = item.actor.partition(":")
            if kind == "org" and isinstance(item, Mention):
                rest = self._press.title(rest, self._text, item.span.start)
            return rest if rest else self._wording.words(token) or kind
        if item is not None and (token.pos == "PRON" or token.text.startswith("-")) and len(item.sides) > 0:
            return self._names.get(item.sides[0]) or register_for(None).name(item.sides[0])
        return self._of_state(token, self._wording.words(token))

    def _people(self, token: Token, item: Found) -> str | None:
        """The word for a people, where that stands for its state: `Danois` for `les Danois`."""
        plural = token.pos in ("NOUN", "PROPN") and token.morph.get("Number") == "Plur" and token.text[0].isupper() and not token.text.isupper()
        return token.text if isinstance(item, Reference) and plural and item.span.end == token.end else None

    def _is_organ(self, token: Token, item: Found) -> bool:
        """Whether a state is meant by what it acts by, which is told apart from it where it speaks: `le gouvernement danois`."""
        organ = token.pos in ("NOUN", "PROPN") and token.lemma.lower() in self._words_of_roles["collectives"]["nouns"]
        return organ and isinstance(item, Reference) and item.actor is not None and register_for(None).is_state(item.actor)

    def _of_state(self, token: Token, words: str | None) -> str | None:
        """The words for a ministry, army or parliament with its state, where they do not say it: `présidence danoise` for `la présidence`."""
        ids = self._ids(token)
        if words is None or " " in words or len(ids) != 1 or token.lemma.lower() not in self._public:
            return words
        feminine, plural = token.morph.get("Gender") == "Fem", token.morph.get("Number") == "Plur"
        adjective = register_for(None).adjective(ids[0], feminine=feminine, plural=plural)
        return f"{words} {adjective}" if adjective else words

    def role_around(self, body: Mention) -> Reference | None:
        """The role of a person that ends with the name of a body: `le coordinateur de |La Ligue verte|`."""
        index = bisect_right(self._starts, body.span.start) - 1
        while index >= 0 and self._starts[index] >= body.span.end - self._longest:
            item = self._found[index]
            role = isinstance(item, Reference) and item.span.end == body.span.end and item.span.start < body.span.start
            if role and item.actor is not None and item.actor.startswith("person:"):
                return item if isinstance(item, Reference) else None
            index -= 1
        return None

    def is_seat(self, token: Token) -> bool:
        """Whether the token names a seat of government."""
        item = self.at(token.span)
        return item is not None and self._is_seat(item)

    def _is_seat(self, item: Found) -> bool:
        """Whether a state is named by the seat of its government, which is told apart from the state where it speaks; capitals are not."""
        words, register = item.span.of(self._text), register_for(None)
        return isinstance(item, Mention) and item.actor is not None and register.seat(words) == item.actor and register.capital(words) is None

    def _item(self, token: Token) -> Found | None:
        if token not in self._items:
            self._items[token] = self._looked_up(token)
        return self._items[token]

    def _looked_up(self, token: Token) -> Found | None:
        here = self.at(token.bare)
        if isinstance(here, Mention):
            return here
        named = self._introduced(token)
        if here is not None and here.actor and (named is None or named.actor is None):
            return here
        return named if named is not None else here

    def _introduced(self, token: Token) -> Mention | None:
        """The person whom a title introduces."""
        if token.pos not in ("NOUN", "PROPN") or token.lemma.lower() in self._words_of_roles["collectives"]["persons"]:
            return None  # `l'administration X` is not X
        called = self._called(token) or self._by_name(token)
        if called is not None:
            return called
        for child in token.all(*LINKS):
            item = self.at(child.span)
            between = self._text[token.end : child.start]
            if between == "-" or (between == " " and child.text.lower() in self._titles):
                return self._introduced(child)  # `le lieutenant-|colonel| Jan Roy`, cut at its hyphen; `l'imprévisible |M.| Roy`
            if isinstance(item, Mention) and item.type == "ORG":
                found = next((part for part in child.all("flat", "appos") if self._person(part) is not None), None)
                if found is not None:
                    return self._person(found)  # `le député PS Jean Dupont`, the name hung on the party
            if child.child("case") is None and self._person(child) is not None:
                return self._person(child)
            behind = self._behind_title(child)
            if behind is not None:
                return behind
        return None

    def _called(self, noun: Token) -> Mention | None:
        """The body named right behind a noun that only says what it is: `l'ONG |X|`, `la revue spécialisée |Y|`, `l'agence de presse |Z|`."""
        index = bisect_left(self._starts, noun.end)
        if noun.lemma.lower() not in self._bodies or noun.morph.get("Number") == "Plur" or index == len(self._found):
            return None
        item = next((other for other in self._found[index : index + AHEAD] if isinstance(other, Mention)), None)
        if item is None or item.type != "ORG" or not noun.end < item.span.start <= noun.end + FAR:
            return None
        between = [child for child in noun.children if noun.start < child.start < item.span.start]
        kind = " ".join(word.text for child in between for word in child.subtree() if word.start < item.span.start)
        says = all(child.pos == "ADJ" or child.dep == "acl" or self._is_bare(child) for child in between)
        return item if says and self._text[noun.end : item.span.start].split() == kind.split() else None

    def _by_name(self, noun: Token) -> Mention | None:
        """The person whose name words for "called" bring in right behind a noun: `une voisine du nom de |Anna Lund|`."""
        index = bisect_left(self._starts, noun.end)
        item = next((other for other in self._found[index : index + AHEAD] if isinstance(other, Mention)), None)
        if item is None or item.type != "PER" or noun.morph.get("Number") == "Plur":
            return None
        between = self._text[noun.end : item.span.start].strip().lower().replace("’", "'")
        return item if between in self._words_of_roles["around"]["by_name"] else None

    def _is_bare(self, noun: Token) -> bool:
        """Whether a noun is a complement without an article: `agence |de presse|`, `tête |de liste|`."""
        case = noun.child("case")
        bare = self._words_of_roles["around"]["bare"]
        return noun.pos == "NOUN" and noun.child("det") is None and case is not None and case.text.lower().replace("’", "'") in bare

    def _behind_title(self, noun: Token) -> Mention | None:
        """The person whose name hangs on the bare last noun of the title: `la tête de |liste| Anna Lund`, `le chef de |file| du parti, Jan Roy`."""
        if not self._is_bare(noun) or noun.text.lower() in self._titles:
            return None
        found = (self._person(part) for part in noun.all(*LINKS) if part.child("case") is None)
        return next((person for person in found if person is not None), None)

    def _person(self, token: Token) -> Mention | None:
        """The person whose name begins with the token."""
        item = self.at(token.span)
        return item if isinstance(item, Mention) and item.type == "PER" and item.span.start == token.start else None

    def _addressed(self, span: Span) -> bool:
        """Whether a paper or channel is named there, to which something may be said."""
        item = self.at(span)
        return isinstance(item, Mention) and (self.is_paper(item) or self.is_channel(item))

    def title(self, name: Mention) -> str:
        """The name of a paper or channel as its title reads in full."""
        return self._press.title(name.span.of(self._text), self._text, name.span.start)

    def is_channel(self, name: Mention) -> bool:
        """Whether a body is a radio or a television channel."""
        return name.type == "ORG" and self._press.airs(name.span.of(self._text))

    def is_paper(self, name: Mention) -> bool:
        """Whether a body is called as papers are."""
        return name.type == "ORG" and self._press.is_one(name.span.of(self._text))


@lru_cache(maxsize=2)
def who(analysis: Analysis) -> Who:
    """Who is meant in a document; made once for all that is read from it."""
    return Who(analysis)


def _display_names(analysis: Analysis) -> dict[str, str]:
    """What to call each state and body: as the register does, else by the first name that the document gives them."""
    register, names = register_for(None), dict[str, str]()
    mentions, references = sorted(analysis.mentions, key=lambda item: item.span), analysis.references
    for actor, span in [*((item.actor, item.span) for item in mentions), *((item.actor, item.span) for item in references)]:
        if actor and ":" not in actor:
            names.setdefault(actor, register.name(actor) or span.of(analysis.text))
    for mention in mentions:
        if mention.actor and mention.actor.removeprefix(BODY).isupper() and " " in mention.span.of(analysis.text):
            names.setdefault(mention.actor, mention.span.of(analysis.text))  # `Food and Drug Administration (FDA)`, which goes by its acronym
    return names
