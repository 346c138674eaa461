"""Which column of a spreadsheet is taken in as what: guessed, then corrected. Knows no record and saves nothing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vforlob.actions.importing.cells import has_cpr
from vforlob.actions.importing.looks import looks_like
from vforlob.actions.importing.sheet import Sheet, column_letter
from vforlob.actions.importing.targets import Target, own_names
from vforlob.rules.import_headers import NO_GUESS, REACH, is_about_people, is_cpr_header, meant_by

_LOOKED_AT = 200  # rows
_EXAMPLE = 40
_CPR_HEADER = "cpr-nummer"  # a file without headers has somebody's number there
CPR_REFUSED = "cpr-numre bliver ikke læst"
NAME_REFUSED = "navne bliver ikke læst; hver række får et alias"
_TAKEN = "kolonne {} bruges til det"


class Column(NamedTuple):
    """`target` is empty for a column that is not used; `why` says why not, where there is something to say."""

    at: int
    header: str
    target: str = ""
    why: str = ""
    example: str = ""

    @property
    def letter(self) -> str:
        return column_letter(self.at)

    @property
    def is_refused(self) -> bool:
        return self.why == CPR_REFUSED


class _Guess(NamedTuple):
    target: str
    rank: int


def guess_columns(sheet: Sheet, emne: str, targets: dict[str, Target]) -> tuple[Column, ...]:
    """By the headers; what they do not tell, by the look of the values. A column of cpr numbers is refused at once."""
    names, mixed = own_names(targets), is_about_people(sheet.headers)
    headers = [_CPR_HEADER if has_cpr("", header) else header for header in sheet.headers]
    values = [_values(sheet, index) for index in range(len(sheet.headers))]
    refused = {index for index, header in enumerate(headers) if is_cpr_header(header) or _is_cpr(header, values[index])}
    guesses: dict[int, _Guess] = {}
    for index, header in enumerate(headers):
        target, rank = meant_by(emne, header, names, mixed)
        if index not in refused:
            guesses[index] = _Guess(_fitting(emne, target, values[index], targets), rank)
    winners = _winners(guesses, targets)
    free = {name for name in targets if not (mixed and emne == "virksomhed" and name in REACH)}
    _by_look(winners, guesses, values, free, emne)
    return tuple(
        _column(index, header, winners, guesses, values[index] if index not in refused else None, targets)
        for index, header in enumerate(headers)
        if header or values[index]
    )


def _values(sheet: Sheet, index: int) -> list[str]:
    return [row[index] for row in sheet.rows[:_LOOKED_AT] if row[index]]


def _is_cpr(header: str, values: Sequence[str]) -> bool:
    found = sum(1 for value in values if has_cpr(header, value))
    return found * 2 >= len(values) and found > 0


def _fitting(emne: str, target: str, values: Sequence[str], targets: dict[str, Target]) -> str:
    """What stands under "Borger" or "Navn" may be an alias, or initials; a real name is for those who may keep it."""
    if emne == "borger" and target == "navn" and "alias" in looks_like(values, emne):
        return "alias"
    return target


def _winners(guesses: dict[int, _Guess], targets: dict[str, Target]) -> dict[int, str]:
    """One column for each target, the surest; the first where two are as sure."""
    best: dict[str, int] = {}
    for index, guess in guesses.items():
        if guess.target not in targets or targets[guess.target].joined:
            continue
        held = best.get(guess.target)
        if held is None or guess.rank < guesses[held].rank:
            best[guess.target] = index
    joined = {
        index: guess.target
        for index, guess in guesses.items()
        if guess.target in targets and targets[guess.target].joined
    }
    return {index: target for target, index in best.items()} | joined


def _by_look(
    winners: dict[int, str],
    guesses: dict[int, _Guess],
    values: Sequence[Sequence[str]],
    free: set[str],
    emne: str,
) -> None:
    """`free` are the targets that a look is enough for."""
    for index, guess in guesses.items():
        if index in winners or guess.target:
            continue
        for target in looks_like(values[index], emne):
            if target in free and target not in winners.values():
                winners[index] = target
                break


def _column(
    index: int,
    header: str,
    winners: dict[int, str],
    guesses: dict[int, _Guess],
    values: Sequence[str] | None,
    targets: dict[str, Target],
) -> Column:
    if values is None:
        return Column(index, header, "", CPR_REFUSED)
    target = winners.get(index, "")
    if target:
        return Column(index, header, target, "", _example(header, values))
    guess = guesses.get(index, _Guess(*NO_GUESS))
    if guess.target == "navn" and "navn" not in targets:
        return Column(index, header, "", NAME_REFUSED)
    holder = next((at for at, held in winners.items() if held == guess.target), None) if guess.target else None
    return Column(index, header, "", _TAKEN.format(column_letter(holder)) if holder is not None else "")


def _example(header: str, values: Sequence[str]) -> str:
    return next((value[:_EXAMPLE] for value in values if not has_cpr(header, value)), "")


def with_target(
    columns: Iterable[Column], at: int, target: str, sheet: Sheet, joins: bool = False
) -> tuple[Column, ...]:
    """That column is used as `target` from now on; "" is not used. No other is, unless the target is made of several:
    `joins`. A refused one stays so.
    """
    found = []
    for column in columns:
        if column.at == at and not column.is_refused:
            values = _values(sheet, at)
            example = _example(column.header, values) if target else ""
            found.append(column._replace(target=target, why="", example=example))
        elif target and column.target == target and not joins:
            found.append(column._replace(target="", why=_TAKEN.format(column_letter(at)), example=""))
        else:
            found.append(column)
    return tuple(found)
