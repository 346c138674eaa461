"""`vforlob spejl`: own practice in a quarter against the method, for the konsulent alone. Open, act, show."""

from vforlob.actions.spejl import Mirrored, take_mirror
from vforlob.actions.spejl_words import Explained, explained
from vforlob.cli.context import context, in_folder, open_store
from vforlob.cli.layout import screen_width
from vforlob.cli.show import emit, out
from vforlob.cli.spejl_screen import explained_lines, spejl_json, spejl_lines
from vforlob.rules.spejl.quarters import read_quarter
from vforlob.store.regler import load_rulebook
from vforlob.store.store import Store


def spejl(
    kvartal: str = "",
    *,
    forklar: bool = False,
    json: bool = False,
    spejl_format: str = "",
    ud: str = "",
    overskriv: bool = False,
) -> None:
    """The months of a quarter side by side, and the oldest of what still stands open."""
    today = context().today
    quarter = read_quarter("" if kvartal == "?" else kvartal, today)
    rules = load_rulebook(context().folder)
    words = explained(rules, today)
    if forklar or kvartal == "?":
        out("\n".join(explained_lines(words, screen_width())))
        return
    with open_store() as store:
        mirrored = take_mirror(store, quarter, today, rules)
        if spejl_format or ud:
            _give(store, mirrored, words, (spejl_format, ud, overskriv))
            return
    if json:
        emit(spejl_json(mirrored))
        return
    out("\n".join(spejl_lines(mirrored, screen_width(), _steps(mirrored))))


def _steps(mirrored: Mirrored) -> str:
    before = mirrored.spejl.quarter.before
    earlier = (f"vforlob spejl {before.year}-{before.number}",) if mirrored.has_before else ()
    return "   ".join(in_folder(line) for line in (*earlier, "vforlob spejl --forklar", "vforlob spejl --format pdf"))


def _give(store: Store, mirrored: Mirrored, words: tuple[Explained, ...], wished: tuple[str, str, bool]) -> None:
    from vforlob.actions.documents.spejl import ART, spejl_book, spejl_document  # late: the screen needs no document
    from vforlob.actions.exports import About  # likewise
    from vforlob.cli.handing import Wish, give, hand_over, laid_aside  # likewise
    from vforlob.cli.sag_entry import format_for  # likewise
    from vforlob.render.formats import TABLES  # likewise

    typed, ud, overskriv = wished
    wish, about = Wish(format_for(typed or "txt"), ud, overskriv), About(ART, "konsulent")
    if wish.format not in TABLES:
        give(store, spejl_document(mirrored, words), wish, about)
        return
    from vforlob.render.render import render_regneark  # likewise

    with laid_aside(store, wish.format):
        content = render_regneark(spejl_book(mirrored, words), wish.format)
    hand_over(store, content, wish, about)
