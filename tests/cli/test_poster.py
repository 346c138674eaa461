"""aftale, delmål, timer and opgave, by files and as JSON, as a script uses them."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from building import make_borger, make_case
from running import Ran, run
from vforlob.actions.record_kinds import felter_of
from vforlob.actions.record_words import column_word, record_word
from vforlob.actions.value_words import in_words
from vforlob.model.aftale import Aftale
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Lonkroner, Timer
from vforlob.store.kinds import RECORDS
from vforlob.store.store import Store

AFTALE = 'hvad = "Ringe til banken"\nhvem = "borger"\nfrist = "27/11"\n'
DELMAL = (
    'art = "udviklingsmal"\nspecifikt = "Møde kl. 9"\nmalbart = "tre dage om ugen"\nattraktivt = "Kende de andre"\n'
    'realistisk = "Bussen passer"\nfrist = 2026-11-30\n'
)
OPGAVE = 'opgave = "Rengøring"\ntrin = "oplaeres"\n'
TIMER = 'fra = "1/12"\npraktik = 15\n'


@pytest.fixture
def case(store: Store) -> Case:
    return make_case(store)


@pytest.fixture
def vforlob(case: Case, folder: str) -> Callable[..., Ran]:
    def on_folder(*line: str, svar: str = "") -> Ran:
        given = ("--svar", "-") if svar else ()
        return run(*line, *given, folder=folder, stdin=svar)

    return on_folder


def read(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    read = json.loads(ran.out)
    assert next(iter(read.items())) == ("skema", 1)
    return read


# --- all four ---


@pytest.mark.parametrize(
    ("family", "svar"), [("aftale", AFTALE), ("delmal", DELMAL), ("opgave", OPGAVE), ("timer", TIMER)]
)
def test_a_new_one_answers_with_its_number_and_stands_in_the_list(vforlob, family: str, svar: str) -> None:
    by_line = read(vforlob(family, "ny", "f1", "--json", svar=svar))["id"]
    again = svar.replace("Rengøring", "Opvask").replace("1/12", "8/12")
    by_file = read(vforlob(family, "ny", "--json", svar=f"forlob = 1\n{again}"))["id"]

    rows = read(vforlob(family, "--json"))["raekker"]
    assert {by_line, by_file} <= {row["id"] for row in rows}
    assert rows == read(vforlob(family, "liste", "--json"))["raekker"]


@pytest.mark.parametrize("name", ["delmål", "delmaal", "DELMÅL", "delmal"])
def test_the_word_alone_is_the_list_in_any_spelling(vforlob, name: str) -> None:
    vforlob("delmål", "ny", "f1", svar=DELMAL)

    assert "Møde kl. 9" in vforlob(name).out


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (("aftale", "ny"), 2, "Der mangler et forløb eller en borger"),
        (("aftale", "ny", "f1"), 2, "--svar"),
        (("opgave", "ny"), 2, "Der mangler et forløb"),
        (("aftale", "vis"), 2, "Der mangler en aftale"),
        (("aftale", "gjort"), 2, "Der mangler en aftale"),
        (("delmål", "ret"), 2, "Der mangler et delmål"),
        (("timer", "vis"), 2, "Der mangler et forløb"),
        (("timer", "ret", "f1"), 2, "Der mangler nummeret på et timetal"),
        (("aftale", "vis", "99"), 3, "Der er ingen aftale 99"),
        (("delmål", "vis", "99"), 3, "vforlob delmål liste"),
        (("opgave", "ret", "99999999999999999999"), 3, "vforlob opgave liste"),
        (("aftale", "vis", "f1"), 2, "f1 er et forløb. Her skal stå en aftale"),
        (("aftale", "liste", "b99"), 3, "vforlob borger liste"),
        (("timer", "vis", "Ukendt-1"), 3, "vforlob"),
    ],
)
def test_what_is_not_there_or_not_given_is_said(vforlob, line: tuple[str, ...], code: int, told: str) -> None:
    ran = vforlob(*line)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


@pytest.mark.parametrize(
    ("family", "svar", "told"),
    [
        ("aftale", "forlob = 1\n", ["hvad: Der mangler et svar", "hvem: Skriv, hvem", "frist: Der mangler en frist"]),
        ("aftale", AFTALE, ["borger: Skriv, hvem det er om"]),
        ("aftale", "forlob = 9\n" + AFTALE, ["Linje 1, forlob: Det forløb findes ikke"]),
        ("aftale", "forlob = 1\nborger = 2\n" + AFTALE, ["Linje 2, borger: Den borger findes ikke"]),
        ("aftale", "forlob = 1\n" + AFTALE + 'udfald = "gjort"\n', ["Linje 5, udfald: En ny aftale har intet udfald"]),
        ("aftale", "forlob = 1\n" + AFTALE.replace('"borger"', '"naboen"'), ["Linje 3, hvem: »naboen« er ikke"]),
        ("aftale", "forlob = 1\n" + AFTALE.replace("banken", "010203-1234"), ["Linje 2, hvad: Her står noget"]),
        ("delmål", 'borger = 1\nart = "udviklingsmal"\n', ["specifikt: Skriv mindst én ting"]),
        ("delmål", "borger = 1\n" + DELMAL + 'delt = "måske"\n', ["Linje 8, delt: »måske« er hverken ja eller nej"]),
        ("opgave", OPGAVE, ["forlob: Skriv, hvilket forløb"]),
        ("opgave", 'forlob = 1\nopgave = "FEJNING"\ntrin = "ny"\n', ["Linje 2, opgave: Den opgave står der allerede"]),
        ("opgave", "forlob = 1\n" + OPGAVE + "timer = -1\n", ["Linje 4, timer: Tallet skal ligge mellem 0 og 60"]),
        ("timer", "forlob = 1\n" + TIMER + "ordinaer = -2\n", ["Linje 4, ordinaer: Tallet skal ligge mellem 0 og 60"]),
        ("timer", "forlob = 1\n" + TIMER + "ordinaer = 30\n", ["grund: Det er 45 timer om ugen, mere end 37"]),
        ("timer", "forlob = 1\n" + TIMER + "ordinaer = 50\n", ["Det er 65 timer om ugen i alt"]),
        ("timer", "forlob = 1\n" + TIMER.replace("1/12", "2026-11-03"), ["Linje 2, fra: Dagen ligger før forløbets"]),
        ("timer", "forlob = 1\n" + TIMER.replace("1/12", "2027-02-04"), ["Linje 2, fra: Dagen ligger efter forløbets"]),
        ("timer", 'forlob = 1\nfra = "1/12"\n', ["praktik: Skriv timer for mindst én slags"]),
        (
            "timer",
            'forlob = 1\nfra = "32/12"\npraktk = 3\n',
            ["Linje 2, fra: »32/12« er ikke en dato", "Linje 3: Navnet"],
        ),
    ],
)
def test_every_fault_of_a_file_is_told_at_once_and_nothing_is_saved(
    vforlob, store: Store, family: str, svar: str, told: list[str]
) -> None:
    before = {kind: len(store.door(kind).find()) for kind in (Aftale, Delmal, Opgave, Timer)}

    ran = vforlob(family, "ny", svar=svar)

    assert (ran.code, ran.out) == (4, "")
    assert all(sentence in ran.err for sentence in told), ran.err
    assert "Intet er gemt" in ran.err
    assert {kind: len(store.door(kind).find()) for kind in before} == before


def test_a_file_may_repeat_whose_it_is_and_may_not_say_otherwise(vforlob, store: Store) -> None:
    other = make_borger(store)

    same = vforlob("aftale", "ny", "f1", svar="forlob = 1\nborger = 1\n" + AFTALE)
    another = vforlob("aftale", "ny", "f1", svar=f"borger = {other.nr}\n" + AFTALE)

    assert (same.code, another.code) == (0, 4)
    assert "en anden borgers" in another.err


@pytest.mark.parametrize(("family", "svar"), [("opgave", OPGAVE), ("timer", TIMER)])
def test_a_closed_forlob_gets_nothing_new_until_it_has_eftervaern(
    vforlob, store: Store, family: str, svar: str
) -> None:
    with store.doing("luk"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-20")
    refused = vforlob(family, "ny", "f1", svar=svar)
    with store.doing("efterværn"):
        store.door(Forlob).change(1, eftervaern="2027-11-20")

    assert (refused.code, "f1 er lukket" in refused.err) == (4, True)
    assert vforlob(family, "ny", "f1", svar=svar).code == 0


def test_screens_fit_in_80_columns(vforlob, store: Store) -> None:
    vforlob("delmål", "ny", "f1", svar=DELMAL.replace("Møde kl. 9", "Møde kl. 9 " * 12))
    for line in ("aftale", "delmål", "timer", "opgave", "aftale vis 1", "delmål vis 1", "timer vis f1", "opgave vis 1"):
        ran = vforlob(*line.split())

        assert ran.code == 0, line
        assert max(map(len, ran.out.splitlines())) <= 80, line
        assert ran.out.startswith(" Kun til dig"), line


# --- aftale ---


def test_own_overdue_promises_stand_first_then_the_overdue_then_by_frist(vforlob, store: Store) -> None:
    with store.doing("prøve"):
        plain = Aftale(0, 1, 1, hvem=("konsulent",))
        mine = store.door(Aftale).add(plain._replace(hvad="min", frist="2026-11-19"))
        undated = store.door(Aftale).add(plain._replace(hvad="uden"))

    rows = read(vforlob("aftaler", "--json"))["raekker"]

    assert [row["id"] for row in rows] == [mine.nr, 1, 2, 3, undated.nr]


def test_the_list_can_be_of_one_borger_and_with_the_settled(vforlob, store: Store) -> None:
    other = make_borger(store, alias="Æ-9")
    vforlob("aftale", "ny", "Æ-9", svar=AFTALE)
    vforlob("aftale", "gjort", "1")

    assert [row["id"] for row in read(vforlob("aftale", "liste", f"b{other.nr}", "--json"))["raekker"]] == [4]
    assert [row["id"] for row in read(vforlob("aftale", "liste", "f1", "--json"))["raekker"]] == [2, 3]
    assert [row["id"] for row in read(vforlob("aftale", "liste", "f1", "--alle", "--json"))["raekker"]] == [2, 3, 1]


def test_an_own_promise_has_a_frist_of_five_working_days_and_says_so(vforlob) -> None:
    ran = vforlob("aftale", "ny", "f1", svar='hvad = "Prøvetur"\nhvem = ["konsulent", "borger"]\n')

    assert "fredag den 27. november 2026" in ran.err
    assert read(vforlob("aftale", "vis", "4", "--json"))["frist"] == "2026-11-27"


def test_an_aftale_is_ticked_off_in_one_line(vforlob) -> None:
    first, again = vforlob("aftale", "gjort", "2"), vforlob("aftale", "gjort", "2")

    shown = read(vforlob("aftale", "vis", "2", "--json"))
    assert (shown["status"], shown["afsluttet"]) == ("gjort", "2026-11-20")
    assert "Aftale 2 er gjort" in first.out
    assert "Æ" in first.out or "B-1" in first.out
    assert "var allerede gjort" in again.out


def test_an_aftale_is_moved_dropped_and_opened_again(vforlob) -> None:
    assert vforlob("aftale", "ret", "1", svar='udfald = "flyttet"\nfrist = "1/12"\ngrund = "Travlt"\n').code == 0
    moved = read(vforlob("aftale", "vis", "1", "--json"))
    assert vforlob("aftale", "ret", "1", svar='udfald = "bortfaldet"\ngrund = "Ikke brug for"\n').code == 0
    dropped = read(vforlob("aftale", "vis", "1", "--json"))
    assert vforlob("aftale", "ret", "1", svar='udfald = "aben"\n').code == 0
    opened = read(vforlob("aftale", "vis", "1", "--json"))

    assert (moved["status"], moved["frist"], moved["flyttet"], moved["grund"]) == ("aben", "2026-12-01", 1, "Travlt")
    assert (dropped["status"], dropped["afsluttet"], dropped["grund"]) == ("bortfaldet", "2026-11-20", "Ikke brug for")
    assert (opened["status"], opened["afsluttet"]) == ("aben", None)


@pytest.mark.parametrize(
    ("svar", "told"),
    [
        ('udfald = "flyttet"\n', "frist: Den er flyttet. Skriv den nye frist"),
        ('udfald = "flyttet"\nfrist = 2026-11-13\n', "Linje 2, frist: Den er flyttet"),
        ('udfald = "bortfaldet"\n', "grund: Den er bortfaldet. Skriv hvorfor"),
        ('hvem = ""\n', "Linje 1, hvem: Skriv, hvem der gør det"),
    ],
)
def test_an_outcome_needs_what_belongs_to_it(vforlob, svar: str, told: str) -> None:
    ran = vforlob("aftale", "ret", "1", svar=svar)

    assert ran.code == 4
    assert told in ran.err


def test_the_reason_of_an_earlier_move_is_no_reason_for_dropping_it(vforlob) -> None:
    vforlob("aftale", "ret", "1", svar='udfald = "flyttet"\nfrist = "1/12"\ngrund = "Travlt"\n')

    assert vforlob("aftale", "ret", "1", svar='udfald = "bortfaldet"\n').code == 4


def test_correcting_a_word_leaves_recipients_and_outcome_alone(vforlob) -> None:
    vforlob("aftale", "ret", "3", svar='hvad = "Tale med egen læge"\n')
    vforlob("aftale", "ret", "2", svar='hvad = "Tur med bussen"\n')

    narrow, plain = (read(vforlob("aftale", "vis", nr, "--json")) for nr in "32")
    assert (narrow["modtagere"], plain["modtagere"]) == (["borger"], None)
    assert (narrow["status"], narrow["afsluttet"]) == ("aben", None)


# --- history and fortryd ---


def test_earlier_values_stand_with_their_day(vforlob) -> None:
    vforlob("aftale", "ret", "2", svar='udfald = "flyttet"\nfrist = "1/12"\ngrund = "Ferie"\n')

    shown = vforlob("aftale", "vis", "2").out
    rows = read(vforlob("aftale", "vis", "2", "--json"))["historik"]

    assert "Rettet 20/11: frist 27/11 -> 1/12" in shown
    assert "Rettet 20/11: grund (tomt) -> Ferie" in shown
    assert [(row["dato"], row["for"]["frist"], row["efter"]["frist"]) for row in rows] == [
        ("2026-11-20", "2026-11-27", "2026-12-01")
    ]


def test_what_is_taken_back_is_told_in_words_and_stands_in_the_history(vforlob) -> None:
    vforlob("opgave", "ret", "2", svar='trin = "selvstaendigt"\n')

    undone = vforlob("fortryd")
    shown = vforlob("opgave", "vis", "2").out

    assert "opgave 2, trin: selvstændigt -> med hjælp" in undone.out
    assert "Fortrudt 20/11: trin selvstændigt -> med hjælp" in shown


def test_an_answer_taken_back_stands_apart_from_what_was_asked(vforlob) -> None:
    who = '[samtale]\ndeltagere = ["leder", "konsulent"]\n'
    vforlob("opkald", "f1", svar=f'{who}[hvad_sker]\nhvornar = "Mandage"\n[aftaler]\nnaeste_kontakt = 2026-11-24\n')

    undone = vforlob("fortryd").out

    assert "s1, Hvornår, og hvor tit? Mandage -> (tomt)" in undone
    assert "s1, Næste kontakt: tirsdag den 24. november 2026" in undone


def test_an_outcome_is_told_in_words() -> None:
    assert in_words("forlob", "udfald", "lontimer") == "timer med løn"


def test_a_redacted_event_is_passed_over(vforlob, store: Store) -> None:
    vforlob("aftale", "ret", "2", svar='hvad = "Hemmeligt"\n')
    vforlob("aftale", "ret", "2", svar='hvad = "Noget andet"\n')
    store.connection.execute(
        "UPDATE haendelse SET salt = NULL, indhold = NULL, emne_nr = NULL, sted = NULL WHERE indhold LIKE '%Hemmeligt%'"
    )

    ran = vforlob("aftale", "vis", "2")

    assert ran.code == 0
    assert "Hemmeligt" not in ran.out


@pytest.mark.parametrize("emne", RECORDS)
def test_every_kind_and_column_has_a_danish_name(emne: str) -> None:
    spelt_in_ascii = {"delmal", "forlob", "onske", "fravaer", "maned", "lonkroner", "fremmode", "malgruppe", "hvornar"}
    words = [record_word(emne), *(column_word(column, emne) for column in RECORDS[emne]._fields)]

    assert [word for word in words if "_" in word or word in spelt_in_ascii] == []


# --- delmål ---


def test_a_delmal_shows_its_gaps_in_words_and_is_saved_all_the_same(vforlob) -> None:
    ran = vforlob("delmål", "ny", "b1", svar='art = "jobmal"\nspecifikt = "Fem løntimer"\nfrist = "1/2"\n')

    assert ran.code == 0
    assert "M mangler: hvad tæller I?" in ran.err
    assert "A mangler: hvad får borgeren selv ud af det?" in ran.err
    assert "R mangler" in vforlob("delmål", "vis", "1").out
    assert "MAR" in vforlob("delmål").out


def test_a_delmal_belongs_to_the_borger_and_the_forlob_that_runs(vforlob) -> None:
    vforlob("delmål", "ny", "b1", svar=DELMAL)
    vforlob("delmål", "ny", "f1", svar=DELMAL)

    rows = read(vforlob("delmål", "liste", "f1", "--json"))["raekker"]
    assert [(row["borger"], row["forlob"]) for row in rows] == [(1, 1), (1, 1)]


def test_a_reached_delmal_is_praised_first_and_leaves_the_list(vforlob) -> None:
    vforlob("delmål", "ny", "b1", svar=DELMAL + "delt = true\n")

    ran = vforlob("delmål", "ret", "1", svar='status = "naet"\ntekst = "Tre uger i træk"\n')

    assert ran.out.startswith("Det er lykkedes: delmål 1 er nået fredag den 20. november 2026")
    assert "borgeren og virksomheden" in ran.out
    assert read(vforlob("delmål", "vis", "1", "--json"))["status_dato"] == "2026-11-20"
    assert read(vforlob("delmål", "--json"))["raekker"] == []
    assert len(read(vforlob("delmål", "liste", "--alle", "--json"))["raekker"]) == 1


@pytest.mark.parametrize(("status", "is_listed"), [("delvist", True), ("justeret", True), ("bortfaldet", False)])
def test_a_delmal_that_is_not_over_stays_in_the_list(vforlob, status: str, is_listed: bool) -> None:
    vforlob("delmål", "ny", "b1", svar=DELMAL)
    vforlob("delmål", "ret", "1", svar=f'status = "{status}"\n')

    assert bool(read(vforlob("delmål", "--json"))["raekker"]) == is_listed


# --- opgave ---


def test_trin_siden_follows_trin(vforlob, store: Store) -> None:
    with store.doing("prøve"):
        store.door(Opgave).change(2, trin_siden="2026-11-09")

    vforlob("opgave", "ret", "2", svar='tilpasning = "Høj stol"\ndage = ["man", "ons"]\ntimer = "2,5"\n')
    same = read(vforlob("opgave", "vis", "2", "--json"))
    moved = vforlob("opgave", "ret", "2", svar='trin = "selvstaendigt"\n')
    after = read(vforlob("opgave", "vis", "2", "--json"))

    assert (same["trin_siden"], same["dage"], same["timer"]) == ("2026-11-09", ["man", "ons"], 2.5)
    assert after["trin_siden"] == "2026-11-20"
    assert "Det er lykkedes: opgaven klares nu selvstændigt" in moved.out


def test_an_aid_calls_for_an_aftale(vforlob) -> None:
    ran = vforlob("opgave", "ny", "f1", svar=OPGAVE + 'hjaelpemidler = "Høj stol, konsulenten bestiller"\n')

    assert "vforlob aftale ny f1" in ran.err


# --- timer ---


def test_kinds_left_out_stay_as_they_were(vforlob) -> None:
    vforlob("timer", "ny", "f1", svar='fra = "1/12"\nordinaer = 4\n')
    step = read(vforlob("timer", "vis", "f1", "--json"))["trin"][-1]
    vforlob("timer", "ny", "f1", svar='fra = "15/12"\npraktik = 0\n')
    last = read(vforlob("timer", "vis", "f1", "--json"))["trin"][-1]

    assert (step["praktik"], step["lontilskud"], step["ordinaer"]) == (12.5, None, 4)
    assert (last["praktik"], last["ordinaer"]) == (0, 4)


def test_a_step_on_a_day_that_has_one_corrects_it_and_says_so(vforlob) -> None:
    first = vforlob("timer", "ny", "f1", svar=TIMER)
    again = vforlob("timer", "ny", "f1", svar='fra = "1/12"\npraktik = 18\n')

    steps = read(vforlob("timer", "vis", "f1", "--json"))["trin"]
    assert [step["praktik"] for step in steps] == [12.5, 18]
    assert "stod allerede" not in first.err
    assert "Der stod allerede timer fra den dag. De er rettet." in again.err


@pytest.mark.parametrize(("hours", "code"), [("24.5", 0), ("24.6", 4), ("25", 4)])
def test_more_than_full_time_in_all_needs_a_reason(vforlob, hours: str, code: int) -> None:
    assert vforlob("timer", "ny", "f1", svar=f'fra = "1/12"\nordinaer = {hours}\n').code == code


def test_more_than_full_time_is_allowed_with_a_reason_and_told(vforlob) -> None:
    ran = vforlob("timer", "ny", "f1", svar='fra = "1/12"\nordinaer = 28\ngrund = "Højsæson"\n')

    assert ran.code == 0
    assert "40,5 timer om ugen er mere end fuld tid" in ran.err


def test_the_trappe_shows_steps_goal_standstill_bars_and_pay(vforlob, store: Store) -> None:
    with store.doing("prøve"):
        store.door(Timer).add(Timer(0, 1, 1, "2026-11-16", praktik=10, ordinaer=4))
        store.door(Lonkroner).add(Lonkroner(0, 1, 1, "2026-11-04", "italesat"))
        store.door(Lonkroner).add(Lonkroner(0, 1, 1, "2026-11-16", "aftalt", timer=4, opgaver="fejning"))
    vforlob("timer", "ny", "f1", svar='art = "mal"\nfra = 2027-01-15\nordinaer = 8\n')

    screen = vforlob("timer", "vis", "f1").out
    whole = read(vforlob("timer", "vis", "f1", "--json"))

    assert "10 praktik · 4 ordinære · siden 16/11" in screen
    assert "4 nu · mål 8 senest 15/1-27" in screen
    assert "▇█" in screen
    assert "4/11 talt om" in screen
    assert "16/11 aftalt · 4 timer · fejning" in screen
    assert (whole["uger_uaendret"], whole["lontimer_nu"], whole["lontimer_mal"]) == (0, 4, 8)


def test_a_step_is_corrected_by_its_number(vforlob) -> None:
    vforlob("timer", "ny", "f1", svar=TIMER)

    ran = vforlob("timer", "ret", "2", svar='fra = "8/12"\npraktik = 14\n')

    assert "Rettet 20/11: fra 1/12 -> 8/12" in ran.out
    assert [step["fra"] for step in read(vforlob("timer", "vis", "f1", "--json"))["trin"]] == [
        "2026-11-04",
        "2026-12-08",
    ]


def test_a_goal_may_lie_behind_the_end_and_is_told(vforlob) -> None:
    ran = vforlob("timer", "ny", "f1", svar='art = "mal"\nfra = 2027-06-01\nordinaer = 20\n')

    assert ran.code == 0
    assert "Målet ligger efter forløbets sidste dag" in ran.err


CHOICES = [
    (emne, felt.id, choice.id)
    for emne in ("aftale", "delmal", "opgave", "timer", "taet", "forlob", "borger", "virksomhed")
    for felt in felter_of(emne)
    for choice in felt.felt.choices
]


@pytest.mark.parametrize(("emne", "column", "choice"), CHOICES)
def test_every_choice_has_words_where_changes_are_shown(emne: str, column: str, choice: str) -> None:
    words = in_words(emne, column, choice)

    assert "_" not in words
    assert not ({"oe", "aa"} & {words[at : at + 2] for at in range(len(words))})
    assert words not in {"aben", "lontilskud", "ordinaer", "oplaeres", "jobmal", "smajob", "lor", "son", "naet", "mal"}
