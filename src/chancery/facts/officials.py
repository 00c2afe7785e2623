"""Whose authorities tell of what a sentence counts: "selon le ministère elbonien de la Santé", "ont indiqué les autorités elboniennes"."""

from chancery.analysis import Token
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span


class Officials:
    """The authorities in the sentences of one document."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._offices = frozenset((*lists["governments"], *lists["authorities"], *lists["agencies"]))

    def of(self, sentence: Span) -> tuple[str, ...]:
        """The one state whose ministries, authorities or agencies its words name; nobody where they are of several, or only pointed back at."""
        known = register_for(None)
        nouns = [word for word in self._nearby.inside(sentence) if word.lemma.lower() in self._offices]
        found = {actor for noun in nouns for actor in (*self._by_name(noun), *self._who.owner(noun, bare=False)) if known.is_state(actor)}
        return tuple(found) if len(found) == 1 else ()

    def _by_name(self, noun: Token) -> tuple[str, ...]:
        """Whom the name means that a noun is part of."""
        name = self._nearby.mention_before(noun.start)
        return meant(name) if name is not None and name.span.contains(noun.span) else ()
