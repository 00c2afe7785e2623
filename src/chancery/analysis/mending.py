"""Trees mended where the grammar of agreement and order rules out what a greedy parser made of them.

What goes wrong often enough in press to be worth a rule has a sure sign: a verb cannot be coordinated with a noun, `que` cannot open a noun, an
adjective with an infinitive of its own does not describe a bare word of time. Labels are Universal Dependencies.
"""

from collections.abc import Sequence

from chancery.analysis.attachment import NOMINAL
from chancery.analysis.coordinated import coordinate
from chancery.analysis.retagging import conjunction, reflexive, reread
from chancery.analysis.tokens import Token

SUBJECTS = ("nsubj", "csubj")
CLOSING = frozenset('»"”')
GROUP = frozenset(("AUX", "ADV", "PRON"))
"""What may stand between a subject and its verb: auxiliaries, adverbs, clitics."""
GOVERNED = frozenset(("xcomp", "ccomp", "acl", "obl:arg"))
"""How an infinitive hangs on the word that wants it."""
NAMING = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM"))
"""Of what a bare noun phrase is made."""
BEFORE = frozenset(("aux", "cop", "advmod", "expl", "iobj"))
"""How the parser hangs such words on the verb."""


def mend(tokens: Sequence[Token]) -> None:
    """Rehang, in place, what cannot hang where it does in the sentence that these tokens are. Of a sound tree nothing is changed."""
    coordinate(tokens)
    for token in tokens:
        reread(token)
        reflexive(token)
        _inverted(token, tokens)
        if token.dep == "nsubj:pass" and token.head.child("expl:pv") is not None and token.head.child("aux:pass", "expl:pass") is None:
            token.dep = "nsubj"  # who binds himself does it: `|Lima| s'est engagée à partir`
        if token.dep == "obj":
            _displaced(token)
        elif token.pos == "VERB" and token.dep.startswith("flat"):
            _predicate(token)
        elif token.dep.startswith("obl"):
            _agent(token, tokens)
    for token in tokens:
        if token.dep == "conj" and token.head.pos in NOMINAL and _finite(token) is not None and not _clausal(token.head):
            _uncoordinated(token, tokens)
        elif token.pos == "SCONJ" and token.head.pos in NOMINAL:
            _conjoined(token)
        elif token.pos in ("NOUN", "PROPN") and token.dep.partition(":")[0] in ("ccomp", "advcl", "obj", "obl") and not _clausal(token):
            _opened(token, tokens)
        elif token.dep != "conj" and token.pos == "VERB" and _finite(token) is not None and token.child(*SUBJECTS, "expl:subj") is None:
            _bereft(token, tokens)
        elif token.dep.startswith("nsubj") and token.pos == "PROPN":
            _headed(token, tokens)
            _doubled(token, tokens)
        elif token.pos == "ADJ" and token.dep == "amod":
            _predicated(token)
        elif token.dep == "conj":
            _joined(token)
        elif token.dep == "acl:relcl":
            _reported(token)
        elif token.morph.get("VerbForm") == "Inf":
            _listed(token, tokens)


def _inverted(token: Token, tokens: Sequence[Token]) -> None:
    """What stands behind the verb of an incise is its subject: the pronoun tied to it (`a-t-elle dit`), the noun behind a closed quotation."""
    if token.pos == "PRON" and token.text[0] == "-" and token.index:
        before = tokens[token.index - 1]
        verb = before.head if before.dep.startswith("aux") else before
        third = before.morph.get("Mood", "Imp") != "Imp" and token.morph.get("Person") == "3" and not token.dep.startswith("expl")
        if third and verb is not token and token not in verb.ancestors():
            token.rehang(verb, "nsubj")
    elif token.dep == "obj" and token.start > token.head.start and token.child("case") is None and _named(token):
        verb = token.head
        first = min(verb.index, *(word.index for word in verb.all("aux", "expl", "iobj") if word.start < verb.start), verb.index)
        closed = first > 1 and tokens[first - 1].text == "," and tokens[first - 2].text in CLOSING
        if closed and _finite(verb) is not None and verb.child(*SUBJECTS) is None and verb.child("ccomp") is None:
            token.dep = "nsubj"


