"""A forløb that ends: what closing does to the records, what is told, and how it is corrected and taken back."""

from collections.abc import Callable
from typing import Any

import pytest

from building import make_case
from meeting import shipped
from vforlob.actions.fill import Filled, correct, fill
from vforlob.errors.answer import FaultyFile
from vforlob.model.accounts import Statistik
from vforlob.model.aftale import Aftale
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.rules.outcomes import CALL_ABOUT_WHY
from vforlob.store.case import load_case
from vforlob.store.rebuild import differences
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

DAY = '[samtale]\ndato = 2026-12-11\ndeltagere = ["borger", "leder", "konsulent"]\n'
HELD = 'samtale_med_virksomhed = { holdt = "ja", form = "telefon" }\n'
WHOLE = (
    '[laering]\nvirkede = "Faste opgaver"\n[naeste_skridt]\nhvad = "Holde møde"\nhvem = "sagsbehandler"\n'
    "frist = 2026-12-18\n"
)
WHY = '[samtale]\ngrund = "Skrevet forkert"\n'


def ended(kode: str, dato: str = "2026-12-11", more: str = "", rest: str = WHOLE, before: str = HELD) -> str:
    return f'{before}{DAY}[udfald]\nkode = "{kode}"\ndato = {dato}\n{more}{rest}'


JOB = ended("job")
BROKEN = ended(
    "afbrudt_borger", more='hvem = "borger"\narsag = "Larmen var for meget"\nkender_virksomheden_arsag = "nej"\n'
)


def closed(store: Store, text: str = JOB) -> Filled:
    return fill(store, shipped(store, "afslutning"), make_case(store), text.encode())


def corrected(store: Store, text: str) -> Filled:
    return correct(store, store.door(Samtale).get(1), (WHY + text).encode())


def forlob(store: Store) -> tuple[str, str | None, str | None, str | None]:
    one = store.door(Forlob).get(1)
    return one.status, one.udfald, one.lukket, one.eftervaern


def plans(store: Store) -> list[str]:
    return [plan.dato for plan in store.door(Plan).find(samtale=1)]


def figures(store: Store) -> list[tuple[str | None, str, int | None]]:
    return [(row.udfald, row.maned, row.uge) for row in store.door(Statistik).find()]


def faults(store: Store, text: str, agenda: str = "afslutning") -> list[str]:
    with pytest.raises(FaultyFile) as refused:
        fill(store, shipped(store, agenda), load_case(store, forlob=1), text.encode())
    return [f"{fault.place}: {fault.sentence}" for fault in refused.value.faults]


def test_a_job_closes_the_forlob_and_starts_eftervaern(store: Store) -> None:
    filled = closed(store)

    assert forlob(store) == ("lukket", "job", "2026-12-11", "2027-12-11")
    assert plans(store) == ["2026-12-18"]
    assert figures(store) == [("job", "2026-12", 6)]
    assert "Forløbet er lukket den 11. december 2026: job." in filled.told
    assert "Næste kontakt: fredag den 18. december 2026 (uge 51)." in filled.told
    assert any(line.startswith("Efterværnet varer til lørdag den 11. december 2027") for line in filled.told)


def test_any_other_end_leaves_nobody_to_follow(store: Store) -> None:
    closed(store, ended("uddannelse"))

    assert forlob(store) == ("lukket", "uddannelse", "2026-12-11", None)
    assert plans(store) == []


def test_open_aftaler_are_told_and_stay_open(store: Store) -> None:
    filled = closed(store)

    told = "\n".join(filled.told)
    assert "4 aftaler er stadig åbne:" in told
    assert "1  sætte ind i pakkebordet · virksomheden · senest 13/11" in told
    assert [aftale.status for aftale in store.door(Aftale).find()] == ["aben"] * 4


