"""Whose words they are: by name, by role, behind a pronoun, or hidden."""

from dataclasses import dataclass, replace
from itertools import pairwise

from chancery.analysis import Mention, Reference, Token
from chancery.analysis.clauses import conjuncts, noun_phrase, own_subject, predicate, subject
from chancery.facts.citing import cited
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue, tells_next
from chancery.facts.makers import makers
from chancery.facts.speaking import NAMES, can_speak, is_calling, is_finite, is_participle
from chancery.span import Span


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
    author = cited(context, cue)
    if author is not None:
        return named(context, author, personal=True)
    if _has_no_own(context, cue):
        return _of_sentence(context, cue, last)
    impersonal = context.pack.words("cues")["anonymous"]["impersonal"]
    if who is not None and cue.verb.lemma in context.pack.words("cues")["order"]["learns"] and not cue.inverted:
        source, learner = _hidden(context, cue, None, hidden), named(context, who, last, personal=True)
        return replace(source, via=learner.name) if source is not None and learner is not None else None
    if who is not None and who.text.lower().lstrip("-t").lstrip("-") in impersonal:
        return _hidden(context, cue, last, hidden)
    if who is not None and cue.inverted and is_pronoun(context, who) and not context.who.of(who) and not _is_someone(last):
        before = context.previous(cue.sentence)
        party = subject(before.root) if before is not None and not context.quote_at(before.root.start) else None
        found = named(context, party, personal=True) if party is not None else None
        if found is not None or last is None:
            return found
    return None if who is None else named(context, who, last, personal=cue.entry.personal or cue.verb.morph.get("VerbForm") == "Inf")


def _raised(context: Context, cue: Cue) -> Token | None:
    """The cue's subject; in a relative behind a comma the person whose role it is rather than the body: `|le chef| du parti, qui a dit`."""
    who, own = cue.subject, own_subject(cue.verb)
    if who is None or own is None or own.morph.get("PronType") != "Rel" or who.dep != "nmod" or own.index == 0:
        return who
    comma = cue.sentence.tokens[own.index - 1].text == ","
    linking = context.pack.words("roles")["around"]["linking"]
    whose = any(case.text.lower().replace("’", "'") in linking for case in who.all("case"))
    theirs = any(actor.startswith("person:") for actor in context.who.of(who))
    return who.head if comma and whose and not theirs and is_calling(context, who.head) else who


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
    if before is not None and before.text != "," and _describes(context, cue.verb, noun, sentence.tokens):
        return named(context, noun, last, personal=True) if can_speak(context, noun) else None
    contrasted = _contrasted(context, cue, last)
    if contrasted is not None:
        return named(context, contrasted, last, personal=True)
    main = _main(cue, last)
    if main is not None:
        return named(context, main, last, personal=True)
    begins = context.seam_before(cue.verb.start, sentence.span.start)
    if last is not None and last.span is not None and begins <= last.span.start < cue.verb.start:
        return last
    before = next(
        (token for token in reversed(sentence.tokens[: cue.verb.index]) if is_finite(token) and token.dep.partition(":")[0] not in ("acl",)), None
    )
    for verb in (sentence.root, before and predicate(before)):
        party = subject(verb) if verb is not None and verb is not cue.verb else None
        found = named(context, party, last, personal=True) if party is not None and party is not cue.subject else None
        if found is not None:
            return found
    return named(context, cue.subject, last, personal=True) if cue.subject is not None else None


def _main(cue: Cue, last: Speaker | None) -> Token | None:
    """The subject of the clause that a participle goes with, where the last speaker's own stands before that: `Si X dit ..., |Y| part, disant`."""
    party = own_subject(cue.verb.head) if cue.verb.dep == "advcl" else None
    if party is None or last is None or last.span is None or not cue.sentence.span.start <= last.span.start < party.start < cue.verb.start:
        return None
    aside = (clause for clause in cue.verb.head.all("advcl") if clause.start < party.start)
    return party if any(last.span.overlaps(token.span) for clause in aside for token in clause.subtree()) else None


