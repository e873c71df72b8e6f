"""The four ways in which every journey runs: two browsers, each from a folder and over http; and how many ran in each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from _pytest.runner import runtestprotocol

from tests.browser import browsers, served
from tests.browser.kept import Kept
from tests.browser.proxy import Proxy
from tests.built.test_build import ROOT, run, without_figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
KEPT = pytest.StashKey[Kept]()
DIED: list[str] = []


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
def browser(request: pytest.FixtureRequest, mode: Mode, proxy: Proxy) -> Iterator[Kept]:
    """Return the browser of this mode, started once, and again where it died."""
    kept = request.config.stash[KEPT] = Kept(mode.browser, proxy)
    yield kept
    kept.quit()
    assert proxy.taken() == [], "something was asked of the outside after the last journey"


@pytest.fixture(scope="session")
def site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site; where figures were laid into this copy, one without them, since journeys go through the gaps that they fill."""
    if not any((ROOT / "content" / "figures").glob("*.json")):
        return site
    copy = without_figures(tmp_path_factory.mktemp("without-figures") / "guide")
    done = run(copy, "build.py")
    assert done.returncode == 0, done.stderr
    return copy / "site"


@pytest.fixture(scope="session")
def shared_copy(mode: Mode, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """Return the copy of the site that journeys read and none alters."""
    yield from served.copied(site, tmp_path_factory.mktemp("site"), mode.scheme)


@pytest.fixture
def own_copy(mode: Mode, site: Path, tmp_path: Path) -> Iterator[Copy]:
    """Return a copy of the site that one test may damage."""
    yield from served.copied(site, tmp_path, mode.scheme)


@pytest.fixture
def page(browser: Kept, shared_copy: Copy) -> Iterator[Page]:
    """Return a fresh tab. After the journey nothing may have gone outside and no page may have complained."""
    fresh = browser.new_tab(shared_copy)
    yield fresh
    fresh.assert_quiet()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Run a journey again, once and in a new browser, if the browser died under it. Any other failure stands."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    kept = item.config.stash.get(KEPT, None)
    if kept is not None and any(each.failed for each in reports) and kept.dead():
        DIED.append(item.nodeid)
        kept.replace()
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for each in reports:
        item.ihook.pytest_runtest_logreport(report=each)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


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
    for nodeid in DIED:
        terminalreporter.line(f"The browser died under this test, which ran again in a new one: {nodeid}")
    if uneven() and not narrowed(terminalreporter.config):
        terminalreporter.line("FAILED: the four must run the same tests, and some", red=True)
