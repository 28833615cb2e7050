"""Two editors on one article: what the other has saved since, beside what one has typed."""

from dataclasses import dataclass, field
from datetime import datetime

from django import forms
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

_UNKNOWN = object()


@dataclass(frozen=True)
class Clash:
    """A field that both have changed, with both values as they can be shown."""

    label: str
    stored: str
    typed: str
    is_text: bool


@dataclass
class Conflict:
    """``record`` is the revision stored now; ``taken`` and ``kept`` are labels of fields.

    What only the other editor changed was taken from what is stored. What only this one
    changed, and what both changed, stays in the form as typed.
    """

    record: object
    clashes: list[Clash] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def merge(form, seen_version):
    """Find where `form` differs from its stored article, and fill in what only the other changed.

    `form.instance` must be as stored and `form.cleaned_data` filled.
    """
    history = form.instance.history.select_related("history_user").order_by("-history_id")
    base = history.filter(version=seen_version).first()
    conflict = Conflict(history.first())
    form.data = form.data.copy()
    for name in model_fields(form):
        sort_field(form, name, value_in(base, form, name), conflict)
    return conflict


def sort_field(form, name, before, conflict):
    stored, typed = form.initial.get(name), typed_value(form, name)
    label = capfirst(form.fields[name].label)
    if same(stored, typed):
        return
    if same(typed, before):
        fill_in(form, name, stored)
        conflict.taken.append(label)
    elif same(stored, before):
        conflict.kept.append(label)
    else:
        conflict.clashes.append(clash(form[name], label, stored))


def model_fields(form):
    own = {model_field.name for model_field in form.instance._meta.concrete_fields}
    return [name for name in form.fields if name in own]


def typed_value(form, name):
    """What was typed, in the shape of `form.initial`; unknown when it could not be read."""
    value = form.cleaned_data.get(name, _UNKNOWN)
    return getattr(value, "pk", value)


def value_in(record, form, name):
    """The value that the editor began with; unknown when its revision was not recorded."""
    if record is None:
        return _UNKNOWN
    return getattr(record, form.instance._meta.get_field(name).attname)


def same(one, other):
    if one is _UNKNOWN or other is _UNKNOWN:
        return False
    return (one or "") == (other or "")


def fill_in(form, name, value):
    """Make the bound `form` show `value` as if it had been typed."""
    html_name, widget = form[name].html_name, form.fields[name].widget
    if isinstance(widget, forms.MultiWidget):
        parts = zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True)
        for suffix, part, part_value in parts:
            form.data[html_name + suffix] = part.format_value(part_value) or ""
    else:
        form.data[html_name] = "" if value is None else str(value)


def clash(bound, label, stored):
    is_text = isinstance(bound.field.widget, forms.Textarea)
    return Clash(label, shown(bound.field, stored), shown(bound.field, bound.value()), is_text)


def shown(form_field, value):
    if isinstance(form_field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return localize(localtime(value))
    if isinstance(value, list):
        return " ".join(filter(None, value))
    for key, label in getattr(form_field, "choices", ()):
        if str(key) == str(value):
            return str(label)
    return str(value or "")
