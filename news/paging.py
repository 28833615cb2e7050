"""The pages of a list: which one is shown, and links to those around it."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Count, Window
from django.http import Http404

# Far beyond the pages of any list, and within what databases can count.
LAST_NUMBER = 10**9
# Pages shown on either side of the present one; with both ends, gaps and arrows that makes 11.
NEIGHBOURS = 2


class NoSuchPage(Http404):
    """A list has no page of this number."""


@dataclass(frozen=True)
class PageLink:
    """An entry of the pagination. A gap has no number; phones leave out what is not near."""

    number: int | None
    query: str
    is_near: bool = False


def page_of(paginator, total, number):
    """The page whose number stands in the address; one that does not exist is a 404."""
    paginator.count = total
    try:
        return paginator.page(number)
    except InvalidPage as exc:
        raise NoSuchPage from exc


def page_with_count(rows, per_page, number):
    """The primary keys on that page of the query `rows`, which is counted on the way.

    One query instead of two: among many articles it is finding the rows that takes time.
    """
    first = (whole(number) - 1) * per_page
    counted = rows.annotate(total=Window(Count("*"))).values_list("pk", "total")
    found = list(counted[first : first + per_page])
    total = found[0][1] if found else (rows.count() if first else 0)
    page = page_of(Paginator(rows, per_page), total, number)
    page.object_list = [pk for pk, _total in found]
    return page


def whole(number):
    try:
        found = int(number)
    except ValueError as exc:
        raise NoSuchPage from exc
    if not 1 <= found <= LAST_NUMBER:
        raise NoSuchPage
    return found


class Paged:
    """Of a list with a `page` and with `filters` that make the queries of its addresses."""

    @property
    def links(self):
        """The entries of the pagination, at most nine."""
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=NEIGHBOURS, on_ends=1
        )
        return [self.link(number) for number in numbers]

    def link(self, number):
        if number == Paginator.ELLIPSIS:
            return PageLink(None, "")
        is_near = abs(number - self.page.number) <= NEIGHBOURS
        return PageLink(number, self.query_of(number), is_near)

    def query_of(self, number):
        return self.filters.query(page=number if number > 1 else None)

    @property
    def previous(self):
        return self.link(self.page.previous_page_number()) if self.page.has_previous() else None

    @property
    def following(self):
        return self.link(self.page.next_page_number()) if self.page.has_next() else None
