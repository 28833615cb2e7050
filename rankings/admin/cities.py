from django.contrib import admin
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import get_translation_fields

from ..approval import ApprovedOnceShown
from ..models import City, CityAlias, CityRegion
from . import forms
from .fields import OfRankingMixin


class CityAliasInline(admin.TabularInline):
    model = CityAlias
    formset = forms.LabelledFormSet
    extra = 0


class CityRegionInline(OfRankingMixin, admin.TabularInline):
    model = CityRegion
    formset = forms.CityRegionFormSet
    fields = ["region"]
    extra = 0


@admin.register(City)
class CityAdmin(ApprovedOnceShown, TranslationAdmin):
    form = forms.EveryLanguageForm
    list_display = [*get_translation_fields("name"), "country", "slug"]
    search_fields = ["slug", *get_translation_fields("name", "country"), "aliases__name"]
    fields = ["slug", "name", "country"]
    inlines = [CityAliasInline, CityRegionInline]
