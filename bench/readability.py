"""How hard our own prose is to read: reported, never a gate.

    python -m bench.readability
    python -m bench.readability --built     # the pages as built, with the text that the program makes

For each edition and each hand-written page, or for each built page: words, words a sentence, the share of sentences over
25 words, and the Flesch reading ease (60 to 70 is called plain; official prose is often below 40). Syllables are estimated
from groups of vowels, so read the figures side by side, not by themselves. Names of bodies and of laws count as they stand.

Of built pages it also counts how often they speak of the guide itself: 'stand', 'hold' or 'held', 'not read'. Build first.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from bench.keeping import keep
from bench.rounds import median_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.keeping import Figure

ROOT = Path(__file__).parents[1]
LONG = 25
BLOCKS = re.compile(r"\A---\n.*?\n---\n|^```.*?^```|^#.*?$|^\|.*?$|<[^>]+>|\{[:{].*?\}", re.MULTILINE | re.DOTALL)
LINKS = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
OF_ITSELF = {
    "stand": re.compile(r"\bstands?\b", re.IGNORECASE),
    "hold": re.compile(r"\b(?:holds?|held)\b", re.IGNORECASE),
    "not read": re.compile(r"\bnot (?:been )?read\b", re.IGNORECASE),
}
TEXTS = "p, li, dd, td, summary, .cr-hint"  # what holds sentences on a built page


def main() -> None:
    """Print a line for each text, hardest first."""
    if "--built" in sys.argv[1:]:
        pages = [*(ROOT / "site" / "guide").glob("**/*.html")]
        found = [(shown(one.read_text(encoding="utf-8")), one) for one in pages]
        rows = sorted((measured(sentences), one, " ".join(sentences)) for sentences, one in found if sentences)
    else:
        texts = [
            *(ROOT / "content").glob("*/*.md"),
            ROOT / "docs" / "index.md",
            *(ROOT / "docs" / "about").glob("*.md"),
        ]
        rows = sorted((measured(prose(one.read_text(encoding="utf-8"))), one, "") for one in texts)
    heads = "".join(f"{name:>10}" for name in OF_ITSELF) if "--built" in sys.argv[1:] else ""
    sys.stdout.write(f"ease  words a sentence  long ones   words{heads}  text\n")
    for (ease, mean, long, words), one, said in rows:
        counts = "".join(f"{len(pattern.findall(said)):10}" for pattern in OF_ITSELF.values()) if heads else ""
        sys.stdout.write(f"{ease:4.0f}  {mean:16.1f}  {long:9.0%}  {words:6}{counts}  {one.relative_to(ROOT)}\n")
    if not heads:
        keep("readability", "python -m bench.readability", [*kinds((one, found) for found, one, _ in rows)])


def kinds(rows: Iterable[tuple[Path, tuple[float, float, float, int]]]) -> Iterator[Figure]:
    """Yield the median ease and length of sentences of the editions, and of the pages written by hand."""
    by_kind: dict[str, list[tuple[float, float, float, int]]] = {}
    for path, found in rows:
        by_kind.setdefault("editions" if "content" in path.parts else "pages written by hand", []).append(found)
    for kind, texts in by_kind.items():
        yield median_of(f"{kind}: Flesch reading ease", [ease for ease, *_ in texts])
        yield median_of(f"{kind}: words a sentence", [mean for _, mean, *_ in texts])
        yield median_of(f"{kind}: sentences over {LONG} words", [long * 100 for *_, long, _ in texts], "%")


def shown(page: str) -> list[str]:
    """Return the sentences that a built page shows in its article: of a text within a text only the inner one's."""
    article = LexborHTMLParser(page).css_first("article")
    held = article.css(TEXTS) if article else []
    parts = [one for one in held if not [part for part in one.css(TEXTS) if part.mem_id != one.mem_id]]
    told = [" ".join(one.text(separator=" ").split()) for one in parts]
    return [one for part in told for one in re.split(r"(?<=[.!?;:])\s+", part) if len(WORD.findall(one)) > 1]


def prose(text: str) -> list[str]:
    """Return the sentences of a Markdown file's paragraphs and lists: no headings, tables or rule blocks."""
    plain = LINKS.sub(r"\1", BLOCKS.sub("\n\n", text))
    parts = re.split(r"\n\s*\n|^\s*(?:[-*:]|\d+\.)\s+", plain, flags=re.MULTILINE)
    return [one for part in parts for one in re.split(r"(?<=[.!?;:])\s+", part.strip()) if len(WORD.findall(one)) > 1]


def measured(sentences: list[str]) -> tuple[float, float, float, int]:
    """Return the Flesch reading ease, words a sentence, the share of long sentences, and how many words there are."""
    words = [len(WORD.findall(one)) for one in sentences]
    total = sum(words)
    mean = total / len(sentences)
    syllables = sum(syllables_of(word) for one in sentences for word in WORD.findall(one)) / total
    return 206.835 - 1.015 * mean - 84.6 * syllables, mean, sum(one > LONG for one in words) / len(words), total


def syllables_of(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, less a silent e."""
    found = len(re.findall(r"[aeiouy]+", word.lower())) - (word.lower().endswith("e") and not word.endswith("le"))
    return max(1, found)


if __name__ == "__main__":
    main()
