"""The questions before copies go to a second place. Writes nothing there."""

from vforlob.actions.asking import ALONE
from vforlob.actions.copies import remember_place, remembered_place
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.short_questions import Left, says_yes
from vforlob.cli.show import err
from vforlob.errors.kopi import PlaceSynced
from vforlob.store.copies_elsewhere import look_at_place
from vforlob.store.store import Store


def agreed_place(store: Store, typed: str, said_yes: bool) -> str:
    """The folder as it is used. Raises PlaceSynced where nobody has said that it is fine; leaves with KeyboardInterrupt
    when she stops.
    """
    found = look_at_place(store.folder, typed)
    may_ask = context().may_ask
    ask = asker(context(), ALONE)
    try:
        synced = f"Mappen kopieres til nettet af {found.service}. Må kopien ligge der?"
        if found.service and not said_yes and not (may_ask and says_yes(ask, synced)):
            raise PlaceSynced(found.path, found.service)
        if found.same_disk:
            err("Mappen ligger på samme disk som dine data. Går disken i stykker, går kopien med.")
        if remembered_place(store) != found.path:
            wanted = said_yes or (may_ask and says_yes(ask, "Skal de næste kopier også lægges der, når mappen er der?"))
            if wanted:
                remember_place(store, found.path)
    except Left:
        raise KeyboardInterrupt from None
    return found.path
