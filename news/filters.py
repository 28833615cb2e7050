"""Which articles a reader asked for, as the address of the page says it."""

from datetime import datetime
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q
from django.db.models.fields import BigIntegerField
from django.utils.timezone import make_aware

from .models import Article
from .readiness import LANGUAGE_CODES, is_ready_in
from .search.found import mentions
from .search.query import read_query

# Years that a calendar of the portal can hold in every time zone.
YEARS = {"min_value": 1900, "max_value": 2200}


class ArticleFilter(forms.Form):
    kind = forms.ChoiceField(choices=Article.Kind, required=False)
    department = forms.IntegerField(
        min_value=1, max_value=BigIntegerField.MAX_BIGINT, required=False
    )
    year = forms.IntegerField(**YEARS, required=False)
    month = forms.IntegerField(min_value=1, max_value=12, required=False)
    q = forms.CharField(max_length=100, required=False)

    def clean(self):
        """A month says nothing without its year, which a reader may just have taken away."""
        values = super().clean()
        if not values.get("year"):
            values["month"] = None
        return values

    @classmethod
    def usable(cls, query):
        """The filters of `query`, or none at all when they make no sense."""
        filters = cls(query)
        if filters.is_valid():
            return filters
        empty = cls({})
        empty.full_clean()
        return empty

    @property
    def chosen(self):
        """The filters in use, by name, in the order of the form."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def query(self, **changes):
        """The query string of these filters, `changes` applied; None takes one away."""
        values = self.chosen | changes
        return urlencode({name: value for name, value in values.items() if value is not None})

    def narrow(self, articles):
        """Those of the chosen kind, department, year and month, in any language."""
        articles = self.of_any_time(articles)
        if "year" in self.chosen:
            articles = articles.filter(within(self.chosen["year"], self.chosen.get("month")))
        return articles

    def of_any_time(self, articles):
        """Those of the chosen kind and department."""
        fields = ("kind", "department")
        return articles.filter(
            **{name: self.chosen[name] for name in fields if name in self.chosen}
        )

    def is_found_in(self, code):
        return is_ready_in(code) & mentions(read_query(self.cleaned_data["q"]), code)

    def found(self, articles, code):
        return self.narrow(articles).filter(self.is_found_in(code))

    def counts(self, articles, code):
        """How many a reader of `code` finds; and, by language, those in other languages only."""
        others = ~is_ready_in(code)
        counted = {
            other: Count("pk", filter=self.is_found_in(other) & (Q() if other == code else others))
            for other in LANGUAGE_CODES
        }
        return self.narrow(articles).order_by().aggregate(**counted)


def within(year, month=None):
    """The condition that an article was published in this month, or in this year."""
    next_year, next_month = divmod(month, 12) if month else (1, 0)
    days = datetime(year, month or 1, 1), datetime(year + next_year, next_month + 1, 1)
    start, end = map(make_aware, days)
    return Q(published_at__gte=start, published_at__lt=end)
