"""Verbs that report speech, where they stand and whose they are. The words are in the pack's `cues.toml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chancery.analysis import Sentence, Token
from chancery.analysis.clauses import NOMINAL, own_subject, subject
from chancery.facts.closing import closing
from chancery.facts.context import Context
from chancery.facts.cue_lexicon import UNLISTED, Entry, lexicon
from chancery.facts.groups import NEAR, group_start, inverted_pronoun, over_aside
from chancery.facts.narrated import narrates, tells_next
from chancery.facts.speaking import can_speak, is_finite, is_participle, member_of, subject_ahead, subject_behind
from chancery.languages import Pack
from chancery.languages.conjugation import Forms
from chancery.span import Span

PARTICIPLE = ("é", "ée", "és", "ées")
"""Endings of a past participle that no finite form has."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A cue in the text."""

    verb: Token
    entry: Entry
    sentence: Sentence
    group: Span
    """The verb with its auxiliaries and clitics: `a-t-il encore lancé`."""
    subject: Token | None
    """Who reports; None where the clause does not say."""
    inverted: bool
    """Whether the subject stands behind the verb, as where the verb closes what was said."""


def cues(context: Context) -> Iterator[Cue]:
    """Every cue verb of the article, in text order, those inside quotations too."""
    entries = lexicon(context.pack)
    order = context.pack.words("cues")["order"]
    closers, forms = set(_closers(context, order)), _forms(context.pack)
    for sentence in context.analysis.sentences:
        for token in sentence.tokens:
            lemma = token.lemma if token.lemma in entries else forms.infinitive(token.text.lower(), token.lemma)
            entry = None
            aim = lemma not in entries or _is_aim(token, sentence.tokens, order) or _starts_to(token, lemma, sentence.tokens, order)
            if not aim and _is_verbal(context, token, sentence.tokens, closers):
                entry = next((entry for entry in entries[lemma] if _fits(entry, token, sentence.tokens, order["reflexives"])), None)
            if entry is not None:
                cue = _placed(context, token, entry, sentence)
                if not _is_apposed(cue) and not _limits_whoever(cue, order):
                    yield cue
            elif token.start in closers:
                cue = _placed(context, token, UNLISTED, sentence)
                if cue.inverted:
                    yield cue


def _is_verbal(context: Context, token: Token, tokens: list[Token], closers: set[int]) -> bool:
    return token.start in closers or _is_verb(context.pack, token, tokens) or _is_mistagged(context, token, tokens)


def _closers(context: Context, order: dict[str, list[str]]) -> Iterator[int]:
    """Where a verb stands right behind a closed quotation and its comma: whatever it means, with its subject behind it reports the words."""
    for quote in context.quotes:
        sentence = context.sentence_at(quote.outer.end) if quote.closed else None
        behind = [token for token in sentence.tokens if token.start >= quote.outer.end and token.text != ","][: NEAR + 2] if sentence else []
        titles = context.pack.words("cues")["sources"]["titles"]
        if context.text[quote.outer.end : quote.outer.end + 1].isupper():
            continue  # the next sentence is glued to the mark
        if behind and behind[0].start == context.forward_over_gaps(quote.outer.end) and not context.says(quote):
            continue  # `|La "bataille" a-t-elle| laissé des traces ?`: words with marks in a clause
        ahead = next((place for place, token in enumerate(behind) if not _is_of_group(token, order)), 0)
        verb, after = behind[ahead : ahead + 1], behind[ahead + 1 : ahead + 2]
        named = bool(after) and (after[0].pos in ("PROPN", "DET") or after[0].text.lower() in titles)
        if verb and _mistaken(context, verb[0]) and (named or _forms(context.pack).infinitive(verb[0].text, "") in lexicon(context.pack)):
            yield verb[0].start
        for token in behind:
            helps = token.pos == "AUX" or token.dep.startswith("aux")  # `"...", |a| t-il lancé`, whatever its tag
            if token.pos == "VERB" and not helps:
                yield token.start
            if token.text.lower() in order["inverted"]:
                continue
            if not helps and token.pos != "ADV" and (token.text.lower() not in order["clitics"] or token.pos == "DET"):
                break


