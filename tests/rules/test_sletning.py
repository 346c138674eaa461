"""What may be deleted, and when: by hand, and for thousands of days against a second, slow computation."""

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from vforlob.rules.sletning import (
    CORRECTED,
    IN_USE,
    JOURNAL,
    NEXT,
    NOT_YET,
    OPEN,
    STOP,
    Begun,
    Person,
    Placed,
    Post,
    Talk,
    clock_is_sane,
    days_after,
    log_limit,
    of_drafts,
    of_persons,
    of_places,
    of_posts,
    of_talks,
)

NOBODY: frozenset[int] = frozenset()
DAYS = 30
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIRST = date(2023, 12, 1)  # a leap day, two turns of the year and four of the clock lie in the days that are drawn


def talk(nr: int = 1, dato: str = "2026-11-02", receipt: str | None = "2026-11-03", **over: object) -> Talk:
    plain = Talk(nr, 7, 12, dato, dato, receipt)
    return plain._replace(**over)  # type: ignore[arg-type]


def judged(talks: list[Talk], placed: list[Placed], today: str, stopped: frozenset[int] = NOBODY) -> list[str]:
    return [it.why for it in of_talks(talks, placed, DAYS, today, stopped)]


GOING = [Placed(12, 7, None)]


def test_words_are_due_so_many_days_after_the_receipt_when_the_next_samtale_is_finished() -> None:
    talks = [talk(1), talk(2, "2026-11-20", None)]

    assert judged(talks, GOING, "2026-12-02") == [NOT_YET, JOURNAL]
    assert judged(talks, GOING, "2026-12-03") == ["", JOURNAL]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"receipt": None}, JOURNAL),
        ({"is_open": True}, CORRECTED),
        ({"borger": 9}, STOP),
    ],
)
def test_what_keeps_the_words_back(changed: dict[str, object], why: str) -> None:
    talks = [talk(1)._replace(**changed), talk(2, "2026-11-20")]  # type: ignore[arg-type]

    assert judged(talks, GOING, "2027-12-31", frozenset({9}))[0] == why


def test_words_wait_for_the_next_samtale_however_long_it_takes() -> None:
    draft = talk(2, "2026-11-20", None, finished=None)

    assert judged([talk(1), draft], GOING, "2036-01-01") == [NEXT]
    assert judged([talk(1), talk(2, "2026-11-20", None, finished="2027-03-01")], GOING, "2027-02-28")[0] == NOT_YET
    assert judged([talk(1), talk(2, "2026-11-20", None, finished="2027-03-01")], GOING, "2027-03-01")[0] == ""


def test_a_samtale_in_another_forlob_is_not_the_next_one() -> None:
    placed = [*GOING, Placed(13, 7, None)]

    assert judged([talk(1), talk(2, "2026-12-20", forlob=13)], placed, "2028-01-01")[0] == NEXT


def test_a_closed_forlob_has_no_next_when_its_eftervaern_is_over() -> None:
    assert judged([talk(1)], [Placed(12, 7, "2027-02-01")], "2027-01-31") == [NOT_YET]
    assert judged([talk(1)], [Placed(12, 7, "2027-02-01")], "2027-02-01") == [""]


def test_a_samtale_without_a_forlob_waits_for_the_next_of_that_borger_or_her_case_to_close() -> None:
    formode = talk(1, forlob=None)

    assert judged([formode], [], "2030-01-01") == [NEXT], "what was said is for the forløb that is to come"
    assert judged([formode, talk(2, "2026-11-10")], GOING, "2026-12-03")[0] == ""
    assert judged([formode], [Placed(12, 7, "2027-02-01"), Placed(13, 7, None)], "2030-01-01") == [NEXT]
    assert judged([formode], [Placed(12, 7, "2027-02-01")], "2027-02-01") == [""]


def test_the_order_of_samtaler_is_that_of_their_days_then_of_their_numbers() -> None:
    dated_back = talk(9, "2026-10-01")

    assert judged([talk(1), dated_back], GOING, "2028-01-01") == [NEXT, ""]
    assert judged([talk(1), talk(2)], GOING, "2028-01-01") == ["", NEXT]


