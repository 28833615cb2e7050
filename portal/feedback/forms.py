from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .models import FeedbackAnswer
from .remarks import personal_data, tidy

LONGEST = 1000


class RemarkField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value):
        # A browser counts a line break as one sign and sends two.
        return super().to_python(tidy(value) if value else value)

    def validate(self, value):
        super().validate(value)
        found = [ValidationError(text, params={"text": it}) for text, it in personal_data(value)]
        if found:
            raise ValidationError(found)


class RemarkForm(forms.Form):
    problem = forms.ChoiceField(
        label=_("Kind of problem (optional)"),
        choices=[("", _("None of these")), *FeedbackAnswer.Problem.choices],
        required=False,
    )
    comment = RemarkField(label=_("Remark (optional)"), max_length=LONGEST, required=False)

    def clean(self):
        given = super().clean()
        if not self.errors and not any(given.values()):
            raise ValidationError(_("Write a remark or choose the kind of problem."))
        return given

    def save(self, answer):
        """What an administrator has deleted does not come back."""
        mine = FeedbackAnswer.objects.filter(pk=answer.pk, removed_at=None)
        mine.update(**self.cleaned_data)
