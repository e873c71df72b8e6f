"""What changed between two editions, and what kind of change it is; the edges by hand, England's editions from their texts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators import records
from calculators.counting import newest_first
from calculators.records import (
    AllOf,
    AnyOf,
    Citation,
    Direction,
    Duty,
    Is,
    Kind,
    Limb,
    Period,
    Read,
    Shape,
    Source,
    Unit,
)
from calculators.register import EDITIONS
from stages.pages.changes import Change, Changes, Group, _between, _lines_of, consecutive, further
from stages.pages.statements import Words, _asked, _when
from stages.pages.weights import Significance
from stages.schema import EventBlock
from tests import fixed, real
from tests.invented import CITATION, edition, reading, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.records import Edition, Rule

EVENTS = {"incident": "the incident", "publication": "publication"}
WORDS = Words(
    events={name: EventBlock(label=name, words=words, hint=words) for name, words in EVENTS.items()},
    bodies={"panel": "The Panel", "board": "The Board"},
)
SEVEN_DAYS = Period(length=7, unit=Unit.DAY)
BEFORE = rule(reading())
GAP = replace(BEFORE, kind=Kind.GAP, readings=())
TWO = replace(BEFORE, readings=(reading(id="guidance"), reading(id="regulation", period=SEVEN_DAYS)))
TEST = records.Test(
    id="a-test",
    topic="criteria",
    shape=Shape.ALL,
    question="Must there be a review?",
    outcome="There must be.",
    limbs=(Limb(text="A child died.", when=Is("child-died"), citation=CITATION),),
    citation=CITATION,
    who="the authority",
)
Coverage = Literal["whole", "partial", "stub"]


def held(*rules: Rule, coverage: Coverage = "whole", tests: tuple[records.Test, ...] = ()) -> Edition:
    """Return an edition with these rules, held whole unless said otherwise; an Act and two sets of regulations are its sources too."""
    made = edition(*rules)
    law = {
        name: Source(title=name, publisher="legislation.gov.uk", read=Read.WHOLE, year=year)
        for name, year in (("act", 2004), ("regulations", 2018), ("new-act", 2026))
    }
    return replace(made, coverage=coverage, tests=tests, sources={**made.sources, **law})


def changes(before: Edition, after: Edition) -> Changes:
    """Return what changed between two editions, the first of which is made the earlier."""
    earlier = replace(before, id="england/earlier", in_force=replace(before.in_force, start="2018-06-29"))
    later = replace(after, id="england/later")
    return _between(earlier, later, _lines_of([earlier, later]), WORDS)


def found(before: Edition, after: Edition) -> list[Change]:
    """Return every change between two editions, group by group."""
    return [change for group in changes(before, after).groups.values() for change in group]


def only(before: Edition, after: Edition) -> Change:
    """Return the one change between two editions."""
    (change,) = found(before, after)
    return change


def lawful(told: Rule, ref: str = "act") -> Rule:
    """Return a rule as it would stand in law."""
    citation = Citation(ref=ref, place="section 1")
    return replace(told, citation=citation, readings=tuple(replace(each, citation=citation) for each in told.readings))


@pytest.mark.parametrize(
    ("after", "what", "before_words", "after_words", "significance"),
    [
        pytest.param(rule(reading(period=SEVEN_DAYS)), "When", "within 5 working days after the incident", "within 7 days after the incident", Significance.CLOCK, id="another period is another clock"),
        pytest.param(rule(reading("publication")), "When", "within 5 working days after the incident", "within 5 working days after publication", Significance.CLOCK, id="another event is another clock"),
        pytest.param(rule(reading(direction=Direction.FROM_AND_INCLUDING)), "When", "within 5 working days after the incident", "within 5 working days from and including the incident", Significance.CLOCK, id="the first day counted in is another clock"),
        pytest.param(TWO, "When", "within 5 working days after the incident", "within 5 working days after the incident, or within 7 days after the incident", Significance.CLOCK, id="a second reading beside a text held whole is another clock"),
        pytest.param(replace(BEFORE, kind=Kind.PROMPT, words="immediately"), "When", "within 5 working days after the incident", "immediately; beside it, other texts say: within 5 working days after the incident", Significance.CLOCK, id="a word that governs, with the clock beside it"),
        pytest.param(replace(BEFORE, duty=Duty.MUST), "Duty", "", "must", Significance.DUTY, id="a duty where none was said"),
        pytest.param(replace(BEFORE, who="the partners"), "Who", "the authority", "the partners", Significance.WHO, id="someone else acts"),
        pytest.param(replace(BEFORE, to=("panel", "board")), "To whom", "", "The Panel; The Board", Significance.TO, id="someone is told"),
        pytest.param(replace(BEFORE, citation=Citation(ref="text", place="paragraph 2")), "Source", "An invented text, paragraph 1", "An invented text, paragraph 2; An invented text, paragraph 1", Significance.SOURCE, id="it stands elsewhere, though its reading does not"),
        pytest.param(replace(BEFORE, action="Inform them"), "What", "Tell them", "Inform them", Significance.WORDS, id="only the words differ"),
        pytest.param(GAP, "When", "within 5 working days after the incident", "this guide holds no figure", Significance.LOST, id="a gap is no change of the clock"),
    ],
)  # fmt: skip
def test_a_difference_is_said_in_both_editions_words_with_its_kind(
    after: Rule, what: str, before_words: str, after_words: str, significance: Significance
) -> None:
    change = only(held(BEFORE), held(after))
    (difference,) = change.differences
    assert (difference.what, difference.before, difference.after, difference.significance) == (
        what,
        before_words,
        after_words,
        significance,
    )
    assert change.significance is significance


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(Period(length=12, unit=Unit.MONTH), Period(length=1, unit=Unit.YEAR), id="twelve months are a year"),
        pytest.param(Period(length=36, unit=Unit.MONTH), Period(length=3, unit=Unit.YEAR), id="thirty-six months are three years"),
        pytest.param(Period(length=7, unit=Unit.DAY), Period(length=1, unit=Unit.WEEK), id="seven days are a week"),
    ],
)  # fmt: skip
def test_equal_lengths_are_equal(before: Period, after: Period) -> None:
    assert found(held(rule(reading(period=before))), held(rule(reading(period=after)))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(SEVEN_DAYS, Period(length=7, unit=Unit.WORKING_DAY), id="working days are longer than days"),
        pytest.param(SEVEN_DAYS, Period(length=7, unit=Unit.DAY, clear=True), id="clear days leave out both ends"),
        pytest.param(Period(length=1, unit=Unit.MONTH), Period(length=4, unit=Unit.WEEK), id="four weeks are no month"),
        pytest.param(Period(length=1, unit=Unit.MONTH), Period(length=30, unit=Unit.DAY), id="thirty days are no month"),
    ],
)  # fmt: skip
def test_lengths_that_only_look_alike_are_not(before: Period, after: Period) -> None:
    change = only(held(rule(reading(period=before))), held(rule(reading(period=after))))
    assert change.significance is Significance.CLOCK


@pytest.mark.parametrize(
    ("before", "after", "significance"),
    [
        pytest.param(held(TWO), held(BEFORE, coverage="stub"), Significance.LOST, id="a reading missing from a stub is not held, not abolished"),
        pytest.param(held(TWO), held(BEFORE), Significance.CLOCK, id="a reading missing from a text held whole is a change"),
        pytest.param(held(BEFORE, coverage="partial"), held(TWO), Significance.FOUND, id="a reading that the earlier text may have had"),
        pytest.param(held(GAP), held(BEFORE), Significance.FOUND, id="a figure where there was a gap"),
        pytest.param(held(BEFORE, coverage="partial"), held(replace(BEFORE, duty=Duty.MUST)), Significance.FOUND, id="a duty on which the earlier text is not held"),
        pytest.param(held(replace(BEFORE, to=("panel",))), held(BEFORE, coverage="stub"), Significance.LOST, id="a body that a stub does not name"),
    ],
)  # fmt: skip
def test_what_is_not_held_is_not_called_changed(before: Edition, after: Edition, significance: Significance) -> None:
    assert only(before, after).significance is significance


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        pytest.param(replace(BEFORE, duty=Duty.SHOULD), lawful(replace(BEFORE, duty=Duty.MUST)), "Duty", id="a duty of guidance and one of law"),
        pytest.param(replace(BEFORE, duty=Duty.SHOULD), replace(BEFORE, duty=Duty.MUST, time_duty=Duty.SHOULD), "Duty", id="a duty of law, its limit that of guidance"),
        pytest.param(replace(BEFORE, to=("panel", "board")), lawful(replace(BEFORE, to=("panel",))), "To whom", id="a body that only guidance names"),
        pytest.param(BEFORE, lawful(rule(reading(period=SEVEN_DAYS))), "When", id="a clock of guidance and one of law"),
        pytest.param(lawful(replace(BEFORE, duty=Duty.MUST)), replace(BEFORE, duty=Duty.SHOULD), "Duty", id="and the other way about"),
    ],
)  # fmt: skip
def test_guidance_and_law_are_no_measure_of_each_other(before: Rule, after: Rule, what: str) -> None:
    assert changes(held(before), held(after)).groups[Group.REAL] == ()
    (change,) = changes(held(before), held(after)).groups[Group.NOT_COMPARABLE]
    assert [(each.what, each.significance) for each in change.differences] == [(what, Significance.GUIDANCE_AND_LAW)]


def test_where_both_stand_beside_each_other_law_is_set_against_law() -> None:
    """The law's seven days are the same; the guidance's figure beside them is what is first held."""
    law = replace(reading(period=SEVEN_DAYS), citation=Citation(ref="regulations", place="regulation 1"))
    alone = replace(BEFORE, citation=law.citation, readings=(law,))
    both = replace(alone, readings=(reading(id="guidance"), law))
    change, _ = found(held(alone, coverage="partial"), held(both))
    assert [(each.what, each.significance) for each in change.differences] == [("When", Significance.FOUND)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(lawful(replace(BEFORE, duty=Duty.MUST)), lawful(replace(BEFORE, duty=None)), id="its duty"),
        pytest.param(lawful(replace(BEFORE, who="the partners")), lawful(replace(BEFORE, who="the authority", to=("panel",))), id="whom it tells"),
        pytest.param(lawful(GAP), lawful(replace(GAP, kind=Kind.PROMPT, words="now and then")), id="words where a gap was"),
    ],
)  # fmt: skip
def test_one_law_recorded_otherwise_is_no_change(before: Rule, after: Rule) -> None:
    weights = {each.significance for change in found(held(before), held(after)) for each in change.differences}
    assert Significance.SAME_LAW in weights
    assert changes(held(before), held(after)).groups[Group.REAL][:0] == ()
    assert not {Significance.CLOCK, Significance.DUTY, Significance.TO} & weights


def test_each_difference_stands_in_its_own_group() -> None:
    after = replace(rule(reading(period=SEVEN_DAYS)), action="Inform them", duty=Duty.MUST)
    groups = changes(held(BEFORE), held(after)).groups
    (real,), (same,) = groups[Group.REAL], groups[Group.SAME]
    assert [each.what for each in real.differences] == ["When", "Duty"]
    assert real.significance is Significance.CLOCK
    assert [each.what for each in same.differences] == ["What"]


@pytest.mark.parametrize(
    ("coverage", "added", "removed"),
    [
        pytest.param("whole", Significance.ADDED, Significance.REMOVED, id="held whole: it was not there"),
        pytest.param("partial", Significance.NOT_HELD_BEFORE, Significance.NOT_HELD_AFTER, id="held in part: it may have been"),
        pytest.param("stub", Significance.NOT_HELD_BEFORE, Significance.NOT_HELD_AFTER, id="a stub: it may have been"),
    ],
)  # fmt: skip
def test_a_rule_on_one_side_alone_is_added_or_removed_only_if_the_other_text_is_held_whole(
    coverage: Coverage, added: Significance, removed: Significance
) -> None:
    gained = only(held(coverage=coverage), held(BEFORE))
    assert (gained.before, gained.told, gained.significance) == (None, BEFORE, added)
    lost = only(held(BEFORE), held(coverage=coverage))
    assert (lost.after, lost.told, lost.significance) == (None, BEFORE, removed)


@pytest.mark.parametrize(
    ("ref", "significance"),
    [
        pytest.param("new-act", Significance.NEW_LAW, id="an Act made after the earlier edition began"),
        pytest.param("act", Significance.SAME_LAW, id="an older Act on which the earlier edition rests too"),
        pytest.param("regulations", Significance.SAME_LAW, id="regulations of the year in which it began"),
        pytest.param("text", Significance.NOT_HELD_BEFORE, id="guidance"),
    ],
)
def test_a_rule_that_the_earlier_edition_lacks_is_new_only_by_newer_law(ref: str, significance: Significance) -> None:
    after = replace(BEFORE, citation=Citation(ref=ref, place="section 1"))
    assert only(held(coverage="partial"), held(after)).significance is significance


def test_the_guide_s_own_notes_are_no_change() -> None:
    noted = replace(BEFORE, notes=("Seen again.",))
    assert found(held(BEFORE), held(noted)) == []
    assert changes(held(BEFORE), held(noted)).same == (noted,)


def test_two_gaps_are_the_same_though_they_would_run_from_different_days() -> None:
    assert found(held(GAP), held(replace(GAP, event="incident"))) == []


DIED = TEST.limbs[0]
HARMED = Limb(text="A child was harmed.", when=Is("seriously-harmed"), citation=CITATION)


@pytest.mark.parametrize(
    ("before", "after", "what", "significance"),
    [
        pytest.param(replace(TEST, limbs=(DIED, HARMED)), replace(TEST, shape=Shape.ANY, limbs=(DIED, HARMED)), ["Asks for"], Significance.TEST, id="any one instead of every one"),
        pytest.param(TEST, replace(TEST, limbs=(DIED, HARMED)), ["Asks for"], Significance.TEST, id="another fact"),
        pytest.param(TEST, replace(TEST, limbs=(replace(DIED, when=Is("child-died", presumed=True)),), outcome="There may be."), ["Then"], Significance.WORDS, id="what is presumed has other words, or none"),
        pytest.param(TEST, replace(TEST, limbs=(DIED, HARMED), outcome="There may be."), ["Asks for", "Then"], Significance.TEST, id="what follows from another test goes with it"),
        pytest.param(TEST, replace(TEST, limbs=(replace(DIED, text="The child is dead."),)), ["Asks for"], Significance.WORDS, id="the same fact in other words"),
        pytest.param(replace(TEST, limbs=(DIED, HARMED)), replace(TEST, limbs=(replace(DIED, text="Both.", when=AllOf((Is("seriously-harmed"), Is("child-died")))),)), ["Asks for"], Significance.WORDS, id="two limbs written as one"),
        pytest.param(TEST, replace(TEST, limbs=(replace(DIED, text="Either.", when=AnyOf((Is("child-died"), Is("looked-after")))),)), ["Asks for"], Significance.TEST, id="one limb of two facts"),
        pytest.param(TEST, replace(TEST, duty=Duty.MAY), ["Duty"], Significance.DUTY, id="another duty"),
    ],
)  # fmt: skip
def test_tests_are_compared_by_what_they_ask_and_told_in_words(
    before: records.Test, after: records.Test, what: list[str], significance: Significance
) -> None:
    change = only(held(tests=(before,)), held(tests=(after,)))
    assert ([each.what for each in change.differences], change.significance) == (what, significance)


def test_an_act_is_followed_under_another_id_through_every_later_edition() -> None:
    old = replace(BEFORE, id="complete-review")
    renamed = replace(BEFORE, id="publish-report", same_as="england/2015#complete-review", who="the partners")
    three = [
        replace(held(told, coverage="partial"), id=f"england/{year}", in_force=replace(held().in_force, start=f"{year}-01-01"))
        for year, told in ((2015, old), (2018, renamed), (2023, replace(renamed, same_as=None)))
    ]  # fmt: skip
    newest_first = three[::-1]
    (none, renaming) = consecutive(newest_first, WORDS)
    assert not any(none.groups.values())
    (change,) = renaming.groups[Group.REAL]
    assert (change.before, change.after, change.significance) == (old, renamed, Significance.WHO)
    (across,) = further(newest_first, WORDS)["england/2023"]
    assert (across.before.id, [one.before for one in across.groups[Group.REAL]]) == ("england/2015", [old])


def test_an_act_that_one_edition_leaves_out_is_itself_again_in_the_next() -> None:
    first, without, again = (
        replace(held(*rules), id=f"england/{year}", in_force=replace(held().in_force, start=f"{year}-01-01"))
        for year, rules in ((2015, (BEFORE,)), (2018, ()), (2023, (replace(BEFORE, who="the partners"),)))
    )
    (across,) = further([again, without, first], WORDS)["england/2023"]
    (change,) = (one for group in across.groups.values() for one in group)
    assert (change.before, change.significance) == (BEFORE, Significance.WHO)


def test_an_edition_is_set_against_so_many_before_it_and_no_more() -> None:
    """The pages of 1,000 editions would otherwise grow with the square of their number."""
    newest_first = [
        replace(held(), id=f"england/{year}", in_force=replace(held().in_force, start=f"{year}-01-01"))
        for year in range(2030, 2010, -1)
    ]
    found = {after: [each.before.id for each in pairs] for after, pairs in further(newest_first, WORDS).items()}
    assert found["england/2030"] == [f"england/{year}" for year in range(2028, 2016, -1)]
    assert found["england/2013"] == ["england/2011"]
    assert found.keys() == {f"england/{year}" for year in range(2030, 2012, -1)}


def pair(before: str, after: str) -> Changes:
    """Return what changed between two of England's editions, by year."""
    guide = real.compiled()[0]
    vocabulary = guide.content.vocabulary
    words = Words(events=vocabulary.events, bodies={key: body.name for key, body in vocabulary.bodies.items()})
    of_england = newest_first(fixed.editions().values(), "england")  # what these tests type is of figures that stay
    both = (*consecutive(of_england, words), *(one for some in further(of_england, words).values() for one in some))
    (found,) = (one for one in both if (one.before.in_force.start[:4], one.after.in_force.start[:4]) == (before, after))
    return found


