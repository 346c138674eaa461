"""Folders of many shapes that are all whole: `tjek` is quiet about every one, and leaves each as it was."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from planting import exported, own_file

import old_schema
from checked import ago, checked, copied, every_byte, hold, opened, set_up, twin, worked_in
from figures import reached
from handed import NOW
from running import CLOCK, KEY, run
from vforlob.actions.adgang import give_new_passphrase
from vforlob.actions.checking.run import Wanted, check
from vforlob.actions.copies import copy_now
from vforlob.actions.restore import restore, wanted_for
from vforlob.actions.slettestop import stop_deletion
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.store.answers import keep_draft
from vforlob.store.chain import write_head
from vforlob.store.copies import list_copies
from vforlob.store.erasing import erase_borger, erase_drafts, erase_words, scrub
from vforlob.store.key import create_with_passphrase, create_with_raw_key
from vforlob.store.open import create_store
from vforlob.store.rebuild import rebuild
from vforlob.store.sogning_index import catch_up
from vforlob.store.undo import undo_last

pytestmark = [pytest.mark.safety, pytest.mark.tal]

NEEDED = 50
CASES = (1, 4)
Shape = Callable[[Path, int], Any]


def undone(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        hold(store)
        undo_last(store)


def half_typed(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        samtale = hold(store, done=False)
        keep_draft(store, samtale.nr, Key("lonkroner", "tekst"), "Vi talte om")


def killed(folder: Path, _cases: int) -> None:
    """The -wal and the -shm are left, and hoved.json is of the time before."""
    template = folder.with_name(f"{folder.name}, åben")
    folder.rename(template)
    store = opened(template)
    hold(store)
    shutil.copytree(template, folder)
    store.close()


def many_copies(folder: Path, cases: int) -> None:
    for days in range(5 + cases, 0, -1):
        moment = ago(days=days)
        with opened(folder, partial(_same, moment)) as store:
            copy_now(store)


def _same(moment: datetime) -> datetime:
    return moment


def erased(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        hold(store)
        erase_borger(store, 1, "2026-11-20")
        scrub(store)
    copied(folder)


def words_erased(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        erase_words(store, [("samtale", 1), ("aftale", 1)], "2026-11-20")
        scrub(store)
    copied(folder)


def drafts_erased(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        samtale = hold(store, done=False)
        erase_drafts(store, [samtale.nr], "2026-11-20")
        scrub(store)
    copied(folder)


def restored(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        hold(store)
    _restore(folder)


def restored_after_erasing(folder: Path, cases: int) -> None:
    old = list_copies(str(folder))[0]
    erased(folder, cases)
    restore(str(folder), wanted_for(str(folder), old.path), KEY, lambda: NOW)


def _restore(folder: Path) -> None:
    path = list_copies(str(folder))[0].path
    restore(str(folder), wanted_for(str(folder), path), KEY, lambda: NOW)


def stopped(folder: Path, _cases: int) -> None:
    with opened(folder) as store, store.doing("slettestop"):
        stop_deletion(store, 1, "2026-11-20")


def looked_at(folder: Path, cases: int) -> None:
    for line in (("borger", "vis", "b1"), ("forløb", "liste"), ("find", "pause"), ("i-dag",), ("overblik",)):
        assert run(*line, folder=folder).code == 0
    exported(folder, cases)


def own_files(folder: Path, _cases: int) -> None:
    shutil.copy(Path(__file__).parents[2] / "agendas" / "opfolgning.toml", _made(folder / "agendas"))
    own_file(folder, "skabeloner/dokument.md.jinja", "# {{ dokument.titel }}\n")
    own_file(folder, "regler/egne.toml", '[[regel]]\nid = "slettefrist_log"\nvaerdi = 200\ngyldig_fra = 2026-01-01\n')
    assert run("skabelon", "ny", folder=folder).code == 0


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def rebuilt(folder: Path, _cases: int) -> None:
    with opened(folder) as store:
        rebuild(store)


def grown(folder: Path, cases: int) -> None:
    with opened(folder) as store:
        for _ in range(4 * cases):
            hold(store, deltagere=("borger", "leder"))
        catch_up(store)


def changed_names(folder: Path, cases: int) -> None:
    with opened(folder) as store:
        for nr in range(1, cases + 1):
            with store.doing("borger ret"):
                store.door(Borger).change(nr, alias=f"Ø-{nr}", malgruppe="Fleksjob")


SHAPES: dict[str, Shape] = {
    "som den er": lambda _folder, _cases: None,
    "fortrudt": undone,
    "halvt skrevet": half_typed,
    "slået ihjel": killed,
    "mange kopier": many_copies,
    "en borger slettet": erased,
    "ord slettet": words_erased,
    "en kladde slettet": drafts_erased,
    "hentet tilbage": restored,
    "hentet tilbage efter en sletning": restored_after_erasing,
    "slettestop": stopped,
    "set på og lavet filer af": looked_at,
    "egne filer": own_files,
    "bygget igen": rebuilt,
    "vokset": grown,
    "rettet": changed_names,
}


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    place = tmp_path_factory.mktemp("hele")
    return {cases: worked_in(place / f"sager {cases}", cases) for cases in CASES}


def test_no_healthy_folder_is_said_to_be_ill(templates: dict[int, Path], tmp_path: Path) -> None:
    alarms, looked = [], 0
    for what, found in [*_worked_in(templates, tmp_path), *_others(tmp_path)]:
        looked += 1
        alarms += [f"{what}: {found}"] if found else []

    reached(
        21,
        "Hele datamapper af forskellig slags, som tjek med urette finder fejl i",
        required=f"0 af {NEEDED}",
        reached=f"{len(alarms)} af {looked}",
    )
    assert not alarms, "\n".join(alarms)
    assert looked >= NEEDED


def _worked_in(templates: dict[int, Path], place: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for cases, template in templates.items():
        for what, shape in SHAPES.items():
            folder = twin(template, place / f"{what} {cases}")
            shape(folder, cases)
            yield f"{what}, {cases}", _alarms(folder)
    folder = twin(templates[1], place / "efter ferien")
    later = (NOW + timedelta(days=30)).strftime("%Y-%m-%dT%H:%M")
    yield "efter ferien", _alarms(folder, {"VFORLOB_NU": later})


def _others(place: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "ny", _alarms(set_up(place / "ny"))
    yield "sat op af programmet", _alarms(_by_the_program(place / "sat op"))
    for schema in range(1, 5):
        for cases in CASES:
            folder = _of_schema(place / f"skema {schema} {cases}", schema, cases)
            yield f"skema {schema}, {cases}, som det er", _alarms(folder)
            assert run("i-dag", folder=folder).code == 0
            yield f"skema {schema}, {cases}, ført op", _alarms(folder)
    demo = place / "demo"
    assert run("demo", "--kun-data", "--mappe", str(demo), env={"VFORLOB_NU": CLOCK}).code == 0
    yield "demo", _alarms(demo)
    yield "med adgangssætning", _with_passphrase(place / "sætning", change=False)
    yield "med en ny adgangssætning", _with_passphrase(place / "ny sætning", change=True)


def _alarms(folder: Path, env: dict[str, str] | None = None) -> tuple[str, ...]:
    before = every_byte(folder)
    whole, quick = checked(folder, env=env), checked(folder, "--hurtig", env=env)
    changed = ("ændret af tjek",) if every_byte(folder) != before else ()
    codes = tuple(f"kode {found.code}" for found in (whole, quick) if found.code)
    return (*whole.problems, *quick.problems, *codes, *changed)


def _by_the_program(place: Path) -> Path:
    key, answers = place.parent / "raanoegle.txt", place.parent / "opsæt.toml"
    key.write_text(KEY.hex())
    key.chmod(0o600)
    answers.write_text('navne = "nej"\nkonsulent = "Karen Holm"\n', encoding="utf-8")
    ran = run(
        "opsæt", "--noeglefil", str(key), "--svar", str(answers), "--mappe", str(place), env={"VFORLOB_NU": CLOCK}
    )
    assert ran.code == 0, ran.err
    return place


def _of_schema(place: Path, schema: int, cases: int) -> Path:
    place.mkdir(mode=0o700)
    (place / "tmp").mkdir(mode=0o700)
    create_with_raw_key(str(place), KEY)
    session = old_schema.made_by(schema, str(place), KEY, lambda: NOW, cases)
    write_head(session)
    session.close()
    return place


def _with_passphrase(place: Path, *, change: bool) -> tuple[str, ...]:
    """Nobody is there to type it: the checks are given the key, as the command gives it to them."""
    place.mkdir(mode=0o700)
    key, _ = create_with_passphrase(str(place), "fem danske ord i en lang sætning")
    with create_store(str(place), key, lambda: NOW) as store:
        hold(store)
        copy_now(store)
    if change:
        give_new_passphrase(str(place), key, "seks andre danske ord i en længere sætning")
    report = check(Wanted(str(place), lambda: key, lambda: NOW))
    assert report.refused is None
    return tuple(fund.id for fund in report.problems)
