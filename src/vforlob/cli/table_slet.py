"""The commands of slettefrister, slet, slettestop. Knows names and places, runs nothing."""

from vforlob.cli.command import Command

SLET_COMMANDS: tuple[Command, ...] = ()
