"""The demo: a made-up caseload in a folder of its own, then an opfølgning in it. Open, act, show."""

from vforlob.actions.demo import Clock, build_demo, first_day, shown_forlob
from vforlob.actions.set_up import set_up_demo
from vforlob.cli.commands.i_dag import i_dag
from vforlob.cli.context import context, is_folder_given, open_store, use_folder
from vforlob.cli.demo_words import CONSULTANT, building, continuations, ready
from vforlob.cli.show import err, out
from vforlob.cli.start import function_of
from vforlob.cli.words import find_command
from vforlob.store.demo_folder import empty_demo, is_free
from vforlob.store.open import open_store as open_in


def demo(*, kun_data: bool = False, forfra: bool = False) -> int | None:
    """Build the demo, or go on with the one that is there."""
    # As if it came with --mappe: then every line that goes on names it.
    use_folder(context().folder if is_folder_given() else f"{context().folder}-demo")
    _build(forfra)
    with open_store() as store:
        forlob = shown_forlob(store) or 0
    err(ready(context().folder))
    go_on = "\n".join(continuations(context().folder, forlob))
    if kun_data or not context().may_ask:
        i_dag()
        out(go_on)
        return 0
    out(go_on + "\n")
    found = find_command(("opfølgning", f"f{forlob}"))
    return function_of(found.command)(*found.rest)


def _build(forfra: bool) -> None:
    folder = context().folder
    if not is_free(folder):
        if not forfra and _is_whole():
            return
        empty_demo(folder)
    err(building(folder))
    clock = Clock(context().clock)
    clock.turn_to(first_day(context().today))  # set up before the first borger came: the months have figures then
    key = set_up_demo(folder, CONSULTANT, clock)
    with open_in(folder, key, clock) as store:
        build_demo(store, clock, context().today)


def _is_whole() -> bool:
    with open_store() as store:
        return shown_forlob(store) is not None
