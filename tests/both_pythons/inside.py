"""Runs inside the shipped payload: lets it find a test runner behind its own library, then runs the tests and counts.

Whatever the trimmed library holds is used as it is trimmed; a module that it lacks comes from the whole one.
"""

import importlib.abc
import importlib.machinery
import json
import sys


TOLD = json.loads(parts)
NO_PROGRAMS = "does not support processes"  # what subprocess says there


class Behind(importlib.abc.MetaPathFinder):
    """Finds in the whole library a part of a package that the trimmed library holds without that part."""

    def __init__(self, library):
        self.library = library

    def find_spec(self, name, path=None, target=None):
        """Return where the part lies; None if the package is not the library's, or has no such part."""
        package = name.rpartition(".")[0]
        if not package:
            return None
        return importlib.machinery.PathFinder.find_spec(name, [f"{self.library}/{package.replace('.', '/')}"], target)


sys.meta_path.append(Behind(TOLD["library"]))
sys.path += [TOLD["tree"], TOLD["library"], *TOLD["packages"]]
import calculators.answer  # from the shipped wheel, which stands first
import pytest


class Counter:
    """Counts what passed, what starts another program, which no Python in a page can, and keeps the name of what failed."""

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
        """Leave out what turns out, as it runs, to start another program."""
        report = yield
        if call.excinfo and isinstance(call.excinfo.value, OSError) and NO_PROGRAMS in str(call.excinfo.value):
            self.programs += 1
            report.outcome, report.longrepr = "skipped", (item.nodeid, 0, NO_PROGRAMS)
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
            "passed": counter.passed,
            "failed": counter.failed,
            "left_out": counter.programs,
        }
    )
