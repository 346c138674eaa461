"""`fortegnelse`: the record of processing, and the page for leader and DPO. Open, act, show."""

import os

from vforlob.actions.documents.dpo import ART as PAGE
from vforlob.actions.documents.dpo import READERS, dpo_page
from vforlob.actions.documents.fortegnelse import ART, fortegnelse_document
from vforlob.actions.exports import About
from vforlob.actions.fortegnelse import Behandling, gather_behandling, standard_behandling
from vforlob.cli.context import context, open_store
from vforlob.cli.documents import format_for
from vforlob.cli.handing import Wish, give
from vforlob.model.dokument import Dokument
from vforlob.store.database import NAME
from vforlob.store.datasheet import read_sheet

DPO = "DPO"


def fortegnelse(
    *,
    leder: bool = False,
    datablad: bool = False,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """Also before anything is set up: those who must say yes to it have to see it first."""
    usual = "pdf" if leder or udskriv else "txt"
    wish = Wish(format_for(format or usual), ud, overskriv, erstat_tegn, udskriv)
    if not os.path.lexists(os.path.join(context().folder, NAME)):
        from vforlob.cli.fortegnelse_giving import give_without_folder  # late: hardly ever

        give_without_folder(
            _made(standard_behandling(context().folder, context().today), leder, datablad, wish.format), wish
        )
        return
    with open_store() as store:
        made = _made(gather_behandling(store, context().today), leder, datablad, wish.format)
        give(store, made, wish, About(PAGE, READERS) if leder else About(ART, DPO))


def _made(behandling: Behandling, leder: bool, datablad: bool, format_name: str) -> Dokument:
    """For machines every column is there; people say when they want them."""
    if leder:
        return dpo_page(behandling, context().today)
    with_columns = datablad or format_name == "json"
    return fortegnelse_document(read_sheet(), behandling, context().today, with_columns=with_columns)
