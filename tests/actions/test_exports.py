"""Documents are put where they should stand and remembered; they are found again, and cleared away again."""

import hashlib
import os
import re
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from building import finish, make_case, make_samtale
from conftest import KEY
from vforlob.actions.exports import FOLDER, About, Asked, save_document
from vforlob.actions.kept_exports import (
    AWAY,
    CHANGED,
    GONE,
    HERE,
    OTHER,
    Found,
    find_exports,
    forget_exports,
    old_exports,
    remove_exports,
)
from vforlob.actions.leftovers import sweep
from vforlob.actions.write_document import target_for
from vforlob.errors.base import ExitCode, VforlobError
from vforlob.errors.eksport import AmongOwnFiles, EndingOfAnother, FileIsOpen, NameRefused
from vforlob.errors.place import OpenToOthers, SymlinkRefused
from vforlob.errors.render import DocumentExists, DocumentNotWritten
from vforlob.model.eksport import Eksport
from vforlob.store.open import open_store
from vforlob.store.store import Store
from vforlob.store.undo import undo_last

ABOUT = About("referat", "borger", borger=1, forlob=1, samtale=1)
HUNDRED = 100


@pytest.fixture(autouse=True)
def _held(store: Store) -> None:
    finish(store, make_samtale(store, make_case(store)))


def save(store: Store, path: str | Path = "", *, overwrite: bool = False, content: str = "Æblegrød\n") -> Eksport:
    return save_document(store, content, "md", ABOUT, Asked(str(path), overwrite))


def states(store: Store) -> list[str]:
    return [found.state for found in find_exports(store)]


# --- where they stand ---


def test_it_stands_in_the_export_folder_where_nobody_else_looks(store: Store, folder: str) -> None:
    kept = save(store)

    path = Path(kept.sti)
    assert path.parent == Path(folder, FOLDER)
    assert path.read_text("utf-8") == "Æblegrød\n"
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    assert os.listdir(os.path.join(folder, "tmp")) == []


def test_its_name_tells_nothing_and_is_never_the_same(store: Store) -> None:
    names = {os.path.basename(save(store).sti) for _ in range(20)}

    assert len(names) == 20
    assert all(re.fullmatch(r"[a-z2-9]{10}\.md", name) for name in names)


def test_it_is_registered_with_its_hash_and_whose_it_is(store: Store, now: datetime) -> None:
    kept = save(store)

    assert store.door(Eksport).get(kept.nr) == kept
    assert kept.sha256 == hashlib.sha256("Æblegrød\n".encode()).hexdigest()
    assert (kept.tid, kept.fjernet) == (now.isoformat(timespec="seconds"), None)
    assert (kept.hvad, kept.modtager, kept.borger, kept.forlob, kept.samtale) == ABOUT


def test_what_has_left_is_not_taken_back_by_fortryd(store: Store) -> None:
    kept = save(store)

    undo_last(store)

    assert os.path.exists(kept.sti)
    assert store.door(Eksport).find() == (kept,)


def test_a_folder_of_hers_gets_a_file_with_a_name_of_ours(store: Store, tmp_path: Path) -> None:
    kept = save(store, f"{tmp_path}{os.sep}")

    assert Path(kept.sti).parent == tmp_path
    assert re.fullmatch(r"[a-z2-9]{10}\.md", Path(kept.sti).name)


