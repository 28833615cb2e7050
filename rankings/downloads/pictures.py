"""A chart as a picture that stands alone: with its title, what it shows, its source and version.

The drawing is the one of the page. A template puts it between texts whose lines are broken here,
since SVG breaks none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import resvg_py

from ..charts.labels import TEXT_SIZE, text_width

FONTS = Path(__file__).parent / "fonts"
FONT_FILES = [str(FONTS / f"HaeundaeCharts-{weight}.otf") for weight in ("Regular", "Bold")]
FONT_FAMILY = "Haeundae Charts"
# Pixels of PNG for each of the drawing: sharp on the screens of phones and in print.
ZOOM = 2

WIDTH, MARGIN = 720, 28
CHART_WIDTH = WIDTH - 2 * MARGIN
TITLE_SIZE, TEXT, SMALL = 22, 14, 12
LEADING = 1.45


@dataclass(frozen=True)
class Line:
    text: str
    y: float


@dataclass(frozen=True)
class Picture:
    """`title`, `text` and `foot` are paragraphs; the chart takes `chart_height` between them."""

    title: str
    text: str
    foot: Sequence[str]
    chart_height: float
    width: int = WIDTH
    margin: int = MARGIN
    chart_width: int = CHART_WIDTH

    @cached_property
    def title_lines(self):
        return lines([self.title], TITLE_SIZE, self.chart_width, below=self.margin)

    @cached_property
    def text_lines(self):
        return lines([self.text], TEXT, self.chart_width, below=end(self.title_lines) + 6)

    @property
    def chart_top(self):
        return end(self.text_lines) + 18

    @cached_property
    def foot_lines(self):
        below = self.chart_top + self.chart_height + 12
        return lines(self.foot, SMALL, self.chart_width, below=below)

    @property
    def height(self):
        return round(end(self.foot_lines) + self.margin)


def lines(paragraphs, size, width, below):
    """The lines of the paragraphs, from the height `below` downwards."""
    texts = [text for paragraph in paragraphs for text in broken(paragraph, size, width)]
    return [Line(text, below + size * (1 + place * LEADING)) for place, text in enumerate(texts)]


def end(some):
    """The height below the last of some lines."""
    return some[-1].y + 4


def broken(paragraph, size, width):
    """The paragraph in pieces that fit into `width`, broken between words; one at least."""
    return filled(paragraph.split(), " ", size, width) or [""]


def address_lines(address, size, width=CHART_WIDTH):
    """The address in pieces that fit into `width`, broken before its parameters."""
    return filled(re.split("(?=[?&])", address), "", size, width)


def filled(parts, joint, size, width):
    """The parts in their order, joined as long as they fit into `width`."""
    pieces = []
    for part in parts:
        longer = f"{pieces[-1]}{joint}{part}" if pieces else part
        if pieces and fits(longer, size, width):
            pieces[-1] = longer
        else:
            pieces.append(part)
    return pieces


def fits(text, size, width=CHART_WIDTH):
    return text_width(text) * size / TEXT_SIZE <= width


def png(svg):
    """The picture for programs that take no SVG, with typefaces of our own on any machine."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=ZOOM,
        skip_system_fonts=True,
        font_files=FONT_FILES,
        font_family=FONT_FAMILY,
        sans_serif_family=FONT_FAMILY,
    )
