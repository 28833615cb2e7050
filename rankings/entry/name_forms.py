"""What to do with a name that no city carries: which city it is, a new one, or none."""

import unicodedata

from django import forms
from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from ..approval import is_shown, may_publish
from ..models import City, CityAlias, CityRegion
from .pasted.invisible import visible
from .pasted.proposed import SKIP

OTHER = "other"
NEW = "new"

NAMES = get_translation_fields("name")
COUNTRIES = get_translation_fields("country")


class NewCityForm(forms.ModelForm):
    """A city in every language, with the region in which this ranking counts it.

    What is left empty is taken from what is known: the short name from the names, a country
    from another city that lies in it.
    """

    region = forms.ModelChoiceField(None, required=False, label=gettext_lazy("Region"))

    class Meta:
        model = City
        fields = [*NAMES, *COUNTRIES, "slug"]

    def __init__(self, ranking, name, **kwargs):
        super().__init__(initial=names_as_written(name), use_required_attribute=False, **kwargs)
        for field in NAMES:
            self.fields[field].required = True
        for field in COUNTRIES:
            self.fields[field].required = False
            self.fields[field].widget.attrs["list"] = f"paste-{field}"
        self.fields["slug"].required = False
        self.fields["slug"].widget.attrs["placeholder"] = _("made from the name")
        self.fields["region"].queryset = ranking.regions.all()
        if not self.fields["region"].queryset:
            del self.fields["region"]

    def clean(self):
        cleaned = super().clean()
        asked = {*NAMES, *COUNTRIES}
        cleaned |= {
            field: visible(cleaned[field] or "").strip() for field in asked & cleaned.keys()
        }
        cleaned |= known_countries(cleaned)
        if all(cleaned.get(field) for field in NAMES):
            cleaned["slug"] = cleaned.get("slug") or slug_of(cleaned)
            asked.add("slug")
        for field in asked - self.errors.keys():
            if not cleaned[field]:
                self.add_error(field, self.fields[field].error_messages["required"])
        return cleaned

    def save(self):
        city = super().save()
        if region := self.cleaned_data.get("region"):
            CityRegion.objects.create(city=city, region=region)
        return city


def names_as_written(name):
    """`name` in each language whose own name is written in the same script."""
    return {
        in_language("name", code): name
        for code, language in settings.LANGUAGES
        if script_of(language) == script_of(name)
    }


def script_of(text):
    """The script of the first letter, as Unicode calls it: «LATIN», «HANGUL»."""
    letter = next(filter(str.isalpha, text), "")
    return letter and unicodedata.name(letter, "").split(" ")[0]


def slug_of(cleaned):
    return next(filter(None, (slugify(cleaned.get(field, "")) for field in NAMES)), "")


def known_countries(cleaned):
    """The country in every language, if the cities agree on it; empty if all is said already."""
    said = {field: cleaned[field] for field in COUNTRIES if cleaned.get(field)}
    if not said or len(said) == len(COUNTRIES):
        return {}
    known = City.objects.filter(**said).order_by().values(*COUNTRIES).distinct()[:2]
    return known[0] if len(known) == 1 else {}


class CityDecisionForm(forms.Form):
    """The decision on one `name`; `key` is its folded form.

    `decision` is the id of a city, `SKIP`, or None while undecided.
    """

    choice = forms.ChoiceField(required=False)
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
        self.near = [candidate.name for candidate in candidates]
        self.fields["choice"].choices = self.choices(candidates, decided)
        if self.is_ambiguous or not person.has_perm("rankings.add_cityalias"):
            del self.fields["alias"]
        self.new_city = self.form_for_new_city(review.draft.edition.ranking, data)

    def choices(self, candidates, decided):
        found = {candidate.city: candidate.name for candidate in candidates}
        if decided in self.cities:
            found = {decided: self.cities[decided]} | found
        yield "", _("Choose the city")
        yield from ((city, self.cities[city]) for city in found)
        yield OTHER, _("Another city")
        if self.person.has_perm("rankings.add_city"):
            yield NEW, _("A city that is not registered yet")
        yield SKIP, _("Leave out")

    def form_for_new_city(self, ranking, data):
        if not self.person.has_perm("rankings.add_city"):
            return None
        prefix = f"new-{self.key}"
        self.is_new = bool(data) and data.get(self.add_prefix("choice")) == NEW
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
        elif choice == OTHER:
            self.find_other(other)
        return cleaned

    def find_other(self, typed):
        found = self.names.find(typed)
        if not typed:
            self.add_error("other", _("Write the name of the city."))
        elif len(found) == 1:
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

    def register(self):
        """Make the new city that is described; its name."""
        city = self.new_city.save()
        self.decision = city.pk
        return city.name

    def keep_alias(self):
        """Make the other name that was asked for; yields a sentence on it."""
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


def carry_out(names):
    """Make the cities and other names that the forms `names` ask for; yields sentences on them."""
    if registered := [form.register() for form in names if form.is_new]:
        yield _("Registered as new cities: %(cities)s.") % {"cities": ", ".join(registered)}
    for form in names:
        yield from form.keep_alias()


def refuse_same_slugs(names):
    """Mark those of the valid forms `names` that would register a second city of one slug."""
    taken = set()
    for form in names:
        slug = form.new_city.cleaned_data["slug"] if form.is_new else None
        if slug in taken:
            sentence = _("Another city of this list has this short name. Write a different one.")
            form.new_city.add_error("slug", sentence)
            form.add_error(None, _("Complete what is known of the new city."))
        elif slug:
            taken.add(slug)
