"""Facts about an edition that readers have seen change with a reason, like its figures."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname as in_language

from ..entry.forms import reason_field
from ..models import Correction, Edition

Part = Correction.Part
COUNTS = [Part.CITIES_RESEARCHED, Part.CITIES_INCLUDED, Part.FACTORS]
FIELDS = ["number", "published_on", "precision", "previous", *(part.value for part in COUNTS)]
DATE_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
MISSING = "-"


def facts_of(values):
    """What `values` of the FIELDS tell readers, {part: text in no language}."""
    previous = values["previous"]
    texts = {
        Part.NUMBER: values["number"],
        Part.PUBLISHED_ON: values["published_on"].strftime(DATE_FORMATS[values["precision"]]),
        Part.PREVIOUS: previous and previous.number,
        **{part: values[part.value] for part in COUNTS},
    }
    return {part: MISSING if text is None else str(text) for part, text in texts.items()}


def require_every_language(form, cleaned):
    for code, name in settings.LANGUAGES:
        if not cleaned.get(f"reason_{code}"):
            sentence = _("Write the reason in %(language)s too: readers of that language see it.")
            form.add_error(f"reason_{code}", sentence % {"language": name})


class FactsForm(forms.ModelForm):
    """`corrections` are the changes to facts that readers have seen, (part, before, after)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.corrections = []
        for code, name in settings.LANGUAGES:
            self.fields[f"reason_{code}"] = reason_field(name)

    def clean(self):
        cleaned = super().clean()
        if self.instance.has_been_seen and not self.errors:
            self.corrections = self.corrected_facts(cleaned)
        if self.corrections:
            require_every_language(self, cleaned)
        return cleaned

    def corrected_facts(self, cleaned):
        """A fact that was missing until now is no correction."""
        edition = Edition.objects.select_related("previous").get(pk=self.instance.pk)
        stored = {name: getattr(edition, name) for name in FIELDS}
        typed = {name: cleaned[name] for name in FIELDS if name in cleaned}
        before, after = facts_of(stored), facts_of(stored | typed)
        return [
            (part, before[part], after[part])
            for part in before
            if before[part] not in (MISSING, after[part])
        ]

    @property
    def reasons(self):
        return [self[f"reason_{code}"] for code, _name in settings.LANGUAGES]

    @property
    def correction_sentences(self):
        return [f"{part.label}: {before} → {after}" for part, before, after in self.corrections]

    def note_corrections(self):
        """Tell the public; the edition has just been saved."""
        reasons = {
            in_language("reason", code): self.cleaned_data[f"reason_{code}"]
            for code, _name in settings.LANGUAGES
        }
        Correction.objects.bulk_create(
            Correction(edition=self.instance, part=part, before=before, after=after, **reasons)
            for part, before, after in self.corrections
        )
