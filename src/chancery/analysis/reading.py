"""Text as the syntax pipeline likes to read it, character for character."""

LEVELLED = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "‐": "-",
        "‑": "-",
        "\t": " ",
    }
)


def levelled(text: str) -> str:
    """The text with typographic variants of apostrophe, quotes, hyphen and space made one; same length, so that offsets hold.

    >>> levelled("l’Otan a dit\\u00a0: “oui”")
    'l\\'Otan a dit : "oui"'
    """
    return text.translate(LEVELLED)
