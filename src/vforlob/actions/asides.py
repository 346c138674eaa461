"""What is told right after an answer: a number that does not fit, a clash, a rule worth remembering. Blocks nothing."""

from collections.abc import Iterator

from vforlob.actions.sitting import Sitting, around_of, kept
from vforlob.agenda.around import Against
from vforlob.agenda.crosscheck import COUNTED, PLANNED, of_punkt
from vforlob.model.agenda import Punkt
from vforlob.model.answers import Key, Value
from vforlob.rules.clash import Clash, clashes_with_days, clashes_with_time, in_words

EXTENSION = "Forlængelse kræver en ny bevilling."
STAYED_AWAY = "Tal med borgeren, før du skriver en grund."


def asides(sitting: Sitting, punkt: Punkt, key: Key, value: Value | None) -> tuple[str, ...]:
    """In the order they are told. `sitting` holds the answer already."""
    if value is None:
        return ()
    said = [
        against.sentence for against in of_punkt(punkt, kept(sitting), around_of(sitting)) if _is_about(against, key)
    ]
    said += [f"{in_words(clash)}." for clash in _clashes(sitting, punkt, key, value)]
    if "forlob.slut" in punkt.writes and value == "ja" and _is_first_yes(sitting, punkt):
        said.append(EXTENSION)
    if key.felt == "udeblevet" and isinstance(value, int | float) and value > 0:
        said.append(STAYED_AWAY)
    return tuple(dict.fromkeys(said))


def _is_first_yes(sitting: Sitting, punkt: Punkt) -> bool:
    return sum(sitting.answers.get(Key(punkt.id, felt.id)) == "ja" for felt in punkt.felter) == 1


def _is_about(against: Against, key: Key) -> bool:
    """Told where it came up, not again at every later answer of the point."""
    counts = {PLANNED, *COUNTED}
    return against.key == key or (against.key.felt in counts and key.felt in counts)


def _clashes(sitting: Sitting, punkt: Punkt, key: Key, value: Value) -> Iterator[Clash]:
    """Only where hours or a day are agreed; what the time is taken by is never said."""
    koordinering = sitting.case.koordinering
    if not koordinering:
        return
    if key.felt == "dage" and isinstance(value, tuple):
        yield from clashes_with_days(koordinering, value)
    for day_felt, time_felt in (("dato", "kl"), ("naeste_kontakt", "naeste_kl")):
        if key.felt in {day_felt, time_felt} and punkt.felt(day_felt) and punkt.felt(time_felt):
            day, time = (sitting.answers.get(Key(punkt.id, felt)) for felt in (day_felt, time_felt))
            if day and time:
                yield from clashes_with_time(koordinering, str(day), str(time))
