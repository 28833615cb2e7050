"""An article as its page will show it, from what stands in the form and is not saved yet."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from modeltranslation.utils import build_localized_fieldname as in_language

from ..article_page import ArticlePage
from ..models import Department
from .body_checks import findings, images_left_out


@require_POST
def preview(request, model_admin, pk=None):
    code = request.POST.get("language")
    if code not in dict(settings.LANGUAGES):
        raise Http404
    stored = permitted(request, model_admin, pk)
    article = as_typed(request, model_admin, stored)
    text = getattr(article, in_language("body", code)) or ""
    context = {
        "page": page_of(article, code),
        "code": code,
        "findings": findings(text, article),
        "images_left_out": images_left_out(article, text),
    }
    return render(request, "admin/news/article/preview.html", context)


def permitted(request, model_admin, pk):
    """What is previewed: the stored object that this person may change, or a new one."""
    if pk is None:
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        return model_admin.model()
    instance = get_object_or_404(model_admin.model, pk=pk)
    if not model_admin.has_change_permission(request, instance):
        raise PermissionDenied
    return instance


def as_typed(request, model_admin, instance):
    """`instance` with whatever in the form can be read; what is wrong there stays as stored."""
    change = instance.pk is not None
    form_class = model_admin.get_form(
        request, instance if change else None, change=change, form=forms.ModelForm
    )
    form = form_class(request.POST, instance=instance)
    form.is_valid()
    return form.instance


def page_of(article, code):
    """The page in language `code`, ready or not, with the times it would have if published now."""
    now = timezone.now()
    if article.department_id is None:
        article.department = Department()
    article.published_at = article.published_at or now
    article.created_at = article.created_at or now
    article.updated_at = now
    article.has_attachments = article.pk and article.attachments.exists()
    total = getattr(article, "view_total", None)
    article.view_count = total.count if total else 0
    return ArticlePage(article, code, language=code)


def preview_address(model_admin, instance):
    """Where the form of `instance`, or of a new one when it is None, is sent to be shown."""
    name = f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_preview"
    return reverse(name, args=[instance.pk]) if instance else reverse(f"{name}_new")
