"""What the derived agendas ask for that the others do not: themes, scores, delmål, days; a correction dropped."""

import pytest

from building import make_case
from meeting import InTurn, Once, Person, hold, shipped
from meetings import MEETINGS
from vforlob.actions.asking import ALONE, SHARED, Answered, Question
from vforlob.actions.drafts import begin_correction, open_sitting
from vforlob.actions.fill import fill
from vforlob.actions.hold import DROPPED, FINISHED, HeldResult, hold_samtale
from vforlob.actions.thorough import NEVER_SPOKEN, points_of_new_host, reason_to_be_thorough
from vforlob.errors.answer import BadAnswer
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key, Value
from vforlob.model.delmal import Delmal
from vforlob.model.kontakt import Fremmode, Kontakt
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.rebuild import differences
from vforlob.store.store import Store

SUMMARY = "Nummer retter"


def person_for(name: str) -> Person:
    return Person(*MEETINGS[name])


def held(store: Store, person: Person, name: str) -> HeldResult:
    return hold(store, shipped(store, name), load_case(store, forlob=1), person)


def said(store: Store, samtale: int = 1) -> dict[Key, Value]:
    return answers_of(store, samtale, 1)


def questions(person: Person, text: str) -> list[Question]:
    return [question for question in person.asked if question.text == text]


def with_delmal(store: Store) -> None:
    make_case(store)
    with store.doing("delmal ny"):
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="Møde kl. 9", frist="2026-11-30", delt="ja"))
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="Spise med holdet"))


# --- themes


def test_every_theme_is_a_row_and_is_scored_by_all_three_when_the_meeting_is_over(store: Store) -> None:
    make_case(store)
    person = person_for("midtvejs")

    held(store, person, "midtvejs")

    themes = [str(said(store)[Key("skema", "tema", row)]) for row in range(1, 7)]
    assert themes == ["fremmode", "ansvarlighed", "samarbejdsevne", "opgaver", "initiativ", "trivsel"]
    scores = questions(person, "Borgerens svar") + questions(person, "Konsulentens svar")
    assert len(scores) == 12
    assert {question.page for question in scores} == {ALONE}
    assert scores[0].title == "Sådan går det, tema for tema · fremmøde og mødetid"


def test_the_table_is_shown_the_themes_and_no_score(store: Store) -> None:
    make_case(store)
    person = person_for("midtvejs")

    held(store, person, "midtvejs")

    shown = [question for question in person.asked if question.page == SHARED and "- Samarbejde" in question.shown]
    assert len(shown) == 1
    assert not any("svar" in question.text for question in person.asked if question.page == SHARED)


def test_a_borger_alone_with_the_konsulent_scores_at_the_table(store: Store) -> None:
    make_case(store)
    person = person_for("midtvejs")
    person.said = {**person.said, ("Hvem og hvornår", "Hvem er med?"): "borger, konsulent"}
    person.said = {place: text for place, text in person.said.items() if "alene" not in place[1]}

    held(store, person, "midtvejs")

    assert {question.page for question in questions(person, "Borgerens svar")} == {SHARED}
    assert questions(person, "Virksomhedens svar") == []


def test_the_last_score_is_told_after_the_new_one_and_stands_nowhere_before(store: Store) -> None:
    make_case(store)
    held(store, person_for("midtvejs"), "midtvejs")
    again = person_for("midtvejs")
    again.said = {**again.said, ("2", "Borgerens svar"): "5"}
    again.said = {place: text for place, text in again.said.items() if not place[0].startswith("Aftaler fra")}

    held(store, again, "midtvejs")

    assert {question.last for question in questions(again, "Borgerens svar")} == {""}
    assert "Sidst: 4 (Det går for det meste godt)." in again.told
    together = "Fremmøde og mødetid: borgeren 5 (sidst 4), virksomheden 3 (sidst 3) og konsulenten 2 (sidst 2)."
    assert together in again.told


def test_the_last_score_of_an_opfolgning_is_told_after_the_new_one_too(store: Store) -> None:
    make_case(store)
    held(store, person_for("opfolgning"), "opfolgning")
    again = person_for("opfolgning")

    held(store, again, "opfolgning")

    assert {question.last for question in questions(again, "Hvordan synes borgeren, det går?")} == {""}
    assert "Sidst: 4 (Det går for det meste godt)." in again.told


