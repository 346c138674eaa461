"""Folders to do the six things in, and what must hold in each of them however it went."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from crashes import PYTHON, Said, begin, faults, lost
from meeting_process import KEY
from operating import AFTER, BEFORE, DAY, TOLD, now

from building import finish, make_case, make_samtale
from old_schema import made_by, rows_of
from vforlob.errors.base import VforlobError
from vforlob.errors.key import WrongPassphrase
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.store.copies import list_copies, make_copy
from vforlob.store.database import open_database
from vforlob.store.envelope import DEMO, Cost
from vforlob.store.erasing import erase_borger
from vforlob.store.key import create_with_passphrase, create_with_raw_key, unlock_with_code, unlock_with_passphrase
from vforlob.store.open import create_store, open_store
from vforlob.store.restoring import drill
from vforlob.store.schema import VERSION
from vforlob.store.session import Session
from vforlob.store.sletteliste import read_list
from vforlob.store.store import Store

OK = "ok"
SECRET = "Kanariefugl"
OLD_SCHEMA = VERSION - 1
CODE = "kode.txt"


class Operation(NamedTuple):
    """`begin` makes the folder, `judge` says "ok" or what is wrong with it when so much was said."""

    name: str
    begin: Callable[[Path], None]
    judge: Callable[[str, bytes], str]

    def command(self, folder: str) -> list[str]:
        return [PYTHON, str(Path(__file__).parent / "operating.py"), self.name, folder]


def told(said: bytes) -> bool:
    return f"{TOLD}\n".encode() in said


def _with_people(folder: Path) -> Store:
    """The first borger says what only she would say; the second stays."""
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    store = create_store(str(folder), KEY, now)
    for text in (SECRET, "noget andet"):
        case = make_case(store, borger={"alias": text})
        samtale = make_samtale(store, case, answers={Key("hvordan_gar_det", "borger_tekst"): f"{text} æøå"})
        finish(store, samtale)
    return store


def _begin_meeting(folder: Path) -> None:
    begin(folder)


def _judge_meeting(folder: str, said: bytes) -> str:
    with open_store(folder, KEY, now) as store:
        return faults(store) or (OK if lost(store, Said.of(said)) == 0 else "lost")


def _begin_upgrade(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    create_with_raw_key(str(folder), KEY)
    made_by(OLD_SCHEMA, str(folder), KEY, now, rows=3).close()


def _judge_upgrade(folder: str, said: bytes) -> str:
    session = Session(lambda: open_database(folder, KEY, newest=VERSION), folder, now)
    version, before = session.rows("PRAGMA user_version")[0][0], _counted(rows_of(session))
    session.close()
    if version not in {OLD_SCHEMA, VERSION} or (told(said) and version != VERSION):
        return f"half: {version}"
    with open_store(folder, KEY, now) as store:
        after = _counted(rows_of(store))
        return faults(store) or (OK if all(after[name] == rows for name, rows in before.items()) else "lost")


def _counted(rows: dict[str, list[Any]]) -> dict[str, int]:
    return {name: len(found) for name, found in rows.items()}


def _begin_deletion(folder: Path) -> None:
    _with_people(folder).close()


def _judge_deletion(folder: str, said: bytes) -> str:
    with open_store(folder, KEY, now) as store:
        found = faults(store)
        people = tuple(borger.nr for borger in store.door(Borger).find())
        receipts = store.rows("SELECT count(*) FROM sletning")[0][0]
        marks = store.rows("SELECT count(*) FROM sletteliste")[0][0]
        left = sum(SECRET in repr(row) for row in _all_rows(store))
    before, after = (people, receipts, marks) == ((1, 2), 0, 0), (people, receipts, marks) == ((2,), 1, 1)
    if found or (before, after, left > 0) not in {(True, False, True), (False, True, False)}:
        return found or f"half: {people}, {receipts} receipts, {marks} marks, {left} rows left"
    if told(said) and (before or len(read_list(folder)) != marks):
        return "not deleted"
    return OK


def _all_rows(store: Store) -> list[Any]:
    names = [row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [row for name in names for row in store.rows(f'SELECT * FROM "{name}"')]


def _begin_copy(folder: Path) -> None:
    _with_people(folder).close()


def _judge_copy(folder: str, said: bytes) -> str:
    with open_store(folder, KEY, now) as store:
        found = faults(store) or ("" if len(store.door(Borger).find()) == 2 else "lost")
    copies = list_copies(folder)
    spoiled = [drill(folder, one, KEY) for one in copies]
    if found or any(spoiled):
        return found or f"copy: {spoiled}"
    return "no copy" if told(said) and not copies else OK


def _begin_restore(folder: Path) -> None:
    """A copy, then an event, then a deletion: the borger who is deleted is in the copy."""
    with _with_people(folder) as store:
        make_copy(store)
        with store.doing("borger ret"):
            store.door(Borger).change(2, skal_til="nyt")
        erase_borger(store, 1, DAY)


def _judge_restore(folder: str, said: bytes) -> str:
    with open_store(folder, KEY, now) as store:
        found = faults(store)
        people = [(borger.nr, borger.skal_til == "nyt") for borger in store.door(Borger).find()]
    if found:
        return found
    if people not in ([(2, True)], [(2, False)]):
        return f"neither: {people}"
    return "not restored" if told(said) and people == [(2, True)] else OK


def _begin_key(folder: Path) -> None:
    """Two copies have the envelope as it was."""
    folder.mkdir(mode=0o700)
    _, code = create_with_passphrase(str(folder), BEFORE, cost=Cost(t=1, m=8, p=1), kind=DEMO)
    (folder / CODE).write_text(code)
    (folder / "kopier").mkdir(mode=0o700)
    for name in ("2026-11-19T080000Z_000001", "2026-11-20T080000Z_000002"):
        (folder / "kopier" / f"{name}.noegle.json").write_bytes((folder / "noegle.json").read_bytes())


def _judge_key(folder: str, said: bytes) -> str:
    opens = [phrase for phrase in (BEFORE, AFTER) if _opens(folder, phrase)]
    code = Path(folder, CODE).read_text()
    if len(opens) != 1 or len(unlock_with_code(folder, code)) != 32:
        return f"half: {opens}"
    if told(said) and opens != [AFTER]:
        return "old"
    return OK if all(json.loads(path.read_bytes()) for path in Path(folder, "kopier").glob("*.noegle.json")) else "copy"


def _opens(folder: str, phrase: str) -> bool:
    try:
        return bool(unlock_with_passphrase(folder, phrase))
    except WrongPassphrase:
        return False


def judged(operation: Operation, folder: str, said: bytes) -> str:
    try:
        return operation.judge(folder, said)
    except VforlobError as error:
        return f"damaged: {type(error).__name__}"


OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("samtale", _begin_meeting, _judge_meeting),
        Operation("opgradering", _begin_upgrade, _judge_upgrade),
        Operation("sletning", _begin_deletion, _judge_deletion),
        Operation("kopi", _begin_copy, _judge_copy),
        Operation("gendannelse", _begin_restore, _judge_restore),
        Operation("adgang", _begin_key, _judge_key),
    )
}
# The mistake the tests must find: an answer is called saved before it is.
TOO_EARLY = Operation("for tidligt", _begin_meeting, _judge_meeting)
