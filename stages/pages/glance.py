"""An edition at a glance: what starts a review, who decides, its clocks, what is published and how long it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from calculators.records import Edition, Rule
    from stages.pages.compare import Summaries

ASKED = {"trigger": "criteria", "decides": "decision", "published": "publication"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One edition in a few lines, each drawn from its rules or from the summary of a section; None where nothing is held."""

    trigger: Markup | None
    decides: Markup | None
    published: Markup | None
    clocks: tuple[Rule, ...]
    kept: tuple[Rule, ...]  # retentions, and gaps where another edition has the same rule as a retention
    not_held: tuple[Rule, ...]


def glance(edition: Edition, said: Summaries, kept: frozenset[str]) -> Glance:
    """Return an edition at a glance; `kept` are the ids of `retentions`."""
    gaps = [rule for rule in edition.rules if rule.kind is Kind.GAP]
    return Glance(
        **{field: said[edition.id].get(topic) for field, topic in ASKED.items()},
        clocks=tuple(rule for rule in edition.rules if rule.kind in {Kind.DEADLINE, Kind.LOOKBACK}),
        kept=tuple(rule for rule in edition.rules if rule.id in kept),
        not_held=tuple(rule for rule in gaps if rule.id not in kept),
    )


def retentions(editions: Iterable[Edition]) -> frozenset[str]:
    """Return the ids of the rules that some edition has as a time for which to keep something."""
    return frozenset(rule.id for edition in editions for rule in edition.rules if rule.kind is Kind.RETENTION)