def _contrasted(context: Context, cue: Cue, last: Speaker | None) -> Token | None:
    """The subject of a clause set against the last speaker's own before the participle: `X a dit que ..., tandis que |Y| sortait en criant`."""
    tokens, aside = cue.sentence.tokens, context.pack.words("cues")["order"]["aside"]
    since = last.span.start if last is not None and last.span is not None else 0
    opening = next(
        (token for token in reversed(tokens[: cue.verb.index]) if token.start > since and token.text.lower() in aside and token.pos != "ADP"), None
    )
    verbs = [token for token in tokens[opening.index : cue.verb.index] if is_finite(token)] if opening is not None else []
    party = subject(predicate(verbs[0])) if len(verbs) == 1 else None
    return party if opening is not None and party is not None and party.start > opening.start else None


def _describes(context: Context, verb: Token, noun: Token, tokens: list[Token]) -> bool:
    """Whether a participle says what the person right before it says: `une passante affirmant que ...`."""
    between = tokens[noun.index + 1 : verb.index]
    if not verb.dep.startswith("acl") or noun.pos not in ("NOUN", "PROPN") or any(token.text == "," for token in between):
        return False
    someone = any(context.who.of(token) and not token.dep.startswith(("flat", "amod")) for token in between)
    paper = noun.lemma.lower() in context.pack.words("cues")["sources"]["papers"]
    return bool(makers(context, noun)) if paper else not someone


def named(context: Context, token: Token, last: Speaker | None = None, *, personal: bool = False) -> Speaker | None:
    """The speaker that a noun phrase names, by its head; None if it cannot speak. `personal` refuses nouns that are not known to."""
    actors = context.who.of(token)
    if not actors and token.child("det") is None and token.text.lower() in context.pack.words("cues")["order"]["nobody"]:
        return None
    paper = _paper(context, token) or _made(context, token)
    if paper is not None:
        return paper
    if is_pronoun(context, token) and not actors:
        return _pronoun(context, token, last)
    if not can_speak(context, token, personal=personal):
        return None
    if token.pos == "PRON" and last is not None and last.name and actors and actors == last.actors:
        return replace(last, span=token.bare)  # the role's own words, not only whose it is
    if token.pos == "PRON":
        return Speaker(context.who.name(token), actors, token.bare)
    anonymous = _is_hidden(context, token, actors)
    others = _coordinated(context, token)
    if others:
        return _several(context, others, all(_is_hidden(context, part, context.who.of(part)) for part in others))
    gender = token.morph.get("Gender") if token.pos == "NOUN" and not actors else None
    name = _plain(context, token) if anonymous else context.who.name(token)
    return Speaker(name, () if anonymous else actors, noun_phrase(token), anonymous, gender)


def _paper(context: Context, token: Token) -> Speaker | None:
    """The paper or agency by its own name, which the noun only introduces: `le quotidien |Politiken|`."""
    if token.lemma.lower() not in context.pack.words("cues")["sources"]["relays"]:
        return None
    for child in token.all("appos", "flat", "nmod"):
        found = context.who.at(child.span) if child.child("case") is None else None
        if isinstance(found, Mention) and found.type == "ORG" and found.span.start > token.start:
            return Speaker(context.who.name(child), context.who.of(child), noun_phrase(token))
    return None


def _made(context: Context, token: Token) -> Speaker | None:
    """Whoever made the paper or the sum that the noun names: `un bilan établi par |l'AFP|`."""
    parties = makers(context, token)
    if len(parties) > 1:
        return _several(context, parties, False)
    return next((Speaker(context.who.name(one), context.who.of(one), noun_phrase(one)) for one in parties), None)


def is_pronoun(context: Context, token: Token) -> bool:
    """Whether the token is a pronoun, or one that inversion hides from the tagger: `a|-t-elle| ajouté`."""
    return token.pos == "PRON" or token.text.lower() in context.pack.words("cues")["order"]["inverted"]


def _coordinated(context: Context, token: Token) -> tuple[Token, ...]:
    """The parties that speak together (`la France et la Tunisie`); empty if there is one."""
    head = token.head if token.dep == "conj" and token.head.pos in ("NOUN", "PROPN") else token
    beside = tuple(other for other in token.head.all("nsubj") if other.pos in ("NOUN", "PROPN") and other.start < token.head.start)
    if len(beside) > 1 and _joined_side_by_side(context, beside):
        return beside if all(can_speak(context, part) for part in beside) else ()
    parties = _closed(context, tuple(part for part in conjuncts(head) if part.pos in NAMES))
    if len(parties) < 2 or any(part.pos == "NOUN" and part.morph.get("Number") == "Sing" and part.child("det") is None for part in parties[1:]):
        return ()  # `X, président du parti et |maire de Y|`: one and the same
    between = [word for part in parties for word in part.all("cc", "punct") if head.start < word.start < parties[-1].start]
    joined = all(word.text == "," or _joins(context, word) for word in between)
    alone = (head.child("case") is None or head is token) and joined
    return parties if alone and all(can_speak(context, part) for part in parties) else ()


