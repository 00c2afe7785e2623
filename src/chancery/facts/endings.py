"""Where reported words end: with the sentence, or before what only adds to it or is said anew.

Guideline: the annotation format's conventions (non-restrictive relatives and participles without marks stay outside).
"""

from itertools import pairwise, takewhile

from chancery.analysis import Token
from chancery.facts.additions import text_from
from chancery.facts.closed import before_closed
from chancery.facts.commas import does_besides, is_clause, names_speaker, opens_clause, parts_at_comma
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.insets import within_inset
from chancery.facts.resuming import QUE as QUE
from chancery.facts.resuming import another_reports, lacks_helper, resumes, shares_helper
from chancery.facts.speaking import is_finite, is_participle
from chancery.facts.turning import in_relative
from chancery.span import Span

POINTS = ".!?…;:,"
LEAST = 2
"""Words that are said at least."""
AHEAD = 6
"""Tokens behind a conjunction within which the verb that it joins stands."""
OPENING = frozenset(':"«“')
DASHES = ("--", "–", "—")
JOINING, PARTING = ("CCONJ", "ADP"), (":", ",", *DASHES)
"""Parts of speech and signs that reported words end before, if anywhere within the sentence."""


def ending(context: Context, cue: Cue, start: int, others: set[int]) -> int:
    """Where the words that begin at `start` end, as a place in the text. `others` are the places of all cue verbs."""
    sentence = cue.sentence
    own = context.quote_at(cue.verb.start)
    last = min(sentence.span.end, own.inner.end) if own else context.seam_after(start, sentence.span.end)
    limit = Span(start, max(start, last)).trimmed(context.text, GAPS + ".!?…").end
    limit = _before_glued(context, Span(start, within_inset(context, cue, Span(start, limit))))
    limit = _before_upper_verb(context, cue, Span(start, limit))
    limit = limit if own else before_closed(context, Span(start, limit), others)
    limit = _before_contrast(context, Span(start, limit))
    whole = limit
    while (cut := _first_cut(context, cue, Span(start, limit), others)) is not None and start < cut < limit:
        limit = cut
        if context.text[context.forward_over_gaps(limit)] != ",":
            break  # what stands before a comma may end earlier, now that it closes there
    limit = _before_gerund(context, cue, Span(start, limit), others)
    if own or limit < whole:
        return limit
    entered = context.quote_at(limit)
    return entered.outer.end if entered and start <= entered.outer.start < limit < entered.outer.end else limit


def _first_cut(context: Context, cue: Cue, words: Span, others: set[int]) -> int | None:
    """The first place within the words, which reach to the end of the sentence or to a place found before, where they end; None if there is none."""
    sentence, own, start, limit = cue.sentence, context.quote_at(cue.verb.start), words.start, words.end
    opens = opens_clause(context, start)
    for position in range(cue.verb.index + 1, len(sentence.tokens)):
        token = sentence.tokens[position]
        if token.start >= limit:
            break
        gerund = _adds_gerund(context, sentence.tokens[position:], others)
        if (token.pos not in JOINING and token.text not in PARTING and not gerund) or _explains(context, sentence.tokens, position):
            continue
        said = sum(word.start >= start for word in sentence.tokens[:position])
        if token.start <= start or context.quote_at(token.start) not in (None, own) or said < LEAST - (token.pos == "CCONJ"):
            continue
        if opens and token.text == "," and (not context.tells(Span(start, token.start)) or _awaits_verb(sentence.tokens, position, start)):
            continue  # `que le port, fermé depuis hier, ...`: the clause has not had its verb yet
        if opens and token.text == "," and _all_quoted(context, start, token, limit):
            return context.back_over_gaps(token.start)
        if (
            gerund
            or _parts(context, cue, position, Span(start, limit), others)
            or (not opens and _adds_clause(context, sentence.tokens, position, start))
        ):
            return context.back_over_gaps(token.start)
    return None


def _before_gerund(context: Context, cue: Cue, words: Span, others: set[int]) -> int:
    """Where the words end before a gerund of speech that opens a quotation of its own: `dit avoir bien agi |en ajoutant|: "..."`."""
    if context.text[context.forward_over_gaps(words.end) :][:1] not in OPENING:
        return words.end
    for verb in reversed(context.words(words)[-AHEAD:]):
        if is_finite(verb) or context.quote_at(verb.start) or verb.text == ",":
            break
        lead = cue.sentence.tokens[max(0, verb.index - 2) : verb.index]
        gerund = context.pack.words("cues")["order"]["gerund"]
        if verb.start in others and is_participle(verb) and [token.text.lower() for token in lead[-1:]] == gerund[1:]:
            return context.back_over_gaps(next(token.start for token in lead if token.text.lower() in gerund), ",")
    return words.end


