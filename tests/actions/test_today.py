"""What needs the consultant on a day: each kind of thing is found, in order, once a person."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from building import finish, make_borger, make_case, make_samtale
from vforlob.actions.today import Line, Today, gather_today
from vforlob.cli.today_words import words_of
from vforlob.model.accounts import Kvittering
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt, Taet
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

Gather = Callable[[], Today]


@pytest.fixture
def gather(store: Store, today: date, tmp_path: Path) -> Gather:
    return lambda: gather_today(store, today, load_rulebook(str(tmp_path)))


def add(store: Store, *records: Plan | Aftale | Kontakt | Taet | Kvittering) -> None:
    with store.doing("prøve"):
        for record in records:
            store.door(type(record)).add(record)


def plan(case: Case, day: str, **over: str) -> Plan:
    forlob = case.forlob.nr if case.forlob else None
    return Plan(0, case.borger.nr, forlob, day)._replace(**over)


def quiet(store: Store, **over: object) -> Case:
    """A forløb with nothing to do: the next contact is far away and no promise is the consultant's."""
    case = make_case(store, **over)
    with store.doing("prøve"):
        for aftale in store.door(Aftale).find(borger=case.borger.nr):
            store.door(Aftale).change(aftale.nr, hvem=("borger",))
    add(store, plan(case, "2026-12-15"))
    finish(store, make_samtale(store, case, "startmode", dato="2026-11-03"))
    return case


def kinds(lines: tuple[Line, ...]) -> list[str]:
    return [line.kind for line in lines]


def test_an_empty_store_has_nobody(gather: Gather) -> None:
    found = gather()

    assert (found.borgere, found.forlobene, found.now, found.soon, found.first) == (0, 0, (), (), None)


def test_a_quiet_day_names_the_next_contact(store: Store, gather: Gather) -> None:
    quiet(store)

    found = gather()

    assert (found.borgere, found.forlobene, found.now, found.soon) == (1, 1, (), ())
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

    assert (kinds(found.now), kinds(found.soon)) == (waits, comes)


@pytest.mark.parametrize(("who", "status"), [("borger", "aben"), ("konsulent", "gjort"), ("konsulent", "bortfaldet")])
def test_a_promise_of_others_or_a_settled_one_does_not_wait(
    store: Store, gather: Gather, who: str, status: str
) -> None:
    case = quiet(store)
    add(store, Aftale(0, case.borger.nr, 1, "ringe", (who,), frist="2026-11-10", status=status))

    assert gather().now == ()


@pytest.mark.parametrize(
    ("planned", "reached", "waits", "comes"),
    [
        ("2026-11-18", "2026-11-09", ["kontakt"], []),
        ("2026-11-20", "2026-11-09", ["kontakt"], []),
        ("2026-11-18", "2026-11-18", [], []),
        ("2026-11-18", "2026-11-19", [], []),
        ("2026-10-15", "2026-10-16", ["tavs"], []),
        ("2026-11-21", "2026-11-09", [], ["aftalt"]),
        ("2026-11-27", "2026-11-09", [], ["aftalt"]),
        ("2026-11-28", "2026-11-09", [], []),
    ],
)
def test_a_contact_waits_by_its_day_and_by_when_somebody_was_last_reached(
    store: Store, gather: Gather, planned: str, reached: str, waits: list[str], comes: list[str]
) -> None:
    case = make_case(store, forlob={"start": "2026-08-03"})
    with store.doing("prøve"):
        for aftale in store.door(Aftale).find():
            store.door(Aftale).change(aftale.nr, hvem=("borger",))
    add(store, plan(case, planned), Kontakt(0, case.borger.nr, 1, reached, "telefon"))

    found = gather()

    assert (kinds(found.now), kinds(found.soon)) == (waits, comes)


def test_an_attempt_without_an_answer_does_not_count_as_contact(store: Store, gather: Gather) -> None:
    case = quiet(store)
    add(store, plan(case, "2026-11-18"), Kontakt(0, case.borger.nr, 1, "2026-11-19", "telefon", naet="nej"))

    assert kinds(gather().now) == ["kontakt"]


def test_the_newest_plan_counts(store: Store, gather: Gather) -> None:
    case = quiet(store)
    add(store, plan(case, "2026-11-18"), plan(case, "2026-12-20"))

    assert gather().now == ()


def test_a_closed_forlob_is_left_alone(store: Store, gather: Gather) -> None:
    case = quiet(store)
    add(store, plan(case, "2026-11-10"))
    with store.doing("prøve"):
        store.door(Forlob).change(case.forlob.nr if case.forlob else 0, status="lukket")

    found = gather()

    assert (found.now, found.soon, found.forlobene) == ((), (), 0)


