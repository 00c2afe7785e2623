"""How the register's terms of office are made from Wikidata's tables: `python -m training.register --data FOLDER`.

Reads `register/*.csv` of the data folder (`holders-COUNTRY.csv`, `leaders-2021.csv`, `foreign-ministers.csv`) and writes `holders.csv` and
`offices.csv` of the package. What is kept by hand stays as it is: `holders_known.csv` (terms that those tables lack), `names.csv` (French
spellings), `corrections.csv` (rows that are wrong or of another office).
"""

import argparse
import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from training.positions import BODIES, STATES, office_of

PACKAGE = Path(__file__).parents[1] / "src/chancery/register/data"
FRENCH_LETTERS = set("àâäçéèêëîïôöùûüñœæ")
STROKES = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d"}
EARLIEST = "2000"
CHECKED = {"holders": "2022-07", "leaders": "2022-09", "ministers": "2022-12"}
"""The month up to which each table is known to be kept; an open term says nothing about later days."""
REVIEWED = {"head_of_state": "2022-12", "head_of_government": "2022-12", "foreign_minister": "2022-12", "defence_minister": "2022-12"}
"""Kinds of office of which every running term in a state's own table was gone through by hand, and up to which month."""


@dataclass(frozen=True, slots=True)
class Term:
    office: str
    style: str
    person: str
    wikidata: str
    start: str
    end: str
    gender: str
    source: str
    checked: str
    by_hand: bool = False


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain_name(label: str, french: dict[str, str]) -> str:
    """The name as the French press writes it: by the list of spellings, else the label without titles of nobility and realms."""
    bare = re.sub(r",.*| \(.*\)| of (?:the )?[A-Z].*$", "", label).strip()
    return french.get(label) or french.get(bare) or without_foreign_marks(bare)


def without_foreign_marks(name: str) -> str:
    """The name without the diacritics that French does not write: `Shinzo Abe`, `Viktor Orban`; `José` keeps its own."""
    letters = (letter if letter.lower() in FRENCH_LETTERS else unicodedata.normalize("NFD", STROKES.get(letter, letter))[0] for letter in name)
    return "".join(letters)


def cabinet_terms(folder: Path) -> list[Term]:
    found = []
    for name, state in STATES.items():
        for row in rows(folder / f"holders-{name}.csv"):
            office = office_of(row["position"], state)
            if office is not None:
                found.extend(_held(row, f"{state}.{office[0]}", office[1], name, REVIEWED.get(office[0], CHECKED["holders"])))
    for row in rows(folder / "holders-international.csv"):
        if row["position"] in BODIES:
            found.extend(_held(row, BODIES[row["position"]], "", "international", CHECKED["holders"]))
    return found


def _held(row: dict[str, str], office: str, style: str, table: str, checked: str) -> list[Term]:
    """The term that a row of a state's or the bodies' table is of; none if it says no person or no day."""
    if not row["person"] or (not row["start"] and not row["end"]):
        return []
    start, end, source = row["start"], row["end"], f"holders-{table}.csv"
    if start and end and end < start[: len(end)]:
        start, end, source = end, start, f"{source}, dates put in order"
    gender = {"male": "m", "female": "f"}.get(row.get("gender") or "", "")
    return [Term(office, style, row["person"], row["personID"], start, end, gender, source, checked)]


def leader_terms(folder: Path, codes: dict[str, str]) -> list[Term]:
    """Heads of state and government in 2021, of the states that have no table of their own; years only."""
    found = []
    for row in rows(folder / "leaders-2021.csv"):
        state = codes.get(row["countryid"], "")
        office = office_of(row["positionLabel"], state, named=True)
        if not state or state in STATES.values() or office is None or not row["officeholderLabel"]:
            continue
        person = row["officeholderLabel"]
        found.append(
            Term(
                f"{state}.{office[0]}",
                office[1],
                person,
                row["officeholder"],
                row["start_year"],
                row["end_year"],
                "",
                "leaders-2021.csv",
                CHECKED["leaders"],
            )
        )
    return found


def minister_terms(folder: Path, codes: dict[str, str]) -> list[Term]:
    """The one foreign minister that Wikidata names for each other state, from the start on."""
    found = []
    for row in rows(folder / "foreign-ministers.csv"):
        state = codes.get(row["country"], "")
        if state and state not in STATES.values() and row["start"] and row["name"]:
            found.append(
                Term(
                    f"{state}.foreign_minister",
                    "",
                    row["name"],
                    row["person"],
                    row["start"],
                    "",
                    "",
                    "foreign-ministers.csv",
                    CHECKED["ministers"],
                )
            )
    return found


def joined(terms: list[Term]) -> list[Term]:
    """One term where a person's terms in an office touch or overlap."""
    offices: dict[str, list[Term]] = defaultdict(list)
    for term in _in_order(terms):
        kept = offices[term.office]
        last = next((index for index in reversed(range(len(kept))) if kept[index].person == term.person), None)
        touching = last is not None and (
            not kept[last].end or not term.start or term.start <= kept[last].end or _next_day(kept[last].end, term.start)
        )
        if last is not None and touching:
            ends = (kept[last].end, term.end)
            kept[last] = replace(kept[last], end="" if "" in ends and last == len(kept) - 1 else max(ends))
        else:
            kept.append(term)
    return [term for kept in offices.values() for term in kept]


