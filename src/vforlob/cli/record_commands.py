"""One record entered or corrected by a command, and what is said of it. Knows no kind by name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vforlob.actions.record_kinds import kind_named
from vforlob.actions.records import change_record, new_record
from vforlob.cli.context import in_folder
from vforlob.cli.layout import screen_width, wrap_told
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.show import emit, err, out
from vforlob.store.store import Store

Done = Callable[[Any], Iterable[str]]
Also = tuple[str, ...] | Callable[[Any], Mapping[str, Any]]


def enter(store: Store, entry: Entry, svar: str, json: bool, done: Done, also: Also = ()) -> Any:
    """The record as it is now, None when she stopped. `done` are the lines that tell of it; `also` are columns, or
    other facts, that its JSON holds beside the number. Warnings come on stderr and change nothing.
    """
    given = entered(store, entry, svar)
    return None if given is None else save(store, entry, given, json, done, also)


def save(
    store: Store,
    entry: Entry,
    given: Mapping[str, Any],
    json: bool,
    done: Done,
    also: Also = (),
) -> Any:
    """What was given, by whichever way, saved and told of."""
    if entry.nr is None:
        record = new_record(store, entry.emne, given)
    else:
        record = change_record(store, entry.emne, entry.nr, given)
    store.looked_up.append(record)
    if json:
        emit({"id": record.nr, **(also(record) if callable(also) else _columns(record, also))})
    else:
        for line in done(record):
            out(line)
    for sentence in kind_named(entry.emne).told(store, record):
        told = in_folder(sentence) if "vforlob " in sentence else sentence  # every one of them ends in its command
        for line in wrap_told(told, screen_width() - 2):
            err(line)
    return record


def _columns(record: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
