"""What the page of proof shows, in its order: for each file of bench/kept/ what is checked, and what that does not show.

A command that keeps figures under a new name has its entry here; a test fails until it has.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Check:
    """One kept file: `name` is its name, `how` says what is done and against what, `not_shown` what follows from it for nobody.

    `command` is said as long as nothing is kept; after that, the command that was run. `main` are the figures of the first
    table, in the words of the kept file; its first figure if nothing is said. `rows` says which figures the page shows, as a
    pattern that their words must match somewhere: of a long table, those that tell most.
    """

    name: str
    title: str
    how: str
    not_shown: str
    command: str
    main: tuple[str, ...] = ()
    rows: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Checks under one heading, whose `id` is its anchor."""

    id: str
    title: str
    checks: tuple[Check, ...]


_ANSWERS = (
    Check(
        name="by-hand",
        title="Every rule, on every day, against a second reading",
        how="""\
The calculators' dates, counted days and decisions are held against a second table of rules, typed apart from the first,
and a second way of counting. The two share no code. The bank holidays of the second come from GOV.UK's list and, for the
years that it leaves out, from the Acts and the usual proclamations. Months are counted a third time by a library, and
calendar files are read by two other programs. Every date of those answers is also asked of each of the three calendars, whichever
of them is its own, and counted there once for each.""",
        not_shown="that either reading of a text is right in law, or which bank holidays will yet be proclaimed.",
        command="python -m tests.by_hand",
        main=("dates by each of the three calendars", "differences"),
    ),
    Check(
        name="second-road",
        title="A second planner in another language",
        how="""\
A planner in JavaScript knows only the published `rules.json`, a list of bank holidays and the rules of counting. It is given the same random cases
as the calculators: dates known or not, out of order, and near the ends of the years held.""",
        not_shown="that the rules in `rules.json` are right, since both planners read them.",
        command="python -m tests.second_road",
        main=("lines of their plans compared, each with its readings", "lines that differ"),
    ),
    Check(
        name="both_pythons",
        title="The browser's Python and others",
        how="""\
The file that the page loads, with its own Python, and the same code in other versions of Python are asked the same random
questions. Their answers must be the same, letter for letter.""",
        not_shown="that the answers are right: the two checks above are for that.",
        command="python -m tests.both_pythons 100000",
        main=(
            "random questions asked of each Python",
            "answers that differ between the shipped payload and a native Python",
        ),
    ),
    Check(
        name="suite_in_payload",
        title="The tests in the browser's Python",
        how="The tests of the calculators themselves, run inside the file that the page loads.",
        not_shown="what a browser adds to that: for this there are the journeys below.",
        command="python -m tests.both_pythons.suite",
    ),
    Check(
        name="mutation-counting",
        title="Faults planted where days are counted",
        how="""\
A program alters the code that counts and decides in one place at a time and runs its tests. A fault that makes a test
fail is called killed; the share killed says how much the tests would notice.""",
        not_shown="that every fault would be noticed: each of these is a small one, in one place.",
        command="python -m bench.mutation counting",
        main=("faults to be tried", "faults tried", "score, without the equivalent"),
    ),
    Check(
        name="mutation-sample",
        title="Faults planted in the rest",
        how="""\
The same with a fixed sample from the rest of the calculators, the checks of the content and the pages, by their quick tests.""",
        not_shown="what the tests would notice elsewhere.",
        command="python -m bench.mutation sample",
        main=("faults to be tried", "faults tried", "score, without the equivalent"),
    ),
)
_TESTS = (
    Check(
        name="tests",
        title="Automatic tests",
        how="""\
How many tests there are. They are only counted here: `make test` runs them all, and so does a workflow on every change. Each
journey in a browser is one test in each of four ways: Chromium and Firefox, each from a folder and over http.""",
        not_shown="that they pass; or how good they are: for that, see the faults planted in the code.",
        command="python -m tests.count",
    ),
    Check(
        name="inputs",
        title="Random and wrong input",
        how="""\
What must always hold is tried on input made at random, with the odd and the extreme among it. Files with one mistake each
must get one sentence that says what is wrong and where.""",
        not_shown="that no other input can do harm.",
        command="python -m tests.inputs",
    ),
)
_PAGE = (
    Check(
        name="requests",
        title="What leaves the computer",
        how="""\
Every page is opened from a folder and over http in both browsers, and dates are worked out and searched for. Whatever the
browser then asks of anything but the copy itself goes to a proxy, which writes it down. A request planted in a copy must
be heard too, so that silence means something.""",
        not_shown="what a browser sends to its own maker, which is switched off for this.",
        command="python -m tests.browser.requests",
        main=("requests to anything but the copy",),
    ),
    Check(
        name="scan-pages",
        title="Accessibility of each page",
        how="""\
axe, a program that looks for barriers, goes over every page in every scheme, in Chromium, and each is narrowed to 320 pixels.""",
        not_shown="that disabled people can use the pages well: a program finds some barriers only, and no user was asked.",
        command="python -m tests.browser.scan pages",
    ),
    Check(
        name="scan-states",
        title="Accessibility of each state of the forms",
        how="""\
The same for each state of the pages that work, and a walk through each by the keyboard: every stop must have a name, a box
and an outline in view.""",
        not_shown="that disabled people can use the forms well: as above.",
        command="python -m tests.browser.scan states",
    ),
    Check(
        name="scan-html",
        title="HTML by the rules",
        how="Every page is read by the Nu checker, which knows the HTML standard. What the theme itself writes is counted apart.",
        not_shown="that a page is easy to read or use.",
        command="python -m tests.browser.scan html vnu.jar",
    ),
    Check(
        name="walk",
        title="The workbench, used at random",
        how="""\
Fields filled, changed and emptied at random, steps back and files opened: the answer shown must be the answer to the form
shown, or be marked as no longer up to date.""",
        not_shown="that the page is easy to use.",
        command="python -m tests.browser.walk 10000",
        main=("random steps walked in the workbench", "answers shown that were neither"),
    ),
    Check(
        name="scan-faults",
        title="Things that go wrong",
        how="""\
Files missing, cut short or mixed, storage blocked, scripts or WebAssembly off, a slow disk, too little memory: what was
typed must stay, and a sentence must say what is wrong.""",
        not_shown="what happens with a fault that nobody thought of.",
        command="python -m tests.browser.scan faults",
    ),
)
_SPEED = (
    Check(
        name="open_to_answer",
        title="From opening the page to the first answer",
        how="""\
Against Pyodide as its makers hand it out, on a bare page on the same computer. Read the ratio, whose aim is
a half at most: the seconds hang on the computer.""",
        not_shown="the time on a slow computer, on a network share or in Safari.",
        command="python -m bench.open_to_answer",
        main=("Chromium: ours over bare Pyodide", "Firefox: ours over bare Pyodide"),
        rows="^(Chromium|Firefox): ",
    ),
    Check(
        name="recalculation",
        title="Working out again in the page",
        how="A plan asked again of a page that has started, against the same question put to Python outside a browser.",
        not_shown="how long the page takes to draw the answer.",
        command="python -m bench.recalculation",
        main=("a plan again, chromium, times CPython", "a plan again, firefox, times CPython"),
    ),
    Check(
        name="page_weight",
        title="What a page weighs",
        how="What a browser fetches for a page of the guide, and how soon it stands, against a plain page of the same words.",
        not_shown="how fast a network brings it.",
        command="python -m bench.page_weight",
        main=("England 2023, ours", "England 2023, plain"),
    ),
    Check(
        name="memory",
        title="Memory of the tab",
        how="How much memory the process takes in which the page runs, before and after the first answer.",
        not_shown="what it takes after a day of work.",
        command="python -m bench.memory",
        main=("chromium: a plan answered", "firefox: a plan answered"),
    ),
    Check(
        name="peers",
        title="The same small calculator in other tools",
        how="The same calculator in PyScript over http, in turns with ours; and whether that page, and one that marimo made, opens from a folder.",
        not_shown="what those tools are good at besides.",
        command="python -m bench.peers",
        main=("ours, times PyScript over http, chromium", "ours, times PyScript over http, firefox"),
    ),
    Check(
        name="working_days_on",
        title="So many working days on, against others' arithmetic",
        how="The time for one date, against libraries that do the same. All must agree before anything is timed.",
        not_shown="the time for a million dates at once, for which two of the others are made.",
        command="python -m bench.working_day_arithmetic",
        main=("working days on, 50: ours",),
        rows=r"\b50: ",
    ),
    Check(
        name="working_days_between",
        title="Working days between two dates, against others' arithmetic",
        how="The same for the number of working days from one date to another.",
        not_shown="more than that.",
        command="python -m bench.working_day_arithmetic",
        main=("working days between, 50: ours",),
        rows=r"\b50: ",
    ),
    Check(
        name="plans",
        title="Plans, and tables of cases",
        how="How many plans one processor makes in a second, one at a time and from a table of cases.",
        not_shown="how many it makes in the browser.",
        command="python -m bench.plans",
    ),
)
_UPKEEP = (
    Check(
        name="build_time",
        title="Building the guide",
        how="Our whole build against MkDocs alone with the same pages. The aim is twice its time at most.",
        not_shown="how long the first build takes, which fetches what it needs.",
        command="python -m bench.build_time",
        main=("our build, times the plain one",),
    ),
    Check(
        name="growth_of_editions",
        title="What more editions cost",
        how="The time to build the guide, and its size, with more and more editions.",
        not_shown="whether a reader would find the way among so many.",
        command="python -m bench.growth",
        main=("each further to 1,000: compile", "each further to 1,000: MkDocs"),
        rows="^each further",
    ),
    Check(
        name="growth_of_overlays",
        title="What more local arrangements cost",
        how="The same with more and more local arrangements.",
        not_shown="whether a reader would find the way among so many.",
        command="python -m bench.growth",
        main=("each further to 1,000: compile", "each further to 1,000: MkDocs"),
        rows="^each further",
    ),
    Check(
        name="readability",
        title="How hard the prose is to read",
        how="""\
Flesch's measure of how easy a text reads, where 60 to 70 is called plain, and the length of sentences: of each edition and local
arrangement, and of each page of `docs/` outside the guide.""",
        not_shown="whether a reader understands it: nobody was asked.",
        command="python -m bench.readability",
    ),
    Check(
        name="after_material",
        title="Another program for the pages",
        how="The theme of these pages is kept up until May 2027. The same pages are made with its successor, and compared.",
        not_shown="how the successor's pages look.",
        command="python -m bench.after_material",
        main=("pages that lost an anchor", "pages that lost words"),
    ),
)
PROVED = (
    Group(id="answers", title="Are the dates and decisions right?", checks=_ANSWERS),
    Group(id="tested", title="What is tested before it is handed on?", checks=_TESTS),
    Group(id="page", title="What happens in the browser?", checks=_PAGE),
    Group(id="speed", title="How fast is it, and how heavy?", checks=_SPEED),
    Group(id="upkeep", title="What does it take to keep it up?", checks=_UPKEEP),
)
