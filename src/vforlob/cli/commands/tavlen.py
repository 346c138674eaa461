"""The board of openings: shared, and read back from colleagues. Open, act, show."""

from vforlob.actions.tavle import gather_board
from vforlob.cli.context import context, open_store
from vforlob.cli.show import emit
from vforlob.cli.tavle_giving import give_board, tell_missing, wish_for
from vforlob.cli.tavle_list import opening_json


def tavle(
    *,
    egne: bool = False,
    tavle_format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
    json: bool = False,
) -> None:
    """The open openings without anything about a borger."""
    wish, today = wish_for(tavle_format, ud, overskriv, erstat_tegn, udskriv), context().today
    with open_store() as store:
        board = gather_board(store, today, egne)
        if json:
            tell_missing(board)
            emit({"delt_af": board.sender, "raekker": [opening_json(it, today) for it in board.openings]})
        else:
            give_board(store, board, wish, today)


def hent(fil: str = "", *, ja_hent: bool = False, dobbelte: bool = False, json: bool = False) -> int:
    """A colleague's list: shown first, taken when she says so."""
    from vforlob.cli.tavle_fetching import fetched  # the board itself reads no file

    with open_store() as store:
        return fetched(store, fil, ja_hent, dobbelte, json)
