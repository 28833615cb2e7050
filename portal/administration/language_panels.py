"""The translated fields of an admin form, gathered by language."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as in_language

# What a language's tab says of it. The first three are for what is published by language.
STATES = {
    "ready": _("Ready for readers"),
    "progress": _("In preparation"),
    "empty": _("Empty"),
    "written": _("Written"),
    "partly": _("Partly written"),
}


@dataclass(frozen=True)
class Panel:
    """The part of a fieldset in one language; templates draw it as they draw a fieldset."""

    code: str
    language: str
    lines: list
    state: str
    has_errors: bool

    name = None
    classes = "language-fields"
    description = None
    is_collapsible = False

    def __iter__(self):
        return iter(self.lines)

    @property
    def state_label(self):
        return STATES[self.state]


def panels(fieldset):
    """One panel for each language of the site; lines that have none belong to no panel."""
    lines = list(fieldset)
    return [
        panel(fieldset.form, code, name, [line for line in lines if language_of(line) == code])
        for code, name in settings.LANGUAGES
    ]


def common_lines(fieldset):
    return [line for line in fieldset if language_of(line) is None]


def panel(form, code, language, lines):
    names = [name for line in lines for name in line.fields]
    for name in names:
        if name in form.fields:
            form.fields[name].widget.attrs.setdefault("lang", code)
    has_errors = any(name in form.errors for name in names)
    return Panel(code, language, lines, state(form, code, names), has_errors)


def language_of(line):
    try:
        field = line.form._meta.model._meta.get_field(line.fields[0])
    except FieldDoesNotExist:
        return None
    return getattr(field, "language", None)


def state(form, code, names):
    ready = in_language("is_ready", code)
    texts = [name for name in names if name != ready]
    written = [name for name in texts if value(form, name)]
    if ready in names:
        return "ready" if value(form, ready) else "progress" if written else "empty"
    return "written" if len(written) == len(texts) else "partly" if written else "empty"


def value(form, name):
    """What stands in a field now: as typed, or as stored where it can only be read."""
    return form[name].value() if name in form.fields else getattr(form.instance, name)
