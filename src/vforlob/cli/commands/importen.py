"""The commands that start from a spreadsheet. Open, act, show."""

from vforlob.cli.import_run import Line, run_import
from vforlob.cli.show import out

_EXPLAINED = """\
 Hent det, du har i et regneark (.xlsx eller .csv), i den her rækkefølge:

   vforlob importer borgere sager.xlsx
   vforlob importer virksomheder firmaer.csv
   vforlob importer forløb sager.xlsx

 Øverst i regnearket står overskrifter, og under dem en række om hver.
 Først ser du, hvad hver kolonne bliver til, og alle fejl med deres række.
 Intet bliver gemt, før du siger ja, og det hele kan tages tilbage på én gang:
 vforlob fortryd

 Cpr-numre bliver aldrig læst. Navne kun, hvis kommunen har sagt ja til navne;
 ellers får hver række et alias. Henter du det samme igen, sker der intet."""


def importer() -> None:
    """How a spreadsheet is taken in."""
    out(_EXPLAINED)


def borgere(
    regneark: str = "",
    *,
    kolonner: str = "",
    ellers: str = "",
    vis_kun: bool = False,
    alle_fejl: bool = False,
    json: bool = False,
) -> int:
    """The borgere of a spreadsheet."""
    return run_import(Line("borger", regneark, kolonner, ellers, False, vis_kun, alle_fejl, json))


def virksomheder(
    regneark: str = "",
    *,
    kolonner: str = "",
    ellers: str = "",
    vis_kun: bool = False,
    alle_fejl: bool = False,
    json: bool = False,
) -> int:
    """The virksomheder of a spreadsheet."""
    return run_import(Line("virksomhed", regneark, kolonner, ellers, False, vis_kun, alle_fejl, json))


def forlob(
    regneark: str = "",
    *,
    kolonner: str = "",
    ellers: str = "",
    opret: bool = False,
    vis_kun: bool = False,
    alle_fejl: bool = False,
    json: bool = False,
) -> int:
    """The forløb of a spreadsheet."""
    return run_import(Line("forlob", regneark, kolonner, ellers, opret, vis_kun, alle_fejl, json))
