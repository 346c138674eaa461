"""`vforlob gendan`: go back to a copy, after saying what that takes away. Choose, say, ask, act."""

from vforlob.actions.asking import ALONE
from vforlob.actions.restore import Restored, Wanted, key_home, outlook, prepared, refuse_open, restore, wanted_for
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.layout import screen_width
from vforlob.cli.restore_choice import chosen_path
from vforlob.cli.restore_key import key_for
from vforlob.cli.restore_screens import after_lines, before_lines, restored_json
from vforlob.cli.short_questions import Left, says_yes
from vforlob.cli.show import emit, err, out
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import ExitCode
from vforlob.errors.kopi import RestoreNotAsked


def gendan(kopi: str = "", *, gendan_ja: bool = False, json: bool = False) -> int:
    """The database of a copy takes the place of the one that is here."""
    folder = context().folder
    wanted = wanted_for(folder, chosen_path(folder, kopi))
    refuse_open(folder)
    try:
        with prepared(folder):
            done = _restored(folder, wanted, gendan_ja, json)
    except _Declined:
        out("Der er ikke ændret noget.")
        return ExitCode.OK
    except KeyboardInterrupt:
        err("Stoppet. Databasen er, som den var.")
        raise Stopped from None
    if json:
        emit(restored_json(wanted, done))
        return ExitCode.OK
    out()
    for line in after_lines(wanted, done, screen_width()):
        out(line)
    return ExitCode.OK


class _Declined(Exception):
    """She said no: what was made for it goes again."""


def _restored(folder: str, wanted: Wanted, is_agreed: bool, json: bool) -> Restored:
    with key_home(folder, wanted) as home:
        key = key_for(folder, home, wanted)
    found = outlook(folder, key, wanted.source.manifest)
    for line in before_lines(wanted, found, screen_width()):
        err(line) if json else out(line)
    if not is_agreed:
        _ask()
    return restore(folder, wanted, key, context().clock)


def _ask() -> None:
    if not context().may_ask:
        raise RestoreNotAsked
    out()
    try:
        agreed = says_yes(asker(context(), ALONE), "Gendan den?", help="Enter alene ændrer intet.")
    except Left:
        raise KeyboardInterrupt from None
    if not agreed:
        raise _Declined
