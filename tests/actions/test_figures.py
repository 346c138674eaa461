"""Plots of hours, days met and scores: what each recipient is shown, and in which words."""

from pathlib import Path

import pytest

from building import finish, make_case, make_samtale
from vforlob.actions.documents.figures import attendance_figure, figures_for, hours_figure, score_figures
from vforlob.agenda.loader import load_agenda
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.answers import Answers, Key, Value
from vforlob.model.case import Case
from vforlob.model.dokument import Figur
from vforlob.model.kontakt import Fremmode
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.store.agendas import keep_agenda
from vforlob.store.case import load_case
from vforlob.store.store import Store

AGENDAS = Path(__file__).parents[2] / "agendas"
EVERYBODY = (*RECIPIENTS, "konsulent")


def add(store: Store, *records: object) -> Case:
    with store.doing("test"):
        for record in records:
            store.door(type(record)).add(record)  # type: ignore[type-var]
    return load_case(store, forlob=1)


def held(store: Store, case: Case, agenda: str, dato: str, answers: dict[Key, Value], **over: object) -> Samtale:
    text = (AGENDAS / f"{agenda}.toml").read_text()
    read = load_agenda("", text.encode())
    keep_agenda(store, read, text)
    return finish(store, make_samtale(store, case, agenda, answers, agenda_sha=read.sha, dato=dato, **over))


def scored(borger: int, virksomhed: int) -> dict[Key, Value]:
    return {Key("hvordan_gar_det", "borger"): borger, Key("hvordan_gar_det", "virksomhed"): virksomhed}


def points(figur: Figur) -> dict[str, list[tuple[str, float]]]:
    return {serie.navn: [(one.hvor, one.tal) for one in serie.malinger] for serie in figur.serier}


@pytest.fixture
def case(store: Store) -> Case:
    """12,5 hours from the first day, entered by hand."""
    return make_case(store)


# --- hours ---


def test_hours_are_steps_by_kind_with_all_of_them_and_the_goal(store: Store, case: Case) -> None:
    case = add(
        store,
        Timer(0, 1, 1, "2026-11-16", praktik=14, ordinaer=2.5),
        Timer(0, 1, 1, "2026-12-01", praktik=14, ordinaer=2.5),
        Timer(0, 1, 1, "2027-01-15", praktik=20, art="mal"),
    )

    figur = hours_figure(case, "borger")

    assert figur is not None
    assert (figur.art, figur.enhed) == ("trappe", "timer om ugen")
    assert points(figur) == {
        "praktik": [("2026-11-04", 12.5), ("2026-11-16", 14)],
        "med løn": [("2026-11-16", 2.5)],
        "i alt": [("2026-11-16", 16.5)],
        "mål": [("2027-01-15", 20)],
    }
    assert figur.alternativ == (
        "12,5 timer om ugen i praktik fra den 4. november 2026 og 14 fra den 16. november 2026."
        " 2,5 timer om ugen med løn fra den 16. november 2026. 16,5 timer om ugen i alt fra den 16. november 2026."
        " Målet er 20 timer om ugen den 15. januar 2027."
    )


def test_what_was_agreed_before_the_first_day_holds_from_it(case: Case) -> None:
    early = (Timer(1, 1, 1, "2026-10-28", praktik=10), Timer(2, 1, 1, "2026-11-09", praktik=12))

    figur = hours_figure(case._replace(timer=early), "konsulent")

    assert figur is not None
    assert points(figur) == {"praktik": [("2026-11-04", 10), ("2026-11-09", 12)]}


@pytest.mark.parametrize("timer", [(), (Timer(1, 1, 1, "2026-11-04", praktik=0),), (Timer(1, 1, 1, "", praktik=5),)])
def test_no_hours_make_no_plot(case: Case, timer: tuple[Timer, ...]) -> None:
    assert hours_figure(case._replace(timer=timer), "konsulent") is None


