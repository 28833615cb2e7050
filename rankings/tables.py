"""The tables of ranks, for django-tables2."""

import unicodedata
from dataclasses import dataclass

import django_tables2 as tables
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_tables2.data import TableListData

from .changes import Kind
from .markup import (
    EMPTY,
    change_html,
    localized_html,
    missing_html,
    rank_html,
    region_rank_html,
)
from .timeline import is_complete
from .words.wording import decimals_of, rating_label

# Narrow screens leave the cell out, where it would stand below the city.
BLANK = format_html('<span class="none blank">{}</span>', "-")


class RowData(TableListData):
    """Rows that sort alike on every database: what is unknown last in both directions."""

    def __init__(self, rows, sort_keys):
        super().__init__(rows)
        self.sort_keys = sort_keys

    def order_by(self, aliases):
        for alias in aliases[:1]:
            key = self.sort_keys[alias.bare]
            self.data = sorted_rows(self.data, key, alias.is_descending)


def sorted_rows(rows, key, is_descending):
    """`rows` by `key`; equal ones keep their order, which is that of the ranks."""
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return [*sorted(known, key=key, reverse=is_descending), *unknown]


def alphabetical(name):
    """A key that sorts accented letters with the plain ones, and Hangul as dictionaries do."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Column(tables.Column):
    """`folds` is whether narrow screens show the cell below the city, under the column's name."""

    tag, attributes, css, folds = "td", {"role": "cell"}, "", False

    @property
    def classes(self):
        return " ".join(filter(None, [self.css, "folds" if self.folds else ""]))

    def pattern(self, header):
        """A cell of the column as a pattern for its content."""
        names = {"class": self.classes} if self.classes else {}
        label = {"data-label": header} if self.folds else {}
        return format_html("<{0}{1}>{{}}</{0}>", self.tag, flatatt(self.attributes | names | label))


class NumberColumn(Column):
    css = "num"


class CityColumn(Column):
    tag, attributes = "th", {"scope": "row", "role": "rowheader"}


class FoldedColumn(Column):
    folds = True


class FoldedNumberColumn(NumberColumn):
    folds = True


@dataclass(frozen=True)
class Heading:
    """`href` sorts by the column and turns its order; None in a table that is not sorted."""

    name: str
    text: str
    css: str
    href: str | None
    direction: str


class CityTable(tables.Table):
    """Cities of a ranking, each in a row. The template only draws what is finished.

    `choice` is what the reader asked for; without it, the columns do not offer to be sorted.
    The ids in the table begin with `prefix_id`.
    """

    class Meta:
        template_name = "rankings/table.html"
        default = EMPTY

    def __init__(self, rows, sort_keys, ranking, *, prefix_id, choice=None, **options):
        self.prefix_id, self.choice = prefix_id, choice
        self.city_address = city_addresses(ranking)
        self.change_html = Remembered(change_html)
        self.region_html = Remembered(lambda region: localized_html(region, "name"))
        data, order = RowData(rows, sort_keys), (choice and choice.sort) or None
        super().__init__(data, order_by=order, **{"orderable": choice is not None} | options)
        if choice and not self.order_by:  # a column that is left out
            self.order_by = self._meta.order_by

    @property
    def headings(self):
        return [self.heading(column) for column in self.columns]

    def heading(self, column):
        is_sorted = column.orderable and column.is_ordered
        order = column.order_by_alias
        direction = ("descending" if order.is_descending else "ascending") if is_sorted else ""
        href = self.choice.address(sort=order.next) if column.orderable else None
        return Heading(column.name, self.header(column), column.column.classes, href, direction)

    def header(self, column):
        return column.header

    @property
    def lines(self):
        """The HTML of each row.

        The rows of django-tables2 examine the signature of a renderer for every cell, and a loop
        over cells in a template costs as much again: more than all the rest of a page.
        """
        cells = (column.column.pattern(self.header(column)) for column in self.columns)
        pattern = f'<tr role="row"{{}}>{"".join(cells)}</tr>'
        renderers = [self.renderer(column.name) for column in self.columns]
        for row in self.data:
            yield format_html(pattern, self.marks_of(row), *(render(row) for render in renderers))

    def marks_of(self, row):
        """What the tag of the row says of it: our own city is found and stands out."""
        if not row.is_home:
            return ""
        css = "is-home is-after-gap" if row.is_after_gap else "is-home"
        return format_html(' id="{}-home" class="{}"', self.prefix_id, css)

    def renderer(self, name):
        return getattr(self, f"render_{name}")

    def render_city(self, record):
        address = self.city_address.format(record.city.slug)
        link = format_html('<a href="{}">{}</a>', address, localized_html(record.city, "name"))
        if not record.is_home:
            return link
        return format_html('{} <span class="tag">{}</span>', link, _("Our city"))

    def render_change(self, record):
        return self.change_html[record.change]

    def render_region(self, record):
        return self.region_html[record.region] if record.region else BLANK


class Remembered(dict):
    """The HTML of each value, made once by `make`: tables repeat regions and changes."""

    def __init__(self, make):
        super().__init__()
        self.make = make

    def __missing__(self, value):
        html = self[value] = self.make(value)
        return html


