"""The command that makes a file of a whole case. Open, act, show."""

from vforlob.cli.context import open_store
from vforlob.cli.handing import Wish
from vforlob.cli.owners import owner_for
from vforlob.cli.sag_entry import format_for, gathered, give_sag, period_for, reader_for


def eksport(
    sag: str = "",
    *,
    til: str = "",
    sag_format: str = "md",
    fra_dag: str = "",
    indtil: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
) -> None:
    """The whole case, or its notes over a period, for one recipient."""
    recipient, wish = reader_for(til), Wish(format_for(sag_format), ud, overskriv, erstat_tegn)
    period = period_for(fra_dag, indtil)
    with open_store() as store:
        owner = owner_for(store, sag, "eksport", "")
        assert owner is not None
        give_sag(store, gathered(store, owner, recipient, period), owner, wish)
