"""`python -m bench.pack`: the French pack alone, tokens to names, beside spaCy's own pipeline of the same widths; loading, size, memory.

The peer is made here: the pack's network, tagger, parser and lemmatiser as spaCy runs them, the parser finding the sentences, and spaCy's
own recogniser of names on a network of the same widths, trained for a moment on what chancery finds. Speed does not depend on how good it is.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bench.measure import CHUNK, cleaned, paragraphs
from chancery.analysis import Mention
from chancery.analysis.names import find_names
from chancery.analysis.reading import levelled
from chancery.analysis.syntax import parse
from chancery.capture import Source, capture
from chancery.clean import Document
from chancery.languages import pack_for
from chancery.pipeline import read
from chancery.register import register_for
from chancery.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared/corpus/press-fr.jsonl.gz"
EXAMPLES = HERE.parent / "examples/press"
GOAL, MOST_SECONDS, MOST_MB = 1.3 * 12_000, 1.5, 40
"""Words per second of one core, processor seconds of loading, megabytes of weights."""
EVERY = 1000
"""Documents between two looks at the memory."""
LOADING = """
import time
start = time.process_time()
from chancery.analysis.names import find_names
from chancery.languages import pack_for
from chancery.register import register_for
imported = time.process_time()
pack = pack_for("fr")
pack.pipeline()
from chancery.analysis.names import _tagger, lexicon_of
_tagger(pack.folder), lexicon_of(pack, register_for(None))
print(imported - start, time.process_time() - imported)
"""
FRENCH = "Les ministres des deux pays se sont rencontrés jeudi à Vienne et ont annoncé qu'ils se reverraient avant la fin de l'année. "
ODD = {
    "no spaces": "Leministre",
    "no full stop": FRENCH.replace(".", ""),
    "only capitals": FRENCH.upper(),
    "mixed scripts": "Le ministre Владимир a dit 你好 à العالم que שלום reste. ",
    "debris of a scan": "l'|a c!on ~ ré,,union d~s m1n1str es ''^ ;: à Vi enne .. j-eu di \ufffd\ufffd ",
}
"""What a megabyte of is read."""


def ours(document: Document, settings: Settings) -> tuple[Mention, ...]:
    """The pack's whole work on a document."""
    pack = pack_for(settings.language)
    return find_names(document, parse(document, pack.pipeline()), pack, register_for(settings.register))


def peer(documents: list[Document], settings: Settings, updates: int) -> "Language":
    """spaCy's own pipeline of the same widths with its own names, shown what chancery finds in the documents."""
    import spacy
    from spacy.training import Example

    import chancery.languages.lemmas  # noqa: F401  (so that spaCy knows the component)

    pipeline = spacy.load(pack_for(settings.language).folder / "syntax", exclude=["senter"])
    network = pipeline.config["components"]["tok2vec"]["model"]
    upper = pipeline.config["components"]["parser"]["model"] | {"state_type": "ner", "tok2vec": network, "nO": None}
    names = pipeline.add_pipe("ner", config={"model": upper})
    examples = []
    for document in documents:
        doc = pipeline.make_doc(levelled(document.text))
        known = [doc.char_span(name.span.start, name.span.end, name.type) for name in ours(document, settings)]
        shown = doc.copy()
        shown.set_ents([span for span in known if span])  # where the tokens fit
        examples.append(Example(doc, shown))
    names.initialize(lambda: examples, nlp=pipeline)  # type: ignore[attr-defined]
    optimizer = pipeline.create_optimizer()
    for step in range(updates):
        names.update(examples[step * 4 % len(examples) :][:4], sgd=optimizer)  # type: ignore[attr-defined]
    return pipeline


