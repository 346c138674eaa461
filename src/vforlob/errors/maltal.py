"""What can be wrong with a target or with the month that is asked for. Carries months, never what was typed as text."""

from collections.abc import Iterable

from vforlob.errors.base import ExitCode, VforlobError


class BadFilter(VforlobError):
    """The sentence is Danish and ready; it quotes what was typed, so it is no message."""

    exit_code = ExitCode.FAULTY_FILE

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class BadMonth(VforlobError):
    """What was typed is no month, or one that cannot be meant. The sentence is ready, as above."""

    exit_code = ExitCode.USAGE

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class MonthAhead(VforlobError):
    """A report of a month that has not begun."""

    exit_code = ExitCode.USAGE

    def __init__(self, maned: str, now: str) -> None:
        super().__init__(maned)
        self.maned, self.now = maned, now


class MonthBefore(VforlobError):
    """A report of a month before the first one there are figures of; `first` is empty where nothing was ever kept."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, maned: str, first: str) -> None:
        super().__init__(maned)
        self.maned, self.first = maned, first


class TargetsRefused(VforlobError):
    """The line that sets targets is wrong; nothing was saved. The sentences are ready and may quote what was typed."""

    exit_code = ExitCode.USAGE

    def __init__(self, sentences: Iterable[str], maned: str) -> None:
        super().__init__(maned)
        self.sentences, self.maned = tuple(sentences), maned


class MonthOver(VforlobError):
    """A target of a month that has ended stands as it was."""

    exit_code = ExitCode.USAGE

    def __init__(self, maned: str, now: str) -> None:
        super().__init__(maned)
        self.maned, self.now = maned, now


class NoSuchFigure(VforlobError):
    """No target is called that. `near` is the nearest right name, empty when none is; `typed` is no message."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, typed: str, near: str, known: Iterable[str]) -> None:
        super().__init__()
        self.typed, self.near, self.known = typed, near, tuple(known)


class CaseNotOpen(VforlobError):
    """A case to talk about that is over: nothing of it stands in today's rows. `number` is f12 or b7."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
