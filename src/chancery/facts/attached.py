"""Whose a figure is by the noun or name that it hangs on: "Untel, propriétaire de trois hôtels", "l'objet de deux plaintes", "et dix amis"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject, preposition, subject
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties, is_public
from chancery.languages import Pack

APART = ",\u00a0 "
"""What may stand between a name and "à la tête de"."""


class Attached:
    """The nouns of one document that say of somebody that he has, made or undergoes what hangs on them."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._holders, self._targets = frozenset(lists["holders"]), frozenset(lists["targets"])
        self._lead, self._to = lists["lead"], lists["to"][0]
        self._charges = frozenset(lists["charges"])
        self._light, self._of = Listed(lists["light"], pack), frozenset(pack.words("numbers")["whereabouts"]["of"])
        self._inhabitants, self._lands = frozenset(lists["inhabitants"]), frozenset((*lists["country"], *lists["kinds"]))
        self._fellows, self._joining = frozenset(lists["adherents"]), frozenset(lists["joining"])

    def of(self, quantity: Quantity, head: Token, outer: Token) -> tuple[str, ...]:
        """Who is told to have them, to be inhabited by them, to undergo them, or to be joined by them."""
        told = self._held(outer) or self._headed(quantity) or self._inhabited(quantity)
        return told or self._undergone(quantity, head, outer) or self._joined(quantity, head)

    def _held(self, outer: Token) -> tuple[str, ...]:
        """Who is called their owner or author, beside his name or behind "est"."""
        noun = outer.head
        if noun.lemma.lower() not in self._holders or preposition(outer) != "de" or noun.start > outer.start:
            return ()
        if noun.dep == "appos":
            return self._who.own(noun.head)
        return self._who.own(noun) or (self._who.acting(own_subject(noun)) if noun.child("cop") is not None else ())

    def _headed(self, quantity: Quantity) -> tuple[str, ...]:
        """Who stands "à la tête de" so many, behind his name and a comma or behind "est"."""
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - 4) : at]
        if len(words) < 4 or words[3].text.lower() not in self._of or words[2].text.lower() != self._lead or words[0].text.lower() != self._to:
            return ()
        noun = words[2]
        if noun.child("cop") is not None:
            return self._who.acting(own_subject(noun))
        name = self._nearby.mention_ending(self._nearby.back_over(words[0].start, APART))
        return meant(name) if name is not None and name.span.end < words[0].start - 1 else ()

    def _inhabited(self, quantity: Quantity) -> tuple[str, ...]:
        """The state that is called a land of so many inhabitants: "l'Elbonie, petit pays de 3 millions d'habitants"."""
        if not any(word.text.lower() in self._inhabitants for word in self._nearby.inside(quantity.span)):
            return ()
        at = self._nearby.at(quantity.span.start)
        if at == 0 or self._nearby.tokens[at - 1].text.lower() not in self._of:
            return ()
        first = at - 1
        while first > 0 and self._nearby.tokens[first - 1].pos in ("NOUN", "ADJ", "DET"):
            first -= 1
        called = any(word.lemma.lower() in self._lands for word in self._nearby.tokens[first : at - 1])
        state = self._nearby.mention_ending(self._nearby.back_over(self._nearby.tokens[first].start, APART)) if called else None
        parted = state is not None and "," in self._nearby.text[state.span.end : self._nearby.tokens[first].start]
        return meant(state) if parted and state is not None and state.type == "LOC" and is_public(meant(state)) else ()

    def _undergone(self, quantity: Quantity, head: Token, outer: Token) -> tuple[str, ...]:
        """Who "fait l'objet de" or "est sous le coup de" so many charges, whatever the parser hangs them on; of things one may be the object, too."""
        if head.text.lower() not in self._charges:
            return ()
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - 2) : at]
        if len(words) < 2 or words[1].text.lower() not in self._of or words[0].lemma.lower() not in self._targets:
            return ()
        noun = words[0]
        if noun.child("cop") is not None:
            return self._who.acting(own_subject(noun))
        made = noun.dep == "obj" and self._light.verb(noun.head) is not None
        return self._who.acting(subject(noun.head)) if made and outer.start > noun.start else ()

    def _joined(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person whose name "et" joins his own people to: "Untel et dix amis"; not "dix amis d'Untel"."""
        if head.text.lower() not in self._fellows or head.child("nmod") is not None:
            return ()
        at = self._nearby.at(quantity.span.start) - 1
        joining = self._nearby.tokens[at] if at > 0 else None
        if joining is None or joining.text.lower() not in self._joining or not joining.index:
            return ()
        name = self._nearby.mention_ending(self._nearby.back_over(joining.start, APART))
        return meant(name)[:1] if name is not None and name.type == "PER" else ()
