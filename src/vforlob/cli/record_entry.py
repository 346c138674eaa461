"""Where the columns of a record come from: a file, or a person at the keyboard. Knows no kind of record."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vforlob.cli.context import context
from vforlob.cli.files import read_given, shown_name
from vforlob.errors.use import NothingGiven
from vforlob.store.store import Store


class Entry(NamedTuple):
    """What is to be filled in: `line` is the command as it is printed, `heading` what the first screen says.

    For a record that is being corrected `nr` is its number and `current` what stands there; what is not named stands.
    """

    emne: str
    line: str
    heading: str
    nr: int | None = None
    current: Mapping[str, Any] | None = None


def entered(store: Store, entry: Entry, svar: str) -> dict[str, Any] | None:
    """The columns as given in the file `svar` or at the prompts; None when the person stopped."""
    if svar:
        from vforlob.actions.record_file import read_record  # at the keyboard no file is read

        before = None if entry.nr is None else {**(entry.current or {}), "nr": entry.nr}
        return read_record(store, entry.emne, read_given(svar), shown_name(svar), before)
    if not context().may_ask:
        raise NothingGiven("svar, for her er ingen at spørge", f"vforlob {entry.line} --svar svar.toml")
    return _asked(store, entry)


def _asked(store: Store, entry: Entry) -> dict[str, Any] | None:
    from vforlob.cli.ask import asker  # with a file nobody is asked
    from vforlob.cli.record_prompts import fill_in, form_for  # likewise
    from vforlob.cli.show import err

    form = form_for(store, entry.emne, entry.heading, entry.nr, dict(entry.current or {}))
    given = None
    try:
        given = fill_in(form, asker(context()), err)
    finally:
        if given is None:  # also for Ctrl-C, which goes on to the one place that exits
            err("Stoppet. Intet er gemt.")
    return given
