"""Ctrl-C where the person has been told already what became of it. Knows no command."""


class Stopped(KeyboardInterrupt):
    """Ends the run like any Ctrl-C, without another sentence."""
