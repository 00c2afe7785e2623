"""A pipeline's sentences, tags and trees against a treebank, read from raw text.

The text is rebuilt from `# text`, sentences joined by one space in groups of ten, so that no line end gives a boundary away. Multiword tokens (`du`,
`des`) are one token, as spaCy's converter merges them. Scored as spaCy scores its published pipelines: what is tokenized otherwise is wrong,
punctuation has no say in the trees.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = 10
"""Sentences read as one text."""
KEYS = {"upos": "pos_acc", "morph": "morph_acc", "uas": "dep_uas", "las": "dep_las", "lemma": "lemma_acc", "sentences": "sents_f"}
"""Our names for the scorer's."""


def evaluate_syntax(treebank: Path, pipeline: "Language") -> dict[str, float]:
    """Fractions for `upos`, `morph`, `uas`, `las`, `lemma`, `sentences` on a CoNLL-U file; raises UsageError if it is none."""
    from spacy.pipeline.dep_parser import parser_score  # type: ignore[import-not-found]
    from spacy.pipeline.lemmatizer import lemmatizer_score
    from spacy.pipeline.morphologizer import morphologizer_score  # type: ignore[import-not-found]
    from spacy.training import Example

    text = _read(treebank)
    golds, raws = _gold(text, treebank, pipeline), _raw(text)
    if len(golds) != len(raws) or not golds:
        raise UsageError(
            f"{sum(map(len, raws))} characters of text in {len(raws)} groups, trees for {len(golds)}",
            where=str(treebank),
            hint="every sentence needs its # text",
        )
    found = pipeline.pipe(raws)
    try:
        examples = [Example(prediction, gold) for prediction, gold in zip(found, golds, strict=True)]
        scores: dict[str, Any] = {}
        for scorer in (morphologizer_score, parser_score, lemmatizer_score):
            scores |= scorer(examples)
    except ValueError as error:
        raise UsageError(f"the trees do not fit their # text: {error}", where=str(treebank)) from error
    return {key: float(scores.get(theirs) or 0.0) for key, theirs in KEYS.items()}


def _read(treebank: Path) -> str:
    try:
        return treebank.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the treebank cannot be read: {error}", where=str(treebank)) from error


def _gold(text: str, treebank: Path, pipeline: "Language") -> list["Doc"]:
    """The trees in groups, in the pipeline's own vocabulary."""
    from spacy.tokens import DocBin
    from spacy.training.converters.conllu_to_docs import conllu_to_docs

    try:
        docs = conllu_to_docs(text, n_sents=GROUP, merge_subtokens=True, no_print=True)  # type: ignore[no-untyped-call]
        return list(DocBin(docs=docs, store_user_data=False).get_docs(pipeline.vocab))
    except (ValueError, IndexError, KeyError) as error:
        raise UsageError(f"not a treebank in CoNLL-U: {error}", where=str(treebank)) from error


def _raw(text: str) -> list[str]:
    """The sentences as they were written, in the same groups."""
    sentences = [line.removeprefix("# text = ").strip() for line in text.splitlines() if line.startswith("# text = ")]
    return [" ".join(group) for group in _groups(sentences)]


def _groups(sentences: list[str]) -> list[list[str]]:
    return [sentences[start : start + GROUP] for start in range(0, len(sentences), GROUP)]
