"""Whose words they are: by name, by role, behind a pronoun, or hidden."""

from dataclasses import dataclass, replace

from chancery.analysis import Mention, Reference, Token
from chancery.analysis.clauses import conjuncts, noun_phrase, own_subject, predicate, subject
from chancery.facts.bearing import bearer_of, brought_in, member, other_gender, power, told_before, told_nameless
from chancery.facts.citing import cited, name_end
from chancery.facts.closing import closes_sentence
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.hidden import house, is_hidden, is_same, plain, points_back
from chancery.facts.makers import makers, whose_official
from chancery.facts.narrated import tells_next
from chancery.facts.papers import made_before
from chancery.facts.participles import contrasted_with, describes, main_subject, passed_on, right_before, telling_paper
from chancery.facts.speaking import NAMES, can_speak, is_calling, is_finite, is_participle, one_of
from chancery.facts.together import both, coordinated, last_joined, run_before
from chancery.register import register_for
from chancery.span import Span

BODY = "org:"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is reported to speak."""

    name: str | None
    actors: tuple[str, ...] = ()
    span: Span | None = None
    """Where the text names the speaker, pronouns included; None where it is carried over."""
    anonymous: bool = False
    gender: str | None = None
    """Of the noun that names them, where that is a role."""
    via: str | None = None
    """Who passes the words on (`l'AFP a appris d'une source que ...`)."""

    def unseen(self) -> "Speaker":
        """The same speaker, where the text does not name them again."""
        return replace(self, span=None)


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
        if found is not None and found.actors and _is_another(context, who, found):
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
        return _several(context, run, False)
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


def named(context: Context, token: Token, last: Speaker | None = None, *, personal: bool = False) -> Speaker | None:
    """The speaker that a noun phrase names, by its head; None if it cannot speak. `personal` refuses nouns that are not known to."""
    token, ruling = member(context, token) or token, power(context, token)
    if ruling is not None:
        return Speaker(ruling.of(context.text), context.who.of(context.words(ruling)[0]), ruling)
    if token.text.lower() in context.pack.words("cues")["order"]["someone"]:
        return Speaker(token.text.lower(), (), token.bare, True)
    one = one_of(context, token)
    if one is not None:
        return _one_of(context, token, one)
    actors = context.who.of(token)
    if not actors and token.child("det") is None and token.text.lower() in context.pack.words("cues")["order"]["nobody"]:
        return None
    paper = _paper(context, token) or _made(context, token)
    if paper is not None:
        return paper
    if is_pronoun(context, token) and (not actors or told_nameless(context, token)):
        return _pronoun(context, token, last)
    if not can_speak(context, token, personal=personal):
        return None
    if is_pronoun(context, token) and last is not None and last.name and actors and actors == last.actors:
        return replace(last, span=token.bare)  # the role's own words, not only whose it is
    if is_pronoun(context, token):
        return Speaker(context.who.name(token), actors, token.bare)
    anonymous = is_hidden(context, token, actors)
    others = coordinated(context, token) or (() if actors else both(context, token))
    if others:
        return _several(context, others, all(is_hidden(context, part, context.who.of(part)) for part in others))
    gender = _gender(token, actors)
    name = plain(context, token) if anonymous else context.who.name(token)
    return Speaker(name, () if anonymous else actors, noun_phrase(token), anonymous, gender)


def _gender(token: Token, actors: tuple[str, ...]) -> str | None:
    """The gender of the noun for a role; of a body known by name, that of its article."""
    if not actors:
        return token.morph.get("Gender") if token.pos == "NOUN" else None
    article = token.child("det")
    body = actors[0].startswith(BODY) and article is not None and article.morph.get("Definite") == "Def"
    return article.morph.get("Gender") if body and article is not None else None


def _one_of(context: Context, token: Token, several: Token) -> Speaker:
    """One of several, by the name that stands behind their comma, else by their words: `l'un des marins, |Jan Roy|`; `|un des marins|`."""
    span = noun_phrase(several)
    name = context.who.at(Span(span.end + 2, span.end + 3))
    first = next(iter(context.words(name.span)), None) if isinstance(name, Mention) and name.type == "PER" else None
    if first is not None and name is not None and name.span.start == span.end + 2 and context.text[span.end] == ",":
        return Speaker(context.who.name(first), context.who.of(first), name.span)
    actors, told = context.who.of(several), context.who.name(several) or several.text
    if any(actor.startswith("person:") for actor in actors):
        return Speaker(told, actors, span)  # `une de ses adjointes Anna Lund`
    begin = several.start - max(0, told.find(several.text))
    end = begin + len(told) if context.text.startswith(told, begin) else several.end
    return Speaker(context.text[token.start : end], (), span, is_hidden(context, several, ()))


def _paper(context: Context, token: Token) -> Speaker | None:
    """The paper or agency by its own name, which the noun only introduces: `le quotidien |Politiken|`."""
    if token.lemma.lower() not in context.pack.words("cues")["sources"]["relays"]:
        return None
    for child in token.all("appos", "flat", "nmod"):
        found = context.who.at(child.span) if child.child("case") is None else None
        if isinstance(found, Mention) and found.type == "ORG" and found.span.start > token.start:
            parties = tuple(part for part in conjuncts(child) if isinstance(context.who.at(part.span), Mention))
            if len(parties) > 1 and token.morph.get("Number") == "Plur":
                return _several(context, parties, False)  # `les agences |X et Y|`
            return Speaker(context.who.name(child), context.who.of(child), noun_phrase(token))
    return None


def _made(context: Context, token: Token) -> Speaker | None:
    """Whoever made the paper or the sum that the noun names: `un bilan établi par |l'AFP|`."""
    parties = makers(context, token) or made_before(context, token)
    if len(parties) > 1:
        return _several(context, parties, False)
    if parties and parties[0].pos == "PROPN" and context.who.at(parties[0].span) is None and parties[0].text[0].isupper():
        return Speaker(context.text[parties[0].start : name_end(context, parties[0])], (), noun_phrase(parties[0]))
    state = whose_official(context, token) if not parties else None
    if state is not None:
        return Speaker(state[1], (state[0],), noun_phrase(token))
    return next((Speaker(context.who.name(one), context.who.of(one), noun_phrase(one)) for one in parties), None)


def is_pronoun(context: Context, token: Token) -> bool:
    """Whether the token is a pronoun, or one that inversion hides from the tagger: `a|-t-elle| ajouté`."""
    order = context.pack.words("cues")["order"]
    if token.text.lower() in order["someone"] or one_of(context, token) is not None:
        return False
    return token.pos == "PRON" or token.text.lower() in order["inverted"]


def _several(context: Context, parties: tuple[Token, ...], anonymous: bool) -> Speaker:
    """Several speakers as one: the name of each, and the actors of all."""
    spans = [noun_phrase(part) for part in parties]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    actors = dict.fromkeys(actor for part in parties for actor in context.who.of(part))
    names = list(dict.fromkeys(name for part in parties if (name := context.who.name(part))))
    joined = f" {context.pack.words('cues')['order']['joins'][0]} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return Speaker(joined, () if anonymous else tuple(actors), whole, anonymous)


def _pronoun(context: Context, token: Token, last: Speaker | None) -> Speaker | None:
    """A pronoun that the analysis left open: who spoke last, if it could be them; a person for the singular, several for the plural."""
    if token.morph.get("Person") in ("1", "2") or token.morph.get("PronType") in ("Dem", "Ind", "Int"):
        return None
    party = told_before(context, token, last.span if last is not None else None)
    if party is not None:
        found = named(context, party, personal=True)
        return replace(found, span=token.bare) if found is not None else None
    if last is None or not last.name or last.anonymous:
        return None
    if last.gender and token.morph.get("Gender", last.gender) != last.gender:
        return None
    if _is_another(context, token, last) or other_gender(context, token, last.name):
        return Speaker(None, (), token.bare)
    several = token.morph.get("Number", "Sing") == "Plur"
    one = any(actor.startswith("person:") for actor in last.actors)
    return None if several and one else Speaker(last.name, last.actors, token.bare)


def _is_another(context: Context, token: Token, speaker: Speaker) -> bool:
    """Whether a pronoun that stays open can be others but not the speaker, or is likeliest a person where the speaker is a state."""
    open_ = context.who.at(token.bare)
    if not isinstance(open_, Reference) or not open_.candidates:
        return False
    state = open_.candidates[0].startswith("person:") and any(map(register_for(None).is_state, speaker.actors[:1]))
    return state or not set(open_.candidates) & set(speaker.actors)


# ---------------------------------------------------------------- sources that are not named


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
