"""Generated from content/ by `python build.py`; do not edit. Change content/ and build."""

from calculators.records import (
    Body, Citation, Direction, Duty, Edition, Event, InForce, Kind, Period,
    Read, Reading, Rule, Source, Unit,
)

CONTENT = "9e4416e1e8bdc348bb06ee9058919e9bccf925e7ec14c5f0870b63bcd850463f"
CHECKED = "2026-11-21"

NATIONS = {
    "england": "England",
    "northern-ireland": "Northern Ireland",
    "scotland": "Scotland",
    "wales": "Wales",
}

TOPICS = {
    "overview": "Overview",
    "legal-basis": "Legal basis",
    "criteria": "Criteria",
    "responsibilities": "Responsibilities",
    "notification": "Notification",
    "first-look": "First look",
    "decision": "Decision",
    "types": "Types of review",
    "reviewers": "Reviewers and method",
    "involvement": "Involving people",
    "other-proceedings": "Other proceedings",
    "report": "The report",
    "publication": "Publication",
    "learning": "Learning",
    "transition": "Transition",
}

EVENTS = {
    "incident": Event(
        label="Date of the incident",
        words="the incident",
        hint="The day the child died or was seriously harmed.",
    ),
    "authority-aware": Event(
        label="Date the local authority became aware",
        words="the local authority becoming aware of the incident",
        hint="The day the local authority first knew of the death or serious harm.",
        follows=("incident",),
    ),
}

BODIES = {
    "csprp": Body(
        name="Child Safeguarding Practice Review Panel",
        how="Child Safeguarding Online Notification System, on GOV.UK",
    ),
}

EDITIONS = {
    "england/child-safeguarding-practice-review-2023": Edition(
        id="england/child-safeguarding-practice-review-2023",
        nation="england",
        review="child safeguarding practice review",
        guidance="Working Together to Safeguard Children 2023, chapter 5",
        in_force=InForce(start="2023-12-15", start_is="publication", end="2026-03-17"),
        coverage="partial",
        coverage_note="The guidance itself was not read; its rules are given as a procedures text of February 2024 restates them, and as SI 2018/789 has them.",
        calendar="england-and-wales",
        working_day_note="Monday to Friday less the bank holidays in GOV.UK's list for England and Wales. The guidance defines a working day beside its rule on sending reports only; using it for the other periods is this guide's reading. Good Friday and Christmas Day are in GOV.UK's list though not bank holidays by statute.",
        checked="2026-11-21",
        review_by="2027-02-21",
        sources={
            "wt2023": Source(
                title="Working Together to Safeguard Children 2023",
                publisher="Department for Education",
                read=Read.NONE,
                year=2023,
            ),
            "procedures-2024": Source(
                title="Child Safeguarding Practice Reviews (procedures text, 16 February 2024)",
                publisher="local safeguarding procedures, publisher not named in our copy",
                read=Read.WHOLE,
                year=2024,
            ),
        },
        rules=(
            Rule(
                id="notify-panel",
                topic="notification",
                kind=Kind.DEADLINE,
                action="Notify the Child Safeguarding Practice Review Panel",
                who="local authority",
                to=("csprp",),
                duty=Duty.SHOULD,
                citation=Citation(
                    ref="wt2023",
                    place="Responsibilities for notification",
                    via="procedures-2024",
                ),
                readings=(
                    Reading(
                        period=Period(length=5, unit=Unit.WORKING_DAY),
                        direction=Direction.AFTER,
                        event="authority-aware",
                        citation=Citation(
                            ref="wt2023",
                            place="Responsibilities for notification",
                            via="procedures-2024",
                        ),
                    ),
                ),
            ),
        ),
    ),
}
