"""The forms that verbs are written in, so that those of a word list are found whatever a lemmatizer makes of them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from chancery.languages.pack import Pack


class Forms:
    """Which verb of a list a written form is of."""

    def __init__(self, infinitives: Iterable[str], pack: Pack) -> None:
        self._known = frozenset(infinitives)
        self._irregular = frozenset(family["ending"] for family in pack.words("conjugation")["families"])
        """Verbs that a family is named after; a tagger knows them, and `sommes` or `suis` are theirs."""
        self._of: dict[str, str] = {}
        for infinitive in sorted(self._known):
            for form in conjugated(infinitive, pack):
                self._of.setdefault(form, infinitive)

    def infinitive(self, form: str, lemma: str) -> str:
        """The listed verb that a word is a form of: the lemma if it is listed, else by the word as it stands, else the lemma after all."""
        if lemma in self._known or lemma in self._irregular:
            return lemma
        return self._of.get(form.lower(), lemma)


@lru_cache(maxsize=65536)
def conjugated(infinitive: str, pack: Pack) -> frozenset[str]:
    """The forms of a verb by the families of the pack's `conjugation.toml`; none if it is no infinitive of any of them.

    >>> from chancery.languages import pack_for
    >>> {"tolérerons", "tolèrent", "toléré"} <= conjugated("tolérer", pack_for("fr"))
    True
    """
    forms = frozenset(_forms(infinitive, pack))
    return forms | {infinitive} if forms else forms


def _forms(infinitive: str, pack: Pack) -> Iterator[str]:
    words = pack.words("conjugation")
    fitting = [family for family in words["families"] if infinitive.endswith(family["ending"])]
    if not fitting:
        return
    family = max(fitting, key=lambda found: len(found["ending"]))
    trunk = infinitive.removesuffix(family["ending"])
    for stem, names in family["parts"]:
        for ending in [ending for name in names.split() for ending in words["sets"][name]] or [""]:
            yield trunk + stem + ending
