"""Lists and figures as a workbook for Excel: texts stay texts, dates are dates, no formula anywhere. Knows no case."""

import io
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.model.text import clean
from vforlob.render.sheets import column_width, in_cells, row_height, sheet_names

# Nothing on the disk, and no text becomes a formula, a link or a number.
_WAYS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Always the same, so that the same figures are the same file: the real day stands in the sheet where it matters.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook knows no time zone
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets count a day that never was

_A4, _EVERY_PAGE, _AS_MANY_AS_NEEDED = 9, 1, 0
_TEXT = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
_HEADING = {"bold": True, "bg_color": "#E7E6E6", "bottom": 2}
_FORMATS: dict[str, dict[str, Any]] = {
    "overskrift": _HEADING,
    "overskrift_tal": {**_HEADING, "align": "right"},
    "tekst": {},
    "janej": {"align": "center"},
    "tal": {"align": "right", "indent": 1},
    "dato": {"num_format": "dd-mm-yyyy", "align": "left"},
    "kl": {"num_format": "hh:mm", "align": "left"},
}
# Told apart in black and white, by shade and by pattern.
_FILLS = (("#1F4E79", "solid"), ("#9DC3E6", "wide_upward_diagonal"), ("#E2F0D9", "percent_50"), ("#7F7F7F", "solid"))


def render_regneark(regneark: Regneark) -> bytes:
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, _WAYS)
    book.set_properties({"created": _MADE})
    formats = {name: book.add_format({**_TEXT, **own}) for name, own in _FORMATS.items()}
    for name, fane in zip(sheet_names(fane.navn for fane in regneark.faner), regneark.faner, strict=True):
        _fill_sheet(book, book.add_worksheet(name), fane, formats)
    book.close()
    return written.getvalue()


def _fill_sheet(book: Any, sheet: Any, fane: Fane, formats: dict[str, Any]) -> None:
    rows = [row for given in fane.raekker for row in in_cells(given)]
    widths = [column_width(sojle, [row[place] for row in rows]) for place, sojle in enumerate(fane.sojler)]
    for place, (sojle, width) in enumerate(zip(fane.sojler, widths, strict=True)):
        heading = "overskrift_tal" if sojle.art == "tal" else "overskrift"
        sheet.write_string(0, place, clean(sojle.navn), formats[heading])
        sheet.set_column(place, place, width)
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, row_height(row, widths))
        for place, sojle in enumerate(fane.sojler):
            _write(sheet, (number, place), sojle, row[place], formats)
    sheet.freeze_panes(1, 0)
    if fane.sojler:
        sheet.autofilter(0, 0, len(rows), len(fane.sojler) - 1)
    _set_up_print(sheet)
    if rows:
        _draw(book, sheet, fane, len(rows))


def _set_up_print(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(_EVERY_PAGE, _AS_MANY_AS_NEEDED)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    sheet.set_footer("&L&A&Rside &P af &N")


def _write(sheet: Any, cell: tuple[int, int], sojle: Sojle, value: Celle, formats: dict[str, Any]) -> None:
    """Text wherever it is not quite certainly something else: nothing is lost, nothing is guessed."""
    form = formats.get(sojle.art, formats["tekst"])
    if value is None or value == "":
        sheet.write_blank(*cell, None, form)
    elif isinstance(value, str):
        moment = _READ[sojle.art](value) if sojle.art in _READ else None
        if moment is None:
            sheet.write_string(*cell, clean(value), formats["tekst"])
        else:
            sheet.write_datetime(*cell, moment, form)
    elif abs(value) < 1e15:  # beyond it a cell of numbers keeps other digits than were given
        sheet.write_number(*cell, value, form)
    else:
        sheet.write_string(*cell, str(value), formats["tekst"])


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found >= _FIRST_DAY else None


def _clock(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


_READ: dict[str, Callable[[str], date | time | None]] = {"dato": _day, "kl": _clock}


def _draw(book: Any, sheet: Any, fane: Fane, last: int) -> None:
    """Stacked columns below the table, so that a page keeps its width."""
    places = {sojle.navn: place for place, sojle in enumerate(fane.sojler)}
    along, *drawn = [places[name] for name in fane.figur if name in places] or [0]
    if not drawn:
        return
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    for (shade, pattern), place in zip(_FILLS, drawn, strict=False):
        chart.add_series(
            {
                "name": [sheet.name, 0, place],
                "categories": [sheet.name, 1, along, last, along],
                "values": [sheet.name, 1, place, last, place],
                "pattern": {"pattern": pattern, "fg_color": shade, "bg_color": "#FFFFFF"}
                if pattern != "solid"
                else None,
                "fill": {"color": shade} if pattern == "solid" else None,
                "border": {"color": "#404040"},
                "gap": 60,
            }
        )
    chart.set_title({"name": clean(fane.navn), "name_font": {"size": 12}})
    chart.set_x_axis({"text_axis": True, "num_format": "d/m-yy"})
    chart.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 640, "height": 320})
    sheet.insert_chart(last + 2, 0, chart, {"description": clean(fane.navn)})
