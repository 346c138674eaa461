"""`vforlob overblik`: the caseload on one screen, and what is behind each number. Open, act, show."""

from vforlob.actions.overblik import Shown, gather_overblik
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width, side_by_side
from vforlob.cli.overblik_paint import may_colour, show_painted
from vforlob.cli.overblik_screen import View, overblik_screen
from vforlob.cli.show import out
from vforlob.store.regler import load_rulebook

MEANING = "?"


def overblik(
    tal: str = "",
    *,
    forklar: bool = False,
    plads: str = "",
    udvikling: bool = False,
    alle_bag: bool = False,
    json: bool = False,
    overblik_format: str = "",
    ud: str = "",
    overskriv: bool = False,
) -> int:
    """The whole of it, or the list behind one number."""
    if not any((tal, forklar, plads, udvikling, json, overblik_format, ud)):
        return _screen()
    from vforlob.cli import overblik_asked as asked  # late, as all that is not the screen itself

    is_meaning = tal.strip() == MEANING
    name = "" if is_meaning or not tal else asked.figure_named(tal)
    if forklar or is_meaning:
        asked.explain(name, json)
    elif udvikling:
        return asked.show_months(json)
    elif overblik_format or ud:
        asked.give(name, asked.wish_for("json" if json else overblik_format, ud, overskriv))
    elif name:
        asked.show_list(name, alle_bag, json)
    else:
        if plads:
            asked.keep_room(plads)
        if not json:
            return _screen()
        asked.emit_whole(_gather())
    return 0


def _screen() -> int:
    shown = _gather()
    if shown.overblik.is_empty:
        from vforlob.cli.overblik_asked import show_empty  # late: hardly anybody has nobody

        show_empty()
        return 0
    if context().may_ask:
        from vforlob.cli.overblik_menu import run_overblik  # late: only in a terminal

        return run_overblik(shown, _gather)
    screen = overblik_screen(shown, View(screen_width(), plain=context().plain, behind=in_folder("")))
    show_painted(screen.lines, may_colour())
    commands = "   ".join(in_folder(f"vforlob overblik {word}") for word in ("forfaldne", "uge", "--forklar"))
    out("\n" + "\n".join(side_by_side(commands, screen_width())))
    return 0


def _gather() -> Shown:
    current = context()
    with open_store() as store:
        return gather_overblik(store, current.today, load_rulebook(current.folder))
