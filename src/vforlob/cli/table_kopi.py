"""The commands of kopi, gendan. Knows names and places, runs nothing."""

from vforlob.cli.command import Command

KOPI_COMMANDS: tuple[Command, ...] = ()
