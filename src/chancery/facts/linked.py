"""What a verb or a noun says of those that a preposition ties to it: "pays dans lesquels il a voyagé", "salariés dont l'avenir est menacé"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, is_passive, own_subject
from chancery.analysis.units import units
from chancery.facts.clause_ends import QUOTES
from chancery.facts.constituents import Constituents
from chancery.facts.foregoing import AGREEING
from chancery.facts.listed import Listed
from chancery.facts.naming import above
from chancery.facts.nearby import Nearby
from chancery.facts.onward import FARTHEST, Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

MOST = 12
"""Words of what is told."""
HIGH = 3
"""Governors of a noun among which its verb is."""
SHORT = 5
"""Words of the noun with its article."""
MARKS = (";", ":", ",", "(", ")", *QUOTES)


class Linked:
    """The relative clauses that what governs the counts of one document makes of its own words."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        numbers = pack.words("numbers")
        told, predicated = numbers["told"], numbers["predicated"]
        self._lesquels: dict[str, str] = told["lesquels"]
        self._auxquels: dict[str, str] = told["auxquels"]
        self._opening, self._to = frozenset(told["through"]), frozenset(told["to"])
        self._whose: str = told["whose"]
        self._desquels, self._held, self._among = dict[str, str](told["desquels"]), tuple(told["held"]), frozenset(told["among"])
        self._with = {word: Listed(verbs, pack) for word, verbs in told["with"].items()}
        self._of, self._by = frozenset(numbers["restricting"]["of"]), frozenset(told["by"])
        self._of_verbs = Listed((*told["with_of"], *numbers["leftover"]["with_of"]), pack)
        self._amounts = Listed(numbers["sums"]["verbs"], pack)
        self._neutral = Listed((*predicated["empty"], *numbers["restricting"]["counting"]), pack)
        self._not_theirs = frozenset(
            (
                *told["parts"],
                *predicated["wholes"],
                *predicated["actions"],
                *predicated["holding"],
                *told["groups"],
                *numbers["whose"]["totals"],
                *numbers["whose"]["swelling"],
                *numbers["whose"]["groups"],
            )
        )
        self._measures, self._one_person = units(pack).not_things, units(pack).one_person
        self._oneself = frozenset(numbers["whose"]["oneself"])
        self._counts_people = units(pack).counts_people
        self._articles = frozenset(numbers["shares"]["opened"])
        self._sizes = frozenset((*told["measures"], *numbers["money"]["called"].values(), *numbers["sums"]["currencies"]))

    def what(self, quantity: Quantity, role: Token, noun: Token, end: int) -> str:
        """The relative clause; empty where nothing that has them with a preposition says anything of them."""
        if quantity.value == 1 or noun.text.lower() in self._sizes:
            return ""
        return (
            self._ahead(quantity, role, noun, end)
            or self._of_verb(quantity, role, noun)
            or self._of_subject(quantity, role, end)
            or self._of_object(quantity, role)
        )

    def _of_verb(self, quantity: Quantity, role: Token, noun: Token) -> str:
        """ "pays dans lesquels il a voyagé", "feux contre lesquels lutter", "élèves auxquels il a parlé", "lits dont il manque"."""
        verb, at = role.head, self._nearby.at(quantity.span.start) - 1
        if role.dep.startswith("nmod") or verb.pos in ("ADV", "ADP"):  # the parser hangs a place on the noun before it
            verb = next((token for token in above(role, HIGH) if token.pos == "VERB"), verb)
        if not role.dep.startswith(("obl", "nmod")) or verb.pos != "VERB" or at < 0 or verb.start > role.start:
            return ""
        pronoun = self._pronoun(at, verb, role, noun)
        first = next((child for child in verb.children if child.pos == "PRON" and child.index < verb.index), verb)
        acts = verb.head if verb.dep == "xcomp" and own_subject(verb.head) is not None else verb  # "il doit parler à 300 élus"
        if verb.dep == "acl:relcl":
            return self._of_relative(verb, pronoun, at)
        if acts.morph.get("VerbForm") != "Inf":
            own = own_subject(acts)
            if own is None or own.start > verb.start or is_negated(verb) or is_negated(acts):
                return ""
            if own.pos == "PRON" and (own.morph.get("PronType") != "Prs" or self._near.text(at) in self._by):
                return ""  # "certains sont imputés à 300 jeunes"
            first = own.subtree()[0]
        elif pronoun == self._whose:
            return ""
        between = [token.text.lower() for token in self._nearby.tokens[self._nearby.at(verb.start) : at]]
        if pronoun == self._whose and self._of.intersection(between):
            return ""  # "il répond du dossier de 300 élèves"
        at -= len(pronoun.split()) - 1 if pronoun and self._near.text(at) in self._of else 0  # "|auprès| de 300 élus"
        words, object_ = self._between(first, at) if pronoun else "", self._object_behind(verb, noun)
        return f"{pronoun} {self._named(first, words)} {object_ or ''}".rstrip() if words and object_ is not None else ""

    def _object_behind(self, verb: Token, noun: Token) -> str | None:
        """The object behind those counted, which the verb is not told without: "tester sur 300 élèves |la méthode|"; None if it is cut."""
        behind = next((part for part in verb.all("obj") if part.start > noun.end and not self._restricting.is_timed(part)), None)
        if behind is None:
            return ""
        at = self._nearby.at(behind.subtree()[0].start)
        return self._constituents.words(at, behind, SHORT + SHORT) or None

    def _of_relative(self, verb: Token, pronoun: str, at: int) -> str:
        """The same of a relative clause, with what its pronoun means: "lacs dans lesquels Jan a nagé", of "Jan, qui a nagé dans douze lacs"."""
        own = own_subject(verb)
        if not pronoun or own is None or own.morph.get("PronType") != "Rel" or own.start > verb.start or is_negated(verb):
            return ""
        place = self._nearby.at(own.start)
        last = place - (self._near.text(place - 1) == ",")
        name = self._nearby.mention_ending(self._nearby.tokens[last - 1].end) if last > 0 else None
        det = verb.head.child("det")
        named = name is not None and name.span.contains(verb.head.span)
        articled = named and name is not None and det is not None and det.end < name.span.start <= det.end + 1  # "les Etats-Unis, qui"
        start = det.start if det is not None and (articled or (not named and verb.head.pos == "NOUN")) else own.start
        start = name.span.start if name is not None and named and not articled else start
        told = self._nearby.tokens[self._nearby.at(start) : last]
        plain = 0 < len(told) <= SHORT and (named or all(token.pos in ("DET", "ADJ", "NOUN") for token in told))
        if not plain or (det is not None and det.morph.get("Poss") == "Yes"):
            return ""
        at -= len(pronoun.split()) - 1 if self._near.text(at) in self._of else 0
        begin = self._nearby.tokens[place + 1]
        others = (word for word in self._nearby.tokens[place + 1 : at] if word.pos == "PRON")
        if any(word.text.lower() not in self._oneself for word in others):
            return ""  # "le litige qui l'oppose à douze élus"
        words, noun = self._between(begin, at), self._nearby.words(self._nearby.at(start), last)
        return f"{pronoun} {noun if named and not articled else noun[0].lower() + noun[1:]} {words}" if words else ""

    def _named(self, pronoun: Token, words: str) -> str:
        """The words with the subject of the sentence before, where the pronoun that opens them opens its own: "l'équipe est composée"."""
        at = self._nearby.at(pronoun.start)
        if pronoun.pos != "PRON" or pronoun.index or not at or "\n" in self._nearby.text[self._nearby.tokens[at - 1].end : pronoun.start]:
            return words
        before = self._nearby.tokens[at - 1 - self._nearby.tokens[at - 1].index : at]
        noun = next((word for word in before if word.dep.startswith("nsubj") and word.head.head is word.head), None)
        agrees = noun is not None and all(noun.morph.get(kind) == pronoun.morph.get(kind) for kind in AGREEING)
        article = noun.child("det") if noun is not None and agrees and noun.pos == "NOUN" else None
        if noun is None or article is None or article.morph.get("Definite") != "Def" or article.index != noun.index - 1:
            return words
        named = self._nearby.text[article.start : noun.end]
        return f"{named[0].lower()}{named[1:]}{words[len(pronoun.text) :]}"

    def _ahead(self, quantity: Quantity, role: Token, noun: Token, end: int) -> str:
        """Of those ahead of their clause: "villages dans lesquels l'eau manque", of "dans douze villages, l'eau manque"."""
        verb, at, behind = role.head, self._nearby.at(quantity.span.start) - 1, self._nearby.at(end)
        pronoun = self._lesquels.get(noun.morph.get("Gender", ""))
        own = own_subject(verb)
        opens = at >= 0 and (self._nearby.tokens[at].index == 0 or self._nearby.tokens[at - 1].pos in ("PUNCT", "CCONJ"))
        if own is None or not opens or not role.dep.startswith("obl") or self._near.text(at) not in self._opening - self._among or pronoun is None:
            return ""
        first = own.subtree()[0]
        counted = own.pos == "NUM" or own.child("nummod") is not None  # "sur 300 élus, douze sont partis"
        follows = self._near.text(behind) == "," and self._nearby.at(first.start) == behind + 1 and first.start < verb.start
        if counted or not follows or not self._near.is_in_line(behind + 1):
            return ""
        said = self._constituents.words(behind + 1, verb, MOST)
        return f"{self._near.text(at)} {pronoun} {said}" if said else ""

    def _pronoun(self, at: int, verb: Token, role: Token, noun: Token) -> str:
        """The relative pronoun, behind its preposition, for the one that stands there; empty for those that tell nothing."""
        word, gender = self._near.text(at), noun.morph.get("Gender", "")
        known = gender or ("Masc" if self._counts_people(noun.text) else "")
        plain = self._lesquels.get(known, "")
        held = next((words for words in self._held if self._nearby.words(max(0, at - len(words.split())), at).lower() == words), "")
        if held and word in self._of:
            return f"{held} {self._desquels.get(known, '')}" if known in self._desquels else ""
        if word in self._opening or (word in self._with and self._with[word].verb(verb)):
            return f"{word} {plain}" if plain else ""
        if role.dep.startswith("nmod"):
            return ""
        if word in self._by and is_passive(verb):
            return f"{word} {plain}" if plain else ""
        if word in self._to and role.dep == "obl:arg" and not self._amounts.verb(verb):
            return self._auxquels.get(gender, "")
        return self._whose if word in self._of and self._of_verbs.verb(verb) else ""

    def _between(self, first: Token, at: int) -> str:
        """The words from one to the preposition there, as they stand inside a sentence; empty where a mark or a time stands among them."""
        begin = self._nearby.at(first.start)
        while at > begin and self._restricting.is_timed(self._nearby.tokens[at - 1]):
            at -= 1  # "dispose aujourd'hui de cinq juges"
        told = self._nearby.tokens[begin:at]
        if not 0 < at - begin <= MOST or any(token.text in MARKS or token.index < first.index or self._restricting.is_timed(token) for token in told):
            return ""
        words = self._nearby.words(begin, at)
        name = self._nearby.mention_before(told[0].start)
        called = name is not None and name.span.start == told[0].start
        upper = called or told[0].pos == "PROPN" or (words[:2].isalpha() and words[:2].isupper())  # "MM. Roux et Blanc"
        return words if upper else f"{words[0].lower()}{words[1:]}"

    def _of_subject(self, quantity: Quantity, role: Token, end: int) -> str:
        """ "salariés dont l'avenir est menacé", of "l'avenir de 600 salariés est menacé"."""
        noun = role.head
        phrase = self._noun_phrase(quantity, role)
        if not phrase or not noun.dep.startswith("nsubj"):
            return ""
        at = self._nearby.at(end)
        finite = self._near.finite(at, at + FARTHEST)
        verb = next((token for token in (finite, *finite.ancestors()) if token is noun.head), None) if finite is not None else None
        if finite is None or verb is None or not all(self._near.goes_with_verb(place) for place in range(at, self._nearby.at(finite.start))):
            return ""
        said = self._constituents.words(at, verb, MOST)
        return f"{self._whose} {phrase} {said}" if said and (verb.pos != "VERB" or not self._neutral.verb(verb)) else ""

    def _of_object(self, quantity: Quantity, role: Token) -> str:
        """ "suspects dont la police a fouillé les caves", of "la police a fouillé les caves de douze suspects"."""
        noun = role.head
        verb = noun.head
        if not self._noun_phrase(quantity, role) or noun.dep != "obj" or verb.pos != "VERB" or is_passive(verb) or is_negated(verb):
            return ""
        own = own_subject(verb)
        finite = any(token.morph.get("VerbForm") == "Fin" for token in (verb, *verb.all("aux")))
        if own is None or not finite or own.start > verb.start or own.morph.get("PronType") == "Rel" or self._neutral.verb(verb):
            return ""
        words = self._between(own.subtree()[0], self._nearby.at(quantity.span.start) - 1)
        return f"{self._whose} {words}" if words else ""

    def _noun_phrase(self, quantity: Quantity, role: Token) -> str:
        """The noun right before "de" that is theirs, with its article: "l'avenir"; empty where it is none or only groups or measures them."""
        noun, at = role.head, self._nearby.at(quantity.span.start) - 1
        det = noun.child("det")
        if (
            not role.dep.startswith("nmod")
            or noun.pos != "NOUN"
            or det is None
            or det.text.lower() not in self._articles
            or det.morph.get("Definite") != "Def"
            or at < 1
        ):
            return ""
        word = noun.lemma.lower()
        if self._one_person(noun.text):
            return ""  # "la mère de deux enfants"
        if (
            self._near.text(at) not in self._of
            or any(word.end <= noun.start for word in noun.all("case", "nummod"))
            or word in self._not_theirs
            or noun.text.lower() in self._measures
        ):
            return ""
        begin = self._nearby.at(det.start)
        told = self._nearby.tokens[begin:at]
        plain = 1 < len(told) <= SHORT and all(token.pos in ("DET", "ADJ", "NOUN") for token in told) and noun in told
        words = self._nearby.words(begin, at) if plain else ""
        return f"{words[0].lower()}{words[1:]}" if words else ""
