"""`chancery evaluate`: annotations against a gold standard, syntax against a treebank."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from chancery.evaluation.rows import Scores

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
FIELDS = ("statements", "times", "figures", "entities", "events", "positions", "commitments", "meetings")


@click.group()
def command() -> None:
    """Compare what is found with what careful readers found."""


@command.command(epilog="\b\nExample:\n  chancery annotate docs --out found && chancery evaluate annotations found gold --show figures")
@click.argument("predictions", type=FOLDER)
@click.argument("gold", type=FOLDER)
@click.option("--docs", type=FOLDER, help="The texts of the gold standard. Default: the folder docs beside GOLD.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON.")
@click.option(
    "--show", type=click.Choice(FIELDS), metavar="FIELD", help=f"List what was missed, spurious or different in a field: {', '.join(FIELDS)}."
)
@click.option("--only", default="", metavar="PREFIX,...", help="Only documents whose ids begin so.")
@click.option("--floors", type=FILE, help="A TOML file of floors by row; exit status 1, and each row below its floor named.")
@click.option("--set", "name", help="The table of the floors that holds for GOLD. Default: the name of the folder that GOLD lies in.")
def annotations(
    predictions: Path, gold: Path, docs: Path | None, as_json: bool, show: str | None, only: str, floors: Path | None, name: str | None
) -> None:
    """Score a folder of annotations PREDICTIONS against the folder GOLD.

    Rows below a field ("+ speaker", "+ value") count the items whose place is right and what they say as well.
    """
    from chancery.evaluation.annotations import differences, evaluate
    from chancery.evaluation.rows import table

    evaluation = evaluate(predictions, gold, docs=docs, only=[prefix for prefix in only.split(",") if prefix])
    if show:
        for line in differences(evaluation, show):
            click.echo(line)
    click.echo(json.dumps(evaluation.rows, indent=1) if as_json else table(evaluation.rows))
    if evaluation.absent:
        click.echo(f"no prediction for: {', '.join(evaluation.absent)}", err=True)
    if floors:
        _hold(evaluation.rows, floors, name or (gold if (gold / "gold").is_dir() else gold.resolve().parent).name)


def _hold(rows: "dict[str, Scores]", floors: Path, name: str) -> None:
    """Say which rows are below their floors, and end with status 1 if any is."""
    from chancery.evaluation.gate import falls, read_floors

    fallen = falls(rows, read_floors(floors, name))
    for fall in fallen:
        click.echo(f"below its floor: {fall}", err=True)
    if fallen:
        raise SystemExit(1)


@command.command(epilog="\b\nExample:\n  chancery evaluate syntax fr_sequoia-ud-test.conllu --json")
@click.argument("treebank", type=FILE)
@click.option("--language", default="fr", show_default=True, help="The language pack whose pipeline is scored.")
@click.option("--pipeline", metavar="NAME", help="Any installed spaCy pipeline instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
def syntax(treebank: Path, language: str, pipeline: str | None, as_json: bool) -> None:
    """Score tags, trees and sentences against the CoNLL-U file TREEBANK, from raw text."""
    from chancery.evaluation.syntax import evaluate_syntax
    from chancery.languages import pack_for

    scores = evaluate_syntax(treebank, pack_for(language).pipeline(pipeline))
    if as_json:
        click.echo(json.dumps(scores, indent=1))
        return
    for key, value in scores.items():
        click.echo(f"{key:10} {100 * value:5.1f}")
