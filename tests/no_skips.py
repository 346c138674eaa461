"""A pytest plugin for .ci/run: where nothing may be skipped, a skipped test fails the run, named in one red line."""

import os

import pytest

RED, PLAIN = "\x1b[31m", "\x1b[0m"


def skipped(session: pytest.Session) -> list[str]:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    return [] if reporter is None else [report.nodeid for report in reporter.stats.get("skipped", [])]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    # The workers of xdist have no reporter: only the controller counts, and it sees every report.
    if os.environ.get("VFORLOB_INGEN_SPRING_OVER") == "1" and skipped(session):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    names = [report.nodeid for report in terminalreporter.stats.get("skipped", [])]
    if os.environ.get("VFORLOB_INGEN_SPRING_OVER") == "1" and names:
        terminalreporter.write_line(
            f"{RED}.ci/run: {len(names)} skipped, and nothing may be: {', '.join(names)}{PLAIN}"
        )
