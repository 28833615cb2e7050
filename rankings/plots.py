"""The lines of several cities in one chart, with all that is written in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from .across import BY_DATE
from .charts.labels import text_width
from .charts.lines import Column, LinesChart, Panel, lines_chart, panel
from .models import City, Edition
from .placings import Placing
from .trends import captioned, points
from .words.wording import dated_in_sentence, ordinal_of

# Lines with a colour, a symbol and a label of their own.
MOST_CITIES = 6
LONGEST_NAME = 22  # letters in a label; longer names are cut there and stand whole elsewhere


@dataclass(frozen=True)
class Course:
    """The ranks of a city, oldest first, at least one: Placings or entries of a trend.

    `slot`, from 1, stands for a colour, a pattern and a symbol. `year` is that of the last rank
    where other lines go on, else empty.
    """

    city: City
    placings: Sequence
    slot: int
    year: str

    @property
    def is_home(self):
        return self.city.slug == settings.HOME_CITY

    @cached_property
    def whole_name(self):
        return self.city.name

    @cached_property
    def name(self):
        return Truncator(self.whole_name).chars(LONGEST_NAME)

    @cached_property
    def rank(self):
        return self.placings[-1].label

    @property
    def label(self):
        return " ".join(filter(None, [self.name, self.rank, self.year]))


@dataclass(frozen=True)
class Moment:
    """What the chart tells of one edition where a reader points at it or tabs to it.

    `standings` are the courses with a rank then, the best first.
    """

    edition: Edition
    column: Column
    standings: list[tuple[Course, Placing]]

    @cached_property
    def month(self):
        return dated_in_sentence(self.edition.published_on, self.edition.precision)

    @cached_property
    def heading(self):
        return f"{self.edition.short} · {self.month}"

    @property
    def description(self):
        ranks = (f"{course.whole_name} {ordinal_of(placing)}" for course, placing in self.standings)
        return _("%(edition)s, %(date)s: %(ranks)s") % {
            "edition": self.edition.short,
            "date": self.month,
            "ranks": ", ".join(ranks),
        }

    @cached_property
    def texts(self):
        return [f"{course.name} {placing.label}" for course, placing in self.standings]

    @cached_property
    def panel(self) -> Panel:
        return panel(self.column, text_width(self.heading), map(text_width, self.texts))

    @property
    def rows(self):
        """(slot, text, base line) for each of the standings."""
        slots = (course.slot for course, _placing in self.standings)
        return zip(slots, self.texts, self.panel.rows, strict=True)


@dataclass(frozen=True)
class Plot:
    """The lines of the `courses` come first in the chart; all others are drawn faintly."""

    chart: LinesChart
    courses: list[Course]
    moments: list[Moment]
    is_by_edition: bool

    @cached_property
    def drawn(self):
        """Each course with its line, as they are drawn: our own, the widest, below the others."""
        pairs = zip(self.courses, self.chart.lines, strict=False)
        return sorted(pairs, key=lambda pair: not pair[0].is_home)

    @property
    def field(self):
        return self.chart.lines[len(self.courses) :]

    def caption(self, title):
        """The title of the chart with the time in which the courses have ranks."""
        return captioned(title, self.moments[0].edition, self.moments[-1].edition)

    def for_width(self, width):
        """The plot for a picture that is `width` pixels wide."""
        return replace(self, chart=self.chart.for_width(width))

    @property
    def has_gaps(self):
        return any(mark.ends for _course, line in self.drawn for mark in line.marks[:-1])


def plot_of(cities, others=(), across=BY_DATE):
    """The Plot of `cities`, up to MOST_CITIES, each with its ranks; None when there are none.

    `others` are the ranks of those that are only to be seen around them.
    """
    if not cities:
        return None
    lines = [*(ranks for _city, ranks in cities), *others]
    known = {placing.edition.pk: placing.edition for ranks in lines for placing in ranks}
    editions = sorted(known.values(), key=lambda edition: (across.place(edition), edition.number))
    newest = max(editions, key=lambda edition: edition.number)
    courses = [course_of(city, ranks, slot, newest) for slot, (city, ranks) in enumerate(cities, 1)]
    chart = lines_chart(
        [points(ranks, across) for ranks in lines],
        [*(text_width(course.label) for course in courses), *(None for _ranks in others)],
        [across.place(edition) for edition in editions],
        across.axis,
    )
    told = moments(courses, editions, chart.columns)
    return Plot(chart, courses, told, is_by_edition=across is not BY_DATE)


def course_of(city, placings, slot, newest):
    last = placings[-1].edition
    return Course(city, placings, slot, "" if last == newest else f"({last.published_on.year})")


def moments(courses, editions, columns):
    """A Moment for each edition in which any of the `courses` has a rank."""
    standings = defaultdict(list)
    for course in courses:
        for placing in course.placings:
            standings[placing.edition].append((course, placing))
    return [
        Moment(edition, column, sorted(standings[edition], key=lambda pair: pair[1].rank))
        for edition, column in zip(editions, columns, strict=True)
        if edition in standings
    ]
