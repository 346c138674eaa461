"""What a samtale does with each kind of reply, and what stands on which page."""

from typing import Any

import pytest

from building import make_case
from meeting import InTurn, Once, Person, hold, shipped
from meetings import MEETINGS
from vforlob.actions.asking import (
    ALONE,
    SHARED,
    Answered,
    Back,
    Cleared,
    Jump,
    Overview,
    Pause,
    Question,
    Reply,
    Row,
    SkipPunkt,
)
from vforlob.actions.hold import FINISHED, PAUSED, HeldResult
from vforlob.actions.meeting_words import SOMEBODY
from vforlob.model.answers import Key, Value
from vforlob.model.delmal import Delmal
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.onske import Koordinering
from vforlob.model.samtale import Samtale
from vforlob.store.answers import answers_of
from vforlob.store.case import load_case
from vforlob.store.store import Store

SUMMARY = "Nummer retter"
TURNED = "Tryk Enter, når alle må se"
MEETING_SAVED = "Samtalen er gemt."


@pytest.fixture
def person() -> Person:
    return Person(*MEETINGS["opfolgning"])


def held(store: Store, person: Person, name: str = "opfolgning") -> HeldResult:
    return hold(store, shipped(store, name), make_case(store), person)


def said(store: Store) -> dict[Key, Value]:
    return answers_of(store, 1, 1)


def after(person: Person, text: str) -> Question:
    """The question that came next after the last one with that text."""
    place = max(at for at, question in enumerate(person.asked) if question.text.startswith(text))
    return person.asked[place + 1]


def test_a_whole_samtale_is_held_and_finished(store: Store, person: Person) -> None:
    result = held(store, person)

    assert (result.ended, result.points.answered, result.points.total) == (FINISHED, 10, 10)
    assert store.door(Samtale).get(1).status == "faerdig"


def test_who_is_there_is_asked_before_anybody_sees_the_screen(store: Store, person: Person) -> None:
    held(store, person)

    assert person.texts()[:4] == ["Hvem er med?", "Hvordan taler I sammen?", "Hvilken dag?", "Klokken?"]
    assert {question.page for question in person.asked[:4]} == {ALONE}


def test_who_was_heard_alone_is_asked_before_and_what_they_said_after(store: Store, person: Person) -> None:
    held(store, person)

    texts = person.texts()
    assert texts.index("Hvem har du talt med alene?") < texts.index(next(t for t in texts if t.startswith(TURNED)))
    assert "Hvad siger virksomheden?" not in person.texts(SHARED)
    assert "Hvad siger borgeren?" in person.texts(SHARED)


@pytest.mark.parametrize(
    "text",
    ["Syg", "Fri efter aftale", "Blev væk uden besked", "Hvordan synes borgeren, det går?", "Hvem må se aftalen?"],
)
def test_what_somebody_there_may_not_see_is_asked_when_the_meeting_is_over(
    store: Store, person: Person, text: str
) -> None:
    held(store, person)

    texts = person.texts()
    assert texts.index(text) > texts.index(next(t for t in texts if t.startswith(MEETING_SAVED)))
    assert next(question.page for question in person.asked if question.text == text) == ALONE


def test_an_aftale_that_somebody_there_may_not_see_is_settled_alone(store: Store, person: Person) -> None:
    held(store, person)

    pages = {question.title: question.page for question in person.asked if question.text == "Hvordan gik det?"}
    assert {title.split(" · ")[1]: page for title, page in pages.items()} == {
        "tale med lægen": ALONE,
        "sætte ind i pakkebordet": SHARED,
        "prøvetur med linje 42": SHARED,
    }


def test_a_hensyn_that_is_not_cleared_never_reaches_the_shared_screen(store: Store, person: Person) -> None:
    held(store, person)

    shared = "\n".join(str(question) for question in person.asked if question.page == SHARED)
    assert "sover" not in shared
    assert "møder kl. 9" not in shared
    assert "en kort pause hver anden time" in shared


def test_the_alias_never_reaches_the_shared_screen(store: Store, person: Person) -> None:
    case = make_case(store, borger={"alias": "Zx-77"})

    hold(store, shipped(store, "opfolgning"), case, person)

    assert "Zx-77" not in "\n".join(str(question) for question in person.asked if question.page == SHARED)


