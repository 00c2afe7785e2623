"""Who is who: states, bodies, memberships, offices and their holders (CSV), and the look-up over them."""

from chancery.register.actors import public
from chancery.register.register import Register, register_for
from chancery.register.spelling import distance, fold
from chancery.register.tables import Holder, Office
from chancery.register.terms import On

__all__ = ["Holder", "Office", "On", "Register", "distance", "fold", "public", "register_for"]
