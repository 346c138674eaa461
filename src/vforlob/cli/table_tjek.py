"""The commands of tjek, om. Knows names and places, runs nothing."""

from vforlob.cli.command import Command

TJEK_COMMANDS: tuple[Command, ...] = ()
