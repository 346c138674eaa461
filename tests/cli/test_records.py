"""borger, virksomhed and forløb, by files and as JSON, as a script uses them."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from building import make_case
from running import Ran, run
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Taet
from vforlob.model.timer import Timer
from vforlob.store.store import Store

BORGER = 'alias = "Æ-7"\nmalgruppe = "aktivitetsparat"\nparathed = "taet_pa"\n'
VIRKSOMHED = 'navn = "Ørbæk & Søn"\nbranche = "lager"\nsted = "Vejle"\nvaert = "ny"\n'
FORLOB = (
    'borger = "Æ-7"\nvirksomhed = "v1"\nart = "virksomhedspraktik"\nstart = "4/11"\nslut = 2027-02-03\ntimer = "12,5"\n'
)


@pytest.fixture
def vforlob(store: Store, folder: str) -> Callable[..., Ran]:
    """The program on a set-up folder; a text as `svar` is what is sent in."""

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


@pytest.fixture
def with_forlob(vforlob: Callable[..., Ran]) -> Callable[..., Ran]:
    vforlob("borger", "ny", svar=BORGER)
    vforlob("virksomhed", "ny", svar=VIRKSOMHED)
    assert vforlob("forløb", "ny", svar=FORLOB).code == 0
    return vforlob


def read(ran: Ran) -> dict[str, Any]:
    assert (ran.code, ran.err) == (0, "")
    read = json.loads(ran.out)
    assert next(iter(read.items())) == ("skema", 1)
    return read


def test_a_new_record_answers_with_its_number(vforlob: Callable[..., Ran]) -> None:
    assert read(vforlob("borger", "ny", "--json", svar=BORGER))["id"] == 1
    assert read(vforlob("virksomhed", "ny", "--json", svar=VIRKSOMHED))["id"] == 1
    nothing_to_warn_of = FORLOB.replace("02-03", "02-02") + 'uden_formode = "haster"\n'
    assert read(vforlob("forlob", "ny", "--json", svar=nothing_to_warn_of))["id"] == 1


def test_what_was_written_is_what_is_shown(with_forlob: Callable[..., Ran]) -> None:
    forlob = read(with_forlob("forlob", "vis", "f1", "--json"))
    borger = read(with_forlob("borger", "vis", "b1", "--json"))
    virksomhed = read(with_forlob("virksomhed", "vis", "1", "--json"))

    assert (forlob["start"], forlob["slut"], forlob["timer"]) == ("2026-11-04", "2027-02-03", 12.5)
    assert (borger["alias"], borger["parathed"], borger["navn"]) == ("Æ-7", "taet_pa", None)
    assert (virksomhed["navn"], virksomhed["cvr"], virksomhed["forlob"][0]["id"]) == ("Ørbæk & Søn", None, 1)


def test_the_screen_of_a_forlob_shows_the_hours_agreed_since(store: Store, folder: str) -> None:
    forlob = make_case(store).forlob
    assert forlob is not None
    with store.doing("timer ny"):
        store.door(Timer).add(Timer(0, forlob.borger, forlob.nr, "2026-11-16", praktik=14, ordinaer=3.5))

    shown = run("forlob", "vis", f"f{forlob.nr}", folder=folder).out

    assert "Timer om ugen       17,5 timer" in shown


def test_the_lists_have_a_row_each(with_forlob: Callable[..., Ran]) -> None:
    for family in ("borger", "virksomhed", "forlob"):
        rows = read(with_forlob(family, "liste", "--json"))["raekker"]
        assert [row["id"] for row in rows] == [1]


def test_the_timeline_has_date_kind_number_and_text(store: Store, folder: str) -> None:
    forlob = make_case(store).forlob
    assert forlob is not None

    events = read(run("forlob", "vis", f"f{forlob.nr}", "--json", folder=folder))["haendelser"]

    assert all(list(event) == ["dato", "art", "id", "tekst"] for event in events)
    assert [event["dato"] for event in events] == sorted(event["dato"] for event in events)
    assert {"aftale", "timer", "clearance", "forlob", "plan"} <= {event["art"] for event in events}


@pytest.mark.parametrize(
    "screen", [("liste",), ("borgere",), ("virksomheder",), ("forløb", "vis", "1"), ("borger", "vis", "1")]
)
def test_screens_fit_in_80_columns(with_forlob: Callable[..., Ran], screen: tuple[str, ...]) -> None:
    ran = with_forlob(*screen)

    assert ran.code == 0
    assert "Æ-7" in ran.out or "Ørbæk" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_long_list_says_that_there_is_more(store: Store, folder: str) -> None:
    for number in range(45):
        with store.doing("borger ny"):
            store.door(Borger).add(Borger(0, f"L-{number}"))

    first, everybody = run("borgere", folder=folder), run("borgere", "--alle", folder=folder)

    assert "L-39" in first.out
    assert "L-40" not in first.out
    assert "--alle" in first.out
    assert "L-44" in everybody.out


def test_correcting_changes_what_is_named_and_nothing_else(with_forlob: Callable[..., Ran]) -> None:
    assert with_forlob("borger", "ret", "Æ-7", svar='skal_til = "bussen"\nhenvist = "i går"\n').code == 0
    assert with_forlob("borger", "ret", "b1", svar='skal_til = ""\n').code == 0

    borger = read(with_forlob("borger", "vis", "ae-7", "--json"))
    assert (borger["skal_til"], borger["henvist"], borger["malgruppe"]) == (None, "2026-11-19", "aktivitetsparat")


@pytest.mark.parametrize(
    ("record", "svar", "told"),
    [
        ("borger", "", "alias: Der mangler et svar"),
        ("borger", BORGER + 'parathd = "klar"', "Linje 4: Navnet »parathd« kendes ikke (mente du »parathed«?)"),
        ("borger", BORGER + 'navn = "Bo"', "Linje 4, navn: Kommunen har ikke sagt ja"),
        (
            "borger",
            BORGER + 'sagsbehandler = "ring 010203-1234"',
            "Linje 4, sagsbehandler: Her står noget, der ligner et cpr",
        ),
        ("borger", BORGER.replace("taet_pa", "snart"), "Linje 3, parathed: »snart« er ikke"),
        ("borger", BORGER + 'henvist = "32/11"', "Linje 4, henvist: »32/11« er ikke en dato"),
        ("borger", BORGER + "cv = 3", "Linje 4, cv: "),
        ("borger", BORGER + "alias = 3", "Linje 4: Navnet er brugt før"),
        ("borger", BORGER + "andre = [1, 2]", "Linje 4: Navnet »andre« kendes ikke"),
        ("virksomhed", VIRKSOMHED + 'cvr = "12345678"', "Linje 5, cvr: »12345678« er ikke et CVR-nummer"),
        ("virksomhed", VIRKSOMHED + 'email = "Bo"', "Linje 5, email: "),
        ("forløb", FORLOB.replace("Æ-7", "b9"), "Linje 1, borger: Den borger findes ikke"),
        ("forløb", FORLOB.replace("v1", "Ørbæk"), "Linje 2, virksomhed: Den virksomhed findes ikke"),
        ("forløb", FORLOB.replace("2027-02-03", "2026-11-03"), "Linje 5, slut: Sidste dag ligger før første dag"),
        ("forløb", FORLOB.replace("12,5", "100"), "Linje 6, timer: Tallet skal ligge mellem 0 og 60"),
        ("forløb", FORLOB + "interval = 0.5", "Linje 7, interval: "),
        ("forløb", FORLOB + "[borger]", "Linje 7: "),
    ],
)
def test_a_faulty_file_is_answered_with_line_and_reason(
    with_forlob: Callable[..., Ran], record: str, svar: str, told: str
) -> None:
    ran = with_forlob(record, "ny", svar=svar.replace('"Æ-7"\nmal', '"Æ-8"\nmal') or "\n")

    assert (ran.code, ran.out) == (4, "")
    assert told in ran.err
    assert "Intet er gemt" in ran.err


def test_every_fault_is_told_at_once_and_nothing_is_saved(vforlob: Callable[..., Ran]) -> None:
    ran = vforlob("borger", "ny", svar='alias = "b7"\nparathed = 3\nukendt = 1\nhenvist = "x"\n')

    assert ran.code == 4
    assert [line.split(":")[0].strip() for line in ran.err.splitlines() if line.startswith("  ")] == [
        "Linje 1, alias",
        "Linje 2, parathed",
        "Linje 3",
        "Linje 4, henvist",
        "malgruppe",
    ]
    assert read(vforlob("borger", "liste", "--json"))["raekker"] == []


@pytest.mark.parametrize("alias", ["Mette", "7", "-", "b7", "F12", "S1", "v0003", "12-3", "x" * 30 + "-1"])
def test_an_alias_that_could_be_a_name_or_a_number_is_refused(vforlob: Callable[..., Ran], alias: str) -> None:
    ran = vforlob("borger", "ny", svar=BORGER.replace("Æ-7", alias))

    assert ran.code == 4
    assert "Linje 1, alias" in ran.err


@pytest.mark.parametrize("alias", ["Æ-7", "b-7", "bo7", "å1", "K-vinde", "f12a"])
def test_an_alias_with_a_letter_and_a_digit_or_hyphen_is_taken(vforlob: Callable[..., Ran], alias: str) -> None:
    assert vforlob("borger", "ny", svar=BORGER.replace("Æ-7", alias)).code == 0
    assert vforlob("borger", "vis", alias.upper()).code == 0


@pytest.mark.parametrize("again", ["Æ-7", "ae-7", "AE-7"])
def test_an_alias_is_never_used_again(vforlob: Callable[..., Ran], again: str) -> None:
    vforlob("borger", "ny", svar=BORGER)
    assert vforlob("borger", "ret", "b1", svar='alias = "Q-1"').code == 0

    refused = vforlob("borger", "ny", svar=BORGER.replace("Æ-7", again))
    own = vforlob("borger", "ret", "b1", svar='alias = "Æ-7"')

    assert (refused.code, own.code) == (4, 0)


def test_where_the_kommune_allows_names_they_are_kept(vforlob: Callable[..., Ran], store: Store) -> None:
    with store.doing("opsæt"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja", "2026-11-20"))

    assert vforlob("borger", "ny", svar=BORGER + 'navn = "Bo"\ntelefon = "12 34 56 78"\n').code == 0

    assert read(vforlob("borger", "vis", "1", "--json"))["navn"] == "Bo"


def test_a_cvr_number_is_kept_as_eight_digits(vforlob: Callable[..., Ran]) -> None:
    vforlob("virksomhed", "ny", svar=VIRKSOMHED + 'cvr = "DK 25 31 37 63"')
    vforlob("virksomhed", "ny", svar=VIRKSOMHED + "cvr = 25313763")

    assert [read(vforlob("virksomhed", "vis", nr, "--json"))["cvr"] for nr in "12"] == ["25313763"] * 2


def test_a_new_forlob_takes_over_what_the_borger_owned(vforlob: Callable[..., Ran], store: Store) -> None:
    vforlob("borger", "ny", svar=BORGER)
    vforlob("virksomhed", "ny", svar=VIRKSOMHED)
    with store.doing("formøde"):
        kept = store.door(Aftale).add(Aftale(0, 1, hvad="Ringe til banken"))
        done = store.door(Aftale).add(Aftale(0, 1, hvad="Sende CV", status="gjort"))
        hours = store.door(Timer).add(Timer(0, 1, fra="2026-11-01", praktik=10))
        worry = store.door(Taet).add(Taet(0, 1, dato="2026-11-01", svar="ja", grund="syg mor"))
        plan = store.door(Plan).add(Plan(0, 1, dato="2026-12-01"))
        hensyn = store.door(Hensyn).add(Hensyn(0, 1, losning="pause", hvem=("leder",)))

    vforlob("forløb", "ny", svar=FORLOB)

    assert store.door(Aftale).get(kept.nr).forlob == 1
    assert store.door(Aftale).get(done.nr).forlob is None
    assert store.door(Timer).get(hours.nr).forlob == 1
    assert store.door(Taet).get(worry.nr).forlob == 1
    assert store.door(Plan).get(plan.nr).forlob == 1
    cleared = store.door(Clearance).find(hensyn=hensyn.nr, forlob=1)
    assert {(it.rolle, it.svar) for it in cleared} == {(r, "sporg") for r in ("leder", "mentor", "kolleger", "vitas")}


@pytest.mark.parametrize(
    ("art", "column"), [("virksomhedspraktik", "praktik"), ("lontilskud", "lontilskud"), ("smajob", "ordinaer")]
)
def test_the_hours_of_a_forlob_are_of_the_kind_of_its_art(
    vforlob: Callable[..., Ran], store: Store, art: str, column: str
) -> None:
    vforlob("borger", "ny", svar=BORGER)
    vforlob("virksomhed", "ny", svar=VIRKSOMHED)
    vforlob("forløb", "ny", svar=FORLOB.replace("virksomhedspraktik", art))

    hours = store.door(Timer).find(forlob=1)[0]

    assert (hours.fra, getattr(hours, column)) == ("2026-11-04", 12.5)


def test_hours_that_were_typed_wrong_are_put_right(with_forlob: Callable[..., Ran], store: Store) -> None:
    with_forlob("forløb", "ret", "f1", svar='timer = 15\nstart = "5/11"')

    assert [(hours.fra, hours.praktik) for hours in store.door(Timer).find(forlob=1)] == [("2026-11-05", 15.0)]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (("borger", "vis", "b9"), 3, "vforlob borger liste"),
        (("borger", "vis", "Ukendt-1"), 3, "vforlob borger liste"),
        (("borger", "vis", "f1"), 2, "f1 er et forløb"),
        (("virksomhed", "vis", "Æ-7"), 3, "vforlob virksomhed liste"),
        (("forløb", "vis", "99999999999999999999"), 3, "vforlob forløb liste"),
        (("forløb", "vis", "b1"), 2, "b1 er en borger"),
        (("borger", "vis"), 2, "Der mangler en borger"),
        (("forløb", "ret"), 2, "Der mangler et forløb"),
        (("forløb", "ny"), 2, "--svar"),
        (("borger", "ny", "--svar", "/findes/ikke.toml"), 3, "findes ikke"),
        (("borger", "ny", "--svar", "/"), 3, "er en mappe"),
    ],
)
def test_what_cannot_be_found_or_asked_is_said(
    with_forlob: Callable[..., Ran], line: tuple[str, ...], code: int, told: str
) -> None:
    ran = with_forlob(*line)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


def test_an_alias_stands_for_the_only_open_forlob(with_forlob: Callable[..., Ran], store: Store) -> None:
    assert read(with_forlob("forløb", "vis", "Æ-7", "--json"))["id"] == 1

    with_forlob("forløb", "ny", svar=FORLOB)
    several = with_forlob("forløb", "vis", "Æ-7")
    with store.doing("luk"):
        for nr in (1, 2):
            store.door(Forlob).change(nr, status="lukket", lukket="2026-11-20")
    none = with_forlob("forløb", "vis", "Æ-7")

    assert (several.code, none.code) == (2, 3)
    assert "f1, f2" in several.err


def test_a_closed_forlob_leaves_the_list_but_not_the_json(with_forlob: Callable[..., Ran], store: Store) -> None:
    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20")

    assert "f1" not in with_forlob("liste").out
    assert "lukket" in with_forlob("liste", "--alle").out
    assert len(read(with_forlob("forløb", "liste", "--json"))["raekker"]) == 1


def test_hostile_text_does_no_harm_on_screen(vforlob: Callable[..., Ran]) -> None:
    vforlob("virksomhed", "ny", svar=VIRKSOMHED.replace("Ørbæk & Søn", "[red]\\u001b[31mOnd\\u202e {{x}}"))

    shown = vforlob("virksomhed", "vis", "1").out + vforlob("virksomheder").out

    assert "[red]" in shown
    assert "{{x}}" in shown
    assert not any(character in shown for character in "\x1b\u202e")
