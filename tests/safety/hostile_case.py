"""A case with a text of somebody's choice in every field that takes text, made through the program. Knows no text."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from conftest import NOW
from matrix import agenda as shipped
from running import CLOCK, KEY, Ran, key_file, run
from safety.hostile import in_toml
from vforlob.agenda.reserved import WHO_AND_WHEN
from vforlob.model.agenda import Agenda, Felt, Punkt
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Fravaer, Kontakt, Taet
from vforlob.model.text import clean
from vforlob.store.open import open_store
from vforlob.store.store import Store

Texts = Callable[[str], str]

# What the walk needs beside texts, so that every text applies. Written as it stands in a file.
_FIXED = {
    "formode.hensyn.hvem": '["leder", "mentor"]',
    "formode.hensyn.betydning": '"ja"',
    "formode.aftaler.hvem": '["borger", "virksomhed", "andre"]',
    "formode.aftaler.frist": '"2026-11-13"',
    "startmode.hensyn.nr": "1",
    "startmode.hensyn.hvem": '["leder", "mentor"]',
    "startmode.lonkroner.svar": '"maske"',
    "startmode.aftaler.hvem": '["konsulent", "andre"]',
    "opfolgning.hvordan_gar_det.borger": "4",
    "opfolgning.opgaver.trin": '"oplaeres"',
    "opfolgning.hensyn.nr": "1",
    "opfolgning.hensyn.virker": '"delvist"',
    "opfolgning.forlaengelse.borger": '"ja"',
    "opfolgning.forlaengelse.virksomhed": '"ja"',
    "opfolgning.skema.tema": '"fremmode"',
    "opfolgning.aftaler.hvem": '["mentor", "andre"]',
    "opfolgning.aftaler.frist": '"2026-11-30"',
    "midtvejs.skema.tema": '"trivsel"',
    "midtvejs.skema.konsulent": "3",
    "midtvejs.delmal.frist": '"2027-01-15"',
    "midtvejs.delmal.delt": '"ja"',
    "midtvejs.aftaler.hvem": '["virksomhed", "andre"]',
    "opkald.krav.sagt": '"delvist"',
    "opkald.hvem_taler.hvem": '["virksomhed"]',
    "opkald.hvem_taler.frist": '"2026-11-24"',
    "opkald.aftaler.hvem": '["konsulent", "andre"]',
    "afslutning.samtale_med_virksomhed.holdt": '"ja"',
    "afslutning.igen.svar": '"maske"',
    "afslutning.udfald.kode": '"stoppet_afklaret"',
    "afslutning.udfald.hvem": '"borger"',
    "afslutning.udfald.kender_virksomheden_arsag": '"nej"',
    "afslutning.naeste_skridt.hvem": '["borger", "sagsbehandler"]',
    "afslutning.naeste_skridt.frist": '"2026-12-04"',
    "afslutning.aftaler.hvem": '["virksomhed", "andre"]',
    "eftervaern.trivsel.borger": "4",
    "eftervaern.ma_kontakte_arbejdsgiver.svar": '"ja"',
    "eftervaern.aftaler.hvem": '["borger", "andre"]',
}
_WHO = {
    "formode": '"borger", "sagsbehandler", "konsulent"',
    "startmode": '"borger", "leder", "konsulent"',
    "opfolgning": '"borger", "leder", "konsulent"',
    "midtvejs": '"borger", "leder", "konsulent"',
    "opkald": '"leder", "konsulent"',
    "afslutning": '"borger", "leder", "konsulent"',
    "eftervaern": '"borger", "konsulent"',
}
# What is held of what, in this order, so that it is also the number of the samtale. The first forløb stays open.
COMMANDS = {
    "formode": "b1",
    "startmode": "f1",
    "opfolgning": "f1",
    "midtvejs": "f1",
    "opkald": "f1",
    "afslutning": "f2",
    "eftervaern": "f2",
}


class Given(NamedTuple):
    """`records` are the columns as they must read, by kind; `svar` the tables of each samtale, by number.

    `texts` are those of the samtaler by place ("opfolgning.socialt.borger_tekst"), as they must read.
    """

    folder: str
    records: dict[str, dict[str, str]]
    svar: dict[int, dict[str, dict[str, object]]]
    texts: dict[str, str]


def kept(text: str, kind: str) -> str:
    """What a program that changes nothing but the harmful keeps of a text."""
    return clean(text).strip("\n").rstrip() if kind == "tekst" else clean(text, lines=False).strip()


def make_hostile_case(where: Path, text_for: Texts) -> Given:
    """Set up, a borger, a virksomhed, a forløb and the samtaler, one after another; one more borger's forløb ends."""
    where.mkdir(exist_ok=True)
    folder = where / "vforlob"
    given = Given(str(folder), {}, {}, {})
    key = key_file(folder)
    settings = "\n".join(f"{word} = {in_toml(text_for(f'opsaet.{word}'))}" for word in ("konsulent", "telefon"))
    _done(
        run(
            *("opsaet", "--noeglefil", key, "--svar", "-"),
            folder=folder,
            stdin=f'navne = "ja"\n{settings}\n',
            env={"VFORLOB_NU": CLOCK},
        )
    )
    _record(given, text_for, "borger", _BORGER, 'parathed = "klar"\ncv = "ja"\n')
    _record(given, text_for, "virksomhed", _VIRKSOMHED, 'vaert = "ny"\nemail = "a@b.dk"\n')
    _samtale(given, text_for, 1, shipped("formode"))
    about = 'borger = 1\nvirksomhed = 1\nart = "kombination"\nstart = 2026-11-04\nslut = 2027-02-03\ntimer = 12.5\n'
    _record(given, text_for, "forlob", _FORLOB, about)
    _samtale(given, text_for, 2, shipped("startmode"))
    given.records["forlob"]["hensigt"] = given.texts["startmode.hensigt.tekst"]  # that is what the point is for
    _without_a_command(given, text_for)
    for nr, name in ((3, "opfolgning"), (4, "midtvejs"), (5, "opkald")):
        _samtale(given, text_for, nr, shipped(name))
    _ending(given, text_for)
    return given


