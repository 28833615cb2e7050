"""What the list of articles shows besides its articles: choices, filters in use, pages."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Min
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

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
    names = [
        (department.pk, wording(department, "name", get_language()))
        for department in Department.objects.all()
    ]
    return [Option(pk, name.text, language=foreign(name)) for pk, name in names]


def foreign(name):
    return "" if name.language == get_language() else name.language


def years():
    """From the present year back to that of the first article."""
    first = Article.objects.published().aggregate(at=Min("published_at"))["at"]
    if first is None:
        return []
    newest, oldest = timezone.localtime().year, timezone.localtime(first).year
    return [Option(year, str(year)) for year in range(newest, oldest - 1, -1)]


def months(year):
    if year is None:
        return []
    days = [date(year, month, 1) for month in range(1, 13)]
    return [Option(day.month, date_format(day, "F")) for day in days]


class Listing(Paged):
    """One page of the articles that `filters` let through, for a reader of `language`."""

    def __init__(self, filters, language, number):
        """`number` is text from the address; a page or choice that does not exist is a 404."""
        published = Article.objects.published()
        self.filters = filters
        self.language = language
        self.options = options(filters, offered(filters))
        with without_reading_all(filters.chosen.get("q")):
            counts = filters.counts(published, language)
            self.total = counts.pop(language)
            # How many more there are, by language, for those who read that one too.
            self.others = {code: count for code, count in counts.items() if count}
            found = filters.found(published, language).in_list_order()
            self.page = page_of(ArticlePaginator(found, PER_PAGE), self.total, number)

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
        used = [
            InUse(choice.label, self.filters.query(**{name: None}), choice.language)
            for name, choices in self.options.items()
            for choice in choices
            if choice.is_chosen
        ]
        if words := self.filters.chosen.get("q"):
            used.append(InUse(f"“{words}”", self.filters.query(q=None)))
        return used


class ArticlePaginator(Paginator):
    """Finds out which articles are on a page before it reads any: that needs their index only."""

    def page(self, number):
        page = super().page(number)
        page.object_list = list(as_rows(page.object_list))
        return page


def as_rows(articles):
    return (
        Article.objects.filter(pk__in=articles.values("pk"))
        .in_list_order()
        .select_related("department")
        .with_view_count()
        .with_attachment_mark()
        .defer("body")
    )
