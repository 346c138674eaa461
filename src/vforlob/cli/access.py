"""What one run leaves in the access log: whom it looked at, or how many. Knows no text of anybody.

The records come from the one place where what was typed becomes a record; a list is noted by its number alone.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from vforlob.cli.context import context
from vforlob.cli.show import has_shown
from vforlob.errors.base import VforlobError
from vforlob.store.acts import CALENDAR, ERASING, EXPORT, OWN
from vforlob.store.opslag import (
    CHANGED,
    DELETED,
    EXPORTED,
    INSIGHT,
    PRINTED,
    READ,
    SOUGHT,
    Look,
    note_if_it_can_be,
)
from vforlob.store.store import Store

# Families of commands that show nobody: agendas, rules and figures, copies, the program itself, people made up.
QUIET = frozenset(
    {"agenda", "skabelon", "regler", "opsæt", "måltal", "jobåbning", "kopi", "gendan", "tjek", "om", "adgang", "luk"}
    | {"fortegnelse", "databrud", "demo"}
)
_INSIGHT = "indsigt"
_FIRST_SCREEN = "i-dag"
_BORGER, _VIRKSOMHED = "Borger", "Virksomhed"
_AT = (
    "SELECT count(DISTINCT borger) FROM (SELECT borger, virksomhed FROM forlob UNION ALL"
    " SELECT borger, virksomhed FROM henvendelse) WHERE virksomhed IN ({})"
)
_ALL = "SELECT count(*) FROM borger"


def note_run(store: Store, command: str | None, error: BaseException | None = None) -> None:
    """Whatever it did up to now; called again it notes what has come since."""
    if SOUGHT in store.done:
        return  # noted where it was looked for
    with suppress(VforlobError, RuntimeError):  # the folder may be damaged, or let go of
        _note(store, command or _FIRST_SCREEN, error)


def _note(store: Store, command: str, error: BaseException | None) -> None:
    if _came_to_nothing(error):
        return
    borgere, virksomheder = _whom(store.looked_up)
    handlinger = _handlinger(store.done, command)
    if borgere:
        looks = [Look(handling, borger) for borger in borgere for handling in handlinger]
    elif virksomheder or command.partition(" ")[0] not in QUIET:
        antal = _how_many(store, virksomheder)
        looks = [Look(handling, None, antal) for handling in handlinger] if antal or virksomheder else []
    else:
        return
    new = [look for look in looks if look not in store.noted and not _is_known(look, store.noted)]
    if new and note_if_it_can_be(store, new, command):
        store.noted.update(new)


def _came_to_nothing(error: BaseException | None) -> bool:
    """A line that could not be run has shown nothing and changed nothing. What she left at a question, she has seen."""
    if error is None or has_shown():
        return False
    return isinstance(error, VforlobError) or not context().may_ask


def _is_known(look: Look, noted: Iterable[Look]) -> bool:
    """What was read before it was changed is read once."""
    return look.handling == READ and any(one.borger == look.borger for one in noted)


def _whom(records: Iterable[Any]) -> tuple[list[int], list[int]]:
    """The borgere, each once in the order they were asked for; and the virksomheder that were."""
    borgere: dict[int, None] = {}
    virksomheder: dict[int, None] = {}
    for record in records:
        kind = type(record).__name__
        if kind == _VIRKSOMHED:
            virksomheder[record.nr] = None
        elif kind == _BORGER:
            borgere[record.nr] = None
        elif getattr(record, "borger", None) is not None:
            borgere[record.borger] = None
        elif getattr(record, "virksomhed", None) is not None:
            virksomheder[record.virksomhed] = None
    return list(borgere), list(virksomheder)


def _handlinger(done: Iterable[str], command: str) -> list[str]:
    did = set(done)
    if command.partition(" ")[0] == _INSIGHT:
        return [INSIGHT]
    found = [PRINTED] if PRINTED in did else [EXPORTED] if did & {EXPORT, CALENDAR} else []
    found += [DELETED] if ERASING in did else []
    found += [CHANGED] if did - OWN - {PRINTED} else []
    return found or [READ]


def _how_many(store: Store, virksomheder: list[int]) -> int:
    if virksomheder:
        marks = ", ".join("?" for _ in virksomheder)
        return int(store.rows(_AT.format(marks), virksomheder)[0][0])
    return store.listed if store.listed is not None else int(store.rows(_ALL)[0][0])
