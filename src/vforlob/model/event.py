"""An appointment as it stands in a calendar. Knows no file format and no case."""

from typing import NamedTuple


class Event(NamedTuple):
    """`day` is ISO and `clock` "HH:MM" in Danish time; without a clock it lasts the day. `stamp` is when this version
    was made, ISO with the offset: the same version is the same file again. `agreed` is false for a day that only a
    rule has set.
    """

    uid: str
    sequence: int
    stamp: str
    day: str
    clock: str | None = None
    minutes: int = 60
    summary: str = ""
    description: str = ""
    place: str = ""
    agreed: bool = True
