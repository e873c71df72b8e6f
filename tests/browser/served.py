"""Copies of the built site as a reader would meet them: in a folder with an awkward name, or under a path of a server."""

from __future__ import annotations

import shutil
import threading
import time
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMES = ("file", "http")
AWKWARD = "Intranet copy, Môn"  # shares have spaces, and letters beyond ASCII
SUB_PATH = "sub/path"
SLOW = 5  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy of the site that the test may alter, and where the browser finds it."""

    root: Path
    base: str

    def url(self, page: str) -> str:
        """Return the address of a page, which may carry a query and a fragment."""
        return f"{self.base}/{page}"

    def change(self, path: str, old: str, new: str) -> None:
        """Replace text that must be there in one file."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r} to change"
        file.write_text(text.replace(old, new), encoding="utf-8")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, keeps no log, and tells browsers to ask again, so that a restored file is seen."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Ask the browser to check whether its copy is still good."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Slow(Quiet):
    """Serves each of the calculator's files five seconds late, as a share far away would."""

    def do_GET(self) -> None:
        """Wait before one of those files, then serve as ever."""
        if "/assets/engine/" in self.path:
            time.sleep(SLOW)
        super().do_GET()


def copied(site: Path, folder: Path, scheme: str, handler: type[Quiet] = Quiet) -> Iterator[Copy]:
    """Give a copy of `site` made in `folder`, opened from there or served, until it is no longer needed."""
    root = folder / AWKWARD
    if scheme == "file":
        shutil.copytree(site, root)
        yield Copy(root=root, base=root.as_uri())
        return
    shutil.copytree(site, root / SUB_PATH)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Copy(root=root / SUB_PATH, base=f"http://127.0.0.1:{server.server_address[1]}/{SUB_PATH}")
    server.shutdown()
    server.server_close()