def test_gemt_is_only_said_of_what_was_saved(store: Store, person: Person) -> None:
    held(store, person)

    assert after(person, "Klokken?").saves
    assert not after(person, "Tryk Enter, når alle må se skærmen.").saves
    assert not after(person, "Timer om ugen med løn").saves


def test_back_goes_to_the_question_before(store: Store, person: Person) -> None:
    person.interrupts = Once("Mødt", Back())

    held(store, person)

    texts = person.texts()
    assert texts.count("Aftalte dage") == 2
    assert texts.count("Mødt") == 1


def test_back_at_the_first_question_says_so(store: Store, person: Person) -> None:
    person.interrupts = Once("Hvem er med?", Back())

    held(store, person)

    assert "Det er det første spørgsmål." in person.told


def test_back_across_the_pages_asks_to_be_alone_first(store: Store, person: Person) -> None:
    person.interrupts = Once("Hvordan gik det?", Answered(None), Back())

    held(store, person)

    assert "Tryk Enter, når du sidder alene." in person.texts(SHARED)


def test_a_jump_lands_at_the_point_and_goes_on_from_there(store: Store, person: Person) -> None:
    person.interrupts = Once("Hvordan gik det?", Answered(None), Jump("8"))

    held(store, person)

    texts = person.texts(SHARED)
    assert texts[texts.index(next(t for t in texts if t.startswith("Praktik"))) - 1] != "Aftalte dage"
    assert "Aftalte dage" not in texts


def test_a_jump_to_a_point_that_is_not_there_names_those_that_are(store: Store, person: Person) -> None:
    person.interrupts = Once("Mødt", Jump("14"))

    held(store, person)

    assert "Der er intet punkt 14. Punkterne er 1-10, A, B og C." in person.told


def test_a_jump_at_the_startmode_knows_the_letters(store: Store) -> None:
    person = Person(*MEETINGS["startmode"])
    person.interrupts = InTurn(Once("Formålet med jeres", Jump("E")), Once("Mødetid", Jump("B")))

    held(store, person, "startmode")

    assert "Der er intet punkt E. Punkterne er 1-10, A, B, C og D." in person.told
    assert "Hvem får besked ved sygdom?" not in person.texts()


def test_the_overview_at_the_table_tells_no_answers(store: Store, person: Person) -> None:
    person.interrupts = Once("Mødt", Overview())

    held(store, person)

    overview = next(line for line in person.told if "Fremmøde" in line)
    assert "drøftet" in overview
    assert "Det går bedre" not in overview


def test_a_skipped_point_is_left_as_it_is(store: Store, person: Person) -> None:
    person.interrupts = Once("Aftalte dage", SkipPunkt())

    held(store, person)

    assert after(person, "Mere om det").text == "Hvad siger borgeren?"
    assert Key("fremmode", "aftalt") not in said(store)


def test_a_cleared_answer_is_gone(store: Store, person: Person) -> None:
    person.interrupts = Once("Mødt", Back())
    once = Once("Aftalte dage", Answered(8), Cleared())
    person.interrupts = InTurn(once, Once("Mødt", Back()))

    held(store, person)

    assert Key("fremmode", "aftalt") not in said(store)


def test_a_row_is_taken_away(store: Store, person: Person) -> None:
    person.rows = {**person.rows, "10": [{"Hvad er aftalt?": "A"}, {"Hvad er aftalt?": "B"}]}
    person.interrupts = Once("2 rækker", Row("slet", 0), position="10")

    held(store, person)

    assert rows_said(store) == {2: "B"}


def test_a_row_is_changed(store: Store, person: Person) -> None:
    person.rows = {**person.rows, "10": [{"Hvad er aftalt?": "A"}, {"Hvad er aftalt?": "B"}]}
    person.interrupts = InTurn(
        Once("2 rækker", Row("ret", 0), position="10"),
        Once("Hvad er aftalt?", Answered("A"), Answered("B"), Answered("C")),
    )

    held(store, person)

    assert rows_said(store) == {1: "C", 2: "B"}


