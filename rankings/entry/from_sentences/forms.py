"""What editors send: a text with what it is about, then what they take of the figures in it."""

from hashlib import sha256

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rankings.sentences import Context, Scope, read

from ...models import City, Edition, Source
from ..paste_forms import TicksField
from . import chosen
from .chosen import Choices, Known, Standing

LONGEST_TEXT = 50_000


class TextForm(forms.Form):
    """A text and what it is about; once valid, `read` gives what could be read out of it."""

    text = forms.CharField(
        strip=False,
        label=gettext_lazy("Text to read"),
        error_messages={"required": gettext_lazy("There is nothing to read yet: paste a text.")},
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
    )
    city = forms.ModelChoiceField(
        City.objects.all(),
        required=False,
        label=gettext_lazy("City that the text is about"),
        empty_label=gettext_lazy("none in particular"),
        help_text=gettext_lazy("Its figures are those of which the text names no city."),
    )
    edition = forms.ModelChoiceField(
        None,
        required=False,
        label=gettext_lazy("Edition that the text is about"),
        empty_label=gettext_lazy("none in particular"),
        help_text=gettext_lazy("Its figures are those of which the text names no edition."),
    )
    source = forms.ModelChoiceField(
        Source.objects.all(),
        required=False,
        label=gettext_lazy("Source of the figures entered now"),
        empty_label=gettext_lazy("As the edition in general"),
        help_text=gettext_lazy("Noted with every figure that you enter or change."),
    )

    def __init__(self, names, about, data=None):
        """`about` is the edition from whose page the editor comes, or None."""
        editions = Edition.objects.filter(pk__in=[one.pk for one in names.editions.values()])
        latest = names.editions.get(max(names.editions, default=None))
        home = City.objects.filter(slug=settings.HOME_CITY).first()
        super().__init__(data, initial={"city": home, "edition": about or latest})
        self.names = names
        self.fields["edition"].queryset = editions.select_related("ranking")

    def clean_text(self):
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(
                _(
                    "This text has %(count)d characters, more than the %(limit)d that can be read "
                    "at once. Paste it in parts."
                )
                % {"count": len(text), "limit": LONGEST_TEXT}
            )
        return text

    def read(self, enterable):
        city, edition = self.cleaned_data["city"], self.cleaned_data["edition"]
        about = Context(city and city.pk, edition and edition.number)
        return Reading(self.cleaned_data["text"], about, self.names, enterable)


