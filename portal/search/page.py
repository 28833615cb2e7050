"""What the page of a search shows."""

from functools import cached_property
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _

from news.listing import Option, offered, options

from .articles import FoundArticles
from .form import RANKINGS
from .names import RankingNames
from .suggestions import suggestions


class SearchPage:
    """For a reader of the language `code`; `form` need not be valid, nor ask for anything."""

    def __init__(self, form, code, number):
        self.form = form
        self.code = code
        self.is_asked = form.is_valid() and bool(form.words)
        self.options = options(form, choices(form)) if self.is_asked else {}
        self.articles = self.find(number)

    def find(self, number):
        if self.is_asked and self.form.wants_articles:
            return FoundArticles(self.form, self.code, number)
        return None

    @cached_property
    def names(self):
        return RankingNames()

    @cached_property
    def named(self):
        return self.names.found(self.form.words) if self.is_asked and self.form.wants_names else []

    @property
    def has_nothing(self):
        """No article; or, where only rankings were asked for, no name."""
        return self.is_asked and not (self.articles.total if self.articles else self.named)

    @property
    def suggestions(self):
        return suggestions(self.form, self.code, self.names)

    @property
    def unfiltered_query(self):
        return urlencode({"q": self.form.words})

    @property
    def indexing(self):
        """For the head of the page: what a search finds is nothing to be found by others."""
        return {"noindex": True}


def choices(form):
    languages = [Option(code, name, language=code) for code, name in settings.LANGUAGES]
    of_articles = offered(form)
    kinds = [*of_articles["kind"], Option(RANKINGS, _("City rankings"))]
    return {**of_articles, "kind": kinds, "language": languages}
