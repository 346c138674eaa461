"""A real folder beside the model of it: each thing is done to both, and they are compared. Draws nothing by chance."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import KEY, NOW
from safety.modelled import KINDS, Erasure, Modelled
from vforlob.actions.drafts import begin, begin_correction, drop_correction, new_sitting, open_sitting
from vforlob.actions.exports import About, Asked, save_document
from vforlob.actions.finish import finish
from vforlob.actions.kept_exports import find_exports, remove_exports
from vforlob.actions.records import change_record, new_record
from vforlob.actions.restore import restore, wanted_for
from vforlob.actions.settings import keep_setting
from vforlob.actions.settle import settle_aftale
from vforlob.actions.slettestop import is_stopped
from vforlob.agenda.loader import load_agenda
from vforlob.errors.base import VforlobError
from vforlob.errors.records import SamtaleOpenElsewhere
from vforlob.errors.store import RecordInUse
from vforlob.model.accounts import Indstilling
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Kontakt
from vforlob.model.samtale import Samtale
from vforlob.model.timer import Timer
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.agendas import keep_agenda
from vforlob.store.answers import keep_draft, read_value, save_answer
from vforlob.store.case import load_case
from vforlob.store.chain import verify
from vforlob.store.copies import Copy, make_copy
from vforlob.store.erasing import erase_borger, erase_drafts, erase_virksomhed, erase_words, scrub
from vforlob.store.events import utc_text
from vforlob.store.key import create_with_raw_key
from vforlob.store.open import create_store, open_store
from vforlob.store.rebuild import differences
from vforlob.store.samtale_lock import hold
from vforlob.store.undo import undo_last

TEXT = Path(__file__).with_name("trivsel.toml").read_text(encoding="utf-8")
AGENDA = load_agenda("trivsel.toml", TEXT.encode())
TODAY, UTC = NOW.date().isoformat(), utc_text(NOW)
PUNKTER = {"ord": ("har sovet bedre", "{{ 7 * 7 }} [/red]", "'; DROP TABLE svar; --"), "antal": (1.0, 2.5, 12.0)} | {
    "humor": ("godt", "skidt")
}


def shared_memory() -> str | None:
    """Where a sync costs nothing, on Linux: what is proved here is what is written, not that the disk holds it."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


