"""Which content this is: one hash over all that the tables hold.

It is worked out when the tables are loaded and never written into them, so that two changes of content are two changes of
different lines.
"""

from __future__ import annotations

from hashlib import sha256


def fingerprint(*tables: object) -> str:
    """Return the SHA-256 of compiled tables, in hexadecimal: any other value in any record is another hash."""
    return sha256(repr(tables).encode()).hexdigest()