def test_a_virksomhed_that_does_not_know_why_becomes_an_aftale_that_does_not_say_why(store: Store) -> None:
    filled = closed(store, BROKEN)

    made = [aftale for aftale in store.door(Aftale).find() if aftale.hvad == CALL_ABOUT_WHY]
    assert [(aftale.hvem, aftale.frist) for aftale in made] == [(("konsulent",), "2026-12-18")]
    assert not any("Larmen" in str(aftale) for aftale in store.door(Aftale).find())
    assert any(line.startswith(f"Det er blevet en aftale: {CALL_ABOUT_WHY}. Senest fredag") for line in filled.told)
    assert "Giv det videre til sagsbehandleren: vforlob referat s1 --til sagsbehandler" in filled.told


def test_what_is_missing_is_told_and_demanded_of_nobody(store: Store) -> None:
    filled = closed(store, ended("udeblevet", more='kender_virksomheden_arsag = "ja"\n', rest=""))

    told = "\n".join(filled.told)
    assert forlob(store)[0] == "lukket"
    assert "Læringsnoten er tom." in told
    assert "Der er ikke aftalt et næste skridt for borgeren." in told
    assert "Der er skrevet 0 forsøg på at få fat i borgeren. Prøv mindst 3 gange" in told


def test_a_next_step_that_says_who_but_not_what_is_none(store: Store) -> None:
    rest = '[naeste_skridt]\nhvem = "sagsbehandler"\nfrist = 2026-12-18\n'

    told = "\n".join(closed(store, ended("gennemfort", rest=rest)).told)

    assert "Der er ikke aftalt et næste skridt for borgeren." in told


def test_three_attempts_are_enough(store: Store) -> None:
    make_case(store)
    with store.doing("kontakt"):
        for kanal in ("telefon", "sms", "mail"):
            store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-12-08", kanal, ("borger",), naet="nej"))

    text = ended("udeblevet", more='kender_virksomheden_arsag = "ja"\n')
    filled = fill(store, shipped(store, "afslutning"), load_case(store, forlob=1), text.encode())

    assert not any("forsøg" in line for line in filled.told)


def test_a_good_ending_is_told_without_reproach(store: Store) -> None:
    told = "\n".join(closed(store).told)

    assert "Læringsnoten" not in told
    assert "næste skridt" not in told
    assert "Giv det videre" not in told


def test_without_an_outcome_the_forlob_stays_open(store: Store) -> None:
    filled = closed(store, HELD + DAY)

    assert forlob(store) == ("aben", None, None, None)
    assert "Forløbet er stadig åbent, for der er ikke valgt et udfald." in filled.told


AGAINST: list[tuple[str, str, str]] = [
    ("no talk at all", ended("job", before=""), "Et forløb slutter ikke uden en samtale med virksomheden."),
    (
        "no attempt",
        ended("aldrig_startet", before='samtale_med_virksomhed = { holdt = "nej" }\n'),
        "Et forløb slutter ikke uden en samtale med virksomheden.",
    ),
    (
        "not one attempt",
        ended("job", before='samtale_med_virksomhed = { holdt = "nej", forsog = 0 }\n'),
        "Et forløb slutter ikke uden en samtale med virksomheden.",
    ),
    ("nothing learned", ended("stoppet_afklaret"), "Skriv, hvad I er blevet klogere på."),
    ("nobody asked", ended("afbrudt_kommune"), "Skriv, om virksomheden kender årsagen."),
    (
        "somebody else",
        ended("afbrudt_borger", more='hvem = "virksomhed"\nkender_virksomheden_arsag = "ja"\n'),
        "Udfaldet er »afbrudt af borgeren«, men som den, der stoppede, står virksomheden.",
    ),
    ("before the first day", ended("gennemfort", "2026-11-03"), "Forløbet kan ikke slutte før opstart"),
    ("a stop still ahead", ended("stoppet_sygdom", "2026-12-12"), "Datoen ligger efter samtalen."),
]


@pytest.mark.parametrize(("text", "sentence"), [case[1:] for case in AGAINST], ids=[case[0] for case in AGAINST])
def test_an_ending_that_cannot_be_is_refused_with_one_sentence_and_nothing_saved(
    store: Store, text: str, sentence: str
) -> None:
    make_case(store)
    events = store.rows("SELECT count(*) FROM haendelse")[0][0]

    found = faults(store, text)

    assert len(found) == 1
    assert sentence in found[0]
    assert store.rows("SELECT count(*) FROM haendelse")[0][0] == events


