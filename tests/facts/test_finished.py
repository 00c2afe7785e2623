"""What is counted ends where a constituent does, wherever it was cut before."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analysis import analyse
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.facts.figures import figures
from chancery.facts.finished import Finished, paired
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import pack_for
from chancery.settings import Settings
from chancery.span import Span

SENTENCES = [
    "Plus de 2.000 retraités touchent des primes versées à d'anciens membres de la garde du palais.",
    "Au total, 45 plongeurs sont morts en mer dans les opérations Tonnerre (2013) et Orage, selon l'amiral.",
    "Douze pays ont demandé à la Commission de suspendre la taxe imposée aux navires de pêche.",
    "Il accueille 244 chèvres qui dorment à bord de l'Orca et des autres navires de la flotte.",
    "Trente élus se sont réunis en vue d'un accord sur la pêche, à la suite d'une plainte du port.",
    "Quarante clubs qui forment plus ou moins régulièrement de jeunes joueurs doivent être fermés d'ici à mardi.",
    'Deux personnes doivent être jugées pour "entente en vue de nuire à la nation" et pour vol.',
    'Trois cents marins qui ont été reçus au titre de l\'accueil dans le cadre du plan "Mer" ont été logés.',
]
WORDS = "à au aux de du des d' en dans sur par avec et ou que qui dont le la les l' un une ont sont été être"
HALVES = ("en vue", "au titre", "à la suite", "d'ici", "dans le cadre")
NEVER = re.compile(rf"(^|[ '])({'|'.join((*WORDS.split(), *HALVES))})$")


@pytest.mark.parametrize("text", SENTENCES)
def test_no_cut_leaves_a_dangling_end(text: str) -> None:
    read, pack = analyse(Document(Source("cut", "cut", text), (Block(Span(0, len(text)), "body"),), "fr"), Settings()), pack_for("fr")
    nearby = Nearby(read)
    finished = Finished(nearby, Restricting(nearby, read, pack), read, pack)
    figure = figures(read, ())[0]
    noun = next(token for token in nearby.inside(figure.evidence) if token.pos == "NOUN")
    cuts = [token.end for token in nearby.tokens if token.start >= noun.start and token.text != "."]
    for cut in cuts:
        what = finished.told(replace(figure, what=text[noun.start : cut])).what or ""
        assert not NEVER.search(what), (text[noun.start : cut], what)
        assert what.count('"') % 2 == 0, what
        assert what.count("(") == what.count(")"), what


@given(st.lists(st.sampled_from(["ports", "du nord", '"Mer"', '"', "(", ")", "«", "»", "(Bork)", "-", "mer -"]), max_size=8).map(" ".join))
def test_marks_come_in_pairs_and_no_word_is_lost(words: str) -> None:
    what = paired(words)
    assert paired(what) == what
    assert what.count('"') % 2 == 0
    assert all(what.count(one) == what.count(other) for one, other in ("()", "«»"))
    assert re.findall(r"\w+", what) == re.findall(r"\w+", words)
