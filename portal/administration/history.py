"""The pages of an object's history in the admin: its revisions, what changed, the way back.

A `ModelAdmin` may say with `kept_on_revert` which editable fields a revert leaves as they are,
with `also_in_history` which fields, though not editable, the history should show, with
`has_revert_permission(request, obj)` who may go back when that is not everybody who may change,
and with `refusals_to_revert(obj)` why the object as it would be cannot be stored: sentences.
"""

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from . import revisions

PER_PAGE = 50


def shown_fields(model_admin):
    also = getattr(model_admin, "also_in_history", ())
    return [
        field
        for field in revisions.recorded_fields(model_admin.model)
        if field.editable or field.name in also
    ]


def restored_fields(model_admin):
    kept = getattr(model_admin, "kept_on_revert", ())
    return [
        field
        for field in revisions.recorded_fields(model_admin.model)
        if field.editable and field.name not in kept
    ]


def may_revert(request, model_admin, instance):
    rule = getattr(model_admin, "has_revert_permission", model_admin.has_change_permission)
    return rule(request, instance)


@require_safe
def history_list(request, object_id, model_admin):
    instance = visible_instance(request, model_admin, object_id)
    page = Paginator(revisions.records(instance), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "title": _("History"),
        "page": page,
        "revisions": revisions.described(instance, list(page), shown_fields(model_admin)),
    }
    return render_admin(request, model_admin, instance, "admin/history/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def history_detail(request, object_id, number, model_admin):
    if request.method == "POST":
        return revert(request, object_id, number, model_admin)
    instance = visible_instance(request, model_admin, object_id)
    return show_revision(request, model_admin, instance, number)


@transaction.atomic
def revert(request, object_id, number, model_admin):
    instance = visible_instance(request, model_admin, object_id, lock=True)
    if not may_revert(request, model_admin, instance):
        raise PermissionDenied
    record = record_or_404(instance, number)
    if request.POST.get("newest") != str(revisions.records(instance)[0].pk):
        messages.error(request, _("Somebody saved in the meantime. Look at the changes again."))
        return redirect(request.path)
    for field in restored_fields(model_admin):
        setattr(instance, field.attname, getattr(record, field.attname))
    try:
        check_reverted(model_admin, instance)
    except ValidationError as error:
        stored = model_admin.get_object(request, unquote(object_id))
        return show_revision(request, model_admin, stored, number, error.messages)
    save_reverted(request, model_admin, instance, record)
    return redirect(address(model_admin, "change", instance))


def check_reverted(model_admin, instance):
    instance.full_clean()
    refusals = getattr(model_admin, "refusals_to_revert", None)
    if sentences := refusals and list(refusals(instance)):
        raise ValidationError(sentences)


def save_reverted(request, model_admin, instance, record):
    message = _("Reverted to the revision of %(time)s.") % {
        "time": localize(localtime(record.history_date))
    }
    instance._change_reason = message
    instance.save()
    model_admin.log_change(request, instance, message)
    messages.success(request, message)


def visible_instance(request, model_admin, object_id, *, lock=False):
    instance = model_admin.get_object(request, unquote(object_id))
    if instance and lock:
        instance = model_admin.model.objects.select_for_update().filter(pk=instance.pk).first()
    if instance is None:
        raise Http404
    if not model_admin.has_view_or_change_permission(request, instance):
        raise PermissionDenied
    return instance


def record_or_404(instance, number):
    record = revisions.records(instance).filter(pk=number).first()
    if record is None:
        raise Http404
    return record


def show_revision(request, model_admin, instance, number, revert_errors=()):
    record = record_or_404(instance, number)
    [revision] = revisions.described(instance, [record], shown_fields(model_admin))
    context = {
        "title": _("Revision"),
        "revision": revision,
        "record": record,
        "changes": revisions.changes(revision.changed, revision.previous, record),
        "newest": revisions.records(instance)[0],
        "would_change": revisions.changes(restored_fields(model_admin), instance, record),
        "can_revert": may_revert(request, model_admin, instance),
        "revert_errors": revert_errors,
    }
    return render_admin(request, model_admin, instance, "admin/history/detail.html", context)


def render_admin(request, model_admin, instance, template, context):
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": instance,
        "list_url": address(model_admin, "changelist"),
        "change_url": address(model_admin, "change", instance),
        "history_url": address(model_admin, "history", instance),
        **context,
    }
    return render(request, template, context)


def address(model_admin, view, instance=None):
    opts = model_admin.opts
    name = f"admin:{opts.app_label}_{opts.model_name}_{view}"
    return reverse(name, args=[quote(instance.pk)] if instance else [])