def closed(terms: list[Term]) -> list[Term]:
    """The terms, with open ends that a successor's start closes, closed."""
    offices: dict[str, list[Term]] = defaultdict(list)
    for term in _in_order(terms):
        offices[term.office].append(term)
    return [term for held in offices.values() for term in _closed(held)]


def _in_order(terms: list[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: (term.office, term.start, term.end or "9"))


def _next_day(end: str, start: str) -> bool:
    """Whether a term begins within a fortnight of the end of the one before."""
    try:
        return 0 <= (date.fromisoformat(start) - date.fromisoformat(end)).days <= 14
    except ValueError:
        return False


def _closed(terms: list[Term]) -> list[Term]:
    found = []
    for index, term in enumerate(terms):
        following = next((later.start for later in terms[index + 1 :] if later.start > term.start), "")
        if following and not term.end:
            term = replace(term, end=following, source=f"{term.source}, end from the successor's start")
        elif following and len(term.end) == 4 and following.startswith(term.end) and len(following) > 4:
            term = replace(term, end=following, source=f"{term.source}, day of the end from the successor's start")
        elif following and term.start and len(term.end) == 10 == len(following) and _handover(following, term.end):
            term = replace(term, end=following)
        found.append(term)
    return found


def _handover(start: str, end: str) -> bool:
    """Whether a successor starts at most ten days before the predecessor's stated end, or on the day after it: a hand-over, the last day told."""
    return -1 <= (date.fromisoformat(end) - date.fromisoformat(start)).days <= 10 and start != end


def corrected(terms: list[Term]) -> list[Term]:
    """The terms after `corrections.csv`: rows of another office dropped, wrong days set right, running terms known to run on for longer.

    A row without a start holds for all of a person.
    """
    acts = {(row["office"], row["person"], row["start"]): row for row in rows(PACKAGE / "corrections.csv")}
    found = []
    for term in terms:
        act = acts.get((term.office, term.person, term.start)) or acts.get((term.office, term.person, ""))
        if act is None:
            found.append(term)
        elif act["act"] != "drop":
            start, end, checked = act["new_start"] or term.start, act["new_end"] or term.end, act["checked"] or term.checked
            source = f"{term.source}, corrected" if act["act"] == "date" else term.source
            found.append(replace(term, start=start, end=end, source=source, checked=checked))
    return found


def beside(terms: list[Term], by_hand: list[Term]) -> list[Term]:
    """The tables' terms that stand beside those kept by hand: one that overlaps the same person's term in the same office gives way to it."""
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in by_hand:
        held[term.office, term.person].append(term)
    return [term for term in terms if not any(_overlap(term, known) for known in held[term.office, term.person])]


def _overlap(one: Term, other: Term) -> bool:
    return one.start < (other.end or "9") and other.start < (one.end or "9")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds register/")
    folder = parser.parse_args().data / "register"
    french = {row["label"]: row["name"] for row in rows(PACKAGE / "names.csv") if row["label"]}
    codes = {row["wikidata"]: row["id"] for row in rows(PACKAGE / "states.csv")}
    by_hand = [Term(style="", by_hand=True, **row) for row in rows(PACKAGE / "holders_known.csv")]
    covered = {term.office for term in by_hand}
    others = [term for term in leader_terms(folder, codes) + minister_terms(folder, codes) if term.office not in covered]
    terms = [replace(term, person=plain_name(term.person, french)) for term in corrected(cabinet_terms(folder) + others)]
    kept = [term for term in closed(joined(beside(terms, by_hand)) + by_hand) if not term.by_hand and (term.end or "9999") >= EARLIEST]
    kept.sort(key=lambda term: (term.office, term.start, term.person))
    with (PACKAGE / "holders.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["office", "person", "wikidata", "start", "end", "gender", "source", "checked"])
        out.writerows([term.office, term.person, term.wikidata, term.start, term.end, term.gender, term.source, term.checked] for term in kept)
    write_offices(sorted({term.office for term in kept} | covered), {term.office: term.style for term in terms if term.style})
    print(f"{len(kept)} terms from the tables, {len(by_hand)} by hand")


def write_offices(offices: list[str], styles: dict[str, str]) -> None:
    """`offices.csv`: actor, kind, style (by hand, by the tables, or what is usual) and whether there are several holders at once."""
    by_hand = {row["office"]: row for row in rows(PACKAGE / "styles.csv")}
    usual = {"head_of_state": "president", "head_of_government": "prime_minister"}
    with (PACKAGE / "offices.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id", "actor", "kind", "style", "several"])
        for office in offices:
            actor, _, kind = office.rpartition(".")
            told = by_hand.get(office, {"style": "", "several": ""})
            out.writerow([office, actor, kind, told["style"] or styles.get(office, usual.get(kind, "")), told["several"]])


if __name__ == "__main__":
    main()