class Play:
    """`model` is what should stand in the folder. Texts are given; numbers pick among what there is."""

    def __init__(self, folder: str, model: Modelled) -> None:
        self.folder, self.model = folder, model
        self.store = open_store(self.folder, KEY, lambda: NOW)
        self.aliases = 0
        self.copies: list[tuple[Copy, Modelled]] = []
        self.erased: list[Erasure] = []  # since the copy was made

    def end(self) -> None:
        self.store.close()
        shutil.rmtree(os.path.dirname(self.folder))

    def pick(self, kind: Any, number: int, **columns: Any) -> Any:
        """One of those there are, whichever number was drawn; None when there is none."""
        found = [
            row for row in self.model.records[kind].values() if all(getattr(row, n) == v for n, v in columns.items())
        ]
        return found[number % len(found)] if found else None

    # --- records ---

    def new_borger(self, word: str) -> None:
        self.aliases += 1
        given = {"alias": f"Æ-{self.aliases}", "malgruppe": word, "parathed": "klar"}
        new_record(self.store, "borger", given)
        self.model.add(Borger(0, **given, oprettet=TODAY))
        self.model.finish()

    def new_virksomhed(self, word: str) -> None:
        given = {"navn": word, "branche": "lager", "sted": "Aarhus", "vaert": "ny"}
        new_record(self.store, "virksomhed", given)
        self.model.add(Virksomhed(0, **given, oprettet=TODAY))
        self.model.finish()

    def new_forlob(self, borger: Borger, virksomhed: Virksomhed) -> None:
        """It takes over the open aftaler of its borger, and has hours of its own."""
        days = {"art": "virksomhedspraktik", "start": "2026-11-04", "slut": "2027-02-03", "timer": 12.5}
        new_record(self.store, "forlob", {"borger": f"b{borger.nr}", "virksomhed": f"v{virksomhed.nr}", **days})
        forlob = self.model.add(Forlob(0, borger.nr, virksomhed.nr, **days, oprettet=TODAY))
        for aftale in [*self.model.records[Aftale].values()]:
            if (aftale.borger, aftale.forlob, aftale.status) == (borger.nr, None, "aben"):
                self.model.change(Aftale, aftale.nr, forlob=forlob.nr)
        self.model.add(Timer(0, borger.nr, forlob.nr, days["start"], praktik=12.5))
        self.model.finish()

    def new_aftale(self, borger: Borger, word: str) -> None:
        given = {"hvad": word, "hvem": ("borger",), "frist": "2026-12-01"}
        new_record(self.store, "aftale", {"borger": f"b{borger.nr}", **given})
        self.model.add(Aftale(0, borger.nr, **given, oprettet=TODAY))
        self.model.finish()

    def new_kontakt(self, forlob: Forlob, word: str) -> None:
        given = {"med": ("virksomhed",), "kanal": "telefon", "naet": "ja", "tekst": word, "dato": TODAY}
        new_record(self.store, "kontakt", {"forlob": f"f{forlob.nr}", **given, "hvem_ringede": "konsulent"})
        self.model.add(Kontakt(0, forlob.borger, forlob.nr, **given, hvem_ringede="konsulent"))
        self.model.finish()

    def change_borger(self, borger: Borger, word: str) -> None:
        change_record(self.store, "borger", borger.nr, {"skal_til": word})
        self.model.change(Borger, borger.nr, skal_til=word)
        self.model.finish()

    def change_kontakt(self, kontakt: Kontakt, word: str) -> None:
        change_record(self.store, "kontakt", kontakt.nr, {"tekst": word})
        self.model.change(Kontakt, kontakt.nr, tekst=word)
        self.model.finish()

    def settle(self, aftale: Aftale) -> None:
        settle_aftale(self.store, aftale.nr, "gjort")
        if aftale.status != "gjort":
            self.model.change(Aftale, aftale.nr, status="gjort", afsluttet=TODAY)
        self.model.finish()

    # --- samtaler ---

    def begin(self, borger: Borger, punkt: str, value: Any) -> None:
        """Where one is begun already, it is gone on with: there is never a second draft of the same agenda."""
        begun = self.pick(Samtale, 0, borger=borger.nr, status="kladde")
        if begun is not None:
            self.answer(begun, punkt, value)
            return
        sitting = new_sitting(self.store, AGENDA, load_case(self.store, borger=borger.nr))
        begin(self.store, sitting, {Key(punkt, "svar"): value})
        people = ("borger", "konsulent")
        made = Samtale(0, "trivsel", AGENDA.sha, borger.nr, None, TODAY, deltagere=people, med=("borger",))
        made = self.model.add(made._replace(paabegyndt=UTC))
        self.model.answer(made.nr, 1, punkt, value)
        self.model.finish()

    def answer(self, samtale: Samtale, punkt: str, value: Any) -> None:
        udgave = samtale.kladde_udgave
        assert udgave is not None
        save_answer(self.store, samtale.nr, udgave, Key(punkt, "svar"), value)
        self.model.answer(samtale.nr, udgave, punkt, value)
        self.model.finish()

    def half(self, samtale: Samtale, punkt: str, text: str) -> None:
        keep_draft(self.store, samtale.nr, Key(punkt, "svar"), text)
        self.model.halves[samtale.nr, punkt] = text

    def finish(self, samtale: Samtale) -> None:
        sitting = open_sitting(self.store, self.store.door(Samtale).get(samtale.nr))
        udgave = samtale.kladde_udgave
        assert udgave is not None
        finish(self.store, sitting)
        said = samtale.grund if not samtale.udgave else self.model.answers.get((samtale.nr, udgave), {}).get("_grund")
        self.model.change(
            Samtale, samtale.nr, status="faerdig", udgave=udgave, kladde_udgave=None, grund=said, faerdig=UTC
        )
        self.model.lock(samtale.nr, udgave, said)
        self.model.halves = {place: text for place, text in self.model.halves.items() if place[0] != samtale.nr}
        self.model.finish()

    def correct(self, samtale: Samtale) -> None:
        begin_correction(self.store, self.store.door(Samtale).get(samtale.nr))
        for punkt, value in self.model.answers.get((samtale.nr, samtale.udgave), {}).items():
            self.model.answer(samtale.nr, samtale.udgave + 1, punkt, value)
        self.model.change(Samtale, samtale.nr, kladde_udgave=samtale.udgave + 1)
        self.model.finish()

    def drop_correction(self, samtale: Samtale) -> None:
        udgave = samtale.kladde_udgave
        assert udgave is not None
        drop_correction(self.store, self.store.door(Samtale).get(samtale.nr))
        for punkt in [*self.model.answers.get((samtale.nr, udgave), {})]:
            self.model.answer(samtale.nr, udgave, punkt, None)
        self.model.halves = {place: text for place, text in self.model.halves.items() if place[0] != samtale.nr}
        self.model.change(Samtale, samtale.nr, kladde_udgave=None)
        self.model.finish()

    # --- taking back and deleting ---

    def take_back(self) -> None:
        said = ""
        try:
            undo_last(self.store)
        except VforlobError as error:
            said = type(error).__name__
        assert said == self.model.take_back()

    def stop(self, borger: Borger, word: str) -> None:
        """The slettestop, on or off: from then on nothing of her is deleted."""
        keep_setting(self.store, f"slettestop:b{borger.nr}", word)
        self.model.add(Indstilling(0, f"slettestop:b{borger.nr}", word, TODAY))
        self.model.finish()

    def is_stopped(self, borger: int) -> bool:
        rows = [row for row in self.model.records[Indstilling].values() if row.navn == f"slettestop:b{borger}"]
        wanted = bool(rows) and rows[-1].vaerdi == "til"
        assert is_stopped(self.store, borger) == wanted
        return wanted

    def erase_borger(self, borger: Borger) -> None:
        if not self.is_stopped(borger.nr):
            remove_exports(self.store, [it for it in find_exports(self.store) if it.eksport.borger == borger.nr])
            erase_borger(self.store, borger.nr, TODAY)
            self.model.erase_borger(borger.nr)
            self.erased.append(Erasure("borger", (Borger, borger.nr)))

    def erase_virksomhed(self, virksomhed: Virksomhed) -> None:
        try:
            erase_virksomhed(self.store, virksomhed.nr, TODAY)
            refused = False
        except RecordInUse:
            refused = True
        assert refused == self.model.in_use(virksomhed.nr)
        if refused:
            return
        self.model.erase_virksomhed(virksomhed.nr)
        self.erased.append(Erasure("virksomhed", (Virksomhed, virksomhed.nr)))

    def erase_words(self, kind: Any, nr: int) -> None:
        erase_words(self.store, [(kind.__name__.lower(), nr)], TODAY)
        self.model.erase_words(kind, nr, TODAY)
        self.erased.append(Erasure("ord", (kind, nr, TODAY)))

    def erase_draft(self, samtale: Samtale) -> None:
        erase_drafts(self.store, [samtale.nr], TODAY)
        if not samtale.udgave:
            self.model.erase_samtale(samtale.nr)
            self.erased.append(Erasure("samtale", (Samtale, samtale.nr)))
        elif samtale.kladde_udgave is not None:
            self.model.erase_version(samtale.nr, samtale.kladde_udgave)
            self.erased.append(Erasure("version", (Samtale, samtale.nr, samtale.kladde_udgave)))

    def scrub(self) -> None:
        scrub(self.store)

    # --- copies ---

    def copy(self) -> None:
        self.copies.append((make_copy(self.store), self.model.copied()))
        self.erased = []

    def restore(self) -> None:
        """The newest copy takes the database's place, and what was deleted after it was made is deleted again."""
        copy, model = self.copies[-1]
        held = self._held()
        self.store.close()
        restored = restore(self.folder, wanted_for(self.folder, copy.path), KEY, lambda: NOW)
        assert os.path.exists(restored.kept)
        self.store = open_store(self.folder, KEY, lambda: NOW)
        self.model = model.copied()
        for erasure in self.erased:
            if erasure.what[1] <= model.last[erasure.what[0]]:  # the number was given before the copy was made
                self.model.erase_again(erasure)
        self._hold_again([nr for nr in held if nr <= model.last[Borger]])

    def _held(self) -> list[int]:
        """Whose slettestop stands, by number."""
        newest = {row.navn: row.vaerdi for row in self.model.records[Indstilling].values()}
        return sorted(int(name.removeprefix("slettestop:b")) for name, word in newest.items() if word == "til")

    def _hold_again(self, borgere: list[int]) -> None:
        """What is held now is held in the copy too, where the same person is in it."""
        known, stopped = self.model.records[Borger], self._held()
        missing = [nr for nr in borgere if nr in known and nr not in stopped]
        for nr in missing:
            self.model.add(Indstilling(0, f"slettestop:b{nr}", "til", TODAY))
        if missing:
            self.model.finish()

    # --- files, windows and the end of a session ---

    def export(self, borger: Borger, word: str) -> None:
        made = save_document(self.store, word, "txt", About("referat", "borger", borger.nr), Asked())
        assert Path(made.sti).read_text(encoding="utf-8") == word
        self.model.add(made._replace(nr=0))
        self.model.forget()

    def lock(self, samtale: Samtale) -> None:
        """A second window cannot have the samtale; the session ends, and the folder is opened by its key again."""
        with hold(self.folder, samtale.nr), pytest.raises(SamtaleOpenElsewhere), hold(self.folder, samtale.nr):
            pass
        self.store.close()
        self.store = open_store(self.folder, KEY, lambda: NOW)

    # --- the two beside each other ---

    def in_the_database(self) -> dict[str, Any]:
        answers: dict[tuple[int, int], dict[str, Any]] = {}
        for samtale, udgave, punkt, vaerdi in self.store.rows("SELECT samtale, udgave, punkt, vaerdi FROM svar_nu"):
            answers.setdefault((samtale, udgave), {})[punkt] = read_value(vaerdi)
        versions = self.store.rows("SELECT samtale, udgave, grund FROM samtale_udgave")
        halves = self.store.rows("SELECT samtale, punkt, tekst FROM kladde")
        return {
            **{kind.__name__: self.store.door(kind).find() for kind in KINDS},
            "svar": answers,
            "udgaver": {(samtale, udgave): grund for samtale, udgave, grund in versions},
            "halve": {(samtale, punkt): tekst for samtale, punkt, tekst in halves},
        }

    def compare(self) -> None:
        stored, wanted = self.in_the_database(), self.model.standing()
        wrong = {name: (rows, wanted[name]) for name, rows in stored.items() if rows != wanted[name]}
        assert wrong == {}, f"stored, and as it should be: {wrong}"

    def compare_with_events(self) -> None:
        """What stands is what the events say, and the chain over them is whole."""
        found, breaks = differences(self.store), verify(self.store).breaks
        assert (found, breaks) == ([], ()), f"{found} {breaks}"


