"""By whom so many are given, sent or dealt with, by what is said of them: "trois navires envoyés par l'Elbonie", "que l'Elbonie a bâtis"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import complements, obliques, own_subject, preposition
from chancery.facts.disowned import Disowned
from chancery.facts.doers import Doers
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack


class Given:
    """What participles and relatives say of the nouns of one document."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, topics: Topics, doers: Doers, pack: Pack) -> None:
        self._nearby, self._who, self._spoken, self._topics, self._doers = nearby, who, spoken, topics, doers
        self._disowned = Disowned(nearby, who, pack)
        lists = pack.words("numbers")["whose"]
        self._by, self._giving = frozenset(lists["by"]), Listed(lists["verbs"], pack)
        self._loyal, self._to = frozenset(lists["loyal"]), lists["to"]
        self._helping = Listed(lists["helping"], pack)
        self._belongs, self._having, self._whose = Listed(lists["belonging"], pack), Listed(lists["disposing"], pack), lists["relating"]

    def by(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """By whom anything is done with them that makes them his."""
        had = (self._acting(child) for child in head.all("acl:relcl") if self._relates(child) and self._doers.takes(quantity, self._done(child)))
        doing = (acts for acts in had if acts is not None and acts.morph.get("PronType") != "Rel")
        if found := next((found for acts in doing if (found := self._who.acting(acts) or self._spoken.country(acts) or self._topics.body(acts))), ()):
            return found  # "les 300 chars que l'Elbonie a achetés", "que le pays a prévu de bâtir"
        if found := self._belonging(head) or self._loyal_to(head) or self._had(head):
            return found
        counted = (token for token in self._nearby.inside(quantity.span) if token.pos == "NOUN" and token is not head)  # "une dizaine de chars"
        given = [child for noun in (head, *counted) for child in noun.all("acl") if self._doers.takes(quantity, child)]
        by = (found for verb in given for part in complements(verb, "par") if (found := self._doers.agent(verb, part)))
        return next(by, ()) or next((found for verb in given if (found := self._named_by(verb))), ())

    def _belonging(self, head: Token) -> tuple[str, ...]:
        """To whom they are said to belong: "les douze navires appartenant à l'Elbonie", "qui appartiennent à Anne Blanc"."""
        verbs = (child for child in head.all("acl", "acl:relcl") if self._belongs.verb(child))
        parts = (part for verb in verbs for part in (*obliques(verb, "à"), *complements(verb, "à")) if part.start > verb.end)
        return next((found for part in parts if (found := self._who.acting(part) or self._topics.body(part) or self._spoken.country(part))), ())

    def _loyal_to(self, head: Token) -> tuple[str, ...]:
        """To whom they are said to hold: "deux firmes affiliées à l'Untel", "des soldats fidèles à l'Elbonie"."""
        for child in head.all("amod", "acl"):
            words = self._nearby.tokens[self._nearby.at(child.end) :][:3] if child.text.lower() in self._loyal else []
            if words and preposition(words[0].head) == self._to and words[0].dep == "case":
                part = words[0].head
                return self._who.acting(part) or self._topics.body(part) or self._spoken.country(part) or self._spoken.government(part)
        return ()

    def _had(self, head: Token) -> tuple[str, ...]:
        """Who has them by a clause with "dont": "les douze navires dont l'Elbonie dispose"."""
        clauses = (child for child in head.all("acl:relcl") if self._having.verb(child))
        whose = (verb for verb in clauses if any(child.text.lower() == self._whose and child.end < verb.start for child in verb.children))
        subjects = (own_subject(verb) for verb in whose)
        known = (self._who.acting(acts) or self._topics.state(acts) or self._topics.body(acts) for acts in subjects if acts is not None)
        return next((found for found in known if found), ())

    def by_unknown(self, head: Token) -> bool:
        """Whether several give them of whom one is not known: then they are nobody's."""
        given = (part for child in head.all("acl") if self._giving.verb(child) for part in complements(child, "par"))
        return any(not self._disowned.is_row_known(part) for part in given)

    def _relates(self, verb: Token) -> bool:
        """Whether a relative pronoun is its object, or that of the infinitive that completes it: "qu'elle a promis de construire"."""
        return any(
            child.morph.get("PronType") == "Rel" and child.start < verb.start for done in (verb, self._done(verb)) for child in done.all("obj")
        )

    def _done(self, verb: Token) -> Token:
        """What one has just done, or will or can do: the infinitive behind "vient de" or "va"; else the verb itself."""
        return (verb.child("xcomp") if self._helping.verb(verb) else None) or verb

    def _acting(self, verb: Token) -> Token | None:
        """Its subject; the parser takes some pronouns for empty ones, though it is known whom they mean."""
        empty = verb.child("expl:subj")
        return own_subject(verb) or (empty if empty is not None and self._who.own(empty) else None)

    def _named_by(self, verb: Token) -> tuple[str, ...]:
        """Whose name stands right behind "envoyés par", whatever the parser hangs it on."""
        at = self._nearby.at(verb.end)
        name = self._nearby.tokens[at + 1 : at + 2]
        named = name and name[0].pos == "PROPN" and self._nearby.tokens[at].text.lower() in self._by
        return self._doers.agent(verb, name[0]) if named else ()
