"""The commands about the people to talk to at a virksomhed. Open, act, show."""

from vforlob.actions.numbered import record_of
from vforlob.actions.records import columns_of
from vforlob.cli.context import context, open_store
from vforlob.cli.layout import one_line
from vforlob.cli.numbers import virksomhed_for
from vforlob.cli.record_commands import enter
from vforlob.cli.record_entry import Entry
from vforlob.errors.use import NothingGiven
from vforlob.model.virksomhed import Kontaktperson, Virksomhed
from vforlob.store.store import Store


def ny(virksomhed: str = "", *, svar: str = "", json: bool = False) -> None:
    """One more person to talk to there."""
    with open_store() as store:
        found = virksomhed_for(store, virksomhed, "kontaktperson ny") if virksomhed or not svar else None
        title = f"Ny kontaktperson{f' · v{found.nr} {one_line(found.navn)}' if found else ''}"
        line = f"kontaktperson ny v{found.nr}" if found else "kontaktperson ny"
        entry = Entry("kontaktperson", line, title, preset={"virksomhed": str(found.nr)} if found else {})
        enter(store, entry, svar, json, lambda made: _saved(store, made, "er skrevet ned"), ("virksomhed", "navn"))


def ret(kontaktperson: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one, or say that she is no longer the one to call."""
    with open_store() as store:
        found = _one_for(store, kontaktperson)
        where = store.door(Virksomhed).get(found.virksomhed)
        heading = f"Kontaktperson {found.nr} · v{where.nr} {one_line(where.navn)}"
        columns = columns_of(found, "kontaktperson")
        entry = Entry("kontaktperson", f"kontaktperson ret {found.nr}", heading, found.nr, columns)
        enter(store, entry, svar, json, lambda after: _saved(store, after, "er gemt"), ("virksomhed", "navn"))


def _one_for(store: Store, typed: str) -> Kontaktperson:
    if not typed:
        if not context().may_ask:
            raise NothingGiven("en kontaktperson", "vforlob kontaktperson ret 7")
        from vforlob.cli.picking import pick  # a line with its number needs no list

        names = {it.nr: one_line(it.navn) for it in store.door(Virksomhed).find()}
        people = store.door(Kontaktperson).find()
        picks = ((it.nr, f"{it.nr}  {one_line(it.navn)}, {names[it.virksomhed]}") for it in people)
        typed = str(pick("Vælg en kontaktperson", "kontaktperson", picks))
    found: Kontaktperson = record_of(store, "kontaktperson", typed)
    return found


def _saved(store: Store, person: Kontaktperson, done: str) -> list[str]:
    where = store.door(Virksomhed).get(person.virksomhed)
    return [
        f"Kontaktperson {person.nr} {one_line(person.navn)} {done} hos {one_line(where.navn)}.",
        f"Næste skridt: vforlob virksomhed vis v{where.nr}",
    ]
