"""Words two by two, as they are written and by their clusters: what one of them says of a name depends on the other (`New Delhi`, `le Congo`)."""

import itertools
from collections.abc import Iterator, Sequence


def paired(words: Sequence[str], clusters: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each word the pairs that it is in, and the clusters two words away; words in lower case, each with its cluster.

    >>> list(paired(["new", "delhi"], ["c1", "c2"]))
    [('b+=new|delhi', 'c+=c1|c2'), ('b-=new|delhi', 'c-=c1|c2')]
    """
    last = len(words) - 1
    before = [f"{one}|{other}" for one, other in itertools.pairwise(words)]
    before_clusters = [f"{one}|{other}" for one, other in itertools.pairwise(clusters)]
    for place in range(len(words)):
        made: list[str] = []
        if place:
            made += ("b-=" + before[place - 1], "c-=" + before_clusters[place - 1])
        if place < last:
            made += ("b+=" + before[place], "c+=" + before_clusters[place])
        if place > 1:
            made.append("--c=" + clusters[place - 2])
        if place + 1 < last:
            made.append("++c=" + clusters[place + 2])
        yield tuple(made)
