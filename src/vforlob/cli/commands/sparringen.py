"""The commands about cases for the group: made, printed without names, the advice taken back. Open, act, show."""

from typing import Any

from vforlob.actions.numbered import record_of
from vforlob.actions.records import columns_of
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.giving import wish_for
from vforlob.cli.laering_sparring import NONE_YET, saved_lines, sparring_list, sparring_screen
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.owners import Owner, owner_for, owner_of
from vforlob.cli.page_parts import next_steps
from vforlob.cli.record_commands import save
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.show import emit, err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.model.sparring import Sparring
from vforlob.store.store import Store

EMNE = "sparring"
NONE_CHOSEN = "Ingen sager er valgt. Der er ikke skrevet noget ud."
_ALSO = ("borger", "forlob", "rad_dato")


def sparring(
    *nr: str, format: str = "", ud: str = "", overskriv: bool = False, erstat_tegn: bool = False, udskriv: bool = False
) -> int:
    """Print the chosen cases; picked from a list where none is named."""
    from vforlob.cli.laering_printing import printed  # late: the other commands print nothing

    wish = wish_for(format, ud, overskriv, erstat_tegn, udskriv)
    with open_store() as store:
        waiting = _sorted(store)
        if not (nr or waiting):
            out(in_folder(NONE_YET))
            return ExitCode.OK
        chosen = _chosen(store, nr, waiting)
        if not chosen:
            err(NONE_CHOSEN)
            return ExitCode.OK
        return printed(store, chosen, wish)


def _chosen(store: Store, typed: tuple[str, ...], waiting: list[Sparring]) -> tuple[Sparring, ...]:
    """Each once, in the order they were named, or those that are ticked."""
    if typed:
        return tuple({(one := record_of(store, EMNE, word)).nr: one for word in typed}.values())
    if not context().may_ask:
        raise NothingGiven("numrene på sagerne", "vforlob sparring 3 5")
    from vforlob.cli.laering_printing import picked  # late: a line with its numbers needs no list

    names = {one.nr: f"{owner_of(store, one.borger, one.forlob).number}  {_question(one)}" for one in waiting}
    ticked = picked(names, [one.nr for one in waiting if not one.rad])
    return tuple(one for one in waiting if one.nr in ticked)


def _question(one: Sparring) -> str:
    return one_line(one.sporgsmal or one.situation or "")


def _sorted(store: Store) -> list[Sparring]:
    """Those without advice first, then the newest."""
    return sorted(store.door(Sparring).find(), key=lambda it: (bool(it.rad), -it.nr))


def liste(*, json: bool = False) -> None:
    """Those without advice first."""
    with open_store() as store:
        rows = [(one, owner_of(store, one.borger, one.forlob)) for one in _sorted(store)]
    if json:
        from vforlob.cli.record_json import record_json  # only for machines

        emit({"raekker": [record_json(one) | {"alias": owner.borger.alias} for one, owner in rows]})
    elif not rows:
        out(in_folder(NONE_YET))
    else:
        for line in sparring_list(rows, context().today, screen_width()):
            out(line)


def ny(sag: str = "", *, svar: str = "", json: bool = False) -> None:
    """A case made ready, from a draft of its own facts."""
    from vforlob.actions.record_kinds.sparring import DRAFTED  # late: a list drafts nothing
    from vforlob.actions.sparring import draft_for  # likewise

    with open_store() as store:
        owner = owner_for(store, sag, "sparring ny", svar)
        drafts: dict[str, Any] = {}
        if owner is not None:
            drafted = draft_for(store, owner.borger.nr, owner.forlob.nr if owner.forlob else None)
            drafts = {DRAFTED[name]: text for name, text in drafted._asdict().items()}
        title = f"Ny sag til sparring · {owner.name}" if owner else "Ny sag til sparring"
        line = f"sparring ny {owner.number}" if owner else "sparring ny"
        entry = Entry(EMNE, line, title, current=drafts, preset=owner.preset if owner else {})
        given = entered(store, entry, svar)
        if given is not None:
            save(store, entry, _with_drafts(store, given) if svar else given, json, saved_lines, _ALSO)


def _with_drafts(store: Store, given: dict[str, Any]) -> dict[str, Any]:
    """A file that says nothing of the situation takes the draft."""
    from vforlob.actions.references import number_of  # late: only for a file
    from vforlob.actions.sparring import draft_for  # likewise
    from vforlob.model.forlob import Forlob  # likewise

    forlob = number_of(store, "forlob", str(given["forlob"])) if given.get("forlob") else None
    borger = store.door(Forlob).get(forlob).borger if forlob else number_of(store, "borger", str(given["borger"]))
    return {**draft_for(store, borger, forlob)._asdict(), **given}


def vis(nr: str = "", *, json: bool = False) -> None:
    """One case with the advice."""
    with open_store() as store:
        found, owner = _one(store, nr, "sparring vis")
    if json:
        from vforlob.cli.record_json import record_json  # only for machines

        emit(record_json(found) | {"alias": owner.borger.alias})
        return
    for line in sparring_screen(found, owner, context().today, screen_width()):
        out(line)
    steps = (f"sparring {found.nr}", f"sparring ret {found.nr}")
    out("\n".join(next_steps(steps, screen_width(), in_folder(""))))


def ret(nr: str = "", *, svar: str = "", json: bool = False) -> None:
    """Write the advice in, or correct the case; new advice may become an aftale."""
    with open_store() as store:
        found, owner = _one(store, nr, "sparring ret")
        title = f"Sparring {found.nr} · {owner.name}"
        entry = Entry(EMNE, f"sparring ret {found.nr}", title, found.nr, columns_of(found, EMNE))
        given = entered(store, entry, svar)
        if given is None:
            return
        after = save(store, entry, given, json, saved_lines, _ALSO)
        if after.rad and after.rad != found.rad and not json:
            _to_aftale(store, after, owner)


def _to_aftale(store: Store, after: Sparring, owner: Owner) -> None:
    if not context().may_ask:
        err(in_folder(f"Skal rådet blive til en aftale: vforlob aftale ny {owner.number}"))
        return
    from vforlob.cli.laering_printing import offer_aftale  # late: only where somebody can answer

    offer_aftale(store, after, owner)


def _one(store: Store, typed: str, line: str) -> tuple[Sparring, Owner]:
    if not typed:
        if not context().may_ask:
            raise NothingGiven("en sag til sparring", f"vforlob {line} 3")
        from vforlob.cli.picking import pick  # late: a line with its number needs no list

        typed = str(
            pick("Vælg en sag til sparring", EMNE, [(it.nr, f"{it.nr}  {_question(it)}") for it in _sorted(store)])
        )
    found: Sparring = record_of(store, EMNE, typed)
    return found, owner_of(store, found.borger, found.forlob)
