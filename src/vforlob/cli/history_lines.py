"""The earlier values of a record, with the days they were changed. Paints lines, decides nothing."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vforlob.actions.record_words import column_word
from vforlob.actions.value_words import NOTHING, in_words
from vforlob.cli.layout import wrap
from vforlob.rules.danish import short_date
from vforlob.store.history import Noted, history_of
from vforlob.store.store import Store

# They follow another column, and say nothing that it does not. Nor does it when a new forløb takes something over.
_FOLLOWS = frozenset({"status_dato", "trin_siden", "afsluttet", "flyttet", "sted_i_samtale", "til_stede"})
_UNDONE = "fortryd"


def history_lines(
    store: Store, emne: str, nr: int, today: date, width: int, about: str = "", only: tuple[str, ...] = ()
) -> list[str]:
    """ "Rettet 20/11: frist 27/11 -> 1/12", oldest first; nothing for a record that stands as it was made.

    `about` names the record where there are several on the screen: "Timetal 7". `only` are the columns that matter.
    """
    lines = []
    for noted in history_of(store, emne, nr)[1:]:
        for sentence in _sentences(emne, noted, today, only):
            named = f"{about} {sentence[:1].lower()}{sentence[1:]}" if about else sentence
            first, *more = wrap(named, width - 4)
            lines += [f" {first}", *(f"   {line}" for line in more)]
    return ["", *lines] if lines else []


def history_json(store: Store, emne: str, nr: int) -> list[dict[str, Any]]:
    """Each change as the columns before and after it."""
    return [
        {
            "dato": noted.dag,
            "art": noted.art.partition(" ")[0],
            "for": _plain(noted.before),
            "efter": _plain(noted.after),
        }
        for noted in history_of(store, emne, nr)[1:]
    ]


def _sentences(emne: str, noted: Noted, today: date, only: tuple[str, ...]) -> Iterator[str]:
    word = "Fortrudt" if noted.art.startswith(_UNDONE) else "Rettet"
    day = short_date(noted.dag, today)
    if noted.before is None:
        yield f"Kom igen {day}."
    elif noted.after is None:
        yield f"Fjernet {day}."
    else:
        for column, after in noted.after.items():
            is_adopted = column == "forlob" and noted.before.get(column) is None
            if column not in _FOLLOWS and not is_adopted and (not only or column in only):
                before, now = (_shown(emne, column, value, today) for value in (noted.before.get(column), after))
                yield f"{word} {day}: {column_word(column, emne)} {before} -> {now}"


def _shown(emne: str, column: str, value: Any, today: date) -> str:
    return NOTHING if value in (None, "", ()) else " ".join(in_words(emne, column, value, today.isoformat()).split())


def _plain(columns: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if columns is None:
        return None
    return {name: list(value) if isinstance(value, tuple) else value for name, value in columns.items()}
