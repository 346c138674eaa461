"""Which target the line means, and what is said of one that was saved. Knows no month by itself."""

from datetime import date
from typing import Any

from vforlob.actions.maltal import all_targets, figure_months, targets, targets_of
from vforlob.actions.numbered import record_of
from vforlob.actions.records import columns_of
from vforlob.actions.snapshot import take_snapshot
from vforlob.cli.context import context
from vforlob.cli.maltal_screens import Months, OneMonth
from vforlob.cli.record_entry import Entry
from vforlob.errors.maltal import MonthOver, NoSuchFigure
from vforlob.errors.use import NothingGiven
from vforlob.model.accounts import Maltal
from vforlob.model.linje import Snapshot
from vforlob.rules.danish import number
from vforlob.rules.maltal import BUILT_IN, Target, built_in_named, same_name
from vforlob.rules.maltal_columns import nearest
from vforlob.rules.manedstal import month_after
from vforlob.rules.months_typed import month_title
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

EMNE = "maltal"


def both_months(store: Store, today: date) -> Months:
    """This month's targets and the next one's, counted once."""
    rules = load_rulebook(store.folder)
    snapshot: Snapshot = take_snapshot(store, today, rules)
    ahead = targets_of(store, month_after(today.isoformat()[:7]), today, rules, snapshot)
    return Months(targets(store, today, rules, snapshot), ahead)


def figure_called(store: Store, typed: str, months: Months) -> Target:
    """By its name, its text, or the number of a target."""
    if typed.strip().isdecimal():
        navn = record_of(store, EMNE, typed).navn
    else:
        known = built_in_named(typed)
        navn = known.navn if known else " ".join(typed.split())
    rows = all_targets(store)
    found = next((it for it in months.now if same_name(it.navn, navn)), None)
    if found is not None:
        return found
    newest = next((row for row in reversed(rows) if same_name(row.navn, navn)), None)
    if newest is None:
        names = list(dict.fromkeys([*BUILT_IN, *(row.navn for row in rows)]))
        raise NoSuchFigure(typed, nearest(typed, names), names)
    kept = figure_months(store, newest.navn, context().today)
    maned = context().today.isoformat()[:7]
    return Target(newest.navn, newest.navn, maned, None, None, None, kept=kept, filter=newest.filter)


def months_of(store: Store, it: Target) -> list[OneMonth]:
    """Every month with a target or a figure, the newest first."""
    rows = {row.maned: row for row in all_targets(store) if same_name(row.navn, it.navn)}
    kept = {one.maned: one for one in it.kept}
    found = []
    for maned in sorted({*rows, *kept, it.maned}, reverse=True):
        row = rows.get(maned)
        aim, nr = (row.antal, row.nr) if row else (None, 0)
        is_ahead = maned >= it.maned
        missing = (
            max(0.0, round(aim - it.faktisk, 4)) if is_ahead and aim is not None and it.faktisk is not None else None
        )
        faktisk = it.faktisk if maned == it.maned else None
        found.append(OneMonth(maned, aim, nr, kept.get(maned), faktisk, missing if maned == it.maned else None))
    return found


def target_for(store: Store, typed: str) -> Maltal:
    """The one to correct: by number, or by name in this month or the next that has it. Raises MonthOver."""
    now = context().today.isoformat()[:7]
    if not typed:
        typed = _picked(store, now)
    if typed.strip().isdecimal():
        row: Maltal = record_of(store, EMNE, typed)
    else:
        row = _named(store, typed, now)
    if row.maned < now:
        raise MonthOver(row.maned, now)
    return row


def _named(store: Store, typed: str, now: str) -> Maltal:
    known = built_in_named(typed)
    rows = sorted((row for row in all_targets(store) if row.maned >= now), key=lambda row: row.maned)
    found = next((row for row in rows if same_name(row.navn, known.navn if known else typed)), None)
    if found is not None:
        return found
    names = list(dict.fromkeys(row.navn for row in rows)) or ["igang"]
    raise NoSuchFigure(typed, nearest(typed, names), names)


def _picked(store: Store, now: str) -> str:
    if not context().may_ask:
        raise NothingGiven("et måltal", "vforlob måltal ret igang")
    from vforlob.cli.picking import pick  # late: a line with its number needs no list

    rows = sorted((row for row in all_targets(store) if row.maned >= now), key=lambda row: (row.maned, row.nr))
    return str(pick("Vælg et måltal", EMNE, ((row.nr, f"{row.nr}  {told_target(row)}") for row in rows)))


def entry_for(row: Maltal) -> Entry:
    current = columns_of(row, EMNE)
    return Entry(EMNE, f"måltal ret {row.nr}", f"Måltal {row.nr} · {told_target(row)}", row.nr, current)


def told_target(row: Maltal) -> str:
    return f"{month_title(row.maned)}: {text_of(row.navn)}, mål {number(row.antal)}"


def text_of(navn: str) -> str:
    return BUILT_IN[navn].tekst if navn in BUILT_IN else navn


def target_json(it: Target) -> dict[str, Any]:
    return {
        "id": it.nr or None,
        "navn": it.navn,
        "tekst": it.tekst,
        "maned": it.maned,
        "mal": _whole(it.antal),
        "faktisk": _whole(it.faktisk),
        "mangler": _whole(it.mangler),
        "filter": it.filter,
        "tidligere": [{"maned": one.maned, "tal": _whole(one.tal), "rettet": _whole(one.rettet)} for one in it.kept],
    }


def month_json(month: OneMonth) -> dict[str, Any]:
    """`tal` is what a month that has ended was, `faktisk` what stands now in this one."""
    return {
        "id": month.nr or None,
        "maned": month.maned,
        "mal": _whole(month.antal),
        "tal": _whole(month.kept.tal) if month.kept else None,
        "rettet": _whole(month.kept.rettet) if month.kept else None,
        "faktisk": _whole(month.faktisk),
        "mangler": _whole(month.mangler),
    }


def _whole(tal: float | None) -> float | None:
    """Counts are written without a decimal."""
    return int(tal) if tal is not None and tal == int(tal) else tal
