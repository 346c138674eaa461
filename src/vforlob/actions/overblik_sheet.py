"""The overview as a workbook: figures alone, nobody's alias and no list. Knows no file format."""

from datetime import date

from vforlob.actions.overblik import Shown
from vforlob.actions.overblik_given import for_others
from vforlob.actions.overblik_months import months_of
from vforlob.actions.overblik_words import WORDS, definition
from vforlob.model.regneark import Celle, Fane, Regneark, Sojle
from vforlob.rules.capacity import calls, over
from vforlob.rules.danish import week
from vforlob.rules.overblik import names
from vforlob.rules.rulebook import RuleBook
from vforlob.store.store import Store

TITLE = "Overblik"


def overblik_sheet(store: Store, shown: Shown, today: date, rules: RuleBook) -> Regneark:
    shown = for_others(store, shown)
    return Regneark(f"{TITLE} {today.isoformat()}", (_figures(shown, today, rules), _targets(shown), _weeks(shown)))


def _figures(shown: Shown, today: date, rules: RuleBook) -> Fane:
    rows: list[tuple[Celle, ...]] = []
    for name in WORDS:
        if name in names.WEEKS:
            continue
        told = definition(name, today, rules)
        rows.append((told.titel, shown.overblik.of(name).tal, told.taeller, told.kilde))
    return Fane("Tal", (Sojle("Tal"), Sojle("Antal", "tal"), Sojle("Hvad der tælles"), Sojle("Kilde")), tuple(rows))


def _targets(shown: Shown) -> Fane:
    """The months that have ended stand beside, the oldest first."""
    months = months_of(shown)
    heads = (Sojle("Måltal"), *(Sojle(name, "tal") for name in ("Mål", "Nu", "Mangler", *months)))
    rows = tuple(
        (row.tekst, row.antal, row.nu, row.mangler, *(row.then(maned) for maned in months)) for row in shown.rows
    )
    return Fane("Måltal", heads, rows)


def _weeks(shown: Shown) -> Fane:
    plads = shown.plads
    heads = (
        *(Sojle("Uge", "tal"), Sojle("Fra", "dato"), Sojle("Til", "dato"), Sojle("Kontakter", "tal")),
        *(
            Sojle("Holdt", "tal"),
            Sojle("Plads", "tal"),
            Sojle("For mange", "tal"),
            Sojle("Kan nøjes med opkald", "tal"),
        ),
    )
    rows = tuple(
        (
            *(week(uge.fra), uge.fra, uge.til, uge.kontakter.tal),
            *(uge.holdt.tal, plads, over(uge, plads), len(calls(uge, plads))),
        )
        for uge in shown.overblik.uger
    )
    return Fane("Uger", heads, rows)