def told(found: Changes, group: Group) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    """Return each change of a group: rule or test, its id before and after, and in what it differs."""
    return [
        (
            one.kind,
            one.before.id if one.before else None,
            one.after.id if one.after else None,
            tuple(each.what for each in one.differences),
        )
        for one in found.groups[group]
    ]


# From the texts: serious case reviews were the Board's, and the Board had to hold one wherever regulation 5(2) was met, whose
# limb on how agencies worked together section 16B(9) lacks; incidents were reported to Ofsted, the Department and the Board, and
# since then to the Panel; six months ran from initiating the review, and since then from the decision. Twelve months on the
# website and a year in public are one length, the five working days to report are the same, and the seven days before
# publication were guidance and became law. What stands in the law of 2017 and 2018 alone is new.
REAL_2015_TO_2018 = [
    ("rule", "report-incident", "notify-panel", ("To whom",)),
    ("rule", "send-report", "send-report", ("Who",)),
    ("rule", "complete-review", "publish-report", ("When", "Who")),
    ("rule", "keep-published", "keep-published", ("Who",)),
    ("rule", None, "national-send-report", ()),
    ("rule", None, "keep-national-published", ()),
    ("rule", None, "start-arrangements", ()),
    ("rule", None, "hand-over-old-review", ()),
    ("rule", None, "first-annual-report", ()),
    ("test", "serious-case-review", "serious-case", ("Asks for", "Then", "Who")),
    ("test", None, "local-review", ()),
    ("test", None, "national-review", ()),
]
FIRST_HELD_IN_2018 = [
    ("rule", None, "tell-partners", ()),
    ("rule", None, "notify-looked-after-death", ()),
    ("rule", None, "rapid-review", ()),
    ("rule", None, "send-report-ofsted", ()),
    ("rule", None, "national-publish-report", ()),
    ("test", None, "notify-looked-after-death", ()),
]
APART_2015_TO_2018 = [
    ("rule", "report-incident", "notify-panel", ("Duty",)),
    ("rule", "send-report", "send-report", ("When", "To whom", "Duty")),
    ("rule", "complete-review", "publish-report", ("Duty",)),
    ("rule", "keep-published", "keep-published", ("Duty",)),
    ("test", "notifiable-incident", "notify-panel", ("Asks for", "Then", "Duty")),
    ("rule", "decide-review", None, ()),
    ("rule", "notify-decision", None, ()),
    ("rule", "send-national-panel", None, ()),
    ("test", "review-always", None, ()),
]

