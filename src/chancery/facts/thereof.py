"""Of what so many have died or are ill, where only "en" says so: "67 en sont morts" of the illness spoken of."""

import re
from dataclasses import replace
from functools import lru_cache

from chancery.analysis import Token
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.sickness import sickness
from chancery.languages import Pack
from chancery.scan.phrases import either

BEHIND = 80
"""Code points behind a figure in which the clause with "en" ends."""


@lru_cache(maxsize=8)
def _become(pack: Pack) -> re.Pattern[str]:
    lists = pack.words("numbers")["thereof"]
    return re.compile(rf"(?<!\w)(?:{either(lists['be'])})\s(?P<done>{either(lists['become'])})(?!\w)", re.IGNORECASE)


class Thereof:
    """The figures of one document of whom "en" tells."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._sickness, self._become = nearby, sickness(nearby, pack), _become(pack)
        self._relative = f" {pack.words('numbers')['predicated']['relative']} "

    def told(self, figure: Figure, head: Token | None) -> Figure:
        """The figure with the illness that "en" means: "médecins morts de rougeole"; as it is where none is near."""
        what, start = figure.what or "", figure.evidence.end
        behind = re.split(r"[.;:!?\n]", self._nearby.text[start : start + BEHIND])[0]
        found = self._become.search(behind)
        if not what or found is None:
            return figure
        noun, relative, clause = what.partition(self._relative)
        same = found.group() in clause if relative else what.endswith(f" {found['done']}")
        name = self._sickness.caught(head) if same and head is not None else ""
        kept = noun if relative else what.removesuffix(f" {found['done']}")
        feminine = head is not None and head.morph.get("Gender") == "Fem" and found["done"].endswith("s") and not found["done"].endswith("es")
        done = f"{found['done'].removesuffix('s')}es" if feminine else found["done"]
        told = done if kept.lower() == done.lower() else f"{kept} {done}"
        return replace(figure, what=f"{told} {name}") if name else figure
