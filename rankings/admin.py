from django import forms
from django.contrib import admin, messages
from django.db import models
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import (
    TranslationAdmin,
    TranslationTabularInline,
)
from modeltranslation.utils import get_translation_fields

from . import admin_forms
from .approval import ApprovedOnceShown, may_publish
from .entry.views import edition_grid, may_enter_figures
from .models import (
    City,
    CityAlias,
    CityRegion,
    Correction,
    Edition,
    Measure,
    MeasureLabel,
    Ranking,
    Region,
    Result,
    Source,
)
from .wording import dated, rank_label

# Addresses that are typed without a scheme.
ASSUME_HTTPS = {models.URLField: {"assume_scheme": "https"}}


# Room for several columns of texts in one row.
SHORT_INPUTS = {models.CharField: {"widget": forms.TextInput(attrs={"size": 20})}}


class OfRankingField(forms.ModelChoiceField):
    """Regions and measures of different rankings may carry the same name."""

    def label_from_instance(self, obj):
        return f"{obj.ranking} – {obj}"


class OfRankingMixin:
    """Fetches the rankings by which the choices of a form are named, all at once."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        model = db_field.related_model
        if model in (Edition, Measure, Region):
            kwargs["queryset"] = model.objects.select_related("ranking")
        if model in (Measure, Region):
            kwargs["form_class"] = OfRankingField
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class RegionInline(TranslationTabularInline):
    model = Region
    form = admin_forms.EveryLanguageForm
    formset = admin_forms.RegionFormSet
    formfield_overrides = SHORT_INPUTS
    extra = 0


class MeasureInline(TranslationTabularInline):
    model = Measure
    form = admin_forms.EveryLanguageForm
    formset = admin_forms.MeasureFormSet
    formfield_overrides = SHORT_INPUTS
    fields = ["position", "kind", "code", "label"]
    extra = 0


@admin.register(Ranking)
class RankingAdmin(ApprovedOnceShown, TranslationAdmin):
    form = admin_forms.EveryLanguageForm
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


class MeasureLabelInline(TranslationTabularInline):
    model = MeasureLabel
    form = admin_forms.EveryLanguageForm
    formset = admin_forms.MeasureLabelFormSet
    formfield_overrides = SHORT_INPUTS
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        if field := formset.form.base_fields.get("measure"):
            field.queryset = field.queryset.filter(ranking=obj.ranking_id)
        return formset


@admin.register(Edition)
class EditionAdmin(ApprovedOnceShown, OfRankingMixin, TranslationAdmin):
    form = admin_forms.EditionForm
    list_display = ["__str__", "dated", "entered", "is_public", "grid_link"]
    list_filter = ["ranking", "is_public"]
    search_fields = ["=number", "ranking__abbreviation", "ranking__slug"]
    filter_horizontal = ["sources"]
    inlines = [MeasureLabelInline]
    fieldsets = [
        (None, {"fields": ["ranking", "number", ("published_on", "precision"), "previous"]}),
        (
            _("Figures as published"),
            {"fields": [("cities_researched", "cities_included", "factors"), "sources"]},
        ),
        (_("Text"), {"fields": ["note"], "classes": ["languages"]}),
        (
            _("Visibility"),
            {
                "fields": ["is_public"],
                "description": _(
                    "A public edition is on the portal with all its figures. From then on, "
                    "changing a figure asks for a reason, and readers see the correction."
                ),
            },
        ),
    ]

    def get_urls(self):
        grid = self.admin_site.admin_view(self.grid_view)
        return [
            path("<int:edition_id>/grid/", grid, name="rankings_edition_grid"),
            *super().get_urls(),
        ]

    def grid_view(self, request, edition_id):
        return edition_grid(request, edition_id, self)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("ranking").with_table_size()

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_readonly_fields(self, request, obj=None):
        fixed = ["ranking"] if obj else []
        return fixed if may_publish(request.user) else [*fixed, "is_public"]

    def get_changeform_initial_data(self, request):
        """The number after the latest of the ranking whose list or link the editor came from."""
        initial = super().get_changeform_initial_data(request)
        if latest := admin_forms.latest_of(initial.get("ranking", "")):
            initial |= {"number": latest.number + 1, "previous": latest.pk}
        return initial

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.proposed:
            messages.info(
                request,
                gettext("%(previous)s was set as the previous edition. Change it if it is not.")
                % {"previous": obj.previous},
            )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["may_enter_figures"] = change and may_enter_figures(request, obj, self)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def view_on_site(self, edition):
        return edition.get_absolute_url() if edition.is_public else None

    @admin.display(description=_("date of publication"), ordering="published_on")
    def dated(self, edition):
        return dated(edition.published_on, edition.precision)

    @admin.display(description=_("cities entered"))
    def entered(self, edition):
        if edition.cities_included is None:
            return edition.entered
        return gettext("%(entered)d of %(included)d") % {
            "entered": edition.entered,
            "included": edition.cities_included,
        }

    @admin.display(description=_("figures"))
    def grid_link(self, edition):
        address = reverse("admin:rankings_edition_grid", args=[edition.pk])
        return format_html('<a href="{}">{}</a>', address, gettext("Table of ranks"))


class CityAliasInline(admin.TabularInline):
    model = CityAlias
    formset = admin_forms.LabelledFormSet
    extra = 0


class CityRegionInline(OfRankingMixin, admin.TabularInline):
    model = CityRegion
    formset = admin_forms.CityRegionFormSet
    fields = ["region"]
    extra = 0


@admin.register(City)
class CityAdmin(ApprovedOnceShown, TranslationAdmin):
    form = admin_forms.EveryLanguageForm
    list_display = [*get_translation_fields("name"), "country", "slug"]
    search_fields = ["slug", *get_translation_fields("name", "country"), "aliases__name"]
    fields = ["slug", "name", "country"]
    inlines = [CityAliasInline, CityRegionInline]


@admin.register(Source)
class SourceAdmin(ApprovedOnceShown, TranslationAdmin):
    form = admin_forms.EveryLanguageForm
    formfield_overrides = ASSUME_HTTPS
    list_display = ["title", "url", "dated_on"]
    search_fields = ["url", *get_translation_fields("title")]
    ordering = ["-dated_on", "url"]
    fields = ["url", "title", "dated_on"]


@admin.register(Correction)
class CorrectionAdmin(OfRankingMixin, TranslationAdmin):
    """Corrections are public the moment they are added, and stay: approvers write them."""

    form = admin_forms.CorrectionForm
    list_display = ["corrected_at", "edition", "city", "measure", "before", "after"]
    list_filter = ["edition__ranking"]
    list_select_related = ["edition__ranking", "city", "measure"]
    search_fields = [
        *get_translation_fields("city__name", "measure__label", "reason"),
        "before",
        "after",
    ]
    fieldsets = [
        (None, {"fields": ["edition", "city", "measure", ("before", "after")]}),
        (_("Text"), {"fields": ["reason"], "classes": ["languages"]}),
    ]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and may_publish(request.user)

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class EditionFilter(admin.SimpleListFilter):
    title = _("edition")
    parameter_name = "edition"

    def lookups(self, request, model_admin):
        editions = Edition.objects.select_related("ranking")
        return [(str(edition.pk), str(edition)) for edition in editions]

    def queryset(self, request, queryset):
        is_known = self.value() in dict(self.lookup_choices)
        return queryset.filter(edition=self.value()) if is_known else queryset


@admin.register(Result)
class ResultAdmin(ApprovedOnceShown, OfRankingMixin, admin.ModelAdmin):
    """Single figures. Those of a public edition change in its table, where a reason is asked."""

    list_display = ["edition", "city", "measure", "scope", "shown_rank", "rating", "source"]
    list_filter = ["edition__ranking", "measure__kind", "scope", "status", "basis", EditionFilter]
    list_select_related = ["edition__ranking", "city", "measure", "source"]
    search_fields = [
        *get_translation_fields("city__name", "measure__label"),
        "city__slug",
        "city__aliases__name",
    ]
    figures = [
        "edition",
        "city",
        "measure",
        "scope",
        "status",
        "rank",
        "is_joint",
        "rating",
    ]

    def get_fieldsets(self, request, obj=None):
        about = {"fields": self.figures}
        if is_public(obj):
            about["description"] = public_figures_note(obj)
        return [(None, about), (_("Origin"), {"fields": ["basis", "source"]})]

    def get_readonly_fields(self, request, obj=None):
        return self.figures if is_public(obj) else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "edition":
            field.queryset = field.queryset.exclude(is_public=True)
        return field

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_public(obj)

    def has_revert_permission(self, request, obj=None):
        return self.has_change_permission(request, obj) and not is_public(obj)

    @admin.display(description=_("rank"), ordering="rank")
    def shown_rank(self, result):
        return rank_label(result.rank, result.is_joint) if result.rank else None


def is_public(result):
    return result is not None and result.edition.is_public


def public_figures_note(result):
    return format_html(
        '{} <a class="button" href="{}">{}</a>',
        gettext("The figures of a public edition change in its table, where a reason is asked."),
        reverse("admin:rankings_edition_grid", args=[result.edition_id]),
        gettext("Table of ranks"),
    )
