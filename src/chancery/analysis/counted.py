"""The noun that a number counts, from the tokens behind it; counts that only point back; numbers that stand alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chancery.analysis.bounding import is_craft
from chancery.analysis.tokens import Token
from chancery.analysis.units import Units
from chancery.scan.numbers import Number
from chancery.scan.phrases import plain

NOUNS = ("NOUN", "PROPN")
SHARE = "%"
LONGEST_SAYING = 30
"""Code points of a saying around its number."""
QUOTES = ('"', "«", "»", "“", "”", "''")
DASHES = ("-", "–", "—")
"""What opens an aside, glued to its first word."""
WORD = re.compile(r"\w[\w'-]*\w|\w")
"""The word in a token: scraped text glues marks to it ("morts).M.")."""
DESCRIBING = re.compile(r" [^\W\d_]+")
"""One word behind a noun."""
MANY = re.compile(r" [^\W\d_]+[sx]\b")
"""A word in the plural."""
GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})\d+\Z")
"""A number that scraped text glues to the word before it."""
STOPS = (".", ";", ":", "!", "?", ")", ",", "\n")
FARTHEST = 4
"""Tokens between a number and its noun: "les 400 derniers autres prisonniers"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts."""

    word: str
    """The noun, lower case."""
    unit: str | None
    what: str | None
    end: int
    """Where the evidence ends."""
    named: bool = False
    """A name with a capital, not of a people: "12 Rafale"."""


def written_unit(number: Number, text: str, known: Units, tokens: Sequence[Token] = ()) -> Counted | None:
    """A unit in the text right behind the number, or a sign of money before it; with the `tokens`, the noun of a share is told from its verb."""
    if number.sign:
        return Counted(number.sign, known.codes[number.sign], None, number.end)
    found = known.written.match(text, number.end)
    if not found or (found["of"] and not number.scaled) or (len(found["unit"]) == 1 and "A" <= found["unit"] <= "Z"):
        return None  # "22,3 M" are no metres
    word = plain(found["unit"])
    unit, end = known.codes[word], found.end()
    if word in known.money["ambiguous"]:
        nation = (*text[end : end + 25].split(maxsplit=1), "")[0].strip('.,;:)"»')
        if nation not in known.money["own"] and text[end : end + 1].isspace() and nation.endswith(tuple(known.money["nations"])):
            return Counted(word, f"{word} {nation}", None, text.index(nation, end) + len(nation))
    return Counted(word, unit, _of_what(text, end, known, tokens) if unit == SHARE else None, end)


def _of_what(text: str, end: int, known: Units, tokens: Sequence[Token]) -> str | None:
    """ "12 % des Américains", "60 % d'abstention": the noun behind the unit's "de"."""
    found = known.share_of.match(text, end)
    if not found:
        return None
    first, _, rest = found["noun"].partition(" ")
    place = found.start("noun") + len(first) + 1
    if rest and " " not in rest and any(token.start == place and token.pos in ("VERB", "AUX", "ADV") for token in tokens):
        return first  # "62 % des jeunes soutiennent la grève"
    glued = GLUED.search(found["noun"])  # "28 % des Français28 % sont d'accord"
    return found["noun"][: glued.start()] if glued else found["noun"]


def out_of(number: Number, counted: Counted, text: str, known: Units) -> tuple[float, int] | None:
    """The share that "neuf femmes sur dix" states, and where its words end."""
    found = known.out_of.match(text, counted.end)
    if found is None and (word := DESCRIBING.match(text, counted.end)):
        found = known.out_of.match(text, word.end())  # "quatre Français concernés sur dix", not "quatre élus sur dix sièges"
        found = None if found and MANY.match(text, found.end()) else found
    whole = known.wholes[plain(found["whole"])] if found else 0
    return (round(number.value / whole, 3), found.end()) if found and 0 < number.value <= whole and number.value_max is None else None


def said(number: Number, text: str, known: Units) -> bool:
    """Whether the number is part of a saying: "d'une pierre deux coups"."""
    start = max(0, number.start - LONGEST_SAYING)
    found = known.sayings.finditer(text, start, number.end + LONGEST_SAYING)
    return any(saying.start() <= number.start and saying.end() >= number.end for saying in found)


