"""What is counted, with what a day, a bracket or a mark cuts it off from: "retrouvés lundi |dans une cale|", "du mouvement |"Terre libre"|"."""

from chancery.analysis import Token
from chancery.facts.clause_ends import QUOTES
from chancery.facts.constituents import Constituents
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.past_asides import PastAsides
from chancery.facts.restricting import Restricting
from chancery.facts.unfinished import FEW, MOST
from chancery.languages import Pack

NAME = 7
"""Words of a name in quotes, with its marks."""
RATE = 4
"""Words of "chaque année" with the one before."""
YEAR = 4
"""Digits of a year."""
NOUNS = ("NOUN", "PROPN")
DESCRIBING = ("ADJ", "VERB")


class Rejoined:
    """What belongs to the figures of one document behind what cuts it off."""

    def __init__(self, nearby: Nearby, restricting: Restricting, counted: frozenset[int], pack: Pack) -> None:
        self._nearby, self._restricting, self._counted = nearby, restricting, counted
        self._asides = PastAsides(nearby, restricting, pack)
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        numbers = pack.words("numbers")
        lists = numbers["rejoined"]
        self._within, self._and = frozenset(lists["within"]), frozenset(numbers["restricting"]["joining"])
        self._then = self._and | frozenset(lists["then"])
        self._of = frozenset((*numbers["bare"]["of"], *numbers["bare"]["of_the"]))
        self._to = frozenset(numbers["finished"]["repeated"])
        self._each = frozenset(numbers["restricting"]["each"])
        self._dead, self._after = frozenset(lists["dead"]), frozenset(lists["after"])

    def more(self, first: int, end: int, figure: Figure) -> str:
        """The words that go on behind an index, where those end that begin at the `first` and say what is counted; empty where none do."""
        if not self._near.is_in_line(end):
            return ""
        own = frozenset(token.start for token in self._nearby.inside(figure.evidence))
        ways = (
            self._dated(end),
            self._either(end),
            self._of_year(end, own),
            self._quoted(end),
            self._object(end),
            self._died(end, own),
            self._since(end, figure.where),
            self._again(end),
            self._asides.participle(end, own),
            self._asides.object(first, end, own),
        )
        words = next((words for words in ways if words), "")
        return words if self._nearby.text[figure.evidence.start : figure.evidence.end] not in words else ""

    def _dated(self, end: int) -> str:
        """ "Retrouvés lundi |dans une cale|": what hangs on a participle behind a day; a place has a field of its own."""
        at = end
        while self._near.is_in_line(at) and (self._restricting.is_timed(self._nearby.tokens[at]) or self._opens_day(at) or self._is_place(at)):
            at += 1
        before = self._nearby.tokens[end - 1 : end - RATE : -1]
        verb = next((token for token in before if not self._is_rate(token)), self._nearby.tokens[end - 1])
        if at == end and verb is self._nearby.tokens[end - 1]:
            return ""
        if not self._near.is_in_line(at) or verb.morph.get("VerbForm") != "Part" or self._near.text(at) not in self._within:
            return ""
        noun = self._nearby.tokens[at].head
        hangs = noun.pos == "NOUN" and noun.start > self._nearby.tokens[at].start and noun.head is verb
        return self._constituents.words(at, noun, FEW) if hangs and not self._restricting.is_timed(noun) else ""

    def _is_rate(self, token: Token) -> bool:
        """Whether a word tells how often: "piquées |chaque année|"."""
        words = (token, *token.all("det"))
        return self._restricting.is_timed(token) or any(word.text.lower() in self._each for word in words)

    def _opens_day(self, at: int) -> bool:
        return (
            self._nearby.tokens[at].pos in ("ADP", "DET")
            and self._near.is_in_line(at + 1)
            and self._restricting.is_timed(self._nearby.tokens[at + 1])
        )

    def _either(self, end: int) -> str:
        """ "Des enfants non |ou mal nourris|"."""
        adverb, joining = self._nearby.tokens[end - 1 : end + 1]
        second = joining.head if joining.head.pos in DESCRIBING else adverb.head
        tied = adverb.pos == "ADV" and self._near.text(end) in self._and and adverb in (second.head, joining.head.head)
        described = second.pos in DESCRIBING and second.start > joining.start and second.morph.get("VerbForm") in (None, "Part")
        return self._constituents.words(end, second, FEW) if tied and described else ""

    def _of_year(self, end: int, own: frozenset[int]) -> str:
        """ "L'édition |2017 du grand bal|": which one, by its year."""
        noun, year = self._nearby.tokens[end - 1 : end + 1]
        numbered = year.text.isdecimal() and len(year.text) == YEAR and year.head is noun and year.child("case") is None
        ranged = self._near.is_in_line(end + 1) and self._nearby.tokens[end + 1].start == year.end and self._nearby.tokens[end + 1].pos != "PUNCT"
        if noun.pos != "NOUN" or noun.start in own or not numbered or ranged:  # "la période |2000|-2009"
            return ""
        case = self._nearby.tokens[end + 1] if self._near.is_in_line(end + 1) else year
        whole = case.head
        behind = case.text.lower() in self._of and whole.head is noun and whole.start > case.start
        return (behind and self._constituents.words(end, whole, FEW)) or self._nearby.words(end, end + 1)

    def _quoted(self, end: int) -> str:
        """ "Du mouvement |"Terre libre"|": a name in quotes behind the one noun that it names."""
        noun = self._nearby.tokens[end - 1]
        definite = any(word.morph.get("Definite") == "Def" for word in (*noun.all("det"), *noun.all("case")))
        if not definite or noun.pos not in NOUNS or noun.morph.get("Number") == "Plur" or self._nearby.tokens[end].text not in QUOTES:
            return ""
        inside = self._nearby.tokens[end + 1 : end + NAME]
        closed = next((place for place, token in enumerate(inside) if token.text in QUOTES), 0)
        named = (
            closed and inside[0].text[0].isupper() and not any(token.morph.get("VerbForm") == "Fin" or not token.index for token in inside[:closed])
        )
        return self._nearby.words(end, end + closed + 2) if named else ""

    def _object(self, end: int) -> str:
        """ "Venus pour éteindre |l'incendie| ont été blessés": no subject stands right behind an infinitive."""
        verb, article = self._nearby.tokens[end - 1 : end + 1]
        noun = article.head
        if verb.morph.get("VerbForm") != "Inf" or verb.pos != "VERB" or article.pos != "DET" or noun.pos not in NOUNS or noun.start < article.end:
            return ""
        return "" if self._restricting.is_timed(noun) else self._constituents.words(end, noun, FEW)

    def _died(self, end: int, own: frozenset[int]) -> str:
        """ "Marins bordures |morts dans une tempête|", whatever the parser takes "morts" for."""
        before = self._nearby.tokens[end - 1]
        at = end - (before.start in own and before.text.lower() in self._dead and self._nearby.tokens[end - 2].start in own)
        described, dead = self._nearby.tokens[at - 1 : at + 1]
        if (
            not (described.start in own or self._ends_complement(described, own))
            or described.pos == "NUM"
            or dead.text.lower() not in self._dead
            or dead.child("det", "case", "nummod")
        ):
            return ""
        case = self._nearby.tokens[at + 1] if self._near.is_in_line(at + 1) else dead
        noun = case.head
        if case.pos != "ADP" or noun.pos not in NOUNS or noun.start < case.end or self._restricting.is_timed(noun):
            return self._nearby.words(end, at + 1)
        return self._constituents.words(end, noun, FEW) or self._nearby.words(end, at + 1)

    def _ends_complement(self, last: Token, own: frozenset[int]) -> bool:
        """Whether a word ends the complement of those counted, and is none of many itself: "marins de la |flotte| morts en mer"."""
        noun = last if last.pos in NOUNS else last.head
        return noun.pos in NOUNS and noun.head.start in own and noun.head.pos == "NOUN" and noun.morph.get("Number") == "Sing"

    def _since(self, end: int, where: str | None) -> str:
        """ "Hospitalisés en Bordurie |après avoir été piqués|": what befell them before."""
        at = end
        if where and self._nearby.tokens[end].pos == "ADP":
            behind = self._nearby.text.find(where, self._nearby.tokens[end].end)
            placed = 0 <= behind - self._nearby.tokens[end].end <= FEW
            at = self._nearby.at(behind + len(where)) if placed else end
        participle = self._nearby.tokens[end - 1].morph.get("VerbForm") == "Part"
        if not participle or not self._near.is_in_line(at + 2) or self._near.text(at) not in self._after:
            return ""
        helper, been = self._nearby.tokens[at + 1 : at + 3]
        verb = been.head
        passive = helper.morph.get("VerbForm") == "Inf" and been.dep == "aux:pass" and helper.head is verb and verb.start > been.start
        return self._constituents.words(at, verb, MOST) if passive else ""

    def _again(self, end: int) -> str:
        """ "Attentats contre un port à Zork le 3 mai |puis contre une plage|": another of the same, behind a place and a day."""
        at = end
        while self._near.is_in_line(at) and (self._is_place(at) or self._restricting.is_timed(self._nearby.tokens[at]) or self._opens_day(at)):
            at += 1
        if at == end or not self._near.is_in_line(at + 1) or self._near.text(at) not in self._then:
            return ""
        case = self._nearby.tokens[at + 1]
        before = (token for token in self._nearby.tokens[max(0, end - FEW) : end] if token.pos == "ADP" and token.text.lower() == case.text.lower())
        noun = case.head
        same = case.pos == "ADP" and case.text.lower() not in (*self._of, *self._to) and next(before, None) is not None
        plain = same and noun.pos == "NOUN" and noun.start > case.start and noun.start not in self._counted and not self._restricting.is_timed(noun)
        last = self._constituents.end(at, noun, FEW) if plain else at
        joined = self._nearby.tokens[last].head if self._near.text(last) in self._and and self._near.is_in_line(last) else noun
        beside = joined is not noun and joined.dep == "conj" and joined.head is noun.head and joined.child("case") is None and joined.pos == "NOUN"
        last = self._constituents.end(last, joined, FEW) if beside else last  # "contre une plage |et un hôtel|"
        return self._nearby.words(at, last)

    def _is_place(self, at: int) -> bool:
        """Whether the name of a place stands there, or what opens one."""
        token = self._nearby.tokens[at]
        at += token.text.lower() in self._to
        mention = self._nearby.mention_before(self._nearby.tokens[at].start) if at < len(self._nearby.tokens) else None
        return mention is not None and mention.type == "LOC" and mention.span.contains(self._nearby.tokens[at].span)