class Reading:
    """`text` and the `rows` of what was read out of it; `enterable` are numbers of editions."""

    def __init__(self, text, about, names, enterable):
        self.text, self.names, self.enterable = text, names, enterable
        found = read(text, names.vocabulary, about)
        self.further = len(found[chosen.MOST_ROWS :])
        known = Known(frozenset(names.editions), frozenset(enterable), names.overall)
        self.rows = chosen.rows_of(found[: chosen.MOST_ROWS], known)

    @property
    def digest(self):
        """Stands in the page for the text and what it showed of it."""
        read_again = repr((self.text, [row.suggestion for row in self.rows]))
        return sha256(read_again.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def quote(self, number):
        """The words that a row was read from."""
        found = self.rows[number - 1].suggestion
        return self.text[found.start : found.end]

    @property
    def unnamed(self):
        return [row for row in self.rows if row.standing is Standing.UNNAMED]


class ChoicesForm(forms.Form):
    """Which figures to take, and what they are of where the text does not say.

    Once cleaned, `figures` are to go into drafts; until then `conflicts` may stand against it.
    """

    take = TicksField(required=False)

    def __init__(self, reading, data=None):
        at_first = [str(row.number) for row in reading.rows if row.is_taken_at_first]
        super().__init__(data, initial={"take": at_first}, use_required_attribute=False)
        self.reading, self.conflicts = reading, []
        self.shared = {"city": {}, "measure": {}}
        for row in reading.rows:
            if row.can_be_taken:
                self.ask("city", row, reading.names.cities)
                self.ask("measure", row, reading.names.measures)
        if reading.unnamed:
            self.ask_for_edition()
        if data is None:
            self.conflicts = chosen.conflicts_at_first(reading.rows)

    def ask(self, part, row, choosable):
        """Let a city or measure be chosen, once for all rows that call it by the same name."""
        if getattr(row.suggestion, part) is not None:
            return
        label = getattr(row, part)
        first = self.shared[part].setdefault(label or row.number, row.number)
        if first != row.number:
            return
        near = choosable.near(label or "", self.reading.quote(row.number))
        self.fields[f"{part}-{row.number}"] = forms.TypedChoiceField(
            choices=choices_of(choosable, near, label),
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.Select(attrs={"aria-label": named(part, row.number)}),
        )

    def ask_for_edition(self):
        editions = self.reading.names.editions
        choices = [(number, str(editions[number])) for number in sorted(self.reading.enterable)]
        self.fields["unnamed"] = forms.TypedChoiceField(
            choices=[("", _("leave out")), *reversed(choices)],
            coerce=int,
            empty_value=None,
            required=False,
            label=_("Edition of all these figures"),
        )

    def field_of(self, part, row):
        """The field that says of which city or measure a row is, and the row that has it."""
        key = getattr(row, part) or row.number
        first = self.shared[part].get(key) if row.can_be_taken else None
        return (self[f"{part}-{first}"], first) if first else (None, None)

    def chosen_ids(self, part):
        """The ids chosen in the fields of a part, by the numbers of all rows they are for."""
        ids = {}
        for row in self.reading.rows:
            _field, first = self.field_of(part, row)
            chosen_id = first and self.cleaned_data.get(f"{part}-{first}")
            if chosen_id:
                ids[row.number] = chosen_id
        return ids

    def choices(self):
        ticked = set(self.cleaned_data.get("take", ()))
        return Choices(
            frozenset(row.number for row in self.reading.rows if str(row.number) in ticked),
            self.chosen_ids("city"),
            self.chosen_ids("measure"),
            self.cleaned_data.get("unnamed"),
        )

    def clean(self):
        cleaned = super().clean()
        pairs = list(chosen.taken(self.reading.rows, self.choices()))
        for row, figure in pairs:
            self.require(row, figure)
        if not self.errors:
            self.put_together([figure for _row, figure in pairs])
        return cleaned

    def require(self, row, figure):
        """What a row that is ticked still lacks; every sentence names the row."""
        number = {"number": row.number}
        if figure.edition is None and "unnamed" not in self.errors:
            self.add_error("unnamed", _("Choose the edition of these figures, or untick them."))
        for part, sentence in (
            ("city", _("Choose the city of figure %(number)d, or untick it.")),
            ("measure", _("Choose the measure of figure %(number)d, or untick it.")),
        ):
            if getattr(figure, part) is None:
                _field, first = self.field_of(part, row)
                self.add_error(f"{part}-{first}", sentence % number)
        if figure.scope is Scope.REGION and figure.measure != self.reading.names.overall:
            sentence = _("Figure %(number)d: only overall ranks are kept for a region.")
            self.add_error("take", sentence % number)

    def put_together(self, figures):
        self.figures, self.conflicts = chosen.put_together(figures)
        if self.conflicts:
            self.add_error("take", _("Untick all but one of those that contradict each other."))
        elif not self.figures:
            self.add_error("take", _("Tick the ranks that are to be looked over."))


def named(part, number):
    sentences = {
        "city": _("City of figure %(number)d"),
        "measure": _("Measure of figure %(number)d"),
    }
    return sentences[part] % {"number": number}


def choices_of(choosable, near, label):
    """First none, which leaves a name to the review; then what is near, then everything."""
    undecided = _("decide in the review") if label else "---------"
    yield "", undecided
    labels = choosable.labels
    if near:
        yield pgettext("choices like a name", "Near"), [(key, labels[key]) for key in near]
    yield _("All"), list(labels.items())
