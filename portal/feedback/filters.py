"""The choices that narrow what editors see of the answers."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext_lazy as _

from news.models import Department

from .models import FeedbackAnswer, FeedbackPage

PERIODS = (7, 30, 365)
ALL = ("", _("All"))


def period_choices():
    return [
        (days, ngettext("Last %(days)d day", "Last %(days)d days", days) % {"days": days})
        for days in PERIODS
    ]


def language_choices():
    return [ALL, *((code, language_name(code)) for code, _name in settings.LANGUAGES)]


def language_name(code):
    """In the active language."""
    return get_language_info(code)["name_translated"]


class ReportFilter(forms.Form):
    """What the report is about; a choice that does not exist chooses nothing."""

    ORDERS = {
        "most": (_("Most answers"), ["-asked", "page"]),
        "least": (_("Least satisfied"), ["is_few", "share", "-asked", "page"]),
    }

    period = forms.TypedChoiceField(
        label=_("Period"), coerce=int, choices=period_choices, required=False, empty_value=30
    )
    language = forms.ChoiceField(label=_("Language"), choices=language_choices, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of page"), choices=[ALL, *FeedbackPage.Kind.choices], required=False
    )
    department = forms.ModelChoiceField(
        label=_("Department"),
        queryset=Department.objects.all(),
        empty_label=ALL[1],
        required=False,
    )
    order = forms.ChoiceField(
        label=_("Order"),
        choices=[(name, label) for name, (label, _fields) in ORDERS.items()],
        required=False,
    )
    page = forms.ModelChoiceField(
        queryset=FeedbackPage.objects.all(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, query):
        super().__init__({"period": 30, **query.dict()})
        self.is_valid()
        self.chosen = {name: self.cleaned_data.get(name) for name in self.fields}
        self.chosen["period"] = self.chosen["period"] or 30

    def answers(self, days=None):
        """The answers that are chosen, of the last `days` or of the chosen period."""
        since = timezone.now() - timedelta(days=days or self.chosen["period"])
        found = FeedbackAnswer.objects.kept().filter(answered_at__gt=since)
        lookups = {
            "language": "language",
            "kind": "page__kind",
            "department": "page__article__department",
            "page": "page",
        }
        wanted = {lookups[name]: self.chosen[name] for name in lookups if self.chosen[name]}
        return found.filter(**wanted)

    def fields_of_order(self):
        _label, fields = self.ORDERS[self.chosen["order"] or "most"]
        return fields

    def query(self, **changes):
        """The address of this choice, with `changes`; without those that choose nothing."""
        chosen = {name: getattr(value, "pk", value) for name, value in self.chosen.items()}
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in (chosen | changes).items() if value})
        return query.urlencode()


class RemarkFilter(ReportFilter):
    """Remarks stand in one order, the newest first."""

    order = None
