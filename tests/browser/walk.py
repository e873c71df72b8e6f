"""A walk through the workbench at random: whatever a reader does, the answer shown is the door's answer to the form, or is marked.

`python -m tests.browser.walk STEPS [SEED]` walks further than the tests do, in both browsers from a folder, and keeps the figures.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bench.keeping import Figure, keep
from calculators.records import Kind
from calculators.register import EDITIONS, FACTS, NATIONS
from tests import fixed
from tests.browser import browsers, served
from tests.browser.kept import Kept
from tests.browser.page import WORKBENCH, Page
from tests.browser.proxy import Proxy
from tests.browser.shown_form import Look, differences, look, question
from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Callable

_SITE = Path(__file__).parents[2] / "site"
# How many questions are under way, and how long ago the page was last asked for anything or heard anything. A question asked
# before anybody listened, by a link with dates, bars the button until it is answered.
_LISTEN = """
if (window.underWay) return;
window.underWay = {questions: 0, last: performance.now()};
const ask = CaseReviewEngine.ask;
const now = () => (window.underWay.last = performance.now());
CaseReviewEngine.ask = (...given) => {
  window.underWay.questions += 1;
  now();
  return ask(...given).finally(() => {
    window.underWay.questions -= 1;
    now();
  });
};
for (const sign of ["input", "change", "click", "hashchange", "pageshow"]) addEventListener(sign, now, true);"""
_QUIET = """
return window.underWay.questions === 0 && performance.now() - window.underWay.last > 400
  && !document.getElementById("cr-go").hasAttribute("aria-disabled")"""
_SAYS = "const says = document.getElementById(arguments[0]); return says.checkVisibility() ? says.textContent : ''"
_OFFERED = """
return [...document.querySelectorAll(arguments[0])].filter((each) => !each.closest("[hidden]")).map((each) => each.getAttribute(arguments[1]));"""


class Walk:
    """A reader who does this and that, and looks after each step."""

    def __init__(self, page: Page, seed: int, folder: Path) -> None:
        self.page = page
        self.chance = random.Random(seed)  # noqa: S311 - the same walk each time is what is wanted
        self.folder = folder
        self.figures: dict[str, Any] = {}
        self.log: list[str] = []
        self.counted: Counter[str] = Counter()
        self.files = 0
        self.steps: dict[str, tuple[int, Callable[[], str]]] = {
            "nation": (2, self.choose_nation), "edition": (2, self.choose_edition), "incident": (3, self.give_incident),
            "event": (8, self.give_event), "fact": (8, self.say_fact), "clear": (3, self.clear_date),
            "not known": (1, self.tick_unknown), "closed": (2, self.add_closed), "own": (1, self.add_own),
            "remove": (1, self.remove_row), "done": (3, self.give_done), "today": (1, self.give_today),
            "limit": (3, self.read_limit), "words": (1, self.type_words), "press": (3, self.press),
            "reload": (1, self.reload), "back": (2, self.back), "link": (2, self.open_link),
            "same page": (1, self.change_fragment), "share": (2, self.follow_own_link), "case": (2, self.open_case),
            "figures": (2, self.open_figures), "damaged": (1, self.open_damaged),
        }  # fmt: skip

    def walk(self, steps: int) -> None:
        """Take so many steps from an empty workbench, and look after each."""
        self.page.open(WORKBENCH)
        names, weights = list(self.steps), [weight for weight, _ in self.steps.values()]
        for number in range(steps):
            name = self.chance.choices(names, weights)[0]
            if not look(self.page).seen["edition"]:
                name = "nation" if number % 2 else "link"
            elif name not in {"press", "clear"} and not look(self.page).seen["shown"] and self.chance.random() < 0.4:
                name = "press"
            self.log.append(f"{number}. {name}: ")
            try:
                self.log[-1] += self.steps[name][1]()
                self.check()
            except Exception as fault:
                fault.add_note("\n".join(["The last steps:", *self.log[-12:]]))
                raise
            self.counted["steps"] += 1

    def check(self) -> None:
        """Let the page come to rest, and fail if it claims an answer that is not the door's."""
        self.settle()
        now = look(self.page)
        assert not now.seen["failed"], self.told("the calculator failed")
        if not now.seen["shown"]:
            self.counted["without an answer"] += 1
        elif now.answered:
            found = differences(now, self.figures)
            assert not found, self.told("\n".join(found), now)
            self.counted["compared"] += 1
            self.counted["dates"] += sum(bool(due) for _, due, *_ in now.seen["lines"])
        else:
            assert now.seen["why"], self.told("a marked answer says why")
            if now.seen["edition"]:
                reply = ask(**question(now, self.figures))
                assert "errors" in reply, self.told("the answer stays marked, though the door has one", now)
            self.counted["marked"] += 1

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.page.run(_LISTEN)
        self.page.until(lambda: bool(self.page.run(_QUIET)), "the page to come to rest")

    def told(self, what: str, now: Look | None = None) -> str:
        """Return what is wrong, with the form as it stands."""
        return what if now is None else f"{what}\n{json.dumps(question(now, self.figures), ensure_ascii=False)}"

    # What a reader does. Each returns a word on what was done.

    def choose_nation(self) -> str:
        """Choose a nation."""
        nation = self.chance.choice(list(NATIONS))
        self.page.nation(nation)
        return nation

    def choose_edition(self) -> str:
        """Choose any edition."""
        edition = self.chance.choice(list(EDITIONS))
        self.page.choose(edition)
        return edition

    def day(self) -> date:
        """Return a day on which some edition was in force."""
        return date(2015, 1, 1) + timedelta(days=self.chance.randrange(4400))

    def typed(self) -> str:
        """Return a date as it is typed, now and then none."""
        if self.chance.random() < 0.1:
            return self.chance.choice(["31 2 2026", "1 13 2026", "x 4 2026", "9 9 1999"])
        day = self.day()
        return f"{day.day} {self.chance.choice([str(day.month), f'{day:%B}'])} {day.year}"

    def give(self, field: str) -> str:
        """Type a date into a field."""
        typed = self.typed()
        self.page.give(field, typed)
        return f"{field} {typed}"

    def give_incident(self) -> str:
        """Give the incident's date, which picks the edition unless one was chosen."""
        if not self.page.run("return document.getElementById('event-incident-day').disabled"):
            return self.give("event-incident")
        return "not known"

    def offered(self, css: str, attribute: str) -> list[str]:
        """Return an attribute of every element that is offered, folded away or not."""
        return [str(each) for each in self.page.run(_OFFERED, css, attribute)]

    def give_event(self) -> str:
        """Give the date of an event that the form asks for."""
        events = self.offered("#case [data-event]:has(input:enabled[id$='-day'])", "data-event")
        return self.give(f"event-{self.chance.choice(events)}") if events else "none is asked"

    def say_fact(self) -> str:
        """Answer a question about the child."""
        facts = self.offered("#cr-questions [data-fact]", "data-fact")
        if not facts:
            return "none is asked"
        fact, value = self.chance.choice(facts), self.chance.choice(("yes", "yes", "no", "unknown"))
        self.page.say(fact, value)
        return f"{fact} {value}"

    def clear_date(self) -> str:
        """Take a part of a date away, or all of it."""
        given = [f"event-{event}" for event in look(self.page).seen["events"]]
        if not given:
            return "nothing to clear"
        field = self.chance.choice(given)
        parts = self.chance.choice([("day", "month", "year"), ("year",), ("day",)])
        for part in parts:
            self.page.put(f"#{field}-{part}", "")
        return f"{field} {parts}"

    def tick_unknown(self) -> str:
        """Say of an event that its date is not known yet, or take that back."""
        events = self.offered("#case [data-event]:has([id$='-unknown'])", "data-event")
        label = f"label[for='event-{self.chance.choice(events)}-unknown']"
        self.page.reach(label)
        self.page.click(label)
        return label

    def add_closed(self) -> str:
        """Add a closed day."""
        row = self.page.add("closed")
        return self.give(row)

    def add_own(self) -> str:
        """Add a period of the reader's own copy, sometimes half of one."""
        row = self.page.add("own")
        events = [each for each in self.offered(f"#{row}-event option", "value") if each]
        self.page.put(f"#{row}-length", str(self.chance.randint(1, 30)))
        if events and self.chance.random() < 0.8:
            self.page.pick(f"#{row}-event", self.chance.choice(events))
            self.page.put(f"#{row}-place", "paragraph 4")
        return row

    def remove_row(self) -> str:
        """Remove a closed day, a period of the reader's own, or figures that were opened."""
        rows = [
            f"#{row} {button}"
            for css, button in (
                ("#cr-closed-list > *", "[data-remove]"),
                ("#cr-own-list > *", "[data-remove]"),
                ("#cr-figures-opened > li", "button"),
            )
            for row in self.offered(css, "id")
        ]
        if not rows:
            return "nothing to remove"
        button = self.chance.choice(rows)
        self.page.reach(button)
        self.page.click(button)
        return button

    def give_done(self) -> str:
        """Say on which day an act was done, at its line, or take that back."""
        lines = self.offered("#cr-groups [data-rule]:has([id^='done-'])", "data-rule")
        now = look(self.page)
        if not lines or not now.answered:
            return "no line to say it at"
        rule = self.chance.choice(lines)
        self.page.open_line(rule)
        self.page.reach(f"#done-{rule}-day")
        if rule in now.seen["done"]:
            self.page.put(f"#done-{rule}-{self.chance.choice(('day', 'year'))}", "")
            return f"{rule} taken back in part"
        return self.give(f"done-{rule}")

    def give_today(self) -> str:
        """Change the day counted from."""
        return self.give("today")

    def read_limit(self) -> str:
        """Say what the reader's own copy says of a step whose limit is not held, and who read it."""
        rows = self.offered("#cr-limits > *", "id")
        if not rows:
            return "no limit is asked"
        row = self.chance.choice(rows)
        choice = self.chance.choice(self.offered(f"#{row}-read option", "value"))
        self.page.pick(f"#{row}-read", choice)
        if choice == "":
            return f"{row} not checked"
        if choice == "differs":
            self.page.put(f"#{row}-length", str(self.chance.randint(1, 12)))
            events = [each for each in self.offered(f"#{row}-event option", "value") if each]
            self.page.pick(f"#{row}-event", self.chance.choice(events))
        self.page.put(f"#{row}-place", "page 7")
        for name, value in (("supplied_by", "Partnership of Anyshire"), ("role", "manager"), ("source", "The text")):
            if not self.page.values(f"#figures-{name}")[0]:
                self.page.put(f"#figures-{name}", value)
        self.page.run(
            "const field = document.getElementById('figures-read_on'); field.value = arguments[0];"
            "for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}))",
            "2026-11-20",
        )
        return f"{row} {choice}"

    def type_words(self) -> str:
        """Change the reference or the notes."""
        field = self.chance.choice(("reference", "notes"))
        self.page.put(f"#{field}", self.chance.choice(["CR-17", "Môn 3/2026", ""]))
        return field

    def press(self) -> str:
        """Press the button; what the door can answer is then answered, and what it cannot is refused."""
        if not look(self.page).seen["edition"]:
            return "no edition is settled"
        self.page.work_out()
        now = look(self.page)
        if "errors" not in ask(**question(now, self.figures)):
            self.page.until(lambda: look(self.page).seen["shown"], self.told("an answer", now))
        return "refused" if self.page.shows("#cr-errors") else "answered"

    def leave(self) -> None:
        """Let the page be left without the browser's own question, which a driver does not always live through."""
        self.page.run("CaseReviewKeep.settled()")

    def reload(self) -> str:
        """Load the page anew."""
        self.leave()
        self.page.driver.refresh()
        self.arrive()
        return "loaded anew"

    def back(self) -> str:
        """Go to another page, or to another fragment, and back; sometimes forward and back once more."""
        self.leave()
        self.page.run('document.querySelector(\'a[href$="compare.html"], a[href$="index.html"]\').click()')
        self.page.until(lambda: not self.page.all("#case"), "the other page")
        self.page.driver.back()
        self.arrive()
        if self.chance.random() < 0.5:
            return "back"
        self.leave()
        self.page.driver.forward()
        self.page.until(lambda: not self.page.all("#case"), "the other page")
        self.page.driver.back()
        self.arrive()
        return "back, forward and back"

    def arrive(self) -> None:
        """Wait for the workbench, and for the answer if its address brings one."""
        self.page.until(lambda: self.page.shows("#case"), "the workbench")
        self.page.run(_LISTEN)

    def fragment(self, edition: str) -> str:
        """Return what a link to this edition may hold."""
        used = sorted({reading.event for rule in EDITIONS[edition].rules for reading in rule.readings})
        facts = list(FACTS)  # those that this edition does not use are left out of the question
        held = [
            f"{event}={self.day()}" for event in self.chance.sample(used, min(len(used), self.chance.randint(1, 4)))
        ]
        held += [f"{fact}={self.chance.choice(('yes', 'no'))}" for fact in self.chance.sample(facts, 6)]
        if self.chance.random() < 0.3:
            held.append(f"closed={self.day()}")
        return "&".join(held)

    def open_link(self) -> str:
        """Open a link that holds dates, in place of this page."""
        edition = self.chance.choice(list(EDITIONS))
        link = f"?edition={edition}#{self.fragment(edition)}"
        self.figures = {}
        self.page.open(WORKBENCH + link)
        self.arrive()
        self.page.until(lambda: self.page.shows("#answer"), "the link's answer")
        return link

    def change_fragment(self) -> str:
        """Change the address's fragment, as a link does that differs in nothing else; and say whether it may replace the form."""
        edition = look(self.page).seen["edition"]
        fragment = self.fragment(edition)
        self.page.run("location.hash = arguments[0]", fragment)
        return f"{fragment}, {self.decide('What this link holds')}"

    def decide(self, what: str) -> str:
        """Answer the page's question whether unsaved work may be replaced, if it asks."""
        self.settle()
        if what not in str(self.page.run(_SAYS, "cr-replace")):
            self.figures = {}
            return "taken at once"
        replace = self.chance.random() < 0.5
        self.page.click("#cr-replace-go" if replace else "#cr-replace-keep")
        if replace:
            self.figures = {}
        return "replaced" if replace else "kept"

    def follow_own_link(self) -> str:
        """Copy a link to this form, what is said of the child sometimes with it, and follow it."""
        if not look(self.page).answered:
            return "no answer to share"
        if self.page.find("#cr-out").get_attribute("open") is None:
            self.page.click("#cr-out > summary")
        if self.chance.random() < 0.5:
            self.page.click("#cr-link-facts")
        self.page.click("#cr-share")
        link = self.page.values("#cr-link")[0]
        before = question(look(self.page), self.figures).get("figures", [])
        self.leave()
        self.page.driver.get("about:blank")
        self.page.driver.get(link)
        self.figures = {f"the link{f' ({n + 1})' if n else ''}": file for n, file in enumerate(before)}
        self.arrive()
        return link.partition("?")[2]

    def offer(self, content: object) -> str:
        """Choose a file in the page's own field and return its name, once the page has said what came of it or asks."""
        self.files += 1
        file = self.folder / f"file-{self.files}.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        self.page.run("document.getElementById('cr-opened').textContent = ''")
        self.page.find("#open-files").send_keys(str(file))
        self.page.until(
            lambda: (
                bool(self.page.run("return document.getElementById('cr-opened').textContent"))
                or file.name in str(self.page.run(_SAYS, "cr-replace"))
            ),
            f"word of {file.name}",
        )
        return file.name

    def open_case(self) -> str:
        """Open a saved case, as another reader with the same guide would have saved it."""
        edition = self.chance.choice(list(EDITIONS))
        acts = [rule.id for rule in EDITIONS[edition].rules if rule.kind is Kind.DEADLINE]
        held = dict(part.split("=") for part in self.fragment(edition).split("&") if not part.startswith("closed="))
        facts = {name: value for name, value in held.items() if value in {"yes", "no"}}
        saved = ask(
            ask="plan", edition=edition, events={name: day for name, day in held.items() if name not in facts}, facts=facts,
            done={act: str(self.day()) for act in acts[:1]}, closed=[str(self.day())], today="2026-11-28",
            reference="CR-9", **{"as": "case"},
        )  # fmt: skip
        name = self.offer(saved["file"]["text"])
        decided = self.decide(f"The case in {name}")
        return f"{edition} {held}, {decided}"

    def open_figures(self) -> str:
        """Open a figures file for some gap, of this edition or of another."""
        here = look(self.page).seen["edition"]
        edition = here if self.chance.random() < 0.7 else self.chance.choice(list(EDITIONS))
        gaps = [rule.id for rule in EDITIONS[edition].rules if rule.kind is Kind.GAP]
        events = sorted({reading.event for rule in EDITIONS[edition].rules for reading in rule.readings})
        if not gaps or not events:
            return "no gap to fill"
        figures = {
            "format": 1, "kind": "figures", "edition": edition, "supplied_by": "Partnership of Anyshire", "role": "manager",
            "read_on": "2026-11-20", "source": "The text",
            "figures": [{
                "fills": self.chance.choice(gaps), "length": self.chance.randint(1, 20), "unit": "working days",
                "runs": "after", "event": self.chance.choice(events), "duty": "should", "place": "paragraph 1",
            }],
        }  # fmt: skip
        name = self.offer(figures)
        self.figures[name] = figures
        return f"{name} for {edition}"

    def open_damaged(self) -> str:
        """Open a file that is none of ours; nothing may be lost by it."""
        before = question(look(self.page), self.figures)
        self.offer(self.chance.choice(["{", "[]", '{"kind": "shopping list"}', '{"kind": "case", "format": 2}']))
        assert question(look(self.page), self.figures) == before, self.told("a file that is refused changes the form")
        return "refused"


