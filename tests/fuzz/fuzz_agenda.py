"""The loader of agendas: every file is read, or refused with sentences and lines that are in it."""

import tomllib

import atheris
from fuzzing import INSTRUMENTED, drive, told

with atheris.instrument_imports(include=INSTRUMENTED):
    from vforlob.agenda.codec import from_json, to_json
    from vforlob.agenda.loader import load_agenda
    from vforlob.errors.answer import FaultyFile


def reader(data: bytes) -> None:
    try:
        agenda = load_agenda("fuzz.toml", data)
    except FaultyFile as refused:
        for fault in refused.faults or [refused]:
            told(fault.sentence, fault.line, data.count(b"\n") + 1)
        return
    assert from_json(to_json(agenda)) == agenda


@atheris.instrument_func
def naive(data: bytes) -> None:
    """A file taken at its word."""
    try:
        table = tomllib.loads(data.decode("utf-8", "replace"))
    except tomllib.TOMLDecodeError:
        return
    for punkt in table.get("punkt", []):
        assert punkt["id"].isidentifier()


drive(reader, naive)
