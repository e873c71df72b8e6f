"""How hard our own prose is to read: reported, never a gate.

    python -m bench.readability

For each edition and each hand-written page: words, words a sentence, the share of sentences over 25 words, and the
Flesch reading ease (60 to 70 is called plain; official prose is often below 40). Syllables are estimated from groups
of vowels, so read the figures side by side, not by themselves. Names of bodies and of laws count as they stand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONG = 25
BLOCKS = re.compile(r"\A---\n.*?\n---\n|^```.*?^```|^#.*?$|^\|.*?$|<[^>]+>|\{[:{].*?\}", re.MULTILINE | re.DOTALL)
LINKS = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")


def main() -> None:
    """Print a line for each text, hardest first."""
    texts = [*(ROOT / "content").glob("*/*.md"), ROOT / "docs" / "index.md", *(ROOT / "docs" / "about").glob("*.md")]
    rows = sorted((measured(prose(one.read_text(encoding="utf-8"))), one) for one in texts)
    lines = (
        f"{ease:4.0f}  {mean:16.1f}  {long:9.0%}  {words:6}  {one.relative_to(ROOT)}\n"
        for (ease, mean, long, words), one in rows
    )
    sys.stdout.writelines(["ease  words a sentence  long ones   words  text\n", *lines])


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
