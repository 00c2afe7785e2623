"""Money by what is done with it: "3 millions d'euros versés aux familles"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, is_passive, subject
from chancery.analysis.units import units
from chancery.facts.agents import Agents
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle
from chancery.span import Span


class Paid:
    """What is done with the sums of one document."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._pack = nearby, restricting, pack
        sums = pack.words("numbers")["sums"]
        self._known, self._money = units(pack), pack.words("numbers")["money"]["called"]
        self._going_to, self._relative = Listed(sums["going"], pack), pack.words("numbers")["predicated"]["relative"]
        leftover = pack.words("numbers")["leftover"]
        self._needing, self._that = Listed(leftover["needing"], pack), str(leftover["that"])
        self._not = str(pack.words("numbers")["refused"]["undone"])
        self._earned = Listed(sums["earned"], pack)
        self._handled, self._feminine = handled(nearby, restricting, pack), frozenset(sums["feminine"])
        self._agents = Agents(nearby, restricting, pack)
        self._paying, self._towards = Listed(sums["paying"], pack), frozenset(sums["towards"])
        self._to, self._votes = frozenset(sums["spent_on"]), frozenset(pack.words("numbers")["polled"]["votes"])

    def what(self, quantity: Quantity, head: Token, outer: Token) -> str | None:
        """Money by what is done with it: "euros versés aux familles"."""
        name = self._money.get(quantity.unit or "", quantity.unit)
        done_to = next((verb for verb in (outer.head, *outer.head.all("xcomp")) if outer.dep.startswith("nsubj") and is_passive(verb)), None)
        if done_to is not None and outer.end < done_to.start:
            at = self._nearby.at(done_to.start)
            last = self._restricting.clause(at + 1, timed=True)
            return f"{name} {self._nearby.words(at, last)}" if last > at + 1 or self._paying.verb(done_to) else None
        if going := self._going(quantity, name):
            return going
        verb = outer.head if outer.dep.startswith("obj") and outer.start > outer.head.start else self._before(quantity)
        paying = self._paying.verb(verb) if verb is not None and not is_negated(verb) else None
        done = past_participle(paying, self._pack, plural=True, feminine=self._is_feminine(name)) if paying else None
        ahead = self._handled.due(verb) if verb is not None and not self._earned.verb(verb) else ""
        done = (self._due(verb) or ahead or done) if verb is not None and done else done
        if done is None or verb is None:
            return self._behind(quantity, name)
        at = self._past_times(self._nearby.at(quantity.span.end))
        tokens = self._nearby.tokens[at : at + 1]
        last = self._restricting.clause(at) if tokens and tokens[0].text.lower() in self._towards else at
        if self._handled.is_denied(verb):
            done = f"{self._not} {past_participle(paying or '', self._pack, plural=True, feminine=self._is_feminine(name))}"
        due = done.startswith(self._that) or bool(ahead)
        more = self._nearby.words(at, last) if last > at + 1 else self._agents.words(verb) if not (due or is_passive(verb)) else ""
        return f"{name} {done} {more}".rstrip()

    def _past_times(self, at: int) -> int:
        """The index behind the words of when that stand at one: "a versé 3 millions |en mai| aux familles"."""
        while pair := self._nearby.tokens[at : at + 2]:
            token = pair[-1] if pair[0].pos == "ADP" else pair[0]
            if not pair[0].index or not self._restricting.is_timed(token):
                break
            at += 1
        return at

    def part(self, outer: Token, whole: Span) -> str | None:
        """ "Consacrer 40 % du budget au personnel": the whole with the participle and what it is for; None where that is not told."""
        verb = outer.head if outer.dep == "obj" and outer.start > outer.head.start and not is_passive(outer.head) else None
        paying = self._paying.verb(verb) if verb is not None and not is_negated(verb) else None
        at = self._nearby.at(whole.end)
        noun, opens = self._nearby.inside(whole)[:1], self._nearby.tokens[at : at + 1]
        if paying is None or not noun or noun[0].text.lower() in self._votes or not opens or opens[0].text.lower() not in self._to:
            return None
        many, feminine = noun[0].morph.get("Number") == "Plur", noun[0].morph.get("Gender") == "Fem"
        done, last = past_participle(paying, self._pack, plural=many, feminine=feminine), self._restricting.clause(at)
        return f"{whole.of(self._nearby.text)} {done} {self._nearby.words(at, last)}" if done and last > at + 1 else None

    def _is_feminine(self, name: str | None) -> bool:
        """Whether money of that name is: "livres", not "euros"."""
        return (name or "").partition(" ")[0].lower() in self._feminine

    def _due(self, verb: Token) -> str | None:
        """ "Il faudra investir 3 millions": "qu'il faudra investir"; None of what nobody needs to do."""
        needing = verb.head if verb.morph.get("VerbForm") == "Inf" and self._needing.verb(verb.head) else None
        own = next((part for part in needing.children if part.dep.startswith(("expl", "nsubj"))), None) if needing is not None else None
        return f"{self._that}{own.text.lower()} {needing.text} {verb.text}" if needing is not None and own is not None else None

    def _going(self, quantity: Quantity, name: str | None) -> str | None:
        """What money goes to, where its verb stands right behind it: "euros qui iront soutenir les communes"."""
        first = self._nearby.at(quantity.span.end)
        opens = self._nearby.tokens[first : first + 2]
        verb = next((token for token in opens if token.pos == "VERB" and self._going_to.verb(token)), None)
        if name is None or verb is None or verb.morph.get("VerbForm") != "Fin" or any(word.pos == "PUNCT" or not word.index for word in opens):
            return None
        last = self._restricting.clause(first, finite=True)
        return f"{name} {self._relative} {self._nearby.words(first, last)}" if last > first + 2 else None

    def _behind(self, quantity: Quantity, name: str | None) -> str | None:
        """The participle right behind a sum, with what it says: "euros investis dans la campagne"."""
        at = self._nearby.at(quantity.span.end)
        opens = self._nearby.inside(Span(quantity.span.start, quantity.span.end))[:1]
        apart = bool(opens) and opens[0].index <= 1 and any(token.text == "," for token in self._nearby.tokens[at : at + 1])
        at += apart  # "Pour trois milliards, accordés dans le cadre du contrat"
        part = next(iter(self._nearby.tokens[at : at + 1]), None)
        if part is None or name is None or part.pos != "VERB" or part.morph.get("VerbForm") != "Part" or part.morph.get("Tense") != "Past":
            return None
        last = self._restricting.clause(at + 1, timed=True)
        return f"{name} {self._nearby.words(at, last)}" if last > at + 1 or self._paying.verb(part) else None

    def _before(self, quantity: Quantity) -> Token | None:
        """The verb right before a sum, whatever the parser makes of it."""
        at = self._nearby.at(quantity.span.start)
        before = (token for token in self._nearby.tokens[max(0, at - 3) : at][::-1] if token.pos not in ("ADV", "DET", "ADP"))
        verb = next(before, None)
        if verb is None or verb.pos != "VERB":
            return None
        paid = is_passive(verb) and self._known.counts_people(acts.text) if (acts := subject(verb)) is not None else False
        return verb if paid or not is_passive(verb) else None  # "les musiciens sont payés 300 euros"
