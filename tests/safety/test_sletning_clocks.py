"""Two hundred clocks, back and forth between 1970 and 2099: nothing is deleted because of one, and order is kept."""

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from building import finish, make_case, make_samtale
from figures import reached
from running import run
from vforlob.model.accounts import Kvittering
from vforlob.model.kontakt import Kontakt
from vforlob.store.chain import verify
from vforlob.store.open import open_store
from vforlob.store.store import Store

pytestmark = [pytest.mark.safety, pytest.mark.tal]

CLOCKS = 200
# The ends of what a clock can show, leap days, turns of the year, and the hours that come twice or never.
ODD = (
    *("1970-01-01T00:00", "2099-12-31T23:59", "2000-02-29T12:00", "2028-02-29T12:00", "2026-12-31T23:59"),
    *("2027-01-01T00:00", "2026-10-25T02:30", "2026-10-25T03:30", "2027-03-28T01:59", "2027-03-28T03:00"),
    *("2038-01-19T03:14", "2026-11-20T13:00"),
)
# What runs when she starts, looks and lists; with a yes only where no clock would be believed.
LOOKING = (("i-dag",), ("slettefrister",), ("forløb", "liste"), ("slettefrister", "--json"), ("borger", "liste"))
WITH_A_YES = ("slettefrister", "--ja", "alt")
HELD = ("borger", "samtale", "kontakt", "svar_nu", "kladde", "virksomhed", "opslag")


def test_no_clock_deletes_anything(store: Store, folder: str, key: bytes) -> None:
    overdue(store)
    store.close()
    deleted = refused = written = 0
    before = counted(folder, key)

    for place, moment in enumerate(clocks()):
        now = {"VFORLOB_NU": moment}
        looked = run(*LOOKING[place % len(LOOKING)], folder=folder, env=now)
        assert looked.code == 0 or (looked.code == 4 and moment < "2026"), "the rules begin later than such a clock"
        if moment[:4] not in {"2026", "2027"}:
            refused += run(*WITH_A_YES, folder=folder, env=now).code == 2
        written += written_at(moment, folder, key)
        after = counted(folder, key)
        deleted += any(after[table] < before[table] for table in HELD) or after["sletning"] != 0
        before = after

    with open_store(folder, key, lambda: datetime.fromisoformat("2026-11-20T13:00+01:00")) as again:
        numbers = [nr for (nr,) in again.rows("SELECT nr FROM haendelse ORDER BY nr")]
        contacts = [nr for (nr,) in again.rows("SELECT emne_nr FROM haendelse WHERE emne = 'kontakt' ORDER BY nr")]
        whole = verify(again).breaks
        times = [tid for (tid,) in again.rows("SELECT tid_utc FROM haendelse ORDER BY nr")]
        flagged = again.rows("SELECT count(*) FROM haendelse WHERE ur_flag = 1")[0][0]

    assert (deleted, written) == (0, CLOCKS)
    assert refused > CLOCKS // 2
    assert (numbers, contacts, whole) == (list(range(1, len(numbers) + 1)), sorted(contacts), ())
    assert times != sorted(times), "the clock ran back, and the order is that of the numbers"
    assert flagged > CLOCKS // 4
    reached(
        18,
        "Ure fra 1970 til 2099, frem, tilbage og over sommertid",
        required="200, 0 automatiske sletninger, rækkefølgen holdt",
        reached=f"{CLOCKS}, {deleted} automatiske sletninger, {len(numbers)} hændelser i rækkefølge",
        control=by_the_clock_alone(folder, key),
    )


def written_at(moment: str, folder: str, key: bytes) -> int:
    """Something is done by that clock, so that the newest event is as wrong as the clock."""
    there = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Copenhagen"))
    with open_store(folder, key, lambda: there) as store, store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, moment[:10], tekst="Hun ringede"))
    return 1


def by_the_clock_alone(folder: str, key: bytes) -> str:
    """What a program that believed its clock would delete in 2099."""
    from vforlob.actions.slettefrister import gather_due

    moment = datetime.fromisoformat("2099-12-31T12:00+01:00")
    with open_store(folder, key, lambda: moment) as store:
        due = gather_due(store, moment.date())
    found = len(due.words) + len(due.drafts) + due.log.many
    assert found
    return f"et program, der fulgte uret, ville slette {found} ting i 2099"


def clocks() -> list[str]:
    dice = random.Random(18)
    first = datetime(1970, 1, 1)
    drawn = [first + timedelta(minutes=dice.randrange(130 * 365 * 24 * 60)) for _ in range(CLOCKS - len(ODD))]
    found = [*ODD, *(moment.isoformat(timespec="minutes") for moment in drawn)]
    dice.shuffle(found)
    return found


def overdue(store: Store) -> None:
    """Two samtaler with their receipts, a draft and old look-ups: by a clock that is late enough all of it is due."""
    case = make_case(store)
    held = [finish(store, make_samtale(store, case, dato=day)) for day in ("2026-11-05", "2026-11-12")]
    make_samtale(store, case)
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, case.borger.nr, 1, "2026-11-05", tekst="Hun ringede"))
    newest = store.rows("SELECT max(nr) FROM haendelse")[0][0]
    with store.doing("kvittering"):
        for emne, nr in (("samtale", held[0].nr), ("kontakt", 1)):
            store.door(Kvittering).add(Kvittering(0, emne, nr, "2026-11-12", 1, newest))
    store.rows("INSERT INTO opslag(tid, handling) VALUES('2026-11-05T12:00:00Z', 'læst')")


def counted(folder: str, key: bytes) -> dict[str, int]:
    with open_store(folder, key, lambda: datetime.fromisoformat("2026-11-20T13:00+01:00")) as store:
        tables = (*HELD, "sletning")
        return {table: store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}
