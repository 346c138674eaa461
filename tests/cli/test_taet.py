"""tæt: the facts behind it, and how it is set, changed and lifted by a file."""

import json
from typing import Any

import pytest

from building import make_borger, make_case
from running import Ran, run
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.store.store import Store

YES = 'svar = "ja"\ngrund = "Kom ikke to gange"\nvi_gor = "Ringer hver mandag til begge"\n'


@pytest.fixture
def with_case(store: Store, folder: str) -> str:
    make_case(store, borger={"alias": "Æ-7"})
    return folder


def taet(folder: str, *line: str, svar: str = "") -> Ran:
    given = ("--svar", "-") if svar else ()
    return run("tæt", *line, *given, folder=folder, stdin=svar)


def read(ran: Ran) -> dict[str, Any]:
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    assert next(iter(found.items())) == ("skema", 1)
    return found


def words(folder: str) -> list[tuple[str, str | None]]:
    found = read(taet(folder, "f1", "--json"))
    now = [found["taet"]] if found["taet"] else []
    return [(it["svar"], it["grund"]) for it in (*now, *found["for"])]


def test_without_a_terminal_it_only_shows(with_case: str, store: Store) -> None:
    shown = taet(with_case, "f1")

    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(" Kun til dig · Tæt opfølgning · f1 · Æ-7 hos Ørbæk & Søn\n")
    assert "Ikke vurderet endnu" in shown.out
    assert "VITAS er ikke bevilget" in shown.out
    assert "Tallet: 14 dage." in shown.out
    assert "vforlob tæt f1 --svar svar.toml" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80
    assert store.door(Taet).find() == ()


def test_every_sign_stands_there_with_its_facts_and_its_command(with_case: str) -> None:
    found = read(taet(with_case, "f1", "--json"))
    shown = " ".join(taet(with_case, "f1").out.split())

    for sign in found["tegn"]:
        assert set(sign) == {
            *("id", "tema", "saetning", "gor", "kommando", "hvornar", "fakta", "regel", "tal"),
        }
        assert f"{sign['saetning']} {sign['gor']}" in shown
        assert sign["kommando"] in shown
        assert all(fact in shown for fact in sign["fakta"])


def test_the_same_facts_say_the_same_twice(with_case: str) -> None:
    assert taet(with_case, "f1").out == taet(with_case, "f1").out


def test_it_is_set_changed_and_lifted(with_case: str) -> None:
    set_ = taet(with_case, "f1", svar=YES)
    taet(with_case, svar='forlob = 1\nsvar = "obs"\ngrund = "Mødte tre dage i træk"\n')
    lifted = taet(with_case, "Æ-7", "--json", svar='svar = "nej"\n')

    assert set_.out.startswith("Tæt opfølgning for f1: ja.\nNæste kontakt er senest ")
    assert read(lifted) == {"skema": 1, "id": 3, "borger": 1, "forlob": 1, "svar": "nej"}
    assert words(with_case) == [("nej", None), ("obs", "Mødte tre dage i træk"), ("ja", "Kom ikke to gange")]


def test_a_yes_needs_a_reason_and_what_is_done(with_case: str, store: Store) -> None:
    refused = taet(with_case, "f1", svar='svar = "ja"\n')

    assert refused.code == 4
    assert "grund: Skriv en grund. Borgeren kan bede om at læse den." in refused.err
    assert "vi_gor: Skriv, hvad I gør" in refused.err
    assert store.door(Taet).find() == ()


def test_the_same_word_twice_is_one(with_case: str) -> None:
    taet(with_case, "f1", svar=YES)
    taet(with_case, "f1", svar=YES)

    assert words(with_case) == [("ja", "Kom ikke to gange")]


def test_a_borger_before_there_is_a_forlob_can_be_followed_closely(store: Store, folder: str) -> None:
    borger = make_borger(store, alias="K-1")
    taet(folder, f"b{borger.nr}", svar=YES)

    shown = taet(folder, "K-1").out

    assert "f · " not in shown
    assert " Tæt opfølgning      Ja, siden fredag den 20. november" in shown
    assert " Grund               Kom ikke to gange" in shown
    assert " I gør               Ringer hver mandag til begge" in shown


def test_a_borger_in_one_forlob_is_looked_at_there(with_case: str) -> None:
    assert " · f1 · " in taet(with_case, "b1").out


def test_a_closed_forlob_is_shown_and_not_set(with_case: str, store: Store) -> None:
    with store.doing("forløb ret"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-18", udfald="afbrudt_borger")

    shown, refused = taet(with_case, "f1"), taet(with_case, "f1", svar=YES)

    assert "der står intet næste skridt" in " ".join(shown.out.split())
    assert refused.code == 4
    assert "f1 er lukket" in refused.err


def test_what_was_typed_is_shown_on_one_line(with_case: str) -> None:
    taet(with_case, "f1", svar='svar = "ja"\ngrund = "Første\\nanden\\u001b[31m"\nvi_gor = "ringer"\n')

    shown = taet(with_case, "f1").out

    assert "Første anden" in shown
    assert "\x1b" not in shown


def test_old_words_stand_below(with_case: str) -> None:
    taet(with_case, "f1", svar='svar = "obs"\ngrund = "Ny på stedet"\n')
    taet(with_case, "f1", svar=YES)

    assert " Før                 20/11 hold øje: Ny på stedet" in taet(with_case, "f1").out


@pytest.mark.parametrize("line", [("taet", "f1"), ("bekymring", "f1"), ("TÆT", "1")])
def test_it_has_its_other_names(with_case: str, line: tuple[str, ...]) -> None:
    assert run(*line, folder=with_case).code == 0


def test_it_needs_somebody_to_be_about(with_case: str) -> None:
    ran = run("tæt", folder=with_case)

    assert (ran.code, ran.out) == (2, "")
    assert "vforlob tæt f12" in ran.err
