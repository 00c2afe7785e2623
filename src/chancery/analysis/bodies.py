"""Bodies by the fullest name that a document gives them: `la présidence`, where it has been `la présidence de la République`."""

from collections.abc import Callable
from dataclasses import dataclass

from chancery.analysis.analysis import Analysis
from chancery.analysis.tokens import Token
from chancery.languages import pack_for
from chancery.register import fold

LEAD = 3
"""Sentences at the head of a document in which a body may be named shortly before it is named in full."""

NEAR = 400
"""Code points back to the one of several bodies that a noun points to."""
REACH = 4
"""Tokens before a noun among which the name stands that it explains."""


@dataclass(frozen=True, slots=True)
class Body:
    """A phrase of the document for one body."""

    token: Token
    """Its noun."""
    name: str
    words: frozenset[str]
    """Its words, folded."""
    explains: bool
    """Whether it stands behind the comma of a name, which it explains: `X, |l'agence des frontières|`."""


class Bodies:
    """The bodies of one document that are called by a noun (`commission`, `ligue`), found in one pass over its tokens.

    `words` gives the words of a phrase, `of` the ids of who it means.
    """

    def __init__(self, analysis: Analysis, words: Callable[[Token], str | None], of: Callable[[Token], tuple[str, ...]]) -> None:
        pack = pack_for(analysis.document.language)
        self._nouns = frozenset(pack.words("cues")["sources"]["organs"])
        self._definite = frozenset(pack.words("roles")["around"]["definite_singular"])
        self._of = of
        self._lead = analysis.sentences[min(LEAD, len(analysis.sentences)) - 1].span.end if analysis.sentences else 0
        self._found: dict[str, list[Body]] = {}
        for sentence in analysis.sentences:
            for token in sentence.tokens:
                name = words(token) if self._is_one(token) else None
                if name is not None:
                    self._found.setdefault(token.lemma.lower(), []).append(self._body(token, name, sentence.tokens))

    def _body(self, token: Token, name: str, tokens: list[Token]) -> Body:
        before = [other for other in tokens[max(0, token.index - REACH) : token.index] if other.pos not in ("DET", "ADJ")]
        explains = len(before) > 1 and before[-1].text == "," and before[-2].pos == "PROPN"
        return Body(token, name, frozenset(fold(name).split()), explains)

    def full(self, token: Token, name: str) -> Token | None:
        """The noun of the phrase that names the same body in more words; None where the document has none, or several and none near."""
        if not self._is_one(token):
            return None
        own, found = frozenset(fold(name).split()), self._found.get(token.lemma.lower(), [])
        fuller = [body for body in found if own < body.words and self._may_be(token, body)]
        longest = max(fuller, key=lambda body: (len(body.words), -body.token.start), default=None)
        if longest is None or all(body.words <= longest.words for body in fuller):
            return longest.token if longest is not None else None
        last = max(fuller, key=lambda body: body.token.start if body.token.start < token.start else -1)
        return last.token if 0 < token.start - last.token.start <= NEAR else None

    def _may_be(self, token: Token, fuller: Body) -> bool:
        """Whether a noun can point to a body named in full: before it, and not to explain another; a name or a headline's noun, anywhere."""
        if not self._agree(token, fuller.token):
            return False
        anywhere = token.start < self._lead or (token.text[0].isupper() and token.index > 0)
        return anywhere or (fuller.token.start <= token.start and not fuller.explains)

    def _is_one(self, token: Token) -> bool:
        """Whether the token is a noun for a body, in the singular and with a definite article."""
        if token.pos not in ("NOUN", "PROPN") or token.lemma.lower() not in self._nouns or token.morph.get("Number") == "Plur":
            return False
        return any(word.text.lower().replace("’", "'") in self._definite for word in token.all("det", "case"))

    def _agree(self, one: Token, other: Token) -> bool:
        """Whether the two phrases act for the same states, as far as it is known of the fuller one."""
        states, others = ({actor for actor in self._of(token) if ":" not in actor} for token in (one, other))
        return not others or states == others
