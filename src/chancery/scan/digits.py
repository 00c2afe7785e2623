"""The value of a number written in figures."""

import re

GROUPING = str.maketrans("", "", " \u00a0\u202f\u2009'’")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def read_digits(written: str) -> float:
    """The value of a number in figures; a point before exactly three figures groups, as the French press has it.

    >>> read_digits("6.000"), read_digits("28,5"), read_digits("100\\u202f000"), read_digits("3.75")
    (6000.0, 28.5, 100000.0, 3.75)
    """
    if written.isdecimal():
        return float(written)
    bare = written.translate(GROUPING)
    if "," in bare or GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    return float(bare.replace(",", "."))
