from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.utils import get_translation_fields

from news import press_release
from news.editing.body_checks import Finding, by_line, notation_findings
from news.editing.text_forms import LinesField, TextForm

from .models import SitePage


def findings(text):
    """Everything there is to say about `text` as the body of a page, in the order of its lines."""
    document = press_release.parse(text)
    pictures = [
        Finding(image.line, _("Only articles have pictures of their own."), is_error=True)
        for image in document.images
    ]
    return by_line([*notation_findings(document), *pictures])


class SitePageForm(TextForm):
    changed_meanwhile = gettext_lazy(
        "Nothing was saved, because this page has changed since you opened it. "
        "Compare, then save again."
    )

    class Meta:
        model = SitePage
        fields = ["slug", *get_translation_fields("title", "body", "is_ready"), "position"]
        widgets = {
            "title": AdminTextInputWidget(attrs={"class": "wide-text"}),
            "body": forms.Textarea(attrs={"class": "wide-text", "rows": 24, "data-body": ""}),
        }
        field_classes = dict.fromkeys(get_translation_fields("body"), LinesField)

    def findings(self, text):
        return findings(text)
