"""Small invented records, so that tests of calculators stand whatever content/ says."""

from __future__ import annotations

from calculators.records import Citation, Direction, Edition, InForce, Kind, Period, Read, Reading, Rule, Source, Unit

CITATION = Citation(ref="text", place="paragraph 1")
WORKING_DAYS = Period(length=5, unit=Unit.WORKING_DAY)


def reading(event: str = "incident", *, id: str | None = None, period: Period = WORKING_DAYS,  # noqa: A002 - the record's word
            direction: Direction = Direction.AFTER, applies_when: str | None = None, label: str | None = None) -> Reading:  # fmt: skip
    """Return a reading: 5 working days after the incident, unless said otherwise."""
    return Reading(
        id=id,
        period=period,
        direction=direction,
        event=event,
        citation=CITATION,
        applies_when=applies_when,
        label=label,
    )


def rule(*readings: Reading, kind: Kind = Kind.DEADLINE, event: str | None = None) -> Rule:
    """Return a rule with these readings."""
    return Rule(
        id="a-rule", topic="notification", kind=kind, action="Tell them", who="the authority", to=(), duty=None,
        citation=CITATION, readings=readings, event=event,
    )  # fmt: skip


def edition(*rules: Rule, start: str = "2020-01-01", end: str | None = None) -> Edition:
    """Return an edition with these rules."""
    return Edition(
        id="england/invented", nation="england", review="review", guidance="An invented text",
        in_force=InForce(start=start, start_is="publication", end=end), coverage="whole", coverage_note="",
        calendar="england-and-wales", working_day_note="", checked="2026-01-01", review_by="2027-01-01",
        sources={"text": Source(title="An invented text", publisher="nobody", read=Read.WHOLE)}, rules=rules,
    )  # fmt: skip
