"""Every date rule of all nine editions, typed by hand from the texts that the editions rest on.

Nothing of ours is imported: neither content/ nor the calculators. What is made of these tables stands in second_opinion.py.
"""

from __future__ import annotations

from typing import NamedTuple

ENGLAND_2015 = "england/serious-case-review-2015"
ENGLAND_2018 = "england/child-safeguarding-practice-review-2018"
ENGLAND_2023 = "england/child-safeguarding-practice-review-2023"
ENGLAND_2026 = "england/child-safeguarding-practice-review-2026"
NORTHERN_IRELAND = "northern-ireland/case-management-review-2017"
SCOTLAND_2015 = "scotland/significant-case-review-2015"
SCOTLAND_2021 = "scotland/learning-review-2021"
WALES_2016 = "wales/child-practice-review-2016"
WALES_2024 = "wales/single-unified-safeguarding-review-2024"


class Clock(NamedTuple):
    """One reading: how long (negative: before; 0: that very day), in what, from which event."""

    length: int
    unit: str
    event: str


class Expected(NamedTuple):
    """One rule: its kind and its readings; an undisputed rule's one reading has no name."""

    kind: str
    readings: dict[str | None, Clock]


def deadline(length: int, unit: str, event: str) -> Expected:
    """Return an undisputed deadline."""
    return Expected("deadline", {None: Clock(length, unit, event)})


def kept(length: int, unit: str, event: str) -> Expected:
    """Return a retention."""
    return Expected("retention", {None: Clock(length, unit, event)})


def disputed(**readings: Clock) -> Expected:
    """Return a deadline with readings; underscores in their names stand for hyphens."""
    return Expected("deadline", {name.replace("_", "-"): clock for name, clock in readings.items()})


def beside_words(**readings: Clock) -> Expected:
    """Return a prompt with clocks beside its words; each stands for itself and none is the rule's own."""
    return Expected("prompt", {name.replace("_", "-"): clock for name, clock in readings.items()})


def sent_before(event: str) -> Expected:
    """Return the two readings of sending a report: guidance's working days, the regulations' days."""
    return disputed(guidance=Clock(-7, "working day", event), regulation=Clock(-7, "day", event))


