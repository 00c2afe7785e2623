"""Who the subject of a verb is that a figure hangs on, where the parser or the text does not say it outright."""

from chancery.analysis import Mention, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import conjuncts, doer, is_passive, obliques, own_subject, preposition, subject
from chancery.analysis.units import units
from chancery.facts.lacking import Lacking
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties, is_public
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

APART = ",(\u00a0 "
"""What may stand between a name and what it is called."""
HEAD = 3
"""Words of its sentence among which a pronoun stands that goes on with the subject of the one before."""
BACK = 3
"""Pronouns in a row through which a subject goes on."""
DEEP = 4
"""Governors among which the main verb is."""


def _undergoes(verb: Token) -> bool:
    """Whether a verb is passive, whatever hangs on it: one that is finite itself is not."""
    return is_passive(verb) and (verb.morph.get("VerbForm") != "Fin" or verb.child("expl:pass") is not None)


class Subjects:
    """The subjects of the verbs of one document."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, topics: Topics, locative: frozenset[str], pack: Pack) -> None:
        self._nearby, self._who, self._spoken, self._topics, self._locative = nearby, who, spoken, topics, locative
        lists = pack.words("numbers")["whose"]
        self._lacking = Lacking(nearby, pack)
        self._civil = frozenset(pack.words("cues")["sources"]["titles"])
        self._according = frozenset(pack.words("cues")["sources"]["prepositions"])
        self._asking = Listed(lists["asking"], pack)
        self._by_doing, self._fellows = lists["in"], frozenset(lists["adherents"])
        self._firms, self._counts_people = frozenset(lists["firms"]), units(pack).counts_people
        self._one_person, self._gender = units(pack).one_person, lexicon_of(pack).gender

    def pointed(self, verb: Token, acts: Token) -> tuple[str, ...]:
        """Whom a verb's subject means that names nobody itself: by the name beside it, before it or behind it, by what it points back at."""
        return (
            self.just_before(verb)
            or self._members(acts)
            or self.antecedent(verb)
            or self._spoken.body(acts)
            or self._possessed(acts)
            or self._spoken.country(acts)
            or self._called(acts)
            or self._spoken.government(acts)
            or self.goes_on(acts)
        )

    def of(self, verb: Token, *, plainly: bool) -> Token | None:
        """Whoever the clause, or the noun or word that an infinitive hangs on, makes do it."""
        if verb.child("expl:subj") is not None and verb.child("expl:comp") is not None:
            return None  # "il y avait 30 chars"
        active = is_passive(verb) and not _undergoes(verb)  # what hangs on it is no agent of its
        if (resumed := self._resumed(verb)) is not None:
            return resumed
        acts = self._lacking.relative(verb) or self._lacking.main(verb) or self._spoken.becomes(verb)
        acts = acts or (subject(verb) if active else doer(verb) or (subject(verb) if plainly else None))
        acts = acts or self._resolved(verb) or self._over(verb) or self._doing(verb) or self._asked(verb)
        return acts or self._lacking.intends(verb) or self._joined(verb)

    def _resumed(self, verb: Token) -> Token | None:
        """The noun that "et qui" goes on with, past what a participle says of it: "un film tourné par Marc Roux, et qui a coûté 3 millions"."""
        relative = own_subject(verb)
        if relative is None or relative.morph.get("PronType") != "Rel" or verb.dep != "conj" or relative.index < 2:
            return None
        at = self._nearby.at(relative.start)
        main = own_subject(verb.head)
        if self._nearby.tokens[at - 1].pos != "CCONJ" or (main is not None and main.morph.get("PronType") == "Rel"):
            return None
        told = (word for word in self._nearby.tokens[at - relative.index : at][::-1] if word.pos == "VERB" and word.dep == "acl")
        return next((word.head for word in told if word.head.pos in ("NOUN", "PROPN") and word.head.end <= word.start), None)

    def _asked(self, verb: Token) -> Token | None:
        """Whom one asks or reproaches to do what an infinitive says: "on lui reproche d'avoir détourné", "demande à la firme de rembourser"."""
        main = verb.head
        infinitive = verb.morph.get("VerbForm") == "Inf" or any(helper.morph.get("VerbForm") == "Inf" for helper in verb.all("aux"))
        if not infinitive or main is verb or not self._asking.verb(main):
            return None
        return next((part for part in (*main.all("iobj"), *obliques(main, "à")) if part.start < verb.start), None)

    def is_asked(self, verb: Token, acts: Token) -> bool:
        """Whether "à" brings whom one asks to do it, and no place."""
        return acts.head is verb.head and self._asking.verb(verb.head) is not None

    def _doing(self, verb: Token) -> Token | None:
        """The subject of the nearest clause above a gerund: "le parti a fait plus que résister, en gagnant 14 villes"."""
        case = verb.child("case", "mark")
        if verb.morph.get("VerbForm") != "Part" or case is None or case.text.lower() != self._by_doing:
            return None
        return next((acts for token in above(verb, DEEP) if (acts := own_subject(token)) is not None and acts.end <= verb.start), None)

    def _joined(self, verb: Token) -> Token | None:
        """The subject of the clause that a finite verb without one is joined to, whatever the parser joins it to there."""
        if verb.dep != "conj" or verb.morph.get("VerbForm") != "Fin":
            return None
        return next((acts for token in above(verb, DEEP) if (acts := own_subject(token)) is not None and acts.end <= verb.start), None)

    def relates(self, verb: Token, acts: Token) -> bool:
        """Whether a clause with "qui" is about the word right before it: "en Elbonie, qui compte 3 millions d'habitants"."""
        relative = own_subject(verb)
        if relative is None:
            return self._lacking.relative(verb) is acts
        if relative.morph.get("PronType") != "Rel":
            return False
        hung = verb.dep == "acl:relcl" and verb.head is acts and any(child.start > acts.end for child in acts.all("appos"))
        return hung or not self._nearby.text[acts.end : relative.start].strip(APART)  # "sur l'Untel, bateau d'une ONG qui transporte"

    def _possessed(self, acts: Token) -> tuple[str, ...]:
        """Whose own the subject is: "le pays dit que son économie perd 3 milliards"."""
        return self._topics.possessor((acts,)) or self._spoken.possessor((acts,))

    def just_before(self, verb: Token) -> tuple[str, ...]:
        """Whose name stands right before an active verb and behind no preposition, whatever the parser makes of it."""
        if _undergoes(verb) or verb.morph.get("VerbForm") == "Inf":
            return ()
        at = self._nearby.at(verb.start)
        while at > 0 and (self._nearby.tokens[at - 1].pos in ("AUX", "ADV") or self._nearby.tokens[at - 1].dep.startswith("expl")):
            at -= 1
        if at > 1 and self._nearby.tokens[at - 1].text == "," and own_subject(verb) is None:
            at -= 1  # "Les Verts, comptaient 300 membres": pages often put one there
        name = self._nearby.mention_ending(self._nearby.tokens[at - 1].end) if at > 0 else None
        if name is None:
            return ()
        first = self._leading(name)
        opens = first < 0 or self._nearby.tokens[first + 1].index == 0 or self._nearby.tokens[first].pos in ("PUNCT", "SCONJ", "ADV")
        return meant(name) if opens and self._nearby.tokens[first].text not in ("(", "-") else ()

    def goes_on(self, acts: Token) -> tuple[str, ...]:
        """The state or body that a pronoun means: by the noun for it that was the subject before. "Le pays s'inquiète. Il a enregistré 30 cas"."""
        if acts.pos != "PRON" or acts.morph.get("Person") != "3" or acts.morph.get("PronType") != "Prs":
            return ()
        if acts.morph.get("Number") == "Plur":
            return self._together(acts)
        for _ in range(BACK):
            before = self._subject_before(acts)
            if before is None or any(before.morph.get(kind, acts.morph.get(kind)) != acts.morph.get(kind) for kind in ("Gender", "Number")):
                return ()
            if (someone := self._who.own(before)) and someone[0].startswith("person:"):
                return someone if self._may_mean(acts, before, someone[0]) else ()
            if before.pos != "PRON":
                found = () if self._someone_between(before, acts) else self._body_meant(before)
                return found if found and not found[0].startswith("person:") else ()
            acts = before
        return ()

    def _together(self, pronoun: Token) -> tuple[str, ...]:
        """Those whom "ils" means where the subject before is a row of names: "Anne Blanc et dix collègues sont venus. Ils ont", all known or his."""
        before = self._subject_before(pronoun)
        row = conjuncts(before) if before is not None and before.pos == "PROPN" else ()
        if len(row) < 2 or pronoun.index > HEAD:
            return ()
        each = [self._who.own(part) for part in row if part.text.lower() not in self._fellows]
        return tuple(dict.fromkeys(actor for own in each for actor in own)) if all(each) else ()

    def _may_mean(self, pronoun: Token, noun: Token, person: str) -> bool:
        """Whether a pronoun at the head of its clause may mean the person who was the subject of the sentence before: by its gender."""
        gender = register_for(None).gender(person) or self._gender(person.removeprefix("person:"))
        told = noun.morph.get("Gender") or {"f": "Fem", "m": "Masc"}.get(gender or "")
        return pronoun.index <= HEAD and told == pronoun.morph.get("Gender")

    def _body_meant(self, noun: Token) -> tuple[str, ...]:
        """The state or body that a noun for one means."""
        return self._who.acting(noun) or self._topics.state(noun) or self._topics.body(noun) or self._spoken.country(noun) or self._spoken.body(noun)

    def _subject_before(self, acts: Token) -> Token | None:
        """The subject of the main clause before: of its own sentence, else of the one before in its paragraph."""
        at = self._nearby.at(acts.start)
        first = at - acts.index
        here = [word for word in self._nearby.tokens[first:at] if word.dep.startswith("nsubj") and word.morph.get("PronType") != "Rel"]
        if here or first == 0:
            return here[-1] if here else None
        last = self._nearby.tokens[first - 1]
        if "\n" in self._nearby.text[last.end : self._nearby.tokens[first].start]:
            return None
        root = next((word for word in self._nearby.tokens[first - 1 - last.index : first] if word.head is word), None)
        return own_subject(root) if root is not None else None

    def _someone_between(self, before: Token, acts: Token) -> bool:
        """Whether a person has been brought in since, whom the pronoun may mean as well."""
        named = self._nearby.mentions_before(acts.start, acts.start - before.end)
        words = (word for word in self._nearby.inside(Span(before.end, acts.start)) if word.pos == "NOUN" and word.morph.get("Number") != "Plur")
        return any(name.type == "PER" for name in named) or any(self._one_person(word.text) for word in words)

    def _leading(self, name: Mention) -> int:
        """The index of the word before a name with its article, past the noun for a body that it is called: "La compagnie belge Untel"."""
        start = self._nearby.at(name.span.start) - 1
        noun = start
        while noun >= 0 and self._nearby.tokens[noun].pos == "ADJ":
            noun -= 1
        first = noun - 1 if name.type == "ORG" and noun >= 0 and self._nearby.tokens[noun].lemma.lower() in self._firms else start
        if name.type == "PER" and first >= 0 and self._nearby.tokens[first].text.lower() in self._civil:
            first -= 1
        while first >= 0 and self._nearby.tokens[first].pos == "DET" and "Definite" in self._nearby.tokens[first].morph:
            first -= 1
        return first

    def carried(self, verb: Token) -> tuple[str, ...]:
        """The subject of the sentence before, where "and" alone opens a finite verb's own: "La firme vend 3 tours. Et dépense 3 millions"."""
        at = self._nearby.at(verb.start)
        opening = self._nearby.tokens[at - verb.index]
        if verb.index != 1 or opening.pos != "CCONJ" or verb.morph.get("VerbForm") != "Fin" or at < 3:
            return ()
        last = self._nearby.tokens[at - 2]
        sentence = self._nearby.tokens[at - 2 - last.index : at - 1]
        verbs = (word for word in reversed(sentence) if word.morph.get("VerbForm") == "Fin" and word.morph.get("Number") == verb.morph.get("Number"))
        acts = next((acts for word in verbs if (acts := subject(word)) is not None), None)
        return self._who.acting(acts)

    def _called(self, acts: Token) -> tuple[str, ...]:
        """Whose name opens the sentence before what it is called: "L'Elbonie, l'un des pays voisins, a dépassé"."""
        first = min((acts, *acts.all("det", "amod")), key=lambda token: token.start)
        at = self._nearby.at(first.start)
        if first.index < 2 or self._nearby.tokens[at - 1].text != ",":
            return ()
        name = self._nearby.mention_ending(self._nearby.tokens[at - 2].end)
        named = self._nearby.tokens[self._nearby.at(name.span.start)] if name is not None else None
        if named is None or named.index > 1 or preposition(named) in self._according:
            return ()  # "Selon Untel, il y a eu un recul de 27 %"
        return meant(name)

    def _members(self, acts: Token) -> tuple[str, ...]:
        """The body whose name stands right behind the people who are the subject: "les députés LREM comptent 300 membres"."""
        if acts.morph.get("Number") != "Plur" or not self._counts_people(acts.text):
            return ()
        body = self._nearby.mention_before(acts.end + 1)
        return meant(body) if body is not None and body.type == "ORG" and body.span.start == acts.end + 1 else ()

    def antecedent(self, verb: Token) -> tuple[str, ...]:
        """The state or body whose name stands right before "qui", where the parser takes another noun: "la gloire de l'Elbonie, qui a perdu"."""
        relative = own_subject(verb)
        if relative is None or relative.morph.get("PronType") != "Rel":
            return ()
        name = self._nearby.mention_ending(self._nearby.back_over(relative.start, APART))
        if name is None or name.type == "PER" or any(case.text.lower() in self._locative for case in self._cases(name)):
            return ()
        return found if is_public(found := meant(name)) else ()

    def _cases(self, name: Mention) -> list[Token]:
        return [case for token in self._nearby.inside(name.span) for case in token.all("case")]

    def _resolved(self, verb: Token) -> Token | None:
        """The pronoun that the parser takes for an empty one, though it is known whom it means."""
        found = verb.child("expl:subj")
        return found if found is not None and not is_passive(verb) and self._who.own(found) else None

    def _over(self, verb: Token) -> Token | None:
        """The subject of the word above, where the parser leaves a finite verb without one and without a conjunction."""
        finite = verb.morph.get("VerbForm") == "Fin" and verb.child("mark") is None and not is_passive(verb)
        found = own_subject(verb.head) if finite and verb.head is not verb else None
        return found if found is not None and found.end <= verb.start else None
