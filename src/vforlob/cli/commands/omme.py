"""`vforlob om`: what support needs to know, to be read out or pasted. Look, show."""

import os

from vforlob.actions.checking.about import about
from vforlob.cli.context import context
from vforlob.cli.om_screen import about_json, about_lines, place_of
from vforlob.cli.show import emit, out
from vforlob.cli.unlock import find_key, held_key
from vforlob.store.envelope import DEMO, read_envelope
from vforlob.store.keyfile import VARIABLE


def om(*, json: bool = False) -> None:
    """It asks for nothing; a database that cannot be opened is one of the things it tells."""
    current = context()
    found, place = about(current.folder, _key_at_hand, current.clock), place_of(current.folder)
    if json:
        emit(about_json(found, place))
        return
    for line in about_lines(found, place, current.now):
        out(line)


def _key_at_hand() -> bytes | None:
    """None where somebody would have to give it first."""
    current = context()
    held = held_key(current)
    if held is not None:
        return held
    envelope = read_envelope(current.folder)
    if os.environ.get(VARIABLE) or envelope.kind == DEMO:
        return find_key(current)
    if envelope.in_keyring:
        from vforlob.store.keyring_copy import fetch  # late: 70 ms, and only for those who chose it

        return fetch(current.folder)
    return None
