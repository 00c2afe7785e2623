"""Whose words they are: by name, by role, behind a pronoun, or hidden."""

from dataclasses import replace

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import noun_phrase, own_subject, predicate, subject
from chancery.facts.bearing import bearer_of, brought_in
from chancery.facts.citing import cited
from chancery.facts.closing import closes_sentence
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.hidden import house, is_same, plain, points_back
from chancery.facts.narrated import tells_next
from chancery.facts.participles import contrasted_with, describes, main_subject, passed_on, right_before, telling_paper
from chancery.facts.speaker import Speaker, is_another, is_pronoun, named, several
from chancery.facts.speaking import NAMES, can_speak, is_calling, is_finite, is_participle
from chancery.facts.together import last_joined, run_before
from chancery.span import Span


def speaker_of(context: Context, cue: Cue, last: Speaker | None, hidden: Speaker | None = None) -> Speaker | None:
    """Who uses the cue; None if nobody who can speak does.

    `last` is the one who spoke before, for pronouns that the analysis left open; `hidden` the last source without a name, for "the same source".
    """
    who = _raised(context, cue)
    name = _behind_role(context, cue, who) if who is not None else None
    if name is not None:
        return Speaker(context.who.name(name), context.who.of(name), noun_phrase(name))
    if who is not None and hidden is not None and points_back(context, who):
        return replace(hidden, span=who.bare)
    if who is not None and last is not None and last.name and cue.inverted and is_same(context, who):
        return replace(last, span=who.bare)
    if last is not None and _is_within(context, cue, who, last):
        return last.unseen()
    author = cited(context, cue)
    if author is not None:
        return named(context, author, personal=True)
    if _has_no_own(context, cue):
        return _of_sentence(context, cue, last)
    impersonal = context.pack.words("cues")["anonymous"]["impersonal"]
    if who is not None and cue.verb.lemma in context.pack.words("cues")["order"]["learns"] and not _is_nobody(who, impersonal):
        source, learner = _hidden(context, cue, None, hidden), named(context, who, last, personal=True)
        return replace(source, via=learner.name) if source is not None and learner is not None else None
    if who is not None and _is_nobody(who, impersonal):
        return _hidden(context, cue, last, hidden)
    if who is not None and cue.inverted and is_pronoun(context, who) and not context.who.of(who):
        newcomer = brought_in(context, cue, who)
        if newcomer is not None:
            return named(context, newcomer, personal=True)
    if who is not None and cue.inverted and is_pronoun(context, who) and not context.who.of(who) and not _is_someone(last):
        before = context.previous(cue.sentence)
        party = subject(before.root) if before is not None and not context.quote_at(before.root.start) else None
        found = named(context, party, personal=True) if party is not None else None
        if found is not None and found.actors and is_another(context, who, found):
            return Speaker(None, (), who.bare)
        if found is not None or last is None:
            return found
    if who is None:
        return _of_clause_before(cue, last)
    single = last_joined(context, cue.verb, who)
    if single is not None:
        return Speaker(context.who.name(single), context.who.of(single), noun_phrase(single))
    known = cue.entry.personal or cue.verb.morph.get("VerbForm") == "Inf"
    any_noun = cue.inverted and closes_sentence(context, cue.verb, cue.sentence.tokens, cue.group.start, who)
    return named(context, who, last, personal=known and not any_noun)


def _of_clause_before(cue: Cue, last: Speaker | None) -> Speaker | None:
    """Whoever spoke in the clause that a conjunction joins the cue's to, where that has no subject: `X a dit ne rien savoir |et assuré| que ...`."""
    first = next((token.index for token in cue.sentence.tokens if token.start >= cue.group.start), 0)
    joined = not cue.inverted and first > 0 and cue.sentence.tokens[first - 1].pos == "CCONJ"
    here = last is not None and last.span is not None and cue.sentence.span.contains(last.span) and last.span.start < cue.group.start
    return last.unseen() if last is not None and joined and here else None


def _is_nobody(who: Token, impersonal: list[str]) -> bool:
    """Whether the word is "on", behind its verb too."""
    return who.text.lower().lstrip("-t").lstrip("-") in impersonal


def _behind_role(context: Context, cue: Cue, who: Token) -> Token | None:
    """The person whose name stands behind the comma of a role that nothing else tells whose it is: `"...", a dit la bru du maire, |Anna Lund|.`"""
    if who.pos != "NOUN" or who.morph.get("Number") == "Plur" or context.who.of(who):
        return None
    if not cue.inverted:
        return _before_verb(context, cue, who)
    if who.start < cue.verb.start:
        return None
    comma = next((token for token in cue.sentence.tokens[who.index + 1 :] if token.pos in ("PUNCT", "VERB", "AUX", "CCONJ")), None)
    behind = cue.sentence.tokens[comma.index + 1 :] if comma is not None and comma.text == "," else []
    name = context.who.at(behind[0].span) if behind else None
    if not isinstance(name, Mention) or name.type != "PER" or name.span.start != behind[0].start:
        return None
    after = next((token for token in behind if token.start >= name.span.end), None)
    return behind[0] if after is None or after.pos in ("PUNCT", "ADP") else None


def _before_verb(context: Context, cue: Cue, who: Token) -> Token | None:
    """The person whose name stands between commas right before the verb: `La présidente de la ligue et ancienne maire, |Anna Lund|, dit que ...`."""
    end = context.back_over_gaps(cue.group.start, ",")
    name = context.who.at(Span(end - 1, end)) if end > who.end and context.text[end : cue.group.start].strip() == "," else None
    if not isinstance(name, Mention) or name.type != "PER" or name.span.end != end or name.span.start < who.end:
        return None
    between = [token for token in cue.sentence.tokens[who.index + 1 :] if token.end <= name.span.start]
    plain = bool(between) and between[-1].text == "," and not any(token.pos in ("VERB", "AUX", "PRON", "SCONJ") for token in between)
    return next(iter(context.words(name.span)), None) if plain and sum(token.text == "," for token in between) == 1 else None


