"""The words by which a role or a body is called where nobody is known by name."""

import re
from bisect import bisect_right
from collections.abc import Callable

from chancery.analysis.analysis import Analysis
from chancery.analysis.tokens import Token
from chancery.languages import pack_for
from chancery.span import Span

INSIDE = ("acl", "advcl", "punct", "parataxis", "conj", "cc", "cop", "nsubj", "case", "mark", "det", "dep", "appos")
"""Relations that end a role's words when nobody's name is known."""
COMPOUND = re.compile(r"(?:(?<=-)[^\W\d_]+)?(?:-[^\W\d_]+)*")
"""What follows the first part of a compound in the text, its hyphen there or still to come."""

MARKS = ('"', "«", "»", "“", "”")
"""Marks around a word of the phrase, which it keeps: `un groupe de "gilets bleus"`."""

SEAM = re.compile(r"\.-\s|\.(?=https?:)")
"""Where a heading or address is glued to the end of a sentence, which no phrase goes over: `... d'Oslo|.- Trois morts -`."""


class Wording:
    """The words of the phrases of one document; `addressed` tells whether a name is a paper's, to which something may be said."""

    def __init__(self, analysis: Analysis, addressed: Callable[[Span], bool]) -> None:
        self._text, self._addressed = analysis.text, addressed
        roles = pack_for(analysis.document.language).words("roles")
        self._told = frozenset(pack_for(analysis.document.language).words("cues")["sources"]["told"])
        self._around, self._posted = roles["around"], frozenset(roles["callings"]["posted"])
        self._known: dict[Token, str] = {}
        """The words of the tokens that were asked about."""
        times = sorted(time.span for time in analysis.times)
        self._days, self._ends = [span.start for span in times], [span.end for span in times]
        names = sorted(mention.span for mention in analysis.mentions)
        self._names, self._after_names = [span.start for span in names], [span.end for span in names]

    def words(self, token: Token) -> str | None:
        """The role's words: the noun with its adjectives and complements, without determiner, clauses, appositions and days."""
        if token.pos == "PRON":
            return None
        if token not in self._known:
            self._known[token] = self._read(token)
        return self._known[token]

    def _read(self, token: Token) -> str:
        kept: list[Token] = []
        open_ = [token]
        while open_:
            word = open_.pop()
            kept.append(word)
            for child in word.children:
                if (word is not token and (child.dep.partition(":")[0] in ("case", "det") or child.text in MARKS)) or (
                    _belongs(child, word, token) and child.pos not in ("PUNCT", "VERB") and not self._apart(child, token)
                ):
                    open_.append(child)
        kept.sort(key=lambda word: word.start)
        run = _unbroken(kept, token)
        return self._whole(run[0].start, run[-1].end)

    def _whole(self, start: int, end: int) -> str:
        """The words up to the end of a name that they enter, and of a compound that the tokens cut at its hyphen: `|porte|-parole`."""
        place = bisect_right(self._names, end - 1) - 1
        if place >= 0 and self._names[place] > start:
            end = max(end, self._after_names[place])
        rest = COMPOUND.match(self._text, end)
        return SEAM.split(self._text[start : rest.end() if rest else end], maxsplit=1)[0]

    def _apart(self, word: Token, head: Token) -> bool:
        """Whether a dependent says when or where something was said rather than who says it: a day, an adverb, a bare noun, `au micro de`."""
        itself = word.pos == "PRON" and word.text.islower() and word.child("case") is None  # `le président |lui-même|`
        if itself or word.pos == "ADV" or self._dated(word):
            return True
        case = word.child("case")
        if is_told(word, self._told) or (case is not None and case.lemma.startswith("à") and self._addressed(word.span)):
            return True  # `l'avocat de X |au Parisien|`: to whom it was said
        if case is not None and word.pos == "PROPN" and case.text.lower() in self._around["to"]:
            return head.lemma.lower() not in self._posted
        share = word.pos == "NUM" and case is not None and case.text.lower() in self._around["out_of"]  # `deux Danois |sur trois|`
        if case is not None and word.start > head.start and not share and not self._links(case):
            return True
        bare = word.pos == "NOUN" and word.start > head.start and word.child("case") is None and word.head.pos == "NOUN" and word.dep != "conj"
        return bare and not self._qualifies(word)

    def _qualifies(self, word: Token) -> bool:
        """Whether a noun right behind another says its kind, agreeing with it in the plural (`des syndicats |enseignants|`), or is its name."""
        if word.index != word.head.index + 1 or word.child("det") is not None:
            return False
        plural = word.morph.get("Number") == word.head.morph.get("Number") == "Plur"
        return (plural and word.text.islower()) or (word.text[0].isupper() and not word.text.isupper())  # `l'ONG |Mer| propre`

    def _links(self, case: Token) -> bool:
        """Whether a preposition opens the complement of a role: `de`, `à`, `auprès de`, not `sur` or `lors de`."""
        return case.text.lower() in (*self._around["linking"], *self._around["places"])

    def _dated(self, token: Token) -> bool:
        """Whether the word stands in an expression of time."""
        place = bisect_right(self._days, token.start) - 1
        return place >= 0 and token.start < self._ends[place]


def is_told(word: Token, press: frozenset[str]) -> bool:
    """Whether a complement with `à` is one of these nouns for the press, to which something is said: `une source |à la chaîne|`."""
    case = word.child("case")
    return case is not None and case.lemma.startswith("à") and word.lemma.lower() in press and word.child("nmod") is None


def _belongs(child: Token, word: Token, top: Token) -> bool:
    """Whether a dependent is part of the phrase: a name beside the noun, or what is joined to a complement without an article of its own."""
    relation = child.dep.partition(":")[0]
    if relation == "appos":
        named = child.pos == "NOUN" and child.text[0].isupper() and child.index == word.index + 1  # `l'ONG |Mer| propre`
        return named or (child.pos == "PROPN" and child.text[0].isalpha())
    if relation == "conj":
        if word is top:
            return _again(child, top) or (child.child("det") is None and _joins_complement(child, top))
        article, case = child.child("det"), word.child("case")
        same = article is not None and case is not None and article.text.lower() == case.text.lower()  # `des marins et |des| pêcheurs`
        return word.start > top.start and (article is None or same or _again(child, top))
    return relation not in INSIDE or (relation == "cc" and word.dep == "conj" and word is not top)


def _again(child: Token, top: Token) -> bool:
    """Whether a second complement takes up the preposition of the first, and says it of theirs: `les élus de Bergen et |de sa région|`."""
    case, article = child.child("case"), child.child("det")
    first = next((other.child("case") for other in top.all("nmod") if top.start < other.start < child.start), None)
    return case is not None and first is not None and case.lemma == first.lemma and article is not None and article.morph.get("Poss") == "Yes"


def _joins_complement(child: Token, top: Token) -> bool:
    """Whether what the parser joined to the noun goes with its complement: several, behind one of several, in a body: `la ligue des X et |Y|`."""
    before = [other for other in top.all("nmod") if top.start < other.start < child.start and other.child("case") is not None]
    several = {"Plur"} == {other.morph.get("Number") for other in (*before, child)}
    return bool(before) and several and top.morph.get("Number") == "Sing"


def _unbroken(words: list[Token], head: Token) -> list[Token]:
    """The longest run of neighbours around the head."""
    place = words.index(head)
    first = last = place
    while first > 0 and words[first - 1].index == words[first].index - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].index == words[last].index + 1:
        last += 1
    return words[first : last + 1]
