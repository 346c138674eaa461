"""Write datablad.md from the program's data sheet: `python docs/write_datasheet.py`. A test fails when it is stale."""

from pathlib import Path

from vforlob.store.datasheet import Column, Sheet, read_sheet

PAGE = Path(__file__).with_name("datablad.md")
KINDS = {"almindelig": "almindelig", "foelsom": "følsom", "teknisk": "teknisk"}
DEADLINES = {
    "fritekst": "fri tekst",
    "sag": "sag",
    "i_brug": "når det er afsluttet",
    "log": "log",
    "kladde": "kladde",
    "virksomhed": "virksomhed",
    "ingen": "ingen",
}
OPENING = """# Databladet

Hver oplysning, programmet kan gemme: hvad den er til, hvor følsom den er, hvornår den skal slettes, om borgeren får den
at se, når hun beder om indsigt, og om den må stå i tal og lister, der deles med teamet.

Siden er lavet af `src/vforlob/store/datablad.toml`. Den er hjælp, ikke juridisk rådgivning: Kommunens egne regler går
forud.

»Almindelig« er en almindelig personoplysning, »følsom« er en følsom oplysning eller fri tekst, der kan være det, og
»teknisk« siger ikke i sig selv noget om en person.
"""


def page(sheet: Sheet) -> str:
    deadlines = "\n".join(f"| {DEADLINES[name]} | {sentence} |" for name, sentence in sheet.deadlines.items())
    parts = [OPENING, f"## Slettefrister\n\n| Frist | Betyder |\n|---|---|\n{deadlines}\n"]
    parts += [_table(name, sheet.about[name], columns) for name, columns in sheet.columns.items()]
    return "\n".join(parts)


def _table(name: str, about: str, columns: tuple[Column, ...]) -> str:
    head = "| Oplysning | Formål | Type | Frist | Indsigt | Deles |\n|---|---|---|---|---|---|"
    return "\n".join([f"## {name}\n\n{about}\n\n{head}", *map(_line, columns), ""])


def _line(column: Column) -> str:
    access, export = ("ja" if answer else "nej" for answer in (column.in_access, column.in_export))
    kind, deadline = KINDS[column.kind], DEADLINES[column.deadline]
    return f"| `{column.name}` | {column.purpose} | {kind} | {deadline} | {access} | {export} |"


if __name__ == "__main__":
    PAGE.write_text(page(read_sheet()), encoding="utf-8")
