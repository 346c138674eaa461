"""The commands about good stories: written, shown, given on with the borger's yes. Open, act, show."""

from typing import Any

from vforlob.actions.numbered import record_of
from vforlob.actions.records import columns_of
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.laering_historie import NONE_YET, hidden_sentence, historie_list, historie_screen, saved_lines
from vforlob.cli.layout import one_line, screen_width
from vforlob.cli.owners import Owner, forlob_owner_for, owner_of
from vforlob.cli.page_parts import next_steps
from vforlob.cli.record_commands import save
from vforlob.cli.record_entry import Entry, entered
from vforlob.cli.show import emit, err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.model.sparring import Historie
from vforlob.store.store import Store

EMNE = "historie"
_ALSO = ("borger", "forlob", "ja", "trukket")


def historie(*, json: bool = False) -> int:
    """The list, and in a terminal what can be done with it."""
    liste(json=json)
    if json or not context().may_ask:
        return ExitCode.OK
    from vforlob.cli.family_menu import offer  # without a terminal the list is all

    return offer("historie", ("vis", "ret"))


def liste(*, json: bool = False) -> None:
    """The newest first."""
    with open_store() as store:
        rows = [(one, owner_of(store, one.borger, one.forlob)) for one in _newest(store)]
    if json:
        from vforlob.cli.record_json import record_json  # only for machines

        emit({"raekker": [record_json(one) | {"alias": owner.borger.alias} for one, owner in rows]})
    elif not rows:
        out(in_folder(NONE_YET))
    else:
        for line in historie_list(rows, context().today, screen_width()):
            out(line)


def _newest(store: Store) -> list[Historie]:
    return sorted(store.door(Historie).find(), key=lambda it: -it.nr)


def ny(forlob: str = "", *, svar: str = "", json: bool = False) -> None:
    """A story, from a draft of the facts."""
    from vforlob.actions.historie import draft_story  # late: a list drafts nothing
    from vforlob.actions.record_kinds.historie import DRAFTED  # likewise

    with open_store() as store:
        owner = forlob_owner_for(store, forlob, "historie ny", svar)
        drafts: dict[str, Any] = {}
        if owner is not None and owner.forlob is not None:
            drafts = {DRAFTED: draft_story(store, owner.forlob.nr)}
        title = f"Ny god historie · {owner.name}" if owner else "Ny god historie"
        line = f"historie ny {owner.number}" if owner else "historie ny"
        entry = Entry(EMNE, line, title, current=drafts, preset=owner.preset if owner else {})
        given = entered(store, entry, svar)
        if given is not None:
            save(store, entry, _with_draft(store, given) if svar else given, json, saved_lines, _ALSO)


def _with_draft(store: Store, given: dict[str, Any]) -> dict[str, Any]:
    """A file without a text takes the draft."""
    if "tekst" in given:
        return given
    from vforlob.actions.historie import draft_story  # late: only where the file has none
    from vforlob.actions.references import number_of  # likewise

    return {"tekst": draft_story(store, number_of(store, "forlob", str(given["forlob"]))), **given}


def vis(
    nr: str = "",
    *,
    format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    json: bool = False,
) -> None:
    """The page for the consultant; with a format what others are given."""
    with open_store() as store:
        found, owner = _one(store, nr, "historie vis")
        if format or ud:
            _handed(store, found, (format, ud, overskriv, erstat_tegn))
            return
    if json:
        from vforlob.cli.record_json import record_json  # only for machines

        emit(record_json(found) | {"alias": owner.borger.alias})
        return
    for line in historie_screen(found, owner, context().today, screen_width()):
        out(line)
    steps = (f"historie vis {found.nr} --format docx", f"historie ret {found.nr}")
    out("\n".join(next_steps(steps, screen_width(), in_folder(""))))


def _handed(store: Store, found: Historie, wanted: tuple[str, str, bool, bool]) -> None:
    from vforlob.actions.documents.historie import ART, COLLEAGUES, make_historie  # late: the page makes no file
    from vforlob.actions.exports import About  # likewise
    from vforlob.cli.giving import wish_for  # likewise
    from vforlob.cli.handing import give  # likewise

    wish = wish_for(*wanted)
    made = make_historie(store, found, context().today)
    if made.hidden:
        err(hidden_sentence(made.hidden))
    give(store, made.dokument, wish, About(ART, COLLEAGUES, found.borger, found.forlob))


def ret(nr: str = "", *, svar: str = "", json: bool = False) -> None:
    """The text, the yes, or that it was taken back."""
    with open_store() as store:
        found, owner = _one(store, nr, "historie ret")
        title = f"Historie {found.nr} · {owner.name}"
        entry = Entry(EMNE, f"historie ret {found.nr}", title, found.nr, columns_of(found, EMNE))
        given = entered(store, entry, svar)
        if given is not None:
            save(store, entry, given, json, saved_lines, _ALSO)


def _one(store: Store, typed: str, line: str) -> tuple[Historie, Owner]:
    if not typed:
        if not context().may_ask:
            raise NothingGiven("en god historie", f"vforlob {line} 3")
        from vforlob.cli.picking import pick  # late: a line with its number needs no list

        names = [(it.nr, f"{it.nr}  f{it.forlob}  {one_line(it.tekst or '')}") for it in _newest(store)]
        typed = str(pick("Vælg en god historie", EMNE, names))
    found: Historie = record_of(store, EMNE, typed)
    return found, owner_of(store, found.borger, found.forlob)