# --- delmål


def test_open_delmal_are_looked_at_in_their_point_and_nowhere_else(store: Store) -> None:
    with_delmal(store)
    person = person_for("midtvejs")
    person.said = {**person.said, ("5", "Hvordan står det til?"): "nået", ("5", "Hvad er der sket?"): "Hver dag"}

    held(store, person, "midtvejs")

    asked = questions(person, "Hvordan står det til?")
    assert [(question.position, question.page) for question in asked] == [("5 af 7", SHARED), ("5 af 7", ALONE)]
    assert [delmal.status for delmal in store.door(Delmal).find()] == ["naet", "naet", "aben", "aben"]
    assert [delmal.delt for delmal in store.door(Delmal).find()] == ["ja", None, "ja", "nej"]


def test_a_known_delmal_is_not_asked_for_its_letters_and_a_new_one_not_how_it_went(store: Store) -> None:
    with_delmal(store)
    person = person_for("midtvejs")

    held(store, person, "midtvejs")

    assert len(questions(person, "Specifikt: Hvad skal ske?")) == 2
    assert len(questions(person, "Hvordan står det til?")) == 2
    assert questions(person, "Delmål") == []


def test_a_new_delmal_stays_in_its_list_when_the_virksomhed_may_know_it(store: Store) -> None:
    with_delmal(store)
    person = person_for("midtvejs")

    held(store, person, "midtvejs")

    hubs = [q for q in person.asked if q.kind == "raekker" and q.position == "5 af 7"]
    assert [len(hub.rows) for hub in hubs] == [1, 2, 3]
    assert "Pakke to paller om dagen" in hubs[-1].rows[1]


def test_the_startmode_shows_the_delmal_that_the_virksomhed_may_know(store: Store) -> None:
    with_delmal(store)
    person = person_for("startmode")

    held(store, person, "startmode")

    shown = questions(person, "Forløbet er mest til")[0].shown
    assert shown == ("Delmål: Møde kl. 9 · 30/11",)


# --- days


def test_days_are_counted_from_the_start_and_proposed_from_the_agreed_ones(store: Store) -> None:
    make_case(store, forlob={"dage": ("man", "ons", "fre")})
    person = person_for("opfolgning")
    person.said = {place: text for place, text in person.said.items() if place[0] != "4"}

    held(store, person, "opfolgning")

    question = questions(person, "Aftalte dage")[0]
    assert question.title == "Fremmøde siden onsdag den 4. november"
    assert question.shown == ("Fra aftalen: man, ons og fre",)
    assert said(store)[Key("fremmode", "aftalt")] == 8


def test_days_counted_before_are_not_counted_again(store: Store) -> None:
    make_case(store, forlob={"dage": ("man", "ons", "fre")})
    with store.doing("samtale færdig"):
        store.door(Fremmode).add(Fremmode(0, 1, 1, fra="2026-11-04", til="2026-11-18", aftalt=7))
    person = person_for("opfolgning")

    held(store, person, "opfolgning")

    question = questions(person, "Aftalte dage")[0]
    assert (question.title, question.current) == ("Fremmøde siden onsdag den 18. november", 1)


def test_nothing_is_proposed_where_no_days_are_agreed(store: Store) -> None:
    make_case(store)
    person = person_for("opfolgning")

    held(store, person, "opfolgning")

    assert questions(person, "Aftalte dage")[0].current is None


def test_a_call_is_followed_up_within_three_working_days(store: Store) -> None:
    make_case(store)
    person = person_for("opkald")

    held(store, person, "opkald")

    assert said(store)[Key("aftaler", "naeste_kontakt")] == "2026-11-25"
    assert said(store)[Key("hvem_taler", "frist")] == "2026-11-25"
    assert load_case(store, forlob=1).planer[-1].dato == "2026-11-25"


@pytest.mark.parametrize(
    ("typed", "day"), [("fredag", "2026-11-20"), ("mandag", "2026-11-16"), ("i går", "2026-11-19")]
)
def test_the_day_of_a_samtale_is_never_a_weekday_to_come(store: Store, typed: str, day: str) -> None:
    make_case(store)
    person = person_for("opkald")
    person.said = {**person.said, ("Hvem og hvornår", "Hvilken dag?"): typed}

    held(store, person, "opkald")

    assert store.door(Samtale).get(1).dato == day


