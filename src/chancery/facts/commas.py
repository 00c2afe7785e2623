"""What follows a comma within reported words: whether they end there, by what it opens."""

from itertools import pairwise

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.facts.additions import adds_allusion, adds_remark, text_from
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.resuming import QUE as QUE
from chancery.facts.resuming import lacks_helper
from chancery.facts.speaking import can_speak, is_finite, is_participle
from chancery.facts.turning import concedes, dates_report, is_set_back, main_clause, recalls
from chancery.span import Span

AHEAD = 6
"""Tokens behind a comma within which the verb or noun that it is about stands."""


def opens_clause(context: Context, start: int) -> bool:
    """Whether the conjunction stands right before the place, so that a clause begins there."""
    return context.text[max(0, start - 5) : start].strip(GAPS + '«"“').lower().replace("’", "'").endswith(("que", "qu'"))


def names_speaker(context: Context, behind: list[Token]) -> bool:
    """Whether somebody who speaks is named behind a quoting preposition; `selon une décision de X` is no source."""
    noun = next((token for token in behind[1:] if token.pos in ("NOUN", "PROPN", "PRON")), None)
    sources = context.pack.words("cues")["sources"]
    known = noun is not None and any(noun.lemma.lower() in sources[kind] for kind in ("figures", "passed"))
    return noun is not None and (noun.pos == "PRON" or known or can_speak(context, noun))


def is_clause(context: Context, tokens: list[Token], start: int) -> bool:
    """Whether the words that begin there are to be a clause: a conjunction or a word of asking opens them."""
    first = next((word for word in tokens if word.start >= start), None)
    asked = first is not None and first.text.lower() in context.pack.words("cues")["order"]["asking"]
    return asked or opens_clause(context, start)


def does_besides(context: Context, behind: list[Token]) -> bool:
    """Whether what follows is something that the speaker leaves undone: `sans donner de date`; not `sans crainte`."""
    first = behind[0].text.lower() in context.pack.words("cues")["order"]["besides"]
    return first and any(token.morph.get("VerbForm") == "Inf" for token in behind[1:AHEAD])


def parts_at_comma(context: Context, cue: Cue, behind: list[Token], words: Span, others: set[int]) -> bool:
    """Whether the words end before a comma that these tokens follow."""
    first, order = behind[0], context.pack.words("cues")["order"]
    leads = tuple(context.pack.words("cues")["occasion"]["leads"])
    if "adjective" in cue.entry.takes and not opens_clause(context, words.start) and text_from(context, first).startswith(leads):
        return True  # `s'est dit inquiet, |à l'issue d'une rencontre|`
    quoting = tuple(context.pack.words("cues")["sources"]["prepositions"])
    days = "adjective" in cue.entry.takes and not opens_clause(context, words.start)
    if days and all(context.dated(token) for token in behind if token.start < words.end):
        return True  # `s'est dit "fasciné", mardi soir`
    if first.text.lower() in order["editing"]:
        return True
    if (concedes(context, cue) or is_set_back(cue)) and main_clause(context, behind):
        return True
    if is_set_back(cue) and is_finite(first) and not behind[min(1, len(behind) - 1)].text.startswith("-"):
        return True  # `X, qui dit que ...|, ferme le port`
    if _goes_up(cue, first) or (first.text.lower() in order["aside"] and (_of_cue(cue, first) or _reports_other(context, behind, others))):
        return True
    if dates_report(context, cue, behind, words.end) or recalls(context, behind, words.end):
        return True
    if first.text.lower() in order["conceding"] and _reports_other(context, behind, others):
        return True
    if _another_says(behind, others) or does_besides(context, behind) or adds_remark(context, behind, words.end):
        return True
    rest = Span(first.start, max(first.start, words.end))
    marked = context.quote_ending(context.back_over_gaps(first.start, ",")) is not None
    joined = any(token.pos == "CCONJ" for token in behind)
    if marked and _is_apposed(context, first) and not (joined or context.tells(rest) or any(context.quotes_in(rest))):
        return True  # `dit vouloir "fermer le port", une halte de pêcheurs`
    if _sets_beside(context, cue, rest):
        return True  # `..., capitale du pays`
    if first.morph.get("Definite") == "Ind" and first.head.dep == "appos" and first.head.start > first.start:
        return _closes(first.head, words.end)  # `..., une accusation que Pékin rejette`: the outlet adds it
    if is_participle(cue.verb) and not any(is_finite(word) for word in cue.sentence.tokens[: cue.verb.index]):
        if first.pos == "CCONJ":
            return False
        told = Span(words.start, first.start)  # a participle that opens the sentence ends at its comma
        return not is_clause(context, cue.sentence.tokens, words.start) or context.tells(told)
    if adds_allusion(context, behind) or _on_occasion(context, behind):
        return True
    if text_from(context, first).startswith(quoting) and names_speaker(context, behind):
        return True
    taken_up = first.text.lower() == "ce" and len(behind) > 1 and behind[1].text.lower() in order["relatives"]
    if taken_up and not _quotes(context, first, words, others):
        return True  # `..., ce qu'il avait déjà dit mardi`
    relative = _relative(behind, order["relatives"])
    if relative is not None:
        return _closes(_relative_head(relative, first), words.end) and not _quotes(context, first, words, others)
    return _adds_participle(context, cue, behind, words.end, others)


def _is_apposed(context: Context, first: Token) -> bool:
    """Whether a noun begins there that is set beside what was named: with an indefinite article, or with none."""
    bare = first.pos == "NOUN" and first.text[0].islower() and first.child("det", "case") is None and not context.dated(first)
    return bare or first.morph.get("Definite") == "Ind" or first.morph.get("Poss") == "Yes"


def _sets_beside(context: Context, cue: Cue, rest: Span) -> bool:
    """Whether a bare noun with its complement tells behind a name what that is, up to the end: `à Oslo, théâtre de combats`."""
    words = context.words(rest)
    name = cue.sentence.tokens[words[0].index - 2] if words and words[0].index > 1 else None
    if (
        name is None
        or name.pos != "PROPN"
        or words[0].pos != "NOUN"
        or not words[0].text[0].islower()
        or context.dated(words[0])
        or any(context.quotes_in(rest))
    ):
        return False
    complement = any(token.lemma.lower().split(" ")[0] in ("de", "d'") for token in words[1:3]) or any(map(context.dated, words[1:2]))
    return complement and not any(token.pos == "CCONJ" or token.text == "," or is_finite(token) for token in words)


def _quotes(context: Context, first: Token, words: Span, others: set[int]) -> bool:
    """Whether what begins there has marks of its own, and so is said too; not if another verb of speech gives them to somebody else."""
    rest = Span(first.start, max(first.start, words.end))
    return any(context.quotes_in(rest)) and not any(rest.start <= place < rest.end and not context.quote_at(place) for place in others)


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
