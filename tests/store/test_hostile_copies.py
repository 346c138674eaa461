"""Copies that somebody made or changed by hand: found out, or harmless, and nobody waits for them for ever."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from building import make_borger, make_case
from vforlob.actions.restore import restore, wanted_for
from vforlob.errors.key import KeyEnvelopeDamaged
from vforlob.errors.kopi import CopyDamaged
from vforlob.store.copies import Copy, list_copies, make_copy
from vforlob.store.copies_manifest import read_manifest, read_name
from vforlob.store.copies_rotation import is_whole
from vforlob.store.envelope import Cost, envelope_in
from vforlob.store.key import create_with_passphrase
from vforlob.store.open import open_store
from vforlob.store.restoring import drill
from vforlob.store.store import Store

Clock = Callable[[], datetime]


def test_an_old_copy_under_a_newer_name_is_found_out(store: Store, folder: str, key: bytes) -> None:
    old = make_copy(store)
    make_borger(store)
    newest = make_copy(store)
    for new, other in zip(files(newest), files(old), strict=True):
        shutil.copyfile(other, new)

    listed = list_copies(folder)[0]

    assert listed.nr == newest.nr
    assert drill(folder, listed, key) != ()
    assert not is_whole(listed)
    store.close()
    with pytest.raises(CopyDamaged):
        restore(folder, wanted_for(folder, listed.path), key, store.now)


@pytest.mark.parametrize(
    "stem",
    ["2026-99-99T999999Z_000009", "2026-02-30T120000Z_000009", "0000-01-01T000000Z_000009", "2026-11-20T120000Z_0" * 2],
)
def test_a_name_without_a_day_is_none_of_ours(stem: str) -> None:
    assert read_name(stem) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("raekker", []),
        ("raekker", {"borger": -1}),
        ("nr", 2**63),
        ("nr", True),
        ("tid", "\x1b]0;x\x07"),
        ("tid", "2026-13-45T99:99:99Z"),
        ("kaede", None),
        ("bytes", 1e9),
    ],
)
def test_a_manifest_is_read_strictly(store: Store, word: str, value: Any) -> None:
    copy = make_copy(store)
    content = json.loads(Path(copy.manifest).read_text())
    Path(copy.manifest).write_text(json.dumps(content | {word: value}))

    assert read_manifest(copy.manifest) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe in the file system")
def test_a_pipe_in_place_of_a_small_file_holds_nobody_up(store: Store, folder: str) -> None:
    copy = make_copy(store)
    os.remove(copy.manifest)
    os.mkfifo(copy.manifest, 0o600)

    assert read_manifest(copy.manifest) is None
    assert len(list_copies(folder)) == 1

    head = os.path.join(folder, "hoved.json")
    os.mkfifo(head, 0o600)
    make_borger(store)
    store.close()

    assert os.path.isfile(head), "the head is written in its place"


def test_a_copy_with_a_table_or_a_trigger_of_somebody_elses_is_refused(
    store: Store, folder: str, key: bytes, clock: Clock
) -> None:
    make_case(store)
    store.rows("CREATE TRIGGER gaest AFTER INSERT ON borger BEGIN UPDATE borger SET andet = 'x'; END")
    copy = make_copy(store)
    store.rows("DROP TRIGGER gaest")
    store.close()

    with pytest.raises(CopyDamaged):
        restore(folder, wanted_for(folder, copy.path), key, clock)

    with open_store(folder, key, clock) as kept:
        assert kept.rows("SELECT count(*) FROM sqlite_master WHERE name = 'gaest'") == [(0,)]


def test_what_was_deleted_is_known_at_the_second_place_too(
    store: Store, folder: str, key: bytes, clock: Clock, tmp_path: Path
) -> None:
    from vforlob.store.copies_elsewhere import put_elsewhere
    from vforlob.store.erasing import erase_borger, scrub

    make_case(store, borger={"alias": "kanariefugl-1"})
    place = tmp_path / "usb"
    place.mkdir()
    with_her = put_elsewhere(folder, make_copy(store), str(place))
    erase_borger(store, 1, "2026-11-20")
    scrub(store)
    put_elsewhere(folder, make_copy(store), str(place))
    store.close()
    another = tmp_path / "ny-pc"

    done = restore(str(another), wanted_for(str(another), with_her.path), key, clock)

    assert done.again == 1
    with open_store(str(another), key, clock) as restored:
        assert restored.rows("SELECT count(*) FROM borger") == [(0,)]


def test_a_salt_that_is_too_short_for_any_lock_is_damage(tmp_path: Path) -> None:
    own = tmp_path / "mappe"
    own.mkdir(0o700)
    create_with_passphrase(str(own), "en lang sætning om ingenting", cost=Cost(1, 8, 1), kind="raanoegle")
    content = json.loads((own / "noegle.json").read_text())
    from vforlob.store.envelope import _sum_of

    content.pop("sum")
    content["kdf"]["salt"] = "AAAA"
    content["sum"] = _sum_of(content)

    with pytest.raises(KeyEnvelopeDamaged):
        envelope_in(json.dumps(content).encode())


def files(copy: Copy) -> tuple[str, str, str]:
    return copy.path, copy.manifest, copy.envelope