def test_with_the_virksomhed_there_the_samtale_is_the_closing_talk(store: Store) -> None:
    make_case(store)
    person = person_for("afslutning")
    person.said = {place: text for place, text in person.said.items() if place[0] != "1"}

    held(store, person, "afslutning")

    assert said(store)[Key("samtale_med_virksomhed", "holdt")] == "ja"
    assert said(store)[Key("samtale_med_virksomhed", "form")] == "besog"


# --- grundig, and the first-time host


def test_a_case_hardly_spoken_about_is_gone_through_thoroughly(store: Store, today) -> None:
    case = make_case(store)

    assert reason_to_be_thorough(store, case, today) == NEVER_SPOKEN


def test_the_most_urgent_sign_is_the_reason_where_they_know_each_other(store: Store, today) -> None:
    make_case(store)
    with store.doing("kontakt ny"):
        for day in ("2026-11-05", "2026-11-06"):
            store.door(Kontakt).add(Kontakt(0, 1, 1, day, "telefon", ("virksomhed",)))

    reason = reason_to_be_thorough(store, load_case(store, forlob=1), today)

    assert reason.endswith(".")
    assert reason != NEVER_SPOKEN


def test_a_rule_about_the_length_of_a_praktik_is_no_reason_for_a_longer_talk(store: Store, today) -> None:
    case = make_case(store, forlob={"slut": "2027-10-04", "vitas": "bevilget"})
    fill(store, shipped(store, "startmode"), case, b"[samtale]\ndato = 2026-11-03\n")
    with store.doing("kontakt ny"):
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-19", "telefon", ("virksomhed",)))
        for aftale in store.door(Aftale).find():
            store.door(Aftale).change(aftale.nr, status="gjort")

    assert "§" not in reason_to_be_thorough(store, load_case(store, forlob=1), today)


@pytest.mark.parametrize(("vaert", "points"), [("ny", ("klaedt_pa",)), ("erfaren", ()), (None, ())])
def test_a_new_host_is_asked_whether_it_is_ready(store: Store, vaert: str | None, points: tuple[str, ...]) -> None:
    from vforlob.actions.drafts import new_sitting

    case = make_case(store, virksomhed={"vaert": vaert})

    assert points_of_new_host(new_sitting(store, shipped(store, "startmode"), case)) == points


# --- a correction that was begun


def corrected(store: Store, person: Person) -> HeldResult:
    sitting = open_sitting(store, begin_correction(store, store.door(Samtale).get(1)))
    return hold_samtale(store, sitting, person.ask, person.tell)


def test_a_correction_is_dropped_when_it_is_said_twice(store: Store) -> None:
    make_case(store)
    held(store, person_for("opkald"), "opkald")
    before = said(store)
    person = person_for("opkald")
    person.interrupts = InTurn(
        Once(SUMMARY, Answered("2"), Answered("kassér")),
        Once("Hvad har du gjort ved det?", Answered("Talt med holdet")),
        Once("Skriv »kassér« igen", Answered("kasser")),
    )

    result = corrected(store, person)

    assert result.ended == DROPPED
    samtale = store.door(Samtale).get(1)
    assert (samtale.udgave, samtale.kladde_udgave, samtale.status) == (1, None, "faerdig")
    assert answers_of(store, 1, 2) == {}
    assert said(store) == before
    assert differences(store) == []


def test_a_correction_stays_when_enter_is_the_answer(store: Store) -> None:
    make_case(store)
    held(store, person_for("opkald"), "opkald")
    person = person_for("opkald")
    person.interrupts = InTurn(Once(SUMMARY, Answered("kassér")), Once("Skriv »kassér« igen", Answered(None)))

    result = corrected(store, person)

    assert (result.ended, store.door(Samtale).get(1).udgave) == (FINISHED, 2)


def test_a_samtale_that_was_never_finished_cannot_be_dropped_so(store: Store) -> None:
    make_case(store)
    person = person_for("opkald")

    held(store, person, "opkald")

    summary = next(question for question in person.asked if question.text.startswith(SUMMARY))
    assert "kassér" not in summary.text
    with pytest.raises(BadAnswer):
        summary.read("kassér")
