"""Whom a phrase names that the parser cut at the wrong noun: the bearer of the role that it belongs to, or whose apposition it is."""

from chancery.analysis import Mention, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import noun_phrase, subject
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.speaking import can_speak, is_calling
from chancery.span import Span

PERSON = "person:"
BESIDE = ("ADP", "DET", "NOUN", "ADV", "ADJ")
"""What tells when somebody had a role, before the noun for it."""
GENDERS = {"Masc": "m", "Fem": "f"}


def bearer_of(context: Context, who: Token, relative: Token | None) -> Token | None:
    """The head of the phrase for whoever acts, where the parser gave a noun beside it; None where it did not.

    `relative` is the pronoun that stands for the noun, if the verb's subject is one.
    """
    named = _of_role(context, who) or _explained(context, who) or _set_beside(context, who)
    return named or (relative and (_apposed(context, who, relative) or _whose(context, who, relative)))


def _of_role(context: Context, who: Token) -> Token | None:
    """The noun of the role that ends with a body's name: `|le coordinateur| de La Ligue verte Jan Roy a dit`."""
    body = context.who.at(who.span)
    if not isinstance(body, Mention) or body.type != "ORG":
        return None
    role = context.who.role_around(body)
    return next((word for word in context.words(role.span) if word.pos == "NOUN"), None) if role is not None else None


def _apposed(context: Context, who: Token, relative: Token) -> Token | None:
    """The person whose name the role or age before a relative explains: `|Jan Roy|, le gardien du phare, qui ajoute ...`."""
    aged = who.text.lower() in context.pack.words("roles")["callings"]["ages"]
    first, sentence = who.child("nummod" if aged else "det"), context.sentence_at(who.start)
    if who.pos != "NOUN" or context.who.of(who) or sentence is None or first is None or first.index < 2:
        return None
    name, comma = sentence.tokens[first.index - 2 : first.index]
    person = context.who.at(name.span)
    set_off = comma.text == "," and sentence.tokens[relative.index - 1].text == ","
    if not set_off or not isinstance(person, Mention) or person.type != "PER" or person.span.end != name.end:
        return None
    return next(iter(context.words(person.span)), None)


def _explained(context: Context, who: Token) -> Token | None:
    """The person behind the comma of a word without an article that opens the sentence: `Invité lundi de la radio, |M. Roy| a refusé ...`."""
    if who.index > 0 or who.pos != "NOUN" or who.child("det") is not None or context.who.of(who):
        return None
    apposed = (child for child in who.all("appos") if any(actor.startswith(PERSON) for actor in context.who.of(child)))
    return next(apposed, None)


def _set_beside(context: Context, who: Token) -> Token | None:
    """The person beside whose name a role without an article stands between commas, with its time: `|Anna Lund|, à l'époque maire du port, a dit`."""
    sentence = context.sentence_at(who.start)
    if sentence is None or who.pos != "NOUN" or who.child("det") is not None or context.who.of(who) or not is_calling(context, who):
        return None
    comma = next((token for token in reversed(sentence.tokens[: who.index]) if token.pos not in BESIDE), None)
    behind = next((token for token in sentence.tokens[who.index + 1 :] if token.start >= noun_phrase(who).end), None)
    if comma is None or comma.text != "," or behind is None or behind.text != "," or comma.index == 0:
        return None
    name = context.who.at(sentence.tokens[comma.index - 1].span)
    if not isinstance(name, Mention) or name.type != "PER" or name.span.end != sentence.tokens[comma.index - 1].end:
        return None
    first = context.words(name.span)[0]
    title = first.index > 0 and sentence.tokens[first.index - 1].text.lower() in context.pack.words("cues")["sources"]["titles"]
    before = sentence.tokens[first.index - 1 - title] if first.index > title else None
    return None if before is not None and (before.pos == "ADP" or before.dep == "case") else first


def _whose(context: Context, who: Token, relative: Token) -> Token | None:
    """The person whose the thing is that a relative hangs on, right before it: `l'expression de |Jan Roy| (qui avait dit ...)`."""
    whose = who.child("nmod")
    name = context.who.at(whose.span) if whose is not None and whose.start > who.start else None
    if who.pos != "NOUN" or context.who.of(who) or not isinstance(name, Mention) or name.type != "PER":
        return None
    sources = context.pack.words("cues")["sources"]
    speaks = any(who.lemma.lower() in sources[kind] for kind in ("nouns", "papers", "people", "titles", "organs", "parts")) or is_calling(
        context, who
    )
    return whose if not speaks and context.text[name.span.end : relative.start].strip() in ("", ",", "(") else None