@cache
def begun() -> tuple[str, Modelled]:
    """A small caseload to go on from, made once by each process and removed when it ends."""
    folder = os.path.join(_room(), "vforlob")
    os.mkdir(folder, 0o700)
    atexit.register(shutil.rmtree, os.path.dirname(folder), ignore_errors=True)
    create_with_raw_key(folder, KEY)
    with create_store(folder, KEY, lambda: NOW) as store:
        keep_agenda(store, AGENDA, TEXT)
    play = Play(folder, Modelled())
    for word in ("jobparat", "aktivitetsparat"):
        play.new_borger(word)
        play.new_virksomhed(word)
    play.new_forlob(play.pick(Borger, 0), play.pick(Virksomhed, 0))
    play.new_kontakt(play.pick(Forlob, 0), "ringede")
    for number in (0, 1):
        play.begin(play.pick(Borger, number), "ord", "begyndt")
    play.finish(play.pick(Samtale, 0))
    play.compare()
    play.store.close()
    return folder, play.model


def new_play() -> Play:
    folder, model = begun()
    there = os.path.join(_room(), "vforlob")
    shutil.copytree(folder, there)
    play = Play(there, model.copied())
    play.aliases = len(model.records[Borger])
    return play


def _room() -> str:
    return tempfile.mkdtemp(prefix="vforlob-spil-", dir=shared_memory())
