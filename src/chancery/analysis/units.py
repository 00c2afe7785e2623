"""What a number counts, by the nouns of a pack: people, money, measures, ages."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from chancery.analysis.limits import Limits, limits
from chancery.languages import Pack
from chancery.languages.conjugation import Forms
from chancery.scan.phrases import SPACE, either, plain


@dataclass(frozen=True, slots=True)
class Units:
    """The lists of `numbers.toml` that say what is counted."""

    people_unit: str
    people: frozenset[str]
    things: re.Pattern[str]
    """Words of more than one that are no people, though their first would be: "gardes à vue"."""
    endings: tuple[tuple[str, str], ...]
    """Of nouns for people in other forms, and that of the listed one: `-ières`, `-ier`."""
    crafts: frozenset[str]
    """Of the nouns for people, the ones for a craft where its model stands behind."""
    prefixes: tuple[str, ...]
    peoples: re.Pattern[str]
    """A people's name, written with a capital."""
    members: frozenset[str]
    members_of: frozenset[str]
    members_states: tuple[str, ...]
    """Bodies whose members are states, whatever their name begins with."""
    kinds: frozenset[str]
    """Nouns for people that tell only what kind of thing the noun right behind is of: "candidats vaccins"."""
    leagues: frozenset[str]
    participles: tuple[str, ...]
    """How participles end."""
    written: re.Pattern[str]
    """A unit right behind a number, or behind "de" where the number ends in a power ("millions d'euros")."""
    codes: dict[str, str]
    money: dict[str, Any]
    age_nouns: frozenset[str]
    age_before: re.Pattern[str]
    age_at: dict[str, Any]
    """Before years that open a sentence: "À 42 ans, elle ..."."""
    age_behind: re.Pattern[str]
    bearers: frozenset[str]
    bearer_endings: tuple[str, ...]
    rates: frozenset[str]
    """Before a round number that is only a scale ("pour 100.000 habitants")."""
    not_things: frozenset[str]
    durations: frozenset[str]
    demonstrative: frozenset[str]
    definite: frozenset[str]
    back: frozenset[str]
    largest: int
    bare: dict[str, Any]
    between: str
    denying: frozenset[str]
    """Before a verb, these turn the bound of its object."""
    numbering: dict[str, Any]
    """What says that a bare number is the number of something."""
    number_verbs: Forms
    limits: Limits
    """What the words around a number make of it."""
    casualties: frozenset[str]
    counting: frozenset[str]
    """Verbs that tell a number of casualties."""
    casualty_verbs: Forms
    sayings: re.Pattern[str]
    """Whose numbers count nothing."""
    share_of: re.Pattern[str]
    """What a share is one of, behind its unit."""
    out_of: re.Pattern[str]
    """ "sur dix" behind a count."""
    out_of_word: str
    out_of_words: int
    """Before a total, and words from a part to it."""
    wholes: dict[str, int]
    parts: frozenset[str]
    """Before a part of what was counted."""
    alone_after: frozenset[str]
    """Before a share alone that is one of the same as the last."""
    goes_from: frozenset[str]
    goes_to: frozenset[str]
    """Around the first number of a change ("de 3.000 à 4.500")."""

    def counts_people(self, noun: str) -> bool:
        """Whether the noun, as the text has it, is one for people; so is a compound whose first half is: `sapeurs-pompiers`."""
        lower = noun.lower().removeprefix(next((prefix for prefix in self.prefixes if noun.lower().startswith(prefix)), ""))
        return (
            self._is_people(lower)
            or ("-" in lower and self._is_people(lower.partition("-")[0]))
            or (noun[:1].isupper() and bool(self.peoples.search(noun)))
        )

    def _is_people(self, lower: str) -> bool:
        one = lower.removesuffix("s")
        forms = (lower, one, lower.removesuffix("x"), one.removesuffix("e"))
        other = (lower.removesuffix(ending) + masculine for ending, masculine in self.endings if lower.endswith(ending))
        return any(form in self.people for form in (*forms, *other))

    def one_person(self, noun: str) -> bool:
        """Whether the noun, as the text has it, is one for a single person whose age may follow: "un mécanicien de 25 ans"."""
        lower = noun.lower()
        return lower in self.bearers or (not lower.endswith("s") and (self.counts_people(f"{noun}s") or lower.endswith(self.bearer_endings)))


