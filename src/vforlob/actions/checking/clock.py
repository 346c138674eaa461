"""The clock against the newest event: nothing may be deleted because a clock is wrong. Sets none."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from vforlob.actions.checking.fund import Fund, advarsel
from vforlob.actions.checking.scene import Scene
from vforlob.rules.danish import clock, plain_date
from vforlob.rules.sletning import LONGEST_PAUSE
from vforlob.store.copies import list_copies

_SLACK = timedelta(minutes=2)  # two machines, or a clock that was put right
_NEWEST = "SELECT tid_utc FROM haendelse ORDER BY nr DESC LIMIT 1"  # a wrong date of long ago is no fault of today
_LOOK = "Se efter, om computerens dato og ur passer, og stil dem, hvis de ikke gør."


def look_at_clock(scene: Scene) -> Iterator[Fund]:
    if scene.is_demo:
        return
    known = [copy.tid for copy in list_copies(scene.folder)[:1]] + [tid for (tid,) in scene.store.rows(_NEWEST)]
    if known:
        yield from clock_against(scene.now(), datetime.fromisoformat(max(known)).astimezone(UTC))


def clock_against(now: datetime, newest: datetime) -> Iterator[Fund]:
    local = newest.astimezone(now.tzinfo)
    when = f"{plain_date(local.date())} {clock(local.strftime('%H:%M'))}"
    if now < newest - _SLACK:
        yield advarsel(
            "ur-bagud",
            f"Computerens ur går bagud: det nyeste, du har gemt, er fra {when}. Så længe bliver intet slettet, og"
            " ingen gamle kopier ryddet væk.",
            _LOOK,
        )
    elif now - newest > LONGEST_PAUSE:
        yield advarsel(
            "ur-frem",
            f"Computerens ur er sprunget frem, eller du har været længe væk: der er {(now - newest).days} dage siden,"
            " du sidst gemte noget. Så længe bliver ingen gamle kopier ryddet væk.",
            f"{_LOOK} Passer de, så går det over, når du gemmer noget.",
        )
