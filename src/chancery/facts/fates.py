"""What a part of those counted shares with them: of "40 passagers ont été tués, dont trois Belges", the Belgians were killed, too."""

from chancery.analysis import Quantity, Token
from chancery.analysis.units import units
from chancery.facts.constituents import Constituents
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

STOPS = frozenset(".;:!?\n")

PHRASE = 9
"""Words of what is told of a part alone: "pour trafic d'influence"."""
MOST = 3
"""Words of a part with its adjectives: "2.400 soldats américains"."""


class Fates:
    """The parts of counts in one document."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        lists = pack.words("numbers")
        self._nearby, self._restricting, self._constituents = nearby, restricting, Constituents(nearby, restricting)
        self._with = frozenset(lists["predicated"]["with_part"])
        self._lasting = units(pack).not_things
        self._participles = tuple(lists["restricting"]["participles"])
        self._parts = frozenset(lists["whose"]["parts"])
        self._fates: dict[str, str] = lists["predicated"]["fates"]
        self._bare = frozenset(pack.words("numbers")["restricting"]["bare"])
        self._of = frozenset((*lists["bare"]["of"], *lists["bare"]["of_the"]))
        self._relative = lists["predicated"]["relative"]
        self._short: list[str] = lists["wholes"]["participles"]
        self._joined = frozenset((",", *lists["whose"]["joining"], " ".join(lists["whose"]["joining"])))
        self._row: tuple[Span, Figure] | None = None

    def _is_told(self, counted: str) -> bool:
        """Whether a part says so itself, or has more to tell: "dont trois blessés graves", "dont trois élus de la ville"."""
        words = counted.lower().split()
        return any(word in self._fates or word in self._bare or word in self._of for word in words)

    def whole(self, quantity: Quantity, before: Figure | None) -> Figure | None:
        """That of which so many are a part; of the next one of a row of parts, that of the first: "dont 66 femmes et 58 mineurs"."""
        found = before if before is not None and self._is_part(quantity, before) else self._whole_of_row(quantity)
        self._row = (quantity.span, found) if found is not None else self._row
        return found

    def _whole_of_row(self, quantity: Quantity) -> Figure | None:
        """The whole of the part right before, with nothing but a comma or "et" in between."""
        if self._row is None or quantity.span.start < self._row[0].end:
            return self._row[1] if self._row is not None and self._row[0] == quantity.span else None
        between = self._nearby.text[self._row[0].end : quantity.span.start].strip().lower()
        less = (self._row[1].value or 0) >= (quantity.value or 0)
        return self._row[1] if between in self._joined and less else None

    def of_part(self, quantity: Quantity, noun: Token, counted: str, before: Figure | None) -> str:
        """What has become of the whole, as words behind the noun of its part; empty if nothing is told or the part says so itself."""
        before = self.whole(quantity, before)
        if before is None or not before.what or len(counted.split()) > MOST + PHRASE:
            return ""
        words = before.what.split()
        if len(counted.split()) > MOST or self._is_told(counted):
            return self._dead(words[0].lower(), counted, quantity, before) or self._undergone(words, counted, noun, quantity, before)
        things = before.what.startswith(before.unit or " ") and counted.startswith(quantity.unit or " ")
        if (before.unit == quantity.unit or things) and (shared := self._shared(words, noun)):
            return shared
        if before.unit != quantity.unit:
            return ""
        if len(counted.split()) > 1 and words[0].lower() not in self._fates:
            return ""
        if (told := self._fates.get(words[0].lower())) is not None:
            return told
        if self._relative in words:
            return before.what[before.what.index(f" {self._relative} ") + 1 :] if f" {self._relative} " in before.what else ""
        if len(words) > 2 and words[1].lower() in self._bare:
            return " ".join(words[1:])  # "300 personnes sans abri, dont 20 enfants"
        return next((told for word in words[1:] if (told := self._fates.get(word.lower()))), "")

    def of_all(self, counted: str, noun: Token, whole: str) -> str:
        """The same of one of those that make up a whole: "arrêtés", of "dix Belges" of the "personnes arrêtées"; empty where it says so itself."""
        words, told = whole.split(), [word.lower() for word in counted.split()]
        spoken = self._relative in told or any(word in self._fates or word.endswith(self._participles) for word in told)
        if spoken or not words:
            return ""
        if (fate := self._fates.get(words[0].lower())) is not None:
            return self._agreeing(fate, noun)
        return self._shared(words, noun)

    def _agreeing(self, fate: str, noun: Token) -> str:
        """A fate in the plural, as it goes with a noun: "tuées"."""
        return f"{fate.removesuffix('s')}es" if noun.morph.get("Gender") == "Fem" and fate.endswith(("és", "orts")) else fate

    def _dead(self, fate: str, counted: str, quantity: Quantity, before: Figure) -> str:
        """The fate of a part that has more to tell, by the noun of the whole: "12 morts, dont trois élus de la ville"."""
        told = self._fates.get(fate, "") if before.unit == quantity.unit else ""
        own = any(word.lower() in self._fates for word in counted.split())
        return "" if own or fate == told.removesuffix("s") else told

    def _undergone(self, words: list[str], counted: str, noun: Token, quantity: Quantity, before: Figure) -> str:
        """What was done with the whole, of a part with more to tell that is no fate: "Belges travaillant au port |tués|"."""
        told = counted.lower().split()
        own = any(word in self._fates or word in self._bare for word in told) or self._relative in told
        return "" if own or any(word.endswith(self._participles) for word in told[1:]) or before.unit != quantity.unit else self._shared(words, noun)

    def of_some(self, quantity: Quantity, at: int, before: Figure | None) -> str:
        """Of a bare part, with what follows it there, what the whole is: "12 élus jugés, dont six |pour trafic|" are "élus jugés pour trafic"."""
        token = next(iter(self._nearby.tokens[at : at + 1]), None)
        if before is None or not before.what or token is None or token.pos != "ADP" or not self._is_part(quantity, before) or token.index == 0:
            return ""
        place = next((word for word in self._nearby.tokens[at + 1 : at + 4] if word.pos != "DET"), token)
        name = self._nearby.mention_before(place.start)
        if (
            self._restricting.is_timed(place)
            or place.text.lower() in self._lasting
            or place.pos == "NUM"
            or (name is not None and name.type == "LOC" and name.span.contains(place.span))
        ):
            return ""
        said = (
            self._constituents.words(at, token.head, PHRASE) if token.text.lower() in self._with and not self._restricting.trails(token.head) else ""
        )
        words = before.what.split()
        kept = words[: 2 if len(words) == 2 or (len(words) > 2 and words[1].endswith(self._participles)) else 1]
        return f"{' '.join(kept)} {said}" if len(said.split()) > 1 else ""

    def _is_part(self, quantity: Quantity, before: Figure) -> bool:
        """Whether it is told as a part of the figure before: ", dont six"."""
        between = self._nearby.text[before.evidence.end : quantity.span.start].lower()
        return not STOPS & set(between) and bool(between.split()) and between.split()[-1] in self._parts

    def _shared(self, words: list[str], noun: Token) -> str:
        """What was done with the whole, as it agrees with its part: "interpellés par la police"; empty where no participle says so."""
        if len(words) < 2 or noun.morph.get("Number") != "Plur":
            return ""
        done, feminine = words[1], noun.morph.get("Gender") == "Fem"
        stem = done.removesuffix("s").removesuffix("e")
        agrees = stem in self._short or (stem.endswith("é") and done.endswith(self._participles))
        return " ".join((f"{stem}es" if feminine else f"{stem}s", *words[2:])) if agrees else ""
