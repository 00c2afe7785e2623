"""What is banned, stopped or no longer allowed, and so is not done: "armes à ne pas livrer", "voitures qui ne sont plus vendues"."""

from chancery.analysis import Token
from chancery.analysis.clauses import is_negated
from chancery.facts.listed import Listed
from chancery.languages import Pack


class Refused:
    """The verbs and nouns of a pack that keep what an infinitive tells of from being done."""

    def __init__(self, pack: Pack) -> None:
        lists, governed = pack.words("numbers")["refused"], pack.words("numbers")["governed"]
        self._banning, self._bans = Listed(governed["banning"], pack), frozenset(governed["bans"])
        self._stopping, self._allowed = Listed(lists["stopping"], pack), frozenset(lists["allowed"])
        self._withdrawing = Listed(lists["withdrawing"], pack)
        self._not_to, self._no_more_to, self._no_more = str(governed["not_to"]), str(lists["no_more_to"]), dict[str, str](lists["no_more"])

    def what(self, verb: Token, infinitive: str, done: str, *, many: bool) -> str:
        """What is told of the objects of an infinitive; empty where nothing keeps it from being done."""
        above = verb.head
        if verb.morph.get("VerbForm") != "Inf" or verb.child("aux") is not None or above is verb or is_negated(above):
            return ""
        if (above.pos in ("VERB", "ADJ") and self._banning.verb(above)) or (above.pos == "NOUN" and above.lemma.lower() in self._bans):
            return f"{self._not_to} {infinitive}"
        if above.pos == "NOUN" and above.lemma.lower() in self._allowed and self._is_withdrawn(above):
            return f"{self._no_more_to} {infinitive}"
        if above.pos == "VERB" and self._stopping.verb(above) and self._is_done(above):
            return f"{self._no_more['many' if many else 'one']} {done}"
        return ""

    def _is_withdrawn(self, noun: Token) -> bool:
        """Whether a permission is taken back: "l'autorisation de vendre est retirée"."""
        verb = noun.head
        taken = verb.pos == "VERB" and noun.dep.startswith(("obj", "nsubj:pass")) and self._withdrawing.verb(verb) is not None
        return taken and not is_negated(verb)

    def _is_done(self, verb: Token) -> bool:
        """Whether somebody has stopped, or stops: not "pour cesser de"."""
        return verb.child("aux") is not None or verb.morph.get("VerbForm") == "Fin"