def _ending(given: Given, text_for: Texts) -> None:
    """A forløb that was stopped, so that every question of the ending applies, and efterværn all the same."""
    borger = 'alias = "K-1"\nmalgruppe = "prøve"\nparathed = "klar"\n'
    _done(run("borger", "ny", "--svar", "-", folder=given.folder, stdin=borger))
    forlob = (
        'borger = 2\nvirksomhed = 1\nart = "virksomhedspraktik"\nstart = 2026-10-05\nslut = 2026-12-18\ntimer = 20\n'
    )
    _done(run("forlob", "ny", "--svar", "-", folder=given.folder, stdin=forlob + 'uden_formode = "prøve"\n'))
    _samtale(given, text_for, 6, shipped("afslutning"))
    with open_store(given.folder, KEY, lambda: NOW) as store, store.doing("prøve"):
        store.door(Forlob).change(2, eftervaern="2027-11-20")
    _samtale(given, text_for, 7, shipped("eftervaern"))


_BORGER = {"malgruppe": "tekst", "skal_til": "tekst", "sagsbehandler": "kort", "navn": "kort", "telefon": "kort"}
_VIRKSOMHED = {"navn": "kort", "branche": "kort", "sted": "kort", "kontakt": "kort", "telefon": "kort"}
_FORLOB = {"hensigt": "tekst", "uden_formode": "kort"}


def _record(given: Given, text_for: Texts, emne: str, columns: dict[str, str], fixed: str) -> None:
    texts = {name: text_for(f"{emne}.{name}") for name in columns}
    said = "".join(f"{name} = {in_toml(text)}\n" for name, text in texts.items())
    if emne == "borger":
        texts["alias"] = alias_of(text_for("borger.alias"))
        said += f"alias = {in_toml(texts['alias'])}\n"
    _done(run(emne, "ny", "--svar", "-", folder=given.folder, stdin=said + fixed))
    given.records[emne] = {name: kept(text, columns.get(name, "kort")) for name, text in texts.items()}


def alias_of(text: str) -> str:
    """As much of the text as an alias can hold, and what an alias must have."""
    return f"Æ-7{clean(text, lines=False).strip()[:12].strip()}"


def _without_a_command(given: Given, text_for: Texts) -> None:
    """Records whose commands come later, with the text raw: also what was never cleaned must do no harm."""
    with open_store(given.folder, KEY, lambda: NOW) as store, store.doing("prøve"):
        store.door(Delmal).add(
            Delmal(
                0, 1, 1, specifikt=text_for("delmal.specifikt"), malbart=text_for("delmal.malbart"), frist="2026-12-01"
            )
        )
        store.door(Kontakt).add(Kontakt(0, 1, 1, "2026-11-10", "telefon", tekst=text_for("kontakt.tekst")))
        store.door(Fravaer).add(Fravaer(0, 1, 1, "2026-11-11", "syg", text_for("fravaer.besked")))
        store.door(Taet).add(
            Taet(0, 1, 1, "2026-11-12", "ja", grund=text_for("taet.grund"), vi_gor=text_for("taet.vi_gor"))
        )
        _forlob_words(store, text_for)


