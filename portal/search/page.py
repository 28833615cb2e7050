"""What the page of a search shows."""

from dataclasses import replace
from functools import cached_property
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _

from news.listing import (
    Option,
    all_months,
    chosen_filters,
    departments_as_options,
    kinds,
    options,
    years_since,
)

from ..site_pages.reading import surroundings
from .articles import FoundArticles
from .form import RANKINGS
from .names import RankingNames
from .places import Places, departments
from .same_cities import SameCities
from .suggestions import suggestions


class SearchPage:
    """For a reader of the language `code`; `form` need not be valid, nor ask for anything."""

    def __init__(self, form, code, number):
        self.form = form
        self.code = code
        self.is_asked = form.is_valid() and bool(form.words)
        self.around = surroundings(with_bodies=self.is_asked)
        self.departments = departments(code) if self.is_asked else []
        self.options = options(form, choices(self.departments)) if self.is_asked else {}
        self.articles = self.find(number)

    def find(self, number):
        if self.is_asked and self.form.wants_articles:
            return FoundArticles(self.form, self.words, self.code, number)
        return None

    # ---- what is asked for

    @cached_property
    def names(self):
        return RankingNames(self.form.words)

    @cached_property
    def places(self):
        return Places(self.around.pages, self.departments, self.code)

    @cached_property
    def same_cities(self):
        return SameCities(self.names.cities)

    def read(self, query):
        return self.same_cities.read(query)

    @cached_property
    def words(self):
        return self.read(self.form.words)

    # ---- what is found

    @cached_property
    def named(self):
        return self.names.found if self.is_asked and self.form.wants_names else []

    @cached_property
    def pages(self):
        return self.places.pages_about(self.words) if self.wants_places else []

    @cached_property
    def departments_named(self):
        return self.places.departments_named(self.words) if self.wants_places else []

    @property
    def wants_places(self):
        return self.is_asked and self.form.wants_places

    @property
    def has_other_than_articles(self):
        return bool(self.named or self.pages or self.departments_named)

    @property
    def has_nothing(self):
        """No article; or, where only rankings were asked for, no name."""
        return self.is_asked and not (self.articles.total if self.articles else self.named)

    def count_besides_articles(self, query):
        """How much other words would find."""
        names = self.names.count(query) if self.form.wants_names else 0
        return names + (self.places.count(self.read(query)) if self.form.wants_places else 0)

    @property
    def suggestions(self):
        return suggestions(self)

    # ---- around it

    @property
    def months(self):
        """One that was chosen without a year stays chosen, though it narrows nothing."""
        lone = self.form.lone_month
        return [
            replace(choice, is_chosen=True) if str(choice.value) == lone else choice
            for choice in self.options["month"]
        ]

    @property
    def in_use(self):
        """The filters that narrow the search, for the reader to see and to take away."""
        return chosen_filters(self.form, self.options)

    @property
    def unfiltered_query(self):
        return urlencode({"q": self.form.words})

    @property
    def context(self):
        """Variables of the whole page: what stands around it is known already.

        What a search finds is nothing to be found by others.
        """
        return {
            "site": self.around.settings,
            "site_pages": self.around.pages,
            "has_own_search": True,
            "noindex": True,
        }


def choices(departments):
    """The choices of each filter by its name."""
    first = departments[0].first_article_at if departments else None
    return {
        "kind": [*kinds(), Option(RANKINGS, _("City rankings"))],
        "department": departments_as_options(departments),
        "year": years_since(first),
        "month": all_months(),
        "language": [Option(code, name, language=code) for code, name in settings.LANGUAGES],
    }
