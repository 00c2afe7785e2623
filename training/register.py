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

PACKAGE = Path(__file__).parents[1] / "src/chancery/register/data"
STATES = {
    "armenia": "ARM",
    "australia": "AUS",
    "belarus": "BLR",
    "belgium": "BEL",
    "brazil": "BRA",
    "bulgaria": "BGR",
    "canada": "CAN",
    "china": "CHN",
    "czech": "CZE",
    "denmark": "DNK",
    "estonia": "EST",
    "finland": "FIN",
    "france": "FRA",
    "greece": "GRC",
    "hungary": "HUN",
    "india": "IND",
    "indonesia": "IDN",
    "iran": "IRN",
    "israel": "ISR",
    "italy": "ITA",
    "japan": "JPN",
    "kazakhstan": "KAZ",
    "lithuania": "LTU",
    "mexico": "MEX",
    "netherlands": "NLD",
    "nigeria": "NGA",
    "norway": "NOR",
    "pakistan": "PAK",
    "poland": "POL",
    "portugal": "PRT",
    "romania": "ROU",
    "russia": "RUS",
    "senegal": "SEN",
    "south-africa": "ZAF",
    "south-korea": "KOR",
    "spain": "ESP",
    "sudan": "SDN",
    "sweden": "SWE",
    "taiwan": "TWN",
    "turkey": "TUR",
    "ukraine": "UKR",
    "united-kingdom": "GBR",
    "us": "USA",
    "yemen": "YEM",
}
FRENCH_LETTERS = set("àâäçéèêëîïôöùûüñœæ")
STROKES = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d"}
EARLIEST = "2000"
CHECKED = {"holders": "2022-07", "leaders": "2022-09", "ministers": "2022-12"}
"""The month up to which each table is known to be kept; an open term says nothing about later days."""

POSITIONS = (
    ("head_of_state", "monarch", r"(?:monarch|king|queen|emperor|emir|sultan)(?P<of> of .*)?"),
    ("head_of_state", "president", r"(?:acting )?president(?P<of> of .*)?"),
    ("supreme_leader", "", r"supreme leader(?P<of> of .*)?"),
    ("vice_president", "", r"vice president"),
    ("head_of_government", "chancellor", r"federal chancellor of .*"),
    ("head_of_government", "prime_minister", r"(?:acting )?(?:prime minister(?P<of> of .*)?|premier(?: of the state council)?|taoiseach)"),
    (
        "foreign_minister",
        "",
        r"(?:federal )?minister (?:of|for) (?:the )?(?:europe and )?(?:foreign affairs|external (?:relations|affairs))(?:, .*| and (?!consular).*)?"
        r"|secretary of state for foreign and commonwealth affairs|secretary of foreign affairs",
    ),
    ("foreign_minister", "secretary", r"secretary of state"),
    ("deputy_foreign_minister", "", r"deputy secretary of state"),
    (
        "defence_minister",
        "",
        r"(?:federal )?minister (?:of|for) (?:the )?(?:national )?(?:defen[cs]e|armed forces)(?: and .*)?"
        r"|secretary of (?:state for |national )?defen[cs]e",
    ),
    (
        "interior_minister",
        "",
        r"minister (?:of|for) (?:the )?(?:interior|internal affairs|interior affairs|home affairs)"
        r"|secretary of state for the home department",
    ),
    (
        "finance_minister",
        "",
        r"minister (?:of|for) (?:the )?(?:economy and )?(?:finances?|economy, finances and industry)"
        r"|chancellor of the exchequer|secretary of the treasury",
    ),
    ("national_security_adviser", "", r"national security advisor"),
    ("un_envoy", "", r"(?:ambassador|permanent representative) to the united nations(?:, new york)?"),
    ("nato_envoy", "", r"permanent representative to nato"),
    ("foreign_ministry_spokesperson", "", r"foreign ministry spoke(?:s)?person"),
    ("government_spokesperson", "", r"government spokesperson"),
)
COMPILED = [(kind, style, re.compile(pattern, re.IGNORECASE)) for kind, style, pattern in POSITIONS]
ONLY = {("foreign_minister", "secretary"): {"USA"}, ("deputy_foreign_minister", ""): {"USA"}, ("vice_president", ""): {"USA"}}


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


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def office_of(position: str, state: str, *, named: bool = False) -> tuple[str, str] | None:
    """Kind and style of a position as Wikidata labels it; None for the others, sub-national posts among them.

    In a state's own table its offices stand bare ("President"), and those "of" something are other bodies'; with `named` the state is spelled out.
    """
    for kind, style, pattern in COMPILED:
        found = pattern.fullmatch(position.strip())
        if found and (named or not found.groupdict().get("of")) and state in ONLY.get((kind, style), {state}):
            return kind, style
    return None


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
            if office is None or not row["person"] or (not row["start"] and not row["end"]):
                continue
            start, end, source = row["start"], row["end"], "wikidata"
            if start and end and end < start[: len(end)]:
                start, end, source = end, start, "wikidata, dates put in order"
            gender = {"male": "m", "female": "f"}.get(row.get("gender") or "", "")
            found.append(
                Term(
                    f"{state}.{office[0]}",
                    office[1],
                    row["person"],
                    row["personID"],
                    start,
                    end,
                    gender,
                    source,
                    CHECKED["holders"],
                )
            )
    return found


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
                f"{state}.{office[0]}", office[1], person, row["officeholder"], row["start_year"], row["end_year"], "", "wikidata", CHECKED["leaders"]
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
                    "wikidata",
                    CHECKED["ministers"],
                )
            )
    return found


