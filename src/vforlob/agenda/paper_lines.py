"""Cut what was typed at the numbers of a sheet: which lines belong to which number. Knows no kind of answer.

Phone notes come with bullets, long dashes and spaces that only look like spaces; what stands in front of a number is
taken off, what stands in an answer is left as it is.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from vforlob.agenda.paper import address, find
from vforlob.model.agenda import Agenda
from vforlob.model.answers import Key
from vforlob.model.text import clean

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffd]")
_BULLETS = re.compile(r"(?:\s|[>•·*‣▪◦●○☐☑☒✓✔–—-]|\[[ xX]?\])*")
_BEFORE_NUMBER = re.compile(r"(?:(?:pkt|punkt|spm|spørgsmål|felt|nr)\.?\s+|#)(?=\w)", re.IGNORECASE)
_SEPARATED = re.compile(r"([^:=：)]{1,24}?)(?:\s*([:=：)])|\s+([–—-])\s)\s*(.*)$", re.DOTALL)
_FIRST_WORD = re.compile(r"(\S{2,9})\s+(.*)$", re.DOTALL)
# Without a sign behind it a number must look like one of the sheet's and like nothing else: 4a, 10.1, B.1, B.a.
_PLAIN = re.compile(
    r"(?:\d{1,3}[a-zA-Z]{1,2}|\d{1,3}\.\d{1,3}[a-zA-Z]{0,2}|[A-Z]{1,2}\.(?:\d{1,3}[a-z]{0,2}|[a-z]{1,2}))\.?$"
)
_LOOKS_NUMBERED = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?[a-zA-Z]{0,2}$")
_MINUTES = re.compile(r"\d\d(?!\d)")


class Entry(NamedTuple):
    """`nr` is the number as the sheet has it, or as it was typed where the sheet has none; "" for the lines before the
    first number. `key` is its place on paper.
    """

    nr: str
    key: Key | None
    text: str

    @property
    def line(self) -> str:
        """As it is kept where it cannot be read."""
        return f"{self.nr}: {self.text}" if self.nr else self.text


def split(text: str, agenda: Agenda, printed: Mapping[str, int]) -> tuple[Entry, ...]:
    """`printed` has the last row of each list that stands on the sheet, by point."""
    entries: list[Entry] = []
    for line in clean(text).split("\n"):
        line = _SPACES.sub(" ", line).rstrip()
        found = _numbered(line, agenda, printed)
        if found is not None:
            entries.append(found)
        elif entries:
            entries[-1] = entries[-1]._replace(text=f"{entries[-1].text}\n{line}")
        elif line.strip():
            entries.append(Entry("", None, line))
    return tuple(entry._replace(text=entry.text.strip()) for entry in entries if entry.nr or entry.text.strip())


def _numbered(line: str, agenda: Agenda, printed: Mapping[str, int]) -> Entry | None:
    """A line that begins with a number of the sheet, or with something that can only be meant as one."""
    bare = _UNSEEN.sub("", line[:40]) + line[40:]
    bare = bare[_end(_BULLETS, bare) :]
    bare = bare[_end(_BEFORE_NUMBER, bare) :]
    separated = _SEPARATED.match(bare)
    if separated is not None:
        head, sign, dash, text = separated.groups()
        found = _after_sign(head.strip(), sign or dash, text, bare[separated.start(4) - 1 : separated.start(4)], agenda)
        if found is not None:
            return found
    first = _FIRST_WORD.match(bare)
    if first is not None and _PLAIN.match(first[1]):
        key = find(agenda, first[1])
        if key is not None and _is_printed(key, printed):
            return Entry(address(agenda, key), key, first[2])
    return None


def _after_sign(head: str, sign: str, text: str, before: str, agenda: Agenda) -> Entry | None:
    """10:30 is a time of the day, and 1) begins a list of somebody's own."""
    is_number = head.replace(".", "").replace(",", "").isdecimal()
    if is_number and (sign not in ":=：" or (not before.isspace() and _MINUTES.match(text) and sign == ":")):
        return None
    key = find(agenda, head)
    if key is not None:
        return Entry(address(agenda, key), key, text)
    is_meant = sign in ":=：" and _LOOKS_NUMBERED.match(head.replace(" ", ""))
    return Entry(head.replace(" ", ""), None, text) if is_meant else None


def _is_printed(key: Key, printed: Mapping[str, int]) -> bool:
    return not key.raekke or key.raekke <= printed.get(key.punkt, 0)


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
