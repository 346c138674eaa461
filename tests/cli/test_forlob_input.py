"""A forløb that does not add up: a Danish sentence and nothing half-saved; what is worth a warning is allowed."""

import json
from collections.abc import Callable

import pytest

from building import make_borger, make_case, make_virksomhed
from running import Ran, run
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.store.store import Store

FORLOB = 'borger = 1\nvirksomhed = 1\nart = "virksomhedspraktik"\nstart = "23/11"\nslut = "18/12"\ntimer = 20\n'


@pytest.fixture
def vforlob(store: Store, folder: str) -> Callable[..., Ran]:
    make_borger(store, malgruppe="aktivitetsparat")
    make_virksomhed(store)

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


@pytest.mark.parametrize(
    ("svar", "told"),
    [
        (FORLOB.replace("18/12", "20/11"), "Linje 5, slut: Sidste dag ligger før første dag"),
        (FORLOB.replace("20\n", "-1\n"), "Linje 6, timer: Tallet skal ligge mellem 0 og 60"),
        (FORLOB.replace("20\n", "61\n"), "Linje 6, timer: Tallet skal ligge mellem 0 og 60"),
        (FORLOB.replace("20\n", "37.5\n"), "timer_grund: Det er 37,5 timer om ugen, mere end 37. Skriv hvorfor."),
        (FORLOB + 'eftervaern = "1/6-27"\n', "Linje 7, eftervaern: Efterværn begynder, når forløbet er slut"),
        (FORLOB + 'vitas = "snart"\n', "Linje 7, vitas: »snart« er ikke en af mulighederne"),
        (FORLOB + 'ud_ad_doren = "25:00"\n', "Linje 7, ud_ad_doren: "),
        (FORLOB + "interval = 0\n", "Linje 7, interval: "),
    ],
)
def test_what_does_not_add_up_is_refused_whole(vforlob, store: Store, svar: str, told: str) -> None:
    ran = vforlob("forløb", "ny", svar=svar)

    assert ran.code == 4
    assert told in ran.err
    assert store.door(Forlob).find() == ()


@pytest.mark.parametrize(
    ("hours", "grund"), [("37", ""), ("38", 'timer_grund = "Højsæson"\n'), ("60", 'timer_grund = "x"\n')]
)
def test_more_than_full_time_is_allowed_with_a_reason(vforlob, hours: str, grund: str) -> None:
    assert vforlob("forløb", "ny", svar=FORLOB.replace("20\n", f"{hours}\n") + grund).code == 0


def test_a_second_running_forlob_is_warned_of_and_allowed(vforlob) -> None:
    first, second = vforlob("forløb", "ny", svar=FORLOB), vforlob("forløb", "ny", svar=FORLOB)

    assert "allerede" not in first.err
    assert second.code == 0
    assert "Borgeren har allerede et forløb i gang: f1 hos Ørbæk & Søn." in second.err
    assert "allerede" not in vforlob("forløb", "ret", "f2", svar='hensigt = "Løn"\n').err


def test_a_missing_formode_is_told_and_blocks_nothing(vforlob, store: Store) -> None:
    without = vforlob("forløb", "ny", svar=FORLOB)
    with_reason = vforlob("forløb", "ny", svar=FORLOB + 'uden_formode = "Det hastede"\n')
    with store.doing("prøve"):
        store.door(Samtale).add(Samtale(0, "formode", "0" * 64, 1, dato="2026-11-19", status="faerdig", udgave=1))
    held = vforlob("forløb", "ny", svar=FORLOB)

    assert "Der er ikke holdt formøde" in without.err
    assert "vforlob formøde b1" in without.err
    assert "formøde" not in with_reason.err + held.err


def test_a_praktik_beyond_its_limit_is_told_with_the_rule(vforlob) -> None:
    ran = vforlob("forløb", "ny", svar=FORLOB.replace('"18/12"', "2027-04-30"))
    ret = vforlob("forløb", "ret", "f1", svar="slut = 2027-05-28\n")

    assert (ran.code, ret.code) == (0, 0)
    assert "Praktikken er på 22 uger" in " ".join(ran.err.split())
    assert "Praktikken er på 26 uger" in " ".join(ret.err.split())


def test_the_columns_of_the_startmode_can_be_corrected(vforlob) -> None:
    vforlob("forløb", "ny", svar=FORLOB)

    ran = vforlob(
        *("forløb", "ret", "f1"),
        svar='kontakt_virksomhed = "Åse"\nmentor = "Bo"\nrejse = "Linje 42 kl. 7.55"\nud_ad_doren = "kl. 7.40"\n'
        'vitas = "sendt"\n',
    )

    shown = json.loads(vforlob("forløb", "vis", "f1", "--json").out)
    assert ran.code == 0
    assert [shown[name] for name in ("kontakt_virksomhed", "mentor", "rejse", "ud_ad_doren", "vitas")] == [
        *("Åse", "Bo", "Linje 42 kl. 7.55", "07:40", "sendt")
    ]


def test_eftervaern_follows_a_forlob_that_is_over(vforlob, store: Store) -> None:
    vforlob("forløb", "ny", svar=FORLOB)
    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20", udfald="job")

    before = vforlob("forløb", "ret", "f1", svar="eftervaern = 2026-11-19\n")
    after = vforlob("forløb", "ret", "f1", svar="eftervaern = 2027-11-20\n")

    assert (before.code, after.code) == (4, 0)
    assert "Skriv en senere dato" in before.err


def test_hours_that_stand_need_no_new_reason(store: Store, folder: str) -> None:
    make_case(store, forlob={"timer": 40.0})

    assert run("forløb", "ret", "f1", "--svar", "-", folder=folder, stdin='hensigt = "Løn"\n').code == 0
