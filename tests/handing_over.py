"""A samtale to hand over, and a clipboard that can be looked into. Knows no command."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from building import make_case
from meeting import shipped
from vforlob.actions.fill import fill
from vforlob.actions.journal import gather_journal
from vforlob.actions.journal_receipts import Sent, give_receipts
from vforlob.model.accounts import Indstilling
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.store.case import load_case
from vforlob.store.journal import newest_event
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

HELD = """
[samtale]
dato = "2026-11-20"
kl = "13"
form = "besog"
deltagere = [{there}]

[hvordan_gar_det]
borger = 4
borger_tekst = "Det går bedre, B-1 er glad"

[aftaler]
naeste_kontakt = "2026-12-01"
naeste_kl = "14"
naeste_form = "besog"

[[aftaler.raekker]]
hvad = "{promise}"
hvem = "konsulent"
frist = "2026-11-27"
"""

FORMODE = """
[samtale]
dato = "2026-11-20"
form = "kommunen"
deltagere = ["borger", "konsulent"]

[indsats]
svar = "Komme i gang"
"""


AFTER_THE_JOB = """
[samtale]
dato = "2026-11-20"
form = "telefon"
deltagere = ["borger", "konsulent"]

[ma_kontakte_arbejdsgiver]
svar = "{may_contact}"
"""


def all_in_the_journal(store: Store) -> None:
    groups = gather_journal(store, store.now().date(), load_rulebook(store.folder))
    notes = [note for group in groups for note in group.notes]
    give_receipts(store, notes, Sent(store.now().date().isoformat(), newest_event(store)))


def held_samtale(store: Store, *, mentor: bool = False, promise: str = "Ringe til bussen", **over: Any) -> Samtale:
    """An opfølgning of f1, finished; everything that was before it is in the journal."""
    case: Case = make_case(store, **over)
    all_in_the_journal(store)
    with store.doing("opsaet"):
        store.door(Indstilling).add(Indstilling(0, "konsulent", "Karen Holm"))
        store.door(Indstilling).add(Indstilling(0, "telefon", "54 00 00 00"))
    there = ("borger", "konsulent", "leder", *(("mentor",) if mentor else ()))
    text = HELD.format(there=", ".join(f'"{one}"' for one in there), promise=promise)
    return fill(store, shipped(store, "opfolgning"), case, text.encode(), "svar.toml").samtale


def held_formode(store: Store, borger: int) -> Samtale:
    case = load_case(store, borger=borger)
    return fill(store, shipped(store, "formode"), case, FORMODE.encode(), "svar.toml").samtale


def held_after_the_job(store: Store, may_contact: str) -> Samtale:
    """An efterværn of f1, which has ended in a job."""
    make_case(store)
    with store.doing("afslutning"):
        store.door(Forlob).change(1, status="lukket", lukket="2026-11-10", udfald="job", eftervaern="2027-11-10")
    case = load_case(store, forlob=1)
    text = AFTER_THE_JOB.format(may_contact=may_contact)
    return fill(store, shipped(store, "eftervaern"), case, text.encode(), "svar.toml").samtale


def clipboard_in(folder: str | Path) -> tuple[Mapping[str, str], Path]:
    """The environment with a program that keeps what it is given in a file, and that file."""
    bin_folder, kept = Path(folder) / "bin", Path(folder) / "udklip.txt"
    bin_folder.mkdir()
    program = bin_folder / "xclip"
    program.write_text(f'#!/bin/sh\ncat > "{kept}"\n')
    program.chmod(0o700)
    path = os.pathsep.join((str(bin_folder), os.environ.get("PATH", "")))
    return {"PATH": path, "DISPLAY": ":99", "WAYLAND_DISPLAY": ""}, kept


def no_clipboard() -> Mapping[str, str]:
    return {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