def walked(browser: str, steps: int, seed: int) -> Counter[str]:
    """Walk so many steps in one browser, from a folder, and return how many steps and answers there were."""
    with Proxy() as proxy, TemporaryDirectory() as folder:
        kept = Kept(browser, proxy)
        for copy in served.copied(_SITE, Path(folder) / "site", "file"):
            walk = Walk(kept.new_tab(copy), seed, Path(folder))
            walk.walk(steps)
            walk.page.assert_quiet()
        kept.quit()
    return walk.counted


def main(steps: int, seed: int) -> None:
    """Walk in both browsers, print what was counted and keep it."""
    fixed.use(real=True, laid_in=True)
    counted: Counter[str] = Counter()
    for number, browser in enumerate(browsers.NAMES):
        counted += walked(browser, steps, seed + number)
        sys.stdout.write(f"{browser}: {dict(counted)}\n")
    keep(
        "walk",
        f"python -m tests.browser.walk {steps} {seed}",
        [
            Figure("random steps walked in the workbench", counted["steps"], "steps", "half in Chromium, half in Firefox"),
            Figure("answers shown that were the door's answer to the form", counted["compared"], "answers"),
            Figure("dates compared in them", counted["dates"], "dates"),
            Figure("answers marked as no longer answering the form, where the door refuses it", counted["marked"], "answers"),
            Figure("answers shown that were neither", 0, "answers"),
        ],
    )  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
