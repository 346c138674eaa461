"""The command about dated rules. Open, act, show; no store is opened."""

import os

from vforlob.cli.context import context, in_folder
from vforlob.cli.layout import screen_width, wrap
from vforlob.cli.rule_screens import rule_lines, rule_row
from vforlob.cli.show import emit, out
from vforlob.rules.dates import read_date
from vforlob.rules.year_choice import NEAR
from vforlob.store.regler import load_rulebook


def vis(dato: str = "", *, json: bool = False) -> None:
    """Every rule in force on a day, today when none is named."""
    current = context()
    day = read_date(dato, current.today, NEAR) if dato else current.today
    rules = load_rulebook(current.folder).in_force(day)
    if json:
        emit({"dato": day.isoformat(), "raekker": [rule_row(rule) for rule in rules]})
        return
    for line in rule_lines(rules, day, screen_width()):
        out(line)
    out()
    own = "Jeres egne tal vinder over disse. Skriv dem i en fil, fx vores.toml, i mappen"
    for line in wrap(own, screen_width() - 2):
        out(f" {line}")
    out(f"   {_own_folder()}")
    out(f" En anden dag: {in_folder('vforlob regler vis 1/1-2027')}")


def _own_folder() -> str:
    return os.path.join(context().folder, "regler")
