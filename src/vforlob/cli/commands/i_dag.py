"""The first screen and `i-dag`: what needs the consultant, and the menu under it. Open, act, show."""

from vforlob.actions.today import Today, gather_today
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, out
from vforlob.store.regler import load_rulebook


def i_dag(*, json: bool = False) -> None:
    """The list as text."""
    found = _gather()
    if json:
        from vforlob.cli.today_json import today_json  # only for machines

        emit(today_json(found))
        return
    from vforlob.cli.today_screen import View, today_lines  # only for people

    view = View(screen_width(), lettered=False, behind=in_folder(""), plain=context().plain)
    out("\n".join(today_lines(found, view)))


def first_screen() -> int:
    """The list with its menu; without a terminal the list alone."""
    if not context().may_ask:
        i_dag()
        return 0
    from vforlob.cli.menu import run_menu  # only with a terminal

    return run_menu(_gather)


def _gather() -> Today:
    current = context()
    with open_store() as store:
        return gather_today(store, current.today, load_rulebook(current.folder))
