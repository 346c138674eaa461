"""Put a line of today's list off, with a reason. Open, act, show."""

from typing import Any

from vforlob.actions.references import case_of
from vforlob.actions.today import gather_today
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import one_line
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.show import emit, out
from vforlob.cli.today_days import until
from vforlob.cli.today_held import number_of
from vforlob.errors.due import ListIsEmpty
from vforlob.errors.use import NothingGiven
from vforlob.model.borger import Borger
from vforlob.model.forlob import Forlob
from vforlob.model.kontakt import Udsat
from vforlob.model.virksomhed import Virksomhed
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

ALSO = ("borger", "forlob", "til", "grund")


def udsaet(sag: str = "", *, til_dag: str = "", grund: str = "", svar: str = "", json: bool = False) -> None:
    """Put off what stands about one borger or forløb."""
    with open_store() as store:
        whose = _whose(store, sag, svar)
        on_line = {**_day(til_dag, store), **({"grund": grund} if grund else {})}
        line = f"udsæt {_number(whose)}" if whose else "udsæt"
        entry = Entry("udsat", line, f"Udsæt {_heading(store, whose)}", preset={**whose, **on_line})
        if {"til", "grund"} <= on_line.keys() and not svar:
            _put_off(store, entry.preset, json)
            return
        if not svar and not context().may_ask:
            raise NothingGiven("en dag og en grund", f"vforlob {line} --til fredag --grund ferie")
        enter(store, entry, svar, json, _told, ALSO)


def _put_off(store: Store, given: Any, json: bool) -> None:
    from vforlob.actions.records import new_record  # at the prompts enter() does

    record = new_record(store, "udsat", given)
    if json:
        emit({"id": record.nr, **{name: getattr(record, name) for name in ALSO}})
    else:
        for line in _told(record):
            out(line)


def _told(record: Udsat) -> list[str]:
    number = f"f{record.forlob}" if record.forlob else f"b{record.borger}"
    back = until(record.til, context().today)
    return [
        f"{number} er udsat til {back}: {one_line(record.grund or '')}",
        f"Listen viser det igen {back}. Andet om {number} vises, hvis det kommer til.",
    ]


def _whose(store: Store, sag: str, svar: str) -> dict[str, str]:
    """The column that says who it is about; none where the file says so."""
    if not sag and svar:
        return {}
    found = case_of(store, sag or _picked(store))
    return {"forlob": str(found.nr)} if isinstance(found, Forlob) else {"borger": str(found.nr)}


def _picked(store: Store) -> str:
    """One of those that stand in the list."""
    if not context().may_ask:
        raise NothingGiven("et forløb eller en borger", "vforlob udsæt f12 --til fredag --grund ferie")
    from vforlob.cli.picking import pick  # a line with its number needs no list

    today = context().today
    found = gather_today(store, today, load_rulebook(store.folder))
    entries = (*found.now, *found.soon)
    if not entries:
        raise ListIsEmpty
    picks = [(at, f"{number_of(it)}  {it.whose.alias} {it.whose.virksomhed or ''}") for at, it in enumerate(entries)]
    return number_of(entries[pick("Hvad kan vente", "udsat", picks)])


def _day(typed: str, store: Store) -> dict[str, str]:
    if not typed:
        return {}
    from vforlob.errors.answer import BadAnswer  # only where the day stands on the line
    from vforlob.errors.use import WrongUse  # likewise
    from vforlob.rules.dates import read_date  # likewise

    try:
        return {"til": read_date(typed, store.now().date()).isoformat()}
    except BadAnswer as bad:
        raise WrongUse(bad.sentence, command="udsæt") from None


def _heading(store: Store, whose: dict[str, str]) -> str:
    """The first screen of anything that writes names borger and virksomhed."""
    if "forlob" in whose:
        forlob = store.door(Forlob).get(int(whose["forlob"]))
        alias = store.door(Borger).get(forlob.borger).alias
        return f"f{forlob.nr} · {one_line(alias)} hos {one_line(store.door(Virksomhed).get(forlob.virksomhed).navn)}"
    if "borger" in whose:
        return f"b{whose['borger']} · {one_line(store.door(Borger).get(int(whose['borger'])).alias)}"
    return ""


def _number(whose: dict[str, str]) -> str:
    return f"f{whose['forlob']}" if "forlob" in whose else f"b{whose['borger']}"
