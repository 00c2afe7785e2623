"""Who passes on what others said: `"...", a dit X, cité par Y`."""

from collections.abc import Iterator

from chancery.analysis.clauses import obliques
from chancery.facts.context import Context
from chancery.facts.said import Said
from chancery.facts.speaker import named
from chancery.span import Span


def relayed(context: Context, said: Said) -> Iterator[tuple[Span, str]]:
    """The words that someone else passes on, with the name of who does, in text order."""
    citing = context.pack.words("cues")["order"]["citing"]
    for sentence in context.analysis.sentences:
        for verb in sentence.tokens:
            if verb.lemma.lower() not in citing or verb.morph.get("VerbForm") != "Part" or context.quote_at(verb.start):
                continue
            agents = [*verb.all("obl:agent"), *obliques(verb, "par")]
            last = said.last_before(verb.start) if agents else None
            via = named(context, agents[0]) if last is not None and last.evidence.start >= sentence.span.start else None
            if last is not None and via is not None and via.name:
                yield last.evidence, via.name
