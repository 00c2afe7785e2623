"""Where reported words end: with the sentence, or before what only adds to it or is said anew.

Guideline: the annotation format's conventions (non-restrictive relatives and participles without marks stay outside).
"""

from itertools import pairwise, takewhile

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.facts.additions import adds_remark
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.insets import within_inset
from chancery.facts.resuming import QUE as QUE
from chancery.facts.resuming import another_reports, lacks_helper, resumes, shares_helper
from chancery.facts.speaking import can_speak, is_finite, is_participle
from chancery.facts.turning import concedes, dates_report, is_set_back, main_clause, recalls
from chancery.span import Span

POINTS = ".!?…;:,"
LEAST = 2
"""Words that are said at least."""
LONGEST = 20
"""Code points of a preposition of several words."""
AHEAD = 6
"""Tokens behind a conjunction within which the verb that it joins stands."""
MARKS = frozenset(',;:"«»“”')
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
    whole = limit
    while (cut := _first_cut(context, cue, Span(start, limit), others)) is not None and start < cut < limit:
        limit = cut
        if context.text[context.forward_over_gaps(limit)] != ",":
            break  # what stands before a comma may end earlier, now that it closes there
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
        if token.start <= start or context.quote_at(token.start) not in (None, own) or said < LEAST:
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


def _before_upper_verb(context: Context, cue: Cue, words: Span) -> int:
    """Where an infinitive ends before the verb of a clause above it: `Les marins disant |venir d'Oslo| ont quitté le port`."""
    if opens_clause(context, words.start) or context.quote_at(words.start) is not None or not is_participle(cue.verb):
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


def opens_clause(context: Context, start: int) -> bool:
    """Whether the conjunction stands right before the place, so that a clause begins there."""
    return context.text[max(0, start - 5) : start].strip(GAPS + '«"“').lower().replace("’", "'").endswith(("que", "qu'"))


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
        if tokens[position - 1].text == "," and _does_besides(context, behind):
            return True  # `..., mais sans donner de date`
        behind = _past_inset(behind)
        verb = behind[1] if behind[0].text.lower() == "en" and len(behind) > 1 else behind[0]
        says = is_participle(verb) and verb.start in others and not lacks_helper(cue, verb)
        near = takewhile(lambda word: word.pos != "SCONJ" and word.morph.get("PronType") != "Rel", behind[: AHEAD - 1])
        goes_on = any(resumes(context, verb, cue, others) for verb in near if verb.pos in ("VERB", "AUX"))
        return says or goes_on or shares_helper(cue, verb, words, others) or another_reports(context, behind, others)
    if token.pos == "ADP" and _text(context, token).startswith(tuple(context.pack.words("cues")["order"]["alluding"])):
        return True
    if token.pos == "ADP" and _text(context, token).startswith(tuple(context.pack.words("cues")["sources"]["prepositions"])):
        return _names_speaker(context, behind) and not any(map(is_finite, behind))  # `... |selon le maire|`
    if token.pos == "ADP":  # `... avant de justifier`
        return token.text.lower() in context.pack.words("cues")["order"]["aside"] and any(verb.start in others for verb in behind[:2])
    if token.text in DASHES:
        rest = Span(token.end, max(token.end, words.end))
        return not any(dash.text in DASHES for dash in behind) and not context.tells(rest) and not any(context.quotes_in(rest))
    if token.text == ":":
        quote = context.quote_at(behind[0].start)
        stands = quote is not None and quote.outer.start >= token.end  # the quotation stands for itself
        return stands or not _is_clause(context, tokens, words.start)
    return token.text == "," and _parts_at_comma(context, cue, behind, words, others)


