"""Record to answers: one view a file, each a list of rows that can be opened and cited."""

from chancery.views.card import Card
from chancery.views.chronology import ChronologyRow
from chancery.views.commitments import CommitmentRow
from chancery.views.days import Day, in_words
from chancery.views.forces import ForceRow
from chancery.views.positions import PositionRow
from chancery.views.record import KINDS, RECORD, Known, Record
from chancery.views.row import Row, as_json
from chancery.views.search import Facet, Found, HitRow
from chancery.views.sources import SourceRow
from chancery.views.voices import VoiceRow

VIEWS = ("chronology", "voices", "positions", "commitments", "forces", "sources")
"""The methods of `Record` that list rows, as `chancery show` calls them."""

__all__ = [
    "KINDS",
    "RECORD",
    "VIEWS",
    "Card",
    "ChronologyRow",
    "CommitmentRow",
    "Day",
    "Facet",
    "ForceRow",
    "Found",
    "HitRow",
    "Known",
    "PositionRow",
    "Record",
    "Row",
    "SourceRow",
    "VoiceRow",
    "as_json",
    "in_words",
]
