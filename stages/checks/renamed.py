"""What must hold where a rule or test says that it goes on from one of another id in an earlier edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.problems import nearest
from stages.schema import TestBlock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from calculators.records import Edition
    from stages.problems import Problem
    from stages.reading import WrittenEdition


def same_as_problems(
    edition: WrittenEdition,
    editions: Mapping[str, Edition],
    held_back: Mapping[str, Collection[str]],
    lost: Collection[str],
) -> Iterator[Problem]:
    """Find acts that are the same as none: of another nation, of no earlier edition, of no such id, or twice claimed.

    Rules and tests `held_back` and editions that are `lost` could not be read; that is told where they stand.
    """
    own = editions.get(edition.id)
    if own is None:
        return
    for kind, records in (("rule", list(edition.rules())), ("test", list(edition.records(TestBlock)))):
        claimed: dict[str, str] = {}
        ids_here = {record.id for _, record in records}
        for block, record in records:
            where, _, name = (record.same_as or "").partition("#")
            if not record.same_as or where in lost or name in held_back.get(where, ()):
                continue
            held = editions.get(where)
            ids = [one.id for one in (held.rules if kind == "rule" else held.tests)] if held else []
            if held is None or held.nation != own.nation or held.in_force.start >= own.in_force.start:
                message = f"'{record.same_as}' names no earlier edition of this nation; write edition#{kind}"
            elif name not in ids:
                message = f"'{name}' is not a {kind} of {where}{nearest(name, ids)}"
            elif name == record.id:
                message = "the id is the same already, so the two are joined without this; take it out"
            elif name in ids_here:
                message = f"'{name}' is a {kind} of this edition too, and goes on under its own id; take this out"
            elif record.same_as in claimed:
                message = f"'{claimed[record.same_as]}' goes on from '{record.same_as}' already; keep one"
            else:
                claimed[record.same_as] = record.id
                continue
            yield block.block.problem(message, "same_as")
