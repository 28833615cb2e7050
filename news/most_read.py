"""The page of the articles that were read most of late, for a choice of days."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

from .models import Article

# Days up to today, today included; the first is shown when the address names none.
PERIODS = (7, 30)
SHOWN = 20


@dataclass(frozen=True)
class Period:
    """Days to choose; `query` is the address of their page."""

    days: int
    query: str
    is_chosen: bool


class MostRead:
    """What readers of `language` can open of that which was read most on the last `days` days."""

    def __init__(self, days, language):
        """`days` is text from the address; any that are not offered are a 404."""
        offered = {str(number): number for number in PERIODS}
        if days not in offered:
            raise Http404
        self.days = offered[days]
        self.articles = list(most_read_in(language, self.days)[:SHOWN])

    @property
    def periods(self):
        return [Period(days, query_of(days), days == self.days) for days in PERIODS]

    @property
    def indexing(self):
        """For the head of the page: each choice of days is a page of its own."""
        return {"canonical_query": query_of(self.days)}


def query_of(days):
    return "" if days == PERIODS[0] else urlencode({"days": days})


def most_read_in(language, days):
    return Article.objects.published().ready_in(language).most_read(days).defer("body")
