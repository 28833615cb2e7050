"""The list of articles in the admin: its filters and columns."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import Article


class ArticleChangeList(ChangeList):
    def get_filters(self, request):
        """A year of eleven digits is as incorrect as one of letters, which Django expects."""
        try:
            return super().get_filters(request)
        except OverflowError as exc:
            raise IncorrectLookupParameters(exc) from exc


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return Article.State.choices

    def queryset(self, request, queryset):
        return queryset.filter(state=self.value()) if self.value() else queryset


class MissingLanguageFilter(admin.SimpleListFilter):
    title = _("language not ready")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return settings.LANGUAGES

    def queryset(self, request, queryset):
        if self.value() not in dict(settings.LANGUAGES):
            return queryset
        return queryset.only_in_other_languages(self.value())


class TextColumns:
    """Of a ModelAdmin whose model is ReadyByLanguage."""

    @admin.display(description=_("title"))
    def shown_title(self, text):
        return str(text)

    @admin.display(description=_("languages ready"))
    def shown_languages(self, text):
        names = dict(settings.LANGUAGES)
        return ", ".join(names[code] for code in text.ready_languages()) or "-"


class ArticleColumns(TextColumns):
    @admin.display(description=_("state"), ordering="state")
    def shown_state(self, article):
        return chip(article.state, Article.State(article.state).label)

    @admin.display(description=_("views"), ordering="view_count")
    def shown_views(self, article):
        return number_format(article.view_count, use_l10n=True, force_grouping=True)


def chip(state, label):
    return format_html('<span class="state state-{}">{}</span>', state, label)
