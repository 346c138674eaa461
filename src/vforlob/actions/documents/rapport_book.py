"""The report of a month as a workbook: a sheet for each part of it, figures as figures. Knows no file format."""

from vforlob.actions.documents.rapport import own_names
from vforlob.actions.documents.rapport_words import SHARES, share_of, week_told
from vforlob.actions.documents.udvikling import sheet, side_by_side
from vforlob.actions.rapport import Rapport
from vforlob.actions.timeline_words import OUTCOMES
from vforlob.model.regneark import Fane, Regneark, Sojle
from vforlob.rules.maltal_names import own_text
from vforlob.rules.maltal_share import ENOUGH
from vforlob.rules.months_typed import month_title

_ENDED = (Sojle("Sådan sluttede det"), Sojle("I uge", "tal"))


def rapport_book(rapport: Rapport, people: frozenset[str]) -> Regneark:
    """Sheets that would be empty are left out."""
    sheets = (
        _targets(rapport, people),
        side_by_side(rapport.development.called(own_names(people))),
        _shares(rapport),
        _endings(rapport),
        _today(rapport),
    )
    return Regneark(f"Rapport for {month_title(rapport.maned)}", tuple(one for one in sheets if one.raekker))


def rapport_list(rapport: Rapport, people: frozenset[str]) -> Regneark:
    """As csv there is one sheet: month by month, figure by figure."""
    alone = sheet(rapport.development.called(own_names(people)))
    return Regneark(f"Rapport for {month_title(rapport.maned)}", (alone._replace(figur=()),))


def _targets(rapport: Rapport, people: frozenset[str]) -> Fane:
    columns = (Sojle("Måltal"), *(Sojle(name, "tal") for name in ("Mål", "Faktisk", "Mangler")))
    rows = tuple((own_text(it.tekst, people), it.antal, it.faktisk, it.mangler) for it in rapport.targets)
    return Fane("Måltal", columns, rows)


def _shares(rapport: Rapport) -> Fane:
    rows = tuple((text, said) for name, text in SHARES if (said := share_of(rapport.figures, name)))
    return Fane("Arbejdet", (Sojle("Det er gjort"), Sojle(f"Antal (procent fra {ENOUGH})")), rows)


def _endings(rapport: Rapport) -> Fane:
    rows = tuple((OUTCOMES.get(it.udfald, it.udfald), week_told(it.udfald, it.uge)) for it in rapport.endings)
    return Fane("Afsluttet", _ENDED, rows)


def _today(rapport: Rapport) -> Fane:
    if rapport.now is None:
        return Fane("Lige nu", (Sojle("Lige nu"), Sojle("Antal")), ())
    counts = (
        ("Venter for længe på den første kontakt", str(rapport.now.venter)),
        ("Uden forløb og uden næste skridt", str(rapport.now.uden_skridt)),
    )
    cases = tuple((f"Sag at tale om: {case.tekst}", "") for case in rapport.now.cases)
    return Fane("Lige nu", (Sojle("Lige nu"), Sojle("Antal")), (*counts, *cases))
