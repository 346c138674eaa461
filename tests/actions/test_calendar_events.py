"""Which appointment goes in the calendar, that it stays the same one when it moves, and what stands in it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from building import finish, make_borger, make_case, make_samtale
from conftest import KEY
from vforlob.actions.calendar import make_event
from vforlob.actions.calendar_days import planned_contacts
from vforlob.errors.kalender import ContactPassed, NoContactPlanned
from vforlob.errors.use import SeveralForlob
from vforlob.model.case import Case
from vforlob.model.eksport import Kalender
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt
from vforlob.store.open import open_store
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

SECRETS = ("B-1", "Ørbæk", "Åse", "Aarhus", "pause", "træt", "lægen", "fejning", "12,5")


@pytest.fixture
def case(store: Store) -> Case:
    """Held on the 20th of November; the next contact is a visit on the 1st of December at half past two."""
    case = make_case(store)
    hold(store, case, "2026-11-20")
    return case


def hold(store: Store, case: Case, day: str, agenda: str = "opfolgning") -> None:
    finish(store, make_samtale(store, case, agenda, dato=day))


def plan(store: Store, case: Case, day: str, kl: str | None = None, form: str | None = None, **over: Any) -> None:
    with store.doing("plan ny"):
        forlob = case.forlob.nr if case.forlob else None
        store.door(Plan).add(Plan(0, case.borger.nr, forlob, day, kl, form)._replace(**over))


def kept(store: Store) -> tuple[Kalender, ...]:
    return store.door(Kalender).find()


# --- which one it is ---


def test_it_is_the_next_contact_with_its_time_and_form(store: Store, case: Case) -> None:
    event = make_event(store, 1)

    assert (event.day, event.clock, event.minutes, event.sequence) == ("2026-12-01", "14:30", 60, 0)
    assert (event.summary, event.agreed) == ("Opfølgning (virksomhedsforløb)", True)
    assert event.description == "Besøg.\nvforlob opfølgning f1"


def test_the_same_appointment_is_the_same_event_again(store: Store, case: Case) -> None:
    assert make_event(store, 1) == make_event(store, 1)
    assert len(kept(store)) == 1


@pytest.mark.parametrize(
    "moved",
    [
        ("2026-12-02", "14:30", "besog"),
        ("2026-12-01", "09:00", "besog"),
        ("2026-12-01", "14:30", "telefon"),
        ("2026-12-01", None, "besog"),
    ],
    ids=["day", "time", "form", "no time"],
)
def test_one_that_moved_keeps_its_uid_and_rises(store: Store, case: Case, moved: tuple[str, Any, str]) -> None:
    first = make_event(store, 1)

    plan(store, case, *moved)
    second = make_event(store, 1)

    assert (second.uid, second.sequence) == (first.uid, 1)
    assert (second.day, second.clock) == moved[:2]
    assert make_event(store, 1) == second
    plan(store, case, "2026-12-01", "14:30", "besog")
    assert make_event(store, 1).sequence == 2


def test_its_stamp_is_when_it_was_made_or_moved(
    store: Store, case: Case, folder: str, now: datetime, clock: Callable[[], datetime]
) -> None:
    first = make_event(store, 1)
    store.close()

    with open_store(folder, KEY, lambda: now + timedelta(days=1)) as later:
        assert make_event(later, 1).stamp == first.stamp
        plan(later, case, "2026-12-03")
        assert make_event(later, 1).stamp == (now + timedelta(days=1)).isoformat(timespec="seconds")


def test_after_a_samtale_with_a_new_date_it_is_another_one(store: Store, case: Case) -> None:
    first = make_event(store, 1)

    hold(store, case, "2026-11-20", "midtvejs")
    plan(store, case, "2026-12-10", "10:00")

    second = make_event(store, 1)
    assert second.uid != first.uid
    assert second.sequence == 0


def test_after_a_samtale_that_moved_nothing_it_is_still_the_same(store: Store, case: Case) -> None:
    first = make_event(store, 1)

    hold(store, case, "2026-11-20", "opkald")
    second = make_event(store, 1)
    plan(store, case, "2026-12-02", "14:30", "besog")
    third = make_event(store, 1)

    assert second == first
    assert (third.uid, third.sequence) == (first.uid, 1)
    assert len(kept(store)) == 1


def test_after_its_day_has_come_and_somebody_was_reached_it_is_another_one(
    store: Store, case: Case, folder: str, now: datetime
) -> None:
    first = make_event(store, 1)
    store.close()

    with open_store(folder, KEY, lambda: now + timedelta(days=12)) as later:
        with later.doing("kontakt"):
            later.door(Kontakt).add(Kontakt(0, 1, 1, "2026-12-01", kanal="telefon", med=("virksomhed",), naet="ja"))
        plan(later, case, "2026-12-10")
        second = make_event(later, 1)

    assert second.uid != first.uid
    assert second.sequence == 0


def test_a_call_before_its_day_leaves_it_where_it_was(store: Store, case: Case) -> None:
    first = make_event(store, 1)

    with store.doing("kontakt"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-20", kanal="telefon", med=("virksomhed",), naet="ja"))

    assert make_event(store, 1) == first


def test_what_stood_before_the_forlob_goes_on_in_it(store: Store) -> None:
    borger = make_borger(store)
    with store.doing("plan ny"):
        store.door(Plan).add(Plan(0, borger.nr, None, "2026-12-01", "10:00", "kommunen"))
    first = make_event(store, None, borger=borger.nr)
    assert (first.summary, first.description) == ("Samtale", "Møde hos kommunen.\nvforlob formøde b1")
    case = make_case(store)
    with store.doing("forlob ret"):
        store.door(Forlob).change(1, borger=borger.nr)
    plan(store, case._replace(borger=borger), "2026-12-02", "10:00", "kommunen")

    second = make_event(store, 1)

    assert (second.uid, second.sequence) == (first.uid, 1)
    assert [row.forlob for row in kept(store)] == [1]


def test_every_uid_is_random_and_another(store: Store) -> None:
    uids = set()
    for _ in range(5):
        case = make_case(store)
        hold(store, case, "2026-11-20")
        assert case.forlob is not None
        uids.add(make_event(store, case.forlob.nr).uid)

    assert len(uids) == 5
    assert {len(uid) for uid in uids} == {len("@vforlob") + 32}


def test_fortryd_leaves_what_was_given_out(store: Store, case: Case) -> None:
    first = make_event(store, 1)

    undo_last(store)

    assert [row.uid for row in kept(store)] == [first.uid]


def test_what_is_agreed_goes_before_a_day_that_a_rule_has_set(store: Store) -> None:
    """The second day of the forløb has passed without a contact; the visit is agreed all the same."""
    case = make_case(store)
    hold(store, case, "2026-11-02", "startmode")

    event = make_event(store, 1)

    assert (event.day, event.clock, event.agreed) == ("2026-12-01", "14:30", True)


def test_a_day_that_only_a_rule_has_set_says_so(store: Store, case: Case) -> None:
    plan(store, case, "2026-12-07", kilde="kontakt_senest_dage")

    event = make_event(store, 1)

    assert (event.clock, event.agreed) == (None, False)
    assert event.summary == "Opfølgning, senest i dag (virksomhedsforløb)"


# --- there is none ---


def test_a_closed_forlob_has_none(store: Store, case: Case) -> None:
    with store.doing("forlob ret"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20")

    with pytest.raises(NoContactPlanned) as caught:
        make_event(store, 1)

    assert (caught.value.number, caught.value.closed) == ("f1", True)
    assert kept(store) == ()


def test_a_borger_without_a_plan_has_none(store: Store) -> None:
    with pytest.raises(NoContactPlanned) as caught:
        make_event(store, None, borger=make_borger(store).nr)

    assert (caught.value.number, caught.value.closed) == ("b1", False)


def test_a_day_that_has_passed_is_said(store: Store, case: Case, folder: str, now: datetime) -> None:
    store.close()

    with open_store(folder, KEY, lambda: now + timedelta(days=30)) as later, pytest.raises(ContactPassed) as caught:
        make_event(later, 1)

    assert (caught.value.number, caught.value.line) == ("f1", "opfølgning f1")


def test_a_borger_in_one_forlob_is_asked_about_with_that_and_in_two_is_not(store: Store, case: Case) -> None:
    assert make_event(store, None, borger=1) == make_event(store, 1)

    with store.doing("forlob ny"):
        store.door(Forlob).add(Forlob(0, 1, 1, "virksomhedspraktik", "2026-11-20"))
    with pytest.raises(SeveralForlob):
        make_event(store, None, borger=1)


# --- what stands in it ---


def test_nothing_of_the_case_stands_in_it(store: Store, case: Case) -> None:
    event = make_event(store, 1, with_agenda=True)

    text = " ".join(map(str, event))
    assert [secret for secret in SECRETS if secret in text] == []


def test_the_name_stands_there_only_when_chosen(store: Store, case: Case) -> None:
    assert make_event(store, 1, with_name=True).summary == "Opfølgning: B-1"


def test_the_points_stand_there_only_when_chosen(store: Store, case: Case) -> None:
    assert len(make_event(store, 1).description.splitlines()) == 2

    lines = make_event(store, 1, with_agenda=True).description.splitlines()

    assert lines[2] == ""
    assert lines[3].startswith("1. ")
    assert len(lines) > 8
    assert not any("Kun til dig" in line for line in lines)


def test_the_place_stands_there_only_when_chosen_and_only_for_a_visit(store: Store, case: Case) -> None:
    assert make_event(store, 1).place == ""
    assert make_event(store, 1, with_place=True).place == "Ørbæk & Søn, Aarhus"

    plan(store, case, "2026-12-01", "14:30", "telefon")
    call = make_event(store, 1, with_place=True)

    assert (call.place, call.minutes) == ("", 20)


def test_what_was_typed_is_cleaned(store: Store, case: Case) -> None:
    other = make_case(store, virksomhed={"navn": "Åse\nEND:VEVENT\x1b[31m\u202e"})
    hold(store, other, "2026-11-20")
    assert other.forlob is not None

    place = make_event(store, other.forlob.nr, with_place=True).place

    assert place.isprintable()
    assert place.startswith("Åse END:VEVENT")


# --- all of them ---


def test_the_contacts_of_the_next_days_come_in_their_order(store: Store, case: Case) -> None:
    other = make_case(store)
    hold(store, other, "2026-11-20")
    plan(store, other, "2026-11-25", "09:00")
    far = make_case(store)
    hold(store, far, "2026-11-20")
    plan(store, far, "2027-01-25", "09:00")
    borger = make_borger(store)
    with store.doing("plan ny"):
        store.door(Plan).add(Plan(0, borger.nr, None, "2026-11-30", "10:00"))

    found = planned_contacts(store)

    assert [(it.day, it.clock, it.forlob) for it in found] == [
        ("2026-11-25", "09:00", 2),
        ("2026-11-30", "10:00", None),
        ("2026-12-01", "14:30", 1),
    ]
    for it in found:
        assert make_event(store, it.forlob, borger=it.borger).day == it.day


def test_a_day_that_only_a_rule_has_set_is_none_of_them(store: Store, case: Case) -> None:
    plan(store, case, "2026-11-27", kilde="kontakt_senest_dage")

    assert planned_contacts(store) == ()


def test_one_that_has_been_met_today_is_none_of_them(store: Store) -> None:
    borger = make_borger(store)
    with store.doing("plan ny"):
        store.door(Plan).add(Plan(0, borger.nr, None, "2026-11-20", "10:00"))
    assert len(planned_contacts(store)) == 1

    with store.doing("kontakt"):
        store.door(Kontakt).add(Kontakt(0, borger.nr, None, "2026-11-20", kanal="telefon", naet="ja"))

    assert planned_contacts(store) == ()
