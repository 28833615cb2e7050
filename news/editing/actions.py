"""Publishing and withdrawing several articles at once, after a look at what will happen."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..models import Article
from . import publication

# The confirmation has to name each of them to a person, and their fields fit into one form.
MOST_AT_ONCE = 200


@dataclass(frozen=True)
class Act:
    """What is done to articles: why it may be impossible, how it is done, how it is called."""

    name: str
    title: Promise
    button: Promise
    explanation: Promise
    refusals: Callable
    apply: Callable


def refusals_to_publish(article, at):
    if article.status == Article.Status.PUBLISHED:
        return [_("It is already published.")]
    return [sentence for _field, sentence in publication.obstacles(article, at)]


def refusals_to_withdraw(article, at):
    is_published = article.status == Article.Status.PUBLISHED
    return [] if is_published else [_("It is not published.")]


PUBLISH = Act(
    "publish_selected",
    gettext_lazy("Publish articles"),
    gettext_lazy("Publish"),
    gettext_lazy("Readers see them at once, or from the publication time if that is to come."),
    refusals_to_publish,
    publication.publish,
)
WITHDRAW = Act(
    "withdraw_selected",
    gettext_lazy("Withdraw articles"),
    gettext_lazy("Withdraw"),
    gettext_lazy(
        "Readers no longer see them; who opens their address reads that they were withdrawn. "
        "What was only scheduled becomes a draft again."
    ),
    refusals_to_withdraw,
    publication.withdraw,
)


@admin.action(description=gettext_lazy("Publish selected articles"), permissions=["publish"])
def publish_selected(model_admin, request, queryset):
    return run_or_ask(PUBLISH, model_admin, request, queryset)


@admin.action(description=gettext_lazy("Withdraw selected articles"), permissions=["publish"])
def withdraw_selected(model_admin, request, queryset):
    return run_or_ask(WITHDRAW, model_admin, request, queryset)


def run_or_ask(act, model_admin, request, queryset):
    if queryset.count() > MOST_AT_ONCE:
        text = _("Choose at most %(limit)d articles at a time.")
        messages.error(request, text % {"limit": MOST_AT_ONCE})
        return None
    if "confirmed" not in request.POST:
        return confirmation(act, model_admin, request, queryset)
    keys = list(queryset.values_list("pk", flat=True))
    done = run(act, model_admin, request, keys)
    if done:
        text = ngettext("%(count)d article: done.", "%(count)d articles: done.", done)
        messages.success(request, text % {"count": done})
    return None


def confirmation(act, model_admin, request, articles):
    now = timezone.now()
    rows = [(article, act.refusals(article, now)) for article in articles]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": act.title,
        "act": act,
        "opts": model_admin.opts,
        "possible": [article for article, reasons in rows if not reasons],
        "refused": [(article, reasons) for article, reasons in rows if reasons],
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/news/article/confirmation.html", context)


@transaction.atomic
def run(act, model_admin, request, keys):
    """Do it to those that still are as they were when the editor confirmed; returns how many."""
    now, done = timezone.now(), 0
    for article in Article.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        if reasons := changed_since(article, request.POST) or act.refusals(article, now):
            messages.error(request, f"{article}: {' '.join(map(str, reasons))}")
            continue
        act.apply(article, now)
        model_admin.log_change(request, article, str(act.title))
        done += 1
    return done


def changed_since(article, data):
    if data.get(f"version_{article.pk}") == str(article.version):
        return []
    return [_("It was changed in the meantime. Look at it again.")]