def brought_in(context: Context, cue: Cue, pronoun: Token) -> Token | None:
    """The person without a known name whom the sentence before the words brings in as who acts, for the pronoun behind the words.

    `Plus loin, |une voyageuse de 40 ans| redoute le froid. "...", confie-t-elle.`
    """
    quote = context.quote_ending(context.back_over_gaps(cue.group.start, ","))
    begin = quote.outer.start if quote is not None else cue.sentence.span.start
    before = context.sentence_at(max(0, context.back_over_gaps(begin) - 1))
    if quote is None or before is None or before.span.end > begin or context.quote_at(before.root.start) or before.block is not cue.sentence.block:
        return None
    party = subject(before.root)
    if party is None or party.start > before.root.start or party.pos not in ("NOUN", "PROPN") or context.who.of(party):
        return None
    article, gender = party.child("det"), _gender(context, pronoun)
    new = article is not None and article.morph.get("Definite") == "Ind" and is_calling(context, party)
    fits = party.morph.get("Number") != "Plur" and bool(gender) and party.morph.get("Gender", gender) == gender
    return party if new and fits else None


def told_before(context: Context, pronoun: Token, spoke: Span | None) -> Token | None:
    """The subject of the sentence right before, where a pronoun before its verb can mean them: `|Des voisins| ont porté plainte. Ils disent que ...`.

    Behind its verb (`dit-il`) it is rather whoever spoke last, and so where another spoke in that sentence; `spoke` is where they are named.
    """
    here = context.sentence_at(pronoun.start)
    before = context.previous(here) if here is not None and not pronoun.text.startswith("-") else None
    if here is None or before is None or before.block.kind != here.block.kind or any(map(context.quote_at, (before.root.start, pronoun.start))):
        return None
    party = subject(before.root)
    opens = not any(token.dep.startswith("nsubj") for token in here.tokens[: pronoun.index])
    if party is None or not opens or (spoke is not None and before.span.contains(spoke) and not spoke.contains(party.span)):
        return None
    if party.pos not in ("NOUN", "PROPN") or party.start > before.root.start or not can_speak(context, party):
        return None
    alike = all(pronoun.morph.get(sign) == party.morph.get(sign, pronoun.morph.get(sign)) for sign in ("Gender", "Number"))
    someone = bool(context.who.of(party)) or party.morph.get("Number") == "Plur" or is_calling(context, party)
    return party if alike and someone and not _names_another(context, party) else None


def _names_another(context: Context, party: Token) -> bool:
    """Whether the sentence of somebody without a name has a name behind them that no preposition governs: theirs, or another's.

    `|Ancien maire| de la ville, Paul Roy a écrit`; `|Un reporter| a crié et Paul Roy est parti`.
    """
    sentence = context.sentence_at(party.start)
    behind = sentence.tokens[party.index + 1 :] if sentence is not None and not context.who.of(party) else []
    free = ((token, context.who.at(token.span)) for token in behind if token.child("case") is None)
    return any(isinstance(name, Mention) and name.type == "PER" and name.span.start == token.start for token, name in free)


def told_nameless(context: Context, pronoun: Token) -> bool:
    """Whether the sentence right before brings in somebody without a name whom the pronoun can mean, whoever with one was told of farther back."""
    party = told_before(context, pronoun, None)
    article = party.child("det") if party is not None and not context.who.of(party) else None
    return article is not None and article.morph.get("Definite") == "Ind"


def member(context: Context, token: Token) -> Token | None:
    """The person whose name stands right behind that of a body, which only says whose they are: `la MoDem |Anna Roy|`."""
    body = context.who.at(token.span)
    if not isinstance(body, Mention) or body.type != "ORG" or token.child("det") is None:
        return None
    after = context.who.at(Span(body.span.end + 1, body.span.end + 2))
    beside = isinstance(after, Mention) and after.type == "PER" and after.span.start == body.span.end + 1 and " " in after.span.of(context.text)
    return next(iter(context.words(after.span)), None) if after is not None and beside else None


def power(context: Context, token: Token) -> Span | None:
    """The government that is called by the name of who leads it, where the parser gave the name: `|l'administration| Trump a dit`."""
    name = context.who.at(token.span)
    sentence = context.sentence_at(token.start)
    if not isinstance(name, Mention) or name.type != "PER" or sentence is None:
        return None
    before = next((word for word in sentence.tokens if word.end == name.span.start - 1), None)
    called = context.pack.words("roles")["collectives"]["persons"]
    ruling = before is not None and before.pos == "NOUN" and before.lemma.lower() in called
    return Span(before.start, name.span.end) if before is not None and ruling else None


def other_gender(context: Context, pronoun: Token, name: str) -> bool:
    """Whether a pronoun for one is of the other gender than the person of that name, as far as the first name tells."""
    theirs, own = lexicon_of(context.pack).person_gender(name), GENDERS.get(_gender(context, pronoun), "")
    return " " in name and bool(theirs) and bool(own) and theirs != own


def _gender(context: Context, pronoun: Token) -> str:
    """The gender of a pronoun in the singular, of one behind its verb too; empty for any other."""
    genders: dict[str, str] = context.pack.words("cues")["order"]["singular"]
    return genders.get(pronoun.text.lower().lstrip("-").removeprefix("t-"), "")
