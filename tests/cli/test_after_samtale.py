"""What comes after a samtale, when the consultant sits alone. Nothing there can lose anything of the samtale."""

from collections.abc import Iterator

import pytest
from test_record_prompts import SKIP, Scripted

from building import finish, make_borger, make_case, make_samtale
from running import CLOCK, key_file, run
from vforlob.actions.asking import Pause, Reply
from vforlob.actions.record_kinds import felter_of
from vforlob.cli.after_samtale import after_samtale
from vforlob.cli.context import GlobalOptions, begin
from vforlob.model.delmal import Delmal
from vforlob.model.kontakt import Taet
from vforlob.model.samtale import Samtale
from vforlob.store.case import load_case
from vforlob.store.store import Store

STOP = Pause(interrupted=True)
HAND_OVER = "Aflevér den nu?"


@pytest.fixture(autouse=True)
def _program(folder: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in (("MAPPE", folder), ("NOEGLEFIL", key_file(folder)), ("NU", CLOCK)):
        monkeypatch.setenv(f"VFORLOB_{name}", value)
    begin(GlobalOptions())
    yield
    begin(GlobalOptions())


@pytest.fixture
def formode(store: Store) -> Samtale:
    case = load_case(store, borger=make_borger(store).nr)
    return finish(store, make_samtale(store, case, "formode"))


def held(store: Store, samtale: Samtale, *replies: str | Reply) -> tuple[int, list[str]]:
    ask = Scripted(*replies)
    code = after_samtale(store, samtale, ask)
    return code, [question.text for question in ask.asked]


def test_enter_passes_every_question(store: Store, formode: Samtale) -> None:
    code, asked = held(store, formode)

    assert code == 0
    assert asked == ["Skal borgeren følges tæt fra starten?", "Intet delmål endnu. Lav et nu?", HAND_OVER]
    assert (store.door(Taet).find(), store.door(Delmal).find()) == ((), ())


def test_all_is_asked_on_the_page_for_her_alone(store: Store, formode: Samtale) -> None:
    ask = Scripted()
    after_samtale(store, formode, ask)

    assert {question.page for question in ask.asked} == {"alene"}
    assert not any(question.saves for question in ask.asked)


def test_no_is_kept_as_an_answer(store: Store, formode: Samtale) -> None:
    held(store, formode, "nej")

    assert [(it.svar, it.dato) for it in store.door(Taet).find(borger=1)] == [("nej", "2026-11-20")]


def test_yes_asks_why_and_what_is_done(store: Store, formode: Samtale) -> None:
    _, asked = held(store, formode, "ja, følg tæt", "Udeblev to gange i sidste forløb", "Ringer hver mandag")

    taet = store.door(Taet).find(borger=1)[0]
    assert asked[1:3] == [felter_of("taet")[at].felt.text for at in (3, 4)]
    assert (taet.svar, taet.grund, taet.vi_gor) == ("ja", "Udeblev to gange i sidste forløb", "Ringer hver mandag")


def test_a_delmal_is_made_at_once(store: Store, formode: Samtale, capsys) -> None:
    held(store, formode, SKIP, "ja", "udviklingsmål: et skridt på vejen", "Møde kl. 9")

    delmal = store.door(Delmal).find(borger=1)[0]
    assert (delmal.specifikt, delmal.forlob) == ("Møde kl. 9", None)
    assert "M mangler: hvad tæller I?" in capsys.readouterr().err


@pytest.mark.parametrize("at", [0, 1])
def test_ctrl_c_in_a_form_says_one_sentence_and_keeps_the_samtale(
    store: Store, formode: Samtale, capsys, at: int
) -> None:
    code, _ = held(store, formode, *([SKIP, "ja"] if at else ["ja"]), STOP)

    said = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("Uret er sat til")]
    assert (code, said) == (130, ["Stoppet. Samtalen er gemt."])
    assert store.door(Samtale).get(formode.nr) == formode
    assert (store.door(Taet).find(), store.door(Delmal).find()) == ((), ())


def test_a_judgement_of_today_is_not_asked_for_again(store: Store, formode: Samtale) -> None:
    held(store, formode, "nej")

    assert held(store, formode)[1] == ["Intet delmål endnu. Lav et nu?", HAND_OVER]


def test_the_lines_without_a_terminal(store: Store, folder: str) -> None:
    make_borger(store)
    svar = '[samtale]\ndato = 2026-11-20\nform = "besog"\ndeltagere = ["borger", "konsulent"]\n[indsats]\nsvar = "x"\n'

    ran = run("formøde", "b1", "--svar", "-", folder=folder, stdin=svar)

    assert ran.code == 0
    assert "Skal borgeren følges tæt fra starten? vforlob tæt b1" in ran.err
    assert "Der er intet delmål endnu. vforlob delmål ny b1" in ran.err


def test_after_any_other_samtale_one_line_tells_that_there_is_no_delmal(store: Store, capsys) -> None:
    samtale = finish(store, make_samtale(store, make_case(store)))

    code, asked = held(store, samtale)

    assert (code, asked) == (0, [HAND_OVER])
    assert "vforlob delmål ny f1" in capsys.readouterr().out


def test_the_last_thing_offered_is_to_hand_it_over_and_it_can_wait(store: Store, capsys) -> None:
    samtale = finish(store, make_samtale(store, make_case(store)))

    code, _ = held(store, samtale, "nej")

    assert code == 0
    assert f"Aflevér den senere med: vforlob aflever s{samtale.nr}" in capsys.readouterr().out


@pytest.mark.parametrize(("status", "is_told"), [("aben", False), ("delvist", False), ("naet", True)])
def test_an_open_delmal_is_enough(store: Store, capsys, status: str, is_told: bool) -> None:
    samtale = finish(store, make_samtale(store, make_case(store)))
    with store.doing("prøve"):
        store.door(Delmal).add(Delmal(0, 1, specifikt="x", status=status))

    held(store, samtale)

    assert ("intet delmål" in capsys.readouterr().out) == is_told


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("reply", "code"), [(STOP, 130), (Pause(interrupted=False), 0)])
def test_leaving_loses_nothing_of_the_samtale(
    store: Store, formode: Samtale, place: int, reply: Pause, code: int
) -> None:
    ended, asked = held(store, formode, *[SKIP] * place, reply)

    assert (ended, len(asked)) == (code, place + 1)
    assert store.door(Samtale).get(formode.nr) == formode