def _before_contrast(context: Context, words: Span) -> int:
    """Where the words end, with a mark, before what the outlet sets against them: `s'est dit "serein" |alors que le port brûle|`."""
    aside = context.pack.words("cues")["order"]["aside"][:2]
    last = next(reversed([*context.quotes_in(words)]), None)
    behind = context.words(Span(last.outer.end, max(last.outer.end, words.end))) if last is not None else []
    sets = len(behind) > 2 and behind[0].text.lower() in aside and behind[1].lemma.lower() in QUE
    return last.outer.end if last is not None and sets else words.end


def _before_upper_verb(context: Context, cue: Cue, words: Span) -> int:
    """Where an infinitive ends before the verb of a clause above it: `Les marins disant |venir d'Oslo| ont quitté le port`."""
    below = is_participle(cue.verb) or in_relative(cue)
    if opens_clause(context, words.start) or context.quote_at(words.start) is not None or not below:
        return words.end
    for token in context.words(words):
        if token.pos in ("SCONJ", "CCONJ", "PUNCT") or token.dep.startswith("nsubj") or "Rel" in token.morph.get("PronType", ""):
            return words.end
        if is_finite(token):
            return context.back_over_gaps(token.start)
    return words.end


def _awaits_verb(tokens: list[Token], comma: int, start: int) -> bool:
    """Whether the clause that began at `start` has no finite verb yet, and finds it right behind the comma."""
    return is_finite(tokens[min(comma + 1, len(tokens) - 1)]) and not any(is_finite(token) for token in tokens[:comma] if token.start >= start)


def _before_glued(context: Context, words: Span) -> int:
    """Where the words end before another quotation that is glued to the mark of theirs: `dit que le port est "plein"|"Nous attendons", ...`."""
    quotes = list(context.quotes_in(words))
    glued = (two for one, two in pairwise(quotes) if one.outer.end == two.outer.start and context.text[two.inner.start].isupper())
    return next((quote.outer.start for quote in glued), words.end)


def _all_quoted(context: Context, start: int, comma: Token, limit: int) -> bool:
    """Whether a clause is quoted whole before the comma, and nothing behind it has marks: `redoute que "le port ferme"|, après la mort du maire`."""
    quote = context.quote_ending(context.back_over_gaps(comma.start))
    whole = quote is not None and quote.outer.start <= context.forward_over_gaps(start) and context.tells(quote.inner)
    return whole and not any(context.quotes_in(Span(comma.end, max(comma.end, limit))))


def _parts(context: Context, cue: Cue, position: int, words: Span, others: set[int]) -> bool:
    """Whether the reported words, which reach to the end of `words` at most, end before the token at this position."""
    tokens = cue.sentence.tokens
    token, behind = tokens[position], tokens[position + 1 :]
    if not behind:
        return False
    if token.pos == "CCONJ":
        if tokens[position - 1].text == "," and does_besides(context, behind):
            return True  # `..., mais sans donner de date`
        behind = _past_inset(behind)
        if _asks_on(context, behind[0], tokens[:position], words.start):
            return False
        verb = behind[1] if behind[0].text.lower() == "en" and len(behind) > 1 else behind[0]
        if behind[0].morph.get("PronType") == "Rel" and in_relative(cue) and any(word.start in others for word in behind[1:AHEAD]):
            return True  # `la ville, qui dit que ... et |qui estime que ...|`
        says = is_participle(verb) and verb.start in others and not lacks_helper(cue, verb)
        near = takewhile(lambda word: word.pos != "SCONJ" and word.morph.get("PronType") != "Rel", behind[: AHEAD - 1])
        goes_on = any(resumes(context, verb, cue, others) for verb in near if verb.pos in ("VERB", "AUX"))
        return says or goes_on or shares_helper(cue, verb, words, others) or another_reports(context, behind, others)
    if token.pos == "ADP" and text_from(context, token).startswith(tuple(context.pack.words("cues")["order"]["alluding"])):
        return True
    if token.pos == "ADP" and text_from(context, token).startswith(tuple(context.pack.words("cues")["sources"]["prepositions"])):
        return names_speaker(context, behind) and not any(map(is_finite, behind))  # `... |selon le maire|`
    if token.pos == "ADP":  # `... avant de justifier`
        return token.text.lower() in context.pack.words("cues")["order"]["aside"] and any(verb.start in others for verb in behind[:2])
    if token.text in DASHES:
        rest = Span(token.end, max(token.end, words.end))
        return not any(dash.text in DASHES for dash in behind) and not context.tells(rest) and not any(context.quotes_in(rest))
    if token.text == ":":
        quote = context.quote_at(behind[0].start)
        stands = quote is not None and quote.outer.start >= token.end  # the quotation stands for itself
        return stands or not is_clause(context, tokens, words.start)
    return token.text == "," and parts_at_comma(context, cue, behind, words, others)