@pytest.mark.parametrize(("recipient", "has_goal"), [(one, one not in {"virksomhed", "mentor"}) for one in EVERYBODY])
def test_the_goal_is_for_the_borger_and_the_case(store: Store, case: Case, recipient: str, has_goal: bool) -> None:
    case = add(store, Timer(0, 1, 1, "2027-01-15", praktik=20, art="mal"))

    figur = hours_figure(case, recipient)

    assert figur is not None
    assert ("mål" in points(figur)) is has_goal
    assert ("Målet" in figur.alternativ) is has_goal


def test_hours_said_at_the_formode_are_not_for_the_workplace(store: Store, case: Case) -> None:
    talk = held(store, case, "formode", "2026-10-28", {Key("timetal", "start"): 10}, forlob=None)
    case = add(store, Timer(0, 1, 1, "2026-12-01", praktik=33, samtale=talk.nr, sted_i_samtale="timetal/aftalt"))

    shown = {one for one in EVERYBODY if "33" in str(figures_for(store, case, one))}

    assert shown == {"borger", "sagsbehandler", "journal", "konsulent"}


def test_hours_from_the_job_that_came_of_it_are_not_for_the_workplace(store: Store, case: Case) -> None:
    talk = held(store, case, "eftervaern", "2027-03-01", {Key("timetal", "ordinaer"): 33})
    case = add(store, Timer(0, 1, 1, "2027-03-01", ordinaer=33, samtale=talk.nr, sted_i_samtale="timetal/aftalt"))

    shown = {one for one in EVERYBODY if "33" in str(figures_for(store, case, one))}

    assert shown == {"borger", "sagsbehandler", "journal", "konsulent"}


def test_hours_said_at_an_opfolgning_are_for_everybody(store: Store, case: Case) -> None:
    talk = held(store, case, "opfolgning", "2026-11-20", {Key("timetal", "praktik"): 33})
    case = add(store, Timer(0, 1, 1, "2026-11-20", praktik=33, samtale=talk.nr, sted_i_samtale="timetal/aftalt"))

    assert all("33" in str(figures_for(store, case, one)) for one in EVERYBODY)
    assert "33" not in str(hours_figure(case, "virksomhed")), "nobody has looked where it was said"


# --- days met ---


def counted(til: str, aftalt: float | None, modt: float | None, **over: object) -> Fremmode:
    return Fremmode(0, 1, 1, None, til, aftalt, modt, **over)  # type: ignore[arg-type]


def test_days_met_stand_on_the_days_agreed(store: Store, case: Case) -> None:
    case = add(store, counted("2026-11-20", 8, 6, syg=71, fri=72), counted("2026-11-09", 3, 2.5, udeblevet=73))

    figur = attendance_figure(case, "borger")

    assert figur is not None
    assert points(figur) == {
        "mødt": [("2026-11-09", 2.5), ("2026-11-20", 6)],
        "øvrige aftalte dage": [("2026-11-09", 0.5), ("2026-11-20", 2)],
    }
    assert figur.alternativ == (
        "Mødt 2,5 af 3 aftalte dage frem til den 9. november 2026 og 6 af 8 frem til den 20. november 2026."
        " I alt 8,5 af 11 dage."
    )


@pytest.mark.parametrize("recipient", EVERYBODY)
def test_a_plot_never_tells_why_somebody_was_away(store: Store, case: Case, recipient: str) -> None:
    case = add(store, counted("2026-11-20", 8, 6, syg=71, fri=72, udeblevet=73, uafklaret=74, for_sent=75))

    told = str(attendance_figure(case, recipient))

    assert not any(reason in told for reason in ("71", "72", "73", "74", "75"))
    assert (told == "None") is (recipient == "mentor")


@pytest.mark.parametrize(("aftalt", "modt"), [(None, 3), (3, None), (None, None)])
def test_a_count_with_half_its_figures_is_not_drawn(
    store: Store, case: Case, aftalt: float | None, modt: float | None
) -> None:
    assert attendance_figure(add(store, counted("2026-11-20", aftalt, modt)), "konsulent") is None


def test_more_days_met_than_agreed_leave_no_others(store: Store, case: Case) -> None:
    figur = attendance_figure(add(store, counted("2026-11-20", 3, 4)), "konsulent")

    assert figur is not None
    assert points(figur)["øvrige aftalte dage"] == [("2026-11-20", 0)]


# --- scores ---


