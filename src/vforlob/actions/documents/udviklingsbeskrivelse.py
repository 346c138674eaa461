"""How a borger has come on since a day: a paragraph, and what it rests on, drawn and in words. Knows no gate."""

from collections.abc import Iterator

from vforlob.actions.documents.blocks import bullets, fields, paragraph, section, table
from vforlob.actions.documents.contacts import konsulent_of, one_line
from vforlob.actions.documents.development import Development, moved
from vforlob.actions.documents.development_words import STEPS
from vforlob.actions.documents.figures import attendance_figure, hours_figure, score_figures
from vforlob.actions.documents.finished import finished
from vforlob.actions.documents.lines import capital
from vforlob.actions.documents.made import Made, Missing
from vforlob.actions.documents.words_said import score_table, words_said
from vforlob.model.case import Case
from vforlob.model.delmal import Delmal
from vforlob.model.dokument import Blok, Dokument, Figur, Kolonne
from vforlob.rules.danish import counted, plain_date
from vforlob.rules.gate_tables import CASE_ONLY
from vforlob.rules.language import softer
from vforlob.rules.reformulering import in_force
from vforlob.rules.smart import title
from vforlob.rules.voices import DELMAL_STATUS, VOICES
from vforlob.rules.voices_later import ARTS
from vforlob.store.fraser import load_fraser
from vforlob.store.store import Store


def make_udviklingsbeskrivelse(store: Store, development: Development, text: str) -> Made:
    """`text` is the paragraph, as drafted or as the konsulent wrote it."""
    konsulent, words = konsulent_of(store), development.words
    is_case = development.recipient in CASE_ONLY
    dokument = Dokument(
        art="udviklingsbeskrivelse",
        titel=words.titel,
        modtager=development.recipient,
        blokke=tuple(_blocks(development, text)),
        undertitel=_under(development, is_case),
        dato=development.today,
        sidehoved=f"{words.titel} · {development.case.borger.alias}" if is_case else "",
        hilsen="" if is_case or not konsulent.navn else "Venlig hilsen",
        konsulent=konsulent.navn,
        telefon=konsulent.telefon,
    )
    return Made(finished(dokument, development.case.borger.alias), tuple(_missing(store, development, text)))


def _blocks(development: Development, text: str) -> Iterator[Blok]:
    headings, case = development.words.headings, development.case
    held = [one.samtale for one in development.heard]
    yield from fields(
        (
            ("Periode", f"{plain_date(development.since)} – {plain_date(development.today)}"),
            ("Bygger på", counted(len(held), "samtale", "samtaler") if held else ""),
        )
    )
    yield from section(headings["tekst"], paragraph(text))
    yield from section(headings["opgaver"], _tasks(development))
    yield from section(headings["timer"], drawn(hours_figure(case, development.recipient)))
    yield from section(headings["fremmode"], _attendance(development))
    yield from section(headings["delmal"], bullets(_goals(development)))
    yield from section(headings["vurderinger"], _scores(development))
    yield from section(headings["ord"], tuple(words_said(development.heard, VOICES[development.recipient])))


def _under(development: Development, is_case: bool) -> str:
    """Whose it is to the case; where, to everybody."""
    case = development.case
    where = f"hos {one_line(case.virksomhed.navn)}" if case.virksomhed else ""
    what = ARTS.get(case.forlob.art, case.forlob.art) if case.forlob else ""
    who = case.borger.alias if is_case else ""
    return capital(" · ".join(filter(None, (" ".join(filter(None, (who, where))), what))))


def _tasks(development: Development) -> tuple[Blok, ...]:
    columns = (Kolonne("Opgave", bredde=3), Kolonne("Før", bredde=2), Kolonne("Nu", bredde=2))
    changed = {one.opgave.nr for one in moved(development)}
    rows = (
        (
            capital(one_line(one.opgave.opgave)),
            STEPS.get(one.before, one.before) if one.opgave.nr in changed else "som nu",
            STEPS.get(one.opgave.trin, one.opgave.trin),
        )
        for one in development.moves
    )
    return table(development.words.headings["opgaver"], columns, rows)


def _attendance(development: Development) -> tuple[Blok, ...]:
    rows = tuple(one for one in development.case.fremmode if one.til > development.since)
    return attendance(development.case._replace(fremmode=rows), development.recipient)


def drawn(figure: Figur | None) -> tuple[Blok, ...]:
    return () if figure is None else (figure,)


def attendance(case: Case, recipient: str) -> tuple[Blok, ...]:
    """Drawn where there is a course to see; one count is a sentence."""
    figure = attendance_figure(case, recipient)
    has_course = figure is not None and any(len(serie.malinger) > 1 for serie in figure.serier)
    return drawn(figure) if has_course else paragraph(figure.alternativ if figure else "")


def _scores(development: Development) -> tuple[Blok, ...]:
    """First and newest in a table; those with a course are drawn."""
    is_case = development.recipient in CASE_ONLY
    said = {one.samtale.nr: one.held.answers for one in development.heard}
    agendas = {one.held.agenda.sha: one.held.agenda for one in development.heard}
    figures = score_figures(development.case, said, agendas, development.recipient)
    return (*score_table(development.heard, with_who=is_case), *figures)


def _goals(development: Development) -> Iterator[str]:
    """Open ones by date, then those that were settled in the period."""
    known = [one for one in development.case.delmal if title(one)]
    open_ones = sorted((one for one in known if _is_open(one)), key=lambda one: (one.frist or "9", one.nr))
    settled = [one for one in known if not _is_open(one) and (one.status_dato or "") > development.since]
    for delmal in (*open_ones, *settled):
        when = delmal.status_dato if not _is_open(delmal) else delmal.frist
        by = f"{'den' if not _is_open(delmal) else 'senest'} {plain_date(when)}" if when else ""
        status = DELMAL_STATUS.get(delmal.status, delmal.status)
        yield f"{capital(one_line(title(delmal)).rstrip('.'))} – {', '.join(filter(None, (status, by)))}"


def _is_open(delmal: Delmal) -> bool:
    return delmal.status in {"aben", "justeret", "delvist"}


def _missing(store: Store, development: Development, text: str) -> Iterator[Missing]:
    case = development.case
    yield Missing(f"Det er tiden siden {plain_date(development.since)}. En anden dag vælger du med --siden.")
    for one in softer(text, in_force(load_fraser(store.folder), development.today)):
        yield Missing(f"»{one.word}« kan lyde hårdt. {one.suggestion}")
    if not development.heard:
        number = f"f{case.forlob.nr}" if case.forlob else ""
        yield Missing("Der er ingen færdig samtale i den tid.", f"opfølgning {number}" if number else "")
    if not any(_is_open(one) for one in case.delmal):
        yield Missing("Der er intet åbent delmål.", f"delmål ny b{case.borger.nr}")
