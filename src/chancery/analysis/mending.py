"""Trees mended where the grammar of agreement and order rules out what a greedy parser made of them.

Three constructions go wrong often enough in press to be worth a rule, and each has a sure sign: a verb cannot be coordinated with a noun, a `que` cannot
open a noun, and an adjective with an infinitive of its own does not describe a bare word of time. Labels are Universal Dependencies.
"""

import re
from collections.abc import Sequence

from chancery.analysis.attachment import NOMINAL
from chancery.analysis.tokens import Token

CONDITIONAL = re.compile(r"(..+(?:e|nd|ud)r)(ait|aient)")
"""A stem that is an infinitive, but for its last letter, and an ending of the third person; no noun looks so (`retrait`, `portrait`)."""
SUBJECTS = ("nsubj", "csubj")
GROUP = frozenset(("AUX", "ADV", "PRON"))
"""What may stand between a subject and its verb: auxiliaries, adverbs, clitics."""
BEFORE = frozenset(("aux", "cop", "advmod", "expl", "iobj"))
"""How the parser hangs such words on the verb."""


def mend(tokens: Sequence[Token]) -> None:
    """Rehang, in place, what cannot hang where it does in the sentence that these tokens are. Of a sound tree nothing is changed."""
    for token in tokens:
        _reread(token)
        _reflexive(token)
    for token in tokens:
        if token.dep == "conj" and token.head.pos in NOMINAL and _finite(token) is not None and not _clausal(token.head):
            _uncoordinated(token, tokens)
        elif token.pos in ("NOUN", "PROPN") and token.dep.partition(":")[0] in ("ccomp", "advcl", "obj", "obl") and not _clausal(token):
            _opened(token, tokens)
        elif token.pos == "ADJ" and token.dep == "amod":
            _predicated(token)
        elif token.dep == "conj":
            _joined(token)
        elif token.morph.get("VerbForm") == "Inf":
            _listed(token, tokens)


def _reread(token: Token) -> None:
    """A word with the ending of a conditional, which no other word has, is a verb: taggers take `commenceraient` for an adverb."""
    if token.pos in ("VERB", "AUX", "PROPN") or not token.text.islower() or not (found := CONDITIONAL.fullmatch(token.text)):
        return
    stem = found[1]
    token.pos, token.lemma = "VERB", stem if stem.endswith("er") else f"{stem}e"
    token.morph = {"Mood": "Cnd", "Number": "Plur" if found[2] == "aient" else "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def _reflexive(verb: Token) -> None:
    """With a reflexive pronoun `être` makes the compound past, and no passive: `ils s'étaient opposés`."""
    if verb.child("aux:pass") is None or not any(child.morph.get("Reflex") == "Yes" and child.start < verb.start for child in verb.all("expl:pass", "expl:pv")):
        return
    for child in verb.all("aux:pass", "expl:pass", "nsubj:pass"):
        child.dep = {"aux:pass": "aux:tense", "expl:pass": "expl:pv", "nsubj:pass": "nsubj"}[child.dep]


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


def _phrase_before(link: Token, noun: Token, tokens: Sequence[Token]) -> Token:
    """The head of the noun phrase that ends right before a conjunction, below the noun."""
    token = tokens[link.index - 1]
    while token is not noun and token.head is not noun and token.head is not token and noun.start <= token.head.start < link.start:
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


def _joined(verb: Token) -> None:
    """A clause with `que` of its own goes on with another such clause: `il dit qu'il partirait en retirant ses forces, mais que nul ne le suivrait`."""
    opening = _conjunction(verb)
    if opening is None or verb.child("cc") is None or _conjunction(verb.head) is not None:
        return
    like = next((above for above in verb.ancestors() if (mark := _conjunction(above)) is not None and mark.lemma == opening.lemma), None)
    if like is not None and like.start < opening.start:
        verb.rehang(like, "conj")


def _conjunction(verb: Token) -> Token | None:
    """The conjunction that opens a clause."""
    return next((mark for mark in verb.all("mark") if mark.pos == "SCONJ" and mark.start < verb.start), None)


def _listed(verb: Token, tokens: Sequence[Token]) -> None:
    """The second of three infinitives goes on with the first: `à céder la ville, à payer et à partir`; the last one shows that it is a list."""
    mark = _governing(verb)
    if mark is None or mark.index < 2 or tokens[mark.index - 1].text != "," or verb.head.dep == "conj":
        return
    if not any(_mark_text(_governing(other)) == _mark_text(mark) and other.child("cc") for other in verb.all("conj")):
        return
    before = (token for token in reversed(tokens[: mark.index]) if token.morph.get("VerbForm") == "Inf" and token.dep in ("xcomp", "ccomp", "acl", "obl:arg"))
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