def city_addresses(ranking):
    """A pattern of the addresses of cities: to look up each takes as long as to draw a row."""
    return reverse("rankings:city-detail", args=[ranking.slug, "-"]).removesuffix("-/") + "{}/"


class RankTable(CityTable):
    """`rows` of one edition, chosen from `whole`, which decides what columns there are.

    `citations` number the sources; without them none are shown.
    """

    rank = NumberColumn(gettext_lazy("Rank"))
    city = CityColumn(gettext_lazy("City"))
    change = Column(pgettext_lazy("of a rank", "Change"), initial_sort_descending=True)
    region = FoldedColumn(gettext_lazy("Region"))
    region_rank = FoldedNumberColumn(gettext_lazy("Rank in the region"))
    rating = FoldedNumberColumn(gettext_lazy("Rating"), initial_sort_descending=True)
    source = FoldedNumberColumn(pgettext_lazy("of a figure", "Source"), orderable=False)

    class Meta(CityTable.Meta):
        order_by = "rank"
        empty_text = gettext_lazy("No rank is known here yet.")

    def __init__(self, rows, *, edition, whole=None, citations=None, **options):
        whole = rows if whole is None else whole
        self.edition, self.citations = edition, citations
        self.caption = _("Ranks of cities in the %(ranking)s (%(edition)s)") % {
            "ranking": edition.ranking.name,
            "edition": edition.short,
        }
        self.decimals = decimals_of_rows(whole)
        self.region_rank_html = Remembered(region_rank_html)
        exclude = empty_columns(whole, citations)
        super().__init__(rows, SORT_KEYS, edition.ranking, exclude=exclude, **options)

    def render_rank(self, record):
        return rank_html(record.result)

    def render_region_rank(self, record):
        rank = record.region_rank
        return BLANK if rank is None else self.region_rank_html[rank]

    def render_rating(self, record):
        rating = record.result.rating
        return BLANK if rating is None else rating_label(rating, self.decimals)

    def render_source(self, record):
        number = self.citations.number(record.result)
        if number is None:
            return BLANK
        return format_html('<a href="#source-{0}">[{0}]</a>', number)


SORT_KEYS = {
    "rank": lambda row: row.result.rank,
    "city": lambda row: alphabetical(row.city.name),
    "change": lambda row: 0 if row.change.kind is Kind.SAME else row.change.places,
    "region": lambda row: row.region and alphabetical(row.region.name),
    "region_rank": lambda row: row.region_rank and row.region_rank.rank,
    "rating": lambda row: row.result.rating,
}


def decimals_of_rows(rows):
    return decimals_of([row.result.rating for row in rows if row.result.rating is not None])


def empty_columns(rows, citations):
    """The columns that say nothing, or that of one city which is not our own, to nobody's use."""
    says_something = {
        "change": any(row.change.kind not in (Kind.NONE, Kind.UNKNOWN) for row in rows),
        "region": any(row.region for row in rows),
        "region_rank": is_of_use(rows, [row for row in rows if row.region_rank]),
        "rating": is_of_use(rows, [row for row in rows if row.result.rating is not None]),
        "source": citations and any(row.result.source_id for row in rows),
    }
    return [column for column, says in says_something.items() if not says]


def is_of_use(rows, known):
    """Whether a column that is `known` in these of the `rows` lets cities be compared."""
    return len(known) > 1 or len(known) == len(rows) or any(row.is_home for row in known)


class ComparisonTable(CityTable):
    """The ranks of an edition beside those of an earlier one, from an EditionComparison."""

    now = NumberColumn()
    city = CityColumn(gettext_lazy("City"))
    change = Column(pgettext_lazy("of a rank", "Change"), initial_sort_descending=True)
    then = FoldedNumberColumn()
    region = FoldedColumn(gettext_lazy("Region"))

    class Meta(CityTable.Meta):
        order_by = "now"
        empty_text = gettext_lazy("No rank is known here yet.")

    def __init__(self, comparison, rows, **options):
        self.comparison = comparison
        editions = {"then": comparison.then, "now": comparison.now}
        self.caption = _("Ranks in %(then)s and %(now)s") % {
            name: edition.short for name, edition in editions.items()
        }
        self.missing = {
            name: missing_html(is_absent=is_complete(edition)) for name, edition in editions.items()
        }
        exclude = [] if any(row.region for row in comparison.rows) else ["region"]
        ranking = comparison.now.ranking
        super().__init__(rows, COMPARISON_SORT_KEYS, ranking, exclude=exclude, **options)

    def header(self, column):
        is_edition = column.name in self.missing
        return getattr(self.comparison, column.name).short if is_edition else column.header

    def render_now(self, record):
        return self.missing["now"] if record.now is None else rank_html(record.now)

    def render_then(self, record):
        return self.missing["then"] if record.then is None else rank_html(record.then)

    def render_change(self, record):
        is_compared = record.change.kind is not Kind.UNKNOWN
        return super().render_change(record) if is_compared else ""


COMPARISON_SORT_KEYS = {
    "now": lambda row: row.now and row.now.rank,
    "then": lambda row: row.then and row.then.rank,
    "city": SORT_KEYS["city"],
    "change": SORT_KEYS["change"],
    "region": SORT_KEYS["region"],
}
