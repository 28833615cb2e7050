"""What to do with a name that no city carries: which city it is, a new one, or none."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.utils import get_translation_fields

from ..approval import is_shown, may_publish
from ..models import City, CityAlias, CityRegion
from .pasted.proposed import SKIP

OTHER = "other"
NEW = "new"

NAME_FIELDS = [*get_translation_fields("name"), *get_translation_fields("country")]


class NewCityForm(forms.ModelForm):
    """A city in every language, with the region in which this ranking counts it."""

    region = forms.ModelChoiceField(None, required=False, label=gettext_lazy("Region"))

    class Meta:
        model = City
        fields = [*NAME_FIELDS, "slug"]

    def __init__(self, ranking, name, **kwargs):
        super().__init__(initial={"slug": slugify(name)}, use_required_attribute=False, **kwargs)
        for field in NAME_FIELDS:
            self.fields[field].required = True
        self.fields["region"].queryset = ranking.regions.all()
        if not self.fields["region"].queryset:
            del self.fields["region"]

    def save(self):
        city = super().save()
        if region := self.cleaned_data.get("region"):
            CityRegion.objects.create(city=city, region=region)
        return city


class CityDecisionForm(forms.Form):
    """The decision on one `name`; `key` is its folded form.

    `decision` is the id of a city, `SKIP`, or None while undecided.
    """

    choice = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    other = forms.CharField(
        required=False,
        max_length=100,
        label=gettext_lazy("Name of the city"),
        widget=forms.TextInput(attrs={"list": "paste-cities", "autocomplete": "off"}),
    )
    alias = forms.BooleanField(required=False)

    def __init__(self, review, key, name, person, data):
        self.key, self.name, self.person = key, name, person
        self.cities, self.names = review.sheet.cities, review.knowledge.cities
        unknown = {found.key: found for found in review.proposal.unknown_cities}.get(key)
        self.lines = unknown.lines if unknown else []
        self.is_ambiguous = bool(unknown and unknown.is_ambiguous)
        decided = review.draft.cities.get(key)
        self.is_new = False
        super().__init__(data, prefix=f"city-{key}", initial={"choice": decided})
        candidates = unknown.candidates if unknown else []
        self.fields["choice"].choices = self.choices(candidates, decided)
        if self.is_ambiguous or not person.has_perm("rankings.add_cityalias"):
            del self.fields["alias"]
        self.new_city = self.form_for_new_city(review.draft.edition.ranking, data)

    def choices(self, candidates, decided):
        found = {candidate.city: candidate.name for candidate in candidates}
        if decided in self.cities:
            found = {decided: self.cities[decided]} | found
        yield from ((city, self.cities[city]) for city in found)
        yield OTHER, _("Another city")
        if self.person.has_perm("rankings.add_city"):
            yield NEW, _("A city that is not registered yet")
        yield SKIP, _("Leave out")

    def form_for_new_city(self, ranking, data):
        if not self.person.has_perm("rankings.add_city"):
            return None
        prefix = f"new-{self.key}"
        is_described = data and any(data.get(f"{prefix}-{field}") for field in NAME_FIELDS)
        chosen = data and data.get(self.add_prefix("choice"))
        self.is_new = chosen == NEW or bool(not chosen and is_described)
        data = data if self.is_new else None
        return NewCityForm(ranking, self.name, data=data, prefix=prefix)

    def clean(self):
        cleaned = super().clean()
        choice, other = cleaned.get("choice"), cleaned.get("other", "").strip()
        self.decision = int(choice) if choice and choice.isdecimal() else None
        if choice == SKIP:
            self.decision = SKIP
        elif self.is_new:
            if not self.new_city.is_valid():
                self.add_error(None, _("Complete what is known of the new city."))
        elif choice == OTHER or (other and not choice):
            self.find_other(other)
        return cleaned

    def find_other(self, typed):
        found = self.names.find(typed)
        if len(found) == 1:
            [self.decision] = found
        elif found:
            self.add_error(
                "other",
                _(
                    "Several cities are called “%(name)s”. "
                    "Write the short name that stands in the city's address."
                )
                % {"name": typed},
            )
        else:
            self.add_error("other", _("No city is called “%(name)s”.") % {"name": typed})

    def carry_out(self):
        """Make the new city or the other name that was asked for; yields sentences on it."""
        if self.is_new:
            city = self.new_city.save()
            self.decision = city.pk
            yield _("%(city)s was registered as a city.") % {"city": city}
        if self.cleaned_data.get("alias") and isinstance(self.decision, int):
            yield self.add_alias(City.objects.get(pk=self.decision))

    def add_alias(self, city):
        words = {"name": self.name, "city": city}
        if is_shown(city) and not may_publish(self.person):
            return (
                _(
                    "“%(name)s” was taken for %(city)s here, but not kept as another name: "
                    "readers see this city, so that an approver has to add it."
                )
                % words
            )
        CityAlias.objects.get_or_create(name=self.name[:100], defaults={"city": city})
        return _("“%(name)s” is now another name of %(city)s.") % words
