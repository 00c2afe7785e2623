"""`python -m bench.register`: what it costs to load the register, and to ask it; in processor time, so that a busy machine tells the same."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from chancery.edtf import Edtf
from chancery.languages import roles
from chancery.register import Register
from chancery.register.roles import Roles

MOST_LOADING_MS, MOST_LOOKUP_US = 150.0, 20.0
"""What loading, imports included, and one look-up may cost."""
DAYS = [date(2001, 9, 11), date(2014, 3, 18), date(2021, 4, 14), Edtf("2008"), Edtf("2020-11")]
ODD = ["Orange", "Blé", "Marine", "La Haye", "x", "Владимир Путин", "mot " * 40, "Jens Stoltenburg", "Vladimir Poutyne"]
"""Names that are nobody's, and two that are misspelt."""
COLD = """
import time
start = time.process_time()
from chancery.register import register_for
register_for(None)
print(1000 * (time.process_time() - start))
"""


def cold(runs: int) -> list[float]:
    """Milliseconds that a fresh process needs until the register can be asked."""
    return [float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True, check=True).stdout) for _ in range(runs)]


def warm(runs: int) -> list[float]:
    """Milliseconds that a process needs to read the tables once its modules are there."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        Register()
        found.append(1000 * (time.process_time() - start))
    return found


def per_call(function: Callable[..., Any], calls: Iterable[tuple[Any, ...]], rounds: int) -> float:
    """Microseconds that one call takes, the best of some rounds over all of them."""
    asked, best = list(calls), float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for arguments in asked:
            function(*arguments)
        best = min(best, time.process_time() - start)
    return 1e6 * best / len(asked)


@click.command()
@click.option("--runs", default=7, show_default=True, help="How often it is loaded.")
@click.option("--rounds", default=3, show_default=True, help="How often each look-up is asked.")
@click.option("--register", "folder", type=click.Path(exists=True, path_type=Path), help="An analyst's folder to add.")
def main(runs: int, rounds: int, folder: Path | None) -> None:
    """Measure loading the register and asking it: by office and day, by name, by a misspelt name, by role."""
    register = Register(folder)
    offices = [
        office.id for office in map(register.office, sorted({held for name in register.gazetteer() for held in _offices(register, name)})) if office
    ]
    names = [*register.gazetteer(), *ODD]
    asked = Roles(register, roles())
    told = ["le chef de la diplomatie américaine", "le patron de l'Otan", "German chancellor", "le jardinier du Kremlin"]
    costs = {
        "holder of an office on a day": per_call(register.holder, ((office, day) for office in offices for day in DAYS), rounds),
        "holders, all that may be": per_call(
            register.holders, ((o.rpartition(".")[2], o.rpartition(".")[0], d) for o in offices for d in DAYS), rounds
        ),
        "offices of a person on a day": per_call(register.offices_of, ((f"person:{name}", day) for name in names for day in DAYS), rounds),
        "sides of an actor on a day": per_call(register.sides, ((actor, DAYS[2]) for _, actor in register.gazetteer().values() if actor), rounds),
        "people by a name": per_call(register.people, ((name, day) for name in names for day in DAYS), rounds),
        "people by a surname": per_call(register.people, ((name.rpartition(" ")[2], DAYS[2]) for name in names), rounds),
        "state or body by a name": per_call(register.actor, ((name,) for name in names), rounds),
        "person by a misspelt name": per_call(register.misspelt, ((name[:-1] + "x",) for name in names), rounds),
        "office by a role": per_call(asked.offices, ((role,) for role in told * 50), rounds),
    }
    loading, reading = statistics.median(cold(runs)), statistics.median(warm(runs))
    click.echo(f"{len(offices)} offices, {len(names)} names")
    click.echo(f"loading, from a fresh process  {loading:8.1f} ms  (at most {MOST_LOADING_MS:.0f})")
    click.echo(f"  of that, reading the tables  {reading:8.1f} ms")
    for name, cost in costs.items():
        click.echo(f"{name:30} {cost:8.2f} µs  (at most {MOST_LOOKUP_US:.0f})")


def _offices(register: Register, name: str) -> tuple[str, ...]:
    person = register.full_name(name)
    return register.offices_of(person) if person else ()


if __name__ == "__main__":
    main(prog_name="bench.register")
