"""Runs inside Pyodide at build time: puts each kind of question that a page asks, so that all that answers it is loaded."""

import importlib
import json

NEEDED_WHEN_THINGS_GO_WRONG = ("traceback", "linecache", "tokenize", "warnings", "contextlib", "textwrap")


def exercise():
    """Import and use everything the page will, so that `sys.modules` holds what must be kept."""
    from calculators.answer import answer

    events = dict.fromkeys(importlib.import_module("calculators.register").EVENTS, "2026-06-11")
    questions = [
        {
            "ask": "plan",
            "edition": edition["edition"],
            "events": events,
            "today": "2026-06-11",
            "closed": ["2026-06-12"],
        }
        for edition in json.loads(answer('{"ask": "editions", "nation": null}'))["editions"]
    ]
    questions += [{**questions[0], "as": form} for form in ("csv", "text", "case", "summary", "row")]
    questions += [
        {"ask": "plan", "edition": "no-such-edition", "events": {"incident": {"day": "31", "month": "feb"}}},
        {"ask": "criteria", "edition": "no-such-edition", "test": "none", "facts": {}},
        {
            "ask": "period",
            "calendar": "scotland",
            "length": "1",
            "unit": "month",
            "runs": "window",
            "from": "2026-06-11",
        },
        {"ask": "workdays", "calendar": "scotland", "from": "2026-06-11", "add": "5"},
        {"ask": "editions", "nation": "england", "on": "2026-06-11"},
        {"ask": "nations", "on": "2026-06-11", "facts": {"child-died": "yes"}, "as": "text"},
        {"ask": "table", "text": "case,edition\nA,no-such-edition\n"},
        {"ask": "cells", "name": "days", "rows": [["day"], ["2026-06-11"]]},
        {"ask": "moved", "case": "none"},
        {"ask": "cases", "today": "2026-06-11", "cases": ["none"], "columns": ["case"], "rows": []},
    ]
    saved = None
    for question in questions:  # one after the other, or what was answered would stay in the memory, empty or not
        file = json.loads(answer(json.dumps(question))).get("file")
        saved = saved or (file["text"] if file and file["type"] == "application/json" else None)
    opened = {"ask": "cases", "today": "2026-06-12", "cases": [saved], "columns": [], "rows": []}
    for question in (opened, {"ask": "moved", "case": json.loads(saved)}):
        json.loads(answer(json.dumps(question)))
    answer("not JSON")
    for module in NEEDED_WHEN_THINGS_GO_WRONG:
        importlib.import_module(module)


def exercise_calendar():
    """Make the calendar file of every edition that has dates."""
    from calculators.answer import answer

    events = dict.fromkeys(importlib.import_module("calculators.register").EVENTS, "2026-06-11")
    for edition in json.loads(answer('{"ask": "editions", "nation": null}'))["editions"]:
        question = {"ask": "plan", "edition": edition["edition"], "events": events, "as": "ics", "reference": "É 1"}
        reply = json.loads(answer(json.dumps(question)))
        if "file" not in reply and reply["errors"][0]["field"] != "events":  # there it says that no date is held
            raise RuntimeError(reply["errors"])
