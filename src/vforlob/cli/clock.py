"""The time on the clock on the wall, real or set by VFORLOB_NU. Knows no case."""

import os
from collections.abc import Callable
from datetime import datetime

SET_CLOCK = "VFORLOB_NU"


def real_clock() -> datetime:
    """With the offset of the zone the machine is set to: the zone database would cost a third of a start."""
    return datetime.now().astimezone()


def is_clock_set() -> bool:
    return bool(os.environ.get(SET_CLOCK))


def fixed_clock(folder: str) -> Callable[[], datetime] | None:
    """The clock VFORLOB_NU asks for, None when it is not set. Only key-file and demo folders may have one:
    in a folder that is worked in for real a wrong clock would date what was agreed.
    """
    asked = os.environ.get(SET_CLOCK, "")
    if not asked:
        return None
    moment = _read(asked)
    _refuse_in_a_real_folder(folder)
    _say(moment)
    return lambda: moment


def _read(asked: str) -> datetime:
    from vforlob.errors.use import ClockUnreadable  # only when somebody set the clock

    try:
        moment = datetime.fromisoformat(asked)
    except ValueError:
        raise ClockUnreadable from None
    return moment.astimezone()


def _refuse_in_a_real_folder(folder: str) -> None:
    from vforlob.errors.use import ClockRefused  # only when somebody set the clock
    from vforlob.store.key import is_test_folder  # likewise

    if os.path.exists(os.path.join(folder, "noegle.json")) and not is_test_folder(folder):
        raise ClockRefused


def _say(moment: datetime) -> None:
    from vforlob.cli.show import err  # only when somebody set the clock
    from vforlob.rules.danish import clock, long_date  # likewise

    err(f"Uret er sat til {long_date(moment.date())} {clock(moment.strftime('%H:%M'))}.")
