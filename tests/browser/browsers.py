"""Starts the two browsers, headless, with their own chatter switched off and everything for the outside sent to our proxy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from selenium import webdriver
from selenium.common.exceptions import WebDriverException

from tests.browser import install

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

NAMES = ("chromium", "firefox")
ANSWER = 70  # seconds; longer than a page or a script may take, shorter than a test
NOWHERE = "http://127.0.0.1:9"  # the discard port: nothing listens, and the proxy is not asked
CHROMIUM_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints",
    "--disable-field-trial-config",
    "--disable-quic",
    "--disable-sync",
    f"--component-updater=url-source={NOWHERE}/",
    f"--gaia-url={NOWHERE}",
)
FIREFOX_PREFERENCES: dict[str, str | int | bool] = {
    "security.fileuri.strict_origin_policy": True,  # geckodriver turns it off, and a broken page would pass
    "app.normandy.enabled": False,
    "browser.region.network.url": "",
    "browser.region.update.enabled": False,
    "dom.push.connection.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.ssl": "127.0.0.1",
    "services.settings.server": "data:,none",
}

# What a browser can be started without, by Chromium's flags and preferences and by Firefox's preferences.
CHROMIUM_WITHOUT: dict[str, tuple[tuple[str, ...], dict[str, int]]] = {
    "webassembly": (("--js-flags=--jitless",), {}),  # V8 then has no WebAssembly
    "memory": (("--js-flags=--wasm-max-mem-pages=200",), {}),  # of 64 KiB each: less than Python begins with
    "scripts": ((), {"profile.managed_default_content_settings.javascript": 2}),
    "storage": ((), {"profile.default_content_setting_values.cookies": 2}),
    "": ((), {}),
}
FIREFOX_WITHOUT: dict[str, dict[str, str | int | bool]] = {
    "webassembly": {"javascript.options.wasm": False},
    "memory": {},  # it has no such preference: `starve` is for it
    "scripts": {"javascript.enabled": False},
    "storage": {"network.cookie.cookieBehavior": 2},
    "": {},
}


def start(name: str, *, proxy: int, without: str = "") -> WebDriver:
    """Return a new browser whose requests for the outside go to the proxy on this port, perhaps without something."""
    try:
        driver = (chromium if name == "chromium" else firefox)(proxy, without=without)
    except WebDriverException as fault:
        message = (
            f"{name} could not be started; run `python -m tests.browser.install`, as root on Debian, or install it"
        )
        raise RuntimeError(message) from fault
    driver.command_executor.client_config.timeout = ANSWER  # type: ignore[union-attr]  # a real connection, not an address
    driver.set_window_size(1280, 1000)
    driver.set_script_timeout(60)
    driver.set_page_load_timeout(60)
    return driver


def chromium(proxy: int, *, without: str) -> WebDriver:
    """Start Chromium. `--allow-file-access-from-files` must never stand here: readers do not have it."""
    programs = install.chromium()
    options = webdriver.ChromeOptions()
    options.binary_location = programs.browser or ""
    flags, preferences = CHROMIUM_WITHOUT[without]
    for flag in (*CHROMIUM_FLAGS, f"--proxy-server=127.0.0.1:{proxy}", *flags):
        options.add_argument(flag)
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.set_capability("webSocketUrl", True)  # noqa: FBT003 - its own word for "speak BiDi"
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(programs.driver))


def firefox(proxy: int, *, without: str) -> WebDriver:
    """Start Firefox."""
    programs = install.firefox()
    options = webdriver.FirefoxOptions()
    if programs.browser:
        options.binary_location = programs.browser
    options.add_argument("-headless")
    own = {"network.proxy.http_port": proxy, "network.proxy.ssl_port": proxy}
    for preference, value in (FIREFOX_PREFERENCES | own | FIREFOX_WITHOUT[without]).items():
        options.set_preference(preference, value)
    options.set_capability("webSocketUrl", True)  # noqa: FBT003 - as above
    # Without this, Firefox ignores the preference above that switches off its fetching of remote settings.
    environment = {**os.environ, "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}
    return webdriver.Firefox(options=options, service=webdriver.FirefoxService(programs.driver, env=environment))
