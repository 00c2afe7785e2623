"""What is counted, without the words that only tie it to what was told before, and without a clause that is cut off from what it needs."""

import re

from chancery.facts.clause_ends import QUOTES
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.languages import Pack


class Shorn:
    """What the figures of one document count, cut where it says nothing."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._near = nearby, Onward(nearby, pack)
        lists = pack.words("numbers")["shorn"]
        some = "|".join(map(re.escape, lists["linking"]))
        before, behind = ("".join(rf"(?<!\b{re.escape(word)})" for word in lists["before"]), "|".join(map(re.escape, lists["behind"])))
        self._linking = re.compile(rf"(?<=[\w']){before} (?:{some})(?! (?:{behind})\b| qu')(?= |$)")
        who, there = "|".join(lists["who"]), "|".join(map(re.escape, lists["there"]))
        self._there = re.compile(rf"^(.+?) (?:{who}) (?:{there})$")
        self._parts = frozenset(pack.words("numbers")["whose"]["parts"])
        self._asides = tuple(f" {words}" for words in lists["asides"])

    def cut(self, figure: Figure) -> str | None:
        """What it counts without a clause that says but "there", "gardes" of "gardes qui s'y trouvaient", nor an aside that a dash opens."""
        what = figure.what
        if not what:
            return what
        there = self._there.match(what)
        what = there[1] if there else what
        head, dash, aside = what.partition(" -")
        return head if dash and head and aside[:1].isalpha() and "-" not in re.sub(r"\w-\w", "", aside) else what

    def unfinished(self, first: int, last: int) -> int:
        """The index before the relative clause that ends before an index and whose object is quoted behind it: '|qui appellent,| "des sanctions"'."""
        words, at = self._nearby.words(first, last), last + (self._near.text(last) == ",")
        quoted = self._near.is_in_line(at) and self._nearby.tokens[at].text in QUOTES and not any(mark in words for mark in QUOTES)
        opened = next((place for place in range(last - 1, first, -1) if self._nearby.tokens[place].morph.get("PronType") == "Rel"), last)
        return opened if quoted and words.endswith(self._asides) else last

    def apart(self, first: int, last: int) -> int:
        """The index before the part of them that is counted between two indices: "marins |dont 30 mousses|"; the second index where none is."""
        places = range(first + 1, last - 1)
        return next((at for at in places if self._near.text(at) in self._parts and self._nearby.tokens[at + 1].pos == "NUM"), last)

    def plain(self, what: str) -> str:
        """Words without those that tie them to what was told before."""
        return self._linking.sub("", what)
