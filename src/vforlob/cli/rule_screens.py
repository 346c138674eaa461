"""The dated rules as lines and as JSON. Knows no rule's use; the headings go by how an id begins. Reads nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from vforlob.cli.layout import wrap
from vforlob.rules.danish import counted, plain_date, short_date
from vforlob.rules.rulebook import UNITS, WORD, Rule

_HEADINGS = (
    ("Kontakt", ("kontakt_", "opkald_")),
    ("Milepæle i et forløb", ("milepael_", "forlob_")),
    ("Efterværn", ("eftervaern_",)),
    ("Grænser for praktik", ("praktik_",)),
    ("Frister", ("egen_", "vitas_", "henvist_", "udeblevet_")),
    ("Nedtrapning", ("nedtrapning_",)),
    ("Tegn, der viser sig tidligt", ("tegn_",)),
    ("Dagens liste og månedens tal", ("i_dag_", "udsat_", "maned_")),
    ("Journal og kalender", ("journal_", "kalender_")),
    ("Målgrupper og ord", ("malgrupper", "ord_", "lukkedage")),
    ("Sagsstammen", ("sagsstamme_", "naeste_skridt_")),
    ("Ferie og ringerunde", ("ferie_", "ringerunde_")),
    ("Match mellem ønsker og steder", ("match_", "branche_")),
    ("Sikkerhedskopier og sletning", ("kopi_", "slettefrist_")),
)
_REST = "Andet"
_ALWAYS = date(2000, 1, 1)  # where a source names no date, the rule stands from this day


def rule_lines(rules: Iterable[Rule], day: date, width: int) -> Iterator[str]:
    """Each rule: what it says and its number; its id, where it is from and since when under it."""
    found = list(rules)
    own = sum(rule.own for rule in found)
    yield f" Regler, der gælder {_on(day)} · {counted(len(found), 'regel', 'regler')}{_own_count(own)}"
    for heading in (*(heading for heading, _ in _HEADINGS), _REST):
        below = [rule for rule in found if _heading(rule.id) == heading]
        if below:
            yield from ("", f" {heading}")
            for rule in below:
                yield from _rule_lines(rule, day, width)


def rule_row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "tekst": rule.text,
        "vaerdi": rule.value,
        "enhed": rule.unit,
        "gyldig_fra": rule.valid_from.isoformat(),
        "gyldig_til": rule.valid_to.isoformat() if rule.valid_to else None,
        "kilde": rule.source,
        "egen": "ja" if rule.own else "nej",
    }


def value_words(rule: Rule) -> str:
    """30 dage, 1 uge; words as they are."""
    return str(rule.value) if rule.unit == WORD else counted(rule.number, *UNITS[rule.unit])


def _rule_lines(rule: Rule, day: date, width: int) -> Iterator[str]:
    yield ""
    yield from (f"   {line}" for line in _said(rule, width - 4))
    facts = f"{rule.id} · {_since(rule, day)}"
    for text in (facts, f"Kilde: {rule.source}"):
        yield from (f"     {line}" for line in wrap(text, width - 6))


def _said(rule: Rule, width: int) -> list[str]:
    """The number stands at the right, where the eye runs down; words that are too long for it stand under the text."""
    value = value_words(rule)
    room = width - len(value) - 6
    if room < width // 2:
        return [*wrap(rule.text, width), *wrap(value, width)]
    *first, last = wrap(rule.text, room)
    return [*first, f"{last} {'.' * (width - len(last) - len(value) - 2)} {value}"]


def _since(rule: Rule, day: date) -> str:
    until = f" til {short_date(rule.valid_to, day)}" if rule.valid_to else ""
    since = f"fra {plain_date(rule.valid_from)}" if rule.valid_from > _ALWAYS else "uden startdato"
    return f"{since}{until}{' · kommunens egen' if rule.own else ''}"


def _heading(rule_id: str) -> str:
    return next((name for name, starts in _HEADINGS if rule_id.startswith(starts)), _REST)


def _own_count(count: int) -> str:
    return f", heraf {count} kommunens egne" if count > 1 else ", heraf 1 kommunens egen" if count else ""


def _on(day: date) -> str:
    return f"den {plain_date(day)}"
