from hashlib import sha256

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..models import Source
from . import checks, storage, wording
from .rows import Row, posted_rows, read_figures, stored_rows, stored_texts, written_figures
from .sheet import changed_meanwhile, changes

# Rows without a city at the foot of the table, and how many a press of the button adds.
OPEN_ROWS = 5
MORE_ROWS = 20


class SourceForm(forms.Form):
    source = forms.ModelChoiceField(
        None,
        required=False,
        label=gettext_lazy("Source of the figures entered now"),
        empty_label=gettext_lazy("As the edition in general"),
        help_text=gettext_lazy("Noted with every figure that you enter or change."),
    )

    def __init__(self, edition, *args, chosen=None, **kwargs):
        """`chosen` is the id of a source that is offered whatever the edition has."""
        super().__init__(*args, **kwargs)
        known = Q(pk__in=edition.sources.values("pk")) | Q(pk=chosen)
        self.fields["source"].queryset = Source.objects.filter(known)


class GridForm(SourceForm):
    """The table of one edition, a row per city and a column per figure.

    Bound, it holds what was typed, however wrong. `changes` is what saving it would change;
    before that, `warnings` need to be confirmed and `corrections` to be given a reason.
    """

    def __init__(self, edition, sheet, data=None, *, unchecked=None):
        """`data` is to be saved; `unchecked` was typed as well, but is only drawn again."""
        super().__init__(edition, data, initial=unchecked and unchecked.dict())
        self.edition = edition
        self.sheet = sheet
        self.changes, self.warnings, self.corrections = [], [], []
        for code, name in settings.LANGUAGES:
            self.fields[f"reason_{code}"] = reason_field(name)
        self.read_rows(unchecked if data is None else data)

    def read_rows(self, typed):
        if typed is None:
            self.drawn = self.sheet.stored
            self.rows = stored_rows(self.sheet)
            self.add_rows(OPEN_ROWS)
        else:
            self.drawn = self.known(read_figures(typed.get("drawn", "")))
            self.rows = list(posted_rows(self.sheet, typed))

    def known(self, figures):
        """`figures` without cells that this table does not have."""
        return {
            (city, key): text
            for (city, key), text in figures.items()
            if city in self.sheet.cities and key in self.sheet.column
        }

    def add_rows(self, count=MORE_ROWS):
        first = self.rows[-1].number if self.rows else 0
        self.rows += [Row(self.sheet, first + more) for more in range(count)]

    @property
    def drawn_line(self):
        return written_figures(self.drawn)

    @property
    def reasons(self):
        return [self[f"reason_{code}"] for code, _name in settings.LANGUAGES]

    @property
    def errors_in_rows(self):
        """Pairs of the name of an input and a sentence about it, in the order of the table."""
        return [pair for row in self.rows for pair in row.all_errors()]

    @property
    def sentences_on_rows(self):
        """As `errors_in_rows`, with what other editors changed."""
        return self.errors_in_rows + [pair for row in self.rows for pair in row.notes]

    @property
    def correction_sentences(self):
        return [wording.corrected(self.sheet, change) for change in self.corrections]

    def clean(self):
        self.find_cities()
        entered = dict(pair for row in self.rows for pair in row.read())
        self.refuse_stale(entered)
        self.refuse_problems(entered)
        self.changes = changes(self.sheet.stored, entered)
        self.warnings = self.sentences_to_confirm(entered)
        self.corrections = self.changes_of_public_figures()
        self.require_confirmation()
        self.require_reasons()

    def find_cities(self):
        names = storage.load_city_names()
        taken = set()
        for row in self.rows:
            if row.is_open:
                row.find_city(names)
            if row.city in taken:
                row.errors.append(
                    _("Row %(number)d: %(city)s already has a row. Keep one of them.")
                    % {"number": row.number, "city": row.title}
                )
                row.settle(None)
            elif row.city is not None:
                taken.add(row.city)

    def refuse_stale(self, entered):
        """Show what others saved since the form was drawn beside what was entered here."""
        stale = changed_meanwhile(self.drawn, self.sheet.stored, entered)
        self.drawn = self.sheet.stored
        for change in stale:
            self.show_stale(change, is_untouched=entered.get(change.cell) == change.before)
        if stale:
            raise ValidationError(
                ngettext(
                    "Nothing was saved: another editor has meanwhile saved a figure, marked "
                    "below. What you typed stands in its cell. Check it, then save again.",
                    "Nothing was saved: another editor has meanwhile saved %(count)d figures, "
                    "marked below. What you typed stands in its cells. Check it, then save again.",
                    len(stale),
                )
                % {"count": len(stale)},
                code="stale",
            )

    def show_stale(self, change, is_untouched):
        cell = self.cell_at(change.cell)
        if is_untouched:
            cell.text, cell.is_taken_over = change.after, True
            return
        cell.note = wording.stored_elsewhere(self.sheet, change)

    def refuse_problems(self, entered):
        for finding in checks.problems(self.sheet, entered):
            self.cell_at(finding.cell).errors.append(finding.sentence)
        if count := len(self.errors_in_rows):
            raise ValidationError(
                ngettext(
                    "Nothing was saved: correct the entry named below.",
                    "Nothing was saved: correct the %(count)d entries named below.",
                    count,
                )
                % {"count": count}
            )

    def cell_at(self, place):
        """The input for a cell of the table; a city that has no row yet gets one."""
        city, key = place
        row = next((row for row in self.rows if row.city == city), None) or self.add_row(city)
        return next(cell for cell in row.cells if cell.column.key == key)

    def add_row(self, city):
        number = self.rows[-1].number if self.rows else 0
        self.rows.append(Row(self.sheet, number, city, texts=stored_texts(self.sheet, city)))
        return self.rows[-1]

    def sentences_to_confirm(self, entered):
        cleared = [change for change in self.changes if not change.after]
        return [
            *(finding.sentence for finding in checks.warnings(self.sheet, entered)),
            *(wording.deleted(self.sheet, change) for change in cleared),
        ]

    @property
    def confirmation(self):
        """What the tick says; other warnings need another tick."""
        return sha256("\n".join(self.warnings).encode()).hexdigest()[:16]

    @property
    def is_confirmed(self):
        return self.data.get("confirmed") == self.confirmation

    def require_confirmation(self):
        if self.warnings and not self.is_confirmed:
            self.add_error(
                None,
                _("Nothing was saved yet: check the points below and tick “I have checked this”."),
            )

    def changes_of_public_figures(self):
        if not self.edition.has_been_seen:
            return []
        return [change for change in self.changes if change.corrects_a_figure]

    def require_reasons(self):
        missing = [
            (code, name)
            for code, name in settings.LANGUAGES
            if not self.cleaned_data.get(f"reason_{code}")
        ]
        if not self.corrections or not missing:
            return
        self.add_error(None, _("Nothing was saved yet: write why the public figures change."))
        for code, name in missing:
            self.add_error(
                f"reason_{code}",
                _("Write the reason in %(language)s too: readers of that language see it.")
                % {"language": name},
            )

    def save(self):
        """Write the changes, all of them or none; the caller holds the lock on the edition."""
        storage.store(self.edition, self.sheet, self.changes, self.cleaned_data["source"])
        reasons = {code: self.cleaned_data[f"reason_{code}"] for code, _name in settings.LANGUAGES}
        storage.note_corrections(self.edition, self.sheet, self.corrections, reasons)


def reason_field(language):
    return forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=gettext_lazy("Reason (%(language)s)") % {"language": language},
    )
