"""What a samtale is seen against when its answers are judged together: its day, and the forløb's. Knows no answers."""

from typing import NamedTuple

from vforlob.model.answers import Key


class Against(NamedTuple):
    """Where it should be mended, and what to say. `because` is the answer that calls for one that is missing."""

    key: Key
    sentence: str
    because: Key | None = None


class Around(NamedTuple):
    """ISO dates, as they stood before the samtale: its own, and the first and last day of the forløb."""

    dato: str = ""
    start: str | None = None
    slut: str | None = None
