from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationTabularInline
from modeltranslation.utils import get_translation_fields

from ..approval import ApprovedOnceShown
from ..entry.from_sentences.views import ranking_drafts, sentences
from ..entry.views import may_enter_figures
from ..models import Edition, Measure, Ranking, Region
from . import forms
from .fields import ASSUME_HTTPS, SHORT_INPUTS


class RegionInline(TranslationTabularInline):
    model = Region
    form = forms.EveryLanguageForm
    formset = forms.RegionFormSet
    formfield_overrides = SHORT_INPUTS
    extra = 0


class MeasureInline(TranslationTabularInline):
    model = Measure
    form = forms.EveryLanguageForm
    formset = forms.MeasureFormSet
    formfield_overrides = SHORT_INPUTS
    fields = ["position", "kind", "code", "label"]
    extra = 0


@admin.register(Ranking)
class RankingAdmin(ApprovedOnceShown, TranslationAdmin):
    form = forms.EveryLanguageForm
    formfield_overrides = ASSUME_HTTPS
    list_display = ["name", "abbreviation", "publisher", "add_edition"]
    search_fields = ["slug", "abbreviation", *get_translation_fields("name", "publisher")]
    inlines = [MeasureInline, RegionInline]
    fieldsets = [
        (None, {"fields": ["abbreviation", "slug", "url", "position"]}),
        (
            _("Text"),
            {
                "fields": ["name", "publisher", "frequency", "methodology"],
                "classes": ["languages"],
            },
        ),
    ]

    def get_urls(self):
        pages = [
            ("<int:ranking_id>/sentences/", sentences, "ranking_sentences"),
            ("<int:ranking_id>/drafts/", ranking_drafts, "ranking_drafts"),
        ]
        own = [
            path(
                route,
                self.admin_site.admin_view(view),
                {"model_admin": self.of_editions},
                f"rankings_{name}",
            )
            for route, view, name in pages
        ]
        return [*own, *super().get_urls()]

    @property
    def of_editions(self):
        """The admin of editions, which decides who may enter figures."""
        return self.admin_site.get_model_admin(Edition)

    def get_list_display(self, request):
        more = ["read_sentences"] if may_enter_figures(request, None, self.of_editions) else []
        return [*self.list_display, *more]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["may_enter_figures"] = change and may_enter_figures(request, None, self.of_editions)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("figures"))
    def read_sentences(self, ranking):
        address = reverse("admin:rankings_ranking_sentences", args=[ranking.pk])
        return format_html('<a href="{}">{}</a>', address, gettext("Read ranks from sentences"))

    @admin.display(description=_("edition"))
    def add_edition(self, ranking):
        address = reverse("admin:rankings_edition_add", query={"ranking": ranking.pk})
        return format_html('<a href="{}">{}</a>', address, gettext("Add an edition"))
