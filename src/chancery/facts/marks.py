"""Quotation marks in pairs: what a stretch of words needs to be printed by itself."""

from chancery.span import Span

MARKS = {"«": "»", "“": "”", '"': '"'}


def balanced(span: Span, text: str) -> Span:
    """The span with its quotation marks in pairs: one whose other half stands right outside is completed, else the words end at it.

    >>> balanced(Span(0, 5), "« oui » et").of("« oui » et")
    '« oui »'
    >>> balanced(Span(0, 12), "deux mots » et").of("deux mots » et")
    'deux mots'
    """
    words = span.of(text)
    if words.count('"') % 2 == 0 and '"' in words and text[max(0, span.start - 1) : span.start] == '"' == text[span.end : span.end + 1]:
        return Span(span.start - 1, span.end + 1)
    for left, right in MARKS.items():
        odd = words.count(left) % 2 if left == right else words.count(left) - words.count(right)
        after, before = text[span.end : span.end + 2], text[max(0, span.start - 2) : span.start]
        if not odd and left != right and left in before and words.find(right) < words.find(left):
            return Span(span.start - len(before) + before.rindex(left), span.end)  # `|de « peur » et d'« effroi »|` without its first mark
        if not odd:
            continue
        if (odd > 0 or left == right) and right in after:
            return Span(span.start, span.end + after.index(right) + 1)
        if (odd < 0 or left == right) and left in before:
            return Span(span.start - len(before) + before.rindex(left), span.end)
        cut = words.rfind(left if odd > 0 else right)
        behind = Span(span.start + cut + 1, span.end)
        return (Span(span.start, span.start + cut) if len(words[:cut].split()) > 1 else behind).trimmed(text)
    return span


def closed(span: Span, text: str) -> Span:
    """The span with the mark behind it that closes one opened in it, where that stands right outside; no word is cut.

    >>> closed(Span(0, 14), "partir « avant lundi », dit").of("partir « avant lundi », dit")
    'partir « avant'
    >>> closed(Span(0, 20), "partir « avant lundi », dit").of("partir « avant lundi », dit")
    'partir « avant lundi »'
    """
    words, after = span.of(text), text[span.end : span.end + 2]
    for left, right in MARKS.items():
        open_ = words.count(left) % 2 if left == right else words.count(left) > words.count(right)
        if open_ and right in after and not after[: after.index(right)].strip():
            return Span(span.start, span.end + after.index(right) + 1)
    return span
