"""The templates' own Jinja, with the words that they need."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from calculators.counting import said
from calculators.records import Unit
from calculators.wording import (
    BESIDE,
    MONTHS,
    NO_FIGURE,
    clock_words,
    contact_words,
    event_words,
    in_full,
    in_words,
    prompt_words,
    read_words,
    supplied_words,
)
from stages.compiling import fill, period_of
from stages.pages.compare import listed
from stages.pages.edition import LIBRARY, note_number, said_in
from stages.pages.process import parted, when_shortly

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.records import Edition, Reading
    from stages.guide import Guide


_TEMPLATES = Path(__file__).parent / "templates"
_ROOT, _CODE = Path(__file__).parents[2], ("calculators", "stages")


_COVERAGE_WORDS = {"whole": "Held whole", "partial": "Held in part", "stub": "Figures mostly not held"}


def environment(guide: Guide, *, cache: Path | None) -> Environment:
    """Return the templates' own Jinja, autoescaping, with the words that they need; what it compiles is kept in `cache`, if told."""
    made = Environment(
        bytecode_cache=_compiled(cache) if cache else None,
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "clock": lambda reading: _clock(guide, reading),
        "prompt": lambda rule: prompt_words(
            rule.words, [(_clock(guide, reading), reading.label) for reading in rule.readings]
        ),
        "contact": contact_words,
        "last_held": guide.last_held,
        "figure_of": lambda edition, rule: guide.figures.get(edition.id, {}).get(rule.id),
        "supplied_words": supplied_words,
        "events": guide.content.vocabulary.events,
        "facts": guide.content.vocabulary.facts,
        "bodies": guide.content.vocabulary.bodies,
        "nations": guide.content.vocabulary.nations,
        "topics": guide.content.vocabulary.topics,
        "successor": guide.successor,
        "predecessor": guide.predecessor,
        "newest_first": guide.newest_first,
        "months": MONTHS,
        "units": list(Unit),
        "superseded": guide.superseded,
        "ahead": guide.ahead,
        "library": LIBRARY,
        "note_number": note_number,
        "said_in": said_in,
        "period_of": period_of,
        "when_shortly": lambda rule: when_shortly(rule, guide.content.vocabulary.events),
        "parted": parted,
        "no_figure": NO_FIGURE,
        "beside": BESIDE,
        "read_words": read_words,
        "coverage_words": _COVERAGE_WORDS,
        "calendar_names": {calendar.id: calendar.name for calendar in guide.calendars.values()},
    }
    made.filters |= {"listed": listed, "said": said, "in_words": in_words, "in_full": in_full, "fill": _filler(guide)}
    return made


def _compiled(cache: Path) -> FileSystemBytecodeCache:
    """Return the templates compiled before, by their text; none if Jinja or our code, which may take part in them, has changed."""
    cache.mkdir(parents=True, exist_ok=True)
    kept, told = FileSystemBytecodeCache(str(cache)), cache / "made-by"
    ours = (module.read_bytes() for folder in _CODE for module in sorted((_ROOT / folder).rglob("*.py")))
    made_by = sha256(b"".join([version("jinja2").encode(), *ours])).hexdigest()
    if not told.is_file() or told.read_text(encoding="utf-8") != made_by:
        kept.clear()
        told.write_text(made_by, encoding="utf-8")
    return kept


def _clock(guide: Guide, reading: Reading) -> str:
    """Return a reading's clock in words."""
    event = guide.content.vocabulary.events[reading.event]
    return clock_words(reading.period, reading.direction, event_words(event, reading.direction))


def _filler(guide: Guide) -> Callable[[str, Edition], str]:
    """Return the filter that fills slots in a note of an edition."""
    return lambda text, edition: fill(text, edition=edition.id, known=guide.names)