def _asks_on(context: Context, word: Token, ahead: list[Token], start: int) -> bool:
    """Whether a conjunction joins a second question to one that is told: `pour savoir si le port ferme et |s'il| rouvre`."""
    asking = context.pack.words("cues")["order"]["supposing"]
    return word.text.lower() in asking and any(one.text.lower() in asking for one in ahead if one.start >= start)


def _adds_gerund(context: Context, ahead: list[Token], others: set[int]) -> bool:
    """Whether a gerund opens there by which the speaker says something besides: `dit que le port ferme |tout en appelant à ...|`."""
    gerund = context.pack.words("cues")["order"]["gerund"]
    if [token.text.lower() for token in ahead[:2]] != gerund:
        return False
    return any(is_participle(token) and token.start in others for token in ahead[2:4])


def _past_inset(behind: list[Token]) -> list[Token]:
    """The tokens behind what stands between two commas right behind a conjunction, if it is no clause: `mais|, comme hier,| n'a pas ...`."""
    if behind[0].text != ",":
        return behind
    close = next((place for place, token in enumerate(behind[1:], 1) if token.text == ","), 0)
    plain = 0 < close < len(behind) - 1 and not any(is_finite(token) for token in behind[:close])
    return behind[close + 1 :] if plain else behind


def _adds_clause(context: Context, tokens: list[Token], position: int, start: int) -> bool:
    """Whether a conjunction joins a clause, by `que` or with a subject of its own, to words that are none: `promet d'agir|, mais nul n'y croit`.

    A comma alone does so where the subject stands right behind it: `promet de payer|, l'Elbonie réclame des garanties`.
    """
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    joins = tokens[position].pos == "CCONJ"
    if after is None or not (joins or tokens[position].text == ","):
        return False
    after = _past_inset(tokens[position + 1 :])[0] if joins else after
    if after.lemma.lower() in QUE and after.pos == "SCONJ":
        return joins
    stops = ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ")
    verb = next((word for word in tokens[after.index :] if word.pos in stops or (word.morph.get("PronType") == "Rel" and word is not after)), None)
    if verb is None or not is_finite(verb) or context.tells(Span(start, tokens[position].start)):
        return False
    verb = verb.head if verb.pos == "AUX" else verb
    subjects = [token for token in verb.all("nsubj", *(() if joins else ("nsubj:pass",))) if token.start > tokens[position].start]
    if joins:
        return bool(subjects)
    below = any(start <= token.start < tokens[position].start for token in verb.ancestors())  # `au sens où, par exemple, |le port ferme|`
    return not below and any(_begins(token, after) and token.pos != "PRON" for token in subjects)


def _begins(noun: Token, first: Token) -> bool:
    """Whether a noun or its first word stands there."""
    return next((word for word in noun.subtree() if word.pos != "PUNCT"), noun) is first


def _explains(context: Context, tokens: list[Token], position: int) -> bool:
    """Whether a conjunction gives the reason, with marks behind a quotation, by which both are said: `s'est dit "serein" car il a "dix ports"`."""
    if position + 1 >= len(tokens) or tokens[position].text.lower() not in context.pack.words("cues")["order"]["explaining"]:
        return False
    before = context.back_over_gaps(tokens[position].start, ",")
    stop = next((token.start for token in tokens[position + 1 :] if token.text in (",", ";", ":")), tokens[-1].end)
    return any(context.quotes_in(Span(tokens[position].end, max(tokens[position].end, stop)))) and context.quote_ending(before) is not None
