"""A spaCy component for lemmas, the same for every language: the forms that a pack knows by part of speech, endings for the others.

With it a pack's pipeline needs nothing of spaCy's own module of the language: the rules in the French one take seconds to compile.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "chancery_lemmas"
"""What a pipeline's configuration calls it."""
FILE = "lemmas.json"
LONGEST = 12
"""Letters of an ending at most."""
KEPT = 20_000
"""Lemmas worked out from endings that are remembered."""


@dataclass
class Lemmas:
    """The lemmas of a language's forms.

    >>> lemmas = Lemmas({"NOUN": {"yeux": "œil", "drapeau": "drapeau"}}, {"NOUN": {"aux": ["al", "au"], "x": [""]}}, {"Cent": "cent"})
    >>> [lemmas.of(form, "NOUN") for form in ("Yeux", "Drapeaux", "chevaux", "houx", "pont")]
    ['œil', 'drapeau', 'cheval', 'hou', 'pont']
    >>> lemmas.of("Cent", "NUM"), lemmas.of("Caen", "PROPN")
    ('cent', 'Caen')
    """

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """By part of speech and lower-cased form; lemmas are among the forms."""
    endings: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """What a lemma may have for an ending, by part of speech and ending, the commonest first."""
    written: dict[str, str] = field(default_factory=dict)
    """Of words of all other parts of speech, just as they are written."""
    _met: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)

    def of(self, form: str, part: str) -> str:
        """The lemma of a form as that part of speech: the one known, or of those that endings make the first that is known, or else the first."""
        if part in ("", "SPACE"):
            return form.lower()
        if part not in self.words:
            return self.written.get(form, form)
        form, known = form.lower(), self.words[part]
        if form in known:
            return known[form]
        if (lemma := self._met.get((part, form))) is None:
            if len(self._met) >= KEPT:
                self._met.clear()
            made = self._made(form, self.endings.get(part, {}))
            lemma = next((lemma for lemma in made if known.get(lemma) == lemma or not lemma.isalpha()), made[0] if made else form)
            self._met[part, form] = lemma
        return lemma

    def _made(self, form: str, endings: dict[str, list[str]]) -> list[str]:
        """What the endings make of a form, by the longest ending first."""
        cuts = range(max(0, len(form) - LONGEST), len(form) + 1) if endings else ()
        return [form[:cut] + new for cut in cuts for new in endings.get(form[cut:], ()) if form[:cut] + new]

    def __call__(self, doc: "Doc") -> "Doc":
        """The text with its lemmas."""
        for token in doc:
            token.lemma_ = self.of(token.text, token.pos_)
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The tables as JSON; for spaCy."""
        tables = {"words": self.words, "endings": self.endings, "written": self.written}
        return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Lemmas":
        """Take over what `to_bytes` gave; for spaCy."""
        vars(self).update(json.loads(data), _met={})
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the tables into a folder; for spaCy."""
        path.mkdir(parents=True, exist_ok=True)
        (path / FILE).write_bytes(self.to_bytes(exclude=exclude))

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Lemmas":
        """Take over what `to_disk` wrote; for spaCy."""
        return self.from_bytes((path / FILE).read_bytes(), exclude=exclude)


@Language.factory(NAME, assigns=["token.lemma"], default_score_weights={"lemma_acc": 1.0})
def make(nlp: Language, name: str) -> Any:
    """One without words, to be filled; `nlp` and `name` are spaCy's."""
    return Lemmas()
