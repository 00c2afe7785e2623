"""Who bears a role that speaks without a name: whom the document calls so elsewhere, or who spoke right before."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property

from chancery.analysis import Mention, Reference, Token
from chancery.analysis.actors.lexicon import key, lexicon_of
from chancery.analysis.clauses import own_subject
from chancery.facts.citing import cited
from chancery.facts.closing import closes_sentence
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.kin import Kin
from chancery.facts.named_papers import NamedPapers
from chancery.facts.speaker import Speaker
from chancery.facts.speaking import is_calling
from chancery.facts.takeups import TakeUps
from chancery.register import fold
from chancery.span import Span

PERSON = "person:"
SHORT = 5
"""Code points of the longest pronoun (`elles`), which names nobody by itself."""
NEAR = 250
"""Code points before a sentence within which someone is named who is meant in it."""
BACK = 700
"""Code points back to whoever acted last, for a noun that can only point back."""
FAR = 900
"""Code points back to whoever spoke last."""
GENDERS = {"Masc": "m", "Fem": "f"}


class Bearers:
    """The people and papers of one document, by what it calls them and where it names them; built once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lexicon = lexicon_of(context.pack)
        self._callings = context.pack.words("roles")["callings"]
        self._addressing = frozenset(context.pack.words("cues")["order"]["addressing"])
        self._called: dict[str, set[str]] = {}
        for reference in context.analysis.references:
            if reference.actor and reference.actor.startswith(PERSON):
                self._called.setdefault(_bare(reference.span.of(context.text)), set()).add(reference.actor)
        self._named = context.analysis.mentions
        outside = [item for item in sorted(context.analysis.mentions, key=lambda item: item.span) if not context.quote_at(item.span.start)]
        roles = [item for item in context.analysis.references if len(item.span) > SHORT and not context.quote_at(item.span.start)]
        both: list[Mention | Reference] = [*outside, *roles]
        people = [item for item in both if item.actor and item.actor.startswith(PERSON)]
        self._people = sorted((item.span.start, item.actor) for item in people if item.actor)
        self._kin, self._taken_up = Kin(context, self._people), TakeUps(context)
        self._acting = {item.span.start for item in people if self._acts(item)}
        self._papers = NamedPapers(context, outside)

    def known(self, speaker: Speaker, cue: Cue, last: Speaker | None, since: int) -> Speaker:
        """The speaker by name, where a definite role stands and it is clear whose it is; else as given. `last` spoke last before, at `since`."""
        token = cue.subject
        if token is not None and speaker.anonymous and token.pos == "NOUN":
            return self._kin.known(speaker, token)  # `|ses proches| disent`
        if token is None or speaker.anonymous or any(actor.startswith(PERSON) for actor in speaker.actors) or cited(self._context, cue):
            return speaker
        role = self._role(speaker) if token.pos == "PRON" else token
        whose = self._kin.known(speaker, role) if role is not None and role is token else speaker
        if whose is not speaker:
            return whose
        return self._definite(speaker, cue, role, last, since) if role is not None and _is_definite(role) else self._called_so(speaker)

    def _role(self, speaker: Speaker) -> Token | None:
        """The noun of the role that stands for a pronoun, where that is not known by name: `Le maire a réagi. "...", a-t-il dit`."""
        words = self._context.words(speaker.span) if speaker.span is not None and not speaker.actors else []
        return next((word for word in words if word.pos == "NOUN" and word.head not in words), None)

    def _definite(self, speaker: Speaker, cue: Cue, token: Token, last: Speaker | None, since: int) -> Speaker:
        if self._papers.is_titled(token):
            paper = self._papers.known(speaker, token)
            return paper if paper is not speaker else self._taken_up.known(speaker, token, last)
        if self._is_contrasted(token, cue):
            before = self._context.sentence_at(since)
            since = before.span.end if before is not None else since
        elif last is not None and not self._is_in_words(last.actors, cue) and self._by_turn(speaker, cue, token, last, since):
            return replace(last, span=speaker.span)
        actor = self._just_named(speaker, token, cue, since) or self._pointed_back(speaker, token, cue, since)
        if actor is not None and not self._is_in_words((actor,), cue):
            return replace(speaker, name=actor.removeprefix(PERSON), actors=self._context.who.acting(actor), gender=None)
        called = self._called_so(speaker)
        called = called if called is not speaker else self._taken_up.known(speaker, token, last)
        return called if called is not speaker else self._in_full(speaker, token)

    def _in_full(self, speaker: Speaker, token: Token) -> Speaker:
        """By the words with which the text brought in the nearest who is called so, where a noun stands alone: `|le porte-parole| de l'armée`."""
        noun = self._lexicon.calling(speaker.name or "")
        before = [full for full in self._in_other_words.get(noun, ()) if 0 < token.start - full.start <= FAR]
        return speaker if speaker.actors or not before else replace(speaker, name=self._context.who.name(before[-1]))

    @cached_property
    def _in_other_words(self) -> dict[str, list[Token]]:
        """By noun for people: where the text says whose or which one it is of somebody without a name."""
        found: dict[str, list[Token]] = {}
        people, who = self._lexicon.people, self._context.who
        for sentence in self._context.analysis.sentences:
            for token in sentence.tokens:
                one = token.pos == "NOUN" and token.morph.get("Number") != "Plur" and token.child("nmod", "amod") is not None
                words = "" if not one or who.of(token) or self._context.quote_at(token.start) else who.name(token) or ""
                noun, _, more = words.partition(" ")
                if more and self._lexicon.calling(noun) in people:
                    found.setdefault(self._lexicon.calling(noun), []).append(token)
        return found

    def _is_brought_in(self, token: Token) -> bool:
        """Whether the text brought in somebody without a name by the very words: `un expert naval`, then `|l'expert naval|`."""
        words = self._context.who.name(token) or ""
        before = [full for full in self._in_other_words.get(self._lexicon.calling(token.text), ()) if full.start < token.start]
        new = (full for full in before if (article := full.child("det")) is not None and article.morph.get("Definite") == "Ind")
        return any(self._context.who.name(full) == words for full in new)

    def source(self, speaker: Speaker, token: Token) -> Speaker:
        """The source of `selon l'hebdomadaire` by its name, where it has been named; else as given."""
        if not _is_definite(token):
            return self._kin.known(speaker, token)
        return self._papers.known(speaker, token) if self._papers.is_titled(token) else self._taken_up.known(speaker, token)

    def _called_so(self, speaker: Speaker) -> Speaker:
        """By the one person whom the document calls by the very words."""
        called = self._called.get(_bare(speaker.name or ""), set())
        if len(called) != 1:
            return speaker
        actor = next(iter(called))
        return replace(speaker, name=actor.removeprefix(PERSON), actors=self._context.who.acting(actor), gender=None)

    def _by_turn(self, speaker: Speaker, cue: Cue, token: Token, last: Speaker, since: int) -> bool:
        """Whether whoever spoke last is meant: nobody else has been named since, and the role can be theirs."""
        people = [one for one in last.actors if one.startswith(PERSON)]
        if len(people) != 1 or last.anonymous or not 0 <= token.start - since <= FAR or not self._can_be(token, cue, last, since):
            return False
        actor = people[0]
        if self._is_other(actor, speaker) or self._is_elsewhere(actor, speaker, cue):
            return False
        if speaker.actors and not set(speaker.actors) & set(last.actors):
            return False
        between = self._people[bisect_right(self._people, (since, "")) : bisect_right(self._people, (token.start, ""))]
        before = self._context.sentence_at(since)
        theirs = before.span.end if before is not None else since  # the sentence in which they spoke names those with them
        if all(other == actor for place, other in between if place in self._acting or place >= theirs):
            return True
        acting = [other for place, other in between if place in self._acting and place >= theirs]
        return bool(acting) and set(acting) == {actor}  # `Jan Roy s'est confié. L'élu y parle de X. "...", décrit |l'ancien député|`

    def _is_contrasted(self, token: Token, cue: Cue) -> bool:
        """Whether the sentence sets its speaker against whoever spoke before: `De son côté, le ministre ...`."""
        begin = self._context.seam_before(token.start, cue.sentence.span.start)
        ahead = token.start if cue.inverted else cue.group.start
        ends = [Span(begin, max(begin, ahead)), Span(cue.group.start, self._context.seam_after(cue.group.start, cue.sentence.span.end))]
        said = " ".join(span.of(self._context.text).lower() for span in ends if span.start < span.end and not self._context.quote_at(span.start))
        behind = self._context.text[token.end : max(token.end, ahead)].lower().partition(",")[0]  # `le ministre |lui-même| a dit`
        return any(words in said for words in self._callings["contrasts"]) or any(words in behind for words in self._callings["itself"])

    def _is_other(self, actor: str, speaker: Speaker) -> bool:
        """Whether the text calls the person by the same noun with other words: `le ministre de l'Economie` is not `le ministre de l'Intérieur`."""
        role = _bare(speaker.name or "")
        theirs = [called for called, whose in self._called.items() if actor in whose and called.split()[0] == role.split(" ")[0]]
        return " " in role and any(" " in called and called != role for called in theirs)

    def _is_elsewhere(self, actor: str, speaker: Speaker, cue: Cue) -> bool:
        """Whether the role's own words name the person (`la nièce de X`), or bring in another place with someone of it before the verb."""
        span = speaker.span
        within = [one for one in self._named if span is not None and span.contains(one.span)]
        placed = any(one.type == "LOC" for one in within) and span is not None and span.end <= cue.verb.start
        return placed or any(one.actor == actor for one in within)

    def _closes(self, token: Token, cue: Cue, since: int | None) -> bool:
        """Whether a noun that is no name and for one only closes a quoted sentence not far from the one before: `"...", plaide |le trentenaire|`."""
        context = self._context
        one = token.text[0].islower() and token.lemma.lower() not in context.pack.words("cues")["order"]["together"]
        near = (since is None or token.start - since <= 2 * NEAR) and not isinstance(context.who.at(token.span), Mention)
        return one and near and closes_sentence(context, cue.verb, cue.sentence.tokens, cue.group.start, token)

    def _can_be(self, token: Token, cue: Cue, last: Speaker, since: int | None = None) -> bool:
        """Whether the noun is one for people, or an inhabitant, of the speaker's gender, and not for someone else's man (`le porte-parole`)."""
        noun = token.text.lower()
        article = token.child("det")
        points = article is not None and article.text.lower() in self._callings["demonstratives"]  # `cette mère de deux enfants`
        someone = self._lexicon.calling(token.text) in self._lexicon.people or is_calling(self._context, token) or self._is_inhabitant(token)
        speaks = cue.inverted and (points or self._closes(token, cue, since)) and not self._is_thing(token)
        if not (someone or self._sounds(token) or speaks) or cue.verb.lemma in self._callings["answers"] or self._is_brought_in(token):
            return False
        if cue.group.of(self._context.text).split()[0].lower() in self._addressing:
            return False  # `lui a demandé le vétéran`: to whoever spoke before
        if not points and (noun in self._callings["apart"] or noun in self._context.pack.words("cues")["order"]["kin"]):
            return False
        theirs, own = self._lexicon.person_gender(last.name or ""), GENDERS.get(token.morph.get("Gender", ""), "")
        return not theirs or not own or theirs == own

    def _sounds(self, token: Token) -> bool:
        """Whether the noun ends as those for people do, and is none for a body: `l'|urbaniste|`."""
        return token.text.lower().endswith(tuple(self._callings["sounding"])) and not self._is_thing(token)

    def _is_thing(self, token: Token) -> bool:
        """Whether the noun is one for a paper or a body."""
        sources, lemma = self._context.pack.words("cues")["sources"], token.lemma.lower()
        return any(lemma in sources[kind] for kind in ("papers", "made", "bodies", "organs", "public", "relays", "titled", "issued")) or (
            key(lemma) in self._lexicon.body_nouns
        )

    def _is_inhabitant(self, token: Token) -> bool:
        """Whether the word calls someone by where they are from: `le Rochelais`."""
        endings = tuple(self._context.pack.words("cues")["order"]["inhabitants"])
        return token.text[0].isupper() and token.text.endswith(endings) and self._context.who.at(token.span) is None

    def _just_named(self, speaker: Speaker, token: Token, cue: Cue, since: int) -> str | None:
        """The one person named since anybody spoke, if as who acts in the sentence before the words: `X a réagi. "...", a lancé l'élu`."""
        begin = self._words_begin(cue)
        far = self._context.sentence_at(max(0, begin - NEAR))
        start, full = (far.span.start, far.span.end) if far is not None and far.span.end < begin else (begin - NEAR, begin - NEAR)
        between = self._people[bisect_left(self._people, (max(since, start), "")) : bisect_right(self._people, (token.start, ""))]
        between = [
            item for item in between if item[0] >= full
        ] or between  # a sentence that is only half near counts if none is nearer, and then all of it
        fitting = [(place, actor) for place, actor in between if self._fits(actor, speaker, token, cue)]
        actors = {actor for _, actor in fitting}
        return next(iter(actors)) if len(actors) == 1 and any(place in self._acting for place, _ in fitting) else None

    def _fits(self, actor: str, speaker: Speaker, token: Token, cue: Cue) -> bool:
        """Whether a person can be who the role means: the noun is one for them, and neither says another's nor whose man they are."""
        within = any(one.actor == actor for one in self._named if speaker.span is not None and speaker.span.contains(one.span))
        return not within and self._can_be(token, cue, Speaker(actor.removeprefix(PERSON), (actor,))) and not self._is_other(actor, speaker)

    def _pointed_back(self, speaker: Speaker, token: Token, cue: Cue, since: int) -> str | None:
        """Who acted last, for a bare noun that has not been brought in before, so that it can but mean someone known: `a lancé le quadragénaire`."""
        aged = all(part.child("nummod") is not None or self._context.dated(part) for part in token.all("nmod", "acl", "appos"))
        noun, begin = self._lexicon.calling(token.text), self._words_begin(cue)
        if not aged or min(self._unnamed.get(noun, token.start), token.start) < token.start:
            return None
        near = self._people[bisect_right(self._people, (max(since, begin - BACK), "")) : bisect_left(self._people, (begin, ""))]
        acting = [(self._context.sentence_at(place), actor) for place, actor in near if place in self._acting]
        last = {actor for sentence, actor in acting if sentence is acting[-1][0] and self._fits(actor, speaker, token, cue)}
        return next(iter(last)) if len(last) == 1 else None

    @cached_property
    def _unnamed(self) -> dict[str, int]:
        """Where each noun for people is first met that is nobody's by name."""
        named: list[Mention | Reference] = [*self._context.analysis.references, *self._context.analysis.mentions]
        covered = sorted(item.span for item in named if item.actor)
        found: dict[str, int] = {}
        for sentence in self._context.analysis.sentences:
            for token in sentence.tokens:
                noun = self._lexicon.calling(token.text) if token.pos == "NOUN" else ""
                if noun in self._lexicon.people and not _covers(covered, token.start):
                    found.setdefault(noun, token.start)
        return found

    def _is_in_words(self, actors: tuple[str, ...], cue: Cue) -> bool:
        """Whether the quotation that the cue closes names one of them: nobody speaks of themselves by name."""
        quote = self._context.quote_ending(self._context.back_over_gaps(cue.group.start, ","))
        return quote is not None and any(item.type == "PER" and item.actor in actors and quote.inner.contains(item.span) for item in self._named)

    def _words_begin(self, cue: Cue) -> int:
        """Where the sentence or the quotation begins that the cue closes."""
        quote = self._context.quote_ending(self._context.back_over_gaps(cue.group.start, ","))
        start = self._context.seam_before(cue.verb.start, cue.sentence.span.start)
        return min(start, quote.outer.start if quote else start)

    def _acts(self, name: Mention | Reference) -> bool:
        """Whether nothing governs the name but a verb as its subject: no preposition, no noun whose it is. At the head of a sentence it acts."""
        sentence = self._context.sentence_at(name.span.start)
        if sentence is not None and sentence.span.start == name.span.start:
            return True
        words = self._context.words(name.span)
        head = next((word for word in words if word.head not in words), None)
        while head is not None and head.dep.partition(":")[0] in ("appos", "flat") and head.head is not head and head.child("case") is None:
            head = head.head
        relative = next((verb for verb in head.all("acl:relcl") if verb.start > head.start), None) if head is not None else None
        if relative is not None and (own := own_subject(relative)) is not None and own.morph.get("PronType") == "Rel":
            return True  # `C'est le cas de |Jan Roy|, qui ...`
        if head is None or head.child("case") is not None or head.dep.partition(":")[0] in ("nmod", "obl", "obj", "iobj"):
            return False
        return head.head.dep != "acl:relcl" or head.head is head


def _is_definite(token: Token) -> bool:
    """Whether the noun is in the singular, with a definite or demonstrative article."""
    article = token.child("det")
    if token.pos not in ("NOUN", "ADJ") or token.morph.get("Number") == "Plur" or article is None or article.morph.get("Poss") == "Yes":
        return False
    return article.morph.get("Definite") == "Def" or article.morph.get("PronType") == "Dem"


def _covers(spans: list[Span], place: int) -> bool:
    """Whether one of the spans, which are in text order, holds the place."""
    index = bisect_right(spans, Span(place, place + FAR)) - 1
    return any(span.start <= place < span.end for span in spans[max(0, index - 2) : index + 1])


def _bare(words: str) -> str:
    """The words of a role as they are compared: folded, without article."""
    found = fold(words).replace("'", " ").split()
    return " ".join(found[1:] if found and found[0] in ("le", "la", "l") else found)
