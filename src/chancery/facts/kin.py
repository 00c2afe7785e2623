"""Whose man it is who speaks: `son mari` by name where the document tells, else with whose he is (`l'entourage` of whom)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from chancery.analysis import Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.facts.context import Context
from chancery.facts.speaker import Speaker
from chancery.register import fold

PERSON = "person:"
BACK = 700
"""Code points back to the sentence that names whose someone is."""
GENDERS = {"Masc": "m", "Fem": "f"}


class Kin:
    """The people of one document, with those who are somebody's; `people` gives where each is named outside quotations, by place."""

    def __init__(self, context: Context, people: Sequence[tuple[int, str]]) -> None:
        self._context = context
        self._people = people
        self._lexicon = lexicon_of(context.pack)
        roles = context.pack.words("roles")
        self._around = roles["around"]
        self._kin, self._own = frozenset(roles["callings"]["kin"]), frozenset(roles["callings"]["own"])
        self._singular = frozenset(roles["around"]["ones_own"])
        self._called: dict[str, set[str]] = {}
        theirs = self._kin | self._own
        for reference in context.analysis.references:
            noun = next((word for word in fold(reference.span.of(context.text)).replace("'", " ").split()[:2] if word in theirs), None)
            if noun is not None and reference.actor and reference.actor.startswith(PERSON):
                self._called.setdefault(noun, set()).add(reference.actor)

    def known(self, speaker: Speaker, token: Token) -> Speaker:
        """The speaker with whose he is, or by name, where a possessive stands before the noun and it is clear whom it means; else as given."""
        noun, article = token.text.lower(), token.child("det")
        theirs = noun in self._kin or noun in self._own
        if not theirs or article is None or article.text.lower() not in self._singular or speaker.actors or speaker.name is None:
            return speaker
        owner = self._owner(token)
        if owner is None:
            only = self._called.get(fold(token.text), set()) if noun in self._own and token.morph.get("Number") != "Plur" else set()
            named = next(iter(only)) if len(only) == 1 else None
            return (
                replace(speaker, name=named.removeprefix(PERSON), actors=self._context.who.acting(named), gender=None)
                if named is not None
                else speaker
            )
        relative = self._relative(owner, token) if token.morph.get("Number") != "Plur" else None
        if relative is not None:
            return self._named(speaker, relative)
        name = owner.removeprefix(PERSON)
        if speaker.name.endswith(name):
            return speaker  # who goes on was called so before
        full, short = self._around["of"]
        return replace(speaker, name=f"{speaker.name} {short if fold(name)[0] in self._around['eliding'] else full}{name}")

    def _named(self, speaker: Speaker, actor: str) -> Speaker:
        return replace(speaker, name=actor.removeprefix(PERSON), actors=self._context.who.acting(actor), gender=None)

    def _owner(self, token: Token) -> str | None:
        """The one person whom the sentence names before the noun; else the one whom the nearest sentence before names that names anybody."""
        sentence, end = self._context.sentence_at(token.start), token.start
        while sentence is not None and token.start - sentence.span.start <= BACK:
            here = {actor for _, actor in self._people[bisect_left(self._people, (sentence.span.start, "")) : bisect_left(self._people, (end, ""))]}
            if here:
                return next(iter(here)) if len(here) == 1 else None
            end = sentence.span.start
            sentence = self._context.previous(sentence)
        return None

    def _relative(self, owner: str, token: Token) -> str | None:
        """The one other person whom the document calls so; else, of a family, the one who shares a surname and can be called so by their gender."""
        called = self._called.get(fold(token.text), set()) - {owner}
        if called:
            return next(iter(called)) if len(called) == 1 else None
        if token.text.lower() not in self._kin:
            return None
        surnames = set(_surnames(owner))
        gender = GENDERS.get(token.morph.get("Gender", ""), "")
        others = {actor for _, actor in self._people if actor != owner and not surnames.isdisjoint(_surnames(actor))}
        fitting = [actor for actor in others if self._lexicon.person_gender(actor.removeprefix(PERSON)) in ("", gender)]
        return fitting[0] if len(fitting) == len(others) == 1 else None


def _surnames(person: str) -> list[str]:
    """The words of a name behind the first, those joined by hyphens apart."""
    return fold(person.removeprefix(PERSON)).replace("-", " ").split()[1:]