def _closed(context: Context, parties: tuple[Token, ...]) -> tuple[Token, ...]:
    """The parties up to the last before which a conjunction stands; what the parser hangs on them behind that is no party."""
    last = max((place for place, part in enumerate(parties) if any(_joins(context, word) for word in part.all("cc"))), default=0)
    return parties[: last + 1]


def _joins(context: Context, word: Token) -> bool:
    """Whether a conjunction joins those who speak together: `et`, `mais aussi`."""
    order = context.pack.words("cues")["order"]
    return word.lemma in order["joins"] or any(context.text.startswith(words, word.start) for words in order["also"])


def _joined_side_by_side(context: Context, parties: tuple[Token, ...]) -> bool:
    """Whether nothing but commas and at last a conjunction parts the subjects that the parser hung on one verb side by side."""
    between = [context.text[noun_phrase(one).end : noun_phrase(other).start].strip(GAPS) for one, other in pairwise(parties)]
    apart = any(part.child("case") is not None for part in parties)
    return not apart and between[-1] in context.pack.words("cues")["order"]["joins"] and all(words == "," for words in between[:-1])


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
    if last is None or not last.name or last.anonymous:
        return None
    if last.gender and token.morph.get("Gender", last.gender) != last.gender:
        return None
    open_ = context.who.at(token.bare)
    if isinstance(open_, Reference) and open_.candidates and not set(open_.candidates) & set(last.actors):
        return Speaker(None, (), token.bare)
    several = token.morph.get("Number", "Sing") == "Plur"
    one = any(actor.startswith("person:") for actor in last.actors)
    return None if several and one else Speaker(last.name, last.actors, token.bare)


# ---------------------------------------------------------------- sources that are not named


def _is_hidden(context: Context, token: Token, actors: tuple[str, ...]) -> bool:
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


def _plain(context: Context, token: Token) -> str:
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
    plain = context.text[min(first.start, token.start) : span.end]
    ends = [found for phrase in context.pack.words("cues")["anonymous"]["phrases"] if (found := plain.lower().find(phrase)) > 0]
    return plain[: min(ends, default=len(plain))].rstrip(GAPS + ",")


def _house(context: Context, cue: Cue) -> Token | None:
    """The body in which `on` speaks, where that opens the sentence: `Au |ministère|, on assure que ...`."""
    sources, at = context.pack.words("cues")["sources"], context.pack.words("roles")["around"]["places"]
    noun = next((token for token in cue.sentence.tokens[: cue.verb.index] if token.pos in NAMES), None)
    case = noun.child("case") if noun is not None else None
    if noun is None or case is None or case.index > 0 or case.text.lower() not in at:
        return None
    return noun if noun.lemma.lower() in (*sources["organs"], *sources["public"]) or context.who.is_seat(noun) else None


def _hidden(context: Context, cue: Cue, last: Speaker | None, hidden: Speaker | None) -> Speaker | None:
    """Who stands behind "on": the source named after the verb (`apprend-on de source diplomatique`), or the hidden one of before."""
    words = context.pack.words("cues")["anonymous"]
    tokens = cue.sentence.tokens
    house = _house(context, cue)
    if house is not None:
        return named(context, house)
    for position in range(cue.verb.index + 1, len(tokens)):
        token = tokens[position]
        if token.pos in ("PUNCT", "SCONJ"):
            break
        if token.lemma.lower() in words["nouns"]:
            span = noun_phrase(token)
            name = hidden.name if hidden is not None and is_same(context, token) else _plain(context, token)
            return Speaker(name, (), span, True)
        if token.pos == "NOUN" and can_speak(context, token) and not context.dated(token):
            return named(context, token)
    if last is not None and last.anonymous:
        return last.unseen()
    return None