def _raised(context: Context, cue: Cue) -> Token | None:
    """The cue's subject; in a relative behind a comma the person whose role it is rather than the body: `|le chef| du parti, qui a dit`."""
    who, own = cue.subject, own_subject(cue.verb)
    relative = own if own is not None and own is not who and own.morph.get("PronType") == "Rel" and own.index > 0 else None
    who = who and (bearer_of(context, who, relative) or who)
    if who is None or own is None or own.morph.get("PronType") != "Rel" or who.dep != "nmod" or own.index == 0:
        return who
    comma = cue.sentence.tokens[own.index - 1].text == ","
    linking = context.pack.words("roles")["around"]["linking"]
    whose = any(case.text.lower().replace("’", "'") in linking for case in who.all("case"))
    theirs = any(actor.startswith("person:") for actor in context.who.of(who))
    return who.head if comma and whose and not theirs and is_calling(context, who.head) else who


def _is_within(context: Context, cue: Cue, who: Token | None, last: Speaker) -> bool:
    """Whether a relative behind a comma hangs on a name within the phrase for who just spoke: `"...", dit la veuve |de Jan Roy|, qui ajoute`."""
    own = own_subject(cue.verb)
    if who is None or own is None or own.morph.get("PronType") != "Rel" or own.index == 0 or last.span is None:
        return False
    comma = cue.sentence.tokens[own.index - 1].text == ","
    between = context.words(Span(last.span.start, max(last.span.start, who.start)))
    run = bool(between) and all(token.pos in (*NAMES, "DET", "ADP", "ADJ") for token in between) and cue.sentence.span.contains(last.span)
    return comma and run and who.child("case") is not None


def _has_no_own(context: Context, cue: Cue) -> bool:
    """Whether the verb is one that takes its subject from the clause beside it: a participle, or an infinitive that tells what came next."""
    follows = tells_next(cue.verb, cue.sentence.tokens, context.pack.words("cues")["order"]) if cue.verb.morph.get("VerbForm") == "Inf" else False
    gerund = is_participle(cue.verb) and cue.verb.index > 0 and cue.sentence.tokens[cue.verb.index - 1].text.lower() == "en"
    return follows or gerund or (is_participle(cue.verb) and cue.verb.child("nsubj") is None)


def _is_someone(speaker: Speaker | None) -> bool:
    return speaker is not None and any(actor.startswith("person:") for actor in speaker.actors)


def _of_sentence(context: Context, cue: Cue, last: Speaker | None) -> Speaker | None:
    """Who does what a participle says: the speaker so far in the sentence, else the subject of its main verb or of the verb nearest before."""
    sentence = cue.sentence
    noun, before = cue.verb.head, sentence.tokens[cue.verb.index - 1] if cue.verb.index else None
    run = run_before(context, cue.verb) if cue.verb.morph.get("Tense") != "Past" else ()
    if run:
        return several(context, run, False)
    if before is not None and before.text != "," and describes(context, cue.verb, noun, sentence.tokens):
        return named(context, noun, last, personal=True) if can_speak(context, noun) else None
    paper = telling_paper(context, cue.verb, sentence.tokens)
    if paper is not None:
        return named(context, paper, last)
    spoke = last.span if last is not None else None
    other = contrasted_with(context, cue, spoke) or passed_on(context, cue, spoke) or right_before(context, cue, spoke) or main_subject(cue, spoke)
    if other is not None:
        return named(context, other, last, personal=True)
    begins = context.seam_before(cue.verb.start, sentence.span.start)
    if last is not None and last.span is not None and begins <= last.span.start < cue.verb.start:
        return last
    before = next(
        (token for token in reversed(sentence.tokens[: cue.verb.index]) if is_finite(token) and token.dep.partition(":")[0] not in ("acl",)), None
    )
    own = context.quote_at(cue.verb.start)
    for verb in (sentence.root, before and predicate(before)):
        party = subject(verb) if verb is not None and verb is not cue.verb and context.quote_at(verb.start) in (None, own) else None
        found = named(context, party, last, personal=True) if party is not None and party is not cue.subject else None
        if found is not None:
            return found
    return named(context, cue.subject, last, personal=True) if cue.subject is not None else None


def _hidden(context: Context, cue: Cue, last: Speaker | None, hidden: Speaker | None) -> Speaker | None:
    """Who stands behind "on": the source named after the verb (`apprend-on de source diplomatique`), or the hidden one of before."""
    words = context.pack.words("cues")["anonymous"]
    tokens = cue.sentence.tokens
    body = house(context, cue)
    if body is not None:
        return named(context, body)
    learner = cue.subject.index if cue.subject is not None and cue.inverted else 0
    for position in range(max(cue.verb.index, learner) + 1, len(tokens)):
        token = tokens[position]
        if token.pos in ("PUNCT", "SCONJ"):
            break
        if token.lemma.lower() in words["nouns"]:
            span = noun_phrase(token)
            name = hidden.name if hidden is not None and is_same(context, token) else plain(context, token)
            return Speaker(name, (), span, True)
        speaks = token.pos == "NOUN" and can_speak(context, token) and not context.dated(token)
        if speaks or context.who.is_seat(token):
            return named(context, token)
    if last is not None and last.anonymous:
        return last.unseen()
    return None
