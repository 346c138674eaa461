"""Run a deletion that had its yes, and say what came of it, also when it was interrupted. Asks nothing."""

from collections.abc import Iterable, Iterator, Sequence

from vforlob.actions.copies import remembered_place
from vforlob.actions.sletning import Done, Job, carry_out
from vforlob.actions.sletning_finish import is_left_to_finish
from vforlob.cli.context import in_folder
from vforlob.cli.layout import screen_width, wrap_told
from vforlob.cli.show import err, out
from vforlob.cli.slet_asking import NOTHING
from vforlob.cli.slet_words import receipt_rest, receipt_words
from vforlob.cli.stopping import Stopped
from vforlob.errors.base import VforlobError
from vforlob.model.sletning import Sletning
from vforlob.rules.danish import counted
from vforlob.store.copies import list_copies
from vforlob.store.copies_rotation import old_style_copies
from vforlob.store.restoring_swap import kept_databases
from vforlob.store.store import Store

LATER = "Det er slettet. Filerne bliver ryddet helt, næste gang vforlob starter."


def older_copies(store: Store) -> int:
    """How many files hold what is deleted now."""
    folder = store.folder
    return len(list_copies(folder)) + len(kept_databases(folder)) + len(old_style_copies(folder))


def run_jobs(store: Store, jobs: Sequence[Job], *, drop_copies: bool) -> Done:
    try:
        return carry_out(store, jobs, drop_copies=drop_copies)
    except KeyboardInterrupt:
        out(LATER if is_left_to_finish(store) else NOTHING)
        raise Stopped from None
    except VforlobError:
        if is_left_to_finish(store):
            err(LATER)
        raise


def tell(lines: Iterable[str]) -> None:
    for text in lines:
        for line in wrap_told(text, screen_width() - 2):
            out(f" {line}")


def done_lines(store: Store, done: Done) -> Iterator[str]:
    """The receipts, and where something may be left that this program cannot reach."""
    for receipt in done.receipts:
        yield receipt_line(receipt)
    if done.copies:
        older = counted(done.copies, "ældre sikkerhedskopi", "ældre sikkerhedskopier")
        yield f"{older} er slettet. Der er lavet en ny."
    if remembered_place(store):
        again = in_folder("vforlob kopi")
        yield f"Sikkerhedskopierne på det andet sted har det endnu. Slet dem der, og lav en ny: {again}"
    yield f"Kvitteringen står i: {in_folder('vforlob slettefrister kvitteringer')}"


def receipt_line(receipt: Sletning) -> str:
    """ "Slettet: 1 borger (14 samtaler og 3 kontakter)."""
    rest = receipt_rest(it for it in receipt.hvad if it.partition(":")[0] not in {receipt.art, "virksomhed"})
    return f"Slettet: {receipt_words(receipt.art, receipt.antal)}{f' ({rest})' if rest else ''}."
