"""How a constituent goes on behind an index: "les opérations Serval |et Barkhane|", "des primes |versées aux veuves|", "à bord |du cargo|"."""

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.facts.clause_ends import QUOTES
from chancery.facts.constituents import Constituents
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.facts.unfinished import FEW, MOST, Unfinished
from chancery.languages import Pack
from chancery.span import Span

BRACKET = 5
"""Words in brackets behind which "et" still joins: "Serval |(2013)| et"."""
GROUP = 4
"""Words among which the noun stands that something is more than."""
PHRASE = ("ADP", "DET", "NOUN", "PROPN", "ADJ")
"""Of what the complement of a subject is made."""
NOUNS = ("NOUN", "PROPN")


class GoingOn:
    """What stands behind the words of one document that are not complete without it."""

    def __init__(self, nearby: Nearby, restricting: Restricting, counted: frozenset[int], pack: Pack) -> None:
        self._nearby, self._restricting, self._counted = nearby, restricting, counted
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        self._verbs = Unfinished(nearby, restricting, pack)
        numbers = pack.words("numbers")
        lists = numbers["finished"]
        self._or = frozenset(lists["or"])
        self._halves = frozenset((*lists["halves"], *lists["loose"]))
        self._halves_to, self._to_it = frozenset(lists["halves_to"]), frozenset(numbers["restricting"]["to"])
        self._needing, self._towards = frozenset(lists["needing"]), frozenset(lists["towards"])
        self._bare = frozenset(numbers["bare"]["of"])
        self._elided = frozenset(word for word in self._bare if not word[-1].isalpha())
        self._of = frozenset((*numbers["bare"]["of"], *numbers["bare"]["of_the"]))
        self._to = frozenset(lists["repeated"])
        self._and, self._than = frozenset(numbers["restricting"]["joining"]), frozenset(numbers["whose"]["than"])
        self._compared, self._aside = frozenset(lists["compared"]), frozenset(numbers["restricting"]["aside"])
        self._parts = frozenset(lists["parts"])
        self._that = frozenset(lists["that"])
        self._placed, self._between = frozenset(lists["took_place"]), frozenset(lists["since"])

    def end(self, first: int, last: int, evidence: Span, where: str | None) -> int:
        """The index behind what belongs to the words between two indices, of which none is the figure's; the second index where nothing does.

        `where` is the place that the figure is put at.
        """
        if not self._is_beside(last) or (self._restricting.breaks(last) and self._near.text(last) != "("):
            return last
        held = frozenset(token.start for token in self._nearby.tokens[first:last])
        own = frozenset(token.start for token in self._nearby.inside(evidence))
        ends = (
            self._described(last, evidence),
            self._of_phrase(last),
            self._of_it(last, own),
            self._than_what(last),
            self._participle(last, held, evidence),
            self._joined(last, held, own),
            self._needed(last, own),
            self._verbs.end(last, held, own, evidence),
            self._of_place(last, own, where),
            self._or_verb(last, held, own),
        )
        end = next((end for end in ends if end > last), last)
        taken = self._nearby.tokens[last:end]
        return last if any(evidence.overlaps(token.span) for token in taken) else end

    def opened(self, last: int) -> int:
        """The index behind what a word opens that stands before an index."""
        return self._verbs.opened(last)

    def is_half(self, last: int) -> int:
        """How many words before an index are one half of a fixed phrase: "en vue", "à la suite"; 0 for none."""
        return self._half(last, self._halves)

    def _half(self, last: int, halves: frozenset[str]) -> int:
        for words in (3, 2, 1):
            if " ".join(self._near.text(place) for place in range(last - words, last)).replace("' ", "'") in halves:
                return words
        return 0

    def _is_beside(self, at: int) -> bool:
        return self._near.is_in_line(at) and self._nearby.tokens[at].text not in QUOTES

    def _described(self, last: int, evidence: Span) -> int:
        """ "Un marin |bordure|": an adjective that agrees with the noun right before it."""
        noun, adjective = self._nearby.tokens[last - 1 : last + 1]
        qualified = adjective.pos == "ADV" and self._is_beside(last + 1) and adjective.head is self._nearby.tokens[last + 1]
        adjective = adjective.head if qualified else adjective  # "des sorties |très limitées|"
        noun = noun.head if noun.dep == "amod" and adjective.head is noun.head and noun.head.start < noun.start else noun  # "intérieur |brut|"
        same = all(noun.morph.get(what) in (adjective.morph.get(what), None) or what not in adjective.morph for what in ("Number", "Gender"))
        same = same or (noun.dep == "conj" and noun.morph.get("Number") == adjective.morph.get("Number"))  # "déplacements et sorties limités"
        kind = adjective.pos == "NOUN" and adjective.child("det", "case") is None  # "un attentat |suicide|"
        tied = (adjective.pos == "ADJ" or kind) and adjective.dep == "amod" and adjective.head is noun and noun.pos == "NOUN" and (same or kind)
        alone = all(word is adjective or word.pos == "ADV" for word in adjective.subtree())
        free = tied and alone and not 0 <= evidence.start - adjective.end <= len(" de ")  # "un homme âgé de 33 ans"
        return last + 1 + qualified if free and not evidence.contains(noun.span) and adjective.text.lower() not in self._aside else last

    def _of_phrase(self, last: int) -> int:
        """ "À bord |du cargo Orca|", "en vue |d'un accord|": the complement of a fixed phrase."""
        to = self._near.text(last) in self._to_it and self._half(last, self._halves_to)
        if not self.is_half(last) or not (to or self._near.text(last) in self._of):
            return last
        head = self._nearby.tokens[last].head
        if head.start < self._nearby.tokens[last].end:
            return last
        return self._constituents.end(last, head, MOST if head.morph.get("VerbForm") == "Inf" else FEW)

    def _of_it(self, last: int, own: frozenset[int]) -> int:
        """ "La sortie |du royaume|": of what a noun is that is not counted."""
        noun, case = self._nearby.tokens[last - 1 : last + 1]
        whole = case.head
        tied = noun.pos == "NOUN" and noun.start not in own and self._near.text(last) in self._of and whole.head is noun and whole.pos in NOUNS
        if (
            not tied
            or whole.start < case.end
            or whole.start in self._counted
            or self._restricting.is_timed(whole)
            or whole.child("nummod") is not None
        ):
            return last
        return self._constituents.end(last, whole, FEW)

    def _than_what(self, last: int) -> int:
        """ "De plus |que la moyenne|"."""
        if f"{self._near.text(last - 2)} {self._near.text(last - 1)}" not in self._compared or self._near.text(last) not in self._than:
            return last
        if self._near.is_in_line(last + 1) and self._restricting.is_timed(self._nearby.tokens[last + 1]):
            return last + 2  # "de plus qu'hier"
        behind = self._nearby.tokens[last + 1 : last + GROUP]
        noun = next((token for token in behind if token.pos in NOUNS), None)
        return self._constituents.end(last, noun, FEW) if noun is not None else last

    def _participle(self, last: int, held: frozenset[int], evidence: Span) -> int:
        """ "Des primes |versées aux veuves|", "un crime |en 2017 commis au couteau|": which ones."""
        at = last
        while self._is_beside(at) and (self._restricting.is_timed(self._nearby.tokens[at]) or (at == last and self._opens_day(at))):
            at += 1
        at += self._is_beside(at + 1) and self._nearby.tokens[at].pos == "ADV" and self._nearby.tokens[at].head is self._nearby.tokens[at + 1]
        token = self._nearby.tokens[at] if self._is_beside(at) else None
        if token is None or token.morph.get("VerbForm") != "Part" or token.dep not in ("acl", "amod") or token.head.start not in held:
            return last
        noun = token.head
        same = all(noun.morph.get(what) in (token.morph.get(what), None) or what not in token.morph for what in ("Number", "Gender"))
        free = not any(evidence.overlaps(word.span) for word in token.subtree())
        if noun.pos not in NOUNS or not same or not free or token.child("aux") is not None or self._restricting.counts(at):
            return last
        if any(place.morph.get("VerbForm") == "Fin" for place in self._nearby.inside(Span(noun.end, token.start))):
            return last
        end = self._constituents.end(at, token, MOST)
        return end if end > at else last

    def _opens_day(self, at: int) -> bool:
        return self._nearby.tokens[at].pos == "ADP" and self._is_beside(at + 1) and self._restricting.is_timed(self._nearby.tokens[at + 1])

    def _joined(self, last: int, held: frozenset[int], own: frozenset[int]) -> int:
        """ "Les opérations Serval |et Barkhane|", "l'Orca |et d'autres navires|": what stands beside the last of them, in the same way."""
        at = self._past_bracket(last)
        joining = self._nearby.tokens[at]
        second, tokens = joining.head, self._nearby.tokens
        noun = second.pos in NOUNS or (second.pos == "ADJ" and preposition_of(second) is not None)
        if self._near.text(at) not in self._and or second.start < joining.end or second.dep != "conj" or not noun:
            return last
        first = self._beside(second, last, held, own)
        if first.start not in held or first.pos not in (*NOUNS, "ADJ") or first.start in own or not self._is_alike(first, second):
            return last
        part = second.text.lower() in self._parts and preposition_of(second) is None
        if (second.start in self._counted and first.start not in self._counted) or part:
            return last  # "natifs du Bork et |des milliers| de Bordures", "commis par des marins et |un tiers| par des élus"
        if second.child("nummod") is not None or any(token.pos in ("NUM", "PUNCT") for token in self._nearby.inside(Span(joining.end, second.end))):
            return last
        end = self._constituents.end(at, second, FEW)
        end = next((place for place in range(at + 1, end) if tokens[place].pos == "CCONJ"), end)
        if end <= self._nearby.at(second.start) or self._has_verb(at, end):
            return last
        over = end
        while over < end + GROUP and self._near.is_in_line(over) and tokens[over].pos in PHRASE and preposition_of(second) is None:
            over += 1  # "au port et plusieurs écoles |de Zork| ont fermé"
        behind = tokens[over] if self._near.is_in_line(over) else None
        subjects = (first, second, None) if preposition_of(second) is None else (second,)
        if behind is not None and behind.morph.get("VerbForm") == "Fin" and own_subject(behind) in subjects:
            return last  # "la grève et les retards |pèsent|", not "natifs du nord et du sud |restent|"
        return end

    def _beside(self, second: Token, last: int, held: frozenset[int], own: frozenset[int]) -> Token:
        """What a noun stands beside: as the parser says, or, told with a preposition, the last one with that one, unless the count has it, too."""
        first, again = second.head, preposition_of(second)
        if again is None or (first.start in held and first.start not in own and preposition_of(first) is not None):
            return first
        alike = next((words for words in (self._of, self._to) if again.text.lower() in words), frozenset((again.text.lower(),)))
        cases = [token for token in self._nearby.tokens[max(0, last - MOST) : last] if token.text.lower() in alike and token.pos == "ADP"]
        ahead = [token for token in cases if token.start in held and token.head.start >= token.end and token.head.pos in NOUNS]
        taken = any(token.head.start in own or token.start not in held for token in cases)
        near = [token.head for token in ahead if token.head.start in held and token.head.start not in own]
        return near[-1] if near and not taken else first

    def _has_verb(self, at: int, end: int) -> bool:
        """Whether a finite verb stands between two indices that no relative pronoun opens a clause for."""
        words = self._nearby.tokens[at:end]
        finite = next((place for place, word in enumerate(words) if word.morph.get("VerbForm") == "Fin"), len(words))
        return finite < len(words) and not any(word.morph.get("PronType") == "Rel" for word in words[:finite])

    def _past_bracket(self, at: int) -> int:
        """The index behind short brackets that open there."""
        closed = next((place for place in range(at + 1, at + BRACKET) if self._near.text(place) == ")"), at) if self._near.text(at) == "(" else at
        return closed + 1 if closed > at and self._near.is_in_line(closed + 1) else at

    def _is_alike(self, first: Token, second: Token) -> bool:
        """Whether both have an article or none, and a preposition that must be said twice is: "du cargo et |des| canots", not "|les| canots"."""
        case, again, article = first.child("case"), second.child("case", "det"), second.child("det") is not None
        if case is None:
            return True
        word, second_word = case.text.lower(), again.text.lower() if again is not None else ""
        if word in (*self._of, *self._to) and first.child("det") is None and "Definite" not in case.morph and first.pos == "NOUN":
            return not article and second_word in ("", word, *self._bare)
        if word in self._of:
            return second_word in (*self._of, "")
        if word in self._to:  # "à Zork et |d'|autres villes", "à Zork et |dans| le port", not "au chômage et |des| grèves"
            return second_word in ("", *self._elided) or (second.child("case") is not None and second_word not in self._of)
        return True

    def _needed(self, last: int, own: frozenset[int]) -> int:
        """ "Voix nécessaires |pour gagner|": what an adjective that is told with the count needs."""
        adjective = self._nearby.tokens[last - 1]
        at = last + (self._nearby.tokens[last].pos == "ADV" and self._nearby.tokens[last].head is adjective)
        clause = self._near.text(at + 1) in self._that  # "favorables |à ce que| le port ferme"
        told = adjective.start in own or (clause and adjective.pos == "ADJ")
        if not told or adjective.text.lower() not in self._needing or self._near.text(at) not in self._towards:
            return last
        case = self._nearby.tokens[at]
        return self._constituents.end(last, case.head, MOST if clause else FEW) if case.head.start >= case.end and self._near.is_in_line(at) else last

    def _or_verb(self, last: int, held: frozenset[int], own: frozenset[int]) -> int:
        """ "Clubs qui ont joué |ou vont jouer|": the other verb of a relative clause that the text tells of those counted."""
        verb = self._nearby.tokens[last].head
        relative = verb.head.start in held and verb.dep == "conj" and verb.head.dep == "acl:relcl" and verb.head.head.start in own
        if self._near.text(last) not in self._or or not relative or verb.start < self._nearby.tokens[last].end:
            return last
        return self._constituents.end(last, verb, FEW)

    def _of_place(self, last: int, own: frozenset[int], where: str | None) -> int:
        """ "Premières étapes |du Tour de Bordurie|", behind a noun with an adjective, where no field tells of that place."""
        described, case = self._nearby.tokens[last - 1], self._nearby.tokens[last]
        noun = case.head
        bare = described.start in own and described.pos == "ADJ" and self._near.text(last) in self._of
        if not bare or noun.start < case.end or noun.pos not in NOUNS or noun.head.start not in own or noun.start in self._counted:
            return last
        end = self._constituents.end(last, noun, FEW) if noun.text.lower() not in self._aside else last
        return end if where is None or where not in self._nearby.words(last, end) else last

    def when(self, last: int) -> int:
        """The index behind the time without which "qui ont eu lieu" says nothing."""
        if f"{self._near.text(last - 2)} {self._near.text(last - 1)}" not in self._placed:
            return last
        at = last + (self._near.is_in_line(last) and self._nearby.tokens[last].pos == "ADP")
        while self._near.is_in_line(at) and (self._restricting.is_timed(self._nearby.tokens[at]) or self._near.text(at) in self._between):
            at += 1
        return at if at > last + 1 else last


def preposition_of(token: Token) -> Token | None:
    """The preposition that a noun is told with; the parser takes some for its article."""
    return token.child("case") or next((word for word in token.all("det") if word.pos == "ADP"), None)