def _parts_at_comma(context: Context, cue: Cue, behind: list[Token], words: Span, others: set[int]) -> bool:
    """Whether the words end before a comma that these tokens follow."""
    first, order = behind[0], context.pack.words("cues")["order"]
    leads = tuple(context.pack.words("cues")["occasion"]["leads"])
    if "adjective" in cue.entry.takes and not opens_clause(context, words.start) and _text(context, first).startswith(leads):
        return True  # `s'est dit inquiet, |à l'issue d'une rencontre|`
    quoting = tuple(context.pack.words("cues")["sources"]["prepositions"])
    days = "adjective" in cue.entry.takes and not opens_clause(context, words.start)
    if days and all(context.dated(token) for token in behind if token.start < words.end):
        return True  # `s'est dit "fasciné", mardi soir`
    if (concedes(context, cue) or is_set_back(cue)) and main_clause(context, behind):
        return True
    if _goes_up(cue, first) or (first.text.lower() in order["aside"] and (_of_cue(cue, first) or _reports_other(context, behind, others))):
        return True
    if dates_report(context, cue, behind, words.end) or recalls(context, behind, words.end):
        return True
    if first.text.lower() in order["conceding"] and _reports_other(context, behind, others):
        return True
    if _another_says(behind, others) or _does_besides(context, behind) or adds_remark(context, behind, words.end):
        return True
    rest = Span(first.start, max(first.start, words.end))
    marked = context.quote_ending(context.back_over_gaps(first.start, ",")) is not None
    joined = any(token.pos == "CCONJ" for token in behind)
    if marked and first.morph.get("Definite") == "Ind" and not (joined or context.tells(rest) or any(context.quotes_in(rest))):
        return True  # `dit vouloir "fermer le port", une halte de pêcheurs`
    if first.morph.get("Definite") == "Ind" and first.head.dep == "appos" and first.head.start > first.start:
        return _closes(first.head, words.end)  # `..., une accusation que Pékin rejette`: the outlet adds it
    if is_participle(cue.verb) and not any(is_finite(word) for word in cue.sentence.tokens[: cue.verb.index]):
        if first.pos == "CCONJ":
            return False
        told = Span(words.start, first.start)  # a participle that opens the sentence ends at its comma
        return not _is_clause(context, cue.sentence.tokens, words.start) or context.tells(told)
    if _text(context, first).startswith(tuple(order["alluding"])) or _on_occasion(context, behind):
        return True
    if _text(context, first).startswith(quoting) and _names_speaker(context, behind):
        return True
    taken_up = first.text.lower() == "ce" and len(behind) > 1 and behind[1].text.lower() in order["relatives"]
    if taken_up and not _quotes(context, first, words, others):
        return True  # `..., ce qu'il avait déjà dit mardi`
    relative = _relative(behind, order["relatives"])
    if relative is not None:
        return _closes(_relative_head(relative, first), words.end) and not _quotes(context, first, words, others)
    return _adds_participle(context, cue, behind, words.end, others)


def _quotes(context: Context, first: Token, words: Span, others: set[int]) -> bool:
    """Whether what begins there has marks of its own, and so is said too; not if another verb of speech gives them to somebody else."""
    rest = Span(first.start, max(first.start, words.end))
    return any(context.quotes_in(rest)) and not any(rest.start <= place < rest.end and not context.quote_at(place) for place in others)


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


def _does_besides(context: Context, behind: list[Token]) -> bool:
    """Whether what follows is something that the speaker leaves undone: `sans donner de date`; not `sans crainte`."""
    first = behind[0].text.lower() in context.pack.words("cues")["order"]["besides"]
    return first and any(token.morph.get("VerbForm") == "Inf" for token in behind[1:AHEAD])


def _reports_other(context: Context, behind: list[Token], others: set[int]) -> bool:
    """Whether a clause follows in which somebody reports something: `..., avant que sa voisine ne réponde que ...`."""
    opening = next((token for token in behind[:3] if token.lemma.lower() in QUE or token.pos == "SCONJ"), None)
    says = next((token for token in behind if token.start in others and not context.quote_at(token.start)), None)
    return opening is not None and says is not None and own_subject(says) is not None and behind.index(opening) < behind.index(says)


def _on_occasion(context: Context, behind: list[Token]) -> bool:
    """Whether what follows only says where it was said: `..., dans une interview au journal`."""
    noun = next((token for token in behind[1:AHEAD] if token.pos == "NOUN"), None)
    told = behind[0].text.lower() in context.pack.words("cues")["occasion"]["within"]
    return told and noun is not None and noun.lemma.lower() in context.pack.words("cues")["occasion"]["words"] and noun.child("det") is not None


def _names_speaker(context: Context, behind: list[Token]) -> bool:
    """Whether somebody who speaks is named behind a quoting preposition; `selon une décision de X` is no source."""
    noun = next((token for token in behind[1:] if token.pos in ("NOUN", "PROPN", "PRON")), None)
    figures = context.pack.words("cues")["sources"]["figures"]
    return noun is not None and (noun.pos == "PRON" or noun.lemma.lower() in figures or can_speak(context, noun))


def _text(context: Context, first: Token) -> str:
    """The text from a token on, as prepositions are compared with it."""
    return context.text[first.start : first.start + LONGEST].lower().replace("’", "'")


def _is_clause(context: Context, tokens: list[Token], start: int) -> bool:
    """Whether the words that begin there are to be a clause: a conjunction or a word of asking opens them."""
    first = next((word for word in tokens if word.start >= start), None)
    asked = first is not None and first.text.lower() in context.pack.words("cues")["order"]["asking"]
    return asked or opens_clause(context, start)


