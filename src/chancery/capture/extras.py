"""Libraries that only some formats need, and how to get one that is not there."""

from importlib import import_module
from types import ModuleType

from chancery.errors import ReadError


def extra(name: str, module: str) -> ModuleType:
    """The module, which comes with the optional extra of that name; raises ReadError that says how to install it."""
    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        raise ReadError(f"{library}, which reads such files, is not installed", hint=f"pip install 'chancery[{name}]'") from None