@lru_cache(maxsize=8)
def units(pack: Pack) -> Units:
    """The units of a pack; raises PluginError if the pack has no `numbers.toml`."""
    lists = pack.words("numbers")
    people, ages, things, pointing, shares = lists["people"], lists["ages"], lists["not_things"], lists["pointing"], lists["shares"]
    return Units(
        people_unit=people["unit"],
        people=frozenset(word.lower() for word in people["nouns"]),
        things=re.compile(rf"(?:{either(people['things'])})(?!\w)", re.IGNORECASE),
        endings=tuple((ending, listed) for ending, listed in people["endings"]),
        crafts=frozenset(people["crafts"]),
        prefixes=tuple(people["prefixes"]),
        peoples=re.compile(rf"(?:{either(people['peoples'])})\Z"),
        members=frozenset(people["members"]),
        members_of=frozenset(people["members_of"]),
        members_states=tuple(people["members_states"]),
        kinds=frozenset(people["kinds"]),
        participles=tuple(lists["restricting"]["participles"]),
        leagues=frozenset(people["leagues"]),
        written=re.compile(
            rf"{SPACE}?(?P<of>de{SPACE}|d['’])?(?P<unit>{either(lists['units'])})(?:(?![\w²]|/\w)|(?-i:(?<=[a-zé])(?=[A-ZÀ-Ý])))", re.IGNORECASE
        ),
        codes={plain(word): code for word, code in lists["units"].items()},
        money=lists["money"],
        age_nouns=frozenset(ages["nouns"]),
        age_before=re.compile(rf"(?<!\w)(?:{either(ages['before'])}){SPACE}(?:(?:{either(ages['between'])}){SPACE})?\Z", re.IGNORECASE),
        age_at=ages["at"],
        age_behind=re.compile(rf"{SPACE}(?:{either(ages['behind'])})(?!\w)", re.IGNORECASE),
        bearers=frozenset(ages["bearers"]),
        bearer_endings=tuple(ages["bearer_endings"]),
        rates=frozenset(lists["rates"]["before"]),
        not_things=frozenset(word for group in ("durations", "months", "others") for word in things[group]),
        durations=frozenset(things["durations"]),
        demonstrative=frozenset(pointing["demonstrative"]),
        definite=frozenset(pointing["definite"]),
        back=frozenset(pointing["back"]),
        largest=pointing["largest"],
        bare=lists["bare"],
        between=lists["ranges"]["between"],
        denying=frozenset(lists["approximate"]["denying"]),
        numbering=lists["numbering"],
        number_verbs=Forms(lists["numbering"]["verbs"], pack),
        limits=limits(pack),
        casualties=frozenset(lists["casualties"]["nouns"]),
        counting=frozenset(lists["casualties"]["verbs"]),
        casualty_verbs=Forms(lists["casualties"]["verbs"], pack),
        sayings=re.compile(rf"(?<!\w)(?:{either(lists['idioms']['sayings'])})(?!\w)", re.IGNORECASE),
        share_of=re.compile(
            rf"(?:{SPACE}?\([+-]{SPACE}?\d+[^()\n]{{0,9}}\))?(?:{SPACE}?[)\"”»])?(?:{SPACE}(?:{either(shares['only'])}))?{SPACE}(?:{either(shares['of'])})(?:(?<=['’])|{SPACE})[«\"“]?{SPACE}?(?:(?:{either(lists['approximate']['before'])}){SPACE}?)?(?:\d[\d.,]*{SPACE}(?:(?:{either(list(lists['powers']))}){SPACE}d(?:e{SPACE}|['’]))?)?(?!(?:{either(shares['not_nouns'])})(?!\w))(?P<noun>(?:(?:{either(shares['before_noun'])}){SPACE})?(?:(?:{either(shares['wholes_of'])}){SPACE}(?:de{SPACE}la{SPACE}|de{SPACE}l['’]|des{SPACE}|du{SPACE}|de{SPACE}|d['’]))?[^\W\d_](?:[\w'’-]*\w)?)",
            re.IGNORECASE,
        ),
        out_of=re.compile(rf"{SPACE}{shares['out_of']}{SPACE}(?P<whole>{either(list(shares['wholes']))})(?![\w]|[.,]\d)", re.IGNORECASE),
        out_of_word=shares["out_of"],
        out_of_words=shares["out_of_words"],
        wholes=shares["wholes"],
        parts=frozenset(lists["whose"]["parts"]),
        alone_after=frozenset(shares["alone_after"]),
        goes_from=frozenset((lists["ranges"]["from"],)),
        goes_to=frozenset(lists["ranges"]["from_to"]),
    )
