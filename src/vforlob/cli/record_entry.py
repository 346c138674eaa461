"""Where the columns of a record come from: a file, or a person at the keyboard. Knows no kind of record."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vforlob.actions.asking import Ask
from vforlob.cli.context import context
from vforlob.cli.files import read_given, shown_name
from vforlob.cli.stopping import Stopped
from vforlob.errors.use import NothingGiven
from vforlob.store.store import Store

STOPPED = "Stoppet. Intet er gemt."


class Entry(NamedTuple):
    """What is to be filled in: `line` is the command as it is printed, `heading` what the first screen says.

    For a record that is being corrected `nr` is its number and `current` what stands there; what is not named stands.
    `preset` are columns the line has settled: they are not asked. `stopped` is said when she leaves it.
    """

    emne: str
    line: str
    heading: str
    nr: int | None = None
    current: Mapping[str, Any] | None = None
    preset: Mapping[str, Any] = {}
    stopped: str = STOPPED


def entered(store: Store, entry: Entry, svar: str) -> dict[str, Any] | None:
    """The columns as given in the file `svar` or at the prompts; None when the person stopped."""
    if svar:
        from vforlob.actions.record_file import read_record  # at the keyboard no file is read

        before = None if entry.nr is None else {**(entry.current or {}), "nr": entry.nr}
        return read_record(store, entry.emne, read_given(svar), shown_name(svar), before, dict(entry.preset))
    if not context().may_ask:
        raise NothingGiven("svar, for her er ingen at spørge", f"vforlob {entry.line} --svar svar.toml")
    from vforlob.cli.ask import asker  # with a file nobody is asked

    return asked_with(asker(context()), store, entry)


def asked_with(ask: Ask, store: Store, entry: Entry) -> dict[str, Any] | None:
    """At the keyboard; for a caller who is asking already."""
    from vforlob.cli.record_prompts import fill_in, form_for  # with a file nobody is asked
    from vforlob.cli.show import err

    form = form_for(store, entry.emne, entry.heading, entry.nr, dict(entry.current or {}), dict(entry.preset))
    try:
        given = fill_in(form, ask, err)
    except KeyboardInterrupt:
        err(entry.stopped)
        raise Stopped from None  # to the one place that exits, which has nothing to add
    if given is None:
        err(entry.stopped)
    return given
