"""Who said what: each reported stretch with its speaker, found from cue verbs, quoting prepositions, quotation marks and posts."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chancery.analysis import Analysis
from chancery.analysis.clauses import is_negated
from chancery.analysis.crossheads import is_crosshead
from chancery.analysis.quotations import Quotation
from chancery.facts.according import According, according
from chancery.facts.bearers import Bearers
from chancery.facts.closed import closed_by_other
from chancery.facts.context import GAPS, Context
from chancery.facts.cue_lexicon import UNLISTED
from chancery.facts.cues import Cue, cues
from chancery.facts.echoes import named_below, named_next
from chancery.facts.endings import QUE
from chancery.facts.fact import Statement
from chancery.facts.fragments import fragments
from chancery.facts.hidden import is_same, points_back
from chancery.facts.incises import closed_by
from chancery.facts.makers import is_issued, is_paper
from chancery.facts.manner import told_how
from chancery.facts.nested import nested
from chancery.facts.nouns import told_by_nouns
from chancery.facts.opened import opened_by
from chancery.facts.posts import posted, posts
from chancery.facts.predicated import predicated
from chancery.facts.relayed import relayed
from chancery.facts.reported import POINTS, Words, items, reported, typed
from chancery.facts.said import Said
from chancery.facts.signed import signed
from chancery.facts.sourced import names_source
from chancery.facts.speaker import Speaker, named
from chancery.facts.speakers import speaker_of
from chancery.facts.speaking import is_press
from chancery.facts.trust import weighed
from chancery.facts.unclaimed import unclaimed
from chancery.facts.undergone import undergone
from chancery.span import Span

MARKS = frozenset('"«»“”')
MINIMUM = 2
"""Code points; shorter stretches say nothing."""


@dataclass(slots=True)
class Found:
    """The statements of one document while they are read."""

    context: Context
    bearers: Bearers
    posted: frozenset[Quotation]
    """What is quoted in a post: no verb of the article's reports it."""
    said: Said = field(default_factory=Said)
    taken: set[Quotation] = field(default_factory=set)
    last: Speaker | None = None
    hidden: Speaker | None = None
    """The last source without a name."""
    unknown: list[int] = field(default_factory=list)
    """Where someone speaks of whom it is not known who it is."""
    last_at: int = 0
    """Where the last speaker spoke."""
    relays: list[tuple[Span, str]] = field(default_factory=list)
    """Where a paper passes on what another source, named there, said; with the paper."""
    governed: dict[Span, int] = field(default_factory=dict)
    """Where the verb stands before the words that it governs."""

    def add(self, words: Words, speaker: Speaker, cue: Cue | None = None, *, passes_on: bool = False) -> None:
        """Keep the words. Where someone is known to have said them already, this one passes them on, or says that they were said."""
        if words.type == "indirect" and not words.quotes and not any(mark in words.span.of(self.context.text)[:-1] for mark in MARKS):
            words = _less_stray_mark(self.context, words, cue)
        if len(words.span) < MINIMUM or (words.type == "indirect" and not words.quotes and not MARKS.isdisjoint(words.span.of(self.context.text))):
            return  # half of a quotation whose other mark is lost
        inside = self.said.overlapping(words.span)
        if inside and (passes_on or not self._reports(words, speaker, cue, inside)):
            if speaker.name and not speaker.anonymous and (cue is None or (cue.inverted and cue.entry is not UNLISTED)):
                self.said.relayed(words.span, speaker.name)
            return
        for statement in inside:
            self.said.remove(statement)  # `nested` finds it again, within these words
        self.taken.update(words.quotes)
        self.said.add(signed(self.context, words, speaker, cue))
        if cue is not None and cue.verb.start < words.span.start:
            self.governed[words.span] = cue.verb.start

    def _reports(self, words: Words, speaker: Speaker, cue: Cue | None, inside: list[Statement]) -> bool:
        """Whether the words tell, verb and all, that others said what is in them: `|X a promis de venir|, a rappelé Y`."""
        if cue is not None and not cue.inverted:
            return False
        return all(
            one.speaker != speaker.name and words.span.start <= self.governed.get(one.evidence, -1) and one.evidence.end <= words.span.end
            for one in inside
        )


