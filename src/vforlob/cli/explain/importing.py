"""What is said of a spreadsheet that cannot be read. Knows no cell and no column."""

from vforlob.cli.explain.registry import explains
from vforlob.errors.importing import (
    CellTooLong,
    ChangedMeanwhile,
    FileNotAllowed,
    LettersUnreadable,
    NotASpreadsheet,
    OtherSpreadsheet,
    QuotesUnbalanced,
    SpreadsheetEmpty,
    SpreadsheetLocked,
    SpreadsheetRefused,
    SpreadsheetTooBig,
)

_AS_CSV = "Åbn den i Excel, gem den som »CSV UTF-8« eller som .xlsx, og prøv igen."
_NOTHING = "Intet er gemt."


@explains(SpreadsheetRefused)
def _(_error: SpreadsheetRefused) -> list[str]:
    return [f"Regnearket kan ikke læses. {_NOTHING}", _AS_CSV]


@explains(NotASpreadsheet)
def _(_error: NotASpreadsheet) -> list[str]:
    return [f"Filen er ikke et regneark, der kan læses. {_NOTHING}", _AS_CSV]


@explains(OtherSpreadsheet)
def _(error: OtherSpreadsheet) -> list[str]:
    return [
        f"Filen er et regneark i formatet .{error.kind}, som ikke læses her. {_NOTHING}",
        "Åbn det, vælg »Gem som« og .xlsx, og prøv igen med den nye fil.",
    ]


@explains(SpreadsheetLocked)
def _(_error: SpreadsheetLocked) -> list[str]:
    return [
        f"Regnearket er låst med en adgangskode og kan ikke læses. {_NOTHING}",
        "Åbn det i Excel, gem det som .xlsx uden adgangskode, og prøv igen. Slet den fil igen bagefter.",
    ]


@explains(SpreadsheetEmpty)
def _(error: SpreadsheetEmpty) -> list[str]:
    if error.has_headers:
        return [f"Der er overskrifter i regnearket, men ingen rækker under dem. {_NOTHING}", "Er det den rigtige fil?"]
    return [
        f"Regnearket er tomt. {_NOTHING}",
        "Øverst skal der stå overskrifter, fx Alias og Målgruppe, og under dem en række om hver.",
    ]


@explains(SpreadsheetTooBig)
def _(error: SpreadsheetTooBig) -> list[str]:
    most = f"{error.most:,}".replace(",", ".")
    told = {
        "byte": f"Filen fylder for meget. Den må højst fylde {error.most // 1_000_000} MB.",
        "raekker": f"Der er flere rækker i regnearket, end der kan hentes på én gang: Højst {most}.",
        "kolonner": f"Der er flere kolonner i regnearket, end der kan læses: Højst {most}.",
    }
    sentence = told.get(error.of, "Regnearket fylder for meget, når det bliver pakket ud.")
    return [f"{sentence} {_NOTHING}", "Er det den rigtige fil? Ellers læg det, du skal bruge, i et nyt regneark."]


@explains(LettersUnreadable)
def _(error: LettersUnreadable) -> list[str]:
    return [f"Bogstaverne kan ikke læses: Linje {error.line} er hverken UTF-8 eller dansk Windows. {_NOTHING}", _AS_CSV]


@explains(QuotesUnbalanced)
def _(error: QuotesUnbalanced) -> list[str]:
    return [
        f'Et anførselstegn (") i række {error.row} passer ikke sammen med et andet. {_NOTHING}',
        "Slet det, eller skriv det to gange, hvis det hører til teksten.",
    ]


@explains(CellTooLong)
def _(error: CellTooLong) -> list[str]:
    return [
        f'Der er en meget lang tekst i række {error.row}. Mangler der et anførselstegn (")? {_NOTHING}',
        "Ret teksten, og prøv igen.",
    ]


@explains(FileNotAllowed)
def _(error: FileNotAllowed) -> list[str]:
    return [f"Du har ikke lov til at læse {error.path}.", "Læg en kopi et sted, hvor du må læse den, og prøv igen."]


@explains(ChangedMeanwhile)
def _(_error: ChangedMeanwhile) -> list[str]:
    return ["Der er skrevet noget i et andet vindue imens. Intet er gemt.", "Kør den samme linje igen."]
