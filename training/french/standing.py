"""Whom pronouns and roles stand for, learnt from documents in which they were annotated.

Every candidate that the analysis meets for a word of `pronouns/annotations.jsonl` or `roles/annotations.jsonl` is taken down, and a conditional
logit is fitted: the weights that make those who are meant the likeliest. That is done twice, first with every word before understood rightly,
then as the weights of the first time understand them, for that is what they meet in use. A part of the documents measures what the others teach;
the weights that are shipped are of all.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from training.french.annotated import articles
from training.french.logit import Example, Weights, fitted, write

from chancery.analysis import Mention, Sentence
from chancery.analysis.actors import resolve
from chancery.analysis.actors.ranking import NOBODY, SURE, Candidate, Choice, Ranker, Rankers
from chancery.analysis.names import find_names
from chancery.analysis.syntax import parse
from chancery.analysis.tokens import Token
from chancery.capture.records import record_source
from chancery.clean import Document, clean
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.settings import Settings

PARTS = 5
"""Each part of the documents is measured with weights from the others."""
THING, SOMEONE, STRUCK = "thing", "someone", "struck"

What = Literal["pronouns", "roles"]
Bearer = str | list[int]
"""What a word stands for: `nobody`, a `thing`, `someone` without a name, any of these if it was `struck`, or where a name of who is meant stands."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document, read up to its names."""

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]
    bearers: dict[int, Bearer]
    """By the end of each word that was annotated: the pronoun, or the noun of the role."""

    def resolved(self, rankers: Rankers | None = None) -> tuple[Mention, ...]:
        """The names with their actors, what stands for someone ranked by those rankers."""
        return resolve(self.document, self.sentences, self.names, register_for(None), pack_for("fr"), rankers)[0]


class Taught(Ranker):
    """Takes down what it was asked; answers by the annotations, or by the weights that it has."""

    def __init__(self, read: Read, actors: dict[int, str], what: What, weights: Weights | None) -> None:
        super().__init__(weights or {})
        self._what = what
        self._told, self._actors, self._answers = read.bearers, actors, weights is None
        self._text = read.document.text
        self._spelled = {name.span.of(self._text): actors[name.span.start] for name in read.names if name.span.start in actors}
        self.examples: list[Example] = []
        self.counted: Counter[str] = Counter()

    def choose(self, word: Token, manner: str, candidates: Sequence[Candidate], sure: float = SURE) -> Choice:
        """See `Ranker.choose`."""
        bearer = self._told.get(word.end)
        choice = super().choose(word, manner, candidates, sure)
        if bearer is None:
            return Choice(choice.likeliest, None) if self._answers else choice
        actor = self._named(bearer) if isinstance(bearer, list) else None
        right = frozenset(_right(candidates, bearer, actor))
        if not right and (self._what == "roles" or isinstance(bearer, list)):
            right = frozenset(_right(candidates, NOBODY, None))  # who is meant was ruled out, and nobody else is
        if right:
            self.examples.append((manner, candidates, right))
        self._count(choice, bearer, actor)
        if not self._answers:
            return choice
        found = next((candidates[place] for place in sorted(right)), Candidate("human", ()))
        return Choice(found, found if found.acts else None)

    def _named(self, place: list[int]) -> str | None:
        """Who bears the name at a place; where none was found there that begins with the same words, by those it has elsewhere."""
        here = (self._actors[each] for each in range(*place) if each in self._actors)
        return next(here, None) or self._spelled.get(self._text[slice(*place)])

    def _count(self, choice: Choice, bearer: Bearer, actor: str | None) -> None:
        named = isinstance(bearer, list)
        if choice.chosen is None:
            self.counted["open" if named else "rightly none"] += 1
        else:
            self.counted["right" if named and choice.chosen.actor == actor else "wrong"] += 1


