"""What has passed its deletion deadline, in the database, the copies and the files. Deletes nothing."""

from collections.abc import Iterator

from vforlob.actions.checking.fund import Fund, advarsel, oplysning
from vforlob.actions.checking.scene import Scene
from vforlob.actions.indsigt import SOON, open_requests
from vforlob.actions.slettefrister import COPY, Due, deadline_days, gather_due
from vforlob.rules.danish import counted, listed, plain_date
from vforlob.rules.sletning import SAMTALE, days_after
from vforlob.store.copies import list_copies

SEE = "Se det, og slet det: vforlob slettefrister"
KEPT_ANYWAY = 2  # so many copies are never rotated away


def look_at_deadlines(scene: Scene) -> Iterator[Fund]:
    if scene.is_demo:
        return
    due = gather_due(scene.store, scene.today)
    if not due.is_empty:
        yield advarsel("frister", f"Slettefristen er nået for {listed(list(_what(due)))}.", SEE)
    yield from _copies(scene)
    yield from _requests(scene)


def _requests(scene: Scene) -> Iterator[Fund]:
    """Who has asked to see what stands there, and has not had it yet."""
    for request in open_requests(scene.store):
        told = oplysning if request.left(scene.today) > SOON else advarsel
        yield told(
            "indsigt",
            f"b{request.borger} bad om indsigt den {plain_date(request.asked)}, og svaret skal være der senest den "
            f"{plain_date(request.latest)}.",
            f"Lav den: vforlob indsigt b{request.borger}. Er den givet: vforlob indsigt b{request.borger} --givet",
        )


def _what(due: Due) -> Iterator[str]:
    talks = sum(it.emne == SAMTALE for it in due.words)
    posts = len(due.words) - talks
    if talks:
        yield f"det skrevne i {counted(talks, 'samtale', 'samtaler')}"
    if posts:
        yield f"det skrevne i {counted(posts, 'anden post', 'andre poster')}"
    if due.drafts:
        yield counted(len(due.drafts), "samtale, der aldrig blev færdig", "samtaler, der aldrig blev færdige")
    if due.persons:
        yield counted(len(due.persons), "borger", "borgere")
    if due.places:
        yield counted(len(due.places), "virksomhed", "virksomheder")
    if due.log.many:
        yield counted(due.log.many, "linje i loggen", "linjer i loggen")


def _copies(scene: Scene) -> Iterator[Fund]:
    days, today = deadline_days(scene.store, COPY, scene.today), scene.today.isoformat()
    old = [copy for copy in list_copies(scene.folder)[KEPT_ANYWAY:] if days_after(copy.tid[:10], days) < today]
    if old:
        yield advarsel(
            "kopi-frist",
            f"{counted(len(old), 'sikkerhedskopi', 'sikkerhedskopier')} er ældre end slettefristen på {days} dage og"
            " kan holde på noget, der er slettet siden.",
            "Lav en ny, så bliver de gamle ryddet væk: vforlob kopi",
        )
