"""`vforlob journal` and `journal kvitter`: what waits for the journal, and its receipts. Open, act, show."""

from vforlob.actions.journal import Group, gather_journal
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.journal_screen import ALL_IN, NOTHING_OF_HERS, list_lines, name_of, paste_lines
from vforlob.cli.layout import screen_width
from vforlob.cli.owners import Owner, named_owner
from vforlob.cli.show import emit, err, out
from vforlob.errors.base import ExitCode
from vforlob.errors.use import NothingGiven
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store


def journal(sag: str = "", *, udklip: bool = False, json: bool = False) -> int:
    """Everything without a receipt, ready to paste."""
    with open_store() as store:
        owner = named_owner(store, sag)
        groups = _waiting_of(store, owner)
        if json:
            from vforlob.cli.journal_screen import journal_json  # only for machines

            emit(journal_json(store, groups))
        elif not groups:
            out(ALL_IN if owner is None else NOTHING_OF_HERS.format(owner.number))
        elif udklip:
            return _to_clipboard(store, groups)
        elif context().may_ask:
            return _at_a_terminal(store, groups)
        else:
            out("\n".join(paste_lines(store, groups, titled=False)))
    return ExitCode.OK


def kvitter(*poster: str, alle_sat_ind: bool = False, dato_sat_ind: str = "") -> int:
    """It has been put in the journal: named on the line, or one by one at a terminal."""
    from vforlob.cli.journal_walk import Asked, receipted  # late: `journal` gives no receipt

    with open_store() as store:
        return receipted(store, Asked(poster, alle_sat_ind, dato_sat_ind))


def _waiting_of(store: Store, owner: Owner | None) -> tuple[Group, ...]:
    rules = load_rulebook(store.folder)
    if owner is None:
        return gather_journal(store, context().today, rules)
    forlob = owner.forlob.nr if owner.forlob else None
    return gather_journal(store, context().today, rules, owner.borger.nr, forlob)


def _at_a_terminal(store: Store, groups: tuple[Group, ...]) -> int:
    out("\n".join(list_lines(store, groups, context().today, screen_width())))
    out()
    out("\n".join(paste_lines(store, groups, titled=True)))
    out()
    from vforlob.cli.journal_walk import offer_clipboard  # late: a pipe is asked nothing

    code = offer_clipboard(store, groups)
    if code == ExitCode.OK:
        number = f" b{groups[0].borger.nr}" if len(groups) == 1 else ""
        out(f" Når det er sat ind: {in_folder(f'vforlob journal kvitter{number}')}")
    return code


def _to_clipboard(store: Store, groups: tuple[Group, ...]) -> int:
    """One borger at a time: two texts in one paste would end in the wrong journal."""
    if len(groups) > 1 and not context().may_ask:
        raise NothingGiven("en borger, for de har hver sin journal", f"vforlob journal b{groups[0].borger.nr} --udklip")
    from vforlob.actions.journal_texts import text_of_group  # late: only where a text is copied
    from vforlob.cli.clipboard import copy  # likewise
    from vforlob.cli.copying import COPIED, NONE
    from vforlob.cli.picking import pick

    by_nr = {group.borger.nr: group for group in groups}
    picks = [(nr, f"b{nr}  {name_of(group).partition(' · ')[2]}") for nr, group in by_nr.items()]
    group = groups[0] if len(groups) == 1 else by_nr[pick("Hvis tekst?", "borger", picks)]
    text = text_of_group(store, group)
    if copy(text):
        tags = " ".join(note.tag for note in group.notes)
        err(f"{name_of(group)}: {COPIED}")
        err(f"Når det er sat ind: {in_folder(f'vforlob journal kvitter {tags}')}")
        return ExitCode.OK
    out(text)
    err(NONE)
    return ExitCode.PROBLEM
