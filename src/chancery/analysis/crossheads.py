"""Headings that stand in the running text because a page has joined its lines."""

from chancery.analysis.tokens import Sentence

LONGEST = 80
"""Code points of a heading."""
DASHES, ENDS = "-–—", '.!?…"»”)'
GAP = 3
"""Code points back from a heading within which the sentence before ends."""
PAST = ("Past", "Imp")


def is_crosshead(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a heading between two others: short, in no past tense, in capitals or dashes or glued to what follows without an end.

    Who is named there is not who the text speaks of next: `Il part à midi. Rien de neuf, répond Anna Roy|"Nous verrons", a-t-il ajouté`.
    """
    start = sentence.span.start
    before = text[max(0, start - GAP) : start].rstrip()[-1:]
    if sentence.block.kind != "body" or len(sentence.span) > LONGEST or not before or before not in ENDS:
        return False
    words = sentence.span.of(text)
    dashed = words[0] in DASHES and words[-1] in DASHES
    ahead = text[sentence.span.end : sentence.span.end + 1]
    glued = words[-1].isalpha() and words.lstrip(DASHES + " ")[:1].isupper() and (ahead.isupper() or ahead in ('"', "«", "“"))
    return (dashed or glued or words.isupper()) and not any(
        token.morph.get("Mood") == "Ind" and token.morph.get("Tense") in PAST for token in sentence.tokens
    )
