"""The commands for paper: the sheet of an agenda, and what was written on it. Open, act, show."""

from vforlob.actions.ark.sheet import make_sheet
from vforlob.actions.exports import About
from vforlob.cli.context import open_store
from vforlob.cli.documents import format_for
from vforlob.cli.handing import Wish, give
from vforlob.cli.sheets import ON_PAPER, Wanted, agenda_for, case_for, shown_to, wanted_sheet


def ark(
    navn: str = "",
    sag: str = "",
    *,
    papir_til: str = "",
    med: str = "",
    kort: bool = False,
    grundig: bool = False,
    tillaeg: str = "",
    format: str = ON_PAPER,
    ud: str = "",
    overskriv: bool = False,
    udskriv: bool = False,
    erstat_tegn: bool = False,
) -> None:
    """An agenda as a sheet of paper, blank or with what is known of a case."""
    wish = Wish(format_for(format), ud, overskriv, erstat_tegn, udskriv)
    wanted = Wanted(shown_to(papir_til), med, tillaeg, kort, grundig)
    with open_store() as store:
        sheet = wanted_sheet(store, agenda_for(store, navn, "ark opfølgning f12"), sag, wanted)
        dokument, samtale = make_sheet(sheet), sheet.sitting.samtale
        about = About(dokument.art, dokument.modtager, samtale.borger or None, samtale.forlob or None)
        give(store, dokument, wish, about)


def indtast(sag: str = "", *, agenda: str = "opfolgning", linjer: str = "", json: bool = False) -> int:
    """What was written on a sheet, by its numbers."""
    from vforlob.cli.taking_down import take_in  # late: a sheet that is printed needs no questions

    with open_store() as store:
        found = agenda_for(store, agenda, "indtast f12")
        return take_in(store, found, case_for(store, found, sag, "indtast"), linjer, json)
