"""The commands about targets and the months they are for. Open, act, show."""

from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width, side_by_side
from vforlob.cli.maltal_entry import (
    EMNE,
    both_months,
    entry_for,
    figure_called,
    month_json,
    months_of,
    target_for,
    target_json,
    text_of,
    told_target,
)
from vforlob.cli.maltal_screens import figure_lines, list_lines
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.cli.show import emit, out
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.rules.danish import number, weekday_date
from vforlob.rules.months_typed import month_title
from vforlob.store.store import Store

_ALSO = ("maned", "navn", "antal", "filter")
_STEPS = ("sæt {} igang=9", "vis igang", "ny", "udvikling")


def maltal(*, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("måltal", ("vis", "ret"), nr="igang")


def liste(*, json: bool = False) -> None:
    """This month and the next, and the months before."""
    today = context().today
    with open_store() as store:
        months = both_months(store, today)
    if json:
        rows = [*months.now, *(it for it in months.ahead if it.antal is not None)]
        emit({"dato": today.isoformat(), "raekker": [target_json(it) for it in rows]})
        return
    title = f"{weekday_date(today)} {today.year}"
    for line in list_lines(months, title, screen_width(), context().plain):
        out(line)
    out()
    ahead = months.ahead[0].maned
    steps = "   ".join(in_folder(f"vforlob måltal {step.format(ahead)}") for step in _STEPS)
    for line in side_by_side(steps, screen_width()):
        out(line)


def vis(maltal: str = "", *, json: bool = False) -> None:
    """One figure: what is counted, by whom it is asked for, every month."""
    if not maltal:
        liste(json=json)
        return
    with open_store() as store:
        it = figure_called(store, maltal, both_months(store, context().today))
        months = months_of(store, it)
        history = _history(store, maltal)
    if json:
        emit(target_json(it) | {"raekker": [month_json(month) for month in months]})
        return
    for line in (*figure_lines(it, months, screen_width()), *history):
        out(line)


def ny(*, svar: str = "", json: bool = False) -> None:
    """One target asked for, or in a file."""
    with open_store() as store:
        enter(
            store, Entry(EMNE, "måltal ny", "Nyt måltal"), svar, json, lambda row: [f"Gemt: {told_target(row)}"], _ALSO
        )


def ret(maltal: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one that is not over."""
    with open_store() as store:
        entry = entry_for(target_for(store, maltal))
        enter(store, entry, svar, json, lambda row: [f"Rettet: {told_target(row)}"], _ALSO)


def saet(*maltal: str, json: bool = False) -> None:
    """Several on one line: the month, and a name with its number for each."""
    from vforlob.actions.set_targets import read_wanted, set_targets  # late: no list sets any

    wanted = read_wanted(maltal, context().today)
    if not wanted.pairs:
        raise NothingGiven("et navn og et tal", "vforlob måltal sæt 2026-12 igang=9 fastholdt=8")
    with open_store() as store:
        done = set_targets(store, wanted)
    if json:
        emit({"maned": wanted.maned, "raekker": [{"id": it.after.nr, "navn": it.after.navn} for it in done]})
        return
    out(f"Måltal for {month_title(wanted.maned)}")
    for it in done:
        before = f"   (før {number(it.before.antal)})" if it.before and it.before.antal != it.after.antal else ""
        out(f"  {text_of(it.after.navn):<28}{number(it.after.antal):>6}{before}")


def _history(store: Store, typed: str) -> list[str]:
    """Of a target that was named by its number."""
    if not typed.strip().isdecimal():
        return []
    from vforlob.cli.history_lines import history_lines  # late: a figure has no history but its months

    return history_lines(store, EMNE, int(typed), context().today, screen_width(), f"Måltal {int(typed)}")
