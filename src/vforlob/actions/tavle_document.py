"""The board as a document for the wall and the table, and as a sheet that colleagues read back. Knows no store."""

from datetime import date

from vforlob.actions.documents.finished import finished
from vforlob.actions.record_kinds.jobabning import ART
from vforlob.actions.tavle import Board
from vforlob.model.dokument import Blok, Dokument, Kolonne, Tabel, Tekst
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.rules.danish import counted, long_date, number, short_date
from vforlob.rules.tavle import Opening
from vforlob.rules.tavle_columns import TAVLE_COLUMNS

TITLE = "Jobåbninger"
READERS = "kolleger"
HOURS = "Timer er timer om ugen"
EMPTY = "Der er ingen åbne jobåbninger lige nu."
_COLUMNS = (
    Kolonne("Timer", "tal", 2),
    Kolonne("Opgaver", bredde=8),
    Kolonne("Hvor", bredde=8),
    Kolonne("Svar senest", bredde=4),
    Kolonne("Delt af", bredde=4),
)
_ARTS = {choice.id: choice.text for choice in ART}


def board_document(board: Board, today: date) -> Dokument:
    dokument = Dokument(
        art="tavle",
        titel=TITLE,
        modtager=READERS,
        blokke=_blocks(board, today),
        undertitel=f"Tavlen {long_date(today)}",
        dato=today.isoformat(),
        sidehoved=f"{TITLE} {short_date(today)}",
        hilsen="Spørg mig" if board.sender or board.telefon else "",
        konsulent=board.sender,
        telefon=board.telefon,
    )
    return finished(dokument, "")


def board_sheet(board: Board) -> Regneark:
    sojler = tuple(Sojle(column.name, column.art) for column in TAVLE_COLUMNS)
    return Regneark(TITLE, (Fane(TITLE, sojler, tuple(_cells(it, board.sender) for it in board.openings)),))


def _blocks(board: Board, today: date) -> tuple[Blok, ...]:
    if not board.openings:
        return (Tekst(EMPTY),)
    count = counted(len(board.openings), "åben jobåbning", "åbne jobåbninger")
    return (Tekst(f"{count}. De færreste timer står først."), _table(board, today))


def _table(board: Board, today: date) -> Tabel:
    """Who shares it stands there when it is not the same for all: the sender is under the table."""
    rows = [_row(it, board.sender, today) for it in board.openings]
    shown = len(_COLUMNS) if any(it.jobabning.fra for it in board.openings) else len(_COLUMNS) - 1
    return Tabel(HOURS, _COLUMNS[:shown], tuple(row[:shown] for row in rows))


def _row(opening: Opening, sender: str, today: date) -> tuple[str, ...]:
    own, place = opening.jobabning, opening.virksomhed
    art = f" ({_inside(_ARTS.get(own.art, own.art))})" if own.art else ""
    return (
        number(own.timer) if own.timer else "",
        f"{own.opgaver or ''}{art}",
        ", ".join(part for part in (place.navn, place.sted) if part),
        short_date(own.frist, today) if own.frist else "løbende",
        own.fra or sender,
    )


def _inside(text: str) -> str:
    return text[:1].lower() + text[1:]


def _cells(opening: Opening, sender: str) -> tuple[Celle, ...]:
    own, place = opening.jobabning, opening.virksomhed
    cells = {
        **{name: getattr(place, name) for name in ("navn", "cvr", "branche", "sted")},
        **{name: getattr(own, name) for name in ("opgaver", "timer", "frist", "nogle")},
        "art": _ARTS.get(own.art, own.art) if own.art else None,
        "fra": own.fra or sender or None,
    }
    return tuple(cells[column.id] for column in TAVLE_COLUMNS)
