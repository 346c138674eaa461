"""noegle.json is gone or damaged: the one beside the newest copy takes its place. Knows no passphrase."""

import os

from vforlob.cli.context import may_ask_for_secret
from vforlob.cli.show import err
from vforlob.errors.base import VforlobError
from vforlob.store.copied_envelopes import newest_copied_envelope
from vforlob.store.envelope import PASSPHRASE, Envelope, path_of, write_envelope
from vforlob.store.files import disk_problem, is_there

KEPT = ".beskadiget"


def envelope_from_copy(folder: str, lost: VforlobError) -> Envelope:
    """Only where somebody sees it said. Raises `lost` when there is no copy to take it from."""
    found = newest_copied_envelope(folder) if may_ask_for_secret() else None
    if found is None or found.kind != PASSPHRASE:
        raise lost
    was_there = is_there(path_of(folder))
    if was_there:
        _keep_damaged(path_of(folder))
    write_envelope(folder, found)
    what = "var beskadiget" if was_there else "manglede"
    err(
        f"Filen noegle.json {what} og er hentet fra den nyeste sikkerhedskopi. "
        "Har du skiftet adgangssætning efter den, er det den gamle, der gælder."
    )
    return found


def _keep_damaged(path: str) -> None:
    """Beside the new one: it may tell somebody what happened."""
    try:
        os.replace(path, path + KEPT)
    except OSError as error:
        raise disk_problem(error) from error