def _displaced(noun: Token) -> None:
    """No verb has an object behind its `que` clause: the noun is the object of that clause (`exige que Tunis ferme le port`)."""
    inner = next((clause for clause in noun.head.all("ccomp") if noun.head.start < clause.start < noun.start and _clausal(clause)), None)
    if inner is not None and inner.child("obj", "cop") is None and not any(inner.start < child.start < noun.start for child in noun.head.children):
        noun.rehang(inner, "obj")


def _predicate(verb: Token) -> None:
    """A verb with person and tense is no part of a name: the name before it is its subject."""
    noun = _whole(verb.head)
    if _finite(verb) is None or noun.head is not noun or noun.start > verb.start or noun.pos not in NOMINAL:
        return
    _replace(noun, verb)
    noun.rehang(verb, "nsubj")


def _agent(noun: Token, tokens: Sequence[Token]) -> None:
    """Who does what a participle right before tells: `des villages bombardés par Quito`."""
    case = noun.child("case")
    participle = tokens[case.index - 1] if case is not None and case.index and case.lemma == "par" else noun
    undergone = participle.pos == "VERB" and participle.morph.get("Tense") == "Past" and participle.dep in ("amod", "acl")
    if undergone and participle is not noun.head and noun not in participle.ancestors():
        noun.rehang(participle, "obl:agent")


def _bereft(verb: Token, tokens: Sequence[Token]) -> None:
    """The noun between a comma and the verb is its subject, not part of the clause in front: `Après avoir quitté Oslo, la reine a ri`."""
    finite = _finite(verb)
    if finite is None or finite.morph["Mood"] == "Imp":
        return
    own = [word.index for word in verb.children if word.dep.partition(":")[0] in BEFORE and word.index < finite.index]
    first = min([finite.index, *own])
    noun = _phrase_before(tokens[first], verb, tokens) if first else verb
    if noun is verb or noun.head is verb or verb not in noun.ancestors() or noun.child("case", "mark") is not None:
        return
    inside = [token.index for token in noun.subtree() if token.pos != "PUNCT"]
    agree = noun.morph.get("Number") in (None, finite.morph.get("Number"))
    if agree and inside[0] and tokens[inside[0] - 1].text == "," and inside[-1] < first:
        noun.rehang(verb, "nsubj")


def _named(token: Token) -> bool:
    """Whether the noun is a name or has a determiner, as one who speaks has and a bare day has not."""
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.child("det") is not None)


def _conjoined(opening: Token) -> None:
    """A conjunction hung on the subject opens the clause of the verb; with `si` that is no relative clause."""
    noun, verb = opening.head, opening.head.head
    if not noun.dep.startswith(SUBJECTS) or opening.start > noun.start or _finite(verb) is None or verb.start < noun.start:
        return
    opening.rehang(verb, "mark")
    if verb.dep == "acl:relcl" and not any(child.morph.get("PronType") == "Rel" for child in verb.children):
        above = next((above for above in verb.ancestors() if _clausal(above)), None)
        if above is not None:
            verb.rehang(above, "advcl")


def _uncoordinated(verb: Token, tokens: Sequence[Token]) -> None:
    """A verb joined to a noun: either the noun is its subject too (`le maire et le préfet ont quitté`), or it goes on with the clause before."""
    noun, link = verb.head, next((token for token in verb.all("cc") if token.start < verb.start), None)
    if link is None and any(child.morph.get("PronType") == "Rel" for child in verb.children):
        verb.dep = "acl:relcl"
    if link is None or link.index == 0 or noun.start > link.start:
        return
    own = next((token for token in verb.all(*SUBJECTS) if link.start < token.start < verb.start), None)
    clause = next((above for above in noun.ancestors() if _finite(above) is not None and above.start < link.start), None)
    if clause is not None and not _subordinate(noun, clause):
        verb.rehang(clause, "conj")
    elif own is not None and tokens[link.index - 1].pos != "PUNCT" and verb not in noun.ancestors():
        _shared(verb, noun, own, link, tokens)


def _subordinate(noun: Token, clause: Token) -> bool:
    """Whether a conjunction between the clause and the noun opens another one, in which the noun stands."""
    for token in (noun, *noun.ancestors()):
        if token is clause:
            return False
        if any(mark.pos == "SCONJ" and clause.start < mark.start < noun.start for mark in token.all("mark", "case")):
            return True
    return False


