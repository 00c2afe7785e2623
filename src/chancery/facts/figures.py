"""How many, of what, whose, where and as of when: quantities with the actors, places and times that the clause gives them.

Whose it is, where and as of when stay open unless the words themselves say so: what merely stands nearby is not taken.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from chancery.analysis import Analysis, Quantity, Token
from chancery.analysis.clauses import preposition
from chancery.analysis.counted import SHARE
from chancery.edtf import Edtf
from chancery.facts.about import About
from chancery.facts.acts import parties, roles
from chancery.facts.ages import Ages
from chancery.facts.agreeing import Agreeing
from chancery.facts.asked import Asked
from chancery.facts.beside import Beside
from chancery.facts.carried import Carried
from chancery.facts.completed import Completed
from chancery.facts.contrasted import Contrasted
from chancery.facts.counted_apart import CountedApart
from chancery.facts.disowned import Disowned
from chancery.facts.exchange import Exchange
from chancery.facts.fact import Figure, Statement
from chancery.facts.fates import Fates
from chancery.facts.figure_signals import FigureSignals
from chancery.facts.finished import Finished
from chancery.facts.following import Following
from chancery.facts.formed import Formed
from chancery.facts.headline_rows import HeadlineRows
from chancery.facts.included import Included
from chancery.facts.itemised import Itemised
from chancery.facts.leftover import Leftover
from chancery.facts.lifted import Lifted
from chancery.facts.listed import Listed
from chancery.facts.measured import Measured, outermost
from chancery.facts.narrowed import Narrowed
from chancery.facts.nearby import Nearby
from chancery.facts.others import Others
from chancery.facts.otherwise import Otherwise
from chancery.facts.owners import Owners
from chancery.facts.pointed import Pointed
from chancery.facts.polled import Polled
from chancery.facts.portions import Portions
from chancery.facts.pronominal import Pronominal
from chancery.facts.rates import Rates
from chancery.facts.recalled import Recalled
from chancery.facts.relatives import Relatives
from chancery.facts.restricting import Restricting
from chancery.facts.same_owner import SameOwner, head_of
from chancery.facts.scores import Scores
from chancery.facts.sickened import Sickened
from chancery.facts.sickness import sickness
from chancery.facts.sided import Sided
from chancery.facts.spoken import Spoken
from chancery.facts.thereof import Thereof
from chancery.facts.things import Things
from chancery.facts.trust import weighed_figures
from chancery.facts.undertold import Undertold
from chancery.facts.unnamed import Unnamed
from chancery.facts.voices import Voices
from chancery.facts.whereabouts import Whereabouts
from chancery.facts.wholes import Wholes
from chancery.facts.worldwide import Worldwide
from chancery.languages import pack_for
from chancery.span import Span

DENIAL = "deny"
"""The class of cues whose words nobody vouches for."""
FARTHEST = 25
"""Tokens behind a noun in which another one is looked for."""


def figures(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """The figures of a document, in text order; a number inside a name ("Mouvement 5 étoiles") is none, nor is one that its speaker denies."""
    denied = [statement.evidence for statement in said if statement.cue_class == DENIAL]
    told = [quantity for quantity in analysis.quantities if not any(words.contains(quantity.span) for words in denied)]
    if not told:
        return ()
    around, voices = _Around(analysis, said), Voices(said)
    found: dict[Span, Figure] = {}
    last: Figure | None = None
    for quantity in told:
        if not around.named(quantity):
            before = found.get(quantity.taken_up) if quantity.taken_up else last if last and around.same_owner.goes_on(last, quantity) else None
            figure = _figure(quantity, around, voices, before, last)
            last = found[quantity.span] = around.told(figure, quantity, last)
    return around.weighed(around.rates.told(tuple(map(around.whole, around.following.opened(tuple(found.values()))))))


def _figure(quantity: Quantity, around: "_Around", voices: Voices, before: Figure | None, last: Figure | None) -> Figure:
    """The quantity with all that is around it; whose it is may be known from the figure before it, if it goes on with that one's.

    The `last` figure may tell what a sum or share is of, though it be another's.
    """
    head = around.head(quantity)
    noun = around.measured.noun(quantity, head) if head else None
    who = around.contrasted.whose(quantity, last) if head else ()
    apart = bool(who)
    if head and not who and not around.contrasted.is_unnamed(quantity, last):
        who = around.whose(quantity, head, noun)
    carried = before if before and not around.is_apart(before, quantity) else None
    who = who or (carried.who if carried else ())
    told = carried.where if carried and not around.is_put(quantity) else None
    where = (around.contrasted.where(quantity, last) or around.where(quantity, head, who) if head else None) or told
    where = None if apart and where and not around.contrasted.is_there(where, last, quantity) else where
    what = around.what(quantity, head, noun, who, before, last)
    who = who or (around.sickened.of(quantity.span, head, where, what) if head else ())
    who, named = around.disowned.without_excluded(who, quantity.span), who
    where = where if who == named or not where or around.disowned.named(where) not in named else None
    return Figure(
        document=around.document,
        evidence=quantity.span,
        voice=voices.at(quantity.span),
        time=around.when(quantity, head) if head and not around.ages.has(head) else None,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        what=what,
        who=who,
        where=where,
        approximate=quantity.approximate,
        bound=quantity.bound,
    )


class _Around:
    """What stands near a quantity, by place; built once for a document."""

    def __init__(self, analysis: Analysis, said: tuple[Statement, ...]) -> None:
        pack = pack_for(analysis.document.language)
        self.document, self._pack = analysis.document.id, pack
        self._nearby, self._parties = Nearby(analysis), parties(analysis, said)
        lists = pack.words("numbers")["whose"]
        self._totals = frozenset(lists["totals"])
        self._to, self._to_whom = lists["to"], Listed(lists["to_whom"], pack)
        self.ages = Ages(self._nearby, self._parties, pack)
        restricting = Restricting(self._nearby, analysis, pack)
        self.measured = Measured(self._nearby, restricting, pack)
        self.same_owner = SameOwner(self._nearby, analysis, self._parties, self.measured, pack)
        self._finished = Finished(self._nearby, restricting, analysis, pack)
        self._counted_apart = CountedApart(self._nearby, analysis, pack)
        self._agreeing, self._formed = Agreeing(self._nearby, restricting, pack), Formed(self._nearby, restricting, pack)
        self._undertold = Undertold(self._nearby, restricting, self.measured, analysis, pack)
        self.following = Following(self._nearby, self.measured, pack)
        self._thereof, self._pronominal, self._lifted = Thereof(self._nearby, pack), Pronominal(self._nearby, pack), Lifted(self._nearby, pack)
        self._relatives, self._wholes = Relatives(self._nearby, self._parties, pack), Wholes(self._nearby, restricting, pack)
        self._narrowed = Narrowed(self._nearby, restricting, pack)
        self._portions = Portions(self._nearby, restricting, self.measured, pack)
        self._completed = Completed(self._nearby, restricting, self.measured, pack)
        self._unnamed = Unnamed(self._nearby, restricting, self.measured, pack)
        self._share: Figure | None = None
        self._others = Others(self._nearby, restricting, pack)
        self._leftover = Leftover(self._nearby, restricting, self.measured, pack)
        self._polled, self._asked = Polled(self._nearby, pack), Asked(self._nearby, pack)
        self._sided = Sided(self._nearby, restricting, self._polled, pack)
        self._otherwise = Otherwise(self._nearby, restricting, self.measured, self._polled, pack)
        self._things = Things(self._nearby, restricting, self.measured, self._polled, pack)
        locative = roles(pack).locative
        spoken = Spoken(analysis, self._nearby, self._parties, pack)
        self._owners = Owners(self._nearby, self._parties, spoken, locative, pack)
        self.contrasted = Contrasted(self._nearby, Beside(self._nearby, self._parties, pack), pack)
        self.sickened = Sickened(self._nearby, self._parties, spoken, pack)
        self._sickness = sickness(self._nearby, pack)
        self._worldwide = Worldwide(self._nearby, pack)
        self._carried = Carried(self._nearby, self._parties, self.sickened, spoken, self._worldwide)
        self.disowned = Disowned(self._nearby, self._parties, pack)
        self._exchange = Exchange(self._nearby, restricting, pack)
        self._scores, self._itemised = Scores(self._nearby, pack), Itemised(self._nearby, Fates(self._nearby, restricting, pack), pack)
        self._included, self._headed = Included(self._nearby, pack), HeadlineRows(self._nearby, pack)
        self._between = frozenset((pack.words("numbers")["ranges"]["between"],))
        known = (*(time.span for time in analysis.times), *(mention.span for mention in analysis.mentions))
        self._known = frozenset(token.start for span in known for token in self._nearby.inside(span))
        pointed = Pointed(self._nearby, spoken, pack)
        self._whereabouts = Whereabouts(self._nearby, self._parties, pointed, locative, self._known, pack)
        self._recalled = Recalled(self._nearby, restricting, pointed, analysis, pack)
        self._about, self.rates = About(analysis, self._nearby, pack), Rates(self._nearby, pack)
        self._times = sorted((time for time in analysis.times if time.date), key=lambda time: time.span)
        self._time_starts = [time.span.start for time in self._times]

    def weighed(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The document's figures with what has become of those that add up to others, what the text around is about, and their trust."""
        told = self._about.told(self._worldwide.headed(self._headed.told(self._included.told(self._itemised.told(found)))))
        return weighed_figures(FigureSignals(self._nearby, told, self._pack, self._about.likely), self._pack, told)

    def whole(self, figure: Figure) -> Figure:
        """The figure with what it counts in whole constituents, with what is told of that, and with what its words point back at."""
        done = self._formed.told(self._agreeing.told(self._counted_apart.told(self._finished.told(figure))))
        more = self._undertold.told(done)
        return self._formed.told(self._recalled.told(self._finished.told(more) if more.what != done.what else more))

    def is_apart(self, before: Figure, quantity: Quantity) -> bool:
        """Whether a figure is told of another one than the one before it."""
        return self._others.is_owned(quantity) or self.contrasted.is_apart(before.evidence, quantity.span)

    def is_put(self, quantity: Quantity) -> bool:
        """Whether the words right behind a figure put it somewhere, if at several places."""
        return self._whereabouts.is_put(quantity)

    def told(self, figure: Figure, quantity: Quantity, last: Figure | None) -> Figure:
        """The figure with what the one before it tells, else with what its place does; an age of nobody known with the noun that bears it."""
        head = head_of(self._nearby, quantity)
        self._share = last if last is not None and last.unit == SHARE else self._share
        figure = self._wholes.told(self._completed.told(self.following.told(figure, quantity, head, last), quantity), quantity, last)
        figure = self._portions.told(figure, last)
        figure = self._lifted.told(self._pronominal.told(self._thereof.told(figure, head)), head)
        figure = self._carried.told(self._narrowed.told(figure, quantity, last), head)
        if head is not None and figure.what and figure.unit not in (SHARE, None):
            figure = replace(figure, what=self._sickness.completed(figure.what, head))
        if figure.unit in (SHARE, None):
            what = self._polled.asked(figure.what, figure.evidence, part=figure.unit is None)
            figure = replace(figure, what=self._polled.likewise(what, figure.evidence, last.what if last is not None else None))
            what = self._sided.what(figure, last)
            figure = replace(figure, what=self._asked.what(what, figure.evidence, last.what if last is not None else None))
            figure = replace(figure, who=figure.who or self._owners.people(figure.what))
        if head is None or (figure.what and (figure.who or not self.ages.has(head))):
            return figure
        bearer = self.ages.bearer(head)
        kin = self._relatives.aged(figure, bearer) if self.ages.has(head) else None
        return replace(figure, what=kin or self._otherwise.borne(figure, bearer) or self._otherwise.what(quantity, head, last))

    def named(self, quantity: Quantity) -> bool:
        """Whether the number lies inside a name of a person or body."""
        mention = self._nearby.mention_before(quantity.span.start)
        if mention is None or mention.type == "LOC":
            return False
        return mention.span.start < quantity.span.start < mention.span.end or mention.span.contains(quantity.span)

    def head(self, quantity: Quantity) -> Token | None:
        """The token that the rest of the quantity hangs on."""
        return head_of(self._nearby, quantity)

    def what(
        self, quantity: Quantity, head: Token | None, noun: Token | None, who: tuple[str, ...], before: Figure | None, last: Figure | None
    ) -> str | None:
        """What is counted; of a sum or a share of nothing yet, what it is told of."""
        if head is None:
            return quantity.what
        if rate := self._exchange.what(quantity):
            return rate
        if part := self.measured.in_part(quantity) or self._things.doing(quantity):
            return part
        if self.measured.has(quantity):
            if limit := self._things.limited(quantity, head):
                return limit
            if ended := self._unnamed.at_end(quantity, last) or self._unnamed.costs(quantity, head) or self.measured.distance(quantity, head):
                return ended
            told = self.measured.what(quantity, head, noun) or self._polled.to_do(quantity) or self._things.of_nobody(quantity, head)
            told = (
                told
                or self._scores.what(quantity, who)
                or self._polled.replied(quantity)
                or self._unnamed.what(quantity, head, last)
                or self._scores.won(quantity)
                or self._scores.among(quantity)
                or self._scores.goes_on(quantity, last if last is not None and last.unit == SHARE else self._share)
            )
            told = self._leftover.instead(quantity, told) if told and self.measured.is_sum(quantity) else told
            return self._scores.changed(quantity, told) if told else self._leftover.what(quantity, head)
        told = self._unnamed.costs(quantity, head) or self.measured.amounts_to(quantity, head) or self._unnamed.in_part(quantity, noun, last)
        told = told or self._things.what(quantity, head, who, before)
        return self._unnamed.made_up(quantity, told) or told

    def whose(self, quantity: Quantity, head: Token, noun: Token | None) -> tuple[str, ...]:
        """Whose age it is, or who has, sends or gives what is counted."""
        return (
            self.ages.whose(quantity, head)[:1]
            if self.ages.has(head)
            else self._owners.of(quantity, head, noun) or self.ages.of_parent(quantity, head)
        )

    def where(self, quantity: Quantity, head: Token, who: tuple[str, ...]) -> str | None:
        """The place that the noun or its clause is put at, as the text names it."""
        given = self._to_whom.verb(outermost(quantity, head).head) is not None
        near = (token for token in self._companions(quantity, head) if not given or preposition(token) != self._to)
        return self._whereabouts.of(quantity, head, near, who, given)

    def when(self, quantity: Quantity, head: Token) -> Edtf | None:
        """The date that the noun or its clause is put on; None if there is none or more than one, or if it only bounds ("depuis 1953")."""
        found = []
        for token in self._companions(quantity, head, summed=True):
            at = bisect_left(self._time_starts, token.end) - 1
            if at >= 0 and (time := self._times[at]).span.overlaps(token.span) and time not in found and preposition(token) not in self._between:
                found.append(time)
        return found[0].date if len(found) == 1 and found[0].bound is None else None

    def _companions(self, quantity: Quantity, head: Token, *, summed: bool = False) -> Iterator[Token]:
        """The complements of the noun and its participles, then those of the verb or noun that governs it; with `summed`, or "le cap de" it.

        Behind the noun, none with another noun in between (a name or date is none): the parser hangs such complements too high.
        """
        near = [*head.children, *(part for child in head.all("acl") for part in child.children)]
        outer = outermost(quantity, head)
        while summed and outer.dep.startswith("nmod") and outer.head.lemma.lower() in self._totals:
            outer = outer.head
        governor = outer.head
        if governor is not outer and (governor.pos in ("VERB", "AUX") or outer.dep.startswith("nmod")):
            verbs = (governor, *governor.all("xcomp"), *([governor.head] if governor.dep == "xcomp" else []))
            near.extend(token for verb in verbs for token in verb.children if token is not outer)
        behind = governor if governor.pos == "VERB" and governor.start > head.start else head
        at = self._nearby.at(behind.start)
        barrier = next(
            (token.start for token in self._nearby.tokens[at + 1 : at + 1 + FARTHEST] if token.pos == "NOUN" and token.start not in self._known), None
        )
        for token in near:
            if barrier is None or token.start <= barrier:
                yield token
