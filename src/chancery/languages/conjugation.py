"""The forms that verbs are written in, so that those of a word list are found whatever a lemmatizer makes of them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

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


def _family(infinitive: str, pack: Pack) -> dict[str, Any] | None:
    """The family that a verb is of: the one with the longest ending."""
    fitting = [family for family in pack.words("conjugation")["families"] if infinitive.endswith(family["ending"])]
    return max(fitting, key=lambda found: len(found["ending"]), default=None)


def _forms(infinitive: str, pack: Pack) -> Iterator[str]:
    words, family = pack.words("conjugation"), _family(infinitive, pack)
    if family is None:
        return
    trunk = infinitive.removesuffix(family["ending"])
    for stem, names in family["parts"]:
        for ending in [ending for name in names.split() for ending in words["sets"][name]] or [""]:
            yield trunk + stem + ending


@lru_cache(maxsize=4096)
def past_participle(infinitive: str, pack: Pack, *, feminine: bool = False, plural: bool = False) -> str | None:
    """The past participle of a verb, as it agrees; None for what is no infinitive of any family, or has none.

    >>> from chancery.languages import pack_for
    >>> past_participle("détruire", pack_for("fr"), feminine=True, plural=True)
    'détruites'
    """
    words = pack.words("conjugation")
    family = _family(infinitive, pack)
    if family is None:
        return None
    for stem, names in family["parts"]:
        if ending := next((words["participles"][name] for name in names.split() if name in words["participles"]), None):
            masculine = infinitive.removesuffix(family["ending"]) + stem + ending
            one = f"{masculine}e" if feminine else masculine
            return one if not plural or one.endswith("s") else f"{one}s"
    return None


@lru_cache(maxsize=4096)
def present_participle(infinitive: str, pack: Pack) -> str | None:
    """The present participle of a verb; None for what is no infinitive of any family.

    >>> from chancery.languages import pack_for
    >>> present_participle("diriger", pack_for("fr"))
    'dirigeant'
    """
    ending = pack.words("conjugation")["present_participle"]
    return min((form for form in conjugated(infinitive, pack) if form.endswith(ending)), default=None)
