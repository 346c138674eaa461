"""Aftaler, delmål and opgaver on a screen, "Kun til dig": lists and one at a time. Paints lines, decides nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from vforlob.actions.record_kinds.base import DAYS
from vforlob.actions.record_kinds.delmal import ART
from vforlob.actions.value_words import in_words
from vforlob.agenda.reserved import DELMAL_STATUS
from vforlob.cli.layout import for_you, labelled, one_line
from vforlob.cli.owners import Owner
from vforlob.cli.record_lists import columns
from vforlob.model.aftale import Aftale
from vforlob.model.agenda import Choice
from vforlob.model.delmal import Delmal
from vforlob.model.opgave import Opgave
from vforlob.rules.danish import counted, listed, long_date, number, short_date
from vforlob.rules.smart import LETTERS, gaps, is_filled, missing, title
from vforlob.store.posts import Post

Facts = Iterable[tuple[str, str]]
OPEN = "aben"
_WHO = {"konsulent": "dig"}
_MAY_SEE = {"borger": "borgeren", "virksomhed": "virksomheden", "mentor": "mentoren"}
_DEFAULT = "borgeren og dem, der var med eller er nævnt; altid sagsbehandler og journal"


def aftale_table(page: Sequence[Post], today: date, width: int) -> list[str]:
    rows = [
        (str(it.record.nr), whose(it), who(it.record), when(it.record, today), one_line(it.record.hvad)) for it in page
    ]
    return columns(("Nr", "Sag", "Hvem", "Senest", "Hvad"), rows, width)


def delmal_table(page: Sequence[Post], today: date, width: int) -> list[str]:
    rows = [
        (
            str(it.record.nr),
            whose(it),
            _status(it.record),
            _by(it.record, today),
            missing(it.record) or "-",
            one_line(title(it.record)),
        )
        for it in page
    ]
    return columns(("Nr", "Sag", "Status", "Senest", "Mangler", "Delmål"), rows, width)


def opgave_table(page: Sequence[Post], today: date, width: int) -> list[str]:
    rows = [
        (
            str(it.record.nr),
            whose(it),
            in_words("opgave", "trin", it.record.trin),
            short_date(it.record.trin_siden, today) if it.record.trin_siden else "",
            in_words("opgave", "timetype", it.record.timetype or ""),
            one_line(it.record.opgave),
        )
        for it in page
    ]
    return columns(("Nr", "Sag", "Trin", "Siden", "Timer", "Opgave"), rows, width)


def aftale_screen(aftale: Aftale, owner: Owner, today: date, width: int) -> list[str]:
    facts = (
        ("Hvad", one_line(aftale.hvad)),
        ("Hvem", who(aftale)),
        ("Senest", f"{long_date(aftale.frist)}{_late(aftale, today)}" if aftale.frist else "ikke aftalt"),
        ("Status", _settled(aftale, today)),
        ("Flyttet", counted(aftale.flyttet, "gang", "gange") if aftale.flyttet else ""),
        ("Hvorfor", one_line(aftale.grund or "")),
        ("Hvem må se den", _seen_by(aftale)),
        ("Lavet", _made(aftale.oprettet, aftale.samtale, today)),
    )
    return [*for_you(f"Aftale {aftale.nr} · {owner.name}", width), "", *_painted(facts, width)]


def delmal_screen(delmal: Delmal, owner: Owner, today: date, width: int) -> list[str]:
    since = f" siden {short_date(delmal.status_dato, today)}" if delmal.status_dato else ""
    facts = (
        ("Status", f"{_status(delmal)}{since}"),
        ("Hvad er der sket", one_line(delmal.tekst or "")),
        ("Slags", _choice(ART, delmal.art)),
        *((letter.name, _letter(delmal, letter.column)) for letter in LETTERS if is_filled(delmal, letter)),
        ("Virksomheden", "må kende delmålet" if delmal.delt == "ja" else "får det ikke at se"),
        ("Lavet", _made(delmal.oprettet, delmal.samtale, today)),
    )
    lacks = [f" {gap}" for gap in gaps(delmal)] if delmal.status == OPEN else []
    return [
        *for_you(f"Delmål {delmal.nr} · {owner.name}", width),
        "",
        *_painted(facts, width),
        *(["", *lacks] if lacks else []),
    ]


def opgave_screen(opgave: Opgave, owner: Owner, today: date, width: int) -> list[str]:
    since = f" siden {short_date(opgave.trin_siden, today)}" if opgave.trin_siden else ""
    days = [_choice(DAYS, day).casefold() for day in opgave.dage]
    facts = (
        ("Opgave", one_line(opgave.opgave)),
        ("Trin", f"{in_words('opgave', 'trin', opgave.trin)}{since}"),
        ("Slags timer", in_words("opgave", "timetype", opgave.timetype or "")),
        ("Dage", listed(days)),
        ("Timer om ugen", number(opgave.timer) if opgave.timer is not None else ""),
        ("Tilpasning", one_line(opgave.tilpasning or "")),
        ("Hjælpemidler", one_line(opgave.hjaelpemidler or "")),
    )
    return [*for_you(f"Opgave {opgave.nr} · {owner.name}", width), "", *_painted(facts, width)]


def whose(post: Post) -> str:
    """f12 Æ-7"""
    number = f"f{post.record.forlob}" if post.record.forlob is not None else f"b{post.record.borger}"
    return f"{number} {one_line(post.alias)}"


def who(aftale: Aftale) -> str:
    named = [_WHO.get(word, word) for word in aftale.hvem if word != "andre" or not aftale.hvem_andre]
    return listed([*named, *([one_line(aftale.hvem_andre)] if aftale.hvem_andre else [])]) or "ingen nævnt"


def when(aftale: Aftale, today: date) -> str:
    if aftale.status != OPEN:
        return _settled(aftale, today)
    return f"{short_date(aftale.frist, today)}{_late(aftale, today)}" if aftale.frist else ""


def _late(aftale: Aftale, today: date) -> str:
    is_late = aftale.status == OPEN and aftale.frist is not None and aftale.frist < today.isoformat()
    return " over tid" if is_late else ""


def _settled(aftale: Aftale, today: date) -> str:
    since = f" {short_date(aftale.afsluttet, today)}" if aftale.afsluttet else ""
    return f"{in_words('aftale', 'status', aftale.status)}{since}"


def _seen_by(aftale: Aftale) -> str:
    if aftale.modtagere is None:
        return _DEFAULT
    named = [_MAY_SEE[word] for word in aftale.modtagere if word in _MAY_SEE]
    return listed([*named, "sagsbehandler", "journal"])


def _status(delmal: Delmal) -> str:
    return _choice(DELMAL_STATUS, delmal.status)


def _by(delmal: Delmal, today: date) -> str:
    if not delmal.frist:
        return ""
    is_late = delmal.status == OPEN and delmal.frist < today.isoformat()
    return f"{short_date(delmal.frist, today)}{' over tid' if is_late else ''}"


def _letter(delmal: Delmal, column: str) -> str:
    value = one_line(getattr(delmal, column) or "")
    return long_date(value) if column == "frist" else value


def _made(day: str | None, samtale: int | None, today: date) -> str:
    parts = [short_date(day, today) if day else "", f"i samtalen s{samtale}" if samtale else ""]
    return " ".join(part for part in parts if part)


def _choice(choices: Iterable[Choice], wanted: str) -> str:
    return next((choice.text for choice in choices if choice.id == wanted), wanted)


def _painted(facts: Facts, width: int) -> list[str]:
    return [line for label, text in facts if text for line in labelled(label, text, width)]
