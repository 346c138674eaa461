"""Everything about one person is in what she is given, in words, and nothing about anybody else."""

import json
from datetime import date
from typing import Any

import pytest

from building import finish, make_case, make_samtale
from matrix import agenda as shipped
from sown_person import SEARCHED, Person, sow, unsown
from vforlob.actions.documents.indsigt import Insight, make_indsigt
from vforlob.actions.documents.indsigt_data import as_json
from vforlob.actions.indsigt import close_request, keep_request, month_after, open_requests, request_of
from vforlob.model.answers import NOTE, Key
from vforlob.model.samtale import Samtale
from vforlob.model.sparring import Sparring
from vforlob.render.plain import as_data
from vforlob.store.agendas import keep_agenda
from vforlob.store.answers import keep_draft
from vforlob.store.erasing import erase_words
from vforlob.store.indsigt import collect
from vforlob.store.opslag import note_access
from vforlob.store.reducing import GONE
from vforlob.store.store import Store

ONE = ("opfolgning",)
CODES = (
    "virksomhedspraktik_",
    "ma_ikke",
    "med_hjaelp",
    "selvstaendigt",
    "taet_pa",
    "aben",
    "faerdig",
    "sporg",
    "besog",
)


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in texts(part)]
    return [str(value)]


def made_for(store: Store, borger: int, today: date) -> Insight:
    return make_indsigt(collect(store, borger), today, store.now().tzinfo)


def told_to(store: Store, borger: int, today: date) -> str:
    return "\n".join(texts(as_data(made_for(store, borger, today).dokument)))


def asked_and_answered(store: Store) -> int:
    """A finished opfølgning with words of three, and a draft; the samtale's number."""
    agenda = shipped("opfolgning")
    keep_agenda(store, agenda, "")
    case = make_case(store, borger={"skal_til": "Kan begynde i fleksjob"})
    answers = {
        Key("hvordan_gar_det", "borger_tekst"): "Det går godt",
        Key("hvordan_gar_det", "virksomhed_tekst"): "Hun er flittig",
        Key("opgaver", "trin", 1): "med_hjaelp",
        Key("opgaver", NOTE): "Var lidt stille",
    }
    samtale = finish(store, make_samtale(store, case, agenda_sha=agenda.sha, answers=answers))
    keep_draft(store, samtale.nr, Key("socialt", "borger_tekst"), "Halvt skr")
    return samtale.nr


def test_all_of_hers_is_in_it_and_nothing_of_anybody_elses(store: Store, today: date) -> None:
    hers, other = sow(store, "alfa", 100_000, ONE), sow(store, "beta", 200_000, ONE)

    told, data = told_to(store, hers.nr, today), as_json(collect(store, hers.nr), today)

    assert unsown(hers) == list(SEARCHED)  # the same words once more
    assert [(place, mark) for place, mark in hers.all() if mark not in told] == []
    assert [(place, mark) for place, mark in hers.all() if "kanarie" in mark and mark not in data] == []
    assert "kanariebeta" not in told + data
    assert str(other.nr) not in told + data
    assert json.loads(data)["skema"] == 1


def test_a_column_without_a_mark_is_found() -> None:
    person = Person(1, {("borger", "alias"): ["x"]})

    assert ("borger", "navn") in unsown(person)
    assert ("borger", "alias") not in unsown(person)


def test_it_is_told_in_words(store: Store, today: date) -> None:
    samtale = asked_and_answered(store)

    told = told_to(store, 1, today)

    assert "Hvordan går det?" in told
    assert "4. november 2026" in told
    assert f"Opfølgning den 20. november 2026 (s{samtale})" in told
    assert [code for code in CODES if code in told.split()] == []


def test_the_words_of_others_are_to_be_looked_through(store: Store, today: date) -> None:
    asked_and_answered(store)
    with store.doing("sparring ny"):
        store.door(Sparring).add(Sparring(0, 1, 1, "2026-11-19", rad="Prøv en mentor"))

    made = made_for(store, 1, today)
    told = texts(as_data(made.dokument))

    for words, whose in (
        ("Hun er flittig", "virksomhedens ord"),
        ("Kan begynde i fleksjob", "sagsbehandlerens vurdering"),
        ("Prøv en mentor", "råd fra kolleger"),
        ("Var lidt stille", "konsulentens note"),
        ("Åse", "en kontaktperson"),
    ):
        assert f"{words} [andre: {whose} - se det igennem, før det gives]" in told
    assert "Det går godt" in told
    assert made.marks == sum(text.count("[andre: ") for text in told) - 1  # one says what the marks are


def test_what_was_said_before_and_what_is_half_typed_is_there(store: Store, today: date) -> None:
    samtale = asked_and_answered(store)
    with store.doing("samtale ret"):
        store.door(Samtale).change(samtale, anmaerkning="Først dette")
    with store.doing("samtale ret"):
        store.door(Samtale).change(samtale, anmaerkning="Nu det her")

    told = told_to(store, 1, today)

    assert "Anmærkning: Først dette" in told
    assert "-> Nu det her" in told
    assert "Halvt skr" in told


def test_who_looked_is_days_and_purposes_and_nobodys_name(store: Store, today: date) -> None:
    make_case(store)
    note_access(store, "læst", 1, kommando="aftale vis")
    note_access(store, "søgt", antal=4, kommando="find")

    told = told_to(store, 1, today)

    assert "20. november 2026 kl. 13" in told
    assert "aftale vis" in told
    assert "find" not in told.splitlines()


def test_it_says_that_it_is_no_legal_advice(store: Store, today: date) -> None:
    make_case(store)

    assert "Hjælp, ikke juridisk rådgivning." in told_to(store, 1, today)


@pytest.mark.parametrize(
    ("asked", "latest"),
    [
        ("2026-11-20", "2026-12-20"),
        ("2026-12-31", "2027-01-31"),
        ("2027-01-31", "2027-02-28"),
        ("2028-01-30", "2028-02-29"),
        ("2026-10-31", "2026-11-30"),
        ("2026-12-01", "2027-01-01"),
    ],
)
def test_the_answer_is_due_a_month_after(asked: str, latest: str) -> None:
    assert month_after(date.fromisoformat(asked)).isoformat() == latest


def test_a_request_counts_down_until_it_is_answered(store: Store, today: date) -> None:
    make_case(store)

    kept = keep_request(store, 1, date(2026, 11, 10))
    standing = open_requests(store)
    close_request(store, 1)

    assert (kept.latest, kept.left(today)) == (date(2026, 12, 10), 20)
    assert standing == (kept,)
    assert (request_of(store, 1), open_requests(store)) == (None, ())


def test_in_words_that_are_deleted_there_is_nothing_to_look_through(store: Store, today: date) -> None:
    samtale = asked_and_answered(store)
    before = made_for(store, 1, today).marks

    erase_words(store, [("samtale", samtale)], today.isoformat())
    after = made_for(store, 1, today)

    assert after.marks < before
    assert f"{GONE} [andre" not in "\n".join(texts(as_data(after.dokument)))


def test_how_long_it_is_kept_is_told_in_days(store: Store, today: date) -> None:
    asked_and_answered(store)
    days = {"fritekst": 30, "sag": 180, "log": 183}

    made = make_indsigt(collect(store, 1), today, store.now().tzinfo, days)
    told = "\n".join(texts(as_data(made.dokument)))

    assert "30 dage efter, at det er sat ind i journalen, men ikke før den næste samtale i forløbet er færdig." in told
    assert "én grov linje om hvert afsluttet forløb" in told
    assert "når sagen har været lukket i 180 dage" in told
