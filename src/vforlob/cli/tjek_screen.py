"""What `tjek` found, on a screen and as JSON: the worst first, and under each what to do. Decides nothing."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from vforlob.actions.checking.copies import NEWEST, UNTRIED
from vforlob.actions.checking.fund import ADVARSEL, FEJL, OPLYSNING, Fund, fejl
from vforlob.actions.checking.run import Report
from vforlob.cli.context import in_folder
from vforlob.cli.explain.registry import explain
from vforlob.cli.layout import LABEL, flow, labelled, screen_width
from vforlob.rules.danish import clock, counted, listed, plain_date

_TYPED = ("vforlob ", "chmod ")
_LABELS = {FEJL: "Fejl", ADVARSEL: "Advarsel", OPLYSNING: "Værd at vide"}


def headline(report: Report) -> str:
    """One sentence; the last line where something is wrong."""
    if not report.problems:
        return "Datamappen er i orden."
    wrong = sum(fund.alvor == FEJL for fund in report.problems)
    warned = len(report.problems) - wrong
    parts = [f"{wrong} fejl"] * bool(wrong) + [counted(warned, "advarsel", "advarsler")] * bool(warned)
    return f"Der er {counted(len(report.problems), 'ting', 'ting')} at ordne: {listed(parts)}."


def report_lines(report: Report, quick: bool, now: datetime) -> Iterator[str]:
    width = screen_width()
    if report.problems or report.refused is not None:
        yield f" Datamappen, set efter den {_moment(now)}"
    else:
        yield f" {headline(report)}"
    yield ""
    for fund in report.problems:
        yield from _found(fund, width)
        yield ""
    if report.refused is None:
        yield from labelled("Set efter", _looked_at(report, quick), width)
    if report.newest:
        yield from labelled("Nyeste kopi", _newest(report, quick, now), width)
    for fund in report.funde:
        if fund.alvor == OPLYSNING:
            yield from _found(fund, width)
    if quick and report.refused is None:
        yield ""
        yield from _mend("Det hele, også hver side og den nyeste kopi: vforlob tjek", width)


def _found(fund: Fund, width: int) -> Iterator[str]:
    yield from labelled(_LABELS[fund.alvor], fund.tekst, width)
    if fund.goer:
        yield from _mend(fund.goer, width)


def _mend(goer: str, width: int) -> Iterator[str]:
    """What is typed is never broken, however long it is: it is there to be copied."""
    margin = " " * (3 if width < 60 else LABEL + 1)
    place = max(goer.rfind(word) for word in _TYPED)
    sentence, typed = (goer[:place].rstrip(), _in_folder(goer[place:])) if place >= 0 else (goer, "")
    lines = flow(sentence, width - len(margin)).split("\n")
    if typed and len(margin) + len(lines[-1]) + 1 + len(typed) <= width:
        lines[-1] += f" {typed}"
    elif typed:
        lines.append(typed)
    yield from (margin + line for line in lines)


def _in_folder(goer: str) -> str:
    """The command stands last in its sentence, and is for the folder that was looked at."""
    return in_folder(goer) if "vforlob " in goer else goer


def _looked_at(report: Report, quick: bool) -> str:
    pages = "databasen" if quick else "hver side i databasen"
    events = counted(report.events or 0, "hændelse", "hændelser").replace(
        str(report.events), _grouped(report.events or 0)
    )
    copies = counted(report.copies, "kopi", "kopier") if report.copies else "kopier"
    return f"{listed(['mappen', 'nøglen', pages, events, copies, 'frister', 'filer', 'ur'])}."


def _newest(report: Report, quick: bool, now: datetime) -> str:
    made = datetime.fromisoformat(report.newest).astimezone(now.tzinfo)
    found = {fund.id for fund in report.funde}
    state = (
        ""
        if quick or report.refused is not None or UNTRIED in found
        else ", prøvet: den holder ikke"
        if NEWEST in found
        else ", prøvet: den kan hentes tilbage"
    )
    return f"{_moment(made)}{state}."


def _moment(when: datetime) -> str:
    return f"{plain_date(when.date())} {clock(when.strftime('%H:%M'))}"


def _grouped(number: int) -> str:
    """51.600"""
    return f"{number:,}".replace(",", ".")


def report_json(report: Report, quick: bool) -> dict[str, Any]:
    funde = [fund._asdict() | {"goer": _in_folder(fund.goer)} for fund in report.funde]
    if report.refused is not None:
        said, *to_do = explain(report.refused)  # its commands are for the folder already
        funde.insert(0, fejl("abning", said, " ".join(to_do))._asdict())
    return {
        "i_orden": "nej" if report.problems or report.refused is not None else "ja",
        "hurtig": "ja" if quick else "nej",
        "abnet": "ja" if report.refused is None else "nej",
        "haendelser": report.events,
        "kopier": report.copies,
        "nyeste_kopi": report.newest or None,
        "fund": funde,
    }
