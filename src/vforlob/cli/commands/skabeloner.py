"""The command that hands out our Word template. Open, act, show."""

from vforlob.actions.new_template import begin_template
from vforlob.cli.context import context
from vforlob.cli.show import out


def ny() -> None:
    """A copy of the Word template, to be restyled."""
    path = begin_template(context().folder)
    out("Din egen Word-skabelon ligger nu her og bliver brugt fra nu af:")
    out(f"  {path}")
    out("Åbn den i Word, og ret skrifttyper, farver, sidehoved og logo. Lad teksten mellem { og } stå.")
    out("Vil du tilbage til programmets egen, så slet filen.")
