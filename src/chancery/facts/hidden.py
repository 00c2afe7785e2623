"""Sources that are not named: whether a phrase hides its bearer, and by which words it is shown."""

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import noun_phrase
from chancery.analysis.wording import is_told
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.speaking import NAMES
from chancery.span import Span

NEAR = 40
"""Code points behind a source within which it is said to which body it belongs."""


def is_hidden(context: Context, token: Token, actors: tuple[str, ...]) -> bool:
    """Whether the phrase hides its bearer: a source; or a role with an indefinite article, in the plural or singular, without a name."""
    words = context.pack.words("cues")["anonymous"]
    lemma = token.lemma.lower()
    if lemma in words["always"]:
        return True
    if any(actor.startswith("person:") for actor in actors):
        return False
    around = context.text[token.start : token.start + 160].split("\n")[0].lower().replace("’", "'")
    indefinite = any(child.morph.get("Definite") == "Ind" or child.lemma.lower() in ("un", "plusieurs") for child in token.all("det", "nummod"))
    several = token.morph.get("Number") == "Plur" and not any(token.all("appos", "flat"))
    return lemma in words["nouns"] and (indefinite or several or any(phrase in around for phrase in words["phrases"]))


def is_same(context: Context, source: Token) -> bool:
    """Whether the phrase points back to a source named before: `de même source`."""
    phrase = noun_phrase(source).of(context.text).lower()
    return any(same in phrase for same in context.pack.words("cues")["anonymous"]["same"])


def points_back(context: Context, source: Token) -> bool:
    """Whether a bare noun for a source points back to the one of before: `|ces sources| assurent`."""
    article = source.child("det")
    told = any(part.dep != "acl:relcl" for part in source.all("nmod", "amod", "acl", "appos"))  # `cette source, qui ne précise rien`
    return (
        not told
        and article is not None
        and article.morph.get("PronType") == "Dem"
        and source.lemma.lower() in context.pack.words("cues")["anonymous"]["always"]
    )


def plain(context: Context, token: Token) -> str:
    """The words of the phrase without its article."""
    span = noun_phrase(token)
    first = next(
        (
            other
            for other in sorted([token, *token.children], key=lambda other: other.start)
            if other.pos not in ("DET", "ADP", "PUNCT") and other.start >= span.start
        ),
        token,
    )
    told = frozenset(context.pack.words("cues")["sources"]["told"])
    press = (word for word in context.words(span) if is_told(word, told) or _is_press(context, word))
    addressed = (case.start for word in press for case in word.all("case") if case.lemma.startswith("à") and case.start > token.start)
    words = context.text[min(first.start, token.start) : min(addressed, default=_amid(context, span.end))]
    ends = [found for phrase in context.pack.words("cues")["anonymous"]["phrases"] if (found := words.lower().find(phrase)) > 0]
    return words[: min(ends, default=len(words))].partition(",")[0].rstrip(GAPS)


def _is_press(context: Context, word: Token) -> bool:
    """Whether the word names a paper or channel, to which something may be said."""
    name = context.who.at(word.span)
    return isinstance(name, Mention) and name.span.start == word.start and (context.who.is_paper(name) or context.who.is_channel(name))


def _amid(context: Context, end: int) -> int:
    """Where the words end that say to which body a source belongs, whatever the parser hangs them on: `une source |au sein du parti|`."""
    text = context.text[end + 1 : end + 1 + NEAR].lower().replace("’", "'")
    opening = max((words for words in context.pack.words("roles")["around"]["amid"] if text.startswith(words)), key=len, default="")
    name = next((token for token in context.words(Span(end + 1 + len(opening), end + 1 + NEAR)) if token.pos in NAMES), None) if opening else None
    return noun_phrase(name).end if name is not None else end


def house(context: Context, cue: Cue) -> Token | None:
    """The body in which `on` speaks, where that opens the sentence: `Au |ministère|, on assure que ...`."""
    sources, at = context.pack.words("cues")["sources"], context.pack.words("roles")["around"]["places"]
    noun = next((token for token in cue.sentence.tokens[: cue.verb.index] if token.pos in NAMES), None)
    case = noun.child("case") if noun is not None else None
    if noun is None or case is None or case.index > 0 or case.text.lower() not in at:
        return None
    return noun if noun.lemma.lower() in (*sources["organs"], *sources["public"]) or context.who.is_seat(noun) else None
