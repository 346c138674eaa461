"""The commands about holidays: who goes without contact, the calls around it, the stand-in. Open, act, show."""

from typing import Any

from vforlob.actions.ferie import Holidays, gather_holidays
from vforlob.actions.records import columns_of
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.ferie_entry import (
    ferie_for,
    ferier_ahead,
    names_of,
    own_for,
    period_for,
    preset_days,
    whose_for,
    whose_is,
)
from vforlob.cli.layout import for_you, screen_width
from vforlob.cli.page_parts import next_steps
from vforlob.cli.record_commands import Done, enter, save
from vforlob.cli.record_entry import Entry
from vforlob.cli.show import emit, out
from vforlob.model.ferie import Ferie
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

_ALSO = ("borger", "virksomhed", "fra", "til")


def ferie(*periode: str, alle: bool = False, json: bool = False) -> None:
    """Who goes without contact over a holiday."""
    from vforlob.cli.ferie_screens import ferie_page, holidays_json  # the others paint no page

    with open_store() as store:
        found = _gathered(store, periode, "ferie")
        if json:
            emit(holidays_json(found))
            return
        lines = ferie_page(found, names_of(store, found.ferier), screen_width(), alle, in_folder(""))
    for line in lines:
        out(line)


def plan(*periode: str, ferie_ja: str = "", json: bool = False) -> None:
    """The proposed calls as the next contacts, one by one."""
    from vforlob.cli.ferie_plan import put_in, put_in_lines  # late: the others put nothing in

    with open_store() as store:
        found = _gathered(store, periode, "ferie plan")
        plans = put_in(store, found, ferie_ja)
    if json:
        emit({"raekker": [{"id": forlob, "naeste_kontakt": dato} for forlob, dato in plans]})
        return
    for line in put_in_lines(found, plans, screen_width()):
        out(line)


def ark(
    ferie: str = "",
    *,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """The sheet for the one who stands in."""
    from vforlob.actions.documents.stedfortraeder import make_stand_in_sheet  # late: the others make no document
    from vforlob.cli.giving import about, hand_on, wish_for  # likewise

    wish, today = wish_for(format, ud, overskriv, erstat_tegn, udskriv), context().today
    with open_store() as store:
        made = make_stand_in_sheet(store, own_for(store, ferie, today), today)
        hand_on(store, made, wish, about(made, None))


def ny(hvem: str = "", *periode: str, svar: str = "", json: bool = False) -> None:
    """Days away: her own, a borger's, or the closing days of a virksomhed."""
    with open_store() as store:
        rules, today = load_rulebook(store.folder), context().today
        if svar and not hvem:
            entry = Entry("ferie", "ferie ny", "Ferie")
        else:
            whose = whose_for(store, hvem)
            days = preset_days(periode, today, rules)
            entry = Entry("ferie", f"ferie ny {whose.number}", whose.name, preset={**whose.preset, **days})
        if _is_whole(entry) and not svar:
            save(store, entry, entry.preset, json, _saved(store), _ALSO)
            return
        enter(store, entry, svar, json, _saved(store), _ALSO)


def _is_whole(entry: Entry) -> bool:
    """Nothing is left to ask, or nobody can be asked."""
    has_days = {"fra", "til"} <= entry.preset.keys()
    return has_days and (not context().may_ask or bool({"borger", "virksomhed"} & entry.preset.keys()))


def ret(ferie: str = "", *, svar: str = "", json: bool = False) -> None:
    """Other days, another stand-in, or called off."""
    with open_store() as store:
        found = ferie_for(store, ferie, "ferie ret")
        heading = f"Ferie {found.nr} · {whose_is(store, found).name}"
        entry = Entry("ferie", f"ferie ret {found.nr}", heading, found.nr, columns_of(found, "ferie"))
        enter(store, entry, svar, json, _saved(store), _ALSO)


def liste(*, alle: bool = False, json: bool = False) -> None:
    """Those that are not over, by day."""
    from vforlob.cli.ferie_screens import ferie_table, rows_json  # the others paint no list

    today = context().today
    with open_store() as store:
        found = store.door(Ferie).find() if alle else ferier_ahead(store, today)
        names = names_of(store, found)
    if json:
        emit(rows_json(found))
        return
    if not found:
        out(in_folder("Der er ikke skrevet nogen ferie ind. Skriv en: vforlob ferie ny"))
        return
    for line in (*for_you("Ferie og lukkedage", screen_width()), ""):
        out(line)
    for line in ferie_table(found, names, today, screen_width()):
        out(line)
    for line in next_steps(("ferie ret NR", "ferie ny", "ferie"), screen_width(), in_folder("")):
        out(line)


def _gathered(store: Store, periode: tuple[str, ...], line: str) -> Holidays:
    rules, today = load_rulebook(store.folder), context().today
    return gather_holidays(store, today, rules, period_for(periode, today, rules, line))


def _saved(store: Store) -> Done:
    from vforlob.actions.ferie_words import ferie_long  # late: only where one was saved

    def lines(record: Any) -> list[str]:
        name = whose_is(store, record).name
        if not store.door(Ferie).find(nr=record.nr):
            return [f"Ferie {record.nr} er aflyst og taget af listen. Fortryd: vforlob fortryd", f"  {name}"]
        told = [f"Ferie {record.nr} er gemt. {name}", f"  {ferie_long(record)}"]
        return [*told, f"Se, hvem der mangler en kontakt: {in_folder('vforlob ferie')}"]

    return lines
