"""What other sources claim of a figure: kept with it, and shown instead when it is chosen."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.admin import TranslationStackedInline
from modeltranslation.utils import build_localized_fieldname as in_language

from ..entry.forms import reason_field
from ..models import Claim, Edition, Source
from ..provenance.choosing import choose, doubts_about, former_sources, states_something
from ..provenance.claims import stated
from .forms import DistinctFormSet


def require_every_language(form, field, texts):
    """A text that readers of one language see is there for those of all, or for none."""
    if not any(texts.values()):
        return
    for code, name in settings.LANGUAGES:
        if not texts[code]:
            sentence = _("Write this in %(language)s too: readers of that language see it.")
            form.add_error(in_language(field, code), sentence % {"language": name})


class ClaimForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        notes = {code: cleaned.get(in_language("note", code)) for code, _n in settings.LANGUAGES}
        require_every_language(self, "note", notes)
        return cleaned


class ClaimFormSet(DistinctFormSet):
    distinct_by = "source"


class ClaimInline(TranslationStackedInline):
    model = Claim
    form = ClaimForm
    formset = ClaimFormSet
    extra = 0
    fields = ["source", ("rank", "is_joint", "band_end", "rating"), "basis", "note", "choice"]
    readonly_fields = ["choice"]
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})}}

    @admin.display(description=gettext_lazy("choice"))
    def choice(self, claim):
        if claim.pk is None:
            return _("Save this first; then it can be shown instead.")
        address = reverse("admin:rankings_claim_choose", args=[claim.result_id, claim.pk])
        return format_html('<a class="button" href="{}">{}</a>', address, _("Show this instead"))


class ChoiceForm(forms.Form):
    """Asks why `claim` is to be shown, and for the source of the former figure if in doubt.

    `seen` is what the person saw to be shown until now.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    former_source = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Source of the figure shown until now"),
        error_messages={
            "invalid_choice": gettext_lazy(
                "The figure shown until now and the one that replaces it cannot have the same "
                "source. Choose the source that the former was taken from."
            )
        },
    )
    confirmed = forms.BooleanField(
        label=gettext_lazy("I have checked this"),
        error_messages={
            "required": gettext_lazy(
                "Nothing was saved yet: check the points below and tick “I have checked this”."
            )
        },
    )

    def __init__(self, claim, data=None):
        self.claim, self.result = claim, claim.result
        self.shown, self.claimed, self.claimed_by = stated(self.result), stated(claim), claim.source
        super().__init__(data, initial={"seen": self.shown})
        self.candidates = former_sources(claim) if states_something(self.result) else [None]
        self.offer(self.candidates)
        self.doubts = doubts_about(claim)
        if not self.doubts:
            del self.fields["confirmed"]
        for code, name in settings.LANGUAGES:
            self.fields[f"reason_{code}"] = reason_field(name)

    def offer(self, sources):
        """Let the person choose among `sources`, or among all others when there are none."""
        if len(sources) == 1:
            del self.fields["former_source"]
            return
        known = Source.objects.filter(pk__in=[source.pk for source in sources])
        others = Source.objects.exclude(pk=self.claimed_by.pk)
        self.fields["former_source"].queryset = known if sources else others

    @property
    def is_correction(self):
        return self.result.edition.has_been_seen

    @property
    def reasons(self):
        return {code: self.cleaned_data.get(f"reason_{code}") for code, _n in settings.LANGUAGES}

    def clean(self):
        if self.cleaned_data.get("seen") != self.shown:
            raise ValidationError(
                _("Nothing was changed: the figure shown is now %(figure)s. Check it again.")
                % {"figure": self.shown}
            )
        if self.is_correction and not any(self.reasons.values()):
            self.add_error(None, _("Nothing was saved yet: write why the public figures change."))
        require_every_language(self, "reason", self.reasons)

    def save(self):
        """Whether the claim is shown now; if not, the errors tell what stands against it."""
        source = self.cleaned_data.get("former_source") or self.candidates[0]
        try:
            choose(self.claim, source, self.reasons)
        except ValidationError as error:
            self.add_error(None, error.messages)
        return not self.errors


def choose_claim(request, result_id, claim_id, model_admin):
    """The page that shows both figures and exchanges them. `model_admin` is that of results."""
    with transaction.atomic():
        claim = locked_claim(result_id, claim_id)
        if not may_choose(request, claim, model_admin):
            raise PermissionDenied
        form = ChoiceForm(claim, request.POST if request.method == "POST" else None)
        is_chosen = form.is_valid() and form.save()
    back = reverse("admin:rankings_result_change", args=[result_id])
    if is_chosen:
        sentence = _("%(figure)s is shown now.") % {"figure": form.claimed}
        model_admin.log_change(request, form.result, sentence)
        messages.success(request, sentence)
        return redirect(back)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Show what another source states"),
        "opts": model_admin.opts,
        "form": form,
        "back": back,
    }
    return render(request, "admin/rankings/result/choose_claim.html", context)


def locked_claim(result_id, claim_id):
    """The claim, after every other change to figures of its edition is finished."""
    claims = Claim.objects.select_related(
        *("source", "result__source", "result__city", "result__measure"),
        "result__edition__ranking",
    )
    claim = get_object_or_404(claims, pk=claim_id, result=result_id)
    Edition.objects.select_for_update().get(pk=claim.result.edition_id)
    return claims.get(pk=claim_id)


def may_choose(request, claim, model_admin):
    return model_admin.has_change_permission(request, claim.result) and request.user.has_perm(
        "rankings.change_claim"
    )
