"""Whom a document is about: its people, how often they are named, who acts in the headline and the opening."""

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property

from chancery.analysis.actors.headlines import Headline
from chancery.analysis.actors.met import acting, apposed_to_subject, says, source, verb_ahead
from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.analysis.actors.silent import dead
from chancery.register import fold

PERSON = "person:"
NEAR = 1
"""Sentences from the beginning of the text over which it opens."""
SOON = 2
"""Sentences behind a role within which the name of its bearer follows."""


class Protagonists:
    """The people of one document, as its names tell before it is read through."""

    def __init__(self, scene: Scene, headline: Headline) -> None:
        self._scene = scene
        self._lead = headline.lead
        self.names = [name for name in scene.names if name.type == "PER" and (name.actor or "").startswith(PERSON) and not dedicated(scene, name)]
        """Where they are named."""
        self._kept = dict[int, frozenset[str]]()
        """By sentence: its words."""
        self.everyone = tuple(dict.fromkeys(name.actor or "" for name in self.names))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each is named outside quotations."""
        return Counter(name.actor or "" for name in self.names if not self._scene.quoted[name.first])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each is named outside quotations, in text order."""
        found = dict[str, list[int]]()
        for name in self.names:
            if not self._scene.quoted[name.first]:
                found.setdefault(name.actor or "", []).append(name.first)
        return found

    def beside(self, actor: str, here: int) -> frozenset[str]:
        """The words, folded, of the sentences that name someone, but for the sentence that is `here`."""
        numbers = {self._scene.sentence_of[place] for place in self.places.get(actor, ())} - {here}
        return frozenset(word for number in numbers for word in self._words(number))

    def _words(self, number: int) -> frozenset[str]:
        if number not in self._kept:
            tokens = self._scene.row[bisect_left(self._scene.sentence_of, number) : bisect_right(self._scene.sentence_of, number)]
            self._kept[number] = frozenset(fold(token.text) for token in tokens if token.pos in ("NOUN", "PROPN", "ADJ"))
        return self._kept[number]

    @cached_property
    def most(self) -> str:
        """Who is named more often than anyone else; empty if several are."""
        most = self.counts.most_common(2)
        return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else ""

    @cached_property
    def first(self) -> str:
        """Who is named first below the headline; empty if nobody is."""
        return next((name.actor or "" for name in self.names if name.first >= self._lead), "")

    @cached_property
    def dead(self) -> frozenset[str]:
        """Who died and is not whom the text is about, whose words it would recall."""
        return self.fallen - self.headlined - {self.most}

    @cached_property
    def fallen(self) -> frozenset[str]:
        """Of whom the text says that they died, be it about them or not."""
        return dead(self._scene, self.names)

    @cached_property
    def headlined(self) -> frozenset[str]:
        """Whom the headline names."""
        return frozenset(name.actor or "" for name in self._over())

    @cached_property
    def opening(self) -> frozenset[str]:
        """Who acts in the first two sentences below the headline."""
        scene, lead = self._scene, max(0, self._lead)
        last = scene.sentence_of[lead] + NEAR
        names = (name for name in self.names if name.first >= lead and scene.sentence_of[name.first] <= last and not scene.quoted[name.first])
        return frozenset(name.actor or "" for name in names if acts(self._scene, name))

    @cached_property
    def main(self) -> frozenset[str]:
        """Whom the text is about: who acts in the headline, or opens the text and is named most."""
        acting_ = frozenset(name.actor or "" for name in self._over() if acts(self._scene, name) or self._heads(name))
        return acting_ | (self.opening & {self.most})

    def ahead(self, phrase: Phrase) -> str | None:
        """Who is named first behind a role with which the text opens, and speaks there at once."""
        scene = self._scene
        first, here = scene.sentence_of[max(0, self._lead)], scene.sentence_of[phrase.noun]
        if here > first + NEAR:
            return None
        name = next((name for name in self.names if name.first >= phrase.after and not scene.quoted[name.first]), None)
        near = name is not None and scene.sentence_of[name.first] <= max(first, here) + SOON
        return name.actor if name is not None and near and says(self._scene, name) else None

    def _over(self) -> list[Named]:
        return [name for name in self.names if name.first < self._lead and not self._scene.quoted[name.first]]

    def _heads(self, name: Named) -> bool:
        """Whether the name stands before a colon, or at the head of the line."""
        row = self._scene.row
        return (name.after < len(row) and row[name.after].text == ":") or not name.first


def acts(scene: Scene, name: Named) -> bool:
    """Whether the name is a subject, or who says something."""
    head = scene.head(name)
    before = scene.row[name.first - 1] if name.first else None
    behind = verb_ahead(scene, name.after)
    ahead = behind is not None and behind.pos in ("VERB", "AUX") and acting(behind) and (before is None or before.pos != "ADP")
    return head.dep.startswith("nsubj") or apposed_to_subject(head) or source(scene, name.first) or ahead
