"""The commands about openings. Open, act, show."""

from vforlob.actions.numbered import record_of
from vforlob.actions.records import columns_of
from vforlob.actions.tavle import openings_of
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.numbers import virksomhed_for
from vforlob.cli.page_parts import next_steps
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.show import emit, out
from vforlob.cli.tavle_list import list_lines, narrow_of, narrowed, opening_json, opening_screen
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.model.jobabning import Jobabning
from vforlob.model.virksomhed import Virksomhed
from vforlob.rules.tavle import Opening
from vforlob.store.store import Store


def jobabning(*, max_timer: str = "", branche: str = "", alle_abninger: bool = False, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(max_timer=max_timer, branche=branche, alle_abninger=alle_abninger, json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("jobåbning", ("vis", "ret"))


def liste(*, max_timer: str = "", branche: str = "", alle_abninger: bool = False, json: bool = False) -> None:
    """The open ones, by the day they must be answered."""
    narrow, today = narrow_of(max_timer, branche), context().today
    with open_store() as store:
        found = narrowed(openings_of(store, settled=alle_abninger), narrow)
    if json:
        emit({"raekker": [opening_json(it, today) for it in found]})
        return
    for line in list_lines(found, narrow, alle_abninger, today, screen_width()):
        out(line)


def ny(virksomhed: str = "", *, svar: str = "", json: bool = False) -> None:
    """Enter an opening at a virksomhed."""
    with open_store() as store:
        found = virksomhed_for(store, virksomhed, "jobåbning ny") if virksomhed or not svar else None
        title = f"Ny jobåbning{f' · v{found.nr} {one_line(found.navn)}' if found else ''}"
        line = f"jobåbning ny v{found.nr}" if found else "jobåbning ny"
        entry = Entry("jobabning", line, title, preset={"virksomhed": str(found.nr)} if found else {})
        enter(store, entry, svar, json, lambda made: _saved(store, made, "er skrevet ned"), ("virksomhed", "nogle"))


def vis(jobabning: str = "", *, json: bool = False) -> None:
    """One opening with its earlier values."""
    from vforlob.cli.history_lines import history_json, history_lines  # a list does without

    today = context().today
    with open_store() as store:
        opening = _one_for(store, jobabning, "jobåbning vis")
        nr = opening.jobabning.nr
        if json:
            emit(opening_json(opening, today) | {"historik": history_json(store, "jobabning", nr)})
            return
        lines = opening_screen(opening, today, screen_width())
        lines += history_lines(store, "jobabning", nr, today, screen_width())
    steps = (f"jobåbning ret {nr}", f"virksomhed vis v{opening.virksomhed.nr}")
    for line in (*lines, *next_steps(steps, screen_width(), in_folder(""))):
        out(line)


def ret(jobabning: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one, or say that it is taken."""
    with open_store() as store:
        found = _one_for(store, jobabning, "jobåbning ret")
        own = found.jobabning
        heading = f"Jobåbning {own.nr} · {one_line(found.virksomhed.navn)}"
        entry = Entry("jobabning", f"jobåbning ret {own.nr}", heading, own.nr, columns_of(own, "jobabning"))
        enter(store, entry, svar, json, lambda after: _saved(store, after, "er gemt"), ("virksomhed", "status"))


def _one_for(store: Store, typed: str, line: str) -> Opening:
    if not typed:
        if not context().may_ask:
            raise NothingGiven("en jobåbning", f"vforlob {line} 7")
        from vforlob.cli.picking import pick  # a line with its number needs no list

        picks = (
            (
                it.jobabning.nr,
                f"{it.jobabning.nr}  {one_line(it.virksomhed.navn)}, {one_line(it.jobabning.opgaver or '')}",
            )
            for it in openings_of(store)
        )
        typed = str(pick("Vælg en jobåbning", "jobabning", picks))
    own: Jobabning = record_of(store, "jobabning", typed)
    return Opening(own, store.door(Virksomhed).get(own.virksomhed))


def _saved(store: Store, opening: Jobabning, done: str) -> list[str]:
    where = one_line(store.door(Virksomhed).get(opening.virksomhed).navn)
    return [f"Jobåbning {opening.nr} hos {where} {done}.", "Næste skridt: vforlob tavle"]
