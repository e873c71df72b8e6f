"""Every date rule of every edition, as content/second-reading.yml has it: typed from the texts by a second person.

Nothing of ours is imported, neither the editions nor the calculators. What is made of these tables stands in second_opinion.py.
"""

from __future__ import annotations

from tests.by_hand.second_reading import EVERY_EVENT, SECOND_READING, Clock, Expected

__all__ = ["EVERY_EVENT", "Clock", "Expected"]

ENGLAND_2015 = "england/serious-case-review-2015"
ENGLAND_2018 = "england/child-safeguarding-practice-review-2018"
ENGLAND_2023 = "england/child-safeguarding-practice-review-2023"
ENGLAND_2026 = "england/child-safeguarding-practice-review-2026"
NORTHERN_IRELAND = "northern-ireland/case-management-review-2017"
SCOTLAND_2015 = "scotland/significant-case-review-2015"
SCOTLAND_2021 = "scotland/learning-review-2021"
WALES_2016 = "wales/child-practice-review-2016"
WALES_2024 = "wales/single-unified-safeguarding-review-2024"

_EDITIONS = SECOND_READING.editions
CALENDAR = {name: edition.calendar for name, edition in _EDITIONS.items()}
RULES = {
    name: {rule: read.says for rule, read in edition.rules.items() if read.says.readings}
    for name, edition in _EDITIONS.items()
}
WITHOUT_NUMBER = {
    name: {rule: read.says.kind for rule, read in edition.rules.items() if not read.says.readings}
    for name, edition in _EDITIONS.items()
}
NEVER_BEFORE = SECOND_READING.never_before
# The force of a time limit where the act itself is owed more strongly than in that time.
TIME_DUTY = {
    (name, rule): (read.duty, read.time_duty)
    for name, edition in _EDITIONS.items()
    for rule, read in edition.rules.items()
    if read.time_duty
}
AT_ONCE = {(name, rule) for name, edition in _EDITIONS.items() for rule, read in edition.rules.items() if read.at_once}
# The edition whose figure for the same act was last held, by edition and rule; the rule there has the same name.
LAST_HELD = {
    name: {rule: read.last_held for rule, read in edition.rules.items() if read.last_held}
    for name, edition in _EDITIONS.items()
}
EVENTS = {
    edition: sorted({clock.event for rule in rules.values() for clock in rule.readings.values()})
    for edition, rules in RULES.items()
}
