"""The real content, compiled and made into pages once for all tests that only look at it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import build
from stages import contracts
from stages.pages import pages
from stages.release import licence_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stages.guide import Guide


@cache
def compiled() -> tuple[Guide, dict[str, str]]:
    """Return the guide and the texts of its tables."""
    return build.compiled()


@cache
def made() -> Mapping[str, str]:
    """Return every generated page, by path under docs/guide/."""
    return pages(compiled()[0])


@cache
def licences() -> Mapping[str, str]:
    """Return the files of LICENSES/ by name."""
    return licence_texts(build.ROOT)


@cache
def rules_files() -> dict[str, str]:
    """Return what other programs read of the guide, by file name."""
    guide = compiled()[0]
    return contracts.rules_files(guide, content=guide.content_hash)
