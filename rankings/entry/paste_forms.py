"""What editors send: a table to begin with, then what they decide about it."""

from itertools import pairwise
from unicodedata import normalize

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import City
from .forms import SourceForm, reason_field
from .name_forms import COUNTRIES, NEW, CityDecisionForm, carry_out, refuse_same_slugs
from .pasted.files import MAX_BYTES, read_file
from .pasted.layout import headings, role_choices
from .pasted.proposed import SKIP
from .pasted.table import UnreadableTableError
from .pasted.text import read_text
from .sheet import Kind

# Unknown names that are asked about on one page; a table with more of them is another table.
NAMES_AT_ONCE = 100
# Lines at the top of a table of which one may be its heading.
HEADING_LINES = 8


class PasteForm(SourceForm):
    """A text or a file; once valid, `table` is what could be read of it."""

    text = forms.CharField(
        required=False,
        strip=False,
        label=gettext_lazy("Table"),
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "autocomplete": "off"}),
    )
    file = forms.FileField(
        required=False,
        label=gettext_lazy("Or a file"),
        help_text=gettext_lazy("XLSX, CSV or TSV."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )
    field_order = ["text", "file", "source"]

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        text, file = cleaned["text"].strip(), cleaned["file"]
        if bool(text) == bool(file):
            raise forms.ValidationError(
                _("Paste a table or choose a file: one of the two, not both.")
                if text
                else _("There is nothing to read yet: paste a table or choose a file.")
            )
        try:
            # One byte more than is read at most: enough to be told that it is too much.
            self.table = read_file(file.read(MAX_BYTES + 1)) if file else read_text(cleaned["text"])
        except UnreadableTableError as error:
            self.add_error("file" if file else "text", str(error))
        return cleaned

    @property
    def file_name(self):
        file = self.cleaned_data["file"]
        return file.name[:255] if file else ""


class TicksField(forms.MultipleChoiceField):
    """Boxes whose values may have lapsed since the page was drawn; who reads them knows which."""

    def valid_value(self, value):
        return True


class DecisionsForm(SourceForm):
    """All that an editor decides on the review of a draft, but none of its figures.

    `names` are the forms on unknown cities, each with one for a new city.
    """

    header = forms.ChoiceField(label=gettext_lazy("Heading of the table"), required=False)
    confirmed = TicksField(required=False)
    cleared = TicksField(required=False)
    warning_reason = forms.CharField(
        required=False,
        label=gettext_lazy("Why these are not mistakes"),
        help_text=gettext_lazy("Kept with each of them, for colleagues; readers do not see it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, review, person, data=None):
        draft = review.draft
        super().__init__(draft.edition, data, initial=initial_of(review), chosen=draft.source_id)
        self.review = review
        self.fields["header"].choices = header_choices(review)
        roles = role_choices(review.knowledge)
        for index, role in enumerate(review.layout.roles):
            named_by = {"aria-labelledby": f"column-{index + 1}-number column-{index + 1}"}
            self.fields[f"column-{index}"] = forms.ChoiceField(
                choices=roles, required=False, initial=role, widget=forms.Select(attrs=named_by)
            )
        for key, label, choices in measures_to_decide(review):
            self.fields[f"measure-{key}"] = forms.ChoiceField(
                choices=choices, required=False, label=label, initial=draft.measures.get(key, "")
            )
        for code, name in settings.LANGUAGES:
            self.fields[f"reason_{code}"] = reason_field(name)
        names = list(review.names_to_decide.items())
        self.names = [
            CityDecisionForm(review, key, name, person, data) for key, name in names[:NAMES_AT_ONCE]
        ]
        self.further_names = len(names[NAMES_AT_ONCE:])

    @property
    def columns(self):
        """(field, heading, guess, first cells) of each column of the table."""
        review = self.review
        lines = review.table.lines[review.layout.first :][:3]
        guesses = review.guess.guesses
        for index, heading in enumerate(headings(review.table, review.layout.header)):
            yield {
                "field": self[f"column-{index}"],
                "number": index + 1,
                "heading": heading,
                "why": guesses[index].why if index < len(guesses) else "",
                "cells": [line.cell(index) for line in lines],
            }

    @property
    def measures(self):
        return [self[name] for name in self.fields if name.startswith("measure-")]

    @property
    def choices_for_all(self):
        """What can be said of all names at once."""
        choices = dict(self.names[0].fields["choice"].choices)
        return [(choice, choices[choice]) for choice in (NEW, SKIP) if choice in choices]

    @property
    def known_countries(self):
        """(field of a city, the countries in it) for each language."""
        known = City.objects.order_by().values_list(*COUNTRIES).distinct()
        return [
            (field, sorted(filter(None, set(names))))
            for field, names in zip(COUNTRIES, zip(*known, strict=True), strict=False)
        ]

    @property
    def reasons(self):
        return [self[f"reason_{code}"] for code, _name in settings.LANGUAGES]

    def is_valid(self):
        # Every form is asked, so that all mistakes are shown at once.
        refuse_same_slugs([form for form in self.names if form.is_valid()])
        return super().is_valid() and all(form.is_valid() for form in self.names)

    def apply(self):
        """Write the decisions into the draft; returns sentences on what was made on the way."""
        review, draft, cleaned = self.review, self.review.draft, self.cleaned_data
        notes = list(carry_out(self.names))
        shown = {form.key: form.decision for form in self.names}
        draft.cities = {key: city for key, city in (draft.cities | shown).items() if city}
        draft.layout = self.layout()
        draft.measures = self.decided_measures()
        draft.source = cleaned["source"]
        draft.warning_reason = cleaned["warning_reason"]
        draft.reasons = {code: cleaned[f"reason_{code}"] for code, _name in settings.LANGUAGES}
        draft.confirmed = sorted(
            {review.warnings_digest, review.deletions_digest} & set(cleaned["confirmed"])
        )
        ticked = set(cleaned["cleared"])
        draft.cleared = sorted(cell for cell in review.missing if cell_value(cell) in ticked)
        draft.save()
        return notes

    def layout(self):
        """The layout as posted, empty where it is the guess: a better guess may then replace it."""
        header = [int(index) for index in self.cleaned_data["header"].split(",") if index]
        width = len(self.review.layout.roles)
        roles = [self.cleaned_data[f"column-{index}"] for index in range(width)]
        guess = self.review.guess
        if (tuple(header), tuple(roles)) == (guess.header, guess.roles):
            return {}
        return {"header": header, "roles": roles}

    def decided_measures(self):
        return {
            name.removeprefix("measure-"): self.cleaned_data[name]
            for name in self.fields
            if name.startswith("measure-") and self.cleaned_data[name]
        }


def initial_of(review):
    draft = review.draft
    reasons = {f"reason_{code}": reason for code, reason in draft.reasons.items()}
    return reasons | {
        "header": ",".join(map(str, review.layout.header)),
        "source": draft.source_id,
        "warning_reason": draft.warning_reason,
    }


def header_choices(review):
    """None, one of the first lines, or two that follow each other."""
    numbers = [line.number for line in review.table.lines[:HEADING_LINES]]
    yield "", _("The table has no heading")
    for index, number in enumerate(numbers):
        yield str(index), _("Line %(number)d") % {"number": number}
    for index, (first, second) in enumerate(pairwise(numbers)):
        words = {"first": first, "second": second}
        yield f"{index},{index + 1}", _("Lines %(first)d and %(second)d") % words


def measures_to_decide(review):
    """(key, name, choices) of each unknown text in the column of measures, decided or not."""
    near = {unknown.key: unknown for unknown in review.proposal.unknown_measures}
    ranks = {c.key: c.label for c in review.sheet.columns if c.kind is Kind.RANK}
    for key in dict.fromkeys([*near, *review.draft.measures]):
        first = near[key].candidates if key in near else []
        keys = dict.fromkeys([*first, *ranks])
        choices = [("", "---------"), *((column, ranks[column]) for column in keys)]
        name = near[key].name if key in near else normalize("NFC", key)
        yield key, name, [*choices, (SKIP, _("Leave out"))]


def cell_value(cell):
    """A cell of the sheet as the value of its box."""
    return f"{cell[0]} {cell[1]}"
