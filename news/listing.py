"""What the list of articles shows besides its articles: choices, filters in use, pages."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Exists, Min
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext

from .filters import within
from .localized import wording
from .models import Article, Department
from .paging import Paged, page_of
from .readiness import LANGUAGE_CODES
from .search.database import without_reading_all

PER_PAGE = 10


@dataclass(frozen=True)
class Option:
    """A choice of a filter. `language` is given when the label is not in that of the page."""

    value: object
    label: str
    is_chosen: bool = False
    language: str = ""


@dataclass(frozen=True)
class InUse:
    """A filter in use; `query` is the list without it."""

    label: str
    query: str
    language: str = ""


def offered(filters):
    """The choices of each filter of articles by its name; months only of a year that is chosen."""
    return {
        "kind": kinds(),
        "department": departments(),
        "year": years(),
        "month": months(filters.chosen.get("year")),
    }


def options(filters, choices):
    """`choices` with those marked that `filters` chose; 404 when these are not among them."""
    return {name: marked(those, filters.chosen.get(name)) for name, those in choices.items()}


def marked(choices, chosen):
    if chosen and chosen not in [choice.value for choice in choices]:
        raise Http404
    return [mark_chosen(choice, chosen) for choice in choices]


def mark_chosen(choice, chosen):
    return Option(choice.value, choice.label, choice.value == chosen, choice.language)


def kinds():
    return [Option(value, label) for value, label in Article.Kind.choices]


def departments():
    return departments_as_options(Department.objects.all())


def departments_as_options(departments):
    names = [
        (department.pk, wording(department, "name", get_language())) for department in departments
    ]
    return [Option(pk, name.text, language=foreign(name)) for pk, name in names]


def foreign(name):
    return "" if name.language == get_language() else name.language


def years():
    return years_since(Article.objects.published().aggregate(at=Min("published_at"))["at"])


def years_since(first):
    """From the present year back to that of the moment `first`, if there is one."""
    if first is None:
        return []
    newest, oldest = timezone.localtime().year, timezone.localtime(first).year
    return [Option(year, year_label(year)) for year in range(newest, oldest - 1, -1)]


def year_label(year):
    return pgettext("year", "%(year)d") % {"year": year}


def months(year):
    return [] if year is None else all_months()


def all_months():
    days = [date(1, month, 1) for month in range(1, 13)]
    return [Option(day.month, date_format(day, "F")) for day in days]


def with_articles(choices, filters, language):
    """`choices` without the years and months in which a reader of `language` finds nothing.

    One query; what is chosen stays, and words that are looked for do not matter.
    """
    year = filters.chosen.get("year")
    spans = {("year", choice.value): within(choice.value) for choice in choices["year"]}
    spans |= {("month", choice.value): within(year, choice.value) for choice in choices["month"]}
    asked = [
        Exists(filters.of_any_time(readable_within(span, language))) for span in spans.values()
    ]
    [found] = Article.objects.order_by("pk").values_list(*asked)[:1] or [[]]
    there = {key for key, is_there in zip(spans, found, strict=False) if is_there}
    there |= {(name, filters.chosen.get(name)) for name in ("year", "month")}
    return {name: kept(name, those, there) for name, those in choices.items()}


def readable_within(span, language):
    """Written so that one seek in the index of lists answers, even for a span without any.

    In it the pinned ones come first, and SQLite takes the first of two upper bounds.
    """
    spanned = Article.objects.filter(span, is_pinned__in=[False, True])
    return spanned.published().ready_in(language)


def kept(name, choices, there):
    if name not in ("year", "month"):
        return choices
    return [choice for choice in choices if (name, choice.value) in there]


class Listing(Paged):
    """One page of the articles that `filters` let through, for a reader of `language`."""

    def __init__(self, filters, language, number):
        """`number` is text from the address; a page or choice that does not exist is a 404."""
        published = Article.objects.published()
        self.filters = filters
        self.language = language
        self.options = options(filters, with_articles(offered(filters), filters, language))
        with without_reading_all(self.words):
            counts = filters.counts(published, language)
            self.total = counts.pop(language)
            # How many more there are, by language, for those who read that one too.
            self.others = {code: count for code, count in counts.items() if count}
            found = self.ordered(filters.found(published, language))
            self.page = page_of(ArticlePaginator(found, PER_PAGE), self.total, number)

    @property
    def words(self):
        return self.filters.chosen.get("q")

    def ordered(self, articles):
        """What is pinned comes first, but not where words are looked for."""
        return articles.newest_first() if self.words else articles.in_list_order()

    @property
    def indexing(self):
        """For the head of the page: search engines need each kind and page, not each search."""
        number = self.page.number
        return {
            "noindex": bool(self.filters.chosen.keys() - {"kind"}),
            "canonical_query": self.query_of(number),
            # The second page of one language is not the second page of another.
            "available_languages": [self.language] if number > 1 else LANGUAGE_CODES,
        }

    @property
    def rows(self):
        """(number, article): the number of the first article ever is 1."""
        newest = self.total - self.page.start_index() + 1
        return [(newest - place, article) for place, article in enumerate(self.page)]

    @property
    def in_use(self):
        """The filters that narrow the list, for the reader to see and to take away."""
        used = chosen_filters(self.filters, self.options)
        if self.words:
            used.append(InUse(f"“{self.words}”", self.filters.query(q=None)))
        return used

    @property
    def narrowed_to(self):
        """The filters in use but the kind, as titles name them; none in a foreign language."""
        named = [each.label for each in self.in_use if not each.language]
        return ", ".join(named[1:] if "kind" in self.filters.chosen else named)

    @property
    def narrowed_by_choices(self):
        """Whether more narrows the list than words."""
        return bool(self.filters.chosen.keys() - {"q"})


def chosen_filters(filters, choices):
    """An InUse for each of the `choices`, as `options` gives them, that is chosen."""
    return [
        InUse(choice.label, filters.query(**{name: None}), choice.language)
        for name, offered in choices.items()
        for choice in offered
        if choice.is_chosen
    ]


class ArticlePaginator(Paginator):
    """Finds out which articles are on a page before it reads any: that needs their index only."""

    def page(self, number):
        page = super().page(number)
        page.object_list = list(as_rows(page.object_list))
        return page


def as_rows(articles):
    return (
        Article.objects.filter(pk__in=articles.values("pk"))
        .order_by(*articles.query.order_by)
        .select_related("department")
        .with_view_count()
        .with_attachment_mark()
        .defer("body")
    )
