"""Where the texts of a card stand: numbers for the template that draws it."""

from dataclasses import dataclass

from . import lines
from .typefaces import Run, drawable, style, style_for

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
# Pixels from the left to the panel on the right, which holds a picture or a figure.
PANEL_LEFT = 800
PANEL_WIDTH = WIDTH - PANEL_LEFT
GAP = 48
PANEL_ROOM = PANEL_WIDTH - GAP
# The largest size comes first; each with the most lines that have room.
TITLE_SIZES = ((76, 3), (66, 4), (56, 4), (48, 4))
LEADING = 1.28
TITLE_TOP, TITLE_BOTTOM = 136, 488
# From the top of a line to its base line, in ems.
ASCENT = 0.95
LABEL, LABEL_BASE, LABEL_PADDING = 28, 96, 20
SITE_SIZES, SITE_BASE = (36, 30, 24), 602
FIGURE_SIZES = (150, 120, 96, 72, 56, 44, 36)
NAME_SIZES = (44, 38, 32, 26)
CHANGE = 36
NAME_BASE, FIGURE_BASE, CHANGE_BASE = 190, 340, 420


@dataclass(frozen=True)
class Words:
    """What a card says, in one language. `picture` is the name of a stored file, or nothing."""

    site: str
    label: str
    date: str
    title: str
    picture: str = ""
    figure: tuple[str, str, str] | None = None  # whose, which, and how it changed


@dataclass(frozen=True)
class Text:
    """One line that begins at `x` on the base line `y`, in pixels."""

    x: float
    y: float
    size: int
    width: float
    runs: list[Run]


class Card:
    """`picture` is what the panel shows, as a data address; it may be missing."""

    width, height, panel_left, panel_width = WIDTH, HEIGHT, PANEL_LEFT, PANEL_WIDTH
    margin, badge_top, badge_height = MARGIN, LABEL_BASE - 38, 56

    def __init__(self, words, picture=None):
        self.words = words
        self.picture = picture

    @property
    def room(self):
        """How wide the texts may be, in pixels."""
        has_panel = self.picture or self.words.figure
        return (PANEL_LEFT - GAP if has_panel else WIDTH - MARGIN) - MARGIN

    @property
    def label(self):
        return fitted(self.words.label, MARGIN + LABEL_PADDING, LABEL_BASE, [LABEL], self.room / 2)

    @property
    def badge_width(self):
        return self.label.width + 2 * LABEL_PADDING

    @property
    def date(self):
        left = MARGIN + self.badge_width + LABEL_PADDING
        room = self.room - (left - MARGIN)
        return fitted(self.words.date, left, LABEL_BASE, [LABEL], room, is_bold=False)

    @property
    def title(self):
        return title_lines(self.words.title, self.room)

    @property
    def site(self):
        return fitted(self.words.site, MARGIN, SITE_BASE, SITE_SIZES, self.room)

    @property
    def figure(self):
        """The lines of the panel, each in its middle."""
        if not self.words.figure:
            return []
        whose, which, change = self.words.figure
        return [
            centred(whose, NAME_BASE, NAME_SIZES),
            centred(which, FIGURE_BASE, FIGURE_SIZES),
            *change_lines(change),
        ]


def title_lines(title, room):
    title = drawable(title)
    lettering = style_for(title)
    size, found = broken_title(title, lettering, room)
    spare = TITLE_BOTTOM - TITLE_TOP - len(found) * size * LEADING
    top = TITLE_TOP + spare / 2
    return [
        Text(
            MARGIN,
            round(top + (place * LEADING + ASCENT) * size, 1),
            size,
            lettering.width(line) * size,
            lettering.runs(line),
        )
        for place, line in enumerate(found)
    ]


def broken_title(title, lettering, room):
    """The largest size in which the title has room, and its lines."""
    for size, most in TITLE_SIZES:
        for broken in (lines.by_clause, lines.broken):
            found = broken(title, lettering.width, room / size)
            if len(found) <= most:
                return size, found
    found = lines.filled(title, lettering.width, room / size)
    return size, lines.shortened(found, most, lettering.width, room / size)


def fitted(text, x, y, sizes, room, *, is_bold=True):
    """One line in the largest of `sizes` that fits into `room`, else shortened in the least."""
    text = drawable(text)
    lettering = style_for(text) if is_bold else style(is_bold=False)
    width = lettering.width(text)
    size = next((size for size in sizes if width * size <= room), sizes[-1])
    if width * size > room:
        text = lines.with_ellipsis(text, lettering.width, room / size)
    return Text(x, y, size, lettering.width(text) * size, lettering.runs(text))


def change_lines(change):
    change = drawable(change)
    found = lines.broken(change, style_for(change).width, PANEL_ROOM / CHANGE)
    return [
        centred(line, CHANGE_BASE + place * CHANGE * LEADING, [CHANGE])
        for place, line in enumerate(found)
    ]


def centred(text, y, sizes):
    line = fitted(text, 0, y, sizes, PANEL_ROOM)
    x = PANEL_LEFT + (PANEL_WIDTH - line.width) / 2
    return Text(round(x, 1), y, line.size, line.width, line.runs)
