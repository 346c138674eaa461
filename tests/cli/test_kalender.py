"""`vforlob kalender`: the next contact as a file for the calendar, as a consultant and a script use it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from building import finish, make_case, make_samtale
from conftest import KEY, NOW
from running import Ran, run
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob, Plan
from vforlob.store.open import open_store
from vforlob.store.store import Store

OnFolder = Callable[..., Ran]


@pytest.fixture
def made(store: Store, folder: str) -> OnFolder:
    """One forløb with an agreed visit on the 1st of December."""
    case = make_case(store, borger={"alias": "Æ-7"})
    finish(store, make_samtale(store, case))
    store.close()
    return lambda *line, **more: run("kalender", *line, folder=folder, **more)


def event_in(path: str | Path) -> Any:
    events = Calendar.from_ical(Path(path).read_bytes()).walk("VEVENT")
    assert len(events) == 1
    return events[0]


def last_line(ran: Ran) -> str:
    assert ran.code == 0, ran.err
    return ran.err.splitlines()[-1]


def test_the_path_of_the_file_is_the_last_line(made: OnFolder, folder: str) -> None:
    ran = made("f1")

    path = last_line(ran)
    assert (ran.out, os.path.dirname(path)) == ("", os.path.join(folder, "eksport"))
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert "Tirsdag den 1. december 2026 (uge 49) kl. 14.30." in ran.err
    assert event_in(path)["summary"] == "Opfølgning (virksomhedsforløb)"


@pytest.mark.parametrize("named", ["f1", "F1", "1", "b1", "Æ-7", "ae-7"])
def test_a_forlob_a_borger_or_an_alias_will_do(made: OnFolder, named: str) -> None:
    assert event_in(last_line(made(named)))["dtstart"].dt.isoformat() == "2026-12-01T14:30:00+01:00"


def test_made_twice_it_is_the_same_file_under_another_name(made: OnFolder) -> None:
    first, second = (Path(last_line(made("f1"))) for _ in range(2))

    assert first != second
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("option", "field", "words"),
    [
        ("--navn", "summary", "Opfølgning: Æ-7"),
        ("--sted", "location", "Ørbæk & Søn, Aarhus"),
        ("--dagsorden", "description", "1. "),
    ],
)
def test_what_others_might_read_stands_there_only_when_chosen(
    made: OnFolder, option: str, field: str, words: str
) -> None:
    without, chosen = event_in(last_line(made("f1"))), event_in(last_line(made("f1", option)))

    assert words not in str(without.get(field, ""))
    assert words in str(chosen[field])
    assert str(chosen["uid"]) == str(without["uid"])
    assert str(chosen["class"]) == "PRIVATE"


def test_a_moved_one_says_that_the_calendar_follows(made: OnFolder, folder: str) -> None:
    first = event_in(last_line(made("f1")))
    with open_store(folder, KEY, lambda: NOW) as opened, opened.doing("plan ny"):
        opened.door(Plan).add(Plan(0, 1, 1, "2026-12-02", "09:00", "telefon"))

    ran = made("f1")

    second = event_in(last_line(ran))
    assert (second["uid"], second["sequence"]) == (first["uid"], 1)
    assert "bliver den flyttet" in ran.err


def test_it_goes_where_it_is_told(made: OnFolder, tmp_path: Path) -> None:
    assert last_line(made("f1", "--ud", str(tmp_path / "møde.ics"))) == str(tmp_path / "møde.ics")
    assert made("f1", "--ud", str(tmp_path / "møde.ics")).code == 2
    assert made("f1", "--ud", str(tmp_path / "møde.ics"), "--overskriv").code == 0
    assert made("f1", "--ud", str(tmp_path / "møde.pdf")).code == 2
    assert os.path.dirname(last_line(made("f1", "--ud", str(tmp_path)))) == str(tmp_path)


def test_alone_it_makes_a_file_of_each_contact_of_the_next_days(made: OnFolder, folder: str) -> None:
    ran = made()

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("f1 ")
    assert event_in(ran.out.split()[-1])["summary"] == "Opfølgning (virksomhedsforløb)"


def test_alone_with_several_it_makes_several(folder: str, store: Store, tmp_path: Path) -> None:
    for _ in range(3):
        finish(store, make_samtale(store, make_case(store)))
    store.close()

    ran = run("kalender", folder=folder)

    paths = [line.split()[-1] for line in ran.out.splitlines()]
    assert ran.code == 0
    assert len({str(event_in(path)["uid"]) for path in paths}) == 3
    assert run("kalender", "--ud", str(tmp_path / "alle.ics"), folder=folder).code == 2
    assert not (tmp_path / "alle.ics").exists()
    (tmp_path / "ud").mkdir()
    assert run("kalender", "--ud", str(tmp_path / "ud"), folder=folder).code == 0
    assert len(os.listdir(tmp_path / "ud")) == 3


def test_alone_with_none_it_says_so(folder: str, store: Store) -> None:
    store.close()

    ran = run("kalender", folder=folder)

    assert (ran.code, ran.out) == (0, "Der er ingen aftalte kontakter de næste 14 dage.\n")


@pytest.mark.parametrize(("named", "code"), [("f9", 3), ("b9", 3), ("v1", 2), ("s1", 2), ("X-9", 3)])
def test_what_is_not_there_is_said(made: OnFolder, named: str, code: int) -> None:
    ran = made(named)

    assert (ran.code, ran.out) == (code, "")
    assert "Traceback" not in ran.err


def test_a_closed_forlob_has_nothing_to_put_in(folder: str, store: Store) -> None:
    make_case(store)
    with store.doing("forlob ret"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20")
    store.close()

    ran = run("kalender", "f1", folder=folder)

    assert ran.code == 3
    assert "lukket" in ran.err


def test_every_file_is_registered(made: OnFolder, folder: str) -> None:
    path = last_line(made("f1"))

    with open_store(folder, KEY, lambda: NOW) as opened:
        rows = opened.door(Eksport).find()
    assert [(row.hvad, row.format, row.sti, row.borger, row.forlob) for row in rows] == [
        ("kalender", "ics", path, 1, 1)
    ]
