"""What is asked when a line of today's list is put off, and what it hides. Knows no prompt and no file."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from vforlob.actions.record_kinds.base import Columns, Given, RecordFelt, RecordKind, never, today_of
from vforlob.errors.due import NothingToPutOff
from vforlob.errors.record_rules import Broken
from vforlob.model.agenda import Felt
from vforlob.model.answers import Value
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Udsat
from vforlob.store import due
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

FELTER = (
    RecordFelt(Felt("borger", "Borger", "kort"), reference="borger", when=never),
    RecordFelt(Felt("forlob", "Forløb", "kort"), reference="forlob", when=never),
    RecordFelt(
        Felt("til", "Udsæt til", "dato", help="Den dag står det på listen igen. Fx fredag eller om 3 dage."),
        required=True,
    ),
    RecordFelt(
        Felt("grund", "Hvorfor kan det vente", "kort", help="Så du kan se det, når det kommer igen. Kun til dig."),
        required=True,
    ),
)


def put_off(store: Store, columns: Columns) -> Udsat:
    """Every reason of hers that stands in the list today, each a record; those put off before get the new day."""
    day, forlob = today_of(store), columns["forlob"]
    borger = store.door(Forlob).get(forlob).borger if forlob else columns["borger"]
    told = {"til": columns["til"], "grund": columns["grund"], "dato": day}
    mine = [it for it in due.put_off(store, day) if (it.whose.borger, it.whose.forlob) == (borger, forlob)]
    made = [store.door(Udsat).change(it.nr, **told) for it in mine]
    made += [
        store.door(Udsat).add(Udsat(0, borger, forlob, hvad, nr, **told))
        for hvad, nr in _reasons(store, borger, forlob)
    ]
    if not made:
        raise NothingToPutOff(borger, forlob)
    return made[0]


def _reasons(store: Store, borger: int, forlob: int | None) -> list[tuple[str, int]]:
    from vforlob.actions.today import gather_today  # the whole list: only when a line of it is put off

    found = gather_today(store, date.fromisoformat(today_of(store)), load_rulebook(store.folder))
    mine = [line for line in (*found.now, *found.soon) if line.person == (borger, forlob)]
    return [one.reason for line in mine for one in (line, *line.also)]


def _mend(store: Store, record: Any, columns: Columns) -> Udsat:
    return store.door(Udsat).change(record.nr, til=columns["til"], grund=columns["grund"])


def _til(store: Store, value: Value, _nr: int | None) -> str:
    """Nothing is put off for good: a promise least of all."""
    today = date.fromisoformat(today_of(store))
    days = load_rulebook(store.folder).at("udsat_senest_dage", today).days
    if str(value) <= today.isoformat():
        return "Vælg en dag efter i dag."
    if str(value) > (today + timedelta(days=days)).isoformat():
        return f"Det kan højst udsættes {days} dage ad gangen. Vælg en dag før."
    return ""


def _one_of_them(_store: Store, given: Given, _nr: int | None) -> Iterator[Broken]:
    if given.get("borger") is None and given.get("forlob") is None:
        yield Broken("forlob", "Skriv, hvem det gælder: forlob = 12 eller borger = 7.")


KIND = RecordKind("udsat", FELTER, put_off, _mend, columns={"til": _til}, together=_one_of_them, name="udsættelse")
