"""Makes a sealed site whole for handing on: a note to read first, the licences, the list of parts, every file's sum; and packs it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from calculators.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can say: same content, same bytes
_READABLE = 0o100644 << 16  # an ordinary file that everybody may read
_SUMS, _NOTE, _PARTS_LIST = "SHA256SUMS", "READ ME FIRST.txt", "sbom.cdx.json"
_SUMS_SCRIPT = (
    "assets/sums.js"  # the same sums for the page that checks them, which cannot read a file beside it in a folder
)
_SHORT = 12

_WORDS = """\
UK CASE REVIEW GUIDE, release {release}

1. EXTRACT ALL FILES FIRST.
   If you see this inside a zip file, close it. On Windows, right-click the zip
   file and choose "Extract All". Opened inside the zip, the guide's pages
   cannot find each other.

2. Open the folder that you extracted, and double-click index.html.
   It opens in your web browser. There is nothing to install.

What it is
   How the four UK nations review cases in which a child has died or been
   seriously harmed: what the guidance asks for, by when, and where it says so;
   with calculators that show their working. It is not legal advice and not an
   official publication.

No network
   It works from this folder alone and asks nothing of any network. What you
   type stays in the page, and is gone when you close it.

Which copy this is
   Release       {release}
   Content hash  {content}
   Date checked  {checked}, its oldest part
   To be checked again by {review_by}. After that day, ask for a newer copy.

How to check that every file is as it was made
   SHA256SUMS lists each file with its SHA-256 sum. In this folder:
   on Linux      sha256sum --quiet -c SHA256SUMS
   on a Mac      shasum -a 256 --quiet -c SHA256SUMS
   on Windows, in PowerShell, as one line:
{powershell}
   Each names the files that differ, and nothing if all is well. Whoever could
   change the files could change SHA256SUMS too: compare its own sum, or that of
   the zip file, with the one that its maker published apart from it.
   about/self-check.html does the same once you choose this folder in it, and
   works the published examples on your computer.

On a file share, an intranet or a web server
   Put up the whole folder. about/hosting.html says what may get in the way.

Licences and parts
   The folder LICENSES lists everything in here, with its version and licence.
   sbom.cdx.json says the same to programs.
"""
_POWERSHELL = """\
   gc SHA256SUMS -Encoding UTF8 | % { $s,$f = $_ -split '  ',2; if (!(Test-Path -LiteralPath $f) -or (Get-FileHash -LiteralPath $f).Hash -ne $s) { $f } }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which copy this is, as the foot of every page says too. Days are ISO dates."""

    release: str
    content: str
    checked: str
    review_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A whole site as one zip, not yet compressed, and its name without the ending, which is that of the folder in it too."""

    name: str
    archive: bytes


def completed(
    site: Mapping[str, bytes], *, licences: Mapping[str, str], parts_list: str, stamp: Stamp
) -> dict[str, bytes]:
    """Return what a sealed site lacks to be whole, by path: the licences, the list of parts, the note and the sums of all files."""
    added = {f"LICENSES/{name}": text.encode() for name, text in licences.items()}
    added |= {_PARTS_LIST: parts_list.encode(), _NOTE: _note(stamp).encode()}
    sums = _sums(dict(site) | added)
    added[_SUMS_SCRIPT] = f"window.CaseReviewSums = {json.dumps(sums)};\n".encode()
    sums |= _sums({_SUMS_SCRIPT: added[_SUMS_SCRIPT]})
    added[_SUMS] = "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()
    return added


def bundle_site(whole: Mapping[str, bytes], *, release: str) -> Bundle:
    """Return a zip of a whole site's files by path, the same bytes for the same files, named by the release and by its content."""
    name = f"uk-case-review-guide-{release}-{sha256(whole[_SUMS]).hexdigest()[:_SHORT]}"
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for path in sorted(whole):
            file = ZipInfo(f"{name}/{path}", _EPOCH)
            file.external_attr, file.create_system = _READABLE, 3
            archive.writestr(file, whole[path])
    return Bundle(name=name, archive=out.getvalue())


def _sums(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 sum of each file by its path."""
    return {path: sha256(data).hexdigest() for path, data in sorted(files.items())}


def _note(stamp: Stamp) -> str:
    """Return the note to read first, with the line ends that every Windows editor knows."""
    words = _WORDS.format(
        powershell=_POWERSHELL,
        release=stamp.release,
        content=stamp.content,
        checked=in_words(date.fromisoformat(stamp.checked)),
        review_by=in_words(date.fromisoformat(stamp.review_by)),
    )
    return words.replace("\n", "\r\n")
