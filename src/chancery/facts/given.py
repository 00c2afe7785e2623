"""By whom so many are given, sent or dealt with, by what is said of them: "trois navires envoyés par l'Elbonie", "que l'Elbonie a bâtis"."""

from collections.abc import Callable

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import complements, own_subject
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack

Takes = Callable[[Quantity, Token], bool]
"""Whether a verb said of so many makes them his who does it."""


class Given:
    """What participles and relatives say of the nouns of one document."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, topics: Topics, takes: Takes, pack: Pack) -> None:
        self._nearby, self._who, self._spoken, self._topics, self._takes = nearby, who, spoken, topics, takes
        self._by = frozenset(pack.words("numbers")["whose"]["by"])

    def by(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """By whom anything is done with them that makes them his."""
        had = (own_subject(child) for child in head.all("acl:relcl") if self._relates(child) and self._takes(quantity, child))
        doing = (acts for acts in had if acts is not None and acts.morph.get("PronType") != "Rel")
        if found := next((found for acts in doing if (found := self._who.acting(acts) or self._spoken.country(acts) or self._topics.body(acts))), ()):
            return found  # "les 300 chars que l'Elbonie a achetés", "que le pays a prévu de construire"
        given = [child for child in head.all("acl") if self._takes(quantity, child)]
        by = (found for verb in given for part in complements(verb, "par") if (found := self._who.acting(part) or self._spoken.government(part)))
        return next(by, ()) or next((found for verb in given if (found := self._named_by(verb))), ())

    def _relates(self, verb: Token) -> bool:
        """Whether a relative pronoun is its object, or that of the infinitive that completes it: "qu'elle a promis de construire"."""
        return any(child.morph.get("PronType") == "Rel" and child.start < verb.start for child in verb.all("obj"))

    def _named_by(self, verb: Token) -> tuple[str, ...]:
        """Whose name stands right behind "envoyés par", whatever the parser hangs it on."""
        at = self._nearby.at(verb.end)
        name = self._nearby.tokens[at + 1 : at + 2]
        return self._who.acting(name[0]) if name and name[0].pos == "PROPN" and self._nearby.tokens[at].text.lower() in self._by else ()
