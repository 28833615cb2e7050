"""What the forms of all texts for readers have in common."""

from django import forms
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname as in_language

from ..readiness import LANGUAGE_CODES
from . import conflicts


class LinesField(forms.CharField):
    """A text whose line ends are those of the database, whatever the browser sends."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class TextForm(forms.ModelForm):
    """A form of one title and body per language, which two people may have open at once.

    Forms derived from it say `changed_meanwhile`, the sentence for the second of the two, and
    `findings(text)`, each Finding about a body in the order of its lines.
    """

    # The version that the editor saw; not called like the model's field, which nobody types.
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    conflict = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen_version"] = self.instance.version

    def clean(self):
        super().clean()
        self.check_version()
        for code in LANGUAGE_CODES:
            self.check_language(code)

    def check_version(self):
        seen = self.cleaned_data.get("seen_version")
        if not self.instance.pk or seen == self.instance.version:
            return
        self.conflict = conflicts.merge(self, seen)
        self.data["seen_version"] = self.instance.version
        self.add_error(None, self.changed_meanwhile)

    def check_language(self, code):
        title, ready = in_language("title", code), in_language("is_ready", code)
        if self.cleaned_data.get(ready) and not self.cleaned_data.get(title, "-"):
            self.add_error(title, _("A language that is ready for readers needs a title."))
        body, is_for_readers = in_language("body", code), self.is_for_readers(code)
        errors = [
            _("Line %(line)d: %(sentence)s") % {"line": found.line, "sentence": found.message}
            for found in self.findings(self.cleaned_data.get(body) or "")
            if found.must_be_corrected(is_for_readers)
        ]
        if errors:
            self.add_error(body, errors)

    def is_for_readers(self, code):
        """Whether readers will see the text in this language once the form is saved."""
        return bool(self.cleaned_data.get(in_language("is_ready", code)))
