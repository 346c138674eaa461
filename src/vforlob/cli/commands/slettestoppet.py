"""`vforlob slettestop`: nothing of a borger may be deleted; set, lifted, listed. Open, act, show."""

from vforlob.actions.slettestop import OFF, ON, put_stop, stops
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import for_you, one_line, screen_width, wrap_told
from vforlob.cli.numbers import borger_for
from vforlob.cli.short_questions import chosen
from vforlob.cli.show import emit, out
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.model.borger import Borger
from vforlob.model.text import fold
from vforlob.rules.danish import plain_date
from vforlob.store.store import Store

NONE = "Ingen har slettestop. Sæt et, når nogen har bedt om at se sagen:"
UNCHANGED = "Intet er ændret."


def slettestop(borger: str = "", til_eller_af: str = "", *, json: bool = False) -> None:
    """Without a borger: those that have one."""
    with open_store() as store:
        if not borger:
            _show(store, json)
            return
        found = borger_for(store, borger, "slettestop")
        word = _word(til_eller_af) if til_eller_af else _asked(found)
        if not word:
            out(UNCHANGED)
            return
        changed = put_stop(store, found.nr, word, context().today.isoformat())
        out(_told(found, word, changed))


def _show(store: Store, json: bool) -> None:
    found = stops(store)
    store.listed = len(found)
    if json:
        emit({"raekker": [{"id": it.borger, "siden": it.dato or None} for it in found]})
        return
    aliases = {it.nr: it.alias for it in store.door(Borger).find()}
    for line in (*for_you("Slettestop", screen_width()), ""):
        out(line)
    for it in found:
        since = f"  siden {plain_date(it.dato)}" if it.dato else ""
        out(f"   b{it.borger:<5} {one_line(aliases.get(it.borger, ''))}{since}")
    if found:
        out()
    said = f"Hæv et: {in_folder(f'vforlob slettestop b{found[0].borger} af')}" if found else _none()
    for line in wrap_told(said, screen_width() - 2):
        out(f" {line}")


def _none() -> str:
    return f"{NONE} {in_folder('vforlob slettestop b7 til')}"


def _word(typed: str) -> str:
    if fold(typed) not in {ON, OFF}:
        raise WrongUse("Skriv til eller af efter borgeren: vforlob slettestop b7 til", command="slettestop")
    return fold(typed)


def _asked(borger: Borger) -> str:
    if not context().may_ask:
        raise NothingGiven("til eller af", in_folder(f"vforlob slettestop b{borger.nr} til"))
    from vforlob.cli.slet_asking import ask_alone, asking  # late: on the line nothing is asked

    with asking(UNCHANGED):
        return chosen(ask_alone(), f"Slettestop for b{borger.nr}?", ((ON, "Ja, slet intet"), (OFF, "Nej, hæv det")))


def _told(borger: Borger, word: str, changed: bool) -> str:
    if not changed:
        return f"b{borger.nr} {'har slettestop i forvejen' if word == ON else 'har ikke slettestop'}."
    if word == ON:
        return f"b{borger.nr} har slettestop. Intet om b{borger.nr} bliver slettet, før du hæver det."
    return f"b{borger.nr} har ikke slettestop længere. Fristerne gælder igen."
