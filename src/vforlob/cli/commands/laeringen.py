"""`læring`: what is to be learned from how forløb ended, and the notes about it. Open, act, show."""

from collections.abc import Iterable

from vforlob.actions.laering import Laering, gather_laering, gather_notes, names_of
from vforlob.cli.context import context, open_store
from vforlob.cli.document_words import since_day
from vforlob.cli.layout import can_draw, screen_width
from vforlob.cli.show import emit, out
from vforlob.errors.base import ExitCode
from vforlob.errors.use import WrongUse
from vforlob.store.store import Store

EXPLAIN = "?"
_ONLY_FIGURES = "Noterne er dine egne og kommer kun på skærmen. Skriv kun et ord eller kun --format."


def laering(
    *ord: str,
    laering_siden: str = "",
    forklar: bool = False,
    sag_format: str = "",
    ud: str = "",
    overskriv: bool = False,
    erstat_tegn: bool = False,
    json: bool = False,
) -> int:
    """The figures; with words the notes that hold them; with `?` what the figures count."""
    typed = " ".join(ord).strip()
    if forklar or typed == EXPLAIN:
        _explained(json)
    elif typed and (sag_format or ud):
        raise WrongUse(_ONLY_FIGURES, command="læring")
    elif typed:
        _noted(typed, json)
    elif sag_format or ud:
        _handed(laering_siden, (sag_format, ud, overskriv, erstat_tegn))
    else:
        return _shown(laering_siden, json)
    return ExitCode.OK


def _explained(json: bool) -> None:
    if json:
        from vforlob.cli.laering_json import definitions_json  # only for machines

        emit(definitions_json())
        return
    from vforlob.cli.laering_screen import definition_screen  # a search has no figures

    _painted(definition_screen(screen_width()))


def _noted(typed: str, json: bool) -> None:
    from vforlob.cli.laering_notes import NO_NOTES, notes_screen  # the figures do without

    with open_store() as store:
        found = gather_notes(store, typed)
    if json:
        from vforlob.cli.laering_json import notes_json  # only for machines

        emit(notes_json(found))
    elif not (found.hits or found.maerker):
        _painted([*notes_screen(found, typed, context().today, screen_width()), *(f" {line}" for line in NO_NOTES)])
    else:
        _painted(notes_screen(found, typed, context().today, screen_width()))


def _gathered(store: Store, siden: str) -> Laering:
    day = since_day(siden)
    return gather_laering(store, context().today, day.isoformat()[:7] if day else "")


def _shown(siden: str, json: bool) -> int:
    from vforlob.cli.laering_screen import EMPTY, laering_screen  # as JSON it is told otherwise

    with open_store() as store:
        found = _gathered(store, siden)
        names = names_of(store, found.steder)
    if json:
        from vforlob.cli.laering_json import laering_json  # only for machines

        emit(laering_json(found))
        return ExitCode.OK
    if found.is_empty:
        _painted(EMPTY)
        return ExitCode.OK
    _painted(laering_screen(found, names, screen_width(), not context().plain, not can_draw()))
    return _offered() if context().may_ask else ExitCode.OK


def _offered() -> int:
    """A word looks for notes, until Enter."""
    from vforlob.cli.menu import asked, offered_lines  # late: a list that goes to a file asks nothing

    while True:
        offers = ("et ord finder dine noter", "? hvad tallene tæller", "Enter slutter")
        typed = asked(offered_lines(offers, screen_width()))
        if not typed or typed in {"q", "luk"}:
            return ExitCode.OK
        if typed == EXPLAIN:
            _explained(False)
        else:
            _noted(typed, False)


def _handed(siden: str, wanted: tuple[str, str, bool, bool]) -> None:
    from vforlob.actions.exports import About  # late: the screen makes no file
    from vforlob.actions.laering_document import ART, laering_book, laering_document  # likewise
    from vforlob.cli.handing import Wish, give, hand_over, laid_aside  # likewise
    from vforlob.cli.sag_entry import format_for  # likewise
    from vforlob.render.formats import TABLES  # likewise

    format, ud, overskriv, erstat_tegn = wanted
    wish = Wish(format_for(format or "txt"), ud, overskriv, erstat_tegn)
    about = About(ART, "konsulent")
    with open_store() as store:
        found = _gathered(store, siden)
        if wish.format not in TABLES:
            give(store, laering_document(found), wish, about)
            return
        from vforlob.render.render import render_regneark  # late: only for a workbook or a list

        with laid_aside(store, wish.format):
            content = render_regneark(laering_book(found), wish.format)
        hand_over(store, content, wish, about)


def _painted(lines: Iterable[str]) -> None:
    for line in lines:
        out(line)
