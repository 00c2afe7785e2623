"""Names in a list, which are of one kind: `Lund, |Holm|, Roy et Sand`, of whom the tagger took one for a place."""

from collections.abc import Sequence
from itertools import pairwise

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit

MANY = 3
"""Names of one kind before the last of a list, at least."""
NONE: frozenset[str] = frozenset()


def of_one_kind(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those that no list knows with the label of the two between which they are listed, if those have one."""
    return [_in_run(run, found, lexicon) for run, found in zip(runs, names, strict=True)]


def _in_run(run: Sequence[Unit], found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    made = list(found)
    for place in range(1, len(made) - 1):
        before, name, behind = made[place - 1 : place + 2]
        known = _is_known(run, name, lexicon) or (run[name.start].text in lexicon.makers and before.label != "ORG")
        if before.label == behind.label != name.label and not known and _between(run, before, name, behind, lexicon):
            made[place] = name._replace(label=before.label)
    for place in range(MANY, len(made)):
        if not _is_known(run, made[place], lexicon) and _ends_list(run, made[place - MANY : place + 1], lexicon):
            made[place] = made[place]._replace(label=made[place - 1].label)
    return made


def _ends_list(run: Sequence[Unit], names: Sequence[Found], lexicon: Lexicon) -> bool:
    """Whether the last of the names ends a list of others, all of one label: `(Lund, Holm, Roy et |Sand|)`."""
    listed = lexicon.beside.get("lists", NONE)
    apart = all(one.end == other.start - 1 and run[one.end].text in listed for one, other in pairwise(names))
    same = len({name.label for name in names[:-1]}) == 1
    last = names[-1]
    ends = last.end < len(run) and run[last.end].text == ")" and run[last.start - 1].text != "," and last.end - last.start == 1
    return apart and same and ends


def _between(run: Sequence[Unit], before: Found, name: Found, behind: Found, lexicon: Lexicon) -> bool:
    """Whether only a comma stands before the name and only what goes on a list behind it."""
    listed = lexicon.beside.get("lists", NONE)
    apart = name.start - before.end == 1 and behind.start - name.end == 1
    return apart and run[before.end].text == "," and run[name.end].text in listed


def _is_known(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether a list has the name, or its first word as a first name."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    given = name.label == "PER" and words[0].partition("-")[0] in lexicon.given
    return given or any(words == listed for table in (lexicon.register, lexicon.known) for listed, _ in table.get(words[0], ()))
