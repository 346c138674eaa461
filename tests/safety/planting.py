"""Faults to plant in a data folder that is whole: what each is called, how it is found, and how it ends."""

import os
import shutil
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from checked import ago, copied, hold, opened
from handed import NOW
from running import KEY, run
from vforlob.actions.copies import remember_place
from vforlob.actions.sletning_finish import Marker, put_marker
from vforlob.errors.base import ExitCode
from vforlob.model.borger import Borger
from vforlob.store.copies import list_copies
from vforlob.store.database import open_database
from vforlob.store.envelope import PASSPHRASE, Cost, Wrapped, new_envelope, read_envelope, write_envelope
from vforlob.store.erasing import erase_borger, scrub
from vforlob.store.schema import VERSION
from vforlob.store.wrapping import wrap_with_passphrase

PROBLEM = ExitCode.PROBLEM
Plant = Callable[[Path], Any]


class Planted(NamedTuple):
    """`found` is the id it must be found under; "" where the exit code itself says it. `env` is how tjek is run."""

    what: str
    plant: Plant
    found: str
    code: int = PROBLEM
    env: tuple[tuple[str, str], ...] = ()
    quick: bool = False


def by_hand(folder: Path, *statements: str | tuple[str, Sequence[Any]]) -> None:
    """With the key, and around every guard: as somebody would who knows SQL."""
    connection = open_database(str(folder), KEY, newest=VERSION)
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        sql, values = statement if isinstance(statement, tuple) else (statement, ())
        connection.execute(sql, values)
    for _, sql in triggers:
        connection.execute(sql)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def flip(path: Path, place: float = 0.5) -> None:
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 4
    path.write_bytes(bytes(content))


def truncate(folder: Path) -> None:
    size = (folder / "vforlob.db").stat().st_size
    os.truncate(folder / "vforlob.db", size - 4096 * 3)


def plain_in_its_place(folder: Path) -> None:
    import sqlite3

    (folder / "vforlob.db").unlink()
    connection = sqlite3.connect(folder / "vforlob.db")
    connection.execute("CREATE TABLE t(x)")
    connection.close()
    (folder / "vforlob.db").chmod(0o600)


def other_key(folder: Path) -> None:
    write_envelope(str(folder), new_envelope("raanoegle", bytes(32)))


def weak_envelope(folder: Path) -> None:
    cost = Cost(1, 64, 1)
    wrapped = wrap_with_passphrase(KEY, "fem danske ord i en lang sætning", cost, PASSPHRASE)
    write_envelope(str(folder), new_envelope(PASSPHRASE, KEY)._replace(cost=cost, passphrase=wrapped))


def rolled_back(folder: Path) -> None:
    older = folder.parent / "ældre.db"
    shutil.copy(folder / "vforlob.db", older)
    with opened(folder) as store:
        hold(store)
    shutil.copy(older, folder / "vforlob.db")


def another_course(folder: Path) -> None:
    """As many events as before, but others."""
    older = folder.parent / "ældre.db"
    shutil.copy(folder / "vforlob.db", older)
    with opened(folder) as store:
        hold(store)
    head = (folder / "hoved.json").read_bytes()
    shutil.copy(older, folder / "vforlob.db")
    with opened(folder) as store:
        hold(store, dato="2026-11-19")
    (folder / "hoved.json").write_bytes(head)


def deleted_put_back(folder: Path) -> None:
    with opened(folder) as store:
        hold(store)
    kept = (folder / "vforlob.db").read_bytes()
    with opened(folder) as store:
        erase_borger(store, 1, "2026-11-20")
        scrub(store)
    (folder / "vforlob.db").write_bytes(kept)
    (folder / "hoved.json").unlink()
    with opened(folder) as store, store.doing("borger ny"):  # work goes on in it
        store.door(Borger).add(Borger(0, "Ny-1"))


def log_edited(folder: Path) -> None:
    assert run("borger", "vis", "b1", folder=folder).code == 0
    by_hand(folder, "UPDATE opslag SET handling = 'søgt' WHERE nr = 1")


def list_cut(folder: Path) -> None:
    with opened(folder) as store:
        hold(store)
        erase_borger(store, 1, "2026-11-20")
        scrub(store)
    (folder / "sletteliste.jsonl").write_text("")


def deletion_interrupted(folder: Path) -> None:
    put_marker(str(folder), Marker(0, drop_copies=False))


def damaged_list(folder: Path) -> None:
    (folder / "sletteliste.jsonl").write_text('{"ref": "zz"}\n')
    (folder / "sletteliste.jsonl").chmod(0o600)