def test_it_replaces_only_when_told_and_the_register_follows(store: Store, tmp_path: Path, today: object) -> None:
    path = tmp_path / "referat.md"
    first = save(store, path)

    with pytest.raises(DocumentExists) as caught:
        save(store, path, content="nyt")

    assert caught.value.exit_code == ExitCode.USAGE
    assert path.read_text("utf-8") == "Æblegrød\n"
    second = save(store, path, overwrite=True, content="nyt")
    assert path.read_text("utf-8") == "nyt"
    assert [(found.eksport.nr, found.state) for found in find_exports(store)] == [(second.nr, HERE)]
    assert store.door(Eksport).get(first.nr).fjernet == str(today)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a\x07b.md", "tegn"),
        ("a\nb.md", "tegn"),
        ("a\x00b.md", "tegn"),
        ("a\u202eb.md", "tegn"),
        ("a\udcffb.md", "tegn"),
        ("hvad?.md", "tegn"),
        ("a:b.md", "tegn"),
        ("a\\b.md", "tegn"),
        ("a*.md", "tegn"),
        ("con", "optaget"),
        ("CON.md", "optaget"),
        ("nul .md", "optaget"),
        ("Lpt1.md", "optaget"),
        ("com¹.md", "optaget"),
        ("aux.noget.md", "optaget"),
        ("referat.", "slut"),
        ("referat.md ", "slut"),
        (" ", "slut"),
        ("x" * 198 + ".md", "lang"),
        ("å" * 100 + ".md", "lang"),
    ],
)
def test_an_odd_name_is_refused(store: Store, tmp_path: Path, name: str, reason: str) -> None:
    before = sorted(os.listdir(tmp_path))

    with pytest.raises(NameRefused) as caught:
        save(store, f"{tmp_path}/{name}")

    assert caught.value.reason == reason
    assert name not in str(caught.value) or name in {" ", "con"}
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize(
    "name", ["referat", "Møde med Åse.md", "kl. 9.15", "x" * 197 + ".md", "console.md", "-", "a.markdown", "ß日.MD"]
)
def test_a_plain_name_is_taken(store: Store, tmp_path: Path, name: str) -> None:
    assert Path(save(store, tmp_path / name).sti) == tmp_path / name


@pytest.mark.parametrize(
    ("name", "is_ours"), [("x.docx", True), ("x.PDF", True), ("x.htm", True), ("x.doc", False), ("x.exe", False)]
)
def test_an_ending_that_does_not_fit_is_refused(store: Store, tmp_path: Path, name: str, is_ours: bool) -> None:
    with pytest.raises(EndingOfAnother) as caught:
        save(store, tmp_path / name)

    assert caught.value.is_ours is is_ours
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("place", ["vforlob.md", "noegle.json", "agendas/x.md", "tmp/x.md", "eksport/../x.md", ""])
@pytest.mark.parametrize("overwrite", [False, True])
def test_nothing_of_the_programs_own_is_written_over(store: Store, folder: str, place: str, overwrite: bool) -> None:
    Path(folder, "agendas").mkdir(exist_ok=True)
    Path(folder, "tmp").mkdir(exist_ok=True)
    Path(folder, FOLDER).mkdir(exist_ok=True, mode=0o700)
    key = Path(folder, "noegle.json").read_bytes()
    format_name = "json" if place.endswith("json") else "md"

    with pytest.raises(AmongOwnFiles) as caught:
        save_document(store, "x", format_name, ABOUT, Asked(f"{folder}/{place}", overwrite))

    assert caught.value.exit_code == ExitCode.UNSAFE
    assert Path(folder, "noegle.json").read_bytes() == key
    assert store.door(Eksport).find() == ()


def test_the_export_folder_may_be_named(store: Store, folder: str) -> None:
    save(store)

    assert os.path.exists(save(store, os.path.join(folder, FOLDER, "mit.md")).sti)


@pytest.mark.parametrize(
    ("place", "reason", "code"),
    [("mangler/x.md", "mappe", 2), ("mangler/", "mappe", 2), ("/proc/x.md", "adgang", 14), ("fil/x.md", "mappe", 2)],
)
def test_a_place_that_takes_no_file_is_said(store: Store, tmp_path: Path, place: str, reason: str, code: int) -> None:
    (tmp_path / "fil").touch()

    with pytest.raises(DocumentNotWritten) as caught:
        save(store, place if place.startswith("/") else f"{tmp_path}/{place}")

    assert (caught.value.reason, caught.value.exit_code) == (reason, code)
    assert store.door(Eksport).find() == ()


