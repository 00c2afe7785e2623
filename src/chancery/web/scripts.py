"""Data as plain scripts, which a page opened from disk can load: no fetch, no modules."""

import json
from typing import Any


def script(name: str, data: Any) -> bytes:
    r"""A script that hands data to the page under a name. Browsers parse JSON much faster than the same data written as JavaScript.

    >>> script("x", {"said": "`${1}`"}).decode()
    'chancery.take("x", String.raw`{"said":"\\u0060\\u0024{1}\\u0060"}`);\n'
    """
    return f'chancery.take("{name}", String.raw`{raw(data)}`);\n'.encode()


def raw(data: Any) -> str:
    """JSON that a raw template string may hold; a half of a surrogate pair stays the escape that it is."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _encodable(text.replace("`", "\\u0060").replace("$", "\\u0024"))


def inert(data: Any) -> str:
    """JSON that may stand in a `<script type="application/json">`: nothing in it can end the element.

    >>> inert("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _encodable(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
