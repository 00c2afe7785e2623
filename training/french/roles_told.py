"""Roles whose bearer the text tells beyond doubt (`la juge Anna Roy`, further on `la juge`), as examples of whom a role means where it does not."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.french.annotated import articles
from training.french.logit import Example
from training.french.standing import Read, annotations, read

from chancery.analysis.actors import resolve
from chancery.analysis.actors.callings import Callings
from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.ranking import SURE, Candidate, Choice, Ranker, Rankers
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token
from chancery.languages import pack_for
from chancery.register import register_for

ONE_IN = 16
"""Of the articles, chosen by their ids."""
SECTIONS = frozenset(("Monde", "Politique", "France"))
SHORTEST, LONGEST = 1200, 5500
"""Code points of the articles that are read."""

TELLING = frozenset(("noun beside", "words beside"))
"""Signs that would give away what is forgotten."""


class Forgetful(Callings):
    """Knows what the text calls its people, and says it of nobody; keeps whom each noun would have meant beyond doubt."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.told: dict[int, str] = {}
        """By the end of the noun."""

    def called(self, phrase: Phrase) -> Sequence[tuple[frozenset[str], str]]:
        """See `Callings.called`."""
        return ()

    def bearer(self, phrase: Phrase) -> str | None:
        """See `Callings.bearer`."""
        known = super().called(phrase)
        people = {actor for about, actor in known if not phrase.about or about & phrase.words}
        met = [actor for actor in people if 0 <= self._scene.person(actor).last < phrase.noun]
        if phrase.definite and len(people) == len(met) == 1 and not self.nameless(phrase.noun):
            self.told[self._scene.row[phrase.noun].end] = met[0]
        return None


class Noting(Ranker):
    """Takes down what it was asked of roles whose bearer is told, and answers so."""

    def __init__(self, told: Mapping[int, str]) -> None:
        super().__init__({})
        self._told = told
        self.examples: list[Example] = []

    def choose(self, word: Token, manner: str, candidates: Sequence[Candidate], sure: float = SURE) -> Choice:
        """See `Ranker.choose`."""
        actor = self._told.get(word.end)
        right = [place for place, one in enumerate(candidates) if one.actor is not None and one.actor == actor]
        if not right:
            return Choice(candidates[-1], None)
        unsaid = [replace(one, signs=tuple(sign for sign in one.signs if sign not in TELLING)) for one in candidates]
        self.examples.append((manner, unsaid, frozenset(right)))
        return Choice(candidates[right[0]], candidates[right[0]])


def told(data: Path) -> list[Example]:
    """The examples that the corpus gives, from the folder that holds `corpus/`; none from annotated articles."""
    return [example for article in _chosen(data) for example in examples(read(article, {}))]


def examples(one: Read) -> list[Example]:
    """The examples that a document gives."""
    pack, kept = pack_for("fr"), dict[int, str]()
    ranker = Noting(kept)

    def forgetful(scene: Scene) -> Callings:
        callings = Forgetful(scene)
        callings.told = kept
        return callings

    rankers = Rankers(Ranker.of(pack, "pronouns"), ranker)
    resolve(one.document, one.sentences, one.names, register_for(None), pack, rankers, forgetful)
    return ranker.examples


def _chosen(data: Path) -> Iterator[dict[str, Any]]:
    known = {row["document"] for row in annotations("roles")}
    for article in articles(data):
        fits = article.get("section") in SECTIONS and SHORTEST < len(article["text"]) < LONGEST and article["id"] not in known
        if fits and hashlib.blake2b(article["id"].encode(), digest_size=4).digest()[0] % ONE_IN == 0:
            yield article
