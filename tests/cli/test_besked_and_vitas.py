"""besked and vitas: what they say of the next contact and of the forløb, and that nothing else slips into them."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from building import finish, make_case, make_samtale
from running import Ran, run
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Kontakt, Taet
from vforlob.model.onske import Koordinering, Onske
from vforlob.model.timer import Lonkroner, Timer
from vforlob.store.case import load_case
from vforlob.store.store import Store

Vforlob = Callable[..., Ran]
LINES = [
    ("besked", "f1"),
    ("besked", "f1", "--mail"),
    ("besked", "f1", "--til", "virksomhed"),
    ("besked", "f1", "--til", "virksomhed", "--mail"),
    ("besked", "f1", "--json"),
    ("besked", "f1", "--til", "virksomhed", "--json"),
]
VITAS = [("vitas", "f1"), ("vitas", "f1", "--json")]


@pytest.fixture
def vforlob(folder: str, store: Store) -> Vforlob:
    return lambda *line, **env: run(*line, folder=folder, env=env)


def read(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def change(store: Store, **over: Any) -> None:
    with store.doing("ret"):
        store.door(Forlob).change(1, **over)


def test_the_text_stands_alone_so_that_it_can_be_piped(vforlob: Vforlob, store: Store) -> None:
    make_case(store)

    ran = vforlob("besked", "f1")

    assert (ran.err, len(ran.out.splitlines())) == ("", 1)
    assert ran.out.startswith("Hej. Vi ses tirsdag den 1. december kl. 14.30 på din arbejdsplads.")
    assert len(ran.out.strip()) <= 300


def test_it_is_signed_with_what_was_set_up(vforlob: Vforlob, store: Store) -> None:
    make_case(store)
    with store.doing("opsæt"):
        store.door(Indstilling).add(Indstilling(0, "konsulent", "Karen Holm"))
        store.door(Indstilling).add(Indstilling(0, "telefon", "12 34 56 78"))

    assert "Hilsen Karen Holm, tlf. 12 34 56 78" in vforlob("besked", "f1").out
    assert vforlob("besked", "f1", "--mail").out.endswith("Venlig hilsen\nKaren Holm\nTlf. 12 34 56 78\n")


def test_as_json_the_parts_stand_beside_the_text(vforlob: Vforlob, store: Store) -> None:
    make_case(store)

    found = read(vforlob("besked", "f1", "--til", "virksomhed", "--json"))

    assert {name: found[name] for name in ("til", "kanal", "dato", "kl", "form", "aftalt")} == {
        "til": "virksomhed",
        "kanal": "sms",
        "dato": "2026-12-01",
        "kl": "14:30",
        "form": "besog",
        "aftalt": "ja",
    }


def test_a_day_that_only_a_rule_has_set_is_asked_about(vforlob: Vforlob, store: Store) -> None:
    make_case(store)
    with store.doing("plan"):
        store.door(Plan).change(1, kilde="kontakt_start_dage", kl=None)
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-20", "telefon", ("virksomhed",), "ja", "konsulent"))

    ran = vforlob("besked", "f1")

    assert "Passer det dig, at vi taler sammen" in ran.out
    assert "ikke aftalt endnu" in ran.err
    assert read(vforlob("besked", "f1", "--json"))["aftalt"] == "nej"


@pytest.mark.parametrize("moment", ["2026-12-02T09:00", "2026-12-01T15:00"])
def test_a_day_that_has_passed_is_not_named(vforlob: Vforlob, store: Store, moment: str) -> None:
    make_case(store)

    ran = vforlob("besked", "f1", VFORLOB_NU=moment)

    assert "Hvornår passer det dig" in ran.out
    assert "1. december" not in ran.out
    assert "skulle have været" in ran.err


def test_a_closed_forlob_has_nothing_to_write_about(vforlob: Vforlob, store: Store) -> None:
    make_case(store, forlob={"status": "lukket", "lukket": "2026-11-18"})

    ran = vforlob("besked", "f1")

    assert (ran.code, ran.out) == (3, "")
    assert "vforlob forløb vis f1" in ran.err


@pytest.mark.parametrize(("svar", "code"), [(None, 1), ("nej", 1), ("ja", 0)])
def test_after_the_job_the_employer_is_written_to_only_with_a_yes(
    vforlob: Vforlob, store: Store, svar: str | None, code: int
) -> None:
    case = make_case(
        store, forlob={"status": "lukket", "lukket": "2026-11-16", "udfald": "job", "eftervaern": "2027-11-15"}
    )
    if svar is not None:
        answers = {Key("ma_kontakte_arbejdsgiver", "svar"): svar}
        finish(store, make_samtale(store, case, "eftervaern", answers, dato="2026-11-19"))

    to_employer, to_borger = vforlob("besked", "f1", "--til", "virksomhed"), vforlob("besked", "f1")

    assert to_employer.code == code
    assert ("Uden et ja" in to_employer.err) == bool(code)
    assert to_borger.code == 0


def test_the_newest_word_counts(vforlob: Vforlob, store: Store) -> None:
    case = make_case(
        store, forlob={"status": "lukket", "lukket": "2026-11-16", "udfald": "job", "eftervaern": "2027-11-15"}
    )
    for dato, svar in (("2026-11-18", "ja"), ("2026-11-19", "nej")):
        answers = {Key("ma_kontakte_arbejdsgiver", "svar"): svar}
        finish(store, make_samtale(store, case, "eftervaern", answers, dato=dato))

    assert "har sagt nej" in vforlob("besked", "f1", "--til", "virksomhed").err


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (("besked",), 2, "Der mangler et forløb"),
        (("besked", "f9"), 3, "vforlob forløb liste"),
        (("besked", "f1", "--til", "mentor"), 2, "borger eller virksomhed"),
        (("besked", "f1", "--til", "borgr"), 2, "(mente du »borger«?)"),
        (("vitas",), 2, "Der mangler et forløb"),
        (("vitas", "b1"), 2, "b1 er en borger"),
    ],
)
def test_a_wrong_line_is_answered(vforlob: Vforlob, store: Store, line: tuple[str, ...], code: int, told: str) -> None:
    make_case(store)

    ran = vforlob(*line)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


def test_vitas_names_what_is_missing_and_warns_before_the_bevilling(vforlob: Vforlob, store: Store) -> None:
    make_case(store)

    shown, found = vforlob("vitas", "f1").out, read(vforlob("vitas", "f1", "--json"))

    assert "Kun til dig" in shown
    assert "Bevillingen er ikke givet endnu" in shown
    assert "mangler: spørg virksomheden" in shown
    assert set(found["mangler"]) >= {"cvr", "medarbejderrepraesentant", "antal_ansatte"}
    assert (found["frist"], found["skanehensyn"]) == ("2026-11-04", [])
    assert max(map(len, shown.splitlines())) <= 80


def test_vitas_has_the_meeting_time_of_the_newest_startmode(vforlob: Vforlob, store: Store) -> None:
    case = make_case(store)
    finish(store, make_samtale(store, case, "startmode", {Key("fremmode", "modetid"): "08:30"}, dato="2026-11-03"))
    change(store, vitas="bevilget")

    found = read(vforlob("vitas", "f1", "--json"))

    assert {row["id"]: row["vaerdi"] for row in found["felter"]}["arbejdstid"] == "Møder kl. 8.30"
    assert found["advarsler"] == []


@pytest.mark.parametrize("svar", ["ma", "sporg", "ma_ikke"])
def test_a_hensyn_stands_in_vitas_only_when_vitas_may_know_it(vforlob: Vforlob, store: Store, svar: str) -> None:
    make_case(store)
    with store.doing("lov"):
        store.door(Clearance).add(Clearance(0, 1, 1, "vitas", svar, "2026-11-04"))

    shown, found = vforlob("vitas", "f1").out, read(vforlob("vitas", "f1", "--json"))

    assert ("en kort pause" in shown) == (svar == "ma")
    assert bool(found["skanehensyn"]) == (svar == "ma")


def sow(store: Store) -> list[str]:
    """A text found nowhere else in every column that takes text and must not come out, in two hensyn and beside them.

    The second hensyn is cleared for everybody but vitas. What may come out of the first is not among the canaries.
    """
    make_case(store)
    canaries: list[str] = []

    def mark() -> str:
        canaries.append(f"KANARIE{len(canaries):03}Q")
        return canaries[-1]

    with store.doing("kanarier"):
        store.door(Indstilling).add(Indstilling(0, "navne", "ja"))
        texts = ("hensyn", "behov", "reformulering", "hvorfor")
        store.door(Hensyn).change(1, losning="en pause", **{name: mark() for name in texts})
        store.door(Clearance).add(Clearance(0, 1, 1, "vitas", "ma"))
        store.door(Hensyn).change(2, **{name: mark() for name in (*texts, "losning")})
        for rolle in ("leder", "kolleger"):
            store.door(Clearance).add(Clearance(0, 2, 1, rolle, "ma"))
        store.door(Clearance).add(Clearance(0, 2, 1, "vitas", "sporg"))
        words = ("malgruppe", "skal_til", "sagsbehandler", "navn", "telefon", "erhvervserfaring", "skolegang")
        more = ("interesser", "andet", "kan_jeg", "har_brug_for", "hjaelper_mig", "sted")
        store.door(Borger).change(1, alias=f"Æ-{mark()}", **{name: mark() for name in (*words, *more)})
        columns = ("fast_tid", "kontakt_kommune", "stedfortraeder", "mentor", "rejse", "uden_formode", "timer_grund")
        store.door(Forlob).change(1, **{name: mark() for name in columns})
        store.door(Koordinering).add(Koordinering(0, 1, mark(), "tirsdag kl. 14-15", mark()))
        store.door(Onske).add(Onske(0, 1, 1, mark(), mark(), tekst=mark()))
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-19", "telefon", ("borger",), "ja", "konsulent", mark()))
        store.door(Fravaer).add(Fravaer(0, 1, 1, "2026-11-18", "syg", mark()))
        store.door(Fremmode).add(Fremmode(0, 1, 1, til="2026-11-18", aftalt=5, modt=2, syg=3))
        store.door(Taet).add(Taet(0, 1, 1, "2026-11-19", "ja", mark(), mark()))
        store.door(Delmal).add(Delmal(0, 1, 1, specifikt=mark(), malbart=mark(), frist="2026-12-24"))
        store.door(Aftale).add(Aftale(0, 1, 1, mark(), ("borger",), mark(), grund=mark()))
        store.door(Lonkroner).add(Lonkroner(0, 1, 1, "2026-11-19", "forhandles", 4, mark(), mark()))
        store.door(Timer).add(Timer(0, 1, 1, "2026-11-19", praktik=20, grund=mark()))
    answers = {Key("fremmode", "modetid"): "09:00", Key("hensyn", "note"): mark(), Key("vitas", "note"): mark()}
    finish(store, make_samtale(store, load_case(store, forlob=1), "startmode", answers, dato="2026-11-03"))
    return canaries


@pytest.mark.parametrize("line", [*LINES, *VITAS], ids=" ".join)
def test_nothing_that_is_not_cleared_ever_comes_out(vforlob: Vforlob, store: Store, line: tuple[str, ...]) -> None:
    canaries = sow(store)

    ran = vforlob(*line)

    assert ran.code == 0, ran.err
    body = ran.out.partition("\n")[2] if line == ("vitas", "f1") else ran.out  # the heading names the borger, for her
    assert [mark for mark in canaries if mark in body + ran.err] == []
    assert ("en pause" in ran.out) == (line[0] == "vitas")


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_message_holds_no_hensyn_and_no_name_at_all(vforlob: Vforlob, store: Store, line: tuple[str, ...]) -> None:
    make_case(store)
    with store.doing("lov"):
        for rolle in ("leder", "mentor", "kolleger", "vitas"):
            store.door(Clearance).add(Clearance(0, 2, 1, rolle, "ma"))

    said = vforlob(*line).out

    assert [word for word in ("pause", "kl. 9 ", "B-1", "Ørbæk", "Åse", "fejning") if word in said] == []
