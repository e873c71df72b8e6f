"""Files that a reader opens, written here by hand: a case, and figures of a partnership's own copy."""

from __future__ import annotations

CURRENT = "england/child-safeguarding-practice-review-2026"
_HELD = "england/child-safeguarding-practice-review-2023"


def case_file(reference: str, aware: str, **changed: object) -> dict[str, object]:
    """Return a case file of one date, on which England's authority became aware, under its edition of 2023."""
    return {
        "format": 1, "kind": "case", "saved": aware, "release": "0.1.0", "content": "0", "reference": reference,
        "edition": _HELD, "facts": {}, "events": {"authority-aware": aware}, "done": {}, "closed": [],
        "figures": None, "notes": "", "answered": {}, **changed,
    }  # fmt: skip


def figures_file(days: int = 4, **changed: object) -> dict[str, object]:
    """Return a figures file in which Anyshire read that the Panel is told within so many working days, in England's edition of 2026."""
    return {
        "format": 1, "kind": "figures", "edition": CURRENT, "supplied_by": "Partnership of Anyshire",
        "role": "business manager", "read_on": "2026-03-20", "source": "Working Together 2026",
        "figures": [{"fills": "notify-panel", "length": days, "unit": "working days", "runs": "after",
                     "event": "authority-aware", "place": "paragraph 5.14"}],
        **changed,
    }  # fmt: skip
