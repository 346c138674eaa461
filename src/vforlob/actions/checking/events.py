"""The events against their chain and against what was made of them, and the log of who looked. Knows no page."""

from collections.abc import Iterator, Sequence

from vforlob.actions.checking.database import RESTORE
from vforlob.actions.checking.fund import Fund, advarsel, fejl
from vforlob.actions.checking.scene import Scene
from vforlob.agenda.loader import text_sha
from vforlob.errors.answer import FaultyFile
from vforlob.errors.place import DatabaseDamaged
from vforlob.rules.danish import counted, listed
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.chain import EDITED, LOST, MISSING, REPLACED, Break, read_head, verify
from vforlob.store.opslag import verify_log
from vforlob.store.rebuild import differences

OLDER = "Hent den nyeste kopi tilbage med vforlob selv: vforlob gendan"
_ASKED = "SELECT DISTINCT agenda_sha FROM samtale"
_TEXTS = "SELECT sha, tekst FROM agenda_udgave"
_NEWEST = "SELECT coalesce(max(nr), 0) FROM haendelse"
_LINK_OF = "SELECT lower(hex(kaede)) FROM haendelse WHERE nr = ?"
_NAMED = 3


def look_at_chain(scene: Scene) -> Iterator[Fund]:
    verdict = verify(scene.store)
    yield from _breaks(verdict.breaks, verdict.events, verdict.head or 0)
    if verdict.head is None and verdict.events:
        yield _without_head()


def look_at_head(scene: Scene) -> Iterator[Fund]:
    """The newest event alone: whether the database is older than it was, or another one."""
    newest, head = int(scene.store.rows(_NEWEST)[0][0]), read_head(scene.store.folder)
    if head is None:
        if newest:
            yield _without_head()
    elif head.nr > newest:
        yield from _breaks((Break(newest, LOST),), newest, head.nr)
    elif scene.store.rows(_LINK_OF, (head.nr,)) != [(head.kaede,)]:
        yield from _breaks((Break(head.nr, REPLACED),), newest, head.nr)


def _breaks(breaks: Sequence[Break], newest: int, head: int) -> Iterator[Fund]:
    kinds = {one.what for one in breaks}
    if LOST in kinds:
        gone = counted(head - newest, "hændelse", "hændelser")
        yield fejl("aeldre", f"Databasen er ældre, end den var: {gone} er væk.", OLDER)
    if REPLACED in kinds:
        yield fejl("udskiftet", "Databasen er ikke den, der var her sidst: den har haft et andet forløb siden.", OLDER)
    missing = [one for one in breaks if one.what == MISSING]
    if missing:
        yield fejl("huller", f"Der mangler hændelser {_near(missing)}.", RESTORE)
    edited = [one for one in breaks if one.what not in {LOST, REPLACED, MISSING}]
    if edited:
        what = "indhold" if {one.what for one in edited} == {EDITED} else "indhold eller rækkefølge"
        numbers = len({one.nr for one in edited})
        yield fejl(
            "aendret",
            f"{counted(numbers, 'hændelse', 'hændelser')} har fået ændret {what} uden om vforlob, {_near(edited)}.",
            RESTORE,
        )


def _without_head() -> Fund:
    return advarsel(
        "hoved",
        "Filen hoved.json mangler eller kan ikke læses, så det kan ikke ses, om databasen er ældre, end den var.",
        "Filen bliver skrevet igen, næste gang du gemmer noget. Se først efter, at det nyeste er der: vforlob i-dag",
    )


def _near(breaks: Sequence[Break]) -> str:
    numbers = sorted({one.nr for one in breaks})
    return f"ved nummer {listed([str(nr) for nr in numbers[:_NAMED]])}" + (" og frem" if numbers[_NAMED:] else "")


def look_at_projections(scene: Scene) -> Iterator[Fund]:
    found = differences(scene.store)
    if found:
        yield fejl(
            "afledt",
            f"{counted(len(found), 'linje viser', 'linjer viser')} noget andet, end hændelserne siger.",
            RESTORE,
        )


def look_at_agendas(scene: Scene) -> Iterator[Fund]:
    """Every samtale must show for good what was asked in it."""
    texts = dict(scene.store.rows(_TEXTS))
    unreadable = [sha for (sha,) in scene.store.rows(_ASKED) if not _is_readable(scene, sha, texts.get(sha))]
    if unreadable:
        yield fejl(
            "dagsordener",
            f"{counted(len(unreadable), 'dagsorden', 'dagsordener')}, der er holdt samtaler efter, kan ikke læses.",
            RESTORE,
        )


def _is_readable(scene: Scene, sha: str, text: str | None) -> bool:
    if text is None or text_sha(text) != sha:
        return False
    try:
        agenda_as_asked(scene.store, sha)
    except (DatabaseDamaged, FaultyFile):
        return False
    return True


def look_at_log(scene: Scene) -> Iterator[Fund]:
    found = verify_log(scene.store)
    if found:
        yield fejl(
            "log",
            f"{counted(len(found), 'linje', 'linjer')} i loggen over opslag er ændret eller taget ud uden om vforlob.",
            "Sig det til jeres DPO. Vil du se loggen, som den er: vforlob log",
        )