def _is_of_group(token: Token, order: dict[str, list[str]]) -> bool:
    """Whether a word stands before a verb in its group: a clitic, an auxiliary, an adverb."""
    helps = token.pos == "AUX" and token.lemma in order["helping"]
    return (token.text.lower() in order["clitics"] and token.pos != "DET") or helps or token.pos == "ADV"


def _mistaken(context: Context, token: Token) -> bool:
    """Whether a noun may be a verb that the tagger does not know as one: it takes `peste` for the plague, and `constate` for an auxiliary."""
    helper = token.pos == "AUX" and token.lemma not in (*context.pack.words("cues")["order"]["helping"], "être") and not token.dep.startswith("aux")
    return (token.pos in ("NOUN", "ADJ", "X") or helper) and token.text[0].islower() and not context.dated(token)


def _is_mistagged(context: Context, token: Token, tokens: list[Token]) -> bool:
    """Whether a cue's form that the tagger takes for a noun is a verb: its subject stands before it, or it closes a clause before a name."""
    if not _mistaken(context, token) or token.child("det", "cop") is not None or token.index == 0:
        return False
    own, after = token.child("nsubj"), tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    if after is None:
        return False
    governs = own is not None and own.start < token.start and after.pos == "SCONJ"
    closes = tokens[token.index - 1].text == "," and after.pos == "PROPN" and bool(context.who.of(after))
    return governs or closes


def _is_apposed(cue: Cue) -> bool:
    """Whether a participle only says what someone undergoes or is called: `Interrogé par la presse, ...`, `le chef, dit "le Renard"`."""
    undergone = cue.verb.morph.get("VerbForm") == "Part" and cue.verb.morph.get("Tense") == "Past" and cue.verb.child("aux") is None
    undergone = undergone and cue.group.start == cue.verb.start
    set_off = cue.verb.index > 0 and cue.sentence.tokens[cue.verb.index - 1].text == ","
    if undergone and set_off and cue.inverted and cue.subject is not None and cue.verb.text.lower().endswith(PARTICIPLE):
        return True  # `le port "ouvert", jugé comme une erreur de la mairie`
    return undergone and not cue.inverted and (set_off or cue.verb.child("nsubj") is None) and cue.verb.dep not in ("conj", "aux:caus")


def _limits_whoever(cue: Cue, order: dict[str, list[str]]) -> bool:
    """Whether a participle only says which of all are meant, of whom nobody has spoken: `Tout marin |espérant| entrer est "prié" de ...`."""
    whoever = cue.verb.head.child("det")
    said = cue.verb.dep == "acl" and is_participle(cue.verb) and cue.sentence.tokens[cue.verb.index - 1].text != ","
    return said and whoever is not None and cue.verb.head.start < cue.verb.start and whoever.text.lower() in order["whoever"]


@cache
def _forms(pack: Pack) -> Forms:
    """The forms of the lexicon's verbs, for lemmatisers err on rare ones (`dénonçant`)."""
    return Forms(lexicon(pack), pack)


def _is_aim(token: Token, tokens: list[Token], order: dict[str, list[str]]) -> bool:
    """Whether an infinitive only says what is to be said, or why something is done: `pour dénoncer`.

    Not so `a tenu à souligner`, `vient d'annoncer`, nor what is told next: `..., avant d'annoncer que ...`, `Et X de conclure : ...`.
    """
    if narrates(token, tokens, order):
        return False
    if token.morph.get("VerbForm") != "Inf" or token.child("aux") is not None:
        return False
    return not tells_next(token, tokens, order) and (token.head is token or token.head.lemma not in order["says_to"])


def _starts_to(token: Token, lemma: str, tokens: list[Token], order: dict[str, list[str]]) -> bool:
    """Whether a verb that may say how somebody begins to speak has an infinitive, and so tells what they begin to do: `a commencé |à pêcher|`."""
    behind = [other for other in tokens[token.index + 1 : token.index + NEAR] if other.pos != "ADV"]
    to = bool(behind) and behind[0].pos == "ADP" and behind[0].dep == "mark"
    return to and lemma in order["says_to"] and behind[0].head.morph.get("VerbForm") == "Inf"


