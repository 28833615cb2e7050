from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _

from ..models import Edition, Ranking
from .facts import FactsForm

# Addresses, embeds and downloads are made of these: changed, they would lead nowhere.
FIXED_ONCE_STORED = ("slug", "code")


class EveryLanguageForm(forms.ModelForm):
    """Asks for a text in every language when it cannot be empty.

    The pages of one language would otherwise show the words of another.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & set(FIXED_ONCE_STORED):
            self.fields[name].disabled = self.instance.pk is not None
        for name, field in self.fields.items():
            original = getattr(self._meta.model._meta.get_field(name), "translated_field", None)
            if original is not None and not original.blank:
                field.required = True


class LabelledFormSet(BaseInlineFormSet):
    """Names each input of a tabular inline, whose only labels are the headings of its columns."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", field.label)


class DistinctFormSet(LabelledFormSet):
    """Rows that must differ from each other in `distinct_by`.

    Django compares new rows with those in the database, and among themselves only for
    constraints that are plain lists of fields; all others would fail in the database.
    """

    distinct_by = None

    def clean(self):
        super().clean()
        taken = set()
        for form in self.forms:
            if not hasattr(form, "cleaned_data") or form in self.deleted_forms:
                continue
            value = self.value_of(form)
            if value and value in taken:
                form.add_error(self.distinct_by, self.sentence(form))
            taken.add(value)

    def value_of(self, form):
        return form.cleaned_data.get(self.distinct_by)

    def sentence(self, form):
        return _("Another row has this already. Keep one of them.")


class RegionFormSet(DistinctFormSet):
    distinct_by = "slug"


class MeasureFormSet(DistinctFormSet):
    distinct_by = "code"

    def clean(self):
        super().clean()
        self.require_one_overall()

    def require_one_overall(self):
        kinds = [
            form
            for form in self.forms
            if form.cleaned_data.get("kind") == "overall" and form not in self.deleted_forms
        ]
        for form in kinds[1:]:
            form.add_error("kind", _("This ranking already has an overall measure."))


class MeasureLabelFormSet(DistinctFormSet):
    distinct_by = "measure"


class CityRegionFormSet(DistinctFormSet):
    """A ranking counts a city in one region at most."""

    distinct_by = "region"

    def value_of(self, form):
        region = form.cleaned_data.get("region")
        return region and region.ranking_id

    def sentence(self, form):
        return _("%(ranking)s already counts the city in another region. Keep one of them.") % {
            "ranking": form.cleaned_data["region"].ranking
        }


class EditionForm(FactsForm):
    """Proposes the previous edition of a new one; `proposed` tells that it did."""

    proposed = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "previous" in self.fields and self.instance.pk:
            others = Edition.objects.filter(ranking=self.instance.ranking_id)
            others = others.exclude(pk=self.instance.pk).select_related("ranking")
            self.fields["previous"].queryset = others

    def clean_sources(self):
        sources = self.cleaned_data["sources"]
        if self.is_to_be_public() and not sources:
            raise forms.ValidationError(
                _("A public edition needs a source. Choose one, or leave the edition not public.")
            )
        return sources

    def is_to_be_public(self):
        if "is_public" in self.fields:
            return self["is_public"].data
        return self.instance.is_public

    def clean(self):
        cleaned = super().clean()
        number = cleaned.get("number")
        if number is None or "previous" in self.errors:
            return cleaned
        previous = cleaned.get("previous")
        if previous and previous.number >= number:
            self.add_error("previous", _("The previous edition must have a lower number."))
        elif not previous and not self.instance.pk:
            cleaned["previous"] = latest_before(cleaned.get("ranking"), number)
            self.proposed = cleaned["previous"] is not None
        return cleaned


def latest_before(ranking, number):
    earlier = Edition.objects.filter(ranking=ranking, number__lt=number)
    return earlier.select_related("ranking").order_by("-number").first()


class CorrectionForm(EveryLanguageForm):
    def clean(self):
        cleaned = super().clean()
        edition, measure = cleaned.get("edition"), cleaned.get("measure")
        if edition and measure and measure.ranking_id != edition.ranking_id:
            self.add_error("measure", _("This measure belongs to another ranking."))
        return cleaned


def latest_of(ranking):
    """The latest edition of the ranking whose id an address names, or None."""
    known = Ranking.objects.filter(pk=ranking).first() if ranking.isdecimal() else None
    return known and known.editions.order_by("-number").first()
