"""What stands alone on a line: headings, figures, embeds, quotations."""

import re
from collections.abc import Iterator

from .scan import Line
from .tree import Embed, ImageReference

HEADING = re.compile(r"<([^<>]*)>$|＜([^＜＞]*)＞$|〈([^〈〉]*)〉$|【([^【】]*)】$")
# <https://…> and <press@…> are links.
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:\S|[^\s@]+@[^\s@]+$)", re.IGNORECASE)
WORD = re.compile(r"\w")

FIGURE = re.compile(
    r"!\[([^\]]*)\]\(\s*image:\s*([0-9]{1,9})(?:\s+[\"“]([^\"“”]*)[\"”])?\s*\)$",
)
EMBED = re.compile(r"\[\[\s*([a-z][a-z0-9-]{0,39})\s*:([^\[\]]*)\]\]$")
# What is left to be read as text although it was meant to be something else.
FIGURE_WITHOUT_NUMBER = re.compile(r"\]\(\s*image:\s*(?![0-9\s])")
EMBED_WITHOUT_ARGUMENT = re.compile(r"\[\[\s*[a-z][a-z0-9-]*\s*\]\]$", re.IGNORECASE)
EMBED_ELSEWHERE = re.compile(r"\[\[\s*[a-z][a-z0-9-]*\s*:", re.IGNORECASE)

QUOTATION = re.compile(r'"[^"]+"$|“[^“”]+”$', re.DOTALL)


def heading_text(text: str) -> str | None:
    found = HEADING.match(text)
    inner = found[found.lastindex].strip() if found else ""
    return inner if WORD.search(inner) and not ADDRESS.match(inner) else None


def figure(line: Line) -> ImageReference | None:
    found = FIGURE.match(line.text)
    if not found:
        return None
    alt, number, caption = found.groups(default="")
    return ImageReference(line.number, int(number), alt.strip(), caption.strip())


def embed(line: Line) -> Embed | None:
    found = EMBED.match(line.text)
    return Embed(line.number, found[1], found[2].strip()) if found else None


def unplaced(text: str) -> Iterator[str]:
    """Codes of the problems of a line in which a figure or embed is written but does not stand."""
    if FIGURE_WITHOUT_NUMBER.search(text):
        yield "figure-number"
    elif text.startswith("![") or "](image:" in text:
        yield "figure"
    if EMBED_WITHOUT_ARGUMENT.match(text):
        yield "embed-argument"
    elif EMBED_ELSEWHERE.search(text):
        yield "embed"
    elif text.startswith("[[") and text.endswith("]]"):
        yield "brackets"


def is_quotation(text: str) -> bool:
    return bool(QUOTATION.match(text))
