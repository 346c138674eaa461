"""The commands of fortegnelse, databrud, tal til teamet. Knows names and places, runs nothing."""

from vforlob.cli.command import Command

FORTEGNELSE_COMMANDS: tuple[Command, ...] = ()
