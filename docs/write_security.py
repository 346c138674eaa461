"""Write sikkerhed.md: `python docs/write_security.py` runs every test that reaches a figure and writes down what.

The words are in sikkerhed_tekst.md, the numbers in them are the program's own. `--fra MAPPE` takes what a run with
VFORLOB_TAL=MAPPE has left, instead of running it again.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

TOP = Path(__file__).parents[1]
PAGE, WORDS = (Path(__file__).with_name(name) for name in ("sikkerhed.md", "sikkerhed_tekst.md"))
sys.path[:0] = [str(TOP / "tests")]
COUNTER = "Modprøve: "
# The figures in the order and with the demands of the design; what is beyond them has a higher number.
FIGURES = {
    1: ("Programmet slået ihjel midt i en samtale", "1.000 gange, mindst 20.000 kvitterede svar, 0 tabt"),
    2: ("Slået ihjel ved hver skrivning", "ved hvert kald i de seks slags arbejde, 0 tabt eller halvt"),
    3: ("Strømsvigt (simuleret)", "20.000, 0 tabt, 0 ødelagt"),
    4: ("Disk fuld eller i stykker ved hver skrivning", "ca. 1.000 gange, 0 falske »Gemt.«, 0 nedbrud"),
    5: ("Hvert spørgsmål afbrudt på fem måder", "alle, 0 tabt, højst ét sekunds kladde"),
    6: ("To vinduer, der skriver", "10.000 gange, 0 fejl, 0 dobbelt"),
    7: ("Ødelagte filer", "2.000, alle opdaget, originalen urørt"),
    8: ("Opgraderinger slået ihjel", "200 fra hver tidligere udgave, 0 halve"),
    9: ("Ødelagte dagsordener", "10.000 og 200 gennem kommandoen, alle med dansk sætning og linje"),
    10: ("Ødelagte og ondsindede skabeloner", "10.000 og 60 kendte angreb, 0 udslip, højst 3 s"),
    11: ("Fjendtlige tekster gennem hvert format", "100.000, ens, 0 styretegn, 0 formler"),
    12: ("Tilfældige kommandoer mod en simpel model", "2.000 rækker à 50 skridt, ens"),
    13: ("Sletning, der sletter", "200, 0 byte tilbage, 0 tilbage efter gendannelse"),
    14: ("Lækager efter en hel dag", "0 fundet"),
    15: ("Lister og tal til andre", "1.000 borgere, alle felter, 0 fundet"),
    16: ("Indsigt er hele sagen", "100 % af borgerens egne, 0 af andres"),
    17: ("Små tal kan ikke regnes ud", "10.000 tabeller, 0"),
    18: ("Ure, der går forkert", "200, 0 slettet af sig selv, rækkefølgen holdt"),
    19: ("Nøglen", "200 skift afbrudt, 0 tabt; 2.000 forkerte koder, 0 taget"),
    20: ("Kopier gendannet på prøve", "100, rækker og kæde ens"),
    21: ("Fejl, der er lagt ind, fundet af `vforlob tjek`", "25 af 25, 0 falske på 50 hele mapper"),
    22: ("50.000 svar", "åbning højst 1 s, gem højst 50 ms, tjek højst 2 s, søgning højst 100 ms"),
    23: ("En anden udgave af SQLite åbner mappen", "alle rækker"),
    24: ("Kildekoden holder husets regler", "0 brud"),
}  # fmt: skip
BEYOND = {25: "Fuzzing styret af koden (atheris)", 26: "Uden netværk"}
TABLES = "<!-- her står tallene -->\n"


class Line(NamedTuple):
    nr: int
    hvad: str
    krav: str
    naaet: str
    kontrol: str


def facts() -> dict[str, object]:
    """The numbers that stand in the words, from where the program has them."""
    from vforlob.actions.adgang import USUAL_MINUTES
    from vforlob.store import copies_rotation, envelope, passphrase, pragmas, recovery, wrapping
    from vforlob.store.regler import load_rulebook

    with tempfile.TemporaryDirectory() as empty:
        rules = load_rulebook(empty)
        deadlines = {
            name: _rule(rules, f"slettefrist_{name}")
            for name in ("fritekst", "kladde", "log", "sag", "virksomhed", "eksport")
        }
        copies = {
            word: _rule(rules, f"kopi_{rule}")
            for word, rule in (("dage", "dage"), ("uger", "uger"), ("maaneder", "maneder"))
        }
    deadlines["kopi"] = min(deadlines["fritekst"], deadlines["sag"])
    cost = wrapping.DEFAULT_COST
    settings = {name: value for name, value, *_ in pragmas._WORKING}
    return {
        "t": cost.t,
        "m": cost.m // 1024,
        "p": cost.p,
        "noegle": envelope.KEY_BYTES * 8,
        "kode": recovery.RANDOM_BYTES * 8,
        "saetning": passphrase.SHORTEST,
        "ord": passphrase.WORDS,
        "minutter": USUAL_MINUTES,
        "synkron": settings["synchronous"],
        "faerrest": copies_rotation.FEWEST,
        **deadlines,
        **copies,
    }


def _rule(rules: Any, name: str) -> int:
    found = rules.find(name, date.today())
    assert found is not None
    return int(found.number)


def prose() -> tuple[str, str]:
    """What stands before the tables, and what after."""
    before, _, after = WORDS.read_text(encoding="utf-8").format_map(facts()).partition(TABLES)
    return before, after


def gathered(folder: Path) -> list[Line]:
    rows = [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    return [Line(row["nr"], row["hvad"], row["krav"], row["nået"], row["kontrol"]) for row in rows]


def figure_table(lines: list[Line]) -> str:
    head = "## De 24 tal\n\n| Nr. | Prøve | Krav | Nået | Modprøve |\n|---|---|---|---|---|"
    rows = [_row(nr, name, demand, [line for line in lines if line.nr == nr]) for nr, (name, demand) in FIGURES.items()]
    more = [_row(nr, name, "", [line for line in lines if line.nr == nr]) for nr, name in BEYOND.items()]
    return "\n".join([head, *rows, "", "Desuden:", "", *head.splitlines()[2:], *more, ""])


def _row(nr: int, name: str, demand: str, lines: list[Line]) -> str:
    plain = [line for line in lines if not line.hvad.startswith(COUNTER)]
    counter = [f"{line.hvad.removeprefix(COUNTER)}: {line.naaet}" for line in lines if line.hvad.startswith(COUNTER)]
    groups: dict[str, list[str]] = {}
    for line in sorted(plain, key=lambda line: line.hvad):
        groups.setdefault(line.hvad, []).append(line.naaet)
    reached = [f"{what}: {'; '.join(merged(found))}" for what, found in groups.items()]
    controls = dict.fromkeys([line.kontrol for line in plain if line.kontrol] + counter)
    return (
        "| "
        + " | ".join([str(nr), name, demand, "<br>".join(map(_cell, reached)), "<br>".join(map(_cell, controls))])
        + " |"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


NUMBER = re.compile(r"(?<![\w.])(højst )?(\d+(?:[.,]\d+)*)(?![\w])")


def merged(found: list[str]) -> list[str]:
    """What several parts of one test reached, as one: counts are added, the longest of times is the longest."""
    shapes: dict[str, list[str]] = {}
    for one in found:
        shapes.setdefault(NUMBER.sub("#", one), []).append(one)
    return [_added(same) for same in shapes.values()]


def _added(same: list[str]) -> str:
    columns = zip(*(list(NUMBER.finditer(one)) for one in same), strict=True)
    results = iter([_one_number(list(column)) for column in columns])
    return NUMBER.sub(lambda _: next(results), same[0])


def _one_number(matches: list[re.Match[str]]) -> str:
    most = matches[0][1] or ""
    values = [match[2] for match in matches]
    if any(re.search(r"[.,]\d{1,2}$", value) for value in values):
        return most + max(values, key=lambda value: float(value.replace(",", "."))).replace(".", ",")
    counts = [int(re.sub(r"[.,]", "", value)) for value in values]
    return most + f"{max(counts) if most else sum(counts):,}".replace(",", ".")


def control_table() -> str:
    from controls import CONTROLS

    head = (
        "## Prøver af prøverne\n\nHver prøve er vist rød på en udgave, der med vilje er forkert:"
        f" {len(CONTROLS)} af {len(CONTROLS)} bliver set.\n\n"
        "| Nr. | Forkert udgave | Bliver set ved, at | Prøve |\n|---|---|---|---|"
    )
    rows = [f"| {nr} | {it.navn} | {it.ses} | `{it.test}` |" for nr, it in enumerate(CONTROLS, 1)]
    return "\n".join([head, *rows, ""])


def where() -> str:
    cores = os.cpu_count()
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux") if sys.platform == "linux" else sys.platform
    from vforlob import __version__

    return (
        f"Kørt den {date.today().isoformat()} med vforlob {__version__} på {system}, Python"
        f" {platform.python_version()}, {cores} kerner. Siden bliver lavet af `python docs/write_security.py`, som"
        " kører prøverne og skriver, hvad de nåede; ingen tal er skrevet i hånden.\n"
    )


def page(lines: list[Line]) -> str:
    before, after = prose()
    return "\n".join([before + figure_table(lines), where(), control_table(), after])


def missing(lines: Iterable[Line]) -> list[int]:
    there = {line.nr for line in lines}
    return [nr for nr in FIGURES if nr not in there]


def run(folder: str) -> int:
    """The controls are among them: the page says that each of them was seen."""
    line = [sys.executable, "-m", "pytest", "-m", "tal", "-n", "2", "-q"]
    ran = subprocess.run(line, cwd=TOP, env={**os.environ, "VFORLOB_TAL": folder}, check=False)  # noqa: S603 - our own
    return ran.returncode


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fra", metavar="MAPPE")
    asked: Any = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as own:
        code = 0 if asked.fra else run(own)
        lines = gathered(Path(asked.fra or own))
    if code or missing(lines):
        sys.stderr.write(f"Siden er ikke skrevet. Prøver: {'fejl' if code else 'ok'}. Mangler tal: {missing(lines)}\n")
        return 1
    PAGE.write_text(page(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
