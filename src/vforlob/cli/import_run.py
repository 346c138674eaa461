"""One import from the file to the yes: columns, dry run, saving. Knows the order of things, no rule of a record."""

from typing import NamedTuple

from vforlob.actions.importing.columns import Column, guess_columns
from vforlob.actions.importing.plan import KNOWN, NEW, Plan
from vforlob.actions.importing.planning import Order, make_plan
from vforlob.actions.importing.saving import Saved, save_import
from vforlob.actions.importing.targets import Target, targets_of
from vforlob.cli.context import context, in_folder, is_told_not_to_ask, open_store
from vforlob.cli.import_file import file_called, named_file, read_spreadsheet
from vforlob.cli.import_screen import MANY, column_lines, heading, plan_lines, saved_lines
from vforlob.cli.import_wishes import common_answers, corrected
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, err, out
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.rules.danish import counted
from vforlob.store.store import Store

WORD = {"borger": "borgere", "virksomhed": "virksomheder", "forlob": "forløb"}
_FIRST = {"borger": "Alias", "virksomhed": "Navn", "forlob": "Borger"}
_MANY = 2_000  # rows: from then on it is seconds
_NEXT = {"borger": "importer virksomheder", "virksomhed": "importer forløb", "forlob": "i-dag"}


class Line(NamedTuple):
    """What stood on the command line."""

    emne: str
    fil: str
    kolonner: str = ""
    ellers: str = ""
    opret: bool = False
    vis_kun: bool = False
    alle: bool = False
    json: bool = False

    @property
    def command(self) -> str:
        return f"importer {WORD[self.emne]}"

    @property
    def asks(self) -> bool:
        return context().may_ask and not self.json


def run_import(line: Line) -> int:
    path = named_file(line.fil, line.command)
    with open_store() as store:
        sheet = read_spreadsheet(path)
        targets = targets_of(store, line.emne, line.opret)
        columns = corrected(guess_columns(sheet, line.emne, targets), line.kolonner, line.emne, targets, sheet)
        common = common_answers(line.ellers, line.emne, targets, context().today)
        order = Order(line.emne, sheet, columns, common, line.opret)
        if not line.json:
            for text in (
                *heading(line.emne, file_called(path), sheet, screen_width()),
                *column_lines(columns, targets, screen_width()),
            ):
                out(text)
        if len(sheet.rows) > _MANY:
            err(f"Ser {len(sheet.rows)} rækker igennem. Det tager et øjeblik.")
        if not line.asks:
            return _done(store, line, order)
        from vforlob.cli.import_asking import STOPPED, Quit  # a script is asked nothing

        try:
            return _asked(store, line, order, targets)
        except Quit as left:
            err(STOPPED)
            if left.interrupted:
                raise Stopped from None
            return ExitCode.OK
        except KeyboardInterrupt:
            err(STOPPED)
            raise Stopped from None


def _done(store: Store, line: Line, order: Order) -> int:
    """Where nobody is asked: saved only when that was said."""
    plan = make_plan(store, order)
    may_save = plan.can_be_saved and is_told_not_to_ask() and not line.vis_kun
    saved = save_import(store, order, plan) if may_save else None
    waits = plan.can_be_saved and saved is None and not line.vis_kun
    if line.json and not waits:
        from vforlob.cli.import_json import import_json  # only for machines

        emit(import_json(plan, order.columns, saved))
    elif not line.json:
        _show(plan, line)
        _end(plan, saved, order.columns, line)
    if waits:
        raise NothingGiven(
            "et ja til at gemme, for her er ingen at spørge", f"vforlob {line.command} sager.xlsx --uden-spørgsmål"
        )
    return ExitCode.FAULTY_FILE if plan.faults else ExitCode.OK


def _asked(store: Store, line: Line, order: Order, targets: dict[str, Target]) -> int:
    from vforlob.cli.import_asking import columns_agreed, common_for, is_agreed  # a script is asked nothing

    order = order._replace(columns=columns_agreed(order.columns, targets, order.sheet))
    plan = make_plan(store, order)
    if plan.missing:
        common = common_for(plan.missing, targets, context().today)
        order = order._replace(otherwise={**order.otherwise, **common})
        plan = make_plan(store, order)
    _show(plan, line)
    saved = None
    if plan.can_be_saved and not line.vis_kun:
        out()
        if not is_agreed(f"Gem {_counted(plan)}?"):
            out("Intet er gemt.")
            return ExitCode.OK
        saved = save_import(store, order, plan)
    _end(plan, saved, order.columns, line)
    return ExitCode.FAULTY_FILE if plan.faults else ExitCode.OK


def _counted(plan: Plan) -> str:
    new = len(plan.of(NEW))
    one = {"borger": "den nye borger", "virksomhed": "den nye virksomhed", "forlob": "det nye forløb"}[plan.emne]
    return one if new == 1 else f"de {new} nye {MANY[plan.emne]}"


def _show(plan: Plan, line: Line) -> None:
    for text in plan_lines(plan, screen_width(), line.alle):
        out(text)


def _end(plan: Plan, saved: Saved | None, columns: tuple[Column, ...], line: Line) -> None:
    if plan.faults:
        err("Intet er gemt. Ret regnearket, og prøv igen.")
    elif saved is not None:
        out()
        for text in saved_lines(plan, saved):
            out(text)
        err(f"Tag det hele tilbage: {in_folder('vforlob fortryd')}")
        err(f"Næste skridt: {in_folder('vforlob ' + _NEXT[line.emne])}")
        if any(column.why for column in columns if column.is_refused):
            err("Der står cpr-numre i regnearket. Slet det fra pc'en, når du ikke skal bruge det mere.")
    elif not plan.of(NEW):
        known = len(plan.of(KNOWN))
        out(
            f"Alle {counted(known, 'række', 'rækker')} findes allerede. Intet er ændret."
            if known
            else "Intet at hente."
        )
        if not any(column.target for column in columns):
            err(_no_column(columns, line.emne))
    elif line.vis_kun:
        err("Intet er gemt: det her var kun for at se.")


def _no_column(columns: tuple[Column, ...], emne: str) -> str:
    """The way on where no header was known. A column that is never read is no way."""
    free = next((column for column in columns if not column.why), None)
    if free is None:
        return f"Ingen af kolonnerne bliver læst. Sæt en kolonne mere ind, fx »{_FIRST[emne]}«."
    known = f'--kolonner "{free.letter}={_FIRST[emne]}"'
    return f"Ingen af kolonnerne kan bruges, som de hedder. Skriv selv, hvad de er, fx: {known}"
