"""The commands about henvendelser: a virksomhed asked for a borger, on ten seconds. Open, act, show."""

from vforlob.actions.references import read_typed
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.match_asked import asked_screen, asked_table, week_line
from vforlob.cli.match_entry import correct, henvendelse_json, log, new_entry
from vforlob.cli.match_lookup import around, listed_for, one_of
from vforlob.cli.match_words import whole_number
from vforlob.cli.own_lists import show_rows
from vforlob.cli.show import emit, out
from vforlob.model.borger import Borger
from vforlob.model.jobabning import Jobabning
from vforlob.model.onske import Onske
from vforlob.model.virksomhed import Virksomhed


def henvendelse(
    borger: str = "",
    virksomhed: str = "",
    *,
    onske: str = "",
    trin: str = "",
    afslag_grund: str = "",
    tekst: str = "",
    dato: str = "",
    jobabning: str = "",
    svar: str = "",
    json: bool = False,
) -> None:
    """One line, or two questions."""
    typed = {"trin": trin, "grund": afslag_grund, "tekst": tekst, "dato": dato}
    with open_store() as store:
        said = {column: text for column, text in typed.items() if text}
        entry = new_entry(store, borger, virksomhed, onske, svar, asks=not said)
        if jobabning:
            entry = entry._replace(preset={**entry.preset, "jobabning": whole_number(jobabning, "henvendelse")})
        log(store, entry, said, svar, json)


def liste(hvem: str = "", *, alle: bool = False, json: bool = False) -> None:
    """Of a borger, of a virksomhed, or all; the newest first."""
    with open_store() as store:
        name, lines, found = listed_for(store, hvem)
        if json:
            emit({"raekker": [{"id": it.nr} | henvendelse_json(store, it) for it in found]})
            return
        names = around(store)
    if not found:
        out(
            in_folder(f"Der er ingen henvendelser{f' for {name}' if name else ''}. Skriv en: vforlob henvendelse b7 v4")
        )
        return
    title = f"Henvendelser · {name}" if name else "Henvendelser"
    steps = "   ".join(map(in_folder, lines))
    is_hers = read_typed(hvem).emne != "virksomhed" and bool(hvem)
    show_rows(title, found, asked_table(names, is_hers), steps, alle, week_line(found, context().today))


def vis(nr: str = "", *, json: bool = False) -> None:
    """One of them."""
    with open_store() as store:
        found = one_of(store, nr, "henvendelse vis")
        if json:
            emit({"id": found.nr} | henvendelse_json(store, found))
            return
        lines = asked_screen(
            found,
            store.door(Borger).get(found.borger),
            store.door(Virksomhed).get(found.virksomhed),
            store.door(Onske).get(found.onske) if found.onske is not None else None,
            store.door(Jobabning).get(found.jobabning) if found.jobabning is not None else None,
            screen_width(),
        )
    for line in lines:
        out(line)


def ret(nr: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one. A wish that has moved on does not go back by itself."""
    with open_store() as store:
        correct(store, one_of(store, nr, "henvendelse ret"), svar, json)
