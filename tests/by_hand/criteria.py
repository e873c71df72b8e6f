"""The tests of the four nations' criteria as plain functions of facts, written from the law and guidance.

Nothing here reads content/ or our tables. A fact's value is yes, no or unknown; `&`, `|` and `~` are Kleene's strong
connectives on the three, written out as minimum, maximum and complement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ENGLAND_2015 = "england/serious-case-review-2015"
ENGLAND_2018 = "england/child-safeguarding-practice-review-2018"
ENGLAND_2023 = "england/child-safeguarding-practice-review-2023"
ENGLAND_2026 = "england/child-safeguarding-practice-review-2026"
NORTHERN_IRELAND = "northern-ireland/case-management-review-2017"
SCOTLAND = "scotland/significant-case-review-2015"
SCOTLAND_2021 = "scotland/learning-review-2021"
WALES_2016 = "wales/child-practice-review-2016"
WALES_2024 = "wales/single-unified-safeguarding-review-2024"


@dataclass(frozen=True, order=True)
class Truth:
    """No is 0, unknown 1, yes 2."""

    rank: int

    def __and__(self, other: Truth) -> Truth:
        return min(self, other)

    def __or__(self, other: Truth) -> Truth:
        return max(self, other)

    def __invert__(self) -> Truth:
        return Truth(2 - self.rank)


NO, UNKNOWN, YES = Truth(0), Truth(1), Truth(2)
Facts = Callable[[str], Truth]
Criterion = Callable[[Facts], Truth]


def presumed(truth: Truth) -> Truth:
    """Return yes for a fact that is not known."""
    return YES if truth == UNKNOWN else truth


def notifiable_incident(f: Facts) -> Truth:
    """Working Together 2015: four kinds of incident."""
    died, harmed, abuse = f("child-died"), f("seriously-harmed"), f("abuse-or-neglect")
    return (died & abuse) | (harmed & abuse) | (f("looked-after") & died) | (f("regulated-setting") & died)


def serious_case_review(f: Facts) -> Truth:
    """LSCB Regulations 2006, regulation 5(2); on the harm route unless there is definitive evidence of no concern."""
    harm_route = f("seriously-harmed") & presumed(f("agency-working-concern"))
    return f("abuse-or-neglect") & (f("child-died") | harm_route)


def review_always(f: Facts) -> Truth:
    """Working Together 2015: deaths in custody, under detention, or of a young person deprived of liberty."""
    held = f("died-in-custody") | f("detained-mental-health") | f("deprived-of-liberty-16-17")
    return f("child-died") & held


def notify_panel(f: Facts) -> Truth:
    """Children Act 2004, section 16C(1)."""
    where = f("in-authority-area") | (f("normally-resident") & f("outside-england"))
    return f("abuse-or-neglect") & (f("child-died") | f("seriously-harmed")) & where


def serious_case(f: Facts) -> Truth:
    """Children Act 2004, section 16B(9)."""
    return f("abuse-or-neglect") & (f("child-died") | f("seriously-harmed"))


def looked_after_death(f: Facts) -> Truth:
    """Working Together: a looked-after child has died, whether or not abuse is suspected.

    For England's edition of 2026 the Children Act 1989, schedule 2, paragraph 20(1), as enacted; in Scotland SSI 2009/210,
    regulation 6(1); in Wales the Act of 2014, section 125(1).
    """
    return f("looked-after") & f("child-died")


def care_leaver_death(f: Facts) -> Truth:
    """Working Together 2023: a care leaver up to and including 24 has died."""
    return f("care-leaver-under-25") & f("care-leaver-died")


def case_management_review(f: Facts) -> Truth:
    """SR 2012/324, regulation 17(2), with the fourth limb of 2014."""
    happened = f("child-died") | f("significantly-harmed")
    known = f("abuse-or-neglect") | f("register-ever") | f("looked-after-ever")
    return happened & known & f("board-concern") & f("significant-learning")


def positive_learning_review(f: Facts) -> Truth:
    """SR 2012/324, regulation 17(3)."""
    return f("worked-effectively") & f("outstanding-learning")


def review_after_death(f: Facts) -> Truth:
    """Scottish guidance of 2015: a death, serious concern, and any one of five circumstances."""
    circumstances = (
        f("abuse-or-neglect")
        | f("register-ever")
        | f("suicide-or-accident")
        | f("homicide-or-violence")
        | f("looked-after-at-death")
    )
    return f("child-died") & f("serious-service-concern") & circumstances


def review_after_harm(f: Facts) -> Truth:
    """Scottish guidance of 2015: no death, harm or its risk, serious concern, and learning to be gained."""
    harm = f("significantly-harmed") | f("risk-of-significant-harm")
    return ~f("child-died") & harm & f("serious-service-concern") & f("learning-to-be-gained")


def welsh_harm(f: Facts) -> Truth:
    """Return the harm that both Welsh reviews ask for."""
    return f("child-died") | f("life-threatening-injury") | f("permanent-impairment")


def concise_review(f: Facts) -> Truth:
    """WSI 2015/1466, regulation 4(3)."""
    return f("abuse-or-neglect") & welsh_harm(f) & ~f("register-in-window") & ~f("looked-after-in-window")


def extended_review(f: Facts) -> Truth:
    """WSI 2015/1466, regulation 4(4)."""
    return f("abuse-or-neglect") & welsh_harm(f) & (f("register-in-window") | f("looked-after-in-window"))


def unified_review(f: Facts) -> Truth:
    """Welsh guidance of 2024: the criteria of any one of five reviews."""
    return (
        f("adult-criteria")
        | f("child-criteria")
        | f("domestic-homicide-criteria")
        | f("mental-health-homicide-criteria")
        | f("offensive-weapon-criteria")
    )


BY_HAND: dict[tuple[str, str], Criterion] = {
    (ENGLAND_2015, "notifiable-incident"): notifiable_incident,
    (ENGLAND_2015, "serious-case-review"): serious_case_review,
    (ENGLAND_2015, "review-always"): review_always,
    (ENGLAND_2018, "notify-panel"): notify_panel,
    (ENGLAND_2018, "serious-case"): serious_case,
    (ENGLAND_2018, "notify-looked-after-death"): looked_after_death,
    (ENGLAND_2023, "notify-panel"): notify_panel,
    (ENGLAND_2023, "serious-case"): serious_case,
    (ENGLAND_2023, "notify-looked-after-death"): looked_after_death,
    (ENGLAND_2023, "notify-care-leaver-death"): care_leaver_death,
    (ENGLAND_2026, "notify-panel"): notify_panel,
    (ENGLAND_2026, "serious-case"): serious_case,
    (ENGLAND_2026, "notify-looked-after-death"): looked_after_death,
    (ENGLAND_2026, "notify-care-leaver-death"): care_leaver_death,
    (NORTHERN_IRELAND, "case-management-review"): case_management_review,
    (NORTHERN_IRELAND, "positive-learning-review"): positive_learning_review,
    (SCOTLAND, "review-after-death"): review_after_death,
    (SCOTLAND, "review-after-harm"): review_after_harm,
    (SCOTLAND_2021, "notify-looked-after-death"): looked_after_death,
    (WALES_2016, "concise-review"): concise_review,
    (WALES_2016, "extended-review"): extended_review,
    (WALES_2024, "concise-review"): concise_review,
    (WALES_2024, "extended-review"): extended_review,
    (WALES_2024, "notify-looked-after-death"): looked_after_death,
    (WALES_2024, "unified-review"): unified_review,
}
WEIGHED = {
    (ENGLAND_2018, "local-review"),
    (ENGLAND_2018, "national-review"),
    (ENGLAND_2023, "local-review"),
    (ENGLAND_2023, "national-review"),
    (ENGLAND_2023, "local-review-circumstances"),
    (ENGLAND_2023, "national-review-circumstances"),
    (ENGLAND_2026, "local-review"),
    (ENGLAND_2026, "national-review"),
    (SCOTLAND, "lead-reviewer"),
}
