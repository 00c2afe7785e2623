"""`chancery register`: who held an office on a day, and whether register files hold together."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from chancery.cli.reading import counted, register_option
from chancery.errors import UsageError

if TYPE_CHECKING:
    from chancery.edtf import Edtf
    from chancery.register import Holder, Register

EXAMPLES = """\b
Examples:
  chancery register who "le chef de la diplomatie américaine" --on 2021-04-14
  chancery register who "German chancellor" --on 2021-11
  chancery register who Lavrov --on 2014"""


@click.group("register")
def command() -> None:
    """Who is who: the states, bodies, offices and their holders that chancery knows, and your own."""


@command.command("check", epilog="\b\nExample:\n  chancery register check my-register\n  chancery build articles/ --register my-register")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
def check(folder: Path | None) -> None:
    """Check register files: every problem of all of them, each with file, line and reason.

    Without a FOLDER the built-in files are checked. Exit status 1 if anything is wrong.
    """
    from chancery.register.checking import problems

    found = problems(folder)
    for problem in found:
        click.echo(str(problem))
    if found:
        click.echo(counted(len(found), "problem"), err=True)
        raise SystemExit(1)
    click.echo(f"nothing is wrong with {folder or 'the built-in register'}")


@command.command("who", epilog=EXAMPLES)
@click.argument("role")
@click.option("--on", "day", metavar="DAY", help="A day, a month or a year. Default: whoever is the only one that ever held it.")
@register_option
def who(role: str, day: str | None, register: Path | None) -> None:
    """Say who held an office on a day; ROLE in French or English, or as the register's id (USA.foreign_minister). Of a person, say the offices.

    Nothing is guessed: where it is not certain, those who may be meant are named on standard error, and the exit status is 1.
    """
    from chancery.languages import roles
    from chancery.register import register_for
    from chancery.register.roles import Roles

    known, on = register_for(register), _day(day)
    by_role = Roles(known, roles())
    offices = by_role.offices(role)
    if not offices and (persons := known.people(role, on) or known.misspelt(role)):
        _say_held(known, role, persons, on)
        return
    if len(offices) != 1:
        _unsure(f"{role!r} may be {', '.join(offices)}" if offices else _unknown(role, of_any=by_role.is_of_any(role)))
    holder = known.holder(offices[0], on)
    if holder is None:
        _unsure(_untold(known, offices[0], on))
    else:
        click.echo(_line(holder))


def _say_held(register: "Register", name: str, persons: tuple[str, ...], on: "Edtf | None") -> None:
    """The offices that the one person of that name may have held then; raises SystemExit where several are called so, or none is known."""
    if len(persons) > 1:
        _unsure(f"{name!r} may be {', '.join(person.partition(':')[2] for person in persons)}")
    terms = register.terms(persons[0], on)
    if not terms:
        _unsure(f"{persons[0].partition(':')[2]} is not known to have held an office{_when(on)}")
    for holder in terms:
        click.echo(_line(holder))


def _unknown(role: str, *, of_any: bool) -> str:
    """That no office is called so; or that it is not said of which state or body."""
    if of_any:
        return f"{role!r} is an office of many: say of which state or body (le ministre norvégien de la Défense, the Norwegian defence minister)"
    return f"no office or holder is known that is called {role!r}"


def _when(on: "Edtf | None") -> str:
    return f" on {on.value}" if on is not None else ""


def _day(value: str | None) -> "Edtf | None":
    from chancery.edtf import Edtf

    if value is None:
        return None
    try:
        return Edtf.parse(value)
    except ValueError as error:
        raise UsageError(f"--on needs a date, not {value!r}", hint="such as 2021-04-14, 2021-04 or 2021") from error


def _untold(register: "Register", office: str, on: "Edtf | None") -> str:
    """Why there is no one answer: who may have held the office, or that nobody is known to have."""
    actor, _, kind = office.rpartition(".")
    possible = register.holders(kind, actor, on)
    if not possible:
        return f"nobody is known to have held {office}{_when(on)}"
    return f"it is not certain who held {office}{_when(on)}; it may have been\n" + "\n".join(f"  {_line(holder)}" for holder in possible)


def _line(holder: "Holder") -> str:
    end = holder.end or f"still so in {holder.checked}"
    return f"{holder.person}  {holder.office}  {holder.start or '?'} to {end}  ({holder.source})"


def _unsure(why: str) -> None:
    click.echo(why, err=True)
    raise SystemExit(1)