@pytest.mark.parametrize(
    "text",
    [
        ended("job", before='samtale_med_virksomhed = { holdt = "nej", forsog = 1 }\n'),
        ended("stoppet_afklaret", more='klogere = "Et stille sted"\n'),
        ended("aldrig_startet", "2026-11-02", more='kender_virksomheden_arsag = "ja"\n'),
        ended("job", "2027-01-01"),
        ended("gennemfort", "2026-11-04"),
    ],
    ids=["one attempt", "something learned", "never began", "a job that begins later", "on the first day"],
)
def test_an_ending_at_the_edge_is_taken(store: Store, text: str) -> None:
    closed(store, text)

    assert forlob(store)[0] == "lukket"


def test_a_draft_may_lack_what_the_end_may_not(store: Store) -> None:
    filled = closed(store, f'{DAY}afslut = "nej"\n[udfald]\nkode = "stoppet_afklaret"\n')

    assert filled.samtale.status == "kladde"
    assert forlob(store)[0] == "aben"


CORRECTED: list[tuple[str, str, str, tuple[Any, ...]]] = [
    (
        "to an end without a job",
        JOB,
        '[udfald]\nkode = "gennemfort"',
        (("lukket", "gennemfort", "2026-12-11", None), [], [("gennemfort", "2026-12", 6)]),
    ),
    (
        "to a job",
        ended("gennemfort"),
        '[udfald]\nkode = "job"',
        (("lukket", "job", "2026-12-11", "2027-12-11"), ["2026-12-18"], [("job", "2026-12", 6)]),
    ),
    (
        "to another day",
        JOB,
        "[udfald]\ndato = 2026-11-30",
        (("lukket", "job", "2026-11-30", "2027-11-30"), ["2026-12-28"], [("job", "2026-11", 4)]),
    ),
    ("to no outcome", JOB, '[udfald]\nkode = ""', (("aben", None, None, None), [], [])),
    (
        "to an outcome that was not there",
        HELD + DAY,
        '[udfald]\nkode = "job"\ndato = 2026-12-11',
        (("lukket", "job", "2026-12-11", "2027-12-11"), ["2026-12-18"], [("job", "2026-12", 6)]),
    ),
]


@pytest.mark.parametrize(
    ("first", "patch", "expected"), [case[1:] for case in CORRECTED], ids=[case[0] for case in CORRECTED]
)
def test_a_correction_follows_through_to_the_forlob_its_contacts_and_its_figures(
    store: Store, first: str, patch: str, expected: tuple[Any, ...]
) -> None:
    closed(store, first)

    corrected(store, patch)

    assert (forlob(store), plans(store), figures(store)) == expected
    assert differences(store) == []


def test_a_forlob_without_an_outcome_any_longer_is_open_again_and_that_is_told(store: Store) -> None:
    closed(store)

    filled = corrected(store, '[udfald]\nkode = ""')

    assert "Forløbet er åbent igen, for det har ikke længere et udfald." in filled.told


def test_another_outcome_and_an_eftervaern_that_goes_are_told(store: Store) -> None:
    closed(store)

    told = corrected(store, '[udfald]\nkode = "gennemfort"').told

    assert "Slutningen er rettet. Forløbet er lukket den 11. december 2026: gennemført som planlagt." in told
    assert "Der er ikke længere efterværn, og kontakterne i det er taget af planen." in told


def test_a_correction_of_other_words_says_nothing_of_the_end(store: Store) -> None:
    closed(store)

    assert not any("rettet" in line for line in corrected(store, '[laering]\nvirkede = "Makkeren"').told)


def test_only_its_own_figures_are_corrected_where_two_rows_say_the_same(store: Store) -> None:
    closed(store)
    with store.doing("en anden"):
        row = store.door(Statistik).get(1)
        store.door(Statistik).add(row._replace(tegn=("et_andet_tegn",)))

    corrected(store, '[udfald]\nkode = "gennemfort"')

    assert [(row.nr, row.udfald) for row in store.door(Statistik).find()] == [(1, "gennemfort"), (2, "job")]


