"""The overview as a page to show at the monthly talk: figures, plots, definitions. Knows nobody and no list."""

from datetime import date

from vforlob.actions.documents.finished import KONSULENT, finished
from vforlob.actions.overblik import Row, Shown
from vforlob.actions.overblik_given import for_others
from vforlob.actions.overblik_months import month_figures
from vforlob.actions.overblik_words import WORDS, definition
from vforlob.actions.settings import setting
from vforlob.model.dokument import (
    Blok,
    Dokument,
    Felter,
    Figur,
    Kolonne,
    Led,
    Liste,
    Maling,
    Overskrift,
    Par,
    Serie,
    Tabel,
    Tekst,
)
from vforlob.rules.capacity import over
from vforlob.rules.danish import counted, listed, month_name, number, plain_date, week
from vforlob.rules.maltal import FIGURES
from vforlob.rules.overblik import names
from vforlob.rules.overblik.values import Overblik, Uge
from vforlob.rules.rulebook import RuleBook
from vforlob.store.store import Store

ART = "overblik"
SHOWN_MONTHS = 6
READY = ((names.KLAR, "klar"), (names.TAET_PA, "tæt på"), (names.LAENGERE_FRA, "længere fra"))
PHASES = (
    (names.PLANLAGT, "planlagt"),
    (names.BEGYNDELSEN, "uge 1-4"),
    (names.SENERE, "senere"),
    (names.SLUTTER, "slutter"),
)
TOLD = (
    *(names.FORFALDNE, names.TAET, names.VENTER, names.UDEN_FORLOB, names.MELLEM, names.UDEN_SKRIDT),
    *(names.UDEN_CV, names.SKAL_TIL, names.EFTERVAERN),
)


def overblik_page(store: Store, shown: Shown, today: date, rules: RuleBook) -> Dokument:
    shown = for_others(store, shown)
    blocks: list[Blok] = [Overskrift("Måltal"), _targets(shown, today), *month_figures(shown)]
    blocks += [Overskrift("Sagsstammen"), _caseload(shown.overblik), *_plots(shown.overblik)]
    blocks += [Overskrift("Ugerne"), *(Tekst(_week(uge, shown.plads)) for uge in shown.overblik.uger)]
    blocks += [Overskrift("Hvad tallene betyder"), _definitions(today, rules)]
    return finished(
        Dokument(
            ART,
            f"Overblik {month_name(today)} {today.year}",
            KONSULENT,
            tuple(blocks),
            f"Tallene den {plain_date(today)}",
            today.isoformat(),
            konsulent=setting(store, "konsulent"),
        ),
        "",
    )


def _targets(shown: Shown, today: date) -> Tabel:
    months = sorted({maned for row in shown.rows for maned, _ in row.before}, reverse=True)[:SHOWN_MONTHS]
    heads = ("Mål", "Nu", "Mangler", *(f"{month_name(f'{it}-01')[:3]} {it[2:4]}" for it in months))
    columns = (Kolonne("", bredde=3), *(Kolonne(name, "tal") for name in heads))
    return Tabel(f"Måltal for {month_name(today)}", columns, tuple(_target(row, months) for row in shown.rows))


def _target(row: Row, months: list[str]) -> tuple[str, ...]:
    return (
        *(row.tekst, _number(row.antal), _number(row.nu), _number(row.mangler)),
        *(_number(row.then(maned)) for maned in months),
    )


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def _caseload(overblik: Overblik) -> Felter:
    """Counts as they are: with so few people a share says nothing."""
    lav, hoj, _ = overblik.sagsstamme
    people = f"{number(overblik.of(names.BORGERE).tal)} (succesjobcentre: {lav}-{hoj})"
    rows = [Par("Borgere", people)]
    rows += [Par(WORDS[name].titel, number(overblik.of(name).tal)) for name in TOLD]
    return Felter(tuple(rows))


def _plots(overblik: Overblik) -> tuple[Figur, ...]:
    return (
        _bars("Klar, tæt på, længere fra", "borgere", READY, overblik),
        _bars("Åbne forløb efter fase", "forløb", PHASES, overblik),
    )


def _bars(title: str, unit: str, parts: tuple[tuple[str, str], ...], overblik: Overblik) -> Figur:
    counts = [(word, overblik.of(name).tal) for name, word in parts]
    told = listed([f"{word} {number(tal)}" for word, tal in counts])
    series = (Serie(unit, tuple(Maling(word, tal) for word, tal in counts)),)
    return Figur(title, "sojler", series, f"{told[:1].upper()}{told[1:]}.", unit, fra=0)


def _week(uge: Uge, plads: int | None) -> str:
    """How many, and whether there is room; who they are stays with the consultant."""
    due = f"Uge {week(uge.fra)}: {counted(uge.kontakter.tal, 'kontakt', 'kontakter')}"
    held = f" tilbage og {number(uge.holdt.tal)} holdt" if uge.holdt.tal else ""
    if plads is None:
        return f"{due}{held}."
    too_many = over(uge, plads)
    return f"{due}{held}, plads til {plads}.{f' Det er {too_many} for mange.' if too_many else ''}"


def _definitions(today: date, rules: RuleBook) -> Liste:
    told = [Led(it.taeller, it.tekst, f"Kilde: {it.kilde}") for it in FIGURES]
    for name in (names.BORGERE, *TOLD, *(name for name, _ in (*READY, *PHASES)), *names.WEEKS):
        found = definition(name, today, rules)
        told.append(Led(found.taeller, found.titel, f"Kilde: {found.kilde}"))
    return Liste(tuple(told))