def spent(work: Callable[[], object]) -> float:
    """Processor seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def speeds(documents: Iterator[list[Document]], settings: Settings, updates: int) -> dict[str, float]:
    """Words, processor seconds of the pack and of the peer, and names of each, turn by turn, so that a machine that slows down slows both."""
    first = next(documents, [])
    if not first:
        return {"words": 0}
    theirs = peer(first, settings, updates)
    told = dict.fromkeys(("words", "ours", "theirs", "our names", "their names"), 0.0)
    for turn, chunk in enumerate(chain([first], documents)):
        texts = [text for document in chunk for text in paragraphs(document)]
        names: list[int] = []
        runs = [
            ("ours", lambda chunk=chunk, names=names: names.append(sum(len(ours(document, settings)) for document in chunk))),
            ("theirs", lambda texts=texts, names=names: names.append(sum(len(doc.ents) for doc in theirs.pipe(texts)))),
        ]
        for who, run in runs if turn % 2 else reversed(runs):
            told[who] += spent(run)
        mine, others = names if turn % 2 else reversed(names)
        told["words"] += sum(len(text.split()) for text in texts)
        told["our names"] += mine
        told["their names"] += others
    return told


def memory() -> float:
    """Megabytes this process holds now; the most it held where the system does not say."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def chunks(corpus: Path, documents: int, settings: Settings) -> Iterator[list[Document]]:
    """The first documents of the corpus that can be read, a few at a time."""
    sources = (source for source in capture([corpus], settings) if isinstance(source, Source))
    taken = islice(cleaned(sources, settings), documents)
    while chunk := list(islice(taken, CHUNK)):
        yield chunk


def _flat(corpus: Path, documents: int, settings: Settings) -> None:
    start, done, words = time.process_time(), 0, 0
    for chunk in chunks(corpus, documents, settings):
        for document in chunk:
            ours(document, settings)
            words += sum(len(text.split()) for text in paragraphs(document))
        done += len(chunk)
        if done % EVERY < CHUNK:
            click.echo(f"{done:8} documents {memory():8.0f} MB {words / (time.process_time() - start):8.0f} words/s")


def _odd(settings: Settings) -> None:
    for name, text in ODD.items():
        source = Source("x", "x", text * (1_000_000 // len(text)))
        seconds = spent(lambda source=source: read(source, settings))  # type: ignore[misc]
        click.echo(f"{name:18} 1 MB in {seconds:6.1f} s, {memory():6.0f} MB held")


def _weights() -> float:
    pack = pack_for("fr").folder
    return sum(path.stat().st_size for part in ("syntax", "names") for path in (pack / part).rglob("*") if path.is_file()) / 1e6


@click.command()
@click.option("--corpus", type=click.Path(exists=True, path_type=Path), help="Press. Default: the shared corpus, else examples/press.")
@click.option("--documents", default=400, show_default=True, help="How many of its documents, at most.")
@click.option("--updates", default=60, show_default=True, help="Of the peer's recogniser, before it is measured.")
@click.option("--memory", "flat", is_flag=True, help="Only read, and show the memory every thousand documents.")
@click.option("--odd", is_flag=True, help="Only read a megabyte each of texts that are none.")
def main(corpus: Path | None, documents: int, updates: int, flat: bool, odd: bool) -> None:
    """Measure the French pack, tokens to names, on one core."""
    corpus = corpus or (SHARED if SHARED.exists() else EXAMPLES)
    settings = Settings()
    if flat or odd:
        _flat(corpus, documents, settings) if flat else _odd(settings)
        return
    told = speeds(chunks(corpus, documents, settings), settings, updates)
    if not told["words"]:
        raise click.ClickException(f"nothing to read in {corpus}")
    imported, loaded = map(float, subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True).stdout.split())
    click.echo(f"{documents} documents of {corpus.name}, {told['words']:.0f} words, on {platform.machine()}, Python {platform.python_version()}")
    click.echo(f"the pack       {told['words'] / told['ours']:8.0f} words/s, {told['our names']:.0f} names   (at least {GOAL:.0f})")
    click.echo(f"spaCy's own    {told['words'] / told['theirs']:8.0f} words/s, {told['their names']:.0f} names")
    click.echo(f"ratio          {told['theirs'] / told['ours']:8.2f}   (at least 1)")
    click.echo(f"loading        {loaded:8.2f} s   (at most {MOST_SECONDS}), imports {imported:.2f} s")
    click.echo(f"weights        {_weights():8.1f} MB  (at most {MOST_MB})")
    click.echo(f"memory         {memory():8.0f} MB")


if __name__ == "__main__":
    main(prog_name="bench.pack")