def test_words_that_are_gone_already_are_not_named() -> None:
    assert judged([talk(1, has_words=False), talk(2, "2026-11-20")], GOING, "2028-01-01") == [NEXT]


def test_posts_go_after_their_own_receipt_unless_they_are_in_use() -> None:
    posts = [
        Post("kontakt", 1, 7, "2026-11-02", "2026-11-03", forlob=12),
        Post("aftale", 2, 7, "2026-11-02", "2026-11-03", in_use=True, forlob=12),
        Post("fravaer", 3, 7, "2026-11-02", None, forlob=12),
        Post("taet", 4, 9, "2026-11-02", "2026-11-03"),
    ]

    found = [it.why for it in of_posts(posts, [talk(1, "2026-11-20")], GOING, DAYS, "2026-12-03", frozenset({9}))]

    assert found == ["", IN_USE, JOURNAL, STOP]


def test_posts_wait_for_the_next_samtale_of_their_forlob_too() -> None:
    kontakt = Post("kontakt", 1, 7, "2026-11-02", "2026-11-03", forlob=12)

    def why(*talks: Talk, placed: list[Placed] = GOING, today: str = "2027-06-01", post: Post = kontakt) -> str:
        return next(of_posts([post], talks, placed, DAYS, today, NOBODY)).why

    later = talk(2, "2026-11-20", None)
    assert why() == NEXT
    assert why(talk(1, "2026-11-02")) == NEXT, "that day's may have been before it"
    assert why(later._replace(finished=None)) == NEXT
    assert why(later._replace(forlob=13)) == NEXT
    assert why(later) == ""
    assert why(later, today="2026-12-02") == NOT_YET
    assert why(later._replace(finished="2027-03-01"), today="2027-02-28") == NOT_YET
    assert why(placed=[Placed(12, 7, "2027-01-01")]) == ""
    assert why(later, post=kontakt._replace(last="2026-11-25")) == NEXT, "an aftale that was settled since"
    assert why(later._replace(forlob=13), post=kontakt._replace(forlob=None)) == ""


def test_a_borger_goes_so_many_days_after_the_last_of_everything() -> None:
    done = Person(7, "2026-05-01", is_open=False)

    def why(person: Person, today: str) -> str:
        return next(of_persons([person], 180, today, NOBODY)).why

    assert why(done, "2026-10-27") == NOT_YET
    assert why(done, "2026-10-28") == ""
    assert why(done._replace(is_open=True), "2036-10-28") == OPEN
    assert why(done._replace(waits=True), "2036-10-28") == JOURNAL
    assert next(of_persons([done], 180, "2036-01-01", frozenset({7}))).why == STOP


def test_drafts_places_and_the_log() -> None:
    assert next(of_drafts([Begun(3, 7, "2026-11-01", "2026-11-02")], 7, "2026-11-08", NOBODY)).why == NOT_YET
    assert next(of_drafts([Begun(3, 7, "2026-11-01", "2026-11-02")], 7, "2026-11-09", NOBODY)).why == ""
    assert [it.why for it in of_places({4: "2024-11-20", 5: "2024-11-21"}, 730, "2026-11-20")] == ["", NOT_YET]
    assert log_limit("2026-07-03", 183) == "2026-01-02", "from that day they stay"


def test_five_thousand_days_none_early_and_none_forgotten() -> None:
    early, forgotten, due = weighed(5000, DAYS)

    assert (early, forgotten) == (0, 0)
    assert due > 1500, "there was something to forget"


def test_five_days_too_few_and_five_too_many_are_found() -> None:
    assert weighed(800, DAYS - 5)[0] > 0
    assert weighed(800, DAYS + 5)[1] > 0


def weighed(count: int, days: int) -> tuple[int, int, int]:
    """How many were early, forgotten and due."""
    dice, early, forgotten, due = random.Random(11), 0, 0, 0
    for _ in range(count):
        talks, placed, stopped = drawn(dice)
        today = FIRST + timedelta(days=dice.randrange(500))
        found = {it.nr for it in of_talks(talks, placed, days, today.isoformat(), stopped) if not it.why}
        slow = {it.nr for it in talks if slowly_due(it, talks, placed, today, stopped)}
        early, forgotten, due = early + len(found - slow), forgotten + len(slow - found), due + len(slow)
    return early, forgotten, due


