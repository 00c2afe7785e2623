"""Who could be speaking: whether a noun phrase names someone who can, and where a verb's subject stands if the parser missed it."""

import re
from functools import cache

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import NOMINAL
from chancery.facts.context import Context
from chancery.languages import Pack

LONGEST = 8
"""Words of a phrase that names somebody."""
NAMES = ("NOUN", "PROPN", "X")
"""What may be the head of who speaks; X are foreign words, as taggers see them in names."""
BRACKETS = ("(", ")")
NAMED_BY = ("nmod", "flat", "amod")
"""Relations by which a word hangs on the noun to its left: of `l'ambassadeur des Etats-Unis en Chine`, on the ambassador."""


def can_speak(context: Context, token: Token, *, personal: bool = True) -> bool:
    """Whether the phrase that the token heads is a person, a body, a state, a paper or a source. `personal=False` trusts any noun."""
    if (not token.text[-1].isalpha() and token.text[-1] != ".") or (token.pos == "NOUN" and context.dated(token)):
        return False  # `déclarait |le mois dernier| Anna Lund`
    if context.who.of(token) or context.who.at(token.span) is not None or any(context.who.at(name.span) for name in token.all("flat", "appos")):
        return True
    sources = context.pack.words("cues")["sources"]
    lemma = token.lemma.lower()
    if lemma in sources["parts"] and any(can_speak(context, whole) for whole in token.all("nmod")):
        return True
    return (
        any(lemma in sources[kind] for kind in ("nouns", "papers", "people", "titles"))
        or is_calling(context, token)
        or token.pos == "PROPN"
        or (token.pos == "NOUN" and token.index > 0 and token.text[0].isupper())
        or (token.pos == "NOUN" and not personal)
    )


def one_of(context: Context, token: Token) -> Token | None:
    """Those of whom an indefinite pronoun picks one who speaks: `l'un des |avocats|`; None where the token does not."""
    if token.pos not in ("PRON", "NUM") or token.text.lower() not in context.pack.words("cues")["order"]["one"]:
        return None
    several = next((noun for noun in token.all("nmod") if noun.pos == "NOUN" and noun.start > token.end and noun.morph.get("Number") == "Plur"), None)
    return several if several is not None and can_speak(context, several) else None


def is_calling(context: Context, token: Token) -> bool:
    """Whether people are called by the noun."""
    words = (token.lemma.lower(), token.text.lower())
    former = (word.removeprefix(prefix) for word in words for prefix in context.pack.words("cues")["order"]["former"])
    return not _callings(context.pack).isdisjoint((*words, *former))


@cache
def _callings(pack: Pack) -> frozenset[str]:
    """What people are called, by the words for roles."""
    return frozenset(pack.words("roles")["callings"]["nouns"].split())


def is_press(context: Context, token: Token) -> bool:
    """Whether the phrase names an agency or a paper, which passes on what others said."""
    sources = context.pack.words("cues")["sources"]
    named = context.who.at(token.span)
    name = (named.span.of(context.text) if named else token.text).lower()
    return token.lemma.lower() in sources["relays"] or _agencies(context.pack).fullmatch(name) is not None


@cache
def _agencies(pack: Pack) -> re.Pattern[str]:
    """The names of agencies, in small letters."""
    return re.compile("|".join(form for forms in pack.words("credits")["agencies"].values() for form in forms))


def subject_behind(context: Context, verb: Token, tokens: list[Token], start: int) -> Token | None:
    """The subject behind a verb that closes a clause or quotation: `..., a mis en garde jeudi |le ministre`.

    Looked for by place, for parsers miss it. `start` is where the verb's group begins; only days and adverbs may stand between.
    """
    position = context.back_over_gaps(start)
    if not position or context.text[position - 1] not in ',»"”':
        return None
    order = context.pack.words("cues")["order"]
    titles = context.pack.words("cues")["sources"]["titles"]
    quote = context.quote_ending(context.back_over_gaps(start, ","))
    for token in tokens[verb.index + 1 :]:
        if token.index == verb.index + 1 and token.morph.get("VerbForm") == "Inf" and verb.lemma in order["modals"]:
            continue  # `veut croire X`
        if token.text == "," and quote is not None and _names_someone(context, tokens[token.index + 1 :]):
            continue
        if one_of(context, token) is not None or token.text.lower() in order["someone"]:
            return token
        if token.pos in ("PUNCT", "SCONJ", "VERB", "AUX", "CCONJ", "PRON"):
            return None
        named = context.who.at(token.span)
        if (
            isinstance(named, Mention)
            and named.type != "PER"
            and any(word.pos in NOMINAL and word.start < token.start for word in context.words(named.span))
        ):
            continue  # `... sur Radio |Fjord| Jan Kowal`: the rest of a name that a preposition governs
        starts = isinstance(named, Mention) and named.type == "PER" and named.span.start == token.start and token.child("case") is None
        tied = token.child("case") is not None or phrase_head(token).child("case") is not None or tokens[token.index - 1].pos == "ADP"
        if token.pos not in ("NOUN", "PROPN") or (tied and not starts) or context.dated(token):
            continue
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if token.text.lower() in titles and not context.who.of(token) and after is not None and after.pos == "PROPN":
            continue
        noun = next((word for word in reversed(tokens[verb.index + 1 : token.index]) if word.pos != "PROPN"), token)
        named_after = token.pos == "PROPN" and noun.pos == "NOUN" and (named is None or noun.index == token.index - 1)
        if named_after and not starts and phrase_head(noun).child("case") is not None:
            continue  # `a écrit sur sa page |Facebook|`
        strays = token.dep.partition(":")[0] in ("nmod", "obl") and token.head is not verb and token.head.pos != "NOUN"
        hung = token.head.end <= verb.start and token.child("det") is not None and can_speak(context, token)  # on what is said: that is the parser's
        if strays and not starts and not hung:
            continue
        return token if can_speak(context, token, personal=quote is None or not context.tells(quote.inner)) else None
    return None