def test_a_file_that_is_open_in_word_is_left_alone(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "referat.md"
    save(store, path)
    (tmp_path / "~$ferat.md").touch()

    with pytest.raises(FileIsOpen) as caught:
        save(store, path, overwrite=True, content="nyt")

    assert caught.value.exit_code == ExitCode.LOCKED
    assert path.read_text("utf-8") == "Æblegrød\n"


def test_a_home_folder_may_be_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert target_for("~/x.md", "md", "eget.md") == str(tmp_path / "x.md")


# --- links and others ---


def test_an_export_folder_that_is_a_link_is_refused(store: Store, folder: str, tmp_path: Path) -> None:
    (tmp_path / "andres").mkdir()
    os.symlink(tmp_path / "andres", os.path.join(folder, FOLDER))

    with pytest.raises(SymlinkRefused):
        save(store)

    assert os.listdir(tmp_path / "andres") == []


def test_an_export_folder_that_others_may_look_into_is_refused(store: Store, folder: str) -> None:
    os.mkdir(os.path.join(folder, FOLDER))
    os.chmod(os.path.join(folder, FOLDER), 0o755)

    with pytest.raises(OpenToOthers):
        save(store)


# --- registering ---


@pytest.mark.parametrize("before", [None, "gammelt"])
def test_what_cannot_be_registered_is_not_left_there(store: Store, tmp_path: Path, before: str | None) -> None:
    path = tmp_path / "referat.md"
    if before:
        path.write_text(before)
    nobody = About("referat", borger=999)

    with pytest.raises(IntegrityError):
        save_document(store, "nyt", "md", nobody, Asked(str(path), overwrite=True))

    assert (path.read_text() if path.exists() else None) == before
    assert store.door(Eksport).find() == ()
    assert os.listdir(os.path.join(store.folder, "tmp")) == []


# --- found again ---


def test_what_happened_to_them_is_seen(store: Store, tmp_path: Path) -> None:
    (tmp_path / "drev").mkdir()
    kept = [save(store, tmp_path / name) for name in ("a.md", "b.md", "c.md", "d.md", "drev/e.md")]
    Path(kept[1].sti).write_text("rettet")
    Path(kept[2].sti).unlink()
    Path(kept[3].sti).unlink()
    Path(kept[3].sti).symlink_to(kept[0].sti)
    (tmp_path / "drev").rename(tmp_path / "taget ud")

    assert states(store) == [HERE, CHANGED, OTHER, AWAY, GONE]
    assert states(store) == [HERE, CHANGED, OTHER, AWAY]
    assert [found.state for found in find_exports(store, removed=True)] == [HERE, CHANGED, OTHER, AWAY, GONE]
    (tmp_path / "taget ud").rename(tmp_path / "drev")
    assert states(store) == [HERE, CHANGED, OTHER, HERE]


def test_what_lies_on_a_drive_that_is_away_can_be_forgotten(store: Store, tmp_path: Path) -> None:
    (tmp_path / "drev").mkdir()
    save(store, tmp_path / "drev" / "e.md")
    (tmp_path / "drev").rename(tmp_path / "taget ud")

    forget_exports(store, find_exports(store))

    assert states(store) == []
    assert (tmp_path / "taget ud" / "e.md").exists()


def test_old_ones_are_told_without_anything_being_registered(
    store: Store, folder: str, now: datetime, clock: Callable[[], datetime]
) -> None:
    old, gone = save(store), save(store)
    os.unlink(gone.sti)
    store.close()

    with open_store(folder, KEY, lambda: now + timedelta(days=14)) as later:
        save(later)
        assert [(found.eksport.nr, found.days) for found in old_exports(later, 14)] == [(old.nr, 14)]
        assert old_exports(later, 15) == ()
        assert later.door(Eksport).get(gone.nr).fjernet is None


# --- cleared away ---


def test_they_are_removed_and_registered_as_gone(store: Store, today: object) -> None:
    kept = [save(store) for _ in range(3)]

    left = remove_exports(store, find_exports(store))

    assert left == ()
    assert not any(os.path.exists(it.sti) for it in kept)
    assert {row.fjernet for row in store.door(Eksport).find()} == {str(today)}
    assert states(store) == []


@pytest.mark.parametrize("turned", ["changed", "link", "folder", "parent"])
def test_what_turned_into_something_else_since_it_was_shown_is_left(store: Store, tmp_path: Path, turned: str) -> None:
    (tmp_path / "ude").mkdir()
    path = tmp_path / "ude" / "referat.md"
    save(store, path)
    shown = find_exports(store)
    other = tmp_path / "andres"
    other.mkdir()
    (other / "referat.md").write_bytes(path.read_bytes())
    if turned == "changed":
        path.write_text("rettet")
    elif turned == "parent":
        path.parent.rename(tmp_path / "før")
        path.parent.symlink_to(other)
    else:
        path.unlink()
        path.symlink_to(other / "referat.md") if turned == "link" else path.mkdir()

    left = remove_exports(store, shown)

    assert left == shown
    assert os.path.lexists(path)
    assert (other / "referat.md").exists()
    assert store.door(Eksport).get(shown[0].eksport.nr).fjernet is None


def test_a_link_is_never_removed_though_it_is_asked_for(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "referat.md"
    save(store, path)
    path.rename(tmp_path / "andet.md")
    path.symlink_to(tmp_path / "andet.md")

    found = find_exports(store)

    assert [it.state for it in found] == [OTHER]
    assert remove_exports(store, found) == found
    assert remove_exports(store, [found[0]._replace(state=HERE)]) != ()
    assert (tmp_path / "andet.md").exists()


def test_what_we_did_not_make_is_never_touched(store: Store, folder: str) -> None:
    save(store)
    foreign = Path(folder, FOLDER, "hendes.md")
    foreign.write_text("egne noter")

    assert len(find_exports(store)) == 1
    remove_exports(store, find_exports(store))

    assert os.listdir(foreign.parent) == ["hendes.md"]


def test_one_that_cannot_go_keeps_none_of_the_others(store: Store, tmp_path: Path) -> None:
    kept = [save(store, tmp_path / name) for name in ("a.md", "b.md", "c.md")]
    shown = list(find_exports(store))
    shown[1] = Found(shown[1].eksport, CHANGED, 0)  # is as it was made by now

    left = remove_exports(store, shown)

    assert [it.eksport.nr for it in left] == [kept[1].nr]
    assert [os.path.exists(it.sti) for it in kept] == [False, True, False]


@pytest.mark.safety
def test_a_hundred_exports_are_a_hundred_found_and_a_hundred_removed(store: Store, tmp_path: Path) -> None:
    formats = ("md", "html", "txt", "docx", "pdf", "json", "xlsx", "csv", "ics")
    kept = []
    for number in range(HUNDRED):
        format_name = formats[number % len(formats)]
        place = Asked() if number % 3 else Asked(str(tmp_path / f"fil {number}.{format_name}"))
        kept.append(save_document(store, os.urandom(2000), format_name, ABOUT, place))
    assert all(os.path.isfile(it.sti) for it in kept)

    found = find_exports(store)
    assert [it.eksport for it in found] == kept
    assert {it.state for it in found} == {HERE}

    assert remove_exports(store, found) == ()
    assert sum(os.path.exists(it.sti) for it in kept) == 0
    assert find_exports(store) == ()
    assert len(find_exports(store, removed=True)) == HUNDRED


def test_a_sweep_with_nothing_to_sweep_does_nothing(store: Store) -> None:
    kept = save(store)

    sweep(store)

    assert os.path.exists(kept.sti)
    assert states(store) == [HERE]


def test_every_refusal_is_one_of_our_errors(store: Store, tmp_path: Path) -> None:
    """A folder whose name no database can hold."""
    odd = os.fsencode(tmp_path) + b"/\xff"
    os.mkdir(odd)

    with pytest.raises(VforlobError):
        save(store, os.fsdecode(odd) + "/x.md")

    assert os.listdir(odd) == []
