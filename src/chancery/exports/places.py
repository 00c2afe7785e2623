"""Ids to file names below a folder, whatever the id."""

import re
from hashlib import blake2b
from urllib.parse import quote

PLAIN = re.compile(r"(?!\.)[\w .,;'’+=@()\[\]&!~-]+(?<![. ])")
"""What may be the name of a file or folder on any system as it is."""
LONGEST_BYTES = 200
"""Of one name; file systems take 255, with the ending and room for another."""
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that are no files on Windows."""


def file_name(id: str) -> str:  # noqa: A002
    """The path of a document's file, below a folder and without its ending: a plain relative id as it is, any other percent-encoded as one name.

    No two ids have the same, and none leads out of the folder.

    >>> file_name("2021/avril/14.04")
    '2021/avril/14.04'
    >>> file_name("../../etc/passwd")
    '%2E.%2F..%2Fetc%2Fpassw%64'
    >>> file_name("https://pli.example/a?b=1")
    'https%3A%2F%2Fpli.example%2Fa%3Fb=1'
    """
    parts = id.split("/")
    if all(PLAIN.fullmatch(part) and not DEVICES.fullmatch(part) and len(part.encode()) <= LONGEST_BYTES for part in parts) and len(parts) < 16:
        return id
    written = id.encode("utf-8", "surrogatepass")
    encoded = quote(written, safe=" ,;'+=@()[]&!~")
    if not PLAIN.fullmatch(encoded.replace("%", "_")) or DEVICES.fullmatch(encoded):
        encoded = (
            "".join(f"%{byte:02X}" for byte in written[:1]) + quote(written[1:-1], safe="") + "".join(f"%{byte:02X}" for byte in written[1:][-1:])
        )
    if len(encoded) > LONGEST_BYTES:
        encoded = f"{encoded[: LONGEST_BYTES - 33]}%{blake2b(written, digest_size=16).hexdigest()}"
    return encoded or "%"
