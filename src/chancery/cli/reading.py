"""What the commands that read press text share: their options, what was refused, and a run that is stopped."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from chancery.capture import Source
from chancery.errors import Rejected
from chancery.settings import Settings, asked_of_figures

SHOWN = 10
"""Lines of refusals that are listed where there are many; the rest are counted."""
PLACES = 3
"""Places that are named where one thing is wrong in many."""

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
metadata_option = click.option(
    "--metadata", metavar="FILE.json", help="What is known from outside, by document id: published, url, outlet, language."
)
register_option = click.option(
    "--register",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Your own register files (CSV): states, bodies, offices, who held them when; added to the built-in ones.",
)
workers_option = click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read.")
follow_option = click.option(
    "--follow", is_flag=True, help="Of a feed that holds only the beginnings of its articles, read the pages that it leads to."
)
trust_option = click.option(
    "--trust",
    type=click.FloatRange(0, 1),
    default=Settings().trust,
    show_default=True,
    metavar="SHARE",
    help="Leave out statements whose like careful readers signed less often than this (figures need more: 0.85 for 0.6); 0 keeps all.",
)
strict_option = click.option("--strict", is_flag=True, help="Exit with status 1 if anything was refused.")


def load_register(folder: Path | None) -> None:
    """Read an analyst's register before anything else is begun; raises UsageError if it is none."""
    if folder is not None:
        from chancery.register import register_for

        register_for(folder)


def say_refused(refused: Sequence[Rejected]) -> None:
    """What was refused, with the reason and the place, or the first places of many; where chancery itself failed, how it did the first time."""
    faults = [refusal for refusal in refused if refusal.fault]
    others = [refusal for refusal in refused if not refusal.fault]
    lines = [line for group in _by_reason([*faults, *others]) for line in _told(group)]
    for _, line in lines[:SHOWN]:
        click.echo(f"  {line}", err=True)
    if rest := sum(count for count, _ in lines[SHOWN:]):
        click.echo(f"  and {rest} more", err=True)
    if faults:
        click.echo(f"in {faults[0].origin}:\n{faults[0].fault}", err=True, nl=False)


def say_cut(origins: Sequence[str]) -> None:
    """Of which documents something was cut because it never ended, on standard error."""
    if origins:
        several = "documents go" if len(origins) > 1 else "document goes"
        click.echo(f"warning: {len(origins)} {several} on for hundreds of words without the end of a sentence, cut there: {some(origins)}", err=True)


def say_undated(ids: Sequence[str]) -> None:
    """How many documents have no day of publication, how to give them one, and the ids of the first, on standard error."""
    if ids:
        many = counted(len(ids), "document")
        click.echo(f"without a date of publication: {many} (left out of any --as-of; --metadata gives dates): {some(ids)}", err=True)


def say_doubtful(count: int, least: float) -> None:
    """How much was left out because it is trusted too little, on standard error."""
    if count:
        asked = f"statements trusted less than {least:g}, figures less than {asked_of_figures(least):.2g}"
        click.echo(f"left out as doubtful: {counted(count, 'fact')} ({asked}; --trust 0 keeps them)", err=True)


def say_amounts(count: int, least: float) -> None:
    """Of how many figures the amount alone is told, because they are trusted too little, on standard error."""
    if count:
        click.echo(
            f"of what and whose left open as doubtful: {counted(count, 'figure')} (trusted less than {asked_of_figures(least):.2g}; --trust 0 tells)",
            err=True,
        )


def _by_reason(refused: Sequence[Rejected]) -> list[list[Rejected]]:
    """Those of one reason together, in the order of the first."""
    groups: dict[tuple[str, str], list[Rejected]] = {}
    for refusal in refused:
        groups.setdefault((refusal.reason, refusal.hint), []).append(refusal)
    return list(groups.values())


def _told(group: list[Rejected]) -> list[tuple[int, str]]:
    """Lines for refusals of one reason, each with how many it tells of."""
    why = group[0].reason + (f" ({group[0].hint})" if group[0].hint else "")
    if len(group) <= PLACES:
        return [(1, f"{refusal.origin}: {why}") for refusal in group]
    return [(len(group), f"{len(group)} times: {why}: {some([refusal.origin for refusal in group])}")]


def some(names: Sequence[str]) -> str:
    """The first names, and how many more there are.

    >>> some(["a", "b", "c", "d"])
    'a, b, c and 1 more'
    """
    more = f" and {len(names) - PLACES} more" if len(names) > PLACES else ""
    return ", ".join(names[:PLACES]) + more


def noting(sources: Iterable[Source | Rejected], ids: set[str]) -> Iterator[Source | Rejected]:
    """The sources, their ids noted as they go by."""
    for source in sources:
        if isinstance(source, Source):
            ids.add(source.id)
        yield source


def say_unused(metadata: Path, ids: set[str]) -> None:
    """Of a file of metadata, on standard error, the keys that mean nothing and the ids that were given to no document."""
    from chancery.capture.metadata import DAYS, TEXTS
    from chancery.capture.written import whole

    entries = {whole(document): entry for document, entry in json.loads(metadata.read_text("utf-8-sig")).items()}
    known = (*DAYS, *TEXTS)
    unknown: dict[str, list[str]] = {}
    for document, entry in entries.items():
        for key in entry:
            if key not in known:
                unknown.setdefault(key, []).append(document)
    for key, documents in unknown.items():
        click.echo(f"warning: {metadata}: {key!r} is not a key that is read ({', '.join(known)}): {some(documents)}", err=True)
    if unmatched := [document for document in entries if document not in ids]:
        click.echo(f"warning: {metadata}: {counted(len(unmatched), 'id')} of no document that was read: {some(unmatched)}", err=True)


def failed(read: int, refused: Sequence[Rejected], *, strict: bool) -> bool:
    """Whether the command is to exit with status 1."""
    return not read or (strict and bool(refused)) or any(refusal.fault for refusal in refused)


def counted(count: int, noun: str) -> str:
    """The number with its noun.

    >>> counted(1, "document"), counted(2, "document")
    ('1 document', '2 documents')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"