def _shared(verb: Token, noun: Token, own: Token, link: Token, tokens: Sequence[Token]) -> None:
    """The noun and the verb's own subject are its subject together; where number forbids it, the second belongs to what the first is of."""
    relation, plural = own.dep, _number(verb) == "Plur"
    if not plural:
        whole = _whole(noun)
        if _number(own) != "Plur" or whole is noun:
            return
        own.rehang(noun, "conj")
        _replace(whole, verb)
        whole.rehang(verb, relation)
    elif not any(case.pos == "ADP" for case in noun.all("case")):
        first = _phrase_before(link, noun, tokens)
        apart = first is not noun and any(token.pos == "PUNCT" for token in tokens[noun.index + 1 : first.index])
        _replace(noun, verb)
        noun.rehang(verb, "obl:mod" if apart else relation)
        subject = first if apart else noun
        subject.rehang(verb, relation)
        own.rehang(subject, "conj")
    else:
        return
    link.rehang(own, "cc")


def _whole(noun: Token) -> Token:
    """The noun that the phrase around a noun is headed by."""
    while noun.head is not noun and noun.head.pos in NOMINAL and noun.dep.partition(":")[0] in ("nmod", "conj", "appos", "obl"):
        noun = noun.head
    return noun


def _phrase_before(behind: Token, noun: Token, tokens: Sequence[Token]) -> Token:
    """The head of the noun phrase that ends right before a token, up to but without this noun; the noun itself where there is none."""
    token = tokens[behind.index - 1]
    while token is not noun and token.head is not noun and token.head is not token and token.head.pos in NOMINAL and token.head.start < behind.start:
        token = token.head
    return token if token.pos in ("NOUN", "PROPN") else noun


def _replace(noun: Token, verb: Token) -> None:
    """The verb takes the place of the noun; the clause around it, if the parser had hung that on another noun, is the verb's."""
    head, relation = noun.head, noun.dep
    if head is not noun and head.pos in NOMINAL and head.start > verb.start and relation.startswith(SUBJECTS):
        above, place = head.head, head.dep
        verb.rehang(None if above is head else above, "ccomp" if head.child("mark") and place == "obj" else place)
        for child in [child for child in head.children if child.start < verb.start and child is not noun]:
            child.rehang(verb, child.dep)
        head.rehang(verb, "obj")
        return
    verb.rehang(None if head is noun else head, relation)
    for mark in [*noun.all("mark", "case")]:
        mark.rehang(verb, "mark")
    if head is noun:
        for child in [child for child in noun.children if child.start > verb.start]:
            child.rehang(verb, child.dep)


def _opened(noun: Token, tokens: Sequence[Token]) -> None:
    """A noun behind `que` with a verb right behind it that lacks a subject: the conjunction opens the verb's clause, and the noun is its subject."""
    opening = next((child for child in noun.all("case", "mark") if child.pos == "SCONJ" and child.start < noun.start), None)
    if opening is None:
        return
    last = max(token.index for token in noun.subtree())
    behind = next((token for token in tokens[last + 1 : last + 5] if token.pos not in GROUP), None)
    if behind is None or _finite(behind) is None or noun is behind or behind in noun.ancestors() or behind.child(*SUBJECTS) is not None:
        return
    if any(token.head is not behind or token.dep.partition(":")[0] not in BEFORE for token in tokens[last + 1 : behind.index]):
        return
    behind.rehang(noun.head, "ccomp" if noun.dep.startswith("ob") else noun.dep)
    opening.rehang(behind, "mark")
    noun.rehang(behind, "nsubj")


def _headed(topic: Token, tokens: Sequence[Token]) -> None:
    """Behind a colon that parts it from its verb a name is only what a headline is about: `Soudan : Lima menace de partir`."""
    verb = topic.head
    colon = next((token for token in tokens[topic.index + 1 : verb.index] if token.text == ":"), None)
    phrase = tokens[colon.index + 1 : verb.index] if colon is not None else ()
    noun = next((token for token in phrase if token.pos in ("NOUN", "PROPN")), None)
    if noun is None or any(token.pos not in (*NAMING, *GROUP) for token in phrase) or verb.all("nsubj") != [topic]:
        return
    for token in phrase:
        if token is not noun and token.head not in phrase and token.head is not verb:
            token.rehang(noun, "det" if token.start < noun.start else "flat:name")
    noun.rehang(verb, topic.dep)
    topic.rehang(verb, "dislocated")


