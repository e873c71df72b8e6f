"""What whoever runs a copy may say of it: the one file that is the host's own."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from stages.schema.scalars import STRICT, Day, Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class HostPrivacyBlock:
    """What the host says of the logs of its server or share: who is responsible for them, what is in them, how long they are kept."""

    responsible: Text
    logged: Text
    kept: Text
    notice: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class HostCheckBlock:
    """A check of this copy against the accessibility guidelines: the day, by whom, how, and what was found."""

    day: Day
    by: Text
    how: Text
    found: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class HostAccessibilityBlock:
    """What the host's accessibility statement adds: how soon it answers, whom to complain to, what was checked, and its dates."""

    answered_within: Text
    complaints: Text
    check: HostCheckBlock | None = None
    prepared: Day | None = None
    reviewed: Day | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class HostBlock:
    """The whole of host.yml, which a copy need not have: who runs this copy and whom to ask about it.

    `published_at` is the address of the copy, or the name of the share on which it lies.
    """

    organisation: Text
    contact: Text
    published_at: Text | None = None
    privacy: HostPrivacyBlock | None = None
    accessibility: HostAccessibilityBlock | None = None
