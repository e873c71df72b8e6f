"""Makes a built site safe to hand over: a strict policy on every page, and nothing that fetches from outside."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from stages.checks import leads_astray
from stages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self' data:; "
    "worker-src 'self' blob:; connect-src 'self' blob:; form-action 'none'; base-uri 'none'"
)
_CHARSET = '<meta charset="utf-8">'
_FETCHES = {"src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "manifest", "background", "ping"}
_HREFS = {"href", "xlink:href"}
_FETCHING_HREFS = {"image", "use", "feimage", "base"}  # drawings, and what every other address is read from
_FETCHING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
}
UNUSED = (  # files of the theme that no page asks for, as patterns of paths
    "404.html",  # only a server could use these three
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/javascripts/lunr",  # search in other languages than English, under other licences
    "**/*.map",  # for whoever works on the theme
)
_NOT_SCRIPT = {"application/json"}  # data for the theme; a browser never runs it
_THEME_SCRIPTS = {  # the only inline scripts that a page may have: the hash of each, and what it is
    "apoQPHefCNWjxbCm+HzVDOAW4CSVWhY7VylQjgOFyfk=": "The theme's small store for the choice of colours, in pages of the site's own folder.",
    "/K9p2JtEqCycL2fSbEonMakkteWpAHv57x2wndLqMNo=": "The same in pages one folder down: it names the site's folder as `..`.",
    "/nhm8p50KJxvwWLggwJ1OF8Xgq5W/b3iKECITLASfOg=": "The same in pages two folders down, as `../..`.",
    "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=": "The theme's choice of light or dark colours, made before the page is drawn.",
    "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=": "The theme's opening of the tab that an address names; no page has tabs yet.",
}
_SHOWN = 40  # characters of a script, by which whoever mends it knows it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A page with its policy, and what in it cannot be allowed."""

    html: str
    problems: tuple[Problem, ...]


def seal_page(html: str, *, path: str) -> Sealed:
    """Return the page at `path` with its Content-Security-Policy, which allows those of the theme's inline scripts it has."""
    page = LexborHTMLParser(html)
    inline = dict.fromkeys(
        node.text(deep=True) for node in page.css("script:not([src])") if node.attributes.get("type") not in _NOT_SCRIPT
    )
    hashes = "".join(f" 'sha256-{_digest(script)}'" for script in inline if _digest(script) in _THEME_SCRIPTS)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=hashes)}">'
    if html.count(_CHARSET) != 1:
        return Sealed(html=html, problems=(Problem(path, 1, f"has no single {_CHARSET}, so its policy has no place"),))
    told = (*_unknown_scripts(inline), *_attributes(page), *_inline_style(page))
    problems = [Problem(path, 1, what) for what in told]
    return Sealed(html=html.replace(_CHARSET, f"{_CHARSET}\n      {policy}"), problems=tuple(problems))


def _digest(script: str) -> str:
    """Return the hash by which a policy allows an inline script."""
    return base64.b64encode(sha256(script.encode()).digest()).decode()


def _unknown_scripts(inline: Iterable[str]) -> list[str]:
    """Return each inline script that is not the theme's: one of our own is a file, and one of a text's is an attack."""
    return [
        f"has an inline script that is none of the theme's: `{' '.join(script.split())[:_SHOWN]}`; find the text that "
        f"brought it and take it out. If the theme was upgraded and you have read this script in it, put its hash, "
        f"{_digest(script)}, into THEME_SCRIPTS of stages/release/seal.py with what it is"
        for script in inline
        if _digest(script) not in _THEME_SCRIPTS
    ]


def _attributes(page: LexborHTMLParser) -> Iterator[str]:
    """Yield what is wrong in each attribute of a page: all in one walk, which is most of what sealing takes."""
    for node in page.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield f"<{node.tag} {name}> is a script in an attribute, which the policy blocks; use a file of docs/assets/js/"
            elif value and _fetches(node, name):
                yield from _outside(node, name, value)
            elif value and name in _HREFS and leads_astray(value):
                yield f"<{node.tag} {name}> leads to {value}; a link leads to https, http, mailto or a page of this site"


def _outside(node: LexborNode, name: str, value: str) -> Iterator[str]:
    """Yield each address that an attribute would fetch from another origin. Links that a reader follows are none."""
    for address in _addresses(name, value):
        if _is_elsewhere(address):
            yield f"<{node.tag} {name}> would fetch {address}; nothing may be fetched from outside"


def _fetches(node: LexborNode, name: str) -> bool:
    """Return whether a browser fetches, or goes to, what this attribute names without the reader's doing."""
    if name in _FETCHES:
        return True
    if name in _HREFS:
        rel = set((node.attributes.get("rel") or "").lower().split())
        return node.tag in _FETCHING_HREFS or (node.tag == "link" and bool(_FETCHING_LINKS & rel))
    return name == "content" and (node.attributes.get("http-equiv") or "").lower() == "refresh"


def _addresses(name: str, value: str) -> list[str]:
    """Return the addresses in an attribute's value: one, or several with their sizes or seconds."""
    if name in {"srcset", "imagesrcset"}:
        return [candidate.split()[0] for candidate in re.split(r",\s+|,(?=\S+:)", value) if candidate.split()]
    if name == "content":
        return [part.split("=", 1)[1].strip(" '\"") for part in value.split(";") if "=" in part]
    return value.split() if name == "ping" else [value]


def _is_elsewhere(address: str) -> bool:
    """Return whether an address leads out of the site."""
    parts = urlsplit(address.strip().replace("\\", "/"))  # browsers take either slash
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def _inline_style(page: LexborHTMLParser) -> list[str]:
    """Return each style written in the page, which the policy would block."""
    found = [
        f"<{node.tag}> has a style attribute, which the policy blocks; use a class" for node in page.css("[style]")
    ]
    return found + ["has a <style> element, which the policy blocks; use a stylesheet" for _ in page.css("style")]
