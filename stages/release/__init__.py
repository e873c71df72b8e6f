"""A built site made fit to be handed over: sealed, packed, with its engine and licences."""

from stages.release.bundle import Stamp, bundle_site, completed
from stages.release.compressor import deflated
from stages.release.engine import prepare_engine, search_worker_script
from stages.release.error_overlay import NO_PAGES_YET, with_problems
from stages.release.licences import licence_texts
from stages.release.sbom import parts_list
from stages.release.seal import UNUSED, seal_page
from stages.release.search_index import search_index_files
from stages.release.trimming import names_in, trimmed_page, trimmed_style, uncommented

__all__ = [
    "NO_PAGES_YET",
    "UNUSED",
    "Stamp",
    "bundle_site",
    "completed",
    "deflated",
    "licence_texts",
    "names_in",
    "parts_list",
    "prepare_engine",
    "seal_page",
    "search_index_files",
    "search_worker_script",
    "trimmed_page",
    "trimmed_style",
    "uncommented",
    "with_problems",
]
