from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from ..models import Article
from ..readiness import LANGUAGE_CODES
from . import publication
from .body_checks import findings, lines_with_image
from .inline_rows import PresentRowsFormSet
from .text_forms import LinesField, TextForm

TEXTS = get_translation_fields("title", "lead", "body", "is_ready")


def label_parts(field):
    """The admin shows a moment as two boxes, which its label alone does not tell apart."""
    date, time = field.widget.widgets
    date.attrs["aria-label"] = _("%(field)s: date") % {"field": field.label}
    time.attrs["aria-label"] = _("%(field)s: time") % {"field": field.label}


class ArticleForm(TextForm):
    changed_meanwhile = gettext_lazy(
        "Nothing was saved, because this article has changed since you opened it. "
        "Compare, then save again."
    )

    class Meta:
        model = Article
        fields = [
            "kind",
            "department",
            *TEXTS,
            "published_at",
            "expires_at",
            "is_pinned",
            "licence",
        ]
        widgets = {
            "title": AdminTextInputWidget(attrs={"class": "wide-text"}),
            "lead": forms.Textarea(attrs={"class": "wide-text", "rows": 3}),
            "body": forms.Textarea(attrs={"class": "wide-text", "rows": 24, "data-body": ""}),
        }
        field_classes = dict.fromkeys(get_translation_fields("lead", "body"), LinesField)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("published_at", "expires_at"):
            if name in self.fields:
                label_parts(self.fields[name])
        self.is_publishing = "_publish" in self.data
        self.now = timezone.now()

    def findings(self, text):
        return findings(text, self.instance)

    def is_for_readers(self, code):
        is_published = self.is_publishing or self.instance.status == Article.Status.PUBLISHED
        return is_published and super().is_for_readers(code)

    def clean(self):
        super().clean()
        self.check_times()

    def check_times(self):
        begins, ends = self.cleaned_data.get("published_at"), self.cleaned_data.get("expires_at")
        if begins and ends and ends <= begins:
            self.add_error(
                "expires_at", _("The end of publication must be later than the publication time.")
            )

    def _post_clean(self):
        """Once the article holds what was typed: may it stand published like this?"""
        super()._post_clean()
        if self.is_publishing:
            self.refuse(publication.obstacles(self.instance, self.now))
        elif self.instance.status == Article.Status.PUBLISHED:
            self.refuse(publication.obstacles_to_staying(self.instance))

    def refuse(self, obstacles):
        wrong = set(self.errors)
        for name, sentence in obstacles:
            if name not in wrong:
                self.add_error(name if name in self.fields else None, sentence)


class ImageFormSet(PresentRowsFormSet):
    def clean(self):
        super().clean()
        for form in self.initial_forms:
            if self._should_delete_form(form):
                self.check_unused(form.instance)
        for form in self.forms:
            if not self._should_delete_form(form) and form.cleaned_data.get("file"):
                self.check_alternative(form)

    def check_unused(self, image):
        for code in LANGUAGE_CODES:
            body = getattr(self.instance, in_language("body", code)) or ""
            for line in lines_with_image(body, image.pk):
                raise ValidationError(
                    gettext_lazy(
                        "The text still shows image %(number)d in line %(line)d (%(language)s). "
                        "Take it out of the text before removing the file."
                    ),
                    params={
                        "number": image.pk,
                        "line": line,
                        "language": dict(settings.LANGUAGES)[code],
                    },
                )

    def check_alternative(self, form):
        if form.cleaned_data.get("is_decorative"):
            return
        for code in self.instance.ready_languages():
            name = in_language("alt", code)
            if not form.cleaned_data.get(name):
                text = _(
                    "Describe the picture for readers (%(language)s). "
                    "If it only decorates, choose “decorative”."
                )
                form.add_error(name, text % {"language": dict(settings.LANGUAGES)[code]})
