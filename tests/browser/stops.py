"""What must hold wherever the keyboard stops: a name, a box to be seen, an outline, and nothing in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

if TYPE_CHECKING:
    from tests.browser.page import Page

MOST = 600  # stops of one page, so that a walk ends
# What is wrong with the stop, and a number of its own by which it is known again. A stop's outline may stand on the label or
# the card that shows for it; a label may stand over a box that the theme makes invisible.
LOOK = """
const stop = document.activeElement;
if (!stop || stop === document.body || stop === document.documentElement) return null;
for (const running of document.getAnimations()) running.finish(); // the skip link fades slowly
window.stopsOfTest ??= new Map();
const known = stopsOfTest.get(stop);
if (!known) stopsOfTest.set(stop, stopsOfTest.size + 1);
const wrong = [];
const shown = [stop, stop.nextElementSibling, ...(stop.labels ?? [])].filter((each) => each?.matches?.("label") || each === stop);
for (let at = stop.parentElement, far = 0; at && far < 4; at = at.parentElement, far += 1) shown.push(at);
const outlined = shown.filter((each) => {
  const style = getComputedStyle(each);
  return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || (each === stop && style.boxShadow !== "none");
});
if (!outlined.length) wrong.push("no outline");
const boxes = [stop, ...shown.filter((each) => each.matches("label"))].map((each) => each.getBoundingClientRect());
const box = boxes.find((each) => each.width >= 2 && each.height >= 2);
if (!box) wrong.push("no box");
else {
  const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y]));
  const seen = points.filter(([x, y]) => inside(x, y) && (() => {
    const top = document.elementFromPoint(x, y);
    return top && (stop.contains(top) || top.contains(stop) || shown.includes(top) || [...(stop.labels ?? [])].some((label) => label.contains(top)));
  })());
  if (!seen.length && points.some(([x, y]) => inside(x, y))) wrong.push("covered");
  else if (!seen.length) wrong.push("out of the window");
}
if (stop.closest("[aria-hidden=true], [inert]")) wrong.push("hidden from screen readers");
return {wrong, number: known ?? 0, html: stop.outerHTML.slice(0, 160)};"""

TOP = """
window.stopsOfTest = new Map();
document.body.tabIndex = -1;
document.body.focus();
document.body.removeAttribute("tabindex");"""


def press(page: Page, *keys: str) -> None:
    """Press keys, whatever has the keyboard: a field for files would take them for a file's name."""
    for key in keys:
        ActionChains(page.driver).send_keys(key).perform()


def fault_here(page: Page) -> str:
    """Return what is wrong with the stop at which the keyboard is, or nothing."""
    stop = page.run(LOOK)
    if stop is None:
        return ""
    name = page.driver.switch_to.active_element.accessible_name
    wrong = [*stop["wrong"], *([] if name.strip() else ["no name"])]
    return f"{', '.join(wrong)}: {stop['html']}" if wrong else ""


def walk(page: Page) -> tuple[int, list[str]]:
    """Press Tab from the top of the page to its end; return how many stops there are, and what is wrong with any."""
    page.run(TOP)
    faults: list[str] = []
    for _ in range(MOST):
        press(page, Keys.TAB)
        stop = page.run(LOOK)
        if stop is None or stop["number"]:
            break
        name = page.driver.switch_to.active_element.accessible_name
        wrong = [*stop["wrong"], *([] if name.strip() else ["no name"])]
        if wrong:
            faults.append(f"{', '.join(wrong)}: {stop['html']}")
    return int(page.run("return stopsOfTest.size")), faults
