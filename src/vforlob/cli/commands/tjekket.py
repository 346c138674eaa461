"""`vforlob tjek`: look through the data folder and say what is wrong and how it is mended. Look, show."""

from vforlob.actions.checking.run import Wanted, check
from vforlob.cli.context import context
from vforlob.cli.show import emit, err, out
from vforlob.cli.tjek_screen import headline, report_json, report_lines
from vforlob.cli.unlock import find_key
from vforlob.errors.base import ExitCode


def tjek(*, hurtig: bool = False, json: bool = False) -> int:
    """Nothing in the folder is changed. Why it cannot be opened is said last, with its own exit code."""
    current = context()
    report = check(Wanted(current.folder, lambda: find_key(current), current.clock, hurtig))
    if json:
        emit(report_json(report, hurtig))
    else:
        for line in report_lines(report, hurtig, current.now):
            out(line)
    if report.refused is not None:
        raise report.refused
    if report.problems:
        err(headline(report))
        return ExitCode.PROBLEM
    return ExitCode.OK