@pytest.mark.parametrize(
    ("slut", "waits", "comes"),
    [
        ("2026-11-19", ["slut"], []),
        ("2026-11-20", [], ["slutter"]),
        ("2026-12-04", [], ["slutter"]),
        ("2026-12-05", [], []),
    ],
)
def test_a_forlob_that_ends_is_named_before_and_after(
    store: Store, gather: Gather, slut: str, waits: list[str], comes: list[str]
) -> None:
    quiet(store, forlob={"slut": slut})

    found = gather()

    assert (kinds(found.now), kinds(found.soon)) == (waits, comes)


@pytest.mark.parametrize(
    ("svar", "reached", "waits"),
    [("ja", "2026-11-06", ["taet"]), ("ja", "2026-11-07", []), ("nej", "2026-11-06", []), ("obs", "2026-11-06", [])],
)
def test_what_is_followed_closely_waits_sooner(
    store: Store, gather: Gather, svar: str, reached: str, waits: list[str]
) -> None:
    case = quiet(store)
    add(store, Taet(0, case.borger.nr, 1, "2026-11-03", svar), Kontakt(0, case.borger.nr, 1, reached, "telefon"))

    assert kinds(gather().now) == waits


def test_what_is_followed_closely_comes_first_among_contacts(store: Store, gather: Gather) -> None:
    first, second = quiet(store), quiet(store)
    add(store, plan(first, "2026-11-10"), plan(second, "2026-11-18"), Taet(0, second.borger.nr, 2, "2026-11-03", "ja"))

    assert [line.whose.alias for line in gather().now] == [second.borger.alias, first.borger.alias]


def test_a_draft_waits_with_the_name_of_its_samtale(store: Store, gather: Gather, today: date) -> None:
    case = quiet(store)
    make_samtale(store, case, dato="2026-11-19")

    (line,) = gather().now

    assert words_of(line, today)[:2] == (
        "Opfølgningen fra torsdag den 19. november er ikke færdig.",
        "Gør den færdig.",
    )


def test_a_forlob_without_any_plan_is_not_forgotten(store: Store, gather: Gather, today: date) -> None:
    case = quiet(store)
    with store.doing("prøve"):
        for row in store.door(Plan).find():
            store.door(Plan).remove(row.nr)

    (line,) = gather().now

    assert (line.kind, line.whose.forlob) == ("uden_plan", case.forlob.nr if case.forlob else 0)


def test_a_borger_without_a_forlob_is_called_too(store: Store, gather: Gather, today: date) -> None:
    borger = make_borger(store)
    add(store, Plan(0, borger.nr, None, "2026-11-19"))

    (line,) = gather().now

    assert words_of(line, today).command == f"formøde b{borger.nr}"


def test_everything_about_one_forlob_is_one_line(store: Store, gather: Gather, today: date) -> None:
    case = quiet(store, forlob={"slut": "2026-11-18"})
    add(
        store,
        plan(case, "2026-11-18"),
        Aftale(0, case.borger.nr, 1, "ringe til lægen", ("konsulent",), frist="2026-11-17"),
        Taet(0, case.borger.nr, 1, "2026-11-03", "ja"),
    )

    (line,) = gather().now

    assert [line.kind, *kinds(line.also)] == ["lofte", "kontakt", "slut"]
    assert words_of(line, today).why == (
        "Tæt opfølgning. Du lovede: Ringe til lægen. Det er 3 dage over tid. "
        "Opfølgningen skulle have været onsdag den 18. november, for 2 dage siden. "
        "Forløbet sluttede onsdag den 18. november og er ikke lukket."
    )


def test_a_finished_samtale_waits_for_the_journal_until_it_has_its_receipt(store: Store, gather: Gather) -> None:
    case = quiet(store)
    old, new = (finish(store, make_samtale(store, case, dato=day)) for day in ("2026-11-05", "2026-11-18"))

    before = [it.samtale for it in gather().journal]
    add(store, Kvittering(0, "samtale", new.nr, "2026-11-20"))

    assert before == [new.nr]
    assert old.nr not in before
    assert gather().journal == ()


@pytest.mark.parametrize("offset", range(-40, 41, 4))
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
    assert len({(line.whose.borger, line.whose.forlob) for line in lines}) == len(lines)
    for line in lines:
        words = words_of(line, day)
        assert words.why.endswith(".")
        assert words.do.endswith(".")
        assert words.command.split()[-1][0] in "bf"
