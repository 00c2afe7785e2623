"""Quotations, as the analysis finds them."""

from chancery.analysis.quotations import Quotation, quotations

__all__ = ["Quotation", "quotations"]
