"""The rows of a form's pictures and attachments, when others may have removed some meanwhile."""

import re

from django.forms import FileField
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _


def ask_for_files_again(formsets):
    """Browsers never put a file back into a form: who chose one has to hear that it is gone."""
    for form in (form for formset in formsets for form in formset.forms):
        for name, field in form.fields.items():
            chosen = form.files.get(form.add_prefix(name))
            if chosen and isinstance(field, FileField) and name not in form.errors:
                text = _("Nothing was saved yet. Choose the file “%(file)s” again.")
                form.add_error(name, text % {"file": chosen.name})


class PresentRowsFormSet(BaseInlineFormSet):
    """Leaves out rows of objects that are gone, which would make the form impossible to send."""

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(data, files, **kwargs)
        if self.is_bound and (gone := self.gone_rows()):
            kept = [row for row in range(self.total_form_count()) if row not in gone]
            initial = self.initial_form_count() - len(gone)
            self.files = self.renumbered(self.files, kept)
            self.data = self.renumbered(self.data, kept)
            self.data[f"{self.prefix}-TOTAL_FORMS"] = len(kept)
            self.data[f"{self.prefix}-INITIAL_FORMS"] = initial
            del self.management_form

    def gone_rows(self):
        present = {str(pk) for pk in self.get_queryset().values_list("pk", flat=True)}
        known = range(min(self.initial_form_count(), self.total_form_count()))
        return {row for row in known if self.data.get(f"{self.prefix}-{row}-id") not in present}

    def renumbered(self, source, kept):
        """`source` with the rows `kept` counted anew; what is not of any row stays."""
        places = {row: place for place, row in enumerate(kept)}
        result = source.copy()
        result.clear()
        for name in source:
            in_row = re.fullmatch(rf"{self.prefix}-([0-9]+)-(.+)", name)
            if in_row is None:
                result.setlist(name, source.getlist(name))
            elif (row := int(in_row[1])) in places:
                new_name = f"{self.prefix}-{places[row]}-{in_row[2]}"
                result.setlist(new_name, source.getlist(name))
        return result
