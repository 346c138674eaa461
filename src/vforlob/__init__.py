"""vforlob: samtaler, aftaler og opfølgning i virksomhedsforløb."""

__version__ = "0.5.0"  # a constant: reading package metadata costs three times the interpreter
