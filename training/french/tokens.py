"""Where the French tokenizer cuts otherwise than spaCy's: scrapers glue sentences together, and treebanks keep some words whole."""

import re
from collections import defaultdict
from itertools import product

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

GLUED = rf"(?<=[{ALPHA}0-9][{ALPHA_LOWER}{ALPHA_UPPER}0-9»\"”)])[.!?…](?=[{ALPHA_UPPER}][{ALPHA_LOWER}'’])(?!(?:Com|Net|Org|Info|Fr|Be|Ch|Eu)\b)"
"""A final mark between two letters or figures and a word with a capital: `fin.Début`, `AFP.Des`, but not `U.S.A` or `J.Martin`."""
QUOTED = r"(?<=[’'])[\"«“]"
"""A quotation mark behind an elision: `l'"exigence`."""
INVERTED = rf"(?<=[{ALPHA}])-t-(?:ils?|elles?|on)$"
"""`affirme-t-il` is `affirme` and `-t-il`."""
INVERTED_GLUED = r"(?<=\w)-(?:t-)?(?:ils?|elles?|on)(?=[.!?…][A-ZÀ-Ý])"
"""The same where the next sentence is glued to it: `affirme-t-il.La`."""
SMALL = "a-zß-öø-ÿœ"
CLITICS = "je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en|là|ci"
COMPOUND = rf"(?<=[{SMALL}])-(?=[{SMALL}])(?!(?:t-)?(?:{CLITICS})(?![\w-]))"
"""The hyphen of a common word: `état-major`, `aide-soignante`, but not `dit-il`, `ce jour-là`; treebanks keep such words whole, spaCy a list."""
ADDRESS = rf"(?u)(?!(?!\S*(?:://|www\.|@))\S*{GLUED}){URL_PATTERN}"
"""What is an address stays whole, but glued sentences are none, though they look like `host.domain`."""
WHOLE = (
    *map("-".join, product(("celui", "celle", "ceux", "celles"), ("ci", "là"))),
    *map("-".join, product(("moi", "toi", "lui", "elle", "soi", "nous", "vous"), ("même",))),
    *map("-".join, product(("nous", "vous", "eux", "elles"), ("mêmes",))),
    *map("-".join, product(("ci",), ("dessus", "dessous", "après", "contre"))),
    *map("-".join, product(("là",), ("bas", "haut", "dessus", "dessous", "dedans"))),
    *map("-".join, product(("au", "par"), ("delà", "dessus", "dessous"))),
    *("au-devant", "peut-être", "c'est-à-dire", "vis-à-vis", "week-end", "week-ends", "quelques-uns", "quelques-unes", "quelqu'un"),
)
"""Words that stay whole, also where they begin a sentence."""
CLASSES = re.compile("|".join(rf"\[[^][]*{re.escape(letters)}[^][]*\][+*]?" for letters in (ALPHA, ALPHA_LOWER)))
"""Part of a pattern that names the letters one by one."""


def mend(tokenizer: Tokenizer) -> None:
    """Let the tokenizer of a French pipeline cut so, by patterns that are quickly compiled."""
    tokenizer.token_match = re.compile(shortened(tokenizer.token_match.__self__.pattern)).match  # type: ignore[attr-defined]
    infixes, suffixes = tokenizer.infix_finditer.__self__.pattern, tokenizer.suffix_search.__self__.pattern  # type: ignore[attr-defined]
    tokenizer.infix_finditer = compile_infix_regex([INVERTED_GLUED, rf"(?!{COMPOUND})(?:{infixes})", GLUED, QUOTED]).finditer
    tokenizer.suffix_search = re.compile(f"{INVERTED}|{suffixes}").search
    tokenizer.url_match = re.compile(ADDRESS).match
    for written, pieces in tokenizer.rules.items():
        if [piece[ORTH] for piece in pieces[1:-1]] == ["-t"]:
            tokenizer.add_special_case(written, [pieces[0], {ORTH: "-t" + pieces[-1][ORTH]}])
    for word in WHOLE:
        for form in (word, word.capitalize(), word.upper()):
            tokenizer.add_special_case(form, [{ORTH: form}])


def shortened(pattern: str) -> str:
    """An equal pattern for spaCy's `(?iu)(?:^one$)|(?:^two$)|...`: the same classes of letters around different words are named once.

    Every class of letters, some thousand signs, takes milliseconds to compile, and the pattern has hundreds.
    """
    flags, first, last = "(?iu)", "(?:^", "$)"
    if not pattern.startswith(flags + first):
        return pattern
    framed: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in pattern[len(flags + first) : -len(last)].split(f"{last}|{first}"):
        words = max(CLASSES.split(one), key=len)
        before, _, after = one.partition(words)
        framed[before, after].append(words)
    return flags + "|".join(f"^{before}(?:{'|'.join(words)}){after}$" for (before, after), words in framed.items())
