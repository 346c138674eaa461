"""The commands of adgang, luk. Knows names and places, runs nothing."""

from vforlob.cli.command import Command

ADGANG_COMMANDS: tuple[Command, ...] = ()
