"""Numbers that stand alone, without a noun of their own: whether their place shows that they take up an earlier count."""

from chancery.analysis.counted import FARTHEST, is_pronoun
from chancery.analysis.tokens import Token
from chancery.analysis.units import Units
from chancery.scan.numbers import Number

CLITICS = 3
"""Words of "à les" and a verb."""


def in_brackets(number: Number, text: str) -> int | None:
    """Where the word before the brackets ends, if the number fills them: "l'Italie (895)"."""
    start, end = number.start, number.end
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return None
    return len(text[max(0, start - 4) : start - 1].rstrip()) + max(0, start - 4)


def shares_alone(number: Number, tokens: list[Token], first: int, end: int, text: str, known: Units) -> bool:
    """Whether a share stands alone where it can only be one of the same as the last: "(53 %)", "contre 13 %", "et 15 %"."""
    before = text[max(0, number.start - 2) : number.start].rstrip()
    bracketed = before.endswith("(") and text[end : end + 1] in (")", ",", " ")
    return bracketed or (first > 0 and tokens[first - 1].text.lower() in known.alone_after)


def among_them(tokens: list[Token], after: int, known: Units) -> bool:
    """Whether a pronoun behind it stands for what was counted: "cinq d'entre eux"."""
    following = tokens[after : after + 2]
    return bool(following) and known.bare["among"] in (following[0].text.lower(), "".join(token.text.lower() for token in following))


def counts_others(tokens: list[Token], after: int, known: Units) -> bool:
    """Whether even "des milliers" counts what was counted before, for "autres" or "d'entre eux" follows."""
    return among_them(tokens, after, known) or (after < len(tokens) and tokens[after].text.lower() in known.bare["others"])


def people_doing(tokens: list[Token], first: int, after: int, known: Units) -> bool:
    """Whether a number says how many people do something: "ils étaient 300 à défiler"."""
    behind = tokens[after : after + CLITICS]
    doing = len(behind) > 1 and behind[0].text.lower() in known.bare["to_do"] and any(token.morph.get("VerbForm") == "Inf" for token in behind[1:])
    at = first - 1
    while at > 0 and tokens[at].pos in ("ADV", "ADP"):
        at -= 1
    return doing and at > 0 and tokens[at].lemma.lower() == known.bare["be"] and tokens[at - 1].text.lower() in known.bare["they"]


def opens_with_others(tokens: list[Token], first: int, after: int, known: Units) -> bool:
    """Whether a sentence opens with it, and "autres" behind: "Huit autres étaient absents"."""
    return tokens[first].index == 0 and after < len(tokens) and tokens[after].text.lower() in known.bare["others"]


def stands_alone(number: Number, tokens: list[Token], first: int, after: int, known: Units) -> int | None:
    """Where the evidence of a number without a noun ends, if its place shows that it takes up an earlier count; else None."""
    end = tokens[after - 1].end if after else 0
    if is_pronoun(tokens, first, known):
        return None
    following = tokens[after].text.lower() if after < len(tokens) else ""
    if following in known.bare["others"]:
        return tokens[after].end
    if any(tokens[at].dep.startswith("nsubj") for at in range(first, after)) and following not in ("", ",", ")"):
        return end
    if _opens_clause(tokens, first, known) and _verb_follows(tokens, after):
        return end
    if _of_them(tokens, first, known):
        return end
    if first and tokens[first - 1].text.lower() in ("dont", "contre"):
        return end
    return end if following == "des" or among_them(tokens, after, known) else None


def _opens_clause(tokens: list[Token], first: int, known: Units) -> bool:
    """Whether nothing of its clause stands before a number, "entre" left aside."""
    at = first - 1
    if at >= 0 and tokens[at].text.lower() == known.between:
        at -= 1
    return at < 0 or tokens[at].text.lower() in known.bare["opens"]


def _verb_follows(tokens: list[Token], after: int) -> bool:
    """Whether a finite verb comes next, clitics before it left aside: "s'y trouveraient"."""
    following = next((token for token in tokens[after : after + FARTHEST] if token.pos != "PRON" and token.text.lower() not in ("ne", "n'")), None)
    return following is not None and following.pos in ("VERB", "AUX") and following.morph.get("VerbForm") == "Fin"


def _of_them(tokens: list[Token], first: int, known: Units) -> bool:
    """Whether the verb before a number has the pronoun that stands for what was counted: "ils en comptent 300"."""
    at = first - 1
    while at >= 0 and tokens[at].pos in ("ADV", "ADP"):
        at -= 1
    verb = at
    while at >= 0 and tokens[at].pos in ("VERB", "AUX") and verb - at < FARTHEST:
        at -= 1
    finite = any(token.morph.get("VerbForm") == "Fin" for token in tokens[at + 1 : verb + 1])
    return finite and at >= 0 and tokens[at].text.lower() == known.bare["pronoun"]
