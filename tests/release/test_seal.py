"""A sealed page: its own scripts run and no other, nothing comes from outside, and links still lead there."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from stages.release.seal import _CHARSET, _THEME_SCRIPTS, seal_page

if TYPE_CHECKING:
    from pathlib import Path

# Two of the theme's own scripts, as its pages have them.
TABS = 'var target=document.getElementById(location.hash.slice(1));target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
STORE = '__md_scope=new URL(".",location),__md_hash=e=>[...e].reduce(((e,_)=>(e<<5)-e+_.charCodeAt(0)),0),__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e)),__md_set=(e,_,t=localStorage,a=__md_scope)=>{try{t.setItem(a.pathname+"."+e,JSON.stringify(_))}catch(e){}}'
PAGE = f"<!doctype html><html lang=en><head>{_CHARSET}{{head}}<title>A page</title></head><body>{{body}}</body></html>"


def page(body: str = "", head: str = "") -> str:
    """Return a page with this in its body and its head."""
    return PAGE.format(head=head, body=body)


def told(html: str) -> list[str]:
    """Return what sealing says of a page."""
    return [problem.message for problem in seal_page(html, path="site/x.html").problems]


def script_hash(script: str) -> str:
    """Return the hash of a script as a browser computes it, worked here from the specification."""
    return "'sha256-" + base64.b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii") + "'"


def policy(html: str) -> str:
    """Return the policy that a sealed page has."""
    _, _, after = html.partition('<meta http-equiv="Content-Security-Policy" content="')
    return after.partition('"')[0]


def test_everything_is_refused_but_what_is_named() -> None:
    """The whole policy, word for word: scripts and styles of the site alone, no request but to it, no form, no base."""
    sealed = seal_page(page("<p>Words.</p>"), path="site/x.html")
    assert policy(sealed.html) == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "worker-src 'self' blob:; connect-src 'self' blob:; form-action 'none'; base-uri 'none'"
    )
    assert not sealed.problems


def test_the_policy_comes_before_anything_that_it_governs() -> None:
    html = seal_page(page(head='<link rel="stylesheet" href="a.css"><script src="a.js"></script>'), path="x").html
    assert html.index("Content-Security-Policy") < html.index("a.css") < html.index("a.js")


@pytest.mark.parametrize("script", [TABS, STORE], ids=["the tabs", "the store"])
def test_a_script_of_the_theme_is_allowed_by_its_hash(script: str) -> None:
    sealed = seal_page(page(f"<script>{script}</script>"), path="x")
    assert f"script-src 'self' 'wasm-unsafe-eval' {script_hash(script)};" in policy(sealed.html)
    assert not sealed.problems


def test_scripts_that_stand_twice_are_named_once_and_files_not_at_all() -> None:
    html = seal_page(page(f"<script>{TABS}</script><script src='b.js'></script><script>{TABS}</script>"), path="x").html
    assert html.count("sha256-") == 1


@pytest.mark.parametrize(
    ("body", "script"),
    [
        pytest.param("<script>var a = 1;</script>", "var a = 1;", id="a plain script"),
        pytest.param(
            "<script>\n  var a = '<b>&amp;</b>';\n</script>", "\n  var a = '<b>&amp;</b>';\n", id="marks as they stand"
        ),
        pytest.param("<script>var name = 'Siân, £';</script>", "var name = 'Siân, £';", id="letters beyond ASCII"),
        pytest.param('<script type="module">a()</script>', "a()", id="a module"),
        pytest.param('<script type="importmap">{}</script>', "{}", id="a map of modules, which is no mere data"),
        pytest.param('<script type="">a()</script>', "a()", id="of no type"),
        pytest.param("<svg><script>a()</script></svg>", "a()", id="in a drawing"),
        pytest.param(f"<script>{TABS} </script>", f"{TABS} ", id="a theme's script with a space more"),
        pytest.param("<title>x</title><script>a()</script></title>", "a()", id="out of a title"),
    ],
)
def test_any_other_script_is_refused_and_the_policy_does_not_name_it(body: str, script: str) -> None:
    sealed = seal_page(page(body), path="site/x.html")
    (problem,) = sealed.problems
    assert str(problem).startswith("site/x.html:1: has an inline script that is none of the theme's: `")
    assert f"`{' '.join(script.split())[:40]}`; find the text that brought it and take it out" in problem.message
    assert f"'sha256-{problem.message.split('put its hash, ')[1].split(', into')[0]}'" == script_hash(script)
    assert "sha256-" not in policy(sealed.html)


def test_the_built_pages_have_the_theme_s_scripts_and_no_other(site: Path) -> None:
    """Each hash on the list is needed by some page, so that none stays from a theme that we no longer use."""
    pages = [one.read_text(encoding="utf-8") for one in site.rglob("*.html")]
    named = {source for html in pages for source in policy(html).split("'") if source.startswith("sha256-")}
    assert named == {f"sha256-{known}" for known in _THEME_SCRIPTS}


def test_data_for_scripts_needs_no_hash() -> None:
    assert "sha256-" not in seal_page(page('<script type="application/json">{"a": 1}</script>'), path="x").html


@pytest.mark.parametrize(
    ("body", "fetched"),
    [
        pytest.param('<img src="https://example.org/a.png">', "https://example.org/a.png", id="a picture"),
        pytest.param('<img src="//example.org/a.png">', "//example.org/a.png", id="a picture, without saying by what protocol"),
        pytest.param('<img src="\\\\example.org\\a.png">', "\\\\example.org\\a.png", id="slashes turned the other way"),
        pytest.param('<img srcset="a.png 1x, https://example.org/b.png 2x">', "https://example.org/b.png", id="its sharper sibling"),
        pytest.param('<script src="https://example.org/a.js"></script>', "https://example.org/a.js", id="a script"),
        pytest.param('<iframe src="http://example.org/"></iframe>', "http://example.org/", id="a page in the page"),
        pytest.param('<video poster="https://example.org/a.png"></video>', "https://example.org/a.png", id="a video's still"),
        pytest.param('<video><source src="https://example.org/a.webm"></video>', "https://example.org/a.webm", id="a video"),
        pytest.param('<object data="https://example.org/a.pdf"></object>', "https://example.org/a.pdf", id="an object"),
        pytest.param('<embed src="https://example.org/a.pdf">', "https://example.org/a.pdf", id="an embedded file"),
        pytest.param('<form action="https://example.org/"></form>', "https://example.org/", id="where a form is sent"),
        pytest.param('<button formaction="https://example.org/">Go</button>', "https://example.org/", id="where a button sends it"),
        pytest.param('<a href="a.html" ping="https://example.org/p">x</a>', "https://example.org/p", id="a link that tells on its reader"),
        pytest.param('<svg><image href="https://example.org/a.png"/></svg>', "https://example.org/a.png", id="a picture in a drawing"),
        pytest.param('<svg><use xlink:href="https://example.org/a.svg#b"/></svg>', "https://example.org/a.svg#b", id="a part of a drawing"),
        pytest.param('<img src="blob:abc">', "blob:abc", id="what a script made"),
    ],
)  # fmt: skip
def test_nothing_is_fetched_from_outside(body: str, fetched: str) -> None:
    (message,) = told(page(body))
    assert message.endswith(f"would fetch {fetched}; nothing may be fetched from outside")


@pytest.mark.parametrize(
    "rel", ["stylesheet", "icon", "shortcut icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "STYLESHEET"]
)  # fmt: skip
def test_no_link_element_fetches_from_outside(rel: str) -> None:
    (message,) = told(page(head=f'<link rel="{rel}" href="https://example.org/a">'))
    assert message.startswith("<link href> would fetch https://example.org/a")


@pytest.mark.parametrize(
    ("head", "fetched"),
    [
        pytest.param(
            '<meta http-equiv="refresh" content="0; url=https://example.org/">',
            "https://example.org/",
            id="a page that moves on",
        ),
        pytest.param(
            '<base href="https://example.org/">', "https://example.org/", id="another ground for every address"
        ),
    ],
)
def test_the_head_leads_nowhere_else(head: str, fetched: str) -> None:
    (message,) = told(page(head=head))
    assert f"would fetch {fetched}" in message


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<a href="https://www.legislation.gov.uk/uksi/2018/789">The Regulations</a>',
            id="a link that a reader follows",
        ),
        pytest.param('<a href="mailto:someone@example.org">Write</a>', id="a mail address"),
        pytest.param(
            '<img src="assets/map.png" srcset="assets/map.png 1x, assets/map2.png 2x">', id="the site's own picture"
        ),
        pytest.param('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', id="a picture in the page"),
        pytest.param(
            '<a href="workbench.html?edition=england/x&amp;rule=y#z">Work out</a>', id="a link with a question"
        ),
        pytest.param('<q cite="https://example.org/">Words</q>', id="where a quotation comes from is not fetched"),
    ],
)
def test_what_stays_allowed(body: str) -> None:
    assert not told(page(body))


def test_links_that_only_name_another_page_are_allowed() -> None:
    assert not told(
        page(
            head='<link rel="canonical" href="https://example.org/x"><link rel="license" href="https://creativecommons.org/">'
        )
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param('<p style="color: red">x</p>', "<p> has a style attribute, which the policy blocks; use a class", id="a style attribute"),
        pytest.param("<style>p { color: red }</style>", "has a <style> element, which the policy blocks; use a stylesheet", id="a style element"),
        pytest.param('<button onclick="go()">x</button>', "<button onclick> is a script in an attribute, which the policy blocks; use a file of docs/assets/js/", id="a script in an attribute"),
    ],
)  # fmt: skip
def test_what_the_policy_would_block_is_told(body: str, message: str) -> None:
    assert told(page(body)) == [message]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param('<a href="javascript:a()">x</a>', "<a href> leads to javascript:a()", id="a script in a link"),
        pytest.param('<a href=" JavaScript:a()">x</a>', "<a href> leads to  JavaScript:a()", id="behind a space, in capitals"),
        pytest.param('<a href="java&#9;script:a()">x</a>', "<a href> leads to java\tscript:a()", id="with a tab in it"),
        pytest.param('<area href="vbscript:a">', "<area href> leads to vbscript:a", id="an old script, in a map of places"),
        pytest.param('<svg><a xlink:href="javascript:a()"></a></svg>', "<a xlink:href> leads to javascript:a()", id="in a drawing"),
        pytest.param('<a href="data:text/html,x">x</a>', "<a href> leads to data:text/html,x", id="a page in a link"),
        pytest.param('<a href="file:///c:/x">x</a>', "<a href> leads to file:///c:/x", id="a file of the reader's"),
        pytest.param('<a href="//example.org/x">x</a>', "<a href> leads to //example.org/x", id="another server, or a share"),
        pytest.param('<a href="\\\\example.org\\x">x</a>', "<a href> leads to \\\\example.org\\x", id="a share as Windows writes it"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_to_mail_or_to_a_page(body: str, message: str) -> None:
    assert told(page(body)) == [f"{message}; a link leads to https, http, mailto or a page of this site"]


@pytest.mark.parametrize(
    "body", ['<img src="javascript:a()">', '<iframe src="javascript:a()"></iframe>', '<form action="javascript:a()"></form>']
)  # fmt: skip
def test_nothing_is_fetched_by_a_script(body: str) -> None:
    (message,) = told(page(body))
    assert message.endswith("would fetch javascript:a(); nothing may be fetched from outside")


@pytest.mark.parametrize("html", [page().replace(_CHARSET, ""), page(head=_CHARSET)], ids=["no charset", "two of them"])
def test_a_page_without_a_place_for_the_policy_is_told(html: str) -> None:
    sealed = seal_page(html, path="site/x.html")
    assert [str(one) for one in sealed.problems] == [
        f"site/x.html:1: has no single {_CHARSET}, so its policy has no place"
    ]
    assert sealed.html == html
