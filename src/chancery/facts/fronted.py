"""Whose a figure is by the phrase that it stands in: "Avec 300 morts, l'Elbonie ...", "Élue avec 58 % des voix, Anna Blanc ...", "Untel, doté de"."""

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import own_subject
from chancery.facts.beside import Beside
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack

FARTHEST = 45
"""Tokens behind a figure in which a comma is looked for."""
OPENING = 7
"""Words from the participle that opens a sentence to the figure."""
APPOSED = 4
"""Words behind the comma before the name of the subject: "l'ancien ministre Marc Roux"."""
APART = ",\u00a0 "
"""What may stand between a name and what is said of it."""


class Fronted:
    """The phrases of one document that say what somebody has, before the clause or beside the name."""

    def __init__(self, nearby: Nearby, who: Parties, beside: Beside, topics: Topics, spoken: Spoken, pack: Pack) -> None:
        self._nearby, self._who, self._beside, self._topics, self._spoken = nearby, who, beside, topics, spoken
        lists, places = pack.words("numbers")["whose"], pack.words("numbers")["whereabouts"]
        self._with, self._country = frozenset(lists["fronted"]), frozenset(lists["country"])
        self._rich, self._theirs = frozenset(lists["peopled"]), frozenset(lists["theirs"])
        self._of, self._brought, self._by = frozenset(places["of"]), frozenset(lists["led_by"]), frozenset(lists["by"])
        self._having = Listed((*lists["having"], *lists["placing"], *lists["declaring"]), pack)
        self._around = Listed(lists["surrounding"], pack)
        self._others = frozenset(pack.words("numbers")["disowned"]["others"])
        self._added = frozenset(lists["added"])
        self._after, self._won = frozenset(lists["after"]), frozenset(lists["won"])
        self._parts = frozenset(lists["parts"])
        self._inhabitants = frozenset(lists["inhabitants"])
        self._lengths = frozenset(pack.words("numbers")["levels"]["lengths"])

    def of(self, quantity: Quantity) -> tuple[str, ...]:
        """Whoever stands right before "avec"; where that opens the sentence, whoever is behind its comma, as with what "après" brings."""
        first = self._phrase(quantity)
        if first == 0:
            return ()
        if self._nearby.tokens[first - 1].text.lower() in self._after and not self._nearby.tokens[first - 1].index:
            won = any(word.text.lower() in self._won for word in self._nearby.inside(quantity.span))
            return self._behind(first) if won else ()
        if self._adds(first):
            return self._behind(first)
        if self._nearby.tokens[first - 1].text.lower() not in self._with:
            return ()
        if any(word.text.lower() in self._others for word in self._nearby.inside(quantity.span)):
            return ()  # "Avec 300 autres militants, Anna Blanc a marché": she is one of them
        before = self._nearby.tokens[first - 1]
        return self._with_it(before) if before.index else self._behind(first)

    def _adds(self, first: int) -> bool:
        """Whether "outre" or "en plus de" opens a clause right before a figure: "Outre une commande de 300 chars, l'Elbonie"."""
        before = self._nearby.tokens[max(0, first - 3) : first]
        if before[-1].text.lower() in self._added:
            place = first - 1
        elif len(before) == 3 and " ".join(word.text.lower() for word in before[:2]) in self._added and before[2].text.lower() in self._of:
            place = first - 3
        else:
            return False
        return self._nearby.tokens[place].index == 0 or self._nearby.tokens[place - 1].text in (":", ";")

    def led(self, quantity: Quantity) -> tuple[str, ...]:
        """Whoever the participle or adjective before it is said of: "Élue avec 58 % des voix, Anna Blanc", "Untel, fort de 300 brevets"."""
        first = self._phrase(quantity)
        if first < 2 or quantity.unit in self._lengths:
            return ()
        found = self._opened(first) or self._apposed(first)
        live = any(word.text.lower() in self._inhabitants for word in self._nearby.inside(quantity.span))
        lead = self._nearby.tokens[first - 2]
        return found if not live or self._is_rich(lead) else ()  # a state may be surrounded by so many

    def _phrase(self, quantity: Quantity) -> int:
        """The index of the first word of a quantity with its possessive; with the noun that it is only told of: "d'un budget de 3 millions"."""
        tokens, first = self._nearby.tokens, self._nearby.at(quantity.span.start)
        if first > 0 and tokens[first - 1].text.lower() in self._theirs:
            return first - 1
        noun = first
        while noun > 3 and tokens[noun - 1].text.lower() in self._of and tokens[noun - 2].pos == "NOUN":
            noun -= 2  # "d'un chiffre d'affaires de 3 millions"
        return noun - 1 if noun < first and tokens[noun - 1].pos == "DET" else first

    def _with_it(self, case: Token) -> tuple[str, ...]:
        """Whose name stands right before "avec" and behind no preposition."""
        name = self._nearby.mention_ending(case.start - 1)
        if name is None or name.type == "PER" or self._beside.governed(name):
            return ()
        objects = (token.head for token in self._nearby.inside(name.span) if token.dep == "obj")
        passed = any((acts := own_subject(verb)) is not None and acts.end <= verb.start for verb in objects)
        return meant(name) if not passed else ()  # "le Pérou a dépassé l'Elbonie avec 300 morts"

    def _opened(self, first: int) -> tuple[str, ...]:
        """The subject of what a participle or adjective opens: "Dotée de 3 millions, la firme", "Élue avec 58 % des voix, Anna Blanc"."""
        case = self._nearby.tokens[first - 1]
        opening = self._nearby.tokens[first - 1 - case.index : first - 1]
        if not opening or len(opening) > OPENING or not self._brings(opening[0], case):
            return ()
        plain = all(word.pos not in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ") for word in opening[1:])
        return self._behind(first) if plain else ()

    def _is_rich(self, lead: Token) -> bool:
        return lead.text.lower() in self._rich or lead.text.lower() in self._country

    def _brings(self, lead: Token, case: Token) -> bool:
        """Whether what a participle or adjective says with a preposition, whoever it is said of has: "fort de", "élu avec", "condamné à"."""
        word = case.text.lower()
        done = lead.morph.get("VerbForm") == "Part" and lead.morph.get("Tense") == "Past"
        rich = self._is_rich(lead)
        had = self._having.verb(lead) is not None
        if word in self._by:
            return self._around.verb(lead) is not None
        if word in self._of or word in self._with:
            return done or rich or had
        return word in self._brought and had

    def _apposed(self, first: int) -> tuple[str, ...]:
        """Whose name stands before the comma and "doté de", "fort de", or right before them."""
        case, lead = self._nearby.tokens[first - 1], self._nearby.tokens[first - 2]
        if not lead.index or lead.pos == "AUX" or not self._brings(lead, case) or lead.text.lower() in self._country:
            return ()
        name = self._nearby.mention_ending(self._nearby.back_over(lead.start, APART))
        if name is None or self._is_one_of(name) or self._beside.governed(name) or self._is_complement(name):
            return ()
        return meant(name)

    def _is_complement(self, name: Mention) -> bool:
        """Whether a name is only part of what is said of something else: "celle du magnat Marc Roux, suivie d'une descente de 30 agents"."""
        first = self._nearby.inside(name.span)[0]
        over = next((token for token in (first, *first.ancestors()) if token.dep not in ("flat", "flat:name", "appos")), first)
        return over.dep.startswith("nmod") and over.head.start < first.start

    def _is_one_of(self, name: Mention) -> bool:
        """Whether it is the last of several names."""
        at = self._nearby.at(name.span.start)
        before = self._nearby.tokens[max(0, at - 2) : at]
        return any(word.pos == "CCONJ" for word in before)

    def _behind(self, first: int) -> tuple[str, ...]:
        """Whose name follows a comma: the next one that brings no part (", dont 17 décès,"), or a state's behind a later one in the sentence."""
        behind = self._nearby.tokens[first : first + FARTHEST]
        commas = [place for place, token in enumerate(behind) if token.text == "," and behind[0].index + place == token.index]
        commas = [place for place in commas if self._parts.isdisjoint(word.text.lower() for word in behind[place + 1 : place + 2])]
        for order, comma in enumerate(commas):
            following = [token for token in behind[comma + 1 : comma + 3] if token.pos != "DET"]
            mention = self._nearby.mention_before(following[0].start) if following else None
            if mention is not None and mention.span.start == following[0].start and (order == 0 or following[0].dep.startswith("nsubj")):
                return meant(mention)
            acting = following and (following[0].dep.startswith("nsubj") or following[0].morph.get("PronType") == "Prs")
            if order == 0 and acting and (found := self._who.acting(following[0])):
                return found
            if order == 0 and (found := self._called(behind[comma + 1 : comma + 1 + APPOSED])):
                return found
            acts = next((token for token in behind[comma + 1 : comma + 1 + APPOSED] if token.dep.startswith("nsubj") and token.pos == "NOUN"), None)
            if acts is not None and not any(token.morph.get("VerbForm") == "Fin" for token in behind[:comma]):
                return self._topics.state(acts) or self._spoken.country(acts)
        return ()

    def _called(self, words: list[Token]) -> tuple[str, ...]:
        """Whose name stands behind what he is called: "l'ancien ministre Marc Roux"."""
        for word in words:
            name = self._nearby.mention_before(word.start)
            if name is not None and name.span.start == word.start:
                return meant(name)
            if word.pos not in ("DET", "NOUN", "ADJ"):
                return ()
        return ()
