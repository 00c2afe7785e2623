"""The noun that so many complement, where it tells what befalls or holds them: "la mort de dix personnes", "une jauge de 300 places"."""

import re

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject, preposition, subject
from chancery.analysis.units import units
from chancery.facts.clause_ends import QUOTES
from chancery.facts.handled import Handled
from chancery.facts.listed import Listed
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)


SET = 4
"""Words of "mise en examen de"."""
SET_WORDS = 2
"""Words of "en renfort"."""
FAR = 14
"""Words from an action to the last of those that it is done to."""
ASIDE = 6
"""Words between the noun and those it is done to that say when, or by whom."""


class Actions:
    """The nouns of one document that its figures complement."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._restricting, self._handled = nearby, restricting, handled
        lists = pack.words("numbers")["predicated"]
        self._generic, self._of = frozenset(lists["generic"]), list[str](lists["of"])
        self._actions, self._scales = frozenset((*lists["actions"], *lists["differences"])), frozenset(lists["scales"])
        self._at = frozenset(pack.words("numbers")["sums"]["at"])
        self._differences = frozenset(lists["differences"])
        self._communities = frozenset(lists["communities"])
        self._holding, self._agents = frozenset(lists["holding"]), frozenset(pack.words("numbers")["told"]["by"])
        self._putting, self._into = frozenset(lists["putting"]["nouns"]), frozenset(lists["putting"]["in"])
        self._of_the = frozenset(pack.words("numbers")["bare"]["of_the"])
        self._averting, self._bans = Listed(lists["averting"], pack), frozenset(lists["bans"])
        self._and = frozenset(pack.words("numbers")["restricting"]["joining"])
        self._aspirated = tuple(lists["aspirated"])
        self._thresholds, self._held = frozenset(lists["thresholds"]), frozenset(pack.words("numbers")["told"]["held"])
        self._counts_people, self._people = units(pack).counts_people, units(pack).people_unit

    def before(self, quantity: Quantity, noun: Token, *, short: bool = False) -> str:
        """The noun that so many are the complement of, with its preposition: "la mort de 13 personnes", "la suppression de 300 emplois".

        With `short`, what restricts the noun tells enough, unless it is done to them.
        """
        if put := self._put_in(quantity, noun):
            return put
        outer = outermost(quantity, noun)
        above, case = outer.head, outer.child("case") or noun.child("case")
        tied = outer.dep.startswith("nmod") and preposition(outer) == "de"
        if (not tied or above.lemma.lower() not in self._actions) and (pair := self._right_before(quantity)) is not None:
            above, case, tied = pair[0], pair[1], True
        above = self._set_with(above)
        if (
            not tied
            or case is None
            or above.pos != "NOUN"
            or quantity.span.contains(above.span)
            or (self._counts_people(above.text) and above.lemma.lower() not in self._actions)
        ):
            return ""
        if self._is_held(above, case):
            return ""
        telling = not short and noun.text.lower() in self._generic and above.lemma.lower() not in self._scales
        between = self._nearby.inside(Span(above.end, case.start)) if above.end < case.start else []
        quoted = self._is_quoted(above, between)  # `la "capture" de 300 marins`
        between = [] if quoted else between
        others = bool(between) and between[-1].text.lower() in self._and and above.lemma.lower() in self._actions
        if others or (above.lemma.lower() in self._actions and between and self._is_aside(between)):
            between = []
        acted = above.lemma.lower() in self._actions or self._is_threshold(above)
        if self._is_set(between) and (quantity.unit != self._people or not acted):
            return ""  # "les vols en provenance de 13 pays"
        if not (telling or acted) or not self._goes_between(between):
            return ""
        first = next((child for child in above.all("amod") if child.index == above.index - 1), above)
        whole = self._uncapitalised(self._nearby.text[first.start : between[-1].end if between else above.end], first) + " "
        whole = self._nearby.words(self._nearby.at(above.start) - 1, self._nearby.at(above.end) + 1) + " " if quoted else whole
        whole = f"{self._joined_to(above)}{whole}"
        joined = case.text.lower() if case.text.lower() not in self._of else self._of[self._elides(quantity.what or noun.text)]
        return f"{whole}{joined}" if joined.endswith("'") else f"{whole}{joined} "

    def difference(self, quantity: Quantity, noun: Token) -> str:
        """The noun that says that there are so many more or fewer, with its preposition: "un |bond de| 300 cas"; empty where none does."""
        told = self.before(quantity, noun)
        return told if any(word.lower().strip('"') in self._differences for word in told.split()) else ""

    def people(self, quantity: Quantity, noun: Token, counted: str) -> str:
        """ "Personnes d'une minorité turque", of "une minorité turque de 300 personnes"; empty where no noun for people who are one has them."""
        role = outermost(quantity, noun)
        whole, det = role.head, role.head.child("det")
        case = role.child("case") or noun.child("case")
        tied = role.dep.startswith("nmod") and preposition(role) == "de" and whole.lemma.lower() in self._communities
        if not tied or det is None or case is None or noun.text.lower() not in self._generic or det.morph.get("PronType") != "Art":
            return ""
        words = self._nearby.inside(Span(det.start, case.start))
        plain = case.start > whole.start and all(word.pos in ("DET", "ADJ", "NOUN") for word in words)
        article, rest = det.text.lower(), self._nearby.text[det.end : case.start].strip()
        of = self._of[VOWEL.match(article) is not None]
        named = f"{article}{rest}" if article.endswith("'") else f"{article} {rest}"
        joined = f"{of}{named}" if of.endswith("'") and not article.endswith("'") else f"{self._of[0]} {named}"
        return f"{counted} {joined}" if plain and rest else ""

    def _is_quoted(self, noun: Token, between: list[Token]) -> bool:
        """Whether a noun alone stands in quotes before a preposition."""
        before = self._nearby.tokens[self._nearby.at(noun.start) - 1]
        return len(between) == 1 and between[0].text in QUOTES and before.text in QUOTES and before.index < noun.index

    def _is_held(self, above: Token, case: Token) -> bool:
        """Whether a noun is only a part of what stands for a preposition: "en présence |de|"."""
        at = self._nearby.at(above.start)
        return above.end + 1 == case.start and at > 0 and self._nearby.words(at - 1, at + 1).lower() in self._held

    def _elides(self, word: str) -> bool:
        """Whether "de" loses its vowel before a word: not "de hauts fonctionnaires"."""
        return VOWEL.match(word) is not None and not word.lower().startswith(self._aspirated)

    def _is_threshold(self, noun: Token) -> bool:
        """Whether so many are only a mark that is set: "un seuil de 35 infections", not "le seuil des 300 morts"."""
        det = noun.child("det")
        return noun.lemma.lower() in self._thresholds and det is not None and det.morph.get("Definite") == "Ind"

    def _put_in(self, quantity: Quantity, noun: Token) -> str:
        """A set phrase for what is done to them, right before the number: "mise en examen de trois élus"."""
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - SET) : at]
        if len(words) < SET or words[0].lemma.lower() not in self._putting or words[-1].text.lower() not in (*self._of, *self._of_the):
            return ""
        if words[1].text.lower() not in self._into or words[2].pos != "NOUN" or any(word.index == 0 for word in words[1:]):
            return ""
        told = self._uncapitalised(self._nearby.words(at - SET, at - 1), words[0])
        of = words[-1].text.lower() if words[-1].text.lower() not in self._of else self._of[self._elides(quantity.what or noun.text)]
        return f"{told} {of}" if of.endswith("'") else f"{told} {of} "

    def _joined_to(self, action: Token) -> str:
        """The one before it that has the same complement: "mort ou ", of "la mort ou la mutilation de 222 enfants"."""
        other = action.head if action.dep == "conj" and action.head.lemma.lower() in self._actions else None
        between = self._nearby.inside(Span(other.end, action.start)) if other is not None and other.end < action.start else []
        plain = bool(between) and between[0].pos == "CCONJ" and all(token.pos in ("DET", "ADP") for token in between[1:])
        return f"{self._uncapitalised(other.text, other)} {between[0].text} " if other is not None and plain else ""

    def averted(self, quantity: Quantity, noun: Token, done: str) -> tuple[str, str]:
        """The words before those counted, and what stands behind them where it is averted: ("mort de ", " évitée"), ("interdiction des ...", "")."""
        above = next((token for token in noun.ancestors() if token.pos == "NOUN" and token.end <= quantity.span.start), None)
        if above is None or above.text.lower() not in done.lower().split():
            return done, ""
        whole = above.head
        if above.dep.startswith("nmod") and whole.pos == "NOUN" and whole.lemma.lower() in self._bans and whole.end <= above.start:
            return f"{self._nearby.text[whole.start : above.start]}{done}" if whole.index else done, ""
        verb = whole if whole.pos == "VERB" and self._averting.verb(whole) and not self._handled.is_denied(whole) else None
        if verb is None or not above.dep.startswith(("obj", "nsubj:pass")):
            return done, ""
        return done, f" {said}" if (said := self._handled.fate(verb, above)) else ""

    def _right_before(self, quantity: Quantity) -> tuple[Token, Token] | None:
        """The noun of an action and the preposition right before a number, whatever the parser hangs it on."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - 2 - ASIDE) : at]
        if len(before) < 2 or before[-1].text.lower() not in self._of or before[-1].index == 0:
            return None
        if before[-2].text.lower() in self._and:
            return self._joined_before(at - 2, before[-1])
        nouns = (place for place in range(len(before) - 2, -1, -1) if before[place].pos == "NOUN" and before[place].lemma.lower() in self._actions)
        place = next(nouns, -1)
        if place > 1 and before[place - 1].text.lower() in self._into and before[place - 2].lemma.lower() in self._actions:
            place -= SET_WORDS  # "la |condamnation| à mort de trois élus"
        between = before[place + 1 : -1]
        set_phrase = self._is_set(between) and quantity.unit == self._people
        found = place == len(before) - 2 or (place >= 0 and (set_phrase or self._is_aside(between)))
        return (before[place], before[-1]) if found else None

    def _joined_before(self, at: int, case: Token) -> tuple[Token, Token] | None:
        """The noun of an action done to others before "et" at an index, too: "le |limogeage| du directeur, le colonel Roux, et de trois agents"."""
        for place in range(at - 1, max(0, at - FAR), -1):
            token = self._nearby.tokens[place]
            if token.pos in ("VERB", "AUX", "SCONJ") or token.index == 0 or token.text in (";", ":", "(", ")"):
                return None
            behind = self._nearby.tokens[place + 1].text.lower()
            if token.pos == "NOUN" and token.lemma.lower() in self._actions:
                return (token, case) if behind in (*self._of, *self._of_the) else None
        return None

    def _set_with(self, noun: Token) -> Token:
        """The noun of an action that one ends the set phrase of: "la |condamnation| à mort de trois élus"; else the noun itself."""
        at = self._nearby.at(noun.start)
        before = self._nearby.tokens[max(0, at - SET_WORDS) : at]
        ends = len(before) == SET_WORDS and noun.index >= SET_WORDS and before[1].text.lower() in self._into
        return before[0] if ends and before[0].pos == "NOUN" and before[0].lemma.lower() in self._actions else noun

    def _is_set(self, words: list[Token]) -> bool:
        """Whether words go with the noun before them: "l'envoi |en renfort| de 300 agents", "la condamnation |à mort| de trois élus"."""
        return len(words) == SET_WORDS and words[0].text.lower() in self._into and words[1].pos == "NOUN" and words[0].index > 0

    def _is_aside(self, words: list[Token]) -> bool:
        """Whether words only say when or by whom something is done: "la libération par les autorités de 300 détenus"."""
        if any(token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") or token.index == 0 for token in words):
            return False
        words = words[SET_WORDS:] if len(words) > SET_WORDS and self._is_set(words[:SET_WORDS]) else words
        first = next((place for place, token in enumerate(words) if not self._restricting.is_timed(token)), len(words))
        return (
            first == len(words) or words[first].text.lower() in self._agents or (words[first].pos == "ADP" and self._restricting.is_timed(words[-1]))
        )

    def _goes_between(self, words: list[Token]) -> bool:
        """Whether words may stand between a noun and those it is done to: adjectives, "d'urgence"."""
        bare = len(words) > 1 and words[0].text.lower() in self._of and words[1].pos == "NOUN" and words[1].dep == "nmod"
        bare = bare or self._is_set(words)
        return all(token.pos == "ADJ" or token.dep == "amod" for token in (words[2:] if bare else words))

    def is_of(self, told: str, what: str) -> bool:
        """Whether words tell of something done to what is counted: "suppression d'emplois" of "emplois"."""
        action, _, rest = told.partition(" ")
        return action.lower() in self._actions and what in (
            rest,
            *(rest.removeprefix(f"{of} ") for of in self._of),
            *(rest.removeprefix(of) for of in self._of),
        )

    def held(self, quantity: Quantity, noun: Token) -> Token | None:
        """What could hold so many people, and tells of nobody: "une capacité d'accueil de 300 personnes", "la jauge reste à 300 personnes"."""
        role = outermost(quantity, noun)
        above = role.head
        if above.pos == "NOUN" and above.dep.startswith("nmod") and above.child("det") is None and above.lemma.lower() in self._actions:
            above = above.head  # "une capacité |d'accueil| de"
        elif role.child("cop") is not None or (above.pos == "VERB" and preposition(role) in self._at):
            above = (own_subject(role) if role.child("cop") is not None else subject(above)) or above
        return above if above.lemma.lower() in self._holding and above.end <= quantity.span.start else None

    def _uncapitalised(self, words: str, first: Token) -> str:
        """As inside a sentence, if they stand at the head of one."""
        return words[0].lower() + words[1:] if first.index == 0 and words[1:2].islower() else words
