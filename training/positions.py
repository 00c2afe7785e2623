"""Which of Wikidata's positions are offices of the register: the tables by state, and the labels by kind of office."""

import re

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
BODIES = {
    "Deputy Secretary-General of the United Nations": "UN.deputy_secretary_general",
    "Director-General of the World Trade Organization": "WTO.head",
    "OSCE High Commissioner on National Minorities": "OSCE.minorities_commissioner",
    "President of the International Court of Justice": "ICJ.president",
    "President of the United Nations General Assembly": "UN.general_assembly_president",
    "president of the Parliamentary Assembly of the Council of Europe": "COE.assembly_president",
}
"""Positions of the table of international bodies that are offices of the register."""

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
        r"|secretary of state for foreign and commonwealth affairs|secretary of foreign affairs|minister of international relations and cooperation",
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


def office_of(position: str, state: str, *, named: bool = False) -> tuple[str, str] | None:
    """Kind and style of a position as Wikidata labels it; None for the others, sub-national posts among them.

    In a state's own table its offices stand bare ("President"), and those "of" something are other bodies'; with `named` the state is spelled out.
    """
    for kind, style, pattern in COMPILED:
        found = pattern.fullmatch(position.strip())
        if found and (named or not found.groupdict().get("of")) and state in ONLY.get((kind, style), {state}):
            return kind, style
    return None