def _forlob_words(store: Store, text_for: Texts) -> None:
    store.door(Forlob).change(1, fast_tid=text_for("forlob.fast_tid"), stedfortraeder=text_for("forlob.stedfortraeder"))


# --- the samtaler ---


def _samtale(given: Given, text_for: Texts, nr: int, agenda: Agenda) -> None:
    svar: dict[str, dict[str, object]] = {}
    lines = [
        "[samtale]",
        f"deltagere = [{_WHO[agenda.id]}]",
        'kraever_samtale = "ja"',
        f"anmaerkning = {in_toml(text_for(f'{agenda.id}.samtale.anmaerkning'))}",
    ]
    if agenda.id == "opfolgning":
        grund = text_for("opfolgning.tidligere_aftaler.grund")
        lines += ["[[tidligere_aftaler]]", "nr = 1", 'udfald = "bortfaldet"', f"grund = {in_toml(grund)}"]
        given.texts["opfolgning.tidligere_aftaler.grund"] = kept(grund, "tekst")
    for punkt in agenda.punkter:
        svar[punkt.id] = {}
        lines += ["", f"[{punkt.id}]", *_table(given, text_for, agenda, punkt, svar[punkt.id])]
    given.svar[nr] = {punkt: table for punkt, table in svar.items() if table}
    _done(run(agenda.id, COMMANDS[agenda.id], "--svar", "-", folder=given.folder, stdin="\n".join(lines) + "\n"))


def _table(given: Given, text_for: Texts, agenda: Agenda, punkt: Punkt, svar: dict[str, object]) -> Iterator[str]:
    note = Felt("note", "Note", "tekst")
    for felt in (*punkt.single_felter, note):
        said = _said(given, text_for, agenda, punkt, felt, svar)
        if said:
            yield f"{felt.id} = {said}"
    if punkt.is_liste:
        row: dict[str, object] = {}
        said_row = {felt.id: _said(given, text_for, agenda, punkt, felt, row) for felt in punkt.row_felter}
        if row:
            yield f"raekker = [ {{ {', '.join(f'{name} = {said}' for name, said in said_row.items() if said)} }} ]"
            svar["raekker"] = [row]


def _said(given: Given, text_for: Texts, agenda: Agenda, punkt: Punkt, felt: Felt, into: dict[str, object]) -> str:
    """As it stands in the file; empty when nothing is said. What must come out of it is put `into`."""
    place = f"{agenda.id}.{punkt.id}.{felt.id}"
    if felt.kind in {"tekst", "kort"}:
        text = text_for(place)
        into[felt.id] = given.texts[place] = kept(text, felt.kind)
        return in_toml(text)
    if place == "opfolgning.selvstaendigt.opgaver":
        text = text_for("opfolgning.opgaver.opgave")
        into[felt.id] = [kept(text, "kort")]
        return f"[{in_toml(text)}]"
    said = _FIXED.get(place, "")
    if said:
        into[felt.id] = json.loads(said)
    return said


def places() -> list[str]:
    """Every place a text goes, in the order they are asked for."""
    asked: list[str] = []
    for emne, columns in (("borger", {**_BORGER, "alias": "kort"}), ("virksomhed", _VIRKSOMHED), ("forlob", _FORLOB)):
        asked += [f"{emne}.{name}" for name in columns]
    asked += [f"opsaet.{word}" for word in ("konsulent", "telefon")]
    for name in COMMANDS:
        agenda = shipped(name)
        asked.append(f"{name}.samtale.anmaerkning")
        for punkt in agenda.punkter:
            felter = (*punkt.felter, Felt("note", "Note", "tekst"))
            asked += [f"{name}.{punkt.id}.{felt.id}" for felt in felter if felt.kind in {"tekst", "kort"}]
    assert all(felt.kind not in {"tekst", "kort"} for felt in WHO_AND_WHEN)
    return [*asked, "opfolgning.tidligere_aftaler.grund"]


def _done(ran: Ran) -> None:
    assert ran.code == 0, ran.err