def rows_said(store: Store) -> dict[int, Value]:
    return {key.raekke: value for key, value in said(store).items() if key == Key("aftaler", "hvad", key.raekke)}


def test_an_empty_first_column_gives_the_new_row_up(store: Store, person: Person) -> None:
    person.interrupts = Once("Hvad er aftalt?", Answered(None))

    held(store, person)

    assert after(person, "0 rækker").kind == "tekst" or after(person, "0 rækker").position.startswith("10")
    assert not [key for key in said(store) if key.punkt == "aftaler" and key.raekke]


def test_a_role_cannot_both_know_and_be_asked_first(store: Store) -> None:
    person = Person(*MEETINGS["startmode"])
    person.interrupts = Once("Hvem skal vente", Answered(("leder",)), Cleared())

    held(store, person, "startmode")

    assert "»leder« står både under må vide og spørg først. Behold den ene." in person.told
    assert Key("hensyn", "sporg_forst", 1) not in said(store)


def test_nobody_may_know_is_an_answer_too(store: Store) -> None:
    person = Person({})
    person.interrupts = Once("Hvem må få det at vide?", Cleared())

    held(store, person, "startmode")

    first = [c for c in store.door(Clearance).find(forlob=1, hensyn=1) if c.samtale == 1 or c.rolle == "leder"]
    assert {c.rolle: c.svar for c in first}["leder"] == "ma_ikke"


def test_a_moved_aftale_must_have_a_new_date(store: Store, person: Person) -> None:
    person.interrupts = Once("Ny frist", Answered(None))

    held(store, person)

    assert any("skal have en ny frist" in line for line in person.told)
    assert load_case(store, forlob=1).aftaler[0].frist == "2026-11-27"


def test_days_that_do_not_add_up_are_told_and_stop_the_end(store: Store, person: Person) -> None:
    person.said = {**person.said, ("4", "Syg"): "2"}
    sentence = "Der er 8 aftalte dage, men svarene giver 9. Ret et tal, eller skriv en note."
    person.interrupts = Once(SUMMARY, Answered("færdig"), Pause(interrupted=False))

    result = held(store, person)

    assert person.told.count(sentence) == 1
    assert f"Punkt 4: {sentence}" in person.told
    assert result.ended == PAUSED


def test_a_note_explains_days_that_do_not_add_up(store: Store, person: Person) -> None:
    person.said = {**person.said, ("4", "Syg"): "2", ("", "Note"): "Talt to gange"}
    person.said = {**person.said, ("Fremmøde siden onsdag den 4. november", "Note"): "Talt to gange"}
    person.interrupts = Once("Vil du skrive en note", Answered("4"))

    result = held(store, person)

    assert result.ended == FINISHED
    assert said(store)[Key("fremmode", "note")] == "Talt to gange"


def test_a_point_is_changed_from_the_summary_and_leads_back_to_it(store: Store, person: Person) -> None:
    person.interrupts = InTurn(
        Once(SUMMARY, Answered("8")), Once("Ordinære timer", Answered(2), Answered(5), position="8")
    )

    result = held(store, person)

    assert said(store)[Key("timetal", "ordinaer")] == 5
    assert result.ended == FINISHED
    assert after(person, "Note").text.startswith(SUMMARY)


def test_what_stands_beside_the_points_is_changed_from_the_summary_too(store: Store, person: Person) -> None:
    person.interrupts = InTurn(
        Once(SUMMARY, Answered("0")), Once("Hvilken dag?", Answered("2026-11-20"), Answered("2026-11-19"))
    )

    held(store, person)

    assert store.door(Samtale).get(1).dato == "2026-11-19"


def test_back_from_the_summary_asks_the_last_question_again(store: Store, person: Person) -> None:
    person.interrupts = Once(SUMMARY, Back())

    held(store, person)

    assert len([text for text in person.texts() if text.startswith("Vil du skrive en note")]) == 2


def test_hours_are_prefilled_and_taken_with_enter(store: Store) -> None:
    person = Person({})

    held(store, person)

    praktik = next(question for question in person.asked if question.text == "Praktik")
    assert (praktik.current, praktik.current_text) == (12.5, "12,5 timer om ugen")
    assert said(store)[Key("timetal", "praktik")] == 12.5


