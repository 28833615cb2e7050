from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationTabularInline
from modeltranslation.utils import get_translation_fields

from ..approval import ApprovedOnceShown
from ..models import Measure, Ranking, Region
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

    @admin.display(description=_("edition"))
    def add_edition(self, ranking):
        address = reverse("admin:rankings_edition_add", query={"ranking": ranking.pk})
        return format_html('<a href="{}">{}</a>', address, gettext("Add an edition"))
