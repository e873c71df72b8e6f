"""A proxy on this machine that writes down what a browser asks of the outside, and refuses it."""

from __future__ import annotations

import socketserver
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

REFUSAL = b"HTTP/1.1 403 Refused by the test\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Recorder(socketserver.StreamRequestHandler):
    """Notes the first line of a request and refuses it."""

    def handle(self) -> None:
        """Note and refuse."""
        line = self.rfile.readline().decode("latin-1").strip()
        if line and isinstance(self.server, Server):
            self.server.requests.append(line)
            self.wfile.write(REFUSAL)


class Server(socketserver.ThreadingTCPServer):
    """Listens on a free port of the loopback."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Recorder)
        self.requests: list[str] = []


class Proxy:
    """The running proxy. Browsers leave it out for 127.0.0.1, so what it hears was meant for the outside."""

    def __init__(self) -> None:
        self._server = Server()
        self.port: int = self._server.server_address[1]

    def taken(self) -> list[str]:
        """Return the request lines heard since the last call."""
        heard, self._server.requests = self._server.requests, []
        return heard

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
