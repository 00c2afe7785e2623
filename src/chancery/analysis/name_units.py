"""Words as the tagger sees them: tokens, cut where signs or a missing space glue words together, and names of two halves made one."""

import re
from collections.abc import Iterator, Sequence

from chancery.analysis.name_lexicon import PIECE, Lexicon, Unit
from chancery.analysis.tokens import Sentence

INNER = re.compile("(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where a capital stands inside a word."""
HANDLES = ("@", "#")
"""Signs before words that are written together on purpose."""
PER_UNIT = "/"
"""Behind it a letter is a unit's, to which a first name may be glued: `km/hAnna`."""
SHORTEST_GLUED = 4
"""Letters of the shortest word that a first name is glued to; prefixes of names are shorter (`DeAndre`, `MacAlan`)."""
STOPS = frozenset(".!?…")
NONE: frozenset[str] = frozenset()


def units(sentence: Sentence, lexicon: Lexicon) -> list[list[Unit]]:
    """The units of a sentence in text order, in as many runs as there are sentences in it: a missing space hides where one ends."""
    runs: list[list[Unit]] = [[]]
    for token in sentence.tokens:
        if _whole(token.text):
            _add(Unit(token.start, token.start + len(token.text), token.text, token.pos), runs[-1], lexicon)
            continue
        before = runs[-1][-1] if runs[-1] else None
        rated = before is not None and before.text == PER_UNIT and before.end == token.start
        for start, end, opens in _pieces(token.text, lexicon, 1 if rated else SHORTEST_GLUED):
            if opens and runs[-1]:
                runs.append([])
            _add(Unit(token.start + start, token.start + end, token.text[start:end], token.pos), runs[-1], lexicon)
    return [_unprefixed(run, lexicon) for run in runs if run]


def _unprefixed(run: Sequence[Unit], lexicon: Lexicon) -> list[Unit]:
    """The units, a prefix cut from a name of several words that readers know without it: `ex-|Front| national`."""
    made: list[Unit] = []
    for place, unit in enumerate(run):
        prefix, hyphen, word = unit.text.partition("-")
        cut = len(prefix + hyphen) if word and prefix.lower() in lexicon.beside.get("prefixes", NONE) else 0
        if cut and _is_known(word, run[place + 1 :], lexicon):
            made.append(Unit(unit.start, unit.start + cut, unit.text[:cut], "ADJ"))
            unit = Unit(unit.start + cut, unit.end, word, "NOUN")
        made.append(unit)
    return made


def _is_known(word: str, behind: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether a word and those behind it are a name of several words that the register or most readers know."""
    listed = (words for table in (lexicon.register, lexicon.known) for words, _ in table.get(word, ()) if len(words) > 1)
    return any(words[1:] == tuple(unit.text for unit in behind[: len(words) - 1]) for words in listed)


def _add(unit: Unit, run: list[Unit], lexicon: Lexicon) -> None:
    """Put the unit behind the others, or make it one with the halves of its name."""
    halves = _halves(run, unit.text, lexicon) if run and run[-1].end == unit.start else 0
    if halves:
        name = run[-halves:]
        unit = Unit(name[0].start, unit.end, "".join(half.text for half in name) + unit.text, name[0].pos)
        del run[-halves:]
    run.append(unit)


def _halves(run: Sequence[Unit], text: str, lexicon: Lexicon) -> int:
    """How many of the last units belong to one hyphenated name with a word that touches them: tokenisers cut `Jong-un` and `Côte-d'Azur`.

    A pronoun behind a verb is no half of a name (`Voulez-vous`); nor are two names joined by a hyphen one (`Italie-France`), unless the register has
    them so in a longer name.
    """
    last = run[-1].text
    if last[-1] == "'" and "-" in last and text.isalpha():
        return 1
    if last == "-" and text[0].isalpha() and len(run) > 1 and run[-2].end == run[-1].start:
        if len(run) > 2 and (run[-3].text, f"{run[-2].text}-{text}") in lexicon.joined:
            return 2
        both = f"{run[-2].text}-{text}"
        known = any(words == (both,) for words, _ in lexicon.known.get(both, ()))  # `Paris-Match`
        known |= run[-2].text[0].isupper() and text[0].isupper() and text.lower() in lexicon.beside.get("compass", NONE)  # `Berlin-Est`
        return 2 * int(known or (_begins(run[-2].text, lexicon) and "-" + text.lower() not in lexicon.clitics))
    return 0


def _begins(text: str, lexicon: Lexicon) -> bool:
    """Whether a word can be the first half of a name: capitalised, and no name of the register by itself."""
    return text[0].isupper() and text[-1].isalpha() and not any(len(words) == 1 for words, _ in lexicon.register.get(text, ()))


def _whole(text: str) -> bool:
    """Whether a token is plainly one word: small, or in capitals, or capitalised, with at most an apostrophe or an abbreviation's point behind it."""
    bare = text[:-1] if text[-1] == "'" or (text[-1] == "." and len(text) < 4) else text
    return bare.isalpha() and (bare[1:].islower() or bare.isupper() or len(bare) == 1)


def _pieces(text: str, lexicon: Lexicon, shortest: int) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each piece of a token, and whether a sentence begins with it."""
    stopped = False
    for found in PIECE.finditer(text):
        start, end = found.span()
        cut = 0 if text[start - 1 : start] in HANDLES else _opens_inside(found.group(), lexicon, shortest)
        if cut:
            yield start, start + cut, False
            start += cut
        yield start, end, bool(cut) or (stopped and text[start].isupper())
        stopped = text[start:end] in STOPS


def _opens_inside(word: str, lexicon: Lexicon, shortest: int) -> int:
    """Where a sentence begins in a word, by an opener (`BrestLe`) or a first name behind a word that is none (`BudgetAnna`); 0 if none does."""
    opener = lexicon.openers.search(word) if lexicon.openers else None
    if opener:
        return opener.start()
    inner = INNER.search(word)
    glued = inner is not None and inner.start() >= shortest and word[: inner.start()] not in lexicon.given
    return inner.start() if inner is not None and glued and word[inner.start() :].partition("-")[0] in lexicon.given else 0
