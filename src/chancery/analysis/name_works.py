"""Titles of films, series and books that were taken for names of bodies or places: `l'actrice de "|Lund Story|"`."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_signs import CLOSING, QUOTES
from chancery.analysis.name_things import headed_by

NONE: frozenset[str] = frozenset()
MANY = 3
"""Words for films and the like from which on a text is about them."""


def without_works(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of a document, those gone that stand in quotation marks somewhere as works do."""
    many = sum(_told(run, lexicon) for run in runs) >= MANY
    works = {_words(run, name) for run, found in zip(runs, names, strict=True) for name in found if _is_work(run, name, lexicon, many)}
    return [[name for name in found if name.label == "PER" or _words(run, name) not in works] for run, found in zip(runs, names, strict=True)]


def _words(run: Sequence[Unit], name: Found) -> tuple[str, ...]:
    return tuple(unit.text for unit in run[name.start : name.end])


def _told(run: Sequence[Unit], lexicon: Lexicon) -> int:
    """How many words of a run tell of films and the like; `une série de` tells of none."""
    works, behind = lexicon.beside.get("works", NONE), [*(unit.text for unit in run[1:]), ""]
    return sum(unit.text.lower() in works and after not in lexicon.of for unit, after in zip(run, behind, strict=True))


def _is_work(run: Sequence[Unit], name: Found, lexicon: Lexicon, many: bool) -> bool:
    """Whether it alone stands in quotation marks in a sentence or a text that tells of films and the like, and no noun says that it is a body."""
    quoted = name.start > 0 and name.end < len(run) and run[name.start - 1].text in QUOTES and run[name.end].text in CLOSING
    words = _words(run, name)
    known = any(words == listed for names in (lexicon.register, lexicon.known) for listed, _ in names.get(words[0], ()))
    if not quoted or name.label == "PER" or known or headed_by(run, name.start, lexicon) == "ORG":
        return False
    return many or _told(run, lexicon) > 0
