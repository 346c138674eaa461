"""Makes one export through the real store: `python exporting.py FOLDER PLACE [overwrite] [no-room]`, or sweeps: `python
exporting.py FOLDER sweep`. Says DONE and the path when it stands there and is registered.

`no-room` is the mistake the tests must find: the file is written where it should stand, with no note of it.
"""

import os
import sys
from datetime import datetime

from vforlob.actions.exports import About, Asked, save_document
from vforlob.actions.leftovers import sweep
from vforlob.cli.explain.registry import explain
from vforlob.errors.base import VforlobError
from vforlob.store.files import PRIVATE_FILE
from vforlob.store.open import open_store
from vforlob.store.store import Store

KEY = bytes(range(32))
NOW = datetime.fromisoformat("2026-11-20T13:00+01:00")
WORD = "Kanarie"
CONTENT = (WORD + " æøå ") * 4000
ABOUT = About("referat", "borger", 1, 1)


def write_in_place(store: Store, path: str) -> str:
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    content = CONTENT.encode()
    for at in range(0, len(content), 4096):
        os.write(opened, content[at : at + 4096])
    os.close(opened)
    return path


def say(stream: int, text: str) -> None:
    """Not by the call that fails when the disk is full."""
    os.writev(stream, [text.encode()])


def main(folder: str, place: str, options: list[str]) -> None:
    with open_store(folder, KEY, lambda: NOW) as store:
        sweep(store)
        if place == "sweep":
            return
        if "no-room" in options:
            path = write_in_place(store, place)
        else:
            path = save_document(store, CONTENT, "md", ABOUT, Asked(place.strip("-"), "overwrite" in options)).sti
    say(1, f"DONE {path}\n")


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2], sys.argv[3:])
    except VforlobError as error:
        say(2, "\n".join(explain(error)))
        sys.exit(int(error.exit_code))
