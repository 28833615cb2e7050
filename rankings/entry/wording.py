"""Sentences about changes of figures, for the pages on which they are entered."""

from django.utils.translation import gettext as _


def corrected(sheet, change):
    return _("%(cell)s: %(before)s → %(after)s") % {
        "cell": sheet.name(change.cell),
        "before": change.before,
        "after": change.after or _("no figure"),
    }


def deleted(sheet, change):
    return _("%(cell)s: %(before)s will be deleted.") % {
        "cell": sheet.name(change.cell),
        "before": change.before,
    }


def stored_elsewhere(sheet, change):
    return _("%(cell)s: another editor saved %(after)s (before: %(before)s).") % {
        "cell": sheet.name(change.cell),
        "after": change.after or _("no figure"),
        "before": change.before or _("no figure"),
    }
