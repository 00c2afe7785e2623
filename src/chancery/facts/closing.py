"""Who speaks behind a verb that closes what was said, told by place alone, for parsers miss it: `"...", a dit à la presse |un passant|`."""

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import own_subject
from chancery.facts.context import Context
from chancery.facts.speaking import BRACKETS, can_speak, is_finite, is_participle

NOUNS = ("NOUN", "PROPN")
ENDS = ("SCONJ", "CCONJ", "PRON")
OPENS = ("DET", "NOUN", "PROPN", "PRON")
"""What a sentence opens with whose subject stands at its head."""
DESCRIBED = ("ADJ", "NUM", "ADV")
"""What may stand between an article and its noun."""


def closing(context: Context, verb: Token, tokens: list[Token], start: int, own: Token | None, *, any_noun: bool) -> Token | None:
    """Who stands behind a verb that closes what was said, where the parser gave it no subject of its own outside that.

    `start` is where the verb's group begins. Behind a quoted sentence `any_noun` may speak.
    """
    position = context.back_over_gaps(start)
    if not position or context.text[position - 1] != "," or is_participle(verb):
        return None
    quote = context.quote_ending(context.back_over_gaps(start, ","))
    outside = own is not None and own_subject(verb) is own and not (quote is not None and quote.outer.contains(own.span))
    if outside or (quote is not None and (subject_leads(context, tokens, quote.outer.start) or not context.says(quote))):
        return None
    return party_behind(context, verb, tokens, quoted=quote is not None and any_noun)


def closes_sentence(context: Context, verb: Token, tokens: list[Token], start: int, who: Token) -> bool:
    """Whether the verb closes a quoted sentence, and so tells that its subject speaks, whatever noun that is: `"Non", tranche |une baigneuse|`."""
    quote = context.quote_ending(context.back_over_gaps(start, ","))
    if quote is None or not context.tells(quote.inner) or subject_leads(context, tokens, quote.outer.start):
        return False
    return who.start >= verb.end and who.pos in ("NOUN", "ADJ")


def subject_leads(context: Context, tokens: list[Token], mark: int) -> bool:
    """Whether the subject of the sentence stands before the quotation whose mark is there: `|Jan Roy|, souhaitant "rester", a quitté la salle`."""
    lead = [token for token in tokens if token.end <= mark and token.pos != "PUNCT" and not context.dated(token)]
    return bool(lead) and lead[0].pos in OPENS and not any(map(is_finite, lead))


def party_behind(context: Context, verb: Token, tokens: list[Token], *, quoted: bool) -> Token | None:
    """Who stands there: the first noun phrase that no preposition governs, or a person's name before it.

    Any noun serves where the verb closes a `quoted` sentence, else one for whoever can speak.
    """
    if verb.lemma in context.pack.words("cues")["order"]["helping"] or verb.child("aux:pass") is not None:
        return None
    token = phrase_behind(context, verb, tokens)
    if token is None or _starts_name(context, token):
        return token
    if token.pos == "PROPN" and not token.text[0].isupper():
        return None
    after = tokens[token.index + 1 : token.index + 3]
    if not can_speak(context, token) and any(_is_title(context, word) or _starts_name(context, word) for word in after):
        return next(word for word in after if _is_title(context, word) or _starts_name(context, word))  # `assure un brin fatigué |Mme Roy|`
    return token if can_speak(context, token, personal=not quoted or token.pos == "ADJ") else None


def phrase_behind(context: Context, verb: Token, tokens: list[Token]) -> Token | None:
    """The noun of the first phrase behind the verb that has an article and no preposition, or the head of a person's name before it.

    Days, adverbs, gerunds, predicates (`poursuit |émue| la dame`), phrases with a preposition and asides between commas or in brackets may stand
    between.
    """
    order, place, governed = context.pack.words("cues")["order"], verb.index + 1, False
    while place < len(tokens):
        token = tokens[place]
        if (_starts_name(context, token) or _is_title(context, token)) and not governed:
            return token
        if token.text == BRACKETS[0] or (token.text == "," and _opens_aside(context, tokens, place)):
            close = next((later.index for later in tokens[place + 1 :] if later.text == (BRACKETS[1] if token.text != "," else ",")), None)
            if close is None:
                return None
            place, governed = close + (token.text != "," or not _opens_aside(context, tokens, close)), False
            continue
        if (token.pos == "PUNCT" and token.text != BRACKETS[1]) or token.pos in ENDS or is_finite(token):
            return None
        if governed and token.morph.get("VerbForm") == "Inf" and tokens[place - 1].text.lower() in order["conjoined"]:
            return None  # `ne cède pas |pour garder| la ville`: what follows is that verb's
        if _is_article(context, verb, tokens, place) and not governed and not context.dated(token):
            return _noun(context, tokens, place + 1)
        if token.pos == "ADP" or token.dep == "case":
            governed = True
        elif token.pos in NOUNS or token.pos == "VERB" or context.dated(token):
            governed = False
        place += 1
    return None


def _starts_name(context: Context, token: Token) -> bool:
    name = context.who.at(token.span)
    return isinstance(name, Mention) and name.type == "PER" and name.span.start == token.start


def _is_title(context: Context, token: Token) -> bool:
    return token.text.lower() in context.pack.words("cues")["sources"]["titles"]


def _opens_aside(context: Context, tokens: list[Token], place: int) -> bool:
    """Whether a comma opens a day or a phrase with a preposition: `a réagi|, au sein du parti,| le maire`."""
    return place + 1 < len(tokens) and (tokens[place + 1].pos == "ADP" or context.dated(tokens[place + 1]))


def _is_article(context: Context, verb: Token, tokens: list[Token], place: int) -> bool:
    """Whether the word opens a noun phrase; `des` does behind a verb in the plural, whatever its tag, and `de` before an adjective."""
    token = tokens[place]
    if (token.pos == "DET" and token.dep != "case") or token.pos == "NUM":
        return True
    behind = [after.pos for after in tokens[place + 1 : place + 3]]
    if token.lemma == "de" and behind == ["ADJ", "NOUN"] and (place == verb.index + 1 or context.dated(tokens[place - 1])):
        return True
    many = any(helper.morph.get("Number") == "Plur" for helper in (verb, *verb.all("aux")) if is_finite(helper))
    return many and token.pos == "ADP" and token.text.lower() in context.pack.words("cues")["order"]["several"]


def _noun(context: Context, tokens: list[Token], place: int) -> Token | None:
    """The noun behind an article, or the adjective that stands for one: `a promis le |milliardaire|`."""
    while place + 1 < len(tokens) and tokens[place].pos in DESCRIBED and tokens[place + 1].pos in NOUNS:
        place += 1
    token = tokens[place] if place < len(tokens) else None
    return token if token is not None and token.pos in (*NOUNS, "ADJ") and not context.dated(token) else None