RAPID_REVIEW = disputed(
    incident=Clock(15, "working day", "incident"),
    partners_aware=Clock(15, "working day", "partners-aware"),
    panel_notified=Clock(15, "working day", "panel-notified"),
)
REVIEW_TYPE_WINDOW = Expected(
    "lookback", {event: Clock(-6, "month", event) for event in ("incident", "impairment-identified")}
)
CALENDAR = {
    ENGLAND_2015: "england-and-wales",
    ENGLAND_2018: "england-and-wales",
    ENGLAND_2023: "england-and-wales",
    ENGLAND_2026: "england-and-wales",
    NORTHERN_IRELAND: "northern-ireland",
    SCOTLAND_2015: "scotland",
    SCOTLAND_2021: "scotland",
    WALES_2016: "england-and-wales",
    WALES_2024: "england-and-wales",
}
RULES = {
    ENGLAND_2015: {
        "report-incident": deadline(5, "working day", "authority-aware"),
        "decide-review": deadline(1, "month", "incident-notified"),
        "notify-decision": deadline(5, "working day", "chair-decision"),
        "complete-review": deadline(6, "month", "review-initiated"),
        "send-report": disputed(
            calendar_days=Clock(-7, "day", "publication"), working_days=Clock(-7, "working day", "publication")
        ),
        "send-national-panel": disputed(
            week=Clock(-1, "week", "publication"), clear_days=Clock(-7, "clear day", "publication")
        ),
        "keep-published": kept(12, "month", "publication"),
    },
    ENGLAND_2018: {
        "notify-panel": deadline(5, "working day", "authority-aware"),
        "tell-partners": deadline(5, "working day", "authority-aware"),
        "notify-looked-after-death": deadline(5, "working day", "authority-aware"),
        "rapid-review": RAPID_REVIEW,
        "send-report": deadline(-7, "day", "publication"),
        "publish-report": deadline(6, "month", "review-decision"),
        "national-publish-report": deadline(6, "month", "national-review-decision"),
        "keep-published": kept(1, "year", "publication"),
        "keep-national-published": kept(3, "year", "national-publication"),
        "national-send-report": deadline(-7, "day", "national-publication"),
        "start-arrangements": deadline(3, "month", "arrangements-published"),
        "hand-over-old-review": deadline(12, "month", "implementation-date"),
        "first-annual-report": deadline(12, "month", "implementation-date"),
    },
    ENGLAND_2023: {
        "notify-panel": deadline(5, "working day", "authority-aware"),
        "notify-looked-after-death": deadline(5, "working day", "authority-aware"),
        "rapid-review": RAPID_REVIEW,
        "send-report": sent_before("publication"),
        "send-report-ofsted": deadline(-7, "working day", "publication"),
        "send-improvement-information": sent_before("publication"),
        "publish-report": deadline(6, "month", "review-decision"),
        "keep-published": kept(1, "year", "publication"),
        "national-send-report": sent_before("national-publication"),
        "national-send-improvement-information": sent_before("national-publication"),
        "national-publish-report": deadline(6, "month", "national-review-decision"),
        "keep-national-published": kept(3, "year", "national-publication"),
    },
    ENGLAND_2026: {
        "send-report": deadline(-7, "day", "publication"),
        "send-improvement-information": deadline(-7, "day", "publication"),
        "keep-published": kept(1, "year", "publication"),
        "national-send-report": deadline(-7, "day", "national-publication"),
        "national-send-improvement-information": deadline(-7, "day", "national-publication"),
        "keep-national-published": kept(3, "year", "national-publication"),
    },
    NORTHERN_IRELAND: {
        "call-meeting": deadline(14, "day", "requisition"),
        "meeting-notice": deadline(-7, "clear day", "panel-meeting"),
        "reconvene-meeting": deadline(1, "month from and including", "inquorate-meeting"),
    },
    SCOTLAND_2015: {
        "send-notification-form": deadline(7, "day", "lead-informed"),
        "submit-report": deadline(14, "day", "report-requested"),
    },
    SCOTLAND_2021: {
        "notify-looked-after-death": beside_words(
            guidance=Clock(1, "working day", "authority-aware"), care_inspectorate=Clock(1, "day", "incident")
        ),
        "report-looked-after-death": deadline(28, "day", "incident"),
    },
    WALES_2016: {
        "review-type-window": REVIEW_TYPE_WINDOW,
        "practice-timeline": Expected("lookback", {None: Clock(-12, "month", "incident")}),
        "complete-review": deadline(6, "month", "review-referral"),
        "keep-published": kept(12, "week", "publication"),
        "action-plan": disputed(guidance=Clock(4, "week", "final-report"), regulations=Clock(0, "day", "final-report")),
    },
    WALES_2024: {"review-type-window": REVIEW_TYPE_WINDOW},
}
WITHOUT_NUMBER = {
    ENGLAND_2015: {},
    ENGLAND_2018: {"send-report-ofsted": "gap"},
    ENGLAND_2023: {
        "notify-care-leaver-death": "gap",
        "send-rapid-review": "prompt",
        "tell-of-review": "prompt",
        "panel-response": "prompt",
        "explain-delay": "gap",
        "audit-progress": "gap",
        "national-tell-secretary": "gap",
        "national-explain-delay": "gap",
        "national-send-copies": "gap",
    },
    ENGLAND_2026: {
        "notify-panel": "gap",
        "notify-looked-after-death": "gap",
        "notify-care-leaver-death": "gap",
        "rapid-review": "gap",
        "send-rapid-review": "gap",
        "tell-of-review": "gap",
        "panel-response": "gap",
        "send-report-ofsted": "gap",
        "publish-report": "gap",
        "explain-delay": "gap",
        "audit-progress": "gap",
        "national-tell-secretary": "gap",
        "national-publish-report": "gap",
        "national-explain-delay": "gap",
        "national-send-copies": "gap",
    },
    NORTHERN_IRELAND: {"undertake-review": "gap", "complete-review": "gap"},
    SCOTLAND_2015: {"notify-committee": "prompt", "decide-review": "gap", "complete-review": "gap"},
    SCOTLAND_2021: {
        "notify-continuing-care-death": "prompt",
        "decide-review": "gap",
        "complete-review": "gap",
        "tell-care-inspectorate": "prompt",
        "send-outcome": "gap",
        "draw-up-action-plan": "gap",
    },
    WALES_2016: {"review-action-plan": "gap", "report-differences": "gap"},
    WALES_2024: {
        "notify-looked-after-death": "prompt",
        "notify-government": "gap",
        "hold-review": "prompt",
        "complete-review": "gap",
        "action-plan-with-report": "prompt",
        "send-copies": "prompt",
        "publish-report": "prompt",
        "keep-published": "gap",
        "review-action-plan": "prompt",
    },
}
# What cannot come before what, as far as it bears on rules with more than one reading: nobody becomes aware of a thing, or
# sends word of it, before it has happened, and the authority notifies only what it knows of.
NEVER_BEFORE = {
    "partners-aware": {"incident"},
    "panel-notified": {"incident", "authority-aware"},
    "authority-aware": {"incident"},
}
# The force of a time limit where the act itself is owed more strongly than in that time.
TIME_DUTY = {
    (ENGLAND_2018, "notify-panel"): ("must", "should"),
    (ENGLAND_2018, "publish-report"): ("must", "should"),
    (ENGLAND_2018, "national-publish-report"): ("must", "should"),
    (ENGLAND_2023, "notify-panel"): ("must", "should"),
    (ENGLAND_2023, "send-report"): ("must", "should"),
    (ENGLAND_2023, "send-improvement-information"): ("must", "should"),
    (ENGLAND_2023, "publish-report"): ("must", "should"),
    (ENGLAND_2023, "national-send-report"): ("must", "should"),
    (ENGLAND_2023, "national-send-improvement-information"): ("must", "should"),
    (ENGLAND_2023, "national-publish-report"): ("must", "should"),
}
AT_ONCE = {(SCOTLAND_2021, "notify-looked-after-death")}
# The last figure that an earlier edition gave for the same act; the rule there has the same name.
LAST_HELD = {
    ENGLAND_2026: (
        ENGLAND_2023,
        {
            "notify-panel",
            "rapid-review",
            "publish-report",
            "notify-looked-after-death",
            "send-report-ofsted",
            "national-publish-report",
            "send-report",
            "national-send-report",
            "send-improvement-information",
            "national-send-improvement-information",
        },
    ),
    WALES_2024: (WALES_2016, {"keep-published"}),
}
EVERY_EVENT = (
    "incident", "impairment-identified", "authority-aware", "partners-aware", "incident-notified", "panel-notified",
    "lead-informed", "report-requested", "rapid-review-complete", "rapid-review-received", "chair-decision",
    "review-initiated", "review-decision", "national-review-decision", "review-referral", "final-report", "publication",
    "national-publication", "arrangements-published", "implementation-date", "requisition", "panel-meeting",
    "inquorate-meeting",
)  # fmt: skip
EVENTS = {
    edition: sorted({clock.event for rule in rules.values() for clock in rule.readings.values()})
    for edition, rules in RULES.items()
}
