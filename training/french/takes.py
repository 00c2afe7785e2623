"""What verbs take as their subjects, counted in texts that nobody has to mark: `pronouns/takes.tsv`.

The subjects are names of people, nouns that people are called and `je` (people), names of places and organisations (bodies), and all other nouns
(things). What a relative clause is told of is its subject, and verbs that are joined have the subject of the first.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.french.annotated import articles
from training.french.standing import Read, annotations, read

from chancery.analysis.actors.lexicon import Lexicon, lexicon_of
from chancery.analysis.actors.taking import SUBJECTS, spelled
from chancery.analysis.tokens import Sentence, Token
from chancery.languages import pack_for

DRAWN, SHORTEST, LONGEST = 900, 500, 6000
"""How many articles are drawn by chance beside those in which pronouns were marked, and how many signs such an article has."""
SEEN = 3
"""A verb with fewer subjects teaches nothing."""
PEOPLE, BODIES, THINGS = SUBJECTS
Seen = Counter[tuple[str, str]]


def train(data: Path, out: Path) -> None:
    """Write the table to the folder `out`, from the folder that holds `corpus/`."""
    marked = {row["document"] for row in annotations("pronouns")}
    rows = list(articles(data))
    drawn = [row for row in rows if row["id"] not in marked and SHORTEST < len(row.get("text", "")) < LONGEST]
    random.Random(5).shuffle(drawn)
    seen: Seen = Counter()
    for row in (*(row for row in rows if row["id"] in marked), *drawn[:DRAWN]):
        seen.update(subjects(read(row, {}), lexicon_of(pack_for("fr"))))
    write(seen, out)


def subjects(article: Read, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each verb of the article with what its subject is, where that can be told."""
    named = {place: name.type for name in article.names for place in range(name.span.start, name.span.end)}
    for sentence in article.sentences:
        yield from of_sentence(sentence, named, lexicon)


def of_sentence(sentence: Sentence, named: Mapping[int, str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each verb of the sentence with what its subject is; `named` has the type of the name at a code point."""
    for token in sentence.tokens:
        verb = token.head
        if not token.dep.startswith("nsubj") or verb is token:
            continue
        relative = token.morph.get("PronType") == "Rel" and verb.dep == "acl:relcl"
        kind = _kind(verb.head if relative else token, named, lexicon)
        if kind is not None:
            joined = (other for other in verb.all("conj") if other.pos == "VERB" and other.child("nsubj") is None)
            yield from ((spelled(one), kind) for one in (verb, *joined))


def _kind(subject: Token, named: Mapping[int, str], lexicon: Lexicon) -> str | None:
    """Which of SUBJECTS it is; None for pronouns of the third person and whatever else could be any."""
    name = named.get(subject.start)
    if subject.pos == "PRON" or (name is None and subject.pos != "NOUN"):
        return PEOPLE if subject.morph.get("Person") in ("1", "2") else None
    if name is not None:
        return PEOPLE if name == "PER" else BODIES
    beside = any(named.get(child.start) == "PER" for child in subject.all("appos", "flat"))
    return PEOPLE if beside or lexicon.calling(subject.text) in lexicon.people else THINGS


def write(seen: Seen, out: Path) -> None:
    """Write how often each verb had subjects of each kind into the folder `out`."""
    verbs = sorted({verb for verb, _ in seen})
    counts = {verb: [seen[verb, kind] for kind in SUBJECTS] for verb in verbs}
    lines = ["\t".join(("verb", *SUBJECTS))]
    lines += ["\t".join((verb, *map(str, some))) for verb, some in counts.items() if sum(some) >= SEEN and "\t" not in verb]
    (out / "takes.tsv").write_text("\n".join(lines) + "\n", "utf-8")