def _doubled(name: Token, tokens: Sequence[Token]) -> None:
    """A verb has one subject: a name right behind that is part of it (`l'équipe |Roy| a dit`, `le soldat d'Anna Le |Roy| a dit`)."""
    noun = name.head.child("nsubj")
    if noun is None or noun is name or noun.start > name.start or noun.pos != "NOUN" or name.start > name.head.start:
        return
    particle = tokens[name.index - 1]
    split = particle.pos == "DET" and particle.text[0].isupper() and name.index > 1
    before = tokens[name.index - 1 - split]
    if before is noun and not split:
        name.rehang(noun, "nmod")
    elif before.pos == "PROPN" and noun in before.ancestors():
        name.rehang(before, "flat:name")


def _reported(verb: Token) -> None:
    """A whole clause behind `que` hangs on the verb, not on where or before whom it was said: `a annoncé à Rome que la garde quittait le port`."""
    noun, opening = verb.head, conjunction(verb)
    whole = verb.child("obj", "cop", "ccomp") is not None and verb.child(*SUBJECTS) is not None
    relative = any(child.morph.get("PronType") == "Rel" for child in verb.children)
    aside = noun.pos == "PROPN" or (noun.pos == "NOUN" and noun.dep.startswith("obl") and noun.child("case") is not None)
    if opening is None or not whole or relative or not aside:
        return
    above = next((above for above in noun.ancestors() if _clausal(above)), None)
    if above is not None and above.child("ccomp") is None:
        verb.rehang(above, "ccomp")


def _joined(verb: Token) -> None:
    """A clause with `que` of its own goes on with another such clause: `il dit qu'il part en retirant ses forces, mais que nul ne le suit`."""
    opening = conjunction(verb)
    if opening is None or verb.child("cc") is None or conjunction(verb.head) is not None:
        return
    like = next((above for above in verb.ancestors() if (mark := conjunction(above)) is not None and mark.lemma == opening.lemma), None)
    if like is not None and like.start < opening.start:
        verb.rehang(like, "conj")


def _listed(verb: Token, tokens: Sequence[Token]) -> None:
    """The second of three infinitives goes on with the first: `à céder la ville, à payer et à partir`; the last one shows that it is a list."""
    mark = _governing(verb)
    if mark is None or mark.index < 2 or tokens[mark.index - 1].text != "," or verb.head.dep == "conj":
        return
    if not any(_mark_text(_governing(other)) == _mark_text(mark) and other.child("cc") for other in verb.all("conj")):
        return
    before = (token for token in reversed(tokens[: mark.index]) if token.morph.get("VerbForm") == "Inf" and token.dep in GOVERNED)
    first = next((token for token in before if _mark_text(_governing(token)) == _mark_text(mark)), None)
    if first is not None and first is not verb.head and verb not in first.ancestors():
        verb.rehang(first, "conj")


def _governing(verb: Token) -> Token | None:
    """The preposition right before an infinitive, clitics and negation between them."""
    return next((token for token in verb.all("mark", "case") if token.start < verb.start and token.pos == "ADP"), None)


def _mark_text(mark: Token | None) -> str:
    return mark.lemma.lower().replace("d'", "de") if mark is not None else ""


def _predicated(adjective: Token) -> None:
    """An adjective with its infinitive behind a bare word between it and the verb: `s'est dit vendredi prêt à partir`."""
    word = adjective.head
    if adjective.start < word.start or not word.dep.startswith("obl") or word.child("det", "case", "nummod") or word.head.pos != "VERB":
        return
    if any(child.morph.get("VerbForm") == "Inf" and child.start > adjective.start for child in adjective.children):
        adjective.rehang(word.head, "xcomp")


def _finite(token: Token) -> Token | None:
    """The word of a clause that carries person and tense: the verb, its auxiliary or its copula; None if it has none."""
    group = [token, *token.all("aux", "cop")] if token.pos in ("VERB", "AUX", "ADJ", "NOUN") else []
    return next((word for word in group if word.pos in ("VERB", "AUX") and "Mood" in word.morph), None)


def _clausal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or token.child("cop", "aux") is not None


def _number(token: Token) -> str | None:
    """Of a verb, by its finite part; of a noun its own."""
    finite = _finite(token)
    return (finite or token).morph.get("Number")
