"""On what a rule hangs, worked from the law and guidance: one plain function a rule, over facts and the events dated.

Nothing here reads content/ or our tables. Every rule that does not stand here hangs on nothing and always applies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, TypeAlias

from tests.by_hand.rules import ENGLAND_2018, ENGLAND_2023, ENGLAND_2026, SCOTLAND_2021, WALES_2024

Word: TypeAlias = Literal["yes", "no", "unknown"]
Facts: TypeAlias = Mapping[str, Word]  # every fact that a function asks about, or more
Dated: TypeAlias = AbstractSet[str]  # the events whose date was given
Hangs: TypeAlias = Callable[[Facts, Dated], Word]


def both(*words: Word) -> Word:
    """Return strong Kleene's "and": one no is no, whatever the rest turns out to be; else one unknown is unknown."""
    if "no" in words:
        return "no"
    return "unknown" if "unknown" in words else "yes"


def either(*words: Word) -> Word:
    """Return strong Kleene's "or": one yes is yes, whatever the rest turns out to be; else one unknown is unknown."""
    if "yes" in words:
        return "yes"
    return "unknown" if "unknown" in words else "no"


def opposite(word: Word) -> Word:
    """Return strong Kleene's "not": what is unknown stays so."""
    opposites: dict[Word, Word] = {"yes": "no", "no": "yes", "unknown": "unknown"}
    return opposites[word]


def happened(event: str, dated: Dated) -> Word:
    """Return yes for an event with a date. One without may have happened all the same."""
    return "yes" if event in dated else "unknown"


def serious_case(f: Facts) -> Word:
    """Children Act 2004, section 16B(9): abuse or neglect known or suspected, and death or serious harm."""
    return both(f["abuse-or-neglect"], either(f["child-died"], f["seriously-harmed"]))


def notify_panel(f: Facts, _: Dated) -> Word:
    """Children Act 2004, section 16C(1): in the authority's area, or resident there while outside England."""
    abroad = both(f["normally-resident"], f["outside-england"])
    return both(serious_case(f), either(f["in-authority-area"], abroad))


def rapid_review(f: Facts, dated: Dated) -> Word:
    """Working Together: a serious case; and whatever was notified is looked at, be the case serious or not."""
    return either(serious_case(f), happened("panel-notified", dated))


def notify_looked_after_death(f: Facts, _: Dated) -> Word:
    """Children Act 1989, schedule 2, paragraph 20(1); SSI 2009/210; the Welsh Act of 2014: a looked-after child has died."""
    return both(f["looked-after"], f["child-died"])


def notify_care_leaver_death(f: Facts, _: Dated) -> Word:
    """Working Together 2023: a care leaver has died, up to and including the age of 24."""
    return both(f["care-leaver-under-25"], f["care-leaver-died"])


def send_report(f: Facts, _: Dated) -> Word:
    """SI 2018/789: the report goes unless only information about improvements is published."""
    return opposite(f["improvements-only"])


def send_improvement_information(f: Facts, _: Dated) -> Word:
    """Return whether only information about improvements is published."""
    return f["improvements-only"]


def national_send_report(f: Facts, _: Dated) -> Word:
    """Return the same of the Panel's report."""
    return opposite(f["national-improvements-only"])


def national_send_improvement_information(f: Facts, _: Dated) -> Word:
    """Return the same of the Panel's information."""
    return f["national-improvements-only"]


def report_looked_after_death(f: Facts, dated: Dated) -> Word:
    """Scottish guidance on the death of a looked-after child: a full report if no learning review is undertaken."""
    return both(notify_looked_after_death(f, dated), opposite(f["learning-review-undertaken"]))


def notify_continuing_care_death(f: Facts, _: Dated) -> Word:
    """Scottish guidance on continuing care: a young person in continuing care or aftercare has died, of whatever age."""
    return f["continuing-care"]


def child_practice_review(f: Facts, _: Dated) -> Word:
    """Concise or extended. The child's standing in the window tells the two apart, and does not decide whether there is one."""
    harm = either(f["child-died"], f["life-threatening-injury"], f["permanent-impairment"])
    return both(f["abuse-or-neglect"], harm)


ENGLAND_SINCE_2023: dict[str, Hangs] = {
    "notify-panel": notify_panel,
    "notify-looked-after-death": notify_looked_after_death,
    "notify-care-leaver-death": notify_care_leaver_death,
    "rapid-review": rapid_review,
    "send-report": send_report,
    "send-improvement-information": send_improvement_information,
    "national-send-report": national_send_report,
    "national-send-improvement-information": national_send_improvement_information,
}
BY_HAND: dict[str, dict[str, Hangs]] = {
    ENGLAND_2018: {
        "notify-panel": notify_panel,
        "notify-looked-after-death": notify_looked_after_death,
        "rapid-review": rapid_review,
    },
    ENGLAND_2023: ENGLAND_SINCE_2023,
    ENGLAND_2026: ENGLAND_SINCE_2023,
    SCOTLAND_2021: {
        "notify-looked-after-death": notify_looked_after_death,
        "report-looked-after-death": report_looked_after_death,
        "notify-continuing-care-death": notify_continuing_care_death,
    },
    WALES_2024: {
        "notify-looked-after-death": notify_looked_after_death,
        "hold-review": child_practice_review,
        "action-plan-with-report": child_practice_review,
        "send-copies": child_practice_review,
        "publish-report": child_practice_review,
        "review-action-plan": child_practice_review,
    },
}


def expected(edition: str, rule: str, facts: Facts, dated: Dated) -> Word:
    """Return whether a rule applies."""
    hangs = BY_HAND.get(edition, {}).get(rule)
    return hangs(facts, dated) if hangs else "yes"
