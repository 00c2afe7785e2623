"""What a figure counts, in full: the noun, what restricts it, and what is said of those counted where the noun alone says little."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.actions import SET_WORDS, VOWEL, Actions
from chancery.facts.alone import Alone
from chancery.facts.attributed import Attributed
from chancery.facts.befallen import Befallen
from chancery.facts.belonging import Belonging
from chancery.facts.fact import Figure
from chancery.facts.fates import Fates
from chancery.facts.gathered import Gathered
from chancery.facts.governed import Governed
from chancery.facts.handled import handled
from chancery.facts.likened import Likened
from chancery.facts.listed import Listed
from chancery.facts.measured import Measured, leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.objects import Objects
from chancery.facts.others import Others
from chancery.facts.polled import Polled
from chancery.facts.portions import Portions
from chancery.facts.respondents import Respondents
from chancery.facts.restricted import Restricted
from chancery.facts.restricting import Restricting
from chancery.facts.seen import Seen
from chancery.facts.sickness import sickness
from chancery.facts.telling import Telling
from chancery.facts.there import There
from chancery.languages import Pack
from chancery.span import Span

REACH = 80
"""Code points behind a figure in which the noun ends that it counts."""

BRACKETED = 15
"""Code points in which the brackets around a share close."""
SHORT = 3
"""Words of a noun with its adjectives."""
SHORTEST = 4
"""Letters of a participle that does."""
TOLD = 4
"""Words of a clause that is worth telling of a noun that says more."""
SHORT_REST = 4
"""Words that restrict a noun behind which what is done with it is still told."""
FEW = 6
"""Words of a noun with what restricts it, behind which more is told."""
LONGEST = 20
"""Words of a noun with what restricts it and what is said of it."""


class Things:
    """What the figures of one document count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, polled: Polled, pack: Pack) -> None:
        self._nearby, self._known = nearby, units(pack)
        self._relative = pack.words("numbers")["predicated"]["relative"]
        self._of = frozenset(pack.words("numbers")["restricting"]["of"])
        self._will = frozenset(pack.words("numbers")["predicated"]["will_be"])
        self._some = list[str](pack.words("numbers")["predicated"]["of"])
        self._relatives = frozenset(pack.words("numbers")["restricting"]["relatives"])
        self._against = frozenset(pack.words("numbers")["governed"]["against"])
        self._restricting, self._measured = restricting, measured
        self._after = frozenset(pack.words("numbers")["polled"]["after"])
        self._lengths = frozenset(pack.words("numbers")["levels"]["lengths"])
        self._camps = frozenset(pack.words("numbers")["polled"]["camps"])
        self._out_of: str = pack.words("numbers")["shares"]["out_of"]
        self._polled, self._respondents = polled, Respondents(nearby, pack)
        self._sickness = sickness(nearby, pack)
        self._counting = Listed(pack.words("numbers")["restricting"]["counting"], pack)
        self._belonging = Belonging(nearby, restricting, measured, pack)
        self._handled = verbs = handled(nearby, restricting, pack)
        self._actions, self._seen = Actions(nearby, restricting, verbs, pack), Seen(nearby, restricting, verbs, pack)
        self._telling, self._there = Telling(nearby, restricting, pack), There(nearby, restricting, pack)
        self._attributed, self._likened = Attributed(nearby, restricting, pack), Likened(nearby, restricting, verbs, pack)
        self._restricted = Restricted(nearby, restricting, pack)
        self._those: dict[str, str] = pack.words("numbers")["wholes"]["of_those"]
        self._others = Others(nearby, restricting, pack)
        self._governed, self._gathered = Governed(nearby, measured, pack), Gathered(nearby, pack)
        self._portions = Portions(nearby, restricting, measured, pack)
        self._objects = Objects(nearby, restricting, pack)
        self._alone = Alone(nearby, restricting, verbs, pack)
        self._befallen, self._fates = Befallen(nearby, restricting, pack), Fates(nearby, restricting, pack)

    def what(self, quantity: Quantity, head: Token, who: tuple[str, ...], before: Figure | None) -> str | None:
        """The noun in full; of a number that takes up the one before it, what that one counts."""
        found = self._place(quantity)
        if found is None:
            return self._taken_up(quantity, head, before)
        if head.text.lower() in self._known.age_nouns:
            return quantity.what
        noun = self._noun(found, head)
        found = self._with_row(found, noun)
        self._fates.whole(quantity, before)
        share = quantity.unit in (SHARE, None)
        if (holder := self._actions.held(quantity, noun)) is not None:
            held = self._nearby.text[holder.start : self._restricting.end(holder, holder.end, quantity.span)]
            return held if len(held.split()) > SET_WORDS else f"{held} {self._belonging.holder_of(holder)}".rstrip()
        if asked := self._respondents.what(quantity, noun, found.of(self._nearby.text), found.end):
            return asked
        if quantity.unit == SHARE and (spent := self._measured.spent(quantity, head, found)):
            return spent
        edge = self._restricting.past_quote(quantity.span.start, found.end)
        end = self._restricting.end(noun, edge, Span(found.start, found.start), who, within=quantity.span, clauses=True, places=share)
        told, rest = found.of(self._nearby.text), self._nearby.text[edge:end] if end > edge else ""
        counted = f"{told}{rest}"
        off = self._actions.difference(quantity, noun)
        if rest and self._restricting.counts(self._nearby.at(edge)) and (of := self._cause(quantity, noun, who)) and of not in told:
            return f"{off}{told} {of}{rest}"
        if not share and (limit := self._gathered.limit(quantity, noun)):
            return f"{limit} {self._joined_some(counted)}" if rest else limit
        if not share and (present := self._gathered.present(quantity, noun)):
            return f"{counted} {present}"
        end = end if rest else found.end
        if quantity.unit == SHARE and (change := self._measured.change(quantity, head)):
            return f"{change.rstrip()}{self._nearby.text[quantity.span.end : found.start]}{counted}"
        if end == found.end and (people := self._actions.people(quantity, noun, counted)):
            return people
        if end == found.end and (voted := self._governed.voted(noun, end)):
            return f"{counted} {voted}"
        one = noun.morph.get("Number") == "Sing"
        bare = not share and end == found.end and len(counted.split()) <= (2 if self._is_plain(found) else 1)
        if bare and (limit := self._governed.limit(quantity, noun)):
            return limit
        if quantity.unit == SHARE and (capped := self._governed.at_most(quantity, counted)):
            return capped
        if not share and (changed := self._governed.changed(end)):
            return f"{counted}{changed}"
        if not (share or bare or self._measured.is_relative(quantity)) and (handled := self._restricted.what(quantity, noun, found, end)):
            return handled
        if not share and rest and self._is_part(quantity, found) and (one_of := self._one_of(quantity, head, noun, told, rest)):
            return one_of
        there = self._elsewhere(quantity, noun, end) if bare else ""
        part = self._befallen.behind(quantity, head, end, share=True) if not (there or share) and self._is_part(quantity, found) else ""
        said = there or part or self._befallen.behind(quantity, head if share else noun, end, share=share, short=end > found.end, one=one, bare=bare)
        if bare and not said and end == found.end:  # "300 salariés de l'usine dénoncent": whose they are is told elsewhere
            whole = self._restricting.end(noun, found.end, Span(found.start, found.start), within=quantity.span, places=True)
            whole = max(whole, self._named_end(end))
            said = self._befallen.behind(quantity, noun, whole, bare=bare) if whole > end else ""
        fate = self._fates.of_part(quantity, noun, counted, before) if not (share or said) else ""
        said = said or fate
        if bare and not said and end == found.end and (of := self._cause(quantity, noun, who)):
            return f"{off}{counted} {of}"
        if bare and not said and end == found.end and not self._actions.before(quantity, noun):
            said = self._telling.what(quantity, noun, end)
            if said and self._nearby.text.startswith(f" {said}", end) and self._relative not in said.split():
                fate = self._befallen.behind(quantity, noun, end + len(said) + 1)  # "élus présentés comme des héros |arrêtés lundi|"
                said = f"{said} {fate}" if fate.partition(" ")[0].endswith(self._known.participles) and len(said.split()) <= FEW else said
        if bare and said and " " not in said and not self._befallen.suffices(said):  # "concernés" alone: with what follows
            more = self._telling.what(quantity, noun, end)
            said = more if more.startswith(f"{said} ") else said
        if said and bare and self._is_counting(said) and (of := self._cause(quantity, noun, who)):
            said = f"{of} {said}"  # "cas de rougeole recensés dans les écoles"
        little = said.startswith(f"{self._relative} ") and len(said.split()) < TOLD and not self._is_ahead(said)
        if not (bare or share) and (len(said) < SHORTEST or little):
            said = ""  # "300 ouvriers de la ville sont là", "ont fini": that says little more
        clausal = bool(self._relatives.intersection(rest.lower().replace("'", "' ").split()))
        if not (said or bare or share or clausal) and len(counted.split()) <= FEW and not self._actions.before(quantity, noun):
            said = self._telling.tied(quantity, noun, end)
        if fate and said == fate and rest and self._nearby.inside(Span(found.end, end))[0].pos == "VERB":
            return f"{told} {fate}, {rest.lstrip(', ')}"  # "Belges |tués|, travaillant au port"
        if said and not clausal and len(counted.split()) + len(said.split()) <= LONGEST:
            return f"{counted} {said}"
        behind = self._nearby.inside(Span(found.end, end))  # "des lits |des hôpitaux|", not "des voix |au centre|"
        short = not clausal and len(behind) <= SHORT_REST and all(word.pos != "ADP" or word.text.lower() in self._of for word in behind)
        if share and short and (said := self._objects.what(quantity, head, noun, end)) and (end == found.end or " " in said):
            return f"{counted} {said}"
        done = self._actions.before(quantity, noun, short=end > found.end)
        if (done or bare) and (does := self._telling.grouped(quantity, noun, counted, end)):
            return does  # "groupe de personnes qui a tenté de fuir"
        alone = bare and not done and " " not in counted and (not who or self._governed.are_states(noun))
        done, averted = self._actions.averted(quantity, noun, done)
        return f"{done}{counted}{averted}" if not alone else self._governed.phrase(quantity, noun, end) or counted

    def _elsewhere(self, quantity: Quantity, noun: Token, end: int) -> str:
        """What is told of a bare noun by words before it, or by a clause that it is no part of."""
        seen = self._seen.what(quantity, noun, end, many=quantity.value != 1)
        seen = seen or self._there.what(quantity, noun) or self._likened.what(quantity, noun, end)
        return seen or self._attributed.what(quantity, noun, end)

    def doing(self, quantity: Quantity) -> str | None:
        """People of whom only their number and what they do are told: "personnes à défiler"; None for all others."""
        unnamed = quantity.unit == self._known.people_unit and not quantity.what and not quantity.taken_up
        return self._telling.doing(quantity) if unnamed else None

    def limited(self, quantity: Quantity, head: Token) -> str:
        """What may not go so far: "limite des sorties", of "les sorties sont limitées à 3 km"; empty for what is no length."""
        return self._governed.limit(quantity, head) if quantity.unit in self._lengths else ""

    def _is_part(self, quantity: Quantity, place: Span) -> bool:
        """Whether the noun tells of more than are counted: "deux des sept ponts prévus sont ouverts", of which only two are."""
        between = self._nearby.inside(Span(quantity.span.end, place.start)) if place.start > quantity.span.end else []
        return any(token.pos == "NUM" for token in between)

    def _one_of(self, quantity: Quantity, head: Token, noun: Token, told: str, rest: str) -> str:
        """ "Accueillir 30 des 244 migrants qui sont à bord": "migrants à accueillir, de ceux qui sont à bord"; empty for no object."""
        role, clause = leading(outermost(quantity, head)), rest.strip()
        those = self._those.get(noun.morph.get("Gender", ""))
        if role.dep != "obj" or those is None or not clause.startswith(f"{self._relative} "):
            return ""
        said = self._handled.what(role.head, quantity, noun, quantity.span.end, many=quantity.value != 1)
        return f"{told} {said}, {those} {clause}" if said else ""

    def _cause(self, quantity: Quantity, noun: Token, who: tuple[str, ...]) -> str:
        """Of what a bare noun is a part or the toll."""
        told = self._belonging.what(quantity, noun, who) or self._sickness.what(noun)
        return told or ("" if self._sickness.is_of_none(noun) else self._belonging.spoken_of(quantity, noun))

    def _joined_some(self, counted: str) -> str:
        """ "De" or "d'" with what is counted."""
        of = self._some[VOWEL.match(counted) is not None]
        return f"{of}{counted}" if of.endswith("'") else f"{of} {counted}"

    def _is_counting(self, said: str) -> bool:
        """Whether words begin with a participle that only says that somebody counts."""
        first = said.partition(" ")[0]
        return self._counting.form(first, first) is not None

    def _is_ahead(self, said: str) -> bool:
        """Whether a short clause tells what will be done to them: "qui seront déployés"."""
        words = said.split()
        return len(words) > 2 and words[-2] in self._will and words[-1].endswith(self._known.participles)

    def _is_plain(self, place: Span) -> bool:
        """Whether nothing but adjectives is told with the noun."""
        return all(token.pos in ("NOUN", "ADJ", "PROPN") for token in self._nearby.inside(place))

    def _named_end(self, end: int) -> int:
        """Where a name ends that stands right behind a noun: "300 députés LREM"."""
        at = self._nearby.at(end)
        name = self._nearby.mention_before(self._nearby.tokens[at].start) if at < len(self._nearby.tokens) else None
        return name.span.end if name is not None and name.span.start == self._nearby.tokens[at].start and name.type != "PER" else end

    def of_nobody(self, quantity: Quantity, head: Token) -> str | None:
        """Of a share of nobody named, what is said of it: "60 % souhaitent qu'il parte"; else whom or what place it is of."""
        if quantity.unit not in (SHARE, None):
            return None
        return (
            self._portions.what(quantity, self._befallen.of_share(quantity, head))
            or self._before_brackets(quantity)
            or self._named(quantity)
            or self._polled.what(quantity)
            or self._answered(quantity)
        )

    def _answered(self, quantity: Quantity) -> str | None:
        """What so many chose, before the brackets, where a poll is told: "ils citent la propreté (69 %) et la lutte contre le bruit (65 %)"."""
        text, start = self._nearby.text, quantity.span.start
        if quantity.unit != SHARE or start < 2 or text[start - 1] != "(" or text[quantity.span.end : quantity.span.end + 1] not in (")", ";", ","):
            return None
        last = self._nearby.tokens[self._nearby.at(start - 1) - 1]
        top = last
        while top.head.start < top.start and top.head.index < top.index and top.dep.partition(":")[0] in ("nmod", "amod", "conj"):
            if top.dep == "conj" and set(text[top.head.start : top.start]) & set("(),;"):
                break
            top = top.head
        definite = any(child.morph.get("Definite") == "Def" for child in top.all("det"))
        case = top.child("case")
        free = (case is None or case.text.lower() in self._after) and self._polled.told(quantity.span.end)
        plain = (
            free
            and top.pos == "NOUN"
            and definite
            and not self._known.counts_people(top.text)
            and top.text.lower() not in self._camps
            and text[top.start : start - 1].count(",") == 0
        )
        return text[top.start : last.end] if plain and last.pos in ("NOUN", "ADJ") and last.end <= start - 1 else None

    def _before_brackets(self, quantity: Quantity) -> str | None:
        """ "une minorité d'électeurs (42 %) pense partir": the people before the brackets, with what is said of them behind."""
        text, start = self._nearby.text, quantity.span.start
        closed = text.find(")", quantity.span.end, quantity.span.end + BRACKETED)
        noun = self._nearby.tokens[self._nearby.at(start - 1) - 1] if start > 1 and text[start - 1] == "(" else None
        if noun is None or closed < 0 or noun.pos not in ("NOUN", "PROPN") or not self._known.counts_people(noun.text):
            return None
        said = self._befallen.telling(self._nearby.at(closed) + 1)
        first = noun.head if noun.dep.startswith("nmod") and noun.head.pos == "NOUN" else noun
        return f"{text[first.start : noun.end]} {said}" if said else None

    def _named(self, quantity: Quantity) -> str | None:
        """ "la moitié du Pays de Galles": the place that it is a part of."""
        at = self._nearby.at(quantity.span.end)
        behind = self._nearby.tokens[at : at + 3]
        if not behind or behind[0].text.lower() not in self._of:
            return None
        first = next((token for token in behind[1:] if token.pos != "DET"), None)
        name = self._nearby.mention_before(first.start) if first is not None else None
        return (
            name.span.of(self._nearby.text)
            if name is not None and first is not None and name.type == "LOC" and name.span.start == first.start
            else None
        )

    def _place(self, quantity: Quantity) -> Span | None:
        """Where the words stand that say what is counted; None if they stand by an earlier figure."""
        if not quantity.what or quantity.taken_up:
            return None
        start = self._nearby.text.find(quantity.what, quantity.span.start, quantity.span.end + REACH)
        return Span(start, self._restricting.numbered(start + len(quantity.what))) if start >= 0 else None

    def _with_row(self, place: Span, noun: Token) -> Span:
        """The place of the noun with the others that are counted with it: "policiers|, gendarmes et sapeurs|"."""
        at = self._nearby.at(place.end)
        opens = at < len(self._nearby.tokens) and self._nearby.tokens[at].text == ","
        row = self._restricting.row_end(noun, at) if opens else at
        return Span(place.start, self._nearby.tokens[row - 1].end) if row > at else place

    def _noun(self, place: Span, head: Token) -> Token:
        inside = self._nearby.inside(place)
        return next((token for token in inside if token.pos in ("NOUN", "PROPN")), inside[0] if inside else head)

    def _taken_up(self, quantity: Quantity, head: Token, before: Figure | None) -> str | None:
        if not quantity.what or not quantity.taken_up:
            return quantity.what
        if self._nearby.tokens[self._nearby.at(quantity.span.start) - 1].text.lower() == self._out_of:
            return quantity.what  # "61 élus présents sur 120": what is said of a part is not said of all
        if self._governed.is_against(quantity):
            return f"{quantity.what} {self._nearby.tokens[self._nearby.at(quantity.span.start) - 1].text}"
        if others := self._others.what(quantity, quantity.what, before):
            return others
        end = self._befallen.past_them(quantity.span.end)
        said = self._befallen.behind(quantity, head, end) or self._befallen.behind(quantity, head, end, share=True)
        if said or self._befallen.tells(quantity, head):
            return f"{quantity.what} {said}".strip()
        at = self._nearby.at(end)
        if done := self._alone.before(quantity, head, end):
            return f"{quantity.what} {done}"
        if some := self._fates.of_some(quantity, at, before):
            return some
        if self._nearby.tokens[at : at + 1] and self._nearby.tokens[at].text.lower() == self._relative and (said := self._befallen.telling(at + 1)):
            return f"{quantity.what} {said}"  # "800 projets ont été autorisés, et plus de 700 qui sont à l'étude"
        if (
            self._nearby.tokens[at : at + 1]
            and self._nearby.tokens[at].morph.get("Tense") == "Pres"
            and self._nearby.tokens[at].morph.get("VerbForm") == "Part"
        ):
            return f"{quantity.what} {self._nearby.words(at, self._restricting.clause(at + 1))}"  # "contre 35 % estimant que c'est trop tard"
        if before is not None and (done := self._alone.behind(quantity, at, before)):
            return done
        same = before is not None and ((before.what or "").startswith(quantity.what) or self._actions.is_of(before.what or "", quantity.what))
        what = before.what if before is not None and same else quantity.what
        if end > quantity.span.end and what and (told := self._governed.of_them(quantity, head, what)):
            return told
        return self._then(quantity, before, what) if before is not None and what == before.what else what

    def _then(self, quantity: Quantity, before: Figure, what: str | None) -> str | None:
        """ "Mille seront autorisés à venir, contre 3.000 l'an dernier": of what was, nothing that will be; what is done to them stays."""
        words = self._nearby.inside(Span(before.evidence.end, quantity.span.start))
        ahead = any(word.morph.get("Tense") == "Fut" or word.morph.get("Mood") == "Cnd" for word in words)
        if not what or not ahead or not words or words[-1].text.lower() not in self._against or f" {self._relative} " not in what:
            return what
        done = next((word.text for word in words if word.pos == "VERB" and is_passive(word)), None)
        noun = what.partition(f" {self._relative} ")[0]
        return f"{noun} {what[what.index(f' {done}') + 1 :]}" if done and f" {done}" in what else noun
