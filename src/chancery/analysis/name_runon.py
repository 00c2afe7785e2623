"""Names that run on into what stands behind them: a sentence's first words, a regiment's town, the region of a post, someone else."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Table, Unit

NONE: frozenset[str] = frozenset()
FULL = 4
"""Words of two persons' full names side by side."""


def unjoined(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """The name as it is, else what is left of it, or the two that ran into one."""
    if _is_listed(run, name, lexicon):
        return [name]
    if name.label == "PER":
        return _couple(run, name, lexicon) or [_parish(run, name, lexicon)]
    if name.label == "LOC":
        return [name]
    return _stationed(run, name, lexicon) or [name._replace(end=min(_before_sentence(run, name, lexicon), _posted(run, name, lexicon)))]


def _before_sentence(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where a body's name ends before the first words of the next sentence: `le |Fonds des pêches obligatoires| Sans bateau, il`."""
    for place in range(name.start + 2, name.end - 1):
        before, word, behind = run[place - 1 : place + 2]
        small = before.text.islower() and before.pos in ("NOUN", "ADJ") and before.text not in lexicon.links
        sentence = behind.text.islower() and word.text.lower() not in lexicon.articles | lexicon.plurals | lexicon.of_any
        if small and sentence and word.text[0].isupper() and _opens(word.text, lexicon):
            return place
    return name.end


def _opens(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins a sentence wherever it stands behind a small letter."""
    found = lexicon.openers.search("a" + word) if lexicon.openers else None
    return found is not None and found.start() == 1


def _posted(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> int:
    """Where a union's name ends behind somebody's post, before the land that the post is for: `le délégué |Concorde| pour la Lorraine`."""
    before = run[name.start - 1] if name.start else None
    post = before is not None and before.text.islower() and before.pos in ("NOUN", "ADJ") and before.text not in lexicon.things
    for place in range(name.start + 1, name.end - 1) if post else ():
        if run[place].text in lexicon.buyers:
            return place
    return name.end


def _stationed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """A regiment with its number and the town where it lies: `le |12e régiment de pêche| à |Lund|`."""
    troop = name.end - name.start > 2 and run[name.start].text[0].isdigit() and run[name.start + 1].text in lexicon.beside.get("troops", NONE)
    for place in range(name.start + 2, name.end - 1) if troop else ():
        if run[place].text in lexicon.to and run[place + 1].text[0].isupper():
            return [name._replace(end=place), Found(place + 1, name.end, "LOC")]
    return []


def _couple(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> list[Found]:
    """Two persons, the one whom a noun for their kin is of and that one: `l'ex-mari d'|Anna Roy| |Paul Lund|`."""
    place = name.start - 1
    kin = place > 0 and run[place].text in lexicon.of and run[place - 1].text.lower() in lexicon.beside.get("spouses", NONE)
    if not kin or name.end - name.start != FULL:
        return []
    words = [unit.text for unit in run[name.start : name.end]]
    given = [word.partition("-")[0] in lexicon.given for word in words]
    spelled = all(word[0].isupper() and word not in lexicon.particles for word in words)
    apart = spelled and given[2] and not given[1] and not given[3]
    return [name._replace(end=name.start + 2), name._replace(start=name.start + 2)] if apart else []


def _parish(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found:
    """The name as a place's where a parish begins it that something is in or of: `la gare de |Saint-Lund Holmel|`."""
    saint, hyphen, _ = run[name.start].text.partition("-")
    town = hyphen and saint in lexicon.beside.get("saints", NONE) and name.end - name.start > 1 and name.start > 1
    place = town and run[name.start - 1].text in lexicon.of and run[name.start - 2].text.lower() in lexicon.beside.get("sited", NONE)
    numbered = town and run[name.start - 1].text in lexicon.of and run[name.start - 2].text.isdecimal()
    return name._replace(label="LOC") if place or numbered else name


def _is_listed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> bool:
    """Whether the register, or most readers, know the words."""
    words = tuple(unit.text for unit in run[name.start : name.end])
    return any(_holds(words, table) for table in (lexicon.register, lexicon.known))


def _holds(words: tuple[str, ...], names: Table) -> bool:
    return any(listed == words for listed, _ in names.get(words[0], ()))
