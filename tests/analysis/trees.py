"""Trees written as data: one word a line, `form lemma UPOS head relation features`."""

from chancery.analysis.tokens import Token


def tree(rows: list[list[str]], text: str) -> list[Token]:
    """The tokens of a tree written in rows, at their places in the text."""
    tokens, at = [], 0
    for index, (form, lemma, pos, _, relation, *features) in enumerate(rows):
        at = text.index(form, at)
        morph = dict(pair.split("=") for pair in features[0].split("|")) if features else {}
        tokens.append(Token(at, at + len(form), form, lemma, pos, relation, morph, index))
        at += len(form)
    for token, row in zip(tokens, rows, strict=True):
        token.head = tokens[int(row[3]) - 1] if int(row[3]) else token
        if token.head is not token:
            token.head.children.append(token)
    return tokens
