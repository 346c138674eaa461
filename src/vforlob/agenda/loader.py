"""Read an agenda file: bytes in, Agenda out, or every fault at once. Knows no folder and no store."""

from functools import lru_cache

from vforlob.agenda.check import read_agenda
from vforlob.agenda.reading import Reading
from vforlob.agenda.toml_lines import toml_lines
from vforlob.agenda.toml_syntax import read_toml
from vforlob.errors.answer import FaultyFile
from vforlob.model.agenda import Agenda


@lru_cache(maxsize=16)  # the same text is the same agenda
def load_agenda(path: str, data: bytes) -> Agenda:
    """`path` is only what the file is called in a fault. Raises FaultyFile, the faults in the order of the file."""
    text, tables = read_toml(data, path)
    reading = Reading(toml_lines(text))
    agenda = read_agenda(tables, reading, text_sha(text))
    if reading.faults:
        raise FaultyFile(path, sorted(reading.faults, key=lambda fault: fault.line))
    return agenda


def text_sha(text: str) -> str:
    """The identity of an agenda. A copy that went through Windows has other line ends and is the same agenda."""
    from hashlib import sha256  # OpenSSL, and only for a file that is new or changed

    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()
