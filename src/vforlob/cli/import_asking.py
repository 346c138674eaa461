"""At the keyboard: the columns corrected by letter, what no column tells, and the yes. Knows no file."""

from collections.abc import Callable, Sequence
from datetime import date

from vforlob.actions.asking import Ask
from vforlob.actions.importing.cells import read_cell
from vforlob.actions.importing.columns import Column, with_target
from vforlob.actions.importing.sheet import Sheet
from vforlob.actions.importing.targets import Target
from vforlob.cli.ask import asker
from vforlob.cli.context import context
from vforlob.cli.import_screen import column_lines
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.short_questions import Left, chosen, line_typed, says_yes
from vforlob.cli.show import err, out
from vforlob.errors.answer import BadAnswer
from vforlob.model.answers import Value

STOPPED = "Stoppet. Intet er gemt."
_UNUSED = "bruges_ikke"
_STOPS = ("q", "luk")


class Quit(Exception):
    """She left it before anything was saved. `interrupted` by Ctrl-C."""

    def __init__(self, interrupted: bool = False) -> None:
        super().__init__()
        self.interrupted = interrupted


def columns_agreed(columns: tuple[Column, ...], targets: dict[str, Target], sheet: Sheet) -> tuple[Column, ...]:
    """As they are, or corrected one by one. Raises Quit."""
    from vforlob.cli.menu import asked, offered_lines  # late: a file that is read by a script asks nothing

    offers = ["Enter går videre", "et bogstav retter en kolonne", "q stopper"]
    while True:
        typed = asked(offered_lines(offers, screen_width()))
        if typed is None or typed in _STOPS:
            raise Quit
        if not typed:
            return columns
        column = next((one for one in columns if one.letter.casefold() == typed), None)
        if column is None:
            out(f" Skriv et af bogstaverne til venstre, fx {columns[0].letter.lower()}.")
        elif column.is_refused:
            out(" Den kolonne ligner cpr-numre og bliver ikke læst.")
        else:
            columns = _corrected(columns, column, targets, sheet)
            for line in column_lines(columns, targets, screen_width()):
                out(line)


def _corrected(
    columns: tuple[Column, ...], column: Column, targets: dict[str, Target], sheet: Sheet
) -> tuple[Column, ...]:
    choices = [*((name.replace(".", "_"), target.label) for name, target in targets.items()), (_UNUSED, "Bruges ikke")]
    names = {name.replace(".", "_"): name for name in targets}
    what = one_line(column.header) or "uden overskrift"
    typed = _answer(lambda ask: chosen(ask, f"Kolonne {column.letter}, {what}, bliver til", choices))
    if not typed:
        return columns
    target = names.get(typed, "")
    return with_target(columns, column.at, target, sheet, joins=bool(target) and targets[target].joined)


def common_for(missing: Sequence[str], targets: dict[str, Target], today: date) -> dict[str, Value]:
    """One answer for all rows to what no column tells; Enter alone leaves it, and it is told as a fault."""
    found: dict[str, Value] = {}
    for name in missing:
        target = targets[name]
        err(f"Ingen kolonne har »{target.label}«.")
        value = _common(target, f"{target.label}, ved dem alle", today)
        if value is not None:
            found[name] = value
    return found


def _common(target: Target, text: str, today: date) -> Value | None:
    felt = target.felt.felt
    if felt.choices:
        pairs = [(choice.id, choice.text) for choice in felt.choices]
        return _answer(lambda ask: chosen(ask, text, pairs)) or None
    while True:
        typed = _answer(lambda ask: line_typed(ask, text, help=felt.help))
        try:
            return read_cell(target.felt, typed, today) if typed else None
        except BadAnswer as bad:
            err(bad.sentence)


def is_agreed(text: str) -> bool:
    """Enter alone is no yes."""
    ask = asker(context())
    try:
        return says_yes(ask, text)
    except Left as left:
        raise Quit(left.interrupted) from None


def _answer(question: Callable[[Ask], str]) -> str:
    try:
        return question(asker(context()))
    except Left as left:
        raise Quit(left.interrupted) from None
