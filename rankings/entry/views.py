"""The page in the admin on which the table of one edition is entered."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Edition
from .admin_page import admin_page
from .forms import GridForm
from .storage import load_sheet


def edition_grid(request, edition_id, model_admin):
    """Show the table of an edition, or save it. `model_admin` is that of editions."""
    edition = get_object_or_404(
        Edition.objects.select_related("ranking", "previous"), pk=edition_id
    )
    require_permission(request, edition, model_admin)
    if request.method == "POST" and "more" not in request.POST:
        form, is_saved = save(edition, request.POST)
        if is_saved:
            report(request, edition, form, model_admin)
            return redirect(request.path)
    else:
        form = draw(edition, request.POST)
    return admin_page(request, "grid", edition, model_admin, page(edition, form))


def may_enter_figures(request, edition, model_admin):
    return model_admin.has_change_permission(request, edition) and request.user.has_perm(
        "rankings.change_result"
    )


def require_permission(request, edition, model_admin):
    """Raises `PermissionDenied`, with a sentence where an approver could help."""
    if may_enter_figures(request, edition, model_admin):
        return
    if model_admin.is_left_to_approvers(request, edition):
        raise PermissionDenied(
            _("Readers already see %(edition)s. Ask an approver for corrections.")
            % {"edition": edition}
        )
    raise PermissionDenied


def draw(edition, typed):
    """The form as it is stored, or as it was typed, then with more rows."""
    if not typed:
        return GridForm(edition, load_sheet(edition))
    form = GridForm(edition, load_sheet(edition), unchecked=typed)
    form.add_rows()
    return form


def save(edition, data):
    """The form bound to `data`, and whether its changes are now stored."""
    try:
        with transaction.atomic():
            # Two editors who save at once follow each other; the second sees what the first did.
            locked = Edition.objects.select_for_update().get(pk=edition.pk)
            form = GridForm(locked, load_sheet(locked), data)
            is_valid = form.is_valid()
            if is_valid:
                form.save()
            return form, is_valid
    except IntegrityError:
        return refused(edition, data), False


def refused(edition, data):
    """The form after the database refused its figures for some that were stored beside the grid."""
    form = GridForm(edition, load_sheet(edition), data)
    form.is_valid()
    form.add_error(
        None, _("Nothing was saved: figures of this edition were being saved elsewhere. Try again.")
    )
    return form


def report(request, edition, form, model_admin):
    if not form.changes:
        messages.info(request, _("Nothing was changed: all figures are as they were stored."))
        return
    count = len(form.changes)
    sentence = ngettext("Saved %(count)d figure.", "Saved %(count)d figures.", count) % {
        "count": count
    }
    model_admin.log_change(request, edition, sentence)
    messages.success(request, sentence)


def page(edition, form):
    columns = form.sheet.columns
    return {
        "title": _("Table of %(edition)s") % {"edition": edition},
        "form": form,
        "columns": columns,
        "groups": [(name, len(list(group))) for name, group in groupby(columns, lambda c: c.group)],
        "cities": sorted(form.sheet.cities.values()),
        "entered": form.sheet.count_of_cities(),
        "included": edition.cities_included,
        "drafts": edition.drafts.open(),
    }
