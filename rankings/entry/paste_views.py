"""The pages in the admin on which figures are pasted, looked over and saved."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..models import Draft, Edition
from . import drafts
from .admin_page import admin_page
from .drafts import Refusal
from .paste_forms import DecisionsForm, PasteForm
from .paste_page import Page, counted
from .views import require_permission

REFUSALS = {
    Refusal.UNDECIDED: gettext_lazy(
        "Nothing was saved: say what each column holds and which city each name means."
    ),
    Refusal.PROBLEMS: gettext_lazy("Nothing was saved: correct what is listed below first."),
    Refusal.STALE: gettext_lazy(
        "Nothing was saved: another editor has meanwhile saved figures of this edition. "
        "The comparison below is with what is stored now. Look it over, then save again."
    ),
    Refusal.NOT_SEEN: gettext_lazy(
        "Nothing was saved yet: your choices were applied and change what will be saved. "
        "Look it over, then save."
    ),
    Refusal.WARNINGS: gettext_lazy(
        "Nothing was saved yet: check the points below, tick them and write why they are right."
    ),
    Refusal.DELETIONS: gettext_lazy(
        "Nothing was saved yet: tick that the figures listed below are to be deleted."
    ),
    Refusal.REASONS: gettext_lazy(
        "Nothing was saved yet: write why the public figures change, in every language."
    ),
}


def paste(request, edition_id, model_admin):
    """Take a table to be looked over."""
    edition = permitted_edition(request, edition_id, model_admin)
    form = PasteForm(edition, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        draft = drafts.start(
            edition,
            request.user,
            form.table,
            file_name=form.file_name,
            source=form.cleaned_data["source"],
        )
        return redirect("admin:rankings_draft_review", edition.pk, draft.pk)
    context = {"form": form, "drafts": edition.drafts.open(), "title": _("Enter by pasting")}
    return admin_page(request, "paste", edition, model_admin, context)


def correct(request, edition_id, draft_id, model_admin):
    """Let the table of a draft be corrected as a text, or be read from another file."""
    edition = permitted_edition(request, edition_id, model_admin)
    draft = get_object_or_404(edition.drafts.open(), pk=draft_id)
    initial = {"text": drafts.text_of(draft), "source": draft.source_id}
    posted = request.POST or None, request.FILES or None
    form = PasteForm(edition, *posted, initial=initial, chosen=draft.source_id)
    if request.method == "POST" and form.is_valid():
        replaced = form.table, form.file_name, form.cleaned_data["source"]
        if not drafts.read_again(draft, *replaced):
            messages.info(
                request,
                _("The columns have changed, so the guess at what each contains was made again."),
            )
        return redirect("admin:rankings_draft_review", edition.pk, draft.pk)
    context = {"form": form, "draft": draft, "title": _("Correct the table")}
    return admin_page(request, "paste", edition, model_admin, context)


def review(request, edition_id, draft_id, model_admin):
    """Show what a draft would enter; take the decisions on it, and save it."""
    edition = permitted_edition(request, edition_id, model_admin)
    draft = get_object_or_404(edition.drafts, pk=draft_id)
    if draft.saved_at:
        return said_saved(request, edition)
    if request.method == "POST":
        return decide(request, edition, draft, model_admin)
    found = drafts.look_over(draft)
    return draw_review(request, found, DecisionsForm(found, request.user), model_admin)


def draw_review(request, found, form, model_admin):
    edition = found.draft.edition
    page = Page(found, only_doubtful="doubtful" in request.GET)
    context = {"page": page, "form": form, "review": found, "draft": found.draft}
    context["title"] = _("Review: %(edition)s") % {"edition": edition}
    return admin_page(request, "review", edition, model_admin, context)


def decide(request, edition, draft, model_admin):
    try:
        with transaction.atomic():
            # Two editors who save at once follow each other; the second sees what the first did.
            Edition.objects.select_for_update().get(pk=edition.pk)
            draft = Draft.objects.select_for_update().get(pk=draft.pk)
            if draft.saved_at:
                return said_saved(request, edition)
            draft.edition = edition
            return carry_out(request, draft, model_admin)
    except IntegrityError:
        return refused(request, edition.drafts.get(pk=draft.pk), model_admin)


def carry_out(request, draft, model_admin):
    """Take the decisions on `draft`, which is locked. Raises `IntegrityError` as `refused` says."""
    found = drafts.look_over(draft)
    form = DecisionsForm(found, request.user, request.POST)
    if not form.is_valid():
        return draw_review(request, found, form, model_admin)
    apply(request, form, model_admin)
    if "save" in request.POST and save(request, draft, model_admin):
        return redirect("admin:rankings_edition_grid", draft.edition_id)
    return redirect("admin:rankings_draft_review", draft.edition_id, draft.pk)


def refused(request, draft, model_admin):
    """The review after the database refused a new city for one that was registered meanwhile."""
    found = drafts.look_over(draft)
    form = DecisionsForm(found, request.user, request.POST)
    form.is_valid()
    form.add_error(
        None,
        _(
            "Nothing was changed: somebody else was registering one of these cities. "
            "Check the names below, then try again."
        ),
    )
    return draw_review(request, found, form, model_admin)


def apply(request, form, model_admin):
    draft = form.review.draft
    if request.POST.get("seen_figures") == form.review.stored_digest:
        draft.compared_with = form.review.stored_line
    for note in form.apply():
        model_admin.log_change(request, draft.edition, note)
        messages.info(request, note)


def save(request, draft, model_admin):
    """Whether the draft is now saved; otherwise messages say why not."""
    found = drafts.look_over(draft)
    posted = request.POST.get("seen_figures"), request.POST.get("seen_changes")
    if refusals := drafts.refusals(found, *posted):
        for refusal in refusals:
            messages.error(request, REFUSALS[refusal])
        return False
    try:
        drafts.save(found, request.user)
    except IntegrityError:
        messages.error(
            request,
            _("Nothing was saved: figures of this edition were being saved elsewhere. Try again."),
        )
        return False
    report(request, found, model_admin)
    return True


def report(request, found, model_admin):
    edition, count = found.draft.edition, len(found.changes)
    if not count:
        messages.info(request, _("Nothing was changed: all figures are as they were stored."))
        return
    sentence = ngettext("Saved %(count)d figure.", "Saved %(count)d figures.", count)
    sentence = f"{sentence % {'count': count}} {counted(found.counts)}"
    model_admin.log_change(request, edition, sentence)
    messages.success(request, sentence)


def remove(request, edition_id, draft_id, model_admin):
    """Ask whether a draft is to be deleted, and delete it."""
    edition = permitted_edition(request, edition_id, model_admin)
    draft = get_object_or_404(edition.drafts.open(), pk=draft_id)
    if request.method == "POST":
        draft.delete()
        messages.success(request, _("The draft was deleted."))
        return redirect("admin:rankings_edition_paste", edition.pk)
    context = {"draft": draft, "title": _("Delete the draft?")}
    return admin_page(request, "draft_delete", edition, model_admin, context)


def permitted_edition(request, edition_id, model_admin):
    editions = Edition.objects.select_related("ranking", "previous")
    edition = get_object_or_404(editions, pk=edition_id)
    require_permission(request, edition, model_admin)
    return edition


def said_saved(request, edition):
    messages.info(request, _("This draft has already been saved. Its figures are in the table."))
    return redirect("admin:rankings_edition_grid", edition.pk)