def exported(folder: Path, days: int) -> Path:
    """A calendar file that was made so many days ago."""
    day = (NOW - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")
    ran = run("kalender", "f1", folder=folder, env={"VFORLOB_NU": day})
    return Path(ran.err.splitlines()[-1])


def unfinished_copy_of_work(folder: Path) -> None:
    for copy in list_copies(str(folder)):
        for path in (copy.manifest, copy.path, copy.envelope):
            os.unlink(path)


def old_envelope(folder: Path) -> None:
    """The folder has another recovery code than its copy."""
    envelope = read_envelope(str(folder))
    write_envelope(str(folder), envelope._replace(recovery=Wrapped(bytes(16), bytes(60))))


def promised_to_the_keyring(folder: Path) -> None:
    write_envelope(str(folder), read_envelope(str(folder))._replace(in_keyring=True))


def own_file(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def kill_in_the_middle(folder: Path) -> None:
    (folder / "tmp" / "arbejde-0123456789ab").mkdir(mode=0o700)
    (folder / "tmp" / "arbejde-0123456789ab" / "halv.docx").write_text("halv")
    (folder / "tmp" / "arbejde-0123456789ab.laas").touch(mode=0o600)


def draft_left(folder: Path) -> None:
    path = folder / "noegle.json.4711.ny"
    path.write_text("{")
    path.chmod(0o600)
    os.utime(path, (1, 1))


def lost_second_place(folder: Path) -> None:
    with opened(folder) as store:
        remember_place(store, str(folder.parent / "usb"))


def synced(folder: Path) -> None:
    (folder / ".dropbox").touch(mode=0o600)


def linked_copies(folder: Path) -> None:
    (folder / "kopier").rename(folder.parent / "andetsteds")
    (folder / "kopier").symlink_to(folder.parent / "andetsteds")


def old_draft(folder: Path) -> None:
    with opened(folder, lambda: ago(days=12)) as store:
        hold(store, done=False)
    with opened(folder) as store:
        hold(store)
    copied(folder)


def many_old_copies(folder: Path) -> None:
    for days in (90, 80, 70):
        copied(folder, ago(days=days))
    copied(folder)
    copied(folder)


def set_schema(folder: Path) -> None:
    by_hand(folder, "PRAGMA user_version = 99")


def older_copy_damaged(folder: Path) -> None:
    copied(folder)
    flip(Path(list_copies(str(folder))[1].path))


REAL_CLOCK = (("VFORLOB_NU", ""),)
LATER = (("VFORLOB_NU", "2026-11-30T08:00"),)
FAULTS = (
    Planted("en bit vendt midt i databasen", lambda f: flip(f / "vforlob.db"), "database"),
    Planted("databasens ende væk", truncate, "abning"),
    Planted("databasen på 0 byte", lambda f: (f / "vforlob.db").write_bytes(b""), "abning", quick=True),
    Planted("en ukrypteret database på dens plads", plain_in_its_place, "abning", ExitCode.NOT_ENCRYPTED, quick=True),
    Planted("databasen væk", lambda f: (f / "vforlob.db").unlink(), "abning", ExitCode.NO_DATABASE, quick=True),
    Planted("noegle.json væk", lambda f: (f / "noegle.json").unlink(), "abning", ExitCode.WRONG_KEY, quick=True),
    Planted("noegle.json beskadiget", lambda f: flip(f / "noegle.json"), "abning", env=REAL_CLOCK, quick=True),
    Planted("en anden nøgle", other_key, "abning", ExitCode.WRONG_KEY, quick=True),
    Planted("en svag nøgleafledning", weak_envelope, "abning", ExitCode.UNSAFE, REAL_CLOCK, quick=True),
    Planted("mappen åben for andre", lambda f: f.chmod(0o755), "abning", ExitCode.UNSAFE, quick=True),
    Planted(
        "databasen åben for andre", lambda f: (f / "vforlob.db").chmod(0o644), "abning", ExitCode.UNSAFE, quick=True
    ),
    Planted("kopierne åbne for andre", lambda f: (f / "kopier").chmod(0o755), "rettigheder", quick=True),
    Planted("mappen i en sky-tjeneste", synced, "abning", ExitCode.UNSAFE, quick=True),
    Planted("kopier er en genvej", linked_copies, "genvej", quick=True),
    Planted("databasen fra en nyere vforlob", set_schema, "abning", ExitCode.NEWER_DATABASE, quick=True),
    Planted(
        "en hændelse ændret",
        lambda f: by_hand(f, "UPDATE haendelse SET indhold = replace(indhold, 'Ørbæk', 'Orbæk') WHERE nr = 2"),
        "aendret",
    ),
    Planted("en hændelse taget ud", lambda f: by_hand(f, "DELETE FROM haendelse WHERE nr = 4"), "huller"),
    Planted("en ældre database lagt tilbage", rolled_back, "aeldre", quick=True),
    Planted("en database med et andet forløb", another_course, "udskiftet", quick=True),
    Planted(
        "et svar ændret uden om hændelserne",
        lambda f: by_hand(f, "UPDATE svar_nu SET vaerdi = '5' WHERE felt = 'borger'"),
        "afledt",
    ),
    Planted("en linje uden hændelse", lambda f: by_hand(f, "DELETE FROM aftale WHERE nr = 1"), "afledt"),
    Planted("en henvisning ud i det blå", lambda f: by_hand(f, "UPDATE aftale SET borger = 99 WHERE nr = 1"), "afledt"),
    Planted("søgeregistret forkert", lambda f: by_hand(f, "UPDATE sogetekst SET foldet = 'andet'"), "sogning"),
    Planted("et indeks væk", lambda f: by_hand(f, "DROP INDEX opslag_tid"), "skema"),
    Planted(
        "dagsordenen ændret bagefter",
        lambda f: by_hand(f, "UPDATE agenda_udgave SET tekst = tekst || char(10) || '# rettet'"),
        "dagsordener",
        quick=True,
    ),
    Planted(
        "en linje i loggen ændret",
        log_edited,
        "log",
    ),
    Planted("hoved.json væk", lambda f: (f / "hoved.json").unlink(), "hoved", quick=True),
    Planted("den nyeste kopi beskadiget", lambda f: flip(Path(list_copies(str(f))[0].path)), "kopi-prove"),
    Planted("en ældre kopi beskadiget", older_copy_damaged, "kopi-sum"),
    Planted("en kopi uden nøgle", lambda f: os.unlink(list_copies(str(f))[0].envelope), "kopi-nogle", quick=True),
    Planted(
        "en kopi uden seddel, der kan læses",
        lambda f: flip(Path(list_copies(str(f))[0].manifest), 0.01),
        "kopi-seddel",
        quick=True,
    ),
    Planted("en kopi med en tidligere adgang", old_envelope, "gammel-adgang", quick=True),
    Planted("ingen kopi i ni dage", unfinished_copy_of_work, "kopi-mangler", env=LATER, quick=True),
    Planted("kopier over slettefristen", many_old_copies, "kopi-frist", quick=True),
    Planted("det andet sted er væk", lost_second_place, "kopi-sted"),
    Planted("slettelisten beskadiget", damaged_list, "sletteliste", quick=True),
    Planted("slettelisten kortere end databasen", list_cut, "sletteliste-kort", quick=True),
    Planted("en slettet borger lagt tilbage", deleted_put_back, "slettet-igen", quick=True),
    Planted("en sletning afbrudt", deletion_interrupted, "sletning-afbrudt", quick=True),
    Planted(
        "en egen dagsorden med fejl",
        lambda f: own_file(f, "agendas/trivsel.toml", "id = 1\n"),
        "egen-dagsorden",
        quick=True,
    ),
    Planted(
        "en egen regel med fejl", lambda f: own_file(f, "regler/egne.toml", "[[regel]]\n"), "egen-regler", quick=True
    ),
    Planted(
        "en egen skabelon med fejl",
        lambda f: own_file(f, "skabeloner/dokument.md.jinja", "{% for %}"),
        "egen-skabelon",
        quick=True,
    ),
    Planted("en glemt fil", lambda f: exported(f, 20), "eksporter", quick=True),
    Planted(
        "en fil, der er ændret siden", lambda f: exported(f, 1).write_text("rettet"), "eksporter-aendret", quick=True
    ),
    Planted("rester efter et nedbrud", kill_in_the_middle, "rester", quick=True),
    Planted("en fil, der ikke blev færdig", draft_left, "ufaerdige", quick=True),
    Planted("uret bagud", lambda f: None, "ur-bagud", env=(("VFORLOB_NU", "2026-10-01T08:00"),), quick=True),
    Planted("uret sprunget frem", lambda f: None, "ur-frem", env=(("VFORLOB_NU", "2027-11-20T08:00"),), quick=True),
    Planted("en kladde over fristen", old_draft, "frister", quick=True),
    Planted("nøgleringen har ikke nøglen", promised_to_the_keyring, "noglering", quick=True),
)
