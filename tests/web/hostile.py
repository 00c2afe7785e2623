"""A press that means harm: in every field of every document and fact, strings that markup, scripts, addresses or layouts may trip over."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

from chancery.capture import Metadata, Source
from chancery.clean import Block, Credit, Document, Published
from chancery.clean.document import Translation
from chancery.edtf import Edtf
from chancery.errors import Rejected
from chancery.facts import Commitment, Event, Fact, Figure, Meeting, Position, Statement
from chancery.facts.fact import Voice
from chancery.record import Reading
from chancery.span import Span

STRINGS = {
    "markup": "<script>window.hit=1</script><img src=x onerror=window.hit=1><svg onload=window.hit=1></svg>",
    "endings": "</script></script x></script/></style></title></textarea></div><script>window.hit=1</script><!-- <script ]]> --!><![CDATA[",
    "attributes": "\" onmouseover=window.hit=1 autofocus onfocus=window.hit=1 x='\"' onclick='window.hit=1",
    "templates": "{{7*7}} {% raw %} {n} {0} %(n)s ${window.hit=1} `${window.hit=1}` \\`\\${window.hit=1} \\u003cscript\\u003e $& $1 $$",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp; &NotEqualTilde; <b>bold</b> <base href=https://evil.example/>",
    "separators": "un\u2028deux\u2029trois\u0085quatre\x0bcinq\x1bsix\ufeff\u200bsept\xadhuit\tneuf",
    "directions": "\u202eRTL\u202d \u2066isolé \u200f\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u2069\u2069\u202c ẑ̸̧͎͖͚a̴l̷g̴o̶",
    "turned": "avant \u202etournevis",
    "numbers": "__proto__ constructor NaN -1e999 0x1F null undefined [object Object] toString",
    "long": "Donau" + "dampfschifffahrts" * 24 + "gesellschaft",
    "wide": "W" * 300 + "漢" * 120 + "🏳️‍🌈" * 40,
}
URLS = {
    "markup": "javascript:window.hit=1",
    "endings": 'https://x.example/"><script>window.hit=1</script>',
    "attributes": "https://x.example/' onclick='window.hit=1",
    "templates": "https://x.example/${window.hit=1}?`{{7*7}}`#</a>",
    "entities": "data:text/html,<script>window.hit=1</script>",
    "separators": " java\tscript:window.hit=1",
    "directions": "JaVaScRiPt://x.example/%0Awindow.hit=1",
    "turned": "http://x.example/\u202etxt.exe",
    "numbers": "//evil.example/x",
    "long": "https://x.example/" + "a" * 600,
    "wide": "vbscript:" + "x" * 300,
}
TITLE = f"{STRINGS['endings']} {STRINGS['markup']} {{{{7*7}}}} `${{window.hit=1}}` \ud800 fin"
REFUSED = tuple(Rejected(f"origin {text}", f"reason {text}", f"hint {text}") for text in STRINGS.values())
UNSHOWN = {"document", "type", "stance", "status", "bound", "cue_class", "outcome"}
"""Fields whose own text no page shows: what they mean is said in the reader's language."""
FIXED: dict[str, Any] = {
    "type": {Statement: "direct", Commitment: "pledge"},
    "stance": {Position: "demand"},
    "status": {Event: "threatened", Meeting: "planned"},
    "bound": {Figure: None},
}


def press() -> Iterator[Source]:
    """A source for each kind of harm; two that copy each other, so that copies and comparisons show as well."""
    for at, (name, bad) in enumerate(STRINGS.items()):
        text = f"headline {bad} fin\n\nbyline {bad}\n\nbody {bad} mots {bad} fin.\r\nsuite {bad}.\n\npost {bad}\n\nfurniture {bad}\n"
        origin = f"press/{name} {bad}.txt"
        for copy in ("", " copie"):
            known = Metadata(Edtf(f"2021-04-{10 + at}"), URLS[name], f"outlet {bad}{copy}")
            yield Source(f"id {bad}{copy}", origin + copy, text, metadata=known)


def read(source: Source | Rejected, settings: object = None) -> Reading | Rejected:
    """In the place of `pipeline.read`: facts of all kinds in hostile words, hostile strings in all that is said of them."""
    if isinstance(source, Rejected):
        return source
    name = next(name for name, url in URLS.items() if url == source.metadata.url)
    bad, text = STRINGS[name], source.text
    blocks, start = [], 0
    for kind, part in zip(("headline", "byline", "body", "post", "furniture"), text.split("\n\n"), strict=True):
        blocks.append(Block(Span(start, start + len(part.rstrip("\n"))), kind))  # type: ignore[arg-type]
        start += len(part) + 2
    credit = Credit(f"agency {bad}", source.metadata.outlet, f"author {bad}", f"place {bad}")
    published = Published(source.metadata.published or Edtf("2021"), "stated")
    made = Translation(f"de {bad}", f"basis {bad}") if name in ("markup", "long") else None
    document = Document(source, tuple(blocks), f"fr-{bad}", published, credit, made, 3)
    return Reading(document, (), (), tuple(fact_of(kind, at, source.id, bad, text) for at, kind in enumerate(KINDS)))


KINDS: tuple[type[Fact], ...] = (Statement, Event, Meeting, Position, Commitment, Figure)


def fact_of(kind: type[Fact], at: int, document: str, bad: str, text: str) -> Fact:
    """A fact of a kind, its words somewhere in the body, its fields full of harm."""
    first = text.index("body") + at
    evidence = Span(first, text.index("suite") + len("suite") + len(bad) // 2 if at % 2 else text.index("mots") + len("mots ") + len(bad))
    given: dict[str, Any] = {"document": document, "evidence": evidence, "voice": Voice(f"voice {bad}", (f"person:voice {bad}",), f"relay {bad}")}
    hints = get_type_hints(kind)
    for each in fields(kind):
        if each.name in given:
            continue
        if each.name in FIXED and kind in FIXED[each.name]:
            given[each.name] = FIXED[each.name][kind]
        elif hints[each.name] in (str, str | None):
            given[each.name] = f"{each.name} {bad}"
        elif hints[each.name] == tuple[str, ...]:
            given[each.name] = (f"person:{each.name} {bad}", f"{each.name} {bad}")
        elif hints[each.name] == Edtf | None:
            given[each.name] = Edtf(f"2021-05-{10 + at}")
        elif hints[each.name] == float | None and each.name == "value":
            given[each.name] = 1234567.5
    if kind is Statement and document.endswith("copie"):
        given["speaker_actors"] = ()
    return kind(**given)


def shown(fact: Fact) -> list[str]:
    """The strings of a fact that its row or its card shows, its words aside."""
    found = []
    for each in fields(fact):
        value = getattr(fact, each.name)
        if each.name == "speaker" and isinstance(fact, Statement) and fact.speaker_actors:
            continue  # the name of the person stands for it
        if each.name in UNSHOWN or (isinstance(fact, Commitment) and each.name == "what"):
            continue
        found += [value] if isinstance(value, str) else [one.removeprefix("person:") for one in value] if isinstance(value, tuple) else []
    return [*found, str(fact.voice.speaker)]
