"""What the commands for documents share: who it is for, in which format, made and looked over. Knows no command."""

import os

from vforlob.actions.make_referat import make_referat
from vforlob.actions.settings import setting
from vforlob.agenda.near import nearest
from vforlob.cli.context import context
from vforlob.cli.handing import TEMPLATES, Wish, laid_aside
from vforlob.errors.render import SamtaleNotFinished, UnknownFormat, UnknownRecipient
from vforlob.errors.use import NothingGiven
from vforlob.model.agenda import RECIPIENTS
from vforlob.model.case import Held
from vforlob.model.referat import Referat
from vforlob.model.samtale import Samtale
from vforlob.model.text import fold
from vforlob.rules.gate_tables import OUTSIDE
from vforlob.store.agendas import agenda_as_asked
from vforlob.store.case import load_held
from vforlob.store.store import Store

SIGNED_WITH = ("konsulent", "telefon")


def recipient_for(typed: str, samtale: str) -> str:
    """Who the document is for; picked from a list when nobody is named and somebody can be asked."""
    if not typed:
        return _picked_recipient(samtale)
    if fold(typed.strip()) in RECIPIENTS:
        return fold(typed.strip())
    raise UnknownRecipient(typed, nearest(typed, RECIPIENTS))


def format_for(typed: str) -> str:
    from vforlob.render.formats import FORMATS  # late: only a line that makes a document needs them

    wanted = fold(typed.strip().removeprefix("."))
    if wanted in FORMATS:
        return wanted
    raise UnknownFormat(typed, nearest(typed, FORMATS), tuple(FORMATS))


def samtale_held(store: Store, samtale: Samtale) -> Held:
    """The newest finished version, also while a correction is being written."""
    if not samtale.udgave:
        from vforlob.actions.drafts import case_of_samtale  # late: a finished samtale needs nothing that asks
        from vforlob.cli.holding import line_of  # likewise

        raise SamtaleNotFinished(samtale.nr, line_of(samtale.agenda, case_of_samtale(store, samtale)))
    return load_held(store, samtale.nr, agenda_as_asked(store, samtale.agenda_sha), udgave=samtale.udgave)


def make_document(store: Store, held: Held, recipient: str, wish: Wish) -> tuple[Referat, str | bytes]:
    """The facts the recipient is given, and the document made of them with the kommune's own template if it has one."""
    from vforlob.render.render import render  # late: the libraries of a format cost as much as ten starts

    settings = {name: setting(store, name) for name in SIGNED_WITH}
    referat = make_referat(held, recipient, settings)
    folder = os.path.join(store.folder, TEMPLATES)
    with laid_aside(store, wish.format):
        return referat, render(referat, wish.format, folder, replace_signs=wish.erstat_tegn)


def hint_of(referat: Referat) -> str:
    """A sentence when a text to the workplace looks as if it told of somebody's health. It never stops anything."""
    if referat.modtager not in OUTSIDE:
        return ""
    from vforlob.rules.hints import health_hint  # late: its words are only needed here

    rows = [row for section in referat.afsnit for row in section.raekker]
    lines = [line for section in referat.afsnit for line in section.linjer] + [
        line for row in rows for line in row.linjer
    ]
    return health_hint("\n".join([*(row.tekst for row in rows), *(line.tekst for line in lines)]))


def _picked_recipient(samtale: str) -> str:
    if not context().may_ask:
        raise NothingGiven("en modtager", f"vforlob referat {samtale or 's31'} --til borger")
    from vforlob.cli.picking import pick  # late: a line with its recipient needs no list

    return RECIPIENTS[pick("Hvem er teksten til?", "modtager", enumerate(RECIPIENTS))]