def test_last_times_answer_stands_beside_and_is_never_copied(store: Store, person: Person) -> None:
    case, agenda = make_case(store), shipped(store, "opfolgning")
    hold(store, agenda, case, person)
    again = Person({})

    hold(store, agenda, load_case(store, forlob=1), again)

    later = {(question.position, question.text): question.last for question in again.asked}
    assert later["1 af 10", "Hvad siger borgeren?"] == "Det går bedre, end jeg troede"
    assert later["4 af 10", "Aftalte dage"] == "8 dage"
    assert Key("fremmode", "aftalt") not in answers_of(store, 2, 1)


def test_what_was_said_alone_last_time_is_not_shown_at_the_table(store: Store, person: Person) -> None:
    case, agenda = make_case(store), shipped(store, "opfolgning")
    hold(store, agenda, case, person)
    again = Person({})

    hold(store, agenda, load_case(store, forlob=1), again)

    words = next(question for question in again.asked if question.text == "Hvad siger virksomheden?")
    assert (words.page, words.last) == (SHARED, "")


def test_those_who_are_absent_are_not_asked(store: Store) -> None:
    person = Person({("Hvem og hvornår", "Hvem er med?"): "borger, konsulent"})

    held(store, person)

    assert "Hvad siger virksomheden?" not in person.texts()
    assert store.door(Samtale).get(1).med == ("borger",)


def test_an_answer_that_has_become_irrelevant_is_not_shown_and_stays_in_history(store: Store) -> None:
    person = Person(*MEETINGS["startmode"])
    person.interrupts = InTurn(
        Once(SUMMARY, Answered("6")), Once("Er der opgaver", Answered("ja"), Answered("nej"), position="6")
    )

    held(store, person, "startmode")

    assert Key("lonkroner", "opgaver") not in said(store)
    history = store.rows("SELECT count(*) FROM haendelse WHERE emne = 'svar' AND sted = '1/lonkroner/opgaver/0'")
    assert history[0][0] == 2


def test_hours_that_clash_say_only_when(store: Store) -> None:
    case = make_case(store)
    with store.doing("koordinering"):
        store.door(Koordinering).add(Koordinering(0, 1, "Fysioterapi", "mandag kl. 10-12"))
    person = Person(*MEETINGS["startmode"])

    hold(store, shipped(store, "startmode"), load_case(store, forlob=case.forlob.nr), person)  # type: ignore[union-attr]

    assert "Kan ikke mandag kl. 10-12." in person.told
    assert not any("Fysioterapi" in line for line in person.told)


def test_an_extension_needs_a_new_grant(store: Store, person: Person) -> None:
    agenda_writes = [punkt.writes for punkt in shipped(store, "opfolgning").punkter if punkt.id == "forlaengelse"]

    held(store, person)

    assert ("Forlængelse kræver en ny bevilling." in person.told) == ("forlob.slut" in agenda_writes[0])


def test_a_wish_from_the_formode_prefills_and_clears_nothing(store: Store) -> None:
    case = make_case(store)
    with store.doing("ryd"):
        for clearance in store.door(Clearance).find(forlob=1):
            store.door(Clearance).change(clearance.nr, svar="sporg", aftalt=None)
    person = Person({})
    person.interrupts = Once("Hvem må få det at vide?", Pause(interrupted=True))

    hold(store, shipped(store, "startmode"), load_case(store, forlob=case.forlob.nr), person)  # type: ignore[union-attr]

    assert {clearance.svar for clearance in store.door(Clearance).find(forlob=1)} == {"sporg"}
    assert store.door(Hensyn).get(1).hvem == ("leder",)


class Full:
    """A disk that is full for the first tries."""

    def __init__(self, store: Store, times: int) -> None:
        self._store, self._left = store, times
        self._doing = store.doing

    def __call__(self, art: str, **more: Any) -> Any:
        from vforlob.errors.place import DiskFull

        if art == "svar" and self._left and len(self._store.rows("SELECT 1 FROM svar_nu LIMIT 6")) > 5:
            self._left -= 1
            raise DiskFull
        return self._doing(art, **more)


