"""The copy that the program makes by itself when a command is over: quiet when it goes well, told once when not."""

from vforlob.actions.copies import Made, copy_if_due
from vforlob.cli.context import Context, context, in_folder
from vforlob.cli.explain.registry import explain
from vforlob.cli.show import err
from vforlob.errors.base import VforlobError
from vforlob.errors.kopi import CopyingElsewhere
from vforlob.store.store import Store

_told: Context | None = None


def keep_copy(store: Store) -> None:
    """The command is over and its work is saved: nothing here makes it fail."""
    store.wants_copy = False
    try:
        made = copy_if_due(store)
    except CopyingElsewhere:
        return  # the other window makes the copy that is wanted here
    except VforlobError as trouble:
        _tell("Det, du lavede, er gemt, men sikkerhedskopien blev ikke lavet.", trouble)
    except KeyboardInterrupt:
        err(f"Sikkerhedskopien blev afbrudt. Det, du lavede, er gemt. Lav den med: {in_folder('vforlob kopi')}")
    else:
        _tell_of_place(made)


def _tell_of_place(made: Made | None) -> None:
    if made is not None and made.trouble is not None:
        _tell("Sikkerhedskopien ligger i datamappen, men kom ikke med over på det andet sted.", made.trouble)


def _tell(what: str, trouble: VforlobError) -> None:
    """Once a run: a menu runs command after command."""
    global _told
    if _told is not context():
        _told = context()
        err("\n".join((what, *explain(trouble), f"Prøv igen med: {in_folder('vforlob kopi')}")))
