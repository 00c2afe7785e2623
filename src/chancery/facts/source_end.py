"""Where the phrase that names a source ends, and what it is said to say begins."""

from chancery.analysis import Mention, Sentence, Token
from chancery.analysis.clauses import noun_phrase
from chancery.facts.context import Context
from chancery.facts.speaking import can_speak, is_calling, is_finite, is_press


def _main_comma(tokens: list[Token], source: Token) -> int:
    """The last comma before the verb of the clause behind a source, over which no complement of it reaches; the end where there is none."""
    verb = next((word for word in tokens[source.index + 1 :] if is_finite(word) and not is_relative(word)), None)
    commas = [token.start for token in tokens[source.index + 1 : verb.index if verb else len(tokens)] if token.text == ","]
    return commas[-1] if commas else tokens[-1].end


def is_relative(verb: Token) -> bool:
    """Whether a finite verb is that of a relative clause, whatever the parser hung that on: `un avocat connu et qui |a| plaidé`."""
    main = verb.head if verb.pos == "AUX" else verb
    pronoun = any(word.morph.get("PronType") == "Rel" and word.start < verb.start for word in main.children)
    return pronoun or "acl:relcl" in (verb.dep, verb.head.dep)


def _begins_name(context: Context, token: Token) -> bool:
    """Whether a person's name begins there."""
    named = context.who.at(token.span)
    return isinstance(named, Mention) and named.type == "PER" and named.span.start == token.start


def _opens_clause(tokens: list[Token], comma: int) -> bool:
    """Whether what no apposition begins with stands behind the comma: a share, or the article of several: `Selon X, |59 % des marins|, ...`."""
    place = comma + 1
    while place + 2 < len(tokens) and tokens[place].pos == "ADV":
        place += 1  # `Selon X, |environ 8 % des marins|, ...`
    first, sign = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    return first.text == "des" or (first.text[0].isdigit() and (first.text[-1] == "%" or (sign is not None and sign.text == "%")))


def _name_end(context: Context, first: Token, tokens: list[Token]) -> int:
    """Where a person's name that begins there ends, if a comma closes it as an apposition; else 0."""
    named = context.who.at(first.span)
    after = next((token for token in tokens if named is not None and token.start >= named.span.end), None)
    return named.span.end if named is not None and after is not None and after.text == "," else 0


def _description_end(context: Context, source: Token, tokens: list[Token], comma: int) -> int:
    """Where a description of the source behind its comma ends, with a comma before the subject of the clause; 0 if none stands there.

    `Selon Jan Kowal, |un marin qui a tout vu,| le port ferme`; `selon des témoins, |cités par la presse,| le port ferme`.
    """
    first = tokens[comma + 1] if comma + 1 < len(tokens) else source
    noun = tokens[comma + 2] if comma + 2 < len(tokens) else source
    someone = source.pos == "PROPN" and first.pos == "DET" and noun.morph.get("Number") == "Sing" and is_calling(context, noun)
    same = first.morph.get("Number") == source.morph.get("Number") and first.pos == "VERB" and first.morph.get("Tense") == "Past"
    if not someone and not (same and first.morph.get("VerbForm") == "Part"):
        return 0
    verb = next((word for word in tokens[comma + 1 :] if is_finite(word) and not is_relative(word)), None)
    commas = [token for token in tokens[comma + 1 : verb.index if verb else comma + 1] if token.text == ","]
    after = tokens[commas[-1].index + 1] if commas else source
    return commas[-1].end if commas and after.pos in ("DET", "PROPN", "PRON") and not is_finite(after) else 0


def _body_end(context: Context, tokens: list[Token], comma: int) -> int:
    """Where what a body is ends, `Selon X, chef de la Ligue, |une association de Bergen|, le port ferme`."""
    behind = tokens[comma + 1 :]
    verb = next((word for word in behind if is_finite(word) and not is_relative(word)), None)
    if verb is None or len(behind) < 2 or behind[0].morph.get("Definite") != "Ind" or not can_speak(context, behind[1]):
        return 0
    close = next((token for token in behind if token.text == "," and token.start < verb.start), None)
    after = tokens[close.index + 1] if close is not None else None
    return close.end if close is not None and after is not None and after.pos in ("DET", "PROPN", "PRON") and not is_finite(after) else 0


def _has_verb(context: Context, first: Token, tokens: list[Token]) -> bool:
    """Whether the person whose name begins there is the subject of the clause: `Selon Radio Fjord, |Jan Kowal| quitte le port`."""
    named = context.who.at(first.span)
    after = next((token for token in tokens if named is not None and token.start >= named.span.end), None)
    return after is not None and is_finite(after)


def source_end(context: Context, sentence: Sentence, source: Token) -> int:
    """Where the phrase that names the source ends; at its first comma, where else the clause behind it would begin with its verb."""
    end = _phrase_end(context, sentence, source)
    clitics = context.pack.words("cues")["order"]["clitics"]
    behind = [token for token in sentence.tokens if token.start >= end]
    first = next((token for token in behind if token.text.lower() not in clitics and token.text != ","), None)
    comma = next((token for token in sentence.tokens[source.index + 1 :] if token.text == ","), None)
    headless = first is not None and (is_finite(first) or first.pos == "CCONJ") and not context.quote_at(first.start)
    return comma.end if headless and comma is not None and comma.end < end else end


def _phrase_end(context: Context, sentence: Sentence, source: Token) -> int:
    """Where the phrase that names the source ends: at the first comma behind it that no apposition follows."""
    tokens = sentence.tokens
    end = min(max(noun_phrase(source).end, source.end), _main_comma(tokens, source))
    end = min(end, next((token.start for token in tokens[source.index + 1 : -1] if token.text == "," and _opens_clause(tokens, token.index)), end))
    if source.morph.get("Number") == "Plur" or is_press(context, source):  # `Selon le journal, |Jan Kowal| ...`: a paper is not him, nor are several
        someone = (token for token in tokens[source.index + 1 : -1] if token.text == "," and _begins_name(context, tokens[token.index + 1]))
        end = min(end, next((token.start for token in someone), end))
    for position in range(source.index + 1, len(tokens)):
        if context.quote_at(tokens[position].start):
            return end  # `Selon X, "..."` or `Selon X "..."`: the words begin
        if tokens[position].start >= end and tokens[position].text == ",":
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            several = source.morph.get("Number") == "Plur" or is_press(context, source)
            if following is not None and _begins_name(context, following):
                if several or _has_verb(context, following, tokens):
                    return tokens[position].end
                named = _name_end(context, following, tokens) if source.lemma.lower() not in context.pack.words("cues")["sources"]["given"] else 0
                if named and context.quote_at(context.forward_over_gaps(named + 1)):
                    return named + 1  # `Selon le directeur, |Jan Kowal|, "..."`
            if following is not None and following.dep in ("appos", "acl", "acl:relcl") and source in following.ancestors():
                last = max(token.end for token in following.subtree() if token.pos != "PUNCT")
                alone = not any(map(is_finite, tokens[source.index + 1 :]))  # the clause stands before: `..., selon X, responsable |du port|`
                end = max(last if alone else min(last, _main_comma(tokens, source)), following.end)
                continue
            described = _description_end(context, source, tokens, position) or _body_end(context, tokens, position)
            if described:
                return described
            if following is not None and following.morph.get("PronType") == "Rel":
                close = next((token for token in tokens[position + 2 :] if token.text == ","), None)
                return close.end if close else tokens[position].end
            return tokens[position].end
    return end
