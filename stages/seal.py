"""Makes a built site safe to hand over: a strict policy on every page, and nothing that fetches from outside."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from stages.problems import Problem

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self' data:; "
    "worker-src 'self' blob:; connect-src 'self' blob:; form-action 'none'; base-uri 'none'"
)
CHARSET = '<meta charset="utf-8">'
FETCHES = {"src", "srcset", "poster", "data", "action", "formaction", "manifest", "background"}
FETCHING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
}
NOT_SCRIPT = {"application/json"}  # data for the theme; a browser never runs it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A page with its policy, and what in it cannot be allowed."""

    html: str
    problems: tuple[Problem, ...]


def seal(html: str, *, path: str) -> Sealed:
    """Return the page at `path` with its Content-Security-Policy, computed from the inline scripts it has."""
    page = LexborHTMLParser(html)
    inline = [
        node.text(deep=True) for node in page.css("script:not([src])") if node.attributes.get("type") not in NOT_SCRIPT
    ]
    hashes = "".join(f" 'sha256-{digest(script)}'" for script in dict.fromkeys(inline))
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hashes=hashes)}">'
    if html.count(CHARSET) != 1:
        return Sealed(html=html, problems=(Problem(path, 1, f"has no single {CHARSET}, so its policy has no place"),))
    problems = [Problem(path, 1, what) for what in (*outside(page), *inline_style(page))]
    return Sealed(html=html.replace(CHARSET, f"{CHARSET}\n      {policy}"), problems=tuple(problems))


def digest(script: str) -> str:
    """Return the hash by which a policy allows an inline script."""
    return base64.b64encode(sha256(script.encode()).digest()).decode()


def outside(page: LexborHTMLParser) -> list[str]:
    """Return each thing that the page would fetch from another origin."""
    found = []
    for node in page.css("*"):
        for name, value in node.attributes.items():
            fetches = name in FETCHES or (
                name == "href"
                and node.tag == "link"
                and FETCHING_LINKS & set((node.attributes.get("rel") or "").split())
            )
            if fetches and value and (urlsplit(value).netloc or urlsplit(value).scheme not in {"", "data"}):
                found.append(f"<{node.tag} {name}> would fetch {value}; nothing may be fetched from outside")
    return found


def inline_style(page: LexborHTMLParser) -> list[str]:
    """Return each style written in the page, which the policy would block."""
    found = [
        f"<{node.tag}> has a style attribute, which the policy blocks; use a class" for node in page.css("[style]")
    ]
    return found + ["has a <style> element, which the policy blocks; use a stylesheet" for _ in page.css("style")]