def _is_verb(pack: Pack, token: Token, tokens: list[Token]) -> bool:
    participle = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
    place = over_aside(pack, tokens, token.index) if participle else token.index
    if place != token.index and tokens[place].lemma == "être" and not _is_reflexive(pack, tokens, place):
        return False  # `sont pour leur part invités à`
    if participle and over_aside(pack, tokens, token.index) != token.index:
        return True  # `a de son côté affirmé`, whatever the parser hung the participle on
    joined = token.dep == "conj" and token.head.pos in NOMINAL  # `vice-président et accusé d'avoir menti`
    if participle and (token.dep in ("acl", "amod") or joined) and token.child("aux") is None:
        return False  # `une lettre publiée`, `dit le Renard`
    if token.child("aux:pass") is not None and token.child("expl:subj") is None:
        return False  # `ils étaient jugés`
    if token.pos == "VERB" or (token.pos == "AUX" and not token.dep.startswith(("aux", "cop"))):
        return True
    return token.dep == "aux:caus" or (token.pos in ("AUX", "ADJ", "NOUN") and token.child("aux") is not None)


def _is_reflexive(pack: Pack, tokens: list[Token], helper: int) -> bool:
    """Whether a reflexive pronoun stands before the auxiliary: `|se| sont par ailleurs dits prêts`."""
    return helper > 0 and tokens[helper - 1].text.lower() in pack.words("cues")["order"]["reflexives"]


def _fits(entry: Entry, token: Token, tokens: list[Token], reflexives: list[str]) -> bool:
    before = tokens[max(0, token.index - NEAR) : token.index]
    past = token.morph.get("VerbForm") == "Part" and any(helper.lemma == "être" for helper in token.all("aux"))  # `s'est assurée de`
    own = any(other.text.lower() in reflexives and other.head is token and (other.dep == "expl:pv" or past) for other in before)
    if entry.reflexive and not any(other.text.lower() in reflexives for other in before):
        return False
    if entry.present and (token.morph.get("Tense") in ("Past", "Imp") or any(token.all("aux"))):
        return False  # `ils avaient cru que le port fermait`
    if not entry.reflexive and own:
        return False  # `s'est lancée dans la course`, `s'assure que`: not what `lancer` and `assurer` say
    if entry.rest and not entry.reflexive and any(other.text.lower() in reflexives for other in before[-2:]):
        return False  # `s'est fait remarquer`
    if not entry.rest:
        return True
    after = [other.text.lower() for other in tokens[token.index + 1 : token.index + 1 + NEAR + len(entry.rest)]]
    return any(tuple(after[start : start + len(entry.rest)]) == entry.rest for start in range(len(after)))


def _placed(context: Context, verb: Token, entry: Entry, sentence: Sentence) -> Cue:
    order = context.pack.words("cues")["order"]
    tokens = sentence.tokens
    first = group_start(context.pack, verb, tokens)
    clitic = inverted_pronoun(context.pack, tokens, first, verb.index)
    group = Span(tokens[first].start, max(verb.end, clitic.end if clitic else 0))
    if clitic:
        return Cue(verb, entry, sentence, group, clitic, True)
    own = subject(verb)
    if own is not None and context.dated(own):
        own = None  # `avait dit |mercredi| Jan Roy`, `le mois dernier`
    if own is None and verb.morph.get("VerbForm") == "Inf":
        own = subject(verb.head)
    if own is not None and own.pos == "PRON" and context.who.at(own.span) is not None:
        own = next((token for token in verb.all("nsubj") if token.pos in ("NOUN", "PROPN")), own)  # `Le journal Mail |on| Sunday a dit que`
    points = own is not None and own.text.lower() in order["pointing"] and own.child("det") is not None  # `|ce dernier| estime que`
    own = own if own is not None and (own.pos in NOMINAL or points or context.who.of(own)) else None
    own = own and (member_of(context, own) or own)
    setting = own is not None and own_subject(verb) is own and _is_setting(context, own)
    if own is not None and own.dep.startswith("nsubj") and own_subject(verb) is None and own.head.start > own.start and _is_setting(context, own):
        own = subject_ahead(
            context, tokens, group_start(context.pack, own.head, tokens)
        )  # `A la gare, |des agents| tendent un plan et disent que ...`
    if own is not None and (own.text.lower() in order["aside_nouns"] or setting or _is_quoted(context, own, verb)):
        own = None
    own = _nearer(context, verb, tokens, first, own) or own or _pronoun(verb, tokens, first, order)
    own_behind = own is not None and own.start > verb.start and own_subject(verb) is own
    if own is not None and own_behind and any(is_finite(token) for token in tokens[verb.index + 1 : own.index] if token not in own.subtree()):
        own, own_behind = None, False  # `..., ajoute Mme Lund qui vit avec son mari, |ses enfants|, ...`
    closes = entry.incise or context.quote_ending(context.back_over_gaps(group.start, ",")) is not None
    behind = subject_behind(context, verb, tokens, group.start) if closes and not own_behind else None
    strays = own_behind and own is not None and not can_speak(context, own)
    if behind is None and closes and (strays or not own_behind):
        behind = closing(context, verb, tokens, group.start, None if strays else own, any_noun=entry.incise)
        behind = None if strays and behind is not None and own is not None and behind.start >= own.start else behind
    if behind is not None and strays:
        return Cue(verb, entry, sentence, group, behind, True)
    if behind is not None and not (own is not None and own is own_subject(verb) and _is_made(context, behind)):
        return Cue(verb, entry, sentence, group, behind, True)
    if own_behind or (own is not None and can_speak(context, own)):
        return Cue(verb, entry, sentence, group, own, own_behind)
    ahead = None if is_participle(verb) else subject_ahead(context, tokens, first)
    if ahead is not None and own is not None and (ahead.start < own.start or ahead in own.subtree() or _is_joined(tokens[ahead.index : first])):
        ahead = None
    return Cue(verb, entry, sentence, group, ahead or own, False)


