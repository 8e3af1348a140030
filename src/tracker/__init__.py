"""tracker: the register of what agencies announced at meetings, and of what became of it."""

__version__ = "0.1.0"
