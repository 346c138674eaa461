"""Half a year of one consultant's work with 40 borgere, drawn by a fixed seed: the lines she types, day by day.

What is drawn stands in a ledger of its own, so that the figures of the program can be counted a second time.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from playing import Done

FIRST, LAST = date(2026, 6, 1), date(2026, 11, 30)
PEOPLE, PLACES = 40, 16
BRANCHES = ("Detail", "Lager", "Køkken", "Rengøring", "Pleje", "Grønne områder", "Kontor", "Værksted")
TOWNS = ("4800 Nykøbing F.", "4900 Nakskov", "4930 Maribo", "4990 Sakskøbing")
GROUPS = ("sygedagpengemodtager", "aktivitetsparat kontanthjælpsmodtager", "jobafklaring")
TASKS = ("rydde op på lageret", "pakke ordrer", "tømme maskinen", "gøre gange rene", "fylde hylder", "klippe hæk")
WISHES = ("Noget på et lager", "Et køkken", "En butik tæt på", "Noget udenfor", "Et værksted")
BROKEN = ("afbrudt_borger", "afbrudt_virksomhed", "udeblevet")
ENDED_WELL = ("lontimer", "job", "gennemfort", "gennemfort")
WORKDAYS = 5


class Placement(NamedTuple):
    """One forløb as it was drawn. `raised` is the day paid hours were spoken of, "" for never."""

    borger: int
    nr: int
    virksomhed: int
    start: date
    end: date
    code: str
    formode: bool
    closing_talk: bool
    raised: str
    stays_open: bool


class Drawn(NamedTuple):
    done: tuple[Done, ...]
    placements: tuple[Placement, ...]


def draw(seed: int = 7) -> Drawn:
    """In the order of days; the numbers the program will give are those of the order of the lines."""
    dice = random.Random(seed)
    people = [_person(dice, place) for place in range(PEOPLE)]
    planned = sorted((start, place) for place, person in enumerate(people) for start in person.starts)
    placements = tuple(_placement(dice, people, nr, *one) for nr, one in enumerate(planned, 1))
    lines = [*_places(), *_first_days(people), *(line for one in placements for line in _life(dice, one))]
    return Drawn(tuple(sorted(lines, key=lambda done: done.day)), placements)


class _Person(NamedTuple):
    nr: int
    referred: date
    formode: date | None
    starts: tuple[date, ...]


def _person(dice: random.Random, place: int) -> _Person:
    referred = _workday(FIRST + timedelta(days=place * 4 if place > 14 else place // 4))
    first = _workday(referred + timedelta(days=dice.randint(10, 24)))
    formode = _workday(referred + timedelta(days=dice.randint(2, 7))) if dice.random() < 0.85 else None
    starts = (first,) if dice.random() < 0.9 else ()
    return _Person(place + 1, referred, formode, tuple(day for day in starts if day < LAST - timedelta(days=10)))


def _placement(dice: random.Random, people: list[_Person], nr: int, start: date, place: int) -> Placement:
    weeks = dice.choice((4, 8, 13, 13, 13))
    broken = dice.random() < 0.3
    code = dice.choice(BROKEN) if broken else dice.choice((*ENDED_WELL, "stoppet_afklaret"))
    early = code in (*BROKEN, "stoppet_afklaret")
    after = dice.randint(4, weeks * 7 - 5) if early else weeks * 7 - 3
    end = _workday(start + timedelta(days=after))
    raised = start + timedelta(days=dice.choice((0, 15, 30)))
    return Placement(
        people[place].nr,
        nr,
        dice.randint(1, PLACES),
        start,
        end,
        code,
        formode=people[place].formode is not None,
        closing_talk=dice.random() < 0.8,
        raised=raised.isoformat() if dice.random() < 0.7 and raised < end else "",
        stays_open=end > LAST,
    )


def _workday(day: date) -> date:
    while day.weekday() >= WORKDAYS:
        day += timedelta(days=1)
    return day


def _places() -> Iterator[Done]:
    for place in range(PLACES):
        kind = BRANCHES[place % len(BRANCHES)]
        text = (
            f'navn = "Virksomhed {chr(65 + place)}"\nbranche = "{kind}"\nsted = "{TOWNS[place % len(TOWNS)]}"\n'
            f'kontakt = "Leder {place + 1}"\ntelefon = "54 00 00 {place + 10}"\n'
            f'vaert = "{"ny" if place % 3 else "erfaren"}"\n'
        )
        yield Done(FIRST, ("virksomhed", "ny"), 0, text)


def _first_days(people: list[_Person]) -> Iterator[Done]:
    for person in people:
        ready = ("klar", "taet_pa", "laengere_fra")[person.nr % 3]
        more = 'skal_til = "En prøvedag"\n' if person.nr % 2 else ""
        cv = "ja" if person.nr % 4 else "nej"
        yield Done(
            person.referred,
            ("borger", "ny"),
            0,
            f'alias = "P-{person.nr}"\nmalgruppe = "{GROUPS[person.nr % 3]}"\nparathed = "{ready}"\n{more}'
            f'henvist = {person.referred}\ncv = "{cv}"\n',
        )
        if person.formode:
            yield Done(person.formode, ("formøde", f"b{person.nr}"), 0, _formode(person))


def _formode(person: _Person) -> str:
    wishes = ", ".join(
        f'{{ onske = "{WISHES[(person.nr + n) % 5]}", branche = "{BRANCHES[(person.nr + n) % 8]}" }}' for n in range(4)
    )
    return (
        f"{_head(person.formode or FIRST, 'kommunen', 'borger', 'sagsbehandler')}"
        f'[geografi]\nsted = "{TOWNS[person.nr % 4]}"\ntransport = "bus"\nminutter = 40\n\n'
        f"[onskeliste]\nraekker = [ {wishes} ]\n\n"
        f'[aftaler]\nraekker = [ {{ hvad = "Ringe til to steder", hvem = "konsulent" }} ]\n'
    )


def _life(dice: random.Random, one: Placement) -> Iterator[Done]:
    """Begun, followed up at least monthly, and ended in the half year unless it stays open."""
    until = LAST if one.stays_open else one.end
    day = _workday(one.start - timedelta(days=4))
    yield Done(day, ("forløb", "ny"), 0, _forlob(one))
    yield Done(day, ("startmøde", f"f{one.nr}"), 0, _startmode(one, day))
    yield from _between(dice, one, until)
    if not one.stays_open:
        yield Done(one.end, ("afslutning", f"f{one.nr}"), 0, _afslutning(one))


def _between(dice: random.Random, one: Placement, until: date) -> Iterator[Done]:
    day, times = one.start + timedelta(days=dice.choice((7, 12, 20))), 0
    while (held := _workday(day)) < until:
        times += 1
        yield Done(held, ("opfølgning", f"f{one.nr}"), 0, _opfolgning(one, held, times))
        if times == 1 and one.code in BROKEN:
            yield Done(held, ("fravær", f"f{one.nr}"), 0, f'dato = {held}\nart = "udeblevet"\n')
        if (call := _workday(held + timedelta(days=10))) < until:
            yield Done(call, ("kontakt", f"f{one.nr}"), 0, _kontakt(call, "virksomhed" if times % 2 else "borger"))
        day = held + timedelta(days=dice.choice((21, 28, 40)))


def _forlob(one: Placement) -> str:
    slut = one.start + timedelta(weeks=13)
    without = "" if one.formode else 'uden_formode = "Startede med det samme"\n'
    return (
        f'borger = {one.borger}\nvirksomhed = {one.virksomhed}\nart = "virksomhedspraktik"\n'
        f"start = {one.start}\nslut = {slut}\ntimer = 12\n{without}"
    )


def _head(day: date, form: str, *present: str) -> str:
    people = ", ".join(f'"{name}"' for name in (*present, "konsulent"))
    return f'[samtale]\ndato = {day}\nform = "{form}"\ndeltagere = [{people}]\n\n'


def _startmode(one: Placement, day: date) -> str:
    raised = '[lonkroner]\nsvar = "maske"\n\n' if one.raised == one.start.isoformat() else ""
    return (
        f"{_head(day, 'besog', 'borger', 'leder')}"
        f'[hensigt]\nart = "optraening"\n\n[timetal]\ntimer = 12\ndage = ["man", "ons", "fre"]\n\n{raised}'
        f'[vitas]\nsvar = "bevilget"\n\n[opstart]\ndato = {one.start}\nkl = "9.00"\n\n'
        f'[opfolgning]\ndato = {_workday(one.start + timedelta(days=1))}\nform = "telefon"\n\n'
        f'[forventning]\nborger = "ja"\nvirksomhed = "{"delvist" if one.code in BROKEN else "ja"}"\n'
    )


def _opfolgning(one: Placement, day: date, times: int) -> str:
    step = ("oplaeres", "med_hjaelp", "selvstaendigt")[min(times, 3) - 1]
    raised = f'[lonkroner]\ntrin = "{"forhandles" if times > 1 else "italesat"}"\n\n' if _may_raise(one, day) else ""
    score = 2 if one.code in BROKEN else 4
    return (
        f"{_head(day, 'besog', 'borger', 'leder')}"
        f"[hvordan_gar_det]\nborger = {score}\nvirksomhed = {min(score + times - 1, 5)}\n\n"
        f'[opgaver]\nraekker = [ {{ opgave = "{TASKS[one.nr % 6]}", trin = "{step}" }} ]\n\n'
        f"[fremmode]\naftalt = 6\nmodt = 5\nsyg = 1\nfri = 0\nudeblevet = 0\nuafklaret = 0\n\n"
        f"{raised}[timetal]\npraktik = {12 + 3 * times}\n{'ordinaer = 2' if times > 2 else ''}\n\n"
        f'[aftaler]\nraekker = [ {{ hvad = "Prøve en opgave mere", hvem = "virksomhed" }} ]\n'
        f"naeste_kontakt = {_workday(day + timedelta(days=14))}\n"
    )


def _may_raise(one: Placement, day: date) -> bool:
    return bool(one.raised) and day.isoformat() >= one.raised > one.start.isoformat()


def _kontakt(day: date, part: str) -> str:
    who = f'med = ["{part}"]\nnaet = "ja"\nhvem_ringede = "konsulent"\n'
    return f'dato = {day}\nkanal = "telefon"\n{who}tekst = "Talt om ugen"\n'


def _afslutning(one: Placement) -> str:
    talked = 'holdt = "ja"\nform = "telefon"\n' if one.closing_talk else 'holdt = "nej"\nforsog = 2\n'
    present = ("borger", "leder") if one.closing_talk else ("borger",)
    why = f'hvem = "{one.code.partition("_")[2]}"\n' if one.code.startswith("afbrudt") else ""
    knows = 'kender_virksomheden_arsag = "ja"\n' if one.code in BROKEN else ""
    return (
        f"{_head(one.end, 'telefon', *present)}"
        f"[samtale_med_virksomhed]\n{talked}\n"
        f'[udfald]\nkode = "{one.code}"\ndato = {one.end}\n{why}{knows}klogere = "Faste opgaver virker"\n\n'
        f'[laering]\nvirkede = "Faste opgaver"\nanderledes = "Ringe før"\nmaerker = "lager, mødetid"\n\n'
        f'[naeste_skridt]\nhvad = "Tale om næste forløb"\nhvem = ["konsulent"]\n'
        f"frist = {_workday(one.end + timedelta(days=7))}\n"
    )
