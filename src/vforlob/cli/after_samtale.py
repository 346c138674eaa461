"""What is asked when a samtale is finished and the consultant sits alone: tæt opfølgning, delmål, handing it over.

Every question can be passed with Enter. The samtale is on the disk already, whatever happens here.
"""

from vforlob.actions.asking import ALONE, Answered, Ask, Cleared, Pause, Question, SkipPunkt
from vforlob.actions.known_rows import CLOSED_DELMAL
from vforlob.actions.record_kinds import kind_named
from vforlob.actions.records import new_record
from vforlob.agenda.kinds import KINDS
from vforlob.cli.context import context, in_folder
from vforlob.cli.owners import Owner, owner_of
from vforlob.cli.posts import new_entry
from vforlob.cli.posts_saved import DELMAL, delmal_saved
from vforlob.cli.record_commands import Done, save
from vforlob.cli.record_entry import Entry, asked_with
from vforlob.cli.show import err, out
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import ExitCode
from vforlob.model.agenda import Felt
from vforlob.model.delmal import Delmal
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Taet
from vforlob.model.samtale import Samtale
from vforlob.rules.outcomes import EARLY
from vforlob.store.store import Store

FIRST = "formode"
NO_DELMAL = "Der er intet delmål endnu."
EARLY_END = "Forløbet stoppede før tid. Giv det, I har lært, videre til sagsbehandleren:"
KEPT = "Stoppet. Samtalen er gemt."
_MAKE_ONE = Felt("delmal", "Intet delmål endnu. Lav et nu?", "janej", help="Enter går videre. Det kan vente.")

_HAND_OVER = Felt("aflever", "Aflevér den nu?", "janej", help="Journal, virksomhed, borger og kalender. Enter venter.")


class _Left(Exception):
    """She has had enough questions. `interrupted` by Ctrl-C."""

    def __init__(self, interrupted: bool) -> None:
        super().__init__()
        self.interrupted = interrupted


def after_samtale(store: Store, samtale: Samtale, ask: Ask) -> int:
    """After the first finished version, at a terminal. The exit code."""
    owner = owner_of(store, samtale.borger, samtale.forlob)
    try:
        if samtale.agenda == FIRST:
            _closely(store, owner, ask)
            _first_delmal(store, owner, ask)
        else:
            for line in _reminder(store, owner):
                out(line)
        return _hand_over(store, samtale, owner, ask)
    except _Left as left:
        return ExitCode.INTERRUPTED if left.interrupted else ExitCode.OK
    except KeyboardInterrupt as stopped:
        if not isinstance(stopped, Stopped):
            err(KEPT)
        return ExitCode.INTERRUPTED


def reminders(store: Store, samtale: Samtale) -> list[str]:
    """The same in words, where nobody can be asked."""
    owner = owner_of(store, samtale.borger, samtale.forlob)
    if samtale.agenda != FIRST:
        return _reminder(store, owner)
    decided = _is_decided(store, owner)
    closely = [] if decided else [f"Skal borgeren følges tæt fra starten? {_line(f'tæt {owner.number}')}"]
    return [*closely, *_reminder(store, owner)]


def _closely(store: Store, owner: Owner, ask: Ask) -> None:
    """Sources agree that this is judged before the start, alone, with a reason the borger may read."""
    if _is_decided(store, owner):
        return
    felt = kind_named("taet").felt("svar").felt._replace(text="Skal borgeren følges tæt fra starten?")
    svar = _answer(ask, felt, owner)
    if svar == "nej":
        new_record(store, "taet", {**owner.preset, "svar": svar})
        out("Gemt: følges ikke tæt.")
    elif svar is not None:
        entry = Entry(
            "taet", "tæt", f"Tæt opfølgning · {owner.name}", preset={**owner.preset, "svar": svar}, stopped=KEPT
        )
        _fill_in(store, entry, ask, lambda it: [f"Gemt: {'følges tæt' if it.svar == 'ja' else 'hold øje'}."])


def _first_delmal(store: Store, owner: Owner, ask: Ask) -> None:
    if not _has_delmal(store, owner) and _answer(ask, _MAKE_ONE, owner) == "ja":
        entry = new_entry(DELMAL, "Nyt delmål", owner)._replace(stopped=KEPT)
        _fill_in(store, entry, ask, lambda delmal: delmal_saved(store, delmal, "er lavet"))


def _hand_over(store: Store, samtale: Samtale, owner: Owner, ask: Ask) -> int:
    """The five minutes after the meeting, now or later."""
    if _answer(ask, _HAND_OVER, owner) == "ja":
        from vforlob.cli.aflever_walk import walk  # late: many a samtale is handed over later

        return walk(store, samtale, ask)
    out(f"Aflevér den senere med: {_line(f'aflever s{samtale.nr}')}")
    return ExitCode.OK


def _fill_in(store: Store, entry: Entry, ask: Ask, done: Done) -> None:
    given = asked_with(ask, store, entry)
    if given is None:
        raise _Left(interrupted=False)
    save(store, entry, given, False, done)


def _answer(ask: Ask, felt: Felt, owner: Owner) -> str | None:
    """None when it was passed over."""
    today = context().today
    question = Question(
        kind=felt.kind,
        text=felt.text,
        read=lambda typed: KINDS[felt.kind].read(typed, felt, today),
        page=ALONE,
        heading=owner.name,
        help=felt.help,
        choices=felt.choices,
        saves=False,
    )
    while True:
        reply = ask(question)
        if isinstance(reply, Pause):
            raise _Left(reply.interrupted)
        if isinstance(reply, Answered):
            return str(reply.value) if reply.value is not None else None
        if isinstance(reply, Cleared | SkipPunkt):
            return None


def _reminder(store: Store, owner: Owner) -> list[str]:
    if owner.forlob is not None and owner.forlob.status == "lukket":
        return _handed_on(owner.forlob)
    return [] if _has_delmal(store, owner) else [f"{NO_DELMAL} {_line(f'delmål ny {owner.number}')}"]


def _handed_on(forlob: Forlob) -> list[str]:
    """What was learned must not be lost with a forløb that stopped before its time."""
    return [f"{EARLY_END} {_line(f'overdragelse f{forlob.nr}')}"] if forlob.udfald in EARLY else []


def _has_delmal(store: Store, owner: Owner) -> bool:
    return any(it.status not in CLOSED_DELMAL for it in store.door(Delmal).find(borger=owner.borger.nr))


def _is_decided(store: Store, owner: Owner) -> bool:
    """Once today is enough; a new formøde is a new judgement."""
    today = context().today.isoformat()
    return any(it.dato == today for it in store.door(Taet).find(borger=owner.borger.nr))


def _line(command: str) -> str:
    return in_folder(f"vforlob {command}")
