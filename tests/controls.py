"""The eleven known-bad variants that the tests must see, and which test runs each. Knows none of them by code."""

from typing import NamedTuple


class Control(NamedTuple):
    """`navn` and `ses` stand in docs/sikkerhed.md; `test` is "file::function" under tests/."""

    navn: str
    ses: str
    test: str


CONTROLS = (
    Control(
        "synchronous = NORMAL i stedet for FULL",
        "strømsvigt mister kvitterede svar",
        "safety/test_power_loss.py::test_the_test_sees_what_is_not_synced_at_every_commit",
    ),
    Control(
        "✓ vises, før svaret er på disken",
        "et afbrud mister et kvitteret svar",
        "safety/test_kill.py::test_the_test_sees_an_answer_acknowledged_too_early",
    ),
    Control(
        "opgradering uden for en transaktion",
        "et afbrud efterlader en halv opgradering",
        "safety/test_migration_killed.py::test_the_test_sees_a_step_outside_a_transaction",
    ),
    Control(
        "en transaktion, der begynder med at læse",
        "to vinduer spærrer for hinanden",
        "safety/test_two_windows.py::test_the_test_sees_transactions_that_begin_by_reading",
    ),
    Control(
        "Pythons egen sqlite3 i stedet for SQLCipher",
        "filen er læselig uden nøgle, og mappen afvises",
        "safety/test_controls.py::test_the_library_that_does_not_encrypt",
    ),
    Control(
        "secure_delete = OFF",
        "slettede ord står på databasens sider",
        "safety/test_controls.py::test_deleting_without_wiping",
    ),
    Control(
        "en skærm, der skriver teksten rå",
        "styretegn når terminalen",
        "safety/test_controls.py::test_a_screen_that_shows_text_as_it_is",
    ),
    Control(
        "Jinja uden hegn",
        "skabelonen når Python",
        "render/test_templates.py::test_every_known_payload_is_counted",
    ),
    Control(
        "en læser af dagsordener, der tager filen på ordet",
        "programmet bryder ned på ødelagte filer",
        "safety/test_controls.py::test_a_loader_that_takes_the_file_at_its_word",
    ),
    Control(
        "en kolonne for meget i en liste til andre",
        "borgerens tekst findes i filen",
        "safety/test_team_exports.py::test_nothing_of_a_thousand_borgere_stands_in_what_others_get",
    ),
    Control(
        "en loglinje med et navn",
        "navnet findes i loggen",
        "safety/test_controls.py::test_a_log_line_with_a_name",
    ),
)