def _names_someone(context: Context, behind: list[Token]) -> bool:
    """Whether what follows is somebody by name, who ends the sentence: `"...", a écrit sur son blog, |la ministre Anna Lund|.`"""
    words = [token for token in behind if token.pos != "PUNCT"]
    plain = all(token.pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP") for token in words)
    return plain and 0 < len(words) <= LONGEST and bool(context.who.of(words[-1]))


def subject_ahead(context: Context, tokens: list[Token], first: int) -> Token | None:
    """The subject before a verb that the parser gave none, or none that can speak: the nearest party, with no other finite verb between."""
    bracketed = False
    for token in reversed(tokens[: _before_relative(tokens, first)]):
        if token.text in BRACKETS or bracketed:
            bracketed = token.text != BRACKETS[0]  # `Jan Roy |(PS)| dénonce`
            continue
        if is_finite(token) or token.text in (":", ";") or context.quote_at(token.start):
            return None
        if token.pos in ("NOUN", "PROPN"):
            head = _own_head(context, token)
            aimed = head.dep == "obj" and head.head.start < head.start and head.head.morph.get("VerbForm") == "Inf"  # `pour présider la région`
            if head.child("case") is None and not aimed and can_speak(context, head):
                if _is_one_of_many(context, head, tokens, first):
                    return None
                return _explained(context, head, tokens)
    return None


def _is_one_of_many(context: Context, head: Token, tokens: list[Token], first: int) -> bool:
    """Whether one person stands before a verb in the plural, which is then not theirs alone: `X, qui soutient |Jan Roy|, et Y ont dit`."""
    name, alone = context.who.at(head.span), head.dep != "conj" and head.child("conj") is None
    joined = head.index > 0 and tokens[head.index - 1].pos == "CCONJ"
    return isinstance(name, Mention) and name.type == "PER" and alone and not joined and tokens[first].morph.get("Number") == "Plur"


def _explained(context: Context, head: Token, tokens: list[Token]) -> Token:
    """Whoever a noun without an article explains behind their comma: `neuf |ports|, membres de la ligue, ont ...`; else the noun itself."""
    if head.pos != "NOUN" or head.child("det") is not None or context.who.of(head) or head.index < 2 or tokens[head.index - 1].text != ",":
        return head
    whom = phrase_head(tokens[head.index - 2])
    fits = whom.pos in NAMES and whom.child("case") is None and whom.morph.get("Number") == head.morph.get("Number")
    return whom if fits and can_speak(context, whom) else head


def _own_head(context: Context, token: Token) -> Token:
    """The head of the phrase that the token closes; a person's first name rather than the party's before it: `le député PS |Jan| Roy`."""
    head, name = phrase_head(token), context.who.at(token.span)
    body = context.who.at(head.span)
    if not (isinstance(name, Mention) and name.type == "PER" and isinstance(body, Mention) and body.type == "ORG"):
        return member_of(context, head) or head
    return next((word for word in context.words(name.span)), head)


def member_of(context: Context, token: Token) -> Token | None:
    """The noun for someone right before the name of a party that only says whose they are: `la |députée| Les Verts du Jura`."""
    body, sentence = context.who.at(token.span), context.sentence_at(token.start)
    if not isinstance(body, Mention) or body.type != "ORG" or sentence is None:
        return None
    before = [other for other in sentence.tokens if other.end <= body.span.start][-2:]
    if len(before) < 2 or before[0].pos != "DET" or before[1].pos != "NOUN" or before[1].end != body.span.start - 1:
        return None
    return before[1] if is_calling(context, before[1]) and before[1].morph.get("Number") != "Plur" else None


def _before_relative(tokens: list[Token], first: int) -> int:
    """Where a relative opens that a comma closes right before the verb: `X|,| qui a vu le maire, dit que ...`; the verb, if there is none."""
    if first == 0 or tokens[first - 1].text != ",":
        return first
    for place in range(first - 2, 0, -1):
        if tokens[place].text in (":", ";", '"', "«", "»"):
            return first
        if tokens[place].morph.get("PronType") == "Rel" and tokens[place - 1].text == ",":
            return place - 1  # taggers miss its verb, and what `dont` names is one of those before
    return first


def is_finite(token: Token) -> bool:
    """Whether the token is a verb that carries person and tense."""
    return token.pos in ("VERB", "AUX") and (token.morph.get("VerbForm") == "Fin" or "Mood" in token.morph)


def is_participle(verb: Token) -> bool:
    """Whether the verb is a present participle, and so says what someone does who is named elsewhere in the sentence."""
    return verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Pres"


def phrase_head(token: Token) -> Token:
    """The noun at the head of the phrase that the token closes."""
    while token.dep.partition(":")[0] in NAMED_BY and token.head.start < token.start and token.head.pos in ("NOUN", "PROPN"):
        if token.child("det", "nummod") is not None and token.child("case") is None:
            break  # `... dans un communiqué |la préfecture|`: nothing ties it to the noun before
        token = token.head
    return token
