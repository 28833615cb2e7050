from django.contrib import admin, messages
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationTabularInline

from ..approval import ApprovedOnceShown, may_publish
from ..entry import paste_views
from ..entry.views import edition_grid, may_enter_figures
from ..models import Edition, MeasureLabel
from ..words.wording import dated
from . import forms
from .fields import SHORT_INPUTS, OfRankingMixin


class MeasureLabelInline(TranslationTabularInline):
    model = MeasureLabel
    form = forms.EveryLanguageForm
    formset = forms.MeasureLabelFormSet
    formfield_overrides = SHORT_INPUTS
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        if field := formset.form.base_fields.get("measure"):
            field.queryset = field.queryset.filter(ranking=obj.ranking_id)
        return formset


@admin.register(Edition)
class EditionAdmin(ApprovedOnceShown, OfRankingMixin, TranslationAdmin):
    form = forms.EditionForm
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
                    "changing a figure, a date or a count asks for a reason, and readers see the "
                    "correction."
                ),
            },
        ),
    ]

    def get_urls(self):
        draft = "<int:edition_id>/paste/<int:draft_id>/"
        pages = [
            ("<int:edition_id>/grid/", edition_grid, "edition_grid"),
            ("<int:edition_id>/paste/", paste_views.paste, "edition_paste"),
            (draft, paste_views.review, "draft_review"),
            (f"{draft}table/", paste_views.correct, "draft_correct"),
            (f"{draft}delete/", paste_views.remove, "draft_delete"),
        ]
        own = [
            path(route, self.admin_site.admin_view(view), {"model_admin": self}, f"rankings_{name}")
            for route, view, name in pages
        ]
        return [*own, *super().get_urls()]

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
        if latest := forms.latest_of(initial.get("ranking", "")):
            initial = {"number": latest.number + 1, "previous": latest.pk} | initial
        return initial

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        form.note_corrections()
        if form.proposed:
            messages.info(
                request,
                gettext("%(previous)s was set as the previous edition. Change it if it is not.")
                % {"previous": obj.previous},
            )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and may_enter_figures(request, obj, self):
            context |= {"may_enter_figures": True, "drafts": obj.drafts.open()}
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
