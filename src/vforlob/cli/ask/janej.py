"""ja or nej, typed and followed by Enter. Knows no terminal.

Not a key each: what is typed after the first letter would be the answer to the next question.
"""

from vforlob.cli.ask.widget import Widget


class JaNej(Widget):
    example = "Skriv ja eller nej, j eller n, og tryk Enter."

    def suffix(self) -> str:
        return "j/n"
