"""`python -m training.french --data FOLDER`: make the French pack's weights anew: syntax, the names that use it, roles, what verbs take, pronouns."""

import argparse
import tempfile
from pathlib import Path

from training.french import names, roles_told, standing, syntax, takes

PACK = Path(__file__).parents[2] / "src/chancery/languages/fr"


def main() -> None:
    """Read the options and train what they name."""
    parser = argparse.ArgumentParser(prog="python -m training.french", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds treebank/ and corpus/")
    parser.add_argument(
        "--work", type=Path, default=Path(tempfile.gettempdir()) / "chancery-training", help="what is made on the way; kept, so that a run can go on"
    )
    parser.add_argument("--only", choices=("syntax", "names", "roles", "takes", "pronouns"), help="train this part alone")
    options = parser.parse_args()
    if options.only in (None, "syntax"):
        syntax.train(options.data, options.work, PACK / "syntax")
    if options.only in (None, "names"):
        names.train(options.data, PACK / "names")
    if options.only in (None, "roles"):
        standing.train(options.data, PACK / "roles", "roles", roles_told.told(options.data))
    if options.only in (None, "takes"):
        takes.train(options.data, PACK / "pronouns")
    if options.only in (None, "pronouns"):
        standing.train(options.data, PACK / "pronouns", "pronouns")


if __name__ == "__main__":
    main()
