"""The commands that lay months out for others to see: the report of one, and all of them side by side."""

from vforlob.cli.context import context, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.rapport_giving import give_rapport, wish_of
from vforlob.cli.rapport_line import cases_named, month_named
from vforlob.cli.show import emit, out
from vforlob.store.regler import load_rulebook


def rapport(
    *maned: str,
    sager: str = "",
    sag_format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    udskriv: bool = False,
) -> None:
    """One page for the talk with the leader: figures and facts, nobody by alias or name."""
    wish, wanted, chosen = (
        wish_of(sag_format, ud, overskriv, erstat_tegn, udskriv),
        month_named(maned),
        cases_named(sager),
    )
    with open_store() as store:
        give_rapport(store, wanted, chosen, wish)


def udvikling(*, udvikling_format: str = "", ud: str = "", overskriv: bool = False, json: bool = False) -> None:
    """Every figure, month by month."""
    from vforlob.actions.development import development  # late: a report has its own

    with open_store() as store:
        found = development(store, context().today, load_rulebook(store.folder))
        if udvikling_format:
            from vforlob.cli.rapport_giving import give_development  # late: the screen needs no file

            give_development(store, found, wish_of(udvikling_format, ud, overskriv, False, False))
            return
    if json:
        from vforlob.cli.development_screens import development_json  # only for machines

        emit(development_json(found))
        return
    from vforlob.cli.development_screens import development_lines  # late: neither does JSON

    for line in development_lines(found, screen_width(), context().plain):
        out(line)
