"""What the recorded revisions of an object hold, and how two of them differ."""

from dataclasses import dataclass

from django.contrib.admin.utils import display_for_field
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

KINDS = {
    "+": pgettext_lazy("revision", "Created"),
    "~": pgettext_lazy("revision", "Saved"),
    "-": pgettext_lazy("revision", "Deleted"),
}


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str
    is_text: bool


@dataclass(frozen=True)
class Revision:
    record: models.Model
    previous: models.Model | None
    changed: list[models.Field]

    @property
    def kind(self):
        return KINDS[self.record.history_type]


def is_recorded(model):
    return hasattr(model._meta, "simple_history_manager_attribute")


def records(instance):
    """The recorded revisions of `instance`, newest first."""
    manager = getattr(instance, instance._meta.simple_history_manager_attribute)
    return manager.select_related("history_user").order_by("-history_id")


def described(instance, found, fields):
    """The records `found`, newest first and without a gap, each with what it changed."""
    oldest = found[-1].pk if found else 0
    before = records(instance).filter(pk__lt=oldest).first()
    return [
        Revision(record, previous, differing(fields, previous, record) if previous else [])
        for record, previous in zip(found, [*found[1:], before], strict=False)
    ]


def recorded_fields(model):
    """The fields of `model` that its history has a column for."""
    history = getattr(model, model._meta.simple_history_manager_attribute).model
    names = {field.name for field in history.tracked_fields}
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in names and not field.primary_key
    ]


def differing(fields, old, new):
    return [field for field in fields if plain(old, field) != plain(new, field)]


def plain(holder, field):
    """The stored value; a text that was never written is the same as an empty one."""
    value = getattr(holder, field.attname)
    return "" if value is None and is_textual(field) else value


def is_textual(field):
    return isinstance(field, models.CharField | models.TextField)


def changes(fields, old, new):
    return [
        Change(
            label=capfirst(field.verbose_name),
            old=displayed(field, old),
            new=displayed(field, new),
            is_text=isinstance(field, models.TextField),
        )
        for field in differing(fields, old, new)
    ]


def displayed(field, holder):
    value = plain(holder, field)
    if isinstance(field, models.ForeignKey) and value is not None:
        related = field.related_model.objects.filter(pk=value).first()
        return str(related) if related else _("deleted (number %(key)s)") % {"key": value}
    if isinstance(field, models.BooleanField):
        return _("Yes") if value else _("No")
    return str(display_for_field(value, field, "-", avoid_link=True))
