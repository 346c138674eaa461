"""The whole program on a terminal of its own: ARGV. What a samtale needs is read before there are processes."""

from collections.abc import Sequence
from importlib import import_module

from vforlob.cli.start import run

for _name in (
    *("actions.briefing", "actions.hold", "actions.replies", "cli.ask.terminal", "cli.commands.samtaler"),
    *("cli.samtale_end", "rules.cpr", "store.events", "store.turn", "store.wal", "store.presence"),
):
    import_module(f"vforlob.{_name}")


def main(argv: Sequence[str]) -> int:
    return run(argv)
