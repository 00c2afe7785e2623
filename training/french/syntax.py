"""The syntax pipeline of the French pack: vectors from press text, then a shared CNN with morphology, parser and lemmatiser from a treebank."""

import shutil
from pathlib import Path

from spacy.cli.init_config import fill_config
from spacy.cli.train import train as fit
from training.french import treebank, vectors

CONFIG = Path(__file__).with_name("syntax.cfg")
TREEBANK = "treebank/fr_sequoia-ud-{part}.conllu"
CORPUS = "corpus/press-fr.jsonl.gz"


def train(data: Path, work: Path, out: Path) -> None:
    """Train from the data folder and leave the best pipeline in `out`. About an hour on one core; `work` keeps what is made on the way."""
    work.mkdir(parents=True, exist_ok=True)
    for part, varied in (("train", True), ("dev", False)):
        treebank.write(data / TREEBANK.format(part=part), work / f"{part}.spacy", varied=varied)
    found = work / "vectors"
    if not found.exists():
        vectors.train(data / CORPUS, work)
    fill_config(work / "full.cfg", CONFIG)
    paths = {"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy"), "paths.vectors": str(found)}
    fit(work / "full.cfg", work / "model", overrides=paths)
    shutil.copytree(work / "model" / "model-best", out, dirs_exist_ok=True)
