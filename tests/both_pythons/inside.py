"""Runs inside the shipped payload: lets it find a test runner behind its own modules, then runs the tests and counts.

Whatever is loaded in it is used as it is; a module that it lacks comes from the whole library, or from the checkout.
"""

import importlib.abc
import importlib.machinery
import json
import os
import sys


TOLD = json.loads(parts)


class Behind(importlib.abc.MetaPathFinder):
    """Finds in the whole library a part of a package that is loaded without that part."""

    def __init__(self, library):
        self.library = library

    def find_spec(self, name, path=None, target=None):
        """Return where the part lies; None if the package is not the library's, or has no such part."""
        package = name.rpartition(".")[0]
        if not package:
            return None
        return importlib.machinery.PathFinder.find_spec(name, [f"{self.library}/{package.replace('.', '/')}"], target)


os.environ |= {"HOME": "/home/pyodide", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "HYPOTHESIS_NO_PLUGINS": "1"}
sys.dont_write_bytecode = True
sys.meta_path.append(Behind(TOLD["library"]))
sys.path += [TOLD["tree"], TOLD["library"], *TOLD["packages"]]
import calculators.answer  # as it is loaded

for name, module in list(sys.modules.items()):
    if name.partition(".")[0] == "calculators" and hasattr(module, "__path__"):
        module.__path__ = [f"{TOLD['tree']}/{name.replace('.', '/')}"]  # of the command line no page loads anything
import pytest

NOT_IN_A_PAGE = (
    "does not support processes",
    "can't start new thread",
    "LibreOffice Calc is not here",
)  # in whose words
SAID_BY = (OSError, RuntimeError, pytest.fail.Exception)


class Counter:
    """Counts what passed, what starts a program or a thread, which no Python in a page can, and keeps the name of what failed."""

    def __init__(self, left_out):
        self.left_out, self.passed, self.failed, self.programs = set(left_out), 0, [], 0

    def pytest_collection_modifyitems(self, config, items):
        """Leave out what asks for a command line or a built site."""
        gone = [item for item in items if self.left_out & set(item.fixturenames)]
        items[:] = [item for item in items if item not in gone]
        self.programs += len(gone)
        config.hook.pytest_deselected(items=gone)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        """Leave out what turns out, as it runs, to start another program or a thread."""
        report = yield
        why = str(call.excinfo.value) if call.excinfo and isinstance(call.excinfo.value, SAID_BY) else ""
        if any(words in why for words in NOT_IN_A_PAGE):
            self.programs += 1
            report.outcome, report.longrepr = "skipped", (item.nodeid, 0, why)
        return report

    def pytest_runtest_logreport(self, report):
        """Count a test when it has run, or has failed on the way."""
        if report.failed:
            self.failed.append(report.nodeid)
        elif report.when == "call" and report.passed:
            self.passed += 1

    def pytest_collectreport(self, report):
        """Keep the name of a module that could not be read."""
        if report.failed:
            self.failed.append(report.nodeid)


def run():
    """Run the tests and return as JSON what was counted, and where the calculators were taken from."""
    counter = Counter(TOLD["left_out"])
    options = ["-q", "-c", f"{TOLD['tree']}/pytest.ini", f"--rootdir={TOLD['tree']}", "--capture=sys", "--tb=short"]
    options += [f"-pno:{name}" for name in ("cacheprovider", "faulthandler")]
    options += [f"--ignore={TOLD['tree']}/{path}" for path in TOLD["ignored"]]
    code = pytest.main([*options, *(f"{TOLD['tree']}/{path}" for path in TOLD["paths"])], plugins=[counter])
    return json.dumps(
        {
            "code": int(code),
            "version": ".".join(map(str, sys.version_info[:3])),
            "platform": sys.platform,
            "calculators": calculators.answer.__file__,
            "from_checkout": sorted(
                name
                for name, module in sys.modules.items()
                if name.partition(".")[0] == "calculators" and (module.__file__ or "").startswith(TOLD["tree"])
            ),
            "passed": counter.passed,
            "failed": counter.failed,
            "left_out": counter.programs,
        }
    )