def find_counted(number: Number, tokens: list[Token], after: int, text: str, known: Units) -> Counted | None:
    """The noun behind the number: past adjectives, and past "de" where the number is a noun itself or a part of a whole."""
    if text[number.end : number.end + 1] in STOPS or is_pronoun(tokens, after - 1, known):
        return None
    if _goes_to(number, tokens, after, known):
        last = after + 1
        while last + 1 < len(tokens) and tokens[last + 1].text.lower() in known.bare["scales"]:
            last += 1
        if unit := known.written.match(text, tokens[last].end):  # "de 90 à 80 km/h", "de 5 à 10 millions d'euros"
            return Counted(plain(unit["unit"]), known.codes[plain(unit["unit"])], None, number.end)
        return _of_others(tokens, after + 1, number, known)
    at, of = after, number.scaled or number.kind != "count"
    partitive = of
    while at < len(tokens) and at - after < FARTHEST:
        token = tokens[at]
        if _only_describes(tokens, at, known):
            return None
        if at == after and number.kind == "count" and not of and _is_other(tokens, at, known):
            return None
        if (token.pos in NOUNS and not _takes_up(tokens, at, known)) or _stands_for_noun(tokens, at, after, number, known):
            if "\n" in text[number.end : token.start]:
                return None
            thing = known.things.match(text, token.start)
            return Counted(thing[0].lower(), thing[0], thing[0], thing.end()) if thing else noun_phrase(tokens, after, at, known)
        if token.text.lower() in known.bare["partitive"] and (of or token.text.lower() == "des" or (at == after and _of_some_ones(tokens, at + 1))):
            of, partitive = False, True
        elif partitive and token.pos == "NUM":
            return _of_others(tokens, at, number, known)
        elif not (token.pos == "ADJ" or _takes_up(tokens, at, known) or token.text in QUOTES or (partitive and not of and _before_noun(tokens, at))):
            return None
        at += 1
    return None


def _of_some_ones(tokens: list[Token], at: int) -> bool:
    """Whether a possessive stands there, of whose a number tells a part: "neuf de ses soldats"."""
    return (
        at + 1 < len(tokens)
        and tokens[at].morph.get("Poss") == "Yes"
        and (tokens[at + 1].pos == "NUM" or tokens[at + 1].morph.get("Number") == "Plur")
    )