def drawn(dice: random.Random) -> tuple[list[Talk], list[Placed], frozenset[int]]:
    def day() -> str:
        return (FIRST + timedelta(days=dice.randrange(400))).isoformat()

    placed = [Placed(nr, dice.choice((7, 8)), dice.choice((None, day(), day()))) for nr in range(dice.randrange(3))]
    talks = []
    for nr in range(1, dice.randrange(2, 7)):
        forlob = dice.choice([None, *placed])
        dato = day()
        finished = None if dice.random() < 0.2 else later(dato, dice.choice((0, 0, 1, 40)))
        receipt = None if finished is None or dice.random() < 0.2 else later(finished, dice.choice((0, 1, 2, 50)))
        whose = forlob.borger if forlob else dice.choice((7, 8))
        where = forlob.nr if forlob else None
        talks.append(Talk(nr, whose, where, dato, finished, receipt, dice.random() < 0.1, dice.random() < 0.9))
    return talks, placed, frozenset({8}) if dice.random() < 0.1 else NOBODY


def later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def slowly_due(it: Talk, talks: list[Talk], placed: list[Placed], today: date, stopped: frozenset[int]) -> bool:
    """By the words of the rule: days are counted one by one, and what has happened by today is looked for anew."""
    if it.finished is None or not it.has_words or it.is_open or it.receipt is None or it.borger in stopped:
        return False
    counted, day = 0, date.fromisoformat(it.receipt)
    while day < today:
        counted, day = counted + 1, day + timedelta(days=1)
    if counted < DAYS:
        return False

    def is_next(other: Talk) -> bool:
        same = other.borger == it.borger if it.forlob is None else other.forlob == it.forlob
        after = other.dato > it.dato or (other.dato == it.dato and other.nr > it.nr)
        return same and after and other.finished is not None and date.fromisoformat(other.finished) <= today

    def is_over(one: Placed) -> bool:
        return one.ended is not None and date.fromisoformat(one.ended) <= today

    hers = [one for one in placed if one.borger == it.borger]
    if it.forlob is None:
        nothing_comes = bool(hers) and all(map(is_over, hers))
    else:
        nothing_comes = any(is_over(one) for one in placed if one.nr == it.forlob)
    return nothing_comes or any(map(is_next, talks))


@pytest.mark.parametrize("days", [1, 7, 30, 180, 183, 730])
def test_every_day_of_four_years_is_counted_as_a_calendar_counts(days: int) -> None:
    calendar = [date(2024, 1, 1) + timedelta(days=step) for step in range(1461 + days)]

    for place in range(1461):
        assert days_after(calendar[place].isoformat(), days) == calendar[place + days].isoformat()


NOW = datetime(2026, 11, 20, 13, 0, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("newest", "copy", "before", "sane"),
    [
        (None, None, None, True),
        (timedelta(minutes=5), None, timedelta(days=2), True),
        (timedelta(days=40), None, timedelta(days=40), True),
        (timedelta(days=41), None, timedelta(days=41), False),
        (timedelta(minutes=-1), None, timedelta(days=2), False),
        (timedelta(minutes=5), timedelta(hours=-1), timedelta(days=2), False),
        (timedelta(minutes=5), None, timedelta(days=2000), False),
        (timedelta(minutes=5), timedelta(days=60), timedelta(days=2), True),
    ],
)
def test_a_clock_is_believed_by_what_was_written(
    newest: timedelta | None, copy: timedelta | None, before: timedelta | None, sane: bool
) -> None:
    moments = [NOW - ago if ago is not None else None for ago in (newest, copy, before)]

    assert clock_is_sane(NOW, *moments) is sane


def test_the_hour_that_comes_twice_is_no_step_back() -> None:
    first = datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=COPENHAGEN).astimezone(UTC)
    again = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=COPENHAGEN).astimezone(UTC)

    assert clock_is_sane(again, first, None, first)
    assert not clock_is_sane(first, again, None, first)
