"""Generated from content/ by `python build.py`; do not edit. Change content/ and build."""

from calculators.records import (
    Body, Citation, Direction, Duty, Edition, Event, InForce, Kind, Period,
    Read, Reading, Rule, Source, Unit,
)

CONTENT = "c828accaab27f6dcd183685f3123830f838ceee76f8b257f0679feacfa077ab2"
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
        hint="The day the child died or was seriously harmed; where it was a series of events, the last of them.",
    ),
    "impairment-identified": Event(
        label="Date a public body identified the impairment",
        words="the impairment being identified",
        hint="For Wales, the day a body with safeguarding duties identified that the child's health or development is impaired.",
    ),
    "authority-aware": Event(
        label="Date the local authority became aware",
        words="the local authority becoming aware of the incident",
        hint="The day the local authority first knew of the death or serious harm.",
        follows=("incident",),
    ),
    "partners-aware": Event(
        label="Date the safeguarding partners became aware",
        words="the safeguarding partners becoming aware of the incident",
        hint="The day the local authority, the health body and the police, acting as safeguarding partners, first knew of it.",
        follows=("incident",),
    ),
    "incident-notified": Event(
        label="Date the Board was notified of the incident",
        words="notification of the incident",
        hint="The day the Local Safeguarding Children Board was told; the text does not say whose notification it means.",
        follows=("incident",),
    ),
    "panel-notified": Event(
        label="Date the notification was sent to the Panel",
        words="the notification being sent to the Panel",
        hint="The day the serious incident notification was submitted through the online system.",
        follows=("incident", "authority-aware"),
    ),
    "lead-informed": Event(
        label="Date the agreed lead was first informed",
        words="the agreed lead first being informed",
        hint="For Scotland, the day your agency first told the lead person agreed with the child protection committee.",
        follows=("incident",),
    ),
    "report-requested": Event(
        label="Date the report was requested",
        words="the report being requested",
        hint="For Scotland, the day the committee's lead asked your agency for its initial case review report.",
        follows=("incident",),
    ),
    "rapid-review-complete": Event(
        label="Date the rapid review was completed",
        words="completion of the rapid review",
        hint="The day the safeguarding partners settled their findings and what to do next.",
        follows=("incident", "partners-aware"),
    ),
    "rapid-review-received": Event(
        label="Date the Panel received the rapid review",
        words="the Panel receiving the rapid review",
        hint="The day the rapid review reached the Panel's secretariat.",
        follows=("incident", "rapid-review-complete"),
    ),
    "chair-decision": Event(
        label="Date of the Chair's decision",
        words="the Chair's decision",
        hint="The day the Board's Chair decided whether to hold a serious case review.",
        follows=("incident",),
    ),
    "review-initiated": Event(
        label="Date the review was initiated",
        words="the review being initiated",
        hint="The text does not say whether this is the decision or the start of work; the decision gives the earlier date.",
        follows=("incident",),
    ),
    "review-decision": Event(
        label="Date of the decision to hold a review",
        words="the decision to hold a review",
        hint="The day it was decided, not the day the work began; where the rule covers either decision, the day it was decided either way.",
        follows=("incident",),
    ),
    "national-review-decision": Event(
        label="Date the Panel decided to hold a national review",
        words="the Panel's decision to hold a national review",
        hint="The day the national Panel decided, not the day the work began.",
    ),
    "review-referral": Event(
        label="Date the Board referred the case for review",
        words="the Board's referral to its review sub-group",
        hint="For Wales, the day the Safeguarding Board passed the case to its review sub-group.",
        follows=("incident",),
    ),
    "final-report": Event(
        label="Date of the final report",
        words="the final report",
        hint="The text does not say whether the report counts from being finished, approved or published; the earliest is the safest.",
        follows=("incident", "review-referral"),
    ),
    "publication": Event(
        label="Date of publication of the report",
        words="publication of the report",
        hint="The day the report goes public; if only information about improvements is published, the day that does.",
        follows=("incident", "chair-decision", "review-initiated", "review-decision"),
    ),
    "national-publication": Event(
        label="Date of publication of the national report",
        words="publication of the national report",
        hint="The day the Panel's report goes public; if only information about improvements is published, the day that does.",
        follows=("national-review-decision",),
    ),
    "arrangements-published": Event(
        label="Date the new local arrangements were published",
        words="publication of the new local arrangements",
        hint="The day the area's safeguarding partners first published their arrangements; take it from their own notice.",
    ),
    "implementation-date": Event(
        label="Date the new local arrangements took effect",
        words="the area's implementation date",
        hint="The day the area's safeguarding partners began to act under their arrangements; it differs from area to area.",
        follows=("arrangements-published",),
    ),
    "requisition": Event(
        label="Date the requisition was presented",
        words="the requisition being presented",
        hint="The day enough members of the panel presented their written demand for a meeting to its Chair.",
    ),
    "panel-meeting": Event(
        label="Date of the panel's meeting",
        words="the day of the meeting",
        hint="The day on which the case management review panel is to meet.",
    ),
    "inquorate-meeting": Event(
        label="Date of the meeting that lacked a quorum",
        words="the date of the meeting that lacked a quorum",
        hint="The day for which the meeting was called; it counts as the first of the period.",
    ),
}

