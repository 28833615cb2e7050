from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from .models import FeedbackAnswer
from .remarks import personal_data, spelled_out, tidy

LONGEST = 1000
# One sign may stand for eighteen. Ordinary text, with its dots and units, grows by far less.
LONGEST_SPELLED_OUT = 2 * LONGEST


class RemarkField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value):
        # A browser counts a line break as one sign and sends two.
        return super().to_python(tidy(value) if value else value)

    def run_validators(self, value):
        """The length first, before anything is looked for in the text."""
        super().run_validators(value)
        plain = spelled_out(value)
        MaxLengthValidator(LONGEST_SPELLED_OUT)(plain)
        found = [ValidationError(text, params={"text": it}) for text, it in personal_data(plain)]
        if found:
            raise ValidationError(found)


class RemarkForm(forms.Form):
    problem = forms.ChoiceField(
        label=_("Kind of problem (optional)"),
        choices=[("", _("None of these")), *FeedbackAnswer.Problem.choices],
        required=False,
    )
    comment = RemarkField(label=_("Comment (optional)"), max_length=LONGEST, required=False)

    def __init__(self, data=None, *, is_useful):
        super().__init__(data)
        self.is_useful = is_useful
        if is_useful:
            del self.fields["problem"]

    def clean(self):
        given = super().clean()
        if not self.errors and not any(given.values()):
            raise ValidationError(self.nothing_given())
        return given

    def nothing_given(self):
        if self.is_useful:
            return _("Write a comment.")
        return _("Write a comment or choose the kind of problem.")

    def save(self, answer):
        """What an administrator has deleted does not come back."""
        mine = FeedbackAnswer.objects.filter(pk=answer.pk, removed_at=None)
        given = {"problem": "", **self.cleaned_data}
        mine.update(**given, is_useful_in_remark=self.is_useful)
