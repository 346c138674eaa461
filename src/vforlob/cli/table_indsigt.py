"""The commands of indsigt, log. Knows names and places, runs nothing."""

from vforlob.cli.command import Command

INDSIGT_COMMANDS: tuple[Command, ...] = ()
