"""What is only wished for or asked, of a passive in the subjunctive: "il est urgent qu'ils soient soignés", the "blessés à soigner"."""

from chancery.analysis import Token
from chancery.facts.handled import Handled
from chancery.facts.listed import Listed
from chancery.languages import Pack

CONTENT = ("ccomp", "csubj", "acl")
"""How the parser hangs what is wished for."""


class Wished:
    """The passives of one document that another verb, noun or adjective asks for; "bien qu'ils soient soignés" tells what is so."""

    def __init__(self, handled: Handled, pack: Pack) -> None:
        self._handled = handled
        lists = pack.words("numbers")["wished"]
        self._demanding, self._urgent = Listed(lists["verbs"], pack), frozenset(lists["words"])
        self._to: str = pack.words("numbers")["predicated"]["to"][0]

    def told(self, verb: Token, said: str) -> str:
        """What is said by a participle with its complements, as it is to be done: "à soigner"; empty where that may or may not be."""
        finite = next((token for token in (*verb.all("aux", "cop"), verb) if token.morph.get("VerbForm") == "Fin"), None)
        wished = finite is not None and finite.morph.get("Mood") == "Sub" and verb.dep.partition(":")[0] in CONTENT and verb.dep != "acl:relcl"
        if not wished or not said.startswith(verb.text):
            return said
        asked = self._demanding.verb(verb.head) is not None or verb.head.text.lower() in self._urgent
        infinitive = self._handled.infinitive(verb) if asked else None
        return f"{self._to} {infinitive}{said[len(verb.text) :]}" if infinitive else ""