# From the texts: what both are known to say is the same in both (five working days, fifteen, six months, seven days, a year and
# three years; the Act's definition, the Regulations' factors). Of 2018 the guidance's seven working days, the time for Ofsted,
# the death of a care leaver and the circumstances to have regard to are not held, so that nothing of it can be called new.
FIRST_HELD_IN_2023 = [
    ("rule", None, "notify-care-leaver-death", ()),
    ("rule", None, "send-rapid-review", ()),
    ("rule", None, "tell-of-review", ()),
    ("rule", None, "panel-response", ()),
    ("rule", None, "national-tell-secretary", ()),
    ("rule", None, "explain-delay", ()),
    ("rule", None, "national-explain-delay", ()),
    ("rule", "send-report", "send-report", ("When",)),
    ("rule", "send-report-ofsted", "send-report-ofsted", ("When",)),
    ("rule", "national-send-report", "national-send-report", ("When",)),
    ("rule", None, "national-send-copies", ()),
    ("rule", None, "audit-progress", ()),
    ("test", None, "local-review-circumstances", ()),
    ("test", None, "national-review-circumstances", ()),
    ("test", None, "notify-care-leaver-death", ()),
]
APART_2018_TO_2023 = [
    ("rule", "tell-partners", None, ()),
    ("rule", "start-arrangements", None, ()),
    ("rule", "hand-over-old-review", None, ()),
    ("rule", "first-annual-report", None, ()),
]