def _less_stray_mark(context: Context, words: Words, cue: Cue | None) -> Words:
    """The words without a closing mark whose opening one is lost; before a verb that closes them, that mark tells that they are quoted."""
    span = words.span.trimmed(context.text, GAPS + "".join(MARKS))
    quoted = span.end < words.span.end or context.text[span.end : span.end + 1] in MARKS
    return replace(words, span=span, type="direct" if quoted and cue is not None and cue.inverted else words.type)


def statements(analysis: Analysis) -> tuple[Statement, ...]:
    """What is reported to have been said, by place. No two overlap, but that one may lie within another, whose speaker is then its voice."""
    context = Context(analysis)
    others = frozenset(quote for span in posted(context) for quote in context.quotes_in(span))
    found = Found(context, Bearers(context), others, taken=set(others))
    reporting = list(cues(context))
    places = {cue.verb.start for cue in reporting}
    for cue in reporting:
        _read_cue(found, cue, places)
    for source in according(context):
        _read_source(found, source)
    for span, via in found.relays:
        found.said.relayed(span, via)
    for words, speaker in (*told_by_nouns(context), *undergone(context)):
        if not found.said.overlapping(words.span):
            found.add(words, speaker)
    for span, via in list(relayed(context, found.said)):
        found.said.relayed(span, via)
    for post in posts(context):
        if not found.said.overlapping(post.evidence):
            found.said.add(post)
    for words, speaker in list(unclaimed(context, found.said, found.taken, found.unknown)):
        found.add(words, speaker)
    within = nested(context, found.said, reporting, places)
    several = sorted(named_below(context, (*found.said, *within)), key=lambda statement: (statement.evidence.start, -statement.evidence.end))
    verbs = context.pack.words("cues")["order"]["going_on"]
    going_on = frozenset(cue.group.of(context.text) for cue in reporting if cue.inverted and cue.verb.lemma in verbs)
    return told_how(context, weighed(context, named_next(context, several, going_on)))


def _read_cue(found: Found, cue: Cue, places: set[int]) -> None:
    """Add what one cue reports: first what it closes, then what it governs, what a colon opens, and what it quotes."""
    context = found.context
    if cue.sentence.block.kind == "post":
        return
    inside = context.quote_at(cue.verb.start)
    contents = list(_contents(found, cue, places)) if not inside else list(closed_by(context, cue, places))
    contents = [words for words in contents if found.posted.isdisjoint(words.quotes)]
    opened = predicated(context, cue, places) if inside and not contents else None
    if opened is not None:
        contents, cue = [opened[0]], opened[1]
    if not contents:
        return
    speaker = speaker_of(context, cue, found.last, found.hidden)
    if speaker is None:
        found.unknown.append(cue.verb.start)
        found.taken.update(quote for words in contents for quote in words.quotes)  # someone said it, and it is not known who
        return
    goes_on = cue.inverted and cue.verb.lemma in context.pack.words("cues")["order"]["going_on"]
    speaker = _issuer(context, speaker, found.last, found.last_at, goes_on=goes_on)
    speaker = found.bearers.known(speaker, cue, found.last, found.last_at)
    if cue.inverted and speaker.name and any(actor.startswith("org:") for actor in speaker.actors):
        relays = [words for words in contents if words.type != "direct" and names_source(context, words.span)]
        found.relays.extend((words.span, speaker.name) for words in relays)
        contents = [words for words in contents if words not in relays]  # `..., selon X, rapporte le journal`: these are the words of X
    for words in (item for whole in contents for item in items(context, whole)):
        found.add(words, speaker, cue, passes_on=cue.inverted and cue.subject is not None and is_paper(context, cue.subject))
    if is_crosshead(context.text, cue.sentence):
        return  # the text goes on with whoever spoke before
    found.last, found.last_at = speaker, cue.verb.start
    found.hidden = speaker if speaker.anonymous else found.hidden


