"""A text that looks like it holds a cpr number. Carries the masked text, so that a prompt can offer it."""

from vforlob.errors.answer import BadAnswer

SENTENCE = "Her står noget, der ligner et cpr-nummer. Det gemmes ikke i vforlob. Skriv uden det."


class LooksLikeCpr(BadAnswer):
    """`masked` is the same text with the last four digits of each number hidden."""

    def __init__(self, masked: str) -> None:
        super().__init__(SENTENCE)
        self.masked = masked
