"""What needs the consultant on a day: each kind of thing is found, once a person. The rules are tested elsewhere."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from building import finish, make_borger, make_case, make_samtale
from vforlob.actions.to_journal import ToJournal
from vforlob.actions.today import Today, gather_today
from vforlob.actions.today_line import Line
from vforlob.cli.today_words import also_of, words_of
from vforlob.model.accounts import Kvittering
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Fravaer, Kontakt, Taet, Udsat
from vforlob.store.journal import newest_event
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

Gather = Callable[[], Today]
BOTH = ("borger", "virksomhed")


@pytest.fixture
def gather(store: Store, today: date, tmp_path: Path) -> Gather:
    return lambda: gather_today(store, today, load_rulebook(str(tmp_path)))


def add(store: Store, *records: Any) -> None:
    with store.doing("prøve"):
        for record in records:
            store.door(type(record)).add(record)


def number(case: Case) -> int:
    assert case.forlob is not None
    return case.forlob.nr


def plan(case: Case, day: str, **over: str) -> Plan:
    return Plan(0, case.borger.nr, number(case), day)._replace(**over)


def spoke(case: Case, day: str, **over: Any) -> Kontakt:
    return Kontakt(0, case.borger.nr, number(case), day, "telefon", BOTH)._replace(**over)


def quiet(store: Store, **over: Any) -> Case:
    """A forløb in its sixth week with nothing to do: somebody was reached yesterday, the next contact is agreed."""
    forlob = {"start": "2026-10-12", "oprettet": "2026-10-12", "vitas": "bevilget", **over.pop("forlob", {})}
    borger = {"malgruppe": "aktivitetsparat", **over.pop("borger", {})}
    case = make_case(store, forlob=forlob, borger=borger, **over)
    with store.doing("prøve"):
        for aftale in store.door(Aftale).find(borger=case.borger.nr):
            store.door(Aftale).change(aftale.nr, hvem=("borger",), frist="2026-12-24")
    finish(store, make_samtale(store, case, "startmode", dato="2026-10-12"))
    add(
        store,
        plan(case, "2026-12-15"),
        spoke(case, "2026-11-19"),
        Taet(0, case.borger.nr, number(case), "2026-10-12", "nej"),
        Delmal(0, case.borger.nr, number(case), frist="2026-12-24"),
        Kvittering(0, "samtale", store.rows("SELECT max(nr) FROM samtale")[0][0]),
    )
    return case


def reasons(lines: tuple[Line, ...]) -> list[str]:
    """Every kind but the early signs, which have tests of their own."""
    return [one.kind for line in lines for one in (line, *line.also) if one.kind != "tegn"]


def test_an_empty_store_has_nobody(gather: Gather) -> None:
    found = gather()

    assert (found.borgere, found.forlobene, found.now, found.soon, found.first) == (0, 0, (), (), None)


def test_a_quiet_day_names_the_next_contact(store: Store, gather: Gather) -> None:
    quiet(store)

    found = gather()

    assert (found.borgere, found.forlobene, found.now, reasons(found.soon)) == (1, 1, (), [])
    assert found.first is not None
    assert found.first.dato == "2026-12-15"


@pytest.mark.parametrize(
    ("frist", "waits", "comes"),
    [
        ("2026-11-17", ["lofte"], []),
        ("2026-11-19", ["lofte"], []),
        ("2026-11-20", [], ["lovet"]),
        ("2026-11-27", [], ["lovet"]),
        ("2026-11-28", [], []),
    ],
)
def test_an_own_promise_waits_by_its_frist(
    store: Store, gather: Gather, frist: str, waits: list[str], comes: list[str]
) -> None:
    case = quiet(store)
    add(store, Aftale(0, case.borger.nr, 1, "ringe til lægen", ("konsulent", "borger"), frist=frist))

    found = gather()

    assert (reasons(found.now), reasons(found.soon)) == (waits, comes)


@pytest.mark.parametrize(("who", "status"), [("borger", "aben"), ("konsulent", "gjort"), ("konsulent", "bortfaldet")])
def test_a_promise_of_others_or_a_settled_one_is_no_own_promise(
    store: Store, gather: Gather, who: str, status: str
) -> None:
    case = quiet(store)
    add(store, Aftale(0, case.borger.nr, 1, "ringe", (who,), frist="2026-11-10", status=status))

    assert reasons(gather().now) == []


@pytest.mark.parametrize(
    ("planned", "reached", "waits", "comes"),
    [
        ("2026-11-18", "2026-11-16", ["kontakt"], []),
        ("2026-11-20", "2026-11-16", ["kontakt"], []),
        ("2026-11-18", "2026-11-18", [], []),
        ("2026-11-18", "2026-11-19", [], []),
        ("2026-11-21", "2026-11-16", [], ["aftalt"]),
        ("2026-11-27", "2026-11-16", [], ["aftalt"]),
        ("2026-11-28", "2026-11-16", [], []),
    ],
)
def test_a_contact_waits_by_its_day_and_by_when_somebody_was_last_reached(
    store: Store, gather: Gather, planned: str, reached: str, waits: list[str], comes: list[str]
) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        store.door(Kontakt).change(store.door(Kontakt).find()[0].nr, dato=reached)
    add(store, plan(case, planned))

    found = gather()

    assert (reasons(found.now), reasons(found.soon)) == (waits, comes)


def test_an_attempt_without_an_answer_does_not_count_as_contact(store: Store, gather: Gather) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        store.door(Kontakt).change(store.door(Kontakt).find()[0].nr, dato="2026-11-16")
    add(store, plan(case, "2026-11-18"), spoke(case, "2026-11-19", naet="nej"))

    assert reasons(gather().now) == ["kontakt"]


def test_a_closed_forlob_is_no_contact_any_more(store: Store, gather: Gather) -> None:
    case = quiet(store)
    add(store, plan(case, "2026-11-10"))
    with store.doing("prøve"):
        store.door(Forlob).change(number(case), status="lukket", lukket="2026-11-16", udfald="job")

    found = gather()

    assert found.forlobene == 0
    assert set(reasons(found.now)) == {"lukket"}


def test_a_forlob_that_was_closed_without_a_next_step_or_a_note_stands_out(store: Store, gather: Gather) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        store.door(Forlob).change(number(case), status="lukket", lukket="2026-11-16", udfald="afbrudt_borger")

    (line,) = gather().now

    assert {one.kilde for one in (line, *line.also)} >= {"naeste_skridt_mangler", "laering_mangler"}


def test_long_after_it_was_closed_nobody_is_reminded(store: Store, gather: Gather) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        store.door(Forlob).change(number(case), status="lukket", lukket="2026-08-01", udfald="afbrudt_borger")

    assert gather().now == ()


def test_eftervaern_of_a_closed_forlob_comes_on_its_day(store: Store, gather: Gather) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        store.door(Kontakt).change(store.door(Kontakt).find()[0].nr, dato="2026-11-09")
        store.door(Forlob).change(
            number(case), status="lukket", lukket="2026-11-10", udfald="job", eftervaern="2027-11-10"
        )
        for row in store.door(Plan).find():
            store.door(Plan).remove(row.nr)

    (line,) = gather().now

    assert ("eftervaern", "2026-11-17") in [(one.agenda, one.dato) for one in (line, *line.also)]


@pytest.mark.parametrize(
    ("slut", "waits", "comes"),
    [("2026-11-19", ["slut"], []), ("2026-12-01", [], ["slutter"]), ("2026-12-20", [], [])],
)
def test_a_forlob_that_ends_is_named_before_and_after(
    store: Store, gather: Gather, slut: str, waits: list[str], comes: list[str]
) -> None:
    case = quiet(store, forlob={"slut": slut})
    finish(store, make_samtale(store, case, "midtvejs", dato="2026-11-10"))
    with store.doing("prøve"):
        for row in store.door(Plan).find():
            store.door(Plan).remove(row.nr)

    found = gather()

    told = [kind for kind in reasons(found.soon) if kind != "aftalt"]
    assert (reasons(found.now), told) == (waits, comes)


@pytest.mark.parametrize(
    ("start", "waits", "comes"),
    [("2026-11-18", True, False), ("2026-11-25", False, True), ("2027-01-18", False, False)],
)
def test_a_bevilling_that_is_not_there_is_named_by_the_first_day(
    store: Store, gather: Gather, start: str, waits: bool, comes: bool
) -> None:
    quiet(store, forlob={"start": start, "vitas": "sendt"})

    found = gather()

    assert ("vitas" in reasons(found.now), "vitas" in reasons(found.soon)) == (waits, comes)


def test_a_praktik_longer_than_the_rules_say_is_named_when_the_limit_is_near(store: Store, gather: Gather) -> None:
    quiet(store, forlob={"slut": "2027-09-01"}, borger={"malgruppe": "jobklar dagpengemodtager"})

    found = gather()

    assert "graense" in reasons(found.soon)


def test_a_delmal_over_its_day_waits_in_the_forlob_the_borger_is_in(store: Store, gather: Gather) -> None:
    case = quiet(store)
    add(store, Delmal(0, case.borger.nr, None, specifikt="møde kl. 9", frist="2026-11-18"))

    (line,) = gather().now

    assert (line.kind, line.whose.forlob) == ("delmal", number(case))


@pytest.mark.parametrize(("henvist", "waits"), [("2026-11-12", ["venter"]), ("2026-11-13", []), (None, [])])
def test_a_borger_waits_from_the_sixth_working_day_after_she_was_referred(
    store: Store, gather: Gather, henvist: str | None, waits: list[str]
) -> None:
    make_borger(store, henvist=henvist)

    assert reasons(gather().now) == waits


def test_a_borger_who_has_been_spoken_with_does_not_wait(store: Store, gather: Gather) -> None:
    borger = make_borger(store, henvist="2026-11-02")
    add(store, Kontakt(0, borger.nr, None, "2026-11-03", "telefon", ("borger",)))

    assert gather().now == ()


def test_what_is_followed_closely_comes_first_among_contacts(store: Store, gather: Gather) -> None:
    first, second = quiet(store), quiet(store)
    with store.doing("prøve"):
        for row in store.door(Kontakt).find():
            store.door(Kontakt).change(row.nr, dato="2026-11-16")
    add(
        store,
        plan(first, "2026-11-17"),
        plan(second, "2026-11-18"),
        Taet(0, second.borger.nr, number(second), "2026-11-16", "ja"),
    )

    assert [line.whose.alias for line in gather().now] == [second.borger.alias, first.borger.alias]


@pytest.mark.parametrize(
    ("agenda", "said", "command"),
    [
        ("opfolgning", "Opfølgningen fra torsdag den 19. november er ikke færdig.", "opfølgning f1"),
        ("startmode", "Startmødet fra torsdag den 19. november er ikke færdigt.", "startmøde f1"),
        ("trivsel", "Samtalen fra torsdag den 19. november er ikke færdig.", "fortsæt"),
    ],
)
def test_a_draft_waits_with_the_name_of_its_samtale(
    store: Store, gather: Gather, today: date, agenda: str, said: str, command: str
) -> None:
    make_samtale(store, quiet(store), agenda, dato="2026-11-19")

    (line,) = gather().now

    assert (words_of(line, today).why, words_of(line, today).command) == (said, command)


def test_a_correction_that_was_begun_waits_too(store: Store, gather: Gather, today: date) -> None:
    case = quiet(store)
    samtale = finish(store, make_samtale(store, case, dato="2026-11-19"))
    with store.doing("prøve"):
        store.door(type(samtale)).change(samtale.nr, kladde_udgave=2)

    (line,) = gather().now

    assert words_of(line, today) == (
        "Rettelsen af opfølgningen fra torsdag den 19. november er ikke færdig.",
        "Gør den færdig.",
        f"samtale ret s{samtale.nr}",
    )


def test_a_borger_without_a_forlob_is_called_too(store: Store, gather: Gather, today: date) -> None:
    borger = make_borger(store)
    add(store, Plan(0, borger.nr, None, "2026-11-19"))

    (line,) = gather().now

    assert words_of(line, today).command == f"formøde b{borger.nr}"


def test_everything_about_one_forlob_is_one_entry_and_what_to_do_belongs_to_the_first_reason(
    store: Store, gather: Gather, today: date
) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        store.door(Kontakt).change(store.door(Kontakt).find()[0].nr, dato="2026-11-16")
    add(
        store,
        plan(case, "2026-11-18"),
        Aftale(0, case.borger.nr, 1, "ringe til lægen", ("konsulent",), frist="2026-11-17"),
    )

    (line,) = gather().now

    assert words_of(line, today)[:2] == (
        "Du lovede: Ringe til lægen. Det er 3 dage over tid.",
        "Hold, hvad du lovede, eller aftal en ny dag.",
    )
    assert also_of(line, today)[0] == "Opfølgningen skulle have været onsdag den 18. november, for 2 dage siden."


def test_everything_without_a_receipt_waits_for_the_journal_however_old_it_is(store: Store, gather: Gather) -> None:
    case = quiet(store)
    receipt_everything(store)
    old, new = (finish(store, make_samtale(store, case, dato=day)) for day in ("2026-08-05", "2026-11-18"))
    add(store, Fravaer(0, case.borger.nr, number(case), "2026-11-18", "syg"))

    before = gather()
    add(store, Kvittering(0, "samtale", new.nr, "2026-11-20"), Kvittering(0, "fravaer", 1, "2026-11-20"))
    after = gather()

    assert [it.samtale for it in before.journal] == [new.nr, old.nr]
    assert before.to_journal == ToJournal({"samtale": 2, "fravaer": 1}, 3, "2026-08-05")
    assert after.to_journal == ToJournal({"samtale": 1}, 1, "2026-08-05")


@pytest.mark.parametrize(
    ("day", "late"),
    [
        ("2026-11-18", 1),  # Wednesday: Thursday was its day
        ("2026-11-19", 1),  # Thursday: today, Friday
        ("2026-11-20", 0),  # today
        ("2026-11-21", 0),
    ],
)
def test_a_note_is_reminded_of_after_one_working_day(store: Store, gather: Gather, day: str, late: int) -> None:
    case = quiet(store)
    receipt_everything(store)
    add(store, Fravaer(0, case.borger.nr, number(case), day, "syg"))

    assert gather().to_journal.late == late


def receipt_everything(store: Store) -> None:
    for emne, nr in store.rows("SELECT emne, emne_nr FROM til_journal"):
        add(store, Kvittering(0, emne, nr, "2026-11-20", None, newest_event(store)))


def put_off(case: Case, hvad: str, til: str, nr: int = 0) -> Udsat:
    return Udsat(0, case.borger.nr, number(case), hvad, nr, til, "ferie", "2026-11-19")


@pytest.mark.parametrize(("til", "waits"), [("2026-11-19", 1), ("2026-11-20", 1), ("2026-11-21", 0)])
def test_what_was_put_off_is_away_until_its_day(store: Store, gather: Gather, til: str, waits: int) -> None:
    case = quiet(store)
    add(store, Aftale(0, case.borger.nr, 1, "ringe", ("konsulent",), frist="2026-11-10"))
    nr = store.rows("SELECT max(nr) FROM aftale")[0][0]
    add(store, put_off(case, "lofte", til, nr))

    found = gather()

    assert (len(found.now), len(found.put_off)) == (waits, 1 - waits)


def test_another_promise_of_the_same_person_shows_all_the_same(store: Store, gather: Gather) -> None:
    case = quiet(store)
    for hvad in ("ringe", "skrive"):
        add(store, Aftale(0, case.borger.nr, 1, hvad, ("konsulent",), frist="2026-11-10"))
    nr = store.rows("SELECT max(nr) FROM aftale")[0][0]
    add(store, put_off(case, "lofte", "2026-12-01", nr))

    (line,) = gather().now

    assert line.text == "ringe"


def test_a_promise_that_was_put_off_before_its_day_returns_when_it_is_overdue(
    store: Store, tmp_path: Path, today: date
) -> None:
    case = quiet(store)
    add(store, Aftale(0, case.borger.nr, 1, "ringe", ("konsulent",), frist="2026-11-21"))
    nr = store.rows("SELECT max(nr) FROM aftale")[0][0]
    add(store, put_off(case, "lovet", "2026-12-18", nr))
    rules = load_rulebook(str(tmp_path))

    assert reasons(gather_today(store, today, rules).soon) == []
    assert reasons(gather_today(store, today + timedelta(days=2), rules).now) == ["lofte"]


@pytest.mark.parametrize("offset", range(-40, 101, 7))
def test_on_any_day_every_line_has_a_reason_something_to_do_and_a_command(
    store: Store, now: datetime, tmp_path: Path, offset: int
) -> None:
    case = make_case(store)
    make_case(store, forlob={"start": "2026-10-01", "slut": "2026-12-01"})
    make_samtale(store, case)
    add(store, Taet(0, case.borger.nr, 1, "2026-11-03", "ja"), Plan(0, make_borger(store).nr, None, "2026-11-25"))
    day = now.date() + timedelta(days=offset)

    found = gather_today(store, day, load_rulebook(str(tmp_path)))

    lines = (*found.now, *found.soon)
    assert lines
    assert len({line.person for line in lines}) == len(lines)
    for line in lines:
        words = words_of(line, day)
        assert all(said.endswith(".") for said in (words.why, words.do, *also_of(line, day)))
        assert words.command
