from django import forms
from django.db import models

from ..models import Edition, Measure, Region

# Addresses that are typed without a scheme.
ASSUME_HTTPS = {models.URLField: {"assume_scheme": "https"}}


# Room for several columns of texts in one row.
SHORT_INPUTS = {models.CharField: {"widget": forms.TextInput(attrs={"size": 20})}}


class OfRankingField(forms.ModelChoiceField):
    """Regions and measures of different rankings may carry the same name."""

    def label_from_instance(self, obj):
        return f"{obj.ranking} – {obj}"


class OfRankingMixin:
    """Fetches the rankings by which the choices of a form are named, all at once."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        model = db_field.related_model
        if model in (Edition, Measure, Region):
            kwargs["queryset"] = model.objects.select_related("ranking")
        if model in (Measure, Region):
            kwargs["form_class"] = OfRankingField
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
