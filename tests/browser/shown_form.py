"""What the workbench's form says and what its answer claims, read from the page by its hooks alone, and the door's own answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.browser.page import Page

# Everything in one look, so that no reply can come between the form and its answer.
_LOOK = """
const all = (css, inside = document) => [...inside.querySelectorAll(css)];
const value = (id) => document.getElementById(id)?.value ?? "";
const date = (id) => {
  const parts = {day: value(`${id}-day`), month: value(`${id}-month`), year: value(`${id}-year`)};
  return Object.values(parts).some((part) => part.trim()) ? parts : null;
};
const dates = (pairs) => Object.fromEntries(pairs.map(([name, id]) => [name, date(id)]).filter(([, given]) => given));
const fields = (row, key) => Object.fromEntries(all(`[data-${key}]`, row).map((field) => [field.getAttribute(`data-${key}`), field.value]));
const answer = document.getElementById("answer");
const seen = (element) => Boolean(element) && element.checkVisibility();
return {
  edition: document.querySelector("#case input[name=edition]:checked")?.value ?? null,
  events: dates(all("#case [data-event]").filter((field) => !field.hidden || field.dataset.event === "incident").map((field) => [field.dataset.event, `event-${field.dataset.event}`])),
  facts: Object.fromEntries(all("#case [data-fact] input:checked").map((radio) => [radio.closest("[data-fact]").dataset.fact, radio.value])),
  closed: all("#cr-closed-list > *").map((row) => date(row.id)).filter(Boolean),
  today: date("today"),
  own: all("#cr-own-list > *").map((row) => fields(row, "own-field")),
  done: dates(all("#answer [data-rule]").map((line) => [line.dataset.rule, `done-${line.dataset.rule}`])),
  limits: all("#cr-limits > *").map((row) => ({fills: row.dataset.fills, ...fields(row, "limit")})),
  reader: Object.fromEntries(["supplied_by", "role", "source", "read_on"].map((name) => [name, value(`figures-${name}`)])),
  figures: all("#cr-figures-opened > li").map((item) => item.textContent),
  reference: value("reference"),
  notes: value("notes"),
  alone: seen(document.getElementById("cr-only")),
  shown: seen(answer),
  stale: answer.dataset.stale === "true",
  why: document.getElementById("answer-stale")?.textContent ?? "",
  failed: seen(document.getElementById("cr-failed")),
  lines: all("#answer [data-rule]").map(({dataset}) => [dataset.rule, dataset.due, dataset.lastHeld, dataset.state, dataset.applies]),
  tests: all("#answer [data-test]").map(({dataset}) => [dataset.test, dataset.outcome]),
};"""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the page: the form as typed, and what its answer says of each rule and test."""

    seen: Mapping[str, Any]

    @property
    def answered(self) -> bool:
        """Return whether an answer is shown that claims to answer the form."""
        return bool(self.seen["shown"] and not self.seen["stale"])


def look(page: Page) -> Look:
    """Return what the page shows at this moment."""
    return Look(page.run(_LOOK))


def question(now: Look, figures: Mapping[str, Any]) -> dict[str, Any]:
    """Return the door's question for the form as it stands; `figures` are the files opened so far, by name."""
    seen = now.seen
    asked = {
        "ask": "plan",
        **{
            name: seen[name] for name in ("edition", "events", "facts", "closed", "today", "done", "reference", "notes")
        },
        "own": [
            row for row in seen["own"] if any(row[part].strip() for part in ("length", "event", "place", "action"))
        ],
    }
    files = [figures[name] for said in seen["figures"] for name in figures if f", from {name}." in said]
    used = [file for file in files if file["edition"] == seen["edition"]]
    if typed := _typed_figures(seen):
        used.append(typed)
    return asked | ({"figures": used} if used else {})


def _typed_figures(seen: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the figures file that the limits typed in the form come to; None if none was read."""
    rows = [row for row in seen["limits"] if row["read"]]
    if not rows:
        return None
    held = {line["rule"]: line["last_held"] for line in ask(ask="plan", edition=seen["edition"], events={})["dates"]}
    return {
        "format": 1, "kind": "figures", "edition": seen["edition"], **seen["reader"],
        "figures": [_typed_figure(row, held[row["fills"]]) for row in rows],
    }  # fmt: skip


def _typed_figure(row: Mapping[str, str], held: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return one figure: the last held, if it was said to be the same, or what was typed."""
    if row["read"] == "differs" or held is None:
        length = row["length"].strip()
        figure: dict[str, Any] = {
            "length": int(length) if length.isdecimal() else length,
            "unit": f"{row['unit']}s",
            "runs": row["runs"],
            "event": row["event"],
        }
    else:
        same = [reading["figure"] for reading in held["readings"]] if held["readings"] else [held["figure"]]
        figure = [each for each in same if each is not None][int(row["read"])]
    return {"fills": row["fills"], **figure, "place": row["place"]}


def differences(now: Look, figures: Mapping[str, Any]) -> list[str]:
    """Return a sentence for everything in which an answer that claims to be one differs from the door's answer to the form."""
    asked = question(now, figures)
    reply = ask(**asked)
    if "errors" in reply:
        return [f"the page shows an answer; the door says: {reply['errors'][0]['message']}"]
    expected = {line["rule"]: _line(line) for line in reply["dates"]}
    shown = {rule: rest for rule, *rest in now.seen["lines"]}
    found = [
        f"{rule}: the page shows {given}, the door says {expected.get(rule)}"
        for rule, given in shown.items()
        if given != expected.get(rule)
    ]
    if not now.seen["alone"]:
        found += [f"{rule} is not shown" for rule in expected if rule not in shown]
    for test, outcome in now.seen["tests"]:
        said = ask(ask="criteria", edition=asked["edition"], test=test, facts=asked["facts"])["outcome"]
        if said != outcome:
            found.append(f"{test}: the page shows {outcome}, the door says {said}")
    return found


def _line(line: Mapping[str, Any]) -> list[str]:
    """Return what a rule's line says of itself, from the door's answer."""
    held = line["last_held"]
    last = [each["due"] for each in held["readings"] or [held]] if held else []
    return [line["due"] or "", min(filter(None, last), default=""), line["state"], line["applies"]]
