"""A day, read as it is typed and echoed in full before Enter takes it. Knows no terminal."""

from vforlob.cli.ask.widget import Widget
from vforlob.errors.answer import BadAnswer
from vforlob.model.answers import Value
from vforlob.rules.danish import long_date, short_date


class Dato(Widget):
    example = "Skriv fx fredag, 3/12, om 14 dage eller uge 49."

    def as_typed(self, value: Value | None) -> str:
        try:
            return short_date(str(value), today="0001-01-01") if value else ""
        except ValueError:  # text from an older agenda
            return str(value)

    def echo(self, typed: str) -> str:
        if not typed.strip():
            return ""
        try:
            day = long_date(str(self.question.read(typed)))
        except (BadAnswer, ValueError):
            return ""  # half a date is no mistake yet
        from vforlob.rules.dates import is_week_only  # late: its patterns are only needed when a date is typed

        return f"{day}, ugens første dag" if is_week_only(typed) else day

    def value_shown(self, value: Value) -> str:
        try:
            return long_date(str(value))
        except ValueError:
            return super().value_shown(value)
