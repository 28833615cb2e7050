from functools import partial

from django.contrib import admin, messages
from django.db.models import Q
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import get_translation_fields

from ..approval import ApprovedOnceShown, may_publish
from ..models import Correction, Edition, Result, Source
from ..provenance.choosing import doubts_about
from ..words.wording import label_of
from . import forms
from .claims import ClaimInline, choose_claim
from .fields import ASSUME_HTTPS, OfRankingMixin


@admin.register(Source)
class SourceAdmin(ApprovedOnceShown, TranslationAdmin):
    form = forms.EveryLanguageForm
    formfield_overrides = ASSUME_HTTPS
    list_display = ["title", "url", "dated_on"]
    search_fields = ["url", *get_translation_fields("title")]
    ordering = ["-dated_on", "url"]
    fields = ["url", "title", "dated_on"]


@admin.register(Correction)
class CorrectionAdmin(OfRankingMixin, TranslationAdmin):
    """Corrections are public the moment they are added, and stay: approvers write them."""

    form = forms.CorrectionForm
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
        "band_end",
        "rating",
    ]
    # Which figure it is stays: elsewhere it would be another one.
    kept_on_revert = ["edition", "city", "measure", "scope"]
    inlines = [ClaimInline]

    def get_urls(self):
        view = self.admin_site.admin_view(partial(choose_claim, model_admin=self))
        address = "<int:result_id>/claims/<int:claim_id>/choose/"
        return [path(address, view, name="rankings_claim_choose"), *super().get_urls()]

    def get_inlines(self, request, obj):
        """Ranks in a region are shown beside those in the world, without claims of their own."""
        return self.inlines if obj and obj.scope == Result.Scope.WORLD else []

    def get_fieldsets(self, request, obj=None):
        about = {"fields": self.figures}
        if has_been_seen(obj):
            about["description"] = public_figures_note(obj)
        return [(None, about), (_("Origin"), {"fields": ["basis", "source"]})]

    def get_readonly_fields(self, request, obj=None):
        return self.figures if has_been_seen(obj) else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "edition":
            field.queryset = field.queryset.exclude(Q(is_public=True) | Q(was_public=True))
        return field

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not has_been_seen(obj)

    def has_revert_permission(self, request, obj=None):
        return self.has_change_permission(request, obj) and not has_been_seen(obj)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        changed = [claim for claim, _fields in formset.changed_objects]
        for claim in [*formset.new_objects, *changed]:
            for sentence in doubts_about(claim):
                messages.warning(request, f"{claim.source} – {sentence}")

    @admin.display(description=_("rank"), ordering="rank")
    def shown_rank(self, result):
        return label_of(result) if result.rank else None


def has_been_seen(result):
    return result is not None and result.edition.has_been_seen


def public_figures_note(result):
    return format_html(
        '{} <a class="button" href="{}">{}</a>',
        gettext("The figures of a public edition change in its table, where a reason is asked."),
        reverse("admin:rankings_edition_grid", args=[result.edition_id]),
        gettext("Table of ranks"),
    )
