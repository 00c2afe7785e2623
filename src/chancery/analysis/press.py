"""Papers and channels by their titles: whether a name is one's, and how the title reads in full."""

from functools import lru_cache

from chancery.languages import Pack
from chancery.register import fold


@lru_cache(maxsize=8)
def press_of(pack: Pack) -> "Press":
    """The papers and channels of a pack, made once."""
    return Press(pack)


class Press:
    """The titles that a pack knows, and the words by which others are told."""

    def __init__(self, pack: Pack) -> None:
        outlets = pack.words("credits")["outlets"]
        self._articles = tuple(article if article.endswith("'") else f"{article} " for article in outlets["articles"])
        self._words = frozenset(outlets["papers"])
        self._channels = frozenset(map(self._bare, outlets["channels"]))
        self._titles = {self._bare(title): title for title in (*outlets["titles"], *outlets["channels"])}
        self._initials: dict[str, str] = outlets["initials"]

    def _bare(self, name: str) -> str:
        """A name as it is compared: folded, without its article."""
        folded = fold(name).replace("’", "'")
        return next((folded.removeprefix(article) for article in self._articles if folded.startswith(article)), folded)

    def is_one(self, name: str) -> bool:
        """Whether a body is called as papers and channels are."""
        return self._bare(name) in self._titles or not self._words.isdisjoint(fold(name).split())

    def airs(self, name: str) -> bool:
        """Whether the name is a radio's or a television channel's."""
        return self._bare(name) in self._channels

    def title(self, name: str, text: str, start: int) -> str:
        """The title that the name at `start` of the text begins, stands for or leaves the article out of; else the name.

        `Le Canard` before `enchaîné` is the whole title; `du |Monde|` is Le Monde; initials are their title where the text has that too.
        """
        full = self._initials.get(name)
        if full is not None and fold(full) in fold(text):
            return full
        known = self._titles.get(self._bare(name))
        if known is not None:
            return known if fold(text[max(0, start - 3) : start]).strip() in ("du", "au") else name
        longer = (title for title in self._titles.values() if title.startswith(f"{name} "))
        return next((title for title in longer if fold(text[start : start + len(title)]) == fold(title)), name)