def _contents(found: Found, cue: Cue, places: set[int]) -> Iterator[Words]:
    context = found.context
    closed = list(closed_by(context, cue, places))
    if closed:
        yield from closed
        return
    if _asks(context, cue):
        return
    marked = any(mark.lemma.lower() in QUE for mark in cue.verb.all("mark"))  # `avant qu'il ne réponde que ...`
    restricts = not marked and any(word.lemma == "ne" and word.start < cue.verb.start for word in cue.verb.children)  # `n'ont commencé que lundi`
    governed = [] if restricts or is_negated(cue.verb) else [*reported(context, cue, places)]  # `n'a pas confirmé que ...`: that was not said
    yield from governed
    taken = found.taken | {quote for words in governed for quote in words.quotes}
    if governed:  # what another verb closes behind it is not the cue's
        behind = context.quotes_in(Span(governed[-1].span.end, max(governed[-1].span.end, cue.sentence.span.end)))
        taken |= {quote for quote in behind if closed_by_other(context, quote.inner.end, places)}
    opened = [words for words in opened_by(context, cue, places) if not taken.intersection(words.quotes)]
    opened = [words for words in opened if not governed or not closed_by_other(context, words.span.end, places)]
    yield from opened
    if not opened and cue.entry.fragments and not is_negated(cue.verb):
        yield from (words for words in fragments(context, cue, taken, places) if not any(words.span.overlaps(other.span) for other in governed))


def _asks(context: Context, cue: Cue) -> bool:
    """Whether it is asked whether that was said: `Le maire a-t-il dit que le port ferme ?`."""
    last = cue.sentence.tokens[-1]
    asks = cue.inverted and cue.subject is not None and cue.subject.start < cue.group.end and last.text == "?"
    return asks and not context.quote_at(last.start) and not context.quote_at(cue.verb.start)


def _read_source(found: Found, source: According) -> None:
    """Add what a source is said to say; or that it passes on what someone else said (`a dit X, selon l'agence Y`)."""
    last = found.said.last_before(source.preposition.start)
    before = Speaker(last.speaker, last.speaker_actors, None, last.anonymous) if last else None
    speaker = named(found.context, source.source, before)
    if speaker is not None and before is not None and is_same(found.context, source.source):
        speaker = before
    if speaker is not None and before is not None and last is not None and points_back(found.context, source.source):
        near = found.context.text[last.evidence.end : source.preposition.start].strip(GAPS + POINTS + '"') == ""
        body = near and before.actors[:1] and not before.actors[0].startswith("person:")  # `Le comité a dit que ... Selon cette source`
        speaker = replace(before, span=speaker.span) if before.anonymous or body else speaker
    if speaker is not None and last is not None:
        speaker = _issuer(found.context, speaker, before, last.evidence.end)
    passes_on = is_press(found.context, source.source)
    if not passes_on and not source.apart and found.said.overlapping(source.words.span):
        return  # `X a dit que ..., ce qui est clair selon Y`: how much of it is Y's cannot be told
    if speaker is not None:
        speaker = found.bearers.source(speaker, source.source)
        for words in items(found.context, _less_relay(found, source)):
            found.add(words, speaker, passes_on=passes_on)


def _less_relay(found: Found, source: According) -> Words:
    """The words of a source without the paper's `..., rapporte le journal` behind them."""
    span = source.words.span
    end = next((relay.end for relay, _ in found.relays if relay.contains(source.preposition) and span.start < relay.end < span.end), None)
    return source.words if end is None else typed(found.context, Span(span.start, end))


def _issuer(context: Context, speaker: Speaker, last: Speaker | None, since: int, *, goes_on: bool = False) -> Speaker:
    """Whoever spoke last, at `since`, where what speaks now, or goes on speaking, is but the paper in which they did; else as given."""
    if last is None or not last.name or last.anonymous or speaker.span is None or not is_issued(context, speaker.span, since, goes_on=goes_on):
        return speaker
    return replace(last, span=speaker.span)
