"""A record that breaks a rule of its kind. The sentences are Danish and ready, because each rule owns its own."""

from collections.abc import Iterable
from typing import NamedTuple

from vforlob.errors.base import ExitCode, VforlobError


class Broken(NamedTuple):
    """Which column, and what to do. The sentence may quote what was typed."""

    column: str
    sentence: str


class RecordRefused(VforlobError):
    """Nothing was saved. Every broken rule is in `broken`."""

    exit_code = ExitCode.FAULTY_FILE

    def __init__(self, emne: str, broken: Iterable[Broken]) -> None:
        super().__init__(emne)
        self.emne, self.broken = emne, tuple(broken)
