"""What stands at a prompt before anything is typed, and what the first keys do to it. Knows no terminal."""

from vforlob.cli.ask.commands import could_become_command


class Prefill:
    """`replaces`: the first character takes the place of the whole; else it is added to it.

    Either way a colon or a question mark may be a command, so the text steps aside until it is known to be none.
    """

    def __init__(self, text: str, replaces: bool) -> None:
        self.text = text
        self.replaces = replaces
        self.untouched = bool(text)
        self._aside = ""

    def touch(self) -> None:
        """It was edited or moved in: from now on it is ordinary text."""
        self.untouched = False

    def typed(self, now: str, characters: str) -> str | None:
        """The whole text after `characters` were typed, or None to insert them where the cursor is."""
        if self.untouched:
            self.untouched = False
            if self.replaces:
                return characters
            if characters in {":", "?"}:
                self._aside = now
                return characters
            return None
        if self._aside and not could_become_command(now + characters):
            text, self._aside = self._aside + now + characters, ""
            return text
        return None

    def after_deletion(self, now: str) -> str | None:
        """The text that stood aside, when the command that made it step aside is gone."""
        if now or not self._aside:
            return None
        text, self._aside, self.untouched = self._aside, "", True
        return text

    def entered(self, now: str, is_command: bool) -> str:
        """What an Enter means: a colon that became no command belongs to the text that stood aside."""
        return now if is_command or not self._aside else self._aside + now

    @property
    def aside(self) -> str:
        return self._aside
