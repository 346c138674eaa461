"""What a command is in the table: its words and its place. Knows no command by name."""

from typing import NamedTuple

IDAG = "I dag"
SAMTALER = "Samtaler"
SAGER = "Borgere, virksomheder og forløb"
POSTER = "Aftaler, delmål, timer og opgaver"
HVERDAG = "Hensyn, kontakt, fravær og ønsker"
OVERBLIK = "Overblik, måltal og læring"
MATCH = "Match, jobåbninger og søgning"
TEKSTER = "Tekster"
AGENDAER = "Dagsordener og regler"
SIKKERHED = "Opsætning og sikkerhed"
GROUPS = (IDAG, SAMTALER, SAGER, POSTER, HVERDAG, OVERBLIK, MATCH, TEKSTER, AGENDAER, SIKKERHED)


class Command(NamedTuple):
    """`name` is what is typed, in Danish spelling: one word or two. `where` is "module:function" in cli/commands.

    `args` are (metavar, help, required), in order; `options` are names in cli/options.py, the keyword-only parameters
    of the function. `examples` are whole lines. An alias is another name, one word or two; no screen shows it.
    """

    name: str
    group: str
    help: str
    where: str
    args: tuple[tuple[str, str, bool], ...] = ()
    options: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


# What stands after many commands: (metavar, help, required).
BORGER = ("BORGER", "Borgerens nummer eller alias, fx b7", False)
VIRKSOMHED = ("VIRKSOMHED", "Virksomhedens nummer, fx v4", False)
FORLOB = ("FORLØB", "Forløbets nummer eller borgerens alias, fx f12", False)
SAMTALE = ("SAMTALE", "Samtalens nummer, fx s31", False)
