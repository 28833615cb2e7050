from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from .editing import publication
from .editing.actions import WITHDRAW, confirmation, publish_selected, withdraw_selected
from .editing.body_checks import images_left_out_everywhere
from .editing.columns import ArticleChangeList, ArticleColumns, MissingLanguageFilter, StateFilter
from .editing.forms import ArticleForm, ImageFormSet
from .editing.inline_rows import PresentRowsFormSet, ask_for_files_again
from .editing.locking import LockedWhileSaved
from .editing.preview import preview, preview_address
from .models import Article, Attachment, Department, Image
from .readiness import LANGUAGE_CODES


class FileInline(TranslationStackedInline):
    extra = 0
    view_on_site = False
    # Files are not served where they are stored: Django's own widget would link to nowhere.
    formfield_overrides = {
        models.FileField: {"widget": forms.FileInput},
        models.ImageField: {"widget": forms.FileInput},
    }


class ImageInline(FileInline):
    model = Image
    formset = ImageFormSet
    fields = ["reference", "file", "alt", "is_decorative"]
    readonly_fields = ["reference"]

    @admin.display(description=gettext_lazy("in the text"))
    def reference(self, image):
        return render_to_string("admin/news/article/_image.html", {"image": image})


class AttachmentInline(FileInline):
    model = Attachment
    formset = PresentRowsFormSet
    fields = ["current", "file", "title", "position"]
    readonly_fields = ["current"]

    @admin.display(description=gettext_lazy("uploaded file"))
    def current(self, attachment):
        if attachment.pk is None:
            return "-"
        return format_html(
            '<a href="{}">{}</a> ({})',
            attachment.get_absolute_url(),
            attachment.filename,
            filesizeformat(attachment.size),
        )


@admin.register(Article)
class ArticleAdmin(ArticleColumns, LockedWhileSaved, TranslationAdmin):
    """Writing is an editor's, publishing an approver's: what is public changes only with both."""

    form = ArticleForm
    fieldsets = [
        (None, {"fields": [("kind", "department")]}),
        (
            gettext_lazy("Text"),
            {"fields": ["title", "lead", "body", "is_ready"], "classes": ["languages"]},
        ),
        (
            gettext_lazy("Publication"),
            {"fields": ["published_at", "expires_at", "is_pinned", "licence"]},
        ),
    ]
    inlines = [ImageInline, AttachmentInline]
    list_display = [
        "shown_title",
        "shown_state",
        "shown_languages",
        "published_at",
        "shown_views",
        "department",
        "kind",
    ]
    list_filter = [StateFilter, "kind", MissingLanguageFilter, "department"]
    list_per_page = 50
    search_fields = get_translation_fields("title", "lead", "body")
    date_hierarchy = "published_at"
    # What still waits stands above what is public.
    ordering = [F("published_at").desc(nulls_first=True), "-pk"]
    actions = [publish_selected, withdraw_selected]
    also_in_history = ["status"]
    kept_on_revert = [
        "published_at",
        "expires_at",
        "is_pinned",
        *get_translation_fields("is_ready"),
    ]

    # ---- who may

    def has_publish_permission(self, request):
        return request.user.has_perm("news.publish_article")

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        is_open = obj is None or obj.status != Article.Status.PUBLISHED
        return allowed and (is_open or self.has_publish_permission(request))

    def has_delete_permission(self, request, obj=None):
        """What was public is withdrawn, not deleted: its address tells readers so."""
        is_draft = obj is None or obj.status == Article.Status.DRAFT
        return is_draft and super().has_delete_permission(request, obj)

    def refusals_to_revert(self, article):
        """What readers see does not go back to what they must not see."""
        if article.status != Article.Status.PUBLISHED:
            return []
        return [sentence for _field, sentence in publication.obstacles_to_staying(article)]

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    # ---- what is read

    def get_queryset(self, request):
        articles = super().get_queryset(request).with_state().with_view_count()
        return articles.select_related("department")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "department":
            # Without Django's buttons for departments, which have a page of their own.
            return db_field.formfield(empty_label=_("Choose a department"))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj and obj.is_public() else None

    # ---- pages

    def get_changelist(self, request, **kwargs):
        return ArticleChangeList

    def get_urls(self):
        wrap = self.admin_site.admin_view
        show = wrap(partial(preview, model_admin=self))
        return [
            path("preview/", show, name="news_article_preview_new"),
            path("<int:pk>/preview/", show, name="news_article_preview"),
            path("<int:pk>/withdraw/", wrap(self.withdraw_view), name="news_article_withdraw"),
            *super().get_urls(),
        ]

    def withdraw_view(self, request, pk):
        """Ask before withdrawing one article; the answer goes to the action of the list."""
        article = self.get_queryset(request).filter(pk=pk)
        if not article:
            raise Http404
        if not self.has_publish_permission(request):
            raise PermissionDenied
        return confirmation(WITHDRAW, self, request, article)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if "_publish" in request.POST and not self.has_publish_permission(request):
            raise PermissionDenied
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if context["errors"]:
            ask_for_files_again(inline.formset for inline in context["inline_admin_formsets"])
        # Not `obj`, which a form that was refused has changed already.
        stored = self.get_queryset(request).filter(pk=obj.pk).first() if obj else None
        context |= {
            "can_publish": self.has_publish_permission(request),
            "stored": stored,
            "state_label": Article.State(stored.state).label if stored else "",
            "preview_address": preview_address(self, stored),
            "has_pictures": True,
            "ready_boxes": self.ready_boxes(request, context["adminform"].form),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def ready_boxes(self, request, form):
        """For the line of the buttons: the box of each language, of those who may publish."""
        names = {code: in_language("is_ready", code) for code in LANGUAGE_CODES}
        may_tick = self.has_publish_permission(request)
        return [
            (code, form[name]) for code, name in names.items() if may_tick and name in form.fields
        ]

    def save_model(self, request, obj, form, change):
        if form.is_publishing:
            publication.publish(obj, form.now)
        else:
            super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        published = self.published_response(request, obj)
        response = published or super().response_add(request, obj, post_url_continue)
        self.remark_on_images(request, obj)
        return response

    def response_change(self, request, obj):
        published = self.published_response(request, obj)
        response = published or super().response_change(request, obj)
        self.remark_on_images(request, obj)
        return response

    def remark_on_images(self, request, obj):
        if count := len(images_left_out_everywhere(obj)):
            text = ngettext(
                "%(count)d picture is not in the text. The button “Picture” puts it there.",
                "%(count)d pictures are not in the text. The button “Picture” puts them there.",
                count,
            )
            messages.warning(request, text % {"count": count})

    def published_response(self, request, obj):
        if "_publish" not in request.POST:
            return None
        if obj.published_at > timezone.now():
            messages.success(request, _("“%(article)s” is scheduled.") % {"article": obj})
        else:
            messages.success(request, _("“%(article)s” is published.") % {"article": obj})
        return redirect("admin:news_article_change", obj.pk)


@admin.register(Department)
class DepartmentAdmin(TranslationAdmin):
    list_display = ["name", "phone", "email", "position"]
    fields = ["name", "phone", "email", "position"]
