"""Read the bytes of a TOML file, or say in Danish where it cannot be read. Knows no agenda and no answers."""

from typing import Any

from vforlob.agenda.prescan import prescan
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault

# What tomllib says in English, by its first words. The most common slip of somebody who writes by hand is no quotes.
_SENTENCES = (
    (
        "Invalid value",
        "Værdien kan ikke læses. Tekst står i anførselstegn; tal, datoer, »true« og »false« står uden.",
    ),
    ("Invalid date", "Datoen findes ikke. Skriv fx 2026-11-20."),
    ("Expected '='", "Der mangler et lighedstegn efter navnet. Navne har kun a-z, 0-9, _ og bindestreg."),
    ("Expected newline", "Der står noget efter værdien. Hver linje har ét navn og én værdi."),
    ("Expected ']]'", "Linjen slutter ikke rigtigt. Et punkt begynder med [[punkt]], og et felt med [[punkt.felt]]."),
    ("Expected ']'", "Linjen slutter ikke rigtigt. Der mangler en ]."),
    ("Invalid statement", "Linjen begynder ikke med et navn. Navne har kun a-z, 0-9, _ og bindestreg."),
    ("Invalid initial character", "Navnet kan ikke læses. Navne har kun a-z, 0-9, _ og bindestreg."),
    ("Cannot overwrite", "Navnet er brugt før samme sted. Slet eller ret det ene."),
    ("Duplicate inline table key", "Navnet er brugt før samme sted. Slet eller ret det ene."),
    ("Cannot declare", "Overskriften i [ ] er brugt før. Slet eller ret den ene."),
    ("Cannot redefine", "Overskriften i [ ] er brugt før. Slet eller ret den ene."),
    ("Cannot mutate", "Der kan ikke lægges mere til det, der er skrevet på én linje."),
    ("Unclosed array", "En liste er ikke lukket. Der mangler en ]."),
    ("Unclosed inline table", "En række er ikke lukket. Der mangler en }."),
    ("Unescaped '\\'", "Omvendt skråstreg skal skrives to gange, \\\\."),
    ("Invalid hex value", "Omvendt skråstreg skal skrives to gange, \\\\."),
    ("Escaped character", "Tegnet findes ikke. Omvendt skråstreg skal skrives to gange, \\\\."),
    ("Unterminated string", "En tekst er ikke lukket. Der mangler et anførselstegn."),
    ("Expected '\"", "En tekst er ikke lukket. Der mangler et anførselstegn."),
    ("Expected \"'", "En tekst er ikke lukket. Der mangler et anførselstegn."),
    ("Illegal character '\\n'", "En tekst er ikke lukket. Der mangler et anførselstegn."),
    ("Illegal character", "Her står et tegn, der ikke kan ses. Slet det, og skriv linjen igen."),
    ("Found invalid character", "Her står et tegn, der ikke kan ses. Slet det, og skriv linjen igen."),
)
_OTHERWISE = "Linjen kan ikke læses. Se efter et anførselstegn, et lighedstegn eller en parentes."


def read_toml(data: bytes, file: str = "") -> tuple[str, dict[str, Any]]:
    """The text and what it says. Raises FaultyFile: the pre-scan's fault, or the first fault of syntax alone."""
    import tomllib  # 14 ms, and only for a file that is new or changed

    text = prescan(data, file)
    try:
        return text, tomllib.loads(text)
    except RecursionError:
        raise FaultyFile(file, [Fault("", "Filen har for mange parenteser inden i hinanden.")]) from None
    except ValueError as error:
        raise FaultyFile(file, [_fault(str(error), text)]) from None


def _fault(said: str, text: str) -> Fault:
    sentence = next((danish for english, danish in _SENTENCES if said.startswith(english)), _OTHERWISE)
    return Fault("", sentence, _line(said, text))


def _line(said: str, text: str) -> int:
    """tomllib ends with "(at line 3, column 7)" or "(at end of document)"."""
    number = said.rpartition("(at line ")[2].partition(",")[0]
    if number.isdecimal():
        return int(number)
    return text.rstrip("\n").count("\n") + 1 if said.endswith("(at end of document)") else 0