@pytest.mark.parametrize(
    ("years", "group", "expected"),
    [
        pytest.param(("2015", "2018"), Group.REAL, REAL_2015_TO_2018, id="2015 to 2018: what changed"),
        pytest.param(("2015", "2018"), Group.FIRST_HELD, FIRST_HELD_IN_2018, id="2015 to 2018: first held"),
        pytest.param(("2015", "2018"), Group.NOT_COMPARABLE, APART_2015_TO_2018, id="2015 to 2018: not comparable"),
        pytest.param(("2018", "2023"), Group.REAL, [], id="2018 to 2023: no change is established"),
        pytest.param(("2018", "2023"), Group.FIRST_HELD, FIRST_HELD_IN_2023, id="2018 to 2023: first held"),
        pytest.param(("2018", "2023"), Group.NOT_COMPARABLE, APART_2018_TO_2023, id="2018 to 2023: not comparable"),
        pytest.param(("2023", "2026"), Group.REAL, [], id="2023 to 2026: nothing is known to have hardened or gone"),
        pytest.param(("2023", "2026"), Group.FIRST_HELD, [], id="2023 to 2026: nothing more is held"),
    ],
)
def test_england_s_editions_differ_as_their_texts_do(
    years: tuple[str, str], group: Group, expected: list[tuple[str, str | None, str | None, tuple[str, ...]]]
) -> None:
    assert told(pair(*years), group) == expected


