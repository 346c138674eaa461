"""The tests of the tests: known-bad variants are really run, and what should see them does. Eleven of eleven.

Those that belong beside their detector are there; controls.py says where each is.
"""

import ast
import contextlib
import io
import shutil
import sqlite3
import sys
import tomllib
from pathlib import Path

import pytest

from building import make_case
from conftest import KEY
from controls import CONTROLS, Control
from figures import reached
from safety.hostile import HOSTILE, harmful
from safety.test_leaks import Canaries, leaking, leaks_in
from safety.test_sogning_deleted import decrypted
from vforlob.cli import show
from vforlob.errors.place import NotEncrypted
from vforlob.model.kontakt import Kontakt
from vforlob.store import pragmas
from vforlob.store.database import NAME, check_database_file
from vforlob.store.erasing import erase_borger, scrub
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store

TESTS = Path(__file__).parents[1]
pytestmark = [pytest.mark.safety, pytest.mark.tal]


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.navn)
def test_each_control_is_a_test_that_is_there(control: Control) -> None:
    file, _, name = control.test.partition("::")

    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))

    assert len(CONTROLS) == 11
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_the_library_that_does_not_encrypt(folder: str) -> None:
    path, canary = Path(folder, NAME), Canaries()("alias")
    path.touch(mode=0o600)
    with contextlib.closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")  # taken without a word
        plain.execute("CREATE TABLE borger(alias)")
        plain.execute("INSERT INTO borger VALUES(?)", (canary,))
        plain.commit()
        with pytest.raises(NotEncrypted):
            pragmas.require_cipher(plain, str(path))

    found = leaking(Path(folder))
    with pytest.raises(NotEncrypted):
        check_database_file(folder)

    reached(
        14,
        "Modprøve: Pythons egen sqlite3 i stedet for SQLCipher",
        required="ses",
        reached=f"{len(found)} fil i klartekst fundet, og mappen afvises",
        control="rød",
    )
    assert found == [NAME]


def left_after_erasing(store: Store, *, wiping: bool) -> int:
    """How many of two hundred texts stand on some page afterwards."""
    case = make_case(store)
    texts = [f"xq{number}kanarie{number}zw" for number in range(200)]
    with store.doing("kontakt"):
        for text in texts:
            store.door(Kontakt).add(Kontakt(0, case.borger.nr, None, "2026-11-02", tekst=f"Hun sagde {text}. " * 3))
    catch_up(store)
    store.checkpoint()
    if not wiping:
        store.rows("PRAGMA secure_delete = OFF")
    erase_borger(store, case.borger.nr, "2026-11-20")
    store.checkpoint()
    if wiping:
        scrub(store)
    pages = decrypted(store.folder, KEY)
    return sum(text.encode() in pages for text in texts)


def test_deleting_without_wiping(store: Store) -> None:
    left = left_after_erasing(store, wiping=False)

    reached(
        13,
        "Modprøve: secure_delete = OFF, og ingen oprydning bagefter",
        required="rester ses",
        reached=f"{left} af 200 tekster står stadig på databasens sider",
        control="rød",
    )
    assert left > 0


def test_deleting_as_the_program_does(store: Store) -> None:
    assert left_after_erasing(store, wiping=True) == 0


def test_a_screen_that_shows_text_as_it_is() -> None:
    def seen(raw: bool) -> int:
        screen, before = io.StringIO(), sys.stdout
        sys.stdout = screen
        try:
            for text in HOSTILE.values():
                _ = sys.stdout.write(f"{text}\n") if raw else show.out(text)
        finally:
            sys.stdout = before
        return len(harmful(screen.getvalue().replace("\t", " ")))

    raw, ours = seen(raw=True), seen(raw=False)

    reached(
        11,
        "Modprøve: en skærm, der skriver teksten rå",
        required="styretegn ses",
        reached=f"{raw} styretegn når terminalen rå, {ours} gennem programmet",
        control="rød",
    )
    assert (raw > 20, ours) == (True, 0)


def test_a_loader_that_takes_the_file_at_its_word() -> None:
    sys.path.insert(0, str(TESTS / "agenda"))
    from test_agenda_fuzz import found_wrong, mutated, what_is_wrong  # the detector itself

    def naive(_path: str, data: bytes) -> object:
        table = tomllib.loads(data.decode())
        return [
            (punkt["id"], punkt["type"], [felt["id"] for felt in punkt.get("felt", [])]) for punkt in table["punkt"]
        ]

    seeds = [seed for seed in range(300) if b"a." * 50 not in mutated(seed)]  # those alone would take it minutes
    broken = [seed for seed in seeds if what_is_wrong(mutated(seed), naive)]

    reached(
        9,
        "Modprøve: en læser, der tager filen på ordet",
        required="nedbrud ses",
        reached=f"{len(broken)} nedbrud i {len(seeds)} filer; programmets egen læser {len(found_wrong(range(300)))}",
        control="rød",
    )
    assert len(broken) > 100


def test_a_log_line_with_a_name(folder: str, store: Store) -> None:
    canary = Canaries()("navn")
    log = Path(folder, "log", "vforlob.log")
    log.parent.mkdir(mode=0o700, exist_ok=True)
    try:
        raise ValueError(f"kan ikke læse {canary}")
    except ValueError as error:
        log.write_text(f"2026-11-20T13:00 {error!r}\n", encoding="utf-8")  # as a plain handler would

    found = leaking(Path(folder))
    shutil.rmtree(log.parent)

    reached(
        14,
        "Modprøve: en loglinje med et navn",
        required="ses",
        reached=f"{len(found)} fil fundet",
        control="rød",
    )
    assert found == ["log/vforlob.log"]
    assert not leaks_in(b"2026-11-20T13:00 ValueError store/doors.py:12:get")
