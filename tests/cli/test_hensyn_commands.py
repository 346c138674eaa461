"""hensyn ny, vis, ret, liste: what is written, who may know it in which forløb, and how it is withdrawn."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from building import make_case
from running import Ran, run
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.rules.gate import Scene, cleared
from vforlob.store.store import Store

ROLES = ("leder", "mentor", "kolleger", "vitas")
TEXTS = 'hensyn = "Ryg"\nbehov = "Kan ikke stå længe"\nlosning = "En kort pause"\n'
Vforlob = Callable[..., Ran]


@pytest.fixture
def vforlob(store: Store, folder: str) -> Vforlob:
    """On b1 with f1, which has hensyn 1 and 2."""
    make_case(store)

    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


def read(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def roles(store: Store, hensyn: int, forlob: int = 1) -> dict[str, str]:
    """As the gate has them: må only where it lets the løsning through."""
    clearances = store.door(Clearance).find(forlob=forlob)
    scene = Scene(True, (), clearances=clearances, hensyn=store.door(Hensyn).find())
    rows = {row.rolle: row.svar for row in clearances if row.hensyn == hensyn}
    return {rolle: "ma" if cleared(hensyn, rolle, scene) else f"ikke:{rows.get(rolle)}" for rolle in ROLES}


def new(vforlob: Vforlob, svar: str = TEXTS, line: tuple[str, ...] = ()) -> int:
    return int(read(vforlob("hensyn", "ny", *line, "--json", svar=svar))["id"])


def test_a_new_hensyn_in_a_running_forlob_stands_as_ask_first_for_everybody(vforlob: Vforlob, store: Store) -> None:
    nr = new(vforlob, f'borger = "b1"\n{TEXTS}')

    assert roles(store, nr) == dict.fromkeys(ROLES, "ikke:sporg")


def test_without_a_forlob_the_lists_are_a_wish_and_clear_nothing(vforlob: Vforlob, store: Store) -> None:
    nr = new(vforlob, f'borger = "b1"\n{TEXTS}hvem = ["leder", "vitas"]\nsporg_forst = ["mentor"]\n')

    hensyn = store.door(Hensyn).get(nr)
    assert (hensyn.hvem, hensyn.sporg_forst) == (("leder", "vitas"), ("mentor",))
    assert "ma" not in roles(store, nr).values()


@pytest.mark.parametrize("line", [(), ("f1",), ("1",)])
def test_with_a_forlob_each_role_is_decided_there(vforlob: Vforlob, store: Store, line: tuple[str, ...]) -> None:
    svar = f'{TEXTS}hvem = ["leder", "vitas"]\nsporg_forst = ["mentor"]\naftalt = "18/11"\n'

    nr = new(vforlob, svar if line else f'borger = "b1"\nforlob = "f1"\n{svar}', line)

    assert roles(store, nr) == {"leder": "ma", "mentor": "ikke:sporg", "kolleger": "ikke:ma_ikke", "vitas": "ma"}
    assert {row.aftalt for row in store.door(Clearance).find(hensyn=nr)} == {"2026-11-18"}
    assert store.door(Hensyn).get(nr).hvem == ()


def test_the_day_of_agreement_is_today_when_none_is_named(vforlob: Vforlob, store: Store) -> None:
    nr = new(vforlob, f'{TEXTS}hvem = "leder"\n', ("f1",))

    assert store.door(Clearance).find(hensyn=nr, rolle="leder")[0].aftalt == "2026-11-20"


def test_an_alias_on_the_line_with_a_file_means_the_borger(vforlob: Vforlob, store: Store) -> None:
    nr = new(vforlob, f'{TEXTS}hvem = "leder"\n', ("B-1",))

    assert store.door(Hensyn).get(nr).hvem == ("leder",)
    assert "ma" not in roles(store, nr).values()


@pytest.mark.parametrize(
    ("line", "svar", "told"),
    [
        ((), TEXTS, "Skriv, hvem det er om"),
        ((), TEXTS + 'forlob = "f9"', "Linje 4, forlob: Det forløb findes ikke"),
        ((), TEXTS + 'borger = "b9"', "Linje 4, borger: Den borger findes ikke"),
        (("b1",), 'losning = "Pause"', "hensyn: Der mangler et svar"),
        (("b1",), 'losning = "Pause"', "behov: Der mangler et svar"),
        (("f1",), TEXTS + 'hvem = ["leder"]\nsporg_forst = ["leder"]', "Linje 5, sporg_forst: Lederen står begge"),
        (("b1",), TEXTS + 'hvem = ["leder"]\nsporg_forst = ["leder"]', "Linje 5, sporg_forst: Lederen står begge"),
        (("f1",), TEXTS + 'hvem = ["chefen"]', "Linje 4, hvem: »chefen« er ikke en af mulighederne"),
        (("f1",), TEXTS + 'aftalt = "21/11-2026"', "Linje 4, aftalt: Den dag er ikke kommet endnu"),
        (("f1",), TEXTS + 'forlob = "f9"', "Linje 4, forlob: Filen siger noget andet"),
        (("f1",), TEXTS + 'borger = "b9"', "Linje 4, borger: Filen siger noget andet"),
        (("f1",), TEXTS + 'losnng = "x"', "Linje 4: Navnet »losnng« kendes ikke (mente du »losning«?)"),
        (("f1",), TEXTS.replace("Ryg", "010203-1234"), "Linje 1, hensyn: Her står noget, der ligner et cpr"),
        (("f1",), TEXTS + "betydning = 3", "Linje 4, betydning: "),
    ],
)
def test_a_faulty_file_is_answered_with_its_lines_and_saves_nothing(
    vforlob: Vforlob, store: Store, line: tuple[str, ...], svar: str, told: str
) -> None:
    ran = vforlob("hensyn", "ny", *line, svar=svar)

    assert (ran.code, ran.out) == (4, "")
    assert told in ran.err
    assert "Intet er gemt" in ran.err
    assert len(store.door(Hensyn).find()) == 2


def test_every_fault_is_told_at_once(vforlob: Vforlob) -> None:
    ran = vforlob("hensyn", "ny", "f1", svar='losning = [1]\nhvem = ["x"]\naftalt = "32/11"\nukendt = 1\n')

    assert [line.split(":")[0].strip() for line in ran.err.splitlines() if line.startswith("  ")] == [
        "Linje 1, losning",
        "Linje 2, hvem",
        "Linje 3, aftalt",
        "Linje 4",
        "hensyn",
        "behov",
    ]


@pytest.mark.parametrize("named", [{"status": "lukket", "lukket": "2026-11-19"}])
def test_a_closed_forlob_takes_no_new_hensyn(vforlob: Vforlob, store: Store, named: dict[str, str]) -> None:
    with store.doing("luk"):
        store.door(Forlob).change(1, **named)

    assert "f1 er lukket" in vforlob("hensyn", "ny", "f1", svar=TEXTS).err
    assert vforlob("hensyn", "ny", "b1", svar=TEXTS).code == 0


def test_a_role_that_is_named_in_one_list_leaves_the_other(vforlob: Vforlob, store: Store) -> None:
    vforlob("hensyn", "ret", "2", svar='forlob = 1\nhvem = ["mentor"]\n')
    assert roles(store, 2) == {"leder": "ikke:sporg", "mentor": "ma", "kolleger": "ikke:sporg", "vitas": "ikke:sporg"}

    vforlob("hensyn", "ret", "2", svar='forlob = 1\nsporg_forst = ["mentor"]\n')
    assert roles(store, 2) == {**dict.fromkeys(ROLES, "ikke:ma_ikke"), "mentor": "ikke:sporg"}


def test_nobody_can_be_said_out_loud(vforlob: Vforlob, store: Store) -> None:
    assert vforlob("hensyn", "ret", "1", svar="forlob = 1\nhvem = []\nsporg_forst = []\n").code == 0

    assert roles(store, 1) == dict.fromkeys(ROLES, "ikke:ma_ikke")


def test_correcting_the_words_leaves_who_may_know_it(vforlob: Vforlob, store: Store) -> None:
    before = store.door(Clearance).find()

    assert vforlob("hensyn", "ret", "1", svar='losning = "to korte pauser"\n').code == 0
    assert vforlob("hensyn", "ret", "1", svar='forlob = "f1"\nhvorfor = "Så ingen undrer sig"\n').code == 0

    assert store.door(Hensyn).get(1).losning == "to korte pauser"
    assert {row for row in store.door(Clearance).find() if row in before} == set(before)
    assert roles(store, 1)["leder"] == "ma"


def test_withdrawn_in_one_forlob_it_stands_in_the_other(vforlob: Vforlob, store: Store) -> None:
    with store.doing("forlob ny"):
        other = store.door(Forlob).add(Forlob(0, 1, 1, "virksomhedspraktik", "2026-11-10"))
        store.door(Clearance).add(Clearance(0, 1, other.nr, "leder", "ma", "2026-11-10"))

    vforlob("hensyn", "ret", "1", svar='forlob = 1\ntrukket = "19/11"\n')

    assert roles(store, 1)["leder"] == "ikke:ma"
    assert store.door(Clearance).find(hensyn=1, forlob=1, rolle="leder")[0].trukket == "2026-11-19"
    assert roles(store, 1, other.nr)["leder"] == "ma"
    assert store.door(Hensyn).get(1).status == "aktiv"


@pytest.mark.parametrize("svar", ['trukket = "i dag"\n', 'status = "trukket"\n'])
def test_withdrawn_without_a_forlob_it_is_withdrawn_everywhere(vforlob: Vforlob, store: Store, svar: str) -> None:
    assert vforlob("hensyn", "ret", "1", svar=svar).code == 0

    hensyn = store.door(Hensyn).get(1)
    assert (hensyn.status, hensyn.trukket) == ("trukket", "2026-11-20")
    assert "ma" not in roles(store, 1).values()


@pytest.mark.parametrize("svar", ['status = "aktiv"\n', 'trukket = ""\n'])
def test_taken_into_use_again_nobody_is_cleared(vforlob: Vforlob, store: Store, svar: str) -> None:
    vforlob("hensyn", "ret", "1", svar='trukket = "i dag"\n')

    assert vforlob("hensyn", "ret", "1", svar=svar).code == 0

    hensyn = store.door(Hensyn).get(1)
    assert (hensyn.status, hensyn.trukket) == ("aktiv", None)
    assert "ma" not in roles(store, 1).values()


def test_what_was_withdrawn_is_not_cleared_by_another_correction(vforlob: Vforlob, store: Store) -> None:
    vforlob("hensyn", "ret", "1", svar='forlob = 1\ntrukket = "i dag"\n')

    vforlob("hensyn", "ret", "1", svar='forlob = 1\nhvorfor = "noget andet"\nsporg_forst = ["mentor"]\n')

    assert roles(store, 1)["leder"] == "ikke:ma"


def test_a_new_word_clears_it_again(vforlob: Vforlob, store: Store) -> None:
    vforlob("hensyn", "ret", "1", svar='forlob = 1\ntrukket = "18/11"\n')

    vforlob("hensyn", "ret", "1", svar='forlob = 1\nhvem = ["leder"]\n')

    row = store.door(Clearance).find(hensyn=1, rolle="leder")[0]
    assert (row.svar, row.aftalt, row.trukket) == ("ma", "2026-11-20", None)


def test_no_longer_needed_is_a_status_and_leaves_the_list(vforlob: Vforlob) -> None:
    assert vforlob("hensyn", "ret", "1", svar='status = "Ikke længere nødvendigt"\n').code == 0

    assert "kort pause" not in vforlob("hensyn", "f1").out
    assert "Ikke længere nødvendigt" in vforlob("hensyn", "liste", "f1", "--alle").out


def test_a_hensyn_from_a_formode_with_gaps_can_still_be_withdrawn(vforlob: Vforlob, store: Store) -> None:
    with store.doing("formøde"):
        gap = store.door(Hensyn).add(Hensyn(0, 1, losning="Kun løsningen"))

    assert vforlob("hensyn", "ret", str(gap.nr), svar='trukket = "i dag"\n').code == 0
    assert "mindst én tekst" in vforlob("hensyn", "ret", str(gap.nr), svar='losning = ""\n').err


@pytest.mark.parametrize(
    ("losning", "hinted"), [("En pause", False), ("Ro på grund af angst", True), ("3 sygedage er i orden", True)]
)
def test_a_solution_that_looks_like_health_gets_a_hint_and_is_saved(
    vforlob: Vforlob, losning: str, hinted: bool
) -> None:
    ran = vforlob("hensyn", "ny", "f1", svar=TEXTS.replace("En kort pause", losning))

    assert ran.code == 0
    assert ("kan ligne en oplysning om helbred" in ran.err) == hinted


def test_the_matrix_shows_what_the_gate_says(vforlob: Vforlob) -> None:
    shown = vforlob("hensyn", "vis", "f1").out

    assert "Kun til dig" in shown
    row = next(line for line in shown.splitlines() if "en kort pause" in line)
    assert row.split()[-5:] == ["må", "spørg", "spørg", "spørg", "4/11"]
    table = read(vforlob("hensyn", "vis", "f1", "--json"))
    assert (table["forlob"], table["raekker"][0]["roller"]["leder"]) == (1, "ma")


def test_one_hensyn_shows_its_words_its_places_and_what_was_changed(vforlob: Vforlob) -> None:
    vforlob("hensyn", "ret", "1", svar='reformulering = "Holder længst med pauser"\nhvorfor = "Så det er kendt"\n')

    shown, table = vforlob("hensyn", "vis", "1").out, read(vforlob("hensyn", "vis", "1", "--json"))

    for text in (
        "bliver hurtigt træt",
        "Holder længst med pauser",
        "Så det er kendt",
        "f1 Ørbæk & Søn",
        "Rettet 20/11",
    ):
        assert text in shown
    assert table["forlob"][0]["roller"]["leder"] == "ma"
    assert len(table["historik"]) == 1


def test_before_there_is_a_forlob_the_wishes_are_shown(vforlob: Vforlob, store: Store) -> None:
    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20")

    shown = vforlob("hensyn", "b1").out

    assert "gerne leder" in shown
    assert "Ingen får noget at vide" in shown


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (("hensyn", "vis", "9"), 3, "vforlob hensyn liste"),
        (("hensyn", "vis", "v1"), 2, "v1 er en virksomhed"),
        (("hensyn", "vis"), 2, "vforlob hensyn vis"),
        (("hensyn", "ret", "9"), 3, "vforlob hensyn liste"),
        (("hensyn", "ret", "b1"), 2, "vforlob hensyn ret 1"),
        (("hensyn", "ny"), 2, "vforlob hensyn ny"),
        (("hensyn", "ny", "b9"), 3, "vforlob borger liste"),
        (("hensyn", "ny", "f1"), 2, "--svar"),
        (("hensyn", "liste", "Ukendt-1"), 3, ""),
    ],
)
def test_what_cannot_be_found_or_asked_is_said(vforlob: Vforlob, line: tuple[str, ...], code: int, told: str) -> None:
    ran = vforlob(*line)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


@pytest.mark.parametrize("screen", [("hensyn",), ("hensyn", "f1"), ("hensyn", "b1"), ("hensyn", "vis", "1")])
def test_the_screens_fit_in_80_columns(vforlob: Vforlob, screen: tuple[str, ...]) -> None:
    assert max(map(len, vforlob(*screen).out.splitlines())) <= 80


def test_a_correction_is_taken_back_whole(vforlob: Vforlob, store: Store) -> None:
    before = (store.door(Hensyn).find(), store.door(Clearance).find())
    vforlob("hensyn", "ret", "1", svar='trukket = "i dag"\n')

    assert vforlob("fortryd").code == 0

    assert (store.door(Hensyn).find(), store.door(Clearance).find()) == before
