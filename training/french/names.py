"""The weights that find names, made from the annotations beside this file: `python -m training.french.names --data FOLDER --out DIR`.

Words are clustered by their neighbours in the corpus; the tagger is trained on the annotations, with what the pack and the register know of words as
features. That is done twice: once with the documents that train, to measure on the others, and once with all of them, to ship. The French syntax must
be in the package: its tags are features.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.french import clusters
from training.french.annotated import Annotated, annotated, part_of, parted
from training.french.tagging import found_in, right_at_places, scores, trained

from chancery.analysis.name_lexicon import Lexicon
from chancery.analysis.names import lexicon_from
from chancery.languages import pack_for
from chancery.register import register_for


def prepared(data: Path) -> tuple[dict[str, str], Lexicon, list[Annotated]]:
    """The clusters, the lexicon with them, and the annotated documents, from the folder that holds `corpus/`."""
    grouped = clusters.made(data / "corpus" / "press-fr.jsonl.gz")
    lexicon = lexicon_from(pack_for("fr"), register_for(None), grouped)
    return grouped, lexicon, annotated(data, lexicon)


def train(data: Path, out: Path) -> None:
    """Make the weights in `out` from the folder that holds `corpus/`, and print what was measured on the documents held back.

    Of documents of which only places were judged, those held back are not learnt from by what is shipped either.
    """
    out.mkdir(parents=True, exist_ok=True)
    grouped, lexicon, documents = prepared(data)
    parts = parted(documents)
    print(*(f"{len(some)} documents in {part}" for part, some in parts.items()), sep=", ")
    with tempfile.TemporaryDirectory() as folder:
        tagger = trained(parts["train"], lexicon, Path(folder) / "measured")
        for part in ("dev", "test"):
            whole = [document for document in parts[part] if not document.within]
            for label, values in scores((document.names, found_in(document.runs, tagger, lexicon)) for document in whole).items():
                print(part, label, *(f"{value:.3f}" for value in values))
    tagger = trained([document for document in documents if not document.within or part_of(document.id) == "train"], lexicon, out / "tagger.crfsuite")
    held = [document for part in ("dev", "test") for document in parts[part] if document.within]
    print("right of the judged places held back:", *right_at_places(held, tagger, lexicon))
    _write(out / "clusters.tsv", ((cluster, word) for word, cluster in grouped.items()))


def main() -> None:
    """Read the options and train."""
    options = argparse.ArgumentParser(prog="python -m training.french.names", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder that holds corpus/")
    options.add_argument("--out", type=Path, required=True, help="where the weights go: src/chancery/languages/fr/names")
    given = options.parse_args()
    train(given.data, given.out)


def _write(path: Path, pairs: Iterable[tuple[str, str]]) -> None:
    """One row a key: the key, then its values, sorted."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        rows[key].append(value)
    path.write_text("".join("\t".join([key, *sorted(rows[key])]) + "\n" for key in sorted(rows)), "utf-8")


if __name__ == "__main__":
    main()
