"""The board handed over in the format that was wished, and what is not on it. Knows no opening's columns."""

from datetime import date

from vforlob.actions.exports import About
from vforlob.actions.tavle import Board
from vforlob.actions.tavle_document import READERS, board_document, board_sheet
from vforlob.cli.giving import ON_PAPER, ON_SCREEN
from vforlob.cli.handing import Wish, give, hand_over, laid_aside
from vforlob.cli.sag_entry import format_for
from vforlob.cli.show import err
from vforlob.rules.danish import counted
from vforlob.store.store import Store

ABOUT = About("tavle", READERS)


def wish_for(typed: str, ud: str, overskriv: bool, erstat_tegn: bool, udskriv: bool) -> Wish:
    return Wish(format_for(typed or (ON_PAPER if udskriv else ON_SCREEN)), ud, overskriv, erstat_tegn, udskriv)


def give_board(store: Store, board: Board, wish: Wish, today: date) -> None:
    from vforlob.render.formats import TABLES  # late: only what is handed over needs them

    tell_missing(board)
    if wish.format not in TABLES:
        give(store, board_document(board, today), wish, ABOUT)
        return
    from vforlob.render.render import render_regneark  # late, as above

    with laid_aside(store, wish.format):
        content = render_regneark(board_sheet(board), wish.format)
    hand_over(store, content, wish, ABOUT)


def tell_missing(board: Board) -> None:
    """What she must know before it goes on the wall."""
    for sentence in missing_of(board):
        err(sentence)


def missing_of(board: Board) -> list[str]:
    told = [
        f"Jobåbning {nr} er ikke med, for den nævner en borgers alias eller navn. Ret den: vforlob jobåbning ret {nr}"
        for nr in board.held_back
    ]
    if board.late:
        what = counted(board.late, "jobåbning er", "jobåbninger er")
        told.append(f"{what} ikke med, for fristen er gået. Se: vforlob jobåbning liste")
    if not board.openings:
        told.append("Skriv en jobåbning: vforlob jobåbning ny")
    elif not board.sender:
        told.append("Dit navn er ikke skrevet ind, så det står ikke på tavlen. Skriv det på, før du deler den.")
    return told
