"""Which articles a reader asked for, as the address of the page says it."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q
from django.db.models.fields import BigIntegerField

from .models import LANGUAGE_CODES, Article, is_ready_in
from .search.found import mentions

# Years that a calendar of the portal can hold in every time zone.
YEARS = {"min_value": 1900, "max_value": 2200}


class ArticleFilter(forms.Form):
    kind = forms.ChoiceField(choices=Article.Kind, required=False)
    department = forms.IntegerField(
        min_value=1, max_value=BigIntegerField.MAX_BIGINT, required=False
    )
    year = forms.IntegerField(**YEARS, required=False)
    q = forms.CharField(max_length=100, required=False)

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
        """Those of the chosen kind, department and year, in any language."""
        conditions = {
            "kind": self.chosen.get("kind"),
            "department": self.chosen.get("department"),
            "published_at__year": self.chosen.get("year"),
        }
        return articles.filter(**{name: value for name, value in conditions.items() if value})

    def is_found_in(self, code):
        return is_ready_in(code) & mentions(self.cleaned_data["q"], code)

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
