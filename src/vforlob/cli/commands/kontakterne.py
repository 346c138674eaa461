"""The ten-second logs of contacts and absence: new ones, lists, corrections. Open, act, show."""

from vforlob.cli.context import context, open_store
from vforlob.cli.kontakt_entry import FRAVAER, KONTAKT, fravaer_saved, kontakt_json, kontakt_saved
from vforlob.cli.kontakt_screens import began_words, fravaer_table, kontakt_table
from vforlob.cli.line_entry import given_on_line
from vforlob.cli.own_lists import show_rows
from vforlob.cli.owners import Owner, forlob_owner_for, named_owner
from vforlob.cli.posts import emit_list, entry_of, one_for, wanted_of
from vforlob.cli.record_commands import Also, Done, enter, save
from vforlob.cli.record_entry import Entry
from vforlob.cli.show import out
from vforlob.errors.use import NothingGiven, WrongUse
from vforlob.store.posts import Post, posts
from vforlob.store.store import Store

_WRONG_ART = "Vælg kun én af --syg, --fri, --udeblevet og --uafklaret."
_NOT_BOTH = "Skriv enten --svar eller de andre tilvalg, ikke begge dele."
_DAY = ("forlob", "dato", "art")


def kontakt(
    forlob: str = "",
    *,
    kontakt_med: str = "",
    kanal: str = "",
    ikke_naet: bool = False,
    fra: str = "",
    dato: str = "",
    tekst: str = "",
    svar: str = "",
    json: bool = False,
) -> None:
    """Four questions, or one line."""
    not_reached = "nej" if ikke_naet else ""
    said = _typed(med=kontakt_med, kanal=kanal, naet=not_reached, hvem_ringede=fra, dato=dato, tekst=tekst)
    with open_store() as store:
        entry = _entry("kontakt", "kontakt", forlob_owner_for(store, forlob, "kontakt", svar))
        _log(store, entry, said, svar, lambda record: kontakt_saved(store, record), _kontakt_json(store), json)


def fravaer(
    forlob: str = "",
    dag: str = "",
    *,
    syg: bool = False,
    fri: bool = False,
    udeblevet: bool = False,
    uafklaret: bool = False,
    besked: str = "",
    svar: str = "",
    json: bool = False,
) -> None:
    """Three questions, or one line."""
    switches = {"syg": syg, "fri": fri, "udeblevet": udeblevet, "uafklaret": uafklaret}
    chosen = [art for art, is_on in switches.items() if is_on]
    if len(chosen) > 1:
        raise WrongUse(_WRONG_ART, command="fravær")
    said = _typed(dato=dag, art="".join(chosen), besked=besked)
    if said and not chosen and not svar:
        raise NothingGiven(
            "en af --syg, --fri, --udeblevet og --uafklaret",
            f"vforlob fravær {forlob or 'f12'} {dag} --syg".replace("  ", " "),
        )
    with open_store() as store:
        entry = _entry("fravaer", "fravær", forlob_owner_for(store, forlob, "fravær", svar))
        _log(store, entry, said, svar, lambda record: fravaer_saved(store, record), _DAY, json)


def kontakt_liste(sag: str = "", *, alle: bool = False, json: bool = False) -> None:
    """The newest first, and who begins it."""
    owner, found = _listed("kontakt", sag, alle, json)
    if json:
        emit_list(found)
        return
    if _none(owner, found, "ingen kontakter", "kontakt"):
        return
    began = began_words(it.record for it in found) if owner else ""
    show_rows(_heading("Kontakter", owner), found, kontakt_table, _steps("kontakt", owner), alle, began)


def fravaer_liste(sag: str = "", *, alle: bool = False, json: bool = False) -> None:
    """The newest first."""
    owner, found = _listed("fravaer", sag, alle, json)
    if json:
        emit_list(found)
    elif not _none(owner, found, "intet fravær", "fravær"):
        show_rows(_heading("Fravær", owner), found, fravaer_table, _steps("fravær", owner), alle)


def kontakt_ret(kontakt: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one contact."""
    with open_store() as store:
        entry = entry_of(store, KONTAKT, one_for(store, KONTAKT, kontakt, "kontakt ret"))
        enter(store, entry, svar, json, lambda record: kontakt_saved(store, record), _kontakt_json(store))


def fravaer_ret(fravaer: str = "", *, svar: str = "", json: bool = False) -> None:
    """Correct one day of absence."""
    with open_store() as store:
        entry = entry_of(store, FRAVAER, one_for(store, FRAVAER, fravaer, "fravær ret"))
        enter(store, entry, svar, json, lambda record: fravaer_saved(store, record), _DAY)


def _kontakt_json(store: Store) -> Also:
    return lambda record: kontakt_json(store, record)


def _typed(**options: str) -> dict[str, str]:
    return {column: text for column, text in options.items() if text}


def _entry(emne: str, word: str, owner: Owner | None) -> Entry:
    if owner is None:
        return Entry(emne, word, word.capitalize())
    return Entry(emne, f"{word} {owner.number}", f"{word.capitalize()} · {owner.name}", preset=owner.preset)


def _log(store: Store, entry: Entry, said: dict[str, str], svar: str, done: Done, also: Also, json: bool) -> None:
    """With anything on the line nobody is asked; else the few questions, or a file."""
    if said and svar:
        raise WrongUse(_NOT_BOTH, command=_word(entry))
    if said:
        given = given_on_line(store, entry.emne, said, entry.preset, _word(entry))
        save(store, entry, given, json, done, also)
    else:
        enter(store, entry, svar, json, done, also)


def _word(entry: Entry) -> str:
    return entry.line.partition(" ")[0]


def _listed(emne: str, sag: str, alle: bool, json: bool) -> tuple[Owner | None, tuple[Post, ...]]:
    with open_store() as store:
        owner = named_owner(store, sag)
        return owner, posts(store, emne, context().today.isoformat(), wanted_of(owner, alle, json))


def _none(owner: Owner | None, found: tuple[Post, ...], none: str, word: str) -> bool:
    if not found:
        whose = f" for {owner.number}" if owner else ""
        out(f"Der er {none}{whose}. Skriv det: vforlob {word} {owner.number if owner else 'f12'}")
    return not found


def _heading(many: str, owner: Owner | None) -> str:
    return f"{many} · {owner.name}" if owner else many


def _steps(word: str, owner: Owner | None) -> str:
    return f"vforlob {word} ret NR   vforlob {word} {owner.number if owner and owner.forlob else 'f12'}"
