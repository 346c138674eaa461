"""A samtale keeps the agenda as it was asked, and an unchanged file is not read again."""

import os
from pathlib import Path

import pytest

from vforlob.agenda.loader import load_agenda
from vforlob.errors.answer import FaultyFile
from vforlob.errors.place import DatabaseDamaged
from vforlob.model.agenda import Agenda
from vforlob.store.agendas import agenda_as_asked, compiled, keep_agenda
from vforlob.store.store import Store

SHIPPED = Path(__file__).parents[2] / "agendas" / "opfolgning.toml"


@pytest.fixture
def path(tmp_path: Path) -> str:
    own = tmp_path / "opfølgning min.toml"
    own.write_bytes(SHIPPED.read_bytes())
    return str(own)


class Loader:
    """Counts how often a file was read."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, path: str, data: bytes) -> Agenda:
        self.calls += 1
        return load_agenda(path, data)


def change(path: str) -> None:
    before = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(before + "\n# min egen\n", encoding="utf-8")


def test_an_unchanged_file_is_read_once(store: Store, path: str) -> None:
    load = Loader()

    first, second = compiled(store, path, load), compiled(store, path, load)

    assert first == second == load_agenda(path, SHIPPED.read_bytes())
    assert load.calls == 1


def test_a_changed_file_is_read_again_and_the_old_agenda_is_kept(store: Store, path: str) -> None:
    load = Loader()
    first = compiled(store, path, load)
    change(path)

    second = compiled(store, path, load)

    assert (load.calls, first.sha != second.sha) == (2, True)
    assert agenda_as_asked(store, first.sha) == first
    assert agenda_as_asked(store, second.sha) == second


def test_a_touched_file_is_read_again(store: Store, path: str) -> None:
    load = Loader()
    compiled(store, path, load)
    os.utime(path, ns=(1, 1))

    compiled(store, path, load)

    assert load.calls == 2


def test_what_was_compiled_by_another_program_is_read_again(store: Store, path: str) -> None:
    load = Loader()
    agenda = compiled(store, path, load)
    store.rows("UPDATE agenda_fil SET program = '0.0.0'")
    compiled(store, path, load)
    store.rows("UPDATE agenda_udgave SET kompileret = '[0]'")

    assert compiled(store, path, load) == agenda
    assert load.calls == 3


def test_a_compiled_form_of_old_is_made_again_from_the_text(store: Store, path: str) -> None:
    agenda = compiled(store, path, load_agenda)
    store.rows("UPDATE agenda_udgave SET kompileret = '[0]'")

    assert agenda_as_asked(store, agenda.sha) == agenda


def test_a_faulty_file_keeps_nothing(store: Store, path: str) -> None:
    Path(path).write_text("id = [", encoding="utf-8")

    with pytest.raises(FaultyFile):
        compiled(store, path, load_agenda)

    assert store.rows("SELECT count(*) FROM agenda_udgave") == [(0,)]


def test_the_same_text_twice_is_one_agenda(store: Store) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    agenda = load_agenda("", text.encode())

    keep_agenda(store, agenda, text)
    with store.doing("samtale ny"):
        keep_agenda(store, agenda, text)

    assert store.rows("SELECT sha FROM agenda_udgave") == [(agenda.sha,)]


def test_an_agenda_that_was_never_kept_is_damage(store: Store) -> None:
    with pytest.raises(DatabaseDamaged):
        agenda_as_asked(store, "0" * 64)
