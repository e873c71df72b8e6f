"""Whom to tell: every address that is held for what is in force, dated and to be clicked, and no other."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

import build
from tests import real

ONLINE = "https://www.gov.uk/guidance/report-a-serious-child-safeguarding-incident"
PANEL = "mailto:Mailbox.NationalReviewPanel@education.gov.uk"
MINISTER = "mailto:Mailbox.CPOD@education.gov.uk"
OFSTED = "mailto:SCR.SIN@ofsted.gov.uk"


def page() -> LexborHTMLParser:
    """Return the page as made, before Markdown is."""
    return LexborHTMLParser(f"<body>{real.made()['contacts.md']}</body>")


def line(rule: str) -> LexborNode:
    """Return the one line of a rule, named as in 'england/…-2026#notify-panel'."""
    edition, _, name = rule.partition("#")
    (found,) = (
        row for row in page().css("table.cr-contacts tbody tr") if row.css(f'a[href="{edition}.html#rule-{name}"]')
    )
    return found


def text(node: LexborNode) -> str:
    """Return a node's text with its white space made even."""
    return " ".join(node.text(separator=" ").split()).replace(" .", ".")


E26 = "england/child-safeguarding-practice-review-2026"


# From the procedures text of February 2024, the only one that prints addresses.
@pytest.mark.parametrize(
    ("rule", "who", "addresses"),
    [
        pytest.param(f"{E26}#notify-panel", "local authority (must)", [ONLINE], id="an incident, to the Panel's online system"),
        pytest.param(f"{E26}#notify-looked-after-death", "local authority (must)", [ONLINE], id="a looked-after child's death"),
        pytest.param(f"{E26}#notify-care-leaver-death", "local authority", [ONLINE], id="a care leaver's death, one address for both bodies"),
        pytest.param(f"{E26}#rapid-review", "safeguarding partners (should)", [PANEL], id="the rapid review, to the Panel's secretariat"),
        pytest.param(f"{E26}#send-report", "safeguarding partners (must)", [PANEL, MINISTER], id="the report, to the Panel and the Secretary of State"),
        pytest.param(f"{E26}#send-report-ofsted", "safeguarding partners", [OFSTED], id="the report, to Ofsted"),
        pytest.param(f"{E26}#explain-delay", "safeguarding partners", [PANEL, MINISTER], id="the reasons for delay"),
        pytest.param(f"{E26}#tell-of-review", "safeguarding partners", [], id="that there will be a review: no address is held"),
        pytest.param("scotland/learning-review-2021#notify-looked-after-death", "local authority (must)", [], id="Scotland: none is held"),
        pytest.param("wales/single-unified-safeguarding-review-2024#notify-looked-after-death", "local authority (must)", [], id="Wales: none is held"),
    ],
)  # fmt: skip
def test_each_act_has_its_sender_and_its_addresses(rule: str, who: str, addresses: list[str]) -> None:
    _, sender, where = line(rule).css("td")
    assert text(sender) == f"Who sends it: {who}"
    assert [link.attributes["href"] for link in where.css("a")] == addresses
    if addresses:
        assert text(where).count("Printed in February 2024: check it before you send.") == len(addresses)
    else:
        assert "we hold no address" in text(where).lower()


def test_everything_in_force_that_is_sent_has_its_line_and_nothing_superseded_has() -> None:
    guide = real.compiled()[0]
    wanted = {
        f"{edition.id}.html#rule-{rule.id}"
        for edition in guide.editions
        if not guide.superseded(edition) and not guide.ahead(edition)
        for rule in edition.rules
        if rule.to
    }
    linked = [link.attributes["href"] for link in page().css("table.cr-contacts td:first-child a")]
    assert sorted(linked, key=str) == sorted(wanted)


def test_addresses_are_the_web_s_or_mail_s() -> None:
    links = [link.attributes["href"] or "" for link in page().css("a")]
    assert all(re.match(r"https://|mailto:|#|[a-z-]+/[a-z0-9-]+\.html", link) for link in links)
    assert {link for link in links if link.startswith("mailto:")} == {PANEL, MINISTER, OFSTED}


def test_no_address_stands_there_undated_or_as_bare_words() -> None:
    for where in page().css("table.cr-contacts .cr-body"):
        links = where.css("a")
        said = text(where)
        dated = "Printed in" in said
        assert dated or "hold" in said, said
        assert not dated or links, said
        assert ("@" in said) == any("mailto:" in (link.attributes["href"] or "") for link in links), said


def test_every_nation_says_what_notifying_is_or_that_nothing_is_held() -> None:
    made = real.made()["contacts.md"]
    for nation in real.compiled()[0].content.vocabulary.nations:
        assert f"{{: #{nation} }}" in made
    assert "is told of a case that meets at least some of the criteria" in " ".join(made.split())


def test_the_board_of_northern_ireland_which_no_rule_names_can_be_reached() -> None:
    (said,) = (where for where in page().css("p") if "A case is put to: Safeguarding Board for" in text(where))
    assert [link.attributes["href"] for link in said.css("a")] == [
        "https://www.safeguardingni.org/case-management-review"
    ]


def test_it_is_found_from_the_home_page_the_index_and_the_menu() -> None:
    assert "](contacts.md)" in real.made()["index.md"]
    for file in ("docs/index.md", "mkdocs.yml"):
        assert "guide/contacts.md" in (build.ROOT / file).read_text(encoding="utf-8")