def test_the_signs_that_stood_are_not_counted_again_at_a_correction(store: Store) -> None:
    closed(store)
    with store.doing("som det stod"):
        store.door(Statistik).change(1, tegn=("som_det_stod",))

    corrected(store, '[udfald]\nkode = "gennemfort"')

    assert store.door(Statistik).get(1).tegn == ("som_det_stod",)


def test_the_call_goes_when_the_virksomhed_turns_out_to_know(store: Store) -> None:
    closed(store, BROKEN)

    corrected(store, '[udfald]\nkender_virksomheden_arsag = "ja"')

    assert not [aftale for aftale in store.door(Aftale).find() if aftale.hvad == CALL_ABOUT_WHY]


def test_what_was_changed_by_hand_since_stands(store: Store) -> None:
    closed(store)
    with store.doing("forløb rettet"):
        store.door(Forlob).change(1, eftervaern="2027-06-30")

    filled = corrected(store, '[udfald]\nkode = "gennemfort"')

    assert forlob(store) == ("lukket", "gennemfort", "2026-12-11", "2027-06-30")
    assert any("rettet siden: forløb 1" in line for line in filled.told)


TEXTS = {
    "job": JOB,
    "broken off": BROKEN,
    "no outcome": HELD + DAY,
    "cleared up": ended("stoppet_afklaret", more='klogere = "Ro"\n'),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_an_ending_taken_back_leaves_everything_as_it_was(store: Store, text: str) -> None:
    make_case(store)
    before = everything(store)
    fill(store, shipped(store, "afslutning"), load_case(store, forlob=1), text.encode())

    undo_last(store)

    assert everything(store) == before
    assert differences(store) == []


def test_a_correction_taken_back_closes_again(store: Store) -> None:
    closed(store)
    before = everything(store)
    corrected(store, '[udfald]\nkode = ""')

    undo_last(store)

    assert everything(store) == before


def everything(store: Store) -> dict[str, list[Any]]:
    """Every record there is but the samtale itself, which becomes a draft again or is gone."""
    from vforlob.store.kinds import RECORDS

    return {emne: list(store.door(kind).find()) for emne, kind in RECORDS.items() if emne != "samtale"}


# --- efterværn and a call ---


def after_the_job(store: Store, text: str, agenda: str = "eftervaern") -> Filled:
    return fill(store, shipped(store, agenda), load_case(store, forlob=1), text.encode())


@pytest.mark.parametrize(
    ("day", "planned"),
    [
        ("2026-12-18", ["2027-01-08"]),
        ("2027-01-08", ["2027-03-11"]),
        ("2027-03-11", ["2027-06-11"]),
        ("2027-06-11", ["2027-09-10"]),
        ("2027-09-10", ["2027-12-10"]),
        ("2027-12-10", []),
    ],
)
def test_eftervaern_goes_on_by_its_plan_and_ends(store: Store, day: str, planned: list[str]) -> None:
    closed(store)

    filled = after_the_job(store, f'[samtale]\ndato = {day}\ndeltagere = ["borger", "konsulent"]\n')

    assert [plan.dato for plan in store.door(Plan).find(samtale=2)] == planned
    assert any("ikke flere kontakter i efterværnet" in line for line in filled.told) is not bool(planned)


def test_an_agreed_day_comes_before_the_plan_of_eftervaern(store: Store) -> None:
    closed(store)

    after_the_job(store, "[samtale]\ndato = 2026-12-18\n[aftaler]\nnaeste_kontakt = 2027-02-01\n")

    assert [(plan.dato, plan.kilde) for plan in store.door(Plan).find(samtale=2)] == [("2027-02-01", "aftalt")]


def test_months_between_contacts_in_eftervaern_are_no_delay(store: Store) -> None:
    closed(store)

    filled = after_the_job(store, "[samtale]\ndato = 2027-01-08\n")

    assert not any("Reglen er højst" in line for line in filled.told)


@pytest.mark.parametrize(
    ("day", "planned"),
    [("2026-12-08", "2026-12-11"), ("2026-12-10", "2026-12-15"), ("2026-12-23", "2026-12-30")],
    ids=["within a week", "over a weekend", "over Christmas"],
)
def test_a_call_is_followed_up_within_three_working_days(store: Store, day: str, planned: str) -> None:
    make_case(store)

    filled = after_the_job(store, f'[samtale]\ndato = {day}\ndeltagere = ["leder", "konsulent"]\n', "opkald")

    assert [plan.dato for plan in store.door(Plan).find(samtale=1)] == [planned]
    assert any(line.startswith("Næste kontakt: ") for line in filled.told)


def test_an_own_promise_without_a_day_is_told_with_the_day_it_got(store: Store) -> None:
    make_case(store)
    text = '[samtale]\ndato = 2026-12-08\n[aftaler]\nraekker = [ { hvad = "Sende kortet", hvem = "konsulent" } ]\n'

    filled = after_the_job(store, text, "midtvejs")

    told = "Du har lovet »Sende kortet« uden en dato. Fristen er sat til tirsdag den 15. december 2026 (uge 51)."
    assert told in filled.told


EXTENSION: list[tuple[str, Callable[[Store], str]]] = [
    ("2026-11-01", lambda _: "Den nye slutdato ligger før opstart den 4. november 2026."),
    ("2027-02-02", lambda _: "Den nye slutdato ligger før den, der gælder nu: 3. februar 2027."),
]


@pytest.mark.parametrize(("slut", "sentence"), EXTENSION, ids=[case[0] for case in EXTENSION])
def test_an_extension_does_not_go_backwards(store: Store, slut: str, sentence: Callable[[Store], str]) -> None:
    make_case(store)
    text = f'{DAY}[forlaengelse]\nborger = "ja"\nvirksomhed = "ja"\nslut = {slut}\n'

    assert sentence(store) in faults(store, text, "opfolgning")[0]


def test_an_extension_beyond_a_limit_is_told_with_the_rule(store: Store) -> None:
    make_case(store)
    text = f'{DAY}[forlaengelse]\nborger = "ja"\nvirksomhed = "ja"\nslut = 2027-04-01\n'

    filled = after_the_job(store, text, "opfolgning")

    assert store.door(Forlob).get(1).slut == "2027-04-01"
    assert any(line.startswith("Praktikken er på 21 uger og 2 dage.") for line in filled.told)


@pytest.mark.parametrize(
    ("agenda", "text", "sentence"),
    [
        ("startmode", '[opfolgning]\ndato = 2026-12-15\nsvar = "ingen_aftale"\n', "Der står både en dag"),
        ("startmode", "[opstart]\ndato = 2027-02-04\n", "Den første dag ligger efter forløbets slutdato"),
        ("opfolgning", "[fremmode]\naftalt = 5\nmodt = 6\n", "Der er 5 aftalte dage, men svarene giver 6."),
        ("opfolgning", "[timetal]\npraktik = 25\nordinaer = 15\n", "Timerne giver 40 om ugen"),
    ],
)
def test_answers_that_speak_against_each_other_are_refused(store: Store, agenda: str, text: str, sentence: str) -> None:
    make_case(store)

    assert any(sentence in fault for fault in faults(store, DAY + text, agenda))


@pytest.mark.parametrize("point", ["[fremmode]\naftalt = 5\nmodt = 6\n", "[timetal]\npraktik = 25\nordinaer = 15\n"])
def test_a_note_explains_a_number_that_does_not_fit(store: Store, point: str) -> None:
    make_case(store)

    filled = after_the_job(store, f'{DAY}{point}note = "Ekstra vagt"\n', "opfolgning")

    assert filled.samtale.status == "faerdig"


def test_tasks_done_that_nobody_will_pay_for_ask_for_a_choice(store: Store) -> None:
    make_case(store)
    text = '[samtale]\ndato = {}\n[selvstaendigt]\nopgaver = ["fejning"]\n[lonkroner]\ntrin = "afvist"\n'

    first = after_the_job(store, text.format("2026-11-20"), "opfolgning")
    second = after_the_job(store, text.format("2026-12-04"), "opfolgning")

    asked = "Forhandl igen, find en ny virksomhed, eller skriv, hvorfor forløbet fortsætter."
    assert [any(asked in line for line in filled.told) for filled in (first, second)] == [False, True]
