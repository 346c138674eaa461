"""`databrud`: what was on a machine, with the key, without it, and from a copy; the deadline; and nobody's name."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from building import make_case
from running import Ran, key_file, run
from vforlob.actions.databrud import DAMAGED, IN_THE_CLEAR, LOCKED, MISSING, Lock, discovered
from vforlob.actions.databrud_words import COUNTED, SENSITIVE, who_could_open
from vforlob.cli.databrud_copy import unwrapped
from vforlob.cli.databrud_when import discovered_at
from vforlob.errors.fortegnelse import DiscoveryAhead, DiscoveryUnreadable
from vforlob.model.kontakt import Fravaer
from vforlob.model.virksomhed import Kontaktperson
from vforlob.store.copies import make_copy
from vforlob.store.datasheet import read_sheet
from vforlob.store.envelope import Cost, read_envelope
from vforlob.store.key import create_with_passphrase
from vforlob.store.store import Store

NOBODY = ("B-1", "Ørbæk", "Åse", "hurtigt træt", "pakkebordet", "None")


def databrud(store: Store, *more: str) -> Ran:
    return run("databrud", *more, folder=store.folder)


def filled(store: Store) -> None:
    case = make_case(store)
    assert case.forlob
    with store.doing("prøve"):
        store.door(Fravaer).add(Fravaer(0, case.borger.nr, case.forlob.nr, "2026-11-18", "syg"))


def line(text: str, name: str) -> str:
    """The line that begins so, with single spaces."""
    return next(" ".join(it.split()) for it in text.splitlines() if it.startswith(name))


def test_it_counts_and_names_nobody(store: Store) -> None:
    filled(store)

    ran = databrud(store)

    assert ran.code == 0, ran.err
    assert line(ran.out, "Borger ") == "Borger 1"
    assert line(ran.out, "Kontaktperson i") == "Kontaktperson i virksomheder 1"
    assert line(ran.out, "Hensyn ") == "Hensyn 2"
    assert "Fravær, herunder sygdom: 1 gang" in ran.out
    assert "Skrevet fra: 20. november 2026 til 20. november 2026" in ran.out
    assert "Ingen navne eller numre; borgerne står med alias" in ran.out
    assert "Ja. Databasen er krypteret" in ran.out
    assert not any(word in ran.out + ran.err for word in NOBODY)


def test_files_in_the_clear_are_told_by_day_and_kind_and_never_by_path(store: Store, tmp_path: Path) -> None:
    filled(store)
    there, gone = tmp_path / "B-1-tavle.html", tmp_path / "B-1-gone.md"
    for path in (there, gone):
        done = run("tavle", "--format", path.suffix[1:], "--ud", str(path), folder=store.folder)
        assert done.code == 0, done.err
    gone.unlink()
    assert run("eksporter", "liste", folder=store.folder).code == 0

    ran = databrud(store)

    assert "1 fil er ikke krypteret" in ran.out
    assert "1 fil er lavet og slettet igen" in ran.out
    assert "tavle" in ran.out
    assert not any(word in ran.out for word in (*NOBODY, str(tmp_path)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20 13:00", "2026-11-20T13:00"),
        ("2026-11-20T09:30", "2026-11-20T09:30"),
        ("i går kl. 9", "2026-11-19T09:00"),
        ("18/11 14.30", "2026-11-18T14:30"),
        ("torsdag klokken 8", "2026-11-19T08:00"),
    ],
)
def test_the_moment_is_read_as_people_write_it(typed: str, meant: str) -> None:
    now = datetime(2026, 11, 20, 13, 0).astimezone()

    assert discovered_at(typed, now).replace(tzinfo=None).isoformat(timespec="minutes") == meant


@pytest.mark.parametrize("typed", ["2026-11-20", "13:00", "i går", "snart kl. 9", "20/11 kl. 29", "x" * 500, " "])
def test_a_moment_that_is_none_is_said_to_be_so(typed: str) -> None:
    with pytest.raises(DiscoveryUnreadable) as wrong:
        discovered_at(typed, datetime(2026, 11, 20, 13, 0).astimezone())

    assert str(wrong.value) == ""


def test_nothing_is_discovered_later_than_now(store: Store) -> None:
    with pytest.raises(DiscoveryAhead):
        discovered_at("2026-11-20 13:01", datetime(2026, 11, 20, 13, 0).astimezone())

    ran = databrud(store, "--opdaget", "2026-11-20 23:00")

    assert (ran.code, ran.out) == (2, "")
    assert "ikke kommet" in ran.err


@pytest.mark.parametrize(
    ("opdaget", "said"),
    [
        ("2026-11-20 13:00", "Senest mandag den 23. november 2026 (uge 48) kl. 13. Der er 72 timer igen"),
        ("2026-11-17 13:30", "Der er under en time igen"),
        ("2026-11-17 12:59", "Den er overskredet: Anmeld nu, og skriv, hvorfor"),
        ("", "Blev det opdaget nu, er fristen mandag den 23. november 2026 (uge 48) kl. 13: 72 timer."),
    ],
)
def test_the_deadline_is_72_hours_from_the_discovery(store: Store, opdaget: str, said: str) -> None:
    ran = databrud(store, *(("--opdaget", opdaget) if opdaget else ()))

    assert said in ran.out


def test_hours_pass_also_when_the_clock_is_turned_back() -> None:
    zone = ZoneInfo("Europe/Copenhagen")
    opdaget = datetime(2026, 10, 23, 13, 0, tzinfo=zone)

    found = discovered(opdaget, opdaget, is_said=True)

    assert found.frist.astimezone(UTC) - opdaget.astimezone(UTC) == timedelta(hours=72)
    assert found.frist.replace(tzinfo=None) == datetime(2026, 10, 26, 12, 0)


def test_without_the_key_it_says_what_can_be_seen_and_what_cannot(store: Store) -> None:
    filled(store)

    nothing = databrud(store, "--uden-nøgle")
    make_copy(store)
    counted = databrud(store, "--uden-nøgle")

    assert "Hvor meget der var på computeren, kan ikke ses" in nothing.out
    assert line(counted.out, "Borger ") == "Borger 1"
    assert "optællingen ved den nyeste kopi, 20. november 2026" in counted.out
    assert "Lavet uden nøgle" in counted.out
    assert counted.out.count("Kan ikke ses uden nøglen") == 1
    assert "1 krypteret kopi i datamappen" in counted.out


def test_without_the_key_the_kontaktpersoner_are_not_said_to_be_fewer_than_they_are(store: Store) -> None:
    filled(store)
    with store.doing("prøve"):
        store.door(Kontaktperson).add(Kontaktperson(0, 1, "Mette"))
    make_copy(store)

    with_key, without = databrud(store), databrud(store, "--uden-nøgle")

    assert line(with_key.out, "Kontaktpersoner i") == "Kontaktpersoner i virksomheder 2"
    assert line(without.out, "Kontaktpersoner i") == "Kontaktpersoner i virksomheder højst 2"


def test_a_key_that_is_not_there_is_no_reason_to_say_nothing(store: Store) -> None:
    filled(store)
    wrong = Path(store.folder).parent / "forkert.txt"
    wrong.touch(mode=0o600)
    wrong.write_text("ab" * 32)

    for variable in ("", str(wrong)):
        ran = run("databrud", folder=store.folder, env={"VFORLOB_NOEGLEFIL": variable})

        assert ran.code == 0
        assert "Her er det, der kan ses uden at åbne databasen." in ran.err
        assert "Så vidt det kan ses, ja" in ran.out


def test_a_copy_on_another_machine_tells_the_same(store: Store, tmp_path: Path) -> None:
    filled(store)
    copy, usb, elsewhere = make_copy(store), tmp_path / "usb", tmp_path / "anden maskine"
    usb.mkdir()
    for path in (copy.path, copy.manifest, copy.envelope):
        shutil.copy(path, usb)
    before = {path.name: path.read_bytes() for path in usb.iterdir()}
    env = {"VFORLOB_NOEGLEFIL": key_file(store.folder)}

    for where in (usb, usb / os.path.basename(copy.path)):
        ran = run("databrud", "--kopi", str(where), folder=elsewhere, env=env)

        assert ran.code == 0, ran.err
        assert line(ran.out, "Borger ") == "Borger 1"
        assert "en kopi fra 20. november 2026; det, der er skrevet senere, er ikke talt med" in ran.out
        assert "Fravær, herunder sygdom: 1 gang" in ran.out
        assert "Det er denne kopi, der er set efter i." in ran.out
    without = run("databrud", "--kopi", str(usb), "--uden-nøgle", folder=elsewhere)
    assert line(without.out, "Borger ") == "Borger 1"
    assert {path.name: path.read_bytes() for path in usb.iterdir()} == before
    assert not elsewhere.exists()


def test_a_damaged_copy_is_no_traceback(store: Store, tmp_path: Path) -> None:
    filled(store)
    copy = make_copy(store)
    with open(copy.path, "r+b") as file:
        file.seek(5000)
        file.write(bytes(3000))

    ran = run("databrud", "--kopi", copy.path, folder=store.folder)

    assert (ran.code, "Traceback" in ran.err) == (0, False)
    assert "Her er det, der kan ses uden at åbne databasen." in ran.err
    assert line(ran.out, "Borger ") == "Borger 1"


def test_no_copy_there_is_said(store: Store, tmp_path: Path) -> None:
    for where in (tmp_path / "findes ikke", tmp_path):
        ran = run("databrud", "--kopi", str(where), folder=tmp_path / "ingen")

        assert (ran.code, ran.out) == (3, "")
        assert "Der ligger ingen kopi." in ran.err


def test_every_sensitive_table_has_a_name() -> None:
    sheet = read_sheet()
    derived = {"haendelse", "soeg", "sogetekst"}
    sensitive = {name for name, own in sheet.columns.items() if any(it.kind == "foelsom" for it in own)}

    assert sensitive - derived == set(SENSITIVE)
    assert {name for name, _, _ in COUNTED} <= set(sheet.columns)


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        (Lock(LOCKED, "adgangssaetning", Cost(3, 65536, 4), True, False), "argon2id, 64 MiB, 3 gange"),
        (Lock(LOCKED, "adgangssaetning", Cost(3, 65536, 4), True, True), "logget ind på computeren som konsulenten"),
        (Lock(LOCKED, "adgangssaetning", Cost(3, 65536, 4), True, False), "gendannelseskoden på papir"),
        (Lock(LOCKED, "adgangssaetning", Cost(3, 65536, 4), True, None), "kan ikke ses i en kopi"),
        (Lock(LOCKED, "raanoegle"), "Lå den på samme computer, hjælper krypteringen ikke"),
        (Lock(LOCKED, "demo"), "opdigtede personer"),
        (Lock(IN_THE_CLEAR, "raanoegle"), "Enhver, der har filen"),
        (Lock(MISSING), "Det kan ikke ses"),
        (Lock(DAMAGED), "Det kan ikke ses"),
    ],
)
def test_who_could_open_it_is_said(lock: Lock, said: str) -> None:
    assert said in " ".join(who_could_open(lock))


def test_an_empty_folder_is_counted_too(store: Store) -> None:
    ran = databrud(store, "--format", "json")

    assert ran.code == 0
    assert '"skema": 1' in ran.out
    assert "Ingen felter med følsomme oplysninger er udfyldt." in ran.out


def test_a_word_file_needs_no_folder(store: Store, tmp_path: Path) -> None:
    made = databrud(store, "--uden-nøgle", "--format", "docx", "--ud", str(tmp_path / "brud.docx"))
    nowhere = databrud(store, "--uden-nøgle", "--format", "docx")

    assert (made.code, (tmp_path / "brud.docx").read_bytes()[:2]) == (0, b"PK")
    assert nowhere.code == 2


def test_a_copy_opens_with_its_own_passphrase_and_with_the_code(tmp_path: Path) -> None:
    folder = tmp_path / "mappe"
    folder.mkdir(mode=0o700)
    key, code = create_with_passphrase(str(folder), "seks grå egern laver kaffe")
    envelope = read_envelope(str(folder))

    assert unwrapped(envelope, "seks  grå egern laver kaffe") == key
    assert unwrapped(envelope, code.lower()) == key
    assert unwrapped(envelope, "en helt anden sætning") is None
