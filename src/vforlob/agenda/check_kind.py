"""Read what belongs to the type of a point or felt: choices, records of the case, anchors, bounds, unit."""

from typing import NamedTuple

from vforlob.agenda.reading import Table, id_fault, plain_id, text_fault
from vforlob.agenda.words import BELONGS_TO, KNOWN, KNOWN_ROWS, LONGEST_ID, LONGEST_LABEL, MOST_CHOICES, MOST_STEPS
from vforlob.model.agenda import Choice
from vforlob.model.text import fold
from vforlob.rules.danish import listed, quoted

_EXAMPLE = '["ja: ja", "nej: nej"]'
_USUAL_SCALE = (1, 5)


class ForKind(NamedTuple):
    choices: tuple[Choice, ...] = ()
    known: str = ""
    anchors: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    unit: str = ""


def read_for_kind(table: Table, kind: str) -> ForKind:
    """`kind` is empty when the type itself is wrong: then nothing can be said of what belongs to it."""
    if not kind:
        return ForKind()
    for word, kinds in BELONGS_TO.items():
        if table.has(word) and kind not in kinds:
            table.refuse(f"»{word}« hører til {listed(kinds, 'eller')}, men her er type = »{kind}«.", word)
    low, high = _bounds(table, kind)
    return ForKind(
        choices=_choices(table, kind),
        known=_known(table, kind),
        anchors=_anchors(table, kind, low, high),
        min=low,
        max=high,
        unit=table.text("enhed", LONGEST_LABEL) if _fits("enhed", kind) else "",
    )


def _fits(word: str, kind: str) -> bool:
    return kind in BELONGS_TO[word]


def _choices(table: Table, kind: str) -> tuple[Choice, ...]:
    if not _fits("valg", kind):
        return ()
    if not table.has("valg"):
        if not table.has("kendte"):
            table.refuse(f"Her mangler »valg«, fx valg = {_EXAMPLE}.", "type")
        return ()
    if table.has("kendte"):
        table.refuse("Her står både »valg« og »kendte«. Slet det ene.", "kendte")
    items = table.items("valg", _EXAMPLE)
    if items is None:
        return ()
    if not 1 <= len(items) <= MOST_CHOICES:
        table.refuse(f"»valg« skal have mellem 1 og {MOST_CHOICES} svar og har {len(items)}.", "valg")
    return _distinct(table, items)


def _distinct(table: Table, items: list[object]) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    texts: set[str] = set()
    for index, item in enumerate(items):
        choice = _choice(table, item, index)
        if choice is None:
            continue
        if choice.id in found:
            table.refuse(f"Svaret »{choice.id}« står der to gange.", "valg", index)
        elif fold(choice.text) in texts:
            table.refuse(f"To svar hedder {quoted(choice.text)}. Så kan de ikke kendes fra hinanden.", "valg", index)
        found[choice.id] = choice
        texts.add(fold(choice.text))
    return tuple(found.values())


def _choice(table: Table, item: object, index: int) -> Choice | None:
    if not isinstance(item, str):
        table.refuse('Hvert svar i »valg« er tekst i anførselstegn: "id: tekst".', "valg", index)
        return None
    choice_id, colon, text = (part.strip() for part in item.partition(":"))
    if not colon or not text:
        whole = item.strip(" :")[:LONGEST_ID]
        hint = f', fx "{plain_id(whole)}: {whole}"' if plain_id(whole) and not text_fault(whole, LONGEST_ID) else ""
        table.refuse(f'Svaret {quoted(item)} skal skrives "id: tekst"{hint}.', "valg", index)
        return None
    fault = id_fault(choice_id, LONGEST_ID)
    if fault:
        table.refuse(f"Id'et {quoted(choice_id)} {fault}", "valg", index)
        return None
    fault = text_fault(text, LONGEST_LABEL)
    if fault:
        table.refuse(f"Teksten til svaret »{choice_id}« {fault}", "valg", index)
        return None
    return Choice(choice_id, text)


def _known(table: Table, kind: str) -> str:
    if not _fits("kendte", kind):
        return ""
    return table.word("kendte", KNOWN_ROWS if kind == "liste" else KNOWN)


def _bounds(table: Table, kind: str) -> tuple[float | None, float | None]:
    if not _fits("min", kind):
        return None, None
    low, high = table.number("min"), table.number("max")
    if kind == "skala":
        low, high = _scale(table, low, high)
    elif kind == "liste":
        for word, value in (("min", low), ("max", high)):
            if value is not None and (value != int(value) or value < 0):
                table.refuse(f"»{word}« på en liste er et antal rækker, fx {word} = 5.", word)
    if low is not None and high is not None and low > high:
        table.refuse("»min« er større end »max«.", "min")
        return None, None
    return low, high


def _scale(table: Table, low: float | None, high: float | None) -> tuple[float, float]:
    """1 to 5 where the file does not say."""
    low = _USUAL_SCALE[0] if low is None else low
    high = _USUAL_SCALE[1] if high is None else high
    if low != int(low) or high != int(high):
        table.refuse("En skala går fra et helt tal til et andet, fx min = 1 og max = 5.", "min")
        return _USUAL_SCALE
    if low <= high and not 2 <= high - low + 1 <= MOST_STEPS:
        table.refuse(f"En skala har mellem 2 og {MOST_STEPS} trin.", "max")
        return _USUAL_SCALE
    return low, high


def _anchors(table: Table, kind: str, low: float | None, high: float | None) -> tuple[str, ...]:
    if not _fits("anker", kind):
        return ()
    items = table.items("anker", '["Det er svært", "Det går godt"]')
    if items is None:
        return ()
    for index, item in enumerate(items):
        fault = text_fault(item, LONGEST_LABEL) if isinstance(item, str) else "skal være tekst i anførselstegn."
        if fault:
            table.refuse(f"Tekst nummer {index + 1} i »anker« {fault}", "anker", index)
    if low is not None and high is not None and len(items) != high - low + 1:
        steps = int(high - low) + 1
        table.refuse(f"»anker« har {len(items)} tekster, men skalaen har {steps} trin. Skriv én til hvert.", "anker")
    return tuple(str(item).strip() for item in items)
