"""The commands about one virksomhed, and the register of them. Open, act, show."""

from vforlob.actions.records import columns_of
from vforlob.actions.whole_virksomhed import gather_virksomhed
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.numbers import virksomhed_for
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.record_json import virksomhed_json
from vforlob.cli.show import emit, out
from vforlob.cli.virksomhed_screen import virksomhed_screen
from vforlob.model.virksomhed import Virksomhed


def ny(*, svar: str = "", json: bool = False) -> None:
    """Enter a virksomhed."""
    with open_store() as store:
        enter(store, Entry("virksomhed", "virksomhed ny", "Ny virksomhed"), svar, json, _made, ("navn",))


def vis(virksomhed: str = "", *, alle_haendelser: bool = False, json: bool = False) -> None:
    """One virksomhed and its forløb."""
    current = context()
    with open_store() as store:
        whole = gather_virksomhed(store, virksomhed_for(store, virksomhed, "virksomhed vis"), current.today)
    if json:
        emit(virksomhed_json(whole))
        return
    for line in virksomhed_screen(whole, current.today, screen_width(), in_folder(""), alle_haendelser):
        out(line)


def ret(virksomhed: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct a virksomhed."""
    with open_store() as store:
        found = virksomhed_for(store, virksomhed, "virksomhed ret")
        line, heading = f"virksomhed ret v{found.nr}", f"v{found.nr} · {one_line(found.navn)}"
        entry = Entry("virksomhed", line, heading, found.nr, columns_of(found, "virksomhed"))
        enter(store, entry, svar, json, lambda after: [f"v{after.nr} {one_line(after.navn)} er gemt."], ("navn",))


def genforhandl(*, json: bool = False) -> None:
    """Where there has been praktik again and again and no paid hours."""
    from vforlob.actions.genforhandl import gather_renegotiations  # the page of one virksomhed does without
    from vforlob.cli.virksomhed_genforhandl import renegotiation_json, renegotiation_lines  # likewise

    current = context()
    with open_store() as store:
        whole = gather_renegotiations(store, current.today)
    if json:
        emit(renegotiation_json(whole))
        return
    for line in renegotiation_lines(whole, current.today, screen_width(), in_folder("")):
        out(line)


def eksport(*, liste_format: str = "", ud: str = "", overskriv: bool = False) -> None:
    """The register as a file that can be read back."""
    from vforlob.cli.virksomhed_eksport import give_register, table_format  # libraries of their own

    wanted = table_format(liste_format)
    with open_store() as store:
        give_register(store, wanted, ud, overskriv)


def _made(virksomhed: Virksomhed) -> list[str]:
    return [f"v{virksomhed.nr} {one_line(virksomhed.navn)} er oprettet.", "Næste skridt: vforlob forløb ny"]
