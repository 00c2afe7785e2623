"""Where a clause ends that says which ones are meant: without the days and places behind it, cut short where it is long."""

from chancery.analysis import Analysis, Mention, Token
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

QUOTES = ('"', "«", "»", "“", "”")
CLOSING = ("NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM")
"""Parts of speech after which a clause may be cut short."""
OPENING = ("ADP", "SCONJ", "CCONJ")
"""And before which."""
LONGEST = 12
"""Words of a clause that restricts."""
COMPLEMENT = 7
"""Words of a complement behind which a clause is cut, and one more."""
GLUE = ("-", "/")
OPEN = 18
"""And of one whose own subordinate clause has no verb before."""


class Clauses:
    """The clauses of one document that may restrict what is counted."""

    def __init__(self, nearby: Nearby, analysis: Analysis, pack: Pack) -> None:
        self._nearby = nearby
        lists = pack.words("numbers")["restricting"]
        self._tied = frozenset(lists["of"]) - frozenset(lists["bare"])
        """What ties the noun behind it to the one before."""
        self._locative, self._most, self._sources = frozenset(lists["locative"]), frozenset(lists["superlative"]), frozenset(lists["sources"])
        self._parts = frozenset(pack.words("numbers")["whose"]["parts"])
        self._months = frozenset(pack.words("numbers")["not_things"]["months"])
        self._half: str = pack.words("numbers")["ranges"]["between"]
        numbers = pack.words("numbers")
        self._against = frozenset(numbers["governed"]["against"])
        self._leaning = frozenset((*numbers["compared"]["that_is"], *numbers["whose"]["parts"]))
        self._scales = frozenset(numbers["collective"])
        self._fixed = frozenset((first, second) for first, second in lists["fixed"])
        self._bare, self._stances = frozenset(lists["bare"]), frozenset(lists["stances"])
        self._sides = frozenset(pack.words("numbers")["polled"]["sides"])
        self._trailing, each = frozenset((*lists["trailing"], *pack.words("numbers")["predicated"]["ne"])), frozenset(lists["each"])
        times = (nearby.inside(time.span) for time in analysis.times)
        self._timed = frozenset(token.start for time in times for token in time if time[0].text.lower() not in each)

    def clause(self, at: int, *, finite: bool = False, places: bool = False, timed: bool = False) -> int:
        """The index behind the words of a clause that go on at an index, without the days and places at its end, cut short where it is long.

        With `finite`, its verb is among them; else no finite verb is, but in a clause that it governs. With `places`, places belong to it;
        with `timed` or `finite`, days that do not end it.
        """
        last, open_, quotes = at, finite, 0
        timed = timed or finite
        while last - at < (OPEN if open_ and not finite else LONGEST) and self._goes_on(last, timed=timed) and not self._ends(last, places):
            token = self._nearby.tokens[last]
            quotes += token.text in QUOTES
            if token.pos == "SCONJ" and self._nearby.tokens[last - 1].text.lower() not in self._most:
                open_, finite = True, False
            elif token.morph.get("VerbForm") == "Fin" and token.pos in ("VERB", "AUX"):
                if not open_:
                    last = self._last(at, last)
                    break
                open_ = False
            last += 1
        if quotes % 2 or open_:
            return at  # what is quoted, or a clause, goes on behind
        if last - at >= LONGEST and self._goes_on(last, timed=timed) and not self._ends(last, places):  # cut short
            last = self.before_mark(at + 1, self._cut(at, last, places))
        last = self.without_half(at, last)
        while last > at and self.trails(self._nearby.tokens[last - 1]) and not self._is_vote(last):
            last -= 1
        return self.mended(last) if last > at else last

    def before_mark(self, at: int, last: int) -> int:
        """The index before a conjunction whose verb stands behind the words between two indices: "évités| si les agents| avaient su"."""
        tokens = self._nearby.tokens
        marks = (place for place in range(at, last) if tokens[place].dep == "mark" and tokens[place].pos == "SCONJ")
        return next((place for place in marks if tokens[place].head.start > tokens[last - 1].start), last)

    def without_half(self, at: int, last: int) -> int:
        """The index before "entre", if only one of those between whom it is stands behind it: "|entre le Bork,| l'Elbonie et Oslo"."""
        between = next((place for place in range(last - 1, at, -1) if self._nearby.tokens[place].text.lower() == self._half), last)
        names = [token for token in self._nearby.tokens[between + 1 : last] if token.pos in ("NOUN", "PROPN", "PRON", "NUM")]
        joined = any(token.pos == "CCONJ" or token.morph.get("Number") == "Plur" for token in self._nearby.tokens[between + 1 : last])
        return last if joined or not names else between

    def _is_vote(self, last: int) -> bool:
        """Whether the words before an index end in a preposition that stands alone: "ont voté contre"."""
        alone = last < len(self._nearby.tokens) and (self._nearby.tokens[last].index == 0 or self._nearby.tokens[last].pos in ("PUNCT", "CCONJ"))
        return alone and self._nearby.tokens[last - 1].text.lower() in self._sides

    def mended(self, last: int) -> int:
        """The index behind the participle that a noun at the end means nothing without: "à bout |portant|"."""
        before, following = self._nearby.tokens[max(0, last - 2) : last], self._nearby.tokens[last : last + 1]
        bare = len(before) == 2 and before[0].pos == "ADP" and before[1].pos == "NOUN" and bool(following) and self._goes_on(last)
        return last + 1 if bare and following[0].morph.get("VerbForm") == "Part" and following[0].morph.get("Tense") == "Pres" else last

    def called(self, at: int) -> int:
        """The index behind the number or name that a noun right before an index is called by: "magnitude |4|", "la maladie |Zorka-19|"."""
        if not self._goes_on(at) or self._nearby.text[self._nearby.tokens[at].start - 1] != " ":
            return at
        noun, token = self._nearby.tokens[at - 1 : at + 1]
        noun = noun.head if noun.pos == "ADJ" and noun.dep == "amod" and noun.head.start < noun.start else noun
        if noun.pos != "NOUN" or noun.start in self._timed:
            return at
        name = self._name(token)
        if token.head is not noun:  # "à bord du cargo |Orca|" on its way
            own = name is not None and name.span.start == token.start and token.dep in ("appos", "nmod") and token.child("case") is None
            return self._nearby.at(name.span.end) if name is not None and own and _is_the(noun) and name.type != "LOC" else at
        if token.pos == "NUM":
            return at + 1 if token.text.isdecimal() and noun.child("det") is None else at
        if name is not None and name.span.start == token.start:
            return self._nearby.at(name.span.end)
        named = token.pos in ("PROPN", "NOUN") and token.dep in ("nmod", "appos", "amod", "flat:name") and token.text[0].isupper()
        return at + 1 if named and token.child("case") is None else at

    def numbered(self, end: int) -> int:
        """Where the number ends that goes with the noun that ends at a place: "magnitude |4|"."""
        at = self._nearby.at(end)
        called = self.called(at) if at < len(self._nearby.tokens) and self._nearby.tokens[at].pos == "NUM" else at
        return self._nearby.tokens[at].end if called > at else end

    def whole_name(self, last: int) -> int:
        """The index behind the name or compound that the word before an index is part of: "Tel|-Aviv/Zork|"."""
        tokens, name = self._nearby.tokens, self._name(self._nearby.tokens[last - 1])
        end = max(last, self._nearby.at(name.span.end)) if name is not None else last
        clean = end > last and " -" not in self._nearby.words(last - 1, end) and tokens[end - 1].pos not in (*OPENING, "DET")
        last = end if clean else last
        while last < len(tokens) and tokens[last].index and tokens[last].start == tokens[last - 1].end:
            before = tokens[last - 1].text if tokens[last - 1].start > tokens[last - 2].end else f"{tokens[last - 2].text}{tokens[last - 1].text}"
            if not _joins(before, tokens[last].text):
                break
            last += 1
        return last

    def breaks(self, at: int) -> bool:
        """Whether the word there begins what is no part of the clause before it: behind a mark of punctuation, or who says so."""
        token, following = self._nearby.tokens[at], self._nearby.tokens[at + 1 : at + 2]
        pair = f"{token.text} {following[0].text if following else ''}".lower()
        mark = token.pos == "PUNCT" and token.text not in ("-", "'", *QUOTES)
        source = token.text.lower() in self._sources or pair in self._sources
        return mark or self.is_dash(at) or source or self._leans(at) or not self._goes_on(at, timed=True)

    def past_quote(self, start: int, end: int) -> int:
        """Where the mark ends that closes right there what was quoted from a place or the word before it on: '26 "missions|"| budgétaires'."""
        at = self._nearby.at(end)
        words = self._nearby.tokens[max(0, self._nearby.at(start) - 1) : at]
        opened = sum(token.text in QUOTES for token in words) % 2 == 1
        closes = opened and at < len(self._nearby.tokens) and self._nearby.tokens[at].text in QUOTES
        return self._nearby.tokens[at].end if closes else end

    def names_some(self, at: int) -> bool:
        """Whether an aside opens there that names some of those before it: ", dont le maire, "."""
        pair = self._nearby.tokens[at : at + 2]
        return len(pair) > 1 and pair[0].text == "," and pair[1].text.lower() in self._parts

    def begins_anew(self, at: int) -> bool:
        """Whether what stands there is no object of the verb before it, whatever the parser says: ", dont deux élus", ", 300 autres sont partis"."""
        return self.names_some(at) or (self._nearby.tokens[at : at + 1] != [] and self._nearby.tokens[at].text == "," and self._counts(at + 1))

    def _counts(self, at: int) -> bool:
        return at < len(self._nearby.tokens) and self._nearby.tokens[at].pos == "NUM"

    def is_timed(self, token: Token) -> bool:
        """Whether a word is part of an expression of time."""
        return token.start in self._timed

    def is_dash(self, at: int) -> bool:
        """Whether a hyphen stands alone, as a dash does."""
        token, text = self._nearby.tokens[at], self._nearby.text
        return token.text in ("-", "–", "—") and text[token.start - 1 : token.start].isspace() and text[token.end : token.end + 1].isspace()

    def trails(self, token: Token) -> bool:
        """Whether a word at the end of a clause says nothing without what follows, or says when."""
        if token.pos == "PRON" and token.morph.get("PronType") in ("Neg", "Ind", "Tot"):
            return False  # "ne fait rien"
        if token.pos == "ADP" and token.dep == "advmod" and not token.children:
            return False  # "dorment dehors"
        case = token.child("case")
        if (case is not None and token.morph.get("PronType") == "Prs") or (token.text.lower() in self._stances and token.dep != "case"):
            return False  # "voter pour lui", "ont voté contre"
        tied = token.dep == "obj" or (case is not None and token.pos == "NOUN" and case.text.lower() in (*self._bare, *self._tied))
        needs_more = token.text.lower() in self._trailing and not tied  # "au cours", not "quitter les cours", nor "en cours"
        month = token.text.lower() in self._months and case is not None  # "entre janvier |et fin mai|"
        dated = month or (
            token.pos == "ADJ" and token.head.start in self._timed and token.head.start > token.start
        )  # "au cours des dernières |24 heures|"
        if token.start in self._timed or token.text == "-" or needs_more or dated:
            return True
        if token.pos == "NUM":
            if case is not None and token.text.isalpha() and case.text.lower() in self._bare:
                return False  # "mis en quarantaine", "coupés en deux"
            return token.head.pos != "NOUN" or token.head.start > token.start  # "aux numéros 63 et 65"
        return token.pos in (*OPENING, "DET", "AUX", "PRON")

    def _goes_on(self, at: int, *, timed: bool = False) -> bool:
        """Whether the word there stands in the sentence and on the line of the one before it, and, without `timed`, in no expression of time."""
        tokens = self._nearby.tokens
        if not 0 < at < len(tokens) or tokens[at].index == 0 or (tokens[at].start in self._timed and not timed):
            return False
        return "\n" not in self._nearby.text[tokens[at - 1].end : tokens[at].start]

    def _leans(self, at: int) -> bool:
        """Whether another count is told there, without a comma: "contre 9 % en avril", "dont 20 à Lyon", "dont un millier de captifs"."""
        words = self._nearby.tokens[at : at + 3]
        about = len(words) > 2 and words[1].pos == "DET" and words[2].lemma.lower() in self._scales
        word = words[0].text.lower() if words else ""
        return word in (self._against | self._leaning) and (self._counts(at + 1) or (about and word in self._leaning))

    def _name(self, token: Token) -> Mention | None:
        """The name that a word is part of."""
        mention = self._nearby.mention_before(token.start)
        return mention if mention is not None and mention.span.contains(token.span) else None

    def _cut(self, at: int, last: int, places: bool) -> int:
        """The index at which a long clause may be cut short; behind a complement with "de" where that ends soon."""
        place = next((place for place in range(last, at, -1) if self._may_end(place)), at)
        if place == at or self._nearby.tokens[place].text.lower() not in self._tied:
            return place
        over = (behind for behind in range(place + 1, place + COMPLEMENT) if self._is_over(behind, places))
        return next(over, place)

    def _is_over(self, at: int, places: bool) -> bool:
        """Whether a complement before a word is over."""
        if not self._goes_on(at, timed=True) or self._ends(at, places):
            return True
        return self._may_end(at) and self._nearby.tokens[at].text.lower() not in self._tied

    def _last(self, at: int, verb: int) -> int:
        """Where a clause ends in which a verb stands that is not its own: before the conjunction before it, else before the verb."""
        joined = next((place for place in range(verb - 1, at, -1) if self._nearby.tokens[place].pos == "CCONJ" and not self._is_fixed(place)), None)
        return verb if joined is None else joined

    def _is_fixed(self, at: int) -> bool:
        """Whether a conjunction joins but the halves of a phrase: "d'ores |et| déjà"."""
        return (self._nearby.tokens[at - 1].text.lower(), self._nearby.tokens[at].text.lower()) in self._fixed

    def _may_end(self, place: int) -> bool:
        tokens = self._nearby.tokens
        return (
            tokens[place].pos in OPENING
            and tokens[place - 1].pos in CLOSING
            and not any(token.text in QUOTES for token in tokens[place - LONGEST : place])
        )

    def _ends(self, at: int, places: bool) -> bool:
        """Whether the clause is over: a mark of punctuation, another clause beside it, or where it was."""
        token, following = self._nearby.tokens[at], self._nearby.tokens[at + 1 : at + 3]
        if (token.pos == "PUNCT" and token.text not in ("-", "'", *QUOTES)) or token.morph.get("PronType") == "Rel" or self.is_dash(at):
            return True
        if token.text.lower() in self._sources or f"{token.text} {following[0].text if following else ''}".lower() in self._sources:
            return True
        if token.pos == "CCONJ":
            before = self._nearby.tokens[max(0, at - COMPLEMENT) : at]
            if any(word.text.lower() == self._half and word.head.pos != "PRON" for word in before):
                return False  # "entre la Bordurie |et| le Bork"
            if before and self._is_fixed(at):
                return False  # "d'ores |et| déjà"
            if following and following[0] is token.head and token.head.morph.get("Tense") == "Past" and token.head.morph.get("VerbForm") == "Part":
                return False  # "ont pillé et brûlé la mairie"
            return token.head.pos in ("VERB", "AUX") or not following or following[0].pos not in ("ADP", "ADJ")
        if self._leans(at):
            return True
        if token.pos == "ADP" and not places and token.text.lower() in self._locative:
            name = self._name(next((word for word in following if word.pos != "DET"), token))
            return name is not None and name.type == "LOC"
        return False


def _joins(before: str, word: str) -> bool:
    """Whether a hyphen or slash with a letter on either side ties two words: "Tel|-Aviv", "Côtes-d'|Armor"."""
    inside = word[0] in GLUE and word[1:2].isalnum()
    return (
        inside
        or (before[-1] in "'’" and "-" in before)
        or (len(before) > 1 and before[-1] in GLUE and word[0].isalnum())
        or (word in GLUE and before[-1].isalnum())
    )


def _is_the(noun: Token) -> bool:
    """Whether a noun is one that has been told of, or the only one: "le cargo", "du cargo"."""
    definite = any(word.morph.get("Definite") == "Def" for word in (*noun.all("det"), *noun.all("case")))
    return definite and noun.morph.get("Number") == "Sing"