def joined(terms: list[Term]) -> list[Term]:
    """One term where a person's terms in an office touch or overlap; open ends that a successor's start closes, closed."""
    offices: dict[str, list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (term.office, term.start, term.end or "9")):
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
    return [closed for kept in offices.values() for closed in _closed(kept)]


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
    """Whether a successor starts at most ten days before the predecessor's stated end: a hand-over."""
    return start < end and (date.fromisoformat(end) - date.fromisoformat(start)).days <= 10


def corrected(terms: list[Term]) -> list[Term]:
    """The terms after `corrections.csv`: rows of another office dropped, wrong days set right. A row without a start holds for all of a person."""
    acts = {(row["office"], row["person"], row["start"]): row for row in rows(PACKAGE / "corrections.csv")}
    found = []
    for term in terms:
        act = acts.get((term.office, term.person, term.start)) or acts.get((term.office, term.person, ""))
        if act is None:
            found.append(term)
        elif act["act"] == "date":
            found.append(replace(term, start=act["new_start"] or term.start, end=act["new_end"] or term.end, source=f"{term.source}, corrected"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds register/")
    folder = parser.parse_args().data / "register"
    french = {row["label"]: row["name"] for row in rows(PACKAGE / "names.csv") if row["label"]}
    codes = {row["wikidata"]: row["id"] for row in rows(PACKAGE / "states.csv")}
    by_hand = rows(PACKAGE / "holders_known.csv")
    covered = {row["office"] for row in by_hand}
    others = [term for term in leader_terms(folder, codes) + minister_terms(folder, codes) if term.office not in covered]
    terms = [replace(term, person=plain_name(term.person, french)) for term in corrected(cabinet_terms(folder) + others)]
    hand = {(row["office"], row["person"], row["start"]) for row in by_hand}
    kept = [term for term in joined(terms) if (term.end or "9999") >= EARLIEST and (term.office, term.person, term.start) not in hand]
    kept.sort(key=lambda term: (term.office, term.start, term.person))
    with (PACKAGE / "holders.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["office", "person", "wikidata", "start", "end", "gender", "source", "checked"])
        out.writerows([term.office, term.person, term.wikidata, term.start, term.end, term.gender, term.source, term.checked] for term in kept)
    styles = {term.office: term.style for term in kept if term.style} | {row["office"]: row["style"] for row in rows(PACKAGE / "styles.csv")}
    with (PACKAGE / "offices.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id", "actor", "kind", "style"])
        for office in sorted({term.office for term in kept} | covered):
            actor, _, kind = office.rpartition(".")
            default = {"head_of_state": "president", "head_of_government": "prime_minister"}.get(kind, "")
            out.writerow([office, actor, kind, styles.get(office, default)])
    print(f"{len(kept)} terms from the tables, {len(by_hand)} by hand")


if __name__ == "__main__":
    main()
