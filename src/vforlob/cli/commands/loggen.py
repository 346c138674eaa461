"""`vforlob log`: who was looked at, a page at a time. Open, read, show."""

from datetime import datetime, time, timedelta

from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import one_line, screen_height, screen_width
from vforlob.cli.log_screen import heading, log_lines, rows_json
from vforlob.cli.show import emit, out
from vforlob.errors.answer import BadAnswer
from vforlob.errors.use import WrongUse
from vforlob.model.borger import Borger
from vforlob.store.opslag import Row, Wanted, log_count, log_page
from vforlob.store.store import Store

PAGE = 20
_AROUND = 6  # lines: the heading, the names of the columns, and what can be typed


def log(borger: str = "", *, dag: str = "", log_efter: str = "", log_alle: bool = False, json: bool = False) -> None:
    """The newest first."""
    since, until = _day(dag)
    first = _number(log_efter)
    with open_store() as store:
        hers = _named(store, borger)
        wanted = Wanted(hers.nr if hers else None, since, until)
        total = log_count(store, wanted)
        rows = log_page(store, wanted, None if log_alle or json else first + _room())[first:]
        aliases = {one.nr: one_line(one.alias) for one in store.door(Borger).find()}
        store.listed = len(rows)
    if json:
        emit(rows_json(rows, total))
        return
    _show(rows, total, first, hers, aliases, dag)


def _named(store: Store, typed: str) -> Borger | None:
    if not typed:
        return None
    from vforlob.cli.numbers import borger_for  # late: the whole log needs nobody

    return borger_for(store, typed, "log")


def _show(
    rows: tuple[Row, ...], total: int, first: int, hers: Borger | None, aliases: dict[int, str], dag: str
) -> None:
    current, width = context(), screen_width()
    whose = f"b{hers.nr} {one_line(hers.alias)}" if hers else ""
    for line in heading(total, whose, width):
        out(line)
    if not rows:
        out("\n Her står ingen linjer." if total == 0 else "\n Der er ikke flere.")
        return
    out()
    for line in log_lines(rows, aliases, current.today, current.now.tzinfo, width):
        out(line)
    left = total - first - len(rows)
    if left > 0:
        more = f"vforlob log{f' b{hers.nr}' if hers else ''}{f' --dag »{dag.strip()}«' if dag.strip() else ''}"
        out(f"\n Der er {left} til. De næste: {in_folder(f'{more} --efter {first + len(rows)}')}")


def _room() -> int:
    height = screen_height()
    return max(5, height - _AROUND) if height else PAGE


def _number(typed: str) -> int:
    text = typed.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise WrongUse("--efter: skriv et tal, fx 20.", command="log")
    return int(text)


def _day(typed: str) -> tuple[str, str]:
    """The day on the wall as two times of the log, which are in UTC."""
    if not typed.strip():
        return "", ""
    from vforlob.rules.dates import read_date  # late: the whole log has no day
    from vforlob.rules.year_choice import PAST  # likewise
    from vforlob.store.events import utc_text  # likewise

    try:
        day = read_date(typed, context().today, PAST)
    except BadAnswer as bad:
        raise WrongUse(f"--dag: {bad.sentence}", command="log") from None
    zone = context().now.tzinfo
    ends = (datetime.combine(one, time.min, zone) for one in (day, day + timedelta(days=1)))
    first, after = (utc_text(one) for one in ends)
    return first, after
