"""The four ways in which every journey runs: two browsers, each from a folder and over http; and how many ran in each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.browser import browsers, served
from tests.browser.page import in_new_tab
from tests.browser.proxy import Proxy
from tests.browser.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.browser.page import Page
    from tests.browser.served import Copy


@dataclass(frozen=True, slots=True)
class Mode:
    """One of the four ways."""

    browser: str
    scheme: str

    def __str__(self) -> str:
        return f"{self.browser}-{self.scheme}"


MODES = tuple(Mode(browser, scheme) for browser in browsers.NAMES for scheme in served.SCHEMES)
RAN: Counter[str] = Counter()


@pytest.fixture(scope="session")
def proxy() -> Iterator[Proxy]:
    """Return the proxy that hears and refuses what is asked of the outside."""
    with Proxy() as running:
        yield running


@pytest.fixture(scope="session", params=MODES, ids=str)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Return one of the four ways; every test that takes it runs in all."""
    assert isinstance(request.param, Mode)
    return request.param


@pytest.fixture(scope="session")
def browser(mode: Mode, proxy: Proxy) -> Iterator[WebDriver]:
    """Return the browser of this mode, started once."""
    driver = browsers.start(mode.browser, proxy=proxy.port)
    yield driver
    driver.quit()
    assert proxy.taken() == [], "something was asked of the outside after the last journey"


@pytest.fixture(scope="session")
def watch(browser: WebDriver) -> Watch:
    """Return what hears the complaints of this browser's pages."""
    return Watch(browser)


@pytest.fixture(scope="session")
def shared_copy(mode: Mode, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """Return the copy of the site that journeys read and none alters."""
    yield from served.copied(site, tmp_path_factory.mktemp("site"), mode.scheme)


@pytest.fixture
def own_copy(mode: Mode, site: Path, tmp_path: Path) -> Iterator[Copy]:
    """Return a copy of the site that one test may damage."""
    yield from served.copied(site, tmp_path, mode.scheme)


@pytest.fixture
def page(browser: WebDriver, shared_copy: Copy, watch: Watch, proxy: Proxy) -> Iterator[Page]:
    """Return a fresh tab. After the journey nothing may have gone outside and no page may have complained."""
    fresh = in_new_tab(browser, shared_copy, watch, proxy)
    yield fresh
    fresh.assert_quiet()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count a test that ran, passed or failed, under its mode."""
    if report.when == "call" and not report.skipped:
        RAN.update(str(mode) for mode in MODES if str(mode) in report.nodeid.partition("[")[2])


def uneven() -> bool:
    """Return whether the four ways did not run the same tests, or one ran none."""
    return len({RAN[str(mode)] for mode in MODES}) > 1 or not RAN


def narrowed(config: pytest.Config) -> bool:
    """Return whether someone chose single tests by hand, or asked for none to run."""
    chosen = (
        config.getoption("keyword")
        or config.getoption("markexpr") not in {"", "slow"}
        or any("::" in each for each in config.args)
    )
    return bool(chosen or config.getoption("collectonly") or config.getoption("lf"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run whose four ways differ."""
    if uneven() and not narrowed(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many ran in each of the four."""
    terminalreporter.section("the built site in real browsers")
    for mode in MODES:
        terminalreporter.line(f"{mode}: {RAN[str(mode)]} tests ran")
    if uneven() and not narrowed(terminalreporter.config):
        terminalreporter.line("FAILED: the four must run the same tests, and some", red=True)
