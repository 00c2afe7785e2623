"""Who does what to whom in a clause, read off the dependencies; tolerant, for the parser errs.

Labels are Universal Dependencies as French treebanks use them (`nsubj:pass`, `obl:agent`, `aux:tense`); contracted words are
one token (`au`, lemma `à le`).
"""

from collections.abc import Iterator

from chancery.analysis.attachment import NOMINAL as NOMINAL
from chancery.analysis.attachment import described
from chancery.analysis.inflection import tense as tense
from chancery.analysis.tokens import Token
from chancery.span import Span

OPEN_EDGE = frozenset(("punct", "cc", "mark"))
"""What a clause may begin or end with and does not need."""
APART = frozenset(("parataxis", "parataxis:insert", "vocative", "discourse", "dislocated"))
STRAY = frozenset(("obl", "nmod", "xcomp", "ccomp", "flat", "dep", "advmod", "appos"))
"""What the parser makes of a name after a verb when it errs."""
DEEPEST = 12
"""Control, relatives and coordination are followed no further than this."""


def is_clausal(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with a copula."""
    return token.pos in ("VERB", "AUX") or token.child("cop") is not None


def predicate(token: Token) -> Token:
    """The content word of the clause an auxiliary or copula belongs to; the token itself otherwise."""
    while token.head is not token and token.dep.partition(":")[0] in ("aux", "cop"):
        token = token.head
    return token


def preposition(token: Token) -> str:
    """The preposition before a nominal or an infinitive, without the article it holds (`au` is `à`); empty if there is none.

    Of a fixed phrase (`à la fin de`) it is the whole, as it is spelt.
    """
    found = token.child("case") or (token.child("mark") if token.morph.get("VerbForm") == "Inf" else None)
    if found is None:
        return ""
    fixed = [part.text.lower() for part in found.all("fixed")]
    lemma = found.lemma.split(" ")[0].lower()
    return " ".join([found.text.lower(), *fixed]) if fixed else {"d'": "de", "des": "de", "du": "de", "au": "à", "aux": "à"}.get(lemma, lemma)


def markers(verb: Token) -> tuple[str, ...]:
    """The words that subordinate a clause, lemmas in lower case (`que`, `si`, `pour`)."""
    return tuple(mark.lemma.lower() for mark in verb.all("mark"))


def is_conditional(verb: Token, marks: frozenset[str]) -> bool:
    """Whether the clause is a condition: one of these conjunctions (`si`) opens it, whatever the parser calls the word."""
    return any(child.text.lower() in marks and child.start < verb.start and child.pos in ("SCONJ", "ADV") for child in verb.children)


def in_condition(verb: Token, tokens: list[Token], marks: frozenset[str]) -> bool:
    """Whether such a conjunction stands before a verb in its own stretch of the sentence, whatever the parser hangs it on."""
    for token in reversed(tokens[: verb.index]):
        if token.text.lower() in marks and token.pos == "SCONJ":
            return True
        if token.pos in ("PUNCT", "VERB", "SCONJ") or token.morph.get("PronType") == "Rel":
            return False
    return False


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it, in text order; only downwards."""
    found = [token]
    for other in token.all("conj"):
        found.extend(conjuncts(other))
    return tuple(found)


def governor(token: Token) -> Token | None:
    """The head of the clause that this one stands in, through coordination; None at the root."""
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return None if token.head is token else predicate(token.head)


# ---------------------------------------------------------------- arguments


def subject(verb: Token) -> Token | None:
    """Who does it, or undergoes it if the verb is passive: its own subject, its antecedent, or the one that control or coordination lends it."""
    return _subject(verb, DEEPEST)


def _subject(verb: Token, depth: int) -> Token | None:
    own = own_subject(verb)
    if own is not None:
        return antecedent(verb, own) if own.morph.get("PronType") == "Rel" else own
    if depth == 0 or verb.head is verb:
        return None
    head, relation = verb.head, verb.dep.partition(":")[0]
    if relation in ("aux", "cop"):
        return _subject(head, depth - 1)
    if relation == "acl" and head.pos in NOMINAL:
        return described(verb) if verb.morph.get("VerbForm") == "Part" else head if verb.dep == "acl:relcl" else None
    if relation == "xcomp":
        return controller(head) or _subject(head, depth - 1)
    if relation == "conj" and (is_clausal(head) or is_clausal(verb)):
        return _subject(_matching(verb, head), depth - 1)
    if relation == "advcl" and verb.morph.get("VerbForm") in ("Inf", "Part"):
        return _blamed(verb) or _subject(head, depth - 1)
    return None


def _blamed(verb: Token) -> Token | None:
    """Who is blamed or thanked for having done it: `a critiqué |la maire| pour avoir voté`; None where no object of an active verb stands there."""
    done = any(helper.morph.get("VerbForm") == "Inf" for helper in verb.all("aux")) and "pour" in markers(verb)
    found = objects(verb.head) if done and not is_passive(verb.head) else ()
    return found[0] if found and found[0].end <= verb.start else None


def _matching(verb: Token, joined: Token) -> Token:
    """The verb that a participle goes on with, where the parser joined it to an infinitive: `a |appelé| X à rester, puis suggéré`.

    Nor does it go on with a passive whose participle is of another gender or number: `a |salué| la façon dont elles ont été reçues et promis`.
    """
    past = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Past" and verb.child("aux") is None
    if past and joined.child("aux:pass") is not None and not _alike(verb, joined):
        return _active_above(joined) or joined
    above = joined.head if joined.morph.get("VerbForm") == "Inf" and joined.dep == "xcomp" else joined
    return above if past and above.morph.get("VerbForm") == "Part" else joined


def _alike(one: Token, other: Token) -> bool:
    """Whether two words are of the same gender and number, as far as they tell."""
    return all(one.morph.get(kind, theirs) == theirs for kind in ("Gender", "Number") if (theirs := other.morph.get(kind)))


def _active_above(token: Token) -> Token | None:
    """The nearest participle with `avoir` alone in whose clause the token stands."""
    while token.head is not token:
        token = token.head
        if token.morph.get("VerbForm") == "Part" and {helper.lemma for helper in token.all("aux")} == {"avoir"}:
            return token
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with the verb itself, or that the parser hung on its auxiliary; expletives left out, the nearest one of several."""
    words = verb.all("nsubj", "csubj") or [token for helper in verb.all("aux") for token in helper.all("nsubj")]
    found = [token for token in words if not token.dep.endswith(":caus")]
    return min(found, key=lambda token: (token.start > verb.start, _rank(token), abs(token.start - verb.start))) if found else None


def _rank(token: Token) -> int:
    return 1 if token.child("case") else 0


def antecedent(verb: Token, relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for: what the clause hangs on, or else the nearest noun before it."""
    if verb.dep.startswith("acl") and verb.head.pos in NOMINAL and verb.head.start < relative.start:
        return _agreeing(verb, verb.head)
    if verb.dep == "conj" and verb.child("cc") is not None and verb.head.pos in NOMINAL and verb.head.start < relative.start:
        return _agreeing(verb, verb.head)  # `un |navire| échoué au Pérou et qui fuit`
    ahead = [token for token in verb.head.subtree() if token.start < relative.start and token.pos in ("NOUN", "PROPN")]
    return ahead[-1] if ahead else None


def _agreeing(verb: Token, noun: Token) -> Token:
    """The noun that a verb agrees with in number, where its clause was hung on a complement of it, or on what it complements."""
    finite = next((token for token in (*verb.all("aux", "cop"), verb) if "Mood" in token.morph), verb)
    number, above, joined = finite.morph.get("Number"), noun, conjuncts(noun)
    if len(joined) > 1 and number == "Sing" and joined[-1].end < verb.start:
        return joined[-1]  # `Anna et |Paul|, qui a dit`
    if number == "Plur" and (joint := _joint(noun)) is not None:
        return joint
    while above.dep == "nmod" and above.head.pos in ("NOUN", "PROPN") and number not in (None, above.morph.get("Number", number)):
        above = above.head
    below = [child for child in noun.all("nmod") if child.start > noun.start and child.morph.get("Number") == number]
    if below and number not in (None, noun.morph.get("Number", number)) and noun.child("conj") is None:
        return below[-1]
    return above if above.morph.get("Number") == number else noun


def _joint(noun: Token) -> Token | None:
    """The first of those that a single name or noun is the last of: `|Anna| et Paul, qui ont dit`."""
    while noun.dep.partition(":")[0] in ("appos", "flat") and noun.head.pos in NOMINAL:
        noun = noun.head
    plural = noun.morph.get("Number") == "Plur" or any(child.morph.get("Number") == "Plur" for child in noun.all("det"))
    if noun.dep != "conj" or plural or noun.head.pos not in NOMINAL:
        return None
    while noun.dep == "conj" and noun.head.pos in NOMINAL:
        noun = noun.head
    return noun


def controller(verb: Token) -> Token | None:
    """Who is asked, called on or accused to do what the infinitive says: `appeler X à`, `demander à X de`."""
    for token in (*verb.all("obj"), *verb.all("iobj"), *(part for part in obliques(verb, "à") if part.start > verb.start)):
        if token.pos in NOMINAL and token.morph.get("Reflex") != "Yes" and not _is_day(token) and not _is_behind(token, verb):
            return token
    return None


def _is_behind(token: Token, verb: Token) -> bool:
    """Whether the parser hangs on a verb what stands behind the infinitive that completes it: `doivent verser |une part|`."""
    return any(done.morph.get("VerbForm") == "Inf" and verb.end < done.start < token.start for done in verb.all("xcomp"))


def _is_day(token: Token) -> bool:
    """Whether a bare noun is only taken for an object: `a annoncé |dimanche| avoir libéré`."""
    bare = token.dep == "obj" and token.pos == "NOUN" and token.morph.get("Number") != "Plur"
    return bare and token.child("det", "case", "nummod", "conj", "appos") is None


def objects(verb: Token) -> tuple[Token, ...]:
    """The direct objects with what is coordinated; clitics included, reflexives not.

    Where the parser sees none, a bare name after the verb is one, whatever it calls it.
    """
    found = [token for token in verb.all("obj") if token.morph.get("Reflex") != "Yes"]
    if not found and not is_passive(verb):
        names = (token for token in verb.children if token.pos == "PROPN" and token.start > verb.end and token.child("case") is None)
        found = [token for token in names if token.dep.partition(":")[0] in STRAY][:1]
    return tuple(part for token in found for part in conjuncts(token))


def obliques(verb: Token, *prepositions: str) -> tuple[Token, ...]:
    """The complements with one of these prepositions (all, if none is given), in text order; the agent of a passive is not among them."""
    found = (token for token in verb.children if is_oblique(token))
    return tuple(token for token in found if not prepositions or preposition(token) in prepositions)


def is_oblique(token: Token) -> bool:
    """Whether a dependent of a verb is a complement with a preposition; a name with one is, whatever the parser calls it."""
    relation = token.dep.partition(":")[0]
    named = token.pos == "PROPN" and relation in STRAY and token.child("case") is not None
    return token.dep != "obl:agent" and (relation in ("obl", "nmod") or named)


def complements(noun: Token, *prepositions: str) -> tuple[Token, ...]:
    """The complements of a noun with one of these prepositions, or any: `le retrait de ses troupes d'Irak`."""
    found = (token for token in noun.children if token.dep.partition(":")[0] in ("nmod", "obl", "acl"))
    return tuple(token for token in found if not prepositions or preposition(token) in prepositions)


def is_passive(verb: Token) -> bool:
    """Whether the subject undergoes it: auxiliary, passive subject, or a bare past participle on a noun."""
    first = verb
    while first.dep == "conj" and first.child("aux") is None and first.head is not first:  # "a chargé, frappé et arrêté"
        first = first.head
    helpers = {token.lemma for token in first.all("aux")}
    if helpers == {"avoir"} or (not helpers and verb.morph.get("VerbForm") == "Fin" and verb.child("expl:pass") is None and "Mood" in verb.morph):
        return False
    if verb.child("obl:agent") or verb.child("expl:pass") or verb.child("aux:pass"):
        return True
    if verb.child("nsubj:pass"):
        return "Mood" not in verb.morph
    part = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Past"
    return part and verb.child("aux") is None and (verb.dep in ("acl", "amod") or verb.morph.get("Voice") == "Pass")


def agent(verb: Token) -> Token | None:
    """Who does it in a passive clause: the complement with `par`."""
    found = verb.child("obl:agent")
    return found if found is not None else next(iter(obliques(verb, "par")), None)


def doer(verb: Token) -> Token | None:
    """Who acts, whatever the voice."""
    return agent(verb) if is_passive(verb) else subject(verb)


def is_negated(verb: Token) -> bool:
    """Whether the clause says it is not so: a negative adverb, determiner or pronoun beside the verb or its auxiliary (`ne` alone does not count)."""
    if verb.morph.get("VerbForm") == "Part" and any(child.lemma.lower() == "non" for child in verb.all("advmod")):
        return True
    above = [verb.head] if verb.dep in ("xcomp", "aux") and verb.head.lemma == "aller" and tense(verb) in ("future", "conditional") else []
    near = [verb, *verb.all("aux", "cop"), *above]
    words = [child for token in near for child in token.children]
    words.extend([under for child in words if child.pos == "ADV" for under in child.all("advmod")])
    if any(_denies(word) for word in words) or _no_more(words):
        return True
    arguments = [token for token in verb.children if token.dep.partition(":")[0] in ("nsubj", "obj")]
    return any(_denies(word) for token in arguments for word in (token, *token.children))


def _denies(word: Token) -> bool:
    negative = word.morph.get("Polarity") == "Neg" or word.morph.get("PronType") == "Neg"
    told = word.pos in ("ADV", "DET", "PRON", "CCONJ") and word.lemma.lower() not in ("ne", "n'", "non", "que")
    return negative and told and not _no_fewer(word)


def _no_fewer(word: Token) -> bool:
    """Whether "pas" without `ne` goes with "moins" behind it: "a vendu pas moins de 300 voitures"."""
    near = (word.head, *word.head.children)
    alone = not any(other.lemma.lower() in ("ne", "n'") for other in (*near, *word.head.head.children))
    return alone and any(other.index == word.index + 1 and other.text.lower() == "moins" for other in near)


def _no_more(words: list[Token]) -> bool:
    """Whether `ne` and `plus` stand beside each other's verb: taggers take this `plus` for the one of degree."""
    lemmas = {word.lemma.lower() for word in words if word.pos == "ADV"}
    return "plus" in lemmas and not lemmas.isdisjoint(("ne", "n'"))


# ---------------------------------------------------------------- stretches


def clause_span(verb: Token) -> Span:
    """The clause that tells it: what the verb governs, without coordinated, relative and adverbial clauses at its edges, nor punctuation there."""
    return _stretch(_kept(verb, verb), verb)


def content_span(verb: Token) -> Span:
    """All that the verb governs, without the conjunction that opens it and punctuation at the edges: what a reported clause says."""
    return _stretch(verb.subtree(), verb)


def noun_phrase(token: Token) -> Span:
    """A noun with its determiner, adjectives and complements; without preposition, what is coordinated, relatives and appositions with a comma."""
    return _stretch(sorted(_phrase(token, token), key=lambda part: part.start), token)


def _phrase(token: Token, top: Token) -> list[Token]:
    kept = [token]
    for child in token.children:
        relation = child.dep.partition(":")[0]
        if token is top and relation in ("case", "cc", "punct", "conj", "nsubj", "cop", "aux", "mark", "parataxis"):
            continue
        if token is top and relation == "appos" and _after_comma(child):
            continue
        if child.dep in APART or child.dep == "acl:relcl" or (child.dep == "acl" and _after_comma(child)):
            continue
        if relation == "conj" and is_clausal(child):
            continue
        kept.extend(_phrase(child, top))
    return kept


def run_on(noun: Token, tokens: list[Token]) -> list[Token]:
    """The words after a noun up to the next verb, clause or mark of punctuation: where its complements stand, whatever the parser hangs them on."""
    last = noun.index + 1
    while last < len(tokens) and not _breaks(tokens[last]):
        last += 1
    return tokens[noun.index + 1 : last]


def _breaks(token: Token) -> bool:
    if token.pos in ("VERB", "AUX"):
        return token.dep not in ("acl", "amod")
    return (token.pos in ("PUNCT", "SCONJ") and token.text not in ("-", '"')) or token.morph.get("PronType") in ("Rel", "Prs")


def _kept(verb: Token, top: Token) -> list[Token]:
    found = [verb]
    for child in verb.children:
        if verb is top and child.dep == "conj" and child.start > top.start and is_clausal(child):
            break  # what comes behind another clause belongs to that one, whatever the parser hangs it on
        if not _tells_other(child, top):
            found.extend(_kept(child, top))
    return sorted(found, key=lambda token: token.start)


def _tells_other(token: Token, top: Token) -> bool:
    """Whether a dependent opens a clause of its own that says something else than the one above it."""
    if token.dep in APART:
        return True
    if token.dep == "conj" and token.head is top:
        return is_clausal(token)
    if token.dep == "acl:relcl" or (token.dep == "acl" and _after_comma(token)):
        return True
    if token.dep == "advcl":
        return token.morph.get("VerbForm") != "Inf" and (token.head is top or _after_comma(token))
    return False


def _after_comma(token: Token) -> bool:
    """Whether the stretch a token heads begins with a comma."""
    return any(part.text in (",", "—", "–", "-", "(") for part in token.all("punct") if part.start < token.start)


def _stretch(tokens: list[Token], head: Token) -> Span:
    """From the first to the last word, edges that say nothing left out."""
    first, last = 0, len(tokens) - 1
    while tokens[first] is not head and tokens[first].dep in OPEN_EDGE:
        first += 1
    while tokens[last] is not head and tokens[last].dep in OPEN_EDGE:
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def clauses(tokens: list[Token]) -> Iterator[Token]:
    """The heads of clauses among these tokens, in text order."""
    return (token for token in tokens if is_clausal(token) and token.dep.partition(":")[0] not in ("aux", "cop"))
