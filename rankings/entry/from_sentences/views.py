"""The pages in the admin on which ranks are read out of sentences, and the drafts of a ranking."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...approval import may_publish
from ...models import Draft, Edition, Ranking
from ..admin_page import admin_page
from ..views import may_enter_figures
from . import drafts
from .forms import ChoicesForm, TextForm
from .names import load_names
from .page import Page


def sentences(request, ranking_id, model_admin):
    """Read a text, let figures be chosen, and make drafts of them.

    `model_admin` is that of editions.
    """
    ranking = permitted_ranking(request, ranking_id, model_admin)
    names = load_names(ranking)
    about = edition_of_address(request, names.editions.values(), model_admin)
    form = TextForm(names, about, request.POST or None)
    context = {"form": form, "about": about, "title": _("Read ranks from sentences")}
    if request.method == "POST" and form.is_valid():
        reading = form.read(enterable(request, names.editions))
        choices = choices_on(request, reading)
        if choices.is_bound and choices.is_valid():
            return lead_on(request, ranking, make_drafts(request, form, choices, model_admin))
        may_add = model_admin.has_add_permission(request)
        context |= {"page": Page(ranking, choices, may_add=may_add), "choices": choices}
    return admin_page(request, "sentences", ranking, model_admin, context)


def choices_on(request, reading):
    """The form on the figures of `reading`: with what was chosen, if it was of this reading."""
    if "review" not in request.POST:
        return ChoicesForm(reading)
    if request.POST.get("seen") == reading.digest:
        return ChoicesForm(reading, request.POST)
    messages.info(
        request,
        _("The text was read again, as something changed meanwhile. Look over what is ticked."),
    )
    return ChoicesForm(reading)


def make_drafts(request, form, choices, model_admin):
    """A draft for each edition of which figures were taken."""
    source = form.cleaned_data["source"]
    made = []
    with transaction.atomic():
        for number, figures in by_edition(choices.figures):
            edition = form.names.editions[number]
            if not may_enter_figures(request, edition, model_admin):
                raise PermissionDenied
            made.append(drafts.make(edition, request.user, figures, choices.reading, source))
    return made


def by_edition(figures):
    """Pairs of a number of an edition and its figures, in the order of the text."""

    def number_of(figure):
        return figure.edition

    for number, group in groupby(sorted(figures, key=number_of), key=number_of):
        yield number, list(group)


def lead_on(request, ranking, made):
    """To the review of the only draft, or to the list of all."""
    if len(made) == 1:
        return redirect("admin:rankings_draft_review", made[0].edition_id, made[0].pk)
    sentence = ngettext(
        "A draft for %(count)d edition was made. Look it over and save it.",
        "Drafts for %(count)d editions were made. Look over and save each of them.",
        len(made),
    )
    messages.success(request, sentence % {"count": len(made)})
    return redirect("admin:rankings_ranking_drafts", ranking.pk)


def ranking_drafts(request, ranking_id, model_admin):
    """List the open drafts of all editions of a ranking that the person may save."""
    ranking = permitted_ranking(request, ranking_id, model_admin)
    editions = {edition.pk: edition for edition in ranking.editions.select_related("ranking")}
    found = Draft.objects.open().filter(edition__in=permitted(request, editions.values()))
    for draft in found:
        draft.edition = editions[draft.edition_id]
    context = {"drafts": found, "title": _("Open drafts")}
    return admin_page(request, "drafts", ranking, model_admin, context)


def permitted_ranking(request, ranking_id, model_admin):
    ranking = get_object_or_404(Ranking, pk=ranking_id)
    if not may_enter_figures(request, None, model_admin):
        raise PermissionDenied
    return ranking


def edition_of_address(request, editions, model_admin):
    """That of `editions` from whose page the editor comes, None without one."""
    key = request.GET.get("edition", "")
    if not key:
        return None
    edition = next((edition for edition in editions if str(edition.pk) == key), None)
    if edition is None:
        raise Http404
    if not may_enter_figures(request, edition, model_admin):
        raise PermissionDenied
    return edition


def enterable(request, editions):
    """The numbers of those `editions` that the person may fill."""
    return {edition.number for edition in permitted(request, editions.values())}


def permitted(request, editions):
    """As `may_enter_figures` decides of each, in one query for all."""
    if may_publish(request.user):
        return list(editions)
    public = set(Edition.objects.public().values_list("pk", flat=True))
    return [edition for edition in editions if edition.pk not in public]
