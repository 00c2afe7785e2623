"""`chancery fact`: one fact with its words where they stand."""

import json
from typing import TYPE_CHECKING

import click

from chancery.cli.answers import opened, record_option

if TYPE_CHECKING:
    from chancery.views import Card

MARKS = ("»»", "««")
"""Around the words, so that they are told from the rest where nothing can be bold."""
CUT = "… "
LABELS = {"cue": "said with", "cue_class": "kind of saying", "speaker_actors": "speaker ids"}
"""What a field is called where its name would not say."""


@click.command("fact", epilog="\b\nExample:\n  chancery show voices\n  chancery fact 3f2a")
@click.argument("id", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def command(id: str, form: str, record: str) -> None:  # noqa: A002
    """Show one fact: its words in their paragraph, the document and the place, who says so, and when.

    The beginning of the ID is enough, if no other fact's begins so.
    """
    with opened(record) as asked:
        card = asked.fact(id)
    if form == "json":
        from chancery.views import as_json

        click.echo(json.dumps(as_json(card), ensure_ascii=False, indent=1))
        return
    _print(card)


def _print(card: "Card") -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    console.soft_wrap = not console.is_terminal
    title = f"{card.kind} {card.fact}" + (", superseded: its document has been read again since" if card.superseded else "")
    console.print(Text(title, style="bold"), Text(""), sep="\n")
    around = Text((CUT if card.cut_before else "") + card.before.lstrip())
    around.append(MARKS[0] + card.words + MARKS[1], style="bold")
    around.append(card.after.rstrip() + (" …" if card.cut_after else ""))
    console.print(around, Text(""), sep="\n")
    rows = _rows(card)
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        console.print(Text(f"{name.ljust(width)}  ", style="dim"), Text(value), sep="", end="\n")


def _rows(card: "Card") -> list[tuple[str, str]]:
    """What is known of the fact, by name; what is not known is left out."""
    who = f"{card.voice}, as reported" if card.claim else card.voice
    published = f"{card.published} ({card.published_basis})" if card.published else "not known"
    said = "said" if card.kind == "statement" else "holds"
    rows = [
        ("according to", who + (f", via {card.via}" if card.via else "")),
        (said, card.time or "no day given"),
        ("published", published),
        *((LABELS.get(name, name.replace("_", " ")), _told(value)) for name, value in card.fields.items() if not name.endswith("_span")),
        ("document", card.document),
        ("place", f"{card.start}-{card.end} of {card.origin}"),
        ("url", card.url or ""),
        ("source", ", ".join(part for part in (card.outlet, card.agency) if part)),
        ("read by rules", f"version {card.rules}"),
    ]
    return [(name, value) for name, value in rows if value]


def _told(value: object) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return " ".join(str(value).split())
