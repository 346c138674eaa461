"""`vforlob kopi`: make a copy of everything, list them, try them out. Open, act, show."""

from vforlob.actions.copies import copy_now, remember_place, remembered_place
from vforlob.cli.context import context, open_store
from vforlob.cli.copy_place import agreed_place
from vforlob.cli.copy_screens import (
    OPENED_BY_FILE,
    OPENED_BY_WORDS,
    list_json,
    list_lines,
    made_json,
    made_lines,
    tried_json,
    tried_lines,
)
from vforlob.cli.explain.registry import explain
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, err, out
from vforlob.cli.unlock import find_key
from vforlob.errors.base import ExitCode
from vforlob.store.copies import list_copies
from vforlob.store.copies_rotation import is_whole
from vforlob.store.copies_state import HASH
from vforlob.store.envelope import PASSPHRASE
from vforlob.store.key import kind_of_key
from vforlob.store.restoring import drill
from vforlob.store.restoring_swap import kept_databases


def kopi(*, kopi_ud: str = "", kopi_ja: bool = False, glem_sted: bool = False, json: bool = False) -> int:
    """Make one now, here and, when that is wanted, at a second place."""
    with open_store() as store:
        if glem_sted:
            remember_place(store, "")
        place = agreed_place(store, kopi_ud, kopi_ja) if kopi_ud else ""
        made = copy_now(store, place=place)
        store.wants_copy = False
    if json:
        emit(made_json(made))
    else:
        hint = OPENED_BY_WORDS if kind_of_key(context().folder) == PASSPHRASE else OPENED_BY_FILE
        for line in made_lines(made, hint, screen_width()):
            out(line)
    if made.trouble is not None:
        err("\n".join(("Den kom ikke med over på det andet sted.", *explain(made.trouble))))
        return made.trouble.exit_code
    return ExitCode.OK


def liste(*, json: bool = False) -> None:
    """Those in kopier/, newest first."""
    with open_store() as store:
        copies, kept, place = list_copies(store.folder), kept_databases(store.folder), remembered_place(store)
    if json:
        emit(list_json(copies, kept, place))
        return
    for line in list_lines(copies, kept, place, screen_width()):
        out(line)


def tjek(*, json: bool = False) -> int:
    """Restore the newest on trial, and compare the others with what was written. Nothing is changed."""
    with open_store() as store:
        copies = list_copies(store.folder)
        faults: dict[str, tuple[str, ...]] = {copy.path: () if is_whole(copy) else (HASH,) for copy in copies[1:]}
        for newest in copies[:1]:
            faults[newest.path] = drill(store.folder, newest, find_key(context()))
    if json:
        emit(tried_json(copies, faults))
    else:
        for line in tried_lines(copies, faults, screen_width()):
            out(line)
    return ExitCode.PROBLEM if any(faults.values()) else ExitCode.OK
