"""The table of an edition, for django-tables2."""

import unicodedata

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_tables2.data import TableListData

from .changes import Kind
from .markup import EMPTY, change_html, localized_html, rank_html, region_rank_html
from .wording import decimals_of, rating_label

PER_PAGE = 100


class RowData(TableListData):
    """Rows that sort alike on every database: what is unknown last in both directions."""

    def order_by(self, aliases):
        for alias in aliases[:1]:
            self.data = sorted_rows(self.data, alias.bare, alias.is_descending)


def sorted_rows(rows, column, is_descending):
    """`rows` by `column`; equal ones keep their order, which is that of the ranks."""
    key = SORT_KEYS[column]
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return [*sorted(known, key=key, reverse=is_descending), *unknown]


def alphabetical(name):
    """A key that sorts accented letters with the plain ones, and Hangul as dictionaries do."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


SORT_KEYS = {
    "rank": lambda row: row.result.rank,
    "city": lambda row: alphabetical(row.city.name),
    "change": lambda row: row.change.places,
    "region": lambda row: row.region and alphabetical(row.region.name),
    "region_rank": lambda row: row.region_rank and row.region_rank.rank,
    "rating": lambda row: row.result.rating,
}


class NumberColumn(tables.Column):
    is_number = True


class HeaderColumn(tables.Column):
    is_header = True


class RankTable(tables.Table):
    """`rows` of one edition; `citations` number their sources, without them none are shown.

    The id of the caption begins with `prefix_id`.
    """

    rank = NumberColumn(gettext_lazy("Rank"), accessor="result")
    city = HeaderColumn(gettext_lazy("City"))
    change = tables.Column(pgettext_lazy("of a rank", "Change"), initial_sort_descending=True)
    region = tables.Column(gettext_lazy("Region"))
    region_rank = NumberColumn(gettext_lazy("Rank in the region"))
    rating = NumberColumn(
        gettext_lazy("Rating"), accessor="result__rating", initial_sort_descending=True
    )
    source = NumberColumn(
        pgettext_lazy("of a figure", "Source"), accessor="result", orderable=False
    )

    class Meta:
        template_name = "rankings/table.html"
        default = EMPTY
        order_by = "rank"
        empty_text = gettext_lazy("No cities have been entered.")

    def __init__(self, rows, *, edition, prefix_id, citations=None, orderable=True):
        self.edition, self.citations = edition, citations
        self.caption = _("Ranks of cities in %(edition)s") % {"edition": edition}
        self.prefix_id = prefix_id
        ratings = [row.result.rating for row in rows if row.result.rating is not None]
        self.decimals = decimals_of(ratings)
        exclude = empty_columns(rows, citations)
        super().__init__(RowData(rows), exclude=exclude, orderable=orderable)

    def render_rank(self, value):
        return rank_html(value)

    def render_city(self, value, record):
        address = reverse("rankings:city-detail", args=[self.edition.ranking.slug, value.slug])
        link = format_html('<a href="{}">{}</a>', address, localized_html(value, "name"))
        if not record.is_home:
            return link
        return format_html('{} <span class="tag">{}</span>', link, _("Our city"))

    def render_change(self, value):
        return change_html(value)

    def render_region(self, value):
        return localized_html(value, "name")

    def render_region_rank(self, value):
        return region_rank_html(value)

    def render_rating(self, value):
        return rating_label(value, self.decimals)

    def render_source(self, value):
        number = self.citations.number(value)
        if number is None:
            return EMPTY
        return format_html('<a href="#source-{0}">[{0}]</a>', number)


def empty_columns(rows, citations):
    """The columns that say nothing in any row."""
    says_something = {
        "change": any(row.change.kind not in (Kind.NONE, Kind.UNKNOWN) for row in rows),
        "region": any(row.region for row in rows),
        "region_rank": any(row.region_rank for row in rows),
        "rating": any(row.result.rating is not None for row in rows),
        "source": citations and any(row.result.source_id for row in rows),
    }
    return [column for column, says in says_something.items() if not says]


def sort_and_page(table, query):
    """Apply `sort` and `page` of a query string; whatever makes no sense is passed over."""
    wanted = query.get("sort", "")
    if wanted.removeprefix("-") in SORT_KEYS:
        table.order_by = wanted
    if len(table.rows) > PER_PAGE:
        table.paginate(per_page=PER_PAGE)
        table.page = table.paginator.get_page(query.get("page"))
    return table