def _is_setting(context: Context, own: Token) -> bool:
    """Whether a noun that the parser takes for the subject only says where or in what something is said: `Dans un communiqué, X juge`."""
    linking = context.pack.words("roles")["around"]["linking"]
    return any(case.text.lower().replace("’", "'") not in linking and case.start < own.start for case in own.all("case"))


def _is_made(context: Context, behind: Token) -> bool:
    """Whether what stands behind a verb that has its subject is but the paper that someone makes: `la police, ..., a lancé |une enquête|`."""
    article = behind.child("det")
    return (
        behind.dep == "obj"
        and article is not None
        and article.morph.get("Definite") == "Ind"
        and behind.lemma in context.pack.words("cues")["sources"]["papers"]
    )


def _is_quoted(context: Context, own: Token, verb: Token) -> bool:
    """Whether a subject stands within a quoted sentence that the verb is not part of: `"Les rues sont vides", raconte Jan Kowal`."""
    quote = context.quote_at(own.start)
    if quote is None or quote.outer.contains(verb.span):
        return False
    apart = own.start > verb.start and bool(context.text[verb.end : quote.outer.start].strip())  # not `explique "M. Jan", serveur à Oslo`
    return apart or context.tells(quote.inner)


def _pronoun(verb: Token, tokens: list[Token], first: int, order: dict[str, list[str]]) -> Token | None:
    """The pronoun right before the verb's group, where the parser found no subject; before a passive it may stand for nobody."""
    before = tokens[first - 1] if first else verb
    personal = before.pos == "PRON" and before.text.lower() in order["plain_inverted"]
    told = any(is_finite(token) for token in tokens[first : verb.index + 1])
    return before if personal and told and verb.child("aux:pass") is None else None


def _nearer(context: Context, verb: Token, tokens: list[Token], first: int, own: Token | None) -> Token | None:
    """The party right before the verb, where the parser gave the verb only the subject of the clause that it is joined to: `..., mais |X| assure`."""
    if own is None or own_subject(verb) is not None or is_participle(verb) or verb.morph.get("VerbForm") == "Inf":
        return None
    ahead = subject_ahead(context, tokens, first)
    if ahead is None or ahead.start <= own.start or ahead in own.subtree():
        return None
    between = tokens[ahead.index : first]
    return None if _is_joined(between) or any(token.text == "," for token in between) else ahead


def _is_joined(between: list[Token]) -> bool:
    """Whether a conjunction parts a noun from the verb behind it, which is then another's: `X salue |le maire| et dit que ...`."""
    return any(token.pos == "CCONJ" for token in between)
