"""The commands about one virksomhed. Open, act, show."""

from vforlob.actions.records import change_virksomhed, columns_of, new_virksomhed
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.numbers import virksomhed_for
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.record_json import virksomhed_json
from vforlob.cli.record_screens import virksomhed_screen
from vforlob.cli.show import emit, out
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob


def ny(*, svar: str = "", json: bool = False) -> None:
    """Enter a virksomhed."""
    with open_store() as store:
        given = entered(store, Entry("virksomhed", "virksomhed ny", "Ny virksomhed"), svar)
        if given is None:
            return
        virksomhed = new_virksomhed(store, given)
    if json:
        emit({"id": virksomhed.nr, "navn": virksomhed.navn})
    else:
        out(f"v{virksomhed.nr} {one_line(virksomhed.navn)} er oprettet.")
        out("Næste skridt: vforlob forløb ny")


def vis(virksomhed: str = "", *, json: bool = False) -> None:
    """One virksomhed and its forløb."""
    with open_store() as store:
        found = virksomhed_for(store, virksomhed, "virksomhed vis")
        forlobene = store.door(Forlob).find(virksomhed=found.nr)
        aliases = {it.nr: it.alias for it in map(store.door(Borger).get, {it.borger for it in forlobene})}
    if json:
        emit(virksomhed_json(found, forlobene))
        return
    for line in virksomhed_screen(found, forlobene, aliases, context().today, screen_width()):
        out(line)


def ret(virksomhed: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a virksomhed."""
    with open_store() as store:
        found = virksomhed_for(store, virksomhed, "virksomhed ret")
        line, heading = f"virksomhed ret v{found.nr}", f"v{found.nr} · {one_line(found.navn)}"
        given = entered(store, Entry("virksomhed", line, heading, found.nr, columns_of(found, "virksomhed")), svar)
        if given is None:
            return
        after = change_virksomhed(store, found.nr, given)
    if json:
        emit({"id": after.nr, "navn": after.navn})
    else:
        out(f"v{after.nr} {one_line(after.navn)} er gemt.")
