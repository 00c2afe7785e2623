"""Which body a noun for bodies takes up: the one that has just been named, where nothing says that it is of another kind."""

from dataclasses import replace

from chancery.analysis import Mention, Token
from chancery.analysis.actors.lexicon import key, lexicon_of
from chancery.analysis.clauses import run_on
from chancery.facts.context import Context
from chancery.facts.speaker import Speaker
from chancery.facts.speaking import is_press
from chancery.register import fold

ORG = "org:"
BEFORE = 2
"""Sentences back in which the body is named."""
BROUGHT_IN = 3
"""Words before a name among which the noun for it stands."""


class TakeUps:
    """The bodies of one document, for the nouns that speak for them: `l'organisation`, `cette agence fédérale`."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lexicon = lexicon_of(context.pack)
        sources = context.pack.words("cues")["sources"]
        bodies = context.pack.words("roles")["bodies"]
        self._any, self._agencies = frozenset(sources["any_body"]), frozenset(map(key, bodies["agency"]))
        self._press = frozenset(map(key, (*sources["relays"], *sources["titled"])))
        self._kinds = {key(noun): kind for kind, nouns in bodies.items() for noun in nouns}
        self._bare = frozenset(context.pack.words("roles")["around"]["bare"])
        media = frozenset(context.pack.words("cues")["occasion"]["nouns"])  # `sur sa page |Facebook|`
        bodies_named = (item for item in context.analysis.mentions if item.type == "ORG" and (item.actor or "").startswith(ORG))
        named = (item for item in bodies_named if item.span.of(context.text).lower() not in media)
        self._bodies = sorted((item for item in named if not context.quote_at(item.span.start)), key=lambda item: item.span)

    def known(self, speaker: Speaker, token: Token, last: Speaker | None = None) -> Speaker:
        """The body by name, where it is the only one that the sentences right before name and the noun can be its; else the speaker as given.

        A body that was the `last` to speak there is meant before any other.
        """
        noun = key(token.text)
        if speaker.actors or noun not in self._kinds or not self._is_open(token):
            return speaker
        near = self._near(token)
        spoke = [item for item in near if last is not None and last.actors[:1] == (item.actor,)]
        near = spoke or near
        if len({item.actor for item in near}) != 1 or not self._can_be(near[-1], noun):
            return speaker
        actor = near[-1].actor or ""
        name = last.name if spoke and last is not None else actor.removeprefix(ORG)
        return replace(speaker, name=name, actors=self._context.who.acting(actor), gender=None)

    def _is_open(self, token: Token) -> bool:
        """Whether nothing behind the noun names which body it is: adjectives and what it is for or against do not."""
        sentence = self._context.sentence_at(token.start)
        behind = run_on(token, sentence.tokens) if sentence is not None else []
        named = any(word.text[0].isupper() for word in behind)  # `l'antenne d'Oslo du service des eaux`
        return not named and all(
            child.pos == "ADJ" or child.dep.startswith(("acl", "conj", "case", "det", "punct", "cc")) or self._says_kind(child)
            for child in token.children
            if child.start > token.start
        )

    def _says_kind(self, child: Token) -> bool:
        """Whether a complement says of what kind the body is, rather than whose or where: a noun without an article, no name within."""
        case = child.child("case")
        bare = child.pos == "NOUN" and child.child("det") is None and case is not None and case.text.lower().replace("’", "'") in self._bare
        return bare and not any(part.pos == "PROPN" for part in child.subtree())

    def _near(self, token: Token) -> list[Mention]:
        """The bodies that the sentence names before the noun, or else the nearest of the sentences before."""
        sentence = self._context.sentence_at(token.start)
        end = token.start
        for _ in range(BEFORE + 1):
            if sentence is None:
                break
            here = [item for item in self._bodies if sentence.span.start <= item.span.start < end]
            if here:
                return here
            end, sentence = sentence.span.start, self._context.previous(sentence)
        return []

    def _can_be(self, body: Mention, noun: str) -> bool:
        """Whether nothing says that the body is of another kind than the noun, and it is a paper only for nouns of the press."""
        words = body.span.of(self._context.text)
        press = self._lexicon.is_paper(words) or self._context.who.is_paper(body) or self._context.who.is_channel(body)
        press = press or any(is_press(self._context, word) for word in self._context.words(body.span))
        if press != (noun in self._press - self._agencies):
            return False
        said = self._brought_in(body) or key(fold(words).split(" ")[0])
        kind = self._kinds.get(said)
        return kind is None or kind == self._kinds[noun] or noun in self._any or said in self._any

    def _brought_in(self, body: Mention) -> str:
        """The noun right before the name that says what the body is."""
        sentence = self._context.sentence_at(body.span.start)
        before = [word for word in sentence.tokens if word.end <= body.span.start][-BROUGHT_IN:] if sentence is not None else []
        noun = next((word for word in reversed(before) if word.pos != "ADJ"), None)
        return key(noun.text) if noun is not None and noun.pos == "NOUN" and key(noun.text) in self._kinds else ""
