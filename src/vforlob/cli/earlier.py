"""Samtaler that were held before: listed, shown, corrected, gone on with. Knows no question."""

from datetime import date

from vforlob.actions.asking import ALONE, Answered, Pause, Question
from vforlob.actions.drafts import Changes, begin_correction, case_of_samtale, load_version, open_sitting
from vforlob.actions.finish import REASON
from vforlob.actions.samtale_table import samtale_table
from vforlob.agenda.kinds import KINDS
from vforlob.agenda.reserved import SAMTALE_PUNKT
from vforlob.cli.ask import asker
from vforlob.cli.context import context, in_folder
from vforlob.cli.holding import hold_here, line_of
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.samtale_end import filled_lines, held_json
from vforlob.cli.samtale_screens import list_lines, samtale_lines, status_word
from vforlob.cli.show import emit, err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.samtaler import NotFinished, NothingToContinue, VersionNotFound
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.model.borger import Borger
from vforlob.model.case import Case
from vforlob.model.forlob import Forlob
from vforlob.model.samtale import Samtale
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.samtale_lock import hold as hold_lock
from vforlob.store.store import Store
from vforlob.store.versions import versions_of


def newest_open(store: Store) -> Samtale:
    """The one that was begun last, a correction among them."""
    begun = [samtale for samtale in store.door(Samtale).find() if samtale.kladde_udgave is not None]
    if not begun:
        raise NothingToContinue
    if not context().may_ask:
        raise NothingGiven("svar, for her er ingen at spørge", "vforlob opfølgning f12 --svar svar.toml")
    return begun[-1]


def show_list(store: Store, today: date, json: bool) -> None:
    samtaler = store.door(Samtale).find()
    if json:
        emit({"raekker": [_row(samtale) for samtale in samtaler]})
        return
    titles = {sha: agenda_as_asked(store, sha).title for sha in {samtale.agenda_sha for samtale in samtaler}}
    for line in list_lines(samtaler, _whose(store), titles, today, screen_width()):
        out(line)


def show_one(store: Store, samtale: Samtale, udgave: str, json: bool) -> None:
    wanted = _version(samtale, udgave)
    held = load_version(store, samtale, wanted)
    if json:
        emit(samtale_table(held, wanted))
        return
    title = f"{held.agenda.title} s{samtale.nr} · {_heading(held.case)} · {status_word(samtale)}"
    for line in samtale_lines(held, wanted, versions_of(store, samtale.nr), title, screen_width()):
        out(line)


def correct_one(store: Store, samtale: Samtale, svar: str, json: bool) -> int:
    if not samtale.udgave:
        raise NotFinished(samtale.nr, line_of(samtale.agenda, case_of_samtale(store, samtale)))
    if svar:
        return _from_file(store, samtale, svar, json)
    if not context().may_ask:
        raise NothingGiven(
            "rettelser, for her er ingen at spørge", f"vforlob samtale ret s{samtale.nr} --svar ret.toml"
        )
    with hold_lock(store.folder, samtale.nr):
        said: Changes | None = {} if samtale.kladde_udgave is not None else _reason(store, samtale)
        if said is None:
            out("Intet er ændret.")
            return ExitCode.OK
        sitting = open_sitting(store, begin_correction(store, samtale))
        return hold_here(store, sitting, said, in_folder(f"vforlob samtale ret s{samtale.nr}"), json)


def _from_file(store: Store, samtale: Samtale, svar: str, json: bool) -> int:
    from vforlob.actions.fill import correct  # late: at the keyboard no file is read
    from vforlob.cli.files import read_given, shown_name

    filled = correct(store, samtale, read_given(svar), shown_name(svar))
    for line in filled_lines(filled):
        err(line)
    if json:
        emit(held_json(filled.samtale, filled.points))
    return ExitCode.OK


def _reason(store: Store, samtale: Samtale) -> Changes | None:
    """Asked before anything is begun; None when she left."""
    felt = SAMTALE_PUNKT.felt("grund")
    assert felt is not None
    out(f" Kun til dig · Ret samtalen s{samtale.nr} · {_heading(case_of_samtale(store, samtale))}")
    question = Question(
        kind="tekst",
        text=felt.text,
        read=lambda typed: KINDS["tekst"].read(typed, felt, context().today),
        page=ALONE,
        heading=f"Ret samtalen s{samtale.nr}",
        help="Grunden står i den nye udgave. Den gamle udgave bliver gemt.",
        saves=False,
    )
    ask = asker(context(), ALONE)
    while True:
        reply = ask(question)
        if isinstance(reply, Pause) and reply.interrupted:
            raise KeyboardInterrupt
        if not isinstance(reply, Answered):
            return None
        if reply.value is not None:
            return {REASON: reply.value}
        out("Skriv kort, hvorfor samtalen rettes.")


def _version(samtale: Samtale, udgave: str) -> int:
    if not udgave:
        return samtale.udgave or samtale.kladde_udgave or 1
    if not (udgave.isascii() and udgave.isdecimal()):
        raise WrongUse("--udgave tager et tal, fx --udgave 1.")
    if not 1 <= int(udgave) <= samtale.udgave:
        raise VersionNotFound(samtale.nr, samtale.udgave)
    return int(udgave)


def _row(samtale: Samtale) -> dict[str, object]:
    return {
        "id": samtale.nr,
        "agenda": samtale.agenda,
        "borger": samtale.borger,
        "forlob": samtale.forlob,
        "dato": samtale.dato,
        "kl": samtale.kl,
        "form": samtale.form,
        "status": samtale.status,
        "udgave": samtale.udgave,
    }


def _whose(store: Store) -> dict[int, str]:
    """The case of every samtale in a few words."""
    aliases = {borger.nr: borger.alias for borger in store.door(Borger).find()}
    names = {virksomhed.nr: virksomhed.navn for virksomhed in store.door(Virksomhed).find()}
    hosts = {forlob.nr: names[forlob.virksomhed] for forlob in store.door(Forlob).find()}
    return {
        s.nr: f"b{s.borger} {aliases[s.borger]}"
        if s.forlob is None
        else f"f{s.forlob} {aliases[s.borger]} hos {hosts[s.forlob]}"
        for s in store.door(Samtale).find()
    }


def _heading(case: Case) -> str:
    if case.forlob is None or case.virksomhed is None:
        return f"b{case.borger.nr} {one_line(case.borger.alias)}"
    return f"f{case.forlob.nr} {one_line(case.borger.alias)} hos {one_line(case.virksomhed.navn)}"
