"""Whether a word is a form of a verb of a list, whatever the lemmatizer makes of it."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from chancery.analysis import Token
from chancery.languages import Pack
from chancery.languages.conjugation import Forms


@lru_cache(maxsize=256)
def _forms(infinitives: frozenset[str], pack: Pack) -> Forms:
    """The forms of the verbs of a list, made once for all documents."""
    return Forms(sorted(infinitives), pack)


class Listed:
    """A list of verbs.

    >>> from chancery.languages import pack_for
    >>> Listed(["verser"], pack_for("fr")).form("versera", "verserer")
    'verser'
    """

    def __init__(self, infinitives: Iterable[str], pack: Pack) -> None:
        self._infinitives, self._pack = infinitives, pack

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._infinitives)  # when it is first asked for: of a hundred lists that are made for a document few are

    @cached_property
    def _forms(self) -> Forms:
        return _forms(self._known, self._pack)

    def form(self, text: str, lemma: str) -> str | None:
        """The verb of the list that a word is a form of; None if it is of none."""
        found = self._forms.infinitive(text, lemma)
        return found if found in self._known else None

    def verb(self, token: Token) -> str | None:
        """The verb of the list that a token is a form of."""
        return self.form(token.text, token.lemma.lower())
