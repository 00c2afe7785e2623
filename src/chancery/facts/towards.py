"""Towards whom a stance is taken: those the act is put to, and not whoever its issue happens to name, nor the channel on which it is heard."""

from dataclasses import dataclass

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import is_clausal, own_subject, preposition
from chancery.facts.acts import Act, roles
from chancery.facts.fact import Stance
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.span import Span


@dataclass(frozen=True, slots=True)
class Towards:
    """The targets of the stances of one document."""

    parties: Parties
    pack: Pack

    def of(self, act: Act, stance: Stance, issue: Span) -> tuple[str, ...]:
        """The targets of an act, but for those that are none of its stance."""
        kept = (actor for actor in act.targets if not self._airs(actor, act))
        if stance == "demand":
            return tuple(actor for actor in kept if self._bidden(actor, act, issue))
        danger = any(words & set(self.pack.words("positions")["towards"]["danger"]) for words in act.cue.beside)
        if danger or act.cue.mode == "allege":  # `accuse Lima d'espionner pour le compte de Quito`, `met en garde contre la route de Quito`
            return tuple(actor for actor in kept if not self._is_within(actor, act, issue))
        return tuple(kept)

    def _is_within(self, actor: str, act: Act, issue: Span) -> bool:
        """Whether only the issue names an actor."""
        named = self._meaning(actor, act)
        return bool(named) and all(issue.contains(token.span) for token in named)

    def _meaning(self, actor: str, act: Act) -> list[Token]:
        """The words of the sentence that mean an actor."""
        return [token for token in act.sentence.tokens if actor in self.parties.own(token)]

    def _airs(self, actor: str, act: Act) -> bool:
        """Whether a body is but where the stance is made public: `a salué |sur Twitter| ce départ`, `a dénoncé |auprès de l'AFP|`."""
        words = self.pack.words("positions")["towards"]
        named = self._meaning(actor, act) if actor.startswith("org:") else []
        cases = {preposition(token) for token in named}
        if not named or "" in cases:
            return False
        return cases <= set(words["on"]) or (cases <= {*words["on"], *words["told"]} and all(map(self._is_press, named)))

    def _is_press(self, token: Token) -> bool:
        found = self.parties.who.at(token.span)
        return isinstance(found, Mention) and (self.parties.who.is_paper(found) or self.parties.who.is_channel(found))

    def _bidden(self, actor: str, act: Act, issue: Span) -> bool:
        """Whether a demand is put to an actor: named beside what is demanded, as whose that is, or as who is to do it."""
        if act.cue.spoken or not self._is_within(actor, act, issue):
            return True
        head = next((token for token in act.sentence.tokens if issue.contains(token.span) and not issue.contains(token.head.span)), None)
        if head is None:
            return True
        clause = next((token for token in (head, *head.ancestors()) if is_clausal(token) and issue.contains(token.span)), None)
        if clause is not None:
            does = own_subject(clause)
            return does is not None and actor in self.parties.acting(does)
        return actor in (*self.parties.own(head), *self.parties.owner(head, acting=True), *self.parties.beside(head, roles(self.pack).noun_agents))
