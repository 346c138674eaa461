"""What `overblik` is asked for beside its screen: a list, a definition, data, a file. Counts nothing itself."""

from vforlob.actions.overblik import Shown, gather_overblik, set_room
from vforlob.actions.overblik_lists import Opened, opened, with_numbers
from vforlob.actions.overblik_words import TYPED, name_of
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.handing import Wish
from vforlob.cli.layout import for_you, screen_width
from vforlob.cli.overblik_list import PAGE, definition_blocks, definition_lines, list_lines
from vforlob.cli.show import emit, err, out
from vforlob.errors.overblik import FigureNotFound, ListNotGiven
from vforlob.model.text import fold
from vforlob.rules.rulebook import RuleBook
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store

PAGES = "html"


def figure_named(typed: str) -> str:
    name = name_of(typed)
    if not name:
        from vforlob.agenda.near import nearest  # late: only where a word was typed wrongly

        raise FigureNotFound(typed, nearest(typed, TYPED), TYPED)
    return name


def wish_for(typed: str, ud: str, overskriv: bool) -> Wish:
    """A page where only a file was named."""
    from vforlob.agenda.near import nearest  # late: only a line that makes a file needs them
    from vforlob.errors.render import UnknownFormat
    from vforlob.render.formats import FORMATS, TABLES

    known = (*FORMATS, *TABLES)
    wanted = fold(typed.strip().removeprefix(".")) or _ending(ud, known)
    if wanted not in known:
        raise UnknownFormat(typed, nearest(typed, known), known)
    return Wish(wanted, ud, overskriv)


def _ending(ud: str, known: tuple[str, ...]) -> str:
    ending = ud.rpartition(".")[2].casefold()
    return ending if ending in known else PAGES


def explain(name: str, json: bool) -> None:
    wanted, current = (name,) if name else (), context()
    rules = load_rulebook(current.folder)
    if json:
        from vforlob.cli.overblik_json import definitions_json  # late: only for machines

        emit(definitions_json(wanted, current.today, rules))
        return
    out("\n".join(definition_lines(wanted, current.today, rules, screen_width())))


def explanation_pages(width: int, height: int) -> list[list[str]]:
    """Every definition, as many on a page as there is room for; one page where nothing scrolls away."""
    current = context()
    pages: list[list[str]] = [for_you("Hvad tallene betyder", width)]
    for told in definition_blocks((), current.today, load_rulebook(current.folder), width):
        if height and len(pages[-1]) + 1 + len(told) > height:
            pages.append(for_you("Hvad tallene betyder", width))
        pages[-1] += ["", *told]
    return pages


def show_months(json: bool) -> int:
    """The months side by side are shown where their targets are."""
    from vforlob.cli.start import function_of  # late: another command's module
    from vforlob.cli.words import find_command

    return function_of(find_command(("måltal", "udvikling")).command)(json=json) or 0


def show_list(name: str, alle: bool, json: bool) -> None:
    found = open_figure(name, None if alle or json else PAGE)
    if json:
        from vforlob.cli.overblik_json import opened_json  # late: only for machines

        emit(opened_json(found))
        return
    out("\n".join(list_lines(found, screen_width(), in_folder(""))))


def open_figure(name: str, most: int | None = None) -> Opened:
    current = context()
    with open_store() as store:
        return opened(store, name, current.today, load_rulebook(current.folder), most)


def keep_room(typed: str) -> None:
    with open_store() as store:
        room = set_room(store, typed)
    if room is None:
        err("Gemt. Der står ikke mere, hvor mange kontakter du har plads til.")
    else:
        err(f"Gemt. Du har plads til {room} {'kontakt' if room == 1 else 'kontakter'} om ugen.")


def show_empty() -> None:
    from vforlob.cli.overblik_screen import empty_lines  # late: hardly anybody has nobody
    from vforlob.cli.today_commands import command_called

    out("\n".join(empty_lines(context().today, screen_width(), bool(command_called("importer borgere")))))


def emit_whole(shown: Shown) -> None:
    from vforlob.cli.overblik_json import overblik_json  # late: only for machines

    current = context()
    with open_store() as store:
        emit(overblik_json(shown, with_numbers(store, current.today, load_rulebook(current.folder))))


def give(name: str, wish: Wish) -> None:
    """Figures alone: no list leaves."""
    if name:
        raise ListNotGiven
    current = context()
    with open_store() as store:
        rules = load_rulebook(current.folder)
        _give(store, gather_overblik(store, current.today, rules), rules, wish)


def _give(store: Store, shown: Shown, rules: RuleBook, wish: Wish) -> None:
    from vforlob.actions.exports import About  # late, as all below: the libraries of a format are slow
    from vforlob.cli.handing import give as hand_document
    from vforlob.cli.handing import hand_over, laid_aside
    from vforlob.render.formats import TABLES

    about, today = About("overblik"), context().today
    if wish.format in TABLES:
        from vforlob.actions.overblik_sheet import overblik_sheet
        from vforlob.render.render import render_regneark

        with laid_aside(store, wish.format):
            content = render_regneark(overblik_sheet(store, shown, today, rules), wish.format)
        hand_over(store, content, wish, about)
        return
    from vforlob.actions.overblik_page import overblik_page

    hand_document(store, overblik_page(store, shown, today, rules), wish, about)
