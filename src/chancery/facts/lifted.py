"""What is left of the words about so many where whose they are is told apart: the "ruches acquises" of one who "vient d'acquérir" them."""

from dataclasses import replace

from chancery.analysis import Token
from chancery.facts.fact import Figure
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle

BEHIND = 6
"""Words behind a figure among which the pronoun of its clause stands."""
ADVERBS = 2
"""Words that may stand between an auxiliary and its participle, or behind the verb that ends a clause."""
PLURAL = "s"
"""How a participle of several ends."""


class Lifted:
    """The clauses of one document that say of what is counted only who has it or has done something with it."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._pack = nearby, pack
        lists = pack.words("numbers")["lifted"]
        self._that, self._of, self._whose = frozenset(lists["that"]), frozenset(lists["of"]), f" {lists['whose']} "
        self._having, self._just, self._at_command = Listed(lists["having"], pack), Listed(lists["just"], pack), Listed(lists["at_command"], pack)

    def told(self, figure: Figure, head: Token | None) -> Figure:
        """The figure without the pronoun of the clause, and without a clause that only says that its owner has them."""
        what = figure.what
        if not what or not figure.who or head is None:
            return figure
        return replace(figure, what=self._without_pronoun(what, figure, head) or self._without_owner(what, figure) or what)

    def _without_pronoun(self, what: str, figure: Figure, head: Token) -> str:
        """ "Tableaux peints" instead of "qu'il a peints", "ruches acquises" instead of "qu'il vient d'acquérir"; empty for other words."""
        at = self._nearby.at(figure.evidence.end)
        words = self._nearby.tokens[at : at + BEHIND + ADVERBS + 3]
        opened = next((place for place, word in enumerate(words[:BEHIND]) if word.text.lower() in self._that), None)
        clause = words[opened:] if opened is not None else []
        if len(clause) < 4 or clause[1].pos != "PRON" or clause[1].morph.get("Person") != "3":
            return ""
        verb = clause[2]
        if self._just.verb(verb) and len(clause) > 4 and clause[3].text.lower() in self._of and clause[4].morph.get("VerbForm") == "Inf":
            many, feminine = head.morph.get("Number") == "Plur", head.morph.get("Gender") == "Fem"
            got = past_participle(clause[4].text.lower(), self._pack, feminine=feminine, plural=many) or ""
            return self._instead(what, clause[0], clause[4], got) if got else ""
        if verb.pos != "AUX" or self._having.verb(verb) is None:
            return ""
        done_at = next((place for place, word in enumerate(clause[3 : 4 + ADVERBS], 3) if word.pos != "ADV"), 0)
        participle = clause[done_at] if done_at and done_at < len(clause) else None
        done = participle is not None and (participle.dep == "acl:relcl" or participle.morph.get("VerbForm") == "Part")
        agrees = participle is not None and (head.morph.get("Number") != "Plur" or participle.text.lower().endswith(PLURAL))
        return self._instead(what, clause[0], verb, "") if done and agrees else ""  # not "un texte de 70 pages qu'il avait publié"

    def _instead(self, what: str, first: Token, last: Token, done: str) -> str:
        """The words with others for a stretch of the text; empty where they do not hold it."""
        said = f" {self._nearby.text[first.start : last.end]}"
        return what.replace(said, f" {done}" if done else "", 1) if said in what else ""

    def _without_owner(self, what: str, figure: Figure) -> str:
        """ "Agents" instead of "agents dont Anne Blanc dispose", if they are hers."""
        kept, whose, clause = what.partition(self._whose)
        words = clause.split()
        ends = any(self._at_command.form(word, word) for word in words[-ADVERBS:])
        near = self._nearby.mentions_before(figure.evidence.start, len(clause) * 2 + len(kept))
        named = any(name.actor == figure.who[0] and name.span.of(self._nearby.text) in clause for name in near)
        return kept if whose and ends and named else ""
