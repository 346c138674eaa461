"""Several lines of text: tekst. Enter saves; pasted lines stay lines. Knows no terminal."""

from vforlob.cli.ask.suggesting import Suggesting


class Linjer(Suggesting):
    # Not Ctrl-J for a new line: a terminal sends it for an Enter that was typed before the prompt stood there.
    multiline = True
    replaces = False
    hints = ("Enter gemmer", "F4 ny linje")
    example = "Skriv, så længe du vil. Indsat tekst beholder sine linjer. Enter gemmer, F4 giver en ny linje."