@pytest.fixture
def told(store: Store, case: Case) -> Case:
    held(store, case, "opfolgning", "2026-11-20", scored(2, 3))
    held(store, case, "opfolgning", "2026-12-04", scored(4, 5))
    return load_case(store, forlob=1)


@pytest.mark.parametrize(
    ("recipient", "series"),
    [
        ("borger", {"dit svar": [("2026-11-20", 2), ("2026-12-04", 4)]}),
        ("virksomhed", {"jeres svar": [("2026-11-20", 3), ("2026-12-04", 5)]}),
        *(
            (
                recipient,
                {
                    "borgeren": [("2026-11-20", 2), ("2026-12-04", 4)],
                    "virksomheden": [("2026-11-20", 3), ("2026-12-04", 5)],
                },
            )
            for recipient in ("sagsbehandler", "journal", "konsulent")
        ),
    ],
)
def test_scores_are_ones_own(store: Store, told: Case, recipient: str, series: dict[str, object]) -> None:
    (figur,) = (figur for figur in figures_for(store, told, recipient) if figur.art == "linje")

    assert points(figur) == series
    assert (figur.fra, figur.til) == (1, 5)


def test_a_mentor_is_shown_no_scores_and_no_days(store: Store, told: Case) -> None:
    told = add(store, counted("2026-11-20", 8, 6))

    assert [figur.art for figur in figures_for(store, told, "mentor")] == ["trappe"]


def test_scores_are_told_in_whole_sentences(store: Store, told: Case) -> None:
    texts = {
        recipient: figur.alternativ
        for recipient in ("borger", "virksomhed", "journal")
        for figur in figures_for(store, told, recipient)
        if figur.art == "linje"
    }

    assert texts == {
        "borger": "Du svarede 2 den 20. november 2026 og 4 den 4. december 2026. 1 er lavest, 5 er højest.",
        "virksomhed": "I svarede 3 den 20. november 2026 og 5 den 4. december 2026. 1 er lavest, 5 er højest.",
        "journal": (
            "Borgeren svarede 2 den 20. november 2026 og 4 den 4. december 2026."
            " Virksomheden svarede 3 den 20. november 2026 og 5 den 4. december 2026. 1 er lavest, 5 er højest."
        ),
    }


def test_one_score_is_no_course(store: Store, case: Case) -> None:
    held(store, case, "opfolgning", "2026-11-20", scored(2, 3))

    assert all(figur.art != "linje" for figur in figures_for(store, load_case(store, forlob=1), "konsulent"))


def test_a_draft_is_not_drawn(store: Store, told: Case) -> None:
    make_samtale(store, told, "opfolgning", scored(1, 1), agenda_sha=told.samtaler[0].agenda_sha, dato="2026-12-18")

    found = figures_for(store, load_case(store, forlob=1), "konsulent")

    assert "2026-12-18" not in str(found)


def test_each_theme_has_a_plot_of_its_own(store: Store, case: Case) -> None:
    for day, value in (("2026-11-20", 2), ("2026-12-04", 4)):
        rows: dict[Key, Value] = {
            Key("skema", "tema", 1): "fremmode",
            Key("skema", "borger", 1): value,
            Key("skema", "konsulent", 1): 3,
            Key("skema", "tema", 2): "trivsel",
            Key("skema", "virksomhed", 2): value,
        }
        held(store, case, "midtvejs", day, rows)
    case = load_case(store, forlob=1)

    found = {
        recipient: {figur.titel: sorted(points(figur)) for figur in figures_for(store, case, recipient)[1:]}
        for recipient in ("borger", "virksomhed", "journal")
    }

    assert found == {
        "borger": {"Fremmøde og mødetid": ["dit svar"]},
        "virksomhed": {"At være en del af stedet": ["jeres svar"]},
        "journal": {
            "Fremmøde og mødetid": ["borgeren", "konsulenten"],
            "At være en del af stedet": ["virksomheden"],
        },
    }


def test_what_was_not_asked_for_is_not_looked_up(told: Case) -> None:
    nothing: dict[int, Answers] = {}

    assert score_figures(told, nothing, {}, "konsulent") == ()
