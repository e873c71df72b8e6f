"""Packs a sealed site for handing on: one folder with a note to read first, every file's sum, and the licences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from calculators.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can say: same content, same bytes
_READABLE = 0o100644 << 16  # an ordinary file that everybody may read
_SUMS, _NOTE = "SHA256SUMS", "READ ME FIRST.txt"

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
   on Linux      sha256sum -c SHA256SUMS
   on a Mac      shasum -a 256 -c SHA256SUMS
   on Windows    Get-FileHash index.html    (in PowerShell, file by file, and
                 compare the sum with the line in SHA256SUMS)

On a file share, an intranet or a web server
   Put up the whole folder. about/hosting.html says what may get in the way.

Licences
   The folder LICENSES lists everything in here, with its licence.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which copy this is, as the foot of every page says too. Days are ISO dates."""

    release: str
    content: str
    checked: str
    review_by: str

    @property
    def folder(self) -> str:
        """Return the name of the one folder in the zip, and of the zip less its ending."""
        return f"uk-case-review-guide-{self.release}"


def bundle_site(site: Mapping[str, bytes], licences: Mapping[str, str], stamp: Stamp) -> bytes:
    """Return a zip of the site's files by path, the same bytes for the same files."""
    held = dict(site) | {f"LICENSES/{name}": text.encode() for name, text in licences.items()}
    held[_NOTE] = _note(stamp).encode()
    held[_SUMS] = "".join(f"{sha256(held[path]).hexdigest()}  {path}\n" for path in sorted(held)).encode()
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in sorted(held):
            file = ZipInfo(f"{stamp.folder}/{path}", _EPOCH)
            file.compress_type, file.external_attr, file.create_system = ZIP_DEFLATED, _READABLE, 3
            archive.writestr(file, held[path])
    return out.getvalue()


def _note(stamp: Stamp) -> str:
    """Return the note to read first, with the line ends that every Windows editor knows."""
    words = _WORDS.format(
        release=stamp.release,
        content=stamp.content,
        checked=in_words(date.fromisoformat(stamp.checked)),
        review_by=in_words(date.fromisoformat(stamp.review_by)),
    )
    return words.replace("\n", "\r\n")
