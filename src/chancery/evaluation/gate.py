"""Floors under the rows of an evaluation: pinned scores that a change must not go below."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from chancery.errors import UsageError
from chancery.evaluation.rows import Scores, headline

ROUNDING = 5e-4
"""Floors are written with three decimals; what rounds to the floor has reached it."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A row below its floor."""

    row: str
    floor: float
    reached: float | None

    def __str__(self) -> str:
        return f"{self.row}: {'nothing measured' if self.reached is None else f'{self.reached:.3f}'}, floor {self.floor:.3f}"


def read_floors(path: Path, name: str) -> dict[str, float]:
    """The floors of one gold standard by row name: the table `name` of a TOML file. Raises UsageError where there is none."""
    try:
        floors = tomllib.loads(path.read_text("utf-8"))[name]
        return {row: float(floor) for row, floor in floors.items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"the floors cannot be read: {error}", where=str(path)) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            f"no table of floors [{name}], or it holds something else than numbers", where=str(path), hint="name the table with --set"
        ) from error


def falls(rows: dict[str, Scores], floors: dict[str, float]) -> list[Fall]:
    """The rows that do not reach their floors: F1, or recall for rows without precision. A row that is missing has fallen."""
    reached = {name: headline(name, rows[name]) if name in rows else None for name in floors}
    return [Fall(name, floor, value) for name, floor in floors.items() if (value := reached[name]) is None or value < floor - ROUNDING]
