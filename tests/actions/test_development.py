"""What has moved since a day, and the sentences that it is drafted in."""

from datetime import date

import pytest

from handed import handed_case, hold
from vforlob.actions.documents.development import Development, draft, gather_development
from vforlob.actions.documents.moves import Move, counted_since, moves
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fremmode
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Timer
from vforlob.store.earlier_values import Changed
from vforlob.store.store import Store

SINCE, TODAY = "2026-11-10", "2026-11-20"
BORGER = Borger(7, "Æ-7")


def opgave(name: str, trin: str) -> Opgave:
    return Opgave(1, 7, 12, name, trin, trin_siden="2026-11-16")


def development(recipient: str = "sagsbehandler", moved: tuple[Move, ...] = (), **columns: object) -> Development:
    case = Case(BORGER)._replace(**columns)  # type: ignore[arg-type]
    return Development(case, recipient, SINCE, TODAY, (), moved)


def stepped(nr: int, dato: str, trin: str, before: str | None = None) -> Changed:
    return Changed("opgave", nr, dato, None if before is None else {"trin": before}, {"trin": trin, "trin_siden": dato})


@pytest.mark.parametrize(
    ("taken", "before"),
    [
        ([stepped(1, "2026-11-04", "ny"), stepped(1, "2026-11-16", "selvstaendigt", "ny")], "ny"),
        ([stepped(1, "2026-11-04", "ny"), stepped(1, "2026-11-09", "oplaeres", "ny")], "oplaeres"),
        ([stepped(1, SINCE, "oplaeres")], "oplaeres"),  # what happened on the day itself is where it begins
        ([stepped(1, "2026-11-12", "ny"), stepped(1, "2026-11-16", "selvstaendigt", "ny")], "ny"),
        ([stepped(1, "2026-11-16", "selvstaendigt")], ""),
        ([stepped(2, "2026-11-04", "med_hjaelp")], ""),
        ([], ""),
    ],
)
def test_a_task_stood_where_it_last_had_come_to_on_the_day(taken: list[Changed], before: str) -> None:
    case = Case(BORGER, opgaver=(opgave("Fejning", "selvstaendigt"),))

    assert [it.before for it in moves(case, taken, SINCE)] == [before]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("oplaeres", "selvstaendigt", "Fejning klares nu selvstændigt."),
        ("ny", "oplaeres", "Oplæringen i fejning er begyndt."),
        ("ny", "med_hjaelp", "Fejning er begyndt og løses med hjælp."),
        ("oplaeres", "med_hjaelp", "Fejning er gået fra oplæring til at blive løst med hjælp."),
        ("", "selvstaendigt", "Fejning er en ny opgave, der klares selvstændigt."),
        ("selvstaendigt", "med_hjaelp", "Fejning løses igen med hjælp."),
        ("med_hjaelp", "ny", "Fejning er sat på pause."),
    ],
)
def test_each_step_has_its_sentence(before: str, now: str, said: str) -> None:
    assert draft(development(moved=(Move(opgave("Fejning", now), before),))) == said


@pytest.mark.parametrize("recipient", ["borger", "sagsbehandler", "journal"])
@pytest.mark.parametrize("before", ["", "ny", "oplaeres", "med_hjaelp", "selvstaendigt"])
@pytest.mark.parametrize("now", ["ny", "oplaeres", "med_hjaelp", "selvstaendigt"])
def test_no_step_leaves_a_gap_in_the_text(recipient: str, before: str, now: str) -> None:
    text = draft(development(recipient, (Move(opgave("Fejning", now), before),)))

    assert "{" not in text
    assert "  " not in text
    assert text.endswith(".")


def test_several_tasks_done_alone_are_one_sentence() -> None:
    moved = (Move(opgave("Fejning", "selvstaendigt"), "oplaeres"), Move(opgave("Kaffe", "selvstaendigt"), "ny"))

    assert draft(development(moved=moved)) == "Fejning og kaffe klares nu selvstændigt."
    assert draft(development("borger", moved)) == "Fejning og kaffe klarer du nu selv."


def test_where_nothing_moved_that_is_said_in_one_sentence() -> None:
    assert draft(development()) == "Der er ikke noteret ændringer i opgaver, timer eller delmål i perioden."
    assert "har du stadig" in draft(development("borger"))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((10, 0), (12.5, 0), "Timetallet er steget fra 10 til 12,5 timer om ugen."),
        ((10, 0), (8, 0), "Timetallet er sat ned fra 10 til 8 timer om ugen."),
        ((10, 0), (10, 0), "Timetallet er uændret 10 timer om ugen."),
        ((10, 0), (8, 2), "Timetallet er uændret 10 timer om ugen. 2 timer om ugen er nu med løn."),
        ((10, 0), (10, 1), "Timetallet er steget fra 10 til 11 timer om ugen. 1 time om ugen er nu med løn."),
    ],
)
def test_hours_are_told_as_they_were_and_as_they_are(
    first: tuple[float, float], last: tuple[float, float], said: str
) -> None:
    timer = (
        Timer(1, 7, 12, "2026-11-04", praktik=first[0], ordinaer=first[1] or None),
        Timer(2, 7, 12, "2026-11-16", praktik=last[0], ordinaer=last[1] or None),
    )

    assert draft(development(timer=timer)) == said


def test_days_are_counted_from_the_day_on() -> None:
    rows = [Fremmode(1, 7, 12, "2026-11-01", SINCE, 5, 1), Fremmode(2, 7, 12, SINCE, "2026-11-16", 4, 3, syg=1)]

    assert counted_since(rows, SINCE) == {"aftalt": 4, "modt": 3, "syg": 1}


def test_a_delmal_that_was_reached_in_the_time_is_praised() -> None:
    reached = Delmal(1, 7, 12, specifikt="Møde kl. 9.", status="naet", status_dato="2026-11-16")
    before = reached._replace(nr=2, specifikt="Før", status_dato=SINCE)

    assert draft(development("borger", delmal=(reached, before))) == "Du har nået dit delmål: Møde kl. 9."


def test_of_a_borger_all_forlob_are_told_together(store: Store) -> None:
    case = handed_case(store)
    with store.doing("prove"):
        other = store.door(Forlob).add(Forlob(0, case.borger.nr, 1, "smajob", "2026-11-10"))
        store.door(Opgave).add(Opgave(0, case.borger.nr, other.nr, "Kaffe", "selvstaendigt", trin_siden="2026-11-12"))
    hold(store, "opfolgning", {Key("lille_skridt", "svar"): "Prøve kassen"}, other, "2026-11-17")

    found = gather_development(store, case.borger, "sagsbehandler", date(2026, 11, 1), date(2026, 11, 20))

    assert {one.opgave for one in found.case.opgaver} == {"Fejning", "Pakkebordet", "Kaffe"}
    assert [one.samtale.agenda for one in found.heard] == ["startmode", "opfolgning", "opfolgning"]
    assert draft(found).endswith("Næste lille skridt er: Prøve kassen.")


def test_what_came_after_a_forlob_was_closed_is_not_part_of_it(store: Store) -> None:
    case = handed_case(store)
    assert case.forlob is not None
    with store.doing("prove"):
        closed = store.door(Forlob).change(case.forlob.nr, status="lukket", lukket="2026-11-17")
    hold(store, "formode", {Key("indsats", "svar"): "NYT"}, closed._replace(nr=0), "2026-11-19")

    found = gather_development(store, closed, "sagsbehandler", date(2026, 11, 1), date(2026, 11, 20))

    assert [one.samtale.dato for one in found.heard] == ["2026-11-02", "2026-11-16"]
