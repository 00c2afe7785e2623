"""Strings as files write them, made fit to be kept: no halves of characters; in names and addresses, nothing that does not print."""

import re

HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Control characters and what breaks a line: a terminal would obey them."""


def whole(text: str) -> str:
    """The text with a mark in the place of each half of a surrogate pair: that is no character, and no file could hold it.

    >>> whole("fin \\ud83d de phrase")
    'fin \ufffd de phrase'
    """
    return HALF_CHARACTER.sub("\ufffd", text)


def line_of(text: str) -> str:
    """A name or an address as one line that prints.

    >>> line_of(" Le\\nPli\\x1b[31m ")
    'Le Pli [31m'
    """
    return " ".join(UNPRINTABLE.sub(" ", whole(text)).split())


def is_address(written: str) -> bool:
    """Whether it is an address of the web, whole.

    >>> is_address("https://pli.example/1"), is_address("pli.example/1"), is_address("file:///1")
    (True, False, False)
    """
    return written.lower().startswith(("http://", "https://"))
