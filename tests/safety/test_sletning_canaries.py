"""Two hundred deletions: nothing of what was deleted is left on any page of any file, nor comes back from a copy."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from page_reading import everything_in, left_in

from figures import reached
from meeting import shipped
from vforlob.actions.settings import keep_setting
from vforlob.actions.sletning import Job, carry_out, person_job, words_job
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.eksport import Eksport
from vforlob.model.forlob import Forlob
from vforlob.model.hensyn import Hensyn
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.answers import keep_draft, save_answers
from vforlob.store.chain import verify
from vforlob.store.copies import make_copy
from vforlob.store.envelope import read_envelope
from vforlob.store.erasing import erase_borger
from vforlob.store.kinds import RECORDS
from vforlob.store.open import create_store
from vforlob.store.placing import hash_of
from vforlob.store.rebuild import differences
from vforlob.store.restoring import made_ready, source_of, staged
from vforlob.store.sletteliste import read_list
from vforlob.store.sogning_index import catch_up
from vforlob.store.store import Store
from vforlob.store.tables import table_of

pytestmark = [pytest.mark.safety, pytest.mark.tal]

FOLDERS, WHOLE, ONLY_WORDS, COPIES = 10, 12, 8, 10
KEPT = "blivertilbage"
# Days, choices and numbers are no place for a text; these columns are of the program's own words.
CHOSEN = frozenset(
    (
        *("agenda", "agenda_sha", "dato", "kl", "form", "status", "faerdig", "paabegyndt", "tekst_slettet", "start"),
        *("slut", "lukket", "frist", "fra", "til", "art", "trin", "svar", "naet", "oprettet", "aftalt", "trukket"),
        *("eftervaern", "henvist", "cv", "cv_opdateret", "afsluttet", "status_dato", "trin_siden", "kanal"),
        *("ring_igen", "ophort", "tid", "sha256", "rad_dato", "ja", "sted_i_samtale", "betydning", "kraever_samtale"),
        *("fjernet", "udfald", "uid", "kilde", "rolle", "vitas", "parathed", "malgruppe", "hensigt_art", "delt"),
        *("timetype", "hvem_ringede", "virker", "modtager", "format", "sti", "ud_ad_doren"),
    )
)
NEEDED = {"dato": "2026-11-02", "maned": "2026-11", "fra": "2026-11-02", "til": "2026-11-09", "tid": "2026-11-02T12:00"}


class Built(NamedTuple):
    """Who and what is to go, every canary that goes with it, and the copies from before."""

    jobs: list[Job]
    canaries: list[str]
    copies: list[Path]


def canary(nr: int) -> str:
    return f"xq{nr}kånariefugl{nr}zw"


def test_two_hundred_deletions_leave_nothing_and_nothing_comes_back(
    tmp_path: Path, folder: str, key: bytes, clock: Callable[[], datetime]
) -> None:
    deleted, left, back, restored = 0, [], [], 0
    for place in range(FOLDERS):
        own = _own_folder(folder, tmp_path / f"mappe-{place}")
        with create_store(own, key, clock) as store:
            built = build(store, tmp_path / f"aside-{place}", place)
            before = everything_in(own, key)
            assert left_in(before, built.canaries) == built.canaries, "what is looked for can be found"

            done = carry_out(store, built.jobs, drop_copies=True)

            deleted += sum(it.antal for it in done.receipts)
            assert verify(store).breaks == ()
            assert differences(store) == []
        after = everything_in(own, key)
        left += left_in(after, built.canaries)
        assert KEPT.encode() in after
        assert b"kanariefugl" not in after, "the words of the index are kept in pieces"
        for copy in built.copies:
            back += left_in(restore(own, copy, key, clock), built.canaries)
            restored += 1

    assert (deleted, left, restored, back) == (200, [], 100, [])
    reached(
        13,
        "Sletninger, hvor der er ledt efter rester i database, WAL, søgning, kopier, filer og kladder",
        required="200, 0 tegn tilbage",
        reached=f"{deleted}, {len(left)} tegn tilbage",
        control=plain_deletion(tmp_path, folder, key, clock),
    )
    reached(
        13,
        "Sikkerhedskopier fra før sletningen, der er hentet frem",
        required="100, 0 tilbage",
        reached=f"{restored}, {len(back)} tilbage",
    )


def plain_deletion(tmp_path: Path, folder: str, key: bytes, clock: Callable[[], datetime]) -> str:
    """The same records deleted as most programs do it: the reader must find them."""
    own = _own_folder(folder, tmp_path / "almindelig")
    with create_store(own, key, clock) as store:
        store.rows("PRAGMA secure_delete = OFF")
        built = build(store, tmp_path / "aside-almindelig", 99)
        shutil.rmtree(os.path.join(own, "kopier"))
        shutil.rmtree(os.path.join(own, "eksport"))
        for borger in store.door(Borger).find()[:WHOLE]:
            erase_borger(store, borger.nr, "2026-11-20")
        store.checkpoint()
        whole = built.canaries[: WHOLE * 2]
        found = left_in(everything_in(own, key), whole)
    assert found
    return f"uden sikker sletning og uden pakning: {len(found)} af {len(whole)} tegn tilbage"


def build(store: Store, aside: Path, place: int) -> Built:
    """Borgere with something in every kind of record, files, drafts, words of the index, and copies from before."""
    first, canaries, copies = place * 1000, list[str](), list[Path]()
    aside.mkdir()
    keep_setting(store, "navne", "ja")
    sha = shipped(store, "opfolgning").sha
    with store.doing("virksomhed ny"):
        virksomhed = store.door(Virksomhed).add(Virksomhed(0, "Ørbæk & Søn", branche=KEPT)).nr
    whole = []
    for nr in range(WHOLE):
        name, draft = canary(first + nr), canary(first + 500 + nr)
        whole.append(rich_borger(store, virksomhed, sha, name, draft))
        canaries += [name, draft]
        if nr < COPIES:
            copies.append(_copied_aside(store, aside, nr))
    posts = []
    for nr in range(ONLY_WORDS):
        posts.append(words_alone(store, virksomhed, sha, nr, canary(first + 700 + nr)))
        canaries.append(canary(first + 700 + nr))
    copies[-1] = _copied_aside(store, aside, COPIES)
    catch_up(store)
    jobs = [*(person_job(store, nr) for nr in whole), words_job(posts, "30 dage")]
    return Built(jobs, canaries, copies)


def rich_borger(store: Store, virksomhed: int, sha: str, text: str, draft: str) -> int:
    with store.doing("borger ny"):
        borger = store.door(Borger).add(filled(Borger, {}, text)).nr
        whose: dict[str, Any] = {"borger": borger, "virksomhed": virksomhed}
        whose["forlob"] = store.door(Forlob).add(filled(Forlob, whose, text)).nr
        whose |= {"agenda": "opfolgning", "agenda_sha": sha}
        whose["samtale"] = store.door(Samtale).add(filled(Samtale, whose, text)).nr
        whose["hensyn"] = store.door(Hensyn).add(filled(Hensyn, whose | {"hensyn": text}, text)).nr
        for emne, kind in RECORDS.items():
            is_hers = {"borger", "hensyn"} & set(table_of(kind).columns)
            if is_hers and emne not in {"borger", "forlob", "samtale", "hensyn", "eksport"}:
                given = {name: nr for name, nr in whose.items() if name != "hensyn" or emne == "clearance"}
                store.door(kind).add(filled(kind, given, text))
    _answered(store, whose["samtale"], text)
    keep_draft(store, whose["samtale"], Key("socialt", "borger_tekst"), f"Halvt skrevet {draft} og {draft}")
    _exported(store, borger, text)
    with store.doing("borger ret"):  # what stood before stands in the events too
        store.door(Borger).change(borger, andet="noget andet", interesser=None)
    return borger


def filled(kind: type[Any], whose: dict[str, Any], text: str) -> Any:
    """Every column that takes a text has it, more than once."""
    values: dict[str, Any] = {}
    for name in kind._fields:
        shape = str(kind.__annotations__[name])
        if name in whose:
            values[name] = whose[name]
        elif name == "alias":
            values[name] = f"A-{text}"
        elif name in NEEDED:
            values[name] = NEEDED[name]
        elif shape.startswith("str") and name not in CHOSEN | {"nr"}:
            values[name] = f"Det om {text} er, at {text} skal med. {text}"
    return kind(**{"nr": 0, **_defaults(kind), **values})


def _defaults(kind: type[Any]) -> dict[str, Any]:
    """Something for each column that has to be given."""
    given = {"virksomhed": 1, "art": "praktik", "agenda": "opfolgning", "agenda_sha": "0" * 64, "rang": 1}
    return {name: given.get(name, "x") for name in kind._fields if name not in kind._field_defaults and name != "nr"}


def words_alone(store: Store, virksomhed: int, sha: str, nr: int, text: str) -> tuple[str, int]:
    """A record of somebody who stays: only what was written in it goes."""
    emner = ("samtale", "kontakt", "fravaer", "taet", "aftale", "delmal")
    emne = emner[nr % len(emner)]
    with store.doing("borger ny"):
        borger = store.door(Borger).add(Borger(0, f"K-{nr}", andet=KEPT)).nr
        forlob = store.door(Forlob).add(Forlob(0, borger, virksomhed, "praktik", "2026-11-01")).nr
        whose: dict[str, Any] = {"borger": borger, "forlob": forlob, "agenda": "opfolgning", "agenda_sha": sha}
        record = filled(RECORDS[emne], whose, text)
        if emne == "samtale":
            record = record._replace(status="faerdig", udgave=1, kladde_udgave=None)
        made = int(store.door(RECORDS[emne]).add(record).nr)
    if emne == "samtale":
        _answered(store, made, text)
    return emne, made


def _answered(store: Store, samtale: int, text: str) -> None:
    said = f"Der blev sagt {text}, og igen {text}"
    places = (Key("hvordan_gar_det", "borger_tekst"), Key("hvordan_gar_det", "note"), Key("opgaver", "opgave", 1))
    save_answers(store, samtale, 1, dict.fromkeys(places, said) | {Key("hvordan_gar_det", "borger"): 4})


def _exported(store: Store, borger: int, text: str) -> None:
    path = os.path.join(store.folder, "eksport", f"sag-{borger}.md")
    os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
    Path(path).write_text(f"Alt om {text}", encoding="utf-8")
    with store.doing("eksport"):
        store.door(Eksport).add(Eksport(0, "sag", "journal", "md", path, hash_of(path), "2026-11-02T12:00", borger))


def _copied_aside(store: Store, aside: Path, nr: int) -> Path:
    """One that somebody keeps elsewhere: the deletion does not reach it."""
    made = make_copy(store, f"prove-{nr}")
    for path in (made.path, made.manifest, made.envelope):
        shutil.copy(path, aside)
    return aside / os.path.basename(made.path)


def restore(folder: str, copy: Path, key: bytes, clock: Callable[[], datetime]) -> bytes:
    """Everything in the restored folder, as it would take the database's place."""
    with staged(folder, source_of(str(copy)), read_envelope(folder), key) as room:
        made_ready(room, key, clock, read_list(folder))
        return everything_in(room, key)


def _own_folder(folder: str, place: Path) -> str:
    shutil.copytree(folder, place)
    (place / "tmp").mkdir(mode=0o700, exist_ok=True)
    os.chmod(place, 0o700)
    return str(place)


@pytest.fixture(autouse=True)
def swept(tmp_path: Path) -> Iterator[None]:
    """Three hundred databases are not kept for whoever looks at a failed test."""
    yield
    for place in tmp_path.iterdir():
        shutil.rmtree(place, ignore_errors=True)
