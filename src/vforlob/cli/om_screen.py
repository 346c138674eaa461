"""What `om` tells, as lines to read out and as JSON. Names no user: a folder is told by what kind of place it is."""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from vforlob import __version__
from vforlob.actions.checking.about import COUNTED, About
from vforlob.actions.checking.machine import libraries, python, system
from vforlob.cli.context import is_folder_given, usual_folder
from vforlob.cli.layout import labelled, screen_width, wrap
from vforlob.errors.base import ExitCode
from vforlob.rules.danish import clock, counted, listed, plain_date
from vforlob.store.envelope import DEMO, PASSPHRASE, RAW_KEY

_KINDS = {PASSPHRASE: "åbnes med adgangssætning", RAW_KEY: "åbnes med en nøglefil", DEMO: "er en demo"}
_CODES = {
    ExitCode.NO_DATABASE: "der er ikke sat vforlob op",
    ExitCode.LOCKED: "et andet vindue er ved at skrive",
    ExitCode.WRONG_KEY: "nøglen mangler eller passer ikke",
    ExitCode.NEWER_DATABASE: "den er skrevet af en nyere vforlob",
    ExitCode.DISK: "disken er fuld eller skrivebeskyttet",
    ExitCode.UNSAFE: "stedet eller rettighederne er usikre",
    ExitCode.NOT_ENCRYPTED: "den er ikke krypteret",
}
_DAMAGED = "den er beskadiget"
# Below the home folder, where every part of the path is the operating system's or ours.
_USUAL = frozenset({".local/share/vforlob", "Library/Application Support/vforlob", "AppData/Local/vforlob"})


def place_of(folder: str) -> str:
    """The whole path only where every part of it is ours: what a person named may be a person's name."""
    home = os.path.expanduser("~")
    if folder == usual_folder():
        below = os.path.relpath(folder, home).replace(os.sep, "/") if _is_inside(folder, home) else ""
        return f"den sædvanlige, ~/{below}" if below in _USUAL else "den sædvanlige"
    where = "i hjemmemappen (~)" if _is_inside(folder, home) else "uden for hjemmemappen (~)"
    return f"en anden, {where}" + (", valgt med --mappe eller VFORLOB_MAPPE" if is_folder_given() else "")


def _is_inside(path: str, home: str) -> bool:
    return os.path.normcase(path).startswith(os.path.normcase(home).rstrip(os.sep) + os.sep)


def about_lines(found: About, place: str, now: datetime) -> Iterator[str]:
    width = screen_width()
    yield f" vforlob {__version__}"
    yield ""
    rows = (
        ("Python", python()),
        ("Computer", system()),
        ("Skærm", _screen(width)),
        ("Biblioteker", ", ".join(f"{name} {version}" for name, version in libraries())),
        ("", ""),
        ("Datamappe", _folder(found, place)),
        ("Database", _database(found)),
        ("Indhold", _contents(found, now)),
        ("Sikkerhedskopier", _copies(found, now)),
    )
    for label, text in rows:
        yield from labelled(label, text, width) if text else [""]
    yield ""
    yield from (f" {line}" for line in wrap("Intet her er om nogen. Du kan læse det op eller sende det.", width - 2))


def _screen(width: int) -> str:
    kind = "terminal" if sys.stdout is not None and sys.stdout.isatty() else "ingen terminal"
    return f"{kind}, {width} tegn bred, {(getattr(sys.stdout, 'encoding', None) or 'ukendt').lower()}"


def _folder(found: About, place: str) -> str:
    kind = f"; den {_KINDS[found.kind]}" if found.kind else ""
    return f"{place}{kind}{' eller nøgleringen' if found.in_keyring else ''}"


def _database(found: About) -> str:
    size = "der er ingen" if found.bytes is None else _megabytes(found.bytes)
    schema = f"skema {found.schema if found.schema is not None and not found.of_copy else 'ukendt'}"
    known = f"programmet kender skema {found.known_schema}"
    return f"{size}, {schema}, {known}; {_state(found)}"


def _state(found: About) -> str:
    if found.refused is not None:
        return f"kan ikke åbnes: {reason(found)} (kode {int(found.refused.exit_code)})"
    if found.asked:
        return "kan åbnes"
    return "låst; nøglefilen er ikke nævnt" if found.kind == RAW_KEY else "låst; der er ikke spurgt om adgangssætningen"


def reason(found: About) -> str:
    return _CODES.get(found.refused.exit_code, _DAMAGED) if found.refused is not None else ""


def _contents(found: About, now: datetime) -> str:
    if not found.counts:
        return "kan ikke tælles"
    told = listed([counted(number, *COUNTED[table]) for table, number in found.counts.items()])
    return f"{told} (efter kopien fra {_moment(found.of_copy, now)})" if found.of_copy else told


def _copies(found: About, now: datetime) -> str:
    if not found.copies.number:
        return "ingen"
    number = counted(found.copies.number, "kopi", "kopier")
    return f"{number}, {_megabytes(found.copies.bytes)}, den nyeste fra {_moment(found.copies.newest, now)}"


def _moment(utc: str, now: datetime) -> str:
    when = datetime.fromisoformat(utc).astimezone(now.tzinfo)
    return f"{plain_date(when.date())} {clock(when.strftime('%H:%M'))}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def about_json(found: About, place: str) -> dict[str, Any]:
    return {
        "vforlob": __version__,
        "python": python(),
        "computer": system(),
        "biblioteker": dict(libraries()),
        "mappe": {
            "sted": place,
            "art": found.kind or None,
            "noeglering": "ja" if found.in_keyring else "nej",
        },
        "database": {
            "bytes": found.bytes,
            "skema": None if found.of_copy else found.schema,
            "kendt_skema": found.known_schema,
            "abnet": "ja" if found.refused is None and found.asked else "nej",
            "kode": None if found.refused is None else int(found.refused.exit_code),
            "arsag": reason(found) or None,
        },
        "antal": dict(found.counts),
        "antal_fra_kopi": found.of_copy or None,
        "kopier": {"antal": found.copies.number, "bytes": found.copies.bytes, "nyeste": found.copies.newest or None},
    }
