"""The fuller words by which a text has told of a thing before it only points back at it: "la marche des pêcheurs à Zork" of "cette marche"."""

from chancery.analysis import Analysis, Token
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

REACH = 130
"""Words before a noun among which it stands with what says which one is meant."""


class Antecedents:
    """What the bare nouns of one document mean, where the text has the same noun before with more to it."""

    def __init__(self, nearby: Nearby, restricting: Restricting, analysis: Analysis, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists = pack.words("numbers")["recalled"]
        self._of, self._hanging = frozenset(lists["tied"]), frozenset(lists["hanging"])
        self._pointing = frozenset(pack.words("numbers")["trust"]["pointing"])
        self._days = {time.span.start: time.span.end for time in analysis.times if time.date is not None}
        self._kindred: list[dict[str, str]] = lists["kindred"]
        self._vague, self._others = frozenset(lists["vague"]), frozenset(pack.words("numbers")["others"]["called"])

    def of(self, noun: Token, *, this: bool = False) -> str:
        """The noun with what the text says of it where it stands last before; empty where it says nothing, or several such things.

        "La compagnie" is told by a name, day or complement only, for "la compagnie aérienne" says no more; `this` one by an adjective, too.
        """
        if noun.lemma.lower() in self._vague:
            return ""
        if (own := self._dated(noun)) or not self._is_bare(noun):
            return own
        at, found, again = self._nearby.at(noun.start), "", False
        for place in range(at - 1, max(-1, at - 1 - REACH), -1):
            word = self._nearby.tokens[place]
            if word.pos != "NOUN" or word.lemma.lower() != noun.lemma.lower():
                continue
            if not self._is_same(word, noun):
                return found
            end = max(self._name_end(word), self._end(word, noun))
            said = self._nearby.text[word.start : end] if self._tells(word, end, this) else ""
            if (found and said and said != found) or not (said or self._is_alone(end)):
                return ""
            if said and not again:
                return said if not self._points(word, end) else ""
            found, again = found or said, True
        return found

    def _dated(self, noun: Token) -> str:
        """The noun with the day or year right behind it: "émeutes de 1965"; empty for none."""
        day = self._day(noun.end)
        return self._nearby.text[noun.start : day] if day else ""

    def kindred(self, noun: Token) -> tuple[str, str] | None:
        """The last noun of the kind of "ce conflit" that is told with what says which one is meant, with its article: "la", "guerre de Bork"."""
        kinds = next((kinds for kinds in self._kindred if noun.text.lower() in kinds), {})
        at = self._nearby.at(noun.start)
        words = self._nearby.tokens[max(0, at - REACH) : at][::-1]
        others = (word for word in words if word.pos == "NOUN" and word.text.lower() in kinds and word.text.lower() != noun.text.lower())
        word = next(others, None)
        if word is None or not self._is_bare(noun) or not self._is_same(word, noun):
            return None
        end = max(self._name_end(word), self._end(word, noun))
        said = self._tells(word, end, this=False) and not self._points(word, end)
        return (kinds[word.text.lower()], self._nearby.text[word.start : end]) if said else None

    def _is_alone(self, end: int) -> bool:
        """Whether no name or complement stands behind a noun and its adjectives that these are no part of."""
        following = next(iter(self._nearby.tokens[self._nearby.at(end) :]), None)
        return following is None or following.index == 0 or not (following.pos == "PROPN" or following.text.lower() in self._of)

    def _tells(self, word: Token, end: int, this: bool) -> bool:
        """Whether the words behind a noun say which one is meant."""
        if self._name_end(word):
            return True
        behind = [token for token in self._nearby.inside(Span(word.end, end)) if this or token.pos != "ADJ"]
        if not behind or not self._is_alone(end):
            return False
        opens = behind[0].text.lower()
        return behind[0].pos in ("ADJ", "VERB", "PROPN", "PUNCT") or opens in self._of or opens in self._hanging

    def _points(self, word: Token, end: int) -> bool:
        """Whether the words behind a noun point back at something themselves."""
        return any(token.text.lower() in self._pointing for token in self._nearby.inside(Span(word.end, end)))

    def _end(self, word: Token, noun: Token) -> int:
        """Where the words end that say which one is meant, the day it was on among them."""
        apart, end = Span(noun.start, noun.end), word.end
        while True:
            end = self._restricting.end(word, end, apart, places=True)
            more = self._day(end) or self._hung(word, end)
            if more <= end or more > noun.start:
                break
            end = more
        words = self._nearby.inside(Span(word.start, end))
        breaks = (place for place, token in enumerate(words) if place and self._is_verb(words[place - 1], token))
        return words[next(breaks, len(words)) - 1].end

    def _is_verb(self, before: Token, token: Token) -> bool:
        """Whether a word is a verb, or taken for an adjective behind a name that it is none of: "la brigade de Cuba |symbolise|"."""
        return token.morph.get("VerbForm") == "Fin" or (token.pos == "ADJ" and before.pos == "PROPN" and token.head is not before)

    def _name_end(self, word: Token) -> int:
        """Where the name ends that a noun begins: "le |Parti paysan|"; 0 for none."""
        name = self._nearby.mention_before(word.start)
        return name.span.end if name is not None and name.span.start == word.start and name.span.end > word.end else 0

    def _day(self, end: int) -> int:
        """Where the day ends that "de" brings right behind a place; 0 for none."""
        words = self._nearby.tokens[self._nearby.at(end) :][:2]
        if not words or not words[0].index or words[0].text.lower() not in self._of:
            return 0
        return next((self._days[word.start] for word in words if word.start in self._days), 0)

    def _hung(self, word: Token, end: int) -> int:
        """Where the complement ends that begins right behind a place and hangs on the noun, "sur le marché"; 0 for none."""
        at = self._nearby.at(end)
        opens = self._nearby.tokens[at] if at < len(self._nearby.tokens) and self._nearby.tokens[at].text.lower() in self._hanging else None
        held = opens.head if opens is not None and opens.dep == "case" else None
        if held is None or held.pos not in ("NOUN", "PROPN") or not word.start <= held.head.start < end:
            return 0
        last = self._restricting.whole_name(self._nearby.at(held.end))
        return self._restricting.end(held, self._nearby.tokens[last - 1].end, Span(word.start, word.end), places=True)

    def _is_bare(self, noun: Token) -> bool:
        """Whether nothing behind it says which one is meant, how long or large it is aside."""
        end = self._restricting.end(noun, noun.end, Span(noun.end, noun.end), places=True)
        measured = any(token.pos == "NUM" for token in self._nearby.inside(Span(noun.end, end)))
        return (end == noun.end or measured) and noun.child("amod", "nummod") is None

    def _is_same(self, word: Token, noun: Token) -> bool:
        """Whether an earlier noun may be the one meant: one as the other, and no other one."""
        other = any(child.text.lower() in self._others for child in word.children)
        return not other and word.morph.get("Number") == noun.morph.get("Number") and word.child("nummod") is None
