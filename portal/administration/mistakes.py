"""What keeps a form of the admin from being saved, each with the field where it is mended."""

from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.text import capfirst


@dataclass(frozen=True)
class Mistake:
    """`target` is the id of what has to be mended in the page, `place` what it is called there."""

    target: str
    place: str
    sentence: str


def mistakes(form, inlines):
    """Those at fields and rows; what concerns a form as a whole the admin shows by itself."""
    found = [mistake for name in form.errors for mistake in at_field(form, name)]
    for inline in inlines:
        found += in_rows(inline.formset, inline.opts)
    return found


def in_rows(formset, opts):
    place = capfirst(opts.verbose_name_plural)
    for sentence in formset.non_form_errors():
        yield Mistake(f"{formset.prefix}-heading", place, sentence)
    for number, row in enumerate(formset.forms):
        place = f"{capfirst(opts.verbose_name)} {row.instance if row.instance.pk else number + 1}"
        for sentence in row.non_field_errors():
            yield Mistake(row.prefix, place, sentence)
        for name in row.errors:
            for mistake in at_field(row, name):
                yield Mistake(mistake.target, f"{place} – {mistake.place}", mistake.sentence)


def at_field(form, name):
    if name == NON_FIELD_ERRORS:
        return
    bound = form[name]
    # A moment is typed into two boxes, of which the label names neither.
    target = bound.id_for_label or f"{bound.auto_id}_0"
    for sentence in form.errors[name]:
        yield Mistake(target, capfirst(bound.label), sentence)
