"""A deletion that was interrupted, brought to its end at the next start, and said. Deletes nothing that had no yes."""

from vforlob.actions.sletning_finish import finish_interrupted
from vforlob.cli.show import err
from vforlob.errors.base import VforlobError
from vforlob.rules.danish import counted
from vforlob.store.store import Store


def finish_now(store: Store) -> None:
    """What cannot be done now is tried again at the next start; nobody is kept from working meanwhile."""
    try:
        found = finish_interrupted(store)
    except (VforlobError, OSError):
        err("En sletning blev afbrudt, og filerne er ikke ryddet helt. Det bliver prøvet igen ved næste start.")
        return
    if found is None:
        return
    if not found.deleted:
        err("En sletning blev afbrudt, før noget blev slettet. Begynd den igen, hvis du stadig vil.")
        return
    copies = (
        f", og {counted(found.copies, 'sikkerhedskopi', 'sikkerhedskopier')} fra før er slettet" if found.copies else ""
    )
    err(f"En sletning blev afbrudt. Nu er den gjort færdig{copies}. Se: vforlob slettefrister kvitteringer")
