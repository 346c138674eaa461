"""An early sign: one sentence of facts and one move. Knows no rule that finds it and no screen."""

from typing import NamedTuple

# What the sources name as reasons when a forløb breaks off, and what is missing in our own work.
FORVENTNING, KOMMUNIKATION, OPFOLGNING = "forventning", "kommunikation", "opfolgning"
MOTIVATION, FORBEREDELSE, EGET = "motivation", "forberedelse", "eget"
THEMES = (FORVENTNING, KOMMUNIKATION, OPFOLGNING, MOTIVATION, FORBEREDELSE, EGET)

NOW, SOON, BACKGROUND = 0, 1, 2


class Tegn(NamedTuple):
    """`sentence` and `move` are Danish sentences with a full stop, and may be read by the borger.

    `command` is what follows "vforlob ", in Danish spelling. `urgency` is NOW, SOON or BACKGROUND: the last is shown
    only where all signs are. `facts` are what the sentence rests on, each with its day and where it stands. `rule` is
    the id of the number that decided, empty where no number did.
    """

    id: str
    theme: str
    sentence: str
    move: str
    command: str
    urgency: int
    facts: tuple[str, ...]
    rule: str = ""
