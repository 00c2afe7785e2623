"""Who a noun phrase names as a speaker: a person or body by name, a role, one of several, a pronoun that the analysis left open."""

from dataclasses import dataclass, replace

from chancery.analysis import Mention, Reference, Token
from chancery.analysis.clauses import conjuncts, noun_phrase
from chancery.facts.bearing import member, other_gender, power, told_before, told_nameless
from chancery.facts.citing import name_end
from chancery.facts.context import Context
from chancery.facts.hidden import is_hidden, plain
from chancery.facts.makers import makers, whose_official
from chancery.facts.papers import made_before
from chancery.facts.speaking import can_speak, one_of
from chancery.facts.together import both, coordinated
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
        return several(context, others, all(is_hidden(context, part, context.who.of(part)) for part in others))
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
                return several(context, parties, False)  # `les agences |X et Y|`
            return Speaker(context.who.name(child), context.who.of(child), noun_phrase(token))
    return None


def _made(context: Context, token: Token) -> Speaker | None:
    """Whoever made the paper or the sum that the noun names: `un bilan établi par |l'AFP|`."""
    parties = makers(context, token) or made_before(context, token)
    if len(parties) > 1:
        return several(context, parties, False)
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


def several(context: Context, parties: tuple[Token, ...], anonymous: bool) -> Speaker:
    """Several speakers as one: the name of each, and the actors of all."""
    spans = [noun_phrase(part) for part in parties]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    actors = dict.fromkeys(actor for part in parties for actor in context.who.of(part))
    names = list[str]()
    for name in filter(None, map(context.who.name, parties)):
        if not any(name in other for other in names):  # `une dizaine d'élus et d'élues`, whose phrase is the whole row
            names.append(name)
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
    if is_another(context, token, last) or other_gender(context, token, last.name):
        return Speaker(None, (), token.bare)
    many = token.morph.get("Number", "Sing") == "Plur"
    one = any(actor.startswith("person:") for actor in last.actors)
    return None if many and one else Speaker(last.name, last.actors, token.bare)


def is_another(context: Context, token: Token, speaker: Speaker) -> bool:
    """Whether a pronoun that stays open can be others but not the speaker, or is likeliest a person where the speaker is a state."""
    open_ = context.who.at(token.bare)
    if not isinstance(open_, Reference) or not open_.candidates:
        return False
    state = open_.candidates[0].startswith("person:") and any(map(register_for(None).is_state, speaker.actors[:1]))
    return state or not set(open_.candidates) & set(speaker.actors)
