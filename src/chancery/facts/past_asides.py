"""What is told of those counted behind an aside: "Bordures - 80 % du peuple - |dépendant des aides|", "ont donné, en Elbonie, |le départ|"."""

from chancery.analysis import Token
from chancery.facts.constituents import Constituents
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.facts.unfinished import MOST
from chancery.languages import Pack

ASIDE = 14
"""Words between two dashes, commas or brackets."""
GAP = 3
"""Words among which a verb stands behind a comma."""
KIND = 6
"""Words of the complement before them."""
CLOSING = {"-": "-", "–": "–", "--": "--", "(": ")", ",": ","}
DASHES = ("-", "–")
NOUNS = ("NOUN", "PROPN")
GROUP = (*NOUNS, "ADJ", "DET", "ADP")


class PastAsides:
    """What belongs to the figures of one document behind asides."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._near = nearby, Onward(nearby, pack)
        self._restricting, self._constituents = restricting, Constituents(nearby, restricting)
        self._of = frozenset((*pack.words("numbers")["bare"]["of"], *pack.words("numbers")["bare"]["of_the"]))

    def participle(self, end: int, own: frozenset[int]) -> str:
        """The participle behind the aside that begins at an index, or behind their complement; empty where none stands there."""
        noun = self._nearby.tokens[end - 1]
        at = self._past_complement(end)
        opens = self._nearby.tokens[at].text
        closing = CLOSING.get(opens) or (CLOSING.get(opens[0]) if opens[0] in DASHES else None)  # "Bordures |-plus| de la moitié-"
        counted = closing == "," and self._nearby.tokens[at + 1].pos == "NUM"
        if closing is None or noun.start not in own or noun.pos not in (*NOUNS, "ADJ") or counted:
            return ""
        closed = self._closed(at, closing)
        verb = self._nearby.tokens[closed + 1] if closed and all(map(self._near.is_in_line, range(end, closed + 2))) else noun
        described = verb.dep.partition(":")[0] in ("acl", "amod")
        alike = (verb.morph.get("Tense") == "Pres" and closing != ",") or (verb.morph.get("Number") == "Plur" and described)
        same = noun.morph.get("Gender") in (verb.morph.get("Gender"), None) or "Gender" not in verb.morph
        said = self._constituents.words(closed + 1, verb, MOST) if verb.morph.get("VerbForm") == "Part" and alike and same else ""
        behind = self._nearby.at(verb.start + len(said))
        return said if " " in said and not (closing == "," and self._has_predicate(behind)) else ""

    def _has_predicate(self, at: int) -> bool:
        """Whether their own verb stands behind a comma there: ", élus ou non, venus du nord, |sont| là"."""
        behind = self._nearby.tokens[at + (self._near.text(at) == ",") : at + GAP]
        return any(token.index and token.morph.get("VerbForm") == "Fin" for token in behind)

    def _past_complement(self, at: int) -> int:
        """The index behind a complement with "de", where a mark ends it: "soldats |du Front bordure|, "."""
        if self._near.text(at) not in self._of:
            return at
        behind = range(at + 1, min(at + KIND, len(self._nearby.tokens)))
        place = next((place for place in behind if not self._near.is_in_line(place) or self._nearby.tokens[place].pos not in GROUP), at)
        return place if self._near.is_in_line(place) and self._nearby.tokens[place].text in CLOSING else at

    def _closed(self, at: int, closing: str) -> int:
        """The index of the mark that closes what one opens at an index; 0 where none does, or a verb stands before it."""
        for place in range(at + 1, min(at + ASIDE, len(self._nearby.tokens) - 1)):
            token = self._nearby.tokens[place]
            if (token.text == closing and not self._is_glued(token)) or (closing in DASHES and token.text[-1] == closing):
                return place
            if not token.index or (token.morph.get("VerbForm") == "Fin" and closing == ","):
                return 0
        return 0

    def _is_glued(self, token: Token) -> bool:
        """Whether a hyphen stands within a word."""
        text = self._nearby.text
        return token.text == "-" and text[token.start - 1].isalnum() and text[token.end : token.end + 1].isalnum()

    def object(self, first: int, end: int, own: frozenset[int]) -> str:
        """The object that the verb of a clause between two indices is not told without, behind a place that commas set off."""
        words = self._nearby.tokens[first:end]
        verb = next((word for word in reversed(words) if word.pos == "VERB" and word.start not in own), None)
        if verb is None or self._near.text(end) != "," or any(child.start < words[-1].end for child in verb.all("obj", "xcomp", "ccomp")):
            return ""
        thing = next((child for child in verb.all("obj") if child.start > self._nearby.tokens[end].start), None)
        closed = self._closed(end, ",")
        plain = all(word.pos in GROUP for word in self._nearby.tokens[end + 1 : closed]) and not self._restricting.breaks(end + 1)
        if thing is None or not closed or not plain or thing.pos not in NOUNS or self._restricting.is_timed(thing):
            return ""
        begun = self._nearby.at(thing.subtree()[0].start)
        return self._constituents.words(begun, thing, MOST) if begun == closed + 1 and self._nearby.tokens[begun].pos == "DET" else ""
