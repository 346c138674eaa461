"""The report of a month as one page for the talk with the leader: figures and facts, nobody by name or alias."""

from collections.abc import Callable, Iterator, Sequence

from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.documents.rapport_words import (
    NONE,
    SHARES,
    STAR,
    cell,
    earlier,
    ending_leds,
    moved,
    share_of,
    short_months,
    waiting,
)
from vforlob.actions.rapport import Rapport
from vforlob.actions.settings import setting
from vforlob.model.dokument import Blok, Dokument, Felter, Kolonne, Led, Liste, Overskrift, Par, Tabel, Tekst
from vforlob.rules.danish import counted, plain_date
from vforlob.rules.maltal import BUILT_IN, Target
from vforlob.rules.maltal_names import own_text
from vforlob.rules.months_typed import month_title
from vforlob.store.store import Store

ART, TABLE = "rapport", "Måltal og måneder"
BEFORE = 3  # months beside the targets
NAME, CELL = 20, 5  # shares of the width: a long name stands on one line
MOST_OWN = 4  # targets of her own: it is one page
BESIDE = ("klar", "startet", "lukket", "afbrudt")  # what has no target but is asked about


def make_rapport(store: Store, rapport: Rapport, people: frozenset[str]) -> Dokument:
    """`people` are words that may stand nowhere in it."""
    over = [] if rapport.is_over else [f"til og med den {plain_date(rapport.dag)}"]
    by = setting(store, "konsulent")
    dokument = Dokument(
        ART,
        f"Rapport for {month_title(rapport.maned)}",
        KONSULENT,
        tuple(rapport_blocks(rapport, people)),
        undertitel=", ".join(["Til samtalen om sagsstammen", *over, *([by] if by else [])]),
        dato=rapport.today,
    )
    return finished(dokument, "")


def rapport_blocks(rapport: Rapport, people: frozenset[str]) -> Iterator[Blok]:
    yield Overskrift(TABLE)
    yield from _table(rapport, people)
    yield Overskrift("Borgerne")
    yield Tekst(moved(rapport.figures))
    shares = tuple(Par(text, said) for name, text in SHARES if (said := share_of(rapport.figures, name)))
    if shares:
        yield Overskrift("Arbejdet i forløbene")
        yield Felter(shares)
    yield Overskrift("Sådan sluttede forløb")
    endings = tuple(ending_leds([(it.udfald, it.uge) for it in rapport.endings]))
    yield Liste(endings) if endings else Tekst("Ingen forløb er afsluttet i måneden.")
    yield from _today(rapport)


def _table(rapport: Rapport, people: frozenset[str]) -> Iterator[Blok]:
    shown = [maned for maned in rapport.development.maneder if maned < rapport.maned][::-1][:BEFORE]
    columns = (
        Kolonne("", bredde=NAME),
        Kolonne("Mål", "tal", CELL),
        Kolonne("Nåede" if rapport.is_over else "Nu", "tal", CELL),
        Kolonne("Mangler", "tal", CELL + 2),
        *(Kolonne(name, "tal", CELL) for name in short_months(shown, rapport.maned)),
    )
    aims, left_out = _fitting(rapport.targets)
    rows = [
        (own_text(it.tekst, people), cell(it.antal), cell(it.faktisk), cell(it.mangler), *earlier(it.kept, shown))
        for it in aims
    ]
    for line in rapport.development.only(BESIDE).lines:
        kept = [one for one in line.tal if one is not None]
        rows.append((line.tekst, NONE, cell(rapport.figures.get(line.navn)), NONE, *earlier(kept, shown)))
    yield Tabel(TABLE, columns, tuple(rows))
    if left_out:
        yield Tekst(f"Der er {counted(left_out, 'måltal', 'måltal')} mere.", "daempet")
    if any(text.endswith(STAR) for row in rows for text in row[1:]):
        yield Tekst(f"{STAR} senere rettet: noget er skrevet ind bagud i den måned.", "daempet")


def _fitting(aims: Sequence[Target]) -> tuple[list[Target], int]:
    """The program's own and as many of hers as there is room for, and how many are left out."""
    own = [it for it in aims if it.navn not in BUILT_IN]
    return [it for it in aims if it.navn in BUILT_IN] + own[:MOST_OWN], len(own[MOST_OWN:])


def own_names(people: frozenset[str]) -> Callable[[str], str]:
    return lambda text: own_text(text, people)


def _today(rapport: Rapport) -> Iterator[Blok]:
    if rapport.now is None:
        return
    yield Overskrift(f"Lige nu, den {plain_date(rapport.today)}")
    yield Tekst(waiting(rapport.now.venter, rapport.now.uden_skridt))
    if rapport.now.cases:
        yield Overskrift("Sager at tale om")
        yield Liste(tuple(Led(case.tekst) for case in rapport.now.cases), nummereret=True)
