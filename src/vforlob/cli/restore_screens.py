"""What is said before and after going back to a copy: what it holds, what will be lost, what became of it."""

from collections.abc import Iterator
from typing import Any

from vforlob.actions.restore import Outlook, Restored, Wanted
from vforlob.cli.context import context, in_folder
from vforlob.cli.copy_words import events_words, when_words
from vforlob.cli.layout import wrap
from vforlob.rules.danish import counted, listed
from vforlob.store.copies_manifest import Manifest
from vforlob.store.schema import VERSION
from vforlob.store.sletteliste import damaged_lines

_HELD = (
    ("borger", "borger", "borgere"),
    ("virksomhed", "virksomhed", "virksomheder"),
    ("forlob", "forløb", "forløb"),
    ("samtale", "samtale", "samtaler"),
)


def before_lines(wanted: Wanted, found: Outlook, width: int) -> Iterator[str]:
    manifest = wanted.source.manifest
    yield from wrap(f"Gendan {_name(manifest)}", width)
    yield f"  {wanted.source.path}"
    if manifest is not None:
        yield from wrap(_holds(manifest), width)
    yield ""
    yield from wrap(_lost(manifest, found), width)
    unread = damaged_lines(context().folder)
    if unread:
        lines = counted(unread, "linje", "linjer")
        yield from wrap(
            f"{lines} i listen over det, der er slettet, kan ikke læses. Noget, der er slettet, kan komme igen.", width
        )
    if found.is_there:
        yield from wrap("Databasen, som den er nu, bliver lagt til side og ikke slettet.", width)


def after_lines(wanted: Wanted, done: Restored, width: int) -> Iterator[str]:
    manifest = wanted.source.manifest
    when = f"er, som den var {when_words(manifest.tid)}" if manifest else "er den, der var lagt til side"
    yield from wrap(f"Gendannet. Databasen {when}.", width)
    if done.skema < VERSION:
        yield from wrap(f"Den er bragt fra udgave {done.skema} til udgave {VERSION} af databasen.", width)
    if done.again:
        again = counted(done.again, "ting", "ting")
        yield from wrap(f"{again}, der var slettet siden, er slettet igen.", width)
    if done.kept:
        yield "Databasen fra før er lagt til side:"
        yield f"  {done.kept}"
        yield from wrap("Den bliver slettet, når fristen for kopier er gået.", width)
    else:
        yield from wrap("Dagsordener, skabeloner og regler, du selv har lavet, er ikke med i en kopi.", width)
    yield f"Se den efter: {in_folder('vforlob tjek')}"


def restored_json(wanted: Wanted, done: Restored) -> dict[str, Any]:
    return {
        "kopi": wanted.source.path,
        "haendelser": done.nr,
        "slettet_igen": done.again,
        "fra_skema": done.skema,
        "lagt_til_side": done.kept,
    }


def _name(manifest: Manifest | None) -> str:
    return f"sikkerhedskopien fra {when_words(manifest.tid)}" if manifest else "den database, der er lagt til side"


def _holds(manifest: Manifest) -> str:
    rows = manifest.raekker
    parts = [counted(rows[name], one, many) for name, one, many in _HELD if rows.get(name)]
    held = listed(parts) if parts else "ingen sager"
    return f"Den har {held} ({events_words(manifest.nr)})."


def _lost(manifest: Manifest | None, found: Outlook) -> str:
    if not found.is_there:
        return "Der er ingen database i mappen, så intet går tabt."
    if not found.opens:
        return "Databasen, som den er nu, kan ikke åbnes, så det kan ikke siges, hvad der ikke er med."
    if manifest is None or found.lost is None:
        return "Databasen er gået en anden vej siden, så det kan ikke siges, hvor meget der ikke er med."
    if not found.lost:
        return "Der er ikke skrevet noget siden."
    return f"Alt efter {when_words(manifest.tid)} er ikke med: {events_words(found.lost)}."
