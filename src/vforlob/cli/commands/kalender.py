"""`vforlob kalender`: the next contact as a file for the calendar. Open, act, show."""

from vforlob.actions.calendar import make_event
from vforlob.actions.calendar_days import Planned, days_ahead, planned_contacts
from vforlob.actions.exports import About
from vforlob.cli.calendar_screen import chosen_from, line_of, said_of
from vforlob.cli.context import context, open_store
from vforlob.cli.handing import Wish, hand_over, put_away
from vforlob.cli.owners import named_owner
from vforlob.cli.show import err, out
from vforlob.errors.use import WrongUse
from vforlob.model.event import Event
from vforlob.store.store import Store

FORMAT = "ics"


def kalender(
    sag: str = "",
    *,
    med_navn: bool = False,
    med_dagsorden: bool = False,
    med_sted: bool = False,
    ud: str = "",
    overskriv: bool = False,
) -> None:
    """One file for one appointment; without a name on the line one for each contact in the next days."""
    with open_store() as store:
        wish = Wish(FORMAT, ud, overskriv)

        def event_of(it: Planned) -> Event:
            chosen = {"with_name": med_navn, "with_agenda": med_dagsorden, "with_place": med_sted}
            return make_event(store, it.forlob, borger=it.borger, **chosen)

        owner = named_owner(store, sag)
        if owner is not None:
            one = Planned("", None, owner.borger.nr, "", owner.forlob.nr if owner.forlob else None)
            _give(store, event_of(one), one, wish)
            return
        contacts = planned_contacts(store)
        if not contacts:
            out(f"Der er ingen aftalte kontakter de næste {days_ahead(store)} dage.")
            return
        wanted = chosen_from(contacts, context().today) if context().may_ask else contacts
        if len(wanted) == 1 and context().may_ask:
            _give(store, event_of(wanted[0]), wanted[0], wish)
            return
        if len(wanted) > 1:
            _refuse_one_file(ud)
        for it in wanted:
            path = put_away(store, _content(event_of(it)), wish, _about(it))
            out(f"{line_of(it)}  {path}")
        if len(wanted) > 1:
            err("Hver aftale er en fil for sig. Åbn dem én ad gangen for at lægge dem i din kalender.")


def _give(store: Store, event: Event, it: Planned, wish: Wish) -> None:
    for line in said_of(event):
        err(line)
    hand_over(store, _content(event), wish, _about(it))


def _content(event: Event) -> bytes:
    from vforlob.render.calendar import render_event  # late: its library costs as much as five starts

    return render_event(event)


def _about(it: Planned) -> About:
    return About("kalender", None, it.borger, it.forlob)


def _refuse_one_file(ud: str) -> None:
    import os  # only where a place was named

    if ud and not os.path.isdir(os.path.expanduser(ud)):
        raise WrongUse(
            "Der er flere aftaler, og hver har sin fil. Skriv en mappe efter --ud, eller et forløb efter kalender.",
            command="kalender",
        )