def _right(candidates: Sequence[Candidate], bearer: Bearer, actor: str | None) -> Iterator[int]:
    """Which candidates are right; a thing or someone where no such candidate was met is nobody who was."""
    if isinstance(bearer, list):
        yield from (place for place, one in enumerate(candidates) if one.actor is not None and one.actor == actor)
        return
    if bearer == STRUCK:
        yield from (place for place, one in enumerate(candidates) if not one.acts)
        return
    wanted = {THING: ("thing",), SOMEONE: ("human",)}.get(bearer, (NOBODY,))
    kinds = wanted if any(one.kind in wanted for one in candidates) else ("thing", NOBODY) if bearer == SOMEONE else (NOBODY,)
    yield from (place for place, one in enumerate(candidates) if one.kind in kinds)


def annotations(what: What) -> list[dict[str, Any]]:
    """A row a document, as the annotations of pronouns or of roles have them."""
    return list(map(json.loads, (Path(__file__).with_name(what) / "annotations.jsonl").read_text("utf-8").splitlines()))


def annotated(data: Path, what: What) -> list[Read]:
    """The annotated documents, read. Raises ValueError if a text of the corpus is not the one that was annotated."""
    rows = {row["document"]: row for row in annotations(what)}
    found = {article["id"]: article for article in articles(data) if article["id"] in rows}
    return [read(found[id_], dict(row[what]), row["digest"]) for id_, row in rows.items()]


def read(article: dict[str, Any], bearers: dict[int, Bearer], digest: str | None = None) -> Read:
    """An article of the corpus, read up to its names. Raises ValueError if its text is not the one of that digest."""
    source, pack = record_source(article, article["id"], "", Settings()), pack_for("fr")
    if digest is not None and hashlib.blake2b(source.text.encode(), digest_size=8).hexdigest() != digest:
        raise ValueError(f"{article['id']}: the text is not the one that was annotated")
    document = clean(source)
    sentences = parse(document, pack.pipeline())
    return Read(document, sentences, find_names(document, sentences, pack, register_for(None)), bearers)


def asked(documents: Iterable[Read], what: What, weights: Weights | None) -> tuple[list[Example], Counter[str]]:
    """What the documents are asked, understood by the annotations or by weights; and how those fare."""
    examples, counted, pack = list[Example](), Counter[str](), pack_for("fr")
    for one in documents:
        names = one.resolved(Rankers(Ranker({}), Ranker({})))
        actors = {place: name.actor for name in names if name.actor for place in range(name.span.start, name.span.end)}
        ranker = Taught(one, actors, what, weights)
        one.resolved(Rankers(ranker, Ranker.of(pack, "roles")) if what == "pronouns" else Rankers(Ranker.of(pack, "pronouns"), ranker))
        examples += ranker.examples
        counted += ranker.counted
    return examples, counted


def trained(documents: Sequence[Read], what: What, more: Sequence[Example] = ()) -> Weights:
    """The weights by manner and sign, from the documents, and from `more` examples that are none of theirs."""
    first, _ = asked(documents, what, None)
    second, _ = asked(documents, what, fitted(first, more))
    return fitted([*first, *second], more)


def measured(documents: Sequence[Read], what: What, more: Sequence[Example] = ()) -> Counter[str]:
    """How many are right, wrong, open and rightly none, each part of the documents by weights from the others and from `more` examples."""
    counted: Counter[str] = Counter()
    for part in range(PARTS):
        weights = trained([one for place, one in enumerate(documents) if place % PARTS != part], what, more)
        counted += asked([one for place, one in enumerate(documents) if place % PARTS == part], what, weights)[1]
    return counted


def train(data: Path, out: Path, what: What, more: Sequence[Example] = ()) -> None:
    """Write the weights to `out`, from the folder that holds `corpus/`, and print what was measured."""
    documents = annotated(data, what)
    print(
        len(documents), "documents:", *(f"{count} {kind}" for kind, count in sorted(measured(documents, what, more).items())), f"({len(more)} lent)"
    )
    write(trained(documents, what, more), out)
