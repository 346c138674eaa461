"""Make any text harmless and fold it for comparison. Knows no language but the Danish letters, and no screen."""

REPLACED = "\ufffd"

# They turn the reading order around, so that a text shows something else than it holds.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_LINE_BREAKS_AND_BOM = frozenset("\u2028\u2029\ufeff")
_COMMON_MARKS = "–—’‘“”„•…€"


def clean(text: str, lines: bool = True) -> str:
    """The text in NFC, with what can steer a terminal or a reader's eye replaced by U+FFFD. Twice is the same as once.

    With `lines=False` newlines and tabs become a space each.
    """
    if not _is_plain(text):
        text = _clean_slowly(text)
    return text if lines else text.replace("\n", " ").replace("\t", " ")


def fold(text: str) -> str:
    """How commands, choices and ids are compared: without case, æ as ae, ø and oe as o, å and aa as a."""
    text = _composed(text).casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return text.replace("oe", "o").replace("aa", "a")


def search_fold(text: str) -> str:
    """How texts are searched: folded, without accents, runs of white space as one space."""
    folded = fold(text)
    if not folded.isascii():
        import unicodedata  # late: plain Danish never needs its tables

        folded = "".join(
            # What is not seen, as a soft hyphen from a pasted page, is no letter of the word.
            ch
            for ch in unicodedata.normalize("NFKD", folded).replace("\u200b", " ")
            if not unicodedata.combining(ch) and unicodedata.category(ch) != "Cf"
        )
    return " ".join(folded.split())


def _is_plain(text: str) -> bool:
    """True for nearly all that is typed, so that the Unicode tables need not be loaded at the first prompt."""
    rest = text.replace("\n", "").replace("\t", "")
    if rest.isascii():
        return rest.isprintable()
    for mark in _COMMON_MARKS:
        rest = rest.replace(mark, "")
    return rest.isprintable() and max(rest, default="") < "\u0100"


def _composed(text: str) -> str:
    if max(text, default="") < "\u0300":
        return text
    import unicodedata  # late: plain Danish never needs its tables

    return unicodedata.normalize("NFC", text)


def _clean_slowly(text: str) -> str:
    import unicodedata  # late: plain Danish never needs its tables

    text = unicodedata.normalize("NFC", _paired(text).replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(ch if ch in "\n\t" or _is_harmless(ch, unicodedata.category(ch)) else REPLACED for ch in text)


def _is_harmless(ch: str, category: str) -> bool:
    if category == "Cn":
        # An emoji younger than this Python's tables is still an emoji, and what was typed must stay.
        return 0x1F000 <= ord(ch) <= 0x1FAFF
    return category not in {"Cc", "Cs"} and ch not in _BIDI and ch not in _LINE_BREAKS_AND_BOM


def _paired(text: str) -> str:
    """Two halves of an emoji, as some consoles send it, put together; a lone half is left for the caller."""
    if any("\ud800" <= ch <= "\udbff" for ch in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text
