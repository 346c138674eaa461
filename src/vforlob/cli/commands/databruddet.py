"""`databrud`: what was on a machine, for the 72 hours, with the key or without. Open, look, show."""

from contextlib import ExitStack

from vforlob.actions.databrud import COPY, FOLDER, Content, Databrud, Discovery, content_of, discovered, second_place
from vforlob.actions.databrud_lock import (
    content_by_manifest,
    copied,
    copies_of,
    kind_of_place,
    lock_of_file,
    lock_of_folder,
)
from vforlob.actions.databrud_words import PLACES
from vforlob.actions.documents.databrud import ART, databrud_document
from vforlob.actions.exports import About
from vforlob.cli.context import context, open_store
from vforlob.cli.documents import format_for
from vforlob.cli.fortegnelse_giving import give_without_folder
from vforlob.cli.handing import Wish, give
from vforlob.cli.show import err
from vforlob.errors.base import VforlobError
from vforlob.store.datasheet import read_sheet
from vforlob.store.envelope import DEMO
from vforlob.store.store import Store

DPO = "DPO"


def databrud(
    *,
    opdaget: str = "",
    kopi_sti: str = "",
    uden_noegle: bool = False,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
) -> None:
    """The paper for the DPO. What cannot be told without the key is said to be so."""
    wish, found = Wish(format_for(format or "txt"), ud, overskriv), _discovery(opdaget)
    if kopi_sti:
        give_without_folder(databrud_document(_of_copy(kopi_sti, uden_noegle), found), wish)
        return
    with ExitStack() as stack:
        opened = None if uden_noegle else _opened(stack)
        if opened is not None:
            store, held = opened
            give(store, databrud_document(held, found), wish, About(ART, DPO))
            return
    give_without_folder(databrud_document(_without_key(), found), wish)


def _opened(stack: ExitStack) -> tuple[Store, Databrud] | None:
    """None, and why on stderr, where the database cannot be opened or read: what can be seen without is told then."""
    try:
        store = stack.enter_context(open_store(look_through=False))
        return store, _of_store(store)
    except VforlobError as error:
        _tell(error)
        return None


def _discovery(typed: str) -> Discovery:
    now = context().now
    if not typed.strip():
        return discovered(now, now, is_said=False)
    from vforlob.cli.databrud_when import discovered_at  # late: now is what is meant when nothing is typed

    return discovered(discovered_at(typed, now), now, is_said=True)


def _of_store(store: Store) -> Databrud:
    lock, place = lock_of_folder(store.folder), second_place(store.rows)
    kind = kind_of_place(place) if place else ""
    return Databrud(
        FOLDER,
        lock,
        content_of(store.rows, read_sheet()),
        kopier=copies_of(store.folder),
        andet_sted=PLACES.get(kind, kind) if place else "",
        er_demo=lock.art == DEMO,
    )


def _of_copy(typed: str, uden_noegle: bool) -> Databrud:
    from vforlob.cli.databrud_copy import copy_at, envelope_of, key_of  # late: only with --kopi
    from vforlob.store.copies_manifest import read_manifest  # likewise
    from vforlob.store.read_only import read_only  # likewise

    copy = copy_at(typed)
    envelope, manifest = envelope_of(copy), read_manifest(copy.manifest)
    lock = lock_of_file(copy.path, envelope)
    seen = (copied(copy),) if copy.tid else ()
    if envelope is not None and not uden_noegle:
        try:
            with read_only(copy.path, key_of(copy, envelope)) as rows:
                counted, place = content_of(rows, read_sheet()), PLACES[""] if second_place(rows) else ""
                return Databrud(COPY, lock, counted, kopier=seen, andet_sted=place, er_demo=lock.art == DEMO)
        except VforlobError as error:
            _tell(error)
    content = Content(manifest.raekker) if manifest else None
    return Databrud(COPY, lock, content, True, manifest.tid[:10] if manifest else "", seen)


def _without_key() -> Databrud:
    folder = context().folder
    content, day = content_by_manifest(folder)
    return Databrud(FOLDER, lock_of_folder(folder), content, True, day, copies_of(folder))


def _tell(error: VforlobError) -> None:
    from vforlob.cli.explain.registry import explain  # late: only where something was in the way

    err("\n".join([*explain(error), "Her er det, der kan ses uden at åbne databasen."]))