@pytest.mark.parametrize(
    ("years", "name", "what", "before", "after"),
    [
        pytest.param(("2015", "2018"), "notify-panel", "To whom", "Ofsted; Department for Education; Local Safeguarding Children Board", "Child Safeguarding Practice Review Panel", id="who is told of an incident"),
        pytest.param(("2015", "2018"), "publish-report", "When", "within 6 months after the review is initiated", "within 6 months after the decision to hold a review", id="from when six months run"),
        pytest.param(("2015", "2023"), "publish-report", "When", "within 6 months after the review is initiated", "within 6 months after the decision to hold a review", id="and the same across two editions"),
        pytest.param(("2015", "2018"), "keep-published", "Who", "Local Safeguarding Children Board", "safeguarding partners", id="who keeps the report public"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_the_words_of_both_texts(
    years: tuple[str, str], name: str, what: str, before: str, after: str
) -> None:
    (change,) = (one for one in pair(*years).groups[Group.REAL] if one.kind == "rule" and one.told.id == name)
    (difference,) = (each for each in change.differences if each.what == what)
    assert (difference.before, difference.after) == (before, after)


def pages() -> Iterator[tuple[str, str]]:
    """Yield each page of changes: its path, and its text without what links lead to."""
    for path, page in real.made().items():
        if path.startswith("changes"):
            body = re.sub(r"\{: #[^}]*\}", "", page.partition("\n# ")[2])
            yield path, " ".join(LexborHTMLParser(f"<body>{body}</body>").text(separator=" ").split())


def test_there_is_a_page_for_each_pair_of_a_nation_s_editions() -> None:
    """Four editions make six pairs, three of them between neighbours."""
    made = "".join(page for path, page in real.made().items() if path.startswith("changes"))
    headings = re.findall(r"^#{2,3} ([\w ]+: \d{4} to \d{4}) ", made, re.MULTILINE)
    nations = real.compiled()[0].content.vocabulary.nations
    assert sorted(headings) == sorted(
        f"{name}: {earlier} to {later}"
        for nation, name in nations.items()
        for earlier, later in combinations(
            sorted(one.in_force.start[:4] for one in EDITIONS.values() if one.nation == nation), 2
        )
    )
    assert {"England: 2015 to 2018", "England: 2015 to 2026", "Wales: 2016 to 2024"} <= set(headings)
    jumps = LexborHTMLParser(real.made()["changes.md"]).css("nav.cr-jump a")
    assert sorted(jump.text() for jump in jumps) == sorted(headings)


ENGLISH = {"looked-after", "high-profile"}  # ids that are words of the language, hyphen and all


def test_no_id_of_a_fact_rule_or_event_is_printed() -> None:
    """Ids of two words or more, as they stand and with their hyphens gone: 'died-in-custody', 'agency working concern'."""
    guide = real.compiled()[0]
    vocabulary = guide.content.vocabulary
    ids = {*vocabulary.facts, *vocabulary.events, *vocabulary.bodies}
    for one in guide.editions:
        ids |= {rule.id for rule in one.rules} | {test.id for test in one.tests}
    for path, text in pages():
        shown = [one for one in ids - ENGLISH if "-" in one and re.search(rf"\b{one}\b", text)]
        assert not shown, path
        assert not re.search(r"all of:|any of:|\(presumed\)", text), path
    sayings = {one.replace("-", " ") for one in vocabulary.facts if one.count("-") > 1}
    limbs = {limb.text for edition in guide.editions for test in edition.tests for limb in test.limbs}
    printed = re.compile("|".join(re.escape(limb) for limb in sorted(limbs, key=len, reverse=True)))
    for path, text in pages():
        assert not [one for one in sayings if one in printed.sub("", text)], path


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(r"published on (?:January|February|March|April|May|June|July|August|September|October|November|December)", id="'published on' a month"),
        pytest.param(r"Before: should After: must", id="a duty hardened, outside the fold of what cannot be compared"),
        pytest.param(r"12 months.{0,60}After: kept for at least 1 year", id="a year as a change from twelve months"),
        pytest.param(r"Of the earlier edition's end", id="a heading that is no English"),
    ],
)  # fmt: skip
def test_wordings_that_misled(wrong: str) -> None:
    for path, page in real.made().items():
        if path.startswith("changes"):
            open_only = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
            text = " ".join(LexborHTMLParser(open_only).text(separator=" ").split())
            assert not re.search(wrong, text), path


def test_what_cannot_be_compared_and_what_only_reads_otherwise_is_folded() -> None:
    for path, page in real.made().items():
        if path.startswith("changes"):
            document = LexborHTMLParser(page)
            titles = {
                summary.text(deep=False).partition(" (")[0].strip() for summary in document.css("details summary")
            }
            assert titles == {"Not comparable", "Source or wording only"}, path
            assert not document.css("details[open]"), path


def test_the_words_of_a_clock_name_their_reading() -> None:
    labelled = replace(
        BEFORE,
        readings=(reading(id="a", label="by the guidance"), reading(id="b", period=SEVEN_DAYS, label="by the law")),
    )
    assert (
        _when(labelled, WORDS)
        == "within 5 working days after the incident (by the guidance), or within 7 days after the incident (by the law)"
    )


def test_the_words_of_a_clock_say_when_it_applies() -> None:
    window = reading(
        period=Period(length=6, unit=Unit.MONTH), direction=Direction.WINDOW, applies_when="the child died"
    )
    assert (
        _when(rule(window, kind=Kind.LOOKBACK), WORDS)
        == "any date in the 6 months before the incident (when the child died)"
    )


def test_a_test_is_told_by_its_limbs() -> None:
    assert _asked(TEST) == "A child died."
    assert (
        _asked(replace(TEST, limbs=(DIED, HARMED)))
        == "Every one of these holds: (1) A child died. (2) A child was harmed."
    )
