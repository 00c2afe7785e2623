"""What is left out of the data that pages load."""


def is_empty(value: object) -> bool:
    """Whether a field says nothing; a nought says something.

    >>> is_empty([]), is_empty(False), is_empty(0)
    (True, True, False)
    """
    return value is None or value is False or value == "" or value == []