def _adds_clause(context: Context, tokens: list[Token], position: int, start: int) -> bool:
    """Whether a conjunction joins a clause, by `que` or with a subject of its own, to words that are none: `promet d'agir|, mais nul n'y croit`."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if tokens[position].pos != "CCONJ" or after is None:
        return False
    after = _past_inset(tokens[position + 1 :])[0]
    if after.lemma.lower() in QUE and after.pos == "SCONJ":
        return True
    stops = ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ")
    verb = next((word for word in tokens[after.index :] if word.pos in stops or (word.morph.get("PronType") == "Rel" and word is not after)), None)
    if verb is None or not is_finite(verb) or context.tells(Span(start, tokens[position].start)):
        return False
    subjects = (verb.head if verb.pos == "AUX" else verb).all("nsubj")
    return any(token.start > tokens[position].start for token in subjects)


def _explains(context: Context, tokens: list[Token], position: int) -> bool:
    """Whether a conjunction gives the reason, with marks behind a quotation, by which both are said: `s'est dit "serein" car il a "dix ports"`."""
    if position + 1 >= len(tokens) or tokens[position].text.lower() not in context.pack.words("cues")["order"]["explaining"]:
        return False
    before = context.back_over_gaps(tokens[position].start, ",")
    stop = next((token.start for token in tokens[position + 1 :] if token.text in (",", ";", ":")), tokens[-1].end)
    return any(context.quotes_in(Span(tokens[position].end, max(tokens[position].end, stop)))) and context.quote_ending(before) is not None


def _goes_up(cue: Cue, first: Token) -> bool:
    """Whether the clause above the cue's own goes on there: `X, qui dit que ...|, a quitté la salle`, `Alors que X dit que ...|, Y répond`."""
    above = [token for token in cue.verb.ancestors() if token.start >= first.start]
    return bool(above) and cue.verb is not first and cue.verb not in first.ancestors()


def _of_cue(cue: Cue, first: Token) -> bool:
    """Whether an adverbial clause begins there that the cue itself governs: `..., avant de quitter la salle`."""
    return any(
        clause.start >= first.start and next(part for part in clause.subtree() if part.pos != "PUNCT") is first for clause in cue.verb.all("advcl")
    )


def _relative(behind: list[Token], relatives: list[str]) -> Token | None:
    """The relative pronoun that a clause opens with, behind its preposition if it has one: `..., au cours |duquel| ...`."""
    for token in behind[:AHEAD]:
        if token.text.lower() in relatives and token.pos in ("PRON", "ADV", "ADP"):
            return token
        if token.pos not in ("ADP", "DET") and not (token.pos == "NOUN" and token is not behind[0]):
            return None
    return None


def _relative_head(relative: Token, first: Token) -> Token:
    """The verb of the clause that a relative pronoun behind the first token opens, or what the pronoun hangs on."""
    above = [token for token in relative.ancestors() if token.start > first.start]
    return next((token for token in above if token.dep == "acl:relcl"), above[-1] if above else relative)


def _another_says(behind: list[Token], others: set[int]) -> bool:
    """Whether an incise follows, by which someone else reports it all: `..., a indiqué la police`."""
    verb = next((word for word in behind[:AHEAD] if word.pos == "VERB"), None)
    if verb is None or verb.start not in others or is_participle(verb):
        return False
    return all(word.pos in ("AUX", "ADV") or (word.pos == "PRON" and word.text.startswith("-")) for word in behind[: behind.index(verb)])


def _adds_participle(context: Context, cue: Cue, behind: list[Token], limit: int, others: set[int]) -> bool:
    """Whether a participle behind the comma says what the speaker does besides, or adds to a noun without limiting it."""
    verb = next((word for word in behind[:3] if word.pos == "VERB" or (word.pos == "AUX" and is_participle(word))), None)
    if verb is None or verb.morph.get("VerbForm") != "Part" or verb.text.lower() in context.pack.words("cues")["order"]["prepositional"]:
        return False
    between = behind[: behind.index(verb)]
    gerund = context.pack.words("cues")["order"]["gerund"]
    if any(word.pos not in ("ADV", "PRON", "CCONJ", "ADP") and word.text.lower() not in gerund for word in between) or any(verb.all("aux")):
        return False
    if any(word.pos == "CCONJ" for word in between) and lacks_helper(cue, verb):
        return False
    if verb.start in others and is_participle(verb):
        return True
    if any(word.pos == "ADP" for word in between):  # a gerund tells how
        return False
    supposing = context.pack.words("cues")["order"]["supposing"]
    depends = any(comma.text == "," and si.pos == "SCONJ" and si.text.lower() in supposing and si.start < limit for comma, si in pairwise(behind))
    if depends and verb.morph.get("Tense") == "Past":
        return False  # `menace de fermer la criée, rouverte en mai, |si| le maire part`: on that it hangs
    adds = verb.dep in ("acl", "advcl") and _closes(verb, limit) and not any(context.quotes_in(Span(verb.start, max(limit, verb.start))))
    return verb.head is cue.verb or adds


def _closes(token: Token, limit: int) -> bool:
    """Whether the clause that a token heads runs to the end."""
    return max(part.end for part in token.subtree()) >= limit - 1