def _takes_up(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether a word only says which of those behind it are meant: "les 25 premières des 500 équipes"."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return tokens[at].text.lower() in known.bare["others"] and following in known.bare["of_the"]


def _is_other(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether a word only says which ones, and no noun stands behind it: "les 52 requis"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        not _takes_up(tokens, at, known)
        and tokens[at].text.lower() in known.bare["others"]
        and (following is None or (following.pos not in (*NOUNS, "ADJ") and following.text not in QUOTES))
    )


def is_pronoun(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether a number is half of a pronoun: "tous deux"."""
    return at > 0 and tokens[at - 1].text.lower() in known.bare["not_after"]


def _before_noun(tokens: list[Token], at: int) -> bool:
    """Whether a word behind "de" may still stand before the noun or number: an article, "près de"."""
    return tokens[at].pos in ("DET", "ADV") or tokens[at - 1].pos == "ADV"


def _only_describes(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether a word is an adjective whose noun is left out: "les 42 actuels"."""
    bare = at + 1 >= len(tokens) or tokens[at + 1].pos not in ("NOUN", "PROPN", "ADJ")
    return bare and tokens[at].text.lower() in known.bare["adjectives"]


def _goes_to(number: Number, tokens: list[Token], after: int, known: Units) -> bool:
    """ "de 3.000 à 4.500 soldats": the noun stands behind the second number only."""
    if after + 1 >= len(tokens) or tokens[after].text.lower() not in known.goes_to or tokens[after + 1].pos != "NUM":
        return False
    before = next((token.text.lower() for token in reversed(tokens[:after]) if token.end <= number.start), "")
    return before in known.goes_from


def _of_others(tokens: list[Token], at: int, number: Number, known: Units) -> Counted | None:
    """ "6.000 des 9.592 militaires": the same noun counts the part and the whole; the part keeps its own words only."""
    while at < len(tokens) and tokens[at].pos == "NUM":
        at += 1
    if at + 1 < len(tokens) and tokens[at].text.lower() in known.bare["scales"]:
        at += 2 if tokens[at + 1].text.lower() in known.bare["of"] else 1
    whole = noun_phrase(tokens, at, at, known) if at < len(tokens) and tokens[at].pos == "NOUN" else None
    return replace(whole, end=number.end) if whole else None


def _stands_for_noun(tokens: list[Token], at: int, after: int, number: Number, known: Units) -> bool:
    """Whether a word that the parser takes for an adjective or participle is the noun: people ("3 blessés"), or a plural with no noun behind it."""
    token = tokens[at]
    if token.pos in ("PRON", "X") and token.text[:1].isupper() and known.peoples.search(token.text):
        return True
    if token.pos in ("PRON", "X", "ADV") and token.text.endswith("s") and known.counts_people(token.text):
        return True
    if token.pos not in ("ADJ", "VERB") or (at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "ADJ")):
        return False
    if token.text.lower().endswith(known.participles) and at == after and not known.counts_people(token.text):
        return False  # "contre 45 signés en juin"
    plural = token.pos == "ADJ" and number.value >= 2 and token.text.endswith(("s", "x")) and token.text.lower() not in known.bare["others"]
    return plural or known.counts_people(token.text)


def noun_phrase(tokens: list[Token], after: int, at: int, known: Units) -> Counted | None:
    """The noun at `at` with what belongs to it; None for a name."""
    noun = tokens[at]
    written = WORD.match(noun.text)
    if written is None:
        return None
    word = written.group()
    compound = next((place for place in range(at + 1, min(at + 6, len(tokens))) if not _glued(tokens, place)), len(tokens))
    people = known.counts_people(word) or known.counts_people(_pair(tokens, at)) or (word.lower() in known.members and _members(tokens, at, known))
    people = people and not is_craft(tokens, at, known) and not _is_kind(tokens, at, compound, known)
    if noun.pos == "PROPN" and not people and word[:1].isupper():
        number = tokens[after - 1]
        model = at == after and after and word == noun.text and number.pos == "NUM" and (number.head is noun or noun.head is number)
        return Counted(word.lower(), word, word, noun.end, named=True) if model else None
    if word != noun.text:
        return Counted(word.lower(), known.people_unit if people else word, word, noun.start + len(word))
    end = compound
    apposed = end < len(tokens) and tokens[end].pos == "NOUN" and tokens[end].head is noun and not tokens[end].text.startswith(DASHES)
    if apposed and tokens[end].text.lower() not in known.not_things:
        end += 1
    while end < len(tokens) and tokens[end].index and _describes(tokens[end], known) and _agrees(noun, tokens[end]):  # no word of the next line
        end += 1
    last = end
    civility = end + 1 < len(tokens) and tokens[end + 1].text.endswith(".")
    if not civility:
        last = _with_complement(tokens, end, known, definite=word.lower() in known.members)
    first = next((place for place in range(after, at) if tokens[place].pos == "ADJ"), at)
    what = _words(tokens[first:last])
    unit = known.people_unit if people else _words(tokens[at:compound])
    return Counted(word.lower(), unit, what, tokens[end - 1].end)


def _is_kind(tokens: list[Token], at: int, end: int, known: Units) -> bool:
    """Whether a noun for people only tells of what kind the thing right behind it is: "bébés pandas", "candidats-vaccins"."""
    words = tokens[at].text.lower().split("-")
    if len(words) > 1:
        return words[0] in known.kinds and len(words[-1]) > 1 and not known.counts_people(words[-1])
    last = tokens[end - 1] if end - at > 1 else tokens[end] if end < len(tokens) else None
    if words[0] not in known.kinds or last is None or last.pos != "NOUN" or not (end - at > 1 or last.head is tokens[at]):
        return False
    plain = last.dep in ("appos", "nmod", "compound", "amod") and last.child("case") is None and last.child("det") is None
    return (end - at > 1 or plain) and last.text.lower() not in known.not_things and not known.counts_people(last.text)


def _pair(tokens: list[Token], at: int) -> str:
    """The noun and its adjective in the singular, as the lists have them: "gilet jaune"."""
    return " ".join(token.text.lower().removesuffix("s") for token in tokens[at : at + 2])


def _with_complement(tokens: list[Token], end: int, known: Units, *, definite: bool) -> int:
    """The index behind "de" and a noun that begin at `end`; with `definite`, behind all such complements, articles among them."""
    opening = (*known.bare["of"], *(known.bare["of_the"] if definite else ()))
    at = end
    while at < len(tokens) and tokens[at].text.lower() in opening:
        noun = at + 1
        if definite and noun < len(tokens) and tokens[noun].pos == "DET":
            noun += 1
        if noun >= len(tokens) or tokens[noun].pos != "NOUN" or tokens[noun].text.lower() in known.not_things:
            break
        at = end = noun + 1
        if not definite:
            break
    return end


def _glued(tokens: list[Token], at: int) -> bool:
    """Whether a token goes on a word with a hyphen in it that the tokenizer has cut: "sapeurs-pompiers"."""
    hyphen = "-" in (tokens[at].text, tokens[at - 1].text) or tokens[at].text.startswith("-")
    return hyphen and tokens[at].start == tokens[at - 1].end


def _describes(token: Token, known: Units) -> bool:
    """Whether a token behind a noun is an adjective of it; the parser takes small names and days of the week for some."""
    adjective = (token.pos == "ADJ" and token.dep != "det") or (token.pos == "PROPN" and token.text[:1].islower())  # "300 marins |tous| les jours"
    return adjective and token.text.lower() not in known.not_things and not token.text.startswith(DASHES)


def _agrees(noun: Token, adjective: Token) -> bool:
    """Whether an adjective is not a singular behind a plural: "un échantillon de 300 habitants représentatif"."""
    return not (noun.morph.get("Number") == "Plur" and adjective.morph.get("Number") == "Sing" and adjective.pos == "ADJ")


def _members(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether members are people: of a body of people, or of none that is named."""
    behind = tokens[at + 1 : at + 5]
    if any(body in _words(tokens[at + 1 : at + 7]).lower() for body in known.members_states):
        return False
    around = {token.text.lower() for token in (*tokens[max(0, at - 4) : at], *behind)}
    named = bool(behind) and behind[0].text.lower() in (*known.bare["of"], *known.bare["of_the"])
    return not around.isdisjoint(known.members_of) or (not named and around.isdisjoint(known.leagues))


def _words(tokens: list[Token]) -> str:
    """The tokens as the text spaces them."""
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts).strip('«»"“” ')


def points_back(number: Number, tokens: list[Token], first: int, after: int, counted: Counted, known: Units) -> bool:
    """ "ces cinq pays", "les deux pays": a count of what was named before. "les deux assassins de X" says which, and counts.

    The scale of a rate ("pour 100.000 habitants") counts nothing either.
    """
    if first == 0:
        return False
    determiner = tokens[first - 1].text.lower()
    if determiner in known.demonstrative:
        return True
    if determiner in known.rates and number.value >= 100 and str(int(number.value)).rstrip("0") == "1" and not number.approximate:
        return True
    if determiner not in known.definite or number.value > known.largest or number.scaled:
        return False
    return counted.word in known.back or not _restricted(tokens[after : after + 2 * FARTHEST], counted, known)


def _restricted(tokens: list[Token], counted: Counted, known: Units) -> bool:
    """Whether a complement says which ones are meant."""
    behind = [token for token in tokens if token.start >= counted.end]
    if not behind:
        return False
    following = behind[0]
    if following.text.lower() in known.bare["of"] and len(behind) > 1 and behind[1].text.lower() in known.bare["called"]:
        return False  # "les deux secrétaires d'Etat": what they are called, not which ones
    return following.text.lower() in ("de", "d'", "du", "des", "qui", "que", "qu'", "dont") or (
        following.pos == "VERB" and following.dep.startswith("acl")
    )


def casualty(number: Number, tokens: list[Token], after: int, known: Units) -> bool:
    """Whether the article of "un mort" counts: the verb counts, it says "at least", or another number stands beside it."""
    noun = next((token for token in tokens[after : after + 2] if token.pos != "ADJ" or token.text.lower() in known.casualties), None)
    if noun is None:
        return False
    if number.approximate or (noun.dep == "obj" and known.casualty_verbs.infinitive(noun.head.text, noun.head.lemma) in known.counting):
        return True
    behind = [token for token in tokens[after + 1 : after + 5] if token.start >= noun.end]
    if len(behind) > 1 and behind[0].text in ("et", ",") and behind[1].pos == "NUM":
        return True
    return noun.dep == "conj" and noun.head.child("nummod") is not None
