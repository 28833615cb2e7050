from django import forms
from django.conf import settings

from news.filters import ArticleFilter
from news.models import Article

RANKINGS = "rankings"


class SearchForm(ArticleFilter):
    """The filters of the list of articles, and those that only a search has."""

    kind = forms.ChoiceField(choices=[*Article.Kind.choices, (RANKINGS, RANKINGS)], required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    @property
    def words(self):
        return self.chosen.get("q", "")

    @property
    def typed(self):
        """What the reader typed, even if it cannot be looked for."""
        return self.data.get("q", "")

    @property
    def wants_articles(self):
        return self.chosen.get("kind") != RANKINGS

    @property
    def wants_names(self):
        """Whatever narrows articles down is no question about rankings."""
        return self.wants_places or self.chosen == {"q": self.words, "kind": RANKINGS}

    @property
    def wants_places(self):
        """Nor one about pages of the site and departments."""
        return not self.chosen.keys() - {"q"}

    @property
    def lone_month(self):
        """A month that was chosen without a year, as it was typed."""
        return self.data.get("month", "") if "month" not in self.chosen else ""