BODIES = {
    "csprp": Body(
        name="Child Safeguarding Practice Review Panel",
        how="Notifications go through the Child Safeguarding Online Notification System, reached from the GOV.UK page on reporting a serious child safeguarding incident and open at all hours. Rapid reviews, final reports, improvement information and reasons for delay go to Mailbox.NationalReviewPanel@education.gov.uk. Both are as printed in February 2024; check them before you send.",
    ),
    "secretary-of-state": Body(
        name="Secretary of State for Education",
        how="Deaths are notified through the Child Safeguarding Online Notification System on GOV.UK. Final reports, improvement information and reasons for delay go to Mailbox.CPOD@education.gov.uk. Both are as printed in February 2024; check them before you send.",
    ),
    "dfe": Body(
        name="Department for Education",
        how="Mailbox.CPOD@education.gov.uk, as printed in February 2024; check it before you send.",
    ),
    "ofsted": Body(
        name="Ofsted",
        how="Deaths are notified through the Child Safeguarding Online Notification System on GOV.UK. Final reports and improvement information go to SCR.SIN@ofsted.gov.uk. Both are as printed in February 2024; check them before you send.",
    ),
    "safeguarding-partners": Body(
        name="The area's safeguarding partners",
        how="We hold no address; use the partnership's own published contact.",
    ),
    "cqc": Body(
        name="Care Quality Commission",
        how="We hold no address for these reports; ask the Commission.",
    ),
    "hmicfrs": Body(
        name="His Majesty's Inspectorate of Constabulary and Fire and Rescue Services",
        how="We hold no address for these reports; ask the Inspectorate.",
    ),
    "lscb": Body(
        name="Local Safeguarding Children Board",
        how="These Boards have been replaced by safeguarding partners; we hold no address.",
    ),
    "npie": Body(
        name="National Panel of Independent Experts on Serious Case Reviews",
        how="This panel served serious case reviews before 2018; we hold no address.",
    ),
    "sbni": Body(
        name="Safeguarding Board for Northern Ireland",
        how="We hold no address; its site is safeguardingni.org.",
    ),
    "cmr-panel": Body(
        name="Members of the case management review panel",
        how="We hold no address; the notice goes to each member.",
    ),
    "cpc": Body(
        name="Child protection committee",
        how="We hold no address; use your local committee's contact for case reviews.",
    ),
    "care-inspectorate": Body(
        name="Care Inspectorate",
        how="It has its own notification form; we hold no address for it.",
    ),
    "safeguarding-board": Body(
        name="Regional safeguarding board",
        how="We hold no address; use your regional board's business unit.",
    ),
    "welsh-ministers": Body(
        name="Welsh Ministers (Welsh Government)",
        how="We hold no address; ask your regional board's business unit.",
    ),
    "national-board": Body(
        name="National Independent Safeguarding Board",
        how="We hold no address; ask your regional board's business unit.",
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
