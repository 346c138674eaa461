"""One line: kort, tal, klokkeslaet. Knows no terminal."""

from vforlob.cli.ask.suggesting import Suggesting
from vforlob.model.answers import Value
from vforlob.model.text import clean
from vforlob.rules.danish import clock, with_unit


class Linje(Suggesting):
    example = "Skriv svaret, og tryk Enter."

    def as_typed(self, value: Value | None) -> str:
        if self.question.kind == "klokkeslaet" and isinstance(value, str):
            return value.replace(":", ".")
        return super().as_typed(value)

    def value_shown(self, value: Value) -> str:
        if self.question.kind == "klokkeslaet" and isinstance(value, str) and ":" in value:
            return clock(value)
        if isinstance(value, int | float):
            return with_unit(value, self.question.unit)
        return clean(super().value_shown(value), lines=False)