def test_a_full_disk_keeps_the_answer_and_asks_to_try_again(store: Store, person: Person) -> None:
    store.doing = Full(store, 2)  # type: ignore[method-assign]  # the disk, not code of ours

    result = held(store, person)

    assert (
        person.told.count("Disken er fuld. Dit svar står her endnu og er ikke gemt. Frigør plads, og tryk Enter.") == 2
    )
    assert result.ended == FINISHED
    assert len(said(store)) > 40


def test_a_pause_while_the_disk_is_full_loses_nothing_that_was_saved(store: Store, person: Person) -> None:
    store.doing = Full(store, 9)  # type: ignore[method-assign]
    person.interrupts = Once("Tryk Enter for at prøve", Pause(interrupted=True))

    held(store, person)

    assert len(said(store)) == 6


def reply_to_every_question(reply: Reply) -> Any:
    """The same reply to each question once, then what the person says."""
    seen: set[tuple[str, str, str]] = set()

    def interrupts(person: Person, question: Question) -> Reply | None:
        place = (question.title, question.text, str(person.row))
        if place in seen or question.text.startswith(SUMMARY):
            return None
        seen.add(place)
        return reply

    return interrupts


@pytest.mark.safety
@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("reply", [Overview(), Jump("99"), Jump("1")])
def test_no_reply_anywhere_hinders_the_end(store: Store, name: str, reply: Reply) -> None:
    person = Person(*MEETINGS[name])
    person.interrupts = reply_to_every_question(reply)

    assert held(store, person, name).ended == FINISHED


@pytest.mark.safety
@pytest.mark.parametrize("name", MEETINGS)
def test_back_from_anywhere_comes_forward_again(store: Store, name: str) -> None:
    person = Person(*MEETINGS[name])
    person.interrupts = reply_to_every_question(Back())

    assert held(store, person, name).ended == FINISHED


def test_skipping_a_point_when_the_meeting_is_over_goes_on_to_the_next(store: Store, person: Person) -> None:
    person.interrupts = Once("Hvordan synes borgeren", SkipPunkt())

    held(store, person)

    assert "Syg" in person.texts(ALONE)


def test_a_contact_that_lies_too_far_ahead_is_told_and_taken(store: Store, person: Person) -> None:
    person.said = {**person.said, ("10", "Næste kontakt"): "8/1 2027"}

    result = held(store, person)

    sentence = "Der går 49 dage til næste kontakt. Reglen er højst 14 dage."
    assert sentence in person.told
    assert sentence in result.told
    assert load_case(store, forlob=1).planer[-1].dato == "2027-01-08"


def test_open_delmal_are_looked_at_before_the_points(store: Store, person: Person) -> None:
    case = make_case(store)
    with store.doing("delmål"):
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt="Møde kl. 9", delt="ja"))
    person.said = {**person.said, ("Delmål · Møde kl. 9", "Hvordan står det til?"): "nået"}

    hold(store, shipped(store, "opfolgning"), load_case(store, forlob=case.forlob.nr), person)  # type: ignore[union-attr]

    texts = person.texts(SHARED)
    assert texts.index("Hvordan står det til?") < texts.index("Hvad siger borgeren?")
    assert store.door(Delmal).get(1).status == "naet"


def test_the_table_is_shown_what_was_decided_alone_and_nothing_more(store: Store) -> None:
    person = Person({})
    person.interrupts = Once("Hvem må få det at vide?", Answered(("leder",)))

    held(store, person, "startmode")

    told = next(question for question in person.asked if question.title == "Skånehensyn" and question.page == SHARED)
    assert told.shown == ("- en kort pause hver anden time",)


def test_the_borger_is_told_who_reads_it_where_hensyn_are_talked_about(store: Store) -> None:
    person = Person(*MEETINGS["formode"])

    held(store, person, "formode")

    hubs = [asked for asked in person.asked if asked.kind == "raekker" and asked.title.startswith("Eventuelle")]
    assert hubs
    assert all("journalen" in asked.shown[0] and asked.page == SHARED for asked in hubs)


def test_somebody_must_be_there(store: Store, person: Person) -> None:
    person.interrupts = Once("Hvem er med?", Cleared())

    result = held(store, person)

    assert SOMEBODY in person.told
    assert set(result.samtale.deltagere) == {"borger", "leder", "konsulent"}
