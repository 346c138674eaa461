"""Whether what stands between { } in a Word file can be read at all, and near which words it cannot. Knows no data.

It is looked at before docxtpl does: a tag that never ends would have it read the file over and over.
"""

import re
from collections.abc import Iterator
from html import unescape

from vforlob.model.text import clean
from vforlob.render.grammar import TemplateFault, short

LONGEST_TAG, MOST_TAGS = 1_000, 5_000
CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
NEVER_CLOSED = "Her begynder {0} uden at slutte med {1} i det samme afsnit."

# Word likes to put marks of its own between two signs that were typed side by side.
_BETWEEN_SIGNS = re.compile(r"(?<={)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=})")
_SIGNS = re.compile(r"\{[{%#]|[}%#]\}|</w:p>")
_MARKS = re.compile(r"<[^>]*>")


def with_whole_tags(xml: str) -> str:
    """The XML with the signs of its tags side by side, when every tag ends where it should."""
    whole = _BETWEEN_SIGNS.sub("", xml)
    for count, tag in enumerate(_tags(whole)):
        if count >= MOST_TAGS:
            raise _fault(whole, 0, "Skabelonen har over 5.000 felter. Del den op.")
        if len(_MARKS.sub("", tag)) > LONGEST_TAG:
            raise _fault(whole, whole.index(tag), "Det, der står mellem { og }, er for langt.")
    return whole


def _tags(xml: str) -> Iterator[str]:
    opening, begins = "", 0
    for found in _SIGNS.finditer(xml):
        sign = found[0]
        if not opening and sign in CLOSES:
            opening, begins = sign, found.start()
        elif opening and sign == CLOSES[opening]:
            yield xml[begins : found.end()]
            opening = ""
        elif opening:
            raise _fault(xml, begins, NEVER_CLOSED.format(opening, CLOSES[opening]))
    if opening:
        raise _fault(xml, begins, NEVER_CLOSED.format(opening, CLOSES[opening]))


def _fault(xml: str, place: int, sentence: str) -> TemplateFault:
    """The line is the number of the paragraph, as a template is filled in a paragraph a line."""
    return TemplateFault(sentence, xml.count("<w:p ", 0, place) + xml.count("<w:p>", 0, place) + 1)


def words_of(line: str) -> str:
    """What a person sees of a line of XML, cut short."""
    seen = " ".join(clean(unescape(_MARKS.sub("", line)), lines=False).split())
    return short(seen) if seen else ""
