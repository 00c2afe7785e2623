"""The syntax pipeline of the French pack: vectors from press text; a shared CNN with morphology, sentences and parser from two treebanks; lemmas."""

import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import fill_config
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as fit
from spacy.util import load_config
from training.french import ends, headings, lemmas, tokens, treebank, vectors

CONFIG = Path(__file__).with_name("syntax.cfg")
TREEBANK = "treebank/fr_{name}-ud-{part}.conllu"
CORPUS = "corpus/press-fr.jsonl.gz"
LANGUAGE = "xx"
"""What spaCy takes the language for: none. What is French is saved with the pipeline, and spaCy's own French takes seconds to import."""
COPIES, OTHER_COPIES = 4, 2
"""Of the sentences of Sequoia and of GSD: the treebank that is scored has the say."""
HEADED, MORE_HEADED = 300, 600
"""Articles of the press that show where sentences begin, headlines between them; to the network for sentences alone, twice as many are shown."""
FIRST = {"nlp.pipeline": ["tok2vec", "morphologizer"], "training.max_steps": 1200, "training.optimizer.learn_rate.total_steps": 1500}
"""The first tagger only tells which of Sequoia's features the words of GSD would have."""
THIRD = {
    "training.max_steps": 2000,
    "training.eval_frequency": 400,
    "training.batcher.size.start": 1000,
    "training.optimizer.learn_rate.warmup_steps": 100,
    "training.optimizer.learn_rate.total_steps": 2000,
    "training.optimizer.learn_rate.initial_rate": 0.0006,
}
"""The third run goes on where the second ends, with less of GSD and headlines of the press, until the rate of learning is nothing.

With sentences mingled so that more of them end without a mark the trees of press were worse, though those of the treebank were not.
"""


def train(data: Path, work: Path, out: Path) -> None:
    """Train from the data folder and leave the best pipeline in `out`. What is done stands in `work` and is not done again."""
    work.mkdir(parents=True, exist_ok=True)
    found, words = work / "vectors", work / "words.json"
    if not words.exists():
        words.write_text(json.dumps(vectors.train(data / CORPUS, work, found)), "utf-8")
    ours = treebank.sentences(data / TREEBANK.format(name="sequoia", part="train"))
    others = treebank.sentences(data / TREEBANK.format(name="gsd", part="dev"))
    dev = treebank.sentences(data / TREEBANK.format(name="sequoia", part="dev"))
    texts = treebank.varied(ours, COPIES, 1)
    treebank.write(treebank.plain(dev), work / "dev.spacy")
    treebank.write(texts, work / "first.spacy")
    _fit(work, "first", FIRST)
    tagger = spacy.load(work / "first" / "model-best")
    known = treebank.relations(treebank.plain(ours))
    treebank.write([*texts, *treebank.projected(treebank.varied(others, OTHER_COPIES, 2), tagger, known)], work / "second.spacy")
    _fit(work, "second", {})
    fewer = treebank.projected(treebank.varied(others, 1, 5), tagger, known)
    headed = headings.texts(data / CORPUS, spacy.load(work / "second" / "model-best"), HEADED)
    treebank.write([*texts, *fewer, *headed], work / "third.spacy")
    _fit(work, "third", THIRD, source=work / "second" / "model-best")
    pipeline = spacy.load(work / "third" / "model-best")
    texts = [*treebank.mingled([*ours, *dev], 3, 701), *treebank.varied([*ours, *dev], 3, 702), *treebank.mingled(others, 1, 703)]
    headed = headings.texts(data / CORPUS, pipeline, MORE_HEADED)
    treebank.write(ends.tokenized([*texts, *headed], pipeline), work / "ends.spacy")
    _fit(work, "ends", {"paths.vectors": None}, config=ends.CONFIG)
    ends.join(pipeline, spacy.load(work / "ends" / "model-last"))
    lemmas.add(pipeline, [_read(pipeline, treebank.plain(some)) for some in (ours, others)], json.loads(words.read_text("utf-8")))
    pipeline.config["paths"] = dict.fromkeys(pipeline.config["paths"])
    pipeline.lang = pipeline.meta["lang"] = LANGUAGE
    shutil.rmtree(out, ignore_errors=True)
    pipeline.to_disk(out)


def _fit(work: Path, name: str, overrides: dict[str, Any], source: Path | None = None, config: Path = CONFIG) -> None:
    """Train on `NAME.spacy` into the folder NAME, from the weights in `source` if one is given, unless that is done."""
    if (work / name).exists():
        return
    fill_config(work / "full.cfg", config)
    paths = {"paths.train": str(work / f"{name}.spacy"), "paths.dev": str(work / "dev.spacy"), "paths.vectors": str(work / "vectors")}
    full = load_config(work / "full.cfg", overrides=paths | overrides, interpolate=False)
    if source:
        full["components"] = {component: {"source": str(source)} for component in full["components"]}
    pipeline = init_nlp(full)
    tokens.mend(pipeline.tokenizer)
    half = work / f"{name}.unfinished"
    half.mkdir(exist_ok=True)
    fit(pipeline, half, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
    half.rename(work / name)


def _read(pipeline: spacy.language.Language, docs: Iterable[Doc]) -> list[Doc]:
    """The texts in the pipeline's own vocabulary."""
    return list(DocBin(docs=docs, store_user_data=False).get_docs(pipeline.vocab))
