"""Who speaks in a paper or a sum that is cited: the institute of a poll, whoever drew up a toll, whose communiqué it is."""

from functools import cache

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import conjuncts
from chancery.facts.context import Context
from chancery.facts.speaking import NAMES, can_speak, is_finite, is_press
from chancery.languages import Pack
from chancery.languages.conjugation import Forms
from chancery.register import register_for
from chancery.span import Span

NEAR_BY = 500
"""Code points between whoever spoke last and the communiqué that goes on."""
NEAR = 2
"""Words after the noun within which its maker's name or preposition begins: one adjective may stand between."""


def makers(context: Context, paper: Token) -> tuple[Token, ...]:
    """The heads of the phrases that name who made the paper; empty where the phrase does not say.

    X in `un sondage X publié par un journal`, `un bilan établi par X` and `une étude de X`; who only got hold of it did not make it.
    """
    sources = context.pack.words("cues")["sources"]
    if paper.lemma.lower() not in sources["made"]:
        return ()
    behind = _behind(context, paper)
    named = _beside(context, paper, behind) or _made_by(context, behind)
    if named is not None:
        return (named,)
    return _whose(context, paper, behind)


def whose_official(context: Context, paper: Token) -> tuple[str, str] | None:
    """The state whose authorities stand behind official figures, and what to call them: the one that the sentence names; else None."""
    sources, register = context.pack.words("cues")["sources"], register_for(None)
    official = any(word.lemma.lower() in sources["official"] for word in paper.all("amod"))
    sentence = context.sentence_at(paper.start)
    if sentence is None or not official or paper.lemma.lower() not in sources["figures"]:
        return None
    told = (token for token in sentence.tokens if token.pos in ("NOUN", "PROPN", "ADJ") and not context.quote_at(token.start))
    states = {actor for token in told for actor in context.who.of(token) if register.is_state(actor)}
    adjective = register.adjective(next(iter(states)), feminine=True, plural=True) if len(states) == 1 else None
    return (states.pop(), f"{sources['authorities']} {adjective}") if adjective else None


def is_issued(context: Context, span: Span, since: int, *, goes_on: bool = False) -> bool:
    """Whether a phrase is a paper alone, that of whoever spoke last, at `since`: `X a réagi dans un communiqué. "...", selon |ce communiqué|.`"""
    sources, paper = context.pack.words("cues")["sources"], next((token for token in context.words(span) if token.pos == "NOUN"), None)
    if paper is None:
        return False
    lemma, articles = paper.lemma.lower(), context.pack.words("roles")["around"]["definite_singular"]
    tells = [part for part in paper.all("nmod", "acl", "appos", "amod") if part.dep != "acl:relcl"]
    alone = not tells and any(word.text.lower().replace("’", "'") in articles for word in paper.all("det"))
    spoke, sentence = context.sentence_at(since), context.sentence_at(paper.start)
    if lemma not in sources["issued"] or not alone or spoke is None or sentence is None or since > paper.start:
        return False
    named = any(token.lemma.lower() == lemma and token.child("case") is not None for token in spoke.tokens if token.end < paper.start)
    near = goes_on and span.start - since <= NEAR_BY  # `"...", affirme la marine. "...", poursuit le communiqué`
    return named or (lemma in sources["releases"] and (near or spoke in (sentence, context.previous(sentence))))


def _behind(context: Context, paper: Token) -> list[Token]:
    """The words after the noun in its phrase, whatever the parser hangs them on."""
    sentence = context.sentence_at(paper.start)
    found: list[Token] = []
    for token in sentence.tokens[paper.index + 1 :] if sentence is not None else ():
        if token.pos in ("PUNCT", "SCONJ") or is_finite(token) or token.morph.get("PronType") == "Rel":
            break
        found.append(token)
    return found


def _beside(context: Context, paper: Token, behind: list[Token]) -> Token | None:
    """The body whose name stands right behind the noun: `un sondage |X|`."""
    polls = context.pack.words("cues")["sources"]["polls"]
    for token in behind[:NEAR]:
        known = context.who.at(token.span)
        if isinstance(known, Mention) and known.span.start == token.start:
            return token if known.type == "ORG" and not context.who.is_paper(known) else None
        if token.pos in NAMES and token.text[0].isupper() and token.child("det", "case") is None and paper.lemma.lower() in polls:
            return token
        if token.pos != "ADJ":
            return None
    return None


def _made_by(context: Context, behind: list[Token]) -> Token | None:
    """Who is named by `par` behind the participle that says how the paper came to be."""
    sources = context.pack.words("cues")["sources"]
    verb: Token | None = None
    for place, token in enumerate(behind):
        passed = token.pos == "ADJ" and _passing(context.pack).infinitive(token.text, "")
        if passed or (token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"):
            verb = token
        if verb is None or token.lemma.lower() != "par":
            continue
        agent = next((word for word in behind[place + 1 :] if word.pos in ("NOUN", "PROPN")), None)
        if agent is None or not can_speak(context, agent):
            return None
        if verb.lemma in sources["issuing"]:
            return None if is_paper(context, agent) else agent
        return None if verb.lemma in sources["getting"] else agent
    return None


@cache
def _passing(pack: Pack) -> Forms:
    """The forms of the verbs for passing on a sum."""
    return Forms(pack.words("cues")["sources"]["passing"], pack)


def is_paper(context: Context, token: Token) -> bool:
    """Whether the phrase names a paper or an agency."""
    known = context.who.at(token.span)
    return is_press(context, token) or (isinstance(known, Mention) and context.who.is_paper(known))


def _whose(context: Context, paper: Token, behind: list[Token]) -> tuple[Token, ...]:
    """Whose paper it is by its complement with `de`, with those who are joined to it."""
    linking = context.pack.words("roles")["around"]["linking"]
    place = next((place for place, token in enumerate(behind[:NEAR]) if token.text.lower().replace("’", "'") in linking), None)
    if place is None or any(token.pos != "ADJ" for token in behind[:place]):
        return ()
    owner = next((token for token in behind[place + 1 :] if token.pos in ("NOUN", "PROPN")), None)
    if owner is None or not _is_maker(context, owner, behind[place:]):
        return ()
    return tuple(part for part in conjuncts(owner) if part is owner or _is_maker(context, part, behind))


def _is_maker(context: Context, owner: Token, behind: list[Token]) -> bool:
    """Whether a complement is someone who writes: a body or person by name, or a noun for those who speak, with its article."""
    known = context.who.at(owner.span)
    if isinstance(known, Mention) and known.span.start == owner.start:
        return known.type in ("ORG", "PER")
    sources = context.pack.words("cues")["sources"]
    lemma = owner.lemma.lower()
    articles = context.pack.words("roles")["around"]["definite"]
    definite = any(word.text.lower().replace("’", "'") in articles for word in owner.all("det", "case"))
    return definite and owner in behind and lemma in sources["nouns"] and lemma not in (*sources["counted"], *sources["made"])
