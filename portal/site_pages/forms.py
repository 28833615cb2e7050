from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname as in_language

from news import press_release
from news.editing import conflicts
from news.editing.body_checks import Finding, by_line, notation_findings
from news.editing.forms import LinesField
from news.readiness import LANGUAGE_CODES

from .models import SitePage, in_all_languages


def findings(text):
    """Everything there is to say about `text` as the body of a page, in the order of its lines."""
    document = press_release.parse(text)
    pictures = [
        Finding(image.line, _("Only articles have pictures of their own."), is_error=True)
        for image in document.images
    ]
    return by_line([*notation_findings(document), *pictures])


class SitePageForm(forms.ModelForm):
    # The version that the editor saw; not called like the model's field, which nobody types.
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    conflict = None

    class Meta:
        model = SitePage
        fields = ["slug", *in_all_languages("title", "body", "is_ready"), "position"]
        widgets = {
            "title": AdminTextInputWidget(attrs={"class": "wide-text"}),
            "body": forms.Textarea(attrs={"class": "wide-text", "rows": 24, "data-body": ""}),
        }
        field_classes = dict.fromkeys(in_all_languages("body"), LinesField)

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
        self.add_error(
            None,
            _(
                "Nothing was saved, because this page has changed since you opened it. "
                "Compare, then save again."
            ),
        )

    def check_language(self, code):
        title, ready = in_language("title", code), in_language("is_ready", code)
        if self.cleaned_data.get(ready) and not self.cleaned_data.get(title, "-"):
            self.add_error(title, _("A language that is ready for readers needs a title."))
        body = in_language("body", code)
        errors = [
            _("Line %(line)d: %(sentence)s") % {"line": found.line, "sentence": found.message}
            for found in findings(self.cleaned_data.get(body) or "")
            if found.is_error
        ]
        if errors:
            self.add_error(body, errors)
