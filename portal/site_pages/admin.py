from functools import partial

from django.contrib import admin, messages
from django.urls import path
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import get_translation_fields

from news.editing.body_checks import sentences_to_readers
from news.editing.columns import TextColumns
from news.editing.locking import LockedWhileSaved
from news.editing.preview import preview_address

from .forms import SitePageForm, findings
from .models import SitePage
from .preview import preview
from .withdrawal import consequences, withdrawn_languages


@admin.register(SitePage)
class SitePageAdmin(TextColumns, LockedWhileSaved, TranslationAdmin):
    """Writing is an editor's; what readers see is changed by those who may publish."""

    form = SitePageForm
    fieldsets = [
        (None, {"fields": ["slug", "position"]}),
        (_("Text"), {"fields": ["title", "body", "is_ready"], "classes": ["languages"]}),
    ]
    list_display = ["shown_title", "slug", "shown_languages", "position", "updated_at"]
    ordering = ["position", "pk"]
    search_fields = ["slug", *get_translation_fields("title", "body")]
    actions = None
    kept_on_revert = ["slug", "position", *get_translation_fields("is_ready")]

    # ---- who may

    def has_publish_permission(self, request):
        return request.user.has_perm("portal.publish_sitepage")

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (self.is_open(obj) or self.has_publish_permission(request))

    def has_delete_permission(self, request, obj=None):
        """What readers see is taken back first, language by language."""
        return self.is_open(obj) and super().has_delete_permission(request, obj)

    def refusals_to_revert(self, page):
        for code in page.ready_languages():
            yield from sentences_to_readers(findings(page.own_text("body", code)), code)

    def is_open(self, obj):
        return obj is None or not obj.is_public

    def get_readonly_fields(self, request, obj=None):
        fields = list(super().get_readonly_fields(request, obj))
        if obj:
            fields.append("slug")
        if obj and obj.has_own_address:
            fields += get_translation_fields("title")
        if not self.has_publish_permission(request):
            fields += ["position", *get_translation_fields("is_ready")]
        return fields

    def save_model(self, request, obj, form, change):
        withdrawn = withdrawn_languages(obj)
        super().save_model(request, obj, form, change)
        for sentence in consequences(obj, withdrawn):
            messages.warning(request, sentence)

    # ---- what is shown

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj and obj.is_public else None

    def get_urls(self):
        show = self.admin_site.admin_view(partial(preview, model_admin=self))
        return [
            path("preview/", show, name="portal_sitepage_preview_new"),
            path("<int:pk>/preview/", show, name="portal_sitepage_preview"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_change = add or self.has_change_permission(request, obj)
        context |= {
            "is_left_to_approvers": not may_change,
            "is_written_into": bool(obj and obj.has_own_address),
            "preview_address": preview_address(self, obj),
            "has_contact": True,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)
