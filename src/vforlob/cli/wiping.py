"""Empty the terminal, with what can be scrolled back to. Knows no page."""

import os
import sys

from vforlob.cli.context import context
from vforlob.cli.show import err, raw

# In this order: erasing pushes what stands there among the lines that can be scrolled back to.
WIPE = "\x1b[2J\x1b[3J\x1b[H"
BY_HAND = "Ryd selv skærmen: det, der står her og ovenfor, kan stadig læses."


def wipe_terminal() -> bool:
    """Whether it is empty now. Never a control character to a file, to plain lines, or to what cannot take them."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    if context().plain or os.environ.get("TERM", "") == "dumb":
        err(BY_HAND)
        return False
    if os.name == "nt":
        from prompt_toolkit.output import create_output  # knows which console takes escape sequences

        from vforlob.cli.ask.terminal import clear_screen  # likewise

        clear_screen(create_output())
        return True
    raw(WIPE)
    sys.stdout.flush()
    return True
